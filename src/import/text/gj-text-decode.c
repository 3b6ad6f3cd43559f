/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-text-decode.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "gj-import.h"

/* From bytes to text. UTF-16 has a byte order mark or is told by its characters; UTF-8 is
 * strict; then comes what the document declares, then GB18030, then Big5. A plain text
 * declares nothing and is read strictly; a page may be damaged in a few places. */

static const char *const codecs[] = {
  [GJ_TEXT_ENCODING_UTF8] = "UTF-8",
  [GJ_TEXT_ENCODING_UTF16] = "UTF-16",
  [GJ_TEXT_ENCODING_GB18030] = "GB18030",
  [GJ_TEXT_ENCODING_BIG5] = "BIG5-HKSCS",
  [GJ_TEXT_ENCODING_WESTERN] = "WINDOWS-1252",
};

#define MIN_IDEOGRAPHS 16
#define WIDE_FOR_A_DAMAGE 100

static gboolean
fail (GError     **error,
      const char  *message)
{
  g_set_error_literal (error, GJ_IMPORT_ERROR, GJ_IMPORT_ERROR_UNREADABLE, message);

  return FALSE;
}

static gboolean
fail_for_nul (GError **error)
{
  return fail (error, _("The file is no text: it holds NUL bytes. "
                        "Save the report as plain text (.txt) and open that."));
}

static gboolean
is_east_asian (gunichar c)
{
  return (c >= 0x4e00 && c <= 0x9fff) || (c >= 0x3000 && c <= 0x303f) || (c >= 0xff01 && c <= 0xffef) ||
         (c >= 0x2010 && c <= 0x2030);
}

/* With the wrong byte order the ends of lines and the digits are no characters at all, and
 * ideographs are scattered over all of Unicode. */
static gboolean
is_plausible (const char *text,
              gsize       length)
{
  guint n_known = 0;
  guint n_ideographs = 0;
  guint n = 0;

  for (const char *p = text; p < text + length; p = g_utf8_next_char (p), n++)
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isdefined (c) || g_unichar_type (c) == G_UNICODE_PRIVATE_USE ||
          (c < 0x20 && c != '\t' && c != '\n' && c != '\r'))
        return FALSE;
      n_known += c < 0x100 || is_east_asian (c);
      n_ideographs += c >= 0x4e00 && c <= 0x9fff;
    }

  return n_ideographs >= MIN_IDEOGRAPHS && n_known >= n - n / 20;
}

static gboolean
is_utf16 (const char *data,
          gsize       size,
          const char *codec)
{
  g_autofree char *text = NULL;
  gsize read = 0;
  gsize length = 0;

  if (size == 0 || size % 2 != 0 || memchr (data, '\0', size) == NULL)
    return FALSE;

  text = g_convert (data, (gssize) size, "UTF-8", codec, &read, &length, NULL);

  return text != NULL && read == size && is_plausible (text, length);
}

static const char *
find_utf16 (const char *data,
            gsize       size)
{
  if (size < 2)
    return NULL;
  if (memcmp (data, "\xff\xfe", 2) == 0)
    return "UTF-16LE";
  if (memcmp (data, "\xfe\xff", 2) == 0)
    return "UTF-16BE";
  if (is_utf16 (data, size, "UTF-16LE"))
    return "UTF-16LE";
  if (is_utf16 (data, size, "UTF-16BE"))
    return "UTF-16BE";

  return NULL;
}

static gboolean
decode_utf16 (const char     *data,
              gsize           size,
              const char     *codec,
              GjTextDecoded  *out,
              GError        **error)
{
  gsize mark = memcmp (data, "\xff\xfe", 2) == 0 || memcmp (data, "\xfe\xff", 2) == 0 ? 2 : 0;
  gsize read = 0;

  out->encoding = GJ_TEXT_ENCODING_UTF16;
  if (size % 2 == 0)
    out->text = g_convert (data + mark, (gssize) (size - mark), "UTF-8", codec, &read, &out->length, NULL);
  if (out->text == NULL || read != size - mark)
    return fail (error, _("The file begins like UTF-16 text but is damaged or cut off. Get a whole copy of it."));

  return TRUE;
}

/* A character cut in two at the very end: the file was not copied whole. */
static gboolean
is_truncated_utf8 (const char *data,
                   gsize       size,
                   const char *bad)
{
  if (bad == data || (gsize) (data + size - bad) >= 4)
    return FALSE;

  return g_utf8_get_char_validated (bad, data + size - bad) == (gunichar) -2;
}

