/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-render.h"

#include "gj-pdf-appendix.h"

/* Says of a figure what it shows (ISO 32000-1, 14.9.3), and of the cells of tables what cairo
 * 1.16 drops (14.8.5.7): of every header whether it heads its row or its column - beside data
 * it heads the row, in a row of headers only each heads what is below it -, and over how many
 * rows and columns a cell reaches. */

#define MAX_DEPTH 32

/* @scope: (nullable): what a header heads */
typedef struct
{
  guint       number;
  GjPdfSpan   element;
  const char *scope;
} Cell;

typedef struct
{
  GjPdfStructure *structure;
  GHashTable     *seen;
  GArray         *cells;
  GArray         *figures;
} Walk;

/* Every element is looked at once, whatever the tree says. */
static gboolean
open_element (Walk      *self,
              GjPdfSpan  value,
              guint     *number,
              GjPdfSpan *element)
{
  return gj_pdf_span_get_reference (value, number) && g_hash_table_add (self->seen, GUINT_TO_POINTER (*number)) &&
         gj_pdf_structure_find_object (self->structure, *number, element) && gj_pdf_span_is_dictionary (*element);
}

static gboolean
is_kind (GjPdfSpan   element,
         const char *kind)
{
  GjPdfSpan value;

  return gj_pdf_span_find_key (element, "/S", &value) && gj_pdf_span_equal (value, kind);
}

/* The kids of an element: an array of them, or one alone. */
static GjPdfSpan
get_kids (Walk      *self,
          GjPdfSpan  element)
{
  GjPdfSpan kids = { NULL, NULL };
  GjPdfSpan array;

  if (!gj_pdf_span_find_key (element, "/K", &kids))
    return kids;
  array = kids;
  if (gj_pdf_structure_resolve (self->structure, &array) && gj_pdf_span_is_array (array))
    return gj_pdf_span_enter (array);

  return kids;
}

static gboolean
has_data (Walk      *self,
          GjPdfSpan  kids)
{
  GjPdfSpan kid;

  while (gj_pdf_span_next_value (&kids, &kid))
    if (gj_pdf_structure_resolve (self->structure, &kid) && is_kind (kid, "/TD"))
      return TRUE;

  return FALSE;
}

static void
read_row (Walk      *self,
          GjPdfSpan  row)
{
  GjPdfSpan kids = get_kids (self, row);
  const char *scope = has_data (self, kids) ? "Row" : "Column";
  GjPdfSpan kid;
  Cell cell;

  while (gj_pdf_span_next_value (&kids, &kid))
    if (open_element (self, kid, &cell.number, &cell.element))
      {
        gboolean heads = is_kind (cell.element, "/TH");

        cell.scope = heads ? scope : NULL;
        if (heads || is_kind (cell.element, "/TD"))
          g_array_append_val (self->cells, cell);
      }
}

static void
read_element (Walk      *self,
              GjPdfSpan  element,
              guint      depth)
{
  GjPdfSpan kids = get_kids (self, element);
  GjPdfSpan kid;
  GjPdfSpan child;
  guint number;

  while (depth < MAX_DEPTH && gj_pdf_span_next_value (&kids, &kid))
    {
      if (!open_element (self, kid, &number, &child))
        continue;
      if (is_kind (child, "/Figure"))
        g_array_append_vals (self->figures, &(Cell) { number, child, NULL }, 1);
      else if (is_kind (child, "/TR"))
        read_row (self, child);
      else
        read_element (self, child, depth + 1);
    }
}

static void
append_cell (GjPdfAppendix      *self,
             const Cell         *cell,
             const GjCellExtent *extent)
{
  GString *out = _gj_pdf_appendix_get_out (self);

  _gj_pdf_appendix_begin (self, cell->number);
  g_string_append (out, "<<");
  _gj_pdf_append_span (out, gj_pdf_span_enter (cell->element));
  g_string_append (out, "   /A << /O /Table");
  if (cell->scope != NULL)
    g_string_append_printf (out, " /Scope /%s", cell->scope);
  if (extent->n_rows > 1)
    g_string_append_printf (out, " /RowSpan %u", extent->n_rows);
  if (extent->n_columns > 1)
    g_string_append_printf (out, " /ColSpan %u", extent->n_columns);
  g_string_append (out, " >> >>");
  _gj_pdf_appendix_end (self);
}

static gboolean
read_tree (Walk      *self,
           GjPdfSpan  catalogue)
{
  GjPdfSpan value;

  if (!gj_pdf_span_find_key (catalogue, "/StructTreeRoot", &value) ||
      !gj_pdf_structure_resolve (self->structure, &value) || !gj_pdf_span_is_dictionary (value))
    return FALSE;

  read_element (self, value, 0);

  return TRUE;
}

/* @extents: (nullable) (element-type GjCellExtent): of all cells; whoever wrote other ones
   into the file is not told their extents */
void
_gj_pdf_append_cells (GjPdfAppendix *self,
                      GjPdfSpan      catalogue,
                      GArray        *extents)
{
  static const GjCellExtent plain = { 1, 1 };
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  g_autoptr (GArray) figures = g_array_new (FALSE, FALSE, sizeof (Cell));
  Walk walk = { _gj_pdf_appendix_get_structure (self), seen, cells, figures };
  GjPdfSpan value;

  if (!read_tree (&walk, catalogue))
    return;

  for (guint i = 0; i < cells->len; i++)
    {
      const Cell *cell = &g_array_index (cells, Cell, i);
      const GjCellExtent *extent = extents != NULL && extents->len == cells->len
                                     ? &g_array_index (extents, GjCellExtent, i) : &plain;

      if (gj_pdf_span_find_key (cell->element, "/A", &value))
        continue;
      if (cell->scope != NULL || extent->n_rows > 1 || extent->n_columns > 1)
        append_cell (self, cell, extent);
    }
}

/* @words: (nullable) (element-type utf8): of all figures; where there are more or fewer in the
   file nobody knows which is which */
void
_gj_pdf_append_figures (GjPdfAppendix *self,
                        GjPdfSpan      catalogue,
                        GPtrArray     *words)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  g_autoptr (GArray) figures = g_array_new (FALSE, FALSE, sizeof (Cell));
  Walk walk = { _gj_pdf_appendix_get_structure (self), seen, cells, figures };
  GString *out = _gj_pdf_appendix_get_out (self);
  GjPdfSpan value;

  if (words == NULL || !read_tree (&walk, catalogue) || figures->len != words->len)
    return;

  for (guint i = 0; i < figures->len; i++)
    {
      const Cell *figure = &g_array_index (figures, Cell, i);

      if (words->pdata[i] == NULL || gj_pdf_span_find_key (figure->element, "/Alt", &value))
        continue;

      _gj_pdf_appendix_begin (self, figure->number);
      g_string_append (out, "<<");
      _gj_pdf_append_span (out, gj_pdf_span_enter (figure->element));
      g_string_append (out, "   /Alt ");
      _gj_pdf_append_text (out, words->pdata[i]);
      g_string_append (out, " >>");
      _gj_pdf_appendix_end (self);
    }
}
