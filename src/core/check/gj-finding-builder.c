/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-finding-private.h"

/* GjFindingBuilder: puts a finding together. Until it ends nobody else sees the finding,
 * so that a finding never changes before anybody's eyes. */

struct _GjFindingBuilder
{
  GjFinding *finding;
};

/**
 * gj_finding_builder_new:
 * @check: the id of the check
 * @severity: how grave it is
 * @outcome: in which way the check does not hold
 *
 * Returns: (transfer full): a builder
 */
GjFindingBuilder *
gj_finding_builder_new (const char *check,
                        GjSeverity  severity,
                        GjOutcome   outcome)
{
  GjFindingBuilder *self;

  g_return_val_if_fail (check != NULL, NULL);

  self = g_new0 (GjFindingBuilder, 1);
  self->finding = g_object_new (GJ_TYPE_FINDING, NULL);
  self->finding->check = g_strdup (check);
  self->finding->severity = severity;
  self->finding->outcome = outcome;

  return self;
}

void
gj_finding_builder_free (GjFindingBuilder *self)
{
  g_clear_object (&self->finding);
  g_free (self);
}

void
gj_finding_builder_set_mandatory (GjFindingBuilder *self,
                                  gboolean          mandatory)
{
  g_return_if_fail (self != NULL);

  self->finding->mandatory = mandatory;
}

void
gj_finding_builder_set_key (GjFindingBuilder *self,
                            const char       *key)
{
  g_return_if_fail (self != NULL);

  g_free (self->finding->key);
  self->finding->key = g_strdup (key);
}

void
gj_finding_builder_set_basis (GjFindingBuilder *self,
                              const char       *basis)
{
  g_return_if_fail (self != NULL);

  g_free (self->finding->basis);
  self->finding->basis = g_strdup (basis);
}

/**
 * gj_finding_builder_set_section:
 * @self: a builder
 * @section: a section's id, "title", "preface" or "signature"
 * @order: the section's place in the order of lists
 *
 * Says where the finding belongs.
 */
void
gj_finding_builder_set_section (GjFindingBuilder *self,
                                const char       *section,
                                guint             order)
{
  g_return_if_fail (self != NULL);

  g_free (self->finding->section);
  self->finding->section = g_strdup (section);
  self->finding->order = order;
}

void
gj_finding_builder_set_cells (GjFindingBuilder *self,
                              const guint      *cells,
                              guint             n_cells,
                              guint             main_cell)
{
  g_return_if_fail (self != NULL);

  g_free (self->finding->cells);
  self->finding->cells = g_memdup2 (cells, n_cells * sizeof (guint));
  self->finding->n_cells = n_cells;
  self->finding->main_cell = main_cell;
}

/**
 * gj_finding_builder_set_main_cell:
 * @self: a builder
 * @main_cell: the cell to look at first, one of the finding's cells
 *
 * Says that another cell than that of the rule's total is the one to look at.
 */
void
gj_finding_builder_set_main_cell (GjFindingBuilder *self,
                                  guint             main_cell)
{
  g_return_if_fail (self != NULL);

  self->finding->main_cell = main_cell;
}

void
gj_finding_builder_set_text (GjFindingBuilder *self,
                             const char       *text,
                             guint             start,
                             guint             end)
{
  g_return_if_fail (self != NULL);

  g_free (self->finding->text);
  self->finding->text = g_strdup (text);
  self->finding->start = start;
  self->finding->end = end;
}

/**
 * gj_finding_builder_set_last_year:
 * @self: a builder
 * @file_name: the name of last year's file, or ""
 * @cells: (array length=n_cells) (nullable): cells of its form
 * @n_cells: their number
 *
 * Says what of last year's report takes part.
 */
void
gj_finding_builder_set_last_year (GjFindingBuilder *self,
                                  const char       *file_name,
                                  const guint      *cells,
                                  guint             n_cells)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (file_name != NULL);

  g_free (self->finding->last_file);
  g_free (self->finding->last_cells);
  self->finding->last_file = g_strdup (file_name);
  self->finding->last_cells = g_memdup2 (cells, n_cells * sizeof (guint));
  self->finding->n_last_cells = n_cells;
}

/**
 * gj_finding_builder_set_last_text:
 * @self: a builder
 * @section: a section of last year's report
 * @text: the words there
 * @start: their first Unicode code point in the section's text
 * @end: the code point after the last
 *
 * Says which words of last year's report it is about.
 */
