/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-relative-path.h"

#include <string.h>

/* How one file names another one, so that both can be moved together. */

static gboolean
is_common (const char *a,
           const char *b)
{
  return a != NULL && b != NULL && strcmp (a, b) == 0;
}

/**
 * gj_relative_path_new:
 * @folder: (type filename): an absolute path
 * @path: (type filename): an absolute path
 *
 * Returns: (transfer full) (nullable): the way from @folder to @path, in UTF-8 and with
 *          "/"; %NULL when the names are no text
 */
char *
gj_relative_path_new (const char *folder,
                      const char *path)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_auto (GStrv) from_names = NULL;
  g_auto (GStrv) to_names = NULL;
  g_autoptr (GString) way = NULL;
  g_autofree char *rest = NULL;
  guint common = 0;

  g_return_val_if_fail (folder != NULL && g_path_is_absolute (folder), NULL);
  g_return_val_if_fail (path != NULL && g_path_is_absolute (path), NULL);

  from = g_canonicalize_filename (folder, NULL);
  to = g_canonicalize_filename (path, NULL);
  if (!g_utf8_validate (to, -1, NULL))
    return NULL;

  from_names = g_strsplit (from + 1, G_DIR_SEPARATOR_S, -1);
  to_names = g_strsplit (to + 1, G_DIR_SEPARATOR_S, -1);
  while (is_common (from_names[common], to_names[common]) && to_names[common + 1] != NULL)
    common++;

  way = g_string_new (NULL);
  for (guint i = common; from_names[i] != NULL && *from_names[i] != '\0'; i++)
    g_string_append (way, "../");
  rest = g_strjoinv ("/", to_names + common);
  g_string_append (way, rest);

  return g_string_free (g_steal_pointer (&way), FALSE);
}

/**
 * gj_relative_path_resolve:
 * @folder: (type filename): an absolute path
 * @relative: a way from there, or an absolute path, as it stood in a file
 *
 * Returns: (transfer full) (type filename): the absolute path
 */
char *
gj_relative_path_resolve (const char *folder,
                          const char *relative)
{
  g_return_val_if_fail (folder != NULL && g_path_is_absolute (folder), NULL);
  g_return_val_if_fail (relative != NULL, NULL);

  return g_canonicalize_filename (relative, folder);
}
