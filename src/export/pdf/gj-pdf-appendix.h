/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-base.h"

G_BEGIN_DECLS

/* What is appended to a PDF: objects, each begun and ended, and the directory of them. */
typedef struct _GjPdfAppendix GjPdfAppendix;

GjPdfAppendix * _gj_pdf_appendix_new           (GBytes          *pdf,
                                                GjPdfStructure  *structure);
void            _gj_pdf_appendix_free          (GjPdfAppendix   *self);
GString *       _gj_pdf_appendix_get_out       (GjPdfAppendix   *self);
GjPdfStructure *_gj_pdf_appendix_get_structure (GjPdfAppendix   *self);
guint           _gj_pdf_appendix_begin         (GjPdfAppendix   *self,
                                                guint            number);
void            _gj_pdf_appendix_end           (GjPdfAppendix   *self);
GBytes *        _gj_pdf_appendix_close         (GjPdfAppendix   *self);

void            _gj_pdf_append_span            (GString         *out,
                                                GjPdfSpan        span);
void            _gj_pdf_append_hexadecimal     (GString         *out,
                                                const guint8    *data,
                                                gsize            size);
void            _gj_pdf_append_text            (GString         *out,
                                                const char      *text);
void            _gj_pdf_append_name            (GString         *out,
                                                const char      *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GjPdfAppendix, _gj_pdf_appendix_free)

/* gj-pdf-cells.c */

void            _gj_pdf_append_cells           (GjPdfAppendix   *self,
                                                GjPdfSpan        catalogue,
                                                GArray          *extents);
void            _gj_pdf_append_figures         (GjPdfAppendix   *self,
                                                GjPdfSpan        catalogue,
                                                GPtrArray       *figures);

G_END_DECLS
