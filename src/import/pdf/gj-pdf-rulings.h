/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-pdf-page.h"

G_BEGIN_DECLS

/**
 * GjPdfRuling:
 * @at: y of a horizontal line, x of a vertical one
 * @start: its left or upper end
 * @end: its right or lower end
 */
typedef struct
{
  double at;
  double start;
  double end;
} GjPdfRuling;

/**
 * GjPdfRulings:
 * @horizontal: (element-type GjPdfRuling): by position
 * @vertical: (element-type GjPdfRuling): by position
 *
 * The lines of a page, pieces and doubles joined.
 */
typedef struct
{
  GArray *horizontal;
  GArray *vertical;
} GjPdfRulings;

GjPdfRulings *gj_pdf_rulings_new  (const GjPdfBox *rules,
                                   guint           n_rules);
void          gj_pdf_rulings_free (GjPdfRulings   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GjPdfRulings, gj_pdf_rulings_free)

G_END_DECLS
