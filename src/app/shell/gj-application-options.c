/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-application-private.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

/* What may stand on the command line. Whatever it asks for is done by the program that runs
 * already, or else by this one, which then stays. */

#define WRONG_USAGE 2

static void
parse_size (GjShot     *shot,
            const char *text)
{
  if (text == NULL || sscanf (text, "%dx%d", &shot->width, &shot->height) != 2)
    {
      shot->width = 1366;
      shot->height = 768;
    }
  shot->width = CLAMP (shot->width, 100, 8000);
  shot->height = CLAMP (shot->height, 100, 8000);
}

static GjShot *
read_shot (GVariantDict *options)
{
  GjShot *shot = g_new0 (GjShot, 1);
  g_autofree char *size = NULL;

  g_variant_dict_lookup (options, "shot", "^ay", &shot->path);
  g_variant_dict_lookup (options, "section", "s", &shot->section);
  g_variant_dict_lookup (options, "page", "s", &shot->page);
  g_variant_dict_lookup (options, "beside", "^ay", &shot->compare);
  g_variant_dict_lookup (options, "after", "i", &shot->delay);
  g_variant_dict_lookup (options, "size", "s", &size);
  shot->is_dark = g_variant_dict_contains (options, "dark");
  parse_size (shot, size);

  return shot;
}

static GPtrArray *
read_files (GVariantDict *options)
{
  GPtrArray *files = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto (GStrv) names = NULL;

  g_variant_dict_lookup (options, G_OPTION_REMAINING, "^aay", &names);
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    g_ptr_array_add (files, g_file_new_for_commandline_arg (names[i]));

  return files;
}

static gboolean
join (GApplication *application)
{
  g_autoptr (GError) error = NULL;

  if (g_application_register (application, NULL, &error))
    return TRUE;

  g_printerr ("%s\n", error->message);

  return FALSE;
}

static int
do_action (GApplication *application,
           const char   *name)
{
  if (!join (application))
    return 1;

  g_action_group_activate_action (G_ACTION_GROUP (application), name, NULL);

  return 0;
}

static int
open_files (GApplication *application,
            GPtrArray    *files,
            const char   *hint)
{
  if (!join (application))
    return 1;

  g_application_open (application, (GFile **) files->pdata, (int) files->len, hint);

  return 0;
}

/* Without files the program asks for them. */
static int
compare (GApplication *application,
         GPtrArray    *files)
{
  if (files->len == 0)
    return do_action (application, "compare");
  if (files->len == 2)
    return open_files (application, files, GJ_OPEN_COMPARED);

  g_printerr ("%s\n", _("Name two reports to compare, the older one first: gouji --compare OLD NEW"));

  return WRONG_USAGE;
}

int
_gj_application_handle_local_options (GApplication *application,
                                      GVariantDict *options)
{
  GjApplication *self = GJ_APPLICATION (application);
  g_autoptr (GPtrArray) files = read_files (options);

  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("gouji %s\n", GJ_VERSION);
      return 0;
    }

  if (g_variant_dict_contains (options, "shot"))
    {
      self->shot = read_shot (options);
      g_application_set_flags (application, g_application_get_flags (application)
                               | G_APPLICATION_NON_UNIQUE);
    }

  if (g_variant_dict_contains (options, "compare"))
    return compare (application, files);
  if (g_variant_dict_contains (options, "new"))
    return do_action (application, "new");
  if (files->len > 0)
    return open_files (application, files, "");

  return -1;
}

void
_gj_application_add_options (GjApplication *self)
{
  const GOptionFlags hidden = G_OPTION_FLAG_HIDDEN;
  const GOptionEntry options[] = {
    { "new", 'n', 0, G_OPTION_ARG_NONE, NULL, N_("Begin a new report"), NULL },
    { "compare", 'c', 0, G_OPTION_ARG_NONE, NULL,
      N_("Show two reports side by side, the older one named first"), NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Show the version"), NULL },
    { "shot", 0, hidden, G_OPTION_ARG_FILENAME, NULL, NULL, NULL },
    { "size", 0, hidden, G_OPTION_ARG_STRING, NULL, NULL, NULL },
    { "section", 0, hidden, G_OPTION_ARG_STRING, NULL, NULL, NULL },
    { "page", 0, hidden, G_OPTION_ARG_STRING, NULL, NULL, NULL },
    { "beside", 0, hidden, G_OPTION_ARG_FILENAME, NULL, NULL, NULL },
    { "after", 0, hidden, G_OPTION_ARG_INT, NULL, NULL, NULL },
    { "dark", 0, hidden, G_OPTION_ARG_NONE, NULL, NULL, NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, NULL, NULL, N_("[FILE…]") },
    { NULL },
  };

  g_application_add_main_option_entries (G_APPLICATION (self), options);
}
