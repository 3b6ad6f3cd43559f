/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-last-year.h"

G_BEGIN_DECLS

/* Words */

char *_gj_years_dup_report_name (const GjFacts          *facts);
char *_gj_years_dup_cell_name   (const GjFacts          *facts,
                                 guint                   last_cell);
char *_gj_years_format_relation (const GjFacts          *facts,
                                 const GjRelation       *relation,
                                 const GjRelationValue  *value);

/* Findings: what last year's report takes part with. */

void  _gj_years_set_cells       (GjFindingBuilder       *builder,
                                 const GjFacts          *facts,
                                 const guint            *last_cells,
                                 guint                   n_last_cells);
char *_gj_years_dup_basis       (const GjFacts          *facts,
                                 const char             *basis,
                                 const guint            *last_cells,
                                 guint                   n_last_cells);
void  _gj_years_set_relation    (GjFindingBuilder       *builder,
                                 const GjFacts          *facts,
                                 const GjRelation       *relation);

gboolean _gj_years_read_pair    (const GjFacts          *facts,
                                 const GjYearPair       *pair,
                                 GjDecimal              *last_value,
                                 GjDecimal              *value);
char *_gj_years_name_pair       (const GjFacts          *facts,
                                 const GjYearPair       *pair);
void  _gj_years_set_pair        (GjFindingBuilder       *builder,
                                 const GjFacts          *facts,
                                 const GjYearPair       *pair);

/* Checks */

void  _gj_years_check_bodies    (const GjFacts          *facts,
                                 GPtrArray              *findings);
void  _gj_years_check_fields    (const GjFacts          *facts,
                                 GPtrArray              *findings);
void  _gj_years_check_cell      (const GjFacts          *facts,
                                 guint                   cell,
                                 GPtrArray              *findings);
gboolean _gj_years_check_unit   (const GjFacts          *facts,
                                 const GjYearPair       *pair,
                                 GPtrArray              *findings);
void  _gj_years_check_table     (const GjFacts          *facts,
                                 guint                   table,
                                 GPtrArray              *findings);
void  _gj_years_check_text      (const GjFacts          *facts,
                                 guint                   narrative,
                                 GPtrArray              *findings);
void  _gj_years_check_growth    (const GjFacts          *facts,
                                 guint                   narrative,
                                 GPtrArray              *findings);
gboolean _gj_is_rolled_forward  (const GjForm           *form,
                                 guint                   cell);

G_END_DECLS
