/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-core.h"

G_BEGIN_DECLS

/* Words of a report that every format writes alike. */

char *      gj_export_dup_title      (GjReport     *report);
char *      gj_export_dup_title_line (GjReport     *report);
char *      gj_export_dup_date       (GjReport     *report);
gboolean    gj_export_has_date       (GjReport     *report);
char *      gj_export_dup_made_on    (GjReport     *report);
const char *gj_export_get_slot_text  (GjReport     *report,
                                      const GjSlot *slot);
gboolean    gj_export_has_table_mark (GjNarrative  *narrative);

G_END_DECLS
