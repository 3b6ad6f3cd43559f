/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-base.h"

/* Any file at all: its directory, every object, and whatever these refer to. */

#define MAX_OBJECTS 200

int LLVMFuzzerTestOneInput (const guint8 *data,
                            size_t        size);

static void
look_at (GjPdfStructure *structure,
         GjPdfSpan       object)
{
  GjPdfSpan rest = gj_pdf_span_enter (object);
  GjPdfSpan key;
  GjPdfSpan value;

  while (gj_pdf_span_next_entry (&rest, &key, &value))
    {
      g_autofree char *text = NULL;

      g_assert_true (value.start >= object.start && value.end <= object.end && value.start < value.end);
      text = gj_pdf_span_dup_string (value);
      gj_pdf_structure_resolve (structure, &value);
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        size_t        size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (GjPdfStructure) structure = gj_pdf_structure_new (bytes, NULL);
  GjPdfSpan object;

  gj_pdf_is_signed (bytes);
  if (structure == NULL)
    return 0;

  look_at (structure, gj_pdf_structure_get_trailer (structure));
  for (guint i = 0; i < MIN (gj_pdf_structure_get_n_objects (structure), MAX_OBJECTS); i++)
    if (gj_pdf_structure_find_object (structure, i, &object))
      look_at (structure, object);

  return 0;
}
