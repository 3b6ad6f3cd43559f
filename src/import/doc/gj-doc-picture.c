/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-doc-picture.h"

#include <string.h>

#include "gj-doc-record.h"

/* Pictures: those of a line of text stand in the stream of data, those that float in a
 * store of the drawings, whose bytes stand in the main stream. Only what every program
 * shows is kept, as it is. */

#define PICTURE_HEAD_SIZE 4
#define MAX_RECORDS 64
#define MAX_STORED 4000

/* A picture in the store: where its bytes are, and how long its name is. */
#define STORED_SIZE 36
#define STORED_OFFSET 28
#define STORED_NAME 33

/* One or two digests of 16 bytes and a tag stand before the file. */
static GBytes *
dup_file (const GjDocSpan *span)
{
  static const gsize starts[] = { 17, 33 };

  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    {
      GjDocSpan file = gj_doc_span_rest (span, starts[i]);

      if (file.size > 8 &&
          (memcmp (file.data, "\x89PNG\r\n\x1a\n", 8) == 0 || memcmp (file.data, "\xff\xd8\xff", 3) == 0))
        return g_bytes_new (file.data, file.size);
    }

  return NULL;
}

/* A record that is a picture's bytes, or one of the store. */
static GBytes *
read_record (const GjDocFile   *file,
             const GjDocRecord *record)
{
  GjDocSpan main_rest;
  GjDocRecord inner;
  gsize at = STORED_SIZE + gj_doc_span_u8 (&record->content, STORED_NAME);

  if (record->kind != GJ_DOC_RECORD_PICTURE)
    return dup_file (&record->content);
  if (gj_doc_record_next (&record->content, &at, &inner))
    return dup_file (&inner.content);

  at = 0;
  main_rest = gj_doc_span_rest (&file->main, gj_doc_span_u32 (&record->content, STORED_OFFSET));

  return gj_doc_record_next (&main_rest, &at, &inner) ? dup_file (&inner.content) : NULL;
}

/**
 * gj_doc_picture_read_inline:
 * @offset: where it stands in the stream of data
 *
 * Returns: (transfer full) (nullable): the picture's file
 */
GBytes *
gj_doc_picture_read_inline (const GjDocFile *file,
                            gsize            offset)
{
  GjDocSpan whole = gj_doc_span_part (&file->data, offset, gj_doc_span_u32 (&file->data, offset));
  gsize at = gj_doc_span_u16 (&whole, PICTURE_HEAD_SIZE);
  GjDocRecord record;

  for (guint i = 0; i < MAX_RECORDS && gj_doc_record_next (&whole, &at, &record); i++)
    {
      GBytes *found = record.kind != GJ_DOC_RECORD_SHAPE ? read_record (file, &record) : NULL;

      if (found != NULL)
        return found;
    }

  return NULL;
}

/**
 * gj_doc_picture_read_stored:
 * @number: its number in the store, from 1
 *
 * Returns: (transfer full) (nullable): the picture's file
 */
GBytes *
gj_doc_picture_read_stored (const GjDocFile *file,
                            guint32          number)
{
  GjDocSpan drawings = gj_doc_file_get_part (file, GJ_DOC_PART_DRAWINGS);
  GjDocRecord all;
  GjDocRecord record = { 0 };
  gsize at = 0;

  if (number == 0 || number > MAX_STORED || !gj_doc_record_next (&drawings, &at, &all))
    return NULL;

  at = 0;
  for (guint i = 0; i < MAX_RECORDS && record.kind != GJ_DOC_RECORD_STORE; i++)
    if (!gj_doc_record_next (&all.content, &at, &record))
      return NULL;

  all = record;
  at = 0;
  for (guint32 i = 0; i < number; i++)
    if (!gj_doc_record_next (&all.content, &at, &record))
      return NULL;

  return read_record (file, &record);
}