static gboolean
decode_strict (const char     *data,
               gsize           size,
               GjTextEncoding  encoding,
               GjTextDecoded  *out)
{
  gsize read = 0;

  out->encoding = encoding;
  out->text = g_convert (data, (gssize) size, "UTF-8", codecs[encoding], &read, &out->length, NULL);
  if (out->text != NULL && read == size)
    return TRUE;

  g_clear_pointer (&out->text, g_free);

  return FALSE;
}

static GString *
convert_around_damage (GIConv      codec,
                       const char *data,
                       gsize       size,
                       guint      *n_dropped)
{
  GString *text = g_string_sized_new (size + size / 2);
  char *from = (char *) data;
  gsize left = size;

  while (left > 0)
    {
      char buffer[4096];
      char *to = buffer;
      gsize room = sizeof buffer;
      gboolean done = g_iconv (codec, &from, &left, &to, &room) != (gsize) -1;

      g_string_append_len (text, buffer, to - buffer);
      if (done || left == 0 || room < 16)
        continue;
      from++;
      left--;
      (*n_dropped)++;
    }

  return text;
}

/* Bytes that are no character are left out and counted; whether that is still the right
 * encoding is told by how few they are beside the characters of more than one byte. */
static gboolean
decode_damaged (const char     *data,
                gsize           size,
                GjTextEncoding  encoding,
                GjTextDecoded  *out)
{
  GIConv codec = g_iconv_open ("UTF-8", codecs[encoding]);
  g_autoptr (GString) text = NULL;
  guint n_dropped = 0;
  guint n_wide = 0;

  if (codec == (GIConv) -1)
    return FALSE;

  text = convert_around_damage (codec, data, size, &n_dropped);
  g_iconv_close (codec);
  for (gsize i = 0; i < text->len; i++)
    n_wide += (guint8) text->str[i] >= 0xc0;
  if (n_dropped > n_wide / WIDE_FOR_A_DAMAGE)
    return FALSE;

  out->encoding = encoding;
  out->n_dropped = n_dropped;
  out->length = text->len;
  out->text = g_string_free (g_steal_pointer (&text), FALSE);

  return TRUE;
}

static void
take_utf8 (const char    *data,
           gsize          size,
           GjTextDecoded *out)
{
  gsize skipped = size >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;

  out->encoding = GJ_TEXT_ENCODING_UTF8;
  out->length = size - skipped;
  out->text = g_strndup (data + skipped, out->length);
}

