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

/* Packages that are built in another way */

#define TRANSITIONAL "http://schemas.openxmlformats.org/"
#define RELATIONS(list) \
  "<Relationships xmlns=\"" TRANSITIONAL "package/2006/relationships\">" list "</Relationships>"
#define RELATION(type, target) "<Relationship Id=\"rId1\" Type=\"" type "\" Target=\"" target "\"/>"
#define MAIN TRANSITIONAL "officeDocument/2006/relationships/officeDocument"
#define STRICT_MAIN "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument"
#define DOCUMENT(name_space, text) \
  "<w:document xmlns:w=\"" name_space "\"><w:body><w:p><w:r><w:t>" text "</w:t></w:r></w:p></w:body></w:document>"
#define WORD TRANSITIONAL "wordprocessingml/2006/main"

typedef struct
{
  const char *name;
  const char *relations;
  const char *part;
  const char *xml;
  const char *message;
} Package;

static const Package packages[] = {
  { "elsewhere", RELATIONS (RELATION (MAIN, "a/b/text.xml")), "a/b/text.xml", DOCUMENT (WORD, "甲") },
  { "from-the-root", RELATIONS (RELATION (MAIN, "/word/main.xml")), "word/main.xml", DOCUMENT (WORD, "甲") },
  { "dots", RELATIONS (RELATION (MAIN, "./x/../word/main.xml")), "word/main.xml", DOCUMENT (WORD, "甲") },
  { "other-case", RELATIONS (RELATION (MAIN, "Word/Main.xml")), "word/main.xml", DOCUMENT (WORD, "甲") },
  { "escaped", RELATIONS (RELATION (MAIN, "word/my%20text.xml")), "word/my text.xml", DOCUMENT (WORD, "甲") },
  { "strict", RELATIONS (RELATION (STRICT_MAIN, "word/document.xml")), "word/document.xml",
    DOCUMENT ("http://purl.oclc.org/ooxml/wordprocessingml/main", "甲") },
  { "default-namespace", RELATIONS (RELATION (MAIN, "word/document.xml")), "word/document.xml",
    "<document xmlns=\"" WORD "\"><body><p><r><t>甲</t></r></p></body></document>" },
  { "no-relations", NULL, "word/document.xml", DOCUMENT (WORD, "甲"), "damaged" },
  { "no-main", RELATIONS (""), "word/document.xml", DOCUMENT (WORD, "甲"), "damaged" },
  { "main-missing", RELATIONS (RELATION (MAIN, "word/none.xml")), "word/document.xml", DOCUMENT (WORD, "甲"), "damaged" },
  { "outside", RELATIONS (RELATION (MAIN, "../../etc/passwd")), "word/document.xml", DOCUMENT (WORD, "甲"), "damaged" },
  { "spreadsheet", RELATIONS (RELATION (MAIN, "xl/workbook.xml")), "xl/workbook.xml",
    "<workbook xmlns=\"" TRANSITIONAL "spreadsheetml/2006/main\"/>", "spreadsheet" },
  { "presentation", RELATIONS (RELATION (MAIN, "ppt/p.xml")), "ppt/p.xml",
    "<p:presentation xmlns:p=\"" TRANSITIONAL "presentationml/2006/main\"/>", "presentation" },
  { "something-else", RELATIONS (RELATION (MAIN, "x.xml")), "x.xml", "<x/>", "another kind" },
  { "cut-off", RELATIONS (RELATION (MAIN, "word/document.xml")), "word/document.xml",
    "<w:document xmlns:w=\"" WORD "\"><w:body><w:p>", "damaged: line 1" },
  { "dtd", RELATIONS (RELATION (MAIN, "word/document.xml")), "word/document.xml",
    "<!DOCTYPE w:document [<!ENTITY a \"甲\">]>" DOCUMENT (WORD, "&a;"), "DTD" },
  { "external-entity", RELATIONS (RELATION (MAIN, "word/document.xml")), "word/document.xml",
    "<!DOCTYPE w:document [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>" DOCUMENT (WORD, "&a;"), "DTD" },
  { "unknown-entity", RELATIONS (RELATION (MAIN, "word/document.xml")), "word/document.xml", DOCUMENT (WORD, "&a;"),
    "damaged" },
  { "not-xml", RELATIONS (RELATION (MAIN, "word/document.xml")), "word/document.xml", "{\\rtf1 text}", "damaged" },
};

