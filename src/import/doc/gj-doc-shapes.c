/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-doc-shapes.h"

#include "gj-doc-record.h"

/* Three tables say it together: the anchors in the text name shapes, the texts of boxes
 * name shapes, and the tree of drawings says which shapes are one group, and what each is. */

#define ANCHOR_SIZE 26
#define BOX_SIZE 22
#define BOX_SHAPE 14

#define PROPERTY_SIZE 6
#define PROPERTY_ID 0x3fff
#define PROPERTY_IS_LONG 0x8000
#define PROPERTY_WORDS 0x00c0
#define PROPERTY_PICTURE 0x0104

#define MAX_SHAPES 4000
#define MAX_DEPTH 32
#define MAX_WORDS 400

typedef struct
{
  guint32 at;
  guint32 id;
} Anchor;

typedef struct
{
  GjDocBox box;
  guint32  top;
  gboolean is_taken;
} Box;

/* @top is the shape that is anchored: the outermost group, or the shape itself. @picture is
 * its picture's number in the store. */
typedef struct
{
  guint32   id;
  guint32   top;
  guint32   picture;
  GjDocSpan words;
} Shape;

struct _GjDocShapes
{
  GArray *anchors;
  GArray *boxes;
  GArray *shapes;
};

/* The tree of drawings */

/* The values of long properties follow the table of all, in its order. */
static void
read_properties (Shape             *shape,
                 const GjDocRecord *record)
{
  gsize at = (gsize) record->n * PROPERTY_SIZE;

  for (guint i = 0; i < record->n; i++)
    {
      guint id = gj_doc_span_u16 (&record->content, (gsize) i * PROPERTY_SIZE);
      guint32 value = gj_doc_span_u32 (&record->content, (gsize) i * PROPERTY_SIZE + 2);

      if ((id & PROPERTY_ID) == PROPERTY_PICTURE && value != 0)
        shape->picture = value;
      if (!(id & PROPERTY_IS_LONG))
        continue;
      if ((id & PROPERTY_ID) == PROPERTY_WORDS)
        shape->words = gj_doc_span_part (&record->content, at, value);
      at += value;
    }
}

static void
add_shape (GjDocShapes     *self,
           const GjDocSpan *span,
           guint32          top)
{
  Shape shape = { .top = top };
  GjDocRecord record;
  gsize at = 0;

  while (gj_doc_record_next (span, &at, &record))
    if (record.kind == GJ_DOC_RECORD_ID)
      shape.id = gj_doc_span_u32 (&record.content, 0);
    else if (record.kind == GJ_DOC_RECORD_PROPERTIES)
      read_properties (&shape, &record);

  if (shape.top == 0)
    shape.top = shape.id;
  if (self->shapes->len < MAX_SHAPES)
    g_array_append_val (self->shapes, shape);
}

static void add_shapes (GjDocShapes     *self,
                        const GjDocSpan *span,
                        guint32          top,
                        guint            depth);

/* The first shape of a group is the group itself; the outermost group is the page. */
static void
add_group (GjDocShapes     *self,
           const GjDocSpan *span,
           guint32          top,
           guint            depth)
{
  guint first = self->shapes->len;
  GjDocRecord record;
  gsize at = 0;

  if (depth > 0 && top == 0 && gj_doc_record_next (span, &at, &record) && record.kind == GJ_DOC_RECORD_SHAPE)
    {
      add_shape (self, &record.content, 0);
      if (self->shapes->len > first)
        top = g_array_index (self->shapes, Shape, first).id;
    }
  if (depth < MAX_DEPTH)
    add_shapes (self, span, top, depth + 1);
}

static void
add_shapes (GjDocShapes     *self,
            const GjDocSpan *span,
            guint32          top,
            guint            depth)
{
  GjDocRecord record;
  gsize at = 0;

  while (self->shapes->len < MAX_SHAPES && gj_doc_record_next (span, &at, &record))
    if (record.kind == GJ_DOC_RECORD_GROUP)
      add_group (self, &record.content, top, depth);
    else if (record.kind == GJ_DOC_RECORD_SHAPE)
      add_shape (self, &record.content, top);
}

