/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-base.h"
#include "gj-checker.h"
#include "gj-form.h"

G_BEGIN_DECLS

/**
 * GjOperand:
 * @is_present: whether the document has the cell at all
 * @number: how its text reads
 *
 * A cell as the checks see it.
 */
typedef struct
{
  gboolean     is_present;
  GjNumberText number;
} GjOperand;

/**
 * GjRelationState:
 * @GJ_RELATION_SILENT: not asked: nothing is filled in, or its condition is not met
 * @GJ_RELATION_HOLDS: 相符
 * @GJ_RELATION_VIOLATED: 不符
 * @GJ_RELATION_UNASSESSABLE: 无法核对
 */
typedef enum
{
  GJ_RELATION_SILENT,
  GJ_RELATION_HOLDS,
  GJ_RELATION_VIOLATED,
  GJ_RELATION_UNASSESSABLE,
} GjRelationState;

typedef struct
{
  GjRelationState state;
  GjSum           left;
  GjSum           right;
} GjRelationValue;

typedef struct _GjLastYear GjLastYear;

/**
 * GjTableFill:
 * @n_present: cells that the document has
 * @n_blank: those of them that hold no number but a blank, "/", "-" or 无
 * @n_zero: those of them that hold 0
 *
 * How a table is filled in.
 */
typedef struct
{
  guint n_present;
  guint n_blank;
  guint n_zero;
} GjTableFill;

/**
 * GjFacts:
 * @last: (nullable): what is known of last year's report; kept by the caller
 *
 * What all checks of one report start from. The invariant: @values and @tables always
 * fit @operands, which are read from the report one cell at a time.
 */
typedef struct
{
  GjReport         *report;
  GjForm           *form;
  const GjCheckSet *checks;
  const char       *variant;
  const GjLastYear *last;

  GjOperand        *operands;
  GjRelationValue  *values;
  GjTableFill      *tables;
} GjFacts;

void         _gj_facts_init           (GjFacts           *self,
                                       GjReport          *report,
                                       const GjCheckSet  *checks);
void         _gj_facts_clear          (GjFacts           *self);
void         _gj_facts_read           (GjFacts           *self);
void         _gj_facts_read_cell      (GjFacts           *self,
                                       guint              cell);
gboolean     _gj_facts_read_relation  (GjFacts           *self,
                                       guint              relation);
gboolean     _gj_facts_is_blank       (const GjFacts     *self,
                                       guint              cell);
gboolean     _gj_facts_is_table_blank (const GjFacts     *self,
                                       guint              table);
gboolean     _gj_facts_is_table_zero  (const GjFacts     *self,
                                       guint              table);

/* Words */

char *       _gj_facts_dup_cell_name  (const GjFacts     *self,
                                       guint              cell);
char *       _gj_facts_dup_cell_words (const GjFacts     *self,
                                       guint              cell);
char *       _gj_facts_dup_basis      (const GjFacts     *self,
                                       const guint       *cells,
                                       guint              n_cells);
void         _gj_facts_append_basis   (GString           *basis,
                                       const char        *text);
char *       _gj_format_amount        (const char        *number,
                                       const char        *unit);

/* Findings */

GjFindingBuilder *
             _gj_facts_begin_finding  (const GjFacts     *self,
                                       const char        *check,
                                       GjSeverity         severity,
                                       GjOutcome          outcome,
                                       guint              section);
GjFindingBuilder *
             _gj_facts_begin_cell_finding
                                      (const GjFacts     *self,
                                       const char        *check,
                                       GjSeverity         severity,
                                       GjOutcome          outcome,
                                       guint              cell);
void         _gj_facts_end_finding    (const GjFacts     *self,
                                       GjFindingBuilder  *builder,
                                       const char        *key,
                                       GPtrArray         *findings);

G_END_DECLS
