/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-years.h"

#include "gj-messages.h"
#include "linear/gj-linear.h"

/* What a finding about two years says: both files, both cells, both numbers. */

/**
 * _gj_years_dup_report_name:
 * @facts: facts with a last year
 *
 * Returns: (transfer full): how sentences call last year's report: "2024 report (2024.docx)"
 */
char *
_gj_years_dup_report_name (const GjFacts *facts)
{
  const GjLastYear *last = facts->last;

  if (*last->file_name == '\0')
    return g_strdup_printf (_("%d report"), last->year);

  return g_strdup_printf (_("%1$d report (%2$s)"), last->year, last->file_name);
}

/**
 * _gj_years_dup_cell_name:
 * @facts: facts with a last year
 * @last_cell: a cell of last year's form
 *
 * Returns: (transfer full): how last year's form calls the cell
 */
char *
_gj_years_dup_cell_name (const GjFacts *facts,
                         guint          last_cell)
{
  return gj_form_dup_cell_name (facts->last->form, last_cell,
                                gj_report_get_variant (facts->last->report),
                                gj_language_get_current ());
}

static void
list_term_cells (const GjFacts    *facts,
                 const GjQuantity *quantity,
                 GArray           *cells)
{
  for (guint i = 0; quantity != NULL && i < quantity->n_terms; i++)
    {
      const GjTerm *term = &quantity->terms[i];
      const GjYearPair *pair = term->last_year ? _gj_last_year_find_cell (facts->last, term->cell)
                                               : NULL;

      if (pair != NULL)
        g_array_append_vals (cells, pair->last_cells, pair->n_last_cells);
    }
}

/* The cells of last year's report in a relation. */
static GArray *
list_last_cells (const GjFacts    *facts,
                 const GjRelation *relation)
{
  GArray *cells = g_array_new (FALSE, FALSE, sizeof (guint));
  const GjQuantity *other = relation->last_form != NULL
                            ? _gj_last_year_find_quantity (facts->last, relation) : NULL;

  list_term_cells (facts, relation->left, cells);
  list_term_cells (facts, relation->right, cells);
  list_term_cells (facts, relation->when, cells);
  for (guint i = 0; other != NULL && i < other->n_terms; i++)
    g_array_append_val (cells, other->terms[i].cell);

  return cells;
}

/* "“A” is 6, “B” is 4", of last year's cells. */
static char *
format_last_cells (const GjFacts    *facts,
                   const GjRelation *relation)
{
  g_autoptr (GArray) cells = list_last_cells (facts, relation);
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < cells->len; i++)
    {
      guint cell = g_array_index (cells, guint, i);
      g_autofree char *name = _gj_years_dup_cell_name (facts, cell);
      const char *text = gj_report_get_cell_text (facts->last->report, cell);

      if (i > 0)
        g_string_append (words, C_("list", ", "));
      if (text == NULL || *text == '\0')
        g_string_append_printf (words, _("“%s” is blank"), name);
      else
        g_string_append_printf (words, _("“%1$s” is %2$s"), name, text);
    }

  return g_string_free (words, FALSE);
}

static gboolean
is_cell (const GjQuantity *quantity,
         gboolean          last_year)
{
  return quantity->n_terms == 1 && quantity->constant == 0 && quantity->terms[0].factor == 1 &&
         quantity->terms[0].last_year == last_year;
}

static char *
name_side (const GjFacts    *facts,
           const GjQuantity *quantity)
{
  if (gj_label_get_current (&quantity->name) != NULL)
    return g_strdup (gj_label_get_current (&quantity->name));

  return quantity->n_terms > 0 ? _gj_facts_dup_cell_name (facts, quantity->terms[0].cell)
                               : g_strdup ("");
}

/* A cell held against another one, or against what a sum makes of last year's. */
static char *
format_unequal (const GjFacts         *facts,
                const GjRelation      *relation,
                const GjRelationValue *value,
                const char            *report,
                const char            *past)
{
  gboolean is_plain = (is_cell (relation->left, FALSE) && is_cell (relation->right, TRUE)) ||
                      (is_cell (relation->left, TRUE) && is_cell (relation->right, FALSE));
  const GjQuantity *own = is_cell (relation->left, TRUE) ? relation->right : relation->left;
  const GjQuantity *other = own == relation->left ? relation->right : relation->left;
  const GjSum *own_sum = own == relation->left ? &value->left : &value->right;
  const GjSum *other_sum = own == relation->left ? &value->right : &value->left;
  g_autofree char *own_name = own->n_terms == 1 ? _gj_facts_dup_cell_name (facts, own->terms[0].cell)
                                                : name_side (facts, own);
  g_autofree char *own_number = gj_sum_to_string (own_sum);
  g_autofree char *other_number = _gj_quantity_format (facts, other, other_sum);
  g_autofree char *other_name = name_side (facts, other);
  g_autofree char *gap = NULL;
  GjSum difference = value->left;

  gj_sum_subtract (&difference, &value->right);
  difference.millionths = ABS (difference.millionths);
  gap = gj_sum_to_string (&difference);

  if (is_plain && relation->kind == GJ_RELATION_AT_MOST && own == relation->right)
    return g_strdup_printf (_("%1$s: %2$s; this year “%3$s” is %4$s; it should not be less."),
                            report, past, own_name, own_number);
  if (is_plain)
    return g_strdup_printf (_("%1$s: %2$s; this year “%3$s” is %4$s; the difference is %5$s."),
                            report, past, own_name, own_number, gap);
  if (relation->last_form != NULL)
    return g_strdup_printf (_("%1$s: %2$s; this year %3$s is %4$s; the difference is %5$s."),
                            report, past, own_name, own_number, gap);

  return g_strdup_printf (_("%1$s: %2$s; this year “%3$s” is %4$s; %5$s: %6$s; "
                            "the difference is %7$s."),
                          report, past, own_name, own_number, other_name, other_number, gap);
}

