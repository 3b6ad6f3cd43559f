/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-paper.h"
#include "gj-table-set-private.h"

/* 六号: numbers that would have to be smaller make the table turn. */
#define NUMBER_MIN 7.5

#define TIGHTEST (GJ_N_TABLE_GRADES - 1)

static void
clear_sets (GjTableSets *self)
{
  for (guint i = 0; i < GJ_N_TABLE_GRADES; i++)
    g_clear_pointer (&self->sets[i], _gj_table_set_free);
}

/* Turned only when that makes the numbers larger. */
static void
choose_turn (GjTableSets *self)
{
  double upright = _gj_table_set_get_least_number (_gj_table_sets_get (self, TIGHTEST));
  double turned;

  if (upright >= NUMBER_MIN)
    return;

  clear_sets (self);
  self->turned = TRUE;
  turned = _gj_table_set_get_least_number (_gj_table_sets_get (self, TIGHTEST));
  if (turned > upright)
    return;

  clear_sets (self);
  self->turned = FALSE;
}

/* (nullable): the table, %NULL when the report has none of its rows */
GjTableSets *
_gj_table_sets_new (GjJob         *job,
                    GjReport      *report,
                    const GjTable *table)
{
  g_autoptr (GjTableTexts) texts = _gj_table_texts_new (job, report, table);
  GjTableSets *self;

  if (texts->layout->n_lines == 0)
    return NULL;

  self = g_new0 (GjTableSets, 1);
  self->texts = g_steal_pointer (&texts);
  choose_turn (self);
  return self;
}

void
_gj_table_sets_free (GjTableSets *self)
{
  clear_sets (self);
  _gj_table_texts_free (self->texts);
  g_free (self);
}

static GjTableSet *
make_set (const GjTableSets *self,
          guint              grade)
{
  for (guint i = 0; i < GJ_N_TABLE_GRADES; i++)
    if (self->sets[i] != NULL && _gj_table_grades[i].size == _gj_table_grades[grade].size)
      return _gj_table_set_new_padded (self->sets[i], grade);
  return _gj_table_set_new (self->texts, grade, self->turned ? GJ_PAPER_TYPE_HEIGHT : GJ_PAPER_TYPE_WIDTH);
}

/* (transfer none): the table in a grade. */
const GjTableSet *
_gj_table_sets_get (GjTableSets *self,
                    guint        grade)
{
  if (self->sets[grade] == NULL)
    self->sets[grade] = make_set (self, grade);
  return self->sets[grade];
}
