/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-recent-list.h"

#include <glib/gi18n-lib.h>

#define MAX_RECENT 12

/* One group a file in a small key file of the state directory, so that the start page can
 * say the state of each report without opening it. */

static char *
dup_path (void)
{
  return g_build_filename (g_get_user_state_dir (), "gouji", "recent.ini", NULL);
}

static GKeyFile *
load (void)
{
  GKeyFile *file = g_key_file_new ();
  g_autofree char *path = dup_path ();

  g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL);

  return file;
}

static void
save (GKeyFile *file)
{
  g_autofree char *path = dup_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;

  g_mkdir_with_parents (folder, 0700);
  if (!g_key_file_save_to_file (file, path, &error))
    g_debug ("The list of recent reports was not written: %s", error->message);
}

void
gj_recent_free (GjRecent *self)
{
  g_free (self->uri);
  g_free (self->title);
  g_free (self);
}

/* Brackets would end a group's name. */
static char *
dup_group (const char *uri)
{
  return g_base64_encode ((const guchar *) uri, strlen (uri));
}

static GjRecent *
read_recent (GKeyFile   *file,
             const char *group)
{
  g_autoptr (GjRecent) recent = g_new0 (GjRecent, 1);
  g_autofree int *counts = NULL;
  gsize n_counts = 0;

  recent->uri = g_key_file_get_string (file, group, "uri", NULL);
  recent->title = g_key_file_get_string (file, group, "title", NULL);
  recent->when = g_key_file_get_int64 (file, group, "when", NULL);
  counts = g_key_file_get_integer_list (file, group, "findings", &n_counts, NULL);
  for (guint i = 0; i < MIN (n_counts, G_N_ELEMENTS (recent->tally.n)); i++)
    recent->tally.n[i] = MAX (counts[i], 0);

  if (recent->uri == NULL || recent->title == NULL)
    return NULL;

  return g_steal_pointer (&recent);
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const GjRecent *first = *(GjRecent *const *) a;
  const GjRecent *second = *(GjRecent *const *) b;

  return (first->when < second->when) - (first->when > second->when);
}

static gboolean
is_gone (const char *uri)
{
  g_autoptr (GFile) file = g_file_new_for_uri (uri);

  return g_file_is_native (file) && !g_file_query_exists (file, NULL);
}

GPtrArray *
gj_recent_list (void)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) gj_recent_free);
  g_autoptr (GKeyFile) file = load ();
  g_auto (GStrv) groups = g_key_file_get_groups (file, NULL);

  for (guint i = 0; groups[i] != NULL; i++)
    {
      g_autoptr (GjRecent) recent = read_recent (file, groups[i]);

      if (recent != NULL && !is_gone (recent->uri))
        g_ptr_array_add (list, g_steal_pointer (&recent));
    }
  g_ptr_array_sort (list, compare);
  if (list->len > MAX_RECENT)
    g_ptr_array_set_size (list, MAX_RECENT);

  return list;
}

static void
drop_oldest (GKeyFile *file)
{
  g_autoptr (GPtrArray) kept = gj_recent_list ();
  g_auto (GStrv) groups = g_key_file_get_groups (file, NULL);

  for (guint i = 0; kept->len >= MAX_RECENT && groups[i] != NULL; i++)
    {
      const GjRecent *oldest = g_ptr_array_index (kept, kept->len - 1);

      if (g_key_file_get_int64 (file, groups[i], "when", NULL) < oldest->when)
        g_key_file_remove_group (file, groups[i], NULL);
    }
}

static char *
dup_title (GjReport *report)
{
  const char *body = gj_report_get_field (report, GJ_FIELD_BODY);
  const char *year = gj_report_get_field (report, GJ_FIELD_YEAR);

  if (body == NULL || *body == '\0')
    return g_strdup (_("Annual report"));

  return g_strdup_printf (_("%s, report of %s"), body, year);
}

/* Writing looks for a dozen files and waits for the disk: in a thread, one at a time. */
static void
write_thread (GTask        *task,
              gpointer      source,
              gpointer      task_data,
              GCancellable *cancellable)
{
  static GMutex mutex;
  G_GNUC_UNUSED g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);
  const GjRecent *recent = task_data;
  g_autoptr (GKeyFile) keys = load ();
  g_autofree char *group = dup_group (recent->uri);
  int counts[] = { recent->tally.n[0], recent->tally.n[1], recent->tally.n[2] };

  g_key_file_set_string (keys, group, "uri", recent->uri);
  g_key_file_set_string (keys, group, "title", recent->title);
  g_key_file_set_int64 (keys, group, "when", recent->when);
  g_key_file_set_integer_list (keys, group, "findings", counts, G_N_ELEMENTS (counts));
  drop_oldest (keys);
  save (keys);
  g_task_return_boolean (task, TRUE);
}

void
gj_recent_note (GjSession *session,
                GFile     *file)
{
  g_autoptr (GTask) task = NULL;
  GjRecent *recent;

  g_return_if_fail (GJ_IS_SESSION (session));
  g_return_if_fail (G_IS_FILE (file));

  recent = g_new0 (GjRecent, 1);
  recent->uri = g_file_get_uri (file);
  recent->title = dup_title (gj_session_get_report (session));
  recent->tally = gj_session_count (session, GJ_NONE);
  recent->when = g_get_real_time () / G_USEC_PER_SEC;

  task = g_task_new (NULL, NULL, NULL, NULL);
  g_task_set_task_data (task, recent, (GDestroyNotify) gj_recent_free);
  g_task_run_in_thread (task, write_thread);
}
