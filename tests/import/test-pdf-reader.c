/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <locale.h>
#include <string.h>

#include "gj-export.h"
#include "gj-import.h"
#include "gj-pdf-reader.h"
#include "pdf-support.h"

/* Drawn pages with what must be read from them, our own exports, and the real reports. */

static GjReport *
read_file (const char  *path,
           GError     **error)
{
  g_autofree char *content = NULL;
  g_autoptr (GBytes) bytes = NULL;
  gsize size;

  if (!g_file_get_contents (path, &content, &size, error))
    return NULL;
  bytes = g_bytes_new (content, size);

  return gj_import_bytes (bytes, NULL, NULL, error);
}

/* Blanks and line breaks are the page's, not the text's. */
static char *
dup_without_blanks (const char *text)
{
  GString *out = g_string_new (NULL);

  for (const char *p = text; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      g_string_append_unichar (out, g_utf8_get_char (p));

  return g_string_free (out, FALSE);
}

static void
assert_same_words (const char *one,
                   const char *other)
{
  g_autofree char *first = dup_without_blanks (one);
  g_autofree char *second = dup_without_blanks (other);

  g_assert_cmpstr (first, ==, second);
}

static void
assert_same_reports (GjReport *one,
                     GjReport *other)
{
  GjForm *form = gj_report_get_form (one);

  g_assert_cmpstr (gj_form_get_id (form), ==, gj_form_get_id (gj_report_get_form (other)));
  for (guint i = 0; i < gj_form_get_n_cells (form); i++)
    {
      g_assert_true (gj_report_has_cell (one, i) == gj_report_has_cell (other, i));
      if (gj_report_has_cell (one, i))
        assert_same_words (gj_report_get_cell_text (one, i), gj_report_get_cell_text (other, i));
    }
  for (guint i = 0; i < gj_form_get_n_sections (form); i++)
    {
      g_autofree char *first = gj_narrative_dup_text (gj_report_get_narrative (one, i));
      g_autofree char *second = gj_narrative_dup_text (gj_report_get_narrative (other, i));

      assert_same_words (first, second);
    }
}

/* The file of a folder of the real reports that begins with the number. */
static char *
find_real (const char *kind,
           const char *number)
{
  g_autofree char *folder = g_build_filename (g_getenv ("GJ_SOURCE_ROOT"), "..", "shared", "reports", kind, NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, number))
      return g_build_filename (folder, name, NULL);

  return NULL;
}

static void
test_real (gconstpointer data)
{
  g_autofree char *pdf_path = find_real ("pdf", data);
  g_autofree char *text_path = find_real ("text", data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GjReport) from_pdf = NULL;
  g_autoptr (GjReport) from_text = NULL;

  if (pdf_path == NULL || text_path == NULL)
    {
      g_test_skip ("the real reports are not here");
      return;
    }

  from_pdf = read_file (pdf_path, &error);
  g_assert_no_error (error);
  from_text = read_file (text_path, &error);
  g_assert_no_error (error);
  assert_same_reports (from_pdf, from_text);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_data_func ("/import/pdf-reader/real/000", "000", test_real);
  g_test_add_data_func ("/import/pdf-reader/real/001", "001", test_real);
  g_test_add_data_func ("/import/pdf-reader/real/002", "002", test_real);
  g_test_add_data_func ("/import/pdf-reader/real/004", "004", test_real);

  return g_test_run ();
}
