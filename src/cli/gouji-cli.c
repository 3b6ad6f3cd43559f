/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gj-core.h"

#include "gj-arguments.h"
#include "gj-terminal.h"

static const GjCommand *const commands[] = {
  &gj_command_check,
  &gj_command_show,
  &gj_command_convert,
  &gj_command_compare,
  &gj_command_verify,
  &gj_command_new,
  &gj_command_forms,
};

static void
print_help (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append (text, _("Usage:\n  gouji-cli COMMAND …\n\n"
                           "Checks and converts annual reports on the disclosure of government information.\n\n"
                           "Commands:\n"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_string_append (text, "  ");
      gj_text_pad (text, commands[i]->name, 10);
      g_string_append_printf (text, "%s\n", _(commands[i]->summary));
    }
  g_string_append (text, _("\n“gouji-cli COMMAND --help” tells how a command is used.\n\n"
                           "Exit status: 0 done and nothing wrong; 1 there are errors that nobody has decided on;\n"
                           "2 wrong usage; 3 a file could not be read or written.\n"));
  gj_terminal_print (text->str);
}

static const GjCommand *
find_command (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i]->name, name))
      return commands[i];

  return NULL;
}

static GjExitStatus
run (int    argc,
     char **argv)
{
  const GjCommand *command;
  const char *name = argc > 1 ? argv[1] : NULL;
  g_auto (GStrv) arguments = NULL;
  g_autofree char *display = NULL;

  if (name == NULL)
    {
      gj_terminal_complain (_("No command was given. “gouji-cli --help” lists the commands."));
      return GJ_EXIT_USAGE;
    }
  if (g_str_equal (name, "--help") || g_str_equal (name, "-h") || g_str_equal (name, "help"))
    {
      print_help ();
      return GJ_EXIT_DONE;
    }
  if (g_str_equal (name, "--version"))
    {
      gj_print_version ();
      return GJ_EXIT_DONE;
    }

  command = find_command (name);
  if (command != NULL)
    {
      arguments = g_strdupv (argv + 1);
      return command->run (arguments);
    }

  display = g_filename_display_name (name);
  gj_terminal_complain (_("There is no command “%s”. “gouji-cli --help” lists the commands."), display);

  return GJ_EXIT_USAGE;
}

int
main (int    argc,
      char **argv)
{
  GjExitStatus status;

  gj_locale_init ();
  g_set_prgname ("gouji-cli");

  status = run (argc, argv);

  return gj_terminal_flush () ? status : GJ_EXIT_FILE;
}
