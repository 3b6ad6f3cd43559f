/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-core.h"
#include "gj-raw-document.h"

G_BEGIN_DECLS

void      gj_match_make_ready (void);
GjReport *gj_match_document   (const GjRawDocument  *document,
                               GjSourceBuilder      *source,
                               GCancellable         *cancellable,
                               GError              **error);

G_END_DECLS
