/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GJ_SIMILARITY_MIN_SIGNS:
 *
 * How many consecutive letters and numbers two texts must have in common before that is no
 * accident.
 */
#define GJ_SIMILARITY_MIN_SIGNS 8

/**
 * GjSimilarity:
 * @n_counted: characters of the new text that count: letters and figures that are not
 *             words of the form
 * @n_same: those of them that stand in the old text as well, word for word, in a stretch
 *          long enough to be no accident
 *
 * How much of a text was there before.
 */
typedef struct
{
  guint n_counted;
  guint n_same;
} GjSimilarity;

/**
 * GjStretch:
 * @start: its first byte in the new text
 * @end: the byte after its last
 * @old_start: where the old text says the same
 * @old_end: the byte after the last of that
 *
 * Words of the new text that the old one has, too.
 */
typedef struct
{
  gsize start;
  gsize end;
  gsize old_start;
  gsize old_end;
} GjStretch;

/* @boilerplate: (nullable) (array zero-terminated=1): words of the form, which count in
 * neither text. @stretches: (out) (optional) (element-type GjStretch). */

GjSimilarity gj_similarity_measure    (const char         *old_text,
                                       const char         *new_text,
                                       const char *const  *boilerplate,
                                       GArray            **stretches);
guint        gj_similarity_get_percent (const GjSimilarity *self);

/* The same for a new text that is being edited: keeps what it has read. */

typedef struct _GjSimilarityMeter GjSimilarityMeter;

GjSimilarityMeter *gj_similarity_meter_new     (const char         *old_text,
                                                const char *const  *boilerplate);
void               gj_similarity_meter_free    (GjSimilarityMeter  *self);
GjSimilarity       gj_similarity_meter_measure (GjSimilarityMeter  *self,
                                                const char         *new_text,
                                                GArray            **stretches);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GjSimilarityMeter, gj_similarity_meter_free)

G_END_DECLS
