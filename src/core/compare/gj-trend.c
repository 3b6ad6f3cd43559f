/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-trend.h"

#include "gj-body.h"
#include "gj-comparison-private.h"
#include "gj-messages.h"

/* Any number of years of one body. The columns are ordered by year, doubles as they were
 * given; a year between two others without a report is a column of its own, so that no
 * line of a chart hides it. */

/* A gap wider than this is said, not drawn. */
#define MAX_GAP 20

typedef struct
{
  GjDecimal value;
  gboolean  is_known;
} Value;

struct _GjTrend
{
  GArray *columns;
  GArray *figures;
  GArray *values;
  GArray *remarks;
};

static void
column_clear (gpointer data)
{
  GjTrendColumn *column = data;

  g_clear_object (&column->report);
  g_clear_pointer (&column->name, g_free);
}

static void
remark_clear (gpointer data)
{
  g_free (((GjTrendRemark *) data)->message);
}

static GjTrendColumn *
get_column (const GjTrend *self,
            guint          i)
{
  return &g_array_index (self->columns, GjTrendColumn, i);
}

static int
compare_columns (gconstpointer a,
                 gconstpointer b)
{
  const GjTrendColumn *left = a;
  const GjTrendColumn *right = b;

  if ((left->year == 0) != (right->year == 0))
    return left->year == 0 ? 1 : -1;
  if (left->year != right->year)
    return left->year < right->year ? -1 : 1;

  return left->index < right->index ? -1 : left->index > right->index;
}

static void
add_reports (GjTrend           *self,
             GjReport *const   *reports,
             const char *const *names,
             guint              n_reports)
{
  for (guint i = 0; i < n_reports; i++)
    {
      GjTrendColumn column = {
        .year = gj_report_get_year (reports[i]),
        .report = g_object_ref (reports[i]),
        .name = names != NULL ? g_strdup (names[i]) : NULL,
        .index = i,
      };

      g_array_append_val (self->columns, column);
    }

  g_array_sort (self->columns, compare_columns);
}

/* Bodies: one link leads to the next, so that a body may be renamed twice. The body that
 * most reports are of is the one that the others are held against; the newest of several. */

static gboolean
is_one_body (const GjTrend *self,
             guint          i,
             guint          j)
{
  return gj_report_match_body (get_column (self, i)->report, get_column (self, j)->report) != GJ_BODY_OTHER;
}

static guint
find_main (const GjTrend *self)
{
  guint best = 0;
  guint most = 0;

  for (guint i = 0; i < self->columns->len; i++)
    {
      guint n = 0;

      for (guint j = 0; j < self->columns->len; j++)
        n += is_one_body (self, i, j);
      if (n > most || (n == most && get_column (self, i)->year > get_column (self, best)->year))
        {
          best = i;
          most = n;
        }
    }

  return best;
}

static void
find_other_bodies (GjTrend *self)
{
  guint n = self->columns->len;
  guint main_column = find_main (self);
  gboolean changed = TRUE;

  for (guint i = 0; i < n; i++)
    get_column (self, i)->is_other_body = i != main_column;

  while (changed)
    {
      changed = FALSE;
      for (guint i = 0; i < n; i++)
        for (guint j = 0; j < n && get_column (self, i)->is_other_body; j++)
          if (!get_column (self, j)->is_other_body && is_one_body (self, i, j))
            {
              get_column (self, i)->is_other_body = FALSE;
              changed = TRUE;
            }
    }
}

/* (nullable): the report of the same body and year that was given before */
static GjTrendColumn *
find_double (const GjTrend *self,
             guint          i)
{
  const GjTrendColumn *column = get_column (self, i);

  for (guint j = i; j > 0 && get_column (self, j - 1)->year == column->year; j--)
    if (column->year != 0 && !column->is_other_body && !get_column (self, j - 1)->is_other_body)
      return get_column (self, j - 1);

  return NULL;
}

static void
find_doubles (GjTrend *self)
{
  for (guint i = 1; i < self->columns->len; i++)
    {
      GjTrendColumn *other = find_double (self, i);

      if (other != NULL)
        get_column (self, i)->is_double = other->is_double = TRUE;
    }
}

