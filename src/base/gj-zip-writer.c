/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-zip-writer.h"

#include <string.h>
#include <zlib.h>

#include <glib/gi18n-lib.h>

#include "gj-zip-private.h"

/* The parts one after the other, each behind a head of its own, then their list. Sizes and
 * checksums stand in the heads too, so that whoever reads from front to back is served. No
 * part, and no archive, is so large that it would take the longer numbers of zip64. */

#define SIGNATURE_PART 0x04034b50
#define SIGNATURE_ENTRY 0x02014b50
#define SIGNATURE_END 0x06054b50

#define VERSION 20
#define FLAG_UTF8 (1 << 11)

/* 1980-01-01, 00:00 */
#define DAY (1 << 5 | 1)

#define MAX_PARTS 0xfffe
#define MAX_SIZE 0x7fffffffu

/* The text of a document is so repetitive that trying harder gains nothing. */
#define LEVEL 5

struct _GjZipWriter
{
  GByteArray *out;
  GByteArray *list;
  GHashTable *names;
  z_stream    stream;
  gboolean    has_stream;
};

/**
 * gj_zip_writer_new:
 *
 * Returns: (transfer full): an archive without parts
 */
GjZipWriter *
gj_zip_writer_new (void)
{
  GjZipWriter *self = g_new0 (GjZipWriter, 1);

  self->out = g_byte_array_new ();
  self->list = g_byte_array_new ();
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return self;
}

void
gj_zip_writer_free (GjZipWriter *self)
{
  if (self == NULL)
    return;

  if (self->has_stream)
    deflateEnd (&self->stream);
  g_clear_pointer (&self->out, g_byte_array_unref);
  g_byte_array_unref (self->list);
  g_hash_table_unref (self->names);
  g_free (self);
}

static void
append_16 (GByteArray *out,
           guint       value)
{
  guint8 bytes[2] = { value & 0xff, value >> 8 & 0xff };

  g_byte_array_append (out, bytes, sizeof bytes);
}

static void
append_32 (GByteArray *out,
           guint32     value)
{
  append_16 (out, value & 0xffff);
  append_16 (out, value >> 16);
}

/* What a part's head and its entry in the list have in common. */
static void
append_facts (GByteArray       *out,
              const GjZipEntry *entry)
{
  append_16 (out, VERSION);
  append_16 (out, FLAG_UTF8);
  append_16 (out, entry->method);
  append_16 (out, 0);
  append_16 (out, DAY);
  append_32 (out, entry->checksum);
  append_32 (out, (guint32) entry->n_packed);
  append_32 (out, (guint32) entry->size);
  append_16 (out, (guint) entry->n_name);
  append_16 (out, 0);
}

static void
append_name (GByteArray       *out,
             const GjZipEntry *entry)
{
  g_byte_array_append (out, (const guint8 *) entry->name, (guint) entry->n_name);
}

static void
append_head (GByteArray       *out,
             const GjZipEntry *entry)
{
  append_32 (out, SIGNATURE_PART);
  append_facts (out, entry);
  append_name (out, entry);
}

static void
append_entry (GByteArray       *list,
              const GjZipEntry *entry)
{
  append_32 (list, SIGNATURE_ENTRY);
  append_16 (list, VERSION);
  append_facts (list, entry);
  append_16 (list, 0);
  append_16 (list, 0);
  append_16 (list, 0);
  append_32 (list, 0);
  append_32 (list, (guint32) entry->offset);
  append_name (list, entry);
}

static void
open_stream (GjZipWriter *self)
{
  int status = self->has_stream ? deflateReset (&self->stream)
                                : deflateInit2 (&self->stream, LEVEL, Z_DEFLATED, -MAX_WBITS, 8,
                                                Z_DEFAULT_STRATEGY);

  if (status != Z_OK)
    g_error ("no memory for a zip writer");
  self->has_stream = TRUE;
}

/* (transfer full) (nullable): %NULL when packing gains nothing. */
static guint8 *
pack (GjZipWriter   *self,
      gconstpointer  data,
      gsize          size,
      gsize         *n_packed)
{
  g_autofree guint8 *packed = NULL;

  if (size < 16)
    return NULL;

  open_stream (self);
  packed = g_malloc (size);
  self->stream.next_in = (Bytef *) data;
  self->stream.avail_in = (uInt) size;
  self->stream.next_out = packed;
  self->stream.avail_out = (uInt) size;
  if (deflate (&self->stream, Z_FINISH) != Z_STREAM_END)
    return NULL;
  *n_packed = self->stream.total_out;

  return g_steal_pointer (&packed);
}

