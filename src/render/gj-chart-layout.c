/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-chart-private.h"

#include <math.h>

/* From top to bottom: title and legend, the numbers, the bars on their axis, the names of
 * the groups. All measures are multiples of the size of type. A number stands above its
 * bar; where it would run into another number or bar it is raised, and the bars are then
 * made lower so that there is room. */

#define LEAD 1.35
#define VALUE_SCALE 0.9
#define LEAST_SCALE 0.7
#define N_NAME_LINES 3
#define GROUP_GAP 0.32
#define BAR_GAP 0.08
#define BAR_MOST 2.4
#define GAP_SIGN "—"

typedef struct
{
  const GjChart  *chart;
  GjChartMeasure  measure;
  gpointer        data;
  GArray         *marks;
  double          width;
  double          size;
  double          value_size;
  double          name_size;
  double          top;
  double          axis;
  double          pitch;
  double          bar;
  double          bar_gap;
} Layout;

static void
mark_clear (gpointer data)
{
  g_free (((GjChartMark *) data)->text);
}

static void
add_text (Layout          *self,
          GjChartMarkKind  kind,
          guint            group,
          guint            series,
          const char      *text,
          double           size,
          double           x,
          double           y,
          double           align)
{
  double width = self->measure (text, size, self->data);
  GjChartMark mark = {
    kind, series, group, x - align * width, y, width, size * LEAD, size, g_strdup (text),
  };

  g_array_append_val (self->marks, mark);
}

static void
add_bar (Layout *self,
         guint   group,
         guint   series,
         double  x,
         double  y,
         double  width,
         double  height)
{
  GjChartMark mark = { GJ_CHART_BAR, series, group, x, y, width, height, 0, NULL };

  g_array_append_val (self->marks, mark);
}

/* Title and legend */

static double
get_legend_width (const Layout *self,
                  guint         series)
{
  return self->measure (gj_chart_get_series (self->chart, series), self->size, self->data) + 2.4 * self->size;
}

/* Beside the title when there is room, else below it, in as many lines as it takes. */
static void
add_legend (Layout *self,
            double  title_width)
{
  guint n = gj_chart_get_n_series (self->chart);
  double line = self->size * LEAD;
  double whole = 0;
  double x;

  if (n < 2)
    return;
  for (guint i = 0; i < n; i++)
    whole += get_legend_width (self, i);
  x = self->width - whole + self->size;
  if (title_width + self->size > x)
    {
      self->top += line;
      x = MAX (0, x);
    }
  for (guint i = 0; i < n; i++)
    {
      double width = get_legend_width (self, i);

      if (x > 0 && x + width - self->size > self->width + 0.01)
        {
          self->top += line;
          x = 0;
        }
      add_bar (self, GJ_NONE, i, x, self->top + 0.3 * self->size, 0.8 * self->size, 0.8 * self->size);
      add_text (self, GJ_CHART_NAME, GJ_NONE, i, gj_chart_get_series (self->chart, i), self->size,
                x + 1.2 * self->size, self->top, 0);
      x += width;
    }
}

static void
add_head (Layout *self)
{
  const char *title = gj_chart_get_title (self->chart);

  add_text (self, GJ_CHART_TITLE, GJ_NONE, 0, title, self->size, 0, 0, 0);
  add_legend (self, g_array_index (self->marks, GjChartMark, self->marks->len - 1).width);
  self->top += 1.8 * self->size;
}

/* The names of the groups */

static guint
count_name_lines (Layout *self,
                  double  size,
                  double  width)
{
  guint most = 1;

  for (guint i = 0; i < gj_chart_get_n_groups (self->chart); i++)
    {
      g_autoptr (GPtrArray) lines = _gj_chart_part_name (gj_chart_get_group (self->chart, i), size, width,
                                                         self->measure, self->data);

      most = MAX (most, lines->len);
    }
  return most;
}

