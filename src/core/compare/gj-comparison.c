/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-comparison.h"

#include "gj-comparison-private.h"
#include "gj-body.h"
#include "gj-pair-value.h"

/**
 * GjComparison:
 *
 * Two reports side by side. It owns what was found and finds it when somebody asks; it
 * changes neither report. The invariant between two signals of the new report: what it
 * hands out is what a comparison made afresh would.
 */

enum { TABLE_CHANGED, SECTION_CHANGED, FIELDS_CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GjComparison, gj_comparison, G_TYPE_OBJECT)

static GPtrArray *
find_pairs (GjComparison *self,
            guint         table)
{
  guint n_specs = _gj_pair_plan_get_n_specs (self->plan, table);
  GPtrArray *pairs = g_ptr_array_new_full (n_specs, (GDestroyNotify) _gj_cell_pair_free);

  for (guint i = 0; i < n_specs; i++)
    {
      const GjPairSpec *spec = _gj_pair_plan_get_spec (self->plan, table, i);
      GjCellPair *pair = _gj_cell_pair_new (spec, self->old_report, self->new_report, self->is_followed);

      if (pair != NULL)
        g_ptr_array_add (pairs, pair);
    }

  if (self->is_followed)
    _gj_cell_pairs_mark_table (pairs, self->new_report);

  return pairs;
}

static gboolean
are_same_pairs (GPtrArray *a,
                GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++)
    if (!_gj_cell_pair_equal (a->pdata[i], b->pdata[i]))
      return FALSE;

  return TRUE;
}

/* A step of many cells is told by as many signals, each after the whole step: the first
 * one finds all of it. */
static void
update_table (GjComparison *self,
              guint         table)
{
  GPtrArray *pairs;

  if (self->pairs[table] == NULL)
    return;

  pairs = find_pairs (self, table);
  if (are_same_pairs (self->pairs[table], pairs))
    {
      g_ptr_array_unref (pairs);
      return;
    }

  g_ptr_array_unref (self->pairs[table]);
  self->pairs[table] = pairs;
  g_signal_emit (self, signals[TABLE_CHANGED], 0, table);
}

static void
update_tables (GjComparison *self)
{
  guint n_tables = _gj_pair_plan_get_n_tables (self->plan);

  for (guint i = 0; i < n_tables; i++)
    update_table (self, i);
}

static GjComparisonKind
find_kind (GjComparison *self)
{
  return gj_report_get_year (self->old_report) == gj_report_get_year (self->new_report) ? GJ_COMPARISON_VERSIONS
                                                                                        : GJ_COMPARISON_YEARS;
}

/* A number of another body is neither a jump nor the same as before. */
static gboolean
find_followed (GjComparison *self)
{
  return self->kind == GJ_COMPARISON_YEARS
         && gj_report_match_body (self->new_report, self->old_report) != GJ_BODY_OTHER;
}

/* How many years lie between the two; 0 when one says no year. */
static int
get_distance (GjComparison *self)
{
  int old_year = gj_report_get_year (self->old_report);
  int new_year = gj_report_get_year (self->new_report);

  return old_year > 0 && new_year > 0 ? new_year - old_year : 0;
}

/* Which years moved on is another question when the report is of another year. */
static void
update_sections (GjComparison *self)
{
  for (guint i = 0; i < self->n_sections; i++)
    _gj_comparison_reset_section (&self->sections[i]);
  for (guint i = 0; i < self->n_sections; i++)
    if (self->sections[i].new_section != GJ_NONE)
      g_signal_emit (self, signals[SECTION_CHANGED], 0, i);
}

/* What depends on more than one place is small and found again. */
static void
forget_summary (GjComparison *self)
{
  g_clear_pointer (&self->fields, g_ptr_array_unref);
  g_clear_pointer (&self->headings, g_ptr_array_unref);
  g_clear_pointer (&self->remarks, g_ptr_array_unref);
}

static void
update_summary (GjComparison *self)
{
  GjComparisonKind kind = self->kind;
  gboolean was_followed = self->is_followed;

  forget_summary (self);
  self->kind = find_kind (self);
  self->is_followed = find_followed (self);
  if (kind != self->kind || was_followed != self->is_followed)
    update_tables (self);
  if (self->distance != get_distance (self))
    {
      self->distance = get_distance (self);
      update_sections (self);
    }
  g_signal_emit (self, signals[FIELDS_CHANGED], 0);
}

static gboolean
are_same_remarks (GPtrArray *a,
                  GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++)
    if (g_strcmp0 (a->pdata[i], b->pdata[i]) != 0)
      return FALSE;

  return TRUE;
}

