/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-text-paragraph.h"

G_BEGIN_DECLS

/**
 * GjTextLikeness:
 * @a: a paragraph of the old side
 * @b: a paragraph of the new side
 * @common: the weight of what both say
 *
 * How much two paragraphs have in common. What few paragraphs say weighs more than what
 * many do.
 */
typedef struct
{
  guint a;
  guint b;
  guint common;
} GjTextLikeness;

/* The paragraphs of two sides, and which of them are alike. */

typedef struct _GjTextLikes GjTextLikes;

GjTextLikes *          _gj_text_likes_new           (GjTextFeatures    *features,
                                                     GPtrArray         *old_paragraphs);
void                   _gj_text_likes_free          (GjTextLikes       *self);
void                   _gj_text_likes_find          (GjTextLikes       *self,
                                                     GPtrArray         *new_paragraphs);
const GArray *         _gj_text_likes_get_all       (const GjTextLikes *self);
const GjTextParagraph *_gj_text_likes_get_paragraph (const GjTextLikes *self,
                                                     gboolean           is_new,
                                                     guint              paragraph);
guint                  _gj_text_likes_get_n         (const GjTextLikes *self,
                                                     gboolean           is_new);
guint                  _gj_text_likes_get_common    (const GjTextLikes *self,
                                                     guint              a,
                                                     guint              b);
guint                  _gj_text_likes_get_weight    (const GjTextLikes *self,
                                                     gboolean           is_new,
                                                     guint              paragraph);
guint                  _gj_text_likes_get_per_mille (const GjTextLikes *self,
                                                     guint              a,
                                                     guint              b);
gboolean               _gj_text_likes_are_same      (const GjTextLikes *self,
                                                     guint              a,
                                                     guint              b);
gboolean               _gj_text_likes_share_heading (const GjTextLikes *self,
                                                     guint              a,
                                                     guint              b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GjTextLikes, _gj_text_likes_free)

G_END_DECLS
