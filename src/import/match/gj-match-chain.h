/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GjChainLink:
 * @from: where it stands in the document
 * @to: what of the form it may be
 * @score: how well it would be that
 *
 * A candidate, as a possible link of a chain that goes forward through document and form.
 */
typedef struct
{
  guint  from;
  guint  to;
  gint64 score;
} GjChainLink;

GArray *_gj_match_find_chain (const GjChainLink *links,
                              guint              n_links,
                              guint              n_to);

G_END_DECLS
