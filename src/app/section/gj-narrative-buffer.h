/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gj-session.h"

G_BEGIN_DECLS

/**
 * GjNarrativePart:
 * @GJ_NARRATIVE_BEFORE: what stands before the section's table, or all when it has none
 * @GJ_NARRATIVE_AFTER: what stands after the table
 */
typedef enum
{
  GJ_NARRATIVE_BEFORE,
  GJ_NARRATIVE_AFTER,
} GjNarrativePart;

guint gj_narrative_part_find (GjNarrative     *narrative,
                              GjNarrativePart  part,
                              guint           *n_blocks);

#define GJ_TYPE_NARRATIVE_BUFFER (gj_narrative_buffer_get_type ())

/* A text buffer that is a part of a narrative: what is typed into it becomes edits of the
 * report, and what changes in the report is shown in it. */

G_DECLARE_FINAL_TYPE (GjNarrativeBuffer, gj_narrative_buffer, GJ, NARRATIVE_BUFFER, GtkTextBuffer)

GjNarrativeBuffer *gj_narrative_buffer_new          (GjSession          *session,
                                                     guint               section,
                                                     GjNarrativePart     part);
GjSession *        gj_narrative_buffer_get_session  (GjNarrativeBuffer  *self);
guint              gj_narrative_buffer_get_section  (GjNarrativeBuffer  *self);
guint              gj_narrative_buffer_get_first_block
                                                    (GjNarrativeBuffer  *self,
                                                     guint              *n_blocks);

/* What follows is a step of its own: a paste, a replacement. */

void               gj_narrative_buffer_begin_step   (GjNarrativeBuffer  *self,
                                                     const char         *label);
void               gj_narrative_buffer_end_step     (GjNarrativeBuffer  *self);

G_END_DECLS
