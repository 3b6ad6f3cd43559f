/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-arguments.h"

#include <glib/gi18n-lib.h>

#include "gj-export.h"
#include "gj-import.h"

#include "gj-input-files.h"
#include "gj-job-pool.h"
#include "gj-output-file.h"
#include "gj-paper-arguments.h"
#include "gj-report-file.h"
#include "gj-terminal.h"

/* The outputs are named before the work begins, so that two inputs which would become one
 * file are noticed whatever the threads do. */

/* How many characters that no font has are told one by one of each report. */
#define N_MISSING_SAID 12

typedef struct
{
  GArray                 *files;
  GPtrArray              *outputs;
  GHashTable             *identities;
  const GjPaperArguments *paper;
  guint                   n_failed;
  guint                   n_open;
} ConvertRun;

typedef struct
{
  char      *failure;
  gboolean   is_no_report;
  gboolean   is_open;
  gboolean   decided;
  GPtrArray *missing;
} ConvertResult;

/* No input is ever written over, under whatever name it is reached. */

static GHashTable *
list_identities (GArray *files)
{
  GHashTable *identities = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < files->len; i++)
    {
      char *identity = gj_report_file_dup_identity (g_array_index (files, GjInputFile, i).path);

      if (identity != NULL)
        g_hash_table_add (identities, identity);
    }

  return identities;
}

static gboolean
is_input (const ConvertRun *run,
          const char       *output)
{
  g_autofree char *identity = gj_report_file_dup_identity (output);

  return identity != NULL && g_hash_table_contains (run->identities, identity);
}

/* The decision that it was made despite errors is in the source inside the PDF. */
static gboolean
write_paper (const ConvertRun *run,
             GjReport         *report,
             const char       *output,
             ConvertResult    *result,
             GError          **error)
{
  g_autoptr (GBytes) bytes = NULL;

  if (!gj_export_check_target (output, error))
    return FALSE;
  bytes = gj_paper_arguments_write (run->paper, report, &result->decided, &result->missing, error);

  return bytes != NULL && gj_output_file_write (output, bytes, error);
}

static gboolean
convert_report (const ConvertRun *run,
                guint             index,
                ConvertResult    *result,
                GError          **error)
{
  const GjInputFile *file = &g_array_index (run->files, GjInputFile, index);
  const char *output = g_ptr_array_index (run->outputs, index);
  g_autoptr (GjReport) report = gj_report_file_load (file->path, error);

  if (report == NULL)
    return FALSE;

  if (is_input (run, output))
    {
      g_autofree char *display = g_filename_display_name (output);

      g_set_error (error, GJ_CLI_ERROR, GJ_CLI_ERROR_INPUT,
                   _("“%s” was not written: it is one of the files to be converted. Name another output."),
                   display);
      return FALSE;
    }

  if (g_ascii_strcasecmp (gj_report_file_get_suffix (output), "pdf") == 0)
    return write_paper (run, report, output, result, error);

  return gj_output_file_make_folder (output, error) && gj_report_file_save (report, output, error);
}

static gpointer
convert_file (guint    index,
              gpointer data)
{
  const ConvertRun *run = data;
  const GjInputFile *file = &g_array_index (run->files, GjInputFile, index);
  ConvertResult *result = g_new0 (ConvertResult, 1);
  g_autoptr (GError) error = NULL;

  if (!convert_report (run, index, result, &error))
    {
      result->is_open = g_error_matches (error, GJ_CLI_ERROR, GJ_CLI_ERROR_OPEN);
      result->failure = gj_report_file_describe (file->path, error);
      result->is_no_report = g_error_matches (error, GJ_IMPORT_ERROR, GJ_IMPORT_ERROR_NOT_A_REPORT);
    }

  return result;
}

/* The file that was read is never written into. */
static void
say_where_decided (const ConvertRun *run,
                   guint             index)
{
  g_autofree char *input = g_filename_display_name (g_array_index (run->files, GjInputFile, index).path);
  g_autofree char *output = g_filename_display_name (g_ptr_array_index (run->outputs, index));

  gj_terminal_say (_("“%1$s” was made despite undecided errors; the reason, and who decided, are kept in the report "
                     "inside it and are published with it. “%2$s” is as it was."), output, input);
}

