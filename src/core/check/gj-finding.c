/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-finding-private.h"

#include "gj-table.h"

/* GjFinding: what a check found at one place of a report. It owns copies of everything
 * it says, so that it outlives the report and may cross threads. It never changes: a
 * check that finds something else makes another finding. */

G_DEFINE_FINAL_TYPE (GjFinding, gj_finding, G_TYPE_OBJECT)

static void
gj_finding_finalize (GObject *object)
{
  GjFinding *self = GJ_FINDING (object);

  g_free (self->check);
  g_free (self->key);
  g_free (self->basis);
  g_free (self->section);
  g_free (self->cells);
  g_free (self->text);
  g_free (self->last_file);
  g_free (self->last_cells);
  g_free (self->last_section);
  g_free (self->last_text);
  g_free (self->left);
  g_free (self->right);
  g_free (self->difference);
  g_free (self->title);
  g_free (self->message);
  g_free (self->rule);
  g_free (self->source);
  g_free (self->suggestion);
  g_free (self->remedy_text);
  g_strfreev (self->reasons);
  g_clear_pointer (&self->decision, gj_decision_unref);

  G_OBJECT_CLASS (gj_finding_parent_class)->finalize (object);
}

static void
gj_finding_class_init (GjFindingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = gj_finding_finalize;
}

static void
gj_finding_init (GjFinding *self)
{
  self->main_cell = GJ_NONE;
  self->remedy_cell = GJ_NONE;
}

/**
 * gj_severity_get_id:
 * @severity: a severity
 *
 * Returns: its name in JSON and files
 */
const char *
gj_severity_get_id (GjSeverity severity)
{
  static const char *const ids[] = {
    [GJ_SEVERITY_ERROR] = "error",
    [GJ_SEVERITY_WARNING] = "warning",
    [GJ_SEVERITY_HINT] = "hint",
  };

  g_return_val_if_fail ((guint) severity < G_N_ELEMENTS (ids), NULL);

  return ids[severity];
}

/**
 * gj_outcome_get_id:
 * @outcome: an outcome
 *
 * Returns: its name in JSON
 */
const char *
gj_outcome_get_id (GjOutcome outcome)
{
  static const char *const ids[] = {
    [GJ_OUTCOME_VIOLATED] = "violated",
    [GJ_OUTCOME_UNASSESSABLE] = "unassessable",
    [GJ_OUTCOME_OTHER_READING] = "other-reading",
    [GJ_OUTCOME_REMARK] = "remark",
  };

  g_return_val_if_fail ((guint) outcome < G_N_ELEMENTS (ids), NULL);

  return ids[outcome];
}

/**
 * gj_finding_get_check:
 * @self: a finding
 *
 * Returns: the id of the check in the catalogue; never shown in words
 */
const char *
gj_finding_get_check (GjFinding *self)
{
  g_return_val_if_fail (GJ_IS_FINDING (self), NULL);

  return self->check;
}

GjSeverity
gj_finding_get_severity (GjFinding *self)
{
  g_return_val_if_fail (GJ_IS_FINDING (self), GJ_SEVERITY_HINT);

  return self->severity;
}

GjOutcome
gj_finding_get_outcome (GjFinding *self)
{
  g_return_val_if_fail (GJ_IS_FINDING (self), GJ_OUTCOME_REMARK);

  return self->outcome;
}

/**
 * gj_finding_is_mandatory:
 * @self: a finding
 *
 * Returns: whether no written reason can make up for it
 */
gboolean
gj_finding_is_mandatory (GjFinding *self)
{
  g_return_val_if_fail (GJ_IS_FINDING (self), FALSE);

  return self->mandatory;
}

/**
 * gj_finding_get_key:
 * @self: a finding
 *
 * Returns: what a decision is bound to: the same for the same fault at the same place
 */
const char *
gj_finding_get_key (GjFinding *self)
{
  g_return_val_if_fail (GJ_IS_FINDING (self), NULL);

  return self->key;
}

/**
 * gj_finding_get_basis:
 * @self: a finding
 *
 * Returns: the values or words that the finding was made for, in one canonical line
 */
const char *
gj_finding_get_basis (GjFinding *self)
{
  g_return_val_if_fail (GJ_IS_FINDING (self), NULL);

  return self->basis;
}

/**
 * gj_finding_get_section:
 * @self: a finding
 *
 * Returns: a section's id, "title", "preface" or "signature"
 */
const char *
gj_finding_get_section (GjFinding *self)
{
  g_return_val_if_fail (GJ_IS_FINDING (self), NULL);

  return self->section;
}

/**
 * gj_finding_get_cells:
 * @self: a finding
 * @n_cells: (out): their number
 *
 * Returns: (array length=n_cells) (nullable): the cells that take part, in the order
 *          of the form
 */
const guint *
gj_finding_get_cells (GjFinding *self,
                      guint     *n_cells)
{
  g_return_val_if_fail (GJ_IS_FINDING (self), NULL);
  g_return_val_if_fail (n_cells != NULL, NULL);

  *n_cells = self->n_cells;

  return self->cells;
}

/**
 * gj_finding_has_cell:
 * @self: a finding
 * @cell: a cell
 *
 * Returns: whether the cell takes part
 */
