/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-dossier-private.h"

#include <math.h>
#include <string.h>

/* The numbers of two years. A table of few rows is shown as it stands in the form, one line
 * for each year; one with a column of totals by that column, then by what else changed;
 * any other cell by cell. What the two forms do not count alike comes last, with the
 * reason. */

#define MATRIX_ROWS 4
#define MATRIX_COLUMNS 8
#define TOTAL "/total"

static gboolean
is_changed (const GjCellPair *pair)
{
  return pair->change != GJ_CELL_SAME && pair->change != GJ_CELL_INCOMPARABLE;
}

static gboolean
is_total (const GjCellPair *pair)
{
  return g_str_has_suffix (pair->id, TOTAL);
}

static const char *
get_row (const GjCellPair *pair)
{
  return gj_label_get_current (&pair->row);
}

static const char *
get_column (const GjCellPair *pair)
{
  return gj_label_get_current (&pair->column);
}

static const char *
get_mark (const GjCellPair *pair)
{
  if (pair->is_jump)
    return "变动大";
  return pair->is_repeated ? "与上年相同" : "";
}

static void
mark_row (GjDossierRow     *row,
          const GjCellPair *pair)
{
  row->is_strong = pair->is_jump || pair->is_repeated;
  row->is_changed = is_changed (pair);
}

/* What the columns of names have to themselves when there are no remarks. */
#define REMARKS_WIDTH 30.0

static gboolean
has_marks (GPtrArray *pairs)
{
  for (guint i = 0; i < pairs->len; i++)
    if (*get_mark (pairs->pdata[i]) != '\0')
      return TRUE;
  return FALSE;
}

static void
add_number_columns (GjDossierPair  *self,
                    GjDossierEntry *table,
                    gboolean        with_marks)
{
  _gj_dossier_add_column (table, self->old_head, 28, TRUE);
  _gj_dossier_add_column (table, self->new_head, 28, TRUE);
  _gj_dossier_add_column (table, "增减", 25, TRUE);
  _gj_dossier_add_column (table, "幅度", 25, TRUE);
  if (with_marks)
    _gj_dossier_add_column (table, "备注", REMARKS_WIDTH, FALSE);
}

static char *
dup_difference (const GjCellPair *pair)
{
  return g_strdup (pair->difference != NULL && is_changed (pair) ? pair->difference : "—");
}

static void
add_pair (GjDossierEntry   *table,
          const GjCellPair *pair,
          gboolean          with_column)
{
  g_autofree char *ratio = _gj_dossier_format_ratio (is_changed (pair) ? pair->ratio : NAN);
  g_autofree char *difference = dup_difference (pair);
  const char *old_text = _gj_dossier_say (pair->old_text);
  const char *new_text = _gj_dossier_say (pair->new_text);

  if (with_column)
    mark_row (_gj_dossier_add_row (table, get_row (pair), get_column (pair), old_text, new_text, difference, ratio,
                                   get_mark (pair), NULL), pair);
  else
    mark_row (_gj_dossier_add_row (table, get_row (pair), old_text, new_text, difference, ratio, get_mark (pair), NULL),
              pair);
}

/* By the totals, then what else changed. */

static gboolean
has_totals (GPtrArray *pairs)
{
  for (guint i = 0; i < pairs->len; i++)
    if (is_total (pairs->pdata[i]))
      return TRUE;
  return FALSE;
}

static void
add_totals (GjDossierPair *self,
            GPtrArray     *pairs)
{
  GjDossierEntry *table = _gj_dossier_add_table (self->dossier, g_strdup ("总计列"));
  gboolean with_marks = has_marks (pairs);

  _gj_dossier_add_column (table, "项目", with_marks ? 125 : 125 + REMARKS_WIDTH, FALSE);
  add_number_columns (self, table, with_marks);
  for (guint i = 0; i < pairs->len; i++)
    {
      const GjCellPair *pair = pairs->pdata[i];

      if (is_total (pair) && pair->change != GJ_CELL_INCOMPARABLE)
        add_pair (table, pair, FALSE);
    }
}

static void
add_cells (GjDossierPair *self,
           GPtrArray     *pairs,
           const char    *name,
           gboolean       only_changed)
{
  GjDossierEntry *table = NULL;
  gboolean with_marks = has_marks (pairs);

  for (guint i = 0; i < pairs->len; i++)
    {
      const GjCellPair *pair = pairs->pdata[i];

      if (pair->change == GJ_CELL_INCOMPARABLE ||
          (only_changed && (is_total (pair) || !(is_changed (pair) || pair->is_repeated))))
        continue;
      if (table == NULL)
        {
          table = _gj_dossier_add_table (self->dossier, g_strdup (name));
          _gj_dossier_add_column (table, "项目", with_marks ? 75 : 75 + REMARKS_WIDTH, FALSE);
          _gj_dossier_add_column (table, "列", 50, FALSE);
          add_number_columns (self, table, with_marks);
        }
      add_pair (table, pair, TRUE);
    }
  if (table == NULL && only_changed)
    _gj_dossier_add (self->dossier, GJ_ENTRY_PARAGRAPH, g_strdup ("其他各列没有变动。"));
}

/* As in the form */

static guint
count_columns (GPtrArray *pairs)
{
  const GjCellPair *first = pairs->len > 0 ? pairs->pdata[0] : NULL;
  guint n = 0;

  while (n < pairs->len && g_strcmp0 (get_row (pairs->pdata[n]), get_row (first)) == 0)
    n++;
  return n;
}

