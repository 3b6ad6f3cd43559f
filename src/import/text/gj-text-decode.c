/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-text-decode.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "gj-import.h"

/* From bytes to text: strict UTF-8, UTF-16 with a byte order mark, else strict GB18030.
 * Nothing is guessed beyond that. */

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

/* A character cut in two at the very end: the file was not copied whole. */
static gboolean
is_truncated_utf8 (const char *data,
                   gsize       size,
                   const char *bad)
{
  gunichar c;

  if ((gsize) (data + size - bad) >= 4 || bad == data)
    return FALSE;

  c = g_utf8_get_char_validated (bad, data + size - bad);

  return c == (gunichar) -2;
}

static gboolean
decode_utf16 (const char     *data,
              gsize           size,
              GjTextDecoded  *out,
              GError        **error)
{
  gboolean little = (guint8) data[0] == 0xff;
  gsize read = 0;

  out->encoding = GJ_TEXT_ENCODING_UTF16;
  if (size % 2 == 0)
    out->text = g_convert (data + 2, size - 2, "UTF-8", little ? "UTF-16LE" : "UTF-16BE",
                           &read, &out->length, NULL);
  if (out->text == NULL || read != size - 2)
    return fail (error, _("The file begins like UTF-16 text but is damaged or cut off. Get a whole copy of it."));

  return TRUE;
}

static gboolean
decode_other (const char     *data,
              gsize           size,
              GjTextDecoded  *out,
              GError        **error)
{
  const char *bad;
  gsize read = 0;

  if (g_utf8_validate_len (data, size, &bad))
    {
      gsize skipped = size >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;

      out->encoding = GJ_TEXT_ENCODING_UTF8;
      out->length = size - skipped;
      out->text = g_strndup (data + skipped, out->length);
      return TRUE;
    }

  if (memchr (data, '\0', size) != NULL)
    return fail_for_nul (error);
  if (is_truncated_utf8 (data, size, bad))
    return fail (error, _("The file ends in the middle of a character. Get a whole copy of it."));

  out->encoding = GJ_TEXT_ENCODING_GB18030;
  out->text = g_convert (data, size, "UTF-8", "GB18030", &read, &out->length, NULL);
  if (out->text == NULL || read != size)
    return fail (error, _("The text is neither in UTF-8 nor in GB18030. Save it as UTF-8 and open it again."));

  return TRUE;
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
  const char *data;
  gsize size;
  gboolean done;

  g_return_val_if_fail (bytes != NULL, FALSE);
  g_return_val_if_fail (out != NULL, FALSE);

  memset (out, 0, sizeof *out);
  data = g_bytes_get_data (bytes, &size);
  if (size >= 2 && (memcmp (data, "\xff\xfe", 2) == 0 || memcmp (data, "\xfe\xff", 2) == 0))
    done = decode_utf16 (data, size, &decoded, error);
  else
    done = decode_other (data, size, &decoded, error);
  if (!done)
    return FALSE;

  if (memchr (decoded.text, '\0', decoded.length) != NULL)
    return fail_for_nul (error);

  drop_forbidden (&decoded);
  *out = decoded;
  memset (&decoded, 0, sizeof decoded);

  return TRUE;
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
