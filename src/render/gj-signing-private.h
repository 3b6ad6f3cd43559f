/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-core.h"

#include "gj-page-private.h"
#include "gj-paper-options.h"
#include "gj-text-private.h"

G_BEGIN_DECLS

/* What is signed: the sheet before the report, and the line at its end. */

void    _gj_signing_line_rule    (GjPage               *page);
GjPage *_gj_signing_sheet_new    (GjJob                *job,
                                  GjReport             *report,
                                  const GjPaperOptions *options);

/* Returns how high it is: the digest in groups of four with its code beside it. */
double  _gj_digest_draw          (GjJob                *job,
                                  GjReport             *report,
                                  double                x,
                                  double                y,
                                  double                width,
                                  GjPage               *page);
double  _gj_digest_get_height    (GjReport             *report);

G_END_DECLS
