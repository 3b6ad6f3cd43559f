/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-text-change.h"
#include "gj-text-token.h"

G_BEGIN_DECLS

GArray *_gj_text_compare_tokens (const GArray *old_tokens,
                                 const GArray *new_tokens);

G_END_DECLS
