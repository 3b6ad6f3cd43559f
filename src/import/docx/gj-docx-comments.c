/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-docx-comments.h"

#include <string.h>

#include "gj-docx-names.h"
#include "gj-docx-text.h"

typedef struct
{
  char *who;
  char *when;
  char *text;
} Comment;

/* @block is %NULL as long as the paragraph is being read; then @start and @end count from
 * the paragraph's beginning, and an @end of -1 is still to come. */
typedef struct
{
  char       *id;
  GjRawBlock *block;
  guint       row;
  guint       cell;
  glong       start;
  glong       end;
} Anchor;

struct _GjDocxComments
{
  GHashTable *comments;
  GPtrArray  *ids;
  GArray     *anchors;
  GHashTable *by_id;
  GHashTable *settled;
};

static void
comment_free (gpointer data)
{
  Comment *self = data;

  g_free (self->who);
  g_free (self->when);
  g_free (self->text);
  g_free (self);
}

static void
anchor_clear (gpointer data)
{
  Anchor *self = data;

  g_free (self->id);
}

/* "2023-01-05T10:20:00Z": the day is enough. */
static char *
dup_day (const char *date)
{
  if (date == NULL || strlen (date) < 10 || date[4] != '-' || date[7] != '-')
    return NULL;

  return g_strndup (date, 10);
}

static void
add_comment (GjDocxComments *self,
             const xmlNode  *node)
{
  const char *id = gj_docx_get_attribute (node, "id");
  const char *who = gj_docx_get_attribute (node, "author");
  Comment *comment;

  if (id == NULL)
    return;

  comment = g_new0 (Comment, 1);
  comment->who = who != NULL && *who != '\0' ? g_strdup (who) : NULL;
  comment->when = dup_day (gj_docx_get_attribute (node, "date"));
  comment->text = gj_docx_dup_text (node);
  if (!g_hash_table_contains (self->comments, id))
    g_ptr_array_add (self->ids, g_strdup (id));
  g_hash_table_replace (self->comments, g_strdup (id), comment);
}

/**
 * gj_docx_comments_new:
 * @doc: (nullable): the part that holds them
 *
 * Returns: (transfer full): the comments, without places
 */
GjDocxComments *
gj_docx_comments_new (const xmlDoc *doc)
{
  GjDocxComments *self = g_new0 (GjDocxComments, 1);
  const xmlNode *root = doc != NULL ? xmlDocGetRootElement (doc) : NULL;

  self->comments = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, comment_free);
  self->ids = g_ptr_array_new_with_free_func (g_free);
  self->anchors = g_array_new (FALSE, TRUE, sizeof (Anchor));
  g_array_set_clear_func (self->anchors, anchor_clear);
  self->by_id = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->settled = g_hash_table_new (NULL, NULL);
  for (const xmlNode *node = root != NULL ? root->children : NULL; node != NULL; node = node->next)
    if (gj_docx_get_name (node) == GJ_DOCX_COMMENT)
      add_comment (self, node);

  return self;
}

void
gj_docx_comments_free (GjDocxComments *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->comments);
  g_ptr_array_unref (self->ids);
  g_hash_table_unref (self->by_id);
  g_hash_table_unref (self->settled);
  g_array_unref (self->anchors);
  g_free (self);
}

static Anchor *
find (GjDocxComments *self,
      const char     *id)
{
  guint place = id != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (self->by_id, id)) : 0;

  return place != 0 ? &g_array_index (self->anchors, Anchor, place - 1) : NULL;
}

/**
 * gj_docx_comments_start:
 * @id: (nullable): a comment's id
 * @at: the code point of the paragraph that it begins at
 *
 * Only the first beginning of each comment counts.
 */
void
gj_docx_comments_start (GjDocxComments *self,
                        const char     *id,
                        glong           at)
{
  Anchor anchor = { .start = at, .end = -1 };

  if (id == NULL || find (self, id) != NULL || !g_hash_table_contains (self->comments, id))
    return;

  anchor.id = g_strdup (id);
  g_array_append_val (self->anchors, anchor);
  g_hash_table_insert (self->by_id, g_strdup (id), GUINT_TO_POINTER (self->anchors->len));
}

