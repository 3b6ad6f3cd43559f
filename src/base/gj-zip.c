/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-zip.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#include <glib/gi18n-lib.h>

/* libarchive reads forward only: the parts are listed once, by their place in the archive,
 * and the reading begins anew when a part is asked for that was already passed. Its
 * seekable reader takes the directory at the end of the file for the truth and says so
 * when a part's size or checksum is another. */

#define BLOCK (64 << 10)
#define RATIO_FREE (1 << 20)

struct _GjZip
{
  GBytes         *bytes;
  GHashTable     *places;
  GHashTable     *doubles;
  struct archive *archive;
  guint           next;
  guint64         total;
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

static gboolean
rewind_archive (GjZip   *self,
                GError **error)
{
  gsize size;
  const void *data = g_bytes_get_data (self->bytes, &size);

  g_clear_pointer (&self->archive, archive_read_free);
  self->next = 0;
  self->archive = archive_read_new ();
  if (self->archive == NULL)
    g_error ("no memory for a zip reader");

  if (archive_read_support_format_zip_seekable (self->archive) != ARCHIVE_OK ||
      archive_read_open_memory (self->archive, data, size) != ARCHIVE_OK)
    return fail (error, GJ_ZIP_ERROR_NOT_ZIP, _("it is no complete zip archive"));

  return TRUE;
}

/* Names are told apart as packages do it, without regard to case; a name beyond ASCII may
 * be one that the current locale cannot hold. */

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

static gboolean
list_part (GjZip                *self,
           struct archive_entry *entry,
           GError              **error)
{
  const char *name = archive_entry_pathname_utf8 (entry);
  g_autofree char *key = NULL;

  if (self->next >= GJ_ZIP_MAX_PARTS)
    return fail (error, GJ_ZIP_ERROR_TOO_LARGE, _("it holds more than 4,096 parts"));
  if (archive_entry_is_encrypted (entry))
    return fail (error, GJ_ZIP_ERROR_ENCRYPTED, _("it is protected with a password"));

  self->next++;
  if (name == NULL || *name == '\0')
    return TRUE;
  if (leads_outside (name))
    return fail (error, GJ_ZIP_ERROR_FOREIGN, _("a part’s name leads outside of it"));

  key = dup_key (name);
  if (!g_hash_table_insert (self->places, g_strdup (key), GUINT_TO_POINTER (self->next)))
    g_hash_table_add (self->doubles, g_steal_pointer (&key));

  return TRUE;
}

static gboolean
list_parts (GjZip   *self,
            GError **error)
{
  struct archive_entry *entry;
  int status;

  while ((status = archive_read_next_header (self->archive, &entry)) >= ARCHIVE_WARN &&
         status != ARCHIVE_EOF)
    if (!list_part (self, entry, error))
      return FALSE;

  if (status == ARCHIVE_EOF)
    return TRUE;

  return self->next == 0 ? fail (error, GJ_ZIP_ERROR_NOT_ZIP, _("it is no complete zip archive"))
                         : fail (error, GJ_ZIP_ERROR_BROKEN, _("its list of parts is damaged"));
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
  self->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->doubles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (!rewind_archive (self, error) || !list_parts (self, error))
    return NULL;
  g_clear_pointer (&self->archive, archive_read_free);

  return g_steal_pointer (&self);
}

void
gj_zip_free (GjZip *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->archive, archive_read_free);
  g_clear_pointer (&self->places, g_hash_table_unref);
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

  return g_hash_table_contains (self->places, key);
}

/* The part that is the @place-th of the archive, counted from 1. */

static gboolean
seek_part (GjZip       *self,
           const char  *name,
           guint        place,
           GError     **error)
{
  struct archive_entry *entry;
  int status = ARCHIVE_OK;

  if ((self->archive == NULL || self->next >= place) && !rewind_archive (self, error))
    return FALSE;

  for (; self->next < place; self->next++)
    {
      status = archive_read_next_header (self->archive, &entry);
      if (status < ARCHIVE_WARN || status == ARCHIVE_EOF)
        return fail (error, GJ_ZIP_ERROR_BROKEN, _("its list of parts is damaged"));
    }

  /* Said of a part whose two descriptions differ, and of a name that the locale cannot
   * hold. */
  if (status == ARCHIVE_WARN && g_str_is_ascii (name))
    return fail (error, GJ_ZIP_ERROR_BROKEN, _("a part is not what its list says"));

  return TRUE;
}

static gboolean
check_limits (GjZip   *self,
              guint64  size,
              gint64   n_packed,
              GError **error)
{
  if (size > GJ_ZIP_MAX_PART)
    return fail (error, GJ_ZIP_ERROR_TOO_LARGE, _("a part is larger than 32 MiB"));
  if (self->total > GJ_ZIP_MAX_TOTAL)
    return fail (error, GJ_ZIP_ERROR_TOO_LARGE, _("its parts are larger than 128 MiB"));
  if (size > RATIO_FREE && size > (guint64) MAX (n_packed, 1) * GJ_ZIP_MAX_RATIO)
    return fail (error, GJ_ZIP_ERROR_TOO_LARGE, _("a part is packed more tightly than any document"));

  return TRUE;
}

static GByteArray *
unpack (GjZip   *self,
        GError **error)
{
  g_autoptr (GByteArray) out = g_byte_array_new ();
  g_autofree guint8 *block = g_malloc (BLOCK);
  gint64 start = archive_filter_bytes (self->archive, -1);
  gssize n;

  while ((n = archive_read_data (self->archive, block, BLOCK)) > 0)
    {
      self->total += (guint64) n;
      g_byte_array_append (out, block, (guint) n);
      if (!check_limits (self, out->len, archive_filter_bytes (self->archive, -1) - start, error))
        return NULL;
    }

  if (n < 0)
    {
      fail (error, GJ_ZIP_ERROR_BROKEN, _("a part is damaged"));
      return NULL;
    }

  return g_steal_pointer (&out);
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
  g_autoptr (GByteArray) data = NULL;
  g_autofree char *key = NULL;
  guint place;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  key = dup_key (name);
  place = GPOINTER_TO_UINT (g_hash_table_lookup (self->places, key));
  if (place == 0)
    {
      g_set_error (error, GJ_ZIP_ERROR, GJ_ZIP_ERROR_NO_PART, _("it has no part “%s”"), name);
      return NULL;
    }
  if (g_hash_table_contains (self->doubles, key))
    {
      g_set_error (error, GJ_ZIP_ERROR, GJ_ZIP_ERROR_FOREIGN, _("it holds the part “%s” twice"), name);
      return NULL;
    }
  if (!seek_part (self, key, place, error))
    return NULL;

  data = unpack (self, error);
  if (data == NULL)
    {
      g_clear_pointer (&self->archive, archive_read_free);
      return NULL;
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&data));
}
