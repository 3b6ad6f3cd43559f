/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-comment-dialog.h"

#include <glib/gi18n-lib.h>

#include "gj-comments.h"

/**
 * GjCommentDialog:
 *
 * A page for a few words. What was typed is never asked about and never lost: it lies with
 * the session until it becomes a comment.
 */
struct _GjCommentDialog
{
  AdwWindow    parent_instance;

  GtkDropDown *place_choice;
  GtkLabel    *about;
  GtkTextView *text;
  GtkWidget   *author_list;
  AdwEntryRow *author;
  GtkWidget   *kept;

  GjSession   *session;
  GSettings   *settings;
  GPtrArray   *places;
  guint        start;
  guint        end;
  char        *answered;
  char        *edited;
  char        *draft_key;
  gboolean     accepted;
};

G_DEFINE_FINAL_TYPE (GjCommentDialog, gj_comment_dialog, ADW_TYPE_WINDOW)

#define DRAFTS "gj-comment-drafts"
#define QUOTED 24

static GHashTable *
get_drafts (GjSession *session)
{
  GHashTable *drafts = g_object_get_data (G_OBJECT (session), DRAFTS);

  if (drafts == NULL)
    {
      drafts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      g_object_set_data_full (G_OBJECT (session), DRAFTS, drafts,
                              (GDestroyNotify) g_hash_table_unref);
    }

  return drafts;
}

static char *
dup_text (GjCommentDialog *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  GtkTextIter start;
  GtkTextIter end;
  g_autofree char *text = NULL;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);

  return g_strdup (g_strstrip (text));
}

/* The name that is written beside comments: the chosen one, or the person's own. */
static char *
dup_author (GjCommentDialog *self)
{
  g_autofree char *author = g_settings_get_string (self->settings, "author");
  const char *real_name = g_get_real_name ();

  if (*author != '\0')
    return g_steal_pointer (&author);

  return g_strdup (g_strcmp0 (real_name, "Unknown") != 0 ? real_name : g_get_user_name ());
}

static void
text_changed_cb (GjCommentDialog *self)
{
  g_autofree char *text = dup_text (self);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.accept", *text != '\0');
}

static void
add_comment (GjCommentDialog *self,
             const char      *text,
             const char      *who)
{
  guint chosen = gtk_drop_down_get_selected (self->place_choice);
  const char *place;

  if (chosen >= self->places->len)
    chosen = 0;
  place = g_ptr_array_index (self->places, chosen);
  if (chosen == 0)
    gj_session_add_comment (self->session, place, self->start, self->end, text, who);
  else
    gj_session_add_comment (self->session, place, GJ_NONE, GJ_NONE, text, who);
}

static void
accept_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  GjCommentDialog *self = GJ_COMMENT_DIALOG (widget);
  g_autofree char *text = dup_text (self);
  g_autofree char *known = dup_author (self);
  const char *who = gtk_editable_get_text (GTK_EDITABLE (self->author));

  if (*text == '\0')
    return;

  if (self->edited != NULL)
    gj_session_reword_comment (self->session, self->edited, text);
  else if (self->answered != NULL)
    gj_session_answer_comment (self->session, self->answered, text, who);
  else
    add_comment (self, text, who);

  if (self->edited == NULL && g_strcmp0 (who, known) != 0)
    g_settings_set_string (self->settings, "author", who);
  self->accepted = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}

/* What is left is kept, unless it became a comment or nothing was written. */
static void
keep_draft (GjCommentDialog *self)
{
  GHashTable *drafts = get_drafts (self->session);
  GjComment *comment = gj_comments_find (gj_session_get_report (self->session), self->edited);
  g_autofree char *text = dup_text (self);

  if (self->accepted || *text == '\0'
      || (comment != NULL && g_str_equal (comment->text, text)))
    g_hash_table_remove (drafts, self->draft_key);
  else
    g_hash_table_insert (drafts, g_strdup (self->draft_key), g_steal_pointer (&text));
}

