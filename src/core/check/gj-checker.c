/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-checker.h"

#include <string.h>

#include "gj-dirty.h"
#include "gj-finding-list.h"
#include "gj-finding-private.h"
#include "linear/gj-linear.h"
#include "years/gj-last-year.h"

/**
 * GjChecker:
 *
 * Watches one report and keeps its findings. It owns the facts of the report, the
 * findings of each slot, their numbers by section and severity, and the list that views
 * bind to. It never changes the report. The invariant between two signals of the report:
 * the findings are those that gj_check_report() would give, in the same order.
 */

#define N_SEVERITIES (GJ_SEVERITY_HINT + 1)

struct _GjChecker
{
  GObject parent_instance;

  GjReport      *report;
  GjCheckSet    *checks;
  GjLastYear    *last;
  GjFacts        facts;
  GjSlots        slots;
  GjDirty        dirty;
  GPtrArray    **findings;
  guint          n_orders;
  guint         *counts;
  GjFindingList *list;
};

G_DEFINE_FINAL_TYPE (GjChecker, gj_checker, G_TYPE_OBJECT)

static void
count_finding (GjChecker *self,
               GjFinding *finding,
               int        sign)
{
  if (!gj_finding_is_decided (finding))
    self->counts[finding->order * N_SEVERITIES + finding->severity] += sign;
}

/* Keeps what has not changed: the same finding stays the same object. */
static void
take_over (GPtrArray *old,
           GPtrArray *new,
           GPtrArray *removed,
           GPtrArray *added)
{
  for (guint i = 0; i < new->len; i++)
    {
      gboolean is_kept = FALSE;

      for (guint j = 0; old != NULL && j < old->len && !is_kept; j++)
        if (gj_finding_equal (old->pdata[j], new->pdata[i]))
          {
            g_object_unref (new->pdata[i]);
            new->pdata[i] = g_object_ref (old->pdata[j]);
            g_ptr_array_remove_index_fast (old, j);
            is_kept = TRUE;
          }

      if (!is_kept)
        g_ptr_array_add (added, g_object_ref (new->pdata[i]));
    }

  for (guint j = 0; old != NULL && j < old->len; j++)
    g_ptr_array_add (removed, g_object_ref (old->pdata[j]));
}

/* The words of a finding take long to make; what it offers is quickly found. */
static gboolean
offers_the_same (GjChecker *self,
                 guint      slot)
{
  GPtrArray *findings = self->findings[slot];

  return findings != NULL && findings->len == 1 &&
         _gj_remedy_is_offered (&self->facts, slot, findings->pdata[0]);
}

static void
check_slot (GjChecker *self,
            guint      slot,
            GPtrArray *scratch,
            GPtrArray *removed,
            GPtrArray *added)
{
  if (_gj_dirty_get (&self->dirty, slot) == GJ_TOUCH_REMEDY && offers_the_same (self, slot))
    return;

  g_ptr_array_set_size (scratch, 0);
  _gj_slots_check (&self->slots, slot, scratch);

  if (scratch->len == 0 && self->findings[slot] == NULL)
    return;

  take_over (self->findings[slot], scratch, removed, added);
  g_clear_pointer (&self->findings[slot], g_ptr_array_unref);
  if (scratch->len == 0)
    return;

  self->findings[slot] = g_ptr_array_new_full (scratch->len, g_object_unref);
  for (guint i = 0; i < scratch->len; i++)
    g_ptr_array_add (self->findings[slot], g_object_ref (scratch->pdata[i]));
}

/* Everything is up to date before the first listener hears of it. */
static void
check_dirty (GjChecker *self)
{
  g_autoptr (GPtrArray) scratch = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) removed = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) added = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->dirty.slots->len; i++)
    check_slot (self, g_array_index (self->dirty.slots, guint, i), scratch, removed, added);
  _gj_dirty_reset (&self->dirty);

  for (guint i = 0; i < removed->len; i++)
    count_finding (self, removed->pdata[i], -1);
  for (guint i = 0; i < added->len; i++)
    count_finding (self, added->pdata[i], 1);

  _gj_finding_list_update (self->list, removed, added);
}

static void
cell_changed_cb (GjChecker *self,
                 guint      cell)
{
  _gj_dirty_read_cell (&self->dirty, &self->slots, &self->facts, cell);
  check_dirty (self);
}

static void
narrative_changed_cb (GjChecker *self,
                      guint      narrative)
{
  _gj_dirty_mark_phrases (&self->dirty, &self->slots, narrative);
  check_dirty (self);
}

