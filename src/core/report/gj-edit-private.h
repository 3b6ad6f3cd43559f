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

void         _gj_change_clear     (gpointer        data);

/* What a change of a narrative makes of it, NULL when it does not fit. */

GjNarrative *_gj_change_narrative (GjNarrative    *narrative,
                                   const GjChange *change,
                                   gboolean        reverted);

GjEdit *     _gj_edit_copy_typing (const GjEdit   *self);

/* What a change that is added next makes of the words of comments. */

void         _gj_edit_fit_comments (GjEdit         *self,
                                    GjReport       *report,
                                    const GjChange *next);

G_END_DECLS
