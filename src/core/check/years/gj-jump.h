/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-report.h"

G_BEGIN_DECLS

/* Two years' values of one cell: what the checks ask about them (C08, C09), and what a
 * comparison marks, so that both always say the same. */

gint64   _gj_get_large_number (GjReport        *report);
gboolean _gj_is_jump          (const GjDecimal *last_value,
                               const GjDecimal *value);
gboolean _gj_is_repeated      (const GjDecimal *last_value,
                               const GjDecimal *value,
                               gint64           large);

G_END_DECLS
