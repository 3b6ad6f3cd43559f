/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <locale.h>
#include <string.h>

#include "gj-doc-writer.h"
#include "gj-package-writer.h"
#include "nasty.h"

/* Files that are not read: each is known by what it holds, and one sentence says what to
 * do. And files that are read, but whose names promise something else. */

typedef struct
{
  const char  *name;
  GjImportKind kind;
  const char  *words;
  const char  *bytes;
  gsize        size;
  const char  *stream;
  guint        flags;
  const char  *parts[2];
} Refused;

#define BYTES(bytes) bytes, sizeof (bytes) - 1
#define NONE NULL, 0
#define LOCKED_PDF \
  "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n" \
  "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]>>endobj\n" \
  "4 0 obj<</Filter/Standard/V 1/R 2/O(01234567890123456789012345678901)/U(01234567890123456789012345678901)/P -4>>" \
  "endobj\ntrailer<</Root 1 0 R/Encrypt 4 0 R/ID[(0123456789abcdef)(0123456789abcdef)]/Size 5>>\n%%EOF\n"

static const Refused refused[] = {
  { "rtf", GJ_IMPORT_KIND_RTF, "RTF", BYTES ("{\\rtf1\\ansi\\ansicpg936 text}") },
  { "xls", GJ_IMPORT_KIND_SHEET, "spreadsheet", NONE, "Workbook" },
  { "xls-old", GJ_IMPORT_KIND_SHEET, "spreadsheet", NONE, "Book" },
  { "xlsx", GJ_IMPORT_KIND_SHEET, "spreadsheet", NONE, .parts = { "[Content_Types].xml", "xl/workbook.xml" } },
  { "ppt", GJ_IMPORT_KIND_SLIDES, "presentation", NONE, "PowerPoint Document" },
  { "pptx", GJ_IMPORT_KIND_SLIDES, "presentation", NONE, .parts = { "[Content_Types].xml", "ppt/presentation.xml" } },
  { "works", GJ_IMPORT_KIND_WORKS, "Microsoft Works", NONE, "MatOST" },
  { "works-later", GJ_IMPORT_KIND_WORKS, "Microsoft Works", NONE, "CONTENTS" },
  { "other-old-office", GJ_IMPORT_KIND_OLE, "old Office file", NONE, "VisioDocument" },
  { "docx-locked", GJ_IMPORT_KIND_ENCRYPTED, "password", NONE, "EncryptedPackage" },
  { "doc-locked", GJ_IMPORT_KIND_DOC, "password", NONE, .flags = 0x100 },
  { "pdf-locked", GJ_IMPORT_KIND_PDF, "password", BYTES (LOCKED_PDF) },
  { "ofd", GJ_IMPORT_KIND_OFD, "OFD", NONE, .parts = { "OFD.xml", "Doc_0/Document.xml" } },
  { "mhtml", GJ_IMPORT_KIND_MHTML, "web archive", BYTES ("MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n") },
  { "zip", GJ_IMPORT_KIND_ARCHIVE, "archive", NONE, .parts = { "report.docx", "other.docx" } },
  { "rar", GJ_IMPORT_KIND_ARCHIVE, "archive", BYTES ("Rar!\x1a\x07\x01\x00") },
  { "7z", GJ_IMPORT_KIND_ARCHIVE, "archive", BYTES ("7z\xbc\xaf\x27\x1c\x00\x04") },
  { "png", GJ_IMPORT_KIND_PICTURE, "picture", BYTES ("\x89PNG\r\n\x1a\n") },
  { "jpeg", GJ_IMPORT_KIND_PICTURE, "picture", BYTES ("\xff\xd8\xff\xe0") },
  { "tiff", GJ_IMPORT_KIND_PICTURE, "picture", BYTES ("II*\0\x08\0\0\0") },
  { "xml", GJ_IMPORT_KIND_XML, "XML", BYTES ("<?xml version=\"1.0\"?><data/>") },
  { "empty", GJ_IMPORT_KIND_EMPTY, "empty", "", 0 },
  { "docx-cut", GJ_IMPORT_KIND_DOCX, "cut off", BYTES ("PK\x03\x04\x14\0\x06\0\x08\0\0\0\0\0word/document.xml") },
  { "doc-cut", GJ_IMPORT_KIND_OLE, "old Office file", BYTES ("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0\0\0") },
  { "pdf-cut", GJ_IMPORT_KIND_PDF, "damaged", BYTES ("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj") },
};

static GBytes *
write_refused (const Refused *test)
{
  if (test->stream != NULL || test->flags != 0)
    {
      g_autoptr (GjDocWriter) writer = gj_doc_writer_new ();

      gj_doc_writer_add (writer, "text\r", FALSE, "", 0);
      gj_doc_writer_end (writer, 0, "", 0);
      writer->flags = test->flags;
      writer->stream = test->stream != NULL ? test->stream : writer->stream;
      return gj_doc_writer_save (writer);
    }
  if (test->parts[0] != NULL)
    {
      g_autoptr (GjPackageWriter) writer = gj_package_writer_new ();

      for (guint i = 0; i < G_N_ELEMENTS (test->parts); i++)
        gj_package_writer_add (writer, test->parts[i], "<x/>");
      return gj_package_writer_end (writer);
    }

  return g_bytes_new_static (test->bytes, test->size);
}

