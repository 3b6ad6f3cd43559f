/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-pair-plan.h"

/* Which numbers of two reports mean the same. In one form that is every cell; between two
 * forms it is what their equivalents say, read in either direction. A report whose variant
 * has one row for a group of rows is compared by the sum of the group, never by the row that
 * happens to carry it. The invariant: every cell of either form stands in one spec alone,
 * or is part of a sum, or both. */

#define OLD_ONLY (1u << 30)
#define MAX_COLUMNS 1024

struct _GjPairPlan
{
  GjForm          *old_form;
  GjForm          *new_form;
  const GjVariant *old_variant;
  const GjVariant *new_variant;
  GPtrArray       *specs;
  GArray          *first;
  GPtrArray       *tables;
  GPtrArray       *blocks;
};

/**
 * Coverage:
 * @is_alone: for each cell of a form whether a spec has it alone
 * @is_summed: whether it is part of a sum that can be compared
 * @reasons: why it cannot be compared, where the form says so
 */
typedef struct
{
  gboolean       *is_alone;
  gboolean       *is_summed;
  const GjLabel **reasons;
} Coverage;

static const GjLabel not_in_old = { "上一份报告的格式没有这一项。", "The form of the older report has no such cell." };
static const GjLabel not_in_new = { "这一份报告的格式没有这一项。", "The form of the newer report has no such cell." };
static const GjLabel one_row = {
  "另一份报告把这几行合填为一行，只能按几行之和比较。",
  "The other report has one row for the group, which is compared by its sum.",
};
static const GjLabel by_sum = {
  "其中一份报告把这几行合填为一行，按几行之和比较。",
  "One of the reports has one row for the group; the sums are compared.",
};

static void
coverage_init (Coverage     *self,
               const GjForm *form)
{
  guint n = gj_form_get_n_cells (form);

  self->is_alone = g_new0 (gboolean, n);
  self->is_summed = g_new0 (gboolean, n);
  self->reasons = g_new0 (const GjLabel *, n);
}

static void
coverage_clear (Coverage *self)
{
  g_free (self->is_alone);
  g_free (self->is_summed);
  g_free (self->reasons);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Coverage, coverage_clear)

static void
coverage_add (Coverage         *self,
              const GjPairSide *side)
{
  if (side->cell != GJ_NONE)
    self->is_alone[side->cell] = TRUE;
  else
    for (guint i = 0; i < side->n_terms; i++)
      self->is_summed[side->terms[i].cell] = TRUE;
}

static gpointer
keep (GjPairPlan *self,
      gpointer    block)
{
  g_ptr_array_add (self->blocks, block);
  return block;
}

static gboolean
has_row (const GjVariant *variant,
         const GjCell    *cell)
{
  if (variant == NULL || variant->table != cell->table)
    return FALSE;

  for (guint i = 0; i < variant->n_absent_rows; i++)
    if (variant->absent_rows[i] == cell->row)
      return TRUE;

  return variant->row == cell->row;
}

static gboolean
is_group_row (const GjVariant *variant,
              const GjCell    *cell)
{
  return variant != NULL && variant->table == cell->table && variant->row == cell->row;
}

/* The number in the comparison of the table that @cell of @form stands in. */
static guint
find_table (GjPairPlan   *self,
            const GjForm *form,
            guint         cell)
{
  const GjTable *table = gj_form_get_table (form, gj_form_get_cell (form, cell)->table);

  for (guint i = 0; i < self->tables->len; i++)
    if (g_str_equal (((const GjTable *) self->tables->pdata[i])->id, table->id))
      return i;

  g_ptr_array_add (self->tables, (gpointer) table);
  return self->tables->len - 1;
}

/* Sides */

static GjPairSide
side_for_quantity (const GjQuantity *quantity)
{
  GjPairSide side = { quantity->terms, quantity->n_terms, quantity->constant, GJ_NONE };

  if (side.n_terms == 1 && side.terms[0].factor == 1 && side.constant == 0)
    side.cell = side.terms[0].cell;

  return side;
}

static GjPairSide
side_for_cell (GjPairPlan *self,
               guint       cell)
{
  GjTerm *term;

  if (cell == GJ_NONE)
    return (GjPairSide) { .cell = GJ_NONE };

  term = keep (self, g_new0 (GjTerm, 1));
  *term = (GjTerm) { .factor = 1, .cell = cell };

  return (GjPairSide) { term, 1, 0, cell };
}

