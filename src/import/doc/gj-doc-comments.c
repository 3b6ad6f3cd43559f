/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-doc-comments.h"

#include <stdlib.h>
#include <string.h>

/* Comments: their texts are a story of their own, whose parts and the places they are about
 * stand in tables; the authors' names, the dates and the words that are meant in others. */

#define MAX_COMMENTS 2000

#define REFERENCE_SIZE 30
#define MARK_SIZE 12
#define DATE_SIZE 18

#define EXTENDED 0xffff

typedef struct
{
  char       *who;
  char       *when;
  char       *text;
  guint32     first;
  guint32     end;
  gboolean    begun;
  gboolean    ended;
  glong       start_character;
  glong       end_character;
  GjRawBlock *block;
  guint       row;
  guint       cell;
} Comment;

/* Where a comment begins or ends in the text, by place. */
typedef struct
{
  guint32  at;
  guint    comment;
  gboolean is_end;
} Place;

struct _GjDocComments
{
  const GjDocText *text;
  GArray          *comments;
  GArray          *places;
  guint            next;
  GArray          *waiting;
  GHashTable      *by_block;
};

static void
comment_clear (gpointer data)
{
  Comment *self = data;

  g_free (self->who);
  g_free (self->when);
  g_free (self->text);
}

static void
indices_free (gpointer data)
{
  g_array_unref (data);
}

/* Reading */

static char *
dup_name (const GjDocSpan *bytes,
          gsize            at)
{
  gsize n = gj_doc_span_u16 (bytes, at);
  g_autoptr (GString) name = g_string_new (NULL);

  for (gsize i = 0; i < n && gj_doc_span_has (bytes, at + 2 + 2 * i, 2); i++)
    {
      gunichar c = gj_doc_span_u16 (bytes, at + 2 + 2 * i);

      if (c >= 0x20 && g_unichar_validate (c))
        g_string_append_unichar (name, c);
    }
  g_strstrip (name->str);

  return *name->str != '\0' ? g_strdup (name->str) : NULL;
}

/* Names follow one another. */
static GPtrArray *
read_authors (const GjDocSpan *bytes)
{
  GPtrArray *authors = g_ptr_array_new_with_free_func (g_free);
  gsize at = 0;

  while (gj_doc_span_has (bytes, at, 2) && authors->len < MAX_COMMENTS)
    {
      g_ptr_array_add (authors, dup_name (bytes, at));
      at += 2 + 2 * (gsize) gj_doc_span_u16 (bytes, at);
    }

  return authors;
}

/* Minutes, hours, day, month and years since 1900 in one number. */
static char *
dup_date (guint32 date)
{
  guint day = date >> 11 & 0x1f;
  guint month = date >> 16 & 0xf;
  guint year = 1900 + (date >> 20 & 0x1ff);

  if (!g_date_valid_dmy ((GDateDay) day, month, (GDateYear) year))
    return NULL;

  return g_strdup_printf ("%04u-%02u-%02u", year, month, day);
}

/* The words that are meant: the comment has a tag, the tag a begin, the begin an end. */
static void
find_words (Comment         *comment,
            const GjDocFile *file,
            guint32          tag)
{
  GjDocSpan marks = gj_doc_file_get_part (file, GJ_DOC_PART_COMMENT_MARKS);
  GjDocSpan starts = gj_doc_file_get_part (file, GJ_DOC_PART_COMMENT_STARTS);
  GjDocSpan ends = gj_doc_file_get_part (file, GJ_DOC_PART_COMMENT_ENDS);
  gsize n = MIN (gj_doc_span_u16 (&marks, 2), MAX_COMMENTS);
  gsize n_starts = starts.size >= 4 ? (starts.size - 4) / 8 : 0;

  if (gj_doc_span_u16 (&marks, 0) != EXTENDED)
    return;
  for (gsize i = 0; i < MIN (n, n_starts); i++)
    if (gj_doc_span_u32 (&marks, 6 + MARK_SIZE * i + 4) == tag)
      {
        gsize end = gj_doc_span_u16 (&starts, 4 * (n_starts + 1) + 4 * i);
        guint32 first = gj_doc_span_u32 (&starts, 4 * i);
        guint32 last = gj_doc_span_has (&ends, 4 * end, 4) ? gj_doc_span_u32 (&ends, 4 * end) : 0;

        if (first <= last && last <= comment->end)
          {
            comment->first = first;
            comment->end = last;
          }
        return;
      }
}

