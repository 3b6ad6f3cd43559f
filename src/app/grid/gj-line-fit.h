/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

int gj_line_fit_balance (PangoLayout *layout,
                         int          width);

G_END_DECLS
