/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-match-private.h"

#include <string.h>

/* The pictures of a document stay between the paragraphs where they stood. */

static guint
read_16 (const guint8 *p)
{
  return (guint) p[0] << 8 | p[1];
}

static guint
read_32 (const guint8 *p)
{
  return (guint) p[0] << 24 | (guint) p[1] << 16 | (guint) p[2] << 8 | p[3];
}

static gboolean
read_png (const guint8 *data,
          gsize         size,
          guint        *width,
          guint        *height)
{
  if (size < 24 || memcmp (data, "\x89PNG\r\n\x1a\n", 8) != 0 || memcmp (data + 12, "IHDR", 4) != 0)
    return FALSE;

  *width = read_32 (data + 16);
  *height = read_32 (data + 20);

  return TRUE;
}

/* The size stands in the frame header, behind segments of any number. */
static gboolean
read_jpeg (const guint8 *data,
           gsize         size,
           guint        *width,
           guint        *height)
{
  gsize at = 2;

  if (size < 4 || data[0] != 0xff || data[1] != 0xd8)
    return FALSE;

  while (at + 9 < size)
    {
      guint8 marker = data[at + 1];

      if (data[at] != 0xff)
        return FALSE;
      if (marker == 0xff)
        {
          at++;
          continue;
        }
      if (marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc)
        {
          *height = read_16 (data + at + 5);
          *width = read_16 (data + at + 7);
          return TRUE;
        }
      at += 2 + (marker == 0x01 || (marker >= 0xd0 && marker <= 0xd8) ? 0 : read_16 (data + at + 2));
    }

  return FALSE;
}

/* No camera and no scanner makes a larger one. */
#define MAX_SIDE 65535

static GjBlock *
new_picture (const GjRawBlock *raw)
{
  const char *type = "image/png";
  const guint8 *data;
  guint width = 0;
  guint height = 0;
  gsize size;

  if (raw->picture == NULL)
    return NULL;

  data = g_bytes_get_data (raw->picture, &size);
  if (!read_png (data, size, &width, &height))
    {
      type = "image/jpeg";
      if (!read_jpeg (data, size, &width, &height))
        return NULL;
    }
  if (width == 0 || height == 0 || width > MAX_SIDE || height > MAX_SIDE)
    return NULL;

  return gj_block_new_picture (raw->picture, type, width, height, *raw->text != '\0' ? raw->text : NULL);
}

/**
 * _gj_match_add_picture:
 * @self: a match whose items are still being collected
 * @raw: a picture of the document
 *
 * Remembers that a picture stands here.
 */
void
_gj_match_add_picture (GjMatch          *self,
                       const GjRawBlock *raw)
{
  GjMatchPicture picture = { .raw = raw, .item = self->items->len };

  if (self->pictures == NULL)
    self->pictures = g_array_new (FALSE, FALSE, sizeof (GjMatchPicture));
  g_array_append_val (self->pictures, picture);
}

static void
note_left_out (GjMatch          *self,
               const GjRawBlock *raw)
{
  g_autofree char *place = _gj_match_find_place (self, raw->line);
  GjMatchNote note = { .place = place, .line = raw->line,
                       .text = *raw->text != '\0' ? raw->text : "?" };

  gj_match_note_add (self->source, GJ_MATCH_NOTE_PICTURE_LEFT_OUT, &note);
}

/**
 * _gj_match_take_pictures:
 * @self: a match all of whose items have found their places
 * @item: the item that stands behind the pictures
 * @blocks: (element-type GjBlock): the narrative that they go into
 *
 * A picture belongs to the section of what stands before it. One whose reader gave no
 * bytes has been noted by the reader.
 */
void
_gj_match_take_pictures (GjMatch   *self,
                         guint      item,
                         GPtrArray *blocks)
{
  for (guint i = 0; self->pictures != NULL && i < self->pictures->len; i++)
    {
      const GjMatchPicture *picture = &g_array_index (self->pictures, GjMatchPicture, i);
      GjBlock *block;

      if (picture->item != item)
        continue;
      block = new_picture (picture->raw);
      if (block != NULL)
        g_ptr_array_add (blocks, block);
      else if (picture->raw->picture != NULL)
        note_left_out (self, picture->raw);
    }
}