static void
assert_refused (GBytes     *bytes,
                const char *message)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GjRawDocument) document = gj_docx_read (bytes, NULL, &error);

  g_assert_null (document);
  g_assert_error (error, GJ_IMPORT_ERROR, GJ_IMPORT_ERROR_UNREADABLE);
  if (strstr (error->message, message) == NULL)
    g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, message));
}

static GBytes *
write_package (const char *relations,
               const char *part,
               const char *xml)
{
  g_autoptr (GjPackageWriter) writer = gj_package_writer_new ();

  gj_package_writer_add (writer, "docProps/app.xml", "<Properties/>");
  if (relations != NULL)
    gj_package_writer_add (writer, "_rels/.rels", relations);
  gj_package_writer_add (writer, part, xml);

  return gj_package_writer_end (writer);
}

static void
test_package (gconstpointer data)
{
  const Package *package = data;
  g_autoptr (GBytes) bytes = write_package (package->relations, package->part, package->xml);
  g_autoptr (GjRawDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *blocks = NULL;

  if (package->message != NULL)
    {
      assert_refused (bytes, package->message);
      return;
    }
  document = gj_docx_read (bytes, NULL, &error);
  g_assert_no_error (error);
  blocks = raw_dump_blocks (document);
  g_assert_cmpstr (blocks, ==, "甲\n");
}

static void
test_page_parts (void)
{
  g_autoptr (GjPackageWriter) writer = gj_package_writer_new_docx ("<w:p><w:r><w:t>甲</w:t></w:r></w:p>");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GjRawDocument) document = NULL;
  g_autofree char *notes = NULL;

  gj_package_writer_add (writer, "word/header1.xml",
                         "<w:hdr xmlns:w=\"" WORD "\"><w:p><w:r><w:t>内部资料</w:t></w:r></w:p></w:hdr>");
  gj_package_writer_add (writer, "word/footer1.xml",
                         "<w:ftr xmlns:w=\"" WORD "\"><w:p><w:r><w:t>— 1 —</w:t></w:r></w:p></w:ftr>");
  gj_package_writer_relate (writer, "rId1", "header", "header1.xml");
  gj_package_writer_relate (writer, "rId2", "footer", "footer1.xml");
  bytes = gj_package_writer_end (writer);
  document = gj_docx_read (bytes, NULL, NULL);
  notes = raw_dump_notes (document);
  g_assert_cmpstr (notes, ==, "page@0 内部资料\n");
}

/* Documents that a document takes in */

#define CHUNK "<w:altChunk r:id=\"rIdChunk\"/>"
#define TEXT(text) "<w:p><w:r><w:t>" text "</w:t></w:r></w:p>"

/* A document that says 前, takes in @chunk, and says 后. */
static GBytes *
write_chunk (GBytes     *chunk,
             const char *name)
{
  g_autoptr (GjPackageWriter) writer = gj_package_writer_new_docx (TEXT ("前") CHUNK TEXT ("后"));
  g_autofree char *part = g_strconcat ("word/", name, NULL);
  gsize size;
  const void *data;

  if (chunk == NULL)
    return gj_package_writer_end (writer);

  data = g_bytes_get_data (chunk, &size);
  gj_package_writer_add_bytes (writer, part, data, size);
  gj_package_writer_relate (writer, "rIdChunk", "aFChunk", name);

  return gj_package_writer_end (writer);
}

static void
assert_chunk (GBytes     *chunk,
              const char *name,
              const char *expected,
              const char *expected_notes)
{
  g_autoptr (GBytes) bytes = write_chunk (chunk, name);
  g_autoptr (GError) error = NULL;
  g_autoptr (GjRawDocument) document = gj_docx_read (bytes, NULL, &error);
  g_autofree char *blocks = NULL;
  g_autofree char *notes = NULL;

  g_assert_no_error (error);
  blocks = raw_dump_blocks (document);
  notes = raw_dump_notes (document);
  g_assert_cmpstr (blocks, ==, expected);
  g_assert_cmpstr (notes, ==, expected_notes);
}

static void
test_chunk_html (void)
{
  static const char page[] = "<html><body><p>收到和处理申请的情况如下表所示。</p><table><tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr>"
                             "<tr><td>5</td><td>6</td></tr></table></body></html>";
  g_autoptr (GBytes) chunk = g_bytes_new_static (page, strlen (page));

  assert_chunk (chunk, "afchunk.htm", "前\n收到和处理申请的情况如下表所示。\n{\n|1|2|\n|3|4|\n|5|6|\n}\n后\n", "part-read@2\n");
}

