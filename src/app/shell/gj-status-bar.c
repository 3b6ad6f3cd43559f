/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-status-bar.h"

#include <glib/gi18n-lib.h>

#include "gj-render.h"

#include "gj-badge.h"
#include "gj-final-gate.h"

/**
 * GjStatusBar:
 *
 * Says the state of the report at a glance, and the keys that lead on.
 */
struct _GjStatusBar
{
  GjSessionView  parent_instance;

  GtkWidget *content;
  GtkWidget *buttons[GJ_SEVERITY_HINT + 1];
  GtkWidget *badges[GJ_SEVERITY_HINT + 1];
  GtkWidget *fine;
  GtkLabel  *place;
  GtkLabel  *kept;
  GtkWidget *final;
};

G_DEFINE_FINAL_TYPE (GjStatusBar, gj_status_bar, GJ_TYPE_SESSION_VIEW)

enum { SEVERITY_CHOSEN, N_SIGNALS };
static guint signals[N_SIGNALS];

static GjSession *
get_session (GjStatusBar *self)
{
  return gj_session_view_get_session (GJ_SESSION_VIEW (self));
}

static void
show_counts (GjStatusBar *self)
{
  GjTally tally = gj_session_count (get_session (self), GJ_NONE);
  guint sum = 0;

  for (guint i = 0; i < G_N_ELEMENTS (tally.n); i++)
    {
      gj_badge_set_count (GJ_BADGE (self->badges[i]), tally.n[i]);
      gtk_widget_set_visible (self->buttons[i], tally.n[i] > 0);
      sum += tally.n[i];
    }
  gtk_widget_set_visible (self->fine, sum == 0);
}

static gboolean
is_in_view (GjStatusBar *self,
            guint        cell)
{
  GjForm *form = gj_report_get_form (gj_session_get_report (get_session (self)));
  const GjTable *table = gj_form_get_table (form, gj_form_get_cell (form, cell)->table);

  return table->section
         == gj_selection_get_section (gj_session_get_selection (get_session (self)));
}

static void
show_place (GjStatusBar *self)
{
  guint cell = gj_selection_get_cell (gj_session_get_selection (get_session (self)));
  GjReport *report = gj_session_get_report (get_session (self));
  g_autofree char *name = NULL;
  g_autofree char *words = NULL;
  const char *text;

  if (cell == GJ_NONE || !is_in_view (self, cell))
    {
      gtk_label_set_label (self->place, "");
      return;
    }

  text = gj_report_get_cell_text (report, cell);
  name = gj_form_dup_cell_name (gj_report_get_form (report), cell,
                                gj_report_get_variant (report), gj_language_get_current ());
  words = g_strdup_printf (_("Selected: %s = %s"), name,
                           text != NULL && *text != '\0' ? text : _("blank"));
  gtk_label_set_label (self->place, words);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->place), words);
}

/* Said quietly, unless the work could not be kept. */
static void
show_kept (GjStatusBar *self)
{
  GjAutosave *autosave = gj_session_get_autosave (get_session (self));
  const char *problem = autosave != NULL ? gj_autosave_get_problem (autosave) : NULL;
  const char *words = "";

  gtk_widget_remove_css_class (GTK_WIDGET (self->kept), "warning");
  if (problem != NULL)
    {
      words = _("Not kept automatically");
      gtk_widget_add_css_class (GTK_WIDGET (self->kept), "warning");
    }
  else if (!gj_session_is_modified (get_session (self)))
    {
      words = gj_document_get_file (gj_session_get_document (get_session (self))) != NULL
              ? _("Saved") : "";
    }
  else if (autosave != NULL && gj_autosave_is_kept (autosave))
    {
      words = _("Kept automatically just now");
    }

  gtk_label_set_label (self->kept, words);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->kept), problem);
}

