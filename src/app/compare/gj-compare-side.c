/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-compare-side.h"

#include <string.h>

#define TOP_MARGIN 6

/* What the tags of a line say, so that a keystroke touches one line and not all. The tags
 * move with the text: as long as a line says the same, they stand where they stood. */

typedef struct
{
  char     *text;
  GArray   *marks;
  gboolean  is_hidden;
  int       height;
  int       below;
} Line;

struct _GjCompareSide
{
  GtkTextView   *view;
  GtkTextBuffer *buffer;
  GArray        *lines;
  GtkTextTag    *tags[GJ_N_MARKS];
  GtkTextTag    *hidden;
  GHashTable    *spacers;
  int            top;
};

static void
clear_line (gpointer data)
{
  Line *line = data;

  g_free (line->text);
  g_clear_pointer (&line->marks, g_array_unref);
}

/* Below those that were there: what a finding underlines stays underlined. */
static GtkTextTag *
create_tag (GjCompareSide *self)
{
  GtkTextTag *tag = gtk_text_buffer_create_tag (self->buffer, NULL, NULL);

  gtk_text_tag_set_priority (tag, 0);

  return tag;
}

/* Each kind is told apart without its colour: struck, underlined, underlined twice, bold;
 * what both sides say is pale. */
static void
create_tags (GjCompareSide *self)
{
  for (int i = GJ_N_MARKS - 1; i >= 0; i--)
    self->tags[i] = create_tag (self);

  g_object_set (self->tags[GJ_MARK_REMOVED], "strikethrough", TRUE, NULL);
  g_object_set (self->tags[GJ_MARK_ADDED], "underline", PANGO_UNDERLINE_SINGLE, NULL);
  g_object_set (self->tags[GJ_MARK_MOVED], "underline", PANGO_UNDERLINE_DOUBLE, NULL);
  g_object_set (self->tags[GJ_MARK_NUMBER], "weight", PANGO_WEIGHT_BOLD, NULL);

  /* What is not seen is not deleted with what is. */
  self->hidden = create_tag (self);
  g_object_set (self->hidden, "invisible", TRUE, "editable", FALSE, NULL);
}

GjCompareSide *
gj_compare_side_new (GtkTextView *view)
{
  GjCompareSide *self;

  g_return_val_if_fail (GTK_IS_TEXT_VIEW (view), NULL);

  self = g_new0 (GjCompareSide, 1);
  self->view = view;
  self->buffer = g_object_ref (gtk_text_view_get_buffer (view));
  self->lines = g_array_new (FALSE, TRUE, sizeof (Line));
  g_array_set_clear_func (self->lines, clear_line);
  self->spacers = g_hash_table_new (NULL, NULL);
  self->top = TOP_MARGIN;
  create_tags (self);

  gtk_text_view_set_top_margin (view, TOP_MARGIN);
  gtk_text_view_set_bottom_margin (view, 0);
  gtk_text_view_set_pixels_above_lines (view, GJ_COMPARE_HEAD_HEIGHT);
  gtk_text_view_set_pixels_below_lines (view, GJ_COMPARE_GAP);

  return self;
}

void
gj_compare_side_free (GjCompareSide *self)
{
  g_array_unref (self->lines);
  g_hash_table_unref (self->spacers);
  g_object_unref (self->buffer);
  g_free (self);
}

GtkTextView *
gj_compare_side_get_view (GjCompareSide *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->view;
}

void
gj_compare_side_set_color (GjCompareSide *self,
                           GjMarkKind     kind,
                           const GdkRGBA *ink,
                           const GdkRGBA *paper)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (kind < GJ_N_MARKS);

  g_object_set (self->tags[kind], "foreground-rgba", ink, NULL);
  if (paper != NULL)
    g_object_set (self->tags[kind], "background-rgba", paper, NULL);
}

static Line *
get_line (GjCompareSide *self,
          guint          line)
{
  return &g_array_index (self->lines, Line, line);
}

