/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "check-support.h"

/* What a person gets to read as one. */

static GPtrArray *
make_groups (GjReport *report)
{
  g_autoptr (GPtrArray) findings = gj_check_report (report, NULL);
  GPtrArray *groups = gj_finding_groups_make (report, findings);
  guint n_findings = 0;

  /* Every finding is in one group, none is lost. */
  for (guint i = 0; i < groups->len; i++)
    n_findings += gj_finding_group_get_n_findings (groups->pdata[i]);
  g_assert_cmpuint (n_findings, ==, findings->len);

  return groups;
}

static char
get_letter (GjGroupKind kind)
{
  return kind == GJ_GROUP_PART ? 'P' : kind == GJ_GROUP_ROW ? 'R' : '-';
}

/* "P154 R6 -1": the kind of each group and how many findings it has. */
static char *
groups_to_string (GPtrArray *groups)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < groups->len; i++)
    g_string_append_printf (words, "%s%c%u", i > 0 ? " " : "",
                            get_letter (gj_finding_group_get_kind (groups->pdata[i])),
                            gj_finding_group_get_n_findings (groups->pdata[i]));

  return g_string_free (words, FALSE);
}

/* A blank report of 2021 in which some cells are filled in. */
static const struct
{
  const char *cells[8];
  const char *groups;
} blank_cases[] = {
  { { NULL }, "-1 -1 -1" },
  { { "disclosure/rules/issued", NULL }, "R2 R3 -1 P2 -1 -1 -1" },
  { { "disclosure/licences/decisions", NULL }, "P6 P2 -1 -1 -1" },
  { { "requests/received/total", NULL }, "-1 R6 R7 P154 R7 -1" },
  { { "requests/granted/total", NULL },
    "-1 R7 R7 R6 R7 P56 P21 P35 P21 R7 R7 -1" },
  { { "requests/denied-by-law/total", NULL },
    "-1 R7 R7 R7 R7 R7 R6 R7 R7 R7 R7 R7 R7 P21 P35 P21 R7 R7 -1" },
  { { "cases/review/total", NULL }, "-1 -1 R4 R5 R5" },
};

static void
test_blank (gconstpointer data)
{
  guint index = GPOINTER_TO_UINT (data);
  g_autoptr (GjReport) report = gj_report_new (gj_form_catalogue_find (FORM_2021));
  g_autoptr (GPtrArray) groups = NULL;
  g_autofree char *words = NULL;

  for (guint i = 0; blank_cases[index].cells[i] != NULL; i++)
    cell_set (report, blank_cases[index].cells[i], "0");

  groups = make_groups (report);
  words = groups_to_string (groups);
  g_assert_cmpstr (words, ==, blank_cases[index].groups);
}

static void
test_row_words (void)
{
  g_autoptr (GjReport) report = zero_report_new (gj_form_catalogue_find (FORM_2021));
  g_autoptr (GPtrArray) groups = NULL;
  GjFindingGroup *group;

  cell_set (report, "disclosure/rules/issued", "");
  cell_set (report, "disclosure/rules/in-force", " / ");
  groups = make_groups (report);
  g_assert_cmpuint (groups->len, ==, 1);

  group = groups->pdata[0];
  g_assert_cmpstr (gj_finding_group_get_message (group), ==,
                   "“rules”: no number in 2 cells: issued this year, in force (“/”). "
                   "Where there is nothing to report, enter 0.");
  g_assert_nonnull (strstr (gj_finding_group_get_message (group),
                            gj_finding_group_get_names (group)));
  g_assert_cmpstr (gj_finding_group_get_name (group, 1), ==, "in force (“/”)");
  g_assert_cmpuint (gj_finding_group_get_n_stops (group), ==, 2);
}

/* A single finding keeps its own words and is one stop. */
static void
test_alone (void)
{
  g_autoptr (GjReport) report = zero_report_new (gj_form_catalogue_find (FORM_2021));
  g_autoptr (GPtrArray) groups = NULL;
  GjFindingGroup *group;
  GjFinding *lead;

  cell_set (report, "disclosure/rules/issued", "");
  groups = make_groups (report);
  g_assert_cmpuint (groups->len, ==, 1);

  group = groups->pdata[0];
  lead = gj_finding_group_get_lead (group);
  g_assert_cmpint (gj_finding_group_get_kind (group), ==, GJ_GROUP_PLACE);
  g_assert_cmpstr (gj_finding_group_get_message (group), ==, gj_finding_get_message (lead));
  g_assert_null (gj_finding_group_get_names (group));
  g_assert_cmpuint (gj_finding_group_find (group, lead), ==, 0);
  g_assert_cmpuint (gj_finding_group_find (group, NULL), ==, GJ_NONE);
}

