/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-block.h"

G_BEGIN_DECLS

GjBlock *_gj_block_new_line (const char *text,
                             gsize       length);

G_END_DECLS
