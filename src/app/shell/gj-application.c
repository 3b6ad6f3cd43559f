/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-application.h"

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>

#include "gj-about.h"
#include "gj-preferences.h"
#include "gj-shot.h"
#include "gj-type-case.h"
#include "gj-window.h"

/**
 * GjApplication:
 *
 * One program for all windows. A file that is open already is shown, not opened twice.
 */
struct _GjApplication
{
  AdwApplication  parent_instance;

  GjShot         *shot;
  GjTypeCase     *type_case;
};

G_DEFINE_FINAL_TYPE (GjApplication, gj_application, ADW_TYPE_APPLICATION)

static GjWindow *
get_window (GjApplication *self)
{
  GtkWindow *active = gtk_application_get_active_window (GTK_APPLICATION (self));

  while (active != NULL && !GJ_IS_WINDOW (active))
    active = gtk_window_get_transient_for (active);

  return active != NULL ? GJ_WINDOW (active) : NULL;
}

static GjWindow *
create_window (GjApplication *self)
{
  GjWindow *window = gj_window_new (GTK_APPLICATION (self));

  g_signal_connect_swapped (window, "appearing", G_CALLBACK (gj_type_case_use), self->type_case);

  if (self->shot != NULL)
    {
      gtk_window_set_default_size (GTK_WINDOW (window), self->shot->width, self->shot->height);
      gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
    }

  return window;
}

static GjWindow *
find_window_of (GjApplication *self,
                GFile         *file)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (self));

  for (GList *l = windows; l != NULL; l = l->next)
    {
      GjSession *session = GJ_IS_WINDOW (l->data) ? gj_window_get_session (l->data) : NULL;
      GFile *own = session != NULL
                   ? gj_document_get_file (gj_session_get_document (session)) : NULL;

      if (own != NULL && g_file_equal (own, file))
        return l->data;
    }

  return NULL;
}

static void
take_shot (GjApplication *self)
{
  if (self->shot != NULL)
    gj_shot_take (g_steal_pointer (&self->shot), G_APPLICATION (self));
}

static void
gj_application_activate (GApplication *application)
{
  GjApplication *self = GJ_APPLICATION (application);
  GjWindow *window = get_window (self);

  if (window == NULL)
    window = create_window (self);
  gtk_window_present (GTK_WINDOW (window));
  take_shot (self);
}

static void
open_file (GjApplication *self,
           GFile         *file)
{
  GjWindow *window = find_window_of (self, file);

  if (window == NULL)
    {
      window = get_window (self);
      if (window == NULL || gj_window_get_session (window) != NULL
          || gj_window_is_busy (window))
        window = create_window (self);
      gj_window_open (window, file);
      return;
    }

  gtk_window_present (GTK_WINDOW (window));
}

static void
gj_application_open (GApplication  *application,
                     GFile        **files,
                     int            n_files,
                     const char    *hint)
{
  GjApplication *self = GJ_APPLICATION (application);

  for (int i = 0; i < n_files; i++)
    open_file (self, files[i]);
  take_shot (self);
}

static void
new_cb (GSimpleAction *action,
        GVariant      *parameter,
        gpointer       user_data)
{
  GjApplication *self = user_data;
  GjWindow *window;

  gj_application_activate (G_APPLICATION (self));
  window = get_window (self);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.new", "s", "blank");
}

/* A window of its own with the start page, whatever else is open. */
static void
start_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  gtk_window_present (GTK_WINDOW (create_window (user_data)));
}

static void
preferences_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  GjPreferences *preferences = gj_preferences_new (GTK_WINDOW (get_window (user_data)));

  gtk_window_present (GTK_WINDOW (preferences));
}

static void
about_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  gj_about_present (GTK_WINDOW (get_window (user_data)), _("Gouji"),
                    _("Drafts, checks and prints the annual report on government information disclosure."),
                    /* Translators: your name, one a line. */
                    _("translator-credits"));
}

/* Every window asks for itself what is to become of its changes. */
static void
quit_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  g_autoptr (GList) windows =
    g_list_copy (gtk_application_get_windows (GTK_APPLICATION (user_data)));

  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (l->data);
}

/* GTK reads the style sheet of its own theme as soon as it has a display, and libadwaita
 * puts an empty theme and a sheet of its own in its place. Asking for the empty one from
 * the start saves a sixth of the time to the first picture. Who sets a theme keeps it. No
 * style manager may exist before: it would take the theme for the user's. */
static GtkSettings *
init_toolkit (void)
{
  gboolean is_ours = g_getenv ("GTK_THEME") == NULL && g_setenv ("GTK_THEME", "Adwaita-empty", FALSE);
  GtkSettings *settings;

  gtk_init ();
  settings = gtk_settings_get_default ();
  if (is_ours)
    g_unsetenv ("GTK_THEME");

  return settings;
}