/* A report that was empty has its first number or its first word. */
static void
update_remarks (GjComparison *self)
{
  GPtrArray *remarks;

  if (self->remarks == NULL)
    return;

  remarks = _gj_comparison_find_remarks (self);
  if (are_same_remarks (self->remarks, remarks))
    {
      g_ptr_array_unref (remarks);
      return;
    }

  g_ptr_array_unref (self->remarks);
  self->remarks = remarks;
  g_signal_emit (self, signals[FIELDS_CHANGED], 0);
}

static void
cell_changed_cb (GjComparison *self,
                 guint         cell)
{
  const GjCell *c = gj_form_get_cell (gj_report_get_form (self->new_report), cell);

  g_clear_pointer (&self->figures, g_array_unref);
  update_table (self, c->table);
  update_remarks (self);
}

static void
field_changed_cb (GjComparison *self,
                  guint         field)
{
  update_summary (self);
}

static void
heading_changed_cb (GjComparison *self,
                    guint         section)
{
  update_summary (self);
}

static void
narrative_changed_cb (GjComparison *self,
                      guint         section)
{
  _gj_comparison_reset_section (&self->sections[section]);
  g_signal_emit (self, signals[SECTION_CHANGED], 0, section);
  update_remarks (self);
}

static void
make_plan (GjComparison *self)
{
  g_clear_pointer (&self->plan, _gj_pair_plan_free);
  self->plan = _gj_pair_plan_new (gj_report_get_form (self->old_report), gj_report_get_variant (self->old_report),
                                  gj_report_get_form (self->new_report), gj_report_get_variant (self->new_report));
}

static void
variant_changed_cb (GjComparison *self)
{
  guint n_before = _gj_pair_plan_get_n_tables (self->plan);
  guint n_after;

  make_plan (self);
  n_after = _gj_pair_plan_get_n_tables (self->plan);
  for (guint i = n_after; i < n_before; i++)
    g_clear_pointer (&self->pairs[i], g_ptr_array_unref);
  self->pairs = g_renew (GPtrArray *, self->pairs, n_after);
  for (guint i = n_before; i < n_after; i++)
    self->pairs[i] = NULL;

  g_clear_pointer (&self->figures, g_array_unref);
  update_tables (self);
}

static void
setting_changed_cb (GjComparison *self,
                    const char   *name)
{
  self->is_followed = find_followed (self);
  update_tables (self);
  update_remarks (self);
}

static void
gj_comparison_finalize (GObject *object)
{
  GjComparison *self = GJ_COMPARISON (object);
  guint n_tables = _gj_pair_plan_get_n_tables (self->plan);

  for (guint i = 0; i < n_tables; i++)
    g_clear_pointer (&self->pairs[i], g_ptr_array_unref);
  for (guint i = 0; i < self->n_sections; i++)
    _gj_comparison_clear_section (&self->sections[i]);
  g_free (self->pairs);
  g_free (self->sections);
  g_free (self->boilerplate);
  forget_summary (self);
  g_clear_pointer (&self->figures, g_array_unref);
  g_clear_pointer (&self->plan, _gj_pair_plan_free);
  g_clear_object (&self->old_report);
  g_clear_object (&self->new_report);

  G_OBJECT_CLASS (gj_comparison_parent_class)->finalize (object);
}

