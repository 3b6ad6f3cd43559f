/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-review-private.h"

/* Which number a finding has on paper: the numbers rise as one reads, page by page, line
 * by line. What stands nowhere on the pages comes last. */

static void
item_clear (gpointer data)
{
  GjReviewItem *item = data;

  g_clear_object (&item->group);
}

/* The place in the report that a finding names, %GJ_PLACE_NONE for none. */
guint
_gj_review_find_place (GjReport  *report,
                       GjFinding *finding)
{
  const char *section = gj_finding_get_section (finding);
  guint index;

  if (g_strcmp0 (section, "title") == 0)
    return GJ_PLACE_TITLE;
  if (g_strcmp0 (section, "preface") == 0)
    return gj_report_get_preface (report);
  if (g_strcmp0 (section, "signature") == 0)
    return GJ_PLACE_SIGNATURE;

  index = section != NULL ? gj_form_find_section (gj_report_get_form (report), section) : GJ_NONE;
  return index != GJ_NONE ? index : GJ_PLACE_NONE;
}

/* Where an item's first mark will stand: above or before where it stands so far. */
static void
raise_item (GjReviewItem *item,
            guint         page,
            const GjSpot *spot)
{
  if (page > item->page || (page == item->page && (spot->y > item->y || (spot->y == item->y && spot->x >= item->x))))
    return;

  item->page = page;
  item->y = spot->y;
  item->x = spot->x;
}

static void
find_finding (GjReview     *self,
              GjReviewItem *item,
              GjFinding    *finding)
{
  g_autoptr (GArray) marks = _gj_review_find_spots (self, finding);

  for (guint i = 0; i < marks->len; i++)
    {
      const GjReviewMark *mark = &g_array_index (marks, GjReviewMark, i);

      raise_item (item, mark->page, mark->spot);
    }
}

static int
compare_items (gconstpointer a,
               gconstpointer b)
{
  const GjReviewItem *left = a;
  const GjReviewItem *right = b;

  if (left->page != right->page)
    return left->page < right->page ? -1 : 1;
  if (left->page == G_MAXUINT)
    return (left->number > right->number) - (left->number < right->number);
  if (left->y != right->y)
    return left->y < right->y ? -1 : 1;
  if (left->x != right->x)
    return left->x < right->x ? -1 : 1;
  return (left->number > right->number) - (left->number < right->number);
}

static GPtrArray *
make_groups (GjReport             *report,
             const GjPaperOptions *options)
{
  g_autoptr (GPtrArray) found = options->findings != NULL ? g_ptr_array_ref (options->findings)
                                                          : gj_paper_find (report);
  GPtrArray *groups;

  gj_language_begin (GJ_LANGUAGE_ZH);
  groups = gj_finding_groups_make (report, found);
  gj_language_end ();
  return groups;
}

/* @pages: (nullable): those of the report, when findings are to be found on them */
void
_gj_review_init (GjReview             *self,
                 GjJob                *job,
                 GjReport             *report,
                 const GjPaperOptions *options,
                 GPtrArray            *pages)
{
  g_autoptr (GPtrArray) groups = make_groups (report, options);

  *self = (GjReview) { .job = job, .report = report, .options = options, .pages = pages };
  self->n_pages = pages != NULL ? pages->len : 0;
  self->items = g_array_new (FALSE, TRUE, sizeof (GjReviewItem));
  g_array_set_clear_func (self->items, item_clear);
  for (guint i = 0; i < groups->len; i++)
    {
      GjReviewItem item = { .group = g_object_ref (groups->pdata[i]), .number = i, .page = G_MAXUINT };

      for (guint j = 0; j < gj_finding_group_get_n_findings (item.group); j++)
        find_finding (self, &item, gj_finding_group_get_finding (item.group, j));
      g_array_append_val (self->items, item);
    }
  g_array_sort (self->items, compare_items);
  for (guint i = 0; i < self->items->len; i++)
    g_array_index (self->items, GjReviewItem, i).number = i + 1;
}

void
_gj_review_clear (GjReview *self)
{
  g_clear_pointer (&self->items, g_array_unref);
}
