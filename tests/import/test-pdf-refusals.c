/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <locale.h>
#include <string.h>

#include "gj-import.h"
#include "gj-pdf-reader.h"
#include "pdf-support.h"

/* Files that are refused, and those near to them that are not. */

static const double three[] = { 120, 80, 80, 0 };

static void
draw_plain (PdfMaker *maker)
{
  pdf_maker_text (maker, 80, 60, "一、总的情况");
  pdf_maker_table (maker, 80, 100, three, 18, "项目|甲|乙\n规章|300|15\n文件|０|３１");
  pdf_maker_text (maker, 80, 180, "表后的话。");
}

static void
draw_picture (PdfMaker *maker)
{
  cairo_surface_t *picture = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 100, 140);

  cairo_save (maker->cr);
  cairo_scale (maker->cr, 5.95, 6);
  cairo_set_source_surface (maker->cr, picture, 0, 0);
  cairo_paint (maker->cr);
  cairo_restore (maker->cr);
  cairo_surface_destroy (picture);
}

static void
test_scanned (void)
{
  g_autoptr (GBytes) bytes = pdf_make (draw_picture);

  pdf_assert_refused (bytes, "scanned");
}

static void
draw_half_scanned (PdfMaker *maker)
{
  draw_plain (maker);
  pdf_maker_page (maker);
  draw_picture (maker);
}

static void
test_half_scanned (void)
{
  g_autoptr (GBytes) bytes = pdf_make (draw_half_scanned);

  pdf_assert_reads (bytes, "一、总的情况\n#\n项目|甲|乙\n规章|300|15\n文件|０|３１\n表后的话。\n", "scanned@2");
}

static void
draw_nothing (PdfMaker *maker)
{
  pdf_maker_page (maker);
}

static void
test_blank (void)
{
  g_autoptr (GBytes) bytes = pdf_make (draw_nothing);

  pdf_assert_refused (bytes, "blank");
}

static void
test_nameless_font (void)
{
  g_autoptr (GBytes) bytes = pdf_make (draw_plain);
  g_autoptr (GBytes) nameless = pdf_replace (bytes, "/ToUnicode", "/TuUnicode");

  pdf_assert_refused (nameless, "fonts");
}

