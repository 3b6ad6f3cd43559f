/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-doc-writer.h"

#include <string.h>

#include <gsf/gsf.h>

#define HEAD_SIZE 1536
#define LENGTHS 64
#define PAIRS 154
#define N_PAIRS 120
#define PAGE_SIZE 512
#define MAX_RUNS 28

/* What is longer stands in a stream of its own. */
#define MAX_FORMAT 480

#define PART_LETTERS 12
#define PART_PARAGRAPHS 13
#define PART_PIECES 33

/* A piece of the text, or a run of one format: where it begins in the stream. */
typedef struct
{
  guint32     offset;
  guint32     first;
  gboolean    is_wide;
  GByteArray *format;
} Run;

static void
run_clear (gpointer data)
{
  Run *self = data;

  g_clear_pointer (&self->format, g_byte_array_unref);
}

static GArray *
runs_new (void)
{
  GArray *runs = g_array_new (FALSE, TRUE, sizeof (Run));

  g_array_set_clear_func (runs, run_clear);

  return runs;
}

static void
put (GByteArray *bytes,
     guint32     number,
     guint       n)
{
  for (guint i = 0; i < n; i++)
    {
      guint8 byte = (guint8) (number >> 8 * i);

      g_byte_array_append (bytes, &byte, 1);
    }
}

static void
set (guint8  *at,
     guint32  number,
     guint    n)
{
  for (guint i = 0; i < n; i++)
    at[i] = (guint8) (number >> 8 * i);
}

static void
pad (GByteArray *bytes,
     gsize       to)
{
  while (bytes->len % to != 0)
    put (bytes, 0, 1);
}

GjDocWriter *
gj_doc_writer_new (void)
{
  GjDocWriter *self = g_new0 (GjDocWriter, 1);

  self->magic = 0xa5ec;
  self->version = 0xc1;
  self->stream = "WordDocument";
  self->text = g_byte_array_new ();
  self->table = g_byte_array_new ();
  self->data = g_byte_array_new ();
  self->pieces = runs_new ();
  self->runs = runs_new ();
  self->paragraphs = runs_new ();
  g_byte_array_set_size (self->text, HEAD_SIZE);
  memset (self->text->data, 0, HEAD_SIZE);
  put (self->table, 0, 4);

  return self;
}

void
gj_doc_writer_free (GjDocWriter *self)
{
  if (self == NULL)
    return;

  g_byte_array_unref (self->text);
  g_byte_array_unref (self->table);
  g_byte_array_unref (self->data);
  g_array_unref (self->pieces);
  g_array_unref (self->runs);
  g_array_unref (self->paragraphs);
  g_free (self);
}

/**
 * gj_doc_writer_add:
 * @text: UTF-8 with the marks of the format in it; Latin-1 only, unless it is wide
 * @is_wide: whether its characters take two bytes
 * @format: changes of its letters
 * @n_format: bytes of these
 */
void
gj_doc_writer_add (GjDocWriter *self,
                   const char  *text,
                   gboolean     is_wide,
                   const char  *format,
                   gsize        n_format)
{
  g_autofree gunichar2 *units = NULL;
  glong n_units = 0;
  Run run = { .is_wide = is_wide, .first = self->n_characters };

  units = g_utf8_to_utf16 (text, -1, NULL, &n_units, NULL);
  g_assert_nonnull (units);
  pad (self->text, 2);
  run.offset = self->text->len;
  g_array_append_val (self->pieces, run);
  run.format = g_byte_array_new ();
  g_byte_array_append (run.format, (const guint8 *) format, (guint) n_format);
  g_array_append_val (self->runs, run);
  for (glong i = 0; i < n_units; i++)
    put (self->text, units[i], is_wide ? 2 : 1);
  self->n_characters += (guint32) n_units;
}

/**
 * gj_doc_writer_end:
 * @style: the paragraph's style
 * @format: changes of the paragraph
 * @n_format: bytes of these
 *
 * Formats as one paragraph what was added since the last, its mark included.
 */
void
gj_doc_writer_end (GjDocWriter *self,
                   guint        style,
                   const char  *format,
                   gsize        n_format)
{
  Run run = { .format = g_byte_array_new () };

  put (run.format, style, 2);
  if (n_format > MAX_FORMAT)
    {
      put (run.format, 0x6646, 2);
      put (run.format, self->data->len, 4);
      put (self->data, (guint32) n_format, 2);
      g_byte_array_append (self->data, (const guint8 *) format, (guint) n_format);
    }
  else
    {
      g_byte_array_append (run.format, (const guint8 *) format, (guint) n_format);
    }
  run.offset = self->text->len;
  g_array_append_val (self->paragraphs, run);
}

/**
 * gj_doc_writer_part:
 * @part: its number in the head
 * @data: a table
 * @size: bytes of it
 */
void
gj_doc_writer_part (GjDocWriter *self,
                    guint        part,
                    const void  *data,
                    gsize        size)
{
  g_assert_cmpuint (part, <, N_PAIRS);
  self->pairs[2 * part] = self->table->len;
  self->pairs[2 * part + 1] = (guint32) size;
  g_byte_array_append (self->table, data, (guint) size);
}

/* One page of formats: where each run begins, where its changes are, and these from the
 * end. Writes as many runs as fit, beginning with @first, and returns the next. */
