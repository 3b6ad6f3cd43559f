/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gj-export.h"

#include "gj-session.h"

G_BEGIN_DECLS

#define GJ_TYPE_EXPORT_DIALOG (gj_export_dialog_get_type ())

/* Asks in which format; what the fonts of this computer cannot do is said before. Signal
 * "chosen" (const GjExportFormat *). */

G_DECLARE_FINAL_TYPE (GjExportDialog, gj_export_dialog, GJ, EXPORT_DIALOG, AdwWindow)

GjExportDialog *gj_export_dialog_new (GtkWindow *parent,
                                      GjSession *session);

G_END_DECLS
