/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-edit.h"

G_BEGIN_DECLS

struct _GjEdit
{
  char      *label;
  GArray    *changes;
  GPtrArray *drafts;
};

GjEdit *_gj_edit_copy_typing (const GjEdit *self);

G_END_DECLS
