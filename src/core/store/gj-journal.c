/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-journal.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "gj-edit-record-private.h"

/**
 * GjJournal:
 *
 * The file of one open report from which its state can be rebuilt after a crash: the
 * base, whole, so that it does not matter what becomes of the report's own file, and
 * every step since. What is appended survives the end of the program, what is synced also
 * that of the machine. The lock on the file says that its program is alive; it goes with
 * the process, however that ends. A journal that is not discarded stays and is offered as
 * lost work.
 *
 * It may be used from any thread, by one at a time for a call that changes it.
 */
struct _GjJournal
{
  GObject        parent_instance;

  GMutex         mutex;
  char          *path;
  GjForm        *form;
  int            fd;
  goffset        size;
  GByteArray    *pending;
  GjRecordChain  chain;
};

G_DEFINE_FINAL_TYPE (GjJournal, gj_journal, G_TYPE_OBJECT)

static gboolean
set_error (GError **error,
           int      number)
{
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (number),
               _("Your changes cannot be kept safe against a crash: %s. Save the report now."),
               g_strerror (number));
  return FALSE;
}

static gboolean
write_all (int               fd,
           const GByteArray *data)
{
  const guint8 *next = data->data;
  gsize left = data->len;

  while (left > 0)
    {
      gssize n = write (fd, next, left);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return FALSE;
      next += n;
      left -= n;
    }
  return TRUE;
}

static void
close_file (GjJournal *self)
{
  if (self->fd >= 0)
    close (self->fd);
  self->fd = -1;
}

static void
gj_journal_finalize (GObject *object)
{
  GjJournal *self = GJ_JOURNAL (object);

  close_file (self);
  g_byte_array_unref (self->pending);
  g_free (self->path);
  gj_form_unref (self->form);
  g_mutex_clear (&self->mutex);

  G_OBJECT_CLASS (gj_journal_parent_class)->finalize (object);
}

static void
gj_journal_class_init (GjJournalClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = gj_journal_finalize;
}

static void
gj_journal_init (GjJournal *self)
{
  g_mutex_init (&self->mutex);
  self->pending = g_byte_array_new ();
  self->fd = -1;
}

static GByteArray *
make_start (GBytes         *bytes,
            const char     *digest,
            GjReport       *base,
            const char     *file_uri,
            gboolean        unsaved,
            GjRecordChain  *chain)
{
  GByteArray *data = g_byte_array_new ();
  GVariant *content = g_variant_new_from_bytes (G_VARIANT_TYPE_BYTESTRING, bytes, TRUE);

  *chain = (GjRecordChain) { 0 };
  _gj_record_append_head (data);
  _gj_record_append (data, chain, GJ_RECORD_BASE,
                     g_variant_new ("(ssisb@ay)", file_uri != NULL ? file_uri : "",
                                    gj_report_get_field (base, GJ_FIELD_BODY),
                                    gj_report_get_year (base), digest, unsaved, content));
  return data;
}