static gboolean
gj_comment_dialog_close_request (GtkWindow *window)
{
  keep_draft (GJ_COMMENT_DIALOG (window));

  return GTK_WINDOW_CLASS (gj_comment_dialog_parent_class)->close_request (window);
}

static void
gj_comment_dialog_dispose (GObject *object)
{
  GjCommentDialog *self = GJ_COMMENT_DIALOG (object);

  g_clear_object (&self->session);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->places, g_ptr_array_unref);
  g_clear_pointer (&self->answered, g_free);
  g_clear_pointer (&self->edited, g_free);
  g_clear_pointer (&self->draft_key, g_free);

  G_OBJECT_CLASS (gj_comment_dialog_parent_class)->dispose (object);
}

static void
gj_comment_dialog_class_init (GjCommentDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gj_comment_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = gj_comment_dialog_close_request;

  gtk_widget_class_install_action (widget_class, "dialog.accept", NULL, accept_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/gouji/Gouji/ui/gj-comment-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GjCommentDialog, place_choice);
  gtk_widget_class_bind_template_child (widget_class, GjCommentDialog, about);
  gtk_widget_class_bind_template_child (widget_class, GjCommentDialog, text);
  gtk_widget_class_bind_template_child (widget_class, GjCommentDialog, author_list);
  gtk_widget_class_bind_template_child (widget_class, GjCommentDialog, author);
  gtk_widget_class_bind_template_child (widget_class, GjCommentDialog, kept);
}

/* Before the text, which takes every kind of Return for a new line. */
static void
add_accept_key (GjCommentDialog *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (keys),
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Return, GDK_CONTROL_MASK),
                      gtk_named_action_new ("dialog.accept")));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
gj_comment_dialog_init (GjCommentDialog *self)
{
  g_autofree char *author = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  add_accept_key (self);

  self->places = g_ptr_array_new_with_free_func (g_free);
  self->settings = g_settings_new (GJ_APPLICATION_ID);
  author = dup_author (self);
  gtk_editable_set_text (GTK_EDITABLE (self->author), author);
  g_signal_connect_object (gtk_text_view_get_buffer (self->text), "changed",
                           G_CALLBACK (text_changed_cb), self, G_CONNECT_SWAPPED);
}

static GjReport *
get_report (GjCommentDialog *self)
{
  return gj_session_get_report (self->session);
}

static void
add_place (GjCommentDialog *self,
           GtkStringList   *names,
           const char      *place,
           const char      *name)
{
  gtk_string_list_append (names, name);
  g_ptr_array_add (self->places, g_strdup (place));
}

/* Long words would make the dialog as wide as they are. */
static char *
quote (const char *words)
{
  g_autofree char *line = g_strdelimit (g_strdup (words), "\n", ' ');
  g_autofree char *start = NULL;
  g_autofree char *cut = NULL;

  if (g_utf8_strlen (line, -1) <= QUOTED)
    return g_strdup_printf (_("“%s”"), line);

  start = g_utf8_substring (line, 0, QUOTED);
  cut = g_strconcat (start, "…", NULL);

  return g_strdup_printf (_("“%s”"), cut);
}

/* A comment is about the words, the cell or the section at hand, or about what is around
 * them: the section, the whole report. */
static void
list_places (GjCommentDialog *self,
             const char      *place)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GjForm *form = gj_report_get_form (get_report (self));
  g_autofree char *name = gj_comments_dup_place_name (get_report (self), place);
  g_autofree char *words = gj_comments_dup_words (get_report (self), place, self->start, self->end);
  g_autofree char *quoted = words != NULL ? quote (words) : NULL;
  g_autoptr (GjComment) here = gj_comment_new ("", place, NULL, NULL, "");
  guint section = gj_comments_find_section (get_report (self), here);

  add_place (self, names, place, quoted != NULL ? quoted : name);
  if (quoted != NULL)
    add_place (self, names, place, name);
  else if (section != GJ_COVER && !g_str_equal (gj_form_get_section (form, section)->id, place))
    {
      const char *id = gj_form_get_section (form, section)->id;
      g_autofree char *heading = gj_comments_dup_place_name (get_report (self), id);

      add_place (self, names, id, heading);
    }
  if (!g_str_equal (place, "title"))
    {
      g_autofree char *whole = gj_comments_dup_place_name (get_report (self), "title");

      add_place (self, names, "title", whole);
    }

  gtk_drop_down_set_model (self->place_choice, G_LIST_MODEL (names));
  gtk_widget_set_visible (GTK_WIDGET (self->about), FALSE);
}

