/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-pdf-rulings.h"
#include "gj-pdf-table.h"

G_BEGIN_DECLS

GPtrArray *gj_pdf_grid_find (const GjPdfRulings *rulings,
                             guint               page);

G_END_DECLS