/* What programs make of a page that they call a document. */
static void
test_chunk_archive (void)
{
  static const char archive[] = "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"b\"\r\n\r\n--b\r\n"
                                "Content-Type: text/html; charset=\"utf-8\"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
                                "<p>=E6=94=B6=E5=88=B012=E4=BB=B6=E3=80=82</p>\r\n--b--\r\n";
  g_autoptr (GBytes) chunk = g_bytes_new_static (archive, strlen (archive));

  assert_chunk (chunk, "afchunk.mht", "前\n收到12件。\n后\n", "part-read@2\n");
}

/* Its comments come with it, its places go on counting. */
static void
test_chunk_docx (void)
{
  g_autoptr (GjPackageWriter) writer = gj_package_writer_new_docx (
    TEXT ("一") "<w:p><w:commentRangeStart w:id=\"0\"/><w:r><w:t>二</w:t></w:r><w:commentRangeEnd w:id=\"0\"/>"
    "<w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r></w:p>");
  g_autoptr (GBytes) chunk = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GjRawDocument) document = NULL;
  g_autofree char *comments = NULL;

  gj_package_writer_add (writer, "word/comments.xml", "<w:comments xmlns:w=\"" WORD "\"><w:comment w:id=\"0\">"
                         TEXT ("请核") "</w:comment></w:comments>");
  gj_package_writer_relate (writer, "rId1", "comments", "comments.xml");
  chunk = gj_package_writer_end (writer);
  assert_chunk (chunk, "a.docx", "前\n一\n二\n后\n", "part-read@2\nhidden@3 藏\n");

  bytes = write_chunk (chunk, "a.docx");
  document = gj_docx_read (bytes, NULL, NULL);
  comments = raw_dump_comments (document);
  g_assert_cmpstr (comments, ==, "- - 请核 @2 0-1\n");
  g_assert_cmpuint (((const GjRawBlock *) document->blocks->pdata[3])->line, ==, 4);
}

static void
test_chunk_left_out (void)
{
  g_autoptr (GBytes) rtf = g_bytes_new_static ("{\\rtf1 text}", 12);
  g_autoptr (GBytes) broken = g_bytes_new_static ("PK\3\4", 4);
  g_autoptr (GBytes) innermost = write_package (RELATIONS (RELATION (MAIN, "word/a.xml")), "word/a.xml", DOCUMENT (WORD, "里"));
  g_autoptr (GBytes) inner = write_chunk (innermost, "b.docx");

  assert_chunk (NULL, NULL, "前\n后\n", "no-part@2 ?\n");
  assert_chunk (rtf, "a.rtf", "前\n后\n", "no-part@2 RTF\n");
  assert_chunk (broken, "a.docx", "前\n后\n", "no-part@2 DOCX\n");
  assert_chunk (inner, "a.docx", "前\n前\n后\n后\n", "part-read@2\nno-part@3 DOCX\n");
}

/* Every way of cutting it off, and bytes that are something else. */
static void
test_no_package (void)
{
  static const char *const others[] = { "", "PK", "PK\3\4", "{\\rtf1 text}", "<html><p>甲</p></html>",
                                        "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 an old document" };
  g_autoptr (GBytes) whole = write_package (RELATIONS (RELATION (MAIN, "a.xml")), "a.xml", DOCUMENT (WORD, "甲"));

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (others[i], strlen (others[i]));

      assert_refused (bytes, "cut off or damaged");
    }
  for (gsize length = 0; length < g_bytes_get_size (whole); length += 7)
    {
      g_autoptr (GBytes) part = g_bytes_new_from_bytes (whole, 0, length);

      assert_refused (part, "cut off or damaged");
    }
}

/* Every bit of a package turned over once: refused with a sentence or read, never worse. */
static void
test_flipped (void)
{
  g_autoptr (GBytes) whole = write_package (RELATIONS (RELATION (MAIN, "a.xml")), "a.xml", DOCUMENT (WORD, "甲"));
  gsize size;
  const guint8 *data = g_bytes_get_data (whole, &size);

  for (gsize i = 0; i < size; i++)
    {
      g_autofree guint8 *copy = g_memdup2 (data, size);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GjRawDocument) document = NULL;
      g_autoptr (GError) error = NULL;

      copy[i] ^= (guint8) (1 << (i % 8));
      bytes = g_bytes_new_static (copy, size);
      document = gj_docx_read (bytes, NULL, &error);
      g_assert_true ((document != NULL) != (error != NULL));
      if (error != NULL)
        g_assert_error (error, GJ_IMPORT_ERROR, GJ_IMPORT_ERROR_UNREADABLE);
    }
}

