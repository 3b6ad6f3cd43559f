/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-html-export-private.h"

/* Text on its way into markup. A page keeps every character: blanks that a browser would
 * fold are marked, characters that no page may hold are shown by a sign that names them. */

static gboolean
is_blank (gunichar c)
{
  return g_unichar_isspace (c) || c == 0xa0 || c == 0x200b || c == 0xfeff;
}

/* Controls and noncharacters: the standard of HTML forbids them, even as references. */
static gboolean
is_forbidden (gunichar c)
{
  return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || (c >= 0x7f && c < 0xa0) ||
         (c >= 0xfdd0 && c <= 0xfdef) || (c & 0xfffe) == 0xfffe;
}

static gunichar
get_sign (gunichar c)
{
  if (c < 0x20)
    return 0x2400 + c;

  return c == 0x7f ? 0x2421 : 0xfffd;
}

static gboolean
is_right_to_left (gunichar c)
{
  return (c >= 0x590 && c <= 0x8ff) || (c >= 0xfb1d && c <= 0xfdff) || (c >= 0xfe70 && c <= 0xfefe) ||
         (c >= 0x10800 && c <= 0x10fff) || (c >= 0x1e800 && c <= 0x1efff);
}

static void
append_escaped (GString  *out,
                gunichar  c)
{
  switch (c)
    {
    case '&':
      g_string_append (out, "&amp;");
      break;
    case '<':
      g_string_append (out, "&lt;");
      break;
    case '>':
      g_string_append (out, "&gt;");
      break;
    case '"':
      g_string_append (out, "&quot;");
      break;
    case 0xa0:
      g_string_append (out, "&nbsp;");
      break;
    default:
      g_string_append_unichar (out, c);
      break;
    }
}

/* CR LF ends one line. */
static const char *
skip_line_end (const char *p)
{
  return p[0] == '\r' && p[1] == '\n' ? p + 1 : p;
}

/**
 * _gj_html_export_text:
 * @out: a page
 * @text: the content of an element
 */
void
_gj_html_export_text (GString    *out,
                      const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\n' || c == '\r')
        {
          p = skip_line_end (p);
          g_string_append (out, "<br>");
        }
      else if (is_forbidden (c))
        {
          g_string_append_printf (out, "<span title=\"U+%04X\">", c);
          g_string_append_unichar (out, get_sign (c));
          g_string_append (out, "</span>");
        }
      else
        {
          append_escaped (out, c);
        }
    }
}

/**
 * _gj_html_export_attribute:
 * @out: a page with an open tag
 * @name: the attribute
 * @value: its value
 */
void
_gj_html_export_attribute (GString    *out,
                           const char *name,
                           const char *value)
{
  g_string_append_printf (out, " %s=\"", name);
  _gj_html_export_plain (out, value);
  g_string_append_c (out, '"');
}

/**
 * _gj_html_export_plain:
 * @out: a page
 * @value: words where no element may stand
 */
void
_gj_html_export_plain (GString    *out,
                       const char *value)
{
  for (const char *p = value; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\n' || c == '\r')
        {
          p = skip_line_end (p);
          c = ' ';
        }
      append_escaped (out, is_forbidden (c) ? get_sign (c) : c);
    }
}

/* Whether a browser would show other blanks than stand in the text. */
static gboolean
has_loose_blanks (const char *text)
{
  gunichar previous = '\n';

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = *p == '\r' ? '\n' : g_utf8_get_char (p);
      gboolean begins = previous == '\n' && c != '\n' && is_blank (c);
      gboolean ends = c == '\n' && previous != '\n' && is_blank (previous);

      if (begins || ends || c == '\t' || (c == ' ' && previous == ' '))
        return TRUE;
      previous = c;
    }

  return previous != '\n' && is_blank (previous);
}

static gboolean
has_right_to_left (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (is_right_to_left (g_utf8_get_char (p)))
      return TRUE;

  return FALSE;
}

/**
 * _gj_html_export_open:
 * @out: a page
 * @name: an element
 * @class_name: (nullable): its class
 * @text: what it is going to hold
 *
 * Begins the tag of an element that holds text; the caller may add attributes and ends the
 * tag. `data-space` says, to the style sheet and to who reads the page back, that blanks
 * are part of the text.
 */
void
_gj_html_export_open (GString    *out,
                      const char *name,
                      const char *class_name,
                      const char *text)
{
  g_string_append_printf (out, "<%s", name);
  if (class_name != NULL)
    _gj_html_export_attribute (out, "class", class_name);
  if (has_loose_blanks (text))
    g_string_append (out, " data-space=\"preserve\"");
  if (has_right_to_left (text))
    g_string_append (out, " dir=\"auto\"");
}

/**
 * _gj_html_export_element:
 * @out: a page
 * @name: an element
 * @class_name: (nullable): its class
 * @text: what it holds
 */
void
_gj_html_export_element (GString    *out,
                         const char *name,
                         const char *class_name,
                         const char *text)
{
  _gj_html_export_open (out, name, class_name, text);
  g_string_append_c (out, '>');
  _gj_html_export_text (out, text);
  g_string_append_printf (out, "</%s>\n", name);
}
