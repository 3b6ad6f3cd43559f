/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-years.h"

#include <string.h>

#include "gj-messages.h"
#include "gj-ratio.h"

/* C12: what sentences say of growth, held against both years' tables. The cells are those
 * that the phrase names; where only another reading of the words fits, the sentence is not
 * wrong but means something else. What the tables cannot say is not asked. */

#define CHECK "C12"

/* Its phrase names no cell of its own. */
#define CHECK_OF_NOTHING "A15"

typedef struct
{
  const GjPhrase   *phrase;
  const GjQuantity *quantity;
  GjGrowth          growth;
  GjGrowthAnswer    answer;
  gboolean          is_other;
  GjSum             last_value;
  GjSum             value;
} Claim;

typedef struct
{
  const GjFacts *facts;
  guint          narrative;
  const char    *text;
  guint          offset;
  GArray        *claims;
} Reading;

static gboolean
read_value (const GjFacts    *facts,
            const GjQuantity *quantity,
            GjSum            *out)
{
  guint n_numbers = 0;

  gj_sum_init (out);
  gj_sum_add_int (out, quantity->constant);
  for (guint i = 0; i < quantity->n_terms; i++)
    {
      const GjTerm *term = &quantity->terms[i];
      const GjOperand *operand = &facts->operands[term->cell];

      if (term->last_year)
        return FALSE;
      if (!operand->is_present)
        continue;
      if (operand->number.state != GJ_NUMBER_READ)
        return FALSE;
      gj_sum_add (out, &operand->number.value, term->factor);
      n_numbers++;
    }

  return n_numbers > 0;
}

static gint64
find_factor (const GjQuantity *quantity,
             guint             cell)
{
  for (guint i = 0; i < quantity->n_terms; i++)
    if (quantity->terms[i].cell == cell)
      return quantity->terms[i].factor;

  return 0;
}

/* Several cells that are compared as one must all be in the quantity, alike. */
static gboolean
is_whole (const GjYearPair *pair,
          const GjQuantity *quantity,
          gint64            factor)
{
  for (guint i = 0; i < pair->n_cells; i++)
    if (find_factor (quantity, pair->cells[i]) != factor)
      return FALSE;

  return TRUE;
}

static gboolean
read_last_value (const GjFacts    *facts,
                 const GjQuantity *quantity,
                 GjSum            *out)
{
  gj_sum_init (out);
  gj_sum_add_int (out, quantity->constant);

  for (guint i = 0; i < quantity->n_terms; i++)
    {
      const GjTerm *term = &quantity->terms[i];
      const GjYearPair *pair = _gj_last_year_find_pair (facts->last, term->cell);

      if (pair == NULL || pair->past.state != GJ_PAST_NUMBER || !is_whole (pair, quantity, term->factor))
        return FALSE;
      if (pair->cells[0] == term->cell)
        out->millionths += pair->past.sum.millionths * term->factor;
    }

  return quantity->n_terms > 0;
}

static gboolean
ask_quantity (const GjFacts    *facts,
              const GjQuantity *quantity,
              Claim            *claim)
{
  claim->quantity = quantity;
  if (!read_value (facts, quantity, &claim->value) ||
      !read_last_value (facts, quantity, &claim->last_value))
    return FALSE;

  claim->answer = _gj_growth_ask (&claim->growth, &claim->last_value, &claim->value);

  return claim->answer != GJ_GROWTH_UNKNOWN;
}

/* The number in the sentence may be another one than in the table; that is another check's
 * business, and the growth may be right about it. */
static gboolean
fits_stated (const Claim *claim)
{
  GjSum stated;

  if (!claim->growth.has_number)
    return FALSE;

  gj_sum_init (&stated);
  gj_sum_add_int (&stated, claim->growth.number);

  return _gj_growth_ask (&claim->growth, &claim->last_value, &stated) == GJ_GROWTH_FITS;
}

/* A number that stands in the sentence says which reading is meant. */
static gboolean
is_stated (const Claim *claim)
{
  GjSum stated;

  gj_sum_init (&stated);
  gj_sum_add_int (&stated, claim->growth.number);

  return !claim->growth.has_number || gj_sum_compare (&stated, &claim->value) == 0;
}

/* Returns FALSE when the tables cannot answer. */
static gboolean
ask_claim (const GjFacts *facts,
           Claim         *claim)
{
  if (!ask_quantity (facts, claim->phrase->quantity, claim))
    return FALSE;
  if (claim->answer == GJ_GROWTH_FITS)
    return TRUE;

  if (fits_stated (claim))
    {
      claim->is_other = TRUE;
      return TRUE;
    }

  for (guint i = 0; i < claim->phrase->n_readings; i++)
    {
      Claim other = *claim;

      if (ask_quantity (facts, claim->phrase->readings[i], &other) && other.answer == GJ_GROWTH_FITS &&
          is_stated (&other))
        {
          *claim = other;
          claim->is_other = TRUE;
          return TRUE;
        }
    }

  return TRUE;
}

