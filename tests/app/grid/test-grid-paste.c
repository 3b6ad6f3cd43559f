/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "gj-grid-copy.h"
#include "gj-grid-paste.h"

static GjForm *
get_form (void)
{
  return gj_form_catalogue_find ("guoban-2021");
}

static guint
find_cell (const char *id)
{
  guint cell = gj_form_find_cell (get_form (), id);

  g_assert_cmpuint (cell, !=, GJ_NONE);

  return cell;
}

static GjGridModel *
create_model (const char *cell)
{
  return gj_grid_model_new (gj_form_get_table (get_form (), gj_form_get_cell (get_form (), find_cell (cell))->table),
                            NULL);
}

/* Rows parted by "|", texts by ",", a covered place is "^". */

static char *
dump_matrix (const GjGridMatrix *matrix)
{
  GString *out = g_string_new (NULL);

  for (guint row = 0; row < gj_grid_matrix_get_n_rows (matrix); row++)
    for (guint column = 0; column < gj_grid_matrix_get_n_columns (matrix); column++)
      {
        if (column > 0)
          g_string_append_c (out, ',');
        else if (row > 0)
          g_string_append_c (out, '|');

        g_string_append (out, gj_grid_matrix_is_covered (matrix, row, column)
                                ? "^" : gj_grid_matrix_get_text (matrix, row, column));
      }

  return g_string_free (out, FALSE);
}

typedef struct
{
  const char *name;
  const char *text;
  const char *matrix;
} MatrixCase;

static const MatrixCase text_cases[] = {
  { "one", "12", "12" },
  { "trimmed", " \xC2\xA0" "12\xE3\x80\x80", "12" },
  { "line-end", "1\t2\n3\t4\n", "1,2|3,4" },
  { "dos", "1\t2\r\n3\t4\r\n", "1,2|3,4" },
  { "old-mac", "1\r2", "1|2" },
  { "blank-row", "1\n\n3", "1||3" },
  { "blank-last-field", "1\t\n\t2", "1,|,2" },
  { "quoted", "\"a\tb\"\t\"say \"\"x\"\"\"\n\"1\n2\"\t3", "a\tb,say \"x\"|1\n2,3" },
  { "stray-quote", "\"a\" b\t5\" wide", "\"a\" b,5\" wide" },
  { "unclosed-quote", "\"1\t2", "\"1,2" },
  { "byte-order-mark", "\xEF\xBB\xBF" "7", "7" },
  { "nothing-is-converted", "１２３\t1,234\t12件\t〇\t/\t007", "１２３,1,234,12件,〇,/,007" },
  { "empty", "", "" },
};

static const MatrixCase html_cases[] = {
  { "plain", "<table><tr><td>1<td>2<tr><td>3<td>4</table>", "1,2|3,4" },
  { "spans", "<table><tr><td colspan=2>a</td><td rowspan=2>b</td></tr><tr><td>1</td><td>2</td></tr></table>",
    "a,^,b|1,2,^" },
  { "span-beyond-the-end", "<table><tr><td rowspan=9 colspan=3>a</td></tr></table>", "a,^,^" },
  { "zero-and-huge-spans", "<table><tr><td colspan=0>a</td><td rowspan=99999999999>b</td></tr></table>", "a,b" },
  { "line-break", "<table><tr><td>1<br>2</td></tr></table>", "1\n2" },
  { "paragraphs", "<table><tr><td><p>1</p>\n<p>2</p></td></tr></table>", "1\n2" },
  { "blanks-collapse", "<table><tr><td>\n  1 \n  2&nbsp;</td></tr></table>", "1 2" },
  { "hidden", "<table><tr><td>1<span style='display: none'>9</span></td><td style='display:none'>8</td></tr></table>",
    "1" },
  { "deleted-text", "<table><tr><td><del>1</del>2</td></tr></table>", "2" },
  { "nested", "<table><tr><td>1<table><tr><td>2</td></tr></table></td><td>3</td></tr></table>", "1\n2,3" },
  { "second-table", "<table></table><div><table><tbody><tr><th>1</th></tr></tbody></table></div>", "1" },
  { "missing-end-tags", "<table><tr><td>1<td>2", "1,2" },
};

