/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "import-support.h"

/* What real documents do to a reader, each in the smallest text that shows it. What the
 * small texts leave out of the form is noted too, and left out here. */

typedef struct
{
  const char *id;
  const char *text;
} Cell;

typedef struct
{
  const char *name;
  const char *notes;
  Cell        cells[5];
} Case;

static const Case cases[] = {
  { "after-signature", "date@signature after-signature@signature" },
  { "before-title", "before-title@title" },
  { "blank-cells", "",
    { { "requests/received/enterprise", "" },
      { "requests/received/research", "/" },
      { "requests/received/public-welfare", "-" },
      { "requests/received/legal-service", "无" } } },
  { "column-extra", "column-extra@requests",
    { { "requests/received/public-welfare", "4" },
      { "requests/received/legal-service", "5" },
      { "requests/received/total", "30" } } },
  { "column-missing", "column-missing@disclosure",
    { { "disclosure/normative-documents/repealed", NULL },
      { "disclosure/normative-documents/in-force", "7" } } },
  { "column-mistyped", "label@requests",
    { { "requests/received/research", "2" },
      { "requests/received/total", "21" },
      { "requests/carried-in/natural-person", "" },
      { "requests/carried-in/research", "2" } } },
  { "column-renamed", "column-extra@requests column-missing@requests",
    { { "requests/received/research", NULL },
      { "requests/received/total", "21" },
      { "requests/carried-in/natural-person", "" },
      { "requests/carried-in/enterprise", "1" } } },
  { "columns-swapped", "column-moved@requests",
    { { "requests/received/enterprise", "2" },
      { "requests/received/research", "1" },
      { "requests/received/total", "21" } } },
  { "contents", "contents@preface" },
  { "date-inside", "" },
  { "form-2019", "",
    { { "disclosure/normative-documents/released-total", "7" },
      { "disclosure/procurement/amount", "48.5万元" } } },
  { "form-feed", "" },
  { "form-of-another-year", "form-year@",
    { { "disclosure/procurement/projects", "3" } } },
  { "full-width-digits", "",
    { { "requests/received/natural-person", "１２" } } },
  { "gb18030", "encoding@" },
  { "heading-bare", "heading@overview heading@disclosure heading@requests" },
  { "heading-missing", "heading-missing@requests" },
  { "heading-mistyped", "heading@cases heading@problems heading@others" },
  { "heading-order", "heading-order@problems" },
  { "heading-repeated", "heading-repeated@problems" },
  { "heading-run-in", "heading-run-in@overview heading-run-in@others" },
  { "heading-tab", "" },
  { "label-around-values", "label-cut@requests/other-not-corrected",
    { { "requests/other-not-corrected/natural-person", "1" },
      { "requests/other-not-corrected/total", "1" } } },
  { "label-cut-plain-line", "label-cut@requests/other-not-corrected",
    { { "requests/other-not-corrected/natural-person", "1" },
      { "requests/other-not-corrected/total", "1" } } },
  { "label-cut", "label-cut@requests/other-not-corrected",
    { { "requests/other-not-corrected/natural-person", "1" },
      { "requests/other-else/total", NULL } } },
  { "label-lost", "label-guess@requests/carried-in",
    { { "requests/carried-in/natural-person", "1" } } },
  { "label-mistyped", "label@requests/carried-in label@requests/granted label@requests",
    { { "requests/carried-in/natural-person", "1" },
      { "requests/granted/natural-person", "4" },
      { "requests/granted-in-part/total", "1" } } },
  { "labels-of-other-shape", "",
    { { "requests/denied-state-secret/total", "2" },
      { "requests/denied-security/total", "1" },
      { "requests/granted/total", "4" } } },
  { "line-break-in-number", "",
    { { "requests/received/natural-person", "12\n件" },
      { "requests/received/total", "12" } } },
  { "no-blank-before-heading", "",
    { { "requests/carried-out/total", "2" },
      { "cases/suit-after-review/total", "15" } } },
  { "no-tables", "form-guess@" },
  { "old-row", "old-row@requests/other-else",
    { { "requests/other-else/total", "3" },
      { "requests/other-unpaid/total", NULL },
      { "disclosure/normative-documents/in-force", "7" } } },
  { "only-old-row", "old-row@requests/other-else",
    { { "requests/other-else/total", "3" },
      { "requests/other-unpaid/total", NULL } } },
  { "paragraphs-by-tabs", "" },
  { "row-cut", "row-cut@requests",
    { { "requests/carried-in/natural-person", "1" },
      { "requests/carried-in/enterprise", "0" },
      { "requests/carried-in/total", "1" } } },
  { "row-extra", "row-extra@requests",
    { { "requests/carried-in/natural-person", "1" },
      { "requests/granted/natural-person", "4" } } },
  { "row-missing", "",
    { { "requests/received/total", "6" },
      { "requests/carried-in/total", NULL },
      { "requests/granted/total", "4" } } },
  { "row-repeated", "row-repeated@requests",
    { { "requests/received/natural-person", "5" },
      { "requests/carried-in/natural-person", "1" } } },
  { "rows-of-eight", "surplus-value@requests/carried-in",
    { { "requests/carried-in/natural-person", "1" },
      { "requests/carried-in/total", "1" } } },
  { "rows-of-six", "value-missing@requests/carried-in",
    { { "requests/carried-in/natural-person", "1" },
      { "requests/carried-in/total", NULL } } },
  { "rows-swapped", "row-moved@requests/received",
    { { "requests/received/natural-person", "5" },
      { "requests/carried-in/natural-person", "1" } } },
  { "signature-by-tabs", "" },
  { "signature-missing", "" },
  { "signature-on-one-line", "" },
  { "signature-without-date", "" },
  { "table-foreign", "table-foreign@overview" },
  { "table-four-in-three-rows", "",
    { { "cases/review/total", "5" },
      { "cases/suit-direct/upheld", "6" },
      { "cases/suit-after-review/total", "15" } } },
  { "table-moved", "table-moved@requests",
    { { "requests/received/total", "6" } } },
  { "table-split", "page-number@requests head-repeated@requests",
    { { "requests/granted/natural-person", "4" },
      { "requests/granted-in-part/total", "1" } } },
  { "thousands", "",
    { { "disclosure/licences/decisions", "12,345" },
      { "disclosure/fees/amount", "1，234.5万元" } } },
  { "title-broken", "title-broken@title" },
  { "title-chinese-year", "" },
  { "title-missing", "title-missing@title year@title body@title" },
  { "title-other-words", "" },
  { "title-twice", "title-repeated@title before-title@title" },
  { "title-without-body", "body@title" },
  { "title-without-year", "year@title" },
  { "two-numbers", "",
    { { "requests/received/natural-person", "5 1" },
      { "requests/received/enterprise", "0" } } },
  { "utf-16le", "encoding@" },
  { "words-in-cell", "",
    { { "requests/received/natural-person", "约五件" },
      { "requests/received/total", "见附件" } } },
};

