/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

#include "gj-document-writer.h"
#include "import-support.h"

/* The samples as LibreOffice writes them: the same report must come out of a document of
 * Word, an old one, a web page and a PDF. Skipped where it is not installed. */

static const char *const samples[] = {
  "lanjiang-district-2025",
  "yunxi-development-reform-2024",
  "yunxi-development-reform-2025",
};

typedef struct
{
  const char *suffix;
  const char *filter;
} Office;

static const Office formats[] = {
  { "docx", "docx:MS Word 2007 XML" },
  { "doc", "doc:MS Word 97" },
  { "html", "html:HTML (StarWriter)" },
  { "pdf", "pdf:writer_pdf_Export" },
};

static char *folder;

static char *
get_path (const char *where,
          const char *name,
          const char *suffix)
{
  g_autofree char *file = g_strdup_printf ("%s.%s", name, suffix);

  return g_build_filename (where, file, NULL);
}

static GjReport *
load_sample (const char *name)
{
  g_autofree char *samples_folder = g_build_filename (g_getenv ("GJ_SOURCE_ROOT"), "data", "samples", NULL);
  g_autofree char *path = get_path (samples_folder, name, "gouji");
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  char *data = NULL;
  gsize size;
  GjReport *report;

  g_assert_true (g_file_get_contents (path, &data, &size, NULL));
  bytes = g_bytes_new_take (data, size);
  report = gj_store_read (bytes, &error);
  g_assert_no_error (error);

  return report;
}

static void
write_samples (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr (GjReport) report = load_sample (samples[i]);
      g_autoptr (GBytes) bytes = gj_document_write_docx (report);
      g_autofree char *path = get_path (folder, samples[i], "docx");

      g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                                          NULL));
    }
}

/* All samples in one call; the profile is made by the first. */
static gboolean
convert (const char   *program,
         const Office *office)
{
  g_autofree char *profile = g_strdup_printf ("-env:UserInstallation=file://%s/profile", folder);
  g_autofree char *out = g_build_filename (folder, "out", NULL);
  g_autoptr (GPtrArray) arguments = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (arguments, g_strdup (program));
  g_ptr_array_add (arguments, g_strdup (profile));
  g_ptr_array_add (arguments, g_strdup ("--headless"));
  g_ptr_array_add (arguments, g_strdup ("--convert-to"));
  g_ptr_array_add (arguments, g_strdup (office->filter));
  g_ptr_array_add (arguments, g_strdup ("--outdir"));
  g_ptr_array_add (arguments, g_steal_pointer (&out));
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    g_ptr_array_add (arguments, get_path (folder, samples[i], "docx"));
  g_ptr_array_add (arguments, NULL);

  return g_spawn_sync (NULL, (char **) arguments->pdata, NULL,
                       G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, NULL, NULL, NULL, NULL);
}

/* Blanks and line breaks are the page's. */
static char *
dup_words (const char *text)
{
  GString *out = g_string_new (NULL);

  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (!g_unichar_isspace (g_utf8_get_char (text)))
      g_string_append_unichar (out, g_utf8_get_char (text));

  return g_string_free (out, FALSE);
}

static void
assert_same (const char *what,
             const char *text,
             const char *read,
             gboolean    is_page)
{
  g_autofree char *words = is_page ? dup_words (text) : g_strdup (text);
  g_autofree char *read_words = is_page ? dup_words (read) : g_strdup (read);

  if (strcmp (words, read_words) == 0)
    return;
  g_test_message ("“%s” instead of “%s”", read_words, words);
  g_test_fail_printf ("%s differs", what);
}

static void
assert_same_report (GjReport *expected,
                    GjReport *report,
                    gboolean  is_page)
{
  GjForm *form = gj_report_get_form (expected);

  g_assert_true (gj_report_get_form (report) == form);
  for (guint i = 0; i < gj_form_get_n_cells (form); i++)
    {
      const char *id = gj_form_get_cell (form, i)->id;

      g_assert_true (gj_report_has_cell (report, i) == gj_report_has_cell (expected, i));
      if (gj_report_has_cell (expected, i))
        assert_same (id, gj_report_get_cell_text (expected, i), gj_report_get_cell_text (report, i), is_page);
    }
  for (guint i = 0; i < gj_report_get_n_narratives (expected); i++)
    {
      g_autofree char *text = gj_narrative_dup_text (gj_report_get_narrative (expected, i));
      g_autofree char *read = gj_narrative_dup_text (gj_report_get_narrative (report, i));

      assert_same (i < gj_form_get_n_sections (form) ? gj_form_get_section (form, i)->id : "preface", text, read,
                   is_page);
    }
  assert_same ("title", gj_report_get_field (expected, GJ_FIELD_TITLE), gj_report_get_field (report, GJ_FIELD_TITLE),
               is_page);
  assert_same ("year", gj_report_get_field (expected, GJ_FIELD_YEAR), gj_report_get_field (report, GJ_FIELD_YEAR),
               FALSE);
  assert_same ("signature", gj_report_get_field (expected, GJ_FIELD_SIGNATURE),
               gj_report_get_field (report, GJ_FIELD_SIGNATURE), FALSE);
  assert_same ("date", gj_report_get_field (expected, GJ_FIELD_DATE), gj_report_get_field (report, GJ_FIELD_DATE),
               FALSE);
}

static void
test_format (gconstpointer data)
{
  const Office *office = data;
  g_autofree char *program = g_find_program_in_path ("soffice");

  if (program == NULL || !convert (program, office))
    {
      g_test_skip ("LibreOffice is not there");
      return;
    }

  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr (GjReport) expected = load_sample (samples[i]);
      g_autofree char *out = g_build_filename (folder, "out", NULL);
      g_autofree char *path = get_path (out, samples[i], office->suffix);
      g_autoptr (GError) error = NULL;
      g_autoptr (GjReport) report = NULL;
      g_autoptr (GBytes) bytes = NULL;
      g_autofree char *notes = NULL;
      char *content = NULL;
      gsize size;

      if (!g_file_get_contents (path, &content, &size, NULL))
        {
          g_test_skip ("LibreOffice wrote nothing");
          return;
        }
      bytes = g_bytes_new_take (content, size);
      report = gj_import_bytes (bytes, NULL, NULL, &error);
      g_assert_no_error (error);
      notes = import_list_notes (report);
      g_test_message ("%s: %s", samples[i], notes);
      assert_same_report (expected, report, strcmp (office->suffix, "pdf") == 0);
    }
}

static void
remove_all (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR) && !g_file_test (child, G_FILE_TEST_IS_SYMLINK))
        remove_all (child);
      else
        g_remove (child);
    }
  g_rmdir (path);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  int status;

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();

  folder = g_dir_make_tmp ("gouji-office-XXXXXX", &error);
  g_assert_no_error (error);
  write_samples ();
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *path = g_strconcat ("/import/office-formats/", formats[i].suffix, NULL);

      g_test_add_data_func (path, &formats[i], test_format);
    }
  status = g_test_run ();
  remove_all (folder);
  g_free (folder);

  return status;
}
