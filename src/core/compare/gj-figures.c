/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-comparison.h"

#include "gj-comparison-private.h"
#include "gj-pair-value.h"

/* The few numbers by which reports are put side by side. Which they are is said by the
 * forms, under the same ids. */

/**
 * _gj_figure_read:
 * @figure: a figure of the report's form
 * @report: a report
 * @value: (out): the number
 *
 * Returns: whether the report states it
 */
gboolean
_gj_figure_read (const GjFormFigure *figure,
                 GjReport           *report,
                 GjDecimal          *value)
{
  const GjQuantity *quantity = figure->quantity;
  g_auto (GjPairValue) read = { 0 };

  _gj_pair_value_read (&read, report, quantity->terms, quantity->n_terms, quantity->constant);

  return read.is_number && gj_sum_to_decimal (&read.sum, value);
}

static GjFigure *
find_figure (GArray     *figures,
             const char *id)
{
  for (guint i = 0; i < figures->len; i++)
    if (g_str_equal (g_array_index (figures, GjFigure, i).id, id))
      return &g_array_index (figures, GjFigure, i);

  return NULL;
}

static GjFigure *
add_figure (GArray             *figures,
            const GjFormFigure *from)
{
  GjFigure figure = { .id = from->id, .name = from->name };

  g_array_append_val (figures, figure);
  return &g_array_index (figures, GjFigure, figures->len - 1);
}

GArray *
_gj_comparison_find_figures (GjComparison *self)
{
  GArray *figures = g_array_new (FALSE, TRUE, sizeof (GjFigure));
  GjForm *new_form = gj_report_get_form (self->new_report);
  GjForm *old_form = gj_report_get_form (self->old_report);

  for (guint i = 0; i < gj_form_get_n_figures (new_form); i++)
    {
      const GjFormFigure *from = gj_form_get_figure (new_form, i);
      GjFigure *figure = add_figure (figures, from);

      figure->has_new = _gj_figure_read (from, self->new_report, &figure->new_value);
    }

  for (guint i = 0; i < gj_form_get_n_figures (old_form); i++)
    {
      const GjFormFigure *from = gj_form_get_figure (old_form, i);
      GjFigure *figure = find_figure (figures, from->id);

      if (figure == NULL)
        figure = add_figure (figures, from);
      figure->has_old = _gj_figure_read (from, self->old_report, &figure->old_value);
    }

  return figures;
}

/**
 * gj_comparison_get_figures:
 * @self: a comparison
 *
 * Returns: (transfer none) (element-type GjFigure): the main figures, in the order of a
 *          chart
 */
const GArray *
gj_comparison_get_figures (GjComparison *self)
{
  g_return_val_if_fail (GJ_IS_COMPARISON (self), NULL);

  if (self->figures == NULL)
    self->figures = _gj_comparison_find_figures (self);

  return self->figures;
}
