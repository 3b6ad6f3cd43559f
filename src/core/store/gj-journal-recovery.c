/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-journal.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "gj-base.h"
#include "gj-edit-record-private.h"

/* After a crash: which journals are nobody's, and what they hold. */

#define MAX_SIZE (1024 * 1024 * 1024)
#define FORGOTTEN_AFTER (24 * 60 * 60)

/* What is typed last into a cell and has not become a step. */

typedef struct
{
  char *cell;
  char *text;
} Draft;

static void
draft_clear (Draft *draft)
{
  g_clear_pointer (&draft->cell, g_free);
  g_clear_pointer (&draft->text, g_free);
}

static gboolean
is_alive (const char *path)
{
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);

  if (fd < 0)
    return FALSE;

  gboolean alive = flock (fd, LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK;

  close (fd);
  return alive;
}

/* Whether the step itself gives the cell a text. */

static gboolean
touches_cell (GVariant   *edit,
              const char *cell)
{
  g_autoptr (GVariant) changes = g_variant_get_child_value (edit, 1);

  for (gsize i = 0; cell != NULL && i < g_variant_n_children (changes); i++)
    {
      g_autoptr (GVariant) change = g_variant_get_child_value (changes, i);
      const char *place;
      guint8 code;

      g_variant_get_child (change, 0, "y", &code);
      g_variant_get_child (change, 1, "&s", &place);
      if (code == 'c' && g_str_equal (place, cell))
        return TRUE;
    }
  return FALSE;
}

static void
note_draft (Draft        *draft,
            GjRecordKind  kind,
            GVariant     *record)
{
  if (kind == GJ_RECORD_EDIT && touches_cell (record, draft->cell))
    draft_clear (draft);
  if (kind == GJ_RECORD_DRAFT)
    {
      draft_clear (draft);
      g_variant_get (record, "(sms)", &draft->cell, &draft->text);
    }
}

/* Lost work */

void
gj_lost_work_free (GjLostWork *self)
{
  if (self == NULL)
    return;
  g_free (self->path);
  g_free (self->file_uri);
  g_free (self->body);
  g_free (self);
}

/* Returns %NULL for what is no journal of ours, also one of a later version: it is left
 * alone. */

static GjLostWork *
read_lost_work (const char *path)
{
  g_autoptr (GBytes) bytes = gj_file_load (path, MAX_SIZE, NULL, NULL);
  g_autoptr (GVariant) base = NULL;
  GjRecordReader reader;
  GjRecordKind kind;
  Draft draft = { NULL };
  struct stat status;
  gboolean unsaved;

  if (bytes == NULL || !_gj_record_reader_init (&reader, bytes))
    return NULL;
  base = _gj_record_reader_next (&reader, &kind);
  if (base == NULL || kind != GJ_RECORD_BASE)
    return NULL;

  GjLostWork *work = g_new0 (GjLostWork, 1);

  work->path = g_strdup (path);
  g_variant_get (base, "(ssisb@ay)", &work->file_uri, &work->body, &work->year, NULL, &unsaved,
                 NULL);
  work->n_edits = unsaved;
  if (g_stat (path, &status) == 0)
    work->modified = status.st_mtime;

  for (GVariant *record; (record = _gj_record_reader_next (&reader, &kind)) != NULL;)
    {
      work->n_edits += kind == GJ_RECORD_EDIT;
      note_draft (&draft, kind, record);
      g_variant_unref (record);
    }
  work->n_edits += draft.text != NULL;
  draft_clear (&draft);
  return work;
}

static void
remove_forgotten (const char *path)
{
  struct stat status;

  if (g_stat (path, &status) == 0
      && status.st_mtime < g_get_real_time () / G_USEC_PER_SEC - FORGOTTEN_AFTER
      && !is_alive (path))
    g_unlink (path);
}

static int
compare_works (gconstpointer a,
               gconstpointer b)
{
  const GjLostWork *first = *(GjLostWork *const *) a;
  const GjLostWork *second = *(GjLostWork *const *) b;

  if (first->modified != second->modified)
    return first->modified > second->modified ? -1 : 1;
  return g_strcmp0 (first->path, second->path);
}

/**
 * gj_journal_list_lost:
 * @directory: (type filename): the folder of journals
 *
 * Lists the journals whose programs have ended without discarding them. Those in which
 * nothing was done since the base are removed.
 *
 * Returns: (transfer container) (element-type GjLostWork): the latest first; their times
 *          are seconds since 1970
 */
