/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-doc-reader.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "gj-import.h"

#include "gj-doc-reader-private.h"

/* A document of Word 97 to 2003 or of WPS, from its streams to neutral blocks. It knows the
 * format and no form. What is left out, taken for granted or put elsewhere is a note. */

static void
raw_block_free (gpointer data)
{
  gj_raw_block_free (data);
}

static void
table_free (gpointer data)
{
  gj_doc_table_free (data);
}

static void
reader_init (GjDocReader  *self,
             GjDocFile    *file,
             GCancellable *cancellable)
{
  memset (self, 0, sizeof *self);
  self->cancellable = cancellable;
  self->file = file;
  self->text = gj_doc_text_new (file);
  self->formats = gj_doc_formats_new (file, self->text);
  self->lists = gj_doc_lists_new (file);
  self->comments = gj_doc_comments_new (file, self->text);
  self->shapes = gj_doc_shapes_new (file);
  self->out = gj_raw_document_new (GJ_RAW_UNIT_PARAGRAPH);
  self->tables = g_ptr_array_new_with_free_func (table_free);
  self->blocks = self->out->blocks;
  self->before = g_ptr_array_new_with_free_func (raw_block_free);
  self->after = g_ptr_array_new_with_free_func (raw_block_free);
  self->boxes = g_array_new (FALSE, FALSE, sizeof (GjDocBox));
  self->words = g_string_new (NULL);
  self->hidden = g_string_new (NULL);
  self->number = g_string_new (NULL);
  gj_word_tally_init (&self->deletions, GJ_RAW_NOTE_DELETED);
  gj_word_tally_init (&self->insertions, GJ_RAW_NOTE_INSERTED);
  gj_word_tally_init (&self->footnotes, GJ_RAW_NOTE_FOOTNOTE);
}

static void
reader_clear (GjDocReader *self)
{
  g_clear_pointer (&self->shapes, gj_doc_shapes_free);
  g_clear_pointer (&self->comments, gj_doc_comments_free);
  g_clear_pointer (&self->lists, gj_doc_lists_free);
  g_clear_pointer (&self->formats, gj_doc_formats_free);
  g_clear_pointer (&self->text, gj_doc_text_free);
  g_clear_pointer (&self->file, gj_doc_file_free);
  g_clear_pointer (&self->out, gj_raw_document_free);
  g_clear_error (&self->error);
  g_ptr_array_unref (self->tables);
  g_ptr_array_unref (self->before);
  g_ptr_array_unref (self->after);
  g_array_unref (self->boxes);
  g_string_free (self->words, TRUE);
  g_string_free (self->hidden, TRUE);
  g_string_free (self->number, TRUE);
  gj_word_tally_clear (&self->deletions);
  gj_word_tally_clear (&self->insertions);
  gj_word_tally_clear (&self->footnotes);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GjDocReader, reader_clear)

void
_gj_doc_note (GjDocReader   *self,
              GjRawNoteKind  kind,
              const char    *text,
              guint          line)
{
  gj_raw_document_add_note (self->out, kind, text, 1, line);
}

gboolean
_gj_doc_is_stopped (GjDocReader *self)
{
  if (self->error == NULL && self->n_bytes > GJ_DOC_MAX_TEXT)
    self->error = g_error_new_literal (GJ_IMPORT_ERROR, GJ_IMPORT_ERROR_UNREADABLE,
                                       _("This Word document is too large to be read. Take out what is no part "
                                         "of the report, save it and open it again."));

  return self->error != NULL || g_cancellable_set_error_if_cancelled (self->cancellable, &self->error);
}

static void
write_notes (GjDocReader *self)
{
  if (self->text->is_cut)
    _gj_doc_note (self, GJ_RAW_NOTE_BROKEN, NULL, self->n_paragraphs);
  if (self->n_dropped > 0)
    gj_raw_document_add_note (self->out, GJ_RAW_NOTE_DROPPED_CHARACTERS, NULL, self->n_dropped, 0);
  gj_word_tally_write (&self->deletions, self->out);
  gj_word_tally_write (&self->insertions, self->out);
  gj_word_tally_write (&self->footnotes, self->out);
  gj_raw_document_sort_notes (self->out);
}

/* Boxes whose anchor was not met come after all other text. */
static void
read_boxes_left (GjDocReader *self)
{
  GjDocBox box;

  while (gj_doc_shapes_next_left (self->shapes, &box))
    {
      g_autofree char *text = gj_doc_text_dup_plain (self->text, box.first, box.end);

      if (*text == '\0')
        continue;
      _gj_doc_note (self, GJ_RAW_NOTE_TEXT_BOX_MOVED, text, self->n_paragraphs + 1);
      _gj_doc_read_box (self, &box);
    }
}

/* Takes the file. */
static GjRawDocument *
read_file (GjDocFile     *file,
           GCancellable  *cancellable,
           GError       **error)
{
  g_auto (GjDocReader) self = { 0 };

  reader_init (&self, file, cancellable);
  if (self.text->n_units == 0)
    {
      gj_doc_file_set_damaged (error);
      return NULL;
    }
  _gj_doc_note_pages (&self);
  _gj_doc_read_story (&self, 0, MIN (file->lengths[GJ_DOC_STORY_MAIN], self.text->n_units));
  read_boxes_left (&self);
  if (self.error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&self.error));
      return NULL;
    }

  gj_doc_comments_write (self.comments, self.out);
  write_notes (&self);

  return g_steal_pointer (&self.out);
}

/**
 * gj_doc_read:
 * @bytes: a file
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for a #GError
 *
 * Reads a document of Word 97 to 2003, or one that WPS wrote in that format.
 *
 * Sets %GJ_IMPORT_ERROR_UNREADABLE with a sentence that says what the file is and what to
 * do when it is none, is damaged, is protected or breaks a limit.
 *
 * Returns: (transfer full): what stands in it
 */
GjRawDocument *
gj_doc_read (GBytes        *bytes,
             GCancellable  *cancellable,
             GError       **error)
{
  GjDocFile *file;

  g_return_val_if_fail (bytes != NULL, NULL);

  file = gj_doc_file_open (bytes, error);

  return file != NULL ? read_file (file, cancellable, error) : NULL;
}
