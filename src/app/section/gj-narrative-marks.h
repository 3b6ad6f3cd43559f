/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-narrative-buffer.h"

G_BEGIN_DECLS

#define GJ_TYPE_NARRATIVE_MARKS (gj_narrative_marks_get_type ())

/* Underlines what findings say about the text of a buffer, overlines what comments are
 * about, and sets its headings. */

G_DECLARE_FINAL_TYPE (GjNarrativeMarks, gj_narrative_marks, GJ, NARRATIVE_MARKS, GObject)

GjNarrativeMarks *gj_narrative_marks_new       (GjNarrativeBuffer  *buffer);
gboolean          gj_narrative_marks_find      (GjNarrativeMarks   *self,
                                                GjFinding          *finding,
                                                GtkTextIter        *start,
                                                GtkTextIter        *end);
gboolean          gj_narrative_marks_get_range (GjNarrativeMarks   *self,
                                                guint               text_start,
                                                guint               text_end,
                                                GtkTextIter        *start,
                                                GtkTextIter        *end);
guint             gj_narrative_marks_get_place (GjNarrativeMarks   *self,
                                                const GtkTextIter  *iter);
gboolean          gj_narrative_marks_is_copied (GjNarrativeMarks   *self,
                                                const GtkTextIter  *iter);
GjFinding *       gj_narrative_marks_dup_at    (GjNarrativeMarks   *self,
                                                const GtkTextIter  *iter);

G_END_DECLS
