/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-report.h"

G_BEGIN_DECLS

/* Which numbers of last year's report this year's go on from. The form says it: a
 * relation whose left side is one cell and whose right side speaks of last year. */

guint                _gj_past_find_cell       (const GjRelation *relation);
gboolean             _gj_past_read_cell       (GjForm           *form,
                                               guint             cell,
                                               GjReport         *last,
                                               GjDecimal        *out);
const GjEquivalent * _gj_past_find_equivalent (GjForm           *form,
                                               guint             cell,
                                               GjForm           *last_form);

G_END_DECLS
