/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-comments-pane.h"

#include <glib/gi18n-lib.h>

#include "gj-comment-card.h"
#include "gj-comments.h"

/**
 * GjCommentsPane:
 *
 * Every thread of comments as a card, in the order of the report. There are few of them:
 * a change makes all cards anew, and the keyboard stays where it was.
 */
struct _GjCommentsPane
{
  GtkWidget   parent_instance;

  GtkWidget  *content;
  GtkStack   *stack;
  GtkListBox *list;
  GtkWidget  *add_button;

  GjSession  *session;
  guint       n_open;
  guint       update_id;
};

G_DEFINE_FINAL_TYPE (GjCommentsPane, gj_comments_pane, GTK_TYPE_WIDGET)

enum { PROP_0, PROP_SESSION, PROP_N_OPEN, N_PROPS };
static GParamSpec *properties[N_PROPS];

enum { COMMENT_CHOSEN, N_SIGNALS };
static guint signals[N_SIGNALS];

static GjComment *
get_comment (GtkListBoxRow *row)
{
  return gj_comment_card_get_comment (GJ_COMMENT_CARD (gtk_list_box_row_get_child (row)));
}

/* What a screen reader says of a card: place, words, state. */
static char *
describe (GjCommentsPane  *self,
          const GjComment *comment)
{
  g_autofree char *name = gj_comments_dup_place_name (gj_session_get_report (self->session),
                                                      comment->place);

  /* Translators: the place of a comment, who wrote it, what it says. */
  if (comment->who != NULL && *comment->who != '\0')
    return g_strdup_printf (C_("comment", "%s, %s: %s"), name, comment->who, comment->text);

  return g_strdup_printf (C_("comment", "%s: %s"), name, comment->text);
}

static void
append_card (GjCommentsPane *self,
             GjComment      *comment)
{
  GtkWidget *row = gtk_list_box_row_new ();
  g_autofree char *label = describe (self, comment);

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), gj_comment_card_new (self->session, comment));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_list_box_append (self->list, row);
}

static void
clear (GjCommentsPane *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
}

static void
set_n_open (GjCommentsPane *self,
            guint           n_open)
{
  if (self->n_open == n_open)
    return;

  self->n_open = n_open;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_OPEN]);
}

static void
fill (GjCommentsPane *self)
{
  GjReport *report = gj_session_get_report (self->session);
  g_autoptr (GPtrArray) threads = gj_comments_list_threads (report);

  for (guint i = 0; i < threads->len; i++)
    append_card (self, g_ptr_array_index (threads, i));

  gtk_stack_set_visible_child_name (self->stack, threads->len > 0 ? "list" : "empty");
  set_n_open (self, gj_comments_count_open (report));
}

/* The card with the keyboard: its comment and its place in the list, -1 without one. */
static char *
dup_focused (GjCommentsPane *self,
             int            *index)
{
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (self->list));

  *index = -1;
  if (row == NULL || !GTK_IS_LIST_BOX_ROW (row))
    return NULL;

  *index = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));

  return g_strdup (get_comment (GTK_LIST_BOX_ROW (row))->id);
}

static void
focus_again (GjCommentsPane *self,
             const char     *id,
             int             index)
{
  GtkListBoxRow *row;
  GtkListBoxRow *found = NULL;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (g_str_equal (get_comment (row)->id, id) || (found == NULL && i == index))
      found = row;

  if (found == NULL && index > 0)
    found = gtk_list_box_get_row_at_index (self->list, index - 1);
  gtk_widget_grab_focus (found != NULL ? GTK_WIDGET (found) : self->add_button);
}

static gboolean
update_cb (gpointer user_data)
{
  GjCommentsPane *self = user_data;
  int index;
  g_autofree char *id = dup_focused (self, &index);

  self->update_id = 0;
  clear (self);
  fill (self);
  if (id != NULL)
    focus_again (self, id, index);

  return G_SOURCE_REMOVE;
}

