/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-status-bar.h"

#include <glib/gi18n-lib.h>

#include "gj-badge.h"

/**
 * GjStatusBar:
 *
 * Says the state of the report at a glance, and the keys that lead on.
 */
struct _GjStatusBar
{
  GtkWidget  parent_instance;

  GtkWidget *content;
  GtkWidget *buttons[GJ_SEVERITY_HINT + 1];
  GtkWidget *badges[GJ_SEVERITY_HINT + 1];
  GtkWidget *fine;
  GtkLabel  *place;
  GtkLabel  *kept;

  GjSession *session;
  guint      update_id;
};

G_DEFINE_FINAL_TYPE (GjStatusBar, gj_status_bar, GTK_TYPE_WIDGET)

enum { PROP_0, PROP_SESSION, N_PROPS };
static GParamSpec *properties[N_PROPS];

enum { SEVERITY_CHOSEN, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
show_counts (GjStatusBar *self)
{
  GjTally tally = gj_session_count (self->session, GJ_NONE);
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
  GjForm *form = gj_report_get_form (gj_session_get_report (self->session));
  const GjTable *table = gj_form_get_table (form, gj_form_get_cell (form, cell)->table);

  return table->section
         == gj_selection_get_section (gj_session_get_selection (self->session));
}

static void
show_place (GjStatusBar *self)
{
  guint cell = gj_selection_get_cell (gj_session_get_selection (self->session));
  GjReport *report = gj_session_get_report (self->session);
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
  GjAutosave *autosave = gj_session_get_autosave (self->session);
  const char *problem = autosave != NULL ? gj_autosave_get_problem (autosave) : NULL;
  const char *words = "";

  gtk_widget_remove_css_class (GTK_WIDGET (self->kept), "warning");
  if (problem != NULL)
    {
      words = _("Not kept automatically");
      gtk_widget_add_css_class (GTK_WIDGET (self->kept), "warning");
    }
  else if (!gj_session_is_modified (self->session))
    {
      words = gj_document_get_file (gj_session_get_document (self->session)) != NULL
              ? _("Saved") : "";
    }
  else if (autosave != NULL && gj_autosave_is_kept (autosave))
    {
      words = _("Kept automatically just now");
    }

  gtk_label_set_label (self->kept, words);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->kept), problem);
}

static gboolean
update_cb (gpointer user_data)
{
  GjStatusBar *self = user_data;

  self->update_id = 0;
  show_counts (self);
  show_place (self);
  show_kept (self);

  return G_SOURCE_REMOVE;
}

static void
queue_update (GjStatusBar *self)
{
  if (self->update_id == 0)
    self->update_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE + 10, update_cb, self, NULL);
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
gj_status_bar_dispose (GObject *object)
{
  GjStatusBar *self = GJ_STATUS_BAR (object);

  g_clear_handle_id (&self->update_id, g_source_remove);
  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (gj_status_bar_parent_class)->dispose (object);
}

static void
gj_status_bar_get_property (GObject    *object,
                            guint       property_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, GJ_STATUS_BAR (object)->session);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
gj_status_bar_set_property (GObject      *object,
                            guint         property_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  switch (property_id)
    {
    case PROP_SESSION:
      gj_status_bar_set_session (GJ_STATUS_BAR (object), g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
gj_status_bar_class_init (GjStatusBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = gj_status_bar_dispose;
  object_class->get_property = gj_status_bar_get_property;
  object_class->set_property = gj_status_bar_set_property;

  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, GJ_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SEVERITY_CHOSEN] =
    g_signal_new ("severity-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
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

GjSession *
gj_status_bar_get_session (GjStatusBar *self)
{
  g_return_val_if_fail (GJ_IS_STATUS_BAR (self), NULL);

  return self->session;
}

static void
connect_session (GjStatusBar *self)
{
  GjAutosave *autosave = gj_session_get_autosave (self->session);
  GObject *sources[] = {
    G_OBJECT (gj_session_get_selection (self->session)),
    G_OBJECT (gj_session_get_history (self->session)),
    G_OBJECT (gj_session_get_document (self->session)),
    G_OBJECT (autosave),
  };

  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    if (sources[i] != NULL)
      g_signal_connect_object (sources[i], "notify", G_CALLBACK (queue_update), self,
                               G_CONNECT_SWAPPED);

  g_signal_connect_object (gj_checker_get_findings (gj_session_get_checker (self->session)),
                           "items-changed", G_CALLBACK (queue_update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (gj_session_get_history (self->session), "edited",
                           G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);
  update_cb (self);
}

static void
disconnect_session (GjStatusBar *self)
{
  GjAutosave *autosave = gj_session_get_autosave (self->session);

  g_signal_handlers_disconnect_by_data (gj_session_get_selection (self->session), self);
  g_signal_handlers_disconnect_by_data (gj_session_get_history (self->session), self);
  g_signal_handlers_disconnect_by_data (gj_session_get_document (self->session), self);
  g_signal_handlers_disconnect_by_data (
    gj_checker_get_findings (gj_session_get_checker (self->session)), self);
  if (autosave != NULL)
    g_signal_handlers_disconnect_by_data (autosave, self);
  g_clear_handle_id (&self->update_id, g_source_remove);
}

void
gj_status_bar_set_session (GjStatusBar *self,
                           GjSession   *session)
{
  g_return_if_fail (GJ_IS_STATUS_BAR (self));
  g_return_if_fail (session == NULL || GJ_IS_SESSION (session));

  if (self->session == session)
    return;

  if (self->session != NULL)
    disconnect_session (self);
  g_set_object (&self->session, session);
  if (session != NULL)
    connect_session (self);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}
