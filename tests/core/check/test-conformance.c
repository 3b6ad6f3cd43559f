/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "check-support.h"

static const char *const columns[] = {
  "natural-person", "enterprise", "research", "public-welfare", "legal-service",
  "other-organisation", "total",
};

static void
take_row (GjReport   *report,
          const char *row,
          guint       n_left)
{
  for (guint i = n_left; i < G_N_ELEMENTS (columns); i++)
    {
      g_autofree char *id = g_strdup_printf ("requests/%s/%s", row, columns[i]);

      cell_set (report, id, NULL);
    }
}

static void
set_variant (GjReport   *report,
             const char *variant)
{
  g_autoptr (GjEdit) edit = gj_edit_new ("variant");

  gj_edit_set_variant (edit, report, variant);
  gj_report_apply (report, edit);
}

static void
test_missing_row (void)
{
  g_autoptr (GjReport) report = zero_report_new (gj_form_catalogue_find (FORM_2021));
  g_autoptr (GPtrArray) findings = NULL;

  take_row (report, "other-unpaid", 0);
  findings = gj_check_report (report, NULL);
  g_assert_cmpuint (findings->len, ==, 1);
  g_assert_cmpstr (gj_finding_get_check (findings->pdata[0]), ==, "A14");
  g_assert_cmpint (gj_finding_get_severity (findings->pdata[0]), ==, GJ_SEVERITY_ERROR);
  g_assert_cmpstr (gj_finding_get_key (findings->pdata[0]), ==, "A14/requests/other-unpaid");
  g_assert_nonnull (strstr (gj_finding_get_message (findings->pdata[0]), "fee not paid"));
}

static void
test_short_row (void)
{
  g_autoptr (GjReport) report = zero_report_new (gj_form_catalogue_find (FORM_2021));
  g_autoptr (GPtrArray) findings = NULL;

  take_row (report, "granted", 6);
  findings = gj_check_report (report, NULL);
  g_assert_cmpuint (findings->len, ==, 1);
  g_assert_nonnull (strstr (gj_finding_get_message (findings->pdata[0]), "has 6 cells; the form has 7"));
}

/* Rows of table two that the form of 2019 has, by their own check. */
static void
test_missing_row_2019 (void)
{
  g_autoptr (GjReport) report = zero_report_new (gj_form_catalogue_find (FORM_2019));
  g_autoptr (GPtrArray) findings = NULL;
  g_autofree char *words = NULL;

  cell_set (report, "disclosure/procurement/projects", NULL);
  cell_set (report, "disclosure/procurement/amount", NULL);
  cell_set (report, "disclosure/other-services/items-last-year", NULL);
  cell_set (report, "disclosure/other-services/items-change", NULL);
  cell_set (report, "disclosure/other-services/decisions", NULL);
  cell_set (report, "disclosure/fees/items-last-year", NULL);
  findings = gj_check_report (report, NULL);
  words = findings_to_string (findings);
  g_assert_cmpstr (words, ==, "A14 violated error | B09 violated warning | B09 violated warning");
}

static void
test_missing_table (void)
{
  g_autoptr (GjReport) report = zero_report_new (gj_form_catalogue_find (FORM_2021));
  GjForm *form = gj_report_get_form (report);
  const GjTable *table = gj_form_get_table (form, gj_form_find_table (form, "requests"));
  g_autoptr (GPtrArray) findings = NULL;

  for (guint i = 0; i < table->n_cells; i++)
    cell_set_index (report, table->first_cell + i, NULL);
  findings = gj_check_report (report, NULL);
  g_assert_cmpuint (findings->len, ==, 1);
  g_assert_cmpstr (gj_finding_get_key (findings->pdata[0]), ==, "A14/requests");
}

static void
test_variant_explains (void)
{
  g_autoptr (GjReport) report = zero_report_new (gj_form_catalogue_find (FORM_2021));
  g_autoptr (GPtrArray) silent = NULL;
  g_autoptr (GPtrArray) named = NULL;

  take_row (report, "other-unpaid", 0);
  take_row (report, "other-not-corrected", 0);
  set_variant (report, "old-row");
  silent = gj_check_report (report, NULL);
  g_assert_cmpuint (silent->len, ==, 0);

  take_row (report, "other-else", 6);
  take_row (report, "granted", 0);
  named = gj_check_report (report, NULL);
  g_assert_cmpuint (named->len, ==, 2);
  g_assert_nonnull (strstr (gj_finding_get_message (named->pdata[1]), "“(6) other handling”"));
}

/* What was left over, in which row, and whether that is an error. */
static const struct
{
  const char *row;
  const char *values;
  const char *cell;
  const char *text;
  guint       n_findings;
} surpluses[] = {
  { "requests/carried-out", "0", NULL, NULL, 0 },
  { "requests/carried-out", "0 0", NULL, NULL, 0 },
  { "requests/carried-out", "", NULL, NULL, 0 },
  { "requests/carried-out", "０", NULL, NULL, 0 },
  { "requests/carried-out", "7", NULL, NULL, 1 },
  { "requests/carried-out", "0 7", NULL, NULL, 1 },
  { "requests/carried-out", "备注", NULL, NULL, 1 },
  { "requests/carried-out", "0", "requests/carried-out/total", "3", 1 },
  { "requests/carried-out", "0", "requests/granted/total", "3", 0 },
  { "requests/carried-out", "0", "requests/carried-out/total", "两", 1 },
  { "requests/nothing", "7", NULL, NULL, 0 },
  { "nothing", "7", NULL, NULL, 0 },
};

static void
test_surplus (gconstpointer data)
{
  guint index = GPOINTER_TO_UINT (data);
  g_autoptr (GjReport) report = zero_report_new (gj_form_catalogue_find (FORM_2021));
  g_autoptr (GjCheckSet) set = gj_check_set_new ("A14", NULL);
  g_autoptr (GjSourceBuilder) builder = gj_source_builder_new ("text", "0");
  g_auto (GStrv) values = g_strsplit (surpluses[index].values, " ", -1);
  g_autoptr (GjSource) source = NULL;
  g_autoptr (GPtrArray) findings = NULL;

  gj_source_builder_add_surplus (builder, surpluses[index].row, (const char *const *) values);
  source = gj_source_builder_end (builder);
  gj_report_init_source (report, source);
  if (surpluses[index].cell != NULL)
    cell_set (report, surpluses[index].cell, surpluses[index].text);

  findings = gj_check_report (report, set);
  g_assert_cmpuint (findings->len, ==, surpluses[index].n_findings);
  if (findings->len > 0)
    {
      g_assert_cmpint (gj_finding_get_severity (findings->pdata[0]), ==, GJ_SEVERITY_ERROR);
      g_assert_cmpstr (gj_finding_get_key (findings->pdata[0]), ==, "A14/surplus/requests/carried-out");
      g_assert_nonnull (strstr (gj_finding_get_message (findings->pdata[0]), "the form has 7"));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/core/conformance/missing-row", test_missing_row);
  g_test_add_func ("/core/conformance/short-row", test_short_row);
  g_test_add_func ("/core/conformance/missing-row-2019", test_missing_row_2019);
  g_test_add_func ("/core/conformance/missing-table", test_missing_table);
  g_test_add_func ("/core/conformance/variant-explains", test_variant_explains);
  for (guint i = 0; i < G_N_ELEMENTS (surpluses); i++)
    {
      g_autofree char *path = g_strdup_printf ("/core/conformance/surplus/%02u", i);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_surplus);
    }

  return g_test_run ();
}
