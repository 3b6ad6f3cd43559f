/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-box-private.h"
#include "gj-paper.h"

#include <stdio.h>
#include <string.h>

/* GB/T 9704-2012, 7.3.5.1, for what is sealed: the date four characters from the right
 * edge, the body's name in the line above, centred over the date; the seal is set on both.
 * A name so long that it would leave the type area ends at its edge, and the date stays
 * in the middle under it. */

#define TRACKING (GJ_PAPER_CELL - GJ_PAPER_SIZE_3)
#define FOUR (4 * GJ_PAPER_CELL)

/* 2026-01-30 as 2026年1月30日; what is no date as it stands. */
char *
_gj_date_format (const char *date)
{
  guint year, month, day;
  int end = 0;

  if (sscanf (date, "%4u-%2u-%2u%n", &year, &month, &day, &end) == 3 && end > 0 && date[end] == '\0')
    return g_strdup_printf ("%u年%u月%u日", year, month, day);
  return g_strdup (date);
}

/* As many lines as stand in @signature, each fitted into the type area. */
static void
add_signature (GjBox      *box,
               const char *signature)
{
  g_auto (GStrv) lines = g_strsplit (signature, "\n", -1);
  gboolean first = TRUE;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_strstrip (lines[i]);
      if (*lines[i] == '\0')
        continue;
      if (!first)
        _gj_text_append (box->text, GJ_FONT_BODY, GJ_PAPER_SIZE_3, TRACKING, "\n", 1);
      _gj_text_append (box->text, GJ_FONT_BODY, GJ_PAPER_SIZE_3, TRACKING, lines[i], -1);
      first = FALSE;
    }
}

static double
get_widest (const GArray *lines,
            guint         n_lines)
{
  double widest = 0;

  for (guint i = 0; i < n_lines; i++)
    widest = MAX (widest, g_array_index (lines, GjLine, i).width);
  return widest;
}

/* @n_names lines of the body's name, then the date, all centred on one axis. */
static void
set_offsets (GjBox *box,
             guint  n_names)
{
  double names = get_widest (box->lines, n_names);
  double last = g_array_index (box->lines, GjLine, box->lines->len - 1).width;
  double axis = GJ_PAPER_TYPE_WIDTH - MAX (FOUR + last / 2, names / 2);

  for (guint i = 0; i < box->lines->len; i++)
    {
      double offset = MAX (0, axis - g_array_index (box->lines, GjLine, i).width / 2);

      g_array_append_val (box->offsets, offset);
    }
}

/* (nullable): body and date below the text; %NULL when there is neither */
GjBox *
_gj_box_new_signature (GjJob      *job,
                       const char *signature,
                       const char *date)
{
  g_autofree char *name = g_strstrip (g_strdup (signature != NULL ? signature : ""));
  g_autofree char *day = g_strstrip (_gj_date_format (date != NULL ? date : ""));
  g_autoptr (GArray) names = NULL;
  GjBox *box;

  if (*name == '\0' && *day == '\0')
    return NULL;

  box = _gj_box_new (GJ_BOX_TEXT);
  box->text = _gj_text_new (job);
  add_signature (box, name);
  names = _gj_text_break_evenly (box->text, GJ_PAPER_TYPE_WIDTH);
  box->lines = g_array_new (FALSE, TRUE, sizeof (GjLine));
  g_array_append_vals (box->lines, names->data, names->len);
  if (*day != '\0')
    {
      GjLine line = { 0 };

      _gj_text_get_clusters (box->text, &line.start);
      line.width = -_gj_text_get_width (box->text);
      _gj_text_append (box->text, GJ_FONT_BODY, GJ_PAPER_SIZE_3, TRACKING, day, -1);
      _gj_text_get_clusters (box->text, &line.end);
      line.width += _gj_text_get_width (box->text);
      g_array_append_val (box->lines, line);
    }
  box->n_lines = box->lines->len;
  box->size = GJ_PAPER_SIZE_3;
  box->align = GJ_ALIGN_OFFSETS;
  box->offsets = g_array_new (FALSE, FALSE, sizeof (double));
  set_offsets (box, names->len);
  box->tag = "P";
  box->whole = TRUE;
  box->follows = TRUE;
  return box;
}
