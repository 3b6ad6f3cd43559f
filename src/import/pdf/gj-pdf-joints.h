/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-pdf-table.h"

G_BEGIN_DECLS

gboolean gj_pdf_joints_fit  (const GjPdfTable *above,
                             const GjPdfTable *below);
gboolean gj_pdf_joints_join (GjPdfTable       *above,
                             GjPdfTable       *below);

G_END_DECLS