/* What XML, and so our own file, cannot hold. */
static gboolean
is_forbidden (gunichar c)
{
  return (c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\v' && c != '\f') ||
         c == 0x7f || c == 0xfffe || c == 0xffff;
}

static void
drop_forbidden (GjTextDecoded *out)
{
  char *to = out->text;
  const char *end = out->text + out->length;

  for (const char *from = out->text; from < end;)
    {
      const char *next = g_utf8_next_char (from);
      gboolean plain = (guint8) *from >= 0x20 && (guint8) *from < 0x7f;

      if (!plain && is_forbidden (g_utf8_get_char (from)))
        {
          out->n_dropped++;
        }
      else
        {
          memmove (to, from, next - from);
          to += next - from;
        }
      from = next;
    }
  *to = '\0';
  out->length = to - out->text;
}

static gboolean
finish (GjTextDecoded  *decoded,
        GjTextDecoded  *out,
        GError        **error)
{
  if (memchr (decoded->text, '\0', decoded->length) != NULL)
    return fail_for_nul (error);

  drop_forbidden (decoded);
  *out = *decoded;
  memset (decoded, 0, sizeof *decoded);

  return TRUE;
}

/**
 * gj_text_load_encodings:
 *
 * The table of an encoding is a library that the first conversion loads and the last
 * unloads: loads them all for good, for a process that will open no file.
 */
void
gj_text_load_encodings (void)
{
  static GIConv kept[G_N_ELEMENTS (codecs)];

  for (guint i = 0; i < G_N_ELEMENTS (codecs); i++)
    if (kept[i] == NULL)
      kept[i] = g_iconv_open ("UTF-8", codecs[i]);
}

/**
 * gj_text_decode:
 * @bytes: the content of a file, or a pasted text
 * @out: (out caller-allocates): where the text goes
 * @error: return location for a #GError
 *
 * Sets %GJ_IMPORT_ERROR_UNREADABLE with a sentence that says what to do when it is no text.
 *
 * Returns: whether @out was set
 */
gboolean
gj_text_decode (GBytes         *bytes,
                GjTextDecoded  *out,
                GError        **error)
{
  g_auto (GjTextDecoded) decoded = { 0 };
  const char *utf16;
  const char *data;
  const char *bad;
  gsize size;

  g_return_val_if_fail (bytes != NULL, FALSE);
  g_return_val_if_fail (out != NULL, FALSE);

  memset (out, 0, sizeof *out);
  data = g_bytes_get_data (bytes, &size);
  utf16 = find_utf16 (data, size);
  if (utf16 != NULL)
    return decode_utf16 (data, size, utf16, &decoded, error) && finish (&decoded, out, error);

  if (g_utf8_validate_len (data, size, &bad))
    {
      take_utf8 (data, size, &decoded);
      return finish (&decoded, out, error);
    }

  if (memchr (data, '\0', size) != NULL)
    return fail_for_nul (error);
  if (is_truncated_utf8 (data, size, bad))
    return fail (error, _("The file ends in the middle of a character. Get a whole copy of it."));
  if (!decode_strict (data, size, GJ_TEXT_ENCODING_GB18030, &decoded))
    return fail (error, _("The text is neither in UTF-8 nor in GB18030. Save it as UTF-8 and open it again."));

  return finish (&decoded, out, error);
}

/* UTF-8 with a little damage is still UTF-8; then in order what is declared, GB18030 and
 * Big5, and the first two again with a little damage. */
static gboolean
decode_by_trial (const char    *data,
                 gsize          size,
                 const char    *declared,
                 GjTextDecoded *out)
{
  GjTextEncoding encoding = GJ_TEXT_ENCODING_UTF8;
  gboolean chinese = declared != NULL && gj_text_encoding_find (declared, &encoding) &&
                     (encoding == GJ_TEXT_ENCODING_GB18030 || encoding == GJ_TEXT_ENCODING_BIG5);

  if (decode_damaged (data, size, GJ_TEXT_ENCODING_UTF8, out))
    return TRUE;
  if (chinese && (decode_strict (data, size, encoding, out) || decode_damaged (data, size, encoding, out)))
    return TRUE;
  if (decode_strict (data, size, GJ_TEXT_ENCODING_GB18030, out) ||
      decode_strict (data, size, GJ_TEXT_ENCODING_BIG5, out))
    return TRUE;
  if (encoding == GJ_TEXT_ENCODING_WESTERN && decode_strict (data, size, encoding, out))
    return TRUE;

  return decode_damaged (data, size, GJ_TEXT_ENCODING_GB18030, out);
}

/**
 * gj_text_decode_page:
 * @bytes: the content of a page
 * @declared: (nullable): the encoding that the page says it is in
 * @out: (out caller-allocates): where the text goes
 * @error: return location for a #GError
 *
 * Like gj_text_decode(), for documents that say what they are in and are often wrong. A
 * character cut in two at the end, and a few bytes that are none, are left out.
 *
 * Sets %GJ_IMPORT_ERROR_UNREADABLE when @bytes are in no encoding that is known.
 *
 * Returns: whether @out was set
 */
gboolean
gj_text_decode_page (GBytes         *bytes,
                     const char     *declared,
                     GjTextDecoded  *out,
                     GError        **error)
{
  g_auto (GjTextDecoded) decoded = { 0 };
  const char *utf16;
  const char *data;
  const char *bad;
  gsize size;

  g_return_val_if_fail (bytes != NULL, FALSE);
  g_return_val_if_fail (out != NULL, FALSE);

  memset (out, 0, sizeof *out);
  data = g_bytes_get_data (bytes, &size);
  utf16 = find_utf16 (data, size);
  if (utf16 != NULL)
    return decode_utf16 (data, size, utf16, &decoded, error) && finish (&decoded, out, error);

  if (g_utf8_validate_len (data, size, &bad) || is_truncated_utf8 (data, size, bad))
    {
      decoded.is_cut = bad < data + size;
      take_utf8 (data, (gsize) (bad - data), &decoded);
      return finish (&decoded, out, error);
    }

  if (memchr (data, '\0', size) != NULL)
    return fail_for_nul (error);
  if (!decode_by_trial (data, size, declared, &decoded))
    return fail (error, _("The page is in no encoding that is read here. "
                          "Open it in a browser, copy the report and paste it."));

  return finish (&decoded, out, error);
}

/**
 * gj_text_decoded_clear:
 * @self: a decoded text
 *
 * Frees what @self holds.
 */
void
gj_text_decoded_clear (GjTextDecoded *self)
{
  g_clear_pointer (&self->text, g_free);
  self->length = 0;
}
