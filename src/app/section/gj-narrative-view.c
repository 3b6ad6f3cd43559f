/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-narrative-view.h"

#include <glib/gi18n-lib.h>

#include "gj-narrative-marks.h"

/**
 * GjNarrativeView:
 *
 * A page to write on: a measure that reads well, first lines indented by two characters,
 * findings underlined. What is typed goes to the report through its buffer.
 */
struct _GjNarrativeView
{
  GtkTextView        parent_instance;

  GjSession         *session;
  GjNarrativeBuffer *narrative;
  GjNarrativeMarks  *marks;
  gboolean           revealing;
};

G_DEFINE_FINAL_TYPE (GjNarrativeView, gj_narrative_view, GTK_TYPE_TEXT_VIEW)

static void
update_editable (GjNarrativeView *self)
{
  gboolean can_edit = self->session != NULL && gj_session_can_edit (self->session);

  gtk_text_view_set_editable (GTK_TEXT_VIEW (self), can_edit);
  if (can_edit)
    gtk_widget_remove_css_class (GTK_WIDGET (self), "read-only");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self), "read-only");
}

/* A caret in marked text selects its finding. */
static void
caret_moved_cb (GjNarrativeView *self)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self->narrative);
  g_autoptr (GjFinding) finding = NULL;
  GtkTextIter iter;

  if (self->revealing || !gtk_widget_has_focus (GTK_WIDGET (self)))
    return;

  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  finding = gj_narrative_marks_dup_at (self->marks, &iter);
  if (finding != NULL)
    gj_selection_set_finding (gj_session_get_selection (self->session), finding);
}

static void
scroll_to (GjNarrativeView *self,
           GtkTextIter     *start,
           GtkTextIter     *end)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self->narrative);

  self->revealing = TRUE;
  gtk_text_buffer_select_range (buffer, start, end);
  gtk_text_view_scroll_to_mark (GTK_TEXT_VIEW (self), gtk_text_buffer_get_insert (buffer),
                                0.1, FALSE, 0, 0);
  self->revealing = FALSE;
}

static void
finding_changed_cb (GjNarrativeView *self)
{
  GjFinding *finding = gj_selection_get_finding (gj_session_get_selection (self->session));
  GtkTextIter start;
  GtkTextIter end;

  if (finding == NULL || gtk_widget_has_focus (GTK_WIDGET (self)))
    return;
  if (gj_narrative_marks_find (self->marks, finding, &start, &end))
    scroll_to (self, &start, &start);
}

static void
pasted_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GjNarrativeView) self = user_data;
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  if (text == NULL || self->narrative == NULL)
    return;

  gj_narrative_buffer_begin_step (self->narrative, _("Paste"));
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete_selection (buffer, TRUE, TRUE);
  gtk_text_buffer_insert_interactive_at_cursor (buffer, text, -1, TRUE);
  gtk_text_buffer_end_user_action (buffer);
  gj_narrative_buffer_end_step (self->narrative);
  gtk_text_view_scroll_mark_onscreen (GTK_TEXT_VIEW (self),
                                      gtk_text_buffer_get_insert (buffer));
}

/* Words only: what a web page or another program made of them stays behind. */
static void
gj_narrative_view_paste_clipboard (GtkTextView *view)
{
  if (!gtk_text_view_get_editable (view))
    return;

  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (view)), NULL,
                                 pasted_cb, g_object_ref (view));
}

/* Two characters of the font as it is now. */
static void
update_indent (GjNarrativeView *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  const PangoFontDescription *font = pango_context_get_font_description (context);
  int size = pango_font_description_get_size (font) / PANGO_SCALE;

  if (!pango_font_description_get_size_is_absolute (font))
    size = size * pango_cairo_context_get_resolution (context) / 72;
  if (size > 0)
    gtk_text_view_set_indent (GTK_TEXT_VIEW (self), 2 * size);
}

static void
gj_narrative_view_css_changed (GtkWidget         *widget,
                               GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (gj_narrative_view_parent_class)->css_changed (widget, change);
  update_indent (GJ_NARRATIVE_VIEW (widget));
}

static void
release_session (GjNarrativeView *self)
{
  if (self->session == NULL)
    return;

  g_signal_handlers_disconnect_by_data (self->session, self);
  g_signal_handlers_disconnect_by_data (gj_session_get_selection (self->session), self);
  g_clear_object (&self->marks);
  g_clear_object (&self->narrative);
  g_clear_object (&self->session);
}

static void
gj_narrative_view_dispose (GObject *object)
{
  release_session (GJ_NARRATIVE_VIEW (object));

  G_OBJECT_CLASS (gj_narrative_view_parent_class)->dispose (object);
}

static gboolean
gj_narrative_view_query_tooltip (GtkWidget  *widget,
                                 int         x,
                                 int         y,
                                 gboolean    keyboard,
                                 GtkTooltip *tooltip)
{
  GjNarrativeView *self = GJ_NARRATIVE_VIEW (widget);
  GtkTextView *view = GTK_TEXT_VIEW (widget);
  GtkTextIter iter;
  int buffer_x;
  int buffer_y;

  if (self->marks == NULL)
    return FALSE;

  gtk_text_view_window_to_buffer_coords (view, GTK_TEXT_WINDOW_WIDGET, x, y, &buffer_x, &buffer_y);
  if (!gtk_text_view_get_iter_at_location (view, &iter, buffer_x, buffer_y)
      || !gj_narrative_marks_is_copied (self->marks, &iter))
    return FALSE;

  gtk_tooltip_set_text (tooltip, _("Still as last year; please rewrite"));

  return TRUE;
}

