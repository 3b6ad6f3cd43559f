/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-arguments.h"

#include <glib/gi18n-lib.h>

#include "gj-terminal.h"

/**
 * gj_print_version:
 *
 * Prints the program's name and version.
 */
void
gj_print_version (void)
{
  gj_terminal_print ("gouji-cli " GJ_VERSION "\n");
}

/**
 * gj_arguments_refuse:
 * @command: a command
 * @format: what is wrong with its arguments, a sentence
 *
 * Returns: the exit status of wrong usage
 */
GjExitStatus
gj_arguments_refuse (const GjCommand *command,
                     const char      *format,
                     ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  gj_terminal_complain ("%s", text);
  gj_terminal_complain (_("“gouji-cli %s --help” tells how it is used."), command->name);

  return GJ_EXIT_USAGE;
}

/* The usage line takes the program's name from where GLib keeps it. */

static void
print_help (const GjCommand *command,
            GOptionContext  *context)
{
  g_autofree char *program = g_strdup (g_get_prgname ());
  g_autofree char *name = g_strdup_printf ("%s %s", program, command->name);
  g_autofree char *text = NULL;

  g_set_prgname (name);
  text = g_option_context_get_help (context, TRUE, NULL);
  g_set_prgname (program);
  gj_terminal_print (text);
}

/**
 * gj_arguments_parse:
 * @command: a command
 * @entries: its own options
 * @arguments: (array zero-terminated=1): its name and arguments; options are taken out
 * @status: (out): how to end when there is nothing to go on with
 *
 * Reads the options of a command, the common ones included.
 *
 * Returns: whether the command goes on
 */
gboolean
gj_arguments_parse (const GjCommand      *command,
                    const GOptionEntry   *entries,
                    char                **arguments,
                    GjExitStatus         *status)
{
  gboolean help = FALSE;
  gboolean version = FALSE;
  gboolean quiet = FALSE;
  const GOptionEntry common[] = {
    { "help", 'h', 0, G_OPTION_ARG_NONE, &help, N_("Tell how the command is used"), NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, &version, N_("Print the version"), NULL },
    { "quiet", 'q', 0, G_OPTION_ARG_NONE, &quiet, N_("Say nothing but what went wrong"), NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (_(command->arguments));
  g_autoptr (GError) error = NULL;

  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_summary (context, _(command->summary));
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, common, GETTEXT_PACKAGE);

  if (!g_option_context_parse_strv (context, &arguments, &error))
    {
      *status = gj_arguments_refuse (command, "%s", error->message);
      return FALSE;
    }

  gj_terminal_set_quiet (quiet);
  *status = GJ_EXIT_DONE;
  if (help)
    {
      print_help (command, context);
    }
  else if (version)
    gj_print_version ();

  return !help && !version;
}

/**
 * gj_argument_to_text:
 * @bytes: words as they were typed
 *
 * Returns: (transfer full) (nullable): the same in UTF-8, %NULL when they are no words of
 *          the locale
 */
char *
gj_argument_to_text (const char *bytes)
{
  if (g_utf8_validate (bytes, -1, NULL))
    return g_strdup (bytes);

  return g_locale_to_utf8 (bytes, -1, NULL, NULL, NULL);
}
