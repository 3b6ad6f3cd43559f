/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report-support.h"

static void
count_cb (guint *count)
{
  (*count)++;
}

/* Applies and reverts the step; the report must be what it was, and every signal must
 * come once each way. */

static void
assert_reversible (GjReport   *report,
                   GjEdit     *edit,
                   const char *signal)
{
  g_autoptr (GjReport) before = gj_report_dup_snapshot (report);
  g_autoptr (GjReport) after = NULL;
  guint count = 0;
  gulong handler = g_signal_connect_swapped (report, signal, G_CALLBACK (count_cb), &count);

  gj_report_apply (report, edit);
  g_assert_cmpuint (count, ==, 1);
  after = gj_report_dup_snapshot (report);
  gj_report_revert (report, edit);
  g_assert_cmpuint (count, ==, 2);
  assert_reports_equal (report, before);
  gj_report_apply (report, edit);
  assert_reports_equal (report, after);

  g_signal_handler_disconnect (report, handler);
}

static void
test_values (void)
{
  static const char *const texts[] = { "", "7", "1,234", NULL, "无", "0" };
  g_autoptr (GjReport) report = report_new ();

  for (guint i = 1; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GjEdit) edit = gj_edit_new ("Edit cell");

      gj_edit_set_cell (edit, report, 4, texts[i]);
      g_assert_cmpuint (gj_edit_get_n_changes (edit), ==, 1);
      g_assert_cmpstr (gj_edit_get_change (edit, 0)->old_text, ==, texts[i - 1]);
      assert_reversible (report, edit, "cell-changed");
      g_assert_cmpstr (gj_report_get_cell_text (report, 4), ==, texts[i]);
    }
}

static void
test_metadata (void)
{
  g_autoptr (GjReport) report = report_new ();
  g_autoptr (GjEdit) field = gj_edit_new ("Edit year");
  g_autoptr (GjEdit) heading = gj_edit_new ("Edit heading");
  g_autoptr (GjEdit) variant = gj_edit_new ("Split row");
  g_autoptr (GjEdit) no_variant = gj_edit_new ("Join rows");
  g_autoptr (GjEdit) setting = gj_edit_new ("Page setup");

  gj_edit_set_field (field, report, GJ_FIELD_YEAR, "2023");
  assert_reversible (report, field, "field-changed");
  g_assert_cmpint (gj_report_get_year (report), ==, 2023);

  gj_edit_set_heading (heading, report, 1, "");
  assert_reversible (report, heading, "heading-changed");
  g_assert_cmpstr (gj_report_get_heading (report, 1), ==, "");

  gj_edit_set_variant (variant, report, "old-row");
  assert_reversible (report, variant, "variant-changed");
  g_assert_cmpstr (gj_report_get_variant (report), ==, "old-row");
  gj_edit_set_variant (no_variant, report, NULL);
  assert_reversible (report, no_variant, "variant-changed");
  g_assert_null (gj_report_get_variant (report));

  gj_edit_set_setting (setting, report, "margin", "28");
  assert_reversible (report, setting, "setting-changed");
  g_assert_cmpstr (gj_report_get_setting (report, "margin"), ==, "28");
}

