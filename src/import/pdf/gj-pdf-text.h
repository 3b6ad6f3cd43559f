/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *gj_pdf_read_text (GBytes *bytes);

G_END_DECLS
