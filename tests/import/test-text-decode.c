/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "import-support.h"

/* What the bytes of a text may be: every encoding and line end gives the same report, and
 * what is no text is refused with a sentence that says what it is. */

static char *
write_sample (void)
{
  g_autoptr (GjReport) report = import_new_report (gj_form_catalogue_get_form (0), NULL);

  return import_write_text (report, LAYOUT_CELLS);
}

static void
test_encoding (gconstpointer data)
{
  const char *const *encoding = data;
  g_autoptr (GjReport) report = import_new_report (gj_form_catalogue_get_form (0), NULL);
  g_autofree char *text = import_write_text (report, LAYOUT_CELLS);
  g_autofree char *marked = g_strconcat ("\xef\xbb\xbf", text, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *bytes = NULL;
  g_autofree char *notes = NULL;
  g_autoptr (GjReport) read = NULL;
  gboolean has_mark = g_str_has_prefix (encoding[0], "UTF") && encoding[2] == NULL;
  gsize size;

  bytes = g_convert (has_mark ? marked : text, -1, encoding[0], "UTF-8", NULL, &size, &error);
  g_assert_no_error (error);
  read = import_read_bytes (bytes, size, &error);
  g_assert_no_error (error);
  import_assert_equal (report, read);
  notes = import_list_notes (read);
  g_assert_cmpstr (notes, ==, encoding[1]);
}

static void
test_line_end (gconstpointer data)
{
  g_autoptr (GjReport) report = import_new_report (gj_form_catalogue_get_form (0), NULL);
  g_autofree char *text = import_write_text (report, LAYOUT_CELLS);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autofree char *joined = g_strjoinv (data, lines);
  g_autoptr (GjReport) read = import_read_text (joined);

  import_assert_equal (report, read);
}

typedef struct
{
  const char *name;
  const char *bytes;
  gsize       size;
  const char *word;
} Refused;

#define REFUSED(name, bytes, word) { name, bytes, sizeof (bytes) - 1, word }

static const Refused refused[] = {
  REFUSED ("empty", "", "empty"),
  REFUSED ("blank", "\xef\xbb\xbf \r\n\t\n", "empty"),
  REFUSED ("pdf", "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "PDF"),
  REFUSED ("docx", "PK\x03\x04\x14\0\x06\0[Content_Types].xml", "Word"),
  REFUSED ("ofd", "PK\x03\x04\x14\0\0\0\0\0\0\0OFD.xml", "OFD"),
  REFUSED ("zip", "PK\x03\x04\x14\0\0\0\0\0\0\0a.txt", "archive"),
  REFUSED ("rar", "Rar!\x1a\x07\x01\0", "archive"),
  REFUSED ("ole", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0", "old Office file"),
  REFUSED ("mht", "MIME-Version: 1.0\r\n", "web archive"),
  REFUSED ("rtf", "{\\rtf1\\ansi", "RTF"),
  REFUSED ("html", "\n<!DOCTYPE HTML><html>", "page"),
  REFUSED ("html-short", "<HTML><body>", "page"),
  REFUSED ("xhtml", "<?xml version=\"1.0\"?><html xmlns=\"x\"/>", "page"),
  REFUSED ("xml", "<?xml version=\"1.0\"?><data/>", "XML"),
  REFUSED ("gouji", "<?xml version=\"1.0\"?>\n<report xmlns=\"https://gouji.github.io/ns/report/1\"/>", ".gouji"),
  REFUSED ("png", "\x89PNG\r\n\x1a\n", "picture"),
  REFUSED ("nul", "一、总体情况\0\n", "NUL"),
  REFUSED ("utf-16-without-mark", "a\0b\0\n\0", "NUL"),
  REFUSED ("utf-32", "\xff\xfe\0\0\x00\x4e\0\0", "NUL"),
  REFUSED ("utf-16-odd", "\xff\xfe\x00\x4e\x01", "UTF-16"),
  REFUSED ("utf-16-half-pair", "\xff\xfe\x00\xd8", "UTF-16"),
  REFUSED ("neither", "abc \xff\xff\x80 def", "neither"),
  REFUSED ("cut-in-a-character", "\xe4\xb8\x80\xe3\x80\x81\xe6\x80", "middle of a character"),
};

static void
test_refused (gconstpointer data)
{
  const Refused *c = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GjReport) report = import_read_bytes (c->bytes, c->size, &error);

  g_assert_error (error, GJ_IMPORT_ERROR, GJ_IMPORT_ERROR_UNREADABLE);
  g_assert_null (report);
  g_assert_nonnull (strstr (error->message, c->word));
}

static void
test_too_large (void)
{
  gsize size = 64 * 1024 * 1024 + 1;
  g_autofree char *data = g_malloc (size);
  g_autoptr (GError) error = NULL;
  g_autoptr (GjReport) report = NULL;

  memset (data, 'a', size);
  report = import_read_bytes (data, size, &error);
  g_assert_error (error, GJ_IMPORT_ERROR, GJ_IMPORT_ERROR_UNREADABLE);
  g_assert_nonnull (strstr (error->message, "64 MiB"));
}

static void
test_controls (void)
{
  g_autofree char *text = write_sample ();
  g_autofree char *marred = import_replace (text, "财政信息", "财政\x01信\x7f息");
  g_autofree char *clean = import_replace (text, "财政信息", "财政信息");
  g_autoptr (GjReport) report = import_read_text (marred);
  g_autoptr (GjReport) expected = import_read_text (clean);
  g_autofree char *notes = import_list_notes (report);

  import_assert_equal (expected, report);
  g_assert_cmpstr (notes, ==, "dropped-characters@");
}

static void
test_sniff (void)
{
  g_autoptr (GBytes) text = g_bytes_new_static ("一、总体情况", strlen ("一、总体情况"));
  g_autoptr (GBytes) native = g_bytes_new_static (refused[14].bytes, refused[14].size);

  g_assert_cmpint (gj_import_sniff (text), ==, GJ_IMPORT_KIND_TEXT);
  g_assert_cmpint (gj_import_sniff (native), ==, GJ_IMPORT_KIND_GOUJI);
}

/* A file of Office as far as it is looked at: a header, and a directory with one entry. */

typedef struct
{
  const char  *stream;
  GjImportKind kind;
} Stream;

static const Stream streams[] = {
  { "WordDocument", GJ_IMPORT_KIND_DOC },
  { "Workbook", GJ_IMPORT_KIND_SHEET },
  { "Book", GJ_IMPORT_KIND_SHEET },
  { "EncryptedPackage", GJ_IMPORT_KIND_ENCRYPTED },
  { "Bookkeeping", GJ_IMPORT_KIND_OLE },
};

static void
test_ole (gconstpointer data)
{
  const Stream *c = data;
  char file[1024] = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
  char *entry = file + 512 + 128;
  gsize n = strlen (c->stream);
  g_autoptr (GBytes) bytes = g_bytes_new_static (file, sizeof file);

  for (gsize i = 0; i < n; i++)
    entry[2 * i] = c->stream[i];
  entry[64] = (char) (2 * n + 2);
  g_assert_cmpint (gj_import_sniff (bytes), ==, c->kind);
}

typedef struct
{
  const char  *name;
  const char  *parts[3];
  GjImportKind kind;
} Package;

static const Package packages[] = {
  { "docx", { "[Content_Types].xml", "word/document.xml" }, GJ_IMPORT_KIND_DOCX },
  { "docx-of-other-names", { "[Content_Types].xml", "content/main.xml" }, GJ_IMPORT_KIND_DOCX },
  { "docx-with-sheet", { "[Content_Types].xml", "word/document.xml", "word/embeddings/xl/workbook.xml" },
    GJ_IMPORT_KIND_DOCX },
  { "xlsx", { "[Content_Types].xml", "xl/workbook.xml" }, GJ_IMPORT_KIND_SHEET },
  { "ofd", { "OFD.xml", "Doc_0/Document.xml" }, GJ_IMPORT_KIND_OFD },
  { "zip", { "report.txt" }, GJ_IMPORT_KIND_ARCHIVE },
};

/* The names may stand at the end only, behind a large first part. */
static void
test_package (gconstpointer data)
{
  const Package *c = data;
  g_autoptr (GByteArray) file = g_byte_array_new ();
  g_autoptr (GBytes) bytes = NULL;

  g_byte_array_append (file, (const guint8 *) "PK\x03\x04", 4);
  g_byte_array_set_size (file, 10000);
  memset (file->data + 4, 0, file->len - 4);
  for (guint i = 0; i < G_N_ELEMENTS (c->parts) && c->parts[i] != NULL; i++)
    g_byte_array_append (file, (const guint8 *) c->parts[i], strlen (c->parts[i]));
  bytes = g_byte_array_free_to_bytes (g_steal_pointer (&file));
  g_assert_cmpint (gj_import_sniff (bytes), ==, c->kind);
}

static void
test_wide (void)
{
  static const char page[] = "\xff\xfe<\0h\0t\0m\0l\0>\0";
  static const char text[] = "\xff\xfe<\0h\0t\0t\0p\0>\0";
  g_autoptr (GBytes) page_bytes = g_bytes_new_static (page, sizeof page - 1);
  g_autoptr (GBytes) text_bytes = g_bytes_new_static (text, sizeof text - 1);

  g_assert_cmpint (gj_import_sniff (page_bytes), ==, GJ_IMPORT_KIND_HTML);
  g_assert_cmpint (gj_import_sniff (text_bytes), ==, GJ_IMPORT_KIND_TEXT);
}

int
main (int   argc,
      char *argv[])
{
  static const char *const encodings[][3] = {
    { "UTF-8", "" }, { "GB18030", "encoding@" }, { "UTF-16LE", "encoding@" }, { "UTF-16BE", "encoding@" },
    { "UTF-16LE", "encoding@", "-without-mark" }, { "UTF-16BE", "encoding@", "-without-mark" },
  };
  static const char *const ends[][2] = { { "crlf", "\r\n" }, { "cr", "\r" }, { "lf", "\n" } };

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    {
      g_autofree char *path = g_strconcat ("/import/encoding/", encodings[i][0], encodings[i][2], NULL);

      g_test_add_data_func (path, encodings[i], test_encoding);
    }
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *path = g_strconcat ("/import/line-end/", ends[i][0], NULL);

      g_test_add_data_func (path, ends[i][1], test_line_end);
    }
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autofree char *path = g_strconcat ("/import/refused/", refused[i].name, NULL);

      g_test_add_data_func (path, &refused[i], test_refused);
    }
  g_test_add_func ("/import/refused/too-large", test_too_large);
  g_test_add_func ("/import/controls", test_controls);
  for (guint i = 0; i < G_N_ELEMENTS (streams); i++)
    {
      g_autofree char *path = g_strconcat ("/import/sniff/ole/", streams[i].stream, NULL);

      g_test_add_data_func (path, &streams[i], test_ole);
    }
  for (guint i = 0; i < G_N_ELEMENTS (packages); i++)
    {
      g_autofree char *path = g_strconcat ("/import/sniff/package/", packages[i].name, NULL);

      g_test_add_data_func (path, &packages[i], test_package);
    }
  g_test_add_func ("/import/sniff/wide", test_wide);
  g_test_add_func ("/import/sniff/first-bytes", test_sniff);

  return g_test_run ();
}
