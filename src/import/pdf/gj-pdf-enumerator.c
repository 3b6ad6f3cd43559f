/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-pdf-enumerator.h"

#include <string.h>

/* What a text looks like at its ends, in any document. */

static const char counting[] = "一二三四五六七八九十百零〇";
static const char opening[] = "（(第";
static const char closing[] = "、.．）)条章节项";
static const char ending[] = "。！？；：”）!?;:";

static gboolean
is_one_of (const char *set,
           gunichar    c)
{
  char text[7] = { 0 };

  g_unichar_to_utf8 (c, text);

  return c != 0 && strstr (set, text) != NULL;
}

static gboolean
is_figure (gunichar c)
{
  return g_unichar_isdigit (c);
}

/**
 * gj_pdf_starts_enumerated:
 * @text: a text
 *
 * Returns: whether it begins with a number of a list: 一、 （一） 1. 1、 （1） 第一章
 */
gboolean
gj_pdf_starts_enumerated (const char *text)
{
  const char *p = text;
  guint n = 0;
  gboolean is_counted;

  if (is_one_of (opening, g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  is_counted = is_one_of (counting, g_utf8_get_char (p));
  for (; n < 4 && *p != '\0'; n++, p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_counted ? !is_one_of (counting, c) : !is_figure (c))
        break;
    }

  return n > 0 && is_one_of (closing, g_utf8_get_char (p)) && !is_figure (g_utf8_get_char (g_utf8_next_char (p)));
}

/**
 * gj_pdf_is_numeric:
 * @text: a text
 *
 * Returns: whether it is a number, or a sign that stands for none
 */
gboolean
gj_pdf_is_numeric (const char *text)
{
  guint n_figures = 0;

  if (strcmp (text, "/") == 0 || strcmp (text, "-") == 0 || strcmp (text, "—") == 0)
    return TRUE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_figure (c))
        n_figures++;
      else if (!is_one_of (".．,，-−+%％ ", c))
        return FALSE;
    }

  return n_figures > 0;
}

/**
 * gj_pdf_ends_sentence:
 * @text: a text
 *
 * Returns: whether a sentence or a part of one ends with it
 */
gboolean
gj_pdf_ends_sentence (const char *text)
{
  gsize length = strlen (text);

  return length > 0 && is_one_of (ending, g_utf8_get_char (g_utf8_prev_char (text + length)));
}

/**
 * gj_pdf_is_continuation:
 * @text: a line
 *
 * Returns: whether it only says that a table goes on from the page before
 */
gboolean
gj_pdf_is_continuation (const char *text)
{
  static const char *const captions[] = { "续表", "（续表）", "(续表)", "续上表", "（续上表）", "接上表", "（续）", "(续)", NULL };

  return g_strv_contains (captions, text);
}