static void
add_place (GjDocComments *self,
           guint32        at,
           guint          comment,
           gboolean       is_end)
{
  Place place = { at, comment, is_end };

  g_array_append_val (self->places, place);
}

static int
compare_places (const void *one,
                const void *other)
{
  const Place *a = one;
  const Place *b = other;

  if (a->at != b->at)
    return a->at < b->at ? -1 : 1;
  if (a->is_end != b->is_end)
    return a->is_end ? 1 : -1;

  return a->comment < b->comment ? -1 : a->comment > b->comment;
}

static void
read_comments (GjDocComments   *self,
               const GjDocFile *file)
{
  GjDocSpan references = gj_doc_file_get_part (file, GJ_DOC_PART_COMMENT_REFERENCES);
  GjDocSpan texts = gj_doc_file_get_part (file, GJ_DOC_PART_COMMENT_TEXTS);
  GjDocSpan names = gj_doc_file_get_part (file, GJ_DOC_PART_COMMENT_AUTHORS);
  GjDocSpan dates = gj_doc_file_get_part (file, GJ_DOC_PART_COMMENT_DATES);
  guint32 start = gj_doc_file_get_start (file, GJ_DOC_STORY_COMMENTS);
  guint32 length = file->lengths[GJ_DOC_STORY_COMMENTS];
  gsize n = references.size >= 4 ? (references.size - 4) / (4 + REFERENCE_SIZE) : 0;
  g_autoptr (GPtrArray) authors = read_authors (&names);

  for (gsize i = 0; i < MIN (n, MAX_COMMENTS); i++)
    {
      gsize about = 4 * (n + 1) + REFERENCE_SIZE * i;
      guint author = gj_doc_span_u16 (&references, about + 20);
      guint32 first = MIN (gj_doc_span_u32 (&texts, 4 * i), length);
      guint32 end = MIN (gj_doc_span_u32 (&texts, 4 * i + 4), length);
      Comment comment = { .first = gj_doc_span_u32 (&references, 4 * i) };

      comment.end = comment.first;
      comment.who = author < authors->len ? g_strdup (authors->pdata[author]) : NULL;
      comment.when = dup_date (gj_doc_span_u32 (&dates, DATE_SIZE * i));
      comment.text = gj_doc_text_dup_plain (self->text, start + first, start + end);
      find_words (&comment, file, gj_doc_span_u32 (&references, about + 26));
      add_place (self, comment.first, self->comments->len, FALSE);
      add_place (self, comment.end, self->comments->len, TRUE);
      g_array_append_val (self->comments, comment);
    }
  if (self->places->len > 0)
    qsort (self->places->data, self->places->len, sizeof (Place), compare_places);
}

/**
 * gj_doc_comments_new:
 * @file: a document
 * @text: its text, which must live as long
 *
 * Returns: (transfer full): its comments, before the first character
 */
GjDocComments *
gj_doc_comments_new (const GjDocFile *file,
                     const GjDocText *text)
{
  GjDocComments *self = g_new0 (GjDocComments, 1);

  self->text = text;
  self->comments = g_array_new (FALSE, TRUE, sizeof (Comment));
  g_array_set_clear_func (self->comments, comment_clear);
  self->places = g_array_new (FALSE, FALSE, sizeof (Place));
  self->waiting = g_array_new (FALSE, FALSE, sizeof (guint));
  self->by_block = g_hash_table_new_full (NULL, NULL, NULL, indices_free);
  read_comments (self, file);

  return self;
}

void
gj_doc_comments_free (GjDocComments *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->comments);
  g_array_unref (self->places);
  g_array_unref (self->waiting);
  g_hash_table_unref (self->by_block);
  g_free (self);
}

/* Following the text */

static Comment *
get_comment (GjDocComments *self,
             guint          index)
{
  return &g_array_index (self->comments, Comment, index);
}

/**
 * gj_doc_comments_pass:
 * @at: the next character of the document
 * @n_characters: code points of the paragraph before it
 *
 * Begins and ends what begins and ends before that character.
 */
void
gj_doc_comments_pass (GjDocComments *self,
                      guint32        at,
                      glong          n_characters)
{
  for (; self->next < self->places->len; self->next++)
    {
      const Place *place = &g_array_index (self->places, Place, self->next);
      Comment *comment = get_comment (self, place->comment);

      if (place->at > at)
        return;
      if (!place->is_end && !comment->begun)
        {
          comment->begun = TRUE;
          comment->start_character = n_characters;
          comment->end_character = -1;
          g_array_append_val (self->waiting, place->comment);
        }
      if (place->is_end && comment->begun && comment->block == NULL)
        {
          comment->ended = TRUE;
          comment->end_character = n_characters;
        }
    }
}

