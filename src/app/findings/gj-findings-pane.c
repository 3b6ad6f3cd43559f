/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-findings-pane.h"

#include <glib/gi18n-lib.h>

#include "gj-finding-card.h"
#include "gj-widget-compat.h"

/**
 * GjFindingsPane:
 *
 * The findings of a session as cards. The selected card follows the session's finding
 * and sets it when a person selects; it never changes the report itself.
 */
struct _GjFindingsPane
{
  GjSessionView       parent_instance;

  GtkStack           *stack;
  GtkListView        *list;
  GtkDropDown        *filter_choice;
  GtkLabel           *count;
  GtkLabel           *empty_title;
  GtkLabel           *empty_text;

  GtkFilterListModel *filtered;
  GtkSingleSelection *selection;
  GtkCustomFilter    *filter;
  GtkAdjustment      *adjustment;
  gboolean            following;
  gboolean            is_unseen;
};

G_DEFINE_FINAL_TYPE (GjFindingsPane, gj_findings_pane, GJ_TYPE_SESSION_VIEW)

static GjSession *
get_session (GjFindingsPane *self)
{
  return gj_session_view_get_session (GJ_SESSION_VIEW (self));
}

static gboolean
match (gpointer item,
       gpointer user_data)
{
  GjFindingsPane *self = user_data;
  GjFinding *finding = gj_finding_group_get_lead (item);
  GjFindingsFilter wanted = gj_findings_pane_get_filter (self);
  gboolean decided = gj_finding_is_decided (finding);

  if (wanted == GJ_FINDINGS_DECIDED)
    return decided;
  if (wanted == GJ_FINDINGS_OPEN)
    return !decided;

  return !decided
         && gj_finding_get_severity (finding) == (GjSeverity) (wanted - GJ_FINDINGS_ERRORS);
}

static guint
find_position (GjFindingsPane *self,
               GjFinding      *finding)
{
  GListModel *model = G_LIST_MODEL (self->filtered);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (GjFindingGroup) group = g_list_model_get_item (model, i);

      if (gj_finding_group_find (group, finding) != GJ_NONE)
        return i;
    }

  return GTK_INVALID_LIST_POSITION;
}

/* A list without a size cannot tell where its cards are, and would stand anywhere once it
 * has one: the selected card is shown when the list is. */
static void
show_position (GjFindingsPane *self,
               guint           position)
{
  if (gtk_adjustment_get_page_size (self->adjustment) < 1)
    {
      self->is_unseen = TRUE;
      return;
    }

  if (position == GTK_INVALID_LIST_POSITION && self->is_unseen &&
      g_list_model_get_n_items (G_LIST_MODEL (self->filtered)) > 0)
    position = 0;
  self->is_unseen = FALSE;
  if (position != GTK_INVALID_LIST_POSITION)
    gj_list_view_scroll_to (self->list, position);
}

/* The card with the session's finding becomes the selected one. */
static void
follow_session (GjFindingsPane *self)
{
  GjFinding *finding;
  guint position = GTK_INVALID_LIST_POSITION;

  if (get_session (self) == NULL)
    return;

  finding = gj_selection_get_finding (gj_session_get_selection (get_session (self)));
  if (finding != NULL)
    position = find_position (self, finding);

  self->following = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  self->following = FALSE;

  show_position (self, position);
}

static void
size_changed_cb (GjFindingsPane *self)
{
  if (self->is_unseen)
    gj_session_view_queue_update (GJ_SESSION_VIEW (self));
}

/* Whether the group is about the same, though its findings may have been renewed. */
static gboolean
has_key_of (GjFindingGroup *group,
            GjFinding      *finding)
{
  for (guint i = 0; i < gj_finding_group_get_n_findings (group); i++)
    if (g_strcmp0 (gj_finding_get_key (gj_finding_group_get_finding (group, i)),
                   gj_finding_get_key (finding)) == 0)
      return TRUE;

  return FALSE;
}

/* A card that only moves up or down as others come and go was not chosen by anybody. */
static void
selected_cb (GjFindingsPane *self)
{
  GjFindingGroup *group = gtk_single_selection_get_selected_item (self->selection);
  GjFinding *current;

  if (self->following || get_session (self) == NULL || group == NULL)
    return;

  current = gj_selection_get_finding (gj_session_get_selection (get_session (self)));
  if (current != NULL && has_key_of (group, current))
    return;

  gj_session_go_to_finding (get_session (self), gj_finding_group_get_lead (group));
}

static void
show_count (GjFindingsPane *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->filtered));
  g_autofree char *text = g_strdup_printf (ngettext ("%u finding", "%u findings", n), n);

  gtk_label_set_label (self->count, n > 0 ? text : "");
}

static void
show_emptiness (GjFindingsPane *self)
{
  gboolean empty = g_list_model_get_n_items (G_LIST_MODEL (self->filtered)) == 0;
  GjFindingsFilter wanted = gj_findings_pane_get_filter (self);

  gtk_stack_set_visible_child_name (self->stack, empty ? "empty" : "list");
  if (wanted == GJ_FINDINGS_OPEN)
    {
      gtk_label_set_label (self->empty_title, _("No findings"));
      gtk_label_set_label (self->empty_text,
                           _("The tables agree with each other and with the text."));
    }
  else
    {
      gtk_label_set_label (self->empty_title, _("Nothing of this kind"));
      gtk_label_set_label (self->empty_text, _("Choose “All” to see every open finding."));
    }
}

static void
gj_findings_pane_update (GjSessionView *view)
{
  GjFindingsPane *self = GJ_FINDINGS_PANE (view);

  show_count (self);
  show_emptiness (self);
  follow_session (self);
}

