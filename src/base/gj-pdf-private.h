/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-pdf-structure.h"

G_BEGIN_DECLS

/* Where an object is: nowhere, at @place of the file, or the @index-th of the object stream
 * with the number @place. */
typedef enum
{
  GJ_PDF_FREE,
  GJ_PDF_IN_FILE,
  GJ_PDF_IN_STREAM,
} GjPdfPlaceKind;

typedef struct
{
  gboolean       is_known;
  GjPdfPlaceKind kind;
  gsize          place;
  guint          index;
} GjPdfPlace;

#define GJ_PDF_MAX_OBJECTS 1000000
#define GJ_PDF_MAX_STREAM (64 * 1024 * 1024)

gboolean   _gj_pdf_fail               (GError         **error,
                                       const char      *format,
                                       ...) G_GNUC_PRINTF (2, 3);

gboolean   _gj_pdf_next               (GjPdfSpan       *rest,
                                       GjPdfSpan       *value);
gboolean   _gj_pdf_next_is            (GjPdfSpan       *rest,
                                       const char      *word);
gboolean   _gj_pdf_next_number        (GjPdfSpan       *rest,
                                       gint64          *number);
gboolean   _gj_pdf_next_object        (GjPdfSpan       *rest,
                                       guint           *number,
                                       GjPdfSpan       *value);

GBytes *   _gj_pdf_read_stream        (GjPdfStructure  *self,
                                       GjPdfSpan        dictionary,
                                       GjPdfSpan        rest,
                                       GError         **error);

gboolean   _gj_pdf_directory_read     (GjPdfStructure  *self,
                                       GArray          *places,
                                       GjPdfSpan       *trailer,
                                       gsize           *directory,
                                       gboolean        *has_stream,
                                       GError         **error);
GjPdfSpan  _gj_pdf_structure_get_file (GjPdfStructure  *self);

G_END_DECLS
