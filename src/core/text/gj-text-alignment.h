/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-text-change.h"

G_BEGIN_DECLS

/**
 * GjPassageKind:
 * @GJ_PASSAGE_SAME: both sides say it, word for word
 * @GJ_PASSAGE_CHANGED: both sides say it, in other words or with other numbers
 * @GJ_PASSAGE_REMOVED: only the old side has it
 * @GJ_PASSAGE_ADDED: only the new side has it
 */
typedef enum
{
  GJ_PASSAGE_SAME,
  GJ_PASSAGE_CHANGED,
  GJ_PASSAGE_REMOVED,
  GJ_PASSAGE_ADDED,
} GjPassageKind;

/**
 * GjPassage:
 * @is_moved: whether it stands elsewhere among the other passages than it did
 * @has_moved_years_only: whether it was changed in nothing but years that moved on with the
 *                        report; only set between reports of two years
 * @old_first: its first paragraph on the old side, or where it would stand there
 * @n_old: how many paragraphs it takes there; more than one where they were joined
 * @new_first: its first paragraph on the new side, or where it would stand there
 * @n_new: how many paragraphs it takes there; more than one where one was split
 * @changes: (element-type GjTextChange): of its paragraphs joined by LF, counted from the
 *           first byte of the passage; moves are numbered through all passages
 *
 * Paragraphs of two sides that belong together.
 */
typedef struct
{
  GjPassageKind  kind;
  gboolean       is_moved;
  gboolean       has_moved_years_only;
  guint          old_first;
  guint          n_old;
  guint          new_first;
  guint          n_new;
  GArray        *changes;
} GjPassage;

gboolean   gj_passage_is_change (const GjPassage *self);

/* Passages in the reading order of the new side; what only the old side has stands after
 * what stood before it there. Every paragraph of either side is in one passage: what was
 * moved is there once, where the new side has it. Frees with g_ptr_array_unref(). */

GPtrArray *gj_text_align (const char *const *old_paragraphs,
                          guint              n_old,
                          const char *const *new_paragraphs,
                          guint              n_new);

/* The same for a new side that is being edited: keeps what it has read. Its texts need not
 * outlive a call; the changes of the passages it returns are not to be written to. */

typedef struct _GjTextAligner GjTextAligner;

GjTextAligner *gj_text_aligner_new   (const char *const *old_paragraphs,
                                      guint              n_old);
void           gj_text_aligner_free  (GjTextAligner     *self);
GPtrArray *    gj_text_aligner_align (GjTextAligner     *self,
                                      const char *const *new_paragraphs,
                                      guint              n_new);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GjTextAligner, gj_text_aligner_free)

G_END_DECLS
