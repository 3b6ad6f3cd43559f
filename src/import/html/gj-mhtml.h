/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "gj-raw-document.h"

G_BEGIN_DECLS

GjRawDocument *gj_mhtml_read (GBytes        *bytes,
                              GCancellable  *cancellable,
                              GError       **error);

G_END_DECLS