static void
test_cancelled (void)
{
  g_autoptr (GBytes) bytes = pdf_make (draw_plain);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (gj_pdf_read (bytes, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

#define A4 "/MediaBox [0 0 595 842]"

/* Nobody knows the password of this one. */
static void
test_password (void)
{
  g_autoptr (GBytes) bytes = pdf_write (A4, "BT /F 12 Tf 80 780 Td (total 15) Tj ET", "null");
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_auto (GStrv) parts = g_strsplit (text, "/Root 1 0 R", 2);
  g_autofree char *ones = g_strnfill (64, '1');
  g_autofree char *locked = g_strdup_printf ("%s/Root 1 0 R /ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 "
                                             "/O <%s> /U <%s> /P -4 >>%s", parts[0], ones, ones, parts[1]);
  g_autoptr (GBytes) protected = g_bytes_new (locked, strlen (locked));

  pdf_assert_refused (protected, "password");
}

/* What may not be changed without a password may be read without one. */
static const char owned[] =
  "JVBERi0xLjQKJb/3ov4KMSAwIG9iago8PCAvUGFnZXMgMiAwIFIgL1R5cGUgL0NhdGFsb2cgPj4KZW5kb2JqCjIgMCBvYmoKPDwg"
  "L0NvdW50IDEgL0tpZHMgWyAzIDAgUiBdIC9UeXBlIC9QYWdlcyA+PgplbmRvYmoKMyAwIG9iago8PCAvQ29udGVudHMgNCAwIFIg"
  "L01lZGlhQm94IFsgMCAwIDU5NSA4NDIgXSAvUGFyZW50IDIgMCBSIC9SZXNvdXJjZXMgPDwgL0ZvbnQgPDwgL0YgPDwgL0Jhc2VG"
  "b250IC9IZWx2ZXRpY2EgL1N1YnR5cGUgL1R5cGUxIC9UeXBlIC9Gb250ID4+ID4+ID4+IC9UeXBlIC9QYWdlID4+CmVuZG9iago0"
  "IDAgb2JqCjw8IC9MZW5ndGggNDQgL0ZpbHRlciAvRmxhdGVEZWNvZGUgPj4Kc3RyZWFtChmOuAtOw5VQS3jWJU0kPTrzVaK7ul39"
  "BnGrDCIRyfxUnl+H6HdXZQ8B+KsXZW5kc3RyZWFtCmVuZG9iago1IDAgb2JqCjw8IC9GaWx0ZXIgL1N0YW5kYXJkIC9MZW5ndGgg"
  "NDAgL08gPGM5MjQyMjY4N2ZhY2VlNjg2ZTM3M2YxMGI1YzdkMDQ3MzgwNTMxNTJmN2UyZWUzMGUxMWM2OWVjNDQyNTc2YWI+IC9Q"
  "IC0xMiAvUiAyIC9VIDw0ZmU1ZjFkZDY0YTY4YTQzMGM3MDk5ZmExODZkOWM3MDc4YTRiODAxMWU0NTcyMzZkOGJhZmQzYmE3Zjc1"
  "N2E2PiAvViAxID4+CmVuZG9iagp4cmVmCjAgNgowMDAwMDAwMDAwIDY1NTM1IGYgCjAwMDAwMDAwMTUgMDAwMDAgbiAKMDAwMDAw"
  "MDA2NCAwMDAwMCBuIAowMDAwMDAwMTIzIDAwMDAwIG4gCjAwMDAwMDAyOTkgMDAwMDAgbiAKMDAwMDAwMDQxMyAwMDAwMCBuIAp0"
  "cmFpbGVyIDw8IC9Sb290IDEgMCBSIC9TaXplIDYgL0lEIFs8NzU2NTA1MDM4NmQzNjEzMDM4MjRiYTAxMjFhMzQ0NDA+PDc1NjUw"
  "NTAzODZkMzYxMzAzODI0YmEwMTIxYTM0NDQwPl0gL0VuY3J5cHQgNSAwIFIgPj4Kc3RhcnR4cmVmCjYyMAolJUVPRgo=";

static void
test_owner_password (void)
{
  gsize size;
  guchar *content = g_base64_decode (owned, &size);
  g_autoptr (GBytes) bytes = g_bytes_new_take (content, size);

  pdf_assert_reads (bytes, "total 15\n", "");
}

static char *
repeat (const char *head,
        const char *piece,
        guint       n)
{
  GString *out = g_string_new (head);

  for (guint i = 0; i < n; i++)
    g_string_append (out, piece);

  return g_string_free (out, FALSE);
}

static void
test_many_pieces (void)
{
  g_autofree char *content = repeat ("BT /F 12 Tf 80 780 Td ", "(a) Tj ", 40000);
  g_autoptr (GBytes) bytes = pdf_write (A4, content, "null");

  pdf_assert_refused (bytes, "more text");
}

static void
test_long_content (void)
{
  g_autofree char *content = g_strnfill (20 * 1024 * 1024, ' ');
  g_autoptr (GBytes) bytes = pdf_write (A4, content, "null");

  pdf_assert_refused (bytes, "more text");
}

/* More lines than a table can have: what is read is not all, and that is said. */
static void
test_many_lines (void)
{
  g_autofree char *content = repeat ("BT /F 12 Tf 80 780 Td (total 15) Tj ET ", "9 9 m 99 9 l S ", 70000);
  g_autoptr (GBytes) bytes = pdf_write (A4, content, "null");

  pdf_assert_reads (bytes, "total 15\n", "damaged@1");
}

static void
test_many_objects (void)
{
  g_autofree char *objects = repeat ("null\nendobj\n", "9 0 obj\nnull\nendobj\n", 1000000);
  g_autoptr (GBytes) bytes = pdf_write (A4, "BT /F 12 Tf 80 780 Td (total 15) Tj ET", objects);

  pdf_assert_reads (bytes, "total 15\n", "");
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/import/pdf-refusals/scanned", test_scanned);
  g_test_add_func ("/import/pdf-refusals/half-scanned", test_half_scanned);
  g_test_add_func ("/import/pdf-refusals/blank", test_blank);
  g_test_add_func ("/import/pdf-refusals/nameless-font", test_nameless_font);
  g_test_add_func ("/import/pdf-refusals/cancelled", test_cancelled);
  g_test_add_func ("/import/pdf-refusals/password", test_password);
  g_test_add_func ("/import/pdf-refusals/owner-password", test_owner_password);
  g_test_add_func ("/import/pdf-refusals/many-pieces", test_many_pieces);
  g_test_add_func ("/import/pdf-refusals/long-content", test_long_content);
  g_test_add_func ("/import/pdf-refusals/many-lines", test_many_lines);
  g_test_add_func ("/import/pdf-refusals/many-objects", test_many_objects);

  return g_test_run ();
}
