/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gj-session.h"

G_BEGIN_DECLS

#define GJ_TYPE_LAST_YEAR_CARD (gj_last_year_card_get_type ())

/* Which report this one goes on from, and what is still to be written anew. Nothing is
 * shown for a report that goes on from none. */

G_DECLARE_FINAL_TYPE (GjLastYearCard, gj_last_year_card, GJ, LAST_YEAR_CARD, AdwPreferencesGroup)

void gj_last_year_card_set_session (GjLastYearCard *self,
                                    GjSession      *session);

G_END_DECLS
