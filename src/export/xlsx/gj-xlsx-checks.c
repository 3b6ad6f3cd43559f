/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-xlsx-private.h"

#include "gj-export-words.h"

/* The sheet of the form's relations, all of them live: whoever changes a number in a table
 * sees here what no longer agrees. */

#define HOLDS "✓"
#define BROKEN "✗"
#define NOT_ASKED "—"
#define BY_HAND "须人工核对"
#define FIRST_ROW 4

enum
{
  COLUMN_NUMBER,
  COLUMN_TITLE,
  COLUMN_SUBJECT,
  COLUMN_RULE,
  COLUMN_LEFT_NAME,
  COLUMN_LEFT,
  COLUMN_RIGHT_NAME,
  COLUMN_RIGHT,
  COLUMN_DIFFERENCE,
  COLUMN_RESULT,
  N_COLUMNS,
};

static const struct
{
  const char *head;
  double      width;
} columns[N_COLUMNS] = {
  { "序号", 6 }, { "核对项目", 14 }, { "核对对象", 24 }, { "勾稽关系", 46 }, { "左边", 22 },
  { "左边数", 11 }, { "右边", 22 }, { "右边数", 11 }, { "差额", 9 }, { "核对结果", 12 },
};

typedef struct
{
  GjXlsx           *xlsx;
  lxw_worksheet    *sheet;
  const GjRelation *relation;
  lxw_row_t         row;
  guint             number;
  guint             n_broken;
  GjSum             left;
  GjSum             right;
  gboolean          is_whole;
} Sheet;

static void
write_words (Sheet      *self,
             lxw_col_t   column,
             const char *words)
{
  _gj_xlsx_try (self->xlsx, worksheet_write_string (self->sheet, self->row, column, words != NULL ? words : "",
                                                    self->xlsx->formats[GJ_XLSX_FORMAT_WORDS]));
}

static void
append_name (Sheet     *self,
             GString   *out,
             lxw_col_t  column)
{
  char name[LXW_MAX_CELL_NAME_LENGTH];

  lxw_rowcol_to_cell (name, self->row, column);
  g_string_append (out, name);
}

static guint
get_scale (Sheet *self)
{
  guint scale = 0;

  for (guint i = 0; i < self->relation->n_cells; i++)
    {
      const GjXlsxCell *cell = &self->xlsx->cells[self->relation->cells[i]];

      if (cell->table != GJ_NONE && cell->is_number)
        scale = MAX (scale, cell->number.value.scale);
    }

  return scale;
}

static void
write_side (Sheet            *self,
            lxw_col_t         column,
            const GjQuantity *quantity,
            const GjSum      *sum)
{
  g_autoptr (GString) formula = g_string_new ("=");

  _gj_xlsx_append_sum (self->xlsx, formula, quantity, GJ_NONE);
  _gj_xlsx_try (self->xlsx, worksheet_write_formula_num (self->sheet, self->row, column, formula->str,
                                                         _gj_xlsx_get_number (self->xlsx, FALSE, get_scale (self)),
                                                         _gj_xlsx_to_double (sum)));
}

static void
write_difference (Sheet *self)
{
  g_autoptr (GString) formula = g_string_new ("=ROUND(");
  GjSum difference = self->left;

  gj_sum_subtract (&difference, &self->right);
  append_name (self, formula, COLUMN_LEFT);
  g_string_append_c (formula, '-');
  append_name (self, formula, COLUMN_RIGHT);
  g_string_append (formula, ",6)");
  _gj_xlsx_try (self->xlsx, worksheet_write_formula_num (self->sheet, self->row, COLUMN_DIFFERENCE, formula->str,
                                                         _gj_xlsx_get_number (self->xlsx, FALSE, get_scale (self)),
                                                         _gj_xlsx_to_double (&difference)));
}

/* The result as a formula, and what it gives now. */

static void
append_test (Sheet   *self,
             GString *out)
{
  switch (self->relation->kind)
    {
    case GJ_RELATION_EQUAL:
      append_name (self, out, COLUMN_DIFFERENCE);
      g_string_append (out, "=0");
      break;
    case GJ_RELATION_AT_MOST:
      append_name (self, out, COLUMN_DIFFERENCE);
      g_string_append (out, "<=0");
      break;
    case GJ_RELATION_ZERO_TOGETHER:
      g_string_append_c (out, '(');
      append_name (self, out, COLUMN_LEFT);
      g_string_append (out, "=0)=(");
      append_name (self, out, COLUMN_RIGHT);
      g_string_append (out, "=0)");
      break;
    case GJ_RELATION_ZERO_IMPLIES:
      g_string_append (out, "OR(");
      append_name (self, out, COLUMN_LEFT);
      g_string_append (out, "<>0,");
      append_name (self, out, COLUMN_RIGHT);
      g_string_append (out, "=0)");
      break;
    }
}

