/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gj-session.h"

G_BEGIN_DECLS

/* Exports the report: asks for the format and the file, writes it in a thread, and says
 * on @toasts how it went. */

void gj_export_job_begin (GtkWindow       *parent,
                          GjSession       *session,
                          AdwToastOverlay *toasts);

G_END_DECLS
