/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-core.h"

#include "gj-text-private.h"

G_BEGIN_DECLS

/* A slot of the layout with its text set. @text is %NULL when nothing stands there. */
typedef struct
{
  const GjSlot *slot;
  GjText       *text;
  GArray       *lines;
  double        size;
  double        lead;
  gboolean      left;
} GjSlotSet;

/* A table set in one size: where its columns begin (n_positions + 1 of them, from 0 to
   the type area's width), how high its lines are. All in pt. */
typedef struct
{
  const GjTableLayout *layout;
  double               size;
  double               padding;
  double              *columns;
  double              *heights;
  guint               *owners;
  GjSlotSet           *slots;
} GjTableSet;

/* The lines of the layout that stand on one page: @n_heads repeated ones, which are
   those from @first_head, and then @start … @end - 1. */
typedef struct
{
  guint    first_head;
  guint    n_heads;
  guint    start;
  guint    end;
  gboolean continued;
} GjPortion;

GjTableSet *_gj_table_set_new              (GjJob            *job,
                                            GjReport         *report,
                                            const GjTable    *table);
void        _gj_table_set_free             (GjTableSet       *self);
double      _gj_table_set_get_height       (const GjTableSet *self);
double      _gj_table_set_get_upright      (const GjSlotSet  *set);

void        _gj_table_set_continue         (const GjTableSet *self,
                                            guint             start,
                                            GjPortion        *portion);
gboolean    _gj_table_set_fill             (const GjTableSet *self,
                                            double            room,
                                            gboolean          forced,
                                            GjPortion        *portion);
double      _gj_table_set_get_portion_height (const GjTableSet *self,
                                              const GjPortion  *portion);

void        _gj_table_set_draw             (const GjTableSet *self,
                                            GjJob            *job,
                                            const GjPortion  *portion,
                                            double            x,
                                            double            y,
                                            GjPage           *page);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GjTableSet, _gj_table_set_free)

/* Above a table that goes on: "续表". */
#define GJ_TABLE_CONTINUED_HEIGHT 18.0

G_END_DECLS
