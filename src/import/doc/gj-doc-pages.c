/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-doc-reader-private.h"

#include <string.h>

#include "gj-word-text.h"

/* What stands beside the text: heads and feet of pages, footnotes. */

/* The first texts of pages are the lines above footnotes. */
#define N_FOOTNOTE_LINES 6
#define MAX_PAGE_TEXTS 60

static void
note_page_texts (GjDocReader *self)
{
  GjDocSpan places = gj_doc_file_get_part (self->file, GJ_DOC_PART_PAGE_TEXTS);
  guint32 start = gj_doc_file_get_start (self->file, GJ_DOC_STORY_PAGES);
  guint32 length = self->file->lengths[GJ_DOC_STORY_PAGES];
  gsize n = MIN (places.size / 4, N_FOOTNOTE_LINES + MAX_PAGE_TEXTS);
  g_autoptr (GHashTable) told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (gsize i = N_FOOTNOTE_LINES; i + 1 < n; i++)
    {
      guint32 first = MIN (gj_doc_span_u32 (&places, 4 * i), length);
      guint32 end = MIN (gj_doc_span_u32 (&places, 4 * i + 4), length);
      g_autofree char *text = gj_doc_text_dup_plain (self->text, start + first, start + end);
      g_autofree char *kept = gj_word_dup_page_text (text);

      if (kept != NULL && g_hash_table_add (told, g_strdup (kept)))
        _gj_doc_note (self, GJ_RAW_NOTE_HEADER_FOOTER, kept, 0);
    }
}

/* The first footnote is told, or else the first endnote. */
static void
take_first_footnote (GjDocReader *self)
{
  GjDocStory story = self->file->lengths[GJ_DOC_STORY_FOOTNOTES] > 0 ? GJ_DOC_STORY_FOOTNOTES
                                                                      : GJ_DOC_STORY_ENDNOTES;
  guint32 first = MIN (gj_doc_file_get_start (self->file, story), self->text->n_units);
  guint32 end = MIN (first + self->file->lengths[story], self->text->n_units);
  guint32 mark = first;
  g_autofree char *text = NULL;

  while (mark < end && self->text->units[mark] != '\r')
    mark++;
  text = gj_doc_text_dup_plain (self->text, first, mark);
  g_string_assign (self->footnotes.text, text);
}

/**
 * _gj_doc_note_pages:
 *
 * Notes what of the pages is no part of the text.
 */
void
_gj_doc_note_pages (GjDocReader *self)
{
  note_page_texts (self);
  take_first_footnote (self);
}