/* How grave a claim is: the same words may be those of several phrases. */
static guint
rank (const Claim *claim)
{
  if (claim->answer == GJ_GROWTH_FITS && !claim->is_other)
    return 0;

  return claim->is_other ? 1 : 1 + claim->answer;
}

static void
add_claim (Reading     *reading,
           const Claim *claim)
{
  for (guint i = 0; i < reading->claims->len; i++)
    {
      Claim *other = &g_array_index (reading->claims, Claim, i);

      if (other->growth.growth_start != claim->growth.growth_start)
        continue;
      if (rank (claim) < rank (other))
        *other = *claim;
      return;
    }

  g_array_append_val (reading->claims, *claim);
}

static gboolean
is_in_section (const Reading  *reading,
               const GjPhrase *phrase)
{
  const char *id = gj_form_get_section (reading->facts->form, reading->narrative)->id;

  return phrase->sections == NULL || phrase->sections[0] == NULL ||
         g_strv_contains (phrase->sections, id);
}

static void
read_claims (Reading *reading)
{
  const GjFacts *facts = reading->facts;

  for (guint i = 0; i < gj_form_get_n_phrases (facts->form); i++)
    {
      const GjPhrase *phrase = gj_form_get_phrase (facts->form, i);
      g_autoptr (GArray) growths = NULL;

      if (strcmp (phrase->check, CHECK_OF_NOTHING) == 0 || !is_in_section (reading, phrase) ||
          !_gj_growth_has_words (reading->text, phrase))
        continue;

      growths = _gj_growth_find (reading->text, phrase, gj_report_get_year (facts->report));
      for (guint j = 0; j < growths->len; j++)
        {
          Claim claim = { .phrase = phrase, .growth = g_array_index (growths, GjGrowth, j) };

          if (ask_claim (facts, &claim))
            add_claim (reading, &claim);
        }
    }
}

static char *
format_actual (const Claim *claim)
{
  guint n_decimals = claim->growth.kind == GJ_GROWTH_PERCENT ? claim->growth.amount.scale : 1;

  if (gj_sum_get_sign (&claim->last_value) <= 0)
    return NULL;

  return _gj_growth_format_percent (&claim->last_value, &claim->value, MIN (n_decimals, 2));
}

static char *
name_quantity (const GjFacts    *facts,
               const GjQuantity *quantity)
{
  const char *words = gj_label_get_current (&quantity->name);

  return words != NULL ? g_strdup (words) : _gj_facts_dup_cell_name (facts, quantity->terms[0].cell);
}

static const char *
explain (const Claim *claim)
{
  if (claim->is_other)
    return _("This fits another reading of the words.");

  switch (claim->answer)
    {
    case GJ_GROWTH_TRUNCATED:
      return _("The percentage was cut off, not rounded.");
    case GJ_GROWTH_TO:
      return _("It became so many times as large; it did not grow by so many times.");
    case GJ_GROWTH_FROM_NONE:
      return _("Of 0 there is no percentage.");
    case GJ_GROWTH_WRONG_WAY:
      return _("It went the other way.");
    case GJ_GROWTH_FITS:
    case GJ_GROWTH_WRONG:
    case GJ_GROWTH_UNKNOWN:
    default:
      return _("The tables say otherwise.");
    }
}

static char *
format_message (const Reading *reading,
                const Claim   *claim,
                const char    *words)
{
  const GjFacts *facts = reading->facts;
  g_autofree char *report = _gj_years_dup_report_name (facts);
  g_autofree char *name = name_quantity (facts, claim->quantity);
  g_autofree char *value = gj_sum_to_string (&claim->value);
  g_autofree char *last_value = gj_sum_to_string (&claim->last_value);
  g_autofree char *actual = format_actual (claim);
  GString *message = g_string_new (NULL);

  g_string_append_printf (message, _("The text says “%1$s”, but “%2$s” is %3$s in the %4$s and %5$s this "
                                     "year"), words, name, last_value, report, value);
  if (actual != NULL)
    g_string_append_printf (message, _(" (%s)"), actual);
  g_string_append_printf (message, _(". %s"), explain (claim));

  if (claim->growth.scope != NULL)
    {
      g_autofree char *scope = g_strndup (claim->growth.scope, claim->growth.scope_length);

      g_string_append_printf (message, _(" The sentence speaks of “%s”; see whose numbers the tables hold."),
                              scope);
    }

  return g_string_free (message, FALSE);
}

