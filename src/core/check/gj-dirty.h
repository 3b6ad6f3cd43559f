/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-slots.h"

G_BEGIN_DECLS

/**
 * GjTouch:
 * @GJ_TOUCH_NONE: nothing that the slot looks at has changed
 * @GJ_TOUCH_REMEDY: only what is offered for a broken equation may be another thing now
 * @GJ_TOUCH_WHOLE: the slot is to be checked again
 */
typedef enum
{
  GJ_TOUCH_NONE,
  GJ_TOUCH_REMEDY,
  GJ_TOUCH_WHOLE,
} GjTouch;

/**
 * GjDirty:
 *
 * The slots that a change has touched, each once.
 */
typedef struct
{
  guint8 *marks;
  GArray *slots;
} GjDirty;

void _gj_dirty_init         (GjDirty       *self,
                             guint          n_slots);
void _gj_dirty_clear        (GjDirty       *self);
void _gj_dirty_reset        (GjDirty       *self);
void _gj_dirty_mark         (GjDirty       *self,
                             guint          slot);
GjTouch _gj_dirty_get       (const GjDirty *self,
                             guint          slot);
void _gj_dirty_mark_all     (GjDirty       *self,
                             const GjSlots *slots);
void _gj_dirty_mark_phrases (GjDirty       *self,
                             const GjSlots *slots,
                             guint          narrative);

/* Reads a changed cell into the facts and marks every slot whose findings may differ. */

void _gj_dirty_read_cell    (GjDirty       *self,
                             const GjSlots *slots,
                             GjFacts       *facts,
                             guint          cell);

/* The slots whose findings may take in a cell. */

void _gj_slots_list_of_cell (const GjSlots *slots,
                             guint          cell,
                             GArray        *out);

G_END_DECLS
