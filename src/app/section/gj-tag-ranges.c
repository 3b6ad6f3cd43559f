/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-tag-ranges.h"

/* A buffer lays out anew whatever a tag is taken from or put on, also where it stood
 * already or did not stand. So only what differs is touched. */

/**
 * gj_tag_ranges_new:
 *
 * Returns: (transfer full) (element-type GjTagRange): no ranges
 */
GArray *
gj_tag_ranges_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (GjTagRange));
}

void
gj_tag_ranges_add (GArray            *ranges,
                   const GtkTextIter *start,
                   const GtkTextIter *end)
{
  GjTagRange range = { gtk_text_iter_get_offset (start), gtk_text_iter_get_offset (end) };

  if (range.start < range.end)
    g_array_append_val (ranges, range);
}

static int
compare_ranges (gconstpointer a,
                gconstpointer b)
{
  const GjTagRange *left = a;
  const GjTagRange *right = b;

  return (left->start > right->start) - (left->start < right->start);
}

/* In order, and those that touch as one, as a buffer knows them. */
static void
join (GArray *ranges)
{
  guint n = 0;

  g_array_sort (ranges, compare_ranges);
  for (guint i = 0; i < ranges->len; i++)
    {
      GjTagRange range = g_array_index (ranges, GjTagRange, i);
      GjTagRange *last = n > 0 ? &g_array_index (ranges, GjTagRange, n - 1) : NULL;

      if (last != NULL && range.start <= last->end)
        last->end = MAX (last->end, range.end);
      else
        g_array_index (ranges, GjTagRange, n++) = range;
    }
  g_array_set_size (ranges, n);
}

static GArray *
list_present (GtkTextBuffer *buffer,
              GtkTextTag    *tag)
{
  GArray *ranges = gj_tag_ranges_new ();
  GtkTextIter start;

  gtk_text_buffer_get_start_iter (buffer, &start);
  if (!gtk_text_iter_has_tag (&start, tag))
    gtk_text_iter_forward_to_tag_toggle (&start, tag);
  while (!gtk_text_iter_is_end (&start))
    {
      GtkTextIter end = start;

      if (!gtk_text_iter_forward_to_tag_toggle (&end, tag))
        gtk_text_buffer_get_end_iter (buffer, &end);
      gj_tag_ranges_add (ranges, &start, &end);
      start = end;
      gtk_text_iter_forward_to_tag_toggle (&start, tag);
    }

  return ranges;
}

static gboolean
is_among (const GArray *ranges,
          GjTagRange    range,
          guint        *next)
{
  while (*next < ranges->len && g_array_index (ranges, GjTagRange, *next).start < range.start)
    (*next)++;

  return *next < ranges->len && g_array_index (ranges, GjTagRange, *next).start == range.start
         && g_array_index (ranges, GjTagRange, *next).end == range.end;
}

static void
get_iters (GtkTextBuffer *buffer,
           GjTagRange     range,
           GtkTextIter   *start,
           GtkTextIter   *end)
{
  gtk_text_buffer_get_iter_at_offset (buffer, start, range.start);
  gtk_text_buffer_get_iter_at_offset (buffer, end, range.end);
}

/**
 * gj_tag_ranges_apply:
 * @ranges: (element-type GjTagRange): where the tag is to stand, in any order
 * @buffer: a buffer
 * @tag: a tag of it
 *
 * Makes the tag stand there and nowhere else.
 */
void
gj_tag_ranges_apply (GArray        *ranges,
                     GtkTextBuffer *buffer,
                     GtkTextTag    *tag)
{
  g_autoptr (GArray) present = list_present (buffer, tag);
  GtkTextIter start;
  GtkTextIter end;
  guint next = 0;

  join (ranges);
  for (guint i = 0; i < present->len; i++)
    {
      GjTagRange range = g_array_index (present, GjTagRange, i);

      if (is_among (ranges, range, &next))
        continue;
      get_iters (buffer, range, &start, &end);
      gtk_text_buffer_remove_tag (buffer, tag, &start, &end);
    }

  next = 0;
  for (guint i = 0; i < ranges->len; i++)
    {
      GjTagRange range = g_array_index (ranges, GjTagRange, i);

      if (is_among (present, range, &next))
        continue;
      get_iters (buffer, range, &start, &end);
      gtk_text_buffer_apply_tag (buffer, tag, &start, &end);
    }
}
