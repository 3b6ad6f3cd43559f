/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <locale.h>

#include "pdf-support.h"

/* Lines that are painted in other ways than by a stroke, pages that are shown turned or in
 * part, and text that nobody painted. */

#define A4 "/MediaBox [0 0 595 842]"
#define NO_OBJECT "null"

static const double three[] = { 120, 80, 80, 0 };

#define TABLE "项目|甲|乙\n规章|300|15\n文件|7|8"

static void
draw_group (PdfMaker *maker)
{
  cairo_push_group (maker->cr);
  pdf_maker_table (maker, 80, 100, three, 18, TABLE);
  cairo_pop_group_to_source (maker->cr);
  cairo_paint (maker->cr);
}

static void
draw_pale_group (PdfMaker *maker)
{
  cairo_push_group (maker->cr);
  pdf_maker_table (maker, 80, 100, three, 18, TABLE);
  cairo_pop_group_to_source (maker->cr);
  cairo_paint_with_alpha (maker->cr, 0.8);
}

/* One group within another, and both moved. */
static void
draw_groups (PdfMaker *maker)
{
  cairo_translate (maker->cr, 20, 30);
  cairo_push_group (maker->cr);
  pdf_maker_text (maker, 80, 60, "组里的话。");
  cairo_push_group (maker->cr);
  cairo_translate (maker->cr, 5, 5);
  pdf_maker_table (maker, 80, 100, three, 18, TABLE);
  cairo_pop_group_to_source (maker->cr);
  cairo_paint (maker->cr);
  cairo_pop_group_to_source (maker->cr);
  cairo_paint_with_alpha (maker->cr, 0.9);
}

/* Every line is a picture of one dark pixel. */
static void
paint_dot (PdfMaker *maker,
           double    x,
           double    y,
           double    width,
           double    height)
{
  cairo_surface_t *dot = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 1, 1);

  cairo_save (maker->cr);
  cairo_translate (maker->cr, x, y);
  cairo_scale (maker->cr, width, height);
  cairo_set_source_surface (maker->cr, dot, 0, 0);
  cairo_paint (maker->cr);
  cairo_restore (maker->cr);
  cairo_surface_destroy (dot);
}

static void
draw_picture_lines (PdfMaker *maker)
{
  for (guint i = 0; i < 3; i++)
    {
      paint_dot (maker, 80, 100 + i * 20, 160, 0.75);
      paint_dot (maker, 80 + i * 80, 100, 0.75, 40);
    }
  pdf_maker_text (maker, 84, 104, "甲");
  pdf_maker_text (maker, 164, 104, "乙");
  pdf_maker_text (maker, 84, 124, "1");
  pdf_maker_text (maker, 164, 124, "2");
}

#define READ "#\n项目|甲|乙\n规章|300|15\n文件|7|8\n"

static const PdfPage pages[] = {
  { "group", draw_group, READ, "" },
  { "pale-group", draw_pale_group, READ, "" },
  { "group-in-group", draw_groups, "组里的话。\n" READ, "" },
  { "lines-are-pictures", draw_picture_lines, "#\n甲|乙\n1|2\n", "" },
};

/* A table of four cells, drawn on paper 400 high and 300 wide, from 40 and 40 on. */
#define CELLS                                                                       \
  "0.5 w 40 340 200 20 re 40 320 200 20 re 140 320 m 140 360 l S BT /F 10 Tf "      \
  "44 346 Td (ab) Tj 100 0 Td (cd) Tj -100 -20 Td (300) Tj 100 0 Td (15) Tj ET "

typedef struct
{
  const char *name;
  const char *keys;
  const char *content;
  const char *object;
  const char *expected;
  const char *notes;
} Written;

#define SCAN "q 595 0 0 842 0 0 cm /X Do Q "
#define FAX                                                                                       \
  "<< /Type /XObject /Subtype /Image /Width 8 /Height 8 /ImageMask true /BitsPerComponent 1 "     \
  "/Filter /ASCIIHexDecode /Length 17 >>\nstream\naa55aa55aa55aa55>\nendstream"
#define PHOTO                                                                                                \
  "<< /Type /XObject /Subtype /Image /Width 2 /Height 2 /ColorSpace /DeviceGray /BitsPerComponent 8 "        \
  "/Filter /ASCIIHexDecode /Length 9 >>\nstream\n00ff80ff>\nendstream"
