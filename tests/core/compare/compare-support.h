/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-core.h"

G_BEGIN_DECLS

void  assert_reproduces (const char   *old_text,
                         const char   *new_text,
                         const GArray *changes);
char *write_changes     (const char   *old_text,
                         const char   *new_text,
                         const GArray *changes);

G_END_DECLS
