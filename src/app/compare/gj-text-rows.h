/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-core.h"

G_BEGIN_DECLS

/**
 * GjTextRow:
 * @kind: %GJ_PASSAGE_SAME also when only years moved on with the report
 * @is_moved: whether the other side has it elsewhere
 * @has_numbers: whether a number of it is another one
 * @old_first: its first paragraph at the old side
 * @n_old: how many it has there; 0 leaves that side empty
 * @new_first: its first paragraph at the new side
 * @n_new: how many it has there
 * @other: where the other side has what was moved: a paragraph, or %GJ_NONE
 * @percent: how much of the new words the old side has, too
 *
 * What stands side by side. Rows are in an order in which each side reads from its first
 * paragraph to its last; what was moved is a row at its old and one at its new place.
 */
typedef struct
{
  GjPassageKind kind;
  gboolean      is_moved;
  gboolean      has_numbers;
  guint         old_first;
  guint         n_old;
  guint         new_first;
  guint         n_new;
  guint         other;
  guint         percent;
} GjTextRow;

GArray *  gj_text_rows_new        (GPtrArray          *passages,
                                   const char *const  *old_texts,
                                   const char *const  *new_texts);
gboolean  gj_text_row_is_change   (const GjTextRow    *row,
                                   gboolean            numbers_only);

/**
 * GjMarkKind:
 * @GJ_MARK_QUIET: said by both sides
 * @GJ_MARK_MOVED: said by the other side elsewhere
 * @GJ_MARK_REMOVED: words of the old side only
 * @GJ_MARK_ADDED: words of the new side only
 * @GJ_MARK_NUMBER: a number that is another one
 */
typedef enum
{
  GJ_MARK_QUIET,
  GJ_MARK_MOVED,
  GJ_MARK_REMOVED,
  GJ_MARK_ADDED,
  GJ_MARK_NUMBER,
  GJ_N_MARKS,
} GjMarkKind;

/* A stretch of a paragraph, in code points. */

typedef struct
{
  GjMarkKind kind;
  guint      start;
  guint      end;
} GjTextMark;

/* (element-type GArray): for each paragraph of a side its marks (element-type GjTextMark).
 * @stretches: (nullable): what is said word for word as before; drawn quietly. */

GPtrArray * gj_text_rows_list_marks (GPtrArray          *passages,
                                     gboolean            is_new,
                                     const char *const  *texts,
                                     const GArray       *stretches,
                                     gboolean            numbers_only);

G_END_DECLS
