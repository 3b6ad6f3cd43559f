/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-box-private.h"
#include "gj-paper.h"

#include <string.h>

/* The levels of GB/T 9704-2012, 7.3.3: 一、 in 黑体, （一） in 楷体, 1. and （1） in 仿宋. */

#define TRACKING (GJ_PAPER_CELL - GJ_PAPER_SIZE_3)

/* A lead longer than this is no heading but a sentence. */
#define LEAD_MAX 32

static gboolean
is_ordinal (gunichar character)
{
  return g_utf8_strchr ("一二三四五六七八九十", -1, character) != NULL;
}

static const char *
skip_ordinals (const char *text)
{
  while (*text != '\0' && is_ordinal (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  return text;
}

/* 一、 in front */
static gboolean
has_first_level (const char *text)
{
  const char *end = skip_ordinals (text);

  return end > text && g_str_has_prefix (end, "、");
}

/* （一） in front, in any kind of brackets */
static gboolean
has_second_level (const char *text)
{
  gunichar first = g_utf8_get_char (text);
  const char *inner = *text != '\0' ? g_utf8_next_char (text) : text;
  const char *end = skip_ordinals (inner);

  if (first >= 0x3220 && first <= 0x3229)
    return TRUE;
  return (first == 0xff08 || first == '(') && end > inner &&
         (g_str_has_prefix (end, "）") || *end == ')');
}

/* 1. or （1） in front */
static gboolean
has_third_level (const char *text)
{
  const char *p = text;

  if (g_str_has_prefix (p, "（"))
    p = g_utf8_next_char (p);
  else if (*p == '(')
    p++;
  return g_unichar_isdigit (g_utf8_get_char (p));
}

/* The bytes up to the end of the first sentence or clause, or of the whole text. */
static guint
get_lead_length (const char *text,
                 guint      *n_characters)
{
  const char *p = text;

  *n_characters = 0;
  while (*p != '\0')
    {
      gunichar character = g_utf8_get_char (p);

      p = g_utf8_next_char (p);
      (*n_characters)++;
      if (g_utf8_strchr ("。：；？！", -1, character) != NULL)
        break;
    }
  return p - text;
}

/* How many bytes in front of the paragraph are its heading, and the role of that. */
guint
_gj_paragraph_get_lead (const char *text,
                        GjFontRole *role)
{
  guint n_characters;
  guint length = get_lead_length (text, &n_characters);

  *role = GJ_FONT_BODY;
  if (n_characters > LEAD_MAX)
    return 0;
  if (has_second_level (text))
    *role = GJ_FONT_SUBHEADING;
  else if (has_first_level (text) && text[length] == '\0')
    *role = GJ_FONT_HEADING;
  return *role == GJ_FONT_BODY ? 0 : length;
}

/* A line of its own with a number in front and no sentence in it. */
gboolean
_gj_paragraph_is_heading (const char *text,
                          guint       lead)
{
  guint n_characters;
  guint length = get_lead_length (text, &n_characters);

  if (text[length] != '\0' || n_characters > LEAD_MAX || g_str_has_suffix (text, "。") ||
      g_str_has_suffix (text, "；"))
    return FALSE;
  return lead > 0 || has_third_level (text);
}

static void
set_lines (GjBox *box)
{
  box->size = GJ_PAPER_SIZE_3;
  box->indent = 2 * GJ_PAPER_CELL;
  box->lines = _gj_text_break (box->text, box->indent, GJ_PAPER_TYPE_WIDTH, TRUE);
  box->n_lines = box->lines->len;
}

static char *
strip (const char *text)
{
  const char *end = text + strlen (text);

  while (*text != '\0' && g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  while (end > text && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);
  return g_strndup (text, end - text);
}

/* (nullable): a paragraph of the text; %NULL when it is blank */
GjBox *
_gj_box_new_paragraph (GjJob      *job,
                       const char *text)
{
  g_autofree char *stripped = strip (text);
  GjBox *box;
  GjFontRole role;
  guint lead;

  if (*stripped == '\0')
    return NULL;

  box = _gj_box_new (GJ_BOX_TEXT);
  lead = _gj_paragraph_get_lead (stripped, &role);
  box->text = _gj_text_new (job);
  if (lead > 0)
    _gj_text_append (box->text, role, GJ_PAPER_SIZE_3, TRACKING, stripped, lead);
  _gj_text_append (box->text, GJ_FONT_BODY, GJ_PAPER_SIZE_3, TRACKING, stripped + lead, -1);
  set_lines (box);

  box->tag = "P";
  if (_gj_paragraph_is_heading (stripped, lead))
    {
      box->keep = TRUE;
      box->whole = TRUE;
      box->tag = lead > 0 ? "H3" : "P";
    }
  if (lead > 0)
    {
      box->outline = g_strndup (stripped, lead);
      box->outline_level = 1;
      for (guint i = 0; i < 3 && strlen (box->outline) > 3; i++)
        if (g_str_has_suffix (box->outline, "。") || g_str_has_suffix (box->outline, "："))
          box->outline[strlen (box->outline) - 3] = '\0';
    }
  return box;
}

/* A section's heading, 一、总体情况 */
GjBox *
_gj_box_new_heading (GjJob      *job,
                     const char *heading)
{
  g_autofree char *stripped = strip (heading);
  GjBox *box = _gj_box_new (GJ_BOX_TEXT);

  box->text = _gj_text_new (job);
  _gj_text_append (box->text, GJ_FONT_HEADING, GJ_PAPER_SIZE_3, TRACKING, stripped, -1);
  set_lines (box);
  box->tag = "H2";
  box->whole = TRUE;
  box->keep = TRUE;
  box->outline = g_steal_pointer (&stripped);
  return box;
}
