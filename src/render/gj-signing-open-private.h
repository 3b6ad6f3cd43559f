/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-review-private.h"
#include "gj-ruled-form-private.h"

G_BEGIN_DECLS

/* What is left open, below the form of the signing sheet.
   @open: (element-type GjReviewItem) */
typedef struct
{
  GjJob     *job;
  GjReport  *report;
  GjReview   review;
  GPtrArray *open;
  gboolean   has_errors;
  GjFitted   despite;
  GjPage    *page;
  double     y;
} GjSigningOpen;

void   _gj_signing_open_init       (GjSigningOpen        *self,
                                    GjJob                *job,
                                    GjReport             *report,
                                    const GjPaperOptions *options);
void   _gj_signing_open_clear      (GjSigningOpen        *self);
double _gj_signing_open_get_height (const GjSigningOpen  *self);
void   _gj_signing_open_draw       (GjSigningOpen        *self,
                                    double                y,
                                    GjPage               *page);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GjSigningOpen, _gj_signing_open_clear)

G_END_DECLS