gboolean
gj_finding_has_cell (GjFinding *self,
                     guint      cell)
{
  g_return_val_if_fail (GJ_IS_FINDING (self), FALSE);

  for (guint i = 0; i < self->n_cells; i++)
    if (self->cells[i] == cell)
      return TRUE;

  return FALSE;
}

/**
 * gj_finding_get_main_cell:
 * @self: a finding
 *
 * Returns: the cell to go to, or %GJ_NONE
 */
guint
gj_finding_get_main_cell (GjFinding *self)
{
  g_return_val_if_fail (GJ_IS_FINDING (self), GJ_NONE);

  return self->main_cell;
}

/**
 * gj_finding_get_text:
 * @self: a finding
 * @text: (out) (optional): the words that stand there
 * @start: (out) (optional): their first Unicode code point in the section's text
 * @end: (out) (optional): the code point after the last
 *
 * Returns: whether the finding is about words
 */
gboolean
gj_finding_get_text (GjFinding   *self,
                     const char **text,
                     guint       *start,
                     guint       *end)
{
  g_return_val_if_fail (GJ_IS_FINDING (self), FALSE);

  if (text != NULL)
    *text = self->text;
  if (start != NULL)
    *start = self->start;
  if (end != NULL)
    *end = self->end;

  return self->text != NULL;
}

/**
 * gj_finding_get_left:
 * @self: a finding
 *
 * Returns: (nullable): the left side as a plain number
 */
const char *
gj_finding_get_left (GjFinding *self)
{
  g_return_val_if_fail (GJ_IS_FINDING (self), NULL);

  return self->left;
}

/**
 * gj_finding_get_right:
 * @self: a finding
 *
 * Returns: (nullable): the right side as a plain number
 */
const char *
gj_finding_get_right (GjFinding *self)
{
  g_return_val_if_fail (GJ_IS_FINDING (self), NULL);

  return self->right;
}

/**
 * gj_finding_get_difference:
 * @self: a finding
 *
 * Returns: (nullable): left minus right
 */
const char *
gj_finding_get_difference (GjFinding *self)
{
  g_return_val_if_fail (GJ_IS_FINDING (self), NULL);

  return self->difference;
}

const char *
gj_finding_get_title (GjFinding *self)
{
  g_return_val_if_fail (GJ_IS_FINDING (self), NULL);

  return self->title;
}

const char *
gj_finding_get_message (GjFinding *self)
{
  g_return_val_if_fail (GJ_IS_FINDING (self), NULL);

  return self->message;
}

/**
 * gj_finding_get_rule:
 * @self: a finding
 *
 * Returns: (nullable): the rule in a sentence
 */
const char *
gj_finding_get_rule (GjFinding *self)
{
  g_return_val_if_fail (GJ_IS_FINDING (self), NULL);

  return self->rule;
}

/**
 * gj_finding_get_source:
 * @self: a finding
 *
 * Returns: (nullable): the notice that the rule comes from
 */
const char *
gj_finding_get_source (GjFinding *self)
{
  g_return_val_if_fail (GJ_IS_FINDING (self), NULL);

  return self->source;
}

/**
 * gj_finding_get_suggestion:
 * @self: a finding
 *
 * Returns: (nullable): what to do, in words
 */
const char *
gj_finding_get_suggestion (GjFinding *self)
{
  g_return_val_if_fail (GJ_IS_FINDING (self), NULL);

  return self->suggestion;
}

/**
 * gj_finding_get_remedy:
 * @self: a finding
 * @cell: (out) (optional): the cell to change
 * @text: (out) (optional): the text to put there
 *
 * Returns: whether there is a change that is offered as one button
 */
gboolean
gj_finding_get_remedy (GjFinding   *self,
                       guint       *cell,
                       const char **text)
{
  g_return_val_if_fail (GJ_IS_FINDING (self), FALSE);

  if (cell != NULL)
    *cell = self->remedy_cell;
  if (text != NULL)
    *text = self->remedy_text;

  return self->remedy_text != NULL;
}

/**
 * gj_finding_get_decision:
 * @self: a finding
 *
 * Returns: (nullable): what a person decided, whether or not it still applies
 */
GjDecision *
gj_finding_get_decision (GjFinding *self)
{
  g_return_val_if_fail (GJ_IS_FINDING (self), NULL);

  return self->decision;
}

/**
 * gj_finding_is_decided:
 * @self: a finding
 *
 * Returns: whether a decision made for these very values closes the finding
 */
gboolean
gj_finding_is_decided (GjFinding *self)
{
  g_return_val_if_fail (GJ_IS_FINDING (self), FALSE);

  return self->decision != NULL && g_strcmp0 (self->decision->basis, self->basis) == 0;
}

/**
 * gj_finding_is_reopened:
 * @self: a finding
 *
 * Returns: whether it was decided for other values (数据有变动，请重新核实)
 */
gboolean
gj_finding_is_reopened (GjFinding *self)
{
  g_return_val_if_fail (GJ_IS_FINDING (self), FALSE);

  return self->decision != NULL && !gj_finding_is_decided (self);
}
