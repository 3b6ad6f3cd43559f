/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "doc-case.h"

#include "gj-doc-reader.h"
#include "gj-import.h"
#include "raw-dump.h"

void
doc_case_cell (GjDocWriter *doc,
               const char  *text)
{
  g_autofree char *whole = g_strconcat (text, "\a", NULL);

  ADD (whole);
  END (IN_TABLE);
}

static void
test_case (gconstpointer data)
{
  const DocCase *test = data;
  g_autoptr (GjDocWriter) writer = gj_doc_writer_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GjRawDocument) document = NULL;
  g_autofree char *blocks = NULL;
  g_autofree char *notes = NULL;
  g_autofree char *comments = NULL;

  test->write (writer);
  bytes = gj_doc_writer_save (writer);
  g_assert_cmpint (gj_import_sniff (bytes), ==, GJ_IMPORT_KIND_DOC);
  document = gj_doc_read (bytes, NULL, &error);
  g_assert_no_error (error);
  blocks = raw_dump_blocks (document);
  notes = raw_dump_notes (document);
  comments = raw_dump_comments (document);
  g_assert_cmpstr (blocks, ==, test->blocks);
  g_assert_cmpstr (notes, ==, test->notes);
  g_assert_cmpstr (comments, ==, test->comments != NULL ? test->comments : "");
}

void
doc_cases_add (const char    *path,
               const DocCase *cases,
               guint          n_cases)
{
  for (guint i = 0; i < n_cases; i++)
    {
      g_autofree char *whole = g_strdup_printf ("%s/%s", path, cases[i].name);

      g_test_add_data_func (whole, &cases[i], test_case);
    }
}