/* Made when there is something to say: few reports are finished in spite of errors. */
static void
show_final (GjStatusBar *self)
{
  GjReport *report = gj_session_get_report (get_session (self));
  gboolean is_decided = gj_report_find_decision (report, GJ_FINAL_DESPITE_KEY) != NULL;
  g_autofree char *words = is_decided ? gj_final_gate_dup_words (get_session (self)) : NULL;

  if (self->final == NULL && words != NULL)
    {
      self->final = gtk_label_new (NULL);
      gtk_label_set_ellipsize (GTK_LABEL (self->final), PANGO_ELLIPSIZE_END);
      gtk_label_set_max_width_chars (GTK_LABEL (self->final), 24);
      gtk_widget_add_css_class (self->final, "doubt");
      gtk_box_insert_child_after (GTK_BOX (self->content), self->final, self->fine);
    }
  if (self->final == NULL)
    return;

  gtk_label_set_label (GTK_LABEL (self->final), words != NULL ? words : "");
  gtk_widget_set_tooltip_text (self->final, words);
  gtk_widget_set_visible (self->final, words != NULL);
}

static void
gj_status_bar_update (GjSessionView *view)
{
  GjStatusBar *self = GJ_STATUS_BAR (view);

  show_counts (self);
  show_place (self);
  show_kept (self);
  show_final (self);
}

static void
clicked_cb (GjStatusBar *self,
            GtkWidget   *button)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->buttons); i++)
    if (self->buttons[i] == button)
      g_signal_emit (self, signals[SEVERITY_CHOSEN], 0, i);
}

static void
gj_status_bar_session_changed (GjSessionView *view,
                               GjSession     *session)
{
  const GCallback queue = G_CALLBACK (gj_session_view_queue_update);

  if (session == NULL)
    return;

  gj_session_view_listen (view, gj_session_get_selection (session), "notify", queue);
  gj_session_view_listen (view, gj_session_get_history (session), "notify", queue);
  gj_session_view_listen (view, gj_session_get_history (session), "edited", queue);
  gj_session_view_listen (view, gj_session_get_document (session), "notify", queue);
  gj_session_view_listen (view, gj_session_get_groups (session), "items-changed", queue);
  if (gj_session_get_autosave (session) != NULL)
    gj_session_view_listen (view, gj_session_get_autosave (session), "notify", queue);
  gj_status_bar_update (view);
}

static void
gj_status_bar_class_init (GjStatusBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GjSessionViewClass *view_class = GJ_SESSION_VIEW_CLASS (klass);

  view_class->session_changed = gj_status_bar_session_changed;
  view_class->update = gj_status_bar_update;

  signals[SEVERITY_CHOSEN] =
    g_signal_new ("severity-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/gouji/Gouji/ui/gj-status-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, GjStatusBar, content);
  gtk_widget_class_bind_template_child (widget_class, GjStatusBar, fine);
  gtk_widget_class_bind_template_child (widget_class, GjStatusBar, place);
  gtk_widget_class_bind_template_child (widget_class, GjStatusBar, kept);
}

/* Three alike are made here rather than written thrice. */
static void
add_buttons (GjStatusBar *self)
{
  for (int i = GJ_SEVERITY_HINT; i >= 0; i--)
    {
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

      self->badges[i] = gj_badge_new (i);
      self->buttons[i] = gtk_button_new ();
      gtk_box_append (GTK_BOX (box), self->badges[i]);
      gtk_box_append (GTK_BOX (box), gtk_label_new (gj_severity_get_words (i)));
      gtk_button_set_child (GTK_BUTTON (self->buttons[i]), box);
      gtk_widget_add_css_class (self->buttons[i], "flat");
      g_signal_connect_object (self->buttons[i], "clicked", G_CALLBACK (clicked_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_box_prepend (GTK_BOX (self->content), self->buttons[i]);
    }
}

static void
gj_status_bar_init (GjStatusBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_buttons (self);
}

GtkWidget *
gj_status_bar_new (void)
{
  return g_object_new (GJ_TYPE_STATUS_BAR, NULL);
}
