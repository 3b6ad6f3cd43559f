/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-core.h"

#include "gj-text-private.h"

G_BEGIN_DECLS

/* What stands in a slot, shaped once in GJ_TABLE_BASE pt: everything in a table is in
   proportion to its size. @text is %NULL when nothing stands there. @width and @widest,
   that of the widest piece that must not be broken, are in em. */
typedef struct
{
  const GjSlot *slot;
  GjText       *text;
  double        width;
  double        widest;
  gboolean      left;
} GjSlotText;

#define GJ_TABLE_BASE 10.5

/* The texts of a table: what does not depend on the size in which it is set. @layout: that
   of the form without what the report has not. */
typedef struct
{
  GjTableLayout *layout;
  guint         *owners;
  GjSlotText    *slots;
} GjTableTexts;

/* How large and how loosely a table is set. @cost is what it counts for when pages are
   planned, in lines of blank paper; @parted: whether a table of this grade may be parted. */
typedef struct
{
  double   size;
  double   padding;
  double   cost;
  gboolean parted;
} GjTableGrade;

#define GJ_N_TABLE_GRADES 9

extern const GjTableGrade _gj_table_grades[GJ_N_TABLE_GRADES];

/* A slot with its lines broken, which are measured in its own @size. */
typedef struct
{
  const GjSlotText *text;
  GArray           *lines;
  double            size;
  double            lead;
} GjSlotSet;

/* A table set in one grade: where its columns begin (n_positions + 1 of them, from 0 to
   @width), where its lines begin (n_lines + 1 of them, from 0). All in pt. */
typedef struct
{
  const GjTableTexts *texts;
  const GjTableGrade *grade;
  double              width;
  double             *columns;
  double             *tops;
  GjSlotSet          *slots;
} GjTableSet;

/* The lines of the layout that stand on one page: @n_heads repeated ones, which are
   those from @first_head, and then @start … @end - 1. Each is drawn @stretch higher than
   it need be. */
typedef struct
{
  guint    first_head;
  guint    n_heads;
  guint    start;
  guint    end;
  gboolean continued;
  double   stretch;
} GjPortion;

/* A table in every grade that was asked for. @turned: on pages that are turned, as the
   last resort, when its numbers would be too small on upright ones. */
typedef struct
{
  GjTableTexts *texts;
  gboolean      turned;
  GjTableSet   *sets[GJ_N_TABLE_GRADES];
} GjTableSets;

GjTableLayout *_gj_table_layout_new           (GjReport            *report,
                                               const GjTableLayout *layout);
void          _gj_table_layout_free           (GjTableLayout       *self);

GjTableTexts *_gj_table_texts_new             (GjJob              *job,
                                               GjReport           *report,
                                               const GjTable      *table);
void          _gj_table_texts_free            (GjTableTexts       *self);

double       *_gj_table_columns_new           (const GjTableTexts *texts,
                                               double              size,
                                               double              width,
                                               double              part);

GjTableSet   *_gj_table_set_new               (const GjTableTexts *texts,
                                               guint               grade,
                                               double              width);
GjTableSet   *_gj_table_set_new_padded        (const GjTableSet   *other,
                                               guint               grade);
void          _gj_table_set_free              (GjTableSet         *self);
double        _gj_table_set_get_height        (const GjTableSet   *self);
double        _gj_table_set_get_least_number  (const GjTableSet   *self);
double        _gj_slot_set_get_upright        (const GjSlotSet    *self);

void          _gj_table_set_continue          (const GjTableSet   *self,
                                               guint               start,
                                               GjPortion          *portion);
gboolean      _gj_table_set_fill              (const GjTableSet   *self,
                                               double              room,
                                               gboolean            forced,
                                               GjPortion          *portion);
double        _gj_table_set_get_parting_cost  (const GjTableSet   *self,
                                               const GjPortion    *portion);
double        _gj_table_set_get_portion_height (const GjTableSet  *self,
                                                const GjPortion   *portion);

void          _gj_table_set_draw              (const GjTableSet   *self,
                                               GjJob              *job,
                                               const GjPortion    *portion,
                                               double              x,
                                               double              y,
                                               GjPage             *page);

GjTableSets  *_gj_table_sets_new              (GjJob              *job,
                                               GjReport           *report,
                                               const GjTable      *table);
void          _gj_table_sets_free             (GjTableSets        *self);
const GjTableSet *_gj_table_sets_get          (GjTableSets        *self,
                                               guint               grade);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GjTableTexts, _gj_table_texts_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GjTableSet, _gj_table_set_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GjTableSets, _gj_table_sets_free)

/* Beside the text of a slot, in pt. */
#define GJ_TABLE_MARGIN 3.0

/* Above a table that goes on: "续表". */
#define GJ_TABLE_CONTINUED_HEIGHT 18.0

G_END_DECLS
