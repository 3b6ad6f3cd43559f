/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-narrative-buffer.h"

G_BEGIN_DECLS

#define GJ_TYPE_NARRATIVE_VIEW (gj_narrative_view_get_type ())

/* Comfortable writing of a part of a narrative. */

G_DECLARE_FINAL_TYPE (GjNarrativeView, gj_narrative_view, GJ, NARRATIVE_VIEW, GtkTextView)

GtkWidget *gj_narrative_view_new       (void);
void       gj_narrative_view_bind      (GjNarrativeView  *self,
                                        GjSession        *session,
                                        guint             section,
                                        GjNarrativePart   part);
gboolean   gj_narrative_view_reveal    (GjNarrativeView  *self,
                                        guint             text_start,
                                        guint             text_end);
gboolean   gj_narrative_view_get_words (GjNarrativeView  *self,
                                        guint            *text_start,
                                        guint            *text_end);

G_END_DECLS