static void
queue_update (GjCommentsPane *self)
{
  if (self->update_id == 0)
    self->update_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE + 20, update_cb, self, NULL);
}

/* Words that a card quotes may have changed with the text around them. */
static void
narrative_changed_cb (GjCommentsPane *self)
{
  if (gj_report_get_comments (gj_session_get_report (self->session))->len > 0)
    queue_update (self);
}

static void
row_activated_cb (GjCommentsPane *self,
                  GtkListBoxRow  *row)
{
  g_autofree char *id = g_strdup (get_comment (row)->id);

  g_signal_emit (self, signals[COMMENT_CHOSEN], 0, id);
}

static gboolean
gj_comments_pane_grab_focus (GtkWidget *widget)
{
  GjCommentsPane *self = GJ_COMMENTS_PANE (widget);
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, 0);

  return gtk_widget_grab_focus (row != NULL ? GTK_WIDGET (row) : self->add_button);
}

static void
gj_comments_pane_dispose (GObject *object)
{
  GjCommentsPane *self = GJ_COMMENTS_PANE (object);

  g_clear_handle_id (&self->update_id, g_source_remove);
  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (gj_comments_pane_parent_class)->dispose (object);
}

static void
gj_comments_pane_get_property (GObject    *object,
                               guint       property_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  GjCommentsPane *self = GJ_COMMENTS_PANE (object);

  switch (property_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;

    case PROP_N_OPEN:
      g_value_set_uint (value, self->n_open);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
gj_comments_pane_set_property (GObject      *object,
                               guint         property_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  switch (property_id)
    {
    case PROP_SESSION:
      gj_comments_pane_set_session (GJ_COMMENTS_PANE (object), g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
gj_comments_pane_class_init (GjCommentsPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = gj_comments_pane_dispose;
  object_class->get_property = gj_comments_pane_get_property;
  object_class->set_property = gj_comments_pane_set_property;
  widget_class->grab_focus = gj_comments_pane_grab_focus;

  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, GJ_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_N_OPEN] =
    g_param_spec_uint ("n-open", NULL, NULL, 0, G_MAXUINT, 0,
                       G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[COMMENT_CHOSEN] =
    g_signal_new ("comment-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                  NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/gouji/Gouji/ui/gj-comments-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, GjCommentsPane, content);
  gtk_widget_class_bind_template_child (widget_class, GjCommentsPane, stack);
  gtk_widget_class_bind_template_child (widget_class, GjCommentsPane, list);
  gtk_widget_class_bind_template_child (widget_class, GjCommentsPane, add_button);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
gj_comments_pane_init (GjCommentsPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
gj_comments_pane_new (void)
{
  return g_object_new (GJ_TYPE_COMMENTS_PANE, NULL);
}

GjSession *
gj_comments_pane_get_session (GjCommentsPane *self)
{
  g_return_val_if_fail (GJ_IS_COMMENTS_PANE (self), NULL);

  return self->session;
}

void
gj_comments_pane_set_session (GjCommentsPane *self,
                              GjSession      *session)
{
  g_return_if_fail (GJ_IS_COMMENTS_PANE (self));
  g_return_if_fail (session == NULL || GJ_IS_SESSION (session));

  if (self->session == session)
    return;

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (gj_session_get_report (self->session), self);
  g_clear_handle_id (&self->update_id, g_source_remove);
  clear (self);
  g_set_object (&self->session, session);
  if (session != NULL)
    {
      GjReport *report = gj_session_get_report (session);

      g_signal_connect_object (report, "comment-changed", G_CALLBACK (queue_update), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (report, "narrative-changed", G_CALLBACK (narrative_changed_cb),
                               self, G_CONNECT_SWAPPED);
      fill (self);
    }

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

guint
gj_comments_pane_get_n_open (GjCommentsPane *self)
{
  g_return_val_if_fail (GJ_IS_COMMENTS_PANE (self), 0);

  return self->n_open;
}
