/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-section-tabs.h"

#include <glib/gi18n-lib.h>

#include "gj-section-tab.h"

/**
 * GjSectionTabs:
 *
 * The row of tabs of one report. The active tab is the session's section. Where the row is
 * too short the names are, and then it scrolls: by wheel, by focus, to the active tab.
 */
struct _GjSectionTabs
{
  GjSessionView  parent_instance;

  GtkWidget     *content;
  GtkWidget     *box;

  GjCompare     *compare;
  gboolean       following;
};

G_DEFINE_FINAL_TYPE (GjSectionTabs, gj_section_tabs, GJ_TYPE_SESSION_VIEW)

static GjSession *
get_session (GjSectionTabs *self)
{
  return gj_session_view_get_session (GJ_SESSION_VIEW (self));
}

static GtkWidget *
get_active_tab (GjSectionTabs *self)
{
  GtkWidget *child;

  for (child = gtk_widget_get_first_child (self->box); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (child)))
      return child;

  return NULL;
}

static GtkAdjustment *
get_adjustment (GjSectionTabs *self)
{
  return gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->content));
}

static void
show_active_tab (GjSectionTabs *self)
{
  GtkWidget *tab = get_active_tab (self);
  graphene_rect_t box;

  if (tab != NULL && gtk_widget_compute_bounds (tab, self->box, &box))
    gtk_adjustment_clamp_page (get_adjustment (self), box.origin.x,
                               box.origin.x + box.size.width);
}

static void
follow_section (GjSectionTabs *self)
{
  guint section = gj_selection_get_section (gj_session_get_selection (get_session (self)));
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
  show_active_tab (self);
}

static void
toggled_cb (GjSectionTabs *self,
            GjSectionTab  *tab)
{
  if (self->following)
    return;

  if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (tab)))
    gj_selection_set_section (gj_session_get_selection (get_session (self)),
                              gj_section_tab_get_section (tab));
  follow_section (self);
}

/* Blank tables have findings; a section without a table may simply not be begun. */
static gboolean
is_empty (GjSectionTabs *self,
          guint          section)
{
  GjReport *report = gj_session_get_report (get_session (self));
  GjForm *form = gj_report_get_form (report);

  return section < gj_form_get_n_sections (form)
         && gj_form_get_section (form, section)->table == GJ_NONE
         && gj_narrative_is_empty (gj_report_get_narrative (report, section));
}

static void
narrative_changed_cb (GjSectionTabs *self,
                      guint          section)
{
  for (GtkWidget *child = gtk_widget_get_first_child (self->box); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gj_section_tab_get_section (GJ_SECTION_TAB (child)) == section)
      gj_section_tab_set_empty (GJ_SECTION_TAB (child), is_empty (self, section));
}

static void
gj_section_tabs_update (GjSessionView *view)
{
  GjSectionTabs *self = GJ_SECTION_TABS (view);
  GtkWidget *child;

  for (child = gtk_widget_get_first_child (self->box); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      guint section = gj_section_tab_get_section (GJ_SECTION_TAB (child));

      gj_section_tab_set_empty (GJ_SECTION_TAB (child), is_empty (self, section));
      gj_section_tab_set_tally (GJ_SECTION_TAB (child), gj_session_count (get_session (self), section));
      gj_section_tab_set_n_changes (GJ_SECTION_TAB (child),
                                    self->compare != NULL
                                    ? gj_compare_count_changes (self->compare, section) : 0);
    }
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
  GjForm *form = gj_report_get_form (gj_session_get_report (get_session (self)));

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
  GtkWidget *tab = get_active_tab (GJ_SECTION_TABS (widget));

  return tab != NULL && gtk_widget_grab_focus (tab);
}

/* A wheel turns one way only; here there is no other way to go. */
static gboolean
scroll_cb (GjSectionTabs *self,
           double         dx,
           double         dy)
{
  GtkAdjustment *adjustment = get_adjustment (self);

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment)
                            + (dx + dy) * gtk_adjustment_get_step_increment (adjustment));

  return TRUE;
}

static void
gj_section_tabs_session_changed (GjSessionView *view,
                                 GjSession     *session)
{
  GjSectionTabs *self = GJ_SECTION_TABS (view);

  clear (self);
  if (session == NULL)
    return;

  gj_session_view_listen (view, gj_session_get_selection (session), "notify::section",
                          G_CALLBACK (follow_section));
  gj_session_view_listen (view, gj_session_get_groups (session), "items-changed",
                          G_CALLBACK (gj_session_view_queue_update));
  gj_session_view_listen (view, gj_session_get_report (session), "narrative-changed",
                          G_CALLBACK (narrative_changed_cb));
  fill (self);
  gj_section_tabs_update (view);
  follow_section (self);
}

static void
gj_section_tabs_dispose (GObject *object)
{
  g_clear_object (&GJ_SECTION_TABS (object)->compare);

  G_OBJECT_CLASS (gj_section_tabs_parent_class)->dispose (object);
}

static void
gj_section_tabs_class_init (GjSectionTabsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GjSessionViewClass *view_class = GJ_SESSION_VIEW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gj_section_tabs_dispose;
  widget_class->grab_focus = gj_section_tabs_grab_focus;
  view_class->session_changed = gj_section_tabs_session_changed;
  view_class->update = gj_section_tabs_update;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TAB_LIST);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/gouji/Gouji/ui/gj-section-tabs.ui");
  gtk_widget_class_bind_template_child (widget_class, GjSectionTabs, content);
  gtk_widget_class_bind_template_child (widget_class, GjSectionTabs, box);
}

static void
gj_section_tabs_init (GjSectionTabs *self)
{
  GtkEventController *wheel =
    gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (wheel, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (wheel, "scroll", G_CALLBACK (scroll_cb), self);
  gtk_widget_add_controller (self->content, wheel);
  /* A new size may leave the active tab outside. */
  g_signal_connect_object (get_adjustment (self), "notify::page-size",
                           G_CALLBACK (show_active_tab), self, G_CONNECT_SWAPPED);
}

GtkWidget *
gj_section_tabs_new (void)
{
  return g_object_new (GJ_TYPE_SECTION_TABS, NULL);
}

void
gj_section_tabs_set_compare (GjSectionTabs *self,
                             GjCompare     *compare)
{
  g_return_if_fail (GJ_IS_SECTION_TABS (self));
  g_return_if_fail (compare == NULL || GJ_IS_COMPARE (compare));

  if (self->compare != NULL)
    g_signal_handlers_disconnect_by_data (self->compare, self);
  g_set_object (&self->compare, compare);
  if (compare != NULL)
    g_signal_connect_object (compare, "changed", G_CALLBACK (gj_session_view_queue_update), self,
                             G_CONNECT_SWAPPED);
  if (get_session (self) != NULL)
    gj_section_tabs_update (GJ_SESSION_VIEW (self));
}