static void
test_refused (gconstpointer data)
{
  const Refused *test = data;
  g_autoptr (GBytes) bytes = write_refused (test);
  g_autoptr (GError) error = NULL;
  g_autoptr (GjReport) report = NULL;

  g_assert_cmpint (gj_import_sniff (bytes), ==, test->kind);
  report = gj_import_bytes (bytes, NULL, NULL, &error);
  g_assert_null (report);
  g_assert_error (error, GJ_IMPORT_ERROR, GJ_IMPORT_ERROR_UNREADABLE);
  if (strstr (error->message, test->words) == NULL)
    g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, test->words));
  g_assert_true (g_str_has_suffix (error->message, "."));
}

/* Names */

typedef struct
{
  NastyFormat  format;
  const char  *name;
  const char  *zh;
  const char  *en;
} Named;

static const Named named[] = {
  { NASTY_DOCX, "报告.docx" },
  { NASTY_DOCX, "报告.DOCX" },
  { NASTY_DOCX, "/a.doc/报告.wps" },
  { NASTY_DOCX, "报告" },
  { NASTY_DOCX, "报告.2021" },
  { NASTY_DOCX, "报告.doc", "其实是Word 文档（.docx）", "really a Word document (.docx)" },
  { NASTY_DOCX, "报告.gouji", "其实是Word 文档（.docx）", "ends in .gouji" },
  { NASTY_DOC, "报告.doc" },
  { NASTY_DOC, "报告.wps" },
  { NASTY_DOC, "报告.docx", "其实是旧版 Word 文档（.doc）", "really an old Word document (.doc)" },
  { NASTY_HTML, "index.html" },
  { NASTY_HTML, "index.shtml" },
  { NASTY_HTML, "报告.doc", "其实是网页", "really a web page" },
  { NASTY_HTML, "报告.docx", "其实是网页", "really a web page" },
  { NASTY_HTML, "报告.txt", "其实是网页", "really a web page" },
  { NASTY_HTML, "报告.xls", "其实是网页", "really a web page" },
  { NASTY_PDF, "报告.pdf" },
  { NASTY_PDF, "报告.docx", "其实是PDF", "really a PDF" },
  { NASTY_TEXT, "报告.txt" },
  { NASTY_TEXT, "报告.doc", "其实是纯文本", "really a plain text" },
};

static void
test_named (gconstpointer data)
{
  const Named *test = data;
  const NastyCase plain = { "plain", "" };
  g_auto (DocumentFixture) fixture = { 0 };
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GjReport) report = NULL;
  GjSource *source;
  guint n_notes;

  document_fixture_init (&fixture, "guoban-2021", NULL);
  bytes = nasty_write (test->format, &plain, &fixture);
  report = gj_import_bytes (bytes, NULL, NULL, &error);
  g_assert_no_error (error);
  n_notes = gj_source_get_n_notes (gj_report_get_source (report));
  gj_import_note_name (report, bytes, test->name);
  source = gj_report_get_source (report);
  if (test->zh == NULL)
    {
      g_assert_cmpuint (gj_source_get_n_notes (source), ==, n_notes);
      return;
    }
  g_assert_cmpuint (gj_source_get_n_notes (source), ==, n_notes + 1);
  g_assert_cmpstr (gj_source_get_note (source, 0)->code, ==, "mislabelled");
  g_assert_cmpstr (gj_source_get_note (source, 0)->id, ==, "n1");
  g_assert_nonnull (strstr (gj_source_get_note (source, 0)->message_zh, test->zh));
  g_assert_nonnull (strstr (gj_source_get_note (source, 0)->message_en, test->en));
  g_assert_cmpuint (strlen (gj_source_get_digest (source)), ==, 64);
}

/* What the import found beside is kept with it. */
static void
test_kept (void)
{
  g_auto (DocumentFixture) fixture = { 0 };
  const NastyCase plain = { "plain", "" };
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GjReport) report = NULL;
  GjSource *source;

  document_fixture_init (&fixture, "guoban-2021", NULL);
  nasty_mar_break_labels (&fixture);
  bytes = nasty_write (NASTY_DOCX, &plain, &fixture);
  report = gj_import_bytes (bytes, NULL, NULL, NULL);
  source = gj_source_ref (gj_report_get_source (report));
  gj_import_note_name (report, bytes, "a.pdf");
  g_assert_true (gj_report_get_source (report) != source);
  g_assert_cmpuint (gj_source_get_n_labels (gj_report_get_source (report)), ==, gj_source_get_n_labels (source));
  g_assert_cmpint (gj_source_get_unit (gj_report_get_source (report)), ==, GJ_SOURCE_UNIT_PARAGRAPH);
  g_assert_cmpstr (gj_source_get_title_lines (gj_report_get_source (report))[0], ==,
                   gj_source_get_title_lines (source)[0]);
  gj_source_unref (source);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_set_nonfatal_assertions ();

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autofree char *path = g_strconcat ("/import/kinds/refused/", refused[i].name, NULL);

      g_test_add_data_func (path, &refused[i], test_refused);
    }
  for (guint i = 0; i < G_N_ELEMENTS (named); i++)
    {
      g_autofree char *path = g_strdup_printf ("/import/kinds/named/%u", i);

      g_test_add_data_func (path, &named[i], test_named);
    }
  g_test_add_func ("/import/kinds/kept", test_kept);

  return g_test_run ();
}
