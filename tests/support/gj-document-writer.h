/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-core.h"

G_BEGIN_DECLS

/* A report as an office sends it in: a document of Word, or a web page. */

GBytes *gj_document_write_docx (GjReport *report);
GBytes *gj_document_write_html (GjReport *report);

G_END_DECLS
