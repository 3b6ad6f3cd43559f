/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>
#include <string.h>

#include "compare-reports.h"

#define F19 "guoban-2019"
#define F21 "guoban-2021"

/* What two cells have to do with each other. */

typedef struct
{
  const char *name;
  const char *old_form;
  int         old_year;
  const char *old_cells;
  const char *new_form;
  int         new_year;
  const char *new_cells;
  const char *id;
  const char *pair;
} PairCase;

#define REVIEW "cases/review/total"
#define RECEIVED "requests/received/total"
#define FEES "disclosure/fees/amount"
#define GROUP "requests/other-not-corrected/total=1;requests/other-unpaid/total=2;requests/other-else/total=4"
#define OLD_ROW "requests/other-not-corrected/total=~;requests/other-unpaid/total=~;requests/other-else/total=9;@old-row"

static const PairCase pair_cases[] = {
  { "same", F21, 2022, REVIEW "=3", F21, 2023, REVIEW "=3", REVIEW, "3 > 3 0 same repeated" },
  { "more", F21, 2022, REVIEW "=3", F21, 2023, REVIEW "=5", REVIEW, "3 > 5 +2 changed" },
  { "less", F21, 2022, REVIEW "=5", F21, 2023, REVIEW "=3", REVIEW, "5 > 3 -2 changed" },
  { "from-zero", F21, 2022, REVIEW "=0", F21, 2023, REVIEW "=3", REVIEW, "0 > 3 +3 changed" },
  { "full-width", F21, 2022, REVIEW "=３", F21, 2023, REVIEW "=3", REVIEW, "３ > 3 0 same repeated" },
  { "full-width-versions", F21, 2023, REVIEW "=３", F21, 2023, REVIEW "=3", REVIEW, "３ > 3 0 changed" },
  { "same-versions", F21, 2023, REVIEW "=300", F21, 2023, REVIEW "=300", REVIEW, "300 > 300 0 same" },
  { "jump-versions", F21, 2023, REVIEW "=10", F21, 2023, REVIEW "=300", REVIEW, "10 > 300 +290 changed" },
  { "exact", F21, 2022, FEES "=5953.02496", F21, 2023, FEES "=5953.02497", FEES,
    "5953.02496 > 5953.02497 +0.00001 changed" },
  { "both-blank", F21, 2022, "", F21, 2023, "", REVIEW, " >  ? same" },
  { "blank-0", F21, 2022, REVIEW "=", F21, 2023, REVIEW "=0", REVIEW, " > 0 ? only-new" },
  { "0-blank", F21, 2022, REVIEW "=0", F21, 2023, REVIEW "= ", REVIEW, "0 >   ? only-old" },
  { "absent-blank", F21, 2022, REVIEW "=~", F21, 2023, "", REVIEW, "~ >  ? only-new" },
  { "absent-0", F21, 2022, REVIEW "=~", F21, 2023, REVIEW "=0", REVIEW, "~ > 0 ? only-new" },
  { "0-absent", F21, 2022, REVIEW "=0", F21, 2023, REVIEW "=~", REVIEW, "0 > ~ ? only-old" },
  { "both-absent", F21, 2022, REVIEW "=~", F21, 2023, REVIEW "=~", REVIEW, "none" },
  { "words", F21, 2022, REVIEW "=约3件", F21, 2023, REVIEW "=3", REVIEW, "约3件 > 3 ? changed" },
  { "same-words", F21, 2022, REVIEW "=若干", F21, 2023, REVIEW "=若干", REVIEW, "若干 > 若干 ? same" },

  /* C08: from 10 on, more than five times as much or less than a fifth */
  { "jump-up", F21, 2022, RECEIVED "=10", F21, 2023, RECEIVED "=51", RECEIVED, "10 > 51 +41 changed jump" },
  { "no-jump-up", F21, 2022, RECEIVED "=10", F21, 2023, RECEIVED "=50", RECEIVED, "10 > 50 +40 changed" },
  { "jump-down", F21, 2022, RECEIVED "=51", F21, 2023, RECEIVED "=10", RECEIVED, "51 > 10 -41 changed jump" },
  { "no-jump-down", F21, 2022, RECEIVED "=50", F21, 2023, RECEIVED "=10", RECEIVED, "50 > 10 -40 changed" },
  { "small-jump", F21, 2022, RECEIVED "=1", F21, 2023, RECEIVED "=9", RECEIVED, "1 > 9 +8 changed" },
  { "jump-to-10", F21, 2022, RECEIVED "=1", F21, 2023, RECEIVED "=10", RECEIVED, "1 > 10 +9 changed jump" },

  /* C09: large numbers and whole tables; not what is rolled forward */
  { "large", F21, 2022, RECEIVED "=100", F21, 2023, RECEIVED "=100;requests/granted/total=1", RECEIVED,
    "100 > 100 0 same repeated" },
  { "not-large", F21, 2022, RECEIVED "=99", F21, 2023, RECEIVED "=99;requests/granted/total=1", RECEIVED,
    "99 > 99 0 same" },
  { "rolled-forward", F21, 2022, "disclosure/normative-documents/in-force=140", F21, 2023,
    "disclosure/normative-documents/in-force=140", "disclosure/normative-documents/in-force", "140 > 140 0 same" },
  { "table-of-zeros", F21, 2022, "=0", F21, 2023, "=0", REVIEW, "0 > 0 0 same" },

  /* Across forms, both ways */
  { "other-form", F19, 2020, RECEIVED "=4", F21, 2021, RECEIVED "=6", RECEIVED, "4 > 6 +2 changed" },
  { "other-form-back", F21, 2021, RECEIVED "=4", F19, 2020, RECEIVED "=6", RECEIVED, "4 > 6 +2 changed" },
  { "one-for-three", F19, 2020, "requests/other/total=5", F21, 2021, GROUP, "requests/other/total",
    "5 > 7 +2 changed" },
  { "three-for-one", F21, 2021, GROUP, F19, 2020, "requests/other/total=5", "requests/other/total",
    "7 > 5 -2 changed" },
  { "never-the-third", F19, 2020, "requests/other/total=5", F21, 2021, GROUP, "requests/other-else/total",
    "~ > 4 ? incomparable part" },
  { "one-for-old-row", F19, 2020, "requests/other/total=5", F21, 2021, OLD_ROW, "requests/other/total",
    "5 > 9 +4 changed" },
  { "old-row-is-the-group", F19, 2020, "requests/other/total=5", F21, 2021, OLD_ROW, "requests/other-else/total",
    "none" },
  { "old-row-for-one", F21, 2021, OLD_ROW, F19, 2020, "requests/other/total=5", "requests/other/total",
    "9 > 5 -4 changed" },
  { "only-in-old", F19, 2020, "disclosure/rules/made=2", F21, 2021, "", "disclosure/rules/made",
    "2 > ~ ? incomparable" },
  { "only-in-new", F19, 2020, "", F21, 2021, "disclosure/rules/issued=2", "disclosure/rules/issued",
    "~ > 2 ? incomparable" },
  { "decisions", F19, 2020, "disclosure/licences/decisions=1", F21, 2021, "disclosure/licences/decisions=2",
    "disclosure/licences/decisions", "1 > 2 +1 changed" },
  { "fees", F19, 2020, "disclosure/fees/items-last-year=1", F21, 2021, "disclosure/fees/amount=2",
    "disclosure/fees/amount", "~ > 2 ? incomparable" },

  /* One form, the old row on one side or both */
  { "old-row-new", F21, 2021, GROUP, F21, 2022, OLD_ROW, "requests/old-row/total", "7 > 9 +2 changed" },
  { "old-row-old", F21, 2021, OLD_ROW, F21, 2022, GROUP, "requests/old-row/total", "9 > 7 -2 changed" },
  { "old-row-third", F21, 2021, OLD_ROW, F21, 2022, GROUP, "requests/other-else/total",
    "~ > 4 ? incomparable part" },
  { "old-row-both", F21, 2021, OLD_ROW, F21, 2022, OLD_ROW, "requests/other-else/total", "9 > 9 0 same repeated" },
  { "group-blank", F21, 2021, OLD_ROW, F21, 2022, "", "requests/old-row/total", "9 >  ? only-old" },
  { "group-words", F21, 2021, OLD_ROW, F21, 2022, GROUP ";requests/other-unpaid/total=二件", "requests/old-row/total",
    "9 > 二件 ? changed" },

  /* Units: the head of procurement states none */
  { "yuan", F19, 2019, "disclosure/procurement/amount=134.8万元", F19, 2020,
    "disclosure/procurement/amount=1348000元", "disclosure/procurement/amount", "134.8万元 > 1348000元 0 same repeated" },
  { "yuan-more", F19, 2019, "disclosure/procurement/amount=134.8万元", F19, 2020,
    "disclosure/procurement/amount=1348000.5元", "disclosure/procurement/amount",
    "134.8万元 > 1348000.5元 +0.5 changed" },
  { "unit-unknown", F19, 2019, "disclosure/procurement/amount=134.8万元", F19, 2020,
    "disclosure/procurement/amount=294000", "disclosure/procurement/amount", "134.8万元 > 294000 ? incomparable" },
  { "unit-of-zero", F19, 2019, "disclosure/procurement/amount=134.8万元", F19, 2020,
    "disclosure/procurement/amount=0", "disclosure/procurement/amount", "134.8万元 > 0 -134.8 changed jump" },
  { "no-units", F19, 2019, "disclosure/procurement/amount=20", F19, 2020, "disclosure/procurement/amount=30",
    "disclosure/procurement/amount", "20 > 30 +10 changed" },
};

