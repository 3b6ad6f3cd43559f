/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-comment-entry.h"

#include <glib/gi18n-lib.h>

#include "gj-comments.h"

/**
 * GjCommentEntry:
 *
 * Shows one comment of a thread. Knows no session: what is done to the comment is up to
 * the card that it lies on.
 */
struct _GjCommentEntry
{
  GtkWidget      parent_instance;

  GtkWidget     *content;
  GtkLabel      *signature;
  GtkLabel      *text;
  GtkMenuButton *menu_button;
};

G_DEFINE_FINAL_TYPE (GjCommentEntry, gj_comment_entry, GTK_TYPE_WIDGET)

static void
gj_comment_entry_dispose (GObject *object)
{
  GjCommentEntry *self = GJ_COMMENT_ENTRY (object);

  g_clear_pointer (&self->content, gtk_widget_unparent);

  G_OBJECT_CLASS (gj_comment_entry_parent_class)->dispose (object);
}

static void
gj_comment_entry_class_init (GjCommentEntryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gj_comment_entry_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/gouji/Gouji/ui/gj-comment-entry.ui");
  gtk_widget_class_bind_template_child (widget_class, GjCommentEntry, content);
  gtk_widget_class_bind_template_child (widget_class, GjCommentEntry, signature);
  gtk_widget_class_bind_template_child (widget_class, GjCommentEntry, text);
  gtk_widget_class_bind_template_child (widget_class, GjCommentEntry, menu_button);
}

static void
gj_comment_entry_init (GjCommentEntry *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
append_action (GMenu      *menu,
               const char *label,
               const char *action,
               const char *id)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", id);
  g_menu_append_item (menu, item);
}

GtkWidget *
gj_comment_entry_new (const GjComment *comment)
{
  GjCommentEntry *self;
  g_autofree char *signature = NULL;
  g_autoptr (GMenu) menu = g_menu_new ();

  g_return_val_if_fail (comment != NULL, NULL);

  self = g_object_new (GJ_TYPE_COMMENT_ENTRY, NULL);
  signature = gj_comments_dup_signature (comment);
  gtk_label_set_label (self->signature, signature);
  gtk_label_set_label (self->text, comment->text);

  append_action (menu, _("_Change…"), "comment.edit", comment->id);
  append_action (menu, _("_Delete"), "comment.delete", comment->id);
  gtk_menu_button_set_menu_model (self->menu_button, G_MENU_MODEL (menu));
  if (comment->answers != NULL)
    gtk_widget_add_css_class (self->content, "answer");

  return GTK_WIDGET (self);
}
