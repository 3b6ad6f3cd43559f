/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report-support.h"

static void
test_new_is_blank (void)
{
  g_autoptr (GjReport) report = report_new ();
  GjForm *form = gj_report_get_form (report);
  guint n_names;

  g_assert_cmpstr (gj_form_get_id (form), ==, "guoban-2021");
  g_assert_false (gj_report_is_snapshot (report));
  g_assert_cmpint (gj_report_get_year (report), ==, 0);
  g_assert_null (gj_report_get_variant (report));
  g_assert_null (gj_report_get_source (report));
  g_assert_cmpuint (gj_report_get_decisions (report)->len, ==, 0);
  g_assert_cmpuint (gj_report_get_comments (report)->len, ==, 0);
  gj_report_list_setting_names (report, &n_names);
  g_assert_cmpuint (n_names, ==, 0);

  for (guint i = 0; i < GJ_N_FIELDS; i++)
    g_assert_cmpstr (gj_report_get_field (report, i), ==, "");
  for (guint i = 0; i < gj_form_get_n_cells (form); i++)
    {
      g_assert_true (gj_report_has_cell (report, i));
      g_assert_cmpstr (gj_report_get_cell_text (report, i), ==, "");
      g_assert_cmpint (gj_report_get_cell_number (report, i)->state, ==, GJ_NUMBER_BLANK);
    }
}

static void
test_new_narratives (void)
{
  g_autoptr (GjReport) report = report_new ();
  GjForm *form = gj_report_get_form (report);
  guint n_sections = gj_form_get_n_sections (form);

  g_assert_cmpuint (gj_report_get_n_narratives (report), ==, n_sections + 1);
  g_assert_cmpuint (gj_report_get_preface (report), ==, n_sections);
  g_assert_cmpstr (gj_report_get_heading (report, n_sections), ==, "");

  for (guint i = 0; i <= n_sections; i++)
    {
      GjNarrative *narrative = gj_report_get_narrative (report, i);
      gboolean table = i < n_sections && gj_form_get_section (form, i)->table != GJ_NONE;

      g_assert_true (gj_narrative_is_empty (narrative));
      g_assert_cmpuint (gj_narrative_get_n_blocks (narrative), ==, table ? 1 : 0);
    }
  for (guint i = 0; i < n_sections; i++)
    g_assert_cmpstr (gj_report_get_heading (report, i), ==,
                     gj_form_get_section (form, i)->heading.zh);
}

static void
test_fields_have_ids (void)
{
  GjField found;

  for (guint i = 0; i < GJ_N_FIELDS; i++)
    {
      g_assert_nonnull (gj_field_get_id (i));
      g_assert_true (gj_field_find (gj_field_get_id (i), &found));
      g_assert_cmpuint (found, ==, i);
    }
  g_assert_false (gj_field_find ("Title", &found));
}

typedef struct
{
  const char    *text;
  GjNumberState  state;
  gint64         mantissa;
  guint          scale;
} CellCase;

static const CellCase cell_cases[] = {
  { "", GJ_NUMBER_BLANK, 0, 0 },
  { "0", GJ_NUMBER_READ, 0, 0 },
  { "9", GJ_NUMBER_READ, 9, 0 },
  { "10", GJ_NUMBER_READ, 10, 0 },
  { "999", GJ_NUMBER_READ, 999, 0 },
  { "1000", GJ_NUMBER_READ, 1000, 0 },
  { "5953.02496", GJ_NUMBER_READ, 595302496, 5 },
  { "-3", GJ_NUMBER_READ, -3, 0 },
  { "/", GJ_NUMBER_NONE, 0, 0 },
  { "1 件 2 件", GJ_NUMBER_UNREADABLE, 0, 0 },
};

static void
test_cell_numbers (void)
{
  g_autoptr (GjReport) report = report_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cell_cases); i++)
    {
      const CellCase *test = &cell_cases[i];
      const GjNumberText *number = gj_report_get_cell_number (report, 3);

      gj_report_init_cell (report, 3, test->text);
      g_assert_cmpstr (gj_report_get_cell_text (report, 3), ==, test->text);
      g_assert_cmpint (number->state, ==, test->state);
      if (test->state == GJ_NUMBER_READ)
        {
          g_assert_cmpint (number->value.mantissa, ==, test->mantissa);
          g_assert_cmpuint (number->value.scale, ==, test->scale);
        }
    }
}

