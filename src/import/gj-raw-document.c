/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-raw-document.h"

#define NOTE_CHARACTERS 200

static void
raw_note_free (gpointer data)
{
  GjRawNote *self = data;

  g_free (self->text);
  g_free (self);
}

static void
raw_comment_free (gpointer data)
{
  GjRawComment *self = data;

  g_free (self->who);
  g_free (self->when);
  g_free (self->text);
  g_free (self);
}

static void
raw_block_free (gpointer data)
{
  gj_raw_block_free (data);
}

/**
 * gj_raw_document_new:
 * @unit: what its places count
 *
 * Returns: (transfer full): a document without blocks
 */
GjRawDocument *
gj_raw_document_new (GjRawUnit unit)
{
  GjRawDocument *self = g_new0 (GjRawDocument, 1);

  self->unit = unit;
  self->blocks = g_ptr_array_new_with_free_func (raw_block_free);
  self->notes = g_ptr_array_new_with_free_func (raw_note_free);
  self->comments = g_ptr_array_new_with_free_func (raw_comment_free);

  return self;
}

/**
 * gj_raw_document_add_note:
 * @kind: what the reader did
 * @text: (nullable): what stood there; a long text is cut
 * @n: how many
 * @line: the place in the source, or 0
 */
void
gj_raw_document_add_note (GjRawDocument *self,
                          GjRawNoteKind  kind,
                          const char    *text,
                          guint          n,
                          guint          line)
{
  GjRawNote *note;

  g_return_if_fail (self != NULL);

  note = g_new0 (GjRawNote, 1);
  note->kind = kind;
  if (text != NULL)
    note->text = g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), NOTE_CHARACTERS));
  note->n = n;
  note->line = line;
  g_ptr_array_add (self->notes, note);
}

/**
 * gj_raw_document_add_comment:
 * @text: what was said
 * @block: index of the block that it is about
 *
 * Returns: (transfer none): the comment, to be told the rest
 */
GjRawComment *
gj_raw_document_add_comment (GjRawDocument *self,
                             const char    *text,
                             guint          block)
{
  GjRawComment *comment;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  comment = g_new0 (GjRawComment, 1);
  comment->text = g_strdup (text);
  comment->block = block;
  g_ptr_array_add (self->comments, comment);

  return comment;
}

static int
compare_notes (gconstpointer one,
               gconstpointer other)
{
  const GjRawNote *a = *(const GjRawNote *const *) one;
  const GjRawNote *b = *(const GjRawNote *const *) other;

  return a->line < b->line ? -1 : a->line > b->line;
}

/**
 * gj_raw_document_sort_notes:
 *
 * Puts the notes into the order of their places; of one place, they keep theirs.
 */
void
gj_raw_document_sort_notes (GjRawDocument *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_sort (self->notes, compare_notes);
}

void
gj_raw_document_free (GjRawDocument *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->blocks);
  g_ptr_array_unref (self->notes);
  g_ptr_array_unref (self->comments);
  g_free (self);
}
