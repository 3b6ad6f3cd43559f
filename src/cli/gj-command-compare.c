/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-arguments.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "gj-export.h"

#include "gj-comparison-text.h"
#include "gj-output-file.h"
#include "gj-report-file.h"
#include "gj-terminal.h"

/* Two reports side by side; from three on, a trend over the years. A file that cannot be
 * read does not keep the others from being looked at. */

typedef struct
{
  GArray   *files;
  gboolean  json;
  gboolean  all;
  gboolean  same_body;
  gboolean  sort_by_form;
  char     *output;
} CompareRun;

static void
file_clear (gpointer data)
{
  GjComparedFile *file = data;

  g_free (file->path);
  g_clear_object (&file->report);
  g_free (file->failure);
}

static GjComparedFile *
get_file (const CompareRun *run,
          guint             i)
{
  return &g_array_index (run->files, GjComparedFile, i);
}

static void
load_files (CompareRun *run,
            char      **paths)
{
  for (guint i = 0; paths[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      GjComparedFile file = { g_strdup (paths[i]), gj_report_file_load (paths[i], &error), NULL };

      if (file.report == NULL)
        {
          file.failure = gj_report_file_describe (paths[i], error);
          gj_terminal_complain ("%s", file.failure);
        }
      g_array_append_val (run->files, file);
    }
}

static guint
count_readable (const CompareRun *run)
{
  guint n = 0;

  for (guint i = 0; i < run->files->len; i++)
    n += get_file (run, i)->report != NULL;

  return n;
}

/* What goes into a file is no input, under whatever name that is reached. */
static gboolean
is_input (const CompareRun *run)
{
  g_autofree char *identity = gj_report_file_dup_identity (run->output);

  for (guint i = 0; identity != NULL && i < run->files->len; i++)
    {
      g_autofree char *other = gj_report_file_dup_identity (get_file (run, i)->path);

      if (g_strcmp0 (identity, other) == 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
write_output (const CompareRun *run,
              GBytes           *bytes,
              GError           *failure)
{
  g_autoptr (GError) error = failure;

  if (bytes == NULL || !gj_output_file_write (run->output, bytes, &error))
    {
      g_autofree char *words = gj_report_file_describe (run->output, error);

      gj_terminal_complain ("%s", words);
      return FALSE;
    }

  return TRUE;
}

static gboolean
is_json_output (const CompareRun *run)
{
  return run->output != NULL && g_ascii_strcasecmp (gj_report_file_get_suffix (run->output), "json") == 0;
}

/* A file in place of the terminal: JSON too, when its name says so. */
static gboolean
print (const CompareRun *run,
       const GString    *text)
{
  if (is_json_output (run))
    {
      g_autoptr (GBytes) bytes = g_bytes_new (text->str, text->len);

      return write_output (run, bytes, NULL);
    }
  if (run->json)
    gj_terminal_print_bytes (text->str, text->len);
  else if (run->output == NULL)
    gj_terminal_print (text->str);

  return TRUE;
}

/* Links the newer report to the body of the older one, in memory only. */
static void
link_bodies (const CompareRun *run)
{
  GjReport *old_report = get_file (run, 0)->report;
  GjReport *new_report = get_file (run, 1)->report;

  if (run->same_body && old_report != NULL && new_report != NULL)
    gj_report_init_setting (new_report, GJ_SETTING_FORMER_BODY, gj_report_get_field (old_report, GJ_FIELD_BODY));
}

static GPtrArray *
check_new (const CompareRun *run,
           gboolean          with_last_year)
{
  const GjComparedFile *old_file = get_file (run, 0);
  const GjComparedFile *new_file = get_file (run, 1);
  g_autofree char *name = g_filename_display_basename (old_file->path);

  if (new_file->report == NULL)
    return NULL;
  if (!with_last_year || old_file->report == NULL)
    return gj_check_report (new_file->report, NULL);

  return gj_check_report_with_last_year (new_file->report, NULL, old_file->report, name);
}

static gboolean
has_errors (GPtrArray *findings)
{
  for (guint i = 0; findings != NULL && i < findings->len; i++)
    if (gj_finding_get_severity (findings->pdata[i]) == GJ_SEVERITY_ERROR &&
        !gj_finding_is_decided (findings->pdata[i]))
      return TRUE;

  return FALSE;
}

/* The paper, or the page, of two reports. */
static gboolean
write_two (const CompareRun *run)
{
  const GjComparedFile *old_file = get_file (run, 0);
  const GjComparedFile *new_file = get_file (run, 1);
  g_autofree char *old_name = g_filename_display_basename (old_file->path);
  g_autofree char *new_name = g_filename_display_basename (new_file->path);
  g_autoptr (GBytes) bytes = NULL;
  GError *error = NULL;

  if (run->output == NULL || is_json_output (run))
    return TRUE;

  bytes = gj_comparison_export (old_file->report, old_name, new_file->report, new_name,
                                gj_report_file_get_suffix (run->output), NULL, &error);

  return write_output (run, bytes, error);
}

static GjExitStatus
compare_two (CompareRun *run)
{
  GjComparedFile *old_file = get_file (run, 0);
  GjComparedFile *new_file = get_file (run, 1);
  gboolean is_readable = old_file->report != NULL && new_file->report != NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GjComparison) comparison = NULL;
  g_autoptr (GjVersionResult) versions = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  gboolean is_years = FALSE;
  GjComparisonPrint what;

  link_bodies (run);
  if (is_readable)
    {
      comparison = gj_comparison_new (old_file->report, new_file->report);
      is_years = gj_comparison_get_kind (comparison) == GJ_COMPARISON_YEARS;
    }
  findings = check_new (run, is_years);
  if (is_readable && !is_years)
    versions = gj_version_result_new (comparison, NULL, findings);

  what = (GjComparisonPrint) {
    .old_file = old_file,
    .new_file = new_file,
    .comparison = comparison,
    .findings = findings,
    .versions = versions,
    .sort_by_form = run->sort_by_form,
    .all = run->all,
    .language = gj_language_get_current (),
    .width = gj_terminal_get_width (),
  };
  if (run->json || is_json_output (run))
    gj_comparison_write_json (text, &what);
  else if (run->output == NULL)
    gj_comparison_write_text (text, &what);

  if (!print (run, text) || !is_readable || !write_two (run))
    return GJ_EXIT_FILE;

  return has_errors (findings) ? GJ_EXIT_FINDINGS : GJ_EXIT_DONE;
}

static gboolean
write_many (const CompareRun  *run,
            GjReport *const   *reports,
            const char *const *names,
            guint              n_reports)
{
  g_autoptr (GBytes) bytes = NULL;
  GError *error = NULL;

  if (run->output == NULL || is_json_output (run))
    return TRUE;

  bytes = gj_trend_export (reports, names, n_reports, run->same_body ? GJ_TREND_SAME_BODY : GJ_TREND_DEFAULT,
                           gj_report_file_get_suffix (run->output), NULL, &error);

  return write_output (run, bytes, error);
}

static GjExitStatus
compare_many (CompareRun *run)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) reports = g_ptr_array_new ();
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) readable = g_array_new (FALSE, FALSE, sizeof (GjComparedFile));
  g_autoptr (GjTrend) trend = NULL;

  for (guint i = 0; i < run->files->len; i++)
    if (get_file (run, i)->report != NULL)
      {
        g_ptr_array_add (reports, get_file (run, i)->report);
        g_ptr_array_add (names, g_filename_display_basename (get_file (run, i)->path));
        g_array_append_val (readable, *get_file (run, i));
      }
  if (reports->len == 0)
    return GJ_EXIT_FILE;

  trend = gj_trend_new ((GjReport *const *) reports->pdata, (const char *const *) names->pdata, reports->len,
                        run->same_body ? GJ_TREND_SAME_BODY : GJ_TREND_DEFAULT);
  if (run->json || is_json_output (run))
    gj_trend_write_json (text, trend, readable);
  else if (run->output == NULL)
    gj_trend_write_text (text, trend, gj_language_get_current ());
  if (!print (run, text) || !write_many (run, (GjReport *const *) reports->pdata, (const char *const *) names->pdata,
                                         reports->len))
    return GJ_EXIT_FILE;

  return reports->len < run->files->len ? GJ_EXIT_FILE : GJ_EXIT_DONE;
}

