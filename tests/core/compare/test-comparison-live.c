/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "compare-reports.h"

#define F19 "guoban-2019"
#define F21 "guoban-2021"
#define REVIEW "cases/review/total"

/* What a person should know, and what an edit makes of a comparison. */

typedef struct
{
  guint n_tables;
  guint n_sections;
  guint n_fields;
  guint last;
} Heard;

static void
table_changed_cb (Heard *heard,
                  guint  table)
{
  heard->n_tables++;
  heard->last = table;
}

static void
section_changed_cb (Heard *heard,
                    guint  section)
{
  heard->n_sections++;
  heard->last = section;
}

static void
fields_changed_cb (Heard *heard)
{
  heard->n_fields++;
}

static GjComparison *
compare (GjReport *old_report,
         GjReport *new_report,
         Heard    *heard)
{
  GjComparison *comparison = gj_comparison_new (old_report, new_report);

  g_signal_connect_swapped (comparison, "table-changed", G_CALLBACK (table_changed_cb), heard);
  g_signal_connect_swapped (comparison, "section-changed", G_CALLBACK (section_changed_cb), heard);
  g_signal_connect_swapped (comparison, "fields-changed", G_CALLBACK (fields_changed_cb), heard);
  for (guint i = 0; i < gj_comparison_get_n_tables (comparison); i++)
    gj_comparison_get_pairs (comparison, i);

  return comparison;
}

static void
test_cell (void)
{
  g_autoptr (GjReport) old_report = compare_report_new (F21, 2022, REVIEW "=3");
  g_autoptr (GjReport) new_report = compare_report_new (F21, 2023, REVIEW "=3");
  Heard heard = { 0 };
  g_autoptr (GjComparison) comparison = compare (old_report, new_report, &heard);
  GPtrArray *untouched = gj_comparison_get_pairs (comparison, 1);
  g_autofree char *pair = NULL;

  compare_report_edit (new_report, REVIEW, "5");
  pair = compare_describe_pair (compare_find_pair (comparison, REVIEW));
  g_assert_cmpstr (pair, ==, "3 > 5 +2 changed");
  g_assert_cmpuint (heard.n_tables, ==, 1);
  g_assert_cmpuint (heard.last, ==, 2);
  g_assert_cmpuint (heard.n_sections, ==, 0);
  g_assert_true (gj_comparison_get_pairs (comparison, 1) == untouched);
}

/* A step of many cells is one change of the table. */
static void
test_step (void)
{
  g_autoptr (GjReport) old_report = compare_report_new (F21, 2022, "=1");
  g_autoptr (GjReport) new_report = compare_report_new (F21, 2023, "=1");
  Heard heard = { 0 };
  g_autoptr (GjComparison) comparison = compare (old_report, new_report, &heard);
  g_autoptr (GjEdit) edit = gj_edit_new ("paste");
  const GjTable *table = gj_comparison_get_table (comparison, 1);

  for (guint i = 0; i < table->n_cells; i++)
    gj_edit_set_cell (edit, new_report, table->first_cell + i, "7");
  gj_report_apply (new_report, edit);
  g_assert_cmpuint (heard.n_tables, ==, 1);
  g_assert_cmpuint (gj_comparison_count_changed (comparison, 1), ==, table->n_cells);

  gj_report_revert (new_report, edit);
  g_assert_cmpuint (heard.n_tables, ==, 2);
  g_assert_cmpuint (gj_comparison_count_changed (comparison, 1), ==, 0);
}

static void
test_words (void)
{
  g_autoptr (GjReport) old_report = compare_report_new (F21, 2022, "");
  g_autoptr (GjReport) new_report = compare_report_new (F21, 2023, "");
  g_autoptr (GjEdit) edit = gj_edit_new ("typing");
  Heard heard = { 0 };
  g_autoptr (GjComparison) comparison = NULL;

  compare_report_write (old_report, "overview", "全年整理档案三百卷。");
  compare_report_write (new_report, "overview", "全年整理档案三百卷。");
  comparison = compare (old_report, new_report, &heard);
  g_assert_cmpint (((GjPassage *) gj_comparison_get_passages (comparison, 0)->pdata[0])->kind, ==, GJ_PASSAGE_SAME);

  gj_edit_change_text (edit, new_report, 0, 0, 6, "三", "五");
  gj_report_apply (new_report, edit);
  g_assert_cmpuint (heard.n_sections, ==, 1);
  g_assert_cmpuint (heard.last, ==, 0);
  g_assert_cmpuint (heard.n_tables, ==, 0);
  g_assert_cmpint (((GjPassage *) gj_comparison_get_passages (comparison, 0)->pdata[0])->kind, ==,
                   GJ_PASSAGE_CHANGED);
}