static GjReport *
read_case (const char  *name,
           GError     **error)
{
  g_autofree char *file = g_strconcat (name, ".txt", NULL);
  g_autofree char *path = g_build_filename (g_getenv ("GJ_SOURCE_ROOT"), "tests", "data", "imports", "text",
                                            file, NULL);
  g_autofree char *data = NULL;
  g_autoptr (GError) file_error = NULL;
  gsize size;

  g_file_get_contents (path, &data, &size, &file_error);
  g_assert_no_error (file_error);

  return import_read_bytes (data, size, error);
}

/* Without what is missing only because the text is small. */
static char *
list_notes (GjReport *report)
{
  g_autofree char *all = import_list_notes (report);
  g_auto (GStrv) notes = g_strsplit (all, " ", -1);
  GString *out = g_string_new (NULL);

  for (guint i = 0; notes[i] != NULL; i++)
    {
      const GjNote *note = NULL;

      if (g_str_has_prefix (notes[i], "row-missing@") || g_str_has_prefix (notes[i], "table-missing@"))
        continue;
      if (*notes[i] != '\0')
        note = gj_source_get_note (gj_report_get_source (report), i);
      if (note != NULL && strcmp (note->code, "heading-missing") == 0 && note->line == 0)
        continue;
      g_string_append_printf (out, "%s%s", out->len > 0 ? " " : "", notes[i]);
    }

  return g_string_free (out, FALSE);
}

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GjReport) report = read_case (c->name, &error);
  g_autofree char *notes = NULL;

  g_assert_no_error (error);
  notes = list_notes (report);
  g_assert_cmpstr (notes, ==, c->notes);
  for (guint i = 0; i < G_N_ELEMENTS (c->cells) && c->cells[i].id != NULL; i++)
    import_assert_cell (report, c->cells[i].id, c->cells[i].text);
}

