/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-dossier-private.h"

#include <math.h>

static void
column_free (gpointer data)
{
  GjDossierColumn *column = data;

  g_free (column->head);
  g_free (column);
}

static void
row_free (gpointer data)
{
  GjDossierRow *row = data;

  g_strfreev (row->texts);
  g_free (row);
}

static void
entry_free (gpointer data)
{
  GjDossierEntry *entry = data;

  g_free (entry->text);
  g_free (entry->mark);
  g_free (entry->heads[0]);
  g_free (entry->heads[1]);
  g_clear_pointer (&entry->columns, g_ptr_array_unref);
  g_clear_pointer (&entry->rows, g_ptr_array_unref);
  g_clear_pointer (&entry->charts, g_ptr_array_unref);
  g_clear_pointer (&entry->passages, g_ptr_array_unref);
  g_free (entry);
}

/* Takes over @text. */
GjDossierEntry *
_gj_dossier_add (GjDossier   *self,
                 GjEntryKind  kind,
                 char        *text)
{
  GjDossierEntry *entry = g_new0 (GjDossierEntry, 1);

  entry->kind = kind;
  entry->text = text;
  g_ptr_array_add (self->entries, entry);
  return entry;
}

/* Takes over @text. */
void
_gj_dossier_add_item (GjDossier  *self,
                      const char *mark,
                      char       *text)
{
  _gj_dossier_add (self, GJ_ENTRY_ITEM, text)->mark = g_strdup (mark);
}

/* Takes over @name. */
GjDossierEntry *
_gj_dossier_add_table (GjDossier *self,
                       char      *name)
{
  GjDossierEntry *entry = _gj_dossier_add (self, GJ_ENTRY_TABLE, name);

  entry->columns = g_ptr_array_new_with_free_func (column_free);
  entry->rows = g_ptr_array_new_with_free_func (row_free);
  return entry;
}

void
_gj_dossier_add_column (GjDossierEntry *table,
                        const char     *head,
                        double          width,
                        gboolean        is_number)
{
  GjDossierColumn *column = g_new0 (GjDossierColumn, 1);

  *column = (GjDossierColumn) { g_strdup (head), width, is_number };
  g_ptr_array_add (table->columns, column);
}

/* Takes over @texts, one for each column. */
GjDossierRow *
_gj_dossier_take_row (GjDossierEntry  *table,
                      char           **texts)
{
  GjDossierRow *row = g_new0 (GjDossierRow, 1);

  row->texts = texts;
  g_ptr_array_add (table->rows, row);
  return row;
}

GjDossierRow *
_gj_dossier_add_row (GjDossierEntry *table,
                     ...)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  va_list arguments;
  const char *text;

  va_start (arguments, table);
  while ((text = va_arg (arguments, const char *)) != NULL)
    if (texts->len < table->columns->len)
      g_ptr_array_add (texts, g_strdup (text));
  va_end (arguments);
  while (texts->len < table->columns->len)
    g_ptr_array_add (texts, g_strdup (""));
  g_ptr_array_add (texts, NULL);
  return _gj_dossier_take_row (table, (char **) g_ptr_array_steal (texts, NULL));
}

/* "+29.3%"; a dash where there was nothing to compare with. */
char *
_gj_dossier_format_ratio (double ratio)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  double percent = round (ratio * 1000) / 10;

  if (!isfinite (ratio))
    return g_strdup ("—");
  g_ascii_formatd (number, sizeof number, "%.1f", percent == 0 ? 0 : percent);
  return g_strconcat (percent > 0 ? "+" : "", number, "%", NULL);
}

/* What a cell holds, in words when that is nothing. */
const char *
_gj_dossier_say (const char *text)
{
  if (text == NULL)
    return "（无）";
  return *text != '\0' ? text : "（空白）";
}

void
gj_dossier_free (GjDossier *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->entries);
  g_free (self->title);
  g_free (self->body);
  g_free (self->line);
  g_free (self);
}

guint
gj_dossier_get_n_entries (const GjDossier *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->entries->len;
}

/**
 * gj_dossier_get_entry:
 * @index: counted from 0
 *
 * Returns: (transfer none): one entry
 */
const GjDossierEntry *
gj_dossier_get_entry (const GjDossier *self,
                      guint            index)
{
  g_return_val_if_fail (self != NULL && index < self->entries->len, NULL);

  return self->entries->pdata[index];
}

/**
 * gj_dossier_get_title:
 *
 * Returns: (transfer none): what the file is called
 */
const char *
gj_dossier_get_title (const GjDossier *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->title;
}

/**
 * gj_dossier_get_body:
 *
 * Returns: (transfer none): whose reports are compared, or ""
 */
const char *
gj_dossier_get_body (const GjDossier *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->body;
}

