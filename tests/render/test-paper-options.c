/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-render.h"

#include <string.h>

#include "gj-sample-report.h"

/* What is kept ("" for nothing), what is wished for, and what comes of it. */
static const struct
{
  const char    *name;
  const char    *copy;
  const char    *sheet;
  GjPaperWishes  wishes;
  GjCopyKind     expected_copy;
  gboolean       expected_sheet;
} choices[] = {
  { "nothing", "", "", GJ_PAPER_WISHES_INIT, GJ_COPY_FINAL, FALSE },
  { "kept", "reviewed", "yes", GJ_PAPER_WISHES_INIT, GJ_COPY_REVIEWED, TRUE },
  { "kept-no", "submitted", "no", GJ_PAPER_WISHES_INIT, GJ_COPY_SUBMITTED, FALSE },
  { "unknown", "golden", "maybe", GJ_PAPER_WISHES_INIT, GJ_COPY_FINAL, FALSE },
  { "wished", "", "", { GJ_COPY_SUBMITTED, TRUE, -1, -1 }, GJ_COPY_SUBMITTED, TRUE },
  { "wish-before-kept", "reviewed", "yes", { GJ_COPY_FINAL, FALSE, -1, -1 }, GJ_COPY_FINAL, FALSE },
};

static void
test_choice (gconstpointer data)
{
  guint index = GPOINTER_TO_UINT (data);
  g_autoptr (GjReport) report = gj_sample_report_new ();
  GjPaperOptions options;

  if (*choices[index].copy != '\0')
    gj_report_init_setting (report, GJ_PAPER_SETTING_COPY, choices[index].copy);
  if (*choices[index].sheet != '\0')
    gj_report_init_setting (report, GJ_PAPER_SETTING_SIGNING_SHEET, choices[index].sheet);
  gj_paper_options_read (&options, report, &choices[index].wishes);
  g_assert_cmpint (options.copy, ==, choices[index].expected_copy);
  g_assert_cmpint (options.signing_sheet, ==, choices[index].expected_sheet);
  g_assert_false (options.signing_line);
  g_assert_false (options.digest);
  g_assert_cmpint (gj_paper_options_need_findings (&options), ==,
                   options.copy != GJ_COPY_FINAL || options.signing_sheet);
}

static void
test_kinds (void)
{
  GjCopyKind kind = GJ_COPY_REVIEWED;

  for (guint i = GJ_COPY_FINAL; i <= GJ_COPY_REVIEWED; i++)
    {
      g_assert_true (gj_copy_kind_find (gj_copy_kind_get_id (i), &kind));
      g_assert_cmpuint (kind, ==, i);
    }
  g_assert_false (gj_copy_kind_find ("draft", &kind));
  g_assert_false (gj_copy_kind_find (NULL, &kind));
  g_assert_cmpuint (kind, ==, GJ_COPY_REVIEWED);
}

/* A report with one error, in a total. */
static GjReport *
make_wrong (const char *total)
{
  GjReport *report = gj_sample_report_new ();
  guint cell = gj_form_find_cell (gj_report_get_form (report), "cases/review/total");

  gj_report_init_cell (report, cell, total);
  return report;
}

static guint
count_open (GjReport *report)
{
  g_autoptr (GPtrArray) findings = gj_paper_find (report);
  g_autoptr (GPtrArray) open = gj_final_copy_list_open (report, findings);

  return open->len;
}

/* Printed words are Chinese in this locale too, which is not. */
static void
test_language (void)
{
  g_autoptr (GjReport) report = make_wrong ("3");
  g_autoptr (GPtrArray) printed = gj_paper_find (report);
  g_autoptr (GPtrArray) shown = gj_check_report (report, NULL);

  g_assert_cmpuint (printed->len, ==, shown->len);
  g_assert_cmpuint (printed->len, >, 0);
  for (guint i = 0; i < printed->len; i++)
    {
      const char *message = gj_finding_get_message (printed->pdata[i]);

      g_assert_cmpstr (gj_finding_get_key (printed->pdata[i]), ==, gj_finding_get_key (shown->pdata[i]));
      g_assert_cmpuint (g_utf8_get_char (message), >, 0x3000);
      g_assert_cmpuint (g_utf8_get_char (gj_finding_get_title (printed->pdata[i])), >, 0x3000);
    }
  g_assert_cmpuint (g_utf8_get_char (gj_finding_get_title (shown->pdata[0])), <, 0x80);
}

static void
decide (GjReport *report)
{
  g_autoptr (GPtrArray) findings = gj_paper_find (report);
  g_autoptr (GjDecision) decision = gj_final_copy_decide (findings, "数据以省平台为准", "王一", "2026-01-20");

  g_assert_cmpstr (decision->key, ==, GJ_FINAL_DESPITE_KEY);
  gj_report_init_decision (report, decision);
}

/* The decision holds for what it was made for, also after saving, and for no more. */
static void
test_decision (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GjReport) right = make_wrong ("0");
  g_autoptr (GjReport) report = make_wrong ("3");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GjReport) saved = NULL;

  g_assert_cmpuint (count_open (right), ==, 0);
  g_assert_cmpuint (count_open (report), ==, 1);
  decide (report);
  g_assert_cmpuint (count_open (report), ==, 0);

  bytes = gj_store_write (report);
  saved = gj_store_read (bytes, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_open (saved), ==, 0);

  gj_report_init_cell (saved, gj_form_find_cell (gj_report_get_form (saved), "cases/review/total"), "4");
  g_assert_cmpuint (count_open (saved), ==, 1);
}

/* One more error is one that nobody has decided on. */
static void
test_new_error (void)
{
  g_autoptr (GjReport) report = make_wrong ("3");

  decide (report);
  gj_report_init_cell (report, gj_form_find_cell (gj_report_get_form (report), "cases/suit-direct/total"), "1");
  g_assert_cmpuint (count_open (report), ==, 1);
}

static void
test_today (void)
{
  g_autofree char *fixed = NULL;
  g_autofree char *now = NULL;

  g_setenv ("SOURCE_DATE_EPOCH", "1767225600", TRUE);
  fixed = gj_paper_dup_today ();
  g_assert_cmpstr (fixed, ==, "2026-01-01");
  g_unsetenv ("SOURCE_DATE_EPOCH");
  now = gj_paper_dup_today ();
  g_assert_cmpuint (strlen (now), ==, 10);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      g_autofree char *path = g_strdup_printf ("/render/paper-options/choice/%s", choices[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_choice);
    }
  g_test_add_func ("/render/paper-options/kinds", test_kinds);
  g_test_add_func ("/render/paper-options/language", test_language);
  g_test_add_func ("/render/final-copy/decision", test_decision);
  g_test_add_func ("/render/final-copy/new-error", test_new_error);
  g_test_add_func ("/render/paper-options/today", test_today);
  return g_test_run ();
}