static void
add_names (Layout *self)
{
  double line = self->name_size * LEAD;

  for (guint i = 0; i < gj_chart_get_n_groups (self->chart); i++)
    {
      g_autoptr (GPtrArray) lines = _gj_chart_part_name (gj_chart_get_group (self->chart, i), self->name_size,
                                                         0.94 * self->pitch, self->measure, self->data);

      _gj_chart_cut_name (lines, N_NAME_LINES);
      for (guint j = 0; j < lines->len; j++)
        add_text (self, GJ_CHART_NAME, i, 0, lines->pdata[j], self->name_size, (i + 0.5) * self->pitch,
                  self->axis + 0.35 * self->size + j * line, 0.5);
    }
}

/* Bars and numbers */

static double
to_double (const GjDecimal *value)
{
  return value != NULL ? MAX (0, value->mantissa / pow (10, value->scale)) : 0;
}

static double
find_most (const GjChart *chart)
{
  double most = 0;

  for (guint i = 0; i < gj_chart_get_n_groups (chart); i++)
    for (guint j = 0; j < gj_chart_get_n_series (chart); j++)
      most = MAX (most, to_double (gj_chart_get_value (chart, i, j)));
  return most;
}

static double
get_bar_x (const Layout *self,
           guint         group,
           guint         series)
{
  guint n = gj_chart_get_n_series (self->chart);
  double all = n * self->bar + (n - 1) * self->bar_gap;

  return (group + 0.5) * self->pitch - all / 2 + series * (self->bar + self->bar_gap);
}

static gboolean
overlap (const GjChartMark *a,
         const GjChartMark *b)
{
  return a->x < b->x + b->width - 0.01 && b->x < a->x + a->width - 0.01 && a->y < b->y + b->height - 0.01 &&
         b->y < a->y + a->height - 0.01;
}

/* Raises the last mark until it is free of those from @first on. */
static void
raise_value (Layout *self,
             guint   first)
{
  GjChartMark *value = &g_array_index (self->marks, GjChartMark, self->marks->len - 1);
  gboolean is_free = FALSE;

  while (!is_free)
    {
      is_free = TRUE;
      for (guint i = first; i + 1 < self->marks->len; i++)
        {
          const GjChartMark *other = &g_array_index (self->marks, GjChartMark, i);

          if (overlap (value, other))
            {
              value->y = other->y - value->height;
              is_free = FALSE;
            }
        }
    }
}

static void
add_bars (Layout *self,
          double  height,
          double  most)
{
  for (guint i = 0; i < gj_chart_get_n_groups (self->chart); i++)
    for (guint j = 0; j < gj_chart_get_n_series (self->chart); j++)
      {
        double share = to_double (gj_chart_get_value (self->chart, i, j)) / most;

        if (share > 0)
          add_bar (self, i, j, get_bar_x (self, i, j), self->axis - share * height, self->bar, share * height);
      }
}

static void
add_values (Layout *self,
            double  height,
            double  most,
            guint   first)
{
  for (guint i = 0; i < gj_chart_get_n_groups (self->chart); i++)
    for (guint j = 0; j < gj_chart_get_n_series (self->chart); j++)
      {
        const GjDecimal *value = gj_chart_get_value (self->chart, i, j);
        g_autofree char *number = value != NULL ? gj_decimal_to_string (value) : g_strdup (GAP_SIGN);

        add_text (self, value != NULL ? GJ_CHART_VALUE : GJ_CHART_GAP, i, j, number, self->value_size,
                  get_bar_x (self, i, j) + self->bar / 2,
                  self->axis - to_double (value) / most * height - self->value_size * LEAD, 0.5);
        raise_value (self, first);
      }
}

