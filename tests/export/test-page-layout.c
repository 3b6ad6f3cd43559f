/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The page of GB/T 9704-2012, measured to 1 mm on the PDF that comes out: what stands
 * here are the standard's own figures, not the ones of the code that is tested. */

#include "config.h"

#include "gj-export.h"
#include "gj-import.h"

#include <cairo-pdf.h>
#include <math.h>
#include <string.h>

#include "gj-sample-report.h"
#include "gj-sheet.h"

typedef PopplerDocument Document;
typedef PopplerPage Page;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Document, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Page, g_object_unref)

/* In mm. */
#define TOLERANCE 1.0
#define LEFT 28.0
#define TOP 37.0
#define WIDTH 156.0
#define HEIGHT 225.0
#define RIGHT (LEFT + WIDTH)
#define PITCH (HEIGHT / 22)
#define CELL (WIDTH / 28)
#define PT (25.4 / 72)

static void
G_GNUC_PRINTF (2, 3)
add_fault (GPtrArray  *faults,
           const char *format,
           ...)
{
  va_list args;

  va_start (args, format);
  g_ptr_array_add (faults, g_strdup_vprintf (format, args));
  va_end (args);
}

static gboolean
is_near (double a,
         double b)
{
  return fabs (a - b) <= TOLERANCE;
}

static gboolean
has_size (const GjSheetLine *line,
          double             size)
{
  return fabs (line->size - size) < 0.3;
}

/* One sheet */

static void
check_sheet (GPtrArray *faults,
             GjSheet   *sheet,
             guint      number)
{
  GjInk ink = gj_sheet_find_ink (sheet, 0, 0, 210, TOP + HEIGHT + TOLERANCE);
  GArray *chars = gj_sheet_get_chars (sheet);

  if (fabs (gj_sheet_get_width (sheet) - 210) > 0.1 || fabs (gj_sheet_get_height (sheet) - 297) > 0.1)
    add_fault (faults, "sheet %u: not A4", number);
  if (ink.right > ink.left &&
      (ink.left < LEFT - TOLERANCE || ink.right > RIGHT + TOLERANCE || ink.top < TOP - TOLERANCE))
    add_fault (faults, "sheet %u: ink from (%.1f, %.1f) to (%.1f, %.1f)", number, ink.left, ink.top, ink.right,
               ink.bottom);
  ink = gj_sheet_find_ink (sheet, 0, TOP + HEIGHT + TOLERANCE, 210, TOP + HEIGHT + 4);
  if (ink.right > ink.left)
    add_fault (faults, "sheet %u: ink below the type area", number);
  for (guint i = 0; i < chars->len; i++)
    {
      const GjSheetChar *found = &g_array_index (chars, GjSheetChar, i);

      if (found->left < LEFT - TOLERANCE || found->right > RIGHT + CELL / 2 + TOLERANCE)
        add_fault (faults, "sheet %u: a character from %.1f to %.1f", number, found->left, found->right);
    }
}

/* 7.5: 4号, the dashes 7 mm below the type area, odd numbers one character from its right
   edge, even ones from its left edge. */
static void
check_number (GPtrArray *faults,
              GjSheet   *sheet,
              guint      number)
{
  g_autofree char *expected = g_strdup_printf ("—%u—", number);
  GArray *lines = gj_sheet_get_lines (sheet);
  const GjSheetLine *line = NULL;
  GjInk dash;

  for (guint i = 0; i < lines->len; i++)
    if (strcmp (g_array_index (lines, GjSheetLine, i).text, expected) == 0)
      line = &g_array_index (lines, GjSheetLine, i);
  if (line == NULL)
    {
      add_fault (faults, "sheet %u: no number", number);
      return;
    }

  dash = gj_sheet_find_ink (sheet, line->left, TOP + HEIGHT + 4, line->left + 14 * PT, 290);
  if (!has_size (line, 14))
    add_fault (faults, "sheet %u: a number of %.1f pt", number, line->size);
  if (!is_near ((dash.top + dash.bottom) / 2, TOP + HEIGHT + 7))
    add_fault (faults, "sheet %u: the number stands at %.1f", number, (dash.top + dash.bottom) / 2);
  if (!is_near (number % 2 == 1 ? RIGHT - line->right : line->left - LEFT, 14 * PT))
    add_fault (faults, "sheet %u: the number is %.1f to %.1f", number, line->left, line->right);
}

