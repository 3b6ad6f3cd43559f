/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-core.h"

G_BEGIN_DECLS

/* How a form says that a section or a row of its table is to be filled in (填报说明). */

char *gj_guidance_dup_text (GjForm  *form,
                            guint    section,
                            guint    cell,
                            char   **with_source);

G_END_DECLS
