/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-form.h"

#include "gj-form-private.h"

G_DEFINE_QUARK (gj-form-error-quark, gj_form_error)
G_DEFINE_BOXED_TYPE (GjForm, gj_form, gj_form_ref, gj_form_unref)

GjForm *
_gj_form_new (void)
{
  GjForm *self = g_new0 (GjForm, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->strings = g_string_chunk_new (16 * 1024);
  self->blocks = g_ptr_array_new_with_free_func (g_free);
  self->sections = g_array_new (FALSE, TRUE, sizeof (GjSection));
  self->tables = g_array_new (FALSE, TRUE, sizeof (GjTable));
  self->variants = g_array_new (FALSE, TRUE, sizeof (GjVariant));
  self->cells = g_array_new (FALSE, TRUE, sizeof (GjCell));
  self->relations = g_array_new (FALSE, TRUE, sizeof (GjRelation));
  self->phrases = g_array_new (FALSE, TRUE, sizeof (GjPhrase));
  self->equivalents = g_array_new (FALSE, TRUE, sizeof (GjEquivalent));
  self->money_rules = g_array_new (FALSE, TRUE, sizeof (GjMoneyRule));
  self->figures = g_array_new (FALSE, TRUE, sizeof (GjFormFigure));
  self->boilerplate = g_array_new (TRUE, TRUE, sizeof (const char *));
  self->cell_index = g_hash_table_new (g_str_hash, g_str_equal);
  self->quantities = g_hash_table_new (g_str_hash, g_str_equal);

  return self;
}

static void
gj_form_free (GjForm *self)
{
  g_hash_table_unref (self->quantities);
  g_hash_table_unref (self->cell_index);
  g_array_unref (self->boilerplate);
  g_array_unref (self->figures);
  g_array_unref (self->money_rules);
  g_array_unref (self->equivalents);
  g_array_unref (self->phrases);
  g_array_unref (self->relations);
  g_array_unref (self->cells);
  g_array_unref (self->variants);
  g_array_unref (self->tables);
  g_array_unref (self->sections);
  g_ptr_array_unref (self->blocks);
  g_string_chunk_free (self->strings);
  g_free (self);
}

gpointer
_gj_form_alloc (GjForm *self,
                gsize   size)
{
  gpointer block = g_malloc0 (MAX (size, 1));

  g_ptr_array_add (self->blocks, block);
  return block;
}

gpointer
_gj_form_take_array (GjForm *self,
                     GArray *array,
                     guint  *length)
{
  gpointer block;

  if (length != NULL)
    *length = array->len;

  block = g_array_free (array, FALSE);
  if (block != NULL)
    g_ptr_array_add (self->blocks, block);
  return block;
}

const char *
_gj_form_intern (GjForm     *self,
                 const char *text)
{
  return text != NULL ? g_string_chunk_insert_const (self->strings, text) : NULL;
}

/**
 * gj_form_ref:
 * @self: a form
 *
 * Returns: (transfer full): @self
 */
GjForm *
gj_form_ref (GjForm *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * gj_form_unref:
 * @self: (transfer full): a form
 *
 * Gives back one reference; the last one frees the form.
 */
void
gj_form_unref (GjForm *self)
{
  g_return_if_fail (self != NULL);

  if (g_atomic_ref_count_dec (&self->ref_count))
    gj_form_free (self);
}

const char *
gj_form_get_id (const GjForm *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->id;
}

const GjLabel *
gj_form_get_name (const GjForm *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return &self->name;
}

/**
 * gj_form_get_basis:
 * @self: a form
 *
 * Returns: the document number of the notice that prescribes the form
 */
const char *
gj_form_get_basis (const GjForm *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->basis;
}

int
gj_form_get_first_year (const GjForm *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->first_year;
}

/**
 * gj_form_get_last_year:
 * @self: a form
 *
 * Returns: the last report year of the form, or 0 while it is in force
 */
int
gj_form_get_last_year (const GjForm *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->last_year;
}

guint
gj_form_get_n_sections (const GjForm *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->sections->len;
}

const GjSection *
gj_form_get_section (const GjForm *self,
                     guint         index)
{
  g_return_val_if_fail (self != NULL && index < self->sections->len, NULL);

  return &g_array_index (self->sections, GjSection, index);
}

/**
 * gj_form_find_section:
 * @self: a form
 * @id: a section's id
 *
 * Returns: the section's index, or %GJ_NONE
 */
guint
gj_form_find_section (const GjForm *self,
                      const char   *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, GJ_NONE);

  for (guint i = 0; i < self->sections->len; i++)
    if (g_str_equal (gj_form_get_section (self, i)->id, id))
      return i;

  return GJ_NONE;
}

guint
gj_form_get_n_tables (const GjForm *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->tables->len;
}

const GjTable *
gj_form_get_table (const GjForm *self,
                   guint         index)
{
  g_return_val_if_fail (self != NULL && index < self->tables->len, NULL);

  return &g_array_index (self->tables, GjTable, index);
}

/**
 * gj_form_find_table:
 * @self: a form
 * @id: a table's id
 *
 * Returns: the table's index, or %GJ_NONE
 */
guint
gj_form_find_table (const GjForm *self,
                    const char   *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, GJ_NONE);

  for (guint i = 0; i < self->tables->len; i++)
    if (g_str_equal (gj_form_get_table (self, i)->id, id))
      return i;

  return GJ_NONE;
}

guint
gj_form_get_n_variants (const GjForm *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->variants->len;
}

const GjVariant *
gj_form_get_variant (const GjForm *self,
                     guint         index)
{
  g_return_val_if_fail (self != NULL && index < self->variants->len, NULL);

  return &g_array_index (self->variants, GjVariant, index);
}

/**
 * gj_form_find_variant:
 * @self: a form
 * @id: (nullable): a variant's id
 *
 * Returns: (nullable): the variant, or %NULL when the form has none of that id
 */
const GjVariant *
gj_form_find_variant (const GjForm *self,
                      const char   *id)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; id != NULL && i < self->variants->len; i++)
    if (g_str_equal (gj_form_get_variant (self, i)->id, id))
      return gj_form_get_variant (self, i);

  return NULL;
}

guint
gj_form_get_n_cells (const GjForm *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->cells->len;
}

const GjCell *
gj_form_get_cell (const GjForm *self,
                  guint         index)
{
  g_return_val_if_fail (self != NULL && index < self->cells->len, NULL);

  return &g_array_index (self->cells, GjCell, index);
}

/**
 * gj_form_find_cell:
 * @self: a form
 * @id: a cell's id, "table/row/column"
 *
 * Returns: the cell's index, or %GJ_NONE
 */
guint
gj_form_find_cell (const GjForm *self,
                   const char   *id)
{
  gpointer index;

  g_return_val_if_fail (self != NULL && id != NULL, GJ_NONE);

  if (!g_hash_table_lookup_extended (self->cell_index, id, NULL, &index))
    return GJ_NONE;

  return GPOINTER_TO_UINT (index);
}

const GjRow *
gj_form_get_row (const GjForm *self,
                 guint         cell)
{
  const GjCell *c = gj_form_get_cell (self, cell);

  return c != NULL ? &gj_form_get_table (self, c->table)->rows[c->row] : NULL;
}

const GjColumn *
gj_form_get_column (const GjForm *self,
                    guint         cell)
{
  const GjCell *c = gj_form_get_cell (self, cell);

  return c != NULL ? &gj_form_get_table (self, c->table)->columns[c->column] : NULL;
}