/**
 * gj_docx_comments_end:
 * @id: (nullable): a comment's id
 * @at: the code point of the paragraph that it ends at
 *
 * A comment on several paragraphs is about the first of them.
 */
void
gj_docx_comments_end (GjDocxComments *self,
                      const char     *id,
                      glong           at)
{
  Anchor *anchor = find (self, id);

  if (anchor != NULL && anchor->block == NULL && anchor->end < 0)
    anchor->end = at;
}

/**
 * gj_docx_comments_refer:
 * @id: (nullable): a comment's id
 * @at: the code point of the paragraph where its mark stands
 *
 * The place of a comment that has no beginning.
 */
void
gj_docx_comments_refer (GjDocxComments *self,
                        const char     *id,
                        glong           at)
{
  gj_docx_comments_start (self, id, at);
  gj_docx_comments_end (self, id, at);
}

guint
gj_docx_comments_get_n_places (GjDocxComments *self)
{
  return self->anchors->len;
}

/**
 * gj_docx_comments_are_in:
 * @mark: how many places there were when the paragraph began
 * @first: a code point of the paragraph
 * @end: another
 *
 * Returns: whether a comment begins between them
 */
gboolean
gj_docx_comments_are_in (GjDocxComments *self,
                         guint           mark,
                         glong           first,
                         glong           end)
{
  for (guint i = mark; i < self->anchors->len; i++)
    {
      const Anchor *anchor = &g_array_index (self->anchors, Anchor, i);

      if (anchor->block == NULL && anchor->start >= first && anchor->start <= end)
        return TRUE;
    }

  return FALSE;
}

/**
 * gj_docx_comments_settle:
 * @block: has become of the code points from @first to @end
 * @mark: how many places there were when the paragraph began
 * @first: a code point of the paragraph
 * @end: another
 *
 * The comments that begin between them have found their block.
 */
void
gj_docx_comments_settle (GjDocxComments *self,
                         GjRawBlock     *block,
                         guint           mark,
                         glong           first,
                         glong           end)
{
  for (guint i = mark; i < self->anchors->len; i++)
    {
      Anchor *anchor = &g_array_index (self->anchors, Anchor, i);

      if (anchor->block != NULL || anchor->start < first || anchor->start > end)
        continue;
      anchor->block = block;
      anchor->end = (anchor->end < 0 ? end : CLAMP (anchor->end, anchor->start, end)) - first;
      anchor->start -= first;
      g_hash_table_add (self->settled, block);
    }
}

/**
 * gj_docx_comments_move:
 * @from: a paragraph that has become part of a cell and goes away
 * @to: the table
 * @row: the row
 * @cell: the cell of the row
 * @offset: the code point of the cell's text at which the paragraph begins
 */
void
gj_docx_comments_move (GjDocxComments *self,
                       GjRawBlock     *from,
                       GjRawBlock     *to,
                       guint           row,
                       guint           cell,
                       glong           offset)
{
  if (!g_hash_table_remove (self->settled, from))
    return;

  for (guint i = 0; i < self->anchors->len; i++)
    {
      Anchor *anchor = &g_array_index (self->anchors, Anchor, i);

      if (anchor->block != from)
        continue;
      anchor->block = to;
      anchor->row = row;
      anchor->cell = cell;
      anchor->start += offset;
      anchor->end += offset;
    }
  g_hash_table_add (self->settled, to);
}

/**
 * gj_docx_comments_forget:
 * @block: goes away, and with it the places in it
 */
void
gj_docx_comments_forget (GjDocxComments *self,
                         GjRawBlock     *block)
{
  static GjRawBlock nowhere;

  gj_docx_comments_move (self, block, &nowhere, 0, 0, 0);
}

