/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "gj-import.h"
#include "gj-mhtml.h"
#include "raw-dump.h"

/* Pages with their pictures in one file, as Word and browsers save them. */

#define HEAD "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"--=_1\"\r\n\r\nTwo parts.\r\n\r\n"
#define MARK "----=_1\r\n"
#define LAST "----=_1--\r\n"
#define LOCATION(place) "Content-Location: " place "\r\n"
#define TYPE(type) "Content-Type: " type "\r\n"
#define ENCODING(name) "Content-Transfer-Encoding: " name "\r\n"
#define PNG "iVBORw0KGgoAAAAB"

typedef struct
{
  const char *name;
  const char *file;
  const char *blocks;
  const char *notes;
} Case;

static const Case cases[] = {
  { "quoted", HEAD MARK LOCATION ("file:///C:/1.htm") ENCODING ("quoted-printable") TYPE ("text/html; charset=\"gb2312\"")
    "\r\n<html><meta http-equiv=3DContent-Type content=3D\"text/html; charset=3Dgb2312\">\r\n<p class=3DMsoNormal>=CA=D5=\r\n=B5=BD12=BC=FE</p>\r\n" LAST,
    "收到12件\n", "encoding@0 GB18030\n" },
  { "charset-of-the-page", HEAD MARK ENCODING ("quoted-printable") TYPE ("text/html")
    "\r\n<meta charset=3D\"gbk\"><p>=CA=D5=B5=BD</p>\r\n" LAST, "收到\n", "encoding@0 GB18030\n" },
  { "base64", HEAD MARK ENCODING ("base64") TYPE ("text/html;\r\n\tcharset=utf-8") "\r\nPHA+5pS25YiwMTI\r\n85Lu2PC9wPg==\r\n" LAST,
    "收到12<件\n", "" },
  { "plain", HEAD MARK TYPE ("text/html; charset=utf-8") ENCODING ("8bit") "\r\n<p>收到=12</p>\r\n" LAST, "收到=12\n", "" },
  { "line-feeds-only", "MIME-Version: 1.0\nContent-Type: multipart/related;\n boundary=abc\n\n--abc\nContent-Type: text/html\n\n<p>收到</p>\n--abc--\n",
    "收到\n", "" },
  { "other-order", "From: <Saved by Blink>\r\nSubject: =?utf-8?Q?x?=\r\n" HEAD MARK TYPE ("text/html") "\r\n<p>收到</p>\r\n" LAST,
    "收到\n", "" },
  { "no-parts", "MIME-Version: 1.0\r\n" TYPE ("text/html; charset=utf-8") "\r\n<p>收到</p>\r\n", "收到\n", "" },
  { "page-in-a-part-of-parts", HEAD MARK TYPE ("multipart/alternative; boundary=in") "\r\n--in\r\n" TYPE ("text/plain") "\r\n平文\r\n--in\r\n"
    TYPE ("text/html") "\r\n<p>收到</p>\r\n--in--\r\n" MARK TYPE ("text/html") "\r\n<p>页眉</p>\r\n" LAST, "收到\n", "" },
  { "picture-beside", HEAD MARK LOCATION ("file:///C:/a/1.htm") TYPE ("text/html") "\r\n<p>收到</p><img src='1.files/image001.png' alt=图>\r\n"
    MARK LOCATION ("file:///C:/a/1.files/image001.png") ENCODING ("base64") TYPE ("image/png") "\r\n" PNG "\r\n" LAST,
    "收到\n[png 图]\n", "" },
  { "picture-by-id", HEAD MARK TYPE ("text/html") "\r\n<p>收到</p><img src='cid:5@a' alt=图>\r\n"
    MARK "Content-ID: <5@a>\r\n" ENCODING ("base64") TYPE ("image/png") "\r\n" PNG "\r\n" LAST, "收到\n[png 图]\n", "" },
  { "picture-of-another-kind", HEAD MARK TYPE ("text/html") "\r\n<p>收到</p><img src='cid:5@a' alt=图>\r\n"
    MARK "Content-ID: <5@a>\r\n" TYPE ("image/x-emf") "\r\nEMF\r\n" LAST, "收到\n[- 图]\n", "no-picture@1 cid:5@a\n" },
  { "cut-off", HEAD MARK ENCODING ("quoted-printable") TYPE ("text/html; charset=utf-8") "\r\n<p>=E6=94=B6=E5=88=B0=E", "收到=E\n", "" },
};

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (GBytes) bytes = g_bytes_new (test->file, strlen (test->file));
  g_autoptr (GError) error = NULL;
  g_autoptr (GjRawDocument) document = gj_mhtml_read (bytes, NULL, &error);
  g_autofree char *blocks = NULL;
  g_autofree char *notes = NULL;

  g_assert_no_error (error);
  g_assert_cmpint (gj_import_sniff (bytes), ==, GJ_IMPORT_KIND_MHTML);
  blocks = raw_dump_blocks (document);
  notes = raw_dump_notes (document);
  g_assert_cmpstr (blocks, ==, test->blocks);
  g_assert_cmpstr (notes, ==, test->notes);
}

static const Case refused[] = {
  { "nothing", "MIME-Version: 1.0\r\n" },
  { "no-page", HEAD MARK TYPE ("text/plain") "\r\n平文\r\n" LAST },
  { "empty-page", HEAD MARK TYPE ("text/html") "\r\n" LAST },
  { "no-mark", HEAD "<p>收到</p>" },
  { "empty-boundary", "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"\"\r\n\r\n--\r\n" },
};

static void
test_refused (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (GBytes) bytes = g_bytes_new (test->file, strlen (test->file));
  g_autoptr (GError) error = NULL;
  g_autoptr (GjRawDocument) document = gj_mhtml_read (bytes, NULL, &error);

  g_assert_null (document);
  g_assert_error (error, GJ_IMPORT_ERROR, GJ_IMPORT_ERROR_UNREADABLE);
  g_assert_nonnull (strstr (error->message, "web archive"));
}

/* A part in a part in a part, many parts, a head without end: none takes long. */
static void
test_limits (void)
{
  g_autoptr (GString) deep = g_string_new (HEAD);
  g_autoptr (GString) many = g_string_new (HEAD);
  g_autoptr (GString) head = g_string_new ("MIME-Version: 1.0\r\n");

  for (guint i = 0; i < 2000; i++)
    g_string_append (deep, "----=_1\r\nContent-Type: multipart/related; boundary=\"--=_1\"\r\n\r\n");
  for (guint i = 0; i < 200000; i++)
    g_string_append (many, MARK "\r\n");
  for (guint i = 0; i < 2000000; i++)
    g_string_append (head, " x");
  for (guint i = 0; i < 3; i++)
    {
      const GString *text = i == 0 ? deep : i == 1 ? many : head;
      g_autoptr (GBytes) bytes = g_bytes_new_static (text->str, text->len);
      g_autoptr (GError) error = NULL;
      g_autoptr (GjRawDocument) document = gj_mhtml_read (bytes, NULL, &error);

      g_assert_null (document);
      g_assert_error (error, GJ_IMPORT_ERROR, GJ_IMPORT_ERROR_UNREADABLE);
    }
}

static void
add (const char    *path,
     const Case    *test,
     GTestDataFunc  func)
{
  g_autofree char *whole = g_strconcat (path, test->name, NULL);

  g_test_add_data_func (whole, test, func);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    add ("/import/mhtml/", &cases[i], test_case);
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    add ("/import/mhtml/refused/", &refused[i], test_refused);
  g_test_add_func ("/import/mhtml/limits", test_limits);

  return g_test_run ();
}