static void
test_pair (gconstpointer data)
{
  const PairCase *one = data;
  g_autoptr (GjReport) old_report = compare_report_new (one->old_form, one->old_year, one->old_cells);
  g_autoptr (GjReport) new_report = compare_report_new (one->new_form, one->new_year, one->new_cells);
  g_autoptr (GjComparison) comparison = gj_comparison_new (old_report, new_report);
  GjCellPair *pair = compare_find_pair (comparison, one->id);
  g_autofree char *description = compare_describe_pair (pair);

  g_assert_cmpstr (description, ==, one->pair);
  if (pair != NULL && pair->change == GJ_CELL_INCOMPARABLE)
    g_assert_nonnull (pair->reason.zh);
}

/* Every cell of both forms is compared, or it is said why not; none is counted twice. */
static void
test_complete (gconstpointer data)
{
  gboolean forward = GPOINTER_TO_INT (data);
  g_autoptr (GjReport) old_report = compare_report_new (forward ? F19 : F21, forward ? 2020 : 2021, "=1");
  g_autoptr (GjReport) new_report = compare_report_new (forward ? F21 : F19, forward ? 2021 : 2020, "=1");
  g_autoptr (GjComparison) comparison = gj_comparison_new (old_report, new_report);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_old = 0;
  guint n_new = 0;
  guint n_sums = 0;

  g_assert_cmpuint (gj_comparison_get_n_tables (comparison), ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      GPtrArray *pairs = gj_comparison_get_pairs (comparison, i);

      for (guint j = 0; j < pairs->len; j++)
        {
          GjCellPair *pair = pairs->pdata[j];

          n_old += pair->old_cell != GJ_NONE;
          n_new += pair->new_cell != GJ_NONE;
          n_sums += pair->change != GJ_CELL_INCOMPARABLE && (pair->old_cell == GJ_NONE || pair->new_cell == GJ_NONE);
          g_assert_true (pair->change != GJ_CELL_INCOMPARABLE || g_hash_table_add (seen, pair->id) ||
                         g_str_has_prefix (pair->id, "disclosure/"));
        }
    }

  g_assert_cmpuint (n_old, ==, gj_form_get_n_cells (gj_report_get_form (old_report)));
  g_assert_cmpuint (n_new, ==, gj_form_get_n_cells (gj_report_get_form (new_report)));
  g_assert_cmpuint (n_sums, ==, 7);
}

