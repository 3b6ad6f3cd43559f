/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gj-session.h"

G_BEGIN_DECLS

#define GJ_TYPE_REFERENCE (gj_reference_get_type ())

/* What last year's report says in a section, to read beside the new text. A paragraph can
 * be taken over; it is then marked in the new text until it is rewritten. Nothing is shown
 * while last year's report has no text there. */

G_DECLARE_FINAL_TYPE (GjReference, gj_reference, GJ, REFERENCE, GtkBox)

GtkWidget *gj_reference_new        (GjSession    *session,
                                    guint         section);
GtkWidget *gj_reference_new_above  (GjSession    *session,
                                    guint         section);
GtkWidget *gj_reference_get_toggle (GjReference  *self);
void       gj_reference_copy       (GjReference  *self,
                                    guint         block);
void       gj_reference_set_shown  (GjReference  *self,
                                    gboolean      shown);

G_END_DECLS
