/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <locale.h>
#include <string.h>

#include "gj-export.h"
#include "gj-import.h"
#include "gj-pdf-reader.h"
#include "pdf-support.h"

/* Reports: the real ones, our own exports, and the native file that a PDF may carry. */

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

#define TAIL 160

/* Objects behind the end of a file, and a new root that knows them. */
static GBytes *
append_attachment (GBytes     *bytes,
                   const char *name,
                   const char *content)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  GString *out = g_string_new_len (data, (gssize) size);
  g_autofree char *tail = g_strndup (data + size - TAIL, TAIL);
  const char *trailer = strstr (tail, "trailer");
  const char *start = strstr (trailer, "startxref") + strlen ("startxref");
  guint n = (guint) atoi (strstr (trailer, "/Size") + 5);
  guint root = (guint) atoi (strstr (trailer, "/Root") + 5);
  gsize places[4];

  places[0] = out->len;
  g_string_append_printf (out, "%u 0 obj\n<< /Type /EmbeddedFile /Length %zu >>\nstream\n%s\nendstream\nendobj\n",
                          n, strlen (content), content);
  places[1] = out->len;
  g_string_append_printf (out, "%u 0 obj\n<< /Type /Filespec /F (%s) /UF (%s) /EF << /F %u 0 R >> >>\nendobj\n",
                          n + 1, name, name, n);
  places[2] = out->len;
  g_string_append_printf (out, "%u 0 obj\n<< /Type /Catalog /Pages 1 0 R "
                          "/Names << /EmbeddedFiles << /Names [ (%s) %u 0 R ] >> >> >>\nendobj\n",
                          root, name, n + 1);
  places[3] = out->len;
  g_string_append_printf (out, "xref\n%u 1\n%010zu 00000 n \n%u 2\n%010zu 00000 n \n%010zu 00000 n \n",
                          root, places[2], n, places[0], places[1]);
  g_string_append_printf (out, "trailer\n<< /Size %u /Root %u 0 R /Prev %ld >>\nstartxref\n%zu\n%%%%EOF\n",
                          n + 2, root, atol (start), places[3]);

  return g_string_free_to_bytes (out);
}

static void
draw_words (PdfMaker *maker)
{
  pdf_maker_text (maker, 80, 60, "一、总的情况");
}

static void
test_attached (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("GJ_SOURCE_ROOT"), "data", "samples",
                                            "yunxi-development-reform-2025.gouji", NULL);
  g_autoptr (GBytes) bytes = pdf_make (draw_words);
  g_autoptr (GError) error = NULL;
  g_autofree char *content = NULL;
  g_autoptr (GBytes) with_other = NULL;
  g_autoptr (GBytes) with_source = NULL;
  g_autoptr (GBytes) source = NULL;
  g_autoptr (GjReport) report = NULL;

  g_file_get_contents (path, &content, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (gj_pdf_read_source (bytes));
  with_other = append_attachment (bytes, "report.gouji", "something else");
  g_assert_null (gj_pdf_read_source (with_other));
  pdf_assert_reads (with_other, "一、总的情况\n", "");

  with_source = append_attachment (bytes, "report.gouji", content);
  source = gj_pdf_read_source (with_source);
  g_assert_nonnull (source);
  g_assert_cmpmem (g_bytes_get_data (source, NULL), g_bytes_get_size (source), content, strlen (content));
  report = gj_import_bytes (with_source, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (report);
}

/* What this program prints is read back as it was. */
static void
test_own (gconstpointer data)
{
  g_autofree char *path = g_build_filename (g_getenv ("GJ_SOURCE_ROOT"), "data", "samples", data, NULL);
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GjReport) report = NULL;
  g_autoptr (GjReport) again = NULL;
  gsize size;

  g_file_get_contents (path, &content, &size, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new (content, size);
  report = gj_store_read (bytes, &error);
  g_assert_no_error (error);
  pdf = gj_pdf_export_report (report, NULL, &error);
  g_assert_no_error (error);
  again = gj_import_bytes (pdf, NULL, NULL, &error);
  g_assert_no_error (error);
  assert_same_reports (report, again);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/import/pdf-reports/attached", test_attached);
  g_test_add_data_func ("/import/pdf-reports/real/000", "000", test_real);
  g_test_add_data_func ("/import/pdf-reports/real/001", "001", test_real);
  g_test_add_data_func ("/import/pdf-reports/real/002", "002", test_real);
  g_test_add_data_func ("/import/pdf-reports/real/004", "004", test_real);
  g_test_add_data_func ("/import/pdf-reports/own/district", "lanjiang-district-2025.gouji", test_own);
  g_test_add_data_func ("/import/pdf-reports/own/bureau-2024", "yunxi-development-reform-2024.gouji", test_own);
  g_test_add_data_func ("/import/pdf-reports/own/bureau-2025", "yunxi-development-reform-2025.gouji", test_own);

  return g_test_run ();
}
