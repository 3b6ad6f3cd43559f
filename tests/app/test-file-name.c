/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "gj-document.h"
#include "gj-file-name.h"

/* Names of files for what leaves the program. */

static void
test_safe (void)
{
  static const struct
  {
    const char *stem;
    const char *safe;
  } cases[] = {
    { "云溪市发展和改革局2025年报告", "云溪市发展和改革局2025年报告" },
    { "云溪市文化/旅游局", "云溪市文化-旅游局" },
    { "a\\b:c*d?e\"f<g>h|i\nj\tk", "a-b-c-d-e-f-g-h-i-j-k" },
    { "..hidden. . ", "hidden" },
    { "./", "-" },
    { " . ", "" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *safe = gj_file_name_dup_safe (cases[i].stem);

      g_assert_cmpstr (safe, ==, cases[i].safe);
    }
}

/* Cut between characters, so that a suffix still fits. */
static void
test_long (void)
{
  for (guint i = 0; i < 4; i++)
    {
      GString *stem = g_string_new (NULL);
      g_autofree char *safe = NULL;

      for (guint j = 0; j < i; j++)
        g_string_append_c (stem, 'a');
      for (guint j = 0; j < 300; j++)
        g_string_append (stem, "局");
      safe = gj_file_name_dup_safe (stem->str);
      g_assert_true (g_utf8_validate (safe, -1, NULL));
      g_assert_cmpuint (strlen (safe), <=, 200);
      g_assert_cmpuint (strlen (safe), >, 190);
      g_string_free (stem, TRUE);
    }
}

static void
test_export_name (void)
{
  g_autoptr (GjReport) report = gj_report_new (gj_form_catalogue_find ("guoban-2021"));
  g_autofree char *bare = gj_document_dup_export_name (report, ".pdf");
  g_autofree char *full = NULL;
  g_autofree char *table = NULL;

  g_assert_cmpstr (bare, ==, "政府信息公开工作年度报告.pdf");
  gj_report_init_field (report, GJ_FIELD_BODY, "云溪市文化/旅游局");
  gj_report_init_field (report, GJ_FIELD_YEAR, "2025");
  gj_report_init_setting (report, "paper-copy", "submitted");
  full = gj_document_dup_export_name (report, ".pdf");
  table = gj_document_dup_export_name (report, ".xlsx");
  g_assert_cmpstr (full, ==, "云溪市文化-旅游局2025年政府信息公开工作年度报告（送审稿）.pdf");
  g_assert_cmpstr (table, ==, "云溪市文化-旅游局2025年政府信息公开工作年度报告.xlsx");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/app/file-name/safe", test_safe);
  g_test_add_func ("/app/file-name/long", test_long);
  g_test_add_func ("/app/file-name/export-name", test_export_name);

  return g_test_run ();
}