/**
 * gj_dossier_get_line:
 *
 * Returns: (transfer none): what the foot of every page says
 */
const char *
gj_dossier_get_line (const GjDossier *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->line;
}

/* The first lines */

GjDossier *
_gj_dossier_new_empty (void)
{
  GjDossier *self = g_new0 (GjDossier, 1);

  self->entries = g_ptr_array_new_with_free_func (entry_free);
  return self;
}

static void
add_remarks (GjDossierPair *pair)
{
  guint n;
  const char *const *remarks = gj_comparison_get_remarks (pair->comparison, &n);

  for (guint i = 0; i < n; i++)
    _gj_dossier_add (pair->dossier, GJ_ENTRY_REMARK, g_strdup (remarks[i]));
}

static char *
dup_head (GjReport   *report,
          gboolean    is_years,
          const char *otherwise)
{
  int year = gj_report_get_year (report);

  return is_years && year > 0 ? g_strdup_printf ("%d年", year) : g_strdup (otherwise);
}

/* Both files in one line, unless their names are too long for that. */
#define LINE_CHARACTERS 64

static void
add_names (GjDossierPair *pair)
{
  g_autofree char *old_line = g_strconcat (pair->old_head, "：", pair->old_name, NULL);
  g_autofree char *new_line = g_strconcat (pair->new_head, "：", pair->new_name, NULL);

  if (g_utf8_strlen (old_line, -1) + g_utf8_strlen (new_line, -1) <= LINE_CHARACTERS)
    {
      _gj_dossier_add (pair->dossier, GJ_ENTRY_SUBTITLE, g_strconcat (old_line, "　　", new_line, NULL));
      return;
    }
  _gj_dossier_add (pair->dossier, GJ_ENTRY_SUBTITLE, g_steal_pointer (&old_line));
  _gj_dossier_add (pair->dossier, GJ_ENTRY_SUBTITLE, g_steal_pointer (&new_line));
}

static void
add_title (GjDossierPair *pair,
           GjReport      *old_report,
           GjReport      *new_report)
{
  GjDossier *self = pair->dossier;
  const char *old_body = gj_report_get_field (old_report, GJ_FIELD_BODY);
  const char *new_body = gj_report_get_field (new_report, GJ_FIELD_BODY);
  gboolean is_other = *old_body != '\0' && *new_body != '\0' && g_strcmp0 (old_body, new_body) != 0;
  int year = gj_report_get_year (new_report);
  g_autofree char *of_year = year > 0 ? g_strdup_printf ("%d年", year) : g_strdup ("");
  const char *what = pair->is_years ? "政府信息公开工作年度报告两年对比" : "政府信息公开工作年度报告版本对比";

  self->body = is_other ? g_strconcat (old_body, "、", new_body, NULL)
                        : g_strdup (*new_body != '\0' ? new_body : old_body);
  self->title = g_strconcat (self->body, pair->is_years ? "" : of_year, what, NULL);
  self->line = g_strconcat (pair->is_years ? "两年对比" : "版本对比", "　", pair->old_name, "　与　", pair->new_name, NULL);
  _gj_dossier_add (self, GJ_ENTRY_TITLE, g_strconcat (pair->is_years ? "" : of_year, what, NULL));
  if (*self->body != '\0')
    _gj_dossier_add (self, GJ_ENTRY_SUBTITLE, g_strdup (self->body));
  add_names (pair);
}

/* Years */

static void
add_summary (GjDossierPair *pair)
{
  GjSimilarity overall = gj_comparison_get_overall (pair->comparison);
  guint n_pairs = 0;
  guint n_changed = 0;

  for (guint i = 0; i < gj_comparison_get_n_tables (pair->comparison); i++)
    {
      n_pairs += gj_comparison_get_pairs (pair->comparison, i)->len;
      n_changed += gj_comparison_count_changed (pair->comparison, i);
    }
  _gj_dossier_add (pair->dossier, GJ_ENTRY_PARAGRAPH,
                   g_strdup_printf ("表格共%u项数据，其中%u项有变动；文字与上年逐字相同的占%u%%（表头、固定用语不计）。",
                                    n_pairs, n_changed, gj_similarity_get_percent (&overall)));
}

