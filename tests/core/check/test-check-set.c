/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "check-support.h"

static const struct
{
  const char *list;
  const char *inside;
  const char *outside;
} cases[] = {
  { "A", "A01 A12 A18", "B01 D07" },
  { "A,B,D07", "A01 B09 D07", "D06 C01" },
  { " A03 , B07 ", "A03 B07", "A04 B06" },
  { "B01", "B01 A01 A08 A14", "A09 A10 A15 B02" },
};

static void
test_lists (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GjCheckSet) set = gj_check_set_new (cases[i].list, &error);
      g_autoptr (GjCheckSet) copy = NULL;
      g_auto (GStrv) inside = g_strsplit (cases[i].inside, " ", -1);
      g_auto (GStrv) outside = g_strsplit (cases[i].outside, " ", -1);

      g_assert_no_error (error);
      copy = gj_check_set_copy (set);
      for (guint j = 0; inside[j] != NULL; j++)
        g_assert_true (gj_check_set_contains (copy, inside[j]));
      for (guint j = 0; outside[j] != NULL; j++)
        g_assert_false (gj_check_set_contains (copy, outside[j]));
    }
}

static void
test_all (void)
{
  g_autoptr (GjCheckSet) set = gj_check_set_new (NULL, NULL);

  g_assert_true (gj_check_set_contains (set, "A01"));
  g_assert_true (gj_check_set_contains (set, "H12"));
  g_assert_true (gj_check_set_contains (NULL, "A01"));
}

static void
test_unknown (void)
{
  static const char *const lists[] = { "", "I", "a", "A,,B", "A00", "A20", "A1", "A011", "A,Z01", "B10" };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GjCheckSet) set = gj_check_set_new (lists[i], &error);

      g_assert_null (set);
      g_assert_error (error, GJ_CHECK_ERROR, GJ_CHECK_ERROR_UNKNOWN);
      g_assert_nonnull (strstr (error->message, "A01–A19"));
    }
}

static void
test_chosen_only (void)
{
  g_autoptr (GjReport) report = filled_report_new (gj_form_catalogue_find (FORM_2021), 1);
  g_autoptr (GjCheckSet) set = gj_check_set_new ("A03", NULL);
  g_autoptr (GPtrArray) findings = NULL;

  cell_set (report, "requests/granted/natural-person", "999");
  cell_set (report, "requests/received/total", "");
  findings = gj_check_report (report, set);

  g_assert_cmpuint (findings->len, ==, 2);
  g_assert_cmpuint (findings_count (findings, "A03"), ==, 2);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/core/check-set/lists", test_lists);
  g_test_add_func ("/core/check-set/all", test_all);
  g_test_add_func ("/core/check-set/unknown", test_unknown);
  g_test_add_func ("/core/check-set/chosen-only", test_chosen_only);

  return g_test_run ();
}
