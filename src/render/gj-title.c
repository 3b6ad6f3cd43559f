/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-box-private.h"
#include "gj-paper.h"

#include <math.h>
#include <string.h>

/* A title that is too long for a line is broken by sense (GB/T 9704-2012, 7.3.1): words
 * stay whole, and the lines make a trapezium or a rhombus. */

#define TITLE_CHARACTERS ((int) (GJ_PAPER_TYPE_WIDTH / GJ_PAPER_SIZE_2))

/* Before these words a title may be broken; the cost is in characters of unevenness. The
   best places, after the body's name and before the year, cost nothing. */
static const struct
{
  const char *word;
  double      cost;
} joints[] = {
  { "关于", 4 },
  { "政府信息公开", 8 },
  { "信息公开工作", 14 },
  { "工作年度报告", 12 },
  { "年度报告", 12 },
  { "人民政府", 8 },
  { "管理委员会", 8 },
  { "办公室", 10 },
};

#define WORD_COST 20.0
#define TOO_LONG_COST 10.0

/* The width in em: half for what is in ASCII. */
static double
get_width (const char *start,
           const char *end)
{
  double width = 0;

  for (const char *p = start; p < end; p = g_utf8_next_char (p))
    width += g_utf8_get_char (p) < 0x80 ? 0.56 : 1;
  return width;
}

static gboolean
is_year (const char *p)
{
  guint n = 0;

  while (g_ascii_isdigit (p[n]))
    n++;
  if (n != 4)
    return FALSE;
  p += p[4] == ' ' ? 5 : 4;
  return g_str_has_prefix (p, "年");
}

/* What it costs to begin a new line at @p; negative when it must not be. */
static double
get_joint_cost (const char *title,
                const char *p,
                gsize       body_length)
{
  const char *previous = g_utf8_prev_char (p);

  if (body_length > 0 && (gsize) (p - title) == body_length)
    return 0;
  if (is_year (p))
    return 0;
  if ((guchar) * p < 0x80 || (guchar) * previous < 0x80)
    return -1;
  for (guint i = 0; i < G_N_ELEMENTS (joints); i++)
    if (g_str_has_prefix (p, joints[i].word))
      return joints[i].cost;
  return WORD_COST;
}

static double
get_excess_cost (double width)
{
  return width > TITLE_CHARACTERS ? TOO_LONG_COST + width - TITLE_CHARACTERS : 0;
}

/* The cheapest place to break @line; %NULL when there is none. */
static const char *
find_joint (const char *line,
            gsize       body_length)
{
  const char *end = line + strlen (line);
  const char *best = NULL;
  double best_cost = G_MAXDOUBLE;

  for (const char *p = g_utf8_next_char (line); p < end; p = g_utf8_next_char (p))
    {
      double cost = get_joint_cost (line, p, body_length);
      double left = get_width (line, p);
      double right = get_width (p, end);

      if (cost < 0)
        continue;
      cost += fabs (left - right) / 2 + get_excess_cost (left) + get_excess_cost (right);
      if (cost < best_cost)
        {
          best_cost = cost;
          best = p;
        }
    }
  return best;
}

/* What is still too long is broken again. */
static void
break_line (const char *line,
            const char *body,
            GString    *out)
{
  gsize body_length = body != NULL && *body != '\0' && g_str_has_prefix (line, body) ? strlen (body) : 0;
  const char *joint = NULL;
  g_autofree char *left = NULL;

  if (get_width (line, line + strlen (line)) > TITLE_CHARACTERS)
    joint = find_joint (line, body_length);
  if (joint == NULL)
    {
      if (out->len > 0)
        g_string_append_c (out, '\n');
      g_string_append (out, line);
      return;
    }
  left = g_strndup (line, joint - line);
  break_line (left, NULL, out);
  break_line (joint, NULL, out);
}

/* The lines of the title, parted by LF: as they stood, and where one is too long for
   the type area, broken after the body's name, before the year, before a word. */
char *
_gj_title_break (const char *title,
                 const char *body)
{
  g_auto (GStrv) lines = g_strsplit (title, "\n", -1);
  GString *out = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_strstrip (lines[i]);
      if (*lines[i] != '\0')
        break_line (lines[i], body, out);
    }
  return g_string_free (out, FALSE);
}

/* (nullable): lines that stand in the middle; %NULL when there are none */
GjBox *
_gj_box_new_title (GjJob      *job,
                   GjFontRole  role,
                   double      size,
                   const char *lines)
{
  GjBox *box;

  if (*lines == '\0')
    return NULL;

  box = _gj_box_new (GJ_BOX_TEXT);
  box->text = _gj_text_new (job);
  _gj_text_append (box->text, role, size, 0, lines, -1);
  box->lines = _gj_text_break_evenly (box->text, GJ_PAPER_TYPE_WIDTH);
  box->n_lines = box->lines->len;
  box->size = size;
  box->align = GJ_ALIGN_CENTRE;
  box->tag = role == GJ_FONT_TITLE ? "H1" : "P";
  box->whole = box->n_lines <= GJ_PAPER_LINES / 2;
  box->keep = TRUE;
  return box;
}
