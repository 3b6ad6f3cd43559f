/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-last-year.h"

#include <string.h>

#include "gj-body.h"

/* Which cells of two reports mean the same, and what last year's hold. In one form a cell
 * is compared with itself; where the two reports have another number of rows for the same
 * thing (the old single row of 其他处理), only the sums of these rows are compared. Between
 * two forms the equivalents decide; what has none is compared with nothing. */

static void
meter_free (gpointer data)
{
  if (data != NULL)
    gj_similarity_meter_free (data);
}

static void
pair_clear (gpointer data)
{
  GjYearPair *pair = data;

  g_free (pair->cells);
  g_free (pair->last_cells);
}

/**
 * _gj_last_year_new:
 * @report: last year's report; a snapshot, or one that nobody changes
 * @file_name: (nullable): the name of its file, for words
 *
 * Returns: (transfer full): last year's report, not yet read
 */
GjLastYear *
_gj_last_year_new (GjReport   *report,
                   const char *file_name)
{
  GjLastYear *self = g_new0 (GjLastYear, 1);

  self->report = g_object_ref (report);
  self->form = gj_report_get_form (report);
  self->file_name = g_strdup (file_name != NULL ? file_name : "");
  self->year = gj_report_get_year (report);
  self->pairs = g_array_new (FALSE, FALSE, sizeof (GjYearPair));
  g_array_set_clear_func (self->pairs, pair_clear);
  self->meters = g_ptr_array_new_with_free_func (meter_free);
  g_ptr_array_set_size (self->meters, gj_form_get_n_sections (self->form));

  return self;
}

void
_gj_last_year_free (GjLastYear *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->meters);
  g_array_unref (self->pairs);
  g_free (self->pair_of_cell);
  g_free (self->file_name);
  g_object_unref (self->report);
  g_free (self);
}

static gboolean
is_table_blank (const GjLastYear *self,
                guint             table)
{
  const GjTable *info = gj_form_get_table (self->form, table);

  for (guint i = 0; i < info->n_cells; i++)
    {
      guint cell = info->first_cell + i;
      GjNumberState state;

      if (!gj_report_has_cell (self->report, cell))
        continue;

      state = gj_report_get_cell_number (self->report, cell)->state;
      if (state == GJ_NUMBER_READ || state == GJ_NUMBER_UNREADABLE)
        return FALSE;
    }

  return TRUE;
}

static void
past_add (const GjLastYear *self,
          GjPast           *past,
          guint             cell,
          gint64            factor)
{
  const GjNumberText *number;

  if (!gj_report_has_cell (self->report, cell))
    return;

  if (past->state == GJ_PAST_ABSENT)
    past->state = GJ_PAST_NUMBER;

  number = gj_report_get_cell_number (self->report, cell);
  past->unit = number->unit;

  if (number->state == GJ_NUMBER_READ)
    gj_sum_add (&past->sum, &number->value, factor);
  else if (number->state == GJ_NUMBER_UNREADABLE)
    past->state = GJ_PAST_UNREADABLE;
  else if (past->state == GJ_PAST_NUMBER)
    past->state = GJ_PAST_BLANK;
}

static void
past_init (GjPast *past)
{
  *past = (GjPast) { .state = GJ_PAST_ABSENT };
  gj_sum_init (&past->sum);
}

/**
 * _gj_last_year_read_quantity:
 * @self: last year's report
 * @quantity: a quantity of its form
 * @out: (out): what it says of it
 *
 * Adds up a quantity of last year's report.
 */
void
_gj_last_year_read_quantity (const GjLastYear *self,
                             const GjQuantity *quantity,
                             GjPast           *out)
{
  past_init (out);

  for (guint i = 0; i < quantity->n_terms; i++)
    {
      const GjTerm *term = &quantity->terms[i];

      if (term->last_year || is_table_blank (self, gj_form_get_cell (self->form, term->cell)->table))
        {
          past_init (out);
          return;
        }

      past_add (self, out, term->cell, term->factor);
    }

  gj_sum_add_int (&out->sum, quantity->constant);
}

/* Takes over @cells and @last_cells. */
static void
add_pair (GjLastYear *self,
          GArray     *cells,
          GArray     *last_cells)
{
  GjYearPair pair = { 0 };
  guint index = self->pairs->len;

  past_init (&pair.past);
  for (guint i = 0; i < last_cells->len; i++)
    past_add (self, &pair.past, g_array_index (last_cells, guint, i), 1);
  for (guint i = 0; i < cells->len; i++)
    self->pair_of_cell[g_array_index (cells, guint, i)] = index;

  pair.n_cells = cells->len;
  pair.n_last_cells = last_cells->len;
  pair.cells = (guint *) g_array_free (cells, FALSE);
  pair.last_cells = (guint *) g_array_free (last_cells, FALSE);
  if (is_table_blank (self, gj_form_get_cell (self->form, pair.last_cells[0])->table))
    pair.past.state = GJ_PAST_ABSENT;

  g_array_append_val (self->pairs, pair);
}