static void
assert_text (GjReport   *report,
             const char *section,
             const char *text)
{
  guint index = gj_form_find_section (gj_report_get_form (report), section);
  g_autofree char *found = NULL;

  found = gj_narrative_dup_text (gj_report_get_narrative (report, index == GJ_NONE ?
                                                          gj_report_get_preface (report) : index));
  g_assert_cmpstr (found, ==, text);
}

static GjReport *
read_well (const char *name)
{
  g_autoptr (GError) error = NULL;
  GjReport *report = read_case (name, &error);

  g_assert_no_error (error);

  return report;
}

static void
test_headings (void)
{
  g_autoptr (GjReport) mistyped = read_well ("heading-mistyped");
  g_autoptr (GjReport) run_in = read_well ("heading-run-in");
  g_autoptr (GjReport) missing = read_well ("heading-missing");
  g_autoptr (GjReport) order = read_well ("heading-order");
  g_autoptr (GjReport) contents = read_well ("contents");
  g_autoptr (GjReport) tabs = read_well ("paragraphs-by-tabs");

  g_assert_cmpstr (gj_report_get_heading (mistyped, 3), ==, "四、政府信息公开行政复义、行政诉讼情况");
  g_assert_cmpstr (gj_source_find_label (gj_report_get_source (mistyped), "others"), ==, "六、其它需报告的事项。");
  assert_text (run_in, "overview", "全年平稳。");
  assert_text (run_in, "others", "无。");
  assert_text (missing, "overview", "全年平稳。\n全年共收到申请6件。");
  assert_text (missing, "requests", "申请均已答复。");
  assert_text (order, "problems", "仍有不足。");
  assert_text (order, "others", "无。");
  assert_text (contents, "preface", "本报告依据有关规定编制。");
  assert_text (contents, "overview", "全年平稳。");
  assert_text (tabs, "problems", "仍有不足。");
}

/* The place of the table between the paragraphs. */
static void
test_anchor (void)
{
  g_autoptr (GjReport) report = read_well ("heading-missing");
  GjNarrative *narrative = gj_report_get_narrative (report, 2);

  g_assert_cmpuint (gj_narrative_get_n_blocks (narrative), ==, 2);
  g_assert_cmpint (gj_block_get_kind (gj_narrative_get_block (narrative, 0)), ==, GJ_BLOCK_TABLE);
}

static void
assert_front (const char *name,
              const char *title,
              const char *body,
              const char *year)
{
  g_autoptr (GjReport) report = read_well (name);

  g_assert_cmpstr (gj_report_get_field (report, GJ_FIELD_TITLE), ==, title);
  g_assert_cmpstr (gj_report_get_field (report, GJ_FIELD_BODY), ==, body);
  g_assert_cmpstr (gj_report_get_field (report, GJ_FIELD_YEAR), ==, year);
}

static void
test_front (void)
{
  g_autoptr (GjReport) before = read_well ("before-title");

  g_assert_cmpstr (gj_report_get_field (before, GJ_FIELD_DOCUMENT_NUMBER), ==, "商务字〔2023〕2号");
  assert_front ("before-title", "青禾市商务局\n2022年政府信息公开工作年度报告", "青禾市商务局", "2022");
  assert_front ("title-twice", "青禾市商务局\n2022年政府信息公开工作年度报告", "青禾市商务局", "2022");
  assert_front ("title-broken", "青禾市商务局2022年政府信\n息公开工作年度报告", "青禾市商务局", "2022");
  assert_front ("title-other-words", "青禾市商务局关于2022年度\n政务公开工作的年度报告", "青禾市商务局", "2022");
  assert_front ("title-chinese-year", "青禾市商务局二〇二二年政府信息公开工作年度报告", "青禾市商务局", "2022");
  assert_front ("title-without-year", "青禾市商务局政府信息公开工作年度报告", "青禾市商务局", "2022");
  assert_front ("title-without-body", "2022年政府信息公开工作年度报告", "青禾市商务局", "2022");
  assert_front ("title-missing", "", "", "2022");
}

/* A last line without a full stop is no office, a date among sentences no signature. */
static void
test_no_signature (void)
{
  g_autoptr (GjReport) missing = read_well ("signature-missing");
  g_autoptr (GjReport) inside = read_well ("date-inside");

  g_assert_cmpstr (gj_report_get_field (missing, GJ_FIELD_SIGNATURE), ==, "");
  g_assert_cmpstr (gj_report_get_field (missing, GJ_FIELD_DATE), ==, "2023-01-05");
  assert_text (missing, "others", "暂无其他需要报告的事项");
  g_assert_cmpstr (gj_report_get_field (inside, GJ_FIELD_DATE), ==, "");
  assert_text (inside, "others", "平台启用日期：\n2022年4月1日\n启用以来运行平稳。");
}