static void
add_figures (GjDossierPair *pair)
{
  const GArray *figures = gj_comparison_get_figures (pair->comparison);
  GjDossierEntry *table = _gj_dossier_add_table (pair->dossier, g_strdup ("主要数据"));

  _gj_dossier_add_column (table, "项目", 36, FALSE);
  _gj_dossier_add_column (table, pair->old_head, 19, TRUE);
  _gj_dossier_add_column (table, pair->new_head, 19, TRUE);
  _gj_dossier_add_column (table, "增减", 19, TRUE);
  _gj_dossier_add_column (table, "幅度", 22, TRUE);
  for (guint i = 0; i < figures->len; i++)
    {
      const GjFigure *figure = &g_array_index (figures, GjFigure, i);
      g_autofree char *old_text = figure->has_old ? gj_decimal_to_string (&figure->old_value) : NULL;
      g_autofree char *new_text = figure->has_new ? gj_decimal_to_string (&figure->new_value) : NULL;
      gboolean has_both = figure->has_old && figure->has_new;
      double old_value = figure->old_value.mantissa / pow (10, figure->old_value.scale);
      double new_value = figure->new_value.mantissa / pow (10, figure->new_value.scale);
      g_autofree char *ratio = _gj_dossier_format_ratio (has_both && old_value > 0 && new_value != old_value
                                                             ? (new_value - old_value) / old_value : NAN);
      g_autofree char *difference = NULL;
      GjSum sum;

      gj_sum_init (&sum);
      gj_sum_add (&sum, &figure->new_value, 1);
      gj_sum_add (&sum, &figure->old_value, -1);
      difference = has_both && gj_sum_get_sign (&sum) != 0 ? gj_sum_to_string (&sum) : g_strdup ("—");
      if (has_both && gj_sum_get_sign (&sum) > 0)
        {
          g_autofree char *plain = g_steal_pointer (&difference);

          difference = g_strconcat ("+", plain, NULL);
        }
      _gj_dossier_add_row (table, gj_label_get_current (&figure->name), old_text != NULL ? old_text : "—",
                           new_text != NULL ? new_text : "—", difference, ratio, NULL);
    }
  table->charts = g_ptr_array_new_with_free_func ((GDestroyNotify) gj_chart_free);
  g_ptr_array_add (table->charts, gj_chart_new_for_figures (pair->comparison));
}

static GPtrArray *
list_findings (GjDossierPair *pair)
{
  g_autoptr (GPtrArray) all = gj_check_report_with_last_year (gj_comparison_get_new (pair->comparison), NULL,
                                                              gj_comparison_get_old (pair->comparison), pair->old_name);
  GPtrArray *findings = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < all->len; i++)
    if (*gj_finding_get_check (all->pdata[i]) == 'C')
      g_ptr_array_add (findings, g_object_ref (all->pdata[i]));
  return findings;
}

static void
add_years (GjDossierPair *pair)
{
  g_autoptr (GPtrArray) findings = list_findings (pair);

  add_summary (pair);
  add_figures (pair);
  _gj_dossier_add_relations (pair);
  if (findings->len > 0)
    _gj_dossier_add_findings (pair, "跨年核对发现的问题", findings, G_MAXUINT);
  _gj_dossier_add_tables (pair);
  _gj_dossier_add_passages (pair);
}

static void
fill (GjDossierPair *pair,
      GjReport      *old_report,
      GjReport      *new_report)
{
  pair->comparison = gj_comparison_new (old_report, new_report);
  pair->is_years = gj_comparison_get_kind (pair->comparison) == GJ_COMPARISON_YEARS;
  pair->old_head = dup_head (old_report, pair->is_years, pair->is_years ? "旧" : "旧稿");
  pair->new_head = dup_head (new_report, pair->is_years, pair->is_years ? "新" : "新稿");
  add_title (pair, old_report, new_report);
  add_remarks (pair);
  if (pair->is_years)
    add_years (pair);
  else
    _gj_dossier_add_versions (pair);
  g_object_unref (pair->comparison);
  g_free (pair->old_head);
  g_free (pair->new_head);
}

/**
 * gj_dossier_new:
 * @old_report: the older report, or the first version
 * @old_name: what people call it, as a file's name
 * @new_report: the newer report, or the second version; neither is changed
 * @new_name: what people call it
 *
 * Compares two reports for paper, in Chinese whatever the locale is: of two years with the
 * findings across them, of two versions with what became of the findings.
 *
 * Returns: (transfer full): the comparison in words and numbers
 */
GjDossier *
gj_dossier_new (GjReport   *old_report,
                const char *old_name,
                GjReport   *new_report,
                const char *new_name)
{
  GjDossierPair pair = { NULL };

  g_return_val_if_fail (GJ_IS_REPORT (old_report) && GJ_IS_REPORT (new_report), NULL);
  g_return_val_if_fail (old_name != NULL && new_name != NULL, NULL);

  pair.dossier = _gj_dossier_new_empty ();
  pair.old_name = (char *) old_name;
  pair.new_name = (char *) new_name;
  gj_language_begin (GJ_LANGUAGE_ZH);
  fill (&pair, old_report, new_report);
  gj_language_end ();
  return pair.dossier;
}