static gboolean
is_in (const Comment *comment,
       glong          first,
       glong          end)
{
  return comment->start_character >= first && comment->start_character <= end;
}

/**
 * gj_doc_comments_are_in:
 * @first: a code point of the paragraph
 * @end: the code point behind the last
 *
 * Returns: whether a comment of the paragraph begins there
 */
gboolean
gj_doc_comments_are_in (GjDocComments *self,
                        glong          first,
                        glong          end)
{
  for (guint i = 0; i < self->waiting->len; i++)
    if (is_in (get_comment (self, g_array_index (self->waiting, guint, i)), first, end))
      return TRUE;

  return FALSE;
}

static void
put (GjDocComments *self,
     GjRawBlock    *block,
     guint          index)
{
  GArray *indices = g_hash_table_lookup (self->by_block, block);

  if (indices == NULL)
    {
      indices = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (self->by_block, block, indices);
    }
  g_array_append_val (indices, index);
  get_comment (self, index)->block = block;
}

/**
 * gj_doc_comments_settle:
 * @block: a block that was made of the paragraph
 * @first: its first code point in the paragraph
 * @end: the code point behind its last
 *
 * Gives the comments that begin there their block. One that goes on behind it is about
 * what is left of the block.
 */
void
gj_doc_comments_settle (GjDocComments *self,
                        GjRawBlock    *block,
                        glong          first,
                        glong          end)
{
  guint n = 0;

  for (guint i = 0; i < self->waiting->len; i++)
    {
      guint index = g_array_index (self->waiting, guint, i);
      Comment *comment = get_comment (self, index);
      glong last = comment->ended && comment->end_character >= 0 ? comment->end_character : end;

      if (!is_in (comment, first, end))
        {
          g_array_index (self->waiting, guint, n++) = index;
          continue;
        }
      comment->start_character -= first;
      comment->end_character = MAX (MIN (last, end) - first, comment->start_character);
      put (self, block, index);
    }
  g_array_set_size (self->waiting, n);
}

/**
 * gj_doc_comments_move:
 * @block: a block that is about to be a part of a cell
 * @grid: the table
 * @row: the row
 * @cell: the cell of the row
 * @offset: code points of the cell before it
 */
void
gj_doc_comments_move (GjDocComments    *self,
                      const GjRawBlock *block,
                      GjRawBlock       *grid,
                      guint             row,
                      guint             cell,
                      glong             offset)
{
  GArray *indices = g_hash_table_lookup (self->by_block, block);

  if (indices == NULL)
    return;

  for (guint i = 0; i < indices->len; i++)
    {
      Comment *comment = get_comment (self, g_array_index (indices, guint, i));

      comment->block = grid;
      comment->row = row;
      comment->cell = cell;
      comment->start_character += offset;
      comment->end_character += offset;
    }
  g_hash_table_remove (self->by_block, block);
}

/* Writing */

static void
write_comment (const Comment *comment,
               GjRawDocument *document,
               guint          block)
{
  GjRawComment *out = gj_raw_document_add_comment (document, comment->text, block);

  out->who = g_strdup (comment->who);
  out->when = g_strdup (comment->when);
  out->row = comment->row;
  out->cell = comment->cell;
  out->start = (guint) comment->start_character;
  out->end = (guint) comment->end_character;
}

/**
 * gj_doc_comments_write:
 * @document: a document whose blocks are all there; is told the comments, by place
 */
void
gj_doc_comments_write (GjDocComments *self,
                       GjRawDocument *document)
{
  g_autoptr (GHashTable) indices = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < document->blocks->len; i++)
    g_hash_table_insert (indices, document->blocks->pdata[i], GUINT_TO_POINTER (i + 1));
  for (guint i = 0; i < self->comments->len; i++)
    {
      const Comment *comment = get_comment (self, i);
      guint block = GPOINTER_TO_UINT (g_hash_table_lookup (indices, comment->block));

      if (document->blocks->len > 0 && *comment->text != '\0')
        write_comment (comment, document, block > 0 ? block - 1 : document->blocks->len - 1);
    }
}
