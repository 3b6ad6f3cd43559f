/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gj-session.h"

G_BEGIN_DECLS

/* Ties a label that can be edited to the heading of a section: what is typed becomes a
 * step; what the form calls the section stands there when nothing else does. */

void gj_section_heading_bind (GtkEditableLabel  *label,
                              GjSession         *session,
                              guint              section);

G_END_DECLS
