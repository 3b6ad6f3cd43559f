/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-pages.h"

G_BEGIN_DECLS

GPtrArray *gj_pages_list_missing (GjPages  *self,
                                  GjReport *report);

G_END_DECLS
