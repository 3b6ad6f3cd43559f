/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-arguments.h"

#include <glib/gi18n-lib.h>

#include "gj-import.h"

#include "gj-findings-text.h"
#include "gj-input-files.h"
#include "gj-job-pool.h"
#include "gj-report-file.h"
#include "gj-terminal.h"

/* A report lives as long as its job: what waits for its turn is rendered text. */

typedef struct
{
  GArray     *files;
  GjCheckSet *checks;
  GjReport   *last;
  char       *last_name;
  gboolean    json;
  guint       width;
  GjLanguage  language;

  guint       n_checked;
  guint       n_unreadable;
  guint       n_skipped;
  guint       n_findings[GJ_N_SEVERITIES];
} CheckRun;

typedef struct
{
  GString *text;
  char    *failure;
  gboolean is_no_report;
  guint    n_findings[GJ_N_SEVERITIES];
} CheckResult;

static void
count_finding (GjFinding *finding,
               guint     *counts)
{
  if (!gj_finding_is_decided (finding))
    counts[gj_finding_get_severity (finding)]++;
}

/* Programs get every finding by itself, people what is one thing to them as one. Both are
 * told how many they got. */

static void
write_json (CheckResult    *result,
            const CheckRun *run,
            const char     *path,
            GjReport       *report,
            GPtrArray      *findings)
{
  for (guint i = 0; i < findings->len; i++)
    count_finding (g_ptr_array_index (findings, i), result->n_findings);

  gj_findings_write_json (result->text, path, report, run->last, findings);
}

static void
write_text (CheckResult    *result,
            const CheckRun *run,
            const char     *path,
            GjReport       *report,
            GPtrArray      *findings)
{
  g_autoptr (GPtrArray) groups = gj_finding_groups_make (report, findings);

  for (guint i = 0; i < groups->len; i++)
    count_finding (gj_finding_group_get_lead (g_ptr_array_index (groups, i)), result->n_findings);

  gj_findings_write_text (result->text, path, report, groups, run->language, run->width);
}

static gpointer
check_file (guint    index,
            gpointer data)
{
  const CheckRun *run = data;
  const GjInputFile *file = &g_array_index (run->files, GjInputFile, index);
  CheckResult *result = g_new0 (CheckResult, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (GjReport) report = gj_report_file_load (file->path, &error);
  g_autoptr (GPtrArray) findings = NULL;

  if (report == NULL)
    {
      result->failure = gj_report_file_describe (file->path, error);
      result->is_no_report = g_error_matches (error, GJ_IMPORT_ERROR, GJ_IMPORT_ERROR_NOT_A_REPORT);
      return result;
    }

  findings = gj_check_report_with_last_year (report, run->checks, run->last, run->last_name);
  result->text = g_string_sized_new (512);
  if (run->json)
    write_json (result, run, file->path, report, findings);
  else
    write_text (result, run, file->path, report, findings);

  return result;
}

/* In a folder there may be texts that are no reports; a file that was named is meant. */

static void
take_failure (CheckRun          *run,
              const GjInputFile *file,
              CheckResult       *result)
{
  if (file->found && result->is_no_report)
    {
      gj_terminal_say (_("Passed over: %s"), result->failure);
      run->n_skipped++;
      return;
    }

  gj_terminal_complain ("%s", result->failure);
  run->n_unreadable++;
}

static void
take_result (guint    index,
             gpointer data,
             gpointer user_data)
{
  CheckRun *run = user_data;
  CheckResult *result = data;

  if (result->text == NULL)
    {
      take_failure (run, &g_array_index (run->files, GjInputFile, index), result);
    }
  else
    {
      if (run->json && run->n_checked > 0)
        gj_terminal_print_bytes (",", 1);
      if (run->json)
        gj_terminal_print_bytes (result->text->str, result->text->len);
      else
        gj_terminal_print (result->text->str);
      for (guint i = 0; i < GJ_N_SEVERITIES; i++)
        run->n_findings[i] += result->n_findings[i];
      run->n_checked++;
      g_string_free (result->text, TRUE);
    }

  g_free (result->failure);
  g_free (result);
  gj_terminal_progress (index + 1, run->files->len);
}

static void
print_json (CheckRun *run,
            guint     n_jobs)
{
  static const char head[] = "{\n  \"reports\": [";
  g_autoptr (GString) tail = g_string_new (NULL);
  GjJsonWriter writer;

  gj_terminal_print_bytes (head, sizeof head - 1);
  gj_job_pool_run (run->files->len, n_jobs, check_file, take_result, run);

  g_string_append (tail, run->n_checked > 0 ? "\n  ],\n  " : "],\n  ");
  gj_json_writer_init (&writer, tail, 0);
  gj_json_writer_begin_line (&writer, "summary", '{');
  gj_json_writer_int (&writer, "reports", run->n_checked);
  gj_json_writer_int (&writer, "errors", run->n_findings[GJ_SEVERITY_ERROR]);
  gj_json_writer_int (&writer, "warnings", run->n_findings[GJ_SEVERITY_WARNING]);
  gj_json_writer_int (&writer, "hints", run->n_findings[GJ_SEVERITY_HINT]);
  gj_json_writer_int (&writer, "unreadable", run->n_unreadable);
  gj_json_writer_int (&writer, "skipped", run->n_skipped);
  gj_json_writer_end_object (&writer);
  g_string_append (tail, "\n}\n");
  gj_terminal_print_bytes (tail->str, tail->len);
}

static void
print_text (CheckRun *run,
            guint     n_jobs)
{
  g_autofree char *reports = NULL;
  g_autofree char *errors = NULL;
  g_autofree char *warnings = NULL;
  g_autofree char *hints = NULL;
  g_autofree char *line = NULL;
  guint *n = run->n_findings;

  gj_job_pool_run (run->files->len, n_jobs, check_file, take_result, run);

  reports = g_strdup_printf (ngettext ("%u report checked", "%u reports checked", run->n_checked),
                             run->n_checked);
  errors = g_strdup_printf (ngettext ("%u error", "%u errors", n[GJ_SEVERITY_ERROR]),
                            n[GJ_SEVERITY_ERROR]);
  warnings = g_strdup_printf (ngettext ("%u warning", "%u warnings", n[GJ_SEVERITY_WARNING]),
                              n[GJ_SEVERITY_WARNING]);
  hints = g_strdup_printf (ngettext ("%u hint", "%u hints", n[GJ_SEVERITY_HINT]),
                           n[GJ_SEVERITY_HINT]);
  line = g_strdup_printf (_("%s: %s, %s, %s.\n"), reports, errors, warnings, hints);
  gj_terminal_print (line);

  if (run->n_unreadable > 0)
    {
      g_autofree char *unreadable =
        g_strdup_printf (ngettext ("%u file could not be read.\n", "%u files could not be read.\n",
                                   run->n_unreadable),
                         run->n_unreadable);

      gj_terminal_print (unreadable);
    }
}

static GjExitStatus
check_files (char     **files,
             CheckRun  *run,
             guint      n_jobs)
{
  g_autoptr (GArray) inputs = NULL;
  gboolean complete;

  inputs = gj_input_files_new (files, &complete);
  run->files = inputs;
  run->width = gj_terminal_get_width ();
  run->language = gj_language_get_current ();

  /* The forms are read before the threads begin, not by all of them at once. */
  gj_form_catalogue_get_n_forms ();

  if (run->json)
    print_json (run, n_jobs);
  else
    print_text (run, n_jobs);

  if (run->n_unreadable > 0 || !complete)
    return GJ_EXIT_FILE;

  return run->n_findings[GJ_SEVERITY_ERROR] > 0 ? GJ_EXIT_FINDINGS : GJ_EXIT_DONE;
}

/* All threads read it: what they get is never changed. */
static GjReport *
load_last_year (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GjReport) report = gj_report_file_load (path, &error);
  g_autofree char *failure = NULL;

  if (report != NULL)
    return gj_report_dup_snapshot (report);

  failure = gj_report_file_describe (path, error);
  gj_terminal_complain ("%s", failure);

  return NULL;
}