/* With the break behind it: what leaves a line out leaves out its height. */
static void
get_bounds (GjCompareSide *self,
            guint          line,
            GtkTextIter   *start,
            GtkTextIter   *end)
{
  gtk_text_buffer_get_iter_at_line (self->buffer, start, line);
  *end = *start;
  gtk_text_iter_forward_line (end);
}

static gboolean
has_same_marks (GArray *a,
                GArray *b)
{
  guint n_a = a != NULL ? a->len : 0;
  guint n_b = b != NULL ? b->len : 0;

  return n_a == n_b
         && (n_a == 0 || memcmp (a->data, b->data, n_a * sizeof (GjTextMark)) == 0);
}

static void
apply_marks (GjCompareSide *self,
             guint          line,
             GArray        *marks)
{
  for (guint i = 0; marks != NULL && i < marks->len; i++)
    {
      const GjTextMark *mark = &g_array_index (marks, GjTextMark, i);
      GtkTextIter start;
      GtkTextIter end;

      gtk_text_buffer_get_iter_at_line_offset (self->buffer, &start, line, mark->start);
      gtk_text_buffer_get_iter_at_line_offset (self->buffer, &end, line, mark->end);
      gtk_text_buffer_apply_tag (self->buffer, self->tags[mark->kind], &start, &end);
    }
}

static GtkTextTag *
get_spacer (GjCompareSide *self,
            int            below)
{
  GtkTextTag *tag = g_hash_table_lookup (self->spacers, GINT_TO_POINTER (below));

  if (tag == NULL)
    {
      tag = create_tag (self);
      g_object_set (tag, "pixels-below-lines", GJ_COMPARE_GAP + below, NULL);
      g_hash_table_insert (self->spacers, GINT_TO_POINTER (below), tag);
    }

  return tag;
}

static void
remove_spacers (GjCompareSide     *self,
                const GtkTextIter *start,
                const GtkTextIter *end)
{
  GHashTableIter iter;
  gpointer tag;

  g_hash_table_iter_init (&iter, self->spacers);
  while (g_hash_table_iter_next (&iter, NULL, &tag))
    gtk_text_buffer_remove_tag (self->buffer, tag, start, end);
}

/* The line says something else: whatever stands on it is put there anew. */
static void
renew_line (GjCompareSide *self,
            guint          number,
            const char    *text,
            GArray        *marks,
            gboolean       is_hidden)
{
  Line *line = get_line (self, number);
  GtkTextIter start;
  GtkTextIter end;

  get_bounds (self, number, &start, &end);
  for (guint i = 0; i < GJ_N_MARKS; i++)
    gtk_text_buffer_remove_tag (self->buffer, self->tags[i], &start, &end);
  gtk_text_buffer_remove_tag (self->buffer, self->hidden, &start, &end);
  remove_spacers (self, &start, &end);

  clear_line (line);
  line->text = g_strdup (text);
  line->marks = marks != NULL ? g_array_ref (marks) : NULL;
  line->is_hidden = is_hidden;
  line->height = -1;
  line->below = 0;

  apply_marks (self, number, marks);
  if (is_hidden)
    gtk_text_buffer_apply_tag (self->buffer, self->hidden, &start, &end);
}

static gboolean
is_up_to_date (const Line *line,
               const char *text,
               GArray     *marks,
               gboolean    is_hidden)
{
  return line->text != NULL && strcmp (line->text, text) == 0
         && line->is_hidden == is_hidden && has_same_marks (line->marks, marks);
}

/* Lines have come or gone between others that say what they said: their tags have moved
 * with them, and what is known of them does, too. */