/* 5.2.2: the text stands on 22 lines. What it is set in fills them evenly, so that the
   middle of its ink is the middle of a line. */
static void
check_grid (GPtrArray *faults,
            GjSheet   *sheet,
            guint      number)
{
  GArray *lines = gj_sheet_get_lines (sheet);

  for (guint i = 0; i < lines->len; i++)
    {
      const GjSheetLine *line = &g_array_index (lines, GjSheetLine, i);
      double place = ((line->top + line->bottom) / 2 - TOP) / PITCH - 0.5;

      if (line->n_han < 3 || (!has_size (line, 16) && !has_size (line, 22)))
        continue;
      if (fabs (place - round (place)) * PITCH > TOLERANCE || round (place) < 0 || round (place) > 21)
        add_fault (faults, "sheet %u: “%s” stands on line %.2f", number, line->text, place + 1);
    }
}

static gboolean
is_title (const GjSheetLine *line)
{
  return has_size (line, 22);
}

/* A line of text goes on on the next when that begins at the edge: then it is full. It
   begins at the edge itself or, a paragraph's first, two characters in. */
static void
check_lines (GPtrArray *faults,
             GjSheet   *sheet,
             guint      number)
{
  GArray *lines = gj_sheet_get_lines (sheet);

  for (guint i = 0; i < lines->len; i++)
    {
      const GjSheetLine *line = &g_array_index (lines, GjSheetLine, i);
      const GjSheetLine *next = i + 1 < lines->len ? line + 1 : NULL;

      if (is_title (line) && !is_near ((line->left + line->right) / 2, LEFT + WIDTH / 2))
        add_fault (faults, "sheet %u: the title's middle is %.1f", number, (line->left + line->right) / 2);
      if (next == NULL || !has_size (line, 16) || !has_size (next, 16) || line->n_han < 3 || next->n_han < 3 ||
          !is_near (next->top + next->bottom, line->top + line->bottom + 2 * PITCH) || !is_near (next->left, LEFT))
        continue;
      if (line->right < RIGHT - TOLERANCE || line->right > RIGHT + CELL / 2 + TOLERANCE)
        add_fault (faults, "sheet %u: “%s” ends at %.1f", number, line->text, line->right);
      if (!is_near (line->left, LEFT) && !is_near (line->left, LEFT + 2 * CELL))
        add_fault (faults, "sheet %u: “%s” begins at %.1f", number, line->text, line->left);
    }
}

/* 7.3.5.1: the date ends four characters from the edge; the name stands over its middle;
   neither is alone on the page. */
static void
check_signature (GPtrArray  *faults,
                 GjSheet    *sheet,
                 const char *name,
                 const char *date)
{
  GArray *lines = gj_sheet_get_lines (sheet);

  for (guint i = 0; i < lines->len; i++)
    {
      const GjSheetLine *line = &g_array_index (lines, GjSheetLine, i);

      if (strcmp (line->text, date) != 0)
        continue;
      if (i < 2)
        add_fault (faults, "the signature stands alone");
      else if (strcmp (line[-1].text, name) != 0)
        add_fault (faults, "“%s” stands over the date", line[-1].text);
      else if (!is_near ((line->left + line->right) / 2, (line[-1].left + line[-1].right) / 2))
        add_fault (faults, "the name does not stand over the date's middle");
      if (g_utf8_strlen (name, -1) <= 13 && !is_near (line->right, RIGHT - 4 * CELL))
        add_fault (faults, "the date ends at %.1f", line->right);
      return;
    }
  add_fault (faults, "no date");
}

/* (element-type utf8): everything about the document that is not as it should be. */
static GPtrArray *
list_faults (GBytes     *pdf,
             const char *name,
             const char *date)
{
  g_autoptr (Document) document = poppler_document_new_from_bytes (pdf, NULL, NULL);
  GPtrArray *faults = g_ptr_array_new_with_free_func (g_free);
  int n_pages = poppler_document_get_n_pages (document);

  for (int i = 0; i < n_pages; i++)
    {
      g_autoptr (Page) page = poppler_document_get_page (document, i);
      g_autoptr (GjSheet) sheet = gj_sheet_new (page);

      check_sheet (faults, sheet, i + 1);
      check_number (faults, sheet, i + 1);
      check_grid (faults, sheet, i + 1);
      check_lines (faults, sheet, i + 1);
      if (i + 1 == n_pages && date != NULL)
        check_signature (faults, sheet, name, date);
    }
  return faults;
}

