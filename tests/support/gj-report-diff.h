/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-core.h"

G_BEGIN_DECLS

/* What two reports publish, held side by side: one line for each difference, "" when there
 * is none. */

char *gj_report_diff       (GjReport *one,
                            GjReport *other);

/* The codes and places of the notes of an import, one after the other. */

char *gj_report_list_notes (GjReport *report);

G_END_DECLS