static void
test_bomb (void)
{
  gsize size = 16 << 20;
  g_autofree char *blanks = g_strnfill (size, ' ');
  g_autoptr (GBytes) bytes = write_package (RELATIONS (RELATION (MAIN, "a.xml")), "a.xml", blanks);

  assert_refused (bytes, "too large");
}

static char *
repeat (const char *text,
        guint       n)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (out, text);

  return g_string_free (out, FALSE);
}

/* What is endless: depth, rows, columns, text, elements. */
static void
test_limits (void)
{
  g_autofree char *deep = repeat ("<w:tbl><w:tr><w:tc>", 2000);
  g_autofree char *shut = repeat ("</w:tc></w:tr></w:tbl>", 2000);
  g_autofree char *nested = g_strconcat (deep, shut, NULL);
  g_autofree char *deep_body = gj_package_dup_document (nested);
  g_autofree char *elements = repeat ("<w:p/>", 1600000);
  g_autofree char *elements_body = gj_package_dup_document (elements);
  g_autofree char *words = repeat ("<w:p><w:r><w:t>一二三四五六七八九十一二三四五六七八九十</w:t></w:r></w:p>", 80000);
  g_autofree char *words_body = gj_package_dup_document (words);
  const char *bodies[] = { deep_body, elements_body, words_body };
  const char *messages[] = { "damaged", "damaged", "too large" };

  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (bodies[i], strlen (bodies[i]));
      g_autoptr (GError) error = NULL;
      g_autoptr (GjRawDocument) document = gj_docx_read_main (bytes, NULL, &error);

      g_assert_null (document);
      g_assert_error (error, GJ_IMPORT_ERROR, GJ_IMPORT_ERROR_UNREADABLE);
      g_assert_nonnull (strstr (error->message, messages[i]));
    }
}

static void
test_large_tables (void)
{
  g_autofree char *rows = repeat ("<w:tr><w:tc><w:p/></w:tc><w:tc><w:p/></w:tc></w:tr>", 2010);
  g_autofree char *cells = repeat ("<w:tc><w:p/></w:tc>", 70);
  g_autofree char *body = g_strconcat ("<w:tbl>", rows, "</w:tbl><w:tbl><w:tr>", cells, "</w:tr></w:tbl>", NULL);
  g_autofree char *xml = gj_package_dup_document (body);
  g_autoptr (GBytes) bytes = g_bytes_new_static (xml, strlen (xml));
  g_autoptr (GError) error = NULL;
  g_autoptr (GjRawDocument) document = gj_docx_read_main (bytes, NULL, &error);
  g_autofree char *notes = NULL;
  const GjRawBlock *grid;

  g_assert_no_error (error);
  notes = raw_dump_notes (document);
  g_assert_cmpstr (notes, ==, "too-large*10@1\ntoo-large*6@4021\n");
  grid = document->blocks->pdata[0];
  g_assert_cmpuint (grid->rows->len, ==, 2000);
  grid = document->blocks->pdata[1];
  g_assert_cmpuint (((const GjRawRow *) grid->rows->pdata[0])->cells->len, ==, 64);
}

static void
test_cancelled (void)
{
  g_autoptr (GBytes) bytes = write_package (RELATIONS (RELATION (MAIN, "a.xml")), "a.xml", DOCUMENT (WORD, "甲"));
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GjRawDocument) document = NULL;
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  document = gj_docx_read (bytes, cancellable, &error);
  g_assert_null (document);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
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

  for (guint i = 0; i < G_N_ELEMENTS (packages); i++)
    {
      g_autofree char *path = g_strconcat ("/import/docx-package/", packages[i].name, NULL);

      g_test_add_data_func (path, &packages[i], test_package);
    }
  g_test_add_func ("/import/docx-package/page-parts", test_page_parts);
  g_test_add_func ("/import/docx-package/chunk-html", test_chunk_html);
  g_test_add_func ("/import/docx-package/chunk-archive", test_chunk_archive);
  g_test_add_func ("/import/docx-package/chunk-docx", test_chunk_docx);
  g_test_add_func ("/import/docx-package/chunk-left-out", test_chunk_left_out);
  g_test_add_func ("/import/docx-package/no-package", test_no_package);
  g_test_add_func ("/import/docx-package/flipped", test_flipped);
  g_test_add_func ("/import/docx-package/bomb", test_bomb);
  g_test_add_func ("/import/docx-package/limits", test_limits);
  g_test_add_func ("/import/docx-package/large-tables", test_large_tables);
  g_test_add_func ("/import/docx-package/cancelled", test_cancelled);

  return g_test_run ();
}