static GjExitStatus
run_check (char **arguments)
{
  gboolean json = FALSE;
  g_autofree char *last_path = NULL;
  int n_jobs = (int) g_get_num_processors ();
  g_autofree char *checks = NULL;
  g_auto (GStrv) files = NULL;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_("Print JSON for programs"), NULL },
    { "checks", 0, 0, G_OPTION_ARG_STRING, &checks,
      N_("Make only these groups or single checks, for instance A,B,D07"), N_("LIST") },
    { "last-year", 0, 0, G_OPTION_ARG_FILENAME, &last_path,
      N_("Hold the reports against this one of the year before"), N_("FILE") },
    { "jobs", 'j', 0, G_OPTION_ARG_INT, &n_jobs,
      N_("Check so many files at the same time (as many as there are processors)"), N_("N") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &files, NULL, NULL },
    { NULL },
  };
  g_autoptr (GjCheckSet) check_set = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GjReport) last = NULL;
  g_autofree char *last_name = NULL;
  CheckRun run = { NULL };
  GjExitStatus status;

  if (!gj_arguments_parse (&gj_command_check, entries, arguments, &status))
    return status;
  if (files == NULL)
    return gj_arguments_refuse (&gj_command_check, _("No file was named."));
  if (n_jobs < 1)
    return gj_arguments_refuse (&gj_command_check, _("--jobs takes a number of at least 1."));

  check_set = gj_check_set_new (checks, &error);
  if (check_set == NULL)
    return gj_arguments_refuse (&gj_command_check, "%s", error->message);

  if (last_path != NULL)
    {
      last = load_last_year (last_path);
      if (last == NULL)
        return GJ_EXIT_FILE;
      last_name = g_filename_display_basename (last_path);
    }

  run.last = last;
  run.last_name = last_name;
  run.json = json;
  run.checks = check_set;

  return check_files (files, &run, (guint) n_jobs);
}

const GjCommand gj_command_check = {
  "check",
  N_("FILE…"),
  N_("Check reports, or all reports in a folder"),
  run_check,
};
