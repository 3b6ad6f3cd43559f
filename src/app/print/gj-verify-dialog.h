/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gj-session.h"

G_BEGIN_DECLS

#define GJ_TYPE_VERIFY_DIALOG (gj_verify_dialog_get_type ())

/* Tells whether files and a typed code belong to the report that is open. Signal
 * "place-chosen" (): a difference was chosen, and the selection is at its place. */

G_DECLARE_FINAL_TYPE (GjVerifyDialog, gj_verify_dialog, GJ, VERIFY_DIALOG, AdwWindow)

GjVerifyDialog *gj_verify_dialog_new      (GtkWindow      *parent,
                                           GjSession      *session);
void            gj_verify_dialog_add_file (GjVerifyDialog *self,
                                           GFile          *file);
void            gj_verify_dialog_set_code (GjVerifyDialog *self,
                                           const char     *code);

/* Whether everything that was given has been looked at. */

gboolean        gj_verify_dialog_is_ready (GjVerifyDialog *self);

G_END_DECLS
