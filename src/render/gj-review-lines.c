/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-review-private.h"

/* The words that a finding is about are underlined where they stand. Where each character
 * came to stand is read from the runs of its line, which hold the line's characters in
 * their order. */

#define RULE_WIDTH 0.6
#define BELOW 0.16

/* A stretch of a line, from the first of its characters to the last. */
typedef struct
{
  guint    start;
  guint    end;
  gboolean found;
  double   left;
  double   right;
  double   y;
} Stretch;

static gboolean
is_in_line (const GjTextRun *run,
            const GjSpot    *spot)
{
  return run->y > spot->y && run->y < spot->y + spot->height && run->x >= spot->x - spot->height &&
         run->x <= spot->x + spot->width + spot->height;
}

static double
get_glyph_x (const GjTextRun *run,
             guint            glyph)
{
  return glyph < run->n_glyphs ? run->glyphs[glyph].x : run->x + run->width;
}

/* @at: how many characters of the place come before the run; returns how many come before
   the next. */
static guint
read_run (const GjTextRun *run,
          guint            at,
          Stretch         *stretch)
{
  const char *p = run->string;
  guint glyph = 0;

  for (guint i = 0; i < run->n_clusters; i++)
    {
      const cairo_text_cluster_t *cluster = run->clusters + i;

      if (at >= stretch->start && at < stretch->end)
        {
          if (!stretch->found)
            stretch->left = get_glyph_x (run, glyph);
          stretch->found = TRUE;
          stretch->right = get_glyph_x (run, glyph + cluster->num_glyphs);
          stretch->y = run->y + BELOW * run->size;
        }
      at += g_utf8_strlen (p, cluster->num_bytes);
      p += cluster->num_bytes;
      glyph += cluster->num_glyphs;
    }
  return at;
}

static void
underline (GjPage       *page,
           const GjSpot *spot,
           guint         start,
           guint         end)
{
  Stretch stretch = { .start = start, .end = end };
  guint at = spot->start;

  for (guint i = 0; i < page->ops->len; i++)
    {
      const GjOp *op = &g_array_index (page->ops, GjOp, i);

      if (op->kind == GJ_OP_TEXT && !op->text.backward && is_in_line (&op->text, spot))
        at = read_run (&op->text, at, &stretch);
    }
  if (!stretch.found || stretch.right <= stretch.left)
    return;

  if (spot->turned)
    _gj_page_turn (page, TRUE);
  _gj_page_add_rule (page, stretch.left, stretch.y, stretch.right - stretch.left, RULE_WIDTH, FALSE);
  if (spot->turned)
    _gj_page_turn (page, FALSE);
}

static void
underline_finding (GjReview  *self,
                   GjFinding *finding)
{
  guint place = _gj_review_find_place (self->report, finding);
  guint start;
  guint end;

  if (!gj_finding_get_text (finding, NULL, &start, &end))
    return;

  for (guint i = 0; i < self->n_pages; i++)
    {
      GjPage *page = self->pages->pdata[i];
      guint n_spots = page->spots != NULL ? page->spots->len : 0;

      for (guint j = 0; j < n_spots; j++)
        {
          const GjSpot *spot = &g_array_index (page->spots, GjSpot, j);

          if (spot->cell == GJ_NONE && spot->place == place && spot->start < end && spot->end > start)
            underline (page, spot, start, end);
        }
    }
}

/* Underlines the words of all findings, before anything else is put on the pages. */
void
_gj_review_underline (GjReview *self)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      GjFindingGroup *group = g_array_index (self->items, GjReviewItem, i).group;

      for (guint j = 0; j < gj_finding_group_get_n_findings (group); j++)
        underline_finding (self, gj_finding_group_get_finding (group, j));
    }
}
