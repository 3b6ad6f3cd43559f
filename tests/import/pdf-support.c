/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pdf-support.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>
#include <string.h>

#include "gj-import.h"
#include "gj-pdf-reader.h"

#define PAGE_WIDTH 595.0
#define PAGE_HEIGHT 842.0

static cairo_status_t
write_cb (void                *closure,
          const unsigned char *data,
          unsigned int         length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

PdfMaker *
pdf_maker_new (void)
{
  PdfMaker *self = g_new0 (PdfMaker, 1);

  self->content = g_byte_array_new ();
  self->surface = cairo_pdf_surface_create_for_stream (write_cb, self->content, PAGE_WIDTH, PAGE_HEIGHT);
  /* Newer ones have no trailer in plain words, which the tests add to. */
  cairo_pdf_surface_restrict_to_version (self->surface, CAIRO_PDF_VERSION_1_4);
  self->cr = cairo_create (self->surface);
  self->size = 10.5;
  cairo_set_line_width (self->cr, 0.5);

  return self;
}

static PangoLayout *
new_layout (PdfMaker   *self,
            const char *text)
{
  PangoLayout *layout = pango_cairo_create_layout (self->cr);
  PangoFontDescription *font = pango_font_description_from_string ("Noto Serif CJK SC");

  pango_font_description_set_absolute_size (font, self->size * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, text, -1);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_font_description_free (font);

  return layout;
}

static void
show_layout (PdfMaker    *self,
             PangoLayout *layout,
             double       x,
             double       y)
{
  cairo_move_to (self->cr, x, y);
  pango_cairo_show_layout (self->cr, layout);
  g_object_unref (layout);
}

/* Draws one text; a line feed in it begins a line. */
void
pdf_maker_text (PdfMaker   *self,
                double      x,
                double      y,
                const char *text)
{
  show_layout (self, new_layout (self, text), x, y);
}

void
pdf_maker_paragraph (PdfMaker   *self,
                     double      x,
                     double      y,
                     double      width,
                     double      indent,
                     const char *text)
{
  PangoLayout *layout = new_layout (self, text);

  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_indent (layout, (int) (indent * PANGO_SCALE));
  show_layout (self, layout, x, y);
}

void
pdf_maker_line (PdfMaker *self,
                double    x0,
                double    y0,
                double    x1,
                double    y1)
{
  cairo_move_to (self->cr, x0, y0);
  cairo_line_to (self->cr, x1, y1);
  cairo_stroke (self->cr);
}

/* Draws a plain table: rows parted by line feeds, cells by bars, all cells with four
 * lines of their own. A cell "<" belongs to the one on its left, "^" to the one above.
 * @widths ends with 0. Returns where it ends. */
double
pdf_maker_table (PdfMaker     *self,
                 double        x,
                 double        y,
                 const double *widths,
                 double        height,
                 const char   *rows)
{
  g_auto (GStrv) lines = g_strsplit (rows, "\n", -1);
  guint n_rows = g_strv_length (lines);

  for (guint i = 0; i < n_rows; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "|", -1);
      g_auto (GStrv) below = g_strsplit (i + 1 < n_rows ? lines[i + 1] : "", "|", -1);
      double left = x;
      double top = y + i * height;

      for (guint j = 0; cells[j] != NULL; left += widths[j], j++)
        {
          double right = left + widths[j];

          if (strcmp (cells[j], "<") != 0)
            pdf_maker_line (self, left, top, left, top + height);
          if (strcmp (cells[j], "^") != 0)
            pdf_maker_line (self, left, top, right, top);
          if (cells[j + 1] == NULL)
            pdf_maker_line (self, right, top, right, top + height);
          if (i + 1 == n_rows)
            pdf_maker_line (self, left, top + height, right, top + height);
          if (strcmp (cells[j], "<") != 0 && strcmp (cells[j], "^") != 0)
            pdf_maker_paragraph (self, left + 3, top + 2, widths[j] - 6, 0, cells[j]);
        }
    }

  return y + n_rows * height;
}

void
pdf_maker_page (PdfMaker *self)
{
  cairo_show_page (self->cr);
}

/* Frees the maker. */
GBytes *
pdf_maker_end (PdfMaker *self)
{
  GBytes *bytes;

  cairo_destroy (self->cr);
  cairo_surface_finish (self->surface);
  cairo_surface_destroy (self->surface);
  bytes = g_byte_array_free_to_bytes (self->content);
  g_free (self);

  return bytes;
}

