/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-arguments.h"

#include <glib/gi18n-lib.h>

#include "gj-report-file.h"
#include "gj-report-text.h"
#include "gj-terminal.h"

static GjExitStatus
run_show (char **arguments)
{
  gboolean json = FALSE;
  g_auto (GStrv) files = NULL;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_("Print JSON for programs"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &files, NULL, NULL },
    { NULL },
  };
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GjReport) report = NULL;
  g_autoptr (GError) error = NULL;
  GjExitStatus status;

  if (!gj_arguments_parse (&gj_command_show, entries, arguments, &status))
    return status;
  if (files == NULL)
    return gj_arguments_refuse (&gj_command_show, _("No file was named."));
  if (g_strv_length (files) > 1)
    return gj_arguments_refuse (&gj_command_show, _("Only one file can be shown at a time."));

  report = gj_report_file_load (files[0], &error);
  if (report == NULL)
    {
      g_autofree char *failure = gj_report_file_describe (files[0], error);

      gj_terminal_complain ("%s", failure);
      return GJ_EXIT_FILE;
    }

  if (json)
    {
      gj_report_write_json (text, files[0], report);
      gj_terminal_print_bytes (text->str, text->len);
    }
  else
    {
      gj_report_write_text (text, files[0], report, gj_language_get_current (),
                            gj_terminal_get_width ());
      gj_terminal_print (text->str);
    }

  return GJ_EXIT_DONE;
}

const GjCommand gj_command_show = {
  "show",
  N_("FILE"),
  N_("Show what a report holds"),
  run_show,
};
