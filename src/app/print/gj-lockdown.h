/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the administrator of this computer has forbidden, as GNOME's lock-down settings
 * say. Each gives a sentence for the person, or NULL when it is allowed. */

const char *gj_lockdown_find_print_reason (void);
const char *gj_lockdown_find_save_reason  (void);
gboolean    gj_lockdown_has_print_setup   (void);

G_END_DECLS
