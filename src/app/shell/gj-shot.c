/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-shot.h"

#include <string.h>

#include "gj-preview.h"
#include "gj-reason-dialog.h"
#include "gj-window.h"

typedef enum
{
  STATE_LOADING,
  STATE_READING_BESIDE,
  STATE_OPENING,
  STATE_SETTLING,
} State;

typedef struct
{
  GjShot       *shot;
  GApplication *application;
  State         state;
} Job;

void
gj_shot_free (GjShot *self)
{
  g_free (self->path);
  g_free (self->section);
  g_free (self->page);
  g_free (self->compare);
  g_free (self);
}

static GjWindow *
get_main (Job *job)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (job->application));

  for (GList *l = windows; l != NULL; l = l->next)
    if (GJ_IS_WINDOW (l->data))
      return l->data;

  return NULL;
}

/* The dialog over the window, whether or not a window manager made it active. */
static GtkWindow *
get_top (Job *job)
{
  GListModel *toplevels = gtk_window_get_toplevels ();
  GtkWindow *window = GTK_WINDOW (get_main (job));

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWindow) other = g_list_model_get_item (toplevels, i);

      if (gtk_window_get_transient_for (other) == window
          && gtk_widget_get_mapped (GTK_WIDGET (other)))
        return other;
    }

  return window;
}

static void
choose_section (GjSession  *session,
                const char *id)
{
  GjForm *form = gj_report_get_form (gj_session_get_report (session));
  guint section = gj_form_find_section (form, id);
  GjSelection *selection = gj_session_get_selection (session);
  GjFinding *finding = gj_selection_get_finding (selection);

  if (finding != NULL && g_strcmp0 (gj_finding_get_section (finding), id) != 0)
    gj_selection_set_finding (selection, NULL);
  gj_selection_set_section (selection, section != GJ_NONE ? section : GJ_COVER);
}

static GjFindingGroup *
dup_open_to_explanation (GjSession *session)
{
  GListModel *groups = gj_session_get_groups (session);

  for (guint i = 0; i < g_list_model_get_n_items (groups); i++)
    {
      g_autoptr (GjFindingGroup) group = g_list_model_get_item (groups, i);

      if (!gj_finding_is_mandatory (gj_finding_group_get_lead (group)))
        return g_steal_pointer (&group);
    }

  return NULL;
}

static void
open_page (Job *job)
{
  static const struct
  {
    const char *page;
    const char *action;
  } actions[] = {
    { "new", "win.new::blank" },
    { "preview", "report.preview" },
    { "preferences", "app.preferences" },
    { "totals", "report.totals" },
    { "shortcuts", "win.shortcuts" },
    { "go", "report.go-to-cell" },
    { "search", "report.find" },
    { "notes", "report.notes" },
    { "export", "report.export" },
    { "verify", "report.verify" },
    { "trend", "report.trend" },
    { "next-change", "report.next-change" },
  };
  GjWindow *window = get_main (job);
  GjSession *session = gj_window_get_session (window);

  if (session != NULL && job->shot->section != NULL)
    choose_section (session, job->shot->section);
  if (job->shot->page == NULL)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    if (g_str_equal (actions[i].page, job->shot->page))
      {
        g_autofree char *name = NULL;
        g_autoptr (GVariant) target = NULL;

        g_action_parse_detailed_name (actions[i].action, &name, &target, NULL);
        gtk_widget_activate_action_variant (GTK_WIDGET (window), name, target);
      }

  if (gj_window_get_compare (window) != NULL && g_str_equal (job->shot->page, "hide-same"))
    g_object_set (gj_window_get_compare (window), "hide-same", TRUE, NULL);
  if (session != NULL && g_str_equal (job->shot->page, "reason"))
    {
      g_autoptr (GjFindingGroup) group = dup_open_to_explanation (session);

      if (group != NULL)
        gj_reason_dialog_present (GTK_WINDOW (window), session, group);
    }
}

static gboolean
save_picture (GtkWindow  *window,
              const char *path)
{
  int width = gtk_widget_get_width (GTK_WIDGET (window));
  int height = gtk_widget_get_height (GTK_WIDGET (window));
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (window));
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderer *renderer = gtk_native_get_renderer (GTK_NATIVE (window));
  graphene_rect_t bounds;

  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (snapshot);
  if (node == NULL || renderer == NULL)
    return FALSE;

  graphene_rect_init (&bounds, 0, 0, width, height);
  texture = gsk_renderer_render_texture (renderer, node, &bounds);

  return gdk_texture_save_to_png (texture, path);
}

static gboolean
finish_cb (gpointer user_data)
{
  Job *job = user_data;
  GtkWindow *window = get_top (job);

  if (!save_picture (window, job->shot->path))
    g_printerr ("%s was not written\n", job->shot->path);

  g_application_quit (job->application);
  gj_shot_free (job->shot);
  g_free (job);

  return G_SOURCE_REMOVE;
}

static gboolean
is_loading (Job *job)
{
  GjWindow *window = get_main (job);

  return window == NULL || gj_window_is_busy (window);
}

static gboolean
is_settling (Job *job)
{
  GtkWindow *top = get_top (job);

  return GJ_IS_PREVIEW (top) && !gj_preview_is_ready (GJ_PREVIEW (top));
}

static void
begin_comparison (Job *job)
{
  g_autoptr (GFile) file = NULL;

  if (job->shot->compare == NULL)
    return;

  file = g_file_new_for_path (job->shot->compare);
  gj_window_compare_file (get_main (job), file);
}

/* Each state is left when nothing of it is under way any more. */
static gboolean
step_cb (gpointer user_data)
{
  Job *job = user_data;

  if (job->state == STATE_LOADING && !is_loading (job))
    {
      begin_comparison (job);
      job->state = STATE_READING_BESIDE;
    }
  else if (job->state == STATE_READING_BESIDE && !is_loading (job))
    {
      job->state = STATE_OPENING;
    }
  else if (job->state == STATE_OPENING)
    {
      open_page (job);
      job->state = STATE_SETTLING;
    }
  else if (job->state == STATE_SETTLING && !is_settling (job))
    {
      g_timeout_add (MAX (job->shot->delay, 300), finish_cb, job);
      return G_SOURCE_REMOVE;
    }

  return G_SOURCE_CONTINUE;
}

/* Without a window manager every window has a thick frame of its own. */
static void
hide_frames (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_data (provider,
                                   "window, window decoration, window.solid-csd {"
                                   " margin: 0; padding: 0; border: none; border-radius: 0;"
                                   " box-shadow: none; outline: none; }", -1);
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_USER);
}

void
gj_shot_take (GjShot       *self,
              GApplication *application)
{
  Job *job = g_new0 (Job, 1);

  hide_frames ();
  job->shot = self;
  job->application = application;
  g_timeout_add (50, step_cb, job);
}
