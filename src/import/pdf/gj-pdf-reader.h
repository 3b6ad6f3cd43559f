/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "gj-raw-document.h"

G_BEGIN_DECLS

GjRawDocument *gj_pdf_read        (GBytes        *bytes,
                                   GCancellable  *cancellable,
                                   GError       **error);
GjRawDocument *gj_pdf_read_numbered (GBytes        *bytes,
                                     GCancellable  *cancellable,
                                     GError       **error);
GBytes *       gj_pdf_read_source (GBytes        *bytes);

G_END_DECLS
