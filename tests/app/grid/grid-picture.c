/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include <adwaita.h>

#include "gj-grid-private.h"

/* Draws a table off screen into a PNG file, to be looked at:
 * grid-picture OUT.png [--table N] [--size WxH] [--dark] [--contrast] [--scale 2]
 *   [--edit CELL] [--select CELL] [--range CELL] [--absent ROW] [--english] CELL=TEXT … */

static char **arguments;
static gboolean is_done;

static const char *
find_option (const char *name)
{
  for (guint i = 1; arguments[i] != NULL; i++)
    if (strcmp (arguments[i], name) == 0)
      return arguments[i + 1] != NULL ? arguments[i + 1] : "";

  return NULL;
}

static GjReport *
create_report (void)
{
  GjForm *form = gj_form_catalogue_find (find_option ("--form") ? find_option ("--form") : "guoban-2021");
  GjReport *report = gj_report_new (form);

  for (guint i = 0; i < gj_form_get_n_cells (form); i++)
    gj_report_init_cell (report, i, "0");

  for (guint i = 1; arguments[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (arguments[i], "=", 2);
      guint cell = parts[1] != NULL ? gj_form_find_cell (form, parts[0]) : GJ_NONE;

      if (cell != GJ_NONE)
        gj_report_init_cell (report, cell, strcmp (parts[1], "ABSENT") == 0 ? NULL : parts[1]);
    }

  return report;
}

static void
add_style (const char *path,
           int         priority)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return;

  gtk_css_provider_load_from_path (provider, path);
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider), priority);
}

static gboolean
save_cb (gpointer user_data)
{
  GtkWidget *window = user_data;
  int width = gtk_widget_get_width (window);
  int height = gtk_widget_get_height (window);
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (window);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (snapshot);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node,
                                         &GRAPHENE_RECT_INIT (0, 0, width, height));
  gdk_texture_save_to_png (texture, arguments[1]);
  is_done = TRUE;
  g_main_context_wakeup (NULL);

  return G_SOURCE_REMOVE;
}

static guint
find_cell_option (GjForm     *form,
                  const char *name)
{
  const char *value = find_option (name);

  return value != NULL ? gj_form_find_cell (form, value) : GJ_NONE;
}

int
main (int   argc,
      char *argv[])
{
  const char *root = g_getenv ("GJ_SOURCE_ROOT");
  g_autofree char *light = g_build_filename (root, "ui", "grid.css", NULL);
  g_autofree char *dark = g_build_filename (root, "ui", "grid-dark.css", NULL);
  g_autofree char *contrast = g_build_filename (root, "ui", "grid-hc.css", NULL);
  g_autoptr (GjReport) report = NULL;
  g_autoptr (GjSession) session = NULL;
  GtkWidget *window, *scrolled, *grid;
  int width = 1026, height = 640;
  guint cell;

  arguments = argv;
  setlocale (LC_ALL, "");
  gtk_init ();
  adw_init ();

  if (find_option ("--size") != NULL)
    sscanf (find_option ("--size"), "%dx%d", &width, &height);

  if (find_option ("--scale") != NULL)
    g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", (int) (96 * 1024 * atof (find_option ("--scale"))), NULL);

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      find_option ("--dark") ? ADW_COLOR_SCHEME_FORCE_DARK
                                                             : ADW_COLOR_SCHEME_FORCE_LIGHT);
  add_style (light, 600);

  if (find_option ("--dark"))
    add_style (dark, 601);

  if (find_option ("--contrast"))
    add_style (contrast, 602);

  report = create_report ();
  session = gj_session_new (report);
  window = gtk_window_new ();
  scrolled = gtk_scrolled_window_new ();
  grid = gj_grid_new ();
  gj_grid_set_session (GJ_GRID (grid), session);
  gj_grid_set_table (GJ_GRID (grid), find_option ("--table") != NULL ? atoi (find_option ("--table")) : 1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), grid);
  gtk_widget_set_margin_start (scrolled, 18);
  gtk_widget_set_margin_end (scrolled, 18);
  gtk_widget_set_margin_top (scrolled, 12);
  gtk_window_set_child (GTK_WINDOW (window), scrolled);
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  gtk_window_present (GTK_WINDOW (window));

  for (int i = 0; i < 200; i++)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (500);
    }

  cell = find_cell_option (gj_report_get_form (report), "--select");

  if (cell != GJ_NONE)
    gj_selection_set_cell (gj_session_get_selection (session), cell);

  gtk_widget_grab_focus (grid);
  cell = find_cell_option (gj_report_get_form (report), "--range");

  if (cell != GJ_NONE)
    _gj_grid_extend (GJ_GRID (grid), cell);

  if (find_option ("--edit"))
    _gj_grid_edit (GJ_GRID (grid), GJ_EDITING_OPENED);

  for (int i = 0; i < 200; i++)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (500);
    }

  save_cb (window);
  gtk_window_destroy (GTK_WINDOW (window));

  return 0;
}
