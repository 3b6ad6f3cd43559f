/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "cli-support.h"
#include "gj-document-writer.h"

/* Documents of other programs: read by the worker, which the program starts itself. */

static void
write_docx (const char *folder,
            const char *name,
            GjReport   *report)
{
  g_autoptr (GBytes) bytes = gj_document_write_docx (report);

  g_free (write_file (folder, name, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes)));
}

static GjReport *
make_filled_report (void)
{
  GjReport *report = make_report ("云溪市民政局", 2022);

  for (guint i = 0; i < gj_form_get_n_cells (gj_report_get_form (report)); i++)
    {
      g_autofree char *text = g_strdup_printf ("%u", i);

      gj_report_init_cell (report, i, text);
    }

  return report;
}

static void
assert_cells (Run *run)
{
  JsonObject *cells = json_object_get_object_member (run_get_json (run), "cells");
  GjForm *form = gj_form_catalogue_find ("guoban-2021");

  g_assert_cmpuint (json_object_get_size (cells), ==, gj_form_get_n_cells (form));
  for (guint i = 0; i < gj_form_get_n_cells (form); i++)
    {
      JsonObject *cell = json_object_get_object_member (cells, gj_form_get_cell (form, i)->id);
      g_autofree char *text = g_strdup_printf ("%u", i);

      g_assert_cmpstr (json_object_get_string_member (cell, "text"), ==, text);
    }
}

static void
test_show (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (GjReport) report = make_filled_report ();
  g_autoptr (Run) run = NULL;

  write_docx (folder, "a.docx", report);
  run = run_cli (folder, "C.UTF-8", "show", "--json", "a.docx", NULL);
  assert_status (run, 0);
  assert_cells (run);
  g_assert_cmpstr (json_object_get_string_member (run_get_json (run), "format"), ==, "docx");
}

/* What a document is says its content, whatever its name. */
static void
test_wrong_name (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (GjReport) report = make_filled_report ();
  g_autoptr (Run) run = NULL;

  write_docx (folder, "a.doc", report);
  run = run_cli (folder, "C.UTF-8", "show", "--json", "a.doc", NULL);
  assert_status (run, 0);
  assert_cells (run);
}

static void
test_convert (void)
{
  static const char *const outputs[] = { "a.gouji", "a.pdf" };
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (GjReport) report = make_filled_report ();
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  write_docx (folder, "a.docx", report);
  before = read_file (folder, "a.docx");
  for (guint i = 0; i < G_N_ELEMENTS (outputs); i++)
    {
      g_autoptr (Run) run = run_cli (folder, "C.UTF-8", "convert", "a.docx", "-o", outputs[i], NULL);
      g_autoptr (Run) shown = NULL;

      assert_status (run, 0);
      shown = run_cli (folder, "C.UTF-8", "show", "--json", outputs[i], NULL);
      assert_status (shown, 0);
      assert_cells (shown);
    }
  after = read_file (folder, "a.docx");
  g_assert_cmpstr (before, ==, after);
}

/* A folder is read by several threads, each with its own worker; a document that cannot be
 * read leaves the others alone. */
static void
test_folder (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (GjReport) report = make_filled_report ();
  g_autoptr (Run) run = NULL;
  JsonArray *reports;

  for (guint i = 0; i < 12; i++)
    {
      g_autofree char *name = g_strdup_printf ("d/%02u.docx", i);

      write_docx (folder, name, report);
    }
  g_free (write_file (folder, "d/broken.docx", "PK\x03\x04word/document.xml", -1));
  g_free (write_file (folder, "d/old.doc", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", -1));

  run = run_cli (folder, "C.UTF-8", "check", "--json", "--jobs", "3", "d", NULL);
  assert_status (run, 3);
  assert_says (run->err, "d/broken.docx");
  assert_says (run->err, "d/old.doc");
  reports = json_object_get_array_member (run_get_json (run), "reports");
  g_assert_cmpuint (json_array_get_length (reports), ==, 12);
  for (guint i = 0; i < 12; i++)
    {
      g_autofree char *name = g_strdup_printf ("d/%02u.docx", i);

      g_assert_cmpstr (json_object_get_string_member (json_array_get_object_element (reports, i), "file"), ==, name);
    }
}

typedef struct
{
  const char *name;
  const char *content;
  const char *word;
} Refused;

static const Refused refused[] = {
  { "a.rtf", "{\\rtf1\\ansi}", "RTF" },
  { "a.ofd", "PK\x03\x04........OFD.xml", "OFD" },
  { "a.xlsx", "PK\x03\x04[Content_Types].xml xl/workbook.xml", "spreadsheet" },
  { "a.png", "\x89PNG\r\n\x1a\n", "picture" },
};

static void
test_refused (gconstpointer data)
{
  const Refused *c = data;
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (Run) run = NULL;

  g_free (write_file (folder, c->name, c->content, -1));
  run = run_cli (folder, "C.UTF-8", "show", c->name, NULL);
  assert_status (run, 3);
  assert_says (run->err, c->name);
  assert_says (run->err, c->word);
  g_assert_cmpstr (run->out, ==, "");
}

/* Without its worker the program says so and reads nothing. */
static void
test_no_worker (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (GjReport) report = make_filled_report ();
  g_autofree char *libexec = g_strdup (g_getenv ("GJ_LIBEXEC_DIR"));
  g_autoptr (Run) run = NULL;

  write_docx (folder, "a.docx", report);
  g_setenv ("GJ_LIBEXEC_DIR", folder, TRUE);
  run = run_cli (folder, "C.UTF-8", "show", "a.docx", NULL);
  g_setenv ("GJ_LIBEXEC_DIR", libexec, TRUE);
  assert_status (run, 3);
  assert_says (run->err, "cannot be started");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cli/documents/show", test_show);
  g_test_add_func ("/cli/documents/wrong-name", test_wrong_name);
  g_test_add_func ("/cli/documents/convert", test_convert);
  g_test_add_func ("/cli/documents/folder", test_folder);
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autofree char *path = g_strconcat ("/cli/documents/refused/", refused[i].name, NULL);

      g_test_add_data_func (path, &refused[i], test_refused);
    }
  g_test_add_func ("/cli/documents/no-worker", test_no_worker);

  return g_test_run ();
}
