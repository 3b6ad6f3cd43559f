/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gj-render.h"

#include "gj-session.h"

G_BEGIN_DECLS

/* One printing of a report's pages, with the settings kept in the report. */

gboolean gj_print_pages (GjPages    *pages,
                         GjSession  *session,
                         GtkWindow  *parent,
                         GError    **error);

G_END_DECLS
