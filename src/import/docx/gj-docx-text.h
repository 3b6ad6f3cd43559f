/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-base.h"

G_BEGIN_DECLS

char *gj_docx_dup_text       (const xmlNode *node);
char *gj_docx_dup_run_text   (const xmlNode *node);
char *gj_docx_dup_drawn_text (const xmlNode *node);

G_END_DECLS
