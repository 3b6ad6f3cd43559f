/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include <gio/gio.h>

#include "gj-base.h"

/* A shelf holds an optional name, then books, then a box of anything. What is read is
 * written down as one line. */

#define NS "https://example.org/shelf"

static void
shelf_start (GjXmlReader *reader,
             gpointer     data)
{
  g_string_append_printf (data, "shelf %s", gj_xml_reader_need_attribute (reader, "id"));
}

static void
name_end (GjXmlReader *reader,
          gpointer     data)
{
  g_string_append_printf (data, " name(%s)", gj_xml_reader_get_text (reader, NULL));
}

static void
book_start (GjXmlReader *reader,
            gpointer     data)
{
  const char *author = gj_xml_reader_get_attribute (reader, "author");
  guint pages = gj_xml_reader_need_uint (reader, "pages");

  g_string_append_printf (data, " book(%s,%u)", author != NULL ? author : "-", pages);
}

static void
book_end (GjXmlReader *reader,
          gpointer     data)
{
  gsize length;
  const char *text = gj_xml_reader_get_text (reader, &length);

  g_assert_cmpuint (length, ==, strlen (text));
  g_string_append_printf (data, "=%s", text);
}

static void
box_end (GjXmlReader *reader,
         gpointer     data)
{
  g_string_append (data, " box");
}

static const char *const id_attributes[] = { "id", NULL };
static const char *const book_attributes[] = { "author", "pages", NULL };

static const GjXmlElement box_children[] = {
  { "toy", NULL, NULL, GJ_XML_MANY },
  { "box", NULL, box_end, GJ_XML_MANY | GJ_XML_UNORDERED, NULL, box_children },
  { NULL },
};

static const GjXmlElement shelf_children[] = {
  { "name", NULL, name_end, GJ_XML_TEXT },
  { "book", book_start, book_end, GJ_XML_TEXT | GJ_XML_MANY | GJ_XML_REQUIRED, book_attributes },
  { "box", NULL, box_end, GJ_XML_UNORDERED, NULL, box_children },
  { NULL },
};

static const GjXmlElement shelf = {
  "shelf", shelf_start, NULL, 0, id_attributes, shelf_children
};

#define SHELF(content) "<shelf xmlns='" NS "' id='a'>" content "</shelf>"
#define BOOK "<book pages='3'>t</book>"

typedef struct
{
  const char *document;
  const char *read;
  GjXmlError  error;
  const char *message;
} Case;