static void
set_cells (const GjFacts    *facts,
           const Claim      *claim,
           const char       *words,
           GjFindingBuilder *builder)
{
  const GjQuantity *quantity = claim->quantity;
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) last_cells = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree char *own = NULL;
  g_autofree char *both = NULL;
  g_autofree char *basis = NULL;

  for (guint i = 0; i < quantity->n_terms; i++)
    {
      guint cell = quantity->terms[i].cell;
      const GjYearPair *pair = _gj_last_year_find_pair (facts->last, cell);

      if (facts->operands[cell].is_present)
        g_array_append_val (cells, cell);
      if (pair->cells[0] == cell)
        g_array_append_vals (last_cells, pair->last_cells, pair->n_last_cells);
    }

  own = _gj_facts_dup_basis (facts, (const guint *) cells->data, cells->len);
  both = _gj_years_dup_basis (facts, own, (const guint *) last_cells->data, last_cells->len);
  basis = g_strconcat (words, "<", both, NULL);
  gj_finding_builder_set_cells (builder, (const guint *) cells->data, cells->len, GJ_NONE);
  gj_finding_builder_set_basis (builder, basis);
  _gj_years_set_cells (builder, facts, (const guint *) last_cells->data, last_cells->len);
}

static void
add_finding (const Reading *reading,
             const Claim   *claim,
             GPtrArray     *findings)
{
  const GjFacts *facts = reading->facts;
  const GjGrowth *growth = &claim->growth;
  gboolean is_wrong = !claim->is_other && (claim->answer == GJ_GROWTH_WRONG || claim->answer == GJ_GROWTH_WRONG_WAY);
  GjOutcome outcome = is_wrong ? GJ_OUTCOME_VIOLATED : GJ_OUTCOME_REMARK;
  g_autofree char *words = g_strndup (reading->text + growth->start, growth->end - growth->start);
  g_autofree char *key = g_strdup_printf (CHECK "/%s/%s/%s", claim->phrase->id,
                                          gj_form_get_section (facts->form, reading->narrative)->id, words);
  guint start = reading->offset + g_utf8_strlen (reading->text, growth->start);
  GjSum gap = claim->value;
  GjFindingBuilder *builder;

  if (claim->is_other || claim->answer == GJ_GROWTH_TO)
    outcome = GJ_OUTCOME_OTHER_READING;

  gj_sum_subtract (&gap, &claim->last_value);
  builder = _gj_facts_begin_finding (facts, CHECK, is_wrong ? GJ_SEVERITY_WARNING : GJ_SEVERITY_HINT,
                                     outcome, reading->narrative);
  gj_finding_builder_set_text (builder, words, start, start + g_utf8_strlen (words, -1));
  set_cells (facts, claim, words, builder);
  gj_finding_builder_take_sides (builder, gj_sum_to_string (&claim->value),
                                 gj_sum_to_string (&claim->last_value), gj_sum_to_string (&gap));
  gj_finding_builder_take_words (builder, g_strdup (_("Growth and tables do not agree")),
                                 format_message (reading, claim, words), NULL, NULL);
  _gj_facts_end_finding (facts, builder, key, findings);
}

static void
check_paragraph (Reading   *reading,
                 GPtrArray *findings)
{
  if (!_gj_growth_is_likely (reading->text))
    return;

  g_array_set_size (reading->claims, 0);
  read_claims (reading);
  for (guint i = 0; i < reading->claims->len; i++)
    {
      const Claim *claim = &g_array_index (reading->claims, Claim, i);

      if (rank (claim) > 0)
        add_finding (reading, claim, findings);
    }
}

/**
 * _gj_years_check_growth:
 * @facts: facts
 * @narrative: a section, or the preface
 * @findings: where findings go
 *
 * Holds what a section says of growth against both tables.
 */
void
_gj_years_check_growth (const GjFacts *facts,
                        guint          narrative,
                        GPtrArray     *findings)
{
  g_autoptr (GArray) claims = NULL;
  Reading reading = { facts, narrative };
  GjNarrative *blocks;

  if (!_gj_last_year_is_asked (facts->last) || narrative >= gj_form_get_n_sections (facts->form) ||
      !gj_check_set_contains (facts->checks, CHECK))
    return;

  claims = g_array_new (FALSE, FALSE, sizeof (Claim));
  reading.claims = claims;
  blocks = gj_report_get_narrative (facts->report, narrative);
  for (guint i = 0; i < gj_narrative_get_n_blocks (blocks); i++)
    {
      GjBlock *block = gj_narrative_get_block (blocks, i);

      if (gj_block_get_kind (block) != GJ_BLOCK_PARAGRAPH)
        continue;

      reading.text = gj_block_get_text (block);
      check_paragraph (&reading, findings);
      reading.offset += g_utf8_strlen (reading.text, -1) + 1;
    }
}