/* Lower bars until no number is pushed into the head. */
static void
add_figures (Layout *self)
{
  guint first = self->marks->len;
  double most = MAX (find_most (self->chart), 1e-6);
  double room = self->axis - self->top;
  double head = self->value_size * LEAD;

  for (guint i = 0; i < 12; i++)
    {
      double height = MAX (0, room - head);
      double highest = self->axis;

      g_array_set_size (self->marks, first);
      add_bars (self, height, most);
      add_values (self, height, most, first);
      for (guint j = first; j < self->marks->len; j++)
        highest = MIN (highest, g_array_index (self->marks, GjChartMark, j).y);
      if (highest >= self->top - 0.01 || height <= 0)
        break;
      head += self->top - highest;
    }
}

/* Numbers are set smaller before they are raised. */
static void
choose_sizes (Layout *self)
{
  guint n_series = gj_chart_get_n_series (self->chart);
  double room;
  double widest = 0;

  self->bar_gap = 0;
  self->bar = (1 - GROUP_GAP) * self->pitch / n_series;
  self->bar_gap = n_series > 1 ? BAR_GAP * self->bar : 0;
  self->bar = MIN (self->bar - self->bar_gap, BAR_MOST * self->size);
  room = n_series > 1 ? self->bar + self->bar_gap : 0.94 * self->pitch;
  for (guint i = 0; i < gj_chart_get_n_groups (self->chart); i++)
    for (guint j = 0; j < n_series; j++)
      {
        const GjDecimal *value = gj_chart_get_value (self->chart, i, j);
        g_autofree char *number = value != NULL ? gj_decimal_to_string (value) : g_strdup (GAP_SIGN);

        widest = MAX (widest, self->measure (number, self->size, self->data));
      }
  self->value_size = self->size * CLAMP (room / MAX (widest, 1), LEAST_SCALE, VALUE_SCALE);
  self->name_size = self->size * VALUE_SCALE;
  for (guint i = 0; i < gj_chart_get_n_groups (self->chart); i++)
    self->name_size = MIN (self->name_size, self->size * 0.94 * self->pitch /
                           MAX (1, _gj_chart_get_widest (gj_chart_get_group (self->chart, i), self->size,
                                                         self->measure, self->data)));
  self->name_size = MAX (self->name_size, self->size * LEAST_SCALE);
  if (count_name_lines (self, self->name_size, 0.94 * self->pitch) > 2)
    self->name_size = self->size * LEAST_SCALE;
}

/**
 * gj_chart_lay_out:
 * @width: of the picture
 * @height: of the picture
 * @size: the size of type, in the same unit
 * @measure: tells how wide words are
 * @data: for @measure
 *
 * Puts the chart into a picture, for any painter: the same marks on paper, in the window
 * and in a page.
 *
 * Returns: (transfer full) (element-type GjChartMark): what is to be painted, in order
 */
GArray *
gj_chart_lay_out (const GjChart  *self,
                  double          width,
                  double          height,
                  double          size,
                  GjChartMeasure  measure,
                  gpointer        data)
{
  Layout layout = { self, measure, data, NULL, width, size, .top = 0 };
  GjChartMark axis = { GJ_CHART_AXIS, 0, GJ_NONE, 0, 0, width, 0, 0, NULL };
  guint n_lines;

  g_return_val_if_fail (self != NULL && measure != NULL, NULL);
  g_return_val_if_fail (size > 0, NULL);

  layout.marks = g_array_new (FALSE, FALSE, sizeof (GjChartMark));
  g_array_set_clear_func (layout.marks, mark_clear);
  if (gj_chart_get_n_groups (self) == 0 || gj_chart_get_n_series (self) == 0 || width <= 0)
    return layout.marks;

  layout.pitch = width / gj_chart_get_n_groups (self);
  choose_sizes (&layout);
  n_lines = MIN (N_NAME_LINES, count_name_lines (&layout, layout.name_size, 0.94 * layout.pitch));
  layout.axis = height - 0.35 * size - n_lines * layout.name_size * LEAD;
  add_head (&layout);
  layout.axis = MAX (layout.axis, layout.top);
  add_figures (&layout);
  axis.y = layout.axis;
  g_array_append_val (layout.marks, axis);
  add_names (&layout);
  return layout.marks;
}
