/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-export.h"

#include <string.h>

#include "gj-sample-report.h"

/* What a reader is told of the cells of tables: read back from the file, element by element,
 * each as it holds in the end. */

typedef struct
{
  GjPdfStructure *structure;
  guint           n_tables;
  guint           n_heads;
  guint           n_columns_headed;
  guint           n_rows_headed;
  guint           n_wide;
  guint           n_high;
} Tables;

static gboolean
is_kind (GjPdfSpan   element,
         const char *kind)
{
  GjPdfSpan value;

  return gj_pdf_span_find_key (element, "/S", &value) && gj_pdf_span_equal (value, kind);
}

static gboolean
next_element (Tables    *self,
              GjPdfSpan *kids,
              GjPdfSpan *element)
{
  while (gj_pdf_span_next_value (kids, element))
    if (gj_pdf_structure_resolve (self->structure, element) && gj_pdf_span_is_dictionary (*element))
      return TRUE;
  return FALSE;
}

static GjPdfSpan
get_kids (Tables    *self,
          GjPdfSpan  element)
{
  GjPdfSpan kids = { NULL, NULL };

  if (gj_pdf_span_find_key (element, "/K", &kids) && gj_pdf_structure_resolve (self->structure, &kids) &&
      gj_pdf_span_is_array (kids))
    return gj_pdf_span_enter (kids);
  return kids;
}

static guint
get_span (GjPdfSpan   cell,
          const char *key)
{
  GjPdfSpan attributes;
  GjPdfSpan value;
  gint64 number;

  if (!gj_pdf_span_find_key (cell, "/A", &attributes) || !gj_pdf_span_find_key (attributes, key, &value))
    return 1;
  g_assert_true (gj_pdf_span_get_number (value, &number));
  g_assert_cmpint (number, >, 1);
  return (guint) number;
}

static void
count_cell (Tables    *self,
            GjPdfSpan  cell)
{
  GjPdfSpan attributes;
  GjPdfSpan scope;

  self->n_wide += get_span (cell, "/ColSpan") > 1;
  self->n_high += get_span (cell, "/RowSpan") > 1;
  if (!is_kind (cell, "/TH"))
    return;

  self->n_heads++;
  if (!gj_pdf_span_find_key (cell, "/A", &attributes) || !gj_pdf_span_find_key (attributes, "/Scope", &scope))
    return;
  self->n_columns_headed += gj_pdf_span_equal (scope, "/Column");
  self->n_rows_headed += gj_pdf_span_equal (scope, "/Row");
}

/* Each place of the grid belongs to one cell. */
static void
read_table (Tables    *self,
            GjPdfSpan  table)
{
  guint below[64] = { 0 };
  guint n_columns = 0;
  GjPdfSpan rows = get_kids (self, table);
  GjPdfSpan row;

  self->n_tables++;
  while (next_element (self, &rows, &row))
    {
      GjPdfSpan cells = get_kids (self, row);
      guint column = 0;
      GjPdfSpan cell;

      while (next_element (self, &cells, &cell))
        {
          guint width = get_span (cell, "/ColSpan");

          for (; below[column] > 0; column++)
            below[column]--;
          g_assert_cmpuint (column + width, <, G_N_ELEMENTS (below));
          for (guint i = 0; i < width; i++, column++)
            {
              g_assert_cmpuint (below[column], ==, 0);
              below[column] = get_span (cell, "/RowSpan") - 1;
            }
          count_cell (self, cell);
        }
      for (; below[column] > 0; column++)
        below[column]--;
      if (n_columns == 0)
        n_columns = column;
      g_assert_cmpuint (column, ==, n_columns);
    }
  for (guint i = 0; i < G_N_ELEMENTS (below); i++)
    g_assert_cmpuint (below[i], ==, 0);
}

static void
read_element (Tables    *self,
              GjPdfSpan  element)
{
  GjPdfSpan kids = get_kids (self, element);
  GjPdfSpan kid;

  if (is_kind (element, "/Table"))
    {
      read_table (self, element);
      return;
    }
  while (next_element (self, &kids, &kid))
    read_element (self, kid);
}

static void
read_tables (Tables *self,
             GBytes *pdf)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GjPdfStructure) structure = gj_pdf_structure_new (pdf, &error);
  GjPdfSpan value;

  g_assert_no_error (error);
  self->structure = structure;
  g_assert_true (gj_pdf_span_find_key (gj_pdf_structure_get_trailer (structure), "/Root", &value));
  g_assert_true (gj_pdf_structure_resolve (structure, &value));
  g_assert_true (gj_pdf_span_find_key (value, "/StructTreeRoot", &value));
  g_assert_true (gj_pdf_structure_resolve (structure, &value));
  read_element (self, value);
}

static void
test_report (void)
{
  g_autoptr (GjReport) report = gj_sample_report_new ();
  g_autoptr (GBytes) pdf = gj_pdf_export_report (report, NULL, NULL);
  Tables tables = { NULL };

  read_tables (&tables, pdf);
  g_assert_cmpuint (tables.n_tables, >=, 3);
  g_assert_cmpuint (tables.n_rows_headed, >=, 29);
  g_assert_cmpuint (tables.n_columns_headed, >=, 30);
  g_assert_cmpuint (tables.n_heads, ==, tables.n_rows_headed + tables.n_columns_headed);
  g_assert_cmpuint (tables.n_wide, >, 10);
  g_assert_cmpuint (tables.n_high, >, 5);
}

/* The sheet before the report and the list behind it have tables too; a table that goes over
 * several pages is one on each of them. */
static void
test_copy (void)
{
  g_autoptr (GjReport) report = gj_sample_report_new ();
  g_autoptr (GjFonts) fonts = gj_fonts_new (NULL);
  GjPaperOptions options = { .copy = GJ_COPY_SUBMITTED, .copy_date = "2026-01-09", .signing_sheet = TRUE };
  g_autoptr (GBytes) pdf = NULL;
  Tables tables = { NULL };

  gj_report_init_cell (report, gj_form_find_cell (gj_report_get_form (report), "requests/received/total"), "9999");
  pdf = gj_pdf_export_on_paper (report, fonts, &options, NULL, NULL);
  read_tables (&tables, pdf);
  g_assert_cmpuint (tables.n_tables, >=, 5);
  g_assert_cmpuint (tables.n_wide, >, 10);
  g_assert_cmpuint (tables.n_high, >, 5);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/export/pdf-cells/report", test_report);
  g_test_add_func ("/export/pdf-cells/copy", test_copy);

  return g_test_run ();
}
