/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gj-session.h"

G_BEGIN_DECLS

#define GJ_TYPE_PREVIEW (gj_preview_get_type ())

/* The pages of a report as they will be on paper, and what may be chosen about them;
 * prints them and writes files for other programs. Signal "finding-chosen" (GjFinding):
 * a person wants to see what stands against a final copy. */

G_DECLARE_FINAL_TYPE (GjPreview, gj_preview, GJ, PREVIEW, AdwWindow)

GjPreview *gj_preview_new (GtkWindow *parent,
                           GjSession *session);
void       gj_preview_print  (GjPreview *self);
void       gj_preview_export (GjPreview *self);

/* Whether the pages have been laid out, and none are under way. */

gboolean   gj_preview_is_ready (GjPreview *self);

G_END_DECLS
