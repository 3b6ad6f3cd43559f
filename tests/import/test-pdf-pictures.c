/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <locale.h>
#include <string.h>

#include "gj-pdf-reader.h"
#include "pdf-support.h"

/* Pictures between paragraphs, behind tables, behind the text, and on every page. */

static const double three[] = { 120, 80, 80, 0 };

/* 16 × 8 pixels, from black to white. */
static const guint8 jpeg[] = {
  0xff, 0xd8, 0xff, 0xe0, 0x00, 0x10, 0x4a, 0x46, 0x49, 0x46, 0x00, 0x01, 0x01, 0x00, 0x00, 0x01,
  0x00, 0x01, 0x00, 0x00, 0xff, 0xdb, 0x00, 0x43, 0x00, 0x28, 0x1c, 0x1e, 0x23, 0x1e, 0x19, 0x28,
  0x23, 0x21, 0x23, 0x2d, 0x2b, 0x28, 0x30, 0x3c, 0x64, 0x41, 0x3c, 0x37, 0x37, 0x3c, 0x7b, 0x58,
  0x5d, 0x49, 0x64, 0x91, 0x80, 0x99, 0x96, 0x8f, 0x80, 0x8c, 0x8a, 0xa0, 0xb4, 0xe6, 0xc3, 0xa0,
  0xaa, 0xda, 0xad, 0x8a, 0x8c, 0xc8, 0xff, 0xcb, 0xda, 0xee, 0xf5, 0xff, 0xff, 0xff, 0x9b, 0xc1,
  0xff, 0xff, 0xff, 0xfa, 0xff, 0xe6, 0xfd, 0xff, 0xf8, 0xff, 0xc0, 0x00, 0x0b, 0x08, 0x00, 0x08,
  0x00, 0x10, 0x01, 0x01, 0x11, 0x00, 0xff, 0xc4, 0x00, 0x14, 0x00, 0x01, 0x00, 0x00, 0x00, 0x00,
  0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0xff, 0xc4, 0x00, 0x16,
  0x10, 0x00, 0x03, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
  0x00, 0x00, 0x15, 0x62, 0xff, 0xda, 0x00, 0x08, 0x01, 0x01, 0x00, 0x00, 0x3f, 0x00, 0x36, 0xa0,
  0xda, 0x8f, 0xff, 0xd9
};

static void
paint (PdfMaker        *maker,
       cairo_surface_t *picture,
       double           x,
       double           y,
       double           width,
       double           height)
{
  cairo_save (maker->cr);
  cairo_translate (maker->cr, x, y);
  cairo_scale (maker->cr, width / cairo_image_surface_get_width (picture),
               height / cairo_image_surface_get_height (picture));
  cairo_set_source_surface (maker->cr, picture, 0, 0);
  cairo_paint (maker->cr);
  cairo_restore (maker->cr);
}

/* Every picture has its own size, so that each is another one. */
static void
paint_drawing (PdfMaker *maker,
               int       n_pixels,
               double    x,
               double    y,
               double    width,
               double    height)
{
  cairo_surface_t *picture = cairo_image_surface_create (CAIRO_FORMAT_RGB24, n_pixels, n_pixels);
  cairo_t *cr = cairo_create (picture);

  cairo_set_source_rgb (cr, 0.9, 0.2, 0.1);
  cairo_rectangle (cr, 1, 1, n_pixels / 2.0, n_pixels / 2.0);
  cairo_fill (cr);
  cairo_destroy (cr);
  paint (maker, picture, x, y, width, height);
  cairo_surface_destroy (picture);
}

static void
paint_photo (PdfMaker *maker,
             double    x,
             double    y)
{
  cairo_surface_t *picture = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 16, 8);

  cairo_surface_set_mime_data (picture, CAIRO_MIME_TYPE_JPEG, jpeg, sizeof jpeg, NULL, NULL);
  paint (maker, picture, x, y, 160, 80);
  cairo_surface_destroy (picture);
}

static void
draw_between (PdfMaker *maker)
{
  pdf_maker_text (maker, 80, 60, "图前的话。");
  paint_drawing (maker, 20, 80, 90, 200, 100);
  pdf_maker_text (maker, 80, 210, "图后的话。");
}

static void
draw_photo (PdfMaker *maker)
{
  pdf_maker_text (maker, 80, 60, "图前的话。");
  paint_photo (maker, 80, 90);
  pdf_maker_text (maker, 80, 210, "图后的话。");
}

