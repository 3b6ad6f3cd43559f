/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-input-files.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "gj-report-file.h"
#include "gj-terminal.h"

/* What in a folder may be a report. Where NAME.gouji stands beside NAME in another
 * format, it is the report, and the other one is what it was made from or what was made
 * from it. */

static const char *const suffixes[] = { "gouji", "docx", "doc", "wps", "html", "htm", "mht", "mhtml", "pdf", "txt" };

typedef struct
{
  GArray   *files;
  gsize     root_length;
  gboolean  complete;
} Search;

static void
input_file_clear (gpointer data)
{
  GjInputFile *file = data;

  g_free (file->path);
}

static gboolean
is_report_name (const char *name)
{
  const char *suffix = gj_report_file_get_suffix (name);

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    if (g_ascii_strcasecmp (suffix, suffixes[i]) == 0)
      return TRUE;

  return FALSE;
}

/* The gouji file beside, NULL when there is none or @name is one itself. */

static char *
find_beside (GHashTable *names,
             const char *name)
{
  const char *suffix = gj_report_file_get_suffix (name);
  g_autofree char *beside = NULL;

  if (g_ascii_strcasecmp (suffix, "gouji") == 0)
    return NULL;

  beside = g_strdup_printf ("%.*sgouji", (int) (suffix - name), name);

  return g_hash_table_contains (names, beside) ? g_steal_pointer (&beside) : NULL;
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static GPtrArray *
list_folder (Search     *search,
             const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) folder = g_dir_open (path, 0, &error);
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  if (folder == NULL)
    {
      gj_terminal_complain ("%s", error->message);
      search->complete = FALSE;
      return names;
    }

  while ((name = g_dir_read_name (folder)) != NULL)
    if (*name != '.')
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);

  return names;
}

static void
add_found_file (Search     *search,
                GHashTable *names,
                const char *name,
                char       *path)
{
  g_autofree char *beside = find_beside (names, name);
  GjInputFile file = { path, path + search->root_length, TRUE };

  if (beside != NULL)
    {
      g_autofree char *display_path = g_filename_display_name (path);
      g_autofree char *display_beside = g_filename_display_name (beside);

      gj_terminal_say (_("%s is passed over: %s stands beside it and is read instead."),
                       display_path, display_beside);
      g_free (path);
      return;
    }

  g_array_append_val (search->files, file);
}

/* A folder is entered once: @above holds those that we are in, so that a link that leads
 * back up ends the way. */

static void
search_folder (Search     *search,
               const char *path,
               GSList     *above)
{
  g_autoptr (GPtrArray) names = NULL;
  g_autoptr (GHashTable) known = NULL;
  g_autofree char *identity = gj_report_file_dup_identity (path);
  GSList here = { NULL, above };

  if (identity == NULL || g_slist_find_custom (above, identity, (GCompareFunc) strcmp) != NULL)
    return;
  here.data = identity;

  names = list_folder (search, path);
  known = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < names->len; i++)
    g_hash_table_add (known, g_ptr_array_index (names, i));

  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        search_folder (search, child, &here);
      else if (is_report_name (name))
        add_found_file (search, known, name, g_steal_pointer (&child));
    }
}

static gsize
get_root_length (const char *path)
{
  gsize length = strlen (path);

  while (length > 1 && path[length - 1] == '/')
    length--;

  return length == 1 && *path == '/' ? 1 : length + 1;
}

static void
add_argument (Search     *search,
              const char *argument)
{
  GjInputFile file = { NULL };
  guint n_before = search->files->len;

  if (g_file_test (argument, G_FILE_TEST_IS_DIR))
    {
      search->root_length = get_root_length (argument);
      search_folder (search, argument, NULL);
      if (search->files->len == n_before && search->complete)
        {
          g_autofree char *display = g_filename_display_name (argument);

          gj_terminal_say (_("There is no report in the folder %s."), display);
        }
      return;
    }

  file.path = g_strdup (argument);
  file.relative = strrchr (file.path, '/') != NULL ? strrchr (file.path, '/') + 1 : file.path;
  g_array_append_val (search->files, file);
}

/**
 * gj_input_files_new:
 * @arguments: (array zero-terminated=1): files and folders as they were named
 * @complete: (out): whether every folder could be read
 *
 * Finds the files that are meant: every named file, and every report in a named folder
 * and the folders in it, by name.
 *
 * Returns: (transfer full) (element-type GjInputFile): the files, in the order of @arguments
 */
GArray *
gj_input_files_new (char     **arguments,
                    gboolean  *complete)
{
  Search search = { g_array_new (FALSE, FALSE, sizeof (GjInputFile)), 0, TRUE };

  g_array_set_clear_func (search.files, input_file_clear);
  for (guint i = 0; arguments[i] != NULL; i++)
    add_argument (&search, arguments[i]);

  *complete = search.complete;

  return search.files;
}