static void
add_gaps (GjTrend *self)
{
  for (guint i = 1; i < self->columns->len; i++)
    {
      int last = get_column (self, i - 1)->year;
      int year = get_column (self, i)->year;

      if (last == 0 || year <= last + 1 || year > last + MAX_GAP)
        continue;

      for (int missing = last + 1; missing < year; missing++)
        {
          GjTrendColumn column = { .year = missing, .index = GJ_NONE };

          g_array_insert_val (self->columns, i++, column);
        }
    }
}

/* Words */

static char *
name_report (const GjTrendColumn *column)
{
  if (column->name != NULL)
    return g_strdup_printf (_("“%s”"), column->name);

  return g_strdup_printf (_("the report of %d"), column->year);
}

static void
add_remark (GjTrend    *self,
            const char *check,
            guint       column,
            char       *message)
{
  GjTrendRemark remark = { check, column, message };

  g_array_append_val (self->remarks, remark);
}

/* The years without a report that follow each other are one gap. */
static void
remark_gap (GjTrend *self,
            guint    i)
{
  guint last = i;

  if (i > 0 && get_column (self, i - 1)->report == NULL)
    return;

  while (last + 1 < self->columns->len && get_column (self, last + 1)->report == NULL)
    last++;
  add_remark (self, "C14", i,
              last == i
              ? g_strdup_printf (_("There is no report of %d."), get_column (self, i)->year)
              : g_strdup_printf (_("There is no report of %1$d to %2$d."), get_column (self, i)->year,
                                 get_column (self, last)->year));
}

static void
remark_year (GjTrend *self,
             guint    i)
{
  const GjTrendColumn *column = get_column (self, i);
  const GjTrendColumn *before = i > 0 ? get_column (self, i - 1) : NULL;
  g_autofree char *name = column->report != NULL ? name_report (column) : NULL;

  if (column->report == NULL)
    {
      remark_gap (self, i);
    }
  else if (column->year == 0)
    {
      add_remark (self, "C14", i, g_strdup_printf (_("%s does not state its year."), name));
    }
  else if (find_double (self, i) != NULL)
    {
      g_autofree char *other = name_report (find_double (self, i));

      add_remark (self, "C14", i, g_strdup_printf (_("%1$s and %2$s are both of %3$d."), other, name, column->year));
    }
  else if (before != NULL && before->year != 0 && column->year > before->year + 1)
    {
      add_remark (self, "C14", i, g_strdup_printf (_("There is no report of %1$d to %2$d."),
                                                   before->year + 1, column->year - 1));
    }
}

static const GjTrendColumn *
find_reference (const GjTrend *self)
{
  for (guint i = self->columns->len; i > 0; i--)
    if (get_column (self, i - 1)->report != NULL && !get_column (self, i - 1)->is_other_body)
      return get_column (self, i - 1);

  return NULL;
}

static void
remark_body (GjTrend             *self,
             const GjTrendColumn *reference,
             guint                i)
{
  const GjTrendColumn *column = get_column (self, i);
  g_autofree char *name = NULL;

  if (!column->is_other_body)
    return;

  name = name_report (column);
  add_remark (self, "C15", i,
              g_strdup_printf (_("%1$s is of “%2$s”, not of “%3$s”. If the body was renamed, link the two."), name,
                               gj_report_get_field (column->report, GJ_FIELD_BODY),
                               gj_report_get_field (reference->report, GJ_FIELD_BODY)));
}

static void
find_remarks (GjTrend *self)
{
  const GjTrendColumn *reference = find_reference (self);

  for (guint i = 0; i < self->columns->len; i++)
    {
      remark_year (self, i);
      if (reference != NULL)
        remark_body (self, reference, i);
    }
}

/* Figures: those of the newest form first; the same id is the same figure. */

static guint
find_figure (const GjTrend *self,
             const char    *id)
{
  for (guint i = 0; i < self->figures->len; i++)
    if (g_str_equal (g_array_index (self->figures, GjTrendFigure, i).id, id))
      return i;

  return GJ_NONE;
}

