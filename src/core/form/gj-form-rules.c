/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-form.h"

#include "gj-form-private.h"

void
_gj_form_index_relations (GjForm *self)
{
  guint n_cells = self->cells->len;

  self->cell_relations = _gj_form_alloc (self, n_cells * sizeof (guint *));
  self->n_cell_relations = _gj_form_alloc (self, n_cells * sizeof (guint));

  for (guint i = 0; i < self->relations->len; i++)
    {
      const GjRelation *relation = gj_form_get_relation (self, i);

      for (guint j = 0; j < relation->n_cells; j++)
        self->n_cell_relations[relation->cells[j]]++;
    }

  for (guint cell = 0; cell < n_cells; cell++)
    {
      gsize size = self->n_cell_relations[cell] * sizeof (guint);

      self->cell_relations[cell] = _gj_form_alloc (self, size);
      self->n_cell_relations[cell] = 0;
    }

  for (guint i = 0; i < self->relations->len; i++)
    {
      const GjRelation *relation = gj_form_get_relation (self, i);

      for (guint j = 0; j < relation->n_cells; j++)
        {
          guint cell = relation->cells[j];

          self->cell_relations[cell][self->n_cell_relations[cell]++] = i;
        }
    }
}

guint
gj_form_get_n_relations (const GjForm *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->relations->len;
}

const GjRelation *
gj_form_get_relation (const GjForm *self,
                      guint         index)
{
  g_return_val_if_fail (self != NULL && index < self->relations->len, NULL);

  return &g_array_index (self->relations, GjRelation, index);
}

/**
 * gj_form_get_relations_of_cell:
 * @self: a form
 * @cell: index of a cell
 * @n_relations: (out): how many there are
 *
 * Returns: (array length=n_relations): indices of the relations that the cell is in
 */
const guint *
gj_form_get_relations_of_cell (const GjForm *self,
                               guint         cell,
                               guint        *n_relations)
{
  g_return_val_if_fail (self != NULL && cell < self->cells->len, NULL);
  g_return_val_if_fail (n_relations != NULL, NULL);

  *n_relations = self->n_cell_relations[cell];
  return self->cell_relations[cell];
}

/**
 * gj_form_find_quantity:
 * @self: a form
 * @id: a quantity's id, or a cell's id for the cell alone
 *
 * Returns: (nullable): the quantity
 */
const GjQuantity *
gj_form_find_quantity (const GjForm *self,
                       const char   *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  return g_hash_table_lookup (self->quantities, id);
}

guint
gj_form_get_n_phrases (const GjForm *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->phrases->len;
}

const GjPhrase *
gj_form_get_phrase (const GjForm *self,
                    guint         index)
{
  g_return_val_if_fail (self != NULL && index < self->phrases->len, NULL);

  return &g_array_index (self->phrases, GjPhrase, index);
}

guint
gj_form_get_n_equivalents (const GjForm *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->equivalents->len;
}

const GjEquivalent *
gj_form_get_equivalent (const GjForm *self,
                        guint         index)
{
  g_return_val_if_fail (self != NULL && index < self->equivalents->len, NULL);

  return &g_array_index (self->equivalents, GjEquivalent, index);
}

guint
gj_form_get_n_money_rules (const GjForm *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->money_rules->len;
}

const GjMoneyRule *
gj_form_get_money_rule (const GjForm *self,
                        guint         index)
{
  g_return_val_if_fail (self != NULL && index < self->money_rules->len, NULL);

  return &g_array_index (self->money_rules, GjMoneyRule, index);
}

guint
gj_form_get_n_figures (const GjForm *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->figures->len;
}

/**
 * gj_form_get_figure:
 * @self: a form
 * @index: which figure
 *
 * Returns: one of the main figures, in the order of a chart
 */
const GjFormFigure *
gj_form_get_figure (const GjForm *self,
                    guint         index)
{
  g_return_val_if_fail (self != NULL && index < self->figures->len, NULL);

  return &g_array_index (self->figures, GjFormFigure, index);
}

/**
 * gj_form_get_boilerplate:
 * @self: a form
 *
 * Returns: (array zero-terminated=1): the words that any report of the form has: headings,
 *          the preface, phrases of the law. They say nothing about what one report took
 *          from another.
 */
const char *const *
gj_form_get_boilerplate (const GjForm *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return (const char *const *) self->boilerplate->data;
}