static void
dump_row (GString        *out,
          const GjRawRow *row)
{
  for (guint i = 0; i < row->n_before; i++)
    g_string_append (out, "~|");
  for (guint i = 0; i < row->cells->len; i++)
    {
      const GjRawCell *cell = row->cells->pdata[i];
      g_auto (GStrv) lines = g_strsplit (cell->text, "\n", -1);
      g_autofree char *text = g_strjoinv ("¶", lines);

      g_string_append_printf (out, "%s%s", i > 0 ? "|" : "", text);
      if (cell->n_lines > 1 || cell->n_positions > 1)
        g_string_append_printf (out, "{%ux%u}", cell->n_lines, cell->n_positions);
    }
  g_string_append_c (out, '\n');
}

static const char *
name_picture (GBytes *picture)
{
  gsize size;
  const char *data = g_bytes_get_data (picture, &size);

  if (size > 8 && memcmp (data, "\x89PNG\r\n\x1a\n", 8) == 0)
    return "PNG";

  return size > 3 && memcmp (data, "\xff\xd8\xff", 3) == 0 ? "JPEG" : "?";
}

/* Paragraphs one a line, pictures as [PNG], rows as "cell|cell{2x1}", a line "#" before every table. */
char *
pdf_dump (GjRawDocument *document)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < document->blocks->len; i++)
    {
      const GjRawBlock *block = document->blocks->pdata[i];

      if (block->kind == GJ_RAW_PARAGRAPH)
        g_string_append_printf (out, "%s\n", block->text);
      if (block->kind == GJ_RAW_PICTURE)
        g_string_append_printf (out, "[%s]\n", name_picture (block->picture));
      if (block->kind != GJ_RAW_GRID)
        continue;
      g_string_append (out, "#\n");
      for (guint j = 0; j < block->rows->len; j++)
        dump_row (out, block->rows->pdata[j]);
    }

  return g_string_free (out, FALSE);
}

static const char *const note_names[] = {
  [GJ_RAW_NOTE_HEADER_FOOTER] = "head",
  [GJ_RAW_NOTE_PAGE_NUMBER] = "numbers",
  [GJ_RAW_NOTE_TABLE_JOINED] = "joined",
  [GJ_RAW_NOTE_NESTED_TABLE] = "nested",
  [GJ_RAW_NOTE_NO_RULES] = "no-rules",
  [GJ_RAW_NOTE_SCANNED_PAGE] = "scanned",
  [GJ_RAW_NOTE_RECOGNISED] = "recognised",
  [GJ_RAW_NOTE_BROKEN] = "broken",
  [GJ_RAW_NOTE_PICTURE_LEFT_OUT] = "no-picture",
  [GJ_RAW_NOTE_PICTURE_MOVED] = "moved",
  [GJ_RAW_NOTE_PAGE_DAMAGED] = "damaged",
  [GJ_RAW_NOTE_FILE_DAMAGED] = "file-damaged",
  [GJ_RAW_NOTE_PAGE_BLANK] = "blank",
  [GJ_RAW_NOTE_PAGE_NAMELESS] = "nameless",
  [GJ_RAW_NOTE_NAMELESS] = "characters",
  [GJ_RAW_NOTE_COLUMNS] = "columns",
  [GJ_RAW_NOTE_COLUMNS_UNSURE] = "columns-unsure",
};

char *
pdf_list_notes (GjRawDocument *document)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < document->notes->len; i++)
    {
      const GjRawNote *note = document->notes->pdata[i];

      g_string_append_printf (out, "%s%s@%u", i > 0 ? " " : "", note_names[note->kind], note->line);
    }

  return g_string_free (out, FALSE);
}

GBytes *
pdf_make (void (*draw)(PdfMaker *maker))
{
  PdfMaker *maker = pdf_maker_new ();

  draw (maker);

  return pdf_maker_end (maker);
}

/* Replaces every occurrence in the file by something of the same length, so that its table
 * of places stays right. */
GBytes *
pdf_replace (GBytes     *bytes,
             const char *from,
             const char *to)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  char *changed = g_memdup2 (data, size);
  gsize length = strlen (from);

  g_assert_cmpuint (strlen (to), ==, length);
  for (gsize i = 0; i + length <= size; i++)
    if (memcmp (changed + i, from, length) == 0)
      memcpy (changed + i, to, length);

  return g_bytes_new_take (changed, size);
}