static gboolean
check (GjZipWriter  *self,
       const char   *name,
       gsize         size,
       GError      **error)
{
  gsize length = strlen (name);

  if (length == 0 || length > G_MAXUINT16 || *name == '/' || !g_utf8_validate (name, -1, NULL) ||
      g_hash_table_contains (self->names, name))
    {
      g_set_error (error, GJ_ZIP_ERROR, GJ_ZIP_ERROR_FOREIGN, _("it cannot have a part of the name “%s”"), name);
      return FALSE;
    }
  if (g_hash_table_size (self->names) >= MAX_PARTS || size > MAX_SIZE ||
      (guint64) self->out->len + self->list->len + size + 4 * length + 1024 > MAX_SIZE)
    {
      g_set_error_literal (error, GJ_ZIP_ERROR, GJ_ZIP_ERROR_TOO_LARGE, _("it would be larger than 2 GiB"));
      return FALSE;
    }

  return TRUE;
}

static void
add_part (GjZipWriter   *self,
          const char    *name,
          gconstpointer  data,
          gsize          size,
          const guint8  *packed,
          gsize          n_packed)
{
  GjZipEntry entry = { .name = name, .n_name = strlen (name), .size = size, .offset = self->out->len };

  entry.method = packed != NULL ? GJ_ZIP_DEFLATED : GJ_ZIP_STORED;
  entry.n_packed = packed != NULL ? n_packed : size;
  entry.checksum = (guint32) crc32_z (0, data, size);
  append_head (self->out, &entry);
  if (entry.n_packed > 0)
    g_byte_array_append (self->out, packed != NULL ? packed : data, (guint) entry.n_packed);
  append_entry (self->list, &entry);
  g_hash_table_add (self->names, g_strdup (name));
}

/**
 * gj_zip_writer_add:
 * @self: an archive
 * @name: the part's name, with "/" between its steps
 * @data: its content
 * @size: how many bytes
 * @error: a #GError of %GJ_ZIP_ERROR
 *
 * Packs a part, if that makes it smaller. Sets %GJ_ZIP_ERROR_FOREIGN for a name that no
 * part can have or that one has already, %GJ_ZIP_ERROR_TOO_LARGE when the archive would
 * have more than 2 GiB or 65,534 parts.
 *
 * Returns: whether it is in the archive
 */
gboolean
gj_zip_writer_add (GjZipWriter    *self,
                   const char     *name,
                   gconstpointer   data,
                   gsize           size,
                   GError        **error)
{
  g_autofree guint8 *packed = NULL;
  gsize n_packed = 0;

  g_return_val_if_fail (self != NULL && self->out != NULL, FALSE);
  g_return_val_if_fail (name != NULL, FALSE);
  g_return_val_if_fail (data != NULL || size == 0, FALSE);

  if (!check (self, name, size, error))
    return FALSE;

  packed = pack (self, data, size, &n_packed);
  add_part (self, name, data, size, packed, n_packed);

  return TRUE;
}

/**
 * gj_zip_writer_store:
 *
 * The same for what is packed already, such as a picture.
 *
 * Returns: whether it is in the archive
 */
gboolean
gj_zip_writer_store (GjZipWriter    *self,
                     const char     *name,
                     gconstpointer   data,
                     gsize           size,
                     GError        **error)
{
  g_return_val_if_fail (self != NULL && self->out != NULL, FALSE);
  g_return_val_if_fail (name != NULL, FALSE);
  g_return_val_if_fail (data != NULL || size == 0, FALSE);

  if (!check (self, name, size, error))
    return FALSE;

  add_part (self, name, data, size, NULL, 0);

  return TRUE;
}

/**
 * gj_zip_writer_end:
 * @self: an archive
 *
 * Returns: (transfer full): the archive; the writer can only be freed
 */
GBytes *
gj_zip_writer_end (GjZipWriter *self)
{
  guint32 offset;
  guint n_parts;

  g_return_val_if_fail (self != NULL && self->out != NULL, NULL);

  offset = self->out->len;
  n_parts = g_hash_table_size (self->names);
  if (self->list->len > 0)
    g_byte_array_append (self->out, self->list->data, self->list->len);
  append_32 (self->out, SIGNATURE_END);
  append_16 (self->out, 0);
  append_16 (self->out, 0);
  append_16 (self->out, n_parts);
  append_16 (self->out, n_parts);
  append_32 (self->out, self->list->len);
  append_32 (self->out, offset);
  append_16 (self->out, 0);

  return g_byte_array_free_to_bytes (g_steal_pointer (&self->out));
}
