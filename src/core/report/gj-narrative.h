/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-block.h"

G_BEGIN_DECLS

/**
 * GjNarrative:
 *
 * The blocks of one section, immutable and counted by reference: an edit makes a new
 * narrative that shares the blocks it leaves alone.
 */
typedef struct _GjNarrative GjNarrative;

GjNarrative *gj_narrative_new          (GjBlock *const    *blocks,
                                        guint              n_blocks);
GjNarrative *gj_narrative_new_for_text (const char        *text);
GjNarrative *gj_narrative_ref          (GjNarrative       *self);
void         gj_narrative_unref        (GjNarrative       *self);
guint        gj_narrative_get_n_blocks (const GjNarrative *self);
GjBlock *    gj_narrative_get_block    (const GjNarrative *self,
                                        guint              index);
char *       gj_narrative_dup_text     (const GjNarrative *self);
gboolean     gj_narrative_is_empty     (const GjNarrative *self);
gboolean     gj_narrative_equal        (const GjNarrative *a,
                                        const GjNarrative *b);
GjNarrative *gj_narrative_splice       (GjNarrative       *self,
                                        guint              position,
                                        guint              n_removed,
                                        GjBlock *const    *added,
                                        guint              n_added);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GjNarrative, gj_narrative_unref)

G_END_DECLS