static void
sync_directory (const char *path)
{
  g_autofree char *directory = g_path_get_dirname (path);
  int fd = open (directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  if (fd < 0)
    return;
  (void) !fsync (fd);
  close (fd);
}

/* The file takes its name only when the base is on the disk and the lock is held: nobody
 * ever sees half a journal, or one of a living program without its lock. A base that was
 * recovered from a lost journal takes that one's place, which is then not needed. */

static gboolean
start_file (GjJournal   *self,
            GjReport    *base,
            const char  *file_uri,
            GError     **error)
{
  g_autofree char *temporary = g_strconcat (self->path, ".new", NULL);
  g_autoptr (GBytes) bytes = gj_store_write (base);
  g_autofree char *digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  g_autofree char *lost = self->fd < 0 ? _gj_journal_take_recovered (digest) : NULL;
  GjRecordChain chain;
  g_autoptr (GByteArray) data = make_start (bytes, digest, base, file_uri, lost != NULL, &chain);
  int fd = open (temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600);

  if (fd < 0)
    return set_error (error, errno);

  if ((flock (fd, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK)
      || !write_all (fd, data) || fsync (fd) != 0 || g_rename (temporary, self->path) != 0)
    {
      int number = errno;

      g_unlink (temporary);
      close (fd);
      return set_error (error, number);
    }

  sync_directory (self->path);
  if (lost != NULL)
    gj_journal_discard_lost (lost);
  close_file (self);
  self->fd = fd;
  self->size = data->len;
  g_byte_array_set_size (self->pending, 0);
  self->chain = chain;
  return TRUE;
}

/**
 * gj_journal_new:
 * @directory: (type filename): the folder of journals, made when it is not there
 * @base: the report as it is now
 * @file_uri: (nullable): where the report is stored
 * @error: a #GError of %G_IO_ERROR
 *
 * Begins a journal of its own, whoever else has the same report open. When @base is what
 * gj_journal_recover() has given, the journal takes the place of the lost one, and is
 * offered as lost work even if nothing more is done in it.
 *
 * Returns: (transfer full) (nullable): the journal
 */
GjJournal *
gj_journal_new (const char  *directory,
                GjReport    *base,
                const char  *file_uri,
                GError     **error)
{
  g_autoptr (GjJournal) self = NULL;
  g_autofree char *id = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (directory != NULL, NULL);
  g_return_val_if_fail (GJ_IS_REPORT (base), NULL);

  self = g_object_new (GJ_TYPE_JOURNAL, NULL);
  self->form = gj_form_ref (gj_report_get_form (base));
  if (g_mkdir_with_parents (directory, 0700) != 0)
    {
      set_error (error, errno);
      return NULL;
    }

  id = g_uuid_string_random ();
  name = g_strconcat (id, GJ_JOURNAL_SUFFIX, NULL);
  self->path = g_build_filename (directory, name, NULL);
  if (!start_file (self, base, file_uri, error))
    return NULL;
  return g_steal_pointer (&self);
}

/* Writes what is pending. What could not be written whole is cut off again, since
 * everything after it would be unreadable, and stays pending: as soon as the disk has room
 * the journal is complete again. */

static gboolean
write_pending (GjJournal  *self,
               GError    **error)
{
  if (self->fd < 0 || self->pending->len == 0)
    return TRUE;

  if (!write_all (self->fd, self->pending))
    {
      int number = errno;

      if (ftruncate (self->fd, self->size) == 0)
        lseek (self->fd, self->size, SEEK_SET);
      return set_error (error, number);
    }

  self->size += self->pending->len;
  g_byte_array_set_size (self->pending, 0);
  return TRUE;
}

static gboolean
append_record (GjJournal     *self,
               GjRecordKind   kind,
               GVariant      *content,
               GError       **error)
{
  g_autoptr (GVariant) owned = g_variant_ref_sink (content);
  G_GNUC_UNUSED g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  if (self->fd < 0)
    return TRUE;
  _gj_record_append (self->pending, &self->chain, kind, owned);
  return write_pending (self, error);
}

/**
 * gj_journal_append:
 * @self: a journal
 * @edit: a step that was made in the report
 * @reverted: whether it was taken back
 * @error: a #GError of %G_IO_ERROR
 *
 * Writes a step down. What cannot be written now is tried again with the next call.
 *
 * Returns: whether everything so far is written
 */
gboolean
gj_journal_append (GjJournal  *self,
                   GjEdit     *edit,
                   gboolean    reverted,
                   GError    **error)
{
  g_return_val_if_fail (GJ_IS_JOURNAL (self), FALSE);
  g_return_val_if_fail (edit != NULL, FALSE);

  return append_record (self, GJ_RECORD_EDIT, _gj_edit_record_new (self->form, edit, reverted),
                        error);
}

/**
 * gj_journal_set_draft:
 * @self: a journal
 * @cell: the cell that is being typed into
 * @text: (nullable): what stands in its editor, %NULL when the typing has ended
 * @error: a #GError of %G_IO_ERROR
 *
 * Writes down what is typed and not yet a step, like gj_journal_append().
 *
 * Returns: whether everything so far is written
 */
gboolean
gj_journal_set_draft (GjJournal   *self,
                      guint        cell,
                      const char  *text,
                      GError     **error)
{
  g_return_val_if_fail (GJ_IS_JOURNAL (self), FALSE);
  g_return_val_if_fail (cell < gj_form_get_n_cells (self->form), FALSE);

  return append_record (self, GJ_RECORD_DRAFT,
                        g_variant_new ("(sms)", gj_form_get_cell (self->form, cell)->id, text),
                        error);
}

/**
 * gj_journal_sync:
 * @self: a journal
 * @error: a #GError of %G_IO_ERROR
 *
 * Waits until everything written so far is on the disk.
 *
 * Returns: whether it is
 */
gboolean
gj_journal_sync (GjJournal  *self,
                 GError    **error)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (GJ_IS_JOURNAL (self), FALSE);

  locker = g_mutex_locker_new (&self->mutex);
  if (!write_pending (self, error))
    return FALSE;
  if (self->fd >= 0 && fdatasync (self->fd) != 0)
    return set_error (error, errno);
  return TRUE;
}

/**
 * gj_journal_rebase:
 * @self: a journal
 * @base: the report as it is stored now
 * @file_uri: (nullable): where it is stored
 * @error: a #GError of %G_IO_ERROR
 *
 * Begins again from a new base. When that fails the journal goes on from the old one.
 *
 * Returns: whether it is written
 */
gboolean
gj_journal_rebase (GjJournal   *self,
                   GjReport    *base,
                   const char  *file_uri,
                   GError     **error)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (GJ_IS_JOURNAL (self), FALSE);
  g_return_val_if_fail (GJ_IS_REPORT (base), FALSE);

  locker = g_mutex_locker_new (&self->mutex);
  if (!start_file (self, base, file_uri, error))
    return FALSE;

  gj_form_unref (self->form);
  self->form = gj_form_ref (gj_report_get_form (base));
  return TRUE;
}

/**
 * gj_journal_discard:
 * @self: a journal
 *
 * Removes the journal: the work is saved, or given up by the person who did it. Nothing
 * is written down any more.
 */
void
gj_journal_discard (GjJournal *self)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_if_fail (GJ_IS_JOURNAL (self));

  locker = g_mutex_locker_new (&self->mutex);
  if (self->fd >= 0)
    g_unlink (self->path);
  close_file (self);
}
