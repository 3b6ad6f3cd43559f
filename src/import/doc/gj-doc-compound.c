/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-doc-compound.h"

#include <string.h>

/* The file system in an old Office file. A table says for each sector which one comes next
 * in its chain; where the table's own sectors are, the head says, and for the rest a chain
 * of lists. Small streams lie in small sectors of one large stream, with a table of their
 * own. The libraries for it warn and assert on what a wicked file may say; here a chain
 * that leaves the file, or is longer than it, only ends the reading. */

#define HEAD_SIZE 512
#define N_IN_HEAD 109
#define SMALL_SIZE 64

#define HEAD_SHIFT 30
#define HEAD_N_TABLES 44
#define HEAD_DIRECTORY 48
#define HEAD_SMALL_LIMIT 56
#define HEAD_SMALL_TABLE 60
#define HEAD_LISTS 68
#define HEAD_TABLES 76

#define ENTRY_SIZE 128
#define ENTRY_NAME_SIZE 64
#define ENTRY_KIND 66
#define ENTRY_LEFT 68
#define ENTRY_RIGHT 72
#define ENTRY_CHILD 76
#define ENTRY_FIRST 116
#define ENTRY_LENGTH 120

#define KIND_STREAM 2
#define KIND_ROOT 5

struct _GjDocCompound
{
  GjDocSpan file;
  gsize     size;
  guint32   n_sectors;
  GArray   *next;
  GjDocSpan directory;
  GjDocSpan small_table;
  GjDocSpan small;
};

static gsize
get_offset (const GjDocCompound *self,
            guint32              sector)
{
  return MAX (HEAD_SIZE, self->size) + self->size * (gsize) sector;
}

/* Reading chains */

/* How long a chain is whose length nobody says; 0 when it does not end. */
static gsize
measure (const GjDocCompound *self,
         guint32              sector)
{
  guint32 n = 0;

  for (; sector < self->n_sectors && sector < self->next->len; sector = g_array_index (self->next, guint32, sector))
    if (++n > self->n_sectors)
      return 0;

  return n * self->size;
}

/* The last sector of a file may be cut short. */
static gboolean
read_chain (const GjDocCompound *self,
            guint32              sector,
            gsize                length,
            GjDocSpan           *out)
{
  g_autofree guint8 *data = NULL;

  *out = (GjDocSpan) { NULL, 0 };
  if (length == 0)
    return TRUE;
  if (length > self->file.size)
    return FALSE;

  data = g_malloc0 (length);
  for (gsize at = 0; at < length; at += self->size)
    {
      gsize offset = get_offset (self, sector);
      gsize n = MIN (self->size, length - at);

      if (sector >= self->n_sectors || sector >= self->next->len)
        return FALSE;
      memcpy (data + at, self->file.data + offset, MIN (n, self->file.size - offset));
      sector = g_array_index (self->next, guint32, sector);
    }
  *out = (GjDocSpan) { g_steal_pointer (&data), length };

  return TRUE;
}

static gboolean
read_small_chain (const GjDocCompound *self,
                  guint32              sector,
                  gsize                length,
                  GjDocSpan           *out)
{
  g_autofree guint8 *data = NULL;

  *out = (GjDocSpan) { NULL, 0 };
  if (length == 0)
    return TRUE;
  if (length > self->small.size)
    return FALSE;

  data = g_malloc0 (length);
  for (gsize at = 0; at < length; at += SMALL_SIZE)
    {
      gsize n = MIN (SMALL_SIZE, length - at);

      if (!gj_doc_span_has (&self->small, SMALL_SIZE * (gsize) sector, n) ||
          !gj_doc_span_has (&self->small_table, 4 * (gsize) sector, 4))
        return FALSE;
      memcpy (data + at, self->small.data + SMALL_SIZE * (gsize) sector, n);
      sector = gj_doc_span_u32 (&self->small_table, 4 * (gsize) sector);
    }
  *out = (GjDocSpan) { g_steal_pointer (&data), length };

  return TRUE;
}

/* Opening */

static gboolean
add_table (GjDocCompound *self,
           guint32        sector)
{
  gsize at = get_offset (self, sector);

  if (sector >= self->n_sectors || self->next->len >= self->n_sectors)
    return FALSE;

  for (gsize i = 0; i < self->size; i += 4)
    {
      guint32 next = gj_doc_span_u32 (&self->file, at + i);

      g_array_append_val (self->next, next);
    }

  return TRUE;
}

/* What the table does not reach is in no chain. */
static void
read_table (GjDocCompound *self)
{
  guint32 n = gj_doc_span_u32 (&self->file, HEAD_N_TABLES);
  guint32 list = gj_doc_span_u32 (&self->file, HEAD_LISTS);

  for (guint i = 0; i < N_IN_HEAD && n > 0; i++, n--)
    if (!add_table (self, gj_doc_span_u32 (&self->file, HEAD_TABLES + 4 * (gsize) i)))
      return;

  while (n > 0 && list < self->n_sectors)
    {
      gsize at = get_offset (self, list);

      for (gsize i = 0; i + 4 < self->size && n > 0; i += 4, n--)
        if (!add_table (self, gj_doc_span_u32 (&self->file, at + i)))
          return;
      list = gj_doc_span_u32 (&self->file, at + self->size - 4);
    }
}

