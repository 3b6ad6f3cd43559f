/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-pdf-appendix.h"

/* Says of every header cell whether it heads its row or its column (ISO 32000-1, 14.8.5.7),
 * which cairo 1.16 drops: beside data a header heads the row, in a row of headers only each
 * heads what is below it. */

#define MAX_DEPTH 32

typedef struct
{
  GjPdfAppendix  *appendix;
  GjPdfStructure *structure;
  GHashTable     *seen;
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
append_header (Walk       *self,
               guint       number,
               GjPdfSpan   header,
               const char *scope)
{
  GString *out = _gj_pdf_appendix_get_out (self->appendix);
  GjPdfSpan inside = gj_pdf_span_enter (header);

  _gj_pdf_appendix_begin (self->appendix, number);
  g_string_append (out, "<<");
  _gj_pdf_append_span (out, inside);
  g_string_append_printf (out, "   /A << /O /Table /Scope /%s >> >>", scope);
  _gj_pdf_appendix_end (self->appendix);
}

static void
read_row (Walk      *self,
          GjPdfSpan  row)
{
  GjPdfSpan kids = get_kids (self, row);
  const char *scope = has_data (self, kids) ? "Row" : "Column";
  GjPdfSpan kid;
  GjPdfSpan header;
  GjPdfSpan attributes;
  guint number;

  while (gj_pdf_span_next_value (&kids, &kid))
    if (open_element (self, kid, &number, &header) && is_kind (header, "/TH") &&
        !gj_pdf_span_find_key (header, "/A", &attributes))
      append_header (self, number, header, scope);
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
      if (is_kind (child, "/TR"))
        read_row (self, child);
      else
        read_element (self, child, depth + 1);
    }
}

void
_gj_pdf_append_scopes (GjPdfAppendix *self,
                       GjPdfSpan      catalogue)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  Walk walk = { self, _gj_pdf_appendix_get_structure (self), seen };
  GjPdfSpan root;

  if (gj_pdf_span_find_key (catalogue, "/StructTreeRoot", &root) &&
      gj_pdf_structure_resolve (walk.structure, &root) && gj_pdf_span_is_dictionary (root))
    read_element (&walk, root, 0);
}
