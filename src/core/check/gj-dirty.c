/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-dirty.h"

/* What depends on what. A cell's text matters to its relations, to itself, to its amount
 * and to the rows of its table. A relation that changes matters to the broken equations
 * beside it, because what one of them offers must agree with all, to the blank cells in
 * it, which are offered 0 only while it holds, and to values left over by the import. All
 * that hangs on a whole table is looked at only when the table turns blank or 0. */

typedef struct
{
  gboolean is_present;
  gboolean is_table_blank;
  gboolean is_table_zero;
} GjBefore;

void
_gj_dirty_init (GjDirty *self,
                guint    n_slots)
{
  self->marks = g_new0 (guint8, n_slots);
  self->slots = g_array_new (FALSE, FALSE, sizeof (guint));
}

void
_gj_dirty_clear (GjDirty *self)
{
  g_clear_pointer (&self->marks, g_free);
  g_clear_pointer (&self->slots, g_array_unref);
}

/**
 * _gj_dirty_reset:
 * @self: marks
 *
 * Takes all marks away.
 */
void
_gj_dirty_reset (GjDirty *self)
{
  for (guint i = 0; i < self->slots->len; i++)
    self->marks[g_array_index (self->slots, guint, i)] = GJ_TOUCH_NONE;

  g_array_set_size (self->slots, 0);
}

static void
mark_as (GjDirty *self,
         guint    slot,
         GjTouch  touch)
{
  if (self->marks[slot] == GJ_TOUCH_NONE)
    g_array_append_val (self->slots, slot);

  self->marks[slot] = MAX (self->marks[slot], touch);
}

void
_gj_dirty_mark (GjDirty *self,
                guint    slot)
{
  mark_as (self, slot, GJ_TOUCH_WHOLE);
}

GjTouch
_gj_dirty_get (const GjDirty *self,
               guint          slot)
{
  return self->marks[slot];
}

static void
mark_range (GjDirty *self,
            guint    start,
            guint    end)
{
  for (guint i = start; i < end; i++)
    _gj_dirty_mark (self, i);
}

void
_gj_dirty_mark_all (GjDirty       *self,
                    const GjSlots *slots)
{
  mark_range (self, 0, slots->n_slots);
}

/**
 * _gj_dirty_mark_phrases:
 * @self: marks
 * @slots: the slots
 * @narrative: a section, or the preface
 *
 * Marks all that is looked for in a narrative.
 */
void
_gj_dirty_mark_phrases (GjDirty       *self,
                        const GjSlots *slots,
                        guint          narrative)
{
  _gj_dirty_mark (self, slots->first_taken_over + narrative);
  _gj_dirty_mark (self, slots->first_growth + narrative);
  for (guint i = slots->first_phrase + narrative; i < slots->n_slots; i += slots->n_narratives)
    _gj_dirty_mark (self, i);
}

static gboolean
is_trouble (GjRelationState state)
{
  return state == GJ_RELATION_VIOLATED || state == GJ_RELATION_UNASSESSABLE;
}

static void
mark_beside (GjDirty       *self,
             const GjSlots *slots,
             guint          relation,
             gboolean       trouble_changed)
{
  const GjFacts *facts = slots->facts;
  const GjRelation *rule = gj_form_get_relation (facts->form, relation);

  for (guint i = 0; i < rule->n_cells; i++)
    {
      guint cell = rule->cells[i];
      guint n_others;
      const guint *others = gj_form_get_relations_of_cell (facts->form, cell, &n_others);

      for (guint j = 0; j < n_others; j++)
        if (facts->values[others[j]].state == GJ_RELATION_VIOLATED)
          mark_as (self, others[j], GJ_TOUCH_REMEDY);

      if (trouble_changed && _gj_facts_is_blank (facts, cell))
        _gj_dirty_mark (self, slots->first_cell + cell);
    }

  mark_range (self, slots->first_surplus, slots->first_years);
}

static void
read_relation (GjDirty       *self,
               const GjSlots *slots,
               GjFacts       *facts,
               guint          relation)
{
  gboolean was_trouble = is_trouble (facts->values[relation].state);

  _gj_dirty_mark (self, relation);
  if (!_gj_facts_read_relation (facts, relation))
    return;

  mark_beside (self, slots, relation,
               was_trouble != is_trouble (facts->values[relation].state));
}