static void
gj_comparison_class_init (GjComparisonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = gj_comparison_finalize;

  signals[TABLE_CHANGED] = g_signal_new ("table-changed", GJ_TYPE_COMPARISON, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[SECTION_CHANGED] = g_signal_new ("section-changed", GJ_TYPE_COMPARISON, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                           NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[FIELDS_CHANGED] = g_signal_new ("fields-changed", GJ_TYPE_COMPARISON, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 0);
}

static void
gj_comparison_init (GjComparison *self)
{
}

static void
watch (GjComparison *self,
       const char   *signal,
       GCallback     callback)
{
  g_signal_connect_object (self->new_report, signal, callback, self, G_CONNECT_SWAPPED);
}

static void
follow_new (GjComparison *self)
{
  watch (self, "cell-changed", G_CALLBACK (cell_changed_cb));
  watch (self, "field-changed", G_CALLBACK (field_changed_cb));
  watch (self, "heading-changed", G_CALLBACK (heading_changed_cb));
  watch (self, "narrative-changed", G_CALLBACK (narrative_changed_cb));
  watch (self, "variant-changed", G_CALLBACK (variant_changed_cb));
  watch (self, "setting-changed", G_CALLBACK (setting_changed_cb));
}

/**
 * gj_comparison_new:
 * @old_report: the report of the earlier year, or the first version; not edited while it is
 *              compared
 * @new_report: the report of the later year, or the second version
 *
 * Puts two reports side by side: two versions when both are of one year, two years when
 * not. Nothing is compared before somebody asks.
 *
 * Returns: (transfer full): the comparison
 */
GjComparison *
gj_comparison_new (GjReport *old_report,
                   GjReport *new_report)
{
  GjComparison *self;

  g_return_val_if_fail (GJ_IS_REPORT (old_report), NULL);
  g_return_val_if_fail (GJ_IS_REPORT (new_report), NULL);

  self = g_object_new (GJ_TYPE_COMPARISON, NULL);
  self->old_report = g_object_ref (old_report);
  self->new_report = g_object_ref (new_report);
  self->kind = find_kind (self);
  self->is_followed = find_followed (self);
  self->distance = get_distance (self);
  make_plan (self);
  self->pairs = g_new0 (GPtrArray *, _gj_pair_plan_get_n_tables (self->plan));
  _gj_comparison_init_sections (self);

  if (!gj_report_is_snapshot (new_report))
    follow_new (self);

  return self;
}

/**
 * gj_comparison_get_old:
 * @self: a comparison
 *
 * Returns: (transfer none): the older report, or the first version
 */
GjReport *
gj_comparison_get_old (GjComparison *self)
{
  g_return_val_if_fail (GJ_IS_COMPARISON (self), NULL);

  return self->old_report;
}

/**
 * gj_comparison_get_new:
 * @self: a comparison
 *
 * Returns: (transfer none): the newer report, or the second version
 */
GjReport *
gj_comparison_get_new (GjComparison *self)
{
  g_return_val_if_fail (GJ_IS_COMPARISON (self), NULL);

  return self->new_report;
}

/**
 * gj_comparison_get_kind:
 * @self: a comparison
 *
 * Returns: whether two years or two versions of one year are compared
 */
GjComparisonKind
gj_comparison_get_kind (GjComparison *self)
{
  g_return_val_if_fail (GJ_IS_COMPARISON (self), GJ_COMPARISON_YEARS);

  return self->kind;
}

/**
 * gj_comparison_get_remarks:
 * @self: a comparison
 * @n_remarks: (out): how many there are
 *
 * Returns: (array length=n_remarks) (transfer none): what a person should know before
 *          reading on, in the language of messages, worst first
 */
const char *const *
gj_comparison_get_remarks (GjComparison *self,
                           guint        *n_remarks)
{
  GjLanguage language = gj_language_get_current ();

  g_return_val_if_fail (GJ_IS_COMPARISON (self), NULL);
  g_return_val_if_fail (n_remarks != NULL, NULL);

  if (self->remarks == NULL || self->language != language)
    {
      g_clear_pointer (&self->remarks, g_ptr_array_unref);
      self->remarks = _gj_comparison_find_remarks (self);
      self->language = language;
    }

  *n_remarks = self->remarks->len;
  return (const char *const *) self->remarks->pdata;
}

guint
gj_comparison_get_n_tables (GjComparison *self)
{
  g_return_val_if_fail (GJ_IS_COMPARISON (self), 0);

  return _gj_pair_plan_get_n_tables (self->plan);
}

/**
 * gj_comparison_get_table:
 * @self: a comparison
 * @table: which table
 *
 * Returns: (transfer none): the table of the new form; of the old one where only that has it
 */
const GjTable *
gj_comparison_get_table (GjComparison *self,
                         guint         table)
{
  g_return_val_if_fail (GJ_IS_COMPARISON (self), NULL);
  g_return_val_if_fail (table < _gj_pair_plan_get_n_tables (self->plan), NULL);

  return _gj_pair_plan_get_table (self->plan, table);
}

/**
 * gj_comparison_get_pairs:
 * @self: a comparison
 * @table: which table
 *
 * Returns: (transfer none) (element-type GjCellPair): its numbers, by row, then column
 */
GPtrArray *
gj_comparison_get_pairs (GjComparison *self,
                         guint         table)
{
  g_return_val_if_fail (GJ_IS_COMPARISON (self), NULL);
  g_return_val_if_fail (table < _gj_pair_plan_get_n_tables (self->plan), NULL);

  if (self->pairs[table] == NULL)
    self->pairs[table] = find_pairs (self, table);

  return self->pairs[table];
}

/**
 * gj_comparison_count_changed:
 * @self: a comparison
 * @table: which table
 *
 * Returns: how many of its numbers are not what they were; those that cannot be compared
 *          do not count
 */
guint
gj_comparison_count_changed (GjComparison *self,
                             guint         table)
{
  GPtrArray *pairs = gj_comparison_get_pairs (self, table);
  guint n = 0;

  for (guint i = 0; pairs != NULL && i < pairs->len; i++)
    {
      const GjCellPair *pair = pairs->pdata[i];

      n += pair->change != GJ_CELL_SAME && pair->change != GJ_CELL_INCOMPARABLE;
    }

  return n;
}
