/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-application-private.h"

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>

#include "gj-about.h"
#include "gj-preferences.h"
#include "gj-window.h"

/**
 * GjApplication:
 *
 * One program for all windows. A file that is open already is shown, not opened twice.
 */
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

/* The one that was used last, when nothing is in it. */
static GjWindow *
get_free_window (GjApplication *self)
{
  GjWindow *window = get_window (self);

  if (window == NULL || gj_window_get_session (window) != NULL || gj_window_is_busy (window))
    window = create_window (self);

  return window;
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
  GjWindow *window = gj_window_find (GTK_APPLICATION (self), file);

  if (window != NULL)
    gtk_window_present (GTK_WINDOW (window));
  else
    gj_window_open (get_free_window (self), file);
}

static void
gj_application_open (GApplication  *application,
                     GFile        **files,
                     int            n_files,
                     const char    *hint)
{
  GjApplication *self = GJ_APPLICATION (application);

  if (g_strcmp0 (hint, GJ_OPEN_COMPARED) == 0 && n_files == 2)
    gj_window_open_pair (get_free_window (self), files[0], files[1], TRUE);
  else
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

static void
compare_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  GjApplication *self = user_data;

  gj_application_activate (G_APPLICATION (self));
  gtk_widget_activate_action (GTK_WIDGET (get_window (self)), "win.compare-files", NULL);
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
    { "compare", compare_cb },
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
  application_class->handle_local_options = _gj_application_handle_local_options;
}

static void
gj_application_init (GjApplication *self)
{
  _gj_application_add_options (self);
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
