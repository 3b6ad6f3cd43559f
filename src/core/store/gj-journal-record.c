/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-edit-record-private.h"

#include <string.h>

#define HEAD "gouji-journal 2\n"
#define PREFIX_SIZE (1 + 4 + 4 + 8)

static void
compute_checksum (const GjRecordChain *chain,
                  const guint8        *prefix,
                  gconstpointer        content,
                  gsize                size,
                  guint8              *result)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[32];
  gsize length = sizeof digest;

  g_checksum_update (checksum, chain->checksum, sizeof chain->checksum);
  g_checksum_update (checksum, prefix, 9);
  g_checksum_update (checksum, content, (gssize) size);
  g_checksum_get_digest (checksum, digest, &length);
  memcpy (result, digest, sizeof chain->checksum);
}

static void
put_uint (guint8  *bytes,
          guint32  value)
{
  guint32 little = GUINT32_TO_LE (value);

  memcpy (bytes, &little, sizeof little);
}

static guint32
get_uint (const char *bytes)
{
  guint32 little;

  memcpy (&little, bytes, sizeof little);
  return GUINT32_FROM_LE (little);
}

static GVariant *
to_native (GVariant *content)
{
  if (G_BYTE_ORDER == G_LITTLE_ENDIAN)
    return g_variant_ref_sink (content);

  g_autoptr (GVariant) little = g_variant_ref_sink (content);

  return g_variant_byteswap (little);
}

void
_gj_record_append_head (GByteArray *to)
{
  g_byte_array_append (to, (const guint8 *) HEAD, strlen (HEAD));
}

/**
 * _gj_record_append:
 * @to: where the record goes
 * @chain: the record before; afterwards this one
 * @kind: the kind of record
 * @content: (transfer floating): what is recorded
 */
void
_gj_record_append (GByteArray    *to,
                   GjRecordChain *chain,
                   GjRecordKind   kind,
                   GVariant      *content)
{
  g_autoptr (GVariant) little = to_native (content);
  gconstpointer data = g_variant_get_data (little);
  gsize size = g_variant_get_size (little);
  guint8 prefix[PREFIX_SIZE];

  prefix[0] = (guint8) kind;
  put_uint (prefix + 1, (guint32) size);
  put_uint (prefix + 5, chain->number);
  compute_checksum (chain, prefix, data, size, prefix + 9);

  chain->number++;
  memcpy (chain->checksum, prefix + 9, sizeof chain->checksum);
  g_byte_array_append (to, prefix, sizeof prefix);
  g_byte_array_append (to, data, size);
}

/* Returns whether @bytes are a journal at all; they must outlive the reader. */

gboolean
_gj_record_reader_init (GjRecordReader *self,
                        GBytes         *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  *self = (GjRecordReader) { .next = data + strlen (HEAD), .end = data + size };
  return size >= strlen (HEAD) && memcmp (data, HEAD, strlen (HEAD)) == 0;
}

static const GVariantType *
get_type (GjRecordKind kind)
{
  switch (kind)
    {
    case GJ_RECORD_BASE:
      return GJ_RECORD_BASE_TYPE;
    case GJ_RECORD_EDIT:
      return GJ_RECORD_EDIT_TYPE;
    case GJ_RECORD_DRAFT:
      return GJ_RECORD_DRAFT_TYPE;
    default:
      return NULL;
    }
}

/**
 * _gj_record_reader_next:
 * @self: a reader
 * @kind: (out): the kind of record
 *
 * Returns: (transfer full) (nullable): the next record's content; %NULL after the last
 *          whole one
 */
GVariant *
_gj_record_reader_next (GjRecordReader *self,
                        GjRecordKind   *kind)
{
  const char *record = self->next;
  guint8 checksum[8];

  if (self->end - record < PREFIX_SIZE)
    return NULL;

  gsize size = get_uint (record + 1);
  const GVariantType *type = get_type ((guint8) record[0]);

  if (type == NULL || (gsize) (self->end - record - PREFIX_SIZE) < size
      || get_uint (record + 5) != self->chain.number)
    return NULL;

  const char *content = record + PREFIX_SIZE;

  compute_checksum (&self->chain, (const guint8 *) record, content, size, checksum);
  if (memcmp (checksum, record + 9, sizeof checksum) != 0)
    return NULL;

  g_autoptr (GBytes) bytes = g_bytes_new (content, size);
  GVariant *little = g_variant_new_from_bytes (type, bytes, FALSE);
  g_autoptr (GVariant) native = to_native (little);

  if (!g_variant_is_normal_form (native))
    return NULL;

  *kind = (guint8) record[0];
  self->next = content + size;
  self->chain.number++;
  memcpy (self->chain.checksum, checksum, sizeof checksum);
  return g_steal_pointer (&native);
}
