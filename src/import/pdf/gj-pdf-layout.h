/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "gj-pdf-page.h"
#include "gj-raw-document.h"

G_BEGIN_DECLS

GjRawDocument *gj_pdf_layout_read (const GPtrArray  *pages,
                                   GCancellable     *cancellable,
                                   GError          **error);

G_END_DECLS