static const Case cases[] = {
  { SHELF (BOOK), "shelf a book(-,3)=t" },
  { SHELF ("<name>书架</name>" BOOK BOOK), "shelf a name(书架) book(-,3)=t book(-,3)=t" },
  { "\xef\xbb\xbf<?xml version='1.0'?>\n" SHELF (BOOK) "\n", "shelf a book(-,3)=t" },
  { "<?xml version='1.0' encoding='UTF-8'?>" SHELF (BOOK), "shelf a book(-,3)=t" },
  { "<!-- x --><?pi?>" SHELF ("<!-- y -->\n" BOOK "\n<?pi?>\n"), "shelf a book(-,3)=t" },
  { "<s:shelf xmlns:s='" NS "' id='a'><s:book pages='3'>t</s:book></s:shelf>", "shelf a book(-,3)=t" },
  { SHELF ("<book pages='3' author='王&amp;李&#10;&quot;'> a\tb\n </book>"),
    "shelf a book(王&李\n\",3)= a\tb\n " },
  { SHELF ("<book pages='3'>a<![CDATA[<b>&]]>&lt;c&#x4e2d;</book>"), "shelf a book(-,3)=a<b>&<c中" },
  { SHELF ("<book pages='3'/>"), "shelf a book(-,3)=" },
  { SHELF (BOOK "<box><toy/><box/><toy/></box>"), "shelf a book(-,3)=t box box" },
  { SHELF ("<book pages='3'>␛1;b␛241B;␛FFFF;</book>"), "shelf a book(-,3)=\001b␛\357\277\277" },

  { "", NULL, GJ_XML_ERROR_NOT_XML, "empty" },
  { "   ", NULL, GJ_XML_ERROR_NOT_XML },
  { "hello", NULL, GJ_XML_ERROR_NOT_XML, "line 1" },
  { "\n\n{\"a\": 1}", NULL, GJ_XML_ERROR_NOT_XML },
  { "PK\003\004", NULL, GJ_XML_ERROR_NOT_XML },
  { "<html><body/></html>", NULL, GJ_XML_ERROR_FOREIGN, "<html>" },
  { "<shelf id='a'>" BOOK "</shelf>", NULL, GJ_XML_ERROR_FOREIGN, "<shelf>" },
  { "<shelf xmlns='" NS "/2' id='a'>" BOOK "</shelf>", NULL, GJ_XML_ERROR_FOREIGN },
  { "<!DOCTYPE shelf>" SHELF (BOOK), NULL, GJ_XML_ERROR_DTD },
  { "<!DOCTYPE shelf SYSTEM 'file:///etc/passwd'>" SHELF (BOOK), NULL, GJ_XML_ERROR_DTD },
  { "<!DOCTYPE shelf [<!ENTITY a 'b'>]>" SHELF ("<book pages='3'>&a;</book>"), NULL, GJ_XML_ERROR_DTD },
  { SHELF ("<book pages='3'>&a;</book>"), NULL, GJ_XML_ERROR_MALFORMED, "entity" },
  { SHELF (BOOK) SHELF (BOOK), NULL, GJ_XML_ERROR_MALFORMED },
  { SHELF (BOOK "\n\n</book>"), NULL, GJ_XML_ERROR_MALFORMED, "line 3" },
  { SHELF ("<book pages='3' pages='4'/>"), NULL, GJ_XML_ERROR_MALFORMED },
  { SHELF ("<book pages='3'>\001</book>"), NULL, GJ_XML_ERROR_MALFORMED, "control" },
  { SHELF ("<book pages='3'>&#1;</book>"), NULL, GJ_XML_ERROR_MALFORMED, "control" },
  { SHELF ("<book pages='3'>\xce\xc4</book>"), NULL, GJ_XML_ERROR_MALFORMED, "UTF-8" },
  { SHELF ("<x:book pages='3'/>"), NULL, GJ_XML_ERROR_MALFORMED },

  { SHELF (""), NULL, GJ_XML_ERROR_INVALID, "<book> is missing" },
  { SHELF (BOOK "x"), NULL, GJ_XML_ERROR_INVALID, "text" },
  { SHELF ("\n<film/>"), NULL, GJ_XML_ERROR_INVALID, "line 2: <film>" },
  { SHELF ("<book pages='3'><name/></book>"), NULL, GJ_XML_ERROR_INVALID, "<name>" },
  { SHELF ("<book pages='3' x:y='' xmlns:x='u'/>"), NULL, GJ_XML_ERROR_INVALID, "attribute" },
  { SHELF ("<book pages='3' isbn='4'/>"), NULL, GJ_XML_ERROR_INVALID, "isbn" },
  { SHELF ("<book/>"), NULL, GJ_XML_ERROR_INVALID, "pages" },
  { SHELF ("<book pages='-3'/>"), NULL, GJ_XML_ERROR_INVALID, "-3" },
  { SHELF ("<book pages='99999999999'/>"), NULL, GJ_XML_ERROR_INVALID },
  { SHELF ("<name/><name/>" BOOK), NULL, GJ_XML_ERROR_INVALID, "twice" },
  { SHELF (BOOK "<name/>"), NULL, GJ_XML_ERROR_INVALID, "after" },
  { SHELF ("<book xmlns='u' pages='3'/>"), NULL, GJ_XML_ERROR_INVALID, "namespace" },
  { SHELF ("<book xmlns='' pages='3'/>"), NULL, GJ_XML_ERROR_INVALID, "namespace" },
  { SHELF ("<book pages='3'>␛</book>"), NULL, GJ_XML_ERROR_INVALID, "␛" },
  { SHELF ("<book pages='3'>␛41;</book>"), NULL, GJ_XML_ERROR_INVALID },
  { SHELF ("<book pages='3'>␛01;</book>"), NULL, GJ_XML_ERROR_INVALID },
  { SHELF ("<book pages='3'>␛1</book>"), NULL, GJ_XML_ERROR_INVALID },
  { SHELF ("<book pages='3' author='␛10001;'/>"), NULL, GJ_XML_ERROR_INVALID },
  { SHELF ("<book author='␛10001;' pages='3'/>"), NULL, GJ_XML_ERROR_INVALID },
  { SHELF ("<book pages='3'>␛0;</book>"), NULL, GJ_XML_ERROR_INVALID },
};

static gboolean
read_shelf (const char  *document,
            gsize        size,
            GString     *read,
            GError     **error)
{
  return gj_xml_read (document, size, NS, &shelf, read, error);
}

