/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <locale.h>
#include <string.h>

#include "gj-import.h"
#include "gj-pdf-reader.h"
#include "pdf-support.h"

/* Pages without text that can be trusted. */

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

  return g_test_run ();
}
