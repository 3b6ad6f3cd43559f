/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libxml/tree.h>

#include "gj-core.h"

G_BEGIN_DECLS

/* A document of Word, looked at as strictly as Word does. A part, and what XPath finds in
 * it; "w" is Word's own namespace. */

char *  gj_docx_dup_part    (GBytes     *bytes,
                             const char *name);
xmlDoc *gj_docx_read_part   (GBytes     *bytes,
                             const char *name);
guint   gj_docx_count       (xmlDoc     *doc,
                             const char *path);
void    gj_docx_check_valid (GBytes     *bytes,
                             guint       n_tables);

G_END_DECLS
