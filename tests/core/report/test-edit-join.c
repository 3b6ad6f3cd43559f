/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report-support.h"

typedef struct
{
  guint       block;
  guint       offset;
  const char *removed;
  const char *inserted;
} Typing;

typedef struct
{
  const char *name;
  Typing      first;
  Typing      second;
  gboolean    joined;
} JoinCase;

/* Typed into "甲乙丙" and an empty second paragraph. */

static const JoinCase join_cases[] = {
  { "typing", { 0, 1, "", "一" }, { 0, 2, "", "二" }, TRUE },
  { "typing-several", { 0, 1, "", "一二" }, { 0, 3, "", "三四" }, TRUE },
  { "typing-after-replacing", { 0, 0, "甲", "一" }, { 0, 1, "", "二" }, TRUE },
  { "typing-before", { 0, 1, "", "一" }, { 0, 1, "", "二" }, FALSE },
  { "typing-elsewhere", { 0, 1, "", "一" }, { 0, 4, "", "二" }, FALSE },
  { "typing-in-other-paragraph", { 0, 1, "", "一" }, { 1, 0, "", "二" }, FALSE },
  { "backspace", { 0, 2, "丙", "" }, { 0, 1, "乙", "" }, TRUE },
  { "delete", { 0, 0, "甲", "" }, { 0, 0, "乙", "" }, TRUE },
  { "backspace-elsewhere", { 0, 2, "丙", "" }, { 0, 0, "甲", "" }, FALSE },
  { "typing-then-backspace", { 0, 1, "", "一" }, { 0, 1, "一", "" }, FALSE },
  { "backspace-then-typing", { 0, 2, "丙", "" }, { 0, 2, "", "二" }, FALSE },
  { "replacing-twice", { 0, 0, "甲", "一" }, { 0, 1, "乙", "二" }, FALSE },
};

static GjEdit *
new_typing (GjReport     *report,
            const char   *label,
            const Typing *typing)
{
  GjEdit *edit = gj_edit_new (label);

  gj_edit_change_text (edit, report, overview, typing->block, typing->offset,
                       typing->removed, typing->inserted);

  return edit;
}

static void
test_join (gconstpointer data)
{
  const JoinCase *test = data;
  g_autoptr (GjReport) report = report_with_text ("甲乙丙\n");
  g_autoptr (GjReport) before = gj_report_dup_snapshot (report);
  g_autoptr (GjEdit) first = new_typing (report, "Typing", &test->first);
  g_autoptr (GjEdit) second = NULL;
  g_autofree char *after = NULL;

  gj_report_apply (report, first);
  second = new_typing (report, "Typing", &test->second);
  gj_report_apply (report, second);
  after = dup_text (report);

  g_assert_true (gj_edit_join (first, second) == test->joined);
  if (!test->joined)
    gj_report_revert (report, second);
  gj_report_revert (report, first);
  assert_reports_equal (report, before);

  gj_report_apply (report, first);
  if (test->joined)
    assert_text (report, after);
}

static void
test_join_needs_one_label (void)
{
  g_autoptr (GjReport) report = report_with_text ("甲");
  const Typing first_typing = { 0, 1, "", "一" };
  const Typing second_typing = { 0, 2, "", "二" };
  g_autoptr (GjEdit) first = new_typing (report, "Typing", &first_typing);
  g_autoptr (GjEdit) second = NULL;

  gj_report_apply (report, first);
  second = new_typing (report, "Paste", &second_typing);
  g_assert_false (gj_edit_join (first, second));
}

static void
test_join_field (void)
{
  g_autoptr (GjReport) report = report_new ();
  g_autoptr (GjEdit) first = gj_edit_new ("Edit body");
  g_autoptr (GjEdit) second = gj_edit_new ("Edit body");
  g_autoptr (GjEdit) third = gj_edit_new ("Edit body");

  gj_edit_set_field (first, report, GJ_FIELD_BODY, "某");
  gj_report_apply (report, first);
  gj_edit_set_field (second, report, GJ_FIELD_BODY, "某市");
  gj_report_apply (report, second);
  gj_edit_set_field (third, report, GJ_FIELD_TITLE, "某市");

  g_assert_true (gj_edit_join (first, second));
  g_assert_false (gj_edit_join (first, third));
  gj_report_revert (report, first);
  g_assert_cmpstr (gj_report_get_field (report, GJ_FIELD_BODY), ==, "");
  gj_report_apply (report, first);
  g_assert_cmpstr (gj_report_get_field (report, GJ_FIELD_BODY), ==, "某市");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (join_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/core/edit/join/", join_cases[i].name, NULL);

      g_test_add_data_func (path, &join_cases[i], test_join);
    }
  g_test_add_func ("/core/edit/join/needs-one-label", test_join_needs_one_label);
  g_test_add_func ("/core/edit/join/field", test_join_field);

  return g_test_run ();
}
