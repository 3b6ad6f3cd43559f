/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-comment.h"
#include "gj-decision.h"
#include "gj-narrative.h"
#include "gj-text-shift.h"

G_BEGIN_DECLS

/**
 * GjChangeKind:
 * @GJ_CHANGE_CELL: the text of a cell; a %NULL text makes the cell absent
 * @GJ_CHANGE_FIELD: a field of the metadata
 * @GJ_CHANGE_HEADING: the heading of a section
 * @GJ_CHANGE_TEXT: characters inside one paragraph of a narrative
 * @GJ_CHANGE_BLOCKS: whole blocks of a narrative
 * @GJ_CHANGE_VARIANT: the variant of the form
 * @GJ_CHANGE_DECISION: a decision on a finding or note
 * @GJ_CHANGE_COMMENT: a comment
 * @GJ_CHANGE_SETTING: a setting kept with the report
 */
typedef enum
{
  GJ_CHANGE_CELL,
  GJ_CHANGE_FIELD,
  GJ_CHANGE_HEADING,
  GJ_CHANGE_TEXT,
  GJ_CHANGE_BLOCKS,
  GJ_CHANGE_VARIANT,
  GJ_CHANGE_DECISION,
  GJ_CHANGE_COMMENT,
  GJ_CHANGE_SETTING,
} GjChangeKind;

/**
 * GjChange:
 * @kind: what is changed
 * @index: the cell, field or section
 * @name: (nullable): key of the decision, id of the comment, name of the setting
 * @block: for text the paragraph's block, for blocks the first one, in the narrative
 * @offset: for text the place in the paragraph, in Unicode code points
 * @old_text: (nullable): what stood there
 * @new_text: (nullable): what stands there afterwards
 * @old_blocks: (nullable) (element-type GjBlock): the blocks removed
 * @new_blocks: (nullable) (element-type GjBlock): the blocks added
 * @shift: for text and blocks what becomes of places in the text of the narrative
 *
 * One change that can be applied and taken back. Belongs to its edit.
 */
typedef struct
{
  GjChangeKind  kind;
  guint         index;
  char         *name;
  guint         block;
  guint         offset;
  char         *old_text;
  char         *new_text;
  GPtrArray    *old_blocks;
  GPtrArray    *new_blocks;
  GjDecision   *old_decision;
  GjDecision   *new_decision;
  GjComment    *old_comment;
  GjComment    *new_comment;
  GjTextShift   shift;
} GjChange;

/**
 * GjEdit:
 *
 * A named step of the history: one or more changes made as one. Built for one report,
 * immutable once it is pushed, counted by reference.
 */
typedef struct _GjEdit GjEdit;
typedef struct _GjReport GjReport;

GjEdit *        gj_edit_new           (const char      *label);
GjEdit *        gj_edit_ref           (GjEdit          *self);
void            gj_edit_unref         (GjEdit          *self);
const char *    gj_edit_get_label     (const GjEdit    *self);
guint           gj_edit_get_n_changes (const GjEdit    *self);
const GjChange *gj_edit_get_change    (const GjEdit    *self,
                                       guint            index);
gboolean        gj_edit_is_empty      (const GjEdit    *self);

/* Each adds what the step changes, the old state being taken from the report as it is
 * when the step is built; what would change nothing is left out. */

void            gj_edit_set_cell      (GjEdit          *self,
                                       GjReport        *report,
                                       guint            cell,
                                       const char      *text);
void            gj_edit_set_field     (GjEdit          *self,
                                       GjReport        *report,
                                       guint            field,
                                       const char      *value);
void            gj_edit_set_heading   (GjEdit          *self,
                                       GjReport        *report,
                                       guint            section,
                                       const char      *heading);
void            gj_edit_change_text   (GjEdit          *self,
                                       GjReport        *report,
                                       guint            section,
                                       guint            block,
                                       guint            offset,
                                       const char      *removed,
                                       const char      *inserted);
void            gj_edit_change_blocks (GjEdit          *self,
                                       GjReport        *report,
                                       guint            section,
                                       guint            position,
                                       guint            n_removed,
                                       GjBlock *const  *added,
                                       guint            n_added);
void            gj_edit_set_variant   (GjEdit          *self,
                                       GjReport        *report,
                                       const char      *variant);
void            gj_edit_set_decision  (GjEdit          *self,
                                       GjReport        *report,
                                       const char      *key,
                                       GjDecision      *decision);
void            gj_edit_set_comment   (GjEdit          *self,
                                       GjReport        *report,
                                       const char      *id,
                                       GjComment       *comment);
void            gj_edit_set_setting   (GjEdit          *self,
                                       GjReport        *report,
                                       const char      *name,
                                       const char      *value);
gboolean        gj_edit_join          (GjEdit          *self,
                                       GjEdit          *next);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GjEdit, gj_edit_unref)

G_END_DECLS
