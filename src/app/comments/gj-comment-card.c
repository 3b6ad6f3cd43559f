/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-comment-card.h"

#include <glib/gi18n-lib.h>

#include "gj-comment-dialog.h"
#include "gj-comment-entry.h"
#include "gj-comments.h"

/**
 * GjCommentCard:
 *
 * A thread as it is when the card is made; the pane makes another card when it changes.
 * Changes the report only through its session.
 */
struct _GjCommentCard
{
  GtkWidget  parent_instance;

  GtkWidget *content;
  GtkLabel  *place;
  GtkWidget *done_sign;
  GtkLabel  *words;
  GtkBox    *entries;
  GtkButton *done_button;

  GjSession *session;
  GjComment *comment;
};

G_DEFINE_FINAL_TYPE (GjCommentCard, gj_comment_card, GTK_TYPE_WIDGET)

static void
present (GjCommentCard   *self,
         GjCommentDialog *dialog)
{
  gj_comment_dialog_present (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
}

static void
answer_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  GjCommentCard *self = GJ_COMMENT_CARD (widget);

  present (self, gj_comment_dialog_new_answer (self->session, self->comment->id));
}

static void
done_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  GjCommentCard *self = GJ_COMMENT_CARD (widget);
  g_autoptr (GjComment) comment = gj_comment_ref (self->comment);

  gj_session_set_comment_done (self->session, comment->id, !comment->done);
}

static void
edit_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  GjCommentCard *self = GJ_COMMENT_CARD (widget);

  present (self, gj_comment_dialog_new_edit (self->session,
                                             g_variant_get_string (parameter, NULL)));
}

static void
delete_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  gj_session_remove_comment (GJ_COMMENT_CARD (widget)->session,
                             g_variant_get_string (parameter, NULL));
}

static void
gj_comment_card_dispose (GObject *object)
{
  GjCommentCard *self = GJ_COMMENT_CARD (object);

  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_object (&self->session);
  g_clear_pointer (&self->comment, gj_comment_unref);

  G_OBJECT_CLASS (gj_comment_card_parent_class)->dispose (object);
}

static void
gj_comment_card_class_init (GjCommentCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gj_comment_card_dispose;

  gtk_widget_class_install_action (widget_class, "comment.answer", NULL, answer_cb);
  gtk_widget_class_install_action (widget_class, "comment.done", NULL, done_cb);
  gtk_widget_class_install_action (widget_class, "comment.edit", "s", edit_cb);
  gtk_widget_class_install_action (widget_class, "comment.delete", "s", delete_cb);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/gouji/Gouji/ui/gj-comment-card.ui");
  gtk_widget_class_bind_template_child (widget_class, GjCommentCard, content);
  gtk_widget_class_bind_template_child (widget_class, GjCommentCard, place);
  gtk_widget_class_bind_template_child (widget_class, GjCommentCard, done_sign);
  gtk_widget_class_bind_template_child (widget_class, GjCommentCard, words);
  gtk_widget_class_bind_template_child (widget_class, GjCommentCard, entries);
  gtk_widget_class_bind_template_child (widget_class, GjCommentCard, done_button);
}

static void
gj_comment_card_init (GjCommentCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_place (GjCommentCard *self)
{
  GjReport *report = gj_session_get_report (self->session);
  g_autofree char *name = gj_comments_dup_place_name (report, self->comment->place);
  g_autofree char *words = gj_comments_dup_words (report, self->comment->place,
                                                  self->comment->start, self->comment->end);
  g_autofree char *quoted = NULL;

  gtk_label_set_label (self->place, name);
  gtk_widget_set_visible (GTK_WIDGET (self->words), words != NULL);
  if (words == NULL)
    return;

  quoted = *words != '\0' ? g_strdup_printf (_("“%s”"), words)
           : g_strdup (_("The words that this was about are gone."));
  gtk_label_set_label (self->words, quoted);
}

static void
show_entries (GjCommentCard *self)
{
  GjReport *report = gj_session_get_report (self->session);
  g_autoptr (GPtrArray) answers = gj_comments_list_answers (report, self->comment);

  gtk_box_append (self->entries, gj_comment_entry_new (self->comment));
  for (guint i = 0; i < answers->len; i++)
    gtk_box_append (self->entries, gj_comment_entry_new (g_ptr_array_index (answers, i)));
}

GtkWidget *
gj_comment_card_new (GjSession *session,
                     GjComment *comment)
{
  GjCommentCard *self;

  g_return_val_if_fail (GJ_IS_SESSION (session), NULL);
  g_return_val_if_fail (comment != NULL, NULL);

  self = g_object_new (GJ_TYPE_COMMENT_CARD, NULL);
  self->session = g_object_ref (session);
  self->comment = gj_comment_ref (comment);
  show_place (self);
  show_entries (self);
  gtk_widget_set_visible (self->done_sign, comment->done);
  gtk_button_set_label (self->done_button, comment->done ? _("Reopen") : _("Mark as Done"));
  if (comment->done)
    gtk_widget_add_css_class (self->content, "decided");

  return GTK_WIDGET (self);
}

/* (transfer none): the comment that the thread begins with */
GjComment *
gj_comment_card_get_comment (GjCommentCard *self)
{
  g_return_val_if_fail (GJ_IS_COMMENT_CARD (self), NULL);

  return self->comment;
}
