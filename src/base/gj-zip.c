/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-zip.h"

#include <string.h>
#include <zlib.h>

#include <glib/gi18n-lib.h>

#include "gj-zip-private.h"

/* The directory at the end of the file is taken for the truth, and what is not as it says
 * is refused. A part is unpacked in one go into just the memory that it says it needs:
 * whoever unpacks a document's three parts feels every page that is touched besides. */

#define RATIO_FREE (1 << 20)

struct _GjZip
{
  GBytes     *bytes;
  GHashTable *entries;
  GHashTable *doubles;
  guint       n_entries;
  guint64     total;
};

G_DEFINE_QUARK (gj-zip-error-quark, gj_zip_error)

static gboolean
fail (GError     **error,
      GjZipError   code,
      const char  *message)
{
  g_set_error_literal (error, GJ_ZIP_ERROR, code, message);

  return FALSE;
}

/* Names are told apart as packages do it, without regard to case. */

static char *
dup_key (const char *name)
{
  return g_ascii_strdown (*name == '/' ? name + 1 : name, -1);
}

static gboolean
leads_outside (const char *name)
{
  g_auto (GStrv) steps = g_strsplit (name, "/", -1);

  return *name == '/' || strchr (name, '\\') != NULL || g_strv_contains ((const char *const *) steps, "..");
}

/* Old programs part the steps by backslashes. */
static char *
dup_name (const GjZipEntry *entry)
{
  char *name = g_strndup (entry->name, entry->n_name);

  if (entry->is_dos && strchr (name, '/') == NULL)
    g_strdelimit (name, "\\", '/');

  return name;
}

static gboolean
list_part (GjZip             *self,
           const GjZipEntry  *entry,
           GError           **error)
{
  g_autofree char *name = dup_name (entry);
  g_autofree char *key = NULL;

  if (self->n_entries++ >= GJ_ZIP_MAX_PARTS)
    return fail (error, GJ_ZIP_ERROR_TOO_LARGE, _("it holds more than 4,096 parts"));
  if (entry->is_encrypted)
    return fail (error, GJ_ZIP_ERROR_ENCRYPTED, _("it is protected with a password"));

  if (*name == '\0')
    return TRUE;
  if (leads_outside (name) || strlen (name) != entry->n_name)
    return fail (error, GJ_ZIP_ERROR_FOREIGN, _("a part’s name leads outside of it"));

  key = dup_key (name);
  if (!g_hash_table_insert (self->entries, g_strdup (key), g_memdup2 (entry, sizeof *entry)))
    g_hash_table_add (self->doubles, g_steal_pointer (&key));

  return TRUE;
}

static gboolean
list_parts (GjZip   *self,
            GError **error)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (self->bytes, &size);
  GjZipEntry entry;
  gsize at;

  if (!_gj_zip_find_directory (data, size, &at))
    return fail (error, GJ_ZIP_ERROR_NOT_ZIP, _("it is no complete zip archive"));

  while (TRUE)
    switch (_gj_zip_read_entry (data, size, &at, &entry))
      {
      case GJ_ZIP_STEP_ENTRY:
        if (!list_part (self, &entry, error))
          return FALSE;
        break;
      case GJ_ZIP_STEP_END:
        return TRUE;
      case GJ_ZIP_STEP_DAMAGE:
      default:
        return fail (error, GJ_ZIP_ERROR_BROKEN, _("its list of parts is damaged"));
      }
}

/**
 * gj_zip_open:
 * @bytes: an archive
 * @error: a #GError of %GJ_ZIP_ERROR
 *
 * Lists the parts of an archive, at most %GJ_ZIP_MAX_PARTS in at most %GJ_ZIP_MAX_FILE
 * bytes. Nothing is unpacked.
 *
 * Returns: (transfer full): the archive
 */
