/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-pdf-lines.h"
#include "gj-pdf-table.h"

G_BEGIN_DECLS

GPtrArray *gj_pdf_columns_find (const GjPdfLines *lines,
                                gboolean         *taken,
                                guint             page);

G_END_DECLS
