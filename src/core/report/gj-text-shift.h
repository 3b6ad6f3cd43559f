/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-narrative.h"

G_BEGIN_DECLS

/**
 * GjTextShift:
 * @at: where, in the text of the narrative, in code points
 * @n_removed: how many characters go there
 * @n_added: how many come in their place
 *
 * What a change of a narrative does to places in its text. Words are moved by it exactly
 * and back again when they have been fitted to it before: what is removed takes its
 * characters out of them, what is replaced is wholly within or without.
 */
typedef struct
{
  guint at;
  guint n_removed;
  guint n_added;
} GjTextShift;

/* The shift of characters in one paragraph, and the one between two texts. */

GjTextShift _gj_text_shift_in_block (const GjNarrative *narrative,
                                     guint              block,
                                     guint              offset,
                                     const char        *removed,
                                     const char        *added);
GjTextShift _gj_text_shift_between  (const GjNarrative *before,
                                     const GjNarrative *after);

gboolean    _gj_text_shift_fit      (GjTextShift        self,
                                     guint             *start,
                                     guint             *end);
void        _gj_text_shift_move     (GjTextShift        self,
                                     gboolean           reverted,
                                     guint             *start,
                                     guint             *end);

G_END_DECLS
