/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-statements.h"

#include <string.h>

#include "gj-messages.h"

/* A15: the text says that requests were received, but the whole table is 0. Which words
 * say so, and which cell they name, is the form's. */

#define CHECK "A15"

static gboolean
is_in_section (const GjFacts  *facts,
               const GjPhrase *phrase,
               guint           narrative)
{
  const char *id = "preface";

  if (phrase->sections == NULL || phrase->sections[0] == NULL)
    return TRUE;

  if (narrative < gj_form_get_n_sections (facts->form))
    id = gj_form_get_section (facts->form, narrative)->id;

  return g_strv_contains (phrase->sections, id);
}

static gboolean
is_claim_of_nothing (const GjFacts  *facts,
                     const GjPhrase *phrase)
{
  const GjQuantity *quantity = phrase->quantity;

  return quantity->n_terms > 0 && !quantity->terms[0].last_year &&
         _gj_facts_is_table_zero (facts, gj_form_get_cell (facts->form,
                                                           quantity->terms[0].cell)->table);
}

static char *
name_quantity (const GjFacts    *facts,
               const GjQuantity *quantity)
{
  const char *words = gj_label_get_current (&quantity->name);

  return words != NULL ? g_strdup (words) : _gj_facts_dup_cell_name (facts, quantity->terms[0].cell);
}

static void
set_cells (GjFindingBuilder *builder,
           const GjQuantity *quantity)
{
  g_autofree guint *cells = g_new (guint, quantity->n_terms);

  for (guint i = 0; i < quantity->n_terms; i++)
    cells[i] = quantity->terms[i].cell;

  gj_finding_builder_set_cells (builder, cells, quantity->n_terms, GJ_NONE);
}

static void
add_finding (const GjFacts     *facts,
             const GjPhrase    *phrase,
             guint              narrative,
             const char        *text,
             guint              offset,
             const GjStatement *statement,
             GPtrArray         *findings)
{
  g_autofree char *words = g_strndup (text + statement->start, statement->end - statement->start);
  g_autofree char *name = name_quantity (facts, phrase->quantity);
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, statement->number);
  g_autofree char *key = NULL;
  guint start = offset + g_utf8_strlen (text, statement->start);
  GjFindingBuilder *builder;

  builder = _gj_facts_begin_finding (facts, CHECK, GJ_SEVERITY_WARNING, GJ_OUTCOME_VIOLATED,
                                     narrative);
  set_cells (builder, phrase->quantity);
  gj_finding_builder_set_text (builder, words, start, start + g_utf8_strlen (words, -1));
  gj_finding_builder_set_basis (builder, words);
  gj_finding_builder_take_sides (builder, g_strdup (number), g_strdup ("0"), g_strdup (number));
  gj_finding_builder_take_words (builder, g_strdup (_("Text and table do not agree")),
                                 g_strdup_printf (_("The text says “%1$s”, but “%2$s” is 0, "
                                                    "like every cell of the table."), words, name),
                                 NULL, NULL);

  key = g_strdup_printf (CHECK "/%s/%s/%s", phrase->id,
                         narrative < gj_form_get_n_sections (facts->form)
                         ? gj_form_get_section (facts->form, narrative)->id : "preface", words);
  _gj_facts_end_finding (facts, builder, key, findings);
}

static gboolean
has_any (const char        *text,
         const char *const *words)
{
  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    if (strstr (text, words[i]) != NULL)
      return TRUE;

  return FALSE;
}

static void
check_paragraph (const GjFacts  *facts,
                 const GjPhrase *phrase,
                 guint           narrative,
                 const char     *text,
                 guint           offset,
                 GPtrArray      *findings)
{
  g_autoptr (GArray) statements = NULL;

  if (!has_any (text, phrase->verbs) || !has_any (text, phrase->subjects))
    return;

  statements = _gj_statements_find (text, phrase, gj_report_get_year (facts->report));
  for (guint i = 0; i < statements->len; i++)
    {
      const GjStatement *statement = &g_array_index (statements, GjStatement, i);

      if (statement->number > 0)
        add_finding (facts, phrase, narrative, text, offset, statement, findings);
    }
}

/**
 * _gj_phrase_check:
 * @facts: facts
 * @phrase: index of a phrase
 * @narrative: a section, or the preface
 * @findings: where findings go
 *
 * Looks for what a narrative states in the words of a phrase.
 */
void
_gj_phrase_check (const GjFacts *facts,
                  guint          phrase,
                  guint          narrative,
                  GPtrArray     *findings)
{
  const GjPhrase *info = gj_form_get_phrase (facts->form, phrase);
  GjNarrative *blocks;
  guint offset = 0;

  if (strcmp (info->check, CHECK) != 0 || !gj_check_set_contains (facts->checks, CHECK) ||
      !is_claim_of_nothing (facts, info) || !is_in_section (facts, info, narrative))
    return;

  blocks = gj_report_get_narrative (facts->report, narrative);
  for (guint i = 0; i < gj_narrative_get_n_blocks (blocks); i++)
    {
      GjBlock *block = gj_narrative_get_block (blocks, i);
      const char *text;

      if (gj_block_get_kind (block) != GJ_BLOCK_PARAGRAPH)
        continue;

      text = gj_block_get_text (block);
      check_paragraph (facts, info, narrative, text, offset, findings);
      offset += g_utf8_strlen (text, -1) + 1;
    }
}
