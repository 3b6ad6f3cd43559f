/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-digest.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "gj-store-private.h"

/* What a scanner reads begins with words for a person; the digest stands behind this. */
#define MARK "sha256:"

/* A long name would make the printed code too fine for a copier. */
#define MAX_NAME 24

/**
 * gj_report_dup_digest:
 * @report: a report
 *
 * The digest of what is published: form, title, preface, metadata, narratives with their
 * pictures, cells and signature; not source, notes, decisions, comments and settings.
 * It is the SHA-256 of one canonical form of that, which does not depend on the locale nor
 * on the version of the native file.
 *
 * Returns: (transfer full): the digest, 64 lower-case hexadecimal figures
 */
char *
gj_report_dup_digest (GjReport *report)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (GJ_IS_REPORT (report), NULL);

  bytes = _gj_store_write_canonical (report);
  return g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
}

/**
 * gj_report_dup_digest_words:
 * @report: a report
 *
 * What a printed code says to whoever scans it, with nothing but a telephone: whose report
 * of which year it belongs to, and below that the digest. gj_digest_parse() reads it.
 *
 * Returns: (transfer full): two lines of text
 */
char *
gj_report_dup_digest_words (GjReport *report)
{
  g_autofree char *digest = NULL;
  g_autofree char *name = NULL;
  const char *body;

  g_return_val_if_fail (GJ_IS_REPORT (report), NULL);

  digest = gj_report_dup_digest (report);
  body = gj_report_get_field (report, GJ_FIELD_BODY);
  name = g_utf8_strlen (body, -1) > MAX_NAME ? g_utf8_substring (body, 0, MAX_NAME) : g_strdup (body);
  g_strdelimit (name, "\r\n\t", ' ');

  return g_strdup_printf ("%s%s年度报告校验码\ngouji:" MARK "%s", name, gj_report_get_field (report, GJ_FIELD_YEAR),
                          digest);
}

/**
 * gj_digest_format:
 * @digest: a digest
 *
 * Returns: (transfer full): the same in groups of four, parted by blanks
 */