void
gj_finding_builder_set_last_text (GjFindingBuilder *self,
                                  const char       *section,
                                  const char       *text,
                                  guint             start,
                                  guint             end)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (section != NULL && text != NULL);

  g_free (self->finding->last_section);
  g_free (self->finding->last_text);
  self->finding->last_section = g_strdup (section);
  self->finding->last_text = g_strdup (text);
  self->finding->last_start = start;
  self->finding->last_end = end;
}

/**
 * gj_finding_builder_take_reasons:
 * @self: a builder
 * @reasons: (transfer full) (nullable) (array zero-terminated=1): reasons
 *
 * Offers reasons for accepting the finding.
 */
void
gj_finding_builder_take_reasons (GjFindingBuilder  *self,
                                 char             **reasons)
{
  g_return_if_fail (self != NULL);

  g_strfreev (self->finding->reasons);
  self->finding->reasons = reasons;
}

/**
 * gj_finding_builder_take_sides:
 * @self: a builder
 * @left: (transfer full) (nullable): the left side as a plain number
 * @right: (transfer full) (nullable): the right side
 * @difference: (transfer full) (nullable): left minus right
 *
 * Says what was compared.
 */
void
gj_finding_builder_take_sides (GjFindingBuilder *self,
                               char             *left,
                               char             *right,
                               char             *difference)
{
  g_return_if_fail (self != NULL);

  g_free (self->finding->left);
  g_free (self->finding->right);
  g_free (self->finding->difference);
  self->finding->left = left;
  self->finding->right = right;
  self->finding->difference = difference;
}

/**
 * gj_finding_builder_take_words:
 * @self: a builder
 * @title: (transfer full): what is wrong, in a few words
 * @message: (transfer full): what is wrong, in a sentence
 * @rule: (transfer full) (nullable): the rule in a sentence
 * @source: (transfer full) (nullable): the notice that the rule comes from
 *
 * Gives the finding its words.
 */
void
gj_finding_builder_take_words (GjFindingBuilder *self,
                               char             *title,
                               char             *message,
                               char             *rule,
                               char             *source)
{
  g_return_if_fail (self != NULL);

  g_free (self->finding->title);
  g_free (self->finding->message);
  g_free (self->finding->rule);
  g_free (self->finding->source);
  self->finding->title = title;
  self->finding->message = message;
  self->finding->rule = rule;
  self->finding->source = source;
}

/**
 * gj_finding_builder_take_remedy:
 * @self: a builder
 * @suggestion: (transfer full) (nullable): what to do, in words
 * @cell: the cell to change, or %GJ_NONE
 * @text: (transfer full) (nullable): the text to put there
 *
 * Says what to do about it.
 */
void
gj_finding_builder_take_remedy (GjFindingBuilder *self,
                                char             *suggestion,
                                guint             cell,
                                char             *text)
{
  g_return_if_fail (self != NULL);

  g_free (self->finding->suggestion);
  g_free (self->finding->remedy_text);
  self->finding->suggestion = suggestion;
  self->finding->remedy_cell = cell;
  self->finding->remedy_text = text;
}

/**
 * gj_finding_builder_set_decision:
 * @self: a builder
 * @decision: (nullable): what a person decided for the finding's key
 *
 * Whether the decision applies follows from its basis. A mandatory finding cannot be
 * decided: only another value mends it.
 */
void
gj_finding_builder_set_decision (GjFindingBuilder *self,
                                 GjDecision       *decision)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->finding->decision, gj_decision_unref);
  if (decision != NULL)
    self->finding->decision = gj_decision_ref (decision);
}

/**
 * gj_finding_builder_end:
 * @self: a builder
 *
 * Returns: (transfer full): the finding
 */
GjFinding *
gj_finding_builder_end (GjFindingBuilder *self)
{
  GjFinding *finding;

  g_return_val_if_fail (self != NULL, NULL);

  finding = g_steal_pointer (&self->finding);

  if (finding->key == NULL)
    finding->key = g_strdup (finding->check);
  if (finding->basis == NULL)
    finding->basis = g_strdup ("");
  if (finding->mandatory)
    g_clear_pointer (&finding->decision, gj_decision_unref);

  return finding;
}