static gboolean
is_row_of (const GjVariant *variant,
           guint            row)
{
  for (guint i = 0; i < variant->n_absent_rows; i++)
    if (variant->absent_rows[i] == row)
      return TRUE;

  return variant->row == row;
}

/* The variant that makes the row another one in one of the reports than in the other. */
static const GjVariant *
find_variant (const GjLastYear *self,
              GjReport         *this_year,
              const GjCell     *cell)
{
  const char *variants[] = { gj_report_get_variant (this_year),
                             gj_report_get_variant (self->report) };

  if (g_strcmp0 (variants[0], variants[1]) == 0)
    return NULL;

  for (guint i = 0; i < G_N_ELEMENTS (variants); i++)
    {
      const GjVariant *variant = variants[i] != NULL ? gj_form_find_variant (self->form, variants[i])
                                                     : NULL;

      if (variant != NULL && variant->table == cell->table && is_row_of (variant, cell->row))
        return variant;
    }

  return NULL;
}

static void
add_group (GjLastYear      *self,
           const GjCell    *cell,
           const GjVariant *variant)
{
  const GjTable *table = gj_form_get_table (self->form, cell->table);
  GArray *cells = g_array_new (FALSE, FALSE, sizeof (guint));
  GArray *last_cells = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint row = 0; row < table->n_rows; row++)
    {
      guint member = gj_table_find_cell (table, row, cell->column);

      if (member == GJ_NONE || !is_row_of (variant, row))
        continue;
      g_array_append_val (cells, member);
      g_array_append_val (last_cells, member);
    }

  add_pair (self, cells, last_cells);
}

static void
pair_same_form (GjLastYear *self,
                GjReport   *this_year)
{
  for (guint i = 0; i < gj_form_get_n_cells (self->form); i++)
    {
      const GjCell *cell = gj_form_get_cell (self->form, i);
      const GjVariant *variant = find_variant (self, this_year, cell);

      if (self->pair_of_cell[i] != GJ_NONE || cell->type == GJ_CELL_TEXT)
        continue;

      if (variant != NULL)
        {
          add_group (self, cell, variant);
        }
      else
        {
          GArray *cells = g_array_new (FALSE, FALSE, sizeof (guint));
          GArray *last_cells = g_array_new (FALSE, FALSE, sizeof (guint));

          g_array_append_val (cells, i);
          g_array_append_val (last_cells, i);
          add_pair (self, cells, last_cells);
        }
    }
}

/* Only plain sums can be set side by side; NULL for anything else. */
static GArray *
list_cells (const GjQuantity *quantity)
{
  GArray *cells;

  if (quantity == NULL || quantity->n_terms == 0 || quantity->constant != 0)
    return NULL;

  for (guint i = 0; i < quantity->n_terms; i++)
    if (quantity->terms[i].factor != 1 || quantity->terms[i].last_year)
      return NULL;

  cells = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < quantity->n_terms; i++)
    g_array_append_val (cells, quantity->terms[i].cell);

  return cells;
}

static gboolean
is_paired (const GjLastYear *self,
           const GArray     *cells)
{
  for (guint i = 0; i < cells->len; i++)
    if (self->pair_of_cell[g_array_index (cells, guint, i)] != GJ_NONE)
      return TRUE;

  return FALSE;
}

static void
pair_other_form (GjLastYear *self,
                 GjForm     *form)
{
  const char *id = gj_form_get_id (self->form);

  for (guint i = 0; i < gj_form_get_n_equivalents (form); i++)
    {
      const GjEquivalent *equivalent = gj_form_get_equivalent (form, i);
      g_autoptr (GArray) cells = NULL;
      g_autoptr (GArray) last_cells = NULL;

      if (equivalent->other == NULL || strcmp (equivalent->form, id) != 0)
        continue;

      cells = list_cells (equivalent->quantity);
      last_cells = list_cells (gj_form_find_quantity (self->form, equivalent->other));
      if (cells != NULL && last_cells != NULL && !is_paired (self, cells))
        add_pair (self, g_steal_pointer (&cells), g_steal_pointer (&last_cells));
    }
}