/* Another year makes two versions of two years, and the marks go. */
static void
test_kind (void)
{
  g_autoptr (GjReport) old_report = compare_report_new (F21, 2022, REVIEW "=3");
  g_autoptr (GjReport) new_report = compare_report_new (F21, 2023, REVIEW "=300");
  g_autoptr (GjEdit) edit = gj_edit_new ("year");
  Heard heard = { 0 };
  g_autoptr (GjComparison) comparison = compare (old_report, new_report, &heard);

  g_assert_true (compare_find_pair (comparison, REVIEW)->is_jump);
  gj_edit_set_field (edit, new_report, GJ_FIELD_YEAR, "2022");
  gj_report_apply (new_report, edit);
  g_assert_cmpint (gj_comparison_get_kind (comparison), ==, GJ_COMPARISON_VERSIONS);
  g_assert_false (compare_find_pair (comparison, REVIEW)->is_jump);
  g_assert_cmpuint (heard.n_fields, ==, 1);
}

/* What another body did is no jump; under its former name it is the same body again. */
static void
test_body (void)
{
  g_autoptr (GjReport) old_report = compare_report_new (F21, 2022, REVIEW "=3");
  g_autoptr (GjReport) new_report = compare_report_new (F21, 2023, REVIEW "=300");
  g_autoptr (GjEdit) rename = gj_edit_new ("body");
  g_autoptr (GjEdit) link = gj_edit_new ("link");
  Heard heard = { 0 };
  g_autoptr (GjComparison) comparison = compare (old_report, new_report, &heard);

  g_assert_true (compare_find_pair (comparison, REVIEW)->is_jump);
  gj_edit_set_field (rename, new_report, GJ_FIELD_BODY, "云溪市教育局");
  gj_report_apply (new_report, rename);
  g_assert_false (compare_find_pair (comparison, REVIEW)->is_jump);

  gj_edit_set_setting (link, new_report, "former-body", gj_report_get_field (old_report, GJ_FIELD_BODY));
  gj_report_apply (new_report, link);
  g_assert_true (compare_find_pair (comparison, REVIEW)->is_jump);
}

static void
test_variant (void)
{
  g_autoptr (GjReport) old_report = compare_report_new (F19, 2020, "requests/other/total=5");
  g_autoptr (GjReport) new_report = compare_report_new (F21, 2021, "requests/other-else/total=9");
  g_autoptr (GjEdit) edit = gj_edit_new ("row");
  Heard heard = { 0 };
  g_autoptr (GjComparison) comparison = compare (old_report, new_report, &heard);

  g_assert_nonnull (compare_find_pair (comparison, "requests/other-else/total"));
  gj_edit_set_variant (edit, new_report, "old-row");
  gj_report_apply (new_report, edit);
  g_assert_null (compare_find_pair (comparison, "requests/other-else/total"));
  g_assert_cmpuint (heard.n_tables, ==, 1);
}

static void
test_snapshot (void)
{
  g_autoptr (GjReport) old_report = compare_report_new (F21, 2022, REVIEW "=3");
  g_autoptr (GjReport) new_report = compare_report_new (F21, 2023, REVIEW "=3");
  g_autoptr (GjReport) snapshot = gj_report_dup_snapshot (new_report);
  Heard heard = { 0 };
  GjComparison *comparison = compare (old_report, snapshot, &heard);

  compare_report_edit (new_report, REVIEW, "5");
  g_assert_cmpuint (heard.n_tables, ==, 0);
  g_assert_finalize_object (comparison);
}

/* Remarks */

typedef struct
{
  const char *name;
  int         old_year;
  const char *old_cells;
  const char *old_text;
  const char *old_body;
  int         new_year;
  const char *new_cells;
  const char *new_text;
  const char *new_body;
  const char *words;
} RemarkCase;

#define BODY "云溪市档案馆"

static const RemarkCase remark_cases[] = {
  { "none", 2022, "=0", "整理档案。", BODY, 2023, "=1", "接待查阅。", BODY, NULL },
  { "short-name", 2022, "=0", "整理档案。", "云溪市国家档案馆", 2023, "=1", "接待查阅。", BODY, NULL },
  { "versions", 2023, "=0", "整理档案。", BODY, 2023, "=1", "接待查阅。", BODY, NULL },
  { "other-body", 2022, "=0", "整理档案。", "云溪市财政局", 2023, "=1", "接待查阅。", BODY,
    "two bodies: “云溪市财政局” and “云溪市档案馆”" },
  { "no-body", 2022, "=0", "整理档案。", "", 2023, "=1", "接待查阅。", BODY, "No body is named in the report of 2022" },
  { "same", 2023, "=0", "整理档案。", BODY, 2023, "=0", "整理档案。", BODY, "Both sides are the same report" },
  { "swapped", 2023, "=0", "整理档案。", BODY, 2022, "=1", "接待查阅。", BODY, "Swap the two sides" },
  { "apart", 2021, "=0", "整理档案。", BODY, 2023, "=1", "接待查阅。", BODY, "2021 and 2023 do not follow" },
  { "no-year", 0, "=0", "整理档案。", BODY, 2023, "=1", "接待查阅。", BODY, "No year is stated in the older report" },
  { "no-years", 0, "=0", "整理档案。", BODY, 0, "=1", "接待查阅。", BODY, "Neither report states its year" },
  { "no-tables", 2022, "=~", "整理档案。", BODY, 2023, "=1", "接待查阅。", BODY,
    "There is no table with numbers in the report of 2022" },
  { "blank-tables", 2022, "", "整理档案。", BODY, 2023, "=1", "接待查阅。", BODY,
    "There is no table with numbers in the report of 2022" },
  { "no-text", 2022, "=0", "整理档案。", BODY, 2023, "=1", "", BODY, "All sections are without text in the report of 2023" },
  { "nothing", 2022, "=0", "整理档案。", BODY, 2023, "", "", BODY, "There is nothing in the report of 2023" },
};