static gboolean
is_met (const Sheet *self)
{
  int compared = gj_sum_compare (&self->left, &self->right);
  gboolean left_zero = gj_sum_get_sign (&self->left) == 0;
  gboolean right_zero = gj_sum_get_sign (&self->right) == 0;

  switch (self->relation->kind)
    {
    case GJ_RELATION_EQUAL:
      return compared == 0;
    case GJ_RELATION_AT_MOST:
      return compared <= 0;
    case GJ_RELATION_ZERO_TOGETHER:
      return left_zero == right_zero;
    case GJ_RELATION_ZERO_IMPLIES:
    default:
      return !left_zero || right_zero;
    }
}

/* Text that is, or may be, a number: SUM passes it over, so nothing is said until it is a
 * number. */
static gboolean
append_guard (Sheet   *self,
              GString *out)
{
  gboolean any = FALSE;

  for (guint i = 0; i < self->relation->n_cells; i++)
    {
      guint index = self->relation->cells[i];
      const GjXlsxCell *cell = &self->xlsx->cells[index];

      if (cell->table == GJ_NONE || cell->is_number || cell->number.state == GJ_NUMBER_BLANK ||
          cell->number.state == GJ_NUMBER_NONE)
        continue;
      g_string_append (out, any ? ",ISNUMBER(" : "IF(AND(ISNUMBER(");
      _gj_xlsx_append_cell (self->xlsx, out, index, GJ_NONE);
      g_string_append_c (out, ')');
      any = TRUE;
    }
  if (any)
    g_string_append (out, "),");

  return any;
}

static gboolean
append_condition (Sheet    *self,
                  GString  *out,
                  gboolean *is_asked)
{
  GjSum sum;

  *is_asked = TRUE;
  if (self->relation->when == NULL)
    return FALSE;

  self->is_whole = _gj_xlsx_add_up (self->xlsx, self->relation->when, &sum) && self->is_whole;
  *is_asked = gj_sum_get_sign (&sum) > 0;
  g_string_append (out, "IF((");
  _gj_xlsx_append_sum (self->xlsx, out, self->relation->when, GJ_NONE);
  g_string_append (out, ")>0,");

  return TRUE;
}

static void
write_result (Sheet *self)
{
  g_autoptr (GString) formula = g_string_new ("=");
  gboolean is_guarded = append_guard (self, formula);
  gboolean is_asked;
  gboolean has_condition = append_condition (self, formula, &is_asked);
  const char *result = !self->is_whole ? BY_HAND : !is_asked ? NOT_ASKED : is_met (self) ? HOLDS : BROKEN;

  g_string_append (formula, "IF(");
  append_test (self, formula);
  g_string_append (formula, ",\"" HOLDS "\",\"" BROKEN "\")");
  if (has_condition)
    g_string_append (formula, ",\"" NOT_ASKED "\")");
  if (is_guarded)
    g_string_append (formula, ",\"" BY_HAND "\")");
  self->n_broken += result == (const char *) BROKEN;
  _gj_xlsx_try (self->xlsx, worksheet_write_formula_str (self->sheet, self->row, COLUMN_RESULT, formula->str,
                                                         self->xlsx->formats[GJ_XLSX_FORMAT_CELL], result));
}

/* A side without any cell is no side. */
static gboolean
is_gone (GjXlsx           *xlsx,
         const GjQuantity *quantity)
{
  for (guint i = 0; i < quantity->n_terms; i++)
    if (xlsx->cells[quantity->terms[i].cell].table != GJ_NONE)
      return FALSE;

  return quantity->n_terms > 0;
}

static gboolean
is_written (GjXlsx           *xlsx,
            const GjRelation *relation)
{
  return !relation->across_years && !is_gone (xlsx, relation->left) &&
         !is_gone (xlsx, relation->right) &&
         (relation->when == NULL || !is_gone (xlsx, relation->when));
}

static void
write_relation (Sheet *self)
{
  const GjRelation *relation = self->relation;
  gboolean left_whole = _gj_xlsx_add_up (self->xlsx, relation->left, &self->left);
  gboolean right_whole = _gj_xlsx_add_up (self->xlsx, relation->right, &self->right);
  guint length = _gj_xlsx_measure (relation->rule.zh);

  self->is_whole = left_whole && right_whole;
  _gj_xlsx_try (self->xlsx, worksheet_set_row (self->sheet, self->row,
                                               16.0 * (2 + (length > 90 ? length / 45 - 1 : 0)), NULL));
  _gj_xlsx_try (self->xlsx, worksheet_write_number (self->sheet, self->row, COLUMN_NUMBER, self->number,
                                                    self->xlsx->formats[GJ_XLSX_FORMAT_CELL]));
  write_words (self, COLUMN_TITLE, relation->title.zh);
  write_words (self, COLUMN_SUBJECT, relation->subject.zh);
  write_words (self, COLUMN_RULE, relation->rule.zh);
  write_words (self, COLUMN_LEFT_NAME, relation->left->name.zh);
  write_side (self, COLUMN_LEFT, relation->left, &self->left);
  write_words (self, COLUMN_RIGHT_NAME, relation->right->name.zh);
  write_side (self, COLUMN_RIGHT, relation->right, &self->right);
  write_difference (self);
  write_result (self);
}

