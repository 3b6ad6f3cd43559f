/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-pages.h"
#include "gj-text-private.h"

G_BEGIN_DECLS

GjPages *_gj_pages_dup (GjPages *self);

G_END_DECLS