static void
test_text (gconstpointer data)
{
  const MatrixCase *test = data;
  g_autoptr (GjGridMatrix) matrix = gj_grid_matrix_new_for_text (test->text);
  g_autofree char *dump = dump_matrix (matrix);

  g_assert_cmpstr (dump, ==, test->matrix);
}

static void
test_html (gconstpointer data)
{
  const MatrixCase *test = data;
  g_autoptr (GjGridMatrix) matrix = gj_grid_matrix_new_for_html (test->text, strlen (test->text));
  g_autofree char *dump = NULL;

  g_assert_nonnull (matrix);
  dump = dump_matrix (matrix);
  g_assert_cmpstr (dump, ==, test->matrix);
}

/* What is no table, too long or too deep gives no matrix, and never a crash. */

static void
test_bad_html (void)
{
  const char *const cases[] = { "", "<p>12</p>", "<table>", "<table><tr>", "\xFF\xFE", "<!DOCTYPE html><html>" };
  g_autoptr (GString) deep = g_string_new (NULL);
  g_autofree char *huge = g_malloc0 (GJ_GRID_MATRIX_MAX_BYTES + 1);
  g_autoptr (GjGridMatrix) matrix = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GjGridMatrix) none = gj_grid_matrix_new_for_html (cases[i], strlen (cases[i]));

      g_assert_true (none == NULL || gj_grid_matrix_get_n_columns (none) == 0);
    }

  for (guint i = 0; i < 5000; i++)
    g_string_append (deep, "<div><table><tr><td>");

  matrix = gj_grid_matrix_new_for_html (deep->str, deep->len);
  g_assert_null (gj_grid_matrix_new_for_html (huge, GJ_GRID_MATRIX_MAX_BYTES + 1));
}

static void
test_limits (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GjGridMatrix) matrix = NULL;

  for (guint i = 0; i < GJ_GRID_MATRIX_MAX_ROWS + 500; i++)
    g_string_append (text, "1\n");

  matrix = gj_grid_matrix_new_for_text (text->str);
  g_assert_cmpuint (gj_grid_matrix_get_n_rows (matrix), ==, GJ_GRID_MATRIX_MAX_ROWS);
}

typedef struct
{
  const char *name;
  const char *file;
  const char *text;
  const char *cell;
  const char *range_to;
  const char *placements;
  guint       n_left;
  const char *first_left;
} PasteCase;