static gboolean
read_directory (GjDocCompound *self)
{
  guint32 directory = gj_doc_span_u32 (&self->file, HEAD_DIRECTORY);
  guint32 small_table = gj_doc_span_u32 (&self->file, HEAD_SMALL_TABLE);

  if (!read_chain (self, directory, measure (self, directory), &self->directory) ||
      gj_doc_span_u8 (&self->directory, ENTRY_KIND) != KIND_ROOT)
    return FALSE;

  return read_chain (self, small_table, measure (self, small_table), &self->small_table) &&
         read_chain (self, gj_doc_span_u32 (&self->directory, ENTRY_FIRST),
                     gj_doc_span_u32 (&self->directory, ENTRY_LENGTH), &self->small);
}

/**
 * gj_doc_compound_open:
 * @file: a file, which must live as long
 *
 * Returns: (transfer full) (nullable): its streams, or %NULL when it is no compound file or
 *          is damaged
 */
GjDocCompound *
gj_doc_compound_open (const GjDocSpan *file)
{
  g_autoptr (GjDocCompound) self = NULL;
  guint shift = gj_doc_span_u16 (file, HEAD_SHIFT);
  gsize head;

  if (shift != 9 && shift != 12)
    return NULL;
  head = MAX (HEAD_SIZE, (gsize) 1 << shift);
  if (file->size <= head)
    return NULL;

  self = g_new0 (GjDocCompound, 1);
  self->file = *file;
  self->size = (gsize) 1 << shift;
  self->n_sectors = (guint32) ((file->size - head + self->size - 1) / self->size);
  self->next = g_array_new (FALSE, FALSE, sizeof (guint32));
  read_table (self);

  return read_directory (self) ? g_steal_pointer (&self) : NULL;
}

void
gj_doc_compound_free (GjDocCompound *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->next);
  g_free ((gpointer) self->directory.data);
  g_free ((gpointer) self->small_table.data);
  g_free ((gpointer) self->small.data);
  g_free (self);
}

/* Streams */

static gboolean
has_name (const GjDocCompound *self,
          gsize                entry,
          const char          *name)
{
  gsize n = strlen (name);

  if (gj_doc_span_u16 (&self->directory, entry + ENTRY_NAME_SIZE) != 2 * (n + 1))
    return FALSE;
  for (gsize i = 0; i < n; i++)
    if (gj_doc_span_u16 (&self->directory, entry + 2 * i) != (guint8) name[i])
      return FALSE;

  return TRUE;
}

/* The entries of the root are a tree. Those of storages in it, which hold documents that
 * were put into this one, are not looked at. 0, which is the root, when there is none. */
static gsize
find (const GjDocCompound *self,
      const char          *name)
{
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint32 child = gj_doc_span_u32 (&self->directory, ENTRY_CHILD);
  gsize n_left = self->directory.size / ENTRY_SIZE;

  g_array_append_val (open, child);
  while (open->len > 0 && n_left > 0)
    {
      guint32 index = g_array_index (open, guint32, open->len - 1);
      gsize entry = ENTRY_SIZE * (gsize) index;
      guint32 left = gj_doc_span_u32 (&self->directory, entry + ENTRY_LEFT);
      guint32 right = gj_doc_span_u32 (&self->directory, entry + ENTRY_RIGHT);

      g_array_set_size (open, open->len - 1);
      if (!gj_doc_span_has (&self->directory, entry, ENTRY_SIZE))
        continue;
      n_left--;
      if (gj_doc_span_u8 (&self->directory, entry + ENTRY_KIND) == KIND_STREAM && has_name (self, entry, name))
        return entry;
      g_array_append_val (open, left);
      g_array_append_val (open, right);
    }

  return 0;
}

/**
 * gj_doc_compound_has:
 * @name: a stream
 *
 * Returns: whether the file has it
 */
gboolean
gj_doc_compound_has (GjDocCompound *self,
                     const char    *name)
{
  return find (self, name) != 0;
}

/**
 * gj_doc_compound_read:
 * @name: a stream
 * @out: (out): its bytes, to be freed; empty when the file has no such stream
 *
 * Returns: %FALSE when it cannot be read as a whole
 */
gboolean
gj_doc_compound_read (GjDocCompound *self,
                      const char    *name,
                      GjDocSpan     *out)
{
  gsize entry = find (self, name);
  guint32 first = gj_doc_span_u32 (&self->directory, entry + ENTRY_FIRST);
  guint32 length = gj_doc_span_u32 (&self->directory, entry + ENTRY_LENGTH);

  *out = (GjDocSpan) { NULL, 0 };
  if (entry == 0)
    return TRUE;
  if (length < gj_doc_span_u32 (&self->file, HEAD_SMALL_LIMIT))
    return read_small_chain (self, first, length, out);

  return read_chain (self, first, length, out);
}