/* The first record is about all drawings; a byte before each of them says where it is. */
static void
read_drawings (GjDocShapes     *self,
               const GjDocFile *file)
{
  GjDocSpan span = gj_doc_file_get_part (file, GJ_DOC_PART_DRAWINGS);
  GjDocRecord record;
  gsize at = 0;

  if (!gj_doc_record_next (&span, &at, &record))
    return;
  while (at < span.size)
    {
      gboolean is_main = gj_doc_span_u8 (&span, at++) == 0;

      if (!gj_doc_record_next (&span, &at, &record))
        return;
      if (is_main && record.kind == GJ_DOC_RECORD_DRAWING)
        add_shapes (self, &record.content, 0, 0);
    }
}

/* The two tables of the text */

static int
compare_anchors (gconstpointer one,
                 gconstpointer other)
{
  const Anchor *a = one;
  const Anchor *b = other;

  return a->at < b->at ? -1 : a->at > b->at;
}

static void
read_anchors (GjDocShapes     *self,
              const GjDocFile *file)
{
  GjDocSpan table = gj_doc_file_get_part (file, GJ_DOC_PART_ANCHORS);
  gsize n = table.size >= 4 ? MIN ((table.size - 4) / (4 + ANCHOR_SIZE), MAX_SHAPES) : 0;

  for (gsize i = 0; i < n; i++)
    {
      Anchor anchor = {
        .at = gj_doc_span_u32 (&table, 4 * i),
        .id = gj_doc_span_u32 (&table, 4 * (n + 1) + ANCHOR_SIZE * i),
      };

      g_array_append_val (self->anchors, anchor);
    }
  g_array_sort (self->anchors, compare_anchors);
}

static guint32
find_top (GHashTable *tops,
          guint32     id)
{
  gpointer top = g_hash_table_lookup (tops, GUINT_TO_POINTER (id));

  return top != NULL ? GPOINTER_TO_UINT (top) : id;
}

/* Without the table, all text of boxes is one box that is anchored nowhere. */
static void
read_boxes (GjDocShapes     *self,
            const GjDocFile *file)
{
  GjDocSpan table = gj_doc_file_get_part (file, GJ_DOC_PART_BOX_TEXTS);
  gsize n = table.size >= 4 ? MIN ((table.size - 4) / (4 + BOX_SIZE), MAX_SHAPES) : 0;
  guint32 start = gj_doc_file_get_start (file, GJ_DOC_STORY_BOXES);
  guint32 length = file->lengths[GJ_DOC_STORY_BOXES];
  g_autoptr (GHashTable) tops = g_hash_table_new (NULL, NULL);
  guint32 last = 0;

  for (guint i = 0; i < self->shapes->len; i++)
    {
      const Shape *shape = &g_array_index (self->shapes, Shape, i);

      g_hash_table_insert (tops, GUINT_TO_POINTER (shape->id), GUINT_TO_POINTER (shape->top));
    }
  for (gsize i = 0; i < n; i++)
    {
      guint32 first = MAX (gj_doc_span_u32 (&table, 4 * i), last);
      guint32 end = MIN (gj_doc_span_u32 (&table, 4 * i + 4), length);
      Box box = { .top = find_top (tops, gj_doc_span_u32 (&table, 4 * (n + 1) + BOX_SIZE * i + BOX_SHAPE)) };

      if (first >= end)
        continue;
      box.box = (GjDocBox) { start + first, start + end };
      last = end;
      g_array_append_val (self->boxes, box);
    }
  if (last < length)
    {
      Box box = { .box = { start + last, start + length } };

      g_array_append_val (self->boxes, box);
    }
}

/**
 * gj_doc_shapes_new:
 * @file: a document, which must live as long
 *
 * Returns: (transfer full): what floats over its text
 */
