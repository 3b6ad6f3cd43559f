/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "gj-docx-reader.h"
#include "gj-package-writer.h"
#include "import-support.h"
#include "raw-dump.h"

/* The package around a document: real ones, and those that are none. */

static GBytes *
load_seed (const char *folder,
           const char *number)
{
  g_autofree char *path = g_build_filename (g_getenv ("GJ_SOURCE_ROOT"), "..", "shared", "reports", folder, NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, number))
      {
        g_autofree char *file = g_build_filename (path, name, NULL);
        char *data = NULL;
        gsize size = 0;

        g_assert_true (g_file_get_contents (file, &data, &size, NULL));
        return g_bytes_new_take (data, size);
      }

  return NULL;
}

/* The lines of a text without the blanks around them. */
static char *
dup_lines (const char *text)
{
  g_autoptr (GRegex) regex = g_regex_new ("^[\\s\\x{a0}]+|[\\s\\x{a0}]+$", G_REGEX_MULTILINE, 0, NULL);

  return g_regex_replace_literal (regex, text, -1, 0, "", 0, NULL);
}

static void
assert_narratives (GjReport *one,
                   GjReport *other)
{
  for (guint i = 0; i < gj_report_get_n_narratives (one); i++)
    {
      g_autofree char *text = gj_narrative_dup_text (gj_report_get_narrative (one, i));
      g_autofree char *other_text = gj_narrative_dup_text (gj_report_get_narrative (other, i));
      g_autofree char *lines = dup_lines (text);
      g_autofree char *other_lines = dup_lines (other_text);

      if (!g_str_equal (lines, other_lines))
        g_test_message ("section %u differs", i);
      g_assert_true (g_str_equal (lines, other_lines));
    }
}

static void
assert_cells (GjReport *one,
              GjReport *other)
{
  GjForm *form = gj_report_get_form (one);

  g_assert_true (gj_report_get_form (other) == form);
  g_assert_cmpstr (gj_report_get_variant (other), ==, gj_report_get_variant (one));
  for (guint i = 0; i < gj_form_get_n_cells (form); i++)
    import_assert_cell (other, gj_form_get_cell (form, i)->id,
                        gj_report_has_cell (one, i) ? gj_report_get_cell_text (one, i) : NULL);
  for (GjField field = 0; field < GJ_N_FIELDS; field++)
    g_assert_cmpstr (gj_report_get_field (other, field), ==, gj_report_get_field (one, field));
}

/* The real reports, where they are: the same cells, texts and fields as out of the text. */
static void
test_seed (gconstpointer data)
{
  const char *number = data;
  g_autoptr (GBytes) docx = load_seed ("docx", number);
  g_autoptr (GBytes) text = load_seed ("text", number);
  g_autoptr (GError) error = NULL;
  g_autoptr (GjReport) report = NULL;
  g_autoptr (GjReport) expected = NULL;

  if (docx == NULL || text == NULL)
    {
      g_test_skip ("the real reports are not there");
      return;
    }

  report = gj_import_bytes (docx, NULL, NULL, &error);
  g_assert_no_error (error);
  expected = gj_import_bytes (text, NULL, NULL, &error);
  g_assert_no_error (error);
  assert_cells (expected, report);
  assert_narratives (expected, report);
}

int
main (int   argc,
      char *argv[])
{
  static const char *const seeds[] = { "000", "001", "002", "004" };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (seeds); i++)
    {
      g_autofree char *path = g_strconcat ("/import/docx-package/seed/", seeds[i], NULL);

      g_test_add_data_func (path, seeds[i], test_seed);
    }

  return g_test_run ();
}