static void
test_ratio (void)
{
  g_autoptr (GjReport) old_report = compare_report_new (F21, 2022, REVIEW "=4;" RECEIVED "=0");
  g_autoptr (GjReport) new_report = compare_report_new (F21, 2023, REVIEW "=5;" RECEIVED "=5");
  g_autoptr (GjComparison) comparison = gj_comparison_new (old_report, new_report);

  g_assert_cmpfloat (compare_find_pair (comparison, REVIEW)->ratio, ==, 0.25);
  g_assert_true (isnan (compare_find_pair (comparison, RECEIVED)->ratio));
  g_assert_cmpuint (gj_comparison_count_changed (comparison, 1), ==, 1);
}

static void
test_figures (void)
{
  g_autoptr (GjReport) old_report = compare_report_new (F19, 2020, "requests/other/total=5;" RECEIVED "=8");
  g_autoptr (GjReport) new_report = compare_report_new (F21, 2021, GROUP);
  g_autoptr (GjComparison) comparison = gj_comparison_new (old_report, new_report);
  const GArray *figures = gj_comparison_get_figures (comparison);
  const GjFigure *received = &g_array_index (figures, GjFigure, 0);
  const GjFigure *other = NULL;

  for (guint i = 0; i < figures->len; i++)
    if (g_str_equal (g_array_index (figures, GjFigure, i).id, "other"))
      other = &g_array_index (figures, GjFigure, i);

  g_assert_cmpuint (figures->len, ==, 11);
  g_assert_cmpstr (received->id, ==, "received");
  g_assert_true (received->has_old && !received->has_new);
  g_assert_cmpint (received->old_value.mantissa, ==, 8);
  g_assert_true (other->has_old && other->has_new);
  g_assert_cmpint (other->old_value.mantissa, ==, 5);
  g_assert_cmpint (other->new_value.mantissa, ==, 7);
}

