/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-finding.h"
#include "gj-report.h"

G_BEGIN_DECLS

/**
 * GjVersionAsks:
 *
 * The places of one report that its findings ask to change: cells, fields, sections, and
 * in a section the sentences that are quoted.
 */
typedef struct _GjVersionAsks GjVersionAsks;

GjVersionAsks *_gj_version_asks_new         (GjReport            *report,
                                             GPtrArray           *findings);
void           _gj_version_asks_free        (GjVersionAsks       *self);
gboolean       _gj_version_asks_cell        (const GjVersionAsks *self,
                                             guint                cell);
gboolean       _gj_version_asks_field       (const GjVersionAsks *self,
                                             GjField              field);
gboolean       _gj_version_asks_section     (const GjVersionAsks *self,
                                             const char          *section);
gboolean       _gj_version_asks_words       (const GjVersionAsks *self,
                                             const char          *section,
                                             gsize                start,
                                             gsize                end);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GjVersionAsks, _gj_version_asks_free)

G_END_DECLS
