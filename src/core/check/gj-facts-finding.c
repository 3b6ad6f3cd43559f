/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-facts.h"

#include <string.h>

#include "gj-messages.h"

/* How many characters of a cell a sentence quotes. */
#define MAX_QUOTED 30

/* What every check needs to make a finding of the facts: names, the basis of a decision,
 * the place, and the decision itself. */

char *
_gj_facts_dup_cell_name (const GjFacts *self,
                         guint          cell)
{
  return gj_form_dup_cell_name (self->form, cell, self->variant, gj_language_get_current ());
}

/**
 * _gj_facts_dup_cell_words:
 * @self: facts
 * @cell: a cell
 *
 * Returns: (transfer full): the text of the cell as a sentence can quote it: in one line,
 *          and cut when it is long; "" for one that the document does not have
 */
char *
_gj_facts_dup_cell_words (const GjFacts *self,
                          guint          cell)
{
  const char *text = gj_report_get_cell_text (self->report, cell);
  GString *words = g_string_new (NULL);
  guint n_characters = 0;

  for (const char *p = text; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (n_characters++ == MAX_QUOTED)
        {
          g_string_append (words, "…");
          break;
        }
      g_string_append_unichar (words, g_unichar_isspace (c) || g_unichar_iscntrl (c) ? ' ' : c);
    }

  return g_strstrip (g_string_free (words, FALSE));
}

/**
 * _gj_facts_append_basis:
 * @basis: where to
 * @text: (nullable): the text of a cell; %NULL when the document does not have it
 *
 * Adds one cell to the basis of a decision.
 */
void
_gj_facts_append_basis (GString    *basis,
                        const char *text)
{
  if (text == NULL)
    g_string_append_c (basis, '~');

  for (const char *p = text; p != NULL && *p != '\0'; p++)
    {
      if (strchr (";~<\\", *p) != NULL)
        g_string_append_c (basis, '\\');
      g_string_append_c (basis, g_ascii_isspace (*p) || g_ascii_iscntrl (*p) ? ' ' : *p);
    }
}

/**
 * _gj_facts_dup_basis:
 * @self: facts
 * @cells: (array length=n_cells): cells
 * @n_cells: their number
 *
 * The texts of the cells in one line, parted by ";", "~" for a cell that the document
 * does not have. White space is one blank each, so that a file keeps the line as it is.
 *
 * Returns: (transfer full): the basis of a decision about these cells
 */
char *
_gj_facts_dup_basis (const GjFacts *self,
                     const guint   *cells,
                     guint          n_cells)
{
  GString *basis = g_string_new (NULL);

  for (guint i = 0; i < n_cells; i++)
    {
      if (i > 0)
        g_string_append_c (basis, ';');

      _gj_facts_append_basis (basis, self->operands[cells[i]].is_present
                                     ? gj_report_get_cell_text (self->report, cells[i]) : NULL);
    }

  return g_string_free (basis, FALSE);
}

/**
 * _gj_format_amount:
 * @number: a number
 * @unit: (nullable): its unit in Chinese
 *
 * Returns: (transfer full): the number with its unit in the current language
 */
char *
_gj_format_amount (const char *number,
                   const char *unit)
{
  if (unit == NULL)
    return g_strdup (number);
  if (strcmp (unit, "元") == 0)
    return g_strdup_printf (_("%s yuan"), number);
  if (strcmp (unit, "万元") == 0)
    return g_strdup_printf (_("%s ten thousand yuan"), number);
  if (strcmp (unit, "亿元") == 0)
    return g_strdup_printf (_("%s hundred million yuan"), number);

  return g_strconcat (number, unit, NULL);
}

/* The title comes first, then the preface, the sections, the signature. */
static void
set_section (const GjFacts    *self,
             GjFindingBuilder *builder,
             guint             section)
{
  if (section < gj_form_get_n_sections (self->form))
    gj_finding_builder_set_section (builder, gj_form_get_section (self->form, section)->id,
                                    section + 2);
  else
    gj_finding_builder_set_section (builder, "preface", 1);
}

/**
 * _gj_facts_begin_finding:
 * @self: facts
 * @check: the id of the check
 * @severity: how grave it is
 * @outcome: in which way the check does not hold
 * @section: index of a section, or of the preface
 *
 * Returns: (transfer full): a builder that knows the section
 */
GjFindingBuilder *
_gj_facts_begin_finding (const GjFacts *self,
                         const char    *check,
                         GjSeverity     severity,
                         GjOutcome      outcome,
                         guint          section)
{
  GjFindingBuilder *builder = gj_finding_builder_new (check, severity, outcome);

  set_section (self, builder, section);

  return builder;
}

/**
 * _gj_facts_begin_cell_finding:
 * @self: facts
 * @check: the id of the check
 * @severity: how grave it is
 * @outcome: in which way the check does not hold
 * @cell: the cell it is about
 *
 * Returns: (transfer full): a builder that knows section, cell and basis
 */
GjFindingBuilder *
_gj_facts_begin_cell_finding (const GjFacts *self,
                              const char    *check,
                              GjSeverity     severity,
                              GjOutcome      outcome,
                              guint          cell)
{
  guint table = gj_form_get_cell (self->form, cell)->table;
  g_autofree char *basis = _gj_facts_dup_basis (self, &cell, 1);
  GjFindingBuilder *builder;

  builder = _gj_facts_begin_finding (self, check, severity, outcome,
                                     gj_form_get_table (self->form, table)->section);
  gj_finding_builder_set_cells (builder, &cell, 1, cell);
  gj_finding_builder_set_basis (builder, basis);

  return builder;
}

/**
 * _gj_facts_end_finding:
 * @self: facts
 * @builder: (transfer full): a builder that knows all but key and decision
 * @key: the key
 * @findings: where the finding goes
 *
 * Makes the finding.
 */
void
_gj_facts_end_finding (const GjFacts    *self,
                       GjFindingBuilder *builder,
                       const char       *key,
                       GPtrArray        *findings)
{
  gj_finding_builder_set_key (builder, key);
  gj_finding_builder_set_decision (builder, gj_report_find_decision (self->report, key));
  g_ptr_array_add (findings, gj_finding_builder_end (builder));
  gj_finding_builder_free (builder);
}