static void
test_fields (void)
{
  g_autoptr (GjReport) old_report = compare_report_new (F21, 2022, "");
  g_autoptr (GjReport) new_report = compare_report_new (F21, 2023, "");
  g_autoptr (GjReport) revised = compare_report_new (F21, 2023, "");
  g_autoptr (GjComparison) years = NULL;
  g_autoptr (GjComparison) versions = NULL;

  gj_report_init_field (old_report, GJ_FIELD_DATE, "2023-01-20");
  gj_report_init_field (new_report, GJ_FIELD_DATE, "2024-01-22");
  gj_report_init_field (new_report, GJ_FIELD_TELEPHONE, "0533-1234567");
  gj_report_init_heading (new_report, 0, "一、概述");
  years = gj_comparison_new (old_report, new_report);
  versions = gj_comparison_new (new_report, revised);

  g_assert_cmpint (gj_comparison_get_kind (years), ==, GJ_COMPARISON_YEARS);
  g_assert_cmpuint (gj_comparison_get_fields (years)->len, ==, 1);
  g_assert_cmpint (((GjFieldChange *) gj_comparison_get_fields (years)->pdata[0])->field, ==, GJ_FIELD_TELEPHONE);
  g_assert_cmpuint (gj_comparison_get_headings (years)->len, ==, 1);

  g_assert_cmpint (gj_comparison_get_kind (versions), ==, GJ_COMPARISON_VERSIONS);
  g_assert_cmpuint (gj_comparison_get_fields (versions)->len, ==, 2);
}

/* The words of the form say nothing about likeness. */
static void
test_sections (void)
{
  g_autoptr (GjReport) old_report = compare_report_new (F21, 2022, "");
  g_autoptr (GjReport) new_report = compare_report_new (F21, 2023, "");
  g_autoptr (GjComparison) comparison = NULL;
  GjSimilarity similarity;
  GPtrArray *passages;

  compare_report_write (old_report, "overview", "全年整理档案三百卷，接待查阅群众一千余人次。\n开放日活动办了两场。");
  compare_report_write (new_report, "overview", "全年整理档案三百卷，接待查阅群众一千余人次。\n新馆建成并投入使用，展厅同步开放。");
  comparison = gj_comparison_new (old_report, new_report);
  passages = gj_comparison_get_passages (comparison, 0);
  similarity = gj_comparison_get_similarity (comparison, 0);

  g_assert_cmpuint (gj_comparison_get_n_sections (comparison), ==, 7);
  g_assert_cmpstr (gj_comparison_get_section_id (comparison, 6), ==, "preface");
  g_assert_cmpuint (passages->len, >=, 2);
  g_assert_cmpint (((GjPassage *) passages->pdata[0])->kind, ==, GJ_PASSAGE_SAME);
  g_assert_cmpuint (gj_similarity_get_percent (&similarity), >, 40);
  g_assert_cmpuint (gj_similarity_get_percent (&similarity), <, 70);
  g_assert_cmpuint (gj_comparison_get_stretches (comparison, 0)->len, ==, 1);

  similarity = gj_comparison_get_similarity (comparison, 6);
  g_assert_cmpuint (similarity.n_counted, <, 40);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (pair_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/core/comparison/pair/%s", pair_cases[i].name);

      g_test_add_data_func (path, &pair_cases[i], test_pair);
    }
  g_test_add_data_func ("/core/comparison/complete/forward", GINT_TO_POINTER (TRUE), test_complete);
  g_test_add_data_func ("/core/comparison/complete/back", GINT_TO_POINTER (FALSE), test_complete);
  g_test_add_func ("/core/comparison/ratio", test_ratio);
  g_test_add_func ("/core/comparison/figures", test_figures);
  g_test_add_func ("/core/comparison/fields", test_fields);
  g_test_add_func ("/core/comparison/sections", test_sections);

  return g_test_run ();
}
