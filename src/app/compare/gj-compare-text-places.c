/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-compare-text-private.h"

#include "gj-widget-compat.h"

/* Going from one change to the next, and to a place that a search has found in the old text. */

static guint
find_change (GjCompareText *self,
             guint          change,
             guint         *n_changes)
{
  gboolean numbers_only = gj_compare_get_numbers_only (self->compare);
  guint n = 0;
  guint found = GJ_NONE;

  for (guint i = 0; i < self->rows->len; i++)
    if (gj_text_row_is_change (&g_array_index (self->rows, GjTextRow, i), numbers_only))
      {
        if (n == change)
          found = i;
        n++;
      }
  if (n_changes != NULL)
    *n_changes = n;

  return found;
}

guint
gj_compare_text_get_n_changes (GjCompareText *self)
{
  guint n_changes;

  g_return_val_if_fail (GJ_IS_COMPARE_TEXT (self), 0);

  if (self->update_id != 0)
    _gj_compare_text_update (self);
  find_change (self, GJ_NONE, &n_changes);

  return n_changes;
}

/* The keyboard goes to where the words stand: to the old side for what is only there. */
void
gj_compare_text_go_to_change (GjCompareText *self,
                              guint          change)
{
  const GjTextRow *row;
  GjTextHalf *half;
  g_autofree char *words = NULL;

  g_return_if_fail (GJ_IS_COMPARE_TEXT (self));

  self->current = find_change (self, change, NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (self->current == GJ_NONE)
    return;

  row = &g_array_index (self->rows, GjTextRow, self->current);
  half = &self->halves[row->n_new > 0];
  for (guint i = 0; i < half->rows->len; i++)
    if (g_array_index (half->rows, guint, i) == self->current)
      {
        gj_compare_side_reveal (half->side, i);
        break;
      }
  gtk_widget_grab_focus (GTK_WIDGET (gj_compare_side_get_view (half->side)));
  words = _gj_compare_text_dup_spoken (self, row);
  gj_widget_announce (GTK_WIDGET (self), words);
}

static gboolean
find_place (GjCompareText *self,
            guint          offset,
            GtkTextIter   *iter)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->old_view);
  GjComparison *comparison = gj_compare_get_comparison (self->compare);
  g_auto (GStrv) texts = gj_comparison_dup_paragraphs (comparison, FALSE, self->section);
  GArray *paragraphs = self->halves[FALSE].paragraphs;
  guint start = 0;

  for (guint i = 0; texts[i] != NULL; i++)
    {
      guint length = g_utf8_strlen (texts[i], -1);

      for (guint line = 0; offset >= start && offset <= start + length
           && line < paragraphs->len; line++)
        if (g_array_index (paragraphs, guint, line) == i)
          return gtk_text_buffer_get_iter_at_line_offset (buffer, iter, line, offset - start);
      start += length + 1;
    }

  return FALSE;
}

gboolean
gj_compare_text_reveal_old (GjCompareText *self,
                            guint          start,
                            guint          end)
{
  GtkTextBuffer *buffer;
  GtkTextIter start_iter;
  GtkTextIter end_iter;

  g_return_val_if_fail (GJ_IS_COMPARE_TEXT (self), FALSE);

  buffer = gtk_text_view_get_buffer (self->old_view);
  if (!find_place (self, start, &start_iter) || !find_place (self, end, &end_iter))
    return FALSE;

  gtk_text_buffer_select_range (buffer, &start_iter, &end_iter);
  gtk_text_view_scroll_to_mark (self->old_view, gtk_text_buffer_get_insert (buffer), 0.1, FALSE,
                                0, 0);

  return TRUE;
}
