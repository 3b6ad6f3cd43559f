/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-core.h"

G_BEGIN_DECLS

/* A complete report of an invented body, for tests of paper and exports. */

GjReport *gj_sample_report_new        (void);
GjReport *gj_sample_report_new_empty  (void);
void      gj_sample_report_set_text   (GjReport          *report,
                                       const char        *section,
                                       const char *const *paragraphs);
void      gj_sample_report_fill_cells (GjReport          *report,
                                       const char        *text);

G_END_DECLS