static const PasteCase paste_cases[] = {
  { "anchored", NULL, "1\t2\n3\t4", "requests/granted/research", NULL,
    "requests/granted/research=1 requests/granted/public-welfare=2 "
    "requests/granted-in-part/research=3 requests/granted-in-part/public-welfare=4", 0, NULL },
  { "blank-clears", NULL, "1\t\t3", "requests/granted/natural-person", NULL,
    "requests/granted/natural-person=1 requests/granted/enterprise= requests/granted/research=3", 0, NULL },
  { "too-wide", NULL, "1\t2\t3", "requests/granted/other-organisation", NULL,
    "requests/granted/other-organisation=1 requests/granted/total=2", 1, "3" },
  { "too-high", NULL, "1\n2\n3", "requests/result-total/total", NULL,
    "requests/result-total/total=1 requests/carried-out/total=2", 1, "3" },
  { "blanks-beyond-the-end-are-nothing", NULL, "1\t\t\n\n", "requests/carried-out/total", NULL,
    "requests/carried-out/total=1", 0, NULL },
  { "one-into-range", NULL, "5", "requests/granted/natural-person", "requests/granted-in-part/enterprise",
    "requests/granted/natural-person=5 requests/granted/enterprise=5 "
    "requests/granted-in-part/natural-person=5 requests/granted-in-part/enterprise=5", 0, NULL },
  { "by-label-wherever-one-stands", NULL, "（一）予以公开\t1\t2\t3\t4\t5\t6\t21", "requests/carried-out/total", NULL,
    "requests/granted/natural-person=1 requests/granted/enterprise=2 requests/granted/research=3 "
    "requests/granted/public-welfare=4 requests/granted/legal-service=5 requests/granted/other-organisation=6 "
    "requests/granted/total=21", 0, NULL },
  { "label-with-covered-places", NULL, "三、本年度办理结果\t(一) 予以公开\t\t1\t2\t3\t4\t5\t6\t21",
    "requests/carried-out/total", NULL,
    "requests/granted/natural-person=1 requests/granted/enterprise=2 requests/granted/research=3 "
    "requests/granted/public-welfare=4 requests/granted/legal-service=5 requests/granted/other-organisation=6 "
    "requests/granted/total=21", 0, NULL },
  { "label-and-one-value", NULL, "二、上年结转政府信息公开申请数量\t9", "requests/received/total", NULL,
    "requests/carried-in/total=9", 0, NULL },
  { "labelled-row-too-long", NULL, "行政许可\t1\t2", "disclosure/rules/issued", NULL,
    "disclosure/licences/decisions=1", 1, "2" },
  { "merged-label-in-plain-text", NULL, "行政许可\t9830\t\t\n行政处罚\t966\t\t", "disclosure/rules/issued", NULL,
    "disclosure/licences/decisions=9830 disclosure/penalties/decisions=966", 0, NULL },
  { "wps", "wps.html", NULL, "requests/received/natural-person", NULL,
    "requests/received/natural-person=12 requests/received/enterprise=0 requests/received/research=1,234 "
    "requests/carried-in/natural-person=5 requests/carried-in/enterprise= requests/carried-in/research=１２件", 0, NULL },
  { "word", "word.html", NULL, "disclosure/fees/amount", NULL,
    "disclosure/rules/issued=0 disclosure/rules/repealed=0 disclosure/rules/in-force=0 "
    "disclosure/normative-documents/issued=11 disclosure/normative-documents/repealed=4 "
    "disclosure/normative-documents/in-force=54 disclosure/licences/decisions=9830 "
    "disclosure/fees/amount=5953.02496", 2, "政府集中采购" },
  { "chrome", "chrome.html", NULL, "cases/suit-direct/pending", NULL,
    "cases/review/upheld=7 cases/review/corrected=0 cases/review/other=1 cases/review/pending=0 cases/review/total=8 "
    "cases/suit-direct/upheld=0 cases/suit-direct/corrected=0 cases/suit-direct/other=0 cases/suit-direct/pending=0 "
    "cases/suit-direct/total=0 cases/suit-after-review/upheld=2 cases/suit-after-review/corrected=0 "
    "cases/suit-after-review/other=0 cases/suit-after-review/pending=1 cases/suit-after-review/total=3", 0, NULL },
};

static GjGridMatrix *
load_matrix (const PasteCase *test)
{
  g_autofree char *path = NULL;
  g_autofree char *html = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  if (test->file == NULL)
    return gj_grid_matrix_new_for_text (test->text);

  path = g_test_build_filename (G_TEST_DIST, "data", "clipboard", test->file, NULL);
  g_file_get_contents (path, &html, &length, &error);
  g_assert_no_error (error);

  return gj_grid_matrix_new_for_html (html, length);
}

static char *
dump_placements (const GjGridPaste *paste)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < paste->placements->len; i++)
    {
      const GjGridPlacement *placement = &g_array_index (paste->placements, GjGridPlacement, i);

      g_string_append_printf (out, "%s%s=%s", i > 0 ? " " : "",
                              gj_form_get_cell (get_form (), placement->cell)->id, placement->text);
    }

  return g_string_free (out, FALSE);
}

static void
test_paste (gconstpointer data)
{
  const PasteCase *test = data;
  g_autoptr (GjGridModel) model = create_model (test->cell);
  g_autoptr (GjGridMatrix) matrix = load_matrix (test);
  g_autoptr (GjGridPaste) paste = NULL;
  g_autofree char *dump = NULL;
  guint cell = find_cell (test->cell);
  GjGridRange range = { 0, 0, 0, 0 };

  if (test->range_to != NULL)
    range = gj_grid_model_get_range (model, cell, find_cell (test->range_to));

  paste = gj_grid_paste_new (model, matrix, cell, &range);
  dump = dump_placements (paste);

  g_assert_cmpstr (dump, ==, test->placements);
  g_assert_cmpuint (paste->n_left, ==, test->n_left);
  g_assert_cmpstr (paste->first_left, ==, test->first_left);
}