/* Whether the pairs are so many full rows, one after the other. */
static gboolean
is_matrix (GPtrArray *pairs,
           guint      n_columns)
{
  if (n_columns < 2 || n_columns > MATRIX_COLUMNS || pairs->len % n_columns != 0 ||
      pairs->len / n_columns > MATRIX_ROWS)
    return FALSE;

  for (guint i = 0; i < pairs->len; i++)
    {
      const GjCellPair *pair = pairs->pdata[i];

      if (pair->change == GJ_CELL_INCOMPARABLE ||
          g_strcmp0 (get_row (pair), get_row (pairs->pdata[i - i % n_columns])) != 0 ||
          g_strcmp0 (get_column (pair), get_column (pairs->pdata[i % n_columns])) != 0)
        return FALSE;
    }
  return TRUE;
}

typedef enum
{
  LINE_OLD,
  LINE_NEW,
  LINE_DIFFERENCE,
  N_LINES,
} Line;

static void
add_line (GjDossierPair  *self,
          GjDossierEntry *table,
          GPtrArray      *pairs,
          guint           first,
          guint           n_columns,
          Line            line)
{
  char **texts = g_new0 (char *, n_columns + 3);
  GjDossierRow *row;
  gboolean any = FALSE;

  texts[0] = g_strdup (get_row (pairs->pdata[first]));
  texts[1] = g_strdup (line == LINE_OLD ? self->old_head : line == LINE_NEW ? self->new_head : "增减");
  for (guint i = 0; i < n_columns; i++)
    {
      const GjCellPair *pair = pairs->pdata[first + i];

      any |= is_changed (pair);
      texts[i + 2] = line == LINE_OLD ? g_strdup (_gj_dossier_say (pair->old_text))
                     : line == LINE_NEW ? g_strdup (_gj_dossier_say (pair->new_text))
                     : dup_difference (pair);
    }
  row = _gj_dossier_take_row (table, texts);
  row->is_changed = line == LINE_DIFFERENCE && any;
}

static void
add_matrix (GjDossierPair *self,
            GPtrArray     *pairs,
            guint          n_columns)
{
  GjDossierEntry *table = _gj_dossier_add_table (self->dossier, NULL);

  _gj_dossier_add_column (table, "项目", 75, FALSE);
  _gj_dossier_add_column (table, "年度", 26, FALSE);
  for (guint i = 0; i < n_columns; i++)
    _gj_dossier_add_column (table, get_column (pairs->pdata[i]), 160.0 / n_columns, TRUE);
  for (guint i = 0; i < pairs->len; i += n_columns)
    for (Line line = LINE_OLD; line < N_LINES; line++)
      add_line (self, table, pairs, i, n_columns, line);
}

/* What cannot be compared: of a table with totals only these. */

static void
add_incomparable (GjDossierPair *self,
                  GPtrArray     *pairs)
{
  GjDossierEntry *table = NULL;
  gboolean only_totals = has_totals (pairs) && count_columns (pairs) > 2;

  for (guint i = 0; i < pairs->len; i++)
    {
      const GjCellPair *pair = pairs->pdata[i];
      const char *reason = gj_label_get_current (&pair->reason);

      if (pair->change != GJ_CELL_INCOMPARABLE || (only_totals && !is_total (pair)))
        continue;
      if (table == NULL)
        {
          table = _gj_dossier_add_table (self->dossier, g_strdup ("不可比的项目"));
          _gj_dossier_add_column (table, "项目", 65, FALSE);
          _gj_dossier_add_column (table, "列", 45, FALSE);
          _gj_dossier_add_column (table, self->old_head, 24, TRUE);
          _gj_dossier_add_column (table, self->new_head, 24, TRUE);
          _gj_dossier_add_column (table, "原因", 103, FALSE);
        }
      _gj_dossier_add_row (table, get_row (pair), get_column (pair),
                           pair->old_text != NULL ? _gj_dossier_say (pair->old_text) : "—",
                           pair->new_text != NULL ? _gj_dossier_say (pair->new_text) : "—",
                           reason != NULL ? reason : "", NULL);
    }
}

static void
add_heading (GjDossierPair *self,
             guint          index)
{
  const GjTable *table = gj_comparison_get_table (self->comparison, index);
  guint section = table->section;
  const char *name = section < gj_comparison_get_n_sections (self->comparison)
                       ? gj_label_get_current (gj_comparison_get_section_name (self->comparison, section)) : "";
  guint n = gj_comparison_count_changed (self->comparison, index);

  _gj_dossier_add (self->dossier, GJ_ENTRY_HEADING,
                   n > 0 ? g_strdup_printf ("%s　表格（%u项有变动）", name, n)
                         : g_strdup_printf ("%s　表格（没有变动）", name));
}

static void
add_table (GjDossierPair *self,
           guint          index)
{
  GPtrArray *pairs = gj_comparison_get_pairs (self->comparison, index);
  guint n_columns = count_columns (pairs);

  if (pairs->len == 0)
    return;

  add_heading (self, index);
  if (is_matrix (pairs, n_columns))
    {
      add_matrix (self, pairs, n_columns);
    }
  else if (has_totals (pairs) && n_columns > 2)
    {
      add_totals (self, pairs);
      add_cells (self, pairs, "其他各列中有变动的", TRUE);
    }
  else
    {
      add_cells (self, pairs, NULL, FALSE);
    }
  add_incomparable (self, pairs);
}

void
_gj_dossier_add_tables (GjDossierPair *self)
{
  for (guint i = 0; i < gj_comparison_get_n_tables (self->comparison); i++)
    add_table (self, i);
}