static void
filter_changed_cb (GjFindingsPane *self)
{
  self->is_unseen = TRUE;
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  gj_session_view_queue_update (GJ_SESSION_VIEW (self));
}

static void
setup_cb (GjFindingsPane *self,
          GtkListItem    *item)
{
  gtk_list_item_set_child (item, gj_finding_card_new ());
}

static void
bind_cb (GjFindingsPane *self,
         GtkListItem    *item)
{
  GjFindingCard *card = GJ_FINDING_CARD (gtk_list_item_get_child (item));

  gj_session_view_set_session (GJ_SESSION_VIEW (card), get_session (self));
  gj_finding_card_set_group (card, gtk_list_item_get_item (item));
}

static void
unbind_cb (GjFindingsPane *self,
           GtkListItem    *item)
{
  gj_session_view_set_session (GJ_SESSION_VIEW (gtk_list_item_get_child (item)), NULL);
}

static void
activate_cb (GjFindingsPane *self,
             guint           position)
{
  gtk_single_selection_set_selected (self->selection, position);
  selected_cb (self);
  gtk_widget_activate_action (GTK_WIDGET (self), "report.focus-place", NULL);
}

/* The list keeps its own idea of where the keyboard was; the selected card is where the
 * person is. */
static GtkWidget *
find_selected_row (GjFindingsPane *self)
{
  gpointer selected = gtk_single_selection_get_selected_item (self->selection);
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list));

  for (; selected != NULL && row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      GtkWidget *card = gtk_widget_get_first_child (row);

      if (GJ_IS_FINDING_CARD (card) && gtk_widget_get_mapped (card)
          && (gpointer) gj_finding_card_get_group (GJ_FINDING_CARD (card)) == selected)
        return row;
    }

  return NULL;
}

static gboolean
gj_findings_pane_grab_focus (GtkWidget *widget)
{
  GjFindingsPane *self = GJ_FINDINGS_PANE (widget);
  GtkWidget *row = find_selected_row (self);

  if (row != NULL && gtk_widget_grab_focus (row))
    return TRUE;
  if (g_list_model_get_n_items (G_LIST_MODEL (self->filtered)) > 0)
    return gtk_widget_grab_focus (GTK_WIDGET (self->list));

  return gtk_widget_grab_focus (GTK_WIDGET (self->filter_choice));
}

/* The cards go before what they show. */
static void
gj_findings_pane_dispose (GObject *object)
{
  GjFindingsPane *self = GJ_FINDINGS_PANE (object);

  G_OBJECT_CLASS (gj_findings_pane_parent_class)->dispose (object);

  g_clear_object (&self->adjustment);
  g_clear_object (&self->selection);
  g_clear_object (&self->filtered);
  g_clear_object (&self->filter);
}

static void
gj_findings_pane_session_changed (GjSessionView *view,
                                  GjSession     *session)
{
  GjFindingsPane *self = GJ_FINDINGS_PANE (view);

  self->is_unseen = TRUE;
  self->following = TRUE;
  gtk_filter_list_model_set_model (self->filtered,
                                   session != NULL ? gj_session_get_groups (session) : NULL);
  self->following = FALSE;

  if (session != NULL)
    gj_session_view_listen (view, gj_session_get_selection (session), "notify::finding",
                            G_CALLBACK (follow_session));
  show_count (self);
  show_emptiness (self);
  follow_session (self);
}

static void
gj_findings_pane_class_init (GjFindingsPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GjSessionViewClass *view_class = GJ_SESSION_VIEW_CLASS (klass);

  object_class->dispose = gj_findings_pane_dispose;
  widget_class->grab_focus = gj_findings_pane_grab_focus;
  view_class->session_changed = gj_findings_pane_session_changed;
  view_class->update = gj_findings_pane_update;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/gouji/Gouji/ui/gj-findings-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, GjFindingsPane, stack);
  gtk_widget_class_bind_template_child (widget_class, GjFindingsPane, list);
  gtk_widget_class_bind_template_child (widget_class, GjFindingsPane, filter_choice);
  gtk_widget_class_bind_template_child (widget_class, GjFindingsPane, count);
  gtk_widget_class_bind_template_child (widget_class, GjFindingsPane, empty_title);
  gtk_widget_class_bind_template_child (widget_class, GjFindingsPane, empty_text);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
}

static void
gj_findings_pane_init (GjFindingsPane *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));

  self->filter = gtk_custom_filter_new (match, self, NULL);
  self->filtered = gtk_filter_list_model_new (NULL, g_object_ref (GTK_FILTER (self->filter)));
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->filtered)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->list, factory);
  g_object_unref (factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  self->adjustment = g_object_ref (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->list)));
  g_signal_connect_object (self->adjustment, "notify::page-size", G_CALLBACK (size_changed_cb),
                           self, G_CONNECT_SWAPPED);

  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (selected_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->filtered, "items-changed", G_CALLBACK (gj_session_view_queue_update),
                           self, G_CONNECT_SWAPPED);
}

GtkWidget *
gj_findings_pane_new (void)
{
  return g_object_new (GJ_TYPE_FINDINGS_PANE, NULL);
}

GjFindingsFilter
gj_findings_pane_get_filter (GjFindingsPane *self)
{
  g_return_val_if_fail (GJ_IS_FINDINGS_PANE (self), GJ_FINDINGS_OPEN);

  return (GjFindingsFilter) gtk_drop_down_get_selected (self->filter_choice);
}

void
gj_findings_pane_set_filter (GjFindingsPane   *self,
                             GjFindingsFilter  filter)
{
  g_return_if_fail (GJ_IS_FINDINGS_PANE (self));

  gtk_drop_down_set_selected (self->filter_choice, filter);
}
