/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-section-tabs.h"

#include <glib/gi18n-lib.h>

#include "gj-section-tab.h"

/**
 * GjSectionTabs:
 *
 * The row of tabs of one report. The active tab is the session's section.
 */
struct _GjSectionTabs
{
  GtkWidget  parent_instance;

  GtkWidget *content;
  GtkWidget *box;

  GjSession *session;
  guint      count_id;
  gboolean   following;
};

G_DEFINE_FINAL_TYPE (GjSectionTabs, gj_section_tabs, GTK_TYPE_WIDGET)

enum { PROP_0, PROP_SESSION, N_PROPS };
static GParamSpec *properties[N_PROPS];

static void
follow_section (GjSectionTabs *self)
{
  guint section = gj_selection_get_section (gj_session_get_selection (self->session));
  GtkWidget *child;

  self->following = TRUE;
  for (child = gtk_widget_get_first_child (self->box); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      gboolean active = gj_section_tab_get_section (GJ_SECTION_TAB (child)) == section;

      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (child), active);
      gtk_accessible_update_state (GTK_ACCESSIBLE (child),
                                   GTK_ACCESSIBLE_STATE_SELECTED, active, -1);
    }
  self->following = FALSE;
}

static void
toggled_cb (GjSectionTabs *self,
            GjSectionTab  *tab)
{
  if (self->following)
    return;

  if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (tab)))
    gj_selection_set_section (gj_session_get_selection (self->session),
                              gj_section_tab_get_section (tab));
  follow_section (self);
}

static gboolean
count_cb (gpointer user_data)
{
  GjSectionTabs *self = user_data;
  GtkWidget *child;

  self->count_id = 0;
  for (child = gtk_widget_get_first_child (self->box); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      guint section = gj_section_tab_get_section (GJ_SECTION_TAB (child));

      gj_section_tab_set_tally (GJ_SECTION_TAB (child),
                                gj_session_count (self->session, section));
    }

  return G_SOURCE_REMOVE;
}

static void
queue_count (GjSectionTabs *self)
{
  if (self->count_id == 0)
    self->count_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE + 10, count_cb, self, NULL);
}

static void
add_tab (GjSectionTabs *self,
         guint          section,
         const char    *label)
{
  GtkWidget *tab = gj_section_tab_new (section, label);

  g_signal_connect_object (tab, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->box), tab);
}

static void
fill (GjSectionTabs *self)
{
  GjForm *form = gj_report_get_form (gj_session_get_report (self->session));

  add_tab (self, GJ_COVER, _("Cover"));
  for (guint i = 0; i < gj_form_get_n_sections (form); i++)
    {
      const GjSection *section = gj_form_get_section (form, i);
      g_autofree char *label = NULL;

      if (gj_language_get_current () == GJ_LANGUAGE_ZH)
        label = g_strdup_printf ("%s %s", section->ordinal, section->tab.zh);
      else
        label = g_strdup_printf ("%u %s", i + 1, gj_label_get_current (&section->tab));
      add_tab (self, i, label);
    }
}

static void
clear (GjSectionTabs *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
}

/* The keyboard comes to the tab of the page that is seen. */
static gboolean
gj_section_tabs_grab_focus (GtkWidget *widget)
{
  GjSectionTabs *self = GJ_SECTION_TABS (widget);
  GtkWidget *child;

  for (child = gtk_widget_get_first_child (self->box); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (child)))
      return gtk_widget_grab_focus (child);

  return FALSE;
}

static void
gj_section_tabs_dispose (GObject *object)
{
  GjSectionTabs *self = GJ_SECTION_TABS (object);

  g_clear_handle_id (&self->count_id, g_source_remove);
  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (gj_section_tabs_parent_class)->dispose (object);
}

static void
gj_section_tabs_get_property (GObject    *object,
                              guint       property_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, GJ_SECTION_TABS (object)->session);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
gj_section_tabs_set_property (GObject      *object,
                              guint         property_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  switch (property_id)
    {
    case PROP_SESSION:
      gj_section_tabs_set_session (GJ_SECTION_TABS (object), g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
gj_section_tabs_class_init (GjSectionTabsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = gj_section_tabs_dispose;
  object_class->get_property = gj_section_tabs_get_property;
  object_class->set_property = gj_section_tabs_set_property;
  widget_class->grab_focus = gj_section_tabs_grab_focus;

  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, GJ_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TAB_LIST);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/gouji/Gouji/ui/gj-section-tabs.ui");
  gtk_widget_class_bind_template_child (widget_class, GjSectionTabs, content);
  gtk_widget_class_bind_template_child (widget_class, GjSectionTabs, box);
}

static void
gj_section_tabs_init (GjSectionTabs *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
gj_section_tabs_new (void)
{
  return g_object_new (GJ_TYPE_SECTION_TABS, NULL);
}

GjSession *
gj_section_tabs_get_session (GjSectionTabs *self)
{
  g_return_val_if_fail (GJ_IS_SECTION_TABS (self), NULL);

  return self->session;
}

static void
connect_session (GjSectionTabs *self)
{
  GListModel *findings = gj_checker_get_findings (gj_session_get_checker (self->session));

  g_signal_connect_object (gj_session_get_selection (self->session), "notify::section",
                           G_CALLBACK (follow_section), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (findings, "items-changed", G_CALLBACK (queue_count), self,
                           G_CONNECT_SWAPPED);
  fill (self);
  count_cb (self);
  follow_section (self);
}

static void
disconnect_session (GjSectionTabs *self)
{
  GListModel *findings = gj_checker_get_findings (gj_session_get_checker (self->session));

  g_signal_handlers_disconnect_by_data (gj_session_get_selection (self->session), self);
  g_signal_handlers_disconnect_by_data (findings, self);
  g_clear_handle_id (&self->count_id, g_source_remove);
  clear (self);
}

void
gj_section_tabs_set_session (GjSectionTabs *self,
                             GjSession     *session)
{
  g_return_if_fail (GJ_IS_SECTION_TABS (self));
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