static GjExitStatus
run_compare (char **arguments)
{
  CompareRun run = { NULL };
  g_autofree char *output = NULL;
  g_autofree char *sort = NULL;
  g_auto (GStrv) paths = NULL;
  g_autoptr (GArray) files = g_array_new (FALSE, FALSE, sizeof (GjComparedFile));
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output,
      N_("Write the comparison into this file: .pdf, .html or .json"), N_("OUT") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &run.json, N_("Print JSON for programs"), NULL },
    { "sort", 0, 0, G_OPTION_ARG_STRING, &sort,
      N_("Order of the rows: by the size of the change (size), or as in the form (form)"), N_("ORDER") },
    { "all", 0, 0, G_OPTION_ARG_NONE, &run.all, N_("Show what is unchanged as well"), NULL },
    { "same-body", 0, 0, G_OPTION_ARG_NONE, &run.same_body,
      N_("The reports are of one body, whatever it was called"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &paths, NULL, NULL },
    { NULL },
  };
  GjExitStatus status;

  if (!gj_arguments_parse (&gj_command_compare, entries, arguments, &status))
    return status;
  if (paths == NULL || g_strv_length (paths) < 2)
    return gj_arguments_refuse (&gj_command_compare, _("Name two files, the older one first."));
  if (sort != NULL && strcmp (sort, "size") != 0 && strcmp (sort, "form") != 0)
    return gj_arguments_refuse (&gj_command_compare, _("--sort takes “size” or “form”."));

  if (output != NULL && !gj_comparison_export_can (gj_report_file_get_suffix (output)) &&
      g_ascii_strcasecmp (gj_report_file_get_suffix (output), "json") != 0)
    return gj_arguments_refuse (&gj_command_compare, _("A comparison is written as .pdf, .html or .json."));

  g_array_set_clear_func (files, file_clear);
  run.files = files;
  run.output = output;
  run.sort_by_form = sort != NULL && strcmp (sort, "form") == 0;
  load_files (&run, paths);
  if (output != NULL && is_input (&run))
    return gj_arguments_refuse (&gj_command_compare, _("The output is one of the files to be compared. Name another one."));
  if (count_readable (&run) == 0 && !run.json)
    return GJ_EXIT_FILE;

  return files->len == 2 ? compare_two (&run) : compare_many (&run);
}

const GjCommand gj_command_compare = {
  "compare",
  N_("OLD NEW [MORE…]"),
  N_("Compare two years, two versions of one year, or many years"),
  run_compare,
};