static char *
format_unassessable (const GjFacts    *facts,
                     const GjRelation *relation,
                     const char       *report,
                     const char       *past)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < relation->n_cells; i++)
    {
      guint cell = relation->cells[i];
      g_autofree char *name = NULL;
      g_autofree char *text = NULL;

      if (!facts->operands[cell].is_present)
        continue;

      name = _gj_facts_dup_cell_name (facts, cell);
      text = _gj_facts_dup_cell_words (facts, cell);
      if (words->len > 0)
        g_string_append (words, C_("list", ", "));
      if (*text == '\0')
        g_string_append_printf (words, _("“%s” is blank"), name);
      else
        g_string_append_printf (words, _("“%1$s” is %2$s"), name, text);
    }

  return g_strdup_printf (_("%1$s: %2$s; this year %3$s. Without a number in each they cannot be "
                            "compared."), report, past, words->str);
}

/**
 * _gj_years_format_relation:
 * @facts: facts with a last year
 * @relation: a relation across years that does not hold, or cannot be asked
 * @value: what it amounts to
 *
 * Returns: (transfer full): the message of the finding
 */
char *
_gj_years_format_relation (const GjFacts         *facts,
                           const GjRelation      *relation,
                           const GjRelationValue *value)
{
  g_autofree char *report = _gj_years_dup_report_name (facts);
  g_autofree char *past = format_last_cells (facts, relation);

  if (value->state == GJ_RELATION_UNASSESSABLE)
    return format_unassessable (facts, relation, report, past);

  return format_unequal (facts, relation, value, report, past);
}

/**
 * _gj_years_set_cells:
 * @builder: a builder
 * @facts: facts with a last year
 * @last_cells: (array length=n_last_cells) (nullable): cells of last year's form
 * @n_last_cells: their number
 *
 * Says what of last year's report the finding is about.
 */
void
_gj_years_set_cells (GjFindingBuilder *builder,
                     const GjFacts    *facts,
                     const guint      *last_cells,
                     guint             n_last_cells)
{
  gj_finding_builder_set_last_year (builder, facts->last->file_name, last_cells, n_last_cells);
}

/**
 * _gj_years_dup_basis:
 * @facts: facts with a last year
 * @basis: the basis of this year's cells
 * @last_cells: (array length=n_last_cells): cells of last year's form
 * @n_last_cells: their number
 *
 * A decision holds for both years' values and is asked for again when either changes.
 *
 * Returns: (transfer full): the basis of both
 */
char *
_gj_years_dup_basis (const GjFacts *facts,
                     const char    *basis,
                     const guint   *last_cells,
                     guint          n_last_cells)
{
  GString *words = g_string_new (basis);

  g_string_append (words, "<");
  for (guint i = 0; i < n_last_cells; i++)
    {
      const char *text = gj_report_get_cell_text (facts->last->report, last_cells[i]);
      gboolean is_present = gj_report_has_cell (facts->last->report, last_cells[i]);

      g_string_append (words, i > 0 ? ";" : "");
      _gj_facts_append_basis (words, is_present ? text : NULL);
    }

  return g_string_free (words, FALSE);
}

static char **
dup_reasons (const GjRelation *relation)
{
  char **reasons;

  if (relation->n_reasons == 0)
    return NULL;

  reasons = g_new0 (char *, relation->n_reasons + 1);
  for (guint i = 0; i < relation->n_reasons; i++)
    reasons[i] = g_strdup (gj_label_get_current (&relation->reasons[i]));

  return reasons;
}

/**
 * _gj_years_set_relation:
 * @builder: a builder that knows this year's cells
 * @facts: facts with a last year
 * @relation: a relation across years
 *
 * Adds last year's side to the finding: its cells, the basis of both, ready reasons.
 */
void
_gj_years_set_relation (GjFindingBuilder *builder,
                        const GjFacts    *facts,
                        const GjRelation *relation)
{
  g_autoptr (GArray) cells = list_last_cells (facts, relation);
  g_autofree char *own = _gj_facts_dup_basis (facts, relation->cells, relation->n_cells);
  g_autofree char *basis = _gj_years_dup_basis (facts, own, (const guint *) cells->data, cells->len);

  gj_finding_builder_set_basis (builder, basis);
  gj_finding_builder_take_reasons (builder, dup_reasons (relation));
  _gj_years_set_cells (builder, facts, (const guint *) cells->data, cells->len);
}
