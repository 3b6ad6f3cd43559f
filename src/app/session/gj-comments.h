/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-session.h"

G_BEGIN_DECLS

/* The comments of a review (批注): what they are about in words, and the steps that write
 * them. A thread is a comment and its answers; an answer to a comment that is not there is
 * a thread of its own. All of them may be written in both modes. */

GPtrArray *gj_comments_list_threads      (GjReport         *report);
GPtrArray *gj_comments_list_answers      (GjReport         *report,
                                          const GjComment  *comment);
GjComment *gj_comments_find              (GjReport         *report,
                                          const char       *id);
guint      gj_comments_count_open        (GjReport         *report);
guint      gj_comments_find_section      (GjReport         *report,
                                          const GjComment  *comment);
char *     gj_comments_dup_place_name    (GjReport         *report,
                                          const char       *place);
char *     gj_comments_dup_words         (GjReport         *report,
                                          const char       *place,
                                          guint             start,
                                          guint             end);
char *     gj_comments_dup_signature     (const GjComment  *comment);

gboolean   gj_session_add_comment        (GjSession        *self,
                                          const char       *place,
                                          guint             start,
                                          guint             end,
                                          const char       *text,
                                          const char       *who);
gboolean   gj_session_answer_comment     (GjSession        *self,
                                          const char       *id,
                                          const char       *text,
                                          const char       *who);
gboolean   gj_session_reword_comment     (GjSession        *self,
                                          const char       *id,
                                          const char       *text);
gboolean   gj_session_set_comment_done   (GjSession        *self,
                                          const char       *id,
                                          gboolean          done);
gboolean   gj_session_remove_comment     (GjSession        *self,
                                          const char       *id);

G_END_DECLS