char *
gj_digest_format (const char *digest)
{
  g_autoptr (GString) out = g_string_new (NULL);

  g_return_val_if_fail (digest != NULL, NULL);

  for (gsize i = 0; digest[i] != '\0'; i++)
    {
      if (i > 0 && i % GJ_DIGEST_GROUP == 0)
        g_string_append_c (out, ' ');
      g_string_append_c (out, digest[i]);
    }

  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* Blanks of every width, and the dashes that some put between groups. */
static gboolean
is_gap (gunichar c)
{
  return g_unichar_isspace (c) || g_unichar_type (c) == G_UNICODE_FORMAT ||
         g_unichar_type (c) == G_UNICODE_DASH_PUNCTUATION;
}

static gunichar
to_half_width (gunichar c)
{
  return c >= 0xff01 && c <= 0xff5e ? c - 0xff01 + '!' : c;
}

static const char *
find_figures (const char *typed)
{
  for (gssize i = (gssize) strlen (typed) - (gssize) strlen (MARK); i >= 0; i--)
    if (g_ascii_strncasecmp (typed + i, MARK, strlen (MARK)) == 0)
      return typed + i + strlen (MARK);

  return typed;
}

static gboolean
refuse_character (gunichar   c,
                  gsize      position,
                  GError   **error)
{
  char text[7] = { 0 };

  g_unichar_to_utf8 (c, text);
  g_set_error (error, GJ_STORE_ERROR, GJ_STORE_ERROR_NOT_A_DIGEST,
               _("“%s” in group %u does not belong into a digest, which is made of the figures 0–9 and the letters "
                 "a–f. Compare this group with the paper."),
               text, (guint) (position / GJ_DIGEST_GROUP) + 1);

  return FALSE;
}

static gboolean
check_length (gsize    length,
              GError **error)
{
  if (length > GJ_DIGEST_LENGTH)
    g_set_error (error, GJ_STORE_ERROR, GJ_STORE_ERROR_NOT_A_DIGEST,
                 _("A digest has %u characters; %u were given. Compare it with the paper."), GJ_DIGEST_LENGTH,
                 (guint) length);
  else if (length < GJ_DIGEST_MIN_LENGTH)
    g_set_error (error, GJ_STORE_ERROR, GJ_STORE_ERROR_NOT_A_DIGEST,
                 _("These are too few characters of the digest: %u. Give at least its first %u."), (guint) length,
                 GJ_DIGEST_MIN_LENGTH);

  return length >= GJ_DIGEST_MIN_LENGTH && length <= GJ_DIGEST_LENGTH;
}

/**
 * gj_digest_parse:
 * @typed: a digest as somebody typed it, or what a scanner read
 * @error: %GJ_STORE_ERROR_NOT_A_DIGEST; the message says what is wrong and where
 *
 * Reads a digest with blanks or dashes wherever they are, in capitals or not, in half or
 * full width. Its beginning is enough, from 16 characters on.
 *
 * Returns: (transfer full) (nullable): its lower-case figures, 16 to 64
 */
char *
gj_digest_parse (const char  *typed,
                 GError     **error)
{
  g_autoptr (GString) out = g_string_new (NULL);

  g_return_val_if_fail (typed != NULL, NULL);

  if (!g_utf8_validate (typed, -1, NULL))
    {
      refuse_character (0xfffd, 0, error);
      return NULL;
    }

  for (const char *p = find_figures (typed); *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = to_half_width (g_utf8_get_char (p));

      if (is_gap (c))
        continue;
      if (c >= 0x80 || !g_ascii_isxdigit ((char) c))
        {
          refuse_character (g_utf8_get_char (p), out->len, error);
          return NULL;
        }
      g_string_append_c (out, g_ascii_tolower ((char) c));
    }

  return check_length (out->len, error) ? g_string_free (g_steal_pointer (&out), FALSE) : NULL;
}

/* Where the digest at @p ends that may have blanks between any two figures; %NULL when
 * there is none. */
static const char *
read_printed (const char *p,
              char       *digest)
{
  guint n = 0;

  for (; *p != '\0' && n < GJ_DIGEST_LENGTH; p++)
    {
      if (g_ascii_isxdigit (*p) && !g_ascii_isupper (*p))
        digest[n++] = *p;
      else if (n == 0 || !g_ascii_isspace (*p))
        return NULL;
    }
  digest[n] = '\0';

  return n == GJ_DIGEST_LENGTH && !g_ascii_isxdigit (*p) ? p : NULL;
}

/**
 * gj_digest_find_all:
 * @text: a text, such as that of a printed page
 * @max: so many are looked for
 *
 * Finds the digests that are printed in a text, in groups or without, also over the end of
 * a line. Each is told once.
 *
 * Returns: (transfer full) (element-type utf8): the digests
 */
GPtrArray *
gj_digest_find_all (const char *text,
                    guint       max)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_free);
  char digest[GJ_DIGEST_LENGTH + 1];

  g_return_val_if_fail (text != NULL, found);

  for (const char *p = text; *p != '\0' && found->len < max;)
    {
      const char *end = p == text || !g_ascii_isalnum (p[-1]) ? read_printed (p, digest) : NULL;

      if (end != NULL && !g_ptr_array_find_with_equal_func (found, digest, g_str_equal, NULL))
        g_ptr_array_add (found, g_strdup (digest));
      p = end != NULL ? end : p + 1;
    }

  return found;
}

/**
 * gj_digest_matches:
 * @digest: a whole digest
 * @code: another, or the beginning of one, from gj_digest_parse()
 *
 * Returns: whether they are of the same report
 */
gboolean
gj_digest_matches (const char *digest,
                   const char *code)
{
  g_return_val_if_fail (digest != NULL && code != NULL, FALSE);

  return strlen (code) >= GJ_DIGEST_MIN_LENGTH && g_str_has_prefix (digest, code);
}