#define FORM                                                                                                 \
  "<< /Type /XObject /Subtype /Form /BBox [0 0 300 400] /Matrix [1 0 0 1 20 -10] /Group << /S "              \
  "/Transparency /I true >> /Resources << /Font << /F 6 0 R >> >> /Length 150 >>\nstream\n" CELLS "\nendstream"

static const Written written[] = {
  { "rotate-0", "/MediaBox [0 0 300 400]", CELLS, NO_OBJECT, "#\nab|cd\n300|15\n", "" },
  { "rotate-90", "/MediaBox [0 0 300 400] /Rotate 90", CELLS, NO_OBJECT, "#\nab|cd\n300|15\n", "" },
  { "rotate-180", "/MediaBox [0 0 300 400] /Rotate 180", CELLS, NO_OBJECT, "#\nab|cd\n300|15\n", "" },
  { "rotate-270", "/MediaBox [0 0 300 400] /Rotate 270", CELLS, NO_OBJECT, "#\nab|cd\n300|15\n", "" },
  { "moved-origin", "/MediaBox [-100 -50 300 400]", CELLS, NO_OBJECT, "#\nab|cd\n300|15\n", "" },
  { "crop-box", "/MediaBox [0 0 300 400] /CropBox [20 300 280 390]",
    CELLS "BT /F 10 Tf 44 100 Td (outside) Tj ET BT /F 10 Tf 44 376 Td (inside) Tj ET", NO_OBJECT,
    "inside\n#\nab|cd\n300|15\n", "" },
  { "crop-box-rotated", "/MediaBox [0 0 300 400] /CropBox [20 300 280 390] /Rotate 90",
    CELLS "BT /F 10 Tf 44 100 Td (outside) Tj ET BT /F 10 Tf 44 376 Td (inside) Tj ET", NO_OBJECT,
    "inside\n#\nab|cd\n300|15\n", "" },
  { "form", "/MediaBox [0 0 300 400]", "/X Do", FORM, "#\nab|cd\n300|15\n", "" },
  { "recognised", A4, SCAN "BT 3 Tr /F 12 Tf 80 780 Td (total 15) Tj ET", PHOTO, "total 15\n", "recognised@1" },
  { "recognised-fax", A4, SCAN "BT 3 Tr /F 12 Tf 80 780 Td (total 15) Tj ET", FAX, "total 15\n", "recognised@1" },
  { "recognised-under", A4, "BT /F 12 Tf 80 780 Td (total 15) Tj 0 -20 Td (sum 16) Tj ET " SCAN, PHOTO,
    "total 15\nsum 16\n", "recognised@1" },
  { "recognised-stamped", A4,
    SCAN "BT 3 Tr /F 12 Tf 80 780 Td (total 15) Tj 0 -20 Td (sum 16) Tj 0 -20 Td (rest 1) Tj 0 Tr 0 -20 Td (seen) Tj ET",
    PHOTO, "total 15\nsum 16\nrest 1\nseen\n", "recognised@1" },
  { "background", A4, SCAN "BT /F 12 Tf 80 780 Td (total 15) Tj 0 -20 Td (sum 16) Tj ET", PHOTO,
    "total 15\nsum 16\n", "no-picture@1" },
  { "nameless", A4, "BT /F 12 Tf 80 780 Td (total of all) Tj /N 12 Tf 100 0 Td <00130014> Tj ET", NO_OBJECT,
    "total of all \357\277\275\357\277\275\n", "characters@1" },
  { "never-painted", A4, "BT 3 Tr /F 12 Tf 80 780 Td (total 15) Tj ET", NO_OBJECT, "total 15\n", "recognised@1" },
};

static void
test_written (gconstpointer data)
{
  const Written *page = data;
  g_autoptr (GBytes) bytes = pdf_write (page->keys, page->content, page->object);

  pdf_assert_reads (bytes, page->expected, page->notes);
}

static void
test_fax (void)
{
  g_autoptr (GBytes) bytes = pdf_write (A4, SCAN, FAX);

  pdf_assert_refused (bytes, "scanned");
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  pdf_add_pages ("/import/pdf-marks", pages, G_N_ELEMENTS (pages));
  for (guint i = 0; i < G_N_ELEMENTS (written); i++)
    {
      g_autofree char *path = g_strdup_printf ("/import/pdf-marks/%s", written[i].name);

      g_test_add_data_func (path, &written[i], test_written);
    }
  g_test_add_func ("/import/pdf-marks/fax", test_fax);

  return g_test_run ();
}
