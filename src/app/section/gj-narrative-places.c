/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-narrative-places.h"

typedef struct
{
  guint start;
  guint length;
  guint block;
} Paragraph;

/* The paragraphs of the whole section; @first and @n_blocks are the blocks of the part. */

struct _GjNarrativePlaces
{
  GtkTextBuffer *buffer;
  GArray        *paragraphs;
  guint          first;
  guint          n_blocks;
};

/**
 * gj_narrative_places_new:
 * @buffer: a buffer that shows what the report says
 *
 * Returns: (transfer full): the places of its section
 */
GjNarrativePlaces *
gj_narrative_places_new (GjNarrativeBuffer *buffer)
{
  GjNarrativePlaces *self = g_new0 (GjNarrativePlaces, 1);
  GjReport *report = gj_session_get_report (gj_narrative_buffer_get_session (buffer));
  GjNarrative *narrative =
    gj_report_get_narrative (report, gj_narrative_buffer_get_section (buffer));
  guint start = 0;

  self->buffer = GTK_TEXT_BUFFER (buffer);
  self->paragraphs = g_array_new (FALSE, FALSE, sizeof (Paragraph));
  self->first = gj_narrative_buffer_get_first_block (buffer, &self->n_blocks);
  for (guint i = 0; i < gj_narrative_get_n_blocks (narrative); i++)
    {
      GjBlock *block = gj_narrative_get_block (narrative, i);
      Paragraph paragraph = { start, 0, i };

      if (gj_block_get_kind (block) != GJ_BLOCK_PARAGRAPH)
        continue;

      paragraph.length = g_utf8_strlen (gj_block_get_text (block), -1);
      g_array_append_val (self->paragraphs, paragraph);
      start += paragraph.length + 1;
    }

  return self;
}

void
gj_narrative_places_free (GjNarrativePlaces *self)
{
  g_array_unref (self->paragraphs);
  g_free (self);
}

/* The last paragraph that begins at a place or before it. */
static const Paragraph *
find_paragraph (const GjNarrativePlaces *self,
                guint                    place)
{
  guint low = 0;
  guint high = self->paragraphs->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (self->paragraphs, Paragraph, middle).start <= place)
        low = middle + 1;
      else
        high = middle;
    }

  return low > 0 ? &g_array_index (self->paragraphs, Paragraph, low - 1) : NULL;
}

static gboolean
get_iter (const GjNarrativePlaces *self,
          guint                    place,
          gboolean                 is_end,
          GtkTextIter             *iter)
{
  const Paragraph *paragraph = find_paragraph (self, place);

  if (paragraph == NULL || paragraph->block < self->first
      || paragraph->block >= self->first + self->n_blocks
      || place > paragraph->start + paragraph->length
      || (!is_end && place == paragraph->start + paragraph->length))
    return FALSE;

  return gtk_text_buffer_get_iter_at_line_offset (self->buffer, iter, paragraph->block - self->first,
                                                  place - paragraph->start);
}

/**
 * gj_narrative_places_get_range:
 * @text_start: a character of the section's text
 * @text_end: the character after the last
 * @start: (out): where it begins in the buffer
 * @end: (out): where it ends
 *
 * Returns: whether the range stands in this part
 */
gboolean
gj_narrative_places_get_range (GjNarrativePlaces *self,
                               guint              text_start,
                               guint              text_end,
                               GtkTextIter       *start,
                               GtkTextIter       *end)
{
  return text_start < text_end
         && get_iter (self, text_start, FALSE, start)
         && get_iter (self, text_end, TRUE, end);
}

/**
 * gj_narrative_places_find:
 * @iter: a place in the buffer
 *
 * Returns: the place in the section's text
 */
guint
gj_narrative_places_find (GjNarrativePlaces *self,
                          const GtkTextIter *iter)
{
  guint block = self->first + MIN ((guint) gtk_text_iter_get_line (iter), self->n_blocks);
  guint place = 0;

  for (guint i = 0; i < self->paragraphs->len; i++)
    {
      const Paragraph *paragraph = &g_array_index (self->paragraphs, Paragraph, i);

      if (paragraph->block >= block)
        break;
      place = paragraph->start + paragraph->length + 1;
    }

  return place + gtk_text_iter_get_line_offset (iter);
}
