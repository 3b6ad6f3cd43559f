/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-render.h"

G_BEGIN_DECLS

GjFonts *_gj_export_get_fonts (GError **error);

G_END_DECLS