/* Merged labels, a hidden row, a label in full width and a blank cell. */

static void
test_excel (void)
{
  static const PasteCase test = { "excel", "excel.html", NULL, NULL, NULL, NULL, 0, NULL };
  g_autoptr (GjGridModel) model = create_model ("requests/received/total");
  g_autoptr (GjGridMatrix) matrix = load_matrix (&test);
  g_autoptr (GjGridPaste) paste = gj_grid_paste_new (model, matrix, find_cell ("requests/received/total"), NULL);
  g_autofree char *dump = dump_placements (paste);

  g_assert_cmpuint (paste->placements->len, ==, 5 * 7);
  g_assert_true (paste->by_label);
  g_assert_cmpuint (paste->n_left, ==, 0);
  g_assert_nonnull (strstr (dump, "requests/received/total=53"));
  g_assert_nonnull (strstr (dump, "requests/carried-in/natural-person=4 "));
  g_assert_nonnull (strstr (dump, "requests/granted/research= "));
  g_assert_nonnull (strstr (dump, "requests/denied-state-secret/total=0"));
  g_assert_nonnull (strstr (dump, "requests/denied-by-law/natural-person=2"));
}

static GjReport *
create_report (void)
{
  GjReport *report = gj_report_new (get_form ());

  for (guint i = 0; i < gj_form_get_n_cells (get_form ()); i++)
    {
      g_autofree char *text = i % 11 == 3 ? g_strdup ("12 件\t“a\"”\n<&>") : g_strdup_printf ("%u.50", i);

      gj_report_init_cell (report, i, text);
    }

  return report;
}

/* Whatever was copied comes back as it was, in either format, from any range. */

static void
check_round_trip (GjReport          *report,
                  const GjGridModel *model,
                  guint              from,
                  guint              to,
                  gboolean           html)
{
  GjGridRange range = gj_grid_model_get_range (model, from, to);
  g_autofree char *copied = html ? gj_grid_copy_html (model, report, &range)
                                 : gj_grid_copy_text (model, report, &range);
  g_autoptr (GjGridMatrix) matrix = html ? gj_grid_matrix_new_for_html (copied, strlen (copied))
                                         : gj_grid_matrix_new_for_text (copied);
  g_autoptr (GjGridPaste) paste = gj_grid_paste_new (model, matrix, from, NULL);
  g_autoptr (GArray) cells = gj_grid_model_list_range (model, &range);

  g_assert_cmpuint (paste->n_left, ==, 0);
  g_assert_cmpuint (paste->placements->len, ==, cells->len);

  for (guint i = 0; i < cells->len; i++)
    {
      const GjGridPlacement *placement = &g_array_index (paste->placements, GjGridPlacement, i);
      const char *text = gj_report_get_cell_text (report, placement->cell);

      g_assert_cmpuint (placement->cell, ==, g_array_index (cells, guint, i));

      if (!html || strchr (text, '\t') == NULL)
        g_assert_cmpstr (placement->text, ==, text);
    }
}

static void
test_round_trip (gconstpointer data)
{
  const char *const *cells = data;
  g_autoptr (GjReport) report = create_report ();
  g_autoptr (GjGridModel) model = create_model (cells[0]);

  check_round_trip (report, model, find_cell (cells[0]), find_cell (cells[1]), FALSE);
  check_round_trip (report, model, find_cell (cells[0]), find_cell (cells[1]), TRUE);
}

static void
test_copy (void)
{
  g_autoptr (GjReport) report = gj_report_new (get_form ());
  g_autoptr (GjGridModel) model = create_model ("requests/received/total");
  GjGridRange range = gj_grid_model_get_range (model, find_cell ("requests/received/natural-person"),
                                               find_cell ("requests/carried-in/enterprise"));
  g_autofree char *text = NULL;
  g_autofree char *html = NULL;

  gj_report_init_cell (report, find_cell ("requests/received/natural-person"), "１２");
  gj_report_init_cell (report, find_cell ("requests/carried-in/enterprise"), "a\"b<c");
  text = gj_grid_copy_text (model, report, &range);
  html = gj_grid_copy_html (model, report, &range);

  g_assert_cmpstr (text, ==, "１２\t\n\t\"a\"\"b<c\"");
  g_assert_nonnull (strstr (html, ">１２</td>"));
  g_assert_nonnull (strstr (html, ">a&quot;b&lt;c</td>"));
  g_assert_null (strstr (html, "自然人"));
}

