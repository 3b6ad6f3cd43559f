/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-export.h"
#include "gj-import.h"

#include <glib/gstdio.h>
#include <poppler.h>
#include <string.h>

#include "gj-report-diff.h"
#include "gj-sample-report.h"

/* Our documents in somebody else's hands: LibreOffice makes pages of them that have the same
 * text as ours and are as many, and what it saves again is the same report. Skipped where
 * it is not installed. */

typedef PopplerDocument Document;
typedef PopplerPage Page;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Document, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Page, g_object_unref)

static char *folder;
static GPtrArray *names;
static GPtrArray *reports;

static char *
get_path (const char *sub_folder,
          const char *name,
          const char *suffix)
{
  g_autofree char *file = g_strconcat (name, suffix, NULL);

  return g_build_filename (folder, sub_folder, file, NULL);
}

static void
take_report (const char *name,
             GjReport   *report)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = gj_docx_export (report, NULL, &error);
  g_autofree char *path = get_path ("", name, ".docx");

  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), NULL));
  g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_add (reports, report);
}

static void
take_file (const char *path,
           const char *name)
{
  g_autoptr (GError) error = NULL;
  char *data;
  gsize length;
  g_autoptr (GBytes) bytes = NULL;

  g_assert_true (g_file_get_contents (path, &data, &length, NULL));
  bytes = g_bytes_new_take (data, length);
  if (gj_import_sniff (bytes) == GJ_IMPORT_KIND_GOUJI)
    take_report (name, gj_store_read (bytes, &error));
  else
    take_report (name, gj_import_bytes (bytes, path, NULL, &error));
  g_assert_no_error (error);
}

static void
take_folder (const char *sub_folder)
{
  g_autofree char *path = g_build_filename (g_getenv ("GJ_SOURCE_ROOT"), sub_folder, NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".gouji") || g_str_has_suffix (name, ".txt"))
      {
        g_autofree char *file = g_build_filename (path, name, NULL);

        take_file (file, name);
      }
}

/* All of them in one call. */
static gboolean
convert (const char *suffix)
{
  g_autofree char *profile = g_strdup_printf ("-env:UserInstallation=file://%s/profile", folder);
  g_autofree char *out = g_build_filename (folder, suffix, NULL);
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  int status = -1;

  g_ptr_array_add (arguments, (char *) "soffice");
  g_ptr_array_add (arguments, profile);
  g_ptr_array_add (arguments, (char *) "--headless");
  g_ptr_array_add (arguments, (char *) "--convert-to");
  g_ptr_array_add (arguments, (char *) suffix);
  g_ptr_array_add (arguments, (char *) "--outdir");
  g_ptr_array_add (arguments, out);
  for (guint i = 0; i < names->len; i++)
    {
      g_ptr_array_add (paths, get_path ("", names->pdata[i], ".docx"));
      g_ptr_array_add (arguments, paths->pdata[i]);
    }
  g_ptr_array_add (arguments, NULL);

  return g_spawn_sync (NULL, (char **) arguments->pdata, NULL,
                       G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, NULL,
                       NULL, &status, NULL) && status == 0;
}

/* Pages */

static void
append_solid (GString    *out,
              const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      g_string_append_unichar (out, g_utf8_get_char (p));
}

/* The text of all pages, without blanks and page numbers. */
static char *
read_pages (PopplerDocument *document)
{
  GString *out = g_string_new (NULL);

  for (int i = 0; i < poppler_document_get_n_pages (document); i++)
    {
      g_autoptr (Page) page = poppler_document_get_page (document, i);
      g_autofree char *text = poppler_page_get_text (page);
      g_autofree char *number = g_strdup_printf ("—%d—", i + 1);

      append_solid (out, text);
      if (!g_str_has_suffix (out->str, number))
        g_error ("page %d has no number", i + 1);
      g_string_truncate (out, out->len - strlen (number));
    }
  return g_string_free (out, FALSE);
}

