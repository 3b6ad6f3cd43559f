/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-arguments.h"

#include <glib/gi18n-lib.h>

#include "gj-report-file.h"
#include "gj-terminal.h"

#define FIRST_YEAR 2000
#define LAST_YEAR 2999

typedef struct
{
  char    *form;
  char    *body;
  int      year;
  char    *last_year;
  gboolean accept;
  char    *output;
} NewOptions;

static void
new_options_clear (NewOptions *self)
{
  g_free (self->form);
  g_free (self->body);
  g_free (self->last_year);
  g_free (self->output);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NewOptions, new_options_clear)

/* A new report never takes the place of a file that is there. */

static GjExitStatus
save_new (GjReport   *report,
          const char *output)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *display = g_filename_display_name (output);
  g_autofree char *failure = NULL;

  if (g_file_test (output, G_FILE_TEST_EXISTS))
    {
      gj_terminal_complain (_("“%s” is there already and was left as it is. Name another file."), display);
      return GJ_EXIT_FILE;
    }

  if (gj_report_file_save (report, output, &error))
    {
      gj_terminal_say (_("“%s” was written."), display);
      return GJ_EXIT_DONE;
    }

  failure = gj_report_file_describe (output, error);
  gj_terminal_complain ("%s", failure);

  return GJ_EXIT_FILE;
}

static void
say_proposals (GjReport *report,
               gboolean  accepted)
{
  g_autoptr (GPtrArray) proposals = gj_report_list_proposals (report);
  GjForm *form = gj_report_get_form (report);

  if (proposals->len == 0)
    {
      gj_terminal_say (_("Last year's report states nothing that is carried over into this year."));
      return;
    }

  gj_terminal_say (accepted ? _("Filled in from last year's report; please check:")
                            : _("Proposed from last year's report, and not filled in; --accept fills it in:"));
  for (guint i = 0; i < proposals->len; i++)
    {
      const GjProposal *proposal = g_ptr_array_index (proposals, i);
      g_autofree char *name = gj_form_dup_cell_name (form, proposal->cell, NULL,
                                                     gj_language_get_current ());
      g_autofree char *source = gj_proposal_dup_source (proposal, report);

      gj_terminal_say ("  %s: %s  (%s)", name, proposal->text != NULL ? proposal->text : _("not yet known"),
                       source);
    }
}

static void
say_incomparable (GjReport *report,
                  GjReport *last)
{
  g_autoptr (GPtrArray) reasons = gj_report_list_incomparable (report, last);

  for (guint i = 0; i < reasons->len; i++)
    gj_terminal_say (_("Not carried over: %s"), (const char *) g_ptr_array_index (reasons, i));
}

/* What no program can know: it is for a person to write. */

static void
say_rewrites (GjReport *report,
              GjReport *last)
{
  g_autoptr (GPtrArray) rewrites = gj_report_list_rewrites (report, last);

  if (rewrites->len > 0)
    gj_terminal_say (_("Still to be written or filled in:"));
  for (guint i = 0; i < rewrites->len; i++)
    gj_terminal_say ("  %s", ((const GjRewrite *) g_ptr_array_index (rewrites, i))->message);
}

static void
say_strange_year (GjReport *report,
                  GjReport *last)
{
  const char *body = gj_report_get_field (report, GJ_FIELD_BODY);
  const char *last_body = gj_report_get_field (last, GJ_FIELD_BODY);
  int year = gj_report_get_year (report);
  int last_year = gj_report_get_year (last);

  if (last_year != 0 && last_year != year - 1)
    gj_terminal_say (_("Last year's report is of %d, not of %d."), last_year, year - 1);
  if (*last_body != '\0' && !g_str_equal (body, last_body))
    gj_terminal_say (_("Last year's report is one of %s, not of %s."), last_body, body);
}

static GjReport *
make_next (GjForm           *form,
           const char       *body,
           const NewOptions *options,
           GjReport         *last)
{
  g_autofree char *path = g_canonicalize_filename (options->last_year, NULL);
  g_autofree char *output = g_canonicalize_filename (options->output, NULL);
  g_autofree char *folder = g_path_get_dirname (output);
  g_autofree char *file = gj_relative_path_new (folder, path);
  GjReport *report = gj_report_new_for_next_year (form, body, options->year, last, file);

  say_strange_year (report, last);
  if (options->accept)
    {
      g_autoptr (GjEdit) edit = gj_edit_new ("");

      gj_edit_accept_proposals (edit, report);
      gj_report_apply (report, edit);
    }
  say_proposals (report, options->accept);
  say_incomparable (report, last);
  say_rewrites (report, last);

  return report;
}