static void
collect_figures (GjTrend *self)
{
  for (guint i = self->columns->len; i > 0; i--)
    {
      GjReport *report = get_column (self, i - 1)->report;
      GjForm *form = report != NULL ? gj_report_get_form (report) : NULL;

      for (guint j = 0; form != NULL && j < gj_form_get_n_figures (form); j++)
        {
          const GjFormFigure *from = gj_form_get_figure (form, j);
          GjTrendFigure figure = { from->id, from->name };

          if (find_figure (self, from->id) == GJ_NONE)
            g_array_append_val (self->figures, figure);
        }
    }
}

static void
read_values (GjTrend *self)
{
  g_array_set_size (self->values, self->figures->len * self->columns->len);

  for (guint i = 0; i < self->columns->len; i++)
    {
      GjReport *report = get_column (self, i)->report;
      GjForm *form = report != NULL ? gj_report_get_form (report) : NULL;

      for (guint j = 0; form != NULL && j < gj_form_get_n_figures (form); j++)
        {
          const GjFormFigure *from = gj_form_get_figure (form, j);
          guint figure = find_figure (self, from->id);
          Value *value = &g_array_index (self->values, Value, figure * self->columns->len + i);

          value->is_known = _gj_figure_read (from, report, &value->value);
        }
    }
}

/**
 * gj_trend_new:
 * @reports: (array length=n_reports): reports of some years, in any order
 * @names: (nullable) (array length=n_reports): what people call them, as file names
 * @n_reports: how many there are, at least one
 * @flags: what a person said about them
 *
 * Returns: (transfer full): the trend; its words are in the language of messages
 */
GjTrend *
gj_trend_new (GjReport *const   *reports,
              const char *const *names,
              guint              n_reports,
              GjTrendFlags       flags)
{
  GjTrend *self;

  g_return_val_if_fail (reports != NULL && n_reports > 0, NULL);

  self = g_new0 (GjTrend, 1);
  self->columns = g_array_new (FALSE, TRUE, sizeof (GjTrendColumn));
  self->figures = g_array_new (FALSE, TRUE, sizeof (GjTrendFigure));
  self->values = g_array_new (FALSE, TRUE, sizeof (Value));
  self->remarks = g_array_new (FALSE, TRUE, sizeof (GjTrendRemark));
  g_array_set_clear_func (self->columns, column_clear);
  g_array_set_clear_func (self->remarks, remark_clear);

  add_reports (self, reports, names, n_reports);
  if ((flags & GJ_TREND_SAME_BODY) == 0)
    find_other_bodies (self);
  find_doubles (self);
  add_gaps (self);
  find_remarks (self);
  collect_figures (self);
  read_values (self);

  return self;
}

void
gj_trend_free (GjTrend *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->columns);
  g_array_unref (self->figures);
  g_array_unref (self->values);
  g_array_unref (self->remarks);
  g_free (self);
}

guint
gj_trend_get_n_columns (const GjTrend *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->columns->len;
}

const GjTrendColumn *
gj_trend_get_column (const GjTrend *self,
                     guint          column)
{
  g_return_val_if_fail (self != NULL && column < self->columns->len, NULL);

  return get_column (self, column);
}

guint
gj_trend_get_n_figures (const GjTrend *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->figures->len;
}

const GjTrendFigure *
gj_trend_get_figure (const GjTrend *self,
                     guint          figure)
{
  g_return_val_if_fail (self != NULL && figure < self->figures->len, NULL);

  return &g_array_index (self->figures, GjTrendFigure, figure);
}

/**
 * gj_trend_get_value:
 * @self: a trend
 * @figure: which figure
 * @column: which year
 * @value: (out): the number
 *
 * Returns: whether the year's report states it
 */
gboolean
gj_trend_get_value (const GjTrend *self,
                    guint          figure,
                    guint          column,
                    GjDecimal     *value)
{
  const Value *found;

  g_return_val_if_fail (self != NULL && value != NULL, FALSE);
  g_return_val_if_fail (figure < self->figures->len && column < self->columns->len, FALSE);

  found = &g_array_index (self->values, Value, figure * self->columns->len + column);
  *value = found->value;

  return found->is_known;
}

guint
gj_trend_get_n_remarks (const GjTrend *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->remarks->len;
}

const GjTrendRemark *
gj_trend_get_remark (const GjTrend *self,
                     guint          remark)
{
  g_return_val_if_fail (self != NULL && remark < self->remarks->len, NULL);

  return &g_array_index (self->remarks, GjTrendRemark, remark);
}
