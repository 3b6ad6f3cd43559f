/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-search.h"
#include "gj-session.h"

G_BEGIN_DECLS

/* Puts other words in the place of those that were found. A cell is replaced only by
 * itself, when a person has seen it; all at once are texts, never the numbers of tables. */

gboolean gj_session_replace_hit (GjSession    *self,
                                 const GjHit  *hit,
                                 const char   *words,
                                 const char   *replacement);
guint    gj_session_replace_all (GjSession    *self,
                                 guint         section,
                                 const char   *words,
                                 const char   *replacement);

G_END_DECLS
