/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-docx-export-private.h"

#include <string.h>

/* Text as it stands: every blank counts, a tab and the end of a line have elements of
 * their own, and what XML cannot hold stands as U+FFFD, so that it shows. */

#define REPLACEMENT "\xef\xbf\xbd"

/* Whether the character at @p cannot stand as it is. The two above ASCII are U+FFFE and
   U+FFFF. */
static inline gboolean
is_special (const guchar *p)
{
  return *p < 0x20 || *p == '&' || *p == '<' || *p == '>' || *p == '"' ||
         (*p == 0xef && p[1] == 0xbf && p[2] >= 0xbe);
}

static const char *
get_entity (char c)
{
  switch (c)
    {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\t':
      return "&#9;";
    case '\n':
      return "&#10;";
    case '\r':
      return "&#13;";
    default:
      return REPLACEMENT;
    }
}

/**
 * _gj_docx_export_escape:
 * @text: a text
 * @length: how many bytes of it, or -1
 *
 * Appends @text so that it can stand in an element or an attribute.
 */
void
_gj_docx_export_escape (GString    *out,
                        const char *text,
                        gssize      length)
{
  g_autofree char *valid = NULL;
  const char *end;
  const char *start;

  if (!g_utf8_validate (text, length, NULL))
    {
      text = valid = g_utf8_make_valid (text, length);
      length = -1;
    }

  end = text + (length >= 0 ? (gsize) length : strlen (text));
  for (start = text; text < end;)
    {
      if (!is_special ((const guchar *) text))
        {
          text++;
          continue;
        }
      g_string_append_len (out, start, text - start);
      g_string_append (out, get_entity (*text));
      start = text = g_utf8_next_char (text);
    }
  g_string_append_len (out, start, end - start);
}

static void
add_words (GString    *out,
           const char *start,
           const char *end)
{
  if (start == end)
    return;
  g_string_append (out, "<w:t xml:space=\"preserve\">");
  _gj_docx_export_escape (out, start, end - start);
  g_string_append (out, "</w:t>");
}

/**
 * _gj_docx_export_run:
 * @properties: what stands in its w:rPr, or ""
 * @text: a text
 * @length: how many bytes of it, or -1
 *
 * Appends a run of text; nothing when there is none.
 */
void
_gj_docx_export_run (GString    *out,
                     const char *properties,
                     const char *text,
                     gssize      length)
{
  const char *end = text + (length >= 0 ? (gsize) length : strlen (text));
  const char *start = text;

  if (text == end)
    return;

  g_string_append (out, "<w:r>");
  if (*properties != '\0')
    g_string_append_printf (out, "<w:rPr>%s</w:rPr>", properties);
  for (; text < end; text++)
    {
      if (*text != '\t' && *text != '\n' && *text != '\r')
        continue;
      add_words (out, start, text);
      g_string_append (out, *text == '\t' ? "<w:tab/>" : "<w:br/>");
      if (*text == '\r' && text + 1 < end && text[1] == '\n')
        text++;
      start = text + 1;
    }
  add_words (out, start, end);
  g_string_append (out, "</w:r>");
}

/**
 * _gj_docx_export_measure:
 * @text: a text
 * @length: how many bytes of it, or -1
 *
 * Returns: about how wide it is, in its own size
 */
double
_gj_docx_export_measure (const char *text,
                         gssize      length)
{
  const char *end = text + (length >= 0 ? (gsize) length : strlen (text));
  double width = 0;

  for (; text < end; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      if (c < 0x300)
        width += 0.5;
      else if (!g_unichar_iszerowidth (c))
        width += 1;
    }
  return width;
}