static void
test_read (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const Case *c = &cases[i];
      g_autoptr (GString) read = g_string_new (NULL);
      g_autoptr (GError) error = NULL;
      g_autofree char *shown = g_strescape (c->document, NULL);

      g_test_message ("%s", shown);
      gboolean accepted = read_shelf (c->document, strlen (c->document), read, &error);

      g_assert_cmpint (accepted, ==, c->read != NULL);
      if (c->read != NULL)
        {
          g_assert_no_error (error);
          g_assert_cmpstr (read->str, ==, c->read);
          continue;
        }
      g_assert_error (error, GJ_XML_ERROR, (int) c->error);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      if (c->message != NULL && strstr (error->message, c->message) == NULL)
        g_error ("“%s” does not say “%s”", error->message, c->message);
    }
}

/* However much of a document is there, it is refused, and cleanly. */

static void
test_truncated (void)
{
  static const char document[] =
    "<?xml version='1.0' encoding='UTF-8'?>" SHELF ("<name>书架</name><!-- x --><book author='&amp;' pages='3'>"
                                                    "a<![CDATA[b]]></book><box><toy/></box>");

  for (gsize size = 0; size < strlen (document); size++)
    {
      g_autoptr (GString) read = g_string_new (NULL);
      g_autoptr (GError) error = NULL;

      g_assert_false (read_shelf (document, size, read, &error));
      g_assert_nonnull (error);
    }
}

static void
test_deep (void)
{
  g_autoptr (GString) document = g_string_new ("<shelf xmlns='" NS "' id='a'>" BOOK);
  g_autoptr (GString) read = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < 100000; i++)
    g_string_append (document, "<box>");
  g_assert_false (read_shelf (document->str, document->len, read, &error));
  g_assert_error (error, GJ_XML_ERROR, GJ_XML_ERROR_MALFORMED);
}

/* The parser would hold each of them against each other one. */

static void
test_crowded (gconstpointer data)
{
  g_autoptr (GString) document = g_string_new ("<shelf xmlns='" NS "' id='a'");
  g_autoptr (GString) read = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < 300000; i++)
    g_string_append_printf (document, " %s%d='>'", (const char *) data, i);
  g_string_append (document, ">" BOOK "</shelf>");
  g_assert_false (read_shelf (document->str, document->len, read, &error));
  g_assert_error (error, GJ_XML_ERROR, GJ_XML_ERROR_MALFORMED);
}

/* What looks like attributes in a large document and is none. */

static void
test_not_crowded (void)
{
  g_autoptr (GString) equals = g_string_new (NULL);
  g_autofree char *document = NULL;
  g_autoptr (GString) read = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < 30000; i++)
    g_string_append (equals, "a='b' ");
  document = g_strdup_printf ("<!-- <%s -->" SHELF ("<book author=\"%s\" pages='3'>%s<![CDATA[<%s]]></book>"),
                              equals->str, equals->str, equals->str, equals->str);
  g_assert_true (read_shelf (document, strlen (document), read, &error));
  g_assert_no_error (error);
}

/* A picture of a few megabytes is one long text. */

static void
test_long_text (void)
{
  g_autofree guint8 *data = g_malloc0 (15 * 1000 * 1000);
  g_autoptr (GjXmlWriter) writer = gj_xml_writer_new (0);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GString) read = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  gj_xml_writer_start (writer, "shelf");
  gj_xml_writer_attribute (writer, "xmlns", NS);
  gj_xml_writer_attribute (writer, "id", "a");
  gj_xml_writer_start (writer, "book");
  gj_xml_writer_attribute_uint (writer, "pages", 3);
  gj_xml_writer_base64 (writer, data, 15 * 1000 * 1000);
  gj_xml_writer_end (writer);
  gj_xml_writer_end (writer);
  bytes = gj_xml_writer_end_document (writer);
  g_assert_true (read_shelf (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), read, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (read->len, >, 20 * 1000 * 1000);
}

static void
refuse_start (GjXmlReader *reader,
              gpointer     data)
{
  gj_xml_reader_take_error (reader, g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, "first"));
  gj_xml_reader_take_error (reader, g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, "second"));
  g_assert_true (gj_xml_reader_has_failed (reader));
}

static void
never_called (GjXmlReader *reader,
              gpointer     data)
{
  g_assert_not_reached ();
}

