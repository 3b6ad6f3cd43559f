/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-arguments.h"

#include <glib/gi18n-lib.h>

#include "gj-core.h"

#include "gj-form-text.h"
#include "gj-terminal.h"

static GjExitStatus
print_form (const char *id,
            gboolean    json,
            GString    *text)
{
  GjForm *form = gj_form_catalogue_find (id);

  if (form == NULL)
    return gj_arguments_refuse (&gj_command_forms,
                                _("There is no form “%s”; “gouji-cli forms” lists the known ones."), id);

  if (json)
    gj_form_write_json (text, form);
  else
    gj_form_write_text (text, form, gj_language_get_current (), gj_terminal_get_width ());

  return GJ_EXIT_DONE;
}

static GjExitStatus
run_forms (char **arguments)
{
  gboolean json = FALSE;
  g_auto (GStrv) ids = NULL;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_("Print JSON for programs"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_STRING_ARRAY, &ids, NULL, NULL },
    { NULL },
  };
  g_autoptr (GString) text = g_string_new (NULL);
  GjExitStatus status;

  if (!gj_arguments_parse (&gj_command_forms, entries, arguments, &status))
    return status;
  if (ids != NULL && ids[1] != NULL)
    return gj_arguments_refuse (&gj_command_forms, _("Only one form can be shown at a time."));

  if (ids != NULL)
    status = print_form (ids[0], json, text);
  else if (json)
    gj_forms_write_json (text);
  else
    gj_forms_write_text (text, gj_language_get_current ());

  if (json)
    gj_terminal_print_bytes (text->str, text->len);
  else
    gj_terminal_print (text->str);

  return status;
}

const GjCommand gj_command_forms = {
  "forms",
  N_("[ID]"),
  N_("List the known forms, or the tables, cells and rules of one"),
  run_forms,
};
