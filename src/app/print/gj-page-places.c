/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-page-places.h"

/* Pixels to pt at the size on paper. */
#define FULL_SIZE (96.0 / 72.0)

void
gj_page_places_get_size (GjPages *pages,
                         double   factor,
                         guint    index,
                         int     *width,
                         int     *height)
{
  const GjPage *page = gj_pages_get_page (pages, index);

  *width = (int) (gj_page_get_width (page) * factor * FULL_SIZE + 0.5);
  *height = (int) (gj_page_get_height (page) * factor * FULL_SIZE + 0.5);
}

int
gj_page_places_get_top (GjPages *pages,
                        double   factor,
                        guint    index)
{
  guint n_pages = gj_pages_get_n_pages (pages);
  int y = GJ_PAGE_MARGIN;

  for (guint i = 0; i < index && i < n_pages; i++)
    {
      int width;
      int height;

      gj_page_places_get_size (pages, factor, i, &width, &height);
      y += height + GJ_PAGE_GAP;
    }

  return index < n_pages ? y : y - GJ_PAGE_GAP + GJ_PAGE_MARGIN;
}

int
gj_page_places_get_width (GjPages *pages,
                          double   factor)
{
  int widest = 0;

  for (guint i = 0; i < gj_pages_get_n_pages (pages); i++)
    {
      int width;
      int height;

      gj_page_places_get_size (pages, factor, i, &width, &height);
      widest = MAX (widest, width);
    }

  return widest + 2 * GJ_PAGE_MARGIN;
}

guint
gj_page_places_find (GjPages *pages,
                     double   factor,
                     double   y)
{
  guint page = 0;

  while (page + 1 < gj_pages_get_n_pages (pages) &&
         gj_page_places_get_top (pages, factor, page + 1) - GJ_PAGE_GAP <= y)
    page++;

  return page;
}

double
gj_page_places_fit (GjPages  *pages,
                    gboolean  whole,
                    int       width,
                    int       height)
{
  double widest = 1;
  double tallest = 1;
  double factor;

  for (guint i = 0; i < gj_pages_get_n_pages (pages); i++)
    {
      const GjPage *page = gj_pages_get_page (pages, i);

      widest = MAX (widest, gj_page_get_width (page));
      tallest = MAX (tallest, gj_page_get_height (page));
    }

  factor = (width - 2 * GJ_PAGE_MARGIN) / widest;
  if (whole)
    factor = MIN (factor, (height - 2 * GJ_PAGE_MARGIN) / tallest);

  return CLAMP (factor / FULL_SIZE, 0.1, 4);
}

double
gj_page_places_step (double factor,
                     int    direction)
{
  static const double steps[] = { 0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 2, 3, 4 };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      guint step = direction > 0 ? i : (guint) G_N_ELEMENTS (steps) - 1 - i;

      if ((steps[step] - factor) * direction > 0.01)
        return steps[step];
    }

  return factor;
}
