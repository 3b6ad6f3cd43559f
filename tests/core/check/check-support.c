/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "check-support.h"

#include <string.h>

static const char test_form_xml[] =
  "<form xmlns='https://gouji.github.io/ns/form/1' id='test' from='2001' to='2002' basis='测试〔2001〕1号'>\n"
  "  <name zh='测试格式' en='Test form'/>\n"
  "  <title>{body}{year}年报告</title>\n"
  "  <preface>{body}{year}</preface>\n"
  "  <section id='overview' ordinal='一'><heading zh='一、总体' en='I. Overview'/><tab zh='总体' en='Overview'/></section>\n"
  "  <section id='figures' ordinal='二'><heading zh='二、数据' en='II. Figures'/><tab zh='数据' en='Figures'/></section>\n"
  "  <table id='figures'>\n"
  "    <cell-name zh='{row}{column}' en='{row}: {column}'/>\n"
  "    <columns>\n"
  "      <column id='count'><label zh='数' en='Count'/><name zh='数' en='count'/></column>\n"
  "      <column id='change' type='change'><label zh='增减' en='Change'/><name zh='增减' en='change'/></column>\n"
  "      <column id='fee' type='amount' unit='万元'><label zh='收费（万元）' en='Fee'/><name zh='收费' en='fee'/></column>\n"
  "      <column id='money' type='amount'><label zh='金额' en='Money'/><name zh='金额' en='money'/></column>\n"
  "    </columns>\n"
  "    <rows>\n"
  "      <row id='a'><label zh='甲' en='A'/><name zh='甲' en='A'/></row>\n"
  "      <row id='b'><label zh='乙' en='B'/><name zh='乙' en='B'/></row>\n"
  "      <row id='total'><label zh='总计' en='Total'/><name zh='总计' en='total'/></row>\n"
  "    </rows>\n"
  "    <grid widths='1 1 1 1 1'>\n"
  "      <part>\n"
  "        <line head='yes'><head zh='项目' en='Item'/><head column='count'/><head column='change'/><head column='fee'/><head column='money'/></line>\n"
  "        <line><label row='a'/><cells row='a' columns='count change fee money'/></line>\n"
  "        <line><label row='b'/><cells row='b' columns='count change fee money'/></line>\n"
  "        <line><label row='total'/><cells row='total' columns='count change fee money'/></line>\n"
  "      </part>\n"
  "    </grid>\n"
  "  </table>\n"
  "  <quantity id='parts' table='figures' sum='a/count + b/count' zh='甲乙之和' en='A plus B'/>\n"
  "  <quantity id='moved' table='figures' sum='a/count + a/change' zh='甲数加增减' en='count plus change of A'/>\n"
  "  <quantity id='zero' table='figures' sum='0' zh='0' en='0'/>\n"
  "  <relation check='A01' key='total' kind='equal' severity='error' mandatory='yes' left='parts' right='figures/total/count' source='测试〔2001〕1号'>\n"
  "    <title zh='总计' en='Total'/><subject zh='数一列' en='count'/><rule zh='甲加乙等于总计。' en='A plus B is the total.'/></relation>\n"
  "  <relation check='A12' key='most' kind='at-most' severity='warning' left='figures/a/count' right='figures/b/count' when='figures/b/change'>\n"
  "    <title zh='上限' en='Limit'/><subject zh='数一列' en='count'/><rule zh='甲不大于乙。' en='A is at most B.'/></relation>\n"
  "  <relation check='B04' key='moved' kind='at-most' severity='error' mandatory='yes' left='zero' right='moved'>\n"
  "    <title zh='增减' en='Change'/><subject zh='甲' en='A'/><rule zh='不小于零。' en='Not below zero.'/></relation>\n"
  "  <relation check='B06' key='together' kind='zero-together' severity='warning' left='figures/a/count' right='figures/a/money'>\n"
  "    <title zh='同零' en='Both or none'/><subject zh='甲' en='A'/><rule zh='同为零。' en='Zero together.'/></relation>\n"
  "  <relation check='B05' key='implies' kind='zero-implies' severity='hint' remark='yes' left='figures/b/count' right='figures/b/fee'>\n"
  "    <title zh='无数有费' en='Fee without count'/><subject zh='乙' en='B'/><rule zh='无数则无费。' en='No count, no fee.'/></relation>\n"
  "  <phrase id='received' check='A15' quantity='figures/a/count'>\n"
  "    <subjects>政府信息公开申请 信息公开申请 依申请公开 申请</subjects>\n"
  "    <verbs>收到 接收 受理 新收</verbs>\n"
  "    <measures>件 条 份 宗</measures>\n"
  "    <negations>未收到 未接收 没有收到 无</negations>\n"
  "    <exceptions>建议 提案 行政复议 行政诉讼 信访</exceptions>\n"
  "  </phrase>\n"
  "  <money amount='figures/a/money' items='figures/a/count' least='100' most='1000000000'/>\n"
  "</form>\n";

