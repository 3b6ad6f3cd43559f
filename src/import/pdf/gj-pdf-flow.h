/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-pdf-sheet.h"

G_BEGIN_DECLS

void gj_pdf_flow_part (GjPdfSheet *sheet,
                       GPtrArray  *parts);

G_END_DECLS
