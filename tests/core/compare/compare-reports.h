/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-core.h"

G_BEGIN_DECLS

/* Reports of an invented body, as the tests of comparisons need them. */

GjReport *  compare_report_new     (const char *form_id,
                                    int         year,
                                    const char *cells);
void        compare_report_write   (GjReport   *report,
                                    const char *section,
                                    const char *text);
void        compare_report_edit    (GjReport   *report,
                                    const char *cell,
                                    const char *text);
GjCellPair *compare_find_pair      (GjComparison *comparison,
                                    const char   *id);
char *      compare_describe_pair  (const GjCellPair *pair);
char *      compare_join_remarks   (GjComparison *comparison);

G_END_DECLS