/* The rows of the group of a variant in one column. */
static GjPairSide
side_for_group (GjPairPlan      *self,
                const GjForm    *form,
                const GjVariant *variant,
                const char      *column_id)
{
  const GjTable *table = gj_form_get_table (form, variant->table);
  guint column = gj_table_find_column (table, column_id);
  GjTerm *terms = keep (self, g_new0 (GjTerm, variant->n_absent_rows + 1));
  guint n = 0;

  for (guint i = 0; i <= variant->n_absent_rows; i++)
    {
      guint row = i < variant->n_absent_rows ? variant->absent_rows[i] : variant->row;
      guint cell = column != GJ_NONE ? gj_table_find_cell (table, row, column) : GJ_NONE;

      if (cell != GJ_NONE)
        terms[n++] = (GjTerm) { .factor = 1, .cell = cell };
    }

  return (GjPairSide) { terms, n, 0, GJ_NONE };
}

gboolean
_gj_pair_side_has (const GjPairSide *self,
                   guint             cell)
{
  for (guint i = 0; i < self->n_terms; i++)
    if (self->terms[i].cell == cell)
      return TRUE;

  return FALSE;
}

/* Specs */

static const GjCell *
get_first_cell (const GjForm     *form,
                const GjPairSide *side)
{
  const GjCell *first = NULL;

  for (guint i = 0; i < side->n_terms; i++)
    {
      const GjCell *cell = gj_form_get_cell (form, side->terms[i].cell);

      if (first == NULL || cell->index < first->index)
        first = cell;
    }

  return first;
}

/* A sum stands before the rows that it is made of. */
static guint
get_order (const GjCell     *cell,
           const GjPairSide *side)
{
  return (cell->row * 2 + (side->cell != GJ_NONE)) * MAX_COLUMNS + cell->column;
}

static void
name_after_cell (GjPairSpec      *spec,
                 const GjForm    *form,
                 const GjCell    *cell,
                 const GjVariant *variant)
{
  spec->row = is_group_row (variant, cell) ? variant->name : gj_form_get_row (form, cell->index)->name;
  spec->column = gj_form_get_column (form, cell->index)->name;
  spec->type = cell->type;
  spec->unit = cell->unit;
}

/* Returns FALSE when neither side has any cell. */
static gboolean
place_spec (GjPairPlan *self,
            GjPairSpec *spec)
{
  const GjCell *new_cell = get_first_cell (self->new_form, &spec->new_side);
  const GjCell *old_cell = get_first_cell (self->old_form, &spec->old_side);
  gboolean is_old = new_cell == NULL || (spec->new_side.cell == GJ_NONE && spec->old_side.cell != GJ_NONE);

  if (new_cell == NULL && old_cell == NULL)
    return FALSE;

  if (is_old)
    name_after_cell (spec, self->old_form, old_cell, self->old_variant);
  else
    name_after_cell (spec, self->new_form, new_cell, self->new_variant);

  spec->id = is_old ? old_cell->id : new_cell->id;
  spec->table = new_cell != NULL ? find_table (self, self->new_form, new_cell->index)
                                 : find_table (self, self->old_form, old_cell->index);
  spec->order = new_cell != NULL ? get_order (new_cell, &spec->new_side)
                                 : get_order (old_cell, &spec->old_side) | OLD_ONLY;

  return TRUE;
}

static GjPairSpec *
add_spec (GjPairPlan    *self,
          GjPairSide     old_side,
          GjPairSide     new_side,
          gboolean       is_comparable,
          const GjLabel *reason)
{
  GjPairSpec *spec = g_new0 (GjPairSpec, 1);

  spec->old_side = old_side;
  spec->new_side = new_side;
  spec->is_comparable = is_comparable;
  if (reason != NULL)
    spec->reason = *reason;

  if (!place_spec (self, spec))
    {
      g_free (spec);
      return NULL;
    }

  g_ptr_array_add (self->specs, spec);
  return spec;
}

static void
add_incomparable (GjPairPlan    *self,
                  gboolean       is_new,
                  guint          cell,
                  gboolean       is_part,
                  const GjLabel *reason)
{
  GjPairSide nothing = { .cell = GJ_NONE };
  GjPairSide side = side_for_cell (self, cell);
  GjPairSpec *spec = add_spec (self, is_new ? nothing : side, is_new ? side : nothing, FALSE, reason);

  if (spec != NULL)
    spec->is_part = is_part;
}