/* What no font has is never only a box on some page: it is said, however quiet. */
static void
say_what_is_missing (const ConvertRun *run,
                     guint             index,
                     GPtrArray        *missing)
{
  g_autofree char *output = g_filename_display_name (g_ptr_array_index (run->outputs, index));

  for (guint i = 0; i < MIN (missing->len, N_MISSING_SAID); i++)
    gj_terminal_complain (_("%s: %s"), output, (const char *) g_ptr_array_index (missing, i));
  if (missing->len > N_MISSING_SAID)
    {
      guint n = missing->len - N_MISSING_SAID;
      g_autofree char *words = g_strdup_printf (ngettext ("%u more character is printed as a box.",
                                                          "%u more characters are printed as boxes.", n), n);

      gj_terminal_complain (_("%s: %s"), output, words);
    }
}

static void
take_result (guint    index,
             gpointer data,
             gpointer user_data)
{
  ConvertRun *run = user_data;
  ConvertResult *result = data;
  const GjInputFile *file = &g_array_index (run->files, GjInputFile, index);

  if (result->failure != NULL && file->found && result->is_no_report)
    {
      gj_terminal_say (_("Passed over: %s"), result->failure);
    }
  else if (result->failure != NULL)
    {
      gj_terminal_complain ("%s", result->failure);
      run->n_open += result->is_open;
      run->n_failed += !result->is_open;
    }
  else if (result->decided)
    {
      say_where_decided (run, index);
    }
  if (result->failure == NULL && result->missing != NULL)
    say_what_is_missing (run, index, result->missing);

  g_free (result->failure);
  g_clear_pointer (&result->missing, g_ptr_array_unref);
  g_free (result);
  gj_terminal_progress (index + 1, run->files->len);
}

/* NAME.SUFFIX in the folder, below the same folders as in the one that was searched. */

static char *
name_output (const GjInputFile *file,
             const char        *folder,
             const char        *suffix)
{
  const char *old_suffix = gj_report_file_get_suffix (file->relative);
  g_autofree char *name = NULL;

  if (*old_suffix == '\0')
    name = g_strconcat (file->relative, ".", suffix, NULL);
  else
    name = g_strdup_printf ("%.*s%s", (int) (old_suffix - file->relative), file->relative, suffix);

  return g_build_filename (folder, name, NULL);
}

static const char *
find_twice (GPtrArray *outputs)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < outputs->len; i++)
    if (!g_hash_table_add (seen, g_ptr_array_index (outputs, i)))
      return g_ptr_array_index (outputs, i);

  return NULL;
}

static GjExitStatus
convert_files (char                  **files,
               const char             *output,
               const char             *suffix,
               const GjPaperArguments *paper,
               guint                   n_jobs)
{
  g_autoptr (GPtrArray) outputs = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) inputs = NULL;
  g_autoptr (GHashTable) identities = NULL;
  ConvertRun run = { NULL };
  gboolean complete;

  inputs = gj_input_files_new (files, &complete);
  if (suffix == NULL && inputs->len > 1)
    return gj_arguments_refuse (&gj_command_convert,
                                _("Several files become several files: name their format with --to and their folder with -o."));

  for (guint i = 0; i < inputs->len; i++)
    g_ptr_array_add (outputs, suffix == NULL ? g_strdup (output)
                                             : name_output (&g_array_index (inputs, GjInputFile, i),
                                                            output, suffix));
  if (find_twice (outputs) != NULL)
    {
      g_autofree char *display = g_filename_display_name (find_twice (outputs));

      return gj_arguments_refuse (&gj_command_convert,
                                  _("Two of the files would become “%s”. Convert them into different folders."),
                                  display);
    }

  identities = list_identities (inputs);
  run.files = inputs;
  run.identities = identities;
  run.outputs = outputs;
  run.paper = paper;

  /* The forms are read before the threads begin, not by all of them at once. */
  gj_form_catalogue_get_n_forms ();
  gj_job_pool_run (inputs->len, n_jobs, convert_file, take_result, &run);

  if (run.n_failed > 0 || !complete)
    return GJ_EXIT_FILE;
  return run.n_open > 0 ? GJ_EXIT_FINDINGS : GJ_EXIT_DONE;
}

