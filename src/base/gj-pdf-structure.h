/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define GJ_PDF_ERROR (gj_pdf_error_quark ())

/**
 * GjPdfError:
 * @GJ_PDF_ERROR_STRUCTURE: the file's directory or one of its objects cannot be understood;
 *                          the message is half a sentence that says which
 */
typedef enum
{
  GJ_PDF_ERROR_STRUCTURE,
} GjPdfError;

GQuark gj_pdf_error_quark (void);

/**
 * GjPdfSpan:
 * @start: the first byte
 * @end: behind the last one
 *
 * A piece of the syntax of a PDF: a value with all that is in it. It belongs to the
 * structure that it was read from.
 */
typedef struct
{
  const char *start;
  const char *end;
} GjPdfSpan;

/**
 * GjPdfStructure:
 *
 * The objects of a PDF as they stand in it, found by its directory, be that a table or a
 * stream; it knows nothing of pages. What is read is never trusted: every length and depth
 * has its limit.
 */
typedef struct _GjPdfStructure GjPdfStructure;

GjPdfStructure *gj_pdf_structure_new             (GBytes          *bytes,
                                                  GError         **error);
void            gj_pdf_structure_free            (GjPdfStructure  *self);
gsize           gj_pdf_structure_get_directory   (GjPdfStructure  *self);
gboolean        gj_pdf_structure_has_stream      (GjPdfStructure  *self);
guint           gj_pdf_structure_get_n_objects   (GjPdfStructure  *self);
GjPdfSpan       gj_pdf_structure_get_trailer     (GjPdfStructure  *self);
gboolean        gj_pdf_structure_find_object     (GjPdfStructure  *self,
                                                  guint            number,
                                                  GjPdfSpan       *object);
gboolean        gj_pdf_structure_resolve         (GjPdfStructure  *self,
                                                  GjPdfSpan       *value);

gboolean        gj_pdf_is_signed                 (GBytes          *pdf);

gboolean        gj_pdf_span_find_key             (GjPdfSpan        dictionary,
                                                  const char      *key,
                                                  GjPdfSpan       *value);
GjPdfSpan       gj_pdf_span_enter                (GjPdfSpan        span);
gboolean        gj_pdf_span_next_entry           (GjPdfSpan       *inside,
                                                  GjPdfSpan       *key,
                                                  GjPdfSpan       *value);
gboolean        gj_pdf_span_next_value           (GjPdfSpan       *inside,
                                                  GjPdfSpan       *value);
gboolean        gj_pdf_span_is_dictionary        (GjPdfSpan        span);
gboolean        gj_pdf_span_is_array             (GjPdfSpan        span);
gboolean        gj_pdf_span_equal                (GjPdfSpan        span,
                                                  const char      *text);
gboolean        gj_pdf_span_get_reference        (GjPdfSpan        span,
                                                  guint           *number);
gboolean        gj_pdf_span_get_number           (GjPdfSpan        span,
                                                  gint64          *number);
char *          gj_pdf_span_dup_string           (GjPdfSpan        span);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GjPdfStructure, gj_pdf_structure_free)

G_END_DECLS