/**
 * test_form_get:
 *
 * Returns: the small form, read once
 */
GjForm *
test_form_get (void)
{
  static GjForm *form;

  if (form == NULL)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = g_bytes_new_static (test_form_xml, strlen (test_form_xml));

      form = gj_form_new_from_bytes (bytes, "test", &error);
      g_assert_no_error (error);
    }

  return form;
}

GjReport *
zero_report_new (GjForm *form)
{
  GjReport *report = gj_report_new (form);

  gj_report_init_field (report, GJ_FIELD_YEAR, "2021");
  for (guint i = 0; i < gj_form_get_n_cells (form); i++)
    gj_report_init_cell (report, i, "0");

  return report;
}

static void
init_number (GjReport   *report,
             const char *table,
             const char *row,
             const char *column,
             int         value)
{
  g_autofree char *id = g_strdup_printf ("%s/%s/%s", table, row, column);
  g_autofree char *text = g_strdup_printf ("%d", value);

  gj_report_init_cell (report, cell_find (report, id), text);
}

static gboolean
is_outcome (const char *row)
{
  static const char *const others[] = { "received", "carried-in", "result-total", "carried-out", NULL };

  return !g_strv_contains (others, row);
}

/* received + carried-in = result-total + carried-out in every column, the rest follows. */
static void
fill_requests (GjReport *report,
               GRand    *rand)
{
  GjForm *form = gj_report_get_form (report);
  const GjTable *table = gj_form_get_table (form, gj_form_find_table (form, "requests"));
  g_autofree int *totals = g_new0 (int, table->n_rows);

  for (guint column = 0; column < table->n_columns; column++)
    {
      gboolean is_total = column == table->n_columns - 1;
      const char *id = table->columns[column].id;
      int results = 0;
      int carried_out = is_total ? 0 : g_rand_int_range (rand, 0, 9);
      int carried_in = is_total ? 0 : g_rand_int_range (rand, 0, 9);

      for (guint row = 0; row < table->n_rows; row++)
        {
          int value = g_rand_int_range (rand, 0, 3) == 0 ? g_rand_int_range (rand, 1, 120) : 0;

          if (is_total || !is_outcome (table->rows[row].id))
            continue;

          if (g_str_equal (table->rows[row].id, "granted"))
            value += 9;
          totals[row] += value;
          results += value;
          init_number (report, "requests", table->rows[row].id, id, value);
        }

      if (is_total)
        break;

      init_number (report, "requests", "result-total", id, results);
      init_number (report, "requests", "carried-out", id, carried_out);
      init_number (report, "requests", "carried-in", id, carried_in);
      init_number (report, "requests", "received", id, results + carried_out - carried_in);
      totals[gj_table_find_row (table, "result-total")] += results;
      totals[gj_table_find_row (table, "carried-out")] += carried_out;
      totals[gj_table_find_row (table, "carried-in")] += carried_in;
      totals[gj_table_find_row (table, "received")] += results + carried_out - carried_in;
    }

  for (guint row = 0; row < table->n_rows; row++)
    init_number (report, "requests", table->rows[row].id, "total", totals[row]);
}