/* One form */

/* The group is the same in both reports; only the rows that state it differ. */
static void
add_groups (GjPairPlan *self,
            const char *variant)
{
  const GjVariant *old_variant = gj_form_find_variant (self->old_form, variant);
  const GjVariant *new_variant = gj_form_find_variant (self->new_form, variant);
  const GjTable *table;

  if (old_variant == NULL || new_variant == NULL)
    return;

  table = gj_form_get_table (self->new_form, new_variant->table);
  for (guint i = 0; i < table->n_columns; i++)
    {
      const char *column = table->columns[i].id;
      GjPairSide old_side = side_for_group (self, self->old_form, old_variant, column);
      GjPairSide new_side = side_for_group (self, self->new_form, new_variant, column);
      GjPairSpec *spec = add_spec (self, old_side, new_side, TRUE, &by_sum);

      if (spec == NULL)
        continue;

      spec->id = keep (self, g_strdup_printf ("%s/%s/%s", table->id, variant, column));
      spec->row = new_variant->name;
    }
}

static void
plan_one_form (GjPairPlan *self)
{
  gboolean is_old = self->old_variant != NULL && self->new_variant == NULL;
  gboolean is_new = self->new_variant != NULL && self->old_variant == NULL;
  const GjVariant *group = is_old ? self->old_variant : is_new ? self->new_variant : NULL;

  if (group != NULL)
    add_groups (self, group->id);

  for (guint i = 0; i < gj_form_get_n_cells (self->new_form); i++)
    {
      const GjCell *cell = gj_form_get_cell (self->new_form, i);
      guint old = gj_form_find_cell (self->old_form, cell->id);

      if (has_row (group, cell))
        add_incomparable (self, is_old, is_old ? i : old, TRUE, &one_row);
      else if (old == GJ_NONE)
        add_incomparable (self, TRUE, i, FALSE, &not_in_old);
      else
        add_spec (self, side_for_cell (self, old), side_for_cell (self, i), TRUE, NULL);
    }

  for (guint i = 0; i < gj_form_get_n_cells (self->old_form); i++)
    if (gj_form_find_cell (self->new_form, gj_form_get_cell (self->old_form, i)->id) == GJ_NONE)
      add_incomparable (self, FALSE, i, FALSE, &not_in_new);
}

/* Two forms */

static void
note_reason (Coverage         *coverage,
             const GjQuantity *quantity,
             const GjLabel    *reason)
{
  for (guint i = 0; i < quantity->n_terms; i++)
    if (coverage->reasons[quantity->terms[i].cell] == NULL)
      coverage->reasons[quantity->terms[i].cell] = reason;
}

/* What @form says about @other_form; what both say alike counts once. */
static void
read_equivalents (GjPairPlan   *self,
                  const GjForm *form,
                  Coverage     *coverage,
                  const GjForm *other_form,
                  Coverage     *other_coverage,
                  GHashTable   *seen)
{
  for (guint i = 0; i < gj_form_get_n_equivalents (form); i++)
    {
      const GjEquivalent *equivalent = gj_form_get_equivalent (form, i);
      const GjQuantity *other = NULL;
      gboolean is_new = form == self->new_form;
      GjPairSide side;
      GjPairSide other_side;

      if (!g_str_equal (equivalent->form, gj_form_get_id (other_form)))
        continue;

      if (equivalent->other != NULL)
        other = gj_form_find_quantity (other_form, equivalent->other);
      if (other == NULL)
        {
          note_reason (coverage, equivalent->quantity, &equivalent->reason);
          continue;
        }

      if (!g_hash_table_add (seen, g_strdup_printf ("%s|%s", is_new ? other->id : equivalent->quantity->id,
                                                    is_new ? equivalent->quantity->id : other->id)))
        continue;

      side = side_for_quantity (equivalent->quantity);
      other_side = side_for_quantity (other);
      coverage_add (coverage, &side);
      coverage_add (other_coverage, &other_side);
      add_spec (self, is_new ? other_side : side, is_new ? side : other_side, TRUE, &equivalent->reason);
    }
}

/* What no equivalent speaks of. The row of a variant that stands for its group has been
 * compared as the group. */
