/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-finding.h"
#include "gj-report.h"

G_BEGIN_DECLS

/**
 * GjTotal:
 * @cell: a cell that is the sum of others
 * @old_text: (nullable): what stands in it
 * @new_text: the sum of its parts
 *
 * A total that does not say what its parts add up to.
 */
typedef struct
{
  guint  cell;
  char  *old_text;
  char  *new_text;
} GjTotal;

gboolean   gj_totals_is_total     (const GjForm  *form,
                                   guint          cell);
char *     gj_totals_compute_cell (GjReport      *report,
                                   guint          cell);
GPtrArray *gj_totals_compute      (GjReport      *report,
                                   guint          table);
GPtrArray *gj_totals_compute_rest (GjReport      *report,
                                   guint          table,
                                   GHashTable    *held);
GjFinding *gj_totals_find_doubt   (GPtrArray     *totals,
                                   guint          cell,
                                   GListModel    *findings);
GjEdit *   gj_totals_make_edit    (GjReport      *report,
                                   GPtrArray     *totals,
                                   const char    *label);

G_END_DECLS
