/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-core.h"

G_BEGIN_DECLS

GBytes *gj_xlsx_export (GjReport      *report,
                        GCancellable  *cancellable,
                        GError       **error);

G_END_DECLS