static void
fit_lines (GjCompareSide *self,
           GPtrArray     *texts)
{
  guint n_old = self->lines->len;
  guint n_new = texts->len;
  guint shorter = MIN (n_old, n_new);
  guint first = 0;
  guint last = 0;
  const Line fresh = { 0 };

  while (first < shorter
         && g_strcmp0 (get_line (self, first)->text, texts->pdata[first]) == 0)
    first++;
  while (last < shorter - first
         && g_strcmp0 (get_line (self, n_old - 1 - last)->text,
                       texts->pdata[n_new - 1 - last]) == 0)
    last++;

  if (n_old > first + last)
    g_array_remove_range (self->lines, first, n_old - first - last);
  for (guint i = 0; i < n_new - first - last; i++)
    g_array_insert_val (self->lines, first, fresh);
}

void
gj_compare_side_show (GjCompareSide  *self,
                      GPtrArray      *texts,
                      GPtrArray      *marks,
                      const gboolean *hidden)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (texts->len == marks->len);

  if (texts->len != self->lines->len)
    fit_lines (self, texts);

  for (guint i = 0; i < texts->len; i++)
    if (!is_up_to_date (get_line (self, i), texts->pdata[i], marks->pdata[i], hidden[i]))
      renew_line (self, i, texts->pdata[i], marks->pdata[i], hidden[i]);
}

guint
gj_compare_side_get_n_lines (GjCompareSide *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->lines->len;
}

gboolean
gj_compare_side_is_hidden (GjCompareSide *self,
                           guint          line)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return line < self->lines->len && get_line (self, line)->is_hidden;
}

void
gj_compare_side_forget_heights (GjCompareSide *self)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < self->lines->len; i++)
    get_line (self, i)->height = -1;
}

/* Where the last character ends below where the first begins. Asking for places, not for
 * the line's extent, does not depend on what the view has laid out already. */
static int
measure (GjCompareSide *self,
         guint          line)
{
  GdkRectangle first;
  GdkRectangle last;
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_iter_at_line (self->buffer, &start, line);
  end = start;
  if (!gtk_text_iter_ends_line (&end))
    gtk_text_iter_forward_to_line_end (&end);
  gtk_text_view_get_iter_location (self->view, &start, &first);
  gtk_text_view_get_iter_location (self->view, &end, &last);

  return last.y + last.height - first.y;
}

int
gj_compare_side_get_height (GjCompareSide *self,
                            guint          number)
{
  Line *line;

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (number < self->lines->len, 0);

  line = get_line (self, number);
  if (line->is_hidden)
    return 0;

  if (line->height < 0)
    line->height = measure (self, number);

  return GJ_COMPARE_HEAD_HEIGHT + line->height + GJ_COMPARE_GAP;
}

void
gj_compare_side_set_room (GjCompareSide *self,
                          int            top,
                          const int     *below,
                          int            bottom)
{
  g_return_if_fail (self != NULL);

  gtk_text_view_set_bottom_margin (self->view, bottom);

  if (self->top != TOP_MARGIN + top)
    {
      self->top = TOP_MARGIN + top;
      gtk_text_view_set_top_margin (self->view, self->top);
    }

  for (guint i = 0; i < self->lines->len; i++)
    {
      Line *line = get_line (self, i);
      GtkTextIter start;
      GtkTextIter end;

      if (line->below == below[i])
        continue;

      get_bounds (self, i, &start, &end);
      if (line->below != 0)
        gtk_text_buffer_remove_tag (self->buffer, get_spacer (self, line->below), &start, &end);
      if (below[i] != 0)
        gtk_text_buffer_apply_tag (self->buffer, get_spacer (self, below[i]), &start, &end);
      line->below = below[i];
    }
}

void
gj_compare_side_reveal (GjCompareSide *self,
                        guint          line)
{
  GtkTextIter iter;

  g_return_if_fail (self != NULL);

  gtk_text_buffer_get_iter_at_line (self->buffer, &iter, line);
  gtk_text_buffer_place_cursor (self->buffer, &iter);
  gtk_text_view_scroll_to_mark (self->view, gtk_text_buffer_get_insert (self->buffer), 0.0,
                                TRUE, 0.0, 0.3);
}
