/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-line-cache.h"

/* A keystroke touches one line of hundreds. Counted from the start and from the end, the
 * lines that nothing has touched are the same ones, however many have come or gone between
 * them; they are told by their blocks. */

struct _GjLineCache
{
  GtkTextBuffer *buffer;
  GPtrArray     *lines;
  guint          n_start;
  guint          n_end;
};

/**
 * gj_line_cache_new:
 * @buffer: the buffer that keeps the cache
 *
 * Returns: (transfer full): a cache that knows nothing yet
 */
GjLineCache *
gj_line_cache_new (GtkTextBuffer *buffer)
{
  GjLineCache *self = g_new0 (GjLineCache, 1);

  self->buffer = buffer;
  self->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) gj_block_unref);

  return self;
}

void
gj_line_cache_free (GjLineCache *self)
{
  g_ptr_array_unref (self->lines);
  g_free (self);
}

/**
 * gj_line_cache_touch:
 * @start: where the buffer is about to change
 * @end: where that ends; @start for what is about to be put there
 *
 * To be told before every change of the text.
 */
void
gj_line_cache_touch (GjLineCache       *self,
                     const GtkTextIter *start,
                     const GtkTextIter *end)
{
  guint first = MIN (gtk_text_iter_get_line (start), gtk_text_iter_get_line (end));
  guint last = MAX (gtk_text_iter_get_line (start), gtk_text_iter_get_line (end));

  self->n_start = MIN (self->n_start, first);
  self->n_end = MIN (self->n_end, gtk_text_buffer_get_line_count (self->buffer) - 1 - last);
}

static void
add_known (GPtrArray       *lines,
           const GPtrArray *known,
           guint            first,
           guint            n_lines)
{
  for (guint i = 0; i < n_lines; i++)
    g_ptr_array_add (lines, gj_block_ref (g_ptr_array_index (known, first + i)));
}

/**
 * gj_line_cache_take:
 * @lines: (element-type GjBlock): what the lines of the buffer show now
 *
 * Takes the blocks for the lines, when there is one for each.
 */
void
gj_line_cache_take (GjLineCache *self,
                    GPtrArray   *lines)
{
  gboolean is_one_each = (int) lines->len == gtk_text_buffer_get_line_count (self->buffer);

  g_ptr_array_set_size (self->lines, 0);
  if (is_one_each)
    add_known (self->lines, lines, 0, lines->len);
  self->n_start = self->lines->len;
  self->n_end = self->lines->len;
}

/**
 * gj_line_cache_list:
 *
 * Returns: (transfer full) (element-type GjBlock): what stands in the buffer, at least one
 *     line
 */
GPtrArray *
gj_line_cache_list (GjLineCache *self)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify) gj_block_unref);
  guint n_lines = gtk_text_buffer_get_line_count (self->buffer);
  guint n_start = MIN (self->n_start, n_lines);
  guint n_end = MIN (self->n_end, n_lines - n_start);

  add_known (lines, self->lines, 0, n_start);
  gj_lines_list_buffer (self->buffer, n_start, n_lines - n_start - n_end, lines);
  add_known (lines, self->lines, self->lines->len - n_end, n_end);
  gj_line_cache_take (self, lines);

  return lines;
}