static GjReport *
remark_report_new (int         year,
                   const char *cells,
                   const char *text,
                   const char *body)
{
  GjReport *report = compare_report_new (F21, year, g_str_equal (cells, "=~") ? "" : cells);

  for (guint i = 0; g_str_equal (cells, "=~") && i < gj_form_get_n_cells (gj_report_get_form (report)); i++)
    gj_report_init_cell (report, i, NULL);
  compare_report_write (report, "overview", text);
  compare_report_write (report, "problems", text);
  compare_report_write (report, "others", text);
  gj_report_init_field (report, GJ_FIELD_BODY, body);

  return report;
}

static void
test_remark (gconstpointer data)
{
  const RemarkCase *one = data;
  g_autoptr (GjReport) old_report = remark_report_new (one->old_year, one->old_cells, one->old_text, one->old_body);
  g_autoptr (GjReport) new_report = remark_report_new (one->new_year, one->new_cells, one->new_text, one->new_body);
  g_autoptr (GjComparison) comparison = gj_comparison_new (old_report, new_report);
  g_autofree char *remarks = compare_join_remarks (comparison);

  if (one->words == NULL)
    g_assert_cmpstr (remarks, ==, "");
  else if (strstr (remarks, one->words) == NULL)
    g_error ("“%s” does not say “%s”", remarks, one->words);
}

static void
test_missing_part (void)
{
  g_autoptr (GjReport) old_report = remark_report_new (2022, "=1", "整理档案。", BODY);
  g_autoptr (GjReport) new_report = remark_report_new (2023, "=1", "接待查阅。", BODY);
  g_autoptr (GjComparison) comparison = gj_comparison_new (old_report, new_report);
  g_autofree char *before = compare_join_remarks (comparison);
  g_autoptr (GjEdit) edit = gj_edit_new ("clear");
  g_autofree char *remarks = NULL;
  guint problems = gj_form_find_section (gj_report_get_form (new_report), "problems");
  guint n = gj_narrative_get_n_blocks (gj_report_get_narrative (new_report, problems));

  g_assert_cmpstr (before, ==, "");
  gj_edit_change_blocks (edit, new_report, problems, 0, n, NULL, 0);
  gj_report_apply (new_report, edit);
  remarks = compare_join_remarks (comparison);
  g_assert_nonnull (strstr (remarks, "has no text in the report of 2023"));
}

/* A renamed body is linked by a setting that travels with the file. */
static void
test_link (void)
{
  g_autoptr (GjReport) old_report = remark_report_new (2022, "=1", "整理档案。", "云溪市地方志办公室");
  g_autoptr (GjReport) new_report = remark_report_new (2023, "=1", "接待查阅。", BODY);
  g_autoptr (GjComparison) comparison = gj_comparison_new (old_report, new_report);
  g_autofree char *before = compare_join_remarks (comparison);
  g_autoptr (GjEdit) edit = gj_edit_new ("link");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GjReport) loaded = NULL;
  g_autofree char *after = NULL;

  g_assert_nonnull (strstr (before, "two bodies"));
  gj_edit_set_setting (edit, new_report, GJ_SETTING_FORMER_BODY, "云溪市党史办\n云溪市地方志办公室");
  gj_report_apply (new_report, edit);
  after = compare_join_remarks (comparison);
  g_assert_cmpstr (after, ==, "");
  g_assert_cmpint (gj_report_match_body (new_report, old_report), ==, GJ_BODY_LINKED);

  bytes = gj_store_write (new_report);
  loaded = gj_store_read (bytes, NULL);
  g_assert_cmpint (gj_report_match_body (old_report, loaded), ==, GJ_BODY_LINKED);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/comparison-live/cell", test_cell);
  g_test_add_func ("/core/comparison-live/step", test_step);
  g_test_add_func ("/core/comparison-live/words", test_words);
  g_test_add_func ("/core/comparison-live/kind", test_kind);
  g_test_add_func ("/core/comparison-live/body", test_body);
  g_test_add_func ("/core/comparison-live/variant", test_variant);
  g_test_add_func ("/core/comparison-live/snapshot", test_snapshot);
  for (gsize i = 0; i < G_N_ELEMENTS (remark_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/core/comparison-live/remark/%s", remark_cases[i].name);

      g_test_add_data_func (path, &remark_cases[i], test_remark);
    }
  g_test_add_func ("/core/comparison-live/missing-part", test_missing_part);
  g_test_add_func ("/core/comparison-live/link", test_link);

  return g_test_run ();
}