static void
check_all (GjChecker *self)
{
  if (self->last != NULL)
    _gj_last_year_read (self->last, self->report);

  _gj_facts_read (&self->facts);
  _gj_dirty_mark_all (&self->dirty, &self->slots);
  check_dirty (self);
}

static void
field_changed_cb (GjChecker *self,
                  guint      field)
{
  GjYearsState state = self->last != NULL ? self->last->state : GJ_YEARS_APART;

  if (self->last != NULL)
    {
      _gj_last_year_read (self->last, self->report);
      _gj_dirty_mark (&self->dirty, self->slots.first_years);
    }

  if (self->last != NULL && self->last->state != state)
    {
      check_all (self);
      return;
    }

  for (guint i = 0; field == GJ_FIELD_YEAR && i < self->slots.n_narratives; i++)
    _gj_dirty_mark_phrases (&self->dirty, &self->slots, i);
  check_dirty (self);
}

/* The variant names rows: all words may differ. */
static void
variant_changed_cb (GjChecker *self)
{
  check_all (self);
}

/* Settings say which body was linked, and how much is too much. */
static void
setting_changed_cb (GjChecker *self)
{
  if (self->last != NULL)
    check_all (self);
}

static gboolean
has_key (GPtrArray  *findings,
         const char *key)
{
  for (guint i = 0; findings != NULL && i < findings->len; i++)
    if (strcmp (gj_finding_get_key (findings->pdata[i]), key) == 0)
      return TRUE;

  return FALSE;
}

static void
decision_changed_cb (GjChecker  *self,
                     const char *key)
{
  for (guint i = 0; i < self->slots.n_slots; i++)
    if (has_key (self->findings[i], key))
      _gj_dirty_mark (&self->dirty, i);

  check_dirty (self);
}

static void
watch (GjChecker  *self,
       const char *signal,
       GCallback   callback)
{
  g_signal_connect_object (self->report, signal, callback, self, G_CONNECT_SWAPPED);
}

static void
gj_checker_finalize (GObject *object)
{
  GjChecker *self = GJ_CHECKER (object);

  for (guint i = 0; i < self->slots.n_slots; i++)
    g_clear_pointer (&self->findings[i], g_ptr_array_unref);

  g_free (self->findings);
  g_free (self->counts);
  _gj_dirty_clear (&self->dirty);
  _gj_facts_clear (&self->facts);
  g_clear_pointer (&self->last, _gj_last_year_free);
  g_clear_pointer (&self->checks, gj_check_set_free);
  g_clear_object (&self->list);
  g_clear_object (&self->report);

  G_OBJECT_CLASS (gj_checker_parent_class)->finalize (object);
}

static void
gj_checker_class_init (GjCheckerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = gj_checker_finalize;
}

static void
gj_checker_init (GjChecker *self)
{
  self->list = _gj_finding_list_new ();
}

/**
 * gj_checker_new:
 * @report: the report to watch
 * @checks: (nullable): the checks asked for; %NULL for all
 *
 * Checks @report and keeps its findings up to date from then on.
 *
 * Returns: (transfer full): a checker
 */
GjChecker *
gj_checker_new (GjReport         *report,
                const GjCheckSet *checks)
{
  GjChecker *self;

  g_return_val_if_fail (GJ_IS_REPORT (report), NULL);

  self = g_object_new (GJ_TYPE_CHECKER, NULL);
  self->report = g_object_ref (report);
  self->checks = checks != NULL ? gj_check_set_copy (checks) : NULL;
  self->n_orders = gj_form_get_n_sections (gj_report_get_form (report)) + 3;
  self->counts = g_new0 (guint, self->n_orders * N_SEVERITIES);

  _gj_facts_init (&self->facts, report, self->checks);
  _gj_facts_read (&self->facts);
  _gj_slots_init (&self->slots, &self->facts);
  _gj_dirty_init (&self->dirty, self->slots.n_slots);
  self->findings = g_new0 (GPtrArray *, self->slots.n_slots);

  _gj_dirty_mark_all (&self->dirty, &self->slots);
  check_dirty (self);

  watch (self, "cell-changed", G_CALLBACK (cell_changed_cb));
  watch (self, "narrative-changed", G_CALLBACK (narrative_changed_cb));
  watch (self, "field-changed", G_CALLBACK (field_changed_cb));
  watch (self, "variant-changed", G_CALLBACK (variant_changed_cb));
  watch (self, "setting-changed", G_CALLBACK (setting_changed_cb));
  watch (self, "decision-changed", G_CALLBACK (decision_changed_cb));

  return self;
}