GjZip *
gj_zip_open (GBytes  *bytes,
             GError **error)
{
  g_autoptr (GjZip) self = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);

  if (g_bytes_get_size (bytes) > GJ_ZIP_MAX_FILE)
    {
      fail (error, GJ_ZIP_ERROR_TOO_LARGE, _("it is larger than 64 MiB"));
      return NULL;
    }

  self = g_new0 (GjZip, 1);
  self->bytes = g_bytes_ref (bytes);
  self->entries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->doubles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (!list_parts (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
gj_zip_free (GjZip *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->entries, g_hash_table_unref);
  g_clear_pointer (&self->doubles, g_hash_table_unref);
  g_bytes_unref (self->bytes);
  g_free (self);
}

/**
 * gj_zip_has:
 * @self: an archive
 * @name: a part's name, with or without the slash at its front
 *
 * Returns: whether there is such a part; ASCII letters are the same in both cases
 */
gboolean
gj_zip_has (GjZip      *self,
            const char *name)
{
  g_autofree char *key = NULL;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (name != NULL, FALSE);

  key = dup_key (name);

  return g_hash_table_contains (self->entries, key);
}

static gboolean
check_limits (GjZip             *self,
              const GjZipEntry  *entry,
              GError           **error)
{
  if (entry->size > GJ_ZIP_MAX_PART)
    return fail (error, GJ_ZIP_ERROR_TOO_LARGE, _("a part is larger than 32 MiB"));
  self->total += entry->size;
  if (self->total > GJ_ZIP_MAX_TOTAL)
    return fail (error, GJ_ZIP_ERROR_TOO_LARGE, _("its parts are larger than 128 MiB"));
  if (entry->size > RATIO_FREE && entry->size > MAX (entry->n_packed, 1) * GJ_ZIP_MAX_RATIO)
    return fail (error, GJ_ZIP_ERROR_TOO_LARGE, _("a part is packed more tightly than any document"));

  return TRUE;
}

/* One byte more than there should be has room, so that it shows. */
static gboolean
inflate_part (const guint8     *packed,
              const GjZipEntry *entry,
              guint8           *out)
{
  z_stream stream = { .next_in = (guint8 *) packed, .avail_in = (uInt) entry->n_packed,
                      .next_out = out, .avail_out = (uInt) entry->size + 1 };
  gboolean is_whole;

  if (inflateInit2 (&stream, -MAX_WBITS) != Z_OK)
    g_error ("no memory for a zip reader");
  is_whole = inflate (&stream, Z_FINISH) == Z_STREAM_END && stream.total_out == entry->size;
  inflateEnd (&stream);

  return is_whole;
}

static GBytes *
unpack (const guint8     *packed,
        const GjZipEntry *entry)
{
  g_autofree guint8 *out = g_malloc (entry->size + 1);

  if (entry->method == GJ_ZIP_STORED && entry->n_packed == entry->size)
    memcpy (out, packed, entry->size);
  else if (entry->method != GJ_ZIP_DEFLATED || !inflate_part (packed, entry, out))
    return NULL;
  if (crc32_z (0, out, entry->size) != entry->checksum)
    return NULL;

  return g_bytes_new_take (g_steal_pointer (&out), entry->size);
}

/**
 * gj_zip_read:
 * @self: an archive
 * @name: a part's name, with or without the slash at its front
 * @error: a #GError of %GJ_ZIP_ERROR
 *
 * Unpacks a part, of at most %GJ_ZIP_MAX_PART bytes; all that are ever read from one
 * archive have at most %GJ_ZIP_MAX_TOTAL. A part is refused when another has its name, or
 * when its size or checksum is not what the archive says.
 *
 * Returns: (transfer full): its content
 */
GBytes *
gj_zip_read (GjZip       *self,
             const char  *name,
             GError     **error)
{
  g_autofree char *key = NULL;
  const GjZipEntry *entry;
  const guint8 *packed;
  GBytes *part;
  gsize size;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  key = dup_key (name);
  entry = g_hash_table_lookup (self->entries, key);
  if (entry == NULL)
    {
      g_set_error (error, GJ_ZIP_ERROR, GJ_ZIP_ERROR_NO_PART, _("it has no part “%s”"), name);
      return NULL;
    }
  if (g_hash_table_contains (self->doubles, key))
    {
      g_set_error (error, GJ_ZIP_ERROR, GJ_ZIP_ERROR_FOREIGN, _("it holds the part “%s” twice"), name);
      return NULL;
    }
  if (!check_limits (self, entry, error))
    return NULL;

  packed = g_bytes_get_data (self->bytes, &size);
  packed = _gj_zip_find_content (packed, size, entry);
  if (packed == NULL)
    {
      fail (error, GJ_ZIP_ERROR_BROKEN, _("a part is not what its list says"));
      return NULL;
    }
  part = unpack (packed, entry);
  if (part == NULL)
    fail (error, GJ_ZIP_ERROR_BROKEN, _("a part is damaged"));

  return part;
}