GjDocShapes *
gj_doc_shapes_new (const GjDocFile *file)
{
  GjDocShapes *self = g_new0 (GjDocShapes, 1);

  self->anchors = g_array_new (FALSE, FALSE, sizeof (Anchor));
  self->boxes = g_array_new (FALSE, FALSE, sizeof (Box));
  self->shapes = g_array_new (FALSE, FALSE, sizeof (Shape));
  read_drawings (self, file);
  read_anchors (self, file);
  read_boxes (self, file);

  return self;
}

void
gj_doc_shapes_free (GjDocShapes *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->anchors);
  g_array_unref (self->boxes);
  g_array_unref (self->shapes);
  g_free (self);
}

/**
 * gj_doc_shapes_find:
 * @at: a character of the text
 *
 * Returns: the shape that is anchored there, or 0
 */
guint32
gj_doc_shapes_find (const GjDocShapes *self,
                    guint32            at)
{
  guint low = 0;
  guint high = self->anchors->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      const Anchor *anchor = &g_array_index (self->anchors, Anchor, middle);

      if (anchor->at == at)
        return anchor->id;
      if (anchor->at < at)
        low = middle + 1;
      else
        high = middle;
    }

  return 0;
}

/**
 * gj_doc_shapes_next_box:
 * @id: a shape that is anchored
 * @box: (out): a box of it
 *
 * Each box is given once.
 *
 * Returns: whether there was one more
 */
gboolean
gj_doc_shapes_next_box (GjDocShapes *self,
                        guint32      id,
                        GjDocBox    *box)
{
  for (guint i = 0; i < self->boxes->len && id != 0; i++)
    {
      Box *found = &g_array_index (self->boxes, Box, i);

      if (found->is_taken || found->top != id)
        continue;
      found->is_taken = TRUE;
      *box = found->box;
      return TRUE;
    }

  return FALSE;
}

/**
 * gj_doc_shapes_next_left:
 * @box: (out): a box whose anchor was not met
 *
 * Returns: whether there was one more
 */
gboolean
gj_doc_shapes_next_left (GjDocShapes *self,
                         GjDocBox    *box)
{
  for (guint i = 0; i < self->boxes->len; i++)
    {
      Box *found = &g_array_index (self->boxes, Box, i);

      if (found->is_taken)
        continue;
      found->is_taken = TRUE;
      *box = found->box;
      return TRUE;
    }

  return FALSE;
}

/**
 * gj_doc_shapes_has:
 * @id: a shape that is anchored
 *
 * Returns: whether the file says what it is
 */
gboolean
gj_doc_shapes_has (const GjDocShapes *self,
                   guint32            id)
{
  for (guint i = 0; i < self->shapes->len && id != 0; i++)
    if (g_array_index (self->shapes, Shape, i).top == id)
      return TRUE;

  return FALSE;
}

/**
 * gj_doc_shapes_list_pictures:
 * @id: a shape that is anchored
 *
 * Returns: (transfer full) (element-type guint32): the numbers of its pictures in the store
 */
GArray *
gj_doc_shapes_list_pictures (const GjDocShapes *self,
                             guint32            id)
{
  GArray *pictures = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint i = 0; i < self->shapes->len && id != 0; i++)
    {
      const Shape *shape = &g_array_index (self->shapes, Shape, i);

      if (shape->top == id && shape->picture != 0)
        g_array_append_val (pictures, shape->picture);
    }

  return pictures;
}

/**
 * gj_doc_shapes_dup_words:
 * @id: a shape that is anchored
 *
 * Returns: (transfer full): the letters that it draws along a line, often a title; "" for
 *          none
 */
char *
gj_doc_shapes_dup_words (const GjDocShapes *self,
                         guint32            id)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < self->shapes->len && id != 0; i++)
    {
      const Shape *shape = &g_array_index (self->shapes, Shape, i);

      for (gsize at = 0; shape->top == id && at + 2 <= MIN (shape->words.size, 2 * MAX_WORDS); at += 2)
        {
          gunichar c = gj_doc_span_u16 (&shape->words, at);

          if (c >= 0x20 && g_unichar_validate (c))
            g_string_append_unichar (out, c);
        }
    }

  return g_string_free (out, FALSE);
}
