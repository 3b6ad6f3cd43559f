/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-review-private.h"

/* Where on the pages a finding is seen: at each of its cells, and beside the line in which
 * its words begin. A finding that has neither on the pages is seen at the heading of its
 * place. */

static void
add_mark (GArray       *marks,
          guint         page,
          const GjSpot *spot)
{
  GjReviewMark mark = { page, spot };

  g_array_append_val (marks, mark);
}

static guint
get_n_spots (const GjPage *page)
{
  return page->spots != NULL ? page->spots->len : 0;
}

static void
find_cells (GjReview  *self,
            GjFinding *finding,
            GArray    *marks)
{
  for (guint i = 0; i < self->n_pages; i++)
    {
      const GjPage *page = self->pages->pdata[i];

      for (guint j = 0; j < get_n_spots (page); j++)
        {
          const GjSpot *spot = &g_array_index (page->spots, GjSpot, j);

          if (spot->cell != GJ_NONE && gj_finding_has_cell (finding, spot->cell))
            add_mark (marks, i, spot);
        }
    }
}

/* The first line of @place that reaches beyond character @start; a heading comes before
   all of them. */
static void
find_line (GjReview *self,
           guint     place,
           guint     start,
           gboolean  heading,
           GArray   *marks)
{
  for (guint i = 0; i < self->n_pages; i++)
    {
      const GjPage *page = self->pages->pdata[i];

      for (guint j = 0; j < get_n_spots (page); j++)
        {
          const GjSpot *spot = &g_array_index (page->spots, GjSpot, j);

          if (spot->cell != GJ_NONE || spot->place != place || (!heading && spot->end <= start))
            continue;
          add_mark (marks, i, spot);
          return;
        }
    }
}

/* (element-type GjReviewMark) */
GArray *
_gj_review_find_spots (GjReview  *self,
                       GjFinding *finding)
{
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (GjReviewMark));
  guint place = _gj_review_find_place (self->report, finding);
  guint start;

  find_cells (self, finding, marks);
  if (gj_finding_get_text (finding, NULL, &start, NULL))
    find_line (self, place, start, FALSE, marks);
  if (marks->len == 0)
    find_line (self, place, 0, TRUE, marks);
  return marks;
}
