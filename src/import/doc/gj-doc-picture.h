/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-doc-file.h"

G_BEGIN_DECLS

GBytes *gj_doc_picture_read_inline (const GjDocFile *file,
                                    gsize            offset);
GBytes *gj_doc_picture_read_stored (const GjDocFile *file,
                                    guint32          number);

G_END_DECLS