static GjReport *
load_last_year (const char *path)
{
  g_autoptr (GError) error = NULL;
  GjReport *last = gj_report_file_load (path, &error);

  if (last == NULL)
    {
      g_autofree char *failure = gj_report_file_describe (path, error);

      gj_terminal_complain ("%s", failure);
    }

  return last;
}

static GjExitStatus
make_new (GjForm           *form,
          const NewOptions *options,
          GjReport         *last)
{
  g_autofree char *body = options->body != NULL ? gj_argument_to_text (options->body) : NULL;
  g_autoptr (GjReport) report = NULL;

  if (options->body != NULL && body == NULL)
    return gj_arguments_refuse (&gj_command_new, _("The name of the body is no text."));

  if (last != NULL)
    report = make_next (form, body, options, last);
  else
    report = gj_report_new_for_year (form, body, options->year);

  return save_new (report, options->output);
}

static GjForm *
find_form (const NewOptions *options)
{
  if (options->form != NULL)
    return gj_form_catalogue_find (options->form);

  return gj_form_catalogue_find_year (options->year);
}

static GjExitStatus
check_options (const NewOptions *options)
{
  g_autofree char *refusal = NULL;

  if (options->body == NULL && options->last_year == NULL)
    return gj_arguments_refuse (&gj_command_new, _("No body was named: use --body."));
  if (options->accept && options->last_year == NULL)
    return gj_arguments_refuse (&gj_command_new, _("There is nothing to accept without --last-year."));
  if (options->output == NULL)
    return gj_arguments_refuse (&gj_command_new, _("No output was named: use -o."));

  refusal = gj_report_file_dup_refusal (gj_report_file_get_suffix (options->output));
  if (refusal != NULL)
    return gj_arguments_refuse (&gj_command_new, "%s", refusal);

  return GJ_EXIT_DONE;
}

/* The year after last year's report is meant when none is named. */
static GjExitStatus
check_year (NewOptions *options,
            GjReport   *last)
{
  int last_year = last != NULL ? gj_report_get_year (last) : 0;

  if (options->year == 0 && last_year != 0)
    options->year = last_year + 1;
  if (options->year == 0)
    return gj_arguments_refuse (&gj_command_new, _("No year was named: use --year."));
  if (options->year < FIRST_YEAR || options->year > LAST_YEAR)
    return gj_arguments_refuse (&gj_command_new, _("%d is no year of a report."), options->year);

  return GJ_EXIT_DONE;
}

static GjExitStatus
run_new (char **arguments)
{
  g_auto (NewOptions) options = { NULL };
  g_auto (GStrv) rest = NULL;
  const GOptionEntry entries[] = {
    { "form", 0, 0, G_OPTION_ARG_STRING, &options.form,
      N_("The form (the one of the year)"), N_("ID") },
    { "body", 0, 0, G_OPTION_ARG_FILENAME, &options.body,
      N_("Full name of the body"), N_("NAME") },
    { "year", 0, 0, G_OPTION_ARG_INT, &options.year,
      N_("The report year (with --last-year: the next one)"), N_("YEAR") },
    { "last-year", 0, 0, G_OPTION_ARG_FILENAME, &options.last_year,
      N_("Begin from this report of the year before"), N_("FILE") },
    { "accept", 0, 0, G_OPTION_ARG_NONE, &options.accept,
      N_("Fill in what is proposed from last year's report"), NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output,
      N_("Write this file"), N_("OUT") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &rest, NULL, NULL },
    { NULL },
  };
  g_autoptr (GjReport) last = NULL;
  GjExitStatus status;
  GjForm *form;

  if (!gj_arguments_parse (&gj_command_new, entries, arguments, &status))
    return status;
  if (rest != NULL)
    return gj_arguments_refuse (&gj_command_new, _("This command takes options only."));
  if ((status = check_options (&options)) != GJ_EXIT_DONE)
    return status;
  if (options.last_year != NULL && (last = load_last_year (options.last_year)) == NULL)
    return GJ_EXIT_FILE;
  if ((status = check_year (&options, last)) != GJ_EXIT_DONE)
    return status;

  form = find_form (&options);
  if (form == NULL && options.form != NULL)
    return gj_arguments_refuse (&gj_command_new,
                                _("There is no form “%s”; “gouji-cli forms” lists the known ones."),
                                options.form);
  if (form == NULL)
    return gj_arguments_refuse (&gj_command_new, _("There is no form for the year %d; name one with --form."),
                                options.year);

  return make_new (form, &options, last);
}

const GjCommand gj_command_new = {
  "new",
  N_("--body NAME --year YEAR -o OUT"),
  N_("Make an empty report, or one that goes on from last year's"),
  run_new,
};