/* What takes long and needs nobody else: the icons and the fonts are fetched in threads
 * while this one reads the style sheets. */
static void
begin_in_parallel (GjApplication *self)
{
  GtkSettings *settings = init_toolkit ();
  AdwStyleManager *styles;

  gtk_icon_theme_get_for_display (gdk_display_get_default ());
  self->type_case = gj_type_case_new (settings);
  styles = adw_style_manager_get_default ();
  if (self->shot != NULL)
    adw_style_manager_set_color_scheme (styles, self->shot->is_dark ? ADW_COLOR_SCHEME_FORCE_DARK
                                                                    : ADW_COLOR_SCHEME_FORCE_LIGHT);
}

static void
gj_application_startup (GApplication *application)
{
  static const GActionEntry entries[] = {
    { "new", new_cb },
    { "start", start_cb },
    { "preferences", preferences_cb },
    { "about", about_cb },
    { "quit", quit_cb },
  };

  begin_in_parallel (GJ_APPLICATION (application));
  G_APPLICATION_CLASS (gj_application_parent_class)->startup (application);

  /* libxml2 must be set up before the first thread reads. */
  xmlInitParser ();
  /* Pictures in pixels, made from the drawing of the program's icon: drawing it anew for
   * every window would load a whole library for drawing first. */
  gtk_window_set_default_icon_name ("gouji-window");
  g_action_map_add_action_entries (G_ACTION_MAP (application), entries, G_N_ELEMENTS (entries),
                                   application);
  gj_application_install_keys (GTK_APPLICATION (application));
}

static int
ask_for_new (GApplication *application)
{
  g_autoptr (GError) error = NULL;

  if (!g_application_register (application, NULL, &error))
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }

  if (!g_application_get_is_remote (application))
    return -1;

  g_action_group_activate_action (G_ACTION_GROUP (application), "new", NULL);

  return 0;
}

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
  g_variant_dict_lookup (options, "compare", "^ay", &shot->compare);
  g_variant_dict_lookup (options, "after", "i", &shot->delay);
  g_variant_dict_lookup (options, "size", "s", &size);
  parse_size (shot, size);

  return shot;
}

static int
gj_application_handle_local_options (GApplication *application,
                                     GVariantDict *options)
{
  GjApplication *self = GJ_APPLICATION (application);

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
      self->shot->is_dark = g_variant_dict_contains (options, "dark");
    }

  if (g_variant_dict_contains (options, "new"))
    return ask_for_new (application);

  return -1;
}

static void
gj_application_finalize (GObject *object)
{
  g_clear_pointer (&GJ_APPLICATION (object)->shot, gj_shot_free);
  g_clear_pointer (&GJ_APPLICATION (object)->type_case, gj_type_case_free);

  G_OBJECT_CLASS (gj_application_parent_class)->finalize (object);
}

static void
gj_application_class_init (GjApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = gj_application_finalize;
  application_class->activate = gj_application_activate;
  application_class->open = gj_application_open;
  application_class->startup = gj_application_startup;
  application_class->handle_local_options = gj_application_handle_local_options;
}

static void
gj_application_init (GjApplication *self)
{
  const GOptionFlags hidden = G_OPTION_FLAG_HIDDEN;
  const GOptionEntry options[] = {
    { "new", 'n', 0, G_OPTION_ARG_NONE, NULL, N_("Begin a new report"), NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Show the version"), NULL },
    { "shot", 0, hidden, G_OPTION_ARG_FILENAME, NULL, NULL, NULL },
    { "size", 0, hidden, G_OPTION_ARG_STRING, NULL, NULL, NULL },
    { "section", 0, hidden, G_OPTION_ARG_STRING, NULL, NULL, NULL },
    { "page", 0, hidden, G_OPTION_ARG_STRING, NULL, NULL, NULL },
    { "compare", 0, hidden, G_OPTION_ARG_FILENAME, NULL, NULL, NULL },
    { "after", 0, hidden, G_OPTION_ARG_INT, NULL, NULL, NULL },
    { "dark", 0, hidden, G_OPTION_ARG_NONE, NULL, NULL, NULL },
    { NULL },
  };

  g_application_add_main_option_entries (G_APPLICATION (self), options);
}

GjApplication *
gj_application_new (void)
{
  return g_object_new (GJ_TYPE_APPLICATION,
                       "application-id", GJ_APPLICATION_ID,
                       "resource-base-path", "/io/github/gouji/Gouji",
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       NULL);
}
