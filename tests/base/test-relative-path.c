/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-base.h"

static const struct
{
  const char *folder;
  const char *path;
  const char *relative;
} cases[] = {
  { "/年报", "/年报/2024.docx", "2024.docx" },
  { "/年报/", "/年报/2024.docx", "2024.docx" },
  { "/年报/2025", "/年报/2024/年报.docx", "../2024/年报.docx" },
  { "/年报", "/年报/旧/2024.docx", "旧/2024.docx" },
  { "/年报/2025/稿", "/2024.docx", "../../../2024.docx" },
  { "/", "/2024.docx", "2024.docx" },
  { "/年报/./2025/..", "/年报//2024.docx", "2024.docx" },
  { "/年报/2024.docx", "/年报/2024.docx", "../2024.docx" },
  { "/年报", "/年报2/2024.docx", "../年报2/2024.docx" },
};

static void
test_relative_path (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autofree char *relative = gj_relative_path_new (cases[i].folder, cases[i].path);
  g_autofree char *path = g_canonicalize_filename (cases[i].path, NULL);
  g_autofree char *resolved = NULL;

  g_assert_cmpstr (relative, ==, cases[i].relative);
  resolved = gj_relative_path_resolve (cases[i].folder, relative);
  g_assert_cmpstr (resolved, ==, path);
}

static void
test_no_text (void)
{
  g_assert_null (gj_relative_path_new ("/a", "/a/\xc4\xea.docx"));
}

static void
test_absolute (void)
{
  g_autofree char *resolved = gj_relative_path_resolve ("/a", "/b/../2024.docx");

  g_assert_cmpstr (resolved, ==, "/2024.docx");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/base/relative-path/%u", i);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_relative_path);
    }
  g_test_add_func ("/base/relative-path/no-text", test_no_text);
  g_test_add_func ("/base/relative-path/absolute", test_absolute);

  return g_test_run ();
}