/**
 * gj_docx_comments_cover:
 * @from: a paragraph that is not to be seen and goes away
 * @to: the table
 * @row: the row of the cell that covers it
 * @cell: the cell of the row
 *
 * What was said about the paragraph is about the beginning of that cell.
 */
void
gj_docx_comments_cover (GjDocxComments *self,
                        GjRawBlock     *from,
                        GjRawBlock     *to,
                        guint           row,
                        guint           cell)
{
  for (guint i = 0; i < self->anchors->len && g_hash_table_contains (self->settled, from); i++)
    {
      Anchor *anchor = &g_array_index (self->anchors, Anchor, i);

      if (anchor->block == from)
        anchor->start = anchor->end = 0;
    }
  gj_docx_comments_move (self, from, to, row, cell, 0);
}

/**
 * gj_docx_comments_take:
 * @from: a document whose blocks become part of this one's
 *
 * Takes its comments over, each with the block that it is about.
 */
void
gj_docx_comments_take (GjDocxComments *self,
                       GjRawDocument  *from)
{
  for (guint i = 0; i < from->comments->len; i++)
    {
      GjRawComment *said = from->comments->pdata[i];
      Comment *comment = g_new0 (Comment, 1);
      Anchor anchor = {
        .id = g_strdup_printf ("inner %u", self->ids->len),
        .block = from->blocks->pdata[said->block],
        .row = said->row,
        .cell = said->cell,
        .start = said->start,
        .end = said->end,
      };

      comment->who = g_steal_pointer (&said->who);
      comment->when = g_steal_pointer (&said->when);
      comment->text = g_strdup (said->text);
      g_ptr_array_add (self->ids, g_strdup (anchor.id));
      g_hash_table_replace (self->comments, g_strdup (anchor.id), comment);
      g_array_append_val (self->anchors, anchor);
      g_hash_table_replace (self->by_id, g_strdup (anchor.id), GUINT_TO_POINTER (self->anchors->len));
      g_hash_table_add (self->settled, anchor.block);
    }
}

static int
compare_comments (gconstpointer one,
                  gconstpointer other)
{
  const GjRawComment *a = *(const GjRawComment *const *) one;
  const GjRawComment *b = *(const GjRawComment *const *) other;

  if (a->block != b->block)
    return a->block < b->block ? -1 : 1;
  if (a->row != b->row)
    return a->row < b->row ? -1 : 1;
  if (a->cell != b->cell)
    return a->cell < b->cell ? -1 : 1;

  return a->start < b->start ? -1 : a->start > b->start;
}

static void
write_comment (GjRawDocument *out,
               const Comment *comment,
               const Anchor  *anchor,
               guint          block)
{
  GjRawComment *written = gj_raw_document_add_comment (out, comment->text, block);

  written->who = g_strdup (comment->who);
  written->when = g_strdup (comment->when);
  if (anchor == NULL)
    return;
  written->row = anchor->row;
  written->cell = anchor->cell;
  written->start = (guint) MAX (anchor->start, 0);
  written->end = (guint) MAX (anchor->end, 0);
}

/**
 * gj_docx_comments_write:
 * @out: a document whose blocks are complete
 *
 * A comment whose place is not there is about the first block.
 */
void
gj_docx_comments_write (GjDocxComments *self,
                        GjRawDocument  *out)
{
  g_autoptr (GHashTable) places = g_hash_table_new (NULL, NULL);

  if (out->blocks->len == 0)
    return;

  for (guint i = 0; i < out->blocks->len; i++)
    g_hash_table_insert (places, out->blocks->pdata[i], GUINT_TO_POINTER (i + 1));

  for (guint i = 0; i < self->ids->len; i++)
    {
      const char *id = self->ids->pdata[i];
      const Anchor *anchor = find (self, id);
      guint place = anchor != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (places, anchor->block)) : 0;

      write_comment (out, g_hash_table_lookup (self->comments, id), place != 0 ? anchor : NULL,
                     place != 0 ? place - 1 : 0);
    }
  g_ptr_array_sort (out->comments, compare_comments);
}
