/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-doc-reader-private.h"

#include <string.h>

#include "gj-doc-picture.h"
#include "gj-word-field.h"

/* Characters that stand for something else: line ends, pictures, what floats over the
 * text, fields. */

#define MARK_PICTURE 0x01
#define MARK_NOTE 0x02
#define MARK_DRAWING 0x08
#define MARK_TAB 0x09
#define MARK_LINE 0x0b
#define MARK_PAGE 0x0c
#define MARK_COLUMN 0x0e
#define MARK_HYPHEN 0x1e

#define MAX_PICTURE_BYTES (64 * 1024 * 1024)

/* A picture in a sentence stands before it or after it, so that the sentence stays whole. */
static void
add_block (GjDocReader *self,
           GjRawBlock  *block)
{
  g_ptr_array_add (self->words->len > 0 ? self->after : self->before, block);
}

static void
add_picture (GjDocReader *self,
             GBytes      *picture,
             guint32      at)
{
  if (picture != NULL)
    self->n_picture_bytes += g_bytes_get_size (picture);
  else if (at >= self->object_end)
    _gj_doc_note (self, GJ_RAW_NOTE_PICTURE_LEFT_OUT, "?", self->line);
  add_block (self, gj_raw_block_new_picture (picture, "", self->line));
}

/* What is shown again and again is not copied for ever. */
static gboolean
may_keep (GjDocReader *self)
{
  return self->n_picture_bytes < MAX_PICTURE_BYTES;
}

static void
add_inline_picture (GjDocReader           *self,
                    const GjDocCharacters *format,
                    guint32                at)
{
  g_autoptr (GBytes) picture = NULL;

  if (format->picture >= 0 && may_keep (self))
    picture = gj_doc_picture_read_inline (self->file, (gsize) format->picture);
  add_picture (self, picture, at);
}

static void
add_stored_pictures (GjDocReader *self,
                     guint32      id,
                     guint32      at)
{
  g_autoptr (GArray) numbers = gj_doc_shapes_list_pictures (self->shapes, id);

  for (guint i = 0; i < numbers->len; i++)
    {
      guint32 number = g_array_index (numbers, guint32, i);
      g_autoptr (GBytes) picture = may_keep (self) ? gj_doc_picture_read_stored (self->file, number) : NULL;

      add_picture (self, picture, at);
    }
}

/* Letters drawn along a line. */
static void
add_words (GjDocReader *self,
           guint32      id)
{
  g_autofree char *words = gj_doc_shapes_dup_words (self->shapes, id);

  if (*words == '\0')
    return;
  _gj_doc_note (self, GJ_RAW_NOTE_TEXT_BOX, words, self->line);
  g_ptr_array_add (self->after, gj_raw_block_new_paragraph (words, -1, self->line));
}

/* What is not shown is told, and not read. */
static void
leave_out (GjDocReader *self,
           guint32      id,
           gboolean     is_hidden)
{
  GjDocBox box;

  while (gj_doc_shapes_next_box (self->shapes, id, &box))
    {
      g_autofree char *text = gj_doc_text_dup_plain (self->text, box.first, box.end);

      if (*text != '\0')
        _gj_doc_note (self, is_hidden ? GJ_RAW_NOTE_HIDDEN : GJ_RAW_NOTE_DELETED, text, self->line);
    }
}

/* A shape that is neither picture nor text is a line or a frame and says nothing. No box
 * stands in another. */
static void
add_drawing (GjDocReader           *self,
             const GjDocCharacters *format,
             guint32                at)
{
  guint32 id = gj_doc_shapes_find (self->shapes, at);
  guint n_boxes = 0;
  GjDocBox box;

  if (format->is_deleted || format->is_hidden)
    {
      leave_out (self, id, format->is_hidden);
      return;
    }

  for (; !self->in_box && gj_doc_shapes_next_box (self->shapes, id, &box); n_boxes++)
    g_array_append_val (self->boxes, box);
  add_stored_pictures (self, id, at);
  add_words (self, id);
  if (n_boxes == 0 && !gj_doc_shapes_has (self->shapes, id))
    add_picture (self, NULL, at);
}

/* Fields */

static gboolean
is_object (const char *code)
{
  return g_ascii_strncasecmp (code, "EMBED ", 6) == 0 || g_ascii_strncasecmp (code, "CONTROL ", 8) == 0;
}

/**
 * _gj_doc_read_field:
 * @format: how it is formatted
 * @at: the mark that begins a field
 *
 * Notes what a field shows and does not store. Its code is not read, its result is.
 */
void
_gj_doc_read_field (GjDocReader           *self,
                    const GjDocCharacters *format,
                    guint32                at)
{
  GjDocField field;
  g_autofree char *code = NULL;

  if (format->is_deleted || format->is_hidden || !gj_doc_text_find_field (self->text, at, &field))
    return;

  code = gj_doc_text_dup_code (self->text, &field);
  if (is_object (code))
    {
      const char *program = strchr (code, ' ') + 1;
      g_autofree char *name = g_strndup (program, strcspn (program, ". "));

      _gj_doc_note (self, GJ_RAW_NOTE_OBJECT_LEFT_OUT, name, self->line);
      self->object_end = field.end;
    }
  else if (!field.has_result && gj_word_field_shows_more (code))
    {
      _gj_doc_note (self, GJ_RAW_NOTE_FIELD_LEFT_OUT, code, self->line);
    }
}

/**
 * _gj_doc_read_mark:
 * @format: how it is formatted
 * @at: a character below a blank
 */
void
_gj_doc_read_mark (GjDocReader           *self,
                   const GjDocCharacters *format,
                   guint32                at)
{
  switch (self->text->units[at])
    {
    case MARK_PICTURE:
      if (format->is_special && !format->is_deleted && !format->is_hidden)
        add_inline_picture (self, format, at);
      break;
    case MARK_DRAWING:
      if (format->is_special)
        add_drawing (self, format, at);
      break;
    case MARK_NOTE:
      if (format->is_special && !format->is_deleted)
        gj_word_tally_count (&self->footnotes, NULL, self->n_paragraphs);
      break;
    case MARK_TAB:
      _gj_doc_append (self, format, '\t');
      break;
    case MARK_LINE:
    case MARK_PAGE:
    case MARK_COLUMN:
      _gj_doc_append (self, format, '\n');
      break;
    case MARK_HYPHEN:
      _gj_doc_append (self, format, '-');
      break;
    default:
      break;
    }
}
