/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-narrative-buffer.h"

G_BEGIN_DECLS

/* Places in a section's text, as findings and comments count them, and places in the buffer
 * of a part of it. The text is the paragraphs of all parts, one break between two. To be
 * made anew when the text changes. */

typedef struct _GjNarrativePlaces GjNarrativePlaces;

GjNarrativePlaces *gj_narrative_places_new       (GjNarrativeBuffer  *buffer);
void               gj_narrative_places_free      (GjNarrativePlaces  *self);
gboolean           gj_narrative_places_get_range (GjNarrativePlaces  *self,
                                                  guint               text_start,
                                                  guint               text_end,
                                                  GtkTextIter        *start,
                                                  GtkTextIter        *end);
guint              gj_narrative_places_find      (GjNarrativePlaces  *self,
                                                  const GtkTextIter  *iter);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GjNarrativePlaces, gj_narrative_places_free)

G_END_DECLS