static void
gj_narrative_view_class_init (GjNarrativeViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = gj_narrative_view_dispose;
  GTK_WIDGET_CLASS (klass)->css_changed = gj_narrative_view_css_changed;
  GTK_WIDGET_CLASS (klass)->query_tooltip = gj_narrative_view_query_tooltip;
  GTK_TEXT_VIEW_CLASS (klass)->paste_clipboard = gj_narrative_view_paste_clipboard;
}

/* Below what GTK's own menu offers. */
static void
add_menu (GjNarrativeView *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  g_menu_append (menu, _("Add Co_mment…"), "report.comment");
  gtk_text_view_set_extra_menu (GTK_TEXT_VIEW (self), G_MENU_MODEL (menu));
}

static void
gj_narrative_view_init (GjNarrativeView *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);

  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_text_view_set_accepts_tab (view, FALSE);
  gtk_text_view_set_pixels_inside_wrap (view, 6);
  gtk_text_view_set_pixels_below_lines (view, 8);
  gtk_text_view_set_left_margin (view, 24);
  gtk_text_view_set_right_margin (view, 24);
  gtk_text_view_set_top_margin (view, 20);
  gtk_text_view_set_bottom_margin (view, 32);
  gtk_widget_add_css_class (GTK_WIDGET (self), "narrative");
  add_menu (self);
}

GtkWidget *
gj_narrative_view_new (void)
{
  return g_object_new (GJ_TYPE_NARRATIVE_VIEW, NULL);
}

void
gj_narrative_view_bind (GjNarrativeView *self,
                        GjSession       *session,
                        guint            section,
                        GjNarrativePart  part)
{
  g_return_if_fail (GJ_IS_NARRATIVE_VIEW (self));
  g_return_if_fail (GJ_IS_SESSION (session));

  release_session (self);

  self->session = g_object_ref (session);
  self->narrative = gj_narrative_buffer_new (session, section, part);
  self->marks = gj_narrative_marks_new (self->narrative);
  gtk_text_view_set_buffer (GTK_TEXT_VIEW (self), GTK_TEXT_BUFFER (self->narrative));
  update_editable (self);

  g_signal_connect_object (self->narrative, "notify::cursor-position",
                           G_CALLBACK (caret_moved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::mode", G_CALLBACK (update_editable), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (gj_session_get_selection (session), "notify::finding",
                           G_CALLBACK (finding_changed_cb), self, G_CONNECT_SWAPPED);
}

/* Shows a place that is counted as findings count it. Whether it is in this part. */
gboolean
gj_narrative_view_reveal (GjNarrativeView *self,
                          guint            text_start,
                          guint            text_end)
{
  GtkTextIter start;
  GtkTextIter end;

  g_return_val_if_fail (GJ_IS_NARRATIVE_VIEW (self), FALSE);

  if (self->marks == NULL
      || !gj_narrative_marks_get_range (self->marks, text_start, text_end, &start, &end))
    return FALSE;

  scroll_to (self, &start, &end);

  return TRUE;
}

static gboolean
ends_sentence (gunichar c)
{
  return c == 0x3002 || c == 0xff01 || c == 0xff1f || c == 0xff1b || c == '!' || c == '?'
         || c == ';';
}

/* The sentence that the caret stands in, with the mark that ends it. */
static void
find_sentence (GtkTextIter *start,
               GtkTextIter *end)
{
  while (!gtk_text_iter_starts_line (start))
    {
      GtkTextIter before = *start;

      gtk_text_iter_backward_char (&before);
      if (ends_sentence (gtk_text_iter_get_char (&before)))
        break;
      *start = before;
    }

  while (!gtk_text_iter_ends_line (end))
    {
      gunichar c = gtk_text_iter_get_char (end);

      gtk_text_iter_forward_char (end);
      if (ends_sentence (c))
        break;
    }
}

/* The words that a person means: those selected or, while the keyboard is here, the
 * sentence at the caret. Counted as findings count them; whether there are any. */
gboolean
gj_narrative_view_get_words (GjNarrativeView *self,
                             guint           *text_start,
                             guint           *text_end)
{
  GtkTextBuffer *buffer;
  GtkTextIter start;
  GtkTextIter end;

  g_return_val_if_fail (GJ_IS_NARRATIVE_VIEW (self), FALSE);

  if (self->marks == NULL)
    return FALSE;

  buffer = GTK_TEXT_BUFFER (self->narrative);
  if (!gtk_text_buffer_get_selection_bounds (buffer, &start, &end))
    {
      if (!gtk_widget_has_focus (GTK_WIDGET (self)))
        return FALSE;
      find_sentence (&start, &end);
    }

  *text_start = gj_narrative_marks_get_place (self->marks, &start);
  *text_end = gj_narrative_marks_get_place (self->marks, &end);

  return *text_start < *text_end;
}