/* How many there are and how many do not agree, counted live. */
static void
write_summary (Sheet *self)
{
  lxw_row_t last = self->row > FIRST_ROW ? self->row - 1 : FIRST_ROW;
  g_autofree char *formula =
    g_strdup_printf ("=\"共核对\"&COUNTA(J%u:J%u)&\"项，不符\"&COUNTIF(J%u:J%u,\"" BROKEN "\")&\"项。\"",
                     FIRST_ROW + 1, last + 1, FIRST_ROW + 1, last + 1);
  g_autofree char *result = g_strdup_printf ("共核对%u项，不符%u项。", self->number, self->n_broken);

  _gj_xlsx_try (self->xlsx, worksheet_merge_range (self->sheet, 1, 0, 1, N_COLUMNS - 1, "",
                                                   self->xlsx->formats[GJ_XLSX_FORMAT_HEADING]));
  _gj_xlsx_try (self->xlsx, worksheet_write_formula_str (self->sheet, 1, 0, formula,
                                                         self->xlsx->formats[GJ_XLSX_FORMAT_HEADING], result));
}

static void
write_titles (Sheet *self)
{
  g_autofree char *title = gj_export_dup_title_line (self->xlsx->report);
  g_autofree char *clean = _gj_xlsx_dup_text (title);
  lxw_format **formats = self->xlsx->formats;

  _gj_xlsx_try (self->xlsx, worksheet_merge_range (self->sheet, 0, 0, 0, N_COLUMNS - 1, clean,
                                                   formats[GJ_XLSX_FORMAT_TITLE]));
  _gj_xlsx_try (self->xlsx, worksheet_set_row (self->sheet, 0, 30, NULL));
  _gj_xlsx_try (self->xlsx, worksheet_merge_range (self->sheet, 2, 0, 2, N_COLUMNS - 1,
                                                   "表中的数改动后，这里随之重新核对；空白和“/”按0计算。",
                                                   formats[GJ_XLSX_FORMAT_HEADING]));
  for (guint i = 0; i < N_COLUMNS; i++)
    {
      _gj_xlsx_try (self->xlsx, worksheet_set_column (self->sheet, (lxw_col_t) i, (lxw_col_t) i, columns[i].width,
                                                      NULL));
      _gj_xlsx_try (self->xlsx, worksheet_write_string (self->sheet, FIRST_ROW - 1, (lxw_col_t) i, columns[i].head,
                                                        formats[GJ_XLSX_FORMAT_HEAD]));
    }
}

static void
set_up (Sheet *self)
{
  lxw_row_t last = self->row > FIRST_ROW ? self->row - 1 : FIRST_ROW;
  lxw_conditional_format broken = {
    .type = LXW_CONDITIONAL_TYPE_CELL,
    .criteria = LXW_CONDITIONAL_CRITERIA_EQUAL_TO,
    .value_string = (char *) "\"" BROKEN "\"",
    .format = self->xlsx->formats[GJ_XLSX_FORMAT_BROKEN],
  };

  _gj_xlsx_try (self->xlsx, worksheet_conditional_format_range (self->sheet, FIRST_ROW, COLUMN_RESULT, last,
                                                                COLUMN_RESULT, &broken));
  worksheet_freeze_panes (self->sheet, FIRST_ROW, 0);
  _gj_xlsx_try (self->xlsx, worksheet_repeat_rows (self->sheet, FIRST_ROW - 1, FIRST_ROW - 1));
  worksheet_set_landscape (self->sheet);
  worksheet_set_paper (self->sheet, 9);
  worksheet_fit_to_pages (self->sheet, 1, 0);
  _gj_xlsx_try (self->xlsx, worksheet_set_footer (self->sheet, "&C— &P —"));
}

/**
 * _gj_xlsx_write_checks:
 * @self: a workbook whose tables are written
 */
void
_gj_xlsx_write_checks (GjXlsx *self)
{
  Sheet sheet = { .xlsx = self, .row = FIRST_ROW };

  sheet.sheet = workbook_add_worksheet (self->book, "勾稽核对");
  if (sheet.sheet == NULL)
    {
      _gj_xlsx_try (self, LXW_ERROR_MEMORY_MALLOC_FAILED);
      return;
    }

  write_titles (&sheet);
  for (guint i = 0; i < gj_form_get_n_relations (self->form); i++)
    {
      sheet.relation = gj_form_get_relation (self->form, i);
      if (!is_written (self, sheet.relation))
        continue;
      sheet.number++;
      write_relation (&sheet);
      sheet.row++;
    }
  write_summary (&sheet);
  set_up (&sheet);
}
