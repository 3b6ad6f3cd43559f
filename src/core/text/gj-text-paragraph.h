/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-text-token.h"

G_BEGIN_DECLS

/**
 * GjTextTrait:
 * @feature: the number of a feature, see #GjTextFeatures
 * @n: how often the paragraph has it
 */
typedef struct
{
  guint feature;
  guint n;
} GjTextTrait;

/**
 * GjTextParagraph:
 * @text: what it says
 * @tokens: (element-type GjTextToken): the same in pieces
 * @traits: (element-type GjTextTrait): its features, each once
 * @whole: the same for the same text, whatever its numbers
 * @heading: the same for the same heading; 0 if it begins with none
 *
 * A paragraph as it was read; it does not change and is counted by reference.
 */
typedef struct
{
  char    *text;
  GArray  *tokens;
  GArray  *traits;
  guint64  whole;
  guint64  heading;
} GjTextParagraph;

/* Which features there are, and how many paragraphs of either side have them. */

typedef struct _GjTextFeatures GjTextFeatures;

GjTextFeatures * _gj_text_features_new        (void);
void             _gj_text_features_free       (GjTextFeatures        *self);
guint            _gj_text_features_get_n      (const GjTextFeatures  *self);
void             _gj_text_features_count      (GjTextFeatures        *self,
                                               const GjTextParagraph *paragraph,
                                               gboolean               is_new,
                                               int                    n);
guint            _gj_text_features_get_n_old  (const GjTextFeatures  *self,
                                               guint                  feature);
const guint8 *   _gj_text_features_get_weights (const GjTextFeatures *self);

GjTextParagraph *_gj_text_paragraph_new       (GjTextWords           *words,
                                               GjTextFeatures        *features,
                                               const char            *text);
GjTextParagraph *_gj_text_paragraph_ref       (GjTextParagraph       *self);
void             _gj_text_paragraph_unref     (GjTextParagraph       *self);

/* More paragraphs of the old side than this have a feature that says nothing. */

#define GJ_TEXT_MAX_OWNERS 32u

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GjTextFeatures, _gj_text_features_free)

G_END_DECLS