static void
assert_none (GPtrArray *faults)
{
  for (guint i = 0; i < faults->len; i++)
    g_test_message ("%s", (const char *) faults->pdata[i]);
  g_assert_cmpuint (faults->len, ==, 0);
}

/* Reports */

static void
check_report (GjReport *report)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = gj_pdf_export_report (report, NULL, &error);
  const char *name = gj_report_get_field (report, GJ_FIELD_SIGNATURE);
  const char *day = gj_report_get_field (report, GJ_FIELD_DATE);
  guint y, m, d;
  g_autofree char *date = NULL;
  g_autoptr (GPtrArray) faults = NULL;

  g_assert_no_error (error);
  if (name != NULL && strchr (name, '\n') == NULL && day != NULL && sscanf (day, "%u-%u-%u", &y, &m, &d) == 3)
    date = g_strdup_printf ("%u年%u月%u日", y, m, d);
  faults = list_faults (pdf, name, date);
  assert_none (faults);
}

static void
test_file (gconstpointer path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GjReport) report = NULL;
  char *data;
  gsize length;

  g_assert_true (g_file_get_contents (path, &data, &length, NULL));
  bytes = g_bytes_new_take (data, length);
  report = gj_import_sniff (bytes) == GJ_IMPORT_KIND_GOUJI ? gj_store_read (bytes, &error)
                                                           : gj_import_bytes (bytes, path, NULL, &error);
  g_assert_no_error (error);
  check_report (report);
}

/* Every length of what stands before them moves headings, tables and signature on by a
   line. */
static void
test_generated (void)
{
  g_autoptr (GjReport) report = gj_sample_report_new ();
  g_autoptr (GPtrArray) paragraphs = g_ptr_array_new ();

  for (guint i = 0; i < 24; i++)
    {
      g_ptr_array_add (paragraphs, (char *) "全年主动公开各类信息四百余条。");
      g_ptr_array_add (paragraphs, NULL);
      gj_sample_report_set_text (report, "problems", (const char *const *) paragraphs->pdata);
      g_ptr_array_set_size (paragraphs, i + 1);
      if (i % 3 == 0)
        check_report (report);
    }
}

/* 28 characters on a line, 22 lines on a page: 616 on a page of nothing but text. */
static void
test_full_page (void)
{
  g_autoptr (GjReport) report = gj_sample_report_new_empty ();
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (Document) document = NULL;
  g_autoptr (Page) page = NULL;
  g_autoptr (GjSheet) sheet = NULL;
  GArray *lines;

  for (guint i = 0; i < 1500; i++)
    g_string_append (text, i % 2 == 0 ? "国" : "围");
  gj_sample_report_set_text (report, "preface", (const char *const[]) { text->str, NULL });
  pdf = gj_pdf_export_report (report, NULL, NULL);
  document = poppler_document_new_from_bytes (pdf, NULL, NULL);
  page = poppler_document_get_page (document, 1);
  sheet = gj_sheet_new (page);
  lines = gj_sheet_get_lines (sheet);
  g_assert_cmpuint (lines->len, ==, 22 + 1);
  for (guint i = 0; i < 22; i++)
    {
      const GjSheetLine *line = &g_array_index (lines, GjSheetLine, i);

      g_assert_cmpuint (line->n_han, ==, 28);
      g_assert_cmpfloat (fabs (line->left - LEFT), <, 0.5);
      g_assert_cmpfloat (fabs (line->right - RIGHT), <, 0.5);
      g_assert_cmpfloat (fabs ((line->top + line->bottom) / 2 - TOP - (i + 0.5) * PITCH), <, TOLERANCE);
    }
}

/* Clause 8: a table too wide for the page lies on its side with its head at the left, and
 * the page's number stays where it always is. */