static GjYearsState
find_state (const GjLastYear *self,
            GjReport         *this_year)
{
  int year = gj_report_get_year (this_year);

  if (gj_report_match_body (this_year, self->report) == GJ_BODY_OTHER)
    return GJ_YEARS_OTHER_BODY;
  if (year != 0 && year == self->year)
    return GJ_YEARS_VERSIONS;

  return year != 0 && self->year == year - 1 ? GJ_YEARS_COMPARABLE : GJ_YEARS_APART;
}

/**
 * _gj_last_year_read:
 * @self: last year's report
 * @this_year: the report that is checked
 *
 * Finds what of the two reports can be compared. To be asked again when this year's
 * report changes its year, its body, its variant or its settings.
 */
void
_gj_last_year_read (GjLastYear *self,
                    GjReport   *this_year)
{
  GjForm *form = gj_report_get_form (this_year);
  guint n_cells = gj_form_get_n_cells (form);

  self->state = find_state (self, this_year);
  g_array_set_size (self->pairs, 0);
  g_free (self->pair_of_cell);
  self->pair_of_cell = g_new (guint, n_cells);
  for (guint i = 0; i < n_cells; i++)
    self->pair_of_cell[i] = GJ_NONE;

  if (strcmp (gj_form_get_id (form), gj_form_get_id (self->form)) == 0)
    pair_same_form (self, this_year);
  else
    pair_other_form (self, form);
}

/**
 * _gj_last_year_is_asked:
 * @self: (nullable): last year's report
 *
 * Returns: whether there is the same body's report of the year before
 */
gboolean
_gj_last_year_is_asked (const GjLastYear *self)
{
  return self != NULL && self->state == GJ_YEARS_COMPARABLE;
}

/**
 * _gj_last_year_find_pair:
 * @self: last year's report
 * @cell: a cell of this year's form
 *
 * Returns: (nullable): the pair that the cell is in
 */
const GjYearPair *
_gj_last_year_find_pair (const GjLastYear *self,
                         guint             cell)
{
  guint index = self->pair_of_cell[cell];

  return index != GJ_NONE ? &g_array_index (self->pairs, GjYearPair, index) : NULL;
}

/**
 * _gj_last_year_find_cell:
 * @self: last year's report
 * @cell: a cell of this year's form
 *
 * Returns: (nullable): the pair of just this cell
 */
const GjYearPair *
_gj_last_year_find_cell (const GjLastYear *self,
                         guint             cell)
{
  const GjYearPair *pair = _gj_last_year_find_pair (self, cell);

  return pair != NULL && pair->n_cells == 1 ? pair : NULL;
}

/**
 * _gj_last_year_find_quantity:
 * @self: last year's report
 * @relation: a relation of this year's form with a side in another form
 *
 * Returns: (nullable): that side, when last year's report is in that form
 */
const GjQuantity *
_gj_last_year_find_quantity (const GjLastYear *self,
                             const GjRelation *relation)
{
  if (strcmp (relation->last_form, gj_form_get_id (self->form)) != 0)
    return NULL;

  return gj_form_find_quantity (self->form, relation->last_quantity);
}

/* What the forms of either year prescribe is nobody's own words. */
static GjSimilarityMeter *
create_meter (const GjLastYear *self,
              GjForm           *form,
              guint             section)
{
  const char *const *lists[] = { gj_form_get_boilerplate (form),
                                 gj_form_get_boilerplate (self->form) };
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autofree char *text =
    gj_narrative_dup_text (gj_report_get_narrative (self->report, section));

  for (guint i = 0; i < (lists[0] == lists[1] ? 1 : 2); i++)
    for (guint j = 0; lists[i][j] != NULL; j++)
      g_ptr_array_add (words, (gpointer) lists[i][j]);
  g_ptr_array_add (words, NULL);

  return gj_similarity_meter_new (text, (const char *const *) words->pdata);
}

/**
 * _gj_last_year_measure:
 * @self: last year's report
 * @form: this year's form
 * @section: a section of last year's report
 * @text: this year's text
 *
 * Measures how much of a text stood in last year's section. Keeps what it has read: @text
 * is asked about with every keystroke.
 *
 * Returns: what counts and what of it is the same
 */
GjSimilarity
_gj_last_year_measure (const GjLastYear *self,
                       GjForm           *form,
                       guint             section,
                       const char       *text)
{
  if (self->meters->pdata[section] == NULL)
    self->meters->pdata[section] = create_meter (self, form, section);

  return gj_similarity_meter_measure (self->meters->pdata[section], text, NULL);
}