static void
show_draft (GjCommentDialog *self,
            const char      *otherwise)
{
  const char *draft = g_hash_table_lookup (get_drafts (self->session), self->draft_key);
  const char *text = draft != NULL ? draft : otherwise;

  gtk_widget_set_visible (self->kept, draft != NULL);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text), text != NULL ? text : "", -1);
  text_changed_cb (self);
}

static GjCommentDialog *
create (GjSession  *session,
        const char *title,
        const char *draft_key)
{
  GjCommentDialog *self = g_object_new (GJ_TYPE_COMMENT_DIALOG, "title", title, NULL);

  self->session = g_object_ref (session);
  self->draft_key = g_strdup (draft_key);
  self->start = GJ_NONE;
  self->end = GJ_NONE;

  return self;
}

/* On words of a section's text or, with GJ_NONE, on the whole of a place. */
GjCommentDialog *
gj_comment_dialog_new (GjSession  *session,
                       const char *place,
                       guint       start,
                       guint       end)
{
  GjCommentDialog *self;
  g_autofree char *key = NULL;

  g_return_val_if_fail (GJ_IS_SESSION (session), NULL);
  g_return_val_if_fail (place != NULL, NULL);

  key = g_strdup_printf ("new/%s/%u/%u", place, start, end);
  self = create (session, _("Add Comment"), key);
  self->start = start;
  self->end = end;
  list_places (self, place);
  show_draft (self, NULL);

  return self;
}

static void
show_about (GjCommentDialog *self,
            const char      *words)
{
  gtk_widget_set_visible (GTK_WIDGET (self->place_choice), FALSE);
  gtk_label_set_label (self->about, words);
}

GjCommentDialog *
gj_comment_dialog_new_answer (GjSession  *session,
                              const char *id)
{
  GjCommentDialog *self;
  g_autofree char *key = NULL;
  GjComment *comment;

  g_return_val_if_fail (GJ_IS_SESSION (session), NULL);

  comment = gj_comments_find (gj_session_get_report (session), id);
  g_return_val_if_fail (comment != NULL, NULL);

  key = g_strconcat ("answer/", id, NULL);
  self = create (session, _("Answer Comment"), key);
  self->answered = g_strdup (id);
  show_about (self, comment->text);
  show_draft (self, NULL);

  return self;
}

GjCommentDialog *
gj_comment_dialog_new_edit (GjSession  *session,
                            const char *id)
{
  GjCommentDialog *self;
  g_autofree char *key = NULL;
  g_autofree char *name = NULL;
  GjComment *comment;

  g_return_val_if_fail (GJ_IS_SESSION (session), NULL);

  comment = gj_comments_find (gj_session_get_report (session), id);
  g_return_val_if_fail (comment != NULL, NULL);

  key = g_strconcat ("edit/", id, NULL);
  self = create (session, _("Change Comment"), key);
  self->edited = g_strdup (id);
  name = gj_comments_dup_place_name (get_report (self), comment->place);
  show_about (self, name);
  show_draft (self, comment->text);
  gtk_widget_set_visible (self->author_list, FALSE);

  return self;
}

void
gj_comment_dialog_present (GjCommentDialog *self,
                           GtkWindow       *parent)
{
  g_return_if_fail (GJ_IS_COMMENT_DIALOG (self));

  gtk_window_set_transient_for (GTK_WINDOW (self), parent);
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
  gtk_window_present (GTK_WINDOW (self));
}
