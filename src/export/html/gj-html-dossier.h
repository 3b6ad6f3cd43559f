/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-render.h"

G_BEGIN_DECLS

GBytes *gj_html_export_dossier (const GjDossier  *dossier,
                                GCancellable     *cancellable,
                                GError          **error);

G_END_DECLS