static void
test_records (void)
{
  g_autoptr (GjReport) report = report_new ();
  g_autoptr (GjDecision) decision = gj_decision_new ("A08/x", GJ_DECISION_ACCEPTED, "r", NULL, NULL, "1");
  g_autoptr (GjDecision) other = gj_decision_new ("A08/x", GJ_DECISION_FIXED, "r", NULL, NULL, "1");
  g_autoptr (GjComment) comment = gj_comment_new ("c1", "title", NULL, NULL, "t");
  GjDecision *decisions[] = { decision, other, NULL };
  GjComment *comments[] = { comment, NULL };

  for (guint i = 0; i < G_N_ELEMENTS (decisions); i++)
    {
      g_autoptr (GjEdit) edit = gj_edit_new ("Accept");

      gj_edit_set_decision (edit, report, "A08/x", decisions[i]);
      assert_reversible (report, edit, "decision-changed");
      g_assert_true (gj_report_find_decision (report, "A08/x") == decisions[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (comments); i++)
    {
      g_autoptr (GjEdit) edit = gj_edit_new ("Comment");

      gj_edit_set_comment (edit, report, "c1", comments[i]);
      assert_reversible (report, edit, "comment-changed");
      g_assert_cmpuint (gj_report_get_comments (report)->len, ==, 1 - i);
    }
}

static void
test_no_change_is_left_out (void)
{
  g_autoptr (GjReport) report = report_with_text ("甲乙");
  g_autoptr (GjEdit) edit = gj_edit_new ("Nothing");
  GjNarrative *narrative = gj_report_get_narrative (report, overview);
  GjBlock *block = gj_narrative_get_block (narrative, 0);

  gj_edit_set_cell (edit, report, 0, "");
  gj_edit_set_field (edit, report, GJ_FIELD_BODY, "");
  gj_edit_set_heading (edit, report, 0, gj_report_get_heading (report, 0));
  gj_edit_change_text (edit, report, overview, 0, 1, "乙", "乙");
  gj_edit_change_blocks (edit, report, overview, 0, 1, &block, 1);
  gj_edit_set_variant (edit, report, NULL);
  gj_edit_set_variant (edit, report, "");
  gj_edit_set_decision (edit, report, "A08/x", NULL);
  gj_edit_set_comment (edit, report, "c1", NULL);
  gj_edit_set_setting (edit, report, "margin", NULL);
  g_assert_true (gj_edit_is_empty (edit));
}

static void
test_change_twice_in_a_step (void)
{
  g_autoptr (GjReport) report = report_new ();
  g_autoptr (GjEdit) edit = gj_edit_new ("Fill");

  gj_edit_set_cell (edit, report, 0, "1");
  gj_edit_set_cell (edit, report, 1, "2");
  gj_edit_set_cell (edit, report, 0, "3");
  g_assert_cmpuint (gj_edit_get_n_changes (edit), ==, 2);
  g_assert_cmpstr (gj_edit_get_change (edit, 0)->new_text, ==, "3");

  gj_edit_set_cell (edit, report, 0, "");
  g_assert_cmpuint (gj_edit_get_n_changes (edit), ==, 1);
  g_assert_cmpuint (gj_edit_get_change (edit, 0)->index, ==, 1);
}

typedef struct
{
  const char *name;
  const char *text;
  guint       block;
  guint       offset;
  const char *removed;
  const char *inserted;
  const char *result;
} TextCase;

static const TextCase text_cases[] = {
  { "insert", "甲乙", 0, 1, "", "丙", "甲丙乙" },
  { "insert-at-start", "甲乙", 0, 0, "", "丙", "丙甲乙" },
  { "insert-at-end", "甲乙", 0, 2, "", "丙", "甲乙丙" },
  { "insert-into-empty", "\n甲", 0, 0, "", "丙", "丙\n甲" },
  { "remove", "甲乙丙", 0, 1, "乙", "", "甲丙" },
  { "remove-all", "甲乙丙", 0, 0, "甲乙丙", "", "" },
  { "replace", "2021年", 0, 3, "1", "2", "2022年" },
  { "beyond-the-plane", "甲𠮷乙", 0, 2, "乙", "丙", "甲𠮷丙" },
  { "second-paragraph", "甲\n乙丙", 1, 1, "丙", "丁", "甲\n乙丁" },
};

static void
test_text (gconstpointer data)
{
  const TextCase *test = data;
  g_autoptr (GjReport) report = report_with_text (test->text);
  g_autoptr (GjEdit) edit = gj_edit_new ("Typing");

  gj_edit_change_text (edit, report, overview, test->block, test->offset,
                       test->removed, test->inserted);
  assert_reversible (report, edit, "narrative-changed");
  assert_text (report, test->result);
}

static void
test_text_that_does_not_fit (void)
{
  g_autoptr (GjReport) report = report_with_text ("甲乙");
  g_autoptr (GjEdit) edit = gj_edit_new ("Typing");
  static const struct { guint block; guint offset; const char *removed; } cases[] = {
    { 0, 0, "乙" },
    { 0, 3, "" },
    { 0, 1, "乙丙" },
    { 1, 0, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_expect_message (G_LOG_DOMAIN, G_LOG_LEVEL_CRITICAL, "*should not be reached*");
      gj_edit_change_text (edit, report, overview, cases[i].block, cases[i].offset,
                           cases[i].removed, "丙");
      g_test_assert_expected_messages ();
    }
  g_assert_true (gj_edit_is_empty (edit));
}

static void
test_text_that_is_no_text (void)
{
  g_autoptr (GjReport) report = report_new ();
  g_autoptr (GjEdit) edit = gj_edit_new ("Edit cell");

  g_test_expect_message (G_LOG_DOMAIN, G_LOG_LEVEL_CRITICAL, "*is_text*");
  gj_edit_set_cell (edit, report, 0, "\xff\xfe");
  g_test_assert_expected_messages ();
  g_assert_true (gj_edit_is_empty (edit));
}

/* Later changes of a step count in what the earlier ones leave. */

static void
test_changes_build_on_each_other (void)
{
  g_autoptr (GjReport) report = report_with_text ("甲乙\n丙");
  g_autoptr (GjReport) before = gj_report_dup_snapshot (report);
  g_autoptr (GjEdit) edit = gj_edit_new ("Replace all");
  g_autoptr (GjBlock) added = gj_block_new_paragraph ("首");

  gj_edit_change_blocks (edit, report, overview, 0, 0, &added, 1);
  gj_edit_change_text (edit, report, overview, 1, 0, "甲", "长长");
  gj_edit_change_text (edit, report, overview, 1, 2, "乙", "");
  gj_edit_change_blocks (edit, report, overview, 2, 1, NULL, 0);

  gj_report_apply (report, edit);
  assert_text (report, "首\n长长");
  gj_report_revert (report, edit);
  assert_reports_equal (report, before);
}

static void
half_step_cb (GjReport *report,
              guint     cell,
              gpointer  user_data)
{
  g_assert_cmpstr (gj_report_get_cell_text (report, 0), ==,
                   gj_report_get_cell_text (report, 1));
}

static void
test_nobody_sees_half_a_step (void)
{
  g_autoptr (GjReport) report = report_new ();
  g_autoptr (GjEdit) edit = gj_edit_new ("Fill");

  gj_edit_set_cell (edit, report, 0, "5");
  gj_edit_set_cell (edit, report, 1, "5");
  g_signal_connect (report, "cell-changed", G_CALLBACK (half_step_cb), NULL);
  gj_report_apply (report, edit);
  gj_report_revert (report, edit);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/edit/values", test_values);
  g_test_add_func ("/core/edit/metadata", test_metadata);
  g_test_add_func ("/core/edit/records", test_records);
  g_test_add_func ("/core/edit/no-change-is-left-out", test_no_change_is_left_out);
  g_test_add_func ("/core/edit/change-twice-in-a-step", test_change_twice_in_a_step);
  for (guint i = 0; i < G_N_ELEMENTS (text_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/core/edit/text/", text_cases[i].name, NULL);

      g_test_add_data_func (path, &text_cases[i], test_text);
    }
  g_test_add_func ("/core/edit/text-that-does-not-fit", test_text_that_does_not_fit);
  g_test_add_func ("/core/edit/text-that-is-no-text", test_text_that_is_no_text);
  g_test_add_func ("/core/edit/changes-build-on-each-other", test_changes_build_on_each_other);
  g_test_add_func ("/core/edit/nobody-sees-half-a-step", test_nobody_sees_half_a_step);

  return g_test_run ();
}
