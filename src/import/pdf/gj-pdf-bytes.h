/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean gj_pdf_bytes_is_cut         (GBytes *bytes);
gboolean gj_pdf_bytes_is_spoilt      (GBytes *bytes);
GBytes * gj_pdf_bytes_without_groups (GBytes *bytes);
GBytes * gj_pdf_bytes_find_photo     (GBytes *bytes,
                                      guint   width,
                                      guint   height);

G_END_DECLS