static void
test_own_error (void)
{
  static const char document[] = "<a><b/></a>";
  const GjXmlElement children[] = { { "b", never_called, never_called }, { NULL } };
  const GjXmlElement root = { "a", refuse_start, never_called, 0, NULL, children };
  g_autoptr (GError) error = NULL;

  g_assert_false (gj_xml_read (document, strlen (document), NULL, &root, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
  g_assert_cmpstr (error->message, ==, "first");
}

static void
test_write (void)
{
  g_autoptr (GjXmlWriter) writer = gj_xml_writer_new (0);
  g_autoptr (GBytes) bytes = NULL;

  gj_xml_writer_start (writer, "shelf");
  gj_xml_writer_attribute (writer, "xmlns", NS);
  gj_xml_writer_attribute (writer, "id", "\t\n\r\"'<>&␛\002");
  gj_xml_writer_attribute (writer, "none", NULL);
  gj_xml_writer_element (writer, "name", " \t\n\r\"'<>&␛\002 ");
  gj_xml_writer_element (writer, "name", "");
  gj_xml_writer_start (writer, "box");
  gj_xml_writer_start (writer, "toy");
  gj_xml_writer_end (writer);
  gj_xml_writer_end (writer);
  gj_xml_writer_end (writer);
  bytes = gj_xml_writer_end_document (writer);

  static const char expected[] =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<shelf xmlns=\"" NS "\" id=\"&#9;&#10;&#13;&quot;'&lt;&gt;&amp;␛241B;␛2;\">\n"
    "  <name> \t\n&#13;\"'&lt;&gt;&amp;␛241B;␛2; </name>\n"
    "  <name/>\n"
    "  <box>\n"
    "    <toy/>\n"
    "  </box>\n"
    "</shelf>\n";

  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                   expected, strlen (expected));
}

static void
name_text_end (GjXmlReader *reader,
               gpointer     data)
{
  g_string_append (data, gj_xml_reader_get_text (reader, NULL));
}

static void
a_start (GjXmlReader *reader,
         gpointer     data)
{
  g_string_append (data, gj_xml_reader_need_attribute (reader, "id"));
  g_string_append_c (data, '|');
}

/* Any text at all comes back as it was. */

static void
test_round_trip (void)
{
  const GjXmlElement root = { "a", a_start, name_text_end, GJ_XML_TEXT, id_attributes };
  g_autoptr (GRand) rand = g_rand_new_with_seed (20220301);

  for (int i = 0; i < 2000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GString) read = g_string_new (NULL);
      g_autoptr (GString) expected = g_string_new (NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (GjXmlWriter) writer = gj_xml_writer_new (0);
      g_autoptr (GBytes) bytes = NULL;

      for (int j = g_rand_int_range (rand, 0, 20); j > 0; j--)
        {
          static const gunichar odd[] = { 0x241b, 0xfffe, 0xffff, 0xfeff, ';', '&', '<', 0x85, 0x2028, 0x10ffff };
          gunichar c = (gunichar) g_rand_int_range (rand, 1, 0x3000);

          if (g_rand_boolean (rand))
            c = odd[g_rand_int_range (rand, 0, G_N_ELEMENTS (odd))];
          else if (g_rand_boolean (rand))
            c = (gunichar) g_rand_int_range (rand, 1, 0x80);
          g_string_append_unichar (text, c);
        }

      gj_xml_writer_start (writer, "a");
      gj_xml_writer_attribute (writer, "id", text->str);
      gj_xml_writer_text (writer, text->str);
      gj_xml_writer_end (writer);
      bytes = gj_xml_writer_end_document (writer);
      g_assert_true (gj_xml_read (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                                  NULL, &root, read, &error));
      g_assert_no_error (error);
      g_string_printf (expected, "%s|%s", text->str, text->str);
      g_assert_cmpstr (read->str, ==, expected->str);
    }
}

/* Bytes that are no UTF-8 never reach a file. */

static void
test_invalid_utf8 (void)
{
  g_autoptr (GjXmlWriter) writer = gj_xml_writer_new (0);
  g_autoptr (GBytes) bytes = NULL;
  gsize size;

  gj_xml_writer_element (writer, "a", "x\xff\xe2\x90");
  bytes = gj_xml_writer_end_document (writer);
  const char *text = g_bytes_get_data (bytes, &size);

  g_assert_true (g_utf8_validate (text, (gssize) size, NULL));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/xml/read", test_read);
  g_test_add_func ("/base/xml/truncated", test_truncated);
  g_test_add_func ("/base/xml/deep", test_deep);
  g_test_add_data_func ("/base/xml/crowded/attributes", "a", test_crowded);
  g_test_add_data_func ("/base/xml/crowded/namespaces", "xmlns:a", test_crowded);
  g_test_add_func ("/base/xml/not-crowded", test_not_crowded);
  g_test_add_func ("/base/xml/long-text", test_long_text);
  g_test_add_func ("/base/xml/own-error", test_own_error);
  g_test_add_func ("/base/xml/write", test_write);
  g_test_add_func ("/base/xml/round-trip", test_round_trip);
  g_test_add_func ("/base/xml/invalid-utf8", test_invalid_utf8);
  return g_test_run ();
}