/* Nothing is held against last year while a table is blank. */
static void
read_across_years (GjDirty       *self,
                   const GjSlots *slots,
                   GjFacts       *facts,
                   guint          table)
{
  for (guint i = 0; i < gj_form_get_n_relations (facts->form); i++)
    {
      const GjRelation *relation = gj_form_get_relation (facts->form, i);

      if (relation->across_years && gj_form_get_cell (facts->form, relation->cells[0])->table == table)
        read_relation (self, slots, facts, i);
    }
}

static void
mark_table (GjDirty        *self,
            const GjSlots  *slots,
            guint           table,
            guint           cell,
            const GjBefore *before)
{
  const GjFacts *facts = slots->facts;
  const GjTable *info = gj_form_get_table (facts->form, table);
  gboolean is_blank = _gj_facts_is_table_blank (facts, table);

  if (is_blank != before->is_table_blank)
    mark_range (self, slots->first_cell + info->first_cell,
                slots->first_cell + info->first_cell + info->n_cells);
  if (is_blank || before->is_table_blank)
    _gj_dirty_mark (self, slots->first_blank + table);
  if (!facts->operands[cell].is_present || !before->is_present)
    _gj_dirty_mark (self, slots->first_rows + table);
  if (_gj_facts_is_table_zero (facts, table) != before->is_table_zero)
    mark_range (self, slots->first_phrase, slots->n_slots);
}

/* A number is told by its total, or by the whole table, when these are striking as well. */
static void
mark_years (GjDirty       *self,
            const GjSlots *slots,
            guint          table)
{
  const GjTable *info = gj_form_get_table (slots->facts->form, table);

  if (slots->facts->last == NULL)
    return;

  mark_range (self, slots->first_growth, slots->first_phrase);
  _gj_dirty_mark (self, slots->first_repeated + table);
  mark_range (self, slots->first_striking + info->first_cell,
              slots->first_striking + info->first_cell + info->n_cells);
}

static void
mark_money (GjDirty       *self,
            const GjSlots *slots,
            guint          cell)
{
  for (guint i = slots->first_money; i < slots->first_surplus; i++)
    {
      const GjMoneyRule *rule = gj_form_get_money_rule (slots->facts->form,
                                                        i - slots->first_money);

      if (rule->amount == cell || rule->items == cell)
        _gj_dirty_mark (self, i);
    }
}

/**
 * _gj_dirty_read_cell:
 * @self: marks
 * @slots: the slots of @facts
 * @facts: facts
 * @cell: a cell whose text has changed
 *
 * Brings the facts up to date and marks what they bear on.
 */
void
_gj_dirty_read_cell (GjDirty       *self,
                     const GjSlots *slots,
                     GjFacts       *facts,
                     guint          cell)
{
  guint table = gj_form_get_cell (facts->form, cell)->table;
  GjBefore before = { facts->operands[cell].is_present,
                      _gj_facts_is_table_blank (facts, table),
                      _gj_facts_is_table_zero (facts, table) };
  guint n_relations;
  const guint *relations = gj_form_get_relations_of_cell (facts->form, cell, &n_relations);

  _gj_facts_read_cell (facts, cell);
  _gj_dirty_mark (self, slots->first_cell + cell);
  for (guint i = 0; i < n_relations; i++)
    read_relation (self, slots, facts, relations[i]);

  if (_gj_facts_is_table_blank (facts, table) != before.is_table_blank)
    read_across_years (self, slots, facts, table);

  mark_table (self, slots, table, cell, &before);
  mark_money (self, slots, cell);
  mark_years (self, slots, table);
  mark_range (self, slots->first_surplus, slots->first_years);
}

/**
 * _gj_slots_list_of_cell:
 * @slots: slots
 * @cell: a cell
 * @out: (element-type guint): where the slots go
 *
 * Lists the slots whose findings may take in @cell.
 */
void
_gj_slots_list_of_cell (const GjSlots *slots,
                        guint          cell,
                        GArray        *out)
{
  guint table = gj_form_get_cell (slots->facts->form, cell)->table;
  guint own[] = { slots->first_cell + cell, slots->first_blank + table, slots->first_rows + table };
  guint n_relations;
  const guint *relations = gj_form_get_relations_of_cell (slots->facts->form, cell, &n_relations);

  g_array_append_vals (out, relations, n_relations);
  g_array_append_vals (out, own, G_N_ELEMENTS (own));
  for (guint i = slots->first_money; i < slots->n_slots; i++)
    g_array_append_val (out, i);
}
