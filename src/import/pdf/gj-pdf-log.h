/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void  gj_pdf_log_listen (void);
guint gj_pdf_log_take   (void);

G_END_DECLS