static void
add_rest (GjPairPlan      *self,
          const GjForm    *form,
          const GjVariant *variant,
          const Coverage  *coverage)
{
  gboolean is_new = form == self->new_form;

  for (guint i = 0; i < gj_form_get_n_cells (form); i++)
    {
      const GjLabel *reason = coverage->reasons[i];

      if (coverage->is_alone[i])
        continue;
      if (coverage->is_summed[i] && is_group_row (variant, gj_form_get_cell (form, i)))
        continue;
      if (reason == NULL)
        reason = is_new ? &not_in_old : &not_in_new;

      add_incomparable (self, is_new, i, coverage->is_summed[i], reason);
    }
}

static void
plan_two_forms (GjPairPlan *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (Coverage) old_coverage = { NULL };
  g_auto (Coverage) new_coverage = { NULL };

  coverage_init (&old_coverage, self->old_form);
  coverage_init (&new_coverage, self->new_form);

  read_equivalents (self, self->new_form, &new_coverage, self->old_form, &old_coverage, seen);
  read_equivalents (self, self->old_form, &old_coverage, self->new_form, &new_coverage, seen);
  add_rest (self, self->new_form, self->new_variant, &new_coverage);
  add_rest (self, self->old_form, self->old_variant, &old_coverage);
}

static int
compare_specs (gconstpointer a,
               gconstpointer b)
{
  const GjPairSpec *left = *(GjPairSpec *const *) a;
  const GjPairSpec *right = *(GjPairSpec *const *) b;

  if (left->table != right->table)
    return left->table < right->table ? -1 : 1;
  if (left->order != right->order)
    return left->order < right->order ? -1 : 1;

  return 0;
}

static void
index_specs (GjPairPlan *self)
{
  guint next = 0;

  g_ptr_array_sort (self->specs, compare_specs);
  for (guint table = 0; table <= self->tables->len; table++)
    {
      while (next < self->specs->len && ((GjPairSpec *) self->specs->pdata[next])->table < table)
        next++;
      g_array_append_val (self->first, next);
    }
}

/**
 * _gj_pair_plan_new:
 * @old_form: the form of the older report
 * @old_variant: (nullable): its variant
 * @new_form: the form of the newer report
 * @new_variant: (nullable): its variant
 *
 * Returns: (transfer full): what of the two belongs together
 */
GjPairPlan *
_gj_pair_plan_new (GjForm     *old_form,
                   const char *old_variant,
                   GjForm     *new_form,
                   const char *new_variant)
{
  GjPairPlan *self = g_new0 (GjPairPlan, 1);

  self->old_form = gj_form_ref (old_form);
  self->new_form = gj_form_ref (new_form);
  self->old_variant = gj_form_find_variant (old_form, old_variant);
  self->new_variant = gj_form_find_variant (new_form, new_variant);
  self->specs = g_ptr_array_new_with_free_func (g_free);
  self->blocks = g_ptr_array_new_with_free_func (g_free);
  self->tables = g_ptr_array_new ();
  self->first = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < gj_form_get_n_tables (new_form); i++)
    g_ptr_array_add (self->tables, (gpointer) gj_form_get_table (new_form, i));

  if (g_str_equal (gj_form_get_id (old_form), gj_form_get_id (new_form)))
    plan_one_form (self);
  else
    plan_two_forms (self);
  index_specs (self);

  return self;
}

void
_gj_pair_plan_free (GjPairPlan *self)
{
  g_ptr_array_unref (self->specs);
  g_ptr_array_unref (self->blocks);
  g_ptr_array_unref (self->tables);
  g_array_unref (self->first);
  gj_form_unref (self->old_form);
  gj_form_unref (self->new_form);
  g_free (self);
}

guint
_gj_pair_plan_get_n_tables (const GjPairPlan *self)
{
  return self->tables->len;
}

const GjTable *
_gj_pair_plan_get_table (const GjPairPlan *self,
                         guint             table)
{
  return self->tables->pdata[table];
}

guint
_gj_pair_plan_get_n_specs (const GjPairPlan *self,
                           guint             table)
{
  return g_array_index (self->first, guint, table + 1) - g_array_index (self->first, guint, table);
}

const GjPairSpec *
_gj_pair_plan_get_spec (const GjPairPlan *self,
                        guint             table,
                        guint             index)
{
  return self->specs->pdata[g_array_index (self->first, guint, table) + index];
}