static void
test_turned (void)
{
  g_autoptr (GjReport) report = gj_sample_report_new ();
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (Document) document = NULL;
  guint n_turned = 0;

  gj_sample_report_fill_cells (report, "123456789012345");
  pdf = gj_pdf_export_report (report, NULL, NULL);
  document = poppler_document_new_from_bytes (pdf, NULL, NULL);
  for (int i = 0; i < poppler_document_get_n_pages (document); i++)
    {
      g_autoptr (Page) page = poppler_document_get_page (document, i);
      GList *heads = poppler_page_find_text (page, "自然人");
      GList *totals = poppler_page_find_text (page, "总计");
      g_autoptr (GjSheet) sheet = gj_sheet_new (page);
      g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);

      check_number (faults, sheet, i + 1);
      check_sheet (faults, sheet, i + 1);
      assert_none (faults);
      if (heads != NULL && totals != NULL)
        {
          const PopplerRectangle *head = heads->data;
          const PopplerRectangle *total = totals->data;

          for (GList *l = totals; l != NULL; l = l->next)
            if (((PopplerRectangle *) l->data)->x2 < total->x2)
              total = l->data;

          /* The first column's head stands below the last one's, at the left edge both. */
          n_turned++;
          g_assert_cmpfloat (head->x2 * PT, <, LEFT + 45);
          g_assert_cmpfloat (total->x2 * PT, <, LEFT + 45);
          g_assert_cmpfloat (head->y1, <, total->y1);
        }
      g_list_free_full (heads, (GDestroyNotify) poppler_rectangle_free);
      g_list_free_full (totals, (GDestroyNotify) poppler_rectangle_free);
    }
  g_assert_cmpuint (n_turned, >=, 1);
}

/* What is wrong is found: the same pages, moved or in another size. */

static cairo_status_t
write_cb (void                *closure,
          const unsigned char *data,
          unsigned int         length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static GBytes *
draw_wrongly (double dx,
              double dy,
              double scale)
{
  g_autoptr (GjReport) report = gj_sample_report_new ();
  g_autoptr (GjFonts) fonts = gj_fonts_new (NULL);
  g_autoptr (GjPages) pages = gj_pages_new (report, fonts, NULL, NULL, NULL);
  GByteArray *data = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (write_cb, data, 210 / PT, 297 / PT);
  cairo_t *cr = cairo_create (surface);

  for (guint i = 0; i < gj_pages_get_n_pages (pages); i++)
    {
      cairo_save (cr);
      cairo_translate (cr, dx / PT, dy / PT);
      cairo_scale (cr, scale, scale);
      gj_page_draw (gj_pages_get_page (pages, i), cr);
      cairo_restore (cr);
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (data);
}

static gboolean
has_fault (double      dx,
           double      dy,
           double      scale,
           const char *part)
{
  g_autoptr (GBytes) pdf = draw_wrongly (dx, dy, scale);
  g_autoptr (GPtrArray) faults = list_faults (pdf, "云溪市文化和旅游局", "2026年1月8日");

  for (guint i = 0; part != NULL && i < faults->len; i++)
    if (strstr (faults->pdata[i], part) != NULL)
      return TRUE;
  return part == NULL && faults->len > 0;
}

static void
test_faults (void)
{
  g_assert_false (has_fault (0, 0, 1, NULL));
  g_assert_true (has_fault (2, 0, 1, "the title's middle"));
  g_assert_true (has_fault (2, 0, 1, "the date ends"));
  g_assert_true (has_fault (2, 0, 1, "ends at"));
  g_assert_true (has_fault (-2, 0, 1, "ink from"));
  g_assert_true (has_fault (-2, 0, 1, "the number is"));
  g_assert_true (has_fault (0, 1.6, 1, "stands on line"));
  g_assert_true (has_fault (0, -3, 1, "the number stands"));
  g_assert_true (has_fault (0, 2, 1, "ink below") || has_fault (0, 2, 1, "stands on line"));
  g_assert_true (has_fault (2, 2, 0.98, NULL));
}

static void
add_folder (const char *root,
            const char *folder,
            const char *suffix)
{
  g_autofree char *path = g_build_filename (root, folder, NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *test_path = g_strconcat ("/export/page-layout/", name, NULL);

      if (g_str_has_suffix (name, suffix))
        g_test_add_data_func_full (test_path, g_build_filename (path, name, NULL), test_file, g_free);
    }
}

int
main (int   argc,
      char *argv[])
{
  const char *root;

  g_test_init (&argc, &argv, NULL);

  root = g_getenv ("GJ_SOURCE_ROOT");
  g_assert_nonnull (root);
  g_test_add_func ("/export/page-layout/full-page", test_full_page);
  g_test_add_func ("/export/page-layout/generated", test_generated);
  g_test_add_func ("/export/page-layout/turned", test_turned);
  g_test_add_func ("/export/page-layout/faults", test_faults);
  add_folder (root, "data/samples", ".gouji");
  add_folder (root, "../shared/reports/text", ".txt");
  return g_test_run ();
}
