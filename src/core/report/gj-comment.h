/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GjComment:
 * @id: unique in the report
 * @place: a cell id, a section id, "title", "preface" or "signature"
 * @who: (nullable): the author
 * @when: (nullable): ISO 8601, date only
 * @text: what was said
 * @answers: (nullable): id of the comment that this one answers
 * @start: with a section or the preface, where the words begin that are meant: in the text
 *         of the section, in code points; %GJ_NONE when the whole place is meant
 * @end: the same, exclusive; like @start when the words have gone
 * @done: whether somebody has seen to it
 *
 * A comment of a review. Immutable, counted by reference. Where its words stand is kept
 * true by the report while the text around them changes.
 */
typedef struct
{
  char     *id;
  char     *place;
  char     *who;
  char     *when;
  char     *text;
  char     *answers;
  guint     start;
  guint     end;
  gboolean  done;
} GjComment;

GjComment *gj_comment_new            (const char      *id,
                                      const char      *place,
                                      const char      *who,
                                      const char      *when,
                                      const char      *text);
GjComment *gj_comment_dup_with_text  (const GjComment *self,
                                      const char      *text);
GjComment *gj_comment_dup_as_answer  (const GjComment *self,
                                      const char      *answers);
GjComment *gj_comment_dup_with_words (const GjComment *self,
                                      guint            start,
                                      guint            end);
GjComment *gj_comment_dup_with_done  (const GjComment *self,
                                      gboolean         done);
GjComment *gj_comment_ref            (GjComment       *self);
void       gj_comment_unref          (GjComment       *self);
gboolean   gj_comment_has_words      (const GjComment *self);
gboolean   gj_comment_equal          (const GjComment *a,
                                      const GjComment *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GjComment, gj_comment_unref)

G_END_DECLS