static void
check_has (const char *pages,
           const char *text)
{
  g_autoptr (GString) solid = g_string_new (NULL);

  append_solid (solid, text);
  if (strstr (pages, solid->str) == NULL)
    g_error ("“%s” is not on the pages", text);
}

static void
check_pages (GjReport        *report,
             PopplerDocument *document)
{
  g_autofree char *pages = read_pages (document);

  check_has (pages, gj_report_get_field (report, GJ_FIELD_TITLE));
  check_has (pages, gj_report_get_field (report, GJ_FIELD_SIGNATURE));
  for (guint i = 0; i < gj_report_get_n_narratives (report); i++)
    {
      GjNarrative *narrative = gj_report_get_narrative (report, i);

      check_has (pages, gj_report_get_heading (report, i));
      for (guint j = 0; narrative != NULL && j < gj_narrative_get_n_blocks (narrative); j++)
        if (gj_block_get_text (gj_narrative_get_block (narrative, j)) != NULL)
          check_has (pages, gj_block_get_text (gj_narrative_get_block (narrative, j)));
    }
  for (guint i = 0; i < gj_form_get_n_cells (gj_report_get_form (report)); i++)
    if (gj_report_get_cell_text (report, i) != NULL)
      check_has (pages, gj_report_get_cell_text (report, i));
}

static void
test_pages (void)
{
  g_autoptr (GjFonts) fonts = gj_fonts_new (NULL);

  if (!convert ("pdf"))
    {
      g_test_skip ("soffice does not convert");
      return;
    }

  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *path = get_path ("pdf", names->pdata[i], ".pdf");
      g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (Document) document = poppler_document_new_from_file (uri, NULL, &error);
      g_autoptr (GjPages) pages = gj_pages_new (reports->pdata[i], fonts, NULL, NULL, NULL);
      int n_pages;

      g_assert_no_error (error);
      n_pages = poppler_document_get_n_pages (document);
      g_test_message ("%s: %u pages, there %d", (char *) names->pdata[i], gj_pages_get_n_pages (pages), n_pages);
      check_pages (reports->pdata[i], document);
      g_assert_cmpint (ABS (n_pages - (int) gj_pages_get_n_pages (pages)), <=, 1);
    }
}

static void
test_saved_again (void)
{
  if (!convert ("docx"))
    {
      g_test_skip ("soffice does not convert");
      return;
    }

  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *path = get_path ("docx", names->pdata[i], ".docx");
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GjReport) again = NULL;
      g_autofree char *differences = NULL;
      char *data;
      gsize length;

      g_assert_true (g_file_get_contents (path, &data, &length, NULL));
      bytes = g_bytes_new_take (data, length);
      again = gj_import_bytes (bytes, NULL, NULL, &error);
      g_assert_no_error (error);
      differences = gj_report_diff (reports->pdata[i], again);
      g_assert_cmpstr (differences, ==, "");
    }
}

static void
remove_folder (const char *path)
{
  const char *const arguments[] = { "rm", "-rf", path, NULL };

  g_assert_true (g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL,
                               NULL));
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *program = NULL;
  int result;

  g_test_init (&argc, &argv, NULL);

  program = g_find_program_in_path ("soffice");
  if (program == NULL)
    {
      g_print ("1..0 # SKIP soffice is not installed\n");
      return 0;
    }

  folder = g_dir_make_tmp ("gouji-docx-office-XXXXXX", NULL);
  names = g_ptr_array_new_with_free_func (g_free);
  reports = g_ptr_array_new_with_free_func (g_object_unref);
  take_report ("invented", gj_sample_report_new ());
  take_folder ("data/samples");
  take_folder ("../shared/reports/text");

  g_test_add_func ("/export/docx-office/pages", test_pages);
  g_test_add_func ("/export/docx-office/saved-again", test_saved_again);
  result = g_test_run ();

  remove_folder (folder);
  g_ptr_array_unref (names);
  g_ptr_array_unref (reports);
  g_free (folder);
  return result;
}
