/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-box-private.h"
#include "gj-paper.h"
#include "gj-signing-private.h"

/* At the end of the report: 负责人（签字）, a rule to sign on, and the place of the seal. */

#define TRACKING (GJ_PAPER_CELL - GJ_PAPER_SIZE_3)
#define BLANK 8
#define RULE_WIDTH 0.5

/* The words, with ideographic spaces where the rule is drawn. */
#define WORDS "负责人（签字）："
#define N_WORDS 8
#define BLANKS "　　　　　　　　"
#define SEAL "　（公章）"

GjBox *
_gj_box_new_signing_line (GjJob *job)
{
  GjBox *box = _gj_box_new (GJ_BOX_TEXT);
  GjLine line = { 0 };
  double left;

  box->text = _gj_text_new (job);
  _gj_text_append (box->text, GJ_FONT_BODY, GJ_PAPER_SIZE_3, TRACKING, WORDS BLANKS SEAL, -1);
  _gj_text_get_clusters (box->text, &line.end);
  line.width = _gj_text_get_width (box->text);
  box->lines = g_array_new (FALSE, TRUE, sizeof (GjLine));
  g_array_append_val (box->lines, line);
  box->n_lines = 1;
  box->size = GJ_PAPER_SIZE_3;
  box->align = GJ_ALIGN_OFFSETS;
  left = MAX (0, GJ_PAPER_TYPE_WIDTH - 2 * GJ_PAPER_CELL - line.width);
  box->offsets = g_array_new (FALSE, FALSE, sizeof (double));
  g_array_append_val (box->offsets, left);
  box->tag = "P";
  box->whole = TRUE;
  box->follows = TRUE;
  return box;
}

/* Draws the rule where the line has been put. */
void
_gj_signing_line_rule (GjPage *page)
{
  for (guint i = 0; page->spots != NULL && i < page->spots->len; i++)
    {
      const GjSpot *spot = &g_array_index (page->spots, GjSpot, i);
      double y = spot->y + _gj_text_get_baseline (GJ_PAPER_SIZE_3, spot->height) + 0.12 * GJ_PAPER_SIZE_3;

      if (spot->place == GJ_PLACE_SIGNING_LINE)
        _gj_page_add_rule (page, spot->x + N_WORDS * GJ_PAPER_CELL, y, BLANK * GJ_PAPER_CELL, RULE_WIDTH, FALSE);
    }
}