GPtrArray *
gj_journal_list_lost (const char *directory)
{
  GPtrArray *works = g_ptr_array_new_with_free_func ((GDestroyNotify) gj_lost_work_free);
  g_autoptr (GDir) folder = NULL;
  const char *name;

  g_return_val_if_fail (directory != NULL, works);

  folder = g_dir_open (directory, 0, NULL);
  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (directory, name, NULL);

      if (g_str_has_suffix (name, GJ_JOURNAL_SUFFIX ".new"))
        remove_forgotten (path);
      if (!g_str_has_suffix (name, GJ_JOURNAL_SUFFIX) || is_alive (path))
        continue;

      GjLostWork *work = read_lost_work (path);

      if (work != NULL && work->n_edits > 0)
        g_ptr_array_add (works, work);
      else if (work != NULL)
        {
          g_unlink (path);
          gj_lost_work_free (work);
        }
    }

  g_ptr_array_sort (works, compare_works);
  return works;
}

/**
 * gj_journal_discard_lost:
 * @path: (type filename): a journal that gj_journal_list_lost() has named
 *
 * Removes lost work that is recovered and stored elsewhere, or not wanted. The journal of
 * a living program is left alone.
 */
void
gj_journal_discard_lost (const char *path)
{
  g_return_if_fail (path != NULL);

  if (!is_alive (path))
    g_unlink (path);
}

/* Recovery. What was recovered is known by its digest until a journal begins from it. */

static GMutex recovered_mutex;
static GHashTable *recovered;

static void
note_recovered (GjReport   *report,
                const char *path)
{
  G_GNUC_UNUSED g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&recovered_mutex);
  g_autoptr (GBytes) bytes = gj_store_write (report);

  if (recovered == NULL)
    recovered = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_hash_table_insert (recovered, g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes),
                       g_strdup (path));
}

/* Returns the path of the lost journal that a report of this digest was recovered from. */

char *
_gj_journal_take_recovered (const char *digest)
{
  G_GNUC_UNUSED g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&recovered_mutex);
  g_autofree char *key = NULL;
  char *path = NULL;

  if (recovered != NULL)
    g_hash_table_steal_extended (recovered, digest, (gpointer *) &key, (gpointer *) &path);
  return path;
}

static void
set_error (GError **error)
{
  g_set_error_literal (error, GJ_STORE_ERROR, GJ_STORE_ERROR_INVALID,
                       _("The unsaved work cannot be recovered: its record is damaged. Open the report's file as it was last saved."));
}

static void
apply_draft (GjReport *report,
             Draft    *draft)
{
  guint cell = draft->text != NULL
               ? gj_form_find_cell (gj_report_get_form (report), draft->cell) : GJ_NONE;
  g_autoptr (GjEdit) edit = gj_edit_new ("");

  if (cell != GJ_NONE)
    gj_edit_set_cell (edit, report, cell, draft->text);
  if (!gj_edit_is_empty (edit))
    gj_report_apply (report, edit);
}

static void
replay (GjReport       *report,
        GjRecordReader *reader)
{
  Draft draft = { NULL };
  GjRecordKind kind;
  gboolean fits = TRUE;

  while (fits)
    {
      g_autoptr (GVariant) record = _gj_record_reader_next (reader, &kind);

      if (record == NULL || kind == GJ_RECORD_BASE)
        break;
      if (kind == GJ_RECORD_EDIT)
        fits = _gj_edit_record_replay (record, report);
      note_draft (&draft, kind, record);
    }

  apply_draft (report, &draft);
  draft_clear (&draft);
}

static GjReport *
read_base (GVariant  *record,
           char     **file_uri,
           GError   **error)
{
  g_autoptr (GVariant) content = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *uri = NULL;

  g_variant_get (record, "(ssisb@ay)", &uri, NULL, NULL, NULL, NULL, &content);
  bytes = g_variant_get_data_as_bytes (content);

  GjReport *report = gj_store_read (bytes, error);

  if (report != NULL && file_uri != NULL)
    *file_uri = *uri != '\0' ? g_steal_pointer (&uri) : NULL;
  return report;
}

/**
 * gj_journal_recover:
 * @path: (type filename): a journal
 * @file_uri: (out) (nullable) (optional): where the report was stored, %NULL when nowhere
 * @error: a #GError of %GJ_STORE_ERROR, %GJ_FILE_ERROR or %G_IO_ERROR
 *
 * Rebuilds a report from its base and every step that was written down whole. The file
 * of the report itself is not needed. The journal stays until a new one begins from the
 * report, or it is discarded.
 *
 * Returns: (transfer full) (nullable): the report
 */
GjReport *
gj_journal_recover (const char  *path,
                    char       **file_uri,
                    GError     **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GVariant) base = NULL;
  GjRecordReader reader;
  GjRecordKind kind;

  g_return_val_if_fail (path != NULL, NULL);

  bytes = gj_file_load (path, MAX_SIZE, NULL, error);
  if (bytes == NULL)
    return NULL;

  if (_gj_record_reader_init (&reader, bytes))
    base = _gj_record_reader_next (&reader, &kind);
  if (base == NULL || kind != GJ_RECORD_BASE)
    {
      set_error (error);
      return NULL;
    }

  GjReport *report = read_base (base, file_uri, error);

  if (report != NULL)
    {
      replay (report, &reader);
      note_recovered (report, path);
    }
  return report;
}
