/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-text-likeness.h"

G_BEGIN_DECLS

/**
 * GjTextGroup:
 * @a: its first paragraph on the old side
 * @n_a: how many it takes there
 * @b: its first paragraph on the new side
 * @n_b: how many it takes there
 * @is_moved: whether it is not in the order of the others
 *
 * Paragraphs of both sides that belong together; one of the two counts is 1.
 */
typedef struct
{
  guint    a;
  guint    n_a;
  guint    b;
  guint    n_b;
  gboolean is_moved;
} GjTextGroup;

GArray *_gj_text_groups_find (const GjTextLikes *likes);

G_END_DECLS