/* @notes are parted by blanks: what and at which page. */
void
pdf_assert_reads (GBytes     *bytes,
                  const char *expected,
                  const char *notes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GjRawDocument) document = gj_pdf_read (bytes, NULL, &error);
  g_autofree char *dump = NULL;
  g_autofree char *found = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (document->unit, ==, GJ_RAW_UNIT_PAGE);
  dump = pdf_dump (document);
  g_assert_cmpstr (dump, ==, expected);
  found = pdf_list_notes (document);
  g_assert_cmpstr (found, ==, notes);
}

/* The reason is one sentence with the words in it. */
void
pdf_assert_refused (GBytes     *bytes,
                    const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GjRawDocument) document = gj_pdf_read (bytes, NULL, &error);

  g_assert_null (document);
  g_assert_error (error, GJ_IMPORT_ERROR, GJ_IMPORT_ERROR_UNREADABLE);
  g_assert_nonnull (strstr (error->message, words));
  g_assert_true (g_str_has_suffix (error->message, "."));
}

static void
begin_object (GString *out,
              gsize   *places,
              guint    number)
{
  places[number] = out->len;
  g_string_append_printf (out, "%u 0 obj\n", number);
}

/* Writes a PDF of one page by hand: what else the dictionary of the page says, the
 * operators that draw it, and an object that it may name as 5 0 R. Its font is /F; /N is
 * one that does not name its characters. */
GBytes *
pdf_write (const char *keys,
           const char *content,
           const char *object)
{
  GString *out = g_string_new ("%PDF-1.4\n");
  gsize places[8] = { 0 };
  gsize start;

  begin_object (out, places, 1);
  g_string_append (out, "<< /Type /Catalog /Pages 2 0 R >>\nendobj\n");
  begin_object (out, places, 2);
  g_string_append (out, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n");
  begin_object (out, places, 3);
  g_string_append_printf (out, "<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /Font << /F 6 0 R /N 7 0 R >> "
                          "/XObject << /X 5 0 R >> >> %s >>\nendobj\n", keys);
  begin_object (out, places, 4);
  g_string_append_printf (out, "<< /Length %zu >>\nstream\n%s\nendstream\nendobj\n", strlen (content), content);
  begin_object (out, places, 5);
  g_string_append_printf (out, "%s\nendobj\n", object);
  begin_object (out, places, 6);
  g_string_append (out, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>\nendobj\n");
  begin_object (out, places, 7);
  g_string_append (out, "<< /Type /Font /Subtype /Type0 /BaseFont /Nameless /Encoding /Identity-H /DescendantFonts "
                   "[ << /Type /Font /Subtype /CIDFontType2 /BaseFont /Nameless /CIDSystemInfo << /Registry (Adobe) "
                   "/Ordering (Identity) /Supplement 0 >> /FontDescriptor << /Type /FontDescriptor "
                   "/FontName /Nameless /Flags 4 /FontBBox [0 0 999 999] /ItalicAngle 0 /Ascent 800 /Descent -200 "
                   "/CapHeight 700 /StemV 80 >> /DW 600 >> ] >>\nendobj\n");
  start = out->len;
  g_string_append (out, "xref\n0 8\n0000000000 65535 f \n");
  for (guint i = 1; i < G_N_ELEMENTS (places); i++)
    g_string_append_printf (out, "%010zu 00000 n \n", places[i]);
  g_string_append_printf (out, "trailer\n<< /Size 8 /Root 1 0 R >>\nstartxref\n%zu\n%%%%EOF\n", start);

  return g_string_free_to_bytes (out);
}

static void
test_page (gconstpointer data)
{
  const PdfPage *page = data;
  g_autoptr (GBytes) bytes = pdf_make (page->draw);

  pdf_assert_reads (bytes, page->expected, page->notes);
}

/* Adds a test for every page; @pages must live on. */
void
pdf_add_pages (const char    *folder,
               const PdfPage *pages,
               guint          n_pages)
{
  for (guint i = 0; i < n_pages; i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/%s", folder, pages[i].name);

      g_test_add_data_func (path, &pages[i], test_page);
    }
}