GjReport *
gj_checker_get_report (GjChecker *self)
{
  g_return_val_if_fail (GJ_IS_CHECKER (self), NULL);

  return self->report;
}

/**
 * gj_checker_set_last_year:
 * @self: a checker
 * @last: (nullable): last year's report, a snapshot; %NULL to compare with none
 * @file_name: (nullable): the name of its file as sentences say it, such as "2024.docx"
 *
 * Checks the report against last year's from then on, too.
 */
void
gj_checker_set_last_year (GjChecker  *self,
                          GjReport   *last,
                          const char *file_name)
{
  g_return_if_fail (GJ_IS_CHECKER (self));
  g_return_if_fail (last == NULL || GJ_IS_REPORT (last));

  if (last == NULL && self->last == NULL)
    return;

  g_clear_pointer (&self->last, _gj_last_year_free);
  if (last != NULL)
    self->last = _gj_last_year_new (last, file_name);
  self->facts.last = self->last;

  check_all (self);
}

/**
 * gj_checker_get_last_year:
 * @self: a checker
 *
 * Returns: (nullable) (transfer none): the report of gj_checker_set_last_year()
 */
GjReport *
gj_checker_get_last_year (GjChecker *self)
{
  g_return_val_if_fail (GJ_IS_CHECKER (self), NULL);

  return self->last != NULL ? self->last->report : NULL;
}

/**
 * gj_checker_get_findings:
 * @self: a checker
 *
 * Returns: (transfer none): the findings as #GjFinding, in the order of lists
 */
GListModel *
gj_checker_get_findings (GjChecker *self)
{
  g_return_val_if_fail (GJ_IS_CHECKER (self), NULL);

  return G_LIST_MODEL (self->list);
}

static int
compare_pointers (gconstpointer a,
                  gconstpointer b)
{
  return gj_finding_compare (*(GjFinding *const *) a, *(GjFinding *const *) b);
}

/**
 * gj_checker_dup_cell_findings:
 * @self: a checker
 * @cell: a cell
 *
 * Returns: (transfer full) (element-type GjFinding): the findings that the cell takes
 *          part in, in the order of lists
 */
GPtrArray *
gj_checker_dup_cell_findings (GjChecker *self,
                              guint      cell)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GArray) slots = g_array_new (FALSE, FALSE, sizeof (guint));

  g_return_val_if_fail (GJ_IS_CHECKER (self), found);
  g_return_val_if_fail (cell < gj_form_get_n_cells (self->facts.form), found);

  _gj_slots_list_of_cell (&self->slots, cell, slots);

  for (guint i = 0; i < slots->len; i++)
    {
      GPtrArray *findings = self->findings[g_array_index (slots, guint, i)];

      for (guint j = 0; findings != NULL && j < findings->len; j++)
        if (gj_finding_has_cell (findings->pdata[j], cell))
          g_ptr_array_add (found, g_object_ref (findings->pdata[j]));
    }

  if (found->len > 1)
    g_ptr_array_sort (found, compare_pointers);

  return found;
}

static guint
find_order (GjChecker  *self,
            const char *section)
{
  guint index;

  if (strcmp (section, "title") == 0)
    return 0;
  if (strcmp (section, "preface") == 0)
    return 1;
  if (strcmp (section, "signature") == 0)
    return self->n_orders - 1;

  index = gj_form_find_section (self->facts.form, section);

  return index != GJ_NONE ? index + 2 : GJ_NONE;
}

/**
 * gj_checker_count:
 * @self: a checker
 * @section: (nullable): a section's id, "title", "preface" or "signature"; %NULL for the
 *           whole report
 * @severity: a severity
 *
 * Counts the findings that nobody has decided yet.
 *
 * Returns: their number
 */
guint
gj_checker_count (GjChecker  *self,
                  const char *section,
                  GjSeverity  severity)
{
  guint order;
  guint count = 0;

  g_return_val_if_fail (GJ_IS_CHECKER (self), 0);
  g_return_val_if_fail ((guint) severity < N_SEVERITIES, 0);

  if (section != NULL)
    {
      order = find_order (self, section);
      return order != GJ_NONE ? self->counts[order * N_SEVERITIES + severity] : 0;
    }

  for (guint i = 0; i < self->n_orders; i++)
    count += self->counts[i * N_SEVERITIES + severity];

  return count;
}