static guint
write_page (GjDocWriter *self,
            GArray      *runs,
            guint        first,
            gsize        entry,
            gboolean     by_end,
            GArray      *starts)
{
  guint8 page[PAGE_SIZE] = { 0 };
  gsize at = PAGE_SIZE - 2;
  guint n = 0;
  gsize sizes = 0;

  for (; first + n < runs->len; n++)
    {
      gsize size = g_array_index (runs, Run, first + n).format->len;

      sizes += by_end ? 2 + size + (size & 1) : 1 + size + (~size & 1);
      if (n == MAX_RUNS || 4 * (n + 2) + entry * (n + 1) + sizes + 2 > PAGE_SIZE)
        break;
    }
  g_assert_cmpuint (n, >, 0);
  for (guint i = 0; i <= n; i++)
    {
      guint32 offset = first + i < runs->len ? g_array_index (runs, Run, first + i).offset : self->text_end;

      if (by_end)
        offset = first + i == 0 ? HEAD_SIZE : g_array_index (runs, Run, first + i - 1).offset;
      if (i < n)
        g_array_append_val (starts, offset);
      set (page + 4 * i, offset, 4);
    }
  for (guint i = 0; i < n; i++)
    {
      const GByteArray *format = g_array_index (runs, Run, first + i).format;
      gsize size = by_end ? 2 + format->len + (format->len & 1) : 1 + format->len;

      at = (at - size) & ~(gsize) 1;
      g_assert_cmpuint (at, >=, 4 * (n + 1) + entry * n);
      page[4 * (n + 1) + entry * i] = (guint8) (at / 2);
      page[at + by_end] = (guint8) (by_end ? (format->len + 1) / 2 : format->len);
      if (format->len > 0)
        memcpy (page + at + 1 + by_end, format->data, format->len);
    }
  page[PAGE_SIZE - 1] = (guint8) n;
  pad (self->text, PAGE_SIZE);
  g_byte_array_append (self->text, page, PAGE_SIZE);

  return first + n;
}

/* All pages, and the table that says from where on which of them counts. */
static void
write_formats (GjDocWriter *self,
               guint        part,
               GArray      *runs,
               gsize        entry,
               gboolean     by_end)
{
  g_autoptr (GByteArray) table = g_byte_array_new ();
  g_autoptr (GByteArray) numbers = g_byte_array_new ();

  for (guint run = 0; run < runs->len;)
    {
      g_autoptr (GArray) starts = g_array_new (FALSE, FALSE, sizeof (guint32));

      run = write_page (self, runs, run, entry, by_end, starts);
      put (table, table->len == 0 ? HEAD_SIZE : g_array_index (starts, guint32, 0), 4);
      put (numbers, self->text->len / PAGE_SIZE - 1 + self->page_offset, 4);
    }
  put (table, self->text_end, 4);
  g_byte_array_append (table, numbers->data, numbers->len);
  gj_doc_writer_part (self, part, table->data, table->len);
}

static void
write_pieces (GjDocWriter *self)
{
  g_autoptr (GByteArray) table = g_byte_array_new ();
  guint n = self->pieces->len;

  put (table, 2, 1);
  put (table, 4 * (n + 1) + 8 * n, 4);
  for (guint i = 0; i <= n; i++)
    put (table, i < n ? g_array_index (self->pieces, Run, i).first : self->n_characters, 4);
  for (guint i = 0; i < n; i++)
    {
      const Run *piece = &g_array_index (self->pieces, Run, i);
      guint32 offset = piece->offset + (i == 1 ? self->piece_offset : 0);

      put (table, 0, 2);
      put (table, piece->is_wide ? offset : 2 * offset | 0x40000000u, 4);
      put (table, 0, 2);
    }
  g_assert_cmpuint (self->pieces_left_out, <, table->len);
  gj_doc_writer_part (self, PART_PIECES, table->data, table->len - self->pieces_left_out);
}

static void
write_head (GjDocWriter *self)
{
  guint8 *head = self->text->data;
  const guint32 lengths[] = {
    self->n_characters - self->n_footnotes - self->n_pages - self->n_comments - self->n_boxes,
    self->n_footnotes, self->n_pages, 0, self->n_comments, 0, self->n_boxes,
  };

  set (head, self->magic, 2);
  set (head + 2, self->version, 2);
  set (head + 10, self->flags | 0x200, 2);
  set (head + 32, 14, 2);
  set (head + 62, 22, 2);
  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    set (head + LENGTHS + 4 * (3 + i), lengths[i], 4);
  if (self->n_main > 0)
    set (head + LENGTHS + 4 * 3, self->n_main, 4);
  set (head + PAIRS - 2, N_PAIRS, 2);
  for (guint i = 0; i < 2 * N_PAIRS; i++)
    set (head + PAIRS + 4 * i, self->pairs[i], 4);
}

static void
write_stream (GsfOutfile       *file,
              const char       *name,
              const GByteArray *bytes)
{
  GsfOutput *stream = gsf_outfile_new_child (file, name, FALSE);

  g_assert_true (gsf_output_write (stream, bytes->len, bytes->data));
  g_assert_true (gsf_output_close (stream));
  g_object_unref (stream);
}

/**
 * gj_doc_writer_save:
 *
 * Returns: (transfer full): the file
 */
GBytes *
gj_doc_writer_save (GjDocWriter *self)
{
  GsfOutput *memory = gsf_output_memory_new ();
  GsfOutfile *file = gsf_outfile_msole_new (memory);
  GBytes *bytes;

  self->text_end = self->text->len;
  write_formats (self, PART_LETTERS, self->runs, 1, FALSE);
  write_formats (self, PART_PARAGRAPHS, self->paragraphs, 13, TRUE);
  write_pieces (self);
  write_head (self);

  write_stream (file, self->stream, self->text);
  write_stream (file, "1Table", self->table);
  if (self->data->len > 0)
    write_stream (file, "Data", self->data);
  g_assert_true (gsf_output_close (GSF_OUTPUT (file)));
  g_object_unref (file);
  bytes = g_bytes_new (gsf_output_memory_get_bytes (GSF_OUTPUT_MEMORY (memory)), (gsize) gsf_output_size (memory));
  g_object_unref (memory);

  return bytes;
}
