/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-compare-text-private.h"

/* From the comparison to lines: which paragraph and row each is, its marks, whether it is
 * left out. */

static GjNarrative *
get_narrative (GjCompareText *self,
               gboolean       is_new)
{
  guint section = is_new ? self->section
                         : gj_compare_find_old_section (self->compare, self->section);

  return section != GJ_NONE
         ? gj_report_get_narrative (gj_compare_get_report (self->compare, is_new), section)
         : NULL;
}

/* The paragraphs of the narrative that stand in this part, and what each line of the
 * text is. */
static void
list_lines (GjCompareText *self,
            gboolean       is_new)
{
  GjTextHalf *half = &self->halves[is_new];
  GjNarrative *narrative = get_narrative (self, is_new);
  guint n_blocks = 0;
  guint first = narrative != NULL
                ? gj_narrative_part_find (narrative, self->part, &n_blocks) : 0;
  guint paragraph = 0;

  g_array_set_size (half->paragraphs, 0);
  for (guint i = 0; i < first + n_blocks; i++)
    {
      gboolean is_paragraph =
        gj_block_get_kind (gj_narrative_get_block (narrative, i)) == GJ_BLOCK_PARAGRAPH;
      guint number = is_paragraph ? paragraph : GJ_NONE;

      if (i == first)
        half->first = paragraph;
      if (i >= first)
        g_array_append_val (half->paragraphs, number);
      if (is_paragraph)
        paragraph++;
    }
  if (n_blocks == 0)
    half->first = paragraph;
  half->n = paragraph - half->first;
}

/* A line that is no paragraph belongs to the row before it. */
static void
list_rows_of_lines (GjCompareText *self,
                    gboolean       is_new)
{
  GjTextHalf *half = &self->halves[is_new];
  guint row = 0;

  g_array_set_size (half->rows, half->paragraphs->len);
  for (guint i = 0; i < half->paragraphs->len; i++)
    {
      guint paragraph = g_array_index (half->paragraphs, guint, i);

      for (guint j = row; paragraph != GJ_NONE && j < self->rows->len; j++)
        {
          const GjTextRow *candidate = &g_array_index (self->rows, GjTextRow, j);
          guint first = is_new ? candidate->new_first : candidate->old_first;
          guint n = is_new ? candidate->n_new : candidate->n_old;

          if (paragraph >= first && paragraph < first + n)
            {
              row = j;
              break;
            }
        }
      g_array_index (half->rows, guint, i) = self->rows->len > 0 ? row : GJ_NONE;
    }
}

guint
_gj_compare_text_get_caret_line (GjCompareText *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));

  return gtk_text_iter_get_line (&iter);
}

/* What is being written does not vanish from under the caret. */
static gboolean
is_line_hidden (GjCompareText *self,
                gboolean       is_new,
                guint          line)
{
  guint row = g_array_index (self->halves[is_new].rows, guint, line);
  GjTextHalf *half = &self->halves[TRUE];
  guint caret;

  if (!gj_compare_get_hide_same (self->compare) || row == GJ_NONE
      || gj_text_row_is_change (&g_array_index (self->rows, GjTextRow, row),
                                gj_compare_get_numbers_only (self->compare)))
    return FALSE;

  caret = _gj_compare_text_get_caret_line (self);

  return !gtk_widget_has_focus (GTK_WIDGET (self->view)) || caret >= half->rows->len
         || g_array_index (half->rows, guint, caret) != row;
}

static void
show_half (GjCompareText *self,
           gboolean       is_new,
           char         **paragraphs,
           GPtrArray     *passages)
{
  GjComparison *comparison = gj_compare_get_comparison (self->compare);
  GjTextHalf *half = &self->halves[is_new];
  const GArray *stretches = is_new && gj_compare_is_years (self->compare)
                            ? gj_comparison_get_stretches (comparison, self->section) : NULL;
  g_autoptr (GPtrArray) all =
    gj_text_rows_list_marks (passages, is_new, (const char *const *) paragraphs, stretches,
                             gj_compare_get_numbers_only (self->compare));
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  g_autoptr (GPtrArray) marks = g_ptr_array_new ();
  g_autofree gboolean *hidden = g_new0 (gboolean, half->paragraphs->len + 1);
  guint n_paragraphs = g_strv_length (paragraphs);

  for (guint i = 0; i < half->paragraphs->len; i++)
    {
      guint paragraph = g_array_index (half->paragraphs, guint, i);
      gboolean is_known = paragraph < n_paragraphs;

      g_ptr_array_add (texts, is_known ? paragraphs[paragraph] : (char *) "");
      g_ptr_array_add (marks, is_known ? all->pdata[paragraph] : NULL);
      hidden[i] = is_line_hidden (self, is_new, i);
    }
  gj_compare_side_show (half->side, texts, marks, hidden);
}

/* The rows of which a side has something in this part. */
static void
take_rows (GjCompareText *self,
           GArray        *rows)
{
  g_array_set_size (self->rows, 0);
  for (guint i = 0; i < rows->len; i++)
    {
      GjTextRow row = g_array_index (rows, GjTextRow, i);

      if (row.old_first < self->halves[FALSE].first
          || row.old_first >= self->halves[FALSE].first + self->halves[FALSE].n)
        row.n_old = 0;
      if (row.new_first < self->halves[TRUE].first
          || row.new_first >= self->halves[TRUE].first + self->halves[TRUE].n)
        row.n_new = 0;
      if (row.n_old + row.n_new > 0)
        g_array_append_val (self->rows, row);
    }
}

/* What has changed is shown; what stands where it stood is not touched. */
void
_gj_compare_text_show (GjCompareText *self)
{
  GjComparison *comparison = gj_compare_get_comparison (self->compare);
  GPtrArray *passages = gj_compare_get_passages (self->compare, self->section);
  g_auto (GStrv) old_texts = gj_comparison_dup_paragraphs (comparison, FALSE, self->section);
  g_auto (GStrv) new_texts = gj_comparison_dup_paragraphs (comparison, TRUE, self->section);
  g_autoptr (GArray) rows = gj_text_rows_new (passages, (const char *const *) old_texts,
                                              (const char *const *) new_texts);

  list_lines (self, FALSE);
  list_lines (self, TRUE);
  take_rows (self, rows);
  list_rows_of_lines (self, FALSE);
  list_rows_of_lines (self, TRUE);
  if (self->current != GJ_NONE && self->current >= self->rows->len)
    self->current = GJ_NONE;
  show_half (self, FALSE, old_texts, passages);
  show_half (self, TRUE, new_texts, passages);
  _gj_compare_text_forget_heads (self);
}