/* The shared texts of small numbers must read like any other text. */

static void
test_small_numbers (void)
{
  g_autoptr (GjReport) report = report_new ();

  for (guint i = 0; i <= 1100; i++)
    {
      g_autofree char *text = g_strdup_printf ("%u", i);
      GjNumberText number;

      gj_number_text_read (text, &number);
      gj_report_init_cell (report, 0, text);
      g_assert_cmpstr (gj_report_get_cell_text (report, 0), ==, text);
      assert_numbers_equal (gj_report_get_cell_number (report, 0), &number);
    }

  gj_report_init_cell (report, 0, "007");
  g_assert_cmpstr (gj_report_get_cell_text (report, 0), ==, "007");
  g_assert_cmpint (gj_report_get_cell_number (report, 0)->flags, ==, GJ_NUMBER_LEADING_ZERO);
}

static void
test_absent_cell (void)
{
  g_autoptr (GjReport) report = report_new ();

  gj_report_init_cell (report, 5, "12");
  gj_report_init_cell (report, 5, NULL);
  g_assert_false (gj_report_has_cell (report, 5));
  g_assert_null (gj_report_get_cell_text (report, 5));
  g_assert_cmpint (gj_report_get_cell_number (report, 5)->state, ==, GJ_NUMBER_BLANK);
}

static const struct
{
  const char *text;
  int         year;
} year_cases[] = {
  { "2021", 2021 },
  { "", 0 },
  { "21", 0 },
  { "20211", 0 },
  { "二〇二一", 0 },
  { "+021", 0 },
};

static void
test_year (void)
{
  g_autoptr (GjReport) report = report_new ();

  for (guint i = 0; i < G_N_ELEMENTS (year_cases); i++)
    {
      gj_report_init_field (report, GJ_FIELD_YEAR, year_cases[i].text);
      g_assert_cmpstr (gj_report_get_field (report, GJ_FIELD_YEAR), ==, year_cases[i].text);
      g_assert_cmpint (gj_report_get_year (report), ==, year_cases[i].year);
    }
}

static void
test_records_are_sorted (void)
{
  static const char *const keys[] = { "b", "c", "a", "b" };
  static const char *const ids[] = { "c10", "c2", "c1" };
  g_autoptr (GjReport) report = report_new ();
  const char *const *names;
  guint n_names;
  GjDecision *decision;
  GjComment *comment;

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autoptr (GjDecision) added = gj_decision_new (keys[i], GJ_DECISION_FIXED, "", NULL, NULL,
                                                      i == 3 ? "new" : "");

      gj_report_init_decision (report, added);
      gj_report_init_setting (report, keys[i], i == 3 ? "new" : "old");
    }
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr (GjComment) added = gj_comment_new (ids[i], "title", NULL, NULL, "x");

      gj_report_init_comment (report, added);
    }

  g_assert_cmpuint (gj_report_get_decisions (report)->len, ==, 3);
  decision = g_ptr_array_index (gj_report_get_decisions (report), 1);
  g_assert_cmpstr (decision->key, ==, "b");
  g_assert_cmpstr (decision->basis, ==, "new");
  g_assert_true (gj_report_find_decision (report, "b") == decision);
  g_assert_null (gj_report_find_decision (report, "aa"));

  comment = g_ptr_array_index (gj_report_get_comments (report), 2);
  g_assert_cmpstr (comment->id, ==, "c10");

  names = gj_report_list_setting_names (report, &n_names);
  g_assert_cmpuint (n_names, ==, 3);
  g_assert_cmpstr (names[2], ==, "c");
  g_assert_cmpstr (gj_report_get_setting (report, "b"), ==, "new");
  g_assert_null (gj_report_get_setting (report, "d"));
}