static void
fill_cases (GjReport *report,
            GRand    *rand)
{
  static const char *const rows[] = { "review", "suit-direct", "suit-after-review" };
  static const char *const columns[] = { "upheld", "corrected", "other", "pending" };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      int total = 0;

      for (guint j = 0; j < G_N_ELEMENTS (columns); j++)
        {
          int value = g_rand_int_range (rand, 0, 20);

          total += value;
          init_number (report, "cases", rows[i], columns[j], value);
        }

      init_number (report, "cases", rows[i], "total", total);
    }
}

static void
fill_disclosure_2021 (GjReport *report)
{
  init_number (report, "disclosure", "normative-documents", "issued", 11);
  init_number (report, "disclosure", "normative-documents", "repealed", 4);
  init_number (report, "disclosure", "normative-documents", "in-force", 54);
  init_number (report, "disclosure", "licences", "decisions", 1204);
  gj_report_init_cell (report, cell_find (report, "disclosure/fees/amount"), "5953.02496");
}

static void
fill_disclosure_2019 (GjReport *report)
{
  init_number (report, "disclosure", "normative-documents", "made", 4);
  init_number (report, "disclosure", "normative-documents", "released", 4);
  init_number (report, "disclosure", "normative-documents", "released-total", 5);
  init_number (report, "disclosure", "licences", "items-last-year", 25);
  init_number (report, "disclosure", "licences", "items-change", -3);
  init_number (report, "disclosure", "licences", "decisions", 12);
}

/**
 * filled_report_new:
 * @form: a form of the catalogue
 * @seed: which report
 *
 * Returns: (transfer full): a report with numbers in which every relation holds
 */
GjReport *
filled_report_new (GjForm  *form,
                   guint32  seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  GjReport *report = zero_report_new (form);

  fill_requests (report, rand);
  fill_cases (report, rand);
  if (g_str_equal (gj_form_get_id (form), FORM_2021))
    fill_disclosure_2021 (report);
  else
    fill_disclosure_2019 (report);

  return report;
}

guint
cell_find (GjReport   *report,
           const char *id)
{
  guint cell = gj_form_find_cell (gj_report_get_form (report), id);

  if (cell == GJ_NONE)
    g_error ("no cell %s", id);

  return cell;
}

void
cell_set_index (GjReport   *report,
                guint       cell,
                const char *text)
{
  g_autoptr (GjEdit) edit = gj_edit_new ("cell");

  gj_edit_set_cell (edit, report, cell, text);
  gj_report_apply (report, edit);
}

void
cell_set (GjReport   *report,
          const char *id,
          const char *text)
{
  cell_set_index (report, cell_find (report, id), text);
}

void
narrative_set (GjReport   *report,
               const char *section,
               const char *text)
{
  guint index = gj_form_find_section (gj_report_get_form (report), section);
  g_autoptr (GjNarrative) narrative = gj_narrative_new_for_text (text);
  g_autoptr (GjEdit) edit = gj_edit_new ("text");
  g_autoptr (GPtrArray) blocks = g_ptr_array_new ();

  for (guint i = 0; i < gj_narrative_get_n_blocks (narrative); i++)
    g_ptr_array_add (blocks, gj_narrative_get_block (narrative, i));

  gj_edit_change_blocks (edit, report, index, 0,
                         gj_narrative_get_n_blocks (gj_report_get_narrative (report, index)),
                         (GjBlock *const *) blocks->pdata, blocks->len);
  gj_report_apply (report, edit);
}

char *
findings_to_string (GPtrArray *findings)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    g_string_append_printf (words, "%s%s %s %s", i > 0 ? " | " : "",
                            gj_finding_get_check (findings->pdata[i]),
                            gj_outcome_get_id (gj_finding_get_outcome (findings->pdata[i])),
                            gj_severity_get_id (gj_finding_get_severity (findings->pdata[i])));

  return g_string_free (words, FALSE);
}

GjFinding *
findings_find (GPtrArray  *findings,
               const char *check)
{
  for (guint i = 0; i < findings->len; i++)
    if (g_str_equal (gj_finding_get_check (findings->pdata[i]), check))
      return findings->pdata[i];

  return NULL;
}

guint
findings_count (GPtrArray  *findings,
                const char *check)
{
  guint count = 0;

  for (guint i = 0; i < findings->len; i++)
    count += g_str_equal (gj_finding_get_check (findings->pdata[i]), check);

  return count;
}