/* The paragraph goes on beside the picture. */
static void
draw_beside (PdfMaker *maker)
{
  pdf_maker_paragraph (maker, 80, 60, 420, 21,
                       "全年主动公开信息一百二十八条，其中工作动态九十七条，财政信息三十一条，均已按时限公开，没有发生"
                       "差错，也没有收到投诉。");
  paint_drawing (maker, 20, 400, 70, 60, 60);
  pdf_maker_text (maker, 80, 160, "图后的话。");
}

static void
draw_in_table (PdfMaker *maker)
{
  pdf_maker_table (maker, 80, 100, three, 40, "项目|甲|乙\n规章|300|");
  paint_drawing (maker, 20, 290, 145, 30, 30);
  pdf_maker_text (maker, 80, 200, "表后的话。");
}

/* Between the two parts of a table stands a picture that comes once. */
static void
draw_at_break (PdfMaker *maker)
{
  pdf_maker_table (maker, 80, 760, three, 18, "项目|甲|乙\n规章|1|2");
  pdf_maker_page (maker);
  paint_drawing (maker, 20, 80, 20, 60, 30);
  pdf_maker_table (maker, 80, 60, three, 18, "许可|5|6\n处罚|7|8");
}

static void
draw_on_every_page (PdfMaker *maker)
{
  for (guint i = 0; i < 3; i++)
    {
      paint_drawing (maker, 20, 80, 20, 60, 30);
      pdf_maker_text (maker, 80, 100, i == 0 ? "甲页的话。" : i == 1 ? "乙页的话。" : "丙页的话。");
      pdf_maker_page (maker);
    }
}

static void
draw_background (PdfMaker *maker)
{
  paint_drawing (maker, 20, 0, 0, 595, 842);
  cairo_set_source_rgb (maker->cr, 0, 0, 0);
  pdf_maker_text (maker, 80, 100, "纸上的话。");
}

static void
draw_ornament (PdfMaker *maker)
{
  paint_drawing (maker, 20, 70, 103, 6, 6);
  pdf_maker_text (maker, 80, 100, "圆点后的话。");
}

static void
draw_two (PdfMaker *maker)
{
  paint_drawing (maker, 20, 80, 300, 100, 100);
  paint_photo (maker, 80, 100);
  pdf_maker_text (maker, 80, 60, "甲");
  pdf_maker_text (maker, 80, 250, "乙");
  pdf_maker_text (maker, 80, 450, "丙");
}

static const PdfPage pages[] = {
  { "between", draw_between, "图前的话。\n[PNG]\n图后的话。\n", "" },
  { "photo", draw_photo, "图前的话。\n[JPEG]\n图后的话。\n", "" },
  { "beside", draw_beside,
    "全年主动公开信息一百二十八条，其中工作动态九十七条，财政信息三十一条，均已按时限公开，没有发生"
    "差错，也没有收到投诉。\n[PNG]\n图后的话。\n", "" },
  { "in-table", draw_in_table, "#\n项目|甲|乙\n规章|300|\n[PNG]\n表后的话。\n", "moved@1" },
  { "at-page-break", draw_at_break, "#\n项目|甲|乙\n规章|1|2\n许可|5|6\n处罚|7|8\n[PNG]\n", "joined@2" },
  { "on-every-page", draw_on_every_page, "甲页的话。\n乙页的话。\n丙页的话。\n", "no-picture@1" },
  { "background", draw_background, "纸上的话。\n", "no-picture@1" },
  { "ornament", draw_ornament, "圆点后的话。\n", "" },
  { "two", draw_two, "甲\n[JPEG]\n乙\n[PNG]\n丙\n", "" },
};

/* A photograph is not made anew. */
static void
test_same_photo (void)
{
  g_autoptr (GBytes) bytes = pdf_make (draw_photo);
  g_autoptr (GError) error = NULL;
  g_autoptr (GjRawDocument) document = gj_pdf_read (bytes, NULL, &error);
  const GjRawBlock *block;
  const guint8 *data;
  gsize size;

  g_assert_no_error (error);
  block = document->blocks->pdata[1];
  g_assert_cmpint (block->kind, ==, GJ_RAW_PICTURE);
  g_assert_cmpuint (block->line, ==, 1);
  data = g_bytes_get_data (block->picture, &size);
  g_assert_cmpuint (size, >=, sizeof jpeg);
  g_assert_cmpmem (data, sizeof jpeg, jpeg, sizeof jpeg);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  pdf_add_pages ("/import/pdf-pictures", pages, G_N_ELEMENTS (pages));
  g_test_add_func ("/import/pdf-pictures/same-photo", test_same_photo);

  return g_test_run ();
}