static void
test_snapshot (void)
{
  g_autoptr (GjReport) report = report_new ();
  g_autoptr (GjReport) snapshot = NULL;
  g_autoptr (GjReport) again = NULL;
  g_autoptr (GjEdit) edit = gj_edit_new ("Edit");

  gj_report_init_cell (report, 1, "12345");
  gj_report_init_cell (report, 2, NULL);
  gj_report_init_field (report, GJ_FIELD_BODY, "某市某局");
  gj_report_init_setting (report, "margin", "28");

  snapshot = gj_report_dup_snapshot (report);
  g_assert_true (gj_report_is_snapshot (snapshot));
  assert_reports_equal (report, snapshot);
  g_assert_true (gj_report_get_cell_text (report, 1) == gj_report_get_cell_text (snapshot, 1));
  again = gj_report_dup_snapshot (snapshot);
  g_assert_true (again == snapshot);

  gj_edit_set_cell (edit, report, 1, "7");
  gj_edit_set_field (edit, report, GJ_FIELD_BODY, "");
  gj_report_apply (report, edit);
  g_assert_cmpstr (gj_report_get_cell_text (snapshot, 1), ==, "12345");
  g_assert_cmpstr (gj_report_get_field (snapshot, GJ_FIELD_BODY), ==, "某市某局");
}

static void
test_snapshot_refuses_edits (void)
{
  g_autoptr (GjReport) report = report_new ();
  g_autoptr (GjReport) snapshot = gj_report_dup_snapshot (report);
  g_autoptr (GjEdit) edit = gj_edit_new ("Edit");

  gj_edit_set_cell (edit, report, 1, "7");

  g_test_expect_message (G_LOG_DOMAIN, G_LOG_LEVEL_CRITICAL, "*frozen*");
  gj_report_apply (snapshot, edit);
  g_test_assert_expected_messages ();
  g_test_expect_message (G_LOG_DOMAIN, G_LOG_LEVEL_CRITICAL, "*frozen*");
  gj_report_init_cell (snapshot, 1, "7");
  g_test_assert_expected_messages ();

  g_assert_cmpstr (gj_report_get_cell_text (snapshot, 1), ==, "");
}

static gpointer
read_in_thread (gpointer data)
{
  g_autoptr (GjReport) snapshot = data;

  for (guint i = 0; i < 1000; i++)
    {
      g_assert_cmpstr (gj_report_get_cell_text (snapshot, 1), ==, "12345");
      g_assert_cmpint (gj_report_get_cell_number (snapshot, 1)->value.mantissa, ==, 12345);
    }

  return NULL;
}

static void
test_snapshot_in_thread (void)
{
  g_autoptr (GjReport) report = report_new ();
  GThread *thread;

  gj_report_init_cell (report, 1, "12345");
  thread = g_thread_new ("reader", read_in_thread, gj_report_dup_snapshot (report));
  for (guint i = 0; i < 1000; i++)
    {
      g_autoptr (GjEdit) edit = gj_edit_new ("Edit");

      gj_edit_set_cell (edit, report, 1, i % 2 == 0 ? "54321" : "12345");
      gj_report_apply (report, edit);
    }
  g_thread_join (thread);
}

static void
test_finalize (void)
{
  GjReport *report = report_new ();
  GjReport *snapshot;

  gj_report_init_cell (report, 1, "12345");
  snapshot = gj_report_dup_snapshot (report);
  g_assert_finalize_object (report);
  g_assert_cmpstr (gj_report_get_cell_text (snapshot, 1), ==, "12345");
  g_assert_finalize_object (snapshot);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/report/new-is-blank", test_new_is_blank);
  g_test_add_func ("/core/report/new-narratives", test_new_narratives);
  g_test_add_func ("/core/report/fields-have-ids", test_fields_have_ids);
  g_test_add_func ("/core/report/cell-numbers", test_cell_numbers);
  g_test_add_func ("/core/report/small-numbers", test_small_numbers);
  g_test_add_func ("/core/report/absent-cell", test_absent_cell);
  g_test_add_func ("/core/report/year", test_year);
  g_test_add_func ("/core/report/records-are-sorted", test_records_are_sorted);
  g_test_add_func ("/core/report/snapshot", test_snapshot);
  g_test_add_func ("/core/report/snapshot-refuses-edits", test_snapshot_refuses_edits);
  g_test_add_func ("/core/report/snapshot-in-thread", test_snapshot_in_thread);
  g_test_add_func ("/core/report/finalize", test_finalize);

  return g_test_run ();
}