static GjExitStatus
run_convert (char **arguments)
{
  int n_jobs = (int) g_get_num_processors ();
  g_autofree char *suffixes = gj_export_format_dup_suffixes ();
  g_autofree char *formats = g_strdup_printf (_("Write every report in this format: %s"), suffixes);
  g_autofree char *output = NULL;
  g_autofree char *suffix = NULL;
  g_autofree char *refusal = NULL;
  g_auto (GStrv) files = NULL;
  g_auto (GjPaperArguments) paper = GJ_PAPER_ARGUMENTS_INIT;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output,
      N_("Write this file, or with --to into this folder"), N_("OUT") },
    { "to", 0, 0, G_OPTION_ARG_STRING, &suffix,
      formats, N_("SUFFIX") },
    { "jobs", 'j', 0, G_OPTION_ARG_INT, &n_jobs,
      N_("Convert so many files at the same time (as many as there are processors)"), N_("N") },
    { "copy", 0, 0, G_OPTION_ARG_STRING, &paper.copy,
      N_("PDF: make this copy: final, submitted (送审稿) or reviewed (审核稿)"), N_("KIND") },
    { "signing-sheet", 0, 0, G_OPTION_ARG_NONE, &paper.wishes.signing_sheet,
      N_("PDF: put the signing sheet (签发单) before the report"), NULL },
    { "no-signing-sheet", 0, G_OPTION_FLAG_REVERSE, G_OPTION_ARG_NONE, &paper.wishes.signing_sheet,
      N_("PDF: leave it out, whatever is kept in the report"), NULL },
    { "signing-line", 0, 0, G_OPTION_ARG_NONE, &paper.wishes.signing_line,
      N_("PDF: end the report with a line to sign and seal on"), NULL },
    { "no-signing-line", 0, G_OPTION_FLAG_REVERSE, G_OPTION_ARG_NONE, &paper.wishes.signing_line,
      N_("PDF: leave it out, whatever is kept in the report"), NULL },
    { "digest", 0, 0, G_OPTION_ARG_NONE, &paper.wishes.digest,
      N_("PDF: print the digest (校验码) on the signing sheet and on a review copy"), NULL },
    { "no-digest", 0, G_OPTION_FLAG_REVERSE, G_OPTION_ARG_NONE, &paper.wishes.digest,
      N_("PDF: leave it out, whatever is kept in the report"), NULL },
    { "source", 0, 0, G_OPTION_ARG_STRING, &paper.source,
      N_("PDF: carry the whole report inside, only what is published, or none; fitting: by the copy"), N_("PART") },
    { "despite-errors", 0, 0, G_OPTION_ARG_STRING, &paper.reason,
      N_("PDF: make a final copy although errors are undecided, for this reason"), N_("REASON") },
    { "decided-by", 0, 0, G_OPTION_ARG_STRING, &paper.decider,
      N_("PDF: who decided on --despite-errors"), N_("NAME") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &files, NULL, NULL },
    { NULL },
  };
  const char *wanted;
  GjExitStatus status;

  if (!gj_arguments_parse (&gj_command_convert, entries, arguments, &status))
    return status;
  if (files == NULL)
    return gj_arguments_refuse (&gj_command_convert, _("No file was named."));
  if (output == NULL)
    return gj_arguments_refuse (&gj_command_convert, _("No output was named: use -o."));
  if (n_jobs < 1)
    return gj_arguments_refuse (&gj_command_convert, _("--jobs takes a number of at least 1."));

  wanted = suffix != NULL ? suffix + (*suffix == '.') : gj_report_file_get_suffix (output);
  refusal = gj_report_file_dup_refusal (wanted);
  if (refusal != NULL)
    return gj_arguments_refuse (&gj_command_convert, "%s", refusal);
  if (!gj_paper_arguments_check (&paper, &gj_command_convert, wanted, &status))
    return status;

  return convert_files (files, output, suffix != NULL ? wanted : NULL, &paper, (guint) n_jobs);
}

const GjCommand gj_command_convert = {
  "convert",
  N_("FILE… -o OUT"),
  N_("Write reports in another format"),
  run_convert,
};