/* The row's total is 0 and its parts are not: one thing to mend, two reasons. */
static void
test_zero_total (void)
{
  g_autoptr (GjReport) report = zero_report_new (gj_form_catalogue_find (FORM_2021));
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GPtrArray) groups = NULL;
  GjFindingGroup *group;

  cell_set (report, "requests/granted/natural-person", "1");
  findings = gj_check_report (report, NULL);
  g_assert_cmpuint (findings_count (findings, "A03"), ==, 1);
  g_assert_cmpuint (findings_count (findings, "A18"), ==, 1);

  groups = make_groups (report);
  g_assert_cmpuint (groups->len, ==, findings->len - 1);

  for (guint i = 0; i < groups->len; i++)
    if (gj_finding_group_find (groups->pdata[i], findings_find (findings, "A18")) != GJ_NONE)
      {
        group = groups->pdata[i];
        g_assert_cmpuint (gj_finding_group_get_n_findings (group), ==, 2);
        g_assert_cmpstr (gj_finding_get_check (gj_finding_group_get_lead (group)), ==, "A03");
        g_assert_cmpuint (gj_finding_group_get_n_stops (group), ==, 1);
        g_assert_nonnull (strchr (gj_finding_group_get_message (group), '\n'));
        return;
      }

  g_assert_not_reached ();
}

static void
decide (GjReport   *report,
        const char *cell,
        const char *reason)
{
  g_autofree char *key = g_strconcat ("A08/", cell, NULL);
  g_autoptr (GjDecision) decision = gj_decision_new (key, GJ_DECISION_ACCEPTED, reason, NULL,
                                                     "2022-01-02", "");
  g_autoptr (GjEdit) edit = gj_edit_new ("decide");

  gj_edit_set_decision (edit, report, key, decision);
  gj_report_apply (report, edit);
}

/* What is decided stands apart, and apart from what was decided for another reason. */
static void
test_decisions (void)
{
  g_autoptr (GjReport) report = zero_report_new (gj_form_catalogue_find (FORM_2021));
  g_autoptr (GPtrArray) groups = NULL;
  g_autofree char *words = NULL;
  static const char *const columns[] = {
    "natural-person", "enterprise", "research", "public-welfare", "legal-service", "total",
  };

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autofree char *id = g_strconcat ("requests/granted/", columns[i], NULL);

      cell_set (report, id, "");
      if (i % 3 > 0)
        decide (report, id, i % 3 == 1 ? "one" : "other");
    }

  groups = make_groups (report);
  words = groups_to_string (groups);
  g_assert_cmpstr (words, ==, "R2 R2 R2");
}

/* Rows that a variant does not have take no part; those that it renames get their name. */
static void
test_variant (void)
{
  g_autoptr (GjReport) report = zero_report_new (gj_form_catalogue_find (FORM_2021));
  g_autoptr (GPtrArray) groups = NULL;
  g_autoptr (GjEdit) edit = gj_edit_new ("variant");

  gj_edit_set_variant (edit, report, "old-row");
  gj_report_apply (report, edit);
  cell_set (report, "requests/other-else/total", "");
  cell_set (report, "requests/other-else/enterprise", "");
  groups = make_groups (report);

  g_assert_cmpuint (groups->len, >=, 1);
  for (guint i = 0; i < groups->len; i++)
    if (gj_finding_group_get_kind (groups->pdata[i]) == GJ_GROUP_ROW)
      {
        g_assert_true (g_str_has_prefix (gj_finding_group_get_message (groups->pdata[i]),
                                         "“(6) other handling”: no number in 2 cells"));
        return;
      }

  g_assert_not_reached ();
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (blank_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/core/finding-groups/blank/%02u", i);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_blank);
    }
  g_test_add_func ("/core/finding-groups/row-words", test_row_words);
  g_test_add_func ("/core/finding-groups/alone", test_alone);
  g_test_add_func ("/core/finding-groups/zero-total", test_zero_total);
  g_test_add_func ("/core/finding-groups/decisions", test_decisions);
  g_test_add_func ("/core/finding-groups/variant", test_variant);

  return g_test_run ();
}