static void
assert_back (const char *name,
             const char *signature,
             const char *date)
{
  g_autoptr (GjReport) report = read_well (name);

  g_assert_cmpstr (gj_report_get_field (report, GJ_FIELD_SIGNATURE), ==, signature);
  g_assert_cmpstr (gj_report_get_field (report, GJ_FIELD_DATE), ==, date);
  assert_text (report, "others", "无。");
}

static void
test_back (void)
{
  assert_back ("signature-on-one-line", "青禾市商务局", "2023-01-05");
  assert_back ("signature-without-date", "青禾市商务局", "");
  assert_back ("signature-by-tabs", "青禾市商务局", "2023-01-05");
  assert_back ("after-signature", "青禾市商务局", "2023-01-05");
}

/* Labels, surplus values and what was not read are kept with the import. */
static void
test_source (void)
{
  g_autoptr (GjReport) eight = read_well ("rows-of-eight");
  g_autoptr (GjReport) cut = read_well ("label-cut");
  g_autoptr (GjReport) extra = read_well ("row-extra");
  g_autoptr (GjReport) column = read_well ("column-extra");
  GjSource *source = gj_report_get_source (eight);
  const GjSurplus *surplus = gj_source_get_surplus (source, 0);

  g_assert_cmpstr (gj_source_get_format (source), ==, "text");
  g_assert_cmpuint (strlen (gj_source_get_digest (source)), ==, 64);
  g_assert_cmpstr (gj_source_get_title_lines (source)[1], ==, "2022年政府信息公开工作年度报告");
  g_assert_cmpstr (surplus->place, ==, "requests/carried-in");
  g_assert_cmpstr (surplus->values[0], ==, "1");
  g_assert_null (surplus->values[1]);
  g_assert_true (g_str_has_suffix (gj_source_find_label (gj_report_get_source (cut), "requests/other-not-corrected"),
                                   "\n申请"));
  g_assert_cmpstr (gj_source_get_residue (gj_report_get_source (extra), 0)->text, ==,
                   "其中：网上申请\t2\t0\t0\t0\t0\t0\t2");
  g_assert_cmpstr (gj_source_get_surplus (gj_report_get_source (column), 0)->values[0], ==, "9");
}

static void
test_not_a_report (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GjReport) report = read_case ("not-a-report", &error);

  g_assert_error (error, GJ_IMPORT_ERROR, GJ_IMPORT_ERROR_NOT_A_REPORT);
  g_assert_null (report);
}

/* Ten megabytes of it must be over before the harness loses patience. */
static void
test_garbage (gconstpointer data)
{
  const char *line = data;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GjReport) report = NULL;

  for (guint i = 0; text->len < 10 * 1024 * 1024; i++)
    {
      g_string_append (text, line);
      g_string_append_printf (text, "%u\n", i);
    }
  report = import_read_bytes (text->str, text->len, &error);
  g_assert_null (report);
  g_assert_error (error, GJ_IMPORT_ERROR, GJ_IMPORT_ERROR_NOT_A_REPORT);
}

int
main (int   argc,
      char *argv[])
{
  static const char *const garbage[] = {
    "一、情况之", "\t（一）公开申请情况与处理结果及其他各项有关数据的统计汇总之", "申请\t1\t2\t3\t4\t5\t6\t7\t之",
    "\n", "情况说明如下各项工作总体平稳有序推进并取得明显成效之各项工作总体平稳有序推进并取得明显成效之第",
    "申请人无正当理由逾期不补正 1 2 3 4 5 6 ",
  };

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/import/case/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/import/headings", test_headings);
  g_test_add_func ("/import/anchor", test_anchor);
  g_test_add_func ("/import/front", test_front);
  g_test_add_func ("/import/back", test_back);
  g_test_add_func ("/import/no-signature", test_no_signature);
  g_test_add_func ("/import/source", test_source);
  g_test_add_func ("/import/not-a-report", test_not_a_report);
  for (guint i = 0; i < G_N_ELEMENTS (garbage); i++)
    {
      g_autofree char *path = g_strdup_printf ("/import/garbage/%u", i);

      g_test_add_data_func (path, garbage[i], test_garbage);
    }

  return g_test_run ();
}