/* A spreadsheet shows what stood there: trailing zeros, and text as text. */

static void
test_copy_formats (void)
{
  static const char *const cases[][2] = {
    { "12", "'0'>" }, { "0", "'0'>" }, { "-3", "'0'>" }, { "294000.00", "'0\\.00'>" },
    { "007", "'\\@'>" }, { "1,234", "'\\@'>" }, { "12件", "'\\@'>" }, { "12.", "'\\@'>" },
    { "", "'\\@'>" }, { "-", "'\\@'>" }, { "1234567890123456", "'\\@'>" }, { "1/2", "'\\@'>" },
  };
  g_autoptr (GjGridModel) model = create_model ("requests/received/total");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GjReport) report = gj_report_new (get_form ());
      guint cell = find_cell ("requests/received/total");
      GjGridRange range = gj_grid_model_get_range (model, cell, cell);
      g_autofree char *html = NULL;
      g_autofree char *wanted = g_strconcat (cases[i][1], NULL);

      gj_report_init_cell (report, cell, cases[i][0]);
      html = gj_grid_copy_html (model, report, &range);
      g_strdelimit (wanted, ">", '"');
      g_assert_nonnull (strstr (html, wanted));
    }
}

static void
test_copy_whole (void)
{
  g_autoptr (GjReport) report = create_report ();
  g_autoptr (GjGridModel) model = create_model ("requests/received/total");
  GjGridRange range = gj_grid_model_get_range (model, find_cell ("requests/received/natural-person"),
                                               find_cell ("requests/carried-out/total"));
  g_autofree char *html = gj_grid_copy_html (model, report, &range);

  g_assert_nonnull (strstr (html, "colspan=\"7\""));
  g_assert_nonnull (strstr (html, "申请人情况"));
  g_assert_nonnull (strstr (html, "（一）予以公开"));
}

static void
add_matrix_cases (const char       *kind,
                  const MatrixCase *cases,
                  guint             n_cases,
                  GTestDataFunc     function)
{
  for (guint i = 0; i < n_cases; i++)
    {
      g_autofree char *path = g_strdup_printf ("/app/grid/%s/%s", kind, cases[i].name);

      g_test_add_data_func (path, &cases[i], function);
    }
}

int
main (int   argc,
      char *argv[])
{
  static const char *const ranges[][2] = {
    { "requests/received/natural-person", "requests/carried-out/total" },
    { "requests/received/enterprise", "requests/denied-by-law/total" },
    { "disclosure/rules/issued", "disclosure/fees/amount" },
    { "disclosure/rules/issued", "disclosure/normative-documents/in-force" },
    { "disclosure/penalties/decisions", "disclosure/fees/amount" },
    { "cases/review/upheld", "cases/suit-after-review/total" },
    { "cases/review/corrected", "cases/suit-direct/upheld" },
  };

  g_test_init (&argc, &argv, NULL);

  add_matrix_cases ("text", text_cases, G_N_ELEMENTS (text_cases), test_text);
  add_matrix_cases ("html", html_cases, G_N_ELEMENTS (html_cases), test_html);

  for (guint i = 0; i < G_N_ELEMENTS (paste_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/app/grid/paste/%s", paste_cases[i].name);

      g_test_add_data_func (path, &paste_cases[i], test_paste);
    }

  for (guint i = 0; i < G_N_ELEMENTS (ranges); i++)
    {
      g_autofree char *path = g_strdup_printf ("/app/grid/round-trip/%u", i);

      g_test_add_data_func (path, ranges[i], test_round_trip);
    }

  g_test_add_func ("/app/grid/html/bad", test_bad_html);
  g_test_add_func ("/app/grid/text/limits", test_limits);
  g_test_add_func ("/app/grid/paste/excel", test_excel);
  g_test_add_func ("/app/grid/copy/range", test_copy);
  g_test_add_func ("/app/grid/copy/formats", test_copy_formats);
  g_test_add_func ("/app/grid/copy/whole", test_copy_whole);

  return g_test_run ();
}
