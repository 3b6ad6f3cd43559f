/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gj-session.h"

G_BEGIN_DECLS

/* What kind of body a report is of, for whoever lets a person choose it: the names in a
 * list, which of them the report says, and the step that chooses another. */

GListModel * gj_kind_choice_create_names (void);
guint        gj_kind_choice_find         (GjReport    *report);
const char * gj_kind_choice_get_name     (const char  *kind);
gboolean     gj_kind_choice_push         (GjSession   *session,
                                          guint        selected);

G_END_DECLS
