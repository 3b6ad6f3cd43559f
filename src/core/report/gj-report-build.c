/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-report.h"

#include "gj-edit-private.h"
#include "gj-report-private.h"

/* Building a report, and changing it by edits. */

/**
 * gj_report_init_field:
 * @self: a report that is being built
 * @field: a field of the metadata
 * @value: its text, UTF-8
 */
void
gj_report_init_field (GjReport   *self,
                      GjField     field,
                      const char *value)
{
  g_return_if_fail (GJ_IS_REPORT (self) && !self->frozen);
  g_return_if_fail ((guint) field < GJ_N_FIELDS);

  _gj_report_set_field (self, field, value);
}

/**
 * gj_report_init_variant:
 * @self: a report that is being built
 * @variant: (nullable): id of a variant of its form
 */
void
gj_report_init_variant (GjReport   *self,
                        const char *variant)
{
  g_return_if_fail (GJ_IS_REPORT (self) && !self->frozen);

  _gj_report_set_variant (self, variant);
}

/**
 * gj_report_init_heading:
 * @self: a report that is being built
 * @section: a section
 * @heading: its heading as it stood
 */
void
gj_report_init_heading (GjReport   *self,
                        guint       section,
                        const char *heading)
{
  g_return_if_fail (GJ_IS_REPORT (self) && !self->frozen);
  g_return_if_fail (section < self->n_sections);
  g_return_if_fail (heading != NULL);

  _gj_report_set_heading (self, section, heading);
}

/**
 * gj_report_init_narrative:
 * @self: a report that is being built
 * @section: a section, or the preface
 * @narrative: (transfer none): its blocks, with the place of the section's table
 */
void
gj_report_init_narrative (GjReport    *self,
                          guint        section,
                          GjNarrative *narrative)
{
  g_return_if_fail (GJ_IS_REPORT (self) && !self->frozen);
  g_return_if_fail (section <= self->n_sections);
  g_return_if_fail (narrative != NULL);

  _gj_report_set_narrative (self, section, narrative);
}

/**
 * gj_report_init_cell:
 * @self: a report that is being built
 * @cell: index of a cell in the form
 * @text: (nullable): its text, UTF-8; %NULL when the document has no such cell
 */
void
gj_report_init_cell (GjReport   *self,
                     guint       cell,
                     const char *text)
{
  g_return_if_fail (GJ_IS_REPORT (self) && !self->frozen);
  g_return_if_fail (cell < self->n_cells);

  _gj_report_set_cell (self, cell, text);
}

/**
 * gj_report_init_source:
 * @self: a report that is being built
 * @source: (transfer none) (nullable): what the import found
 */
void
gj_report_init_source (GjReport *self,
                       GjSource *source)
{
  g_return_if_fail (GJ_IS_REPORT (self) && !self->frozen);

  if (source != NULL)
    gj_source_ref (source);
  g_clear_pointer (&self->source, gj_source_unref);
  self->source = source;
}

/**
 * gj_report_init_decision:
 * @self: a report that is being built
 * @decision: (transfer none): a decision; it replaces one with the same key
 */
void
gj_report_init_decision (GjReport   *self,
                         GjDecision *decision)
{
  g_return_if_fail (GJ_IS_REPORT (self) && !self->frozen);
  g_return_if_fail (decision != NULL);

  _gj_report_set_decision (self, decision->key, decision);
}

/**
 * gj_report_init_comment:
 * @self: a report that is being built
 * @comment: (transfer none): a comment; it replaces one with the same id
 */
void
gj_report_init_comment (GjReport  *self,
                        GjComment *comment)
{
  g_return_if_fail (GJ_IS_REPORT (self) && !self->frozen);
  g_return_if_fail (comment != NULL);

  _gj_report_set_comment (self, comment->id, comment);
}

/**
 * gj_report_init_setting:
 * @self: a report that is being built
 * @name: name of a setting
 * @value: its value
 */
void
gj_report_init_setting (GjReport   *self,
                        const char *name,
                        const char *value)
{
  g_return_if_fail (GJ_IS_REPORT (self) && !self->frozen);
  g_return_if_fail (name != NULL);

  _gj_report_set_setting (self, name, value);
}

static void
change_narrative (GjReport       *self,
                  const GjChange *change,
                  gboolean        reverted)
{
  g_autoptr (GjNarrative) narrative = NULL;

  narrative = _gj_change_narrative (self->narratives[change->index], change, reverted);
  if (narrative == NULL)
    return;

  _gj_report_set_narrative (self, change->index, narrative);
  _gj_report_move_comments (self, change->index, change->shift, reverted);
}

static void
make_change (GjReport       *self,
             const GjChange *change,
             gboolean        reverted)
{
  const char *text = reverted ? change->old_text : change->new_text;

  switch (change->kind)
    {
    case GJ_CHANGE_CELL:
      _gj_report_set_cell (self, change->index, text);
      break;
    case GJ_CHANGE_FIELD:
      _gj_report_set_field (self, change->index, text);
      break;
    case GJ_CHANGE_HEADING:
      _gj_report_set_heading (self, change->index, text);
      break;
    case GJ_CHANGE_TEXT:
    case GJ_CHANGE_BLOCKS:
      change_narrative (self, change, reverted);
      break;
    case GJ_CHANGE_VARIANT:
      _gj_report_set_variant (self, text);
      break;
    case GJ_CHANGE_DECISION:
      _gj_report_set_decision (self, change->name,
                               reverted ? change->old_decision : change->new_decision);
      break;
    case GJ_CHANGE_COMMENT:
      _gj_report_set_comment (self, change->name,
                              reverted ? change->old_comment : change->new_comment);
      break;
    case GJ_CHANGE_SETTING:
      _gj_report_set_setting (self, change->name, text);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
emit_change (GjReport       *self,
             const GjChange *change)
{
  static const GjReportSignal signals[] = {
    [GJ_CHANGE_CELL] = GJ_REPORT_SIGNAL_CELL_CHANGED,
    [GJ_CHANGE_FIELD] = GJ_REPORT_SIGNAL_FIELD_CHANGED,
    [GJ_CHANGE_HEADING] = GJ_REPORT_SIGNAL_HEADING_CHANGED,
    [GJ_CHANGE_TEXT] = GJ_REPORT_SIGNAL_NARRATIVE_CHANGED,
    [GJ_CHANGE_BLOCKS] = GJ_REPORT_SIGNAL_NARRATIVE_CHANGED,
    [GJ_CHANGE_VARIANT] = GJ_REPORT_SIGNAL_VARIANT_CHANGED,
    [GJ_CHANGE_DECISION] = GJ_REPORT_SIGNAL_DECISION_CHANGED,
    [GJ_CHANGE_COMMENT] = GJ_REPORT_SIGNAL_COMMENT_CHANGED,
    [GJ_CHANGE_SETTING] = GJ_REPORT_SIGNAL_SETTING_CHANGED,
  };
  guint signal = _gj_report_signals[signals[change->kind]];

  if (change->kind == GJ_CHANGE_VARIANT)
    g_signal_emit (self, signal, 0);
  else if (change->name != NULL)
    g_signal_emit (self, signal, 0, change->name);
  else
    g_signal_emit (self, signal, 0, change->index);
}

/**
 * gj_report_apply:
 * @self: a report
 * @edit: a step built for @self as it is now
 *
 * Makes the changes of @edit. The signals come when all of them are made, so that nobody
 * sees half a step.
 */
void
gj_report_apply (GjReport *self,
                 GjEdit   *edit)
{
  guint n;

  g_return_if_fail (GJ_IS_REPORT (self) && !self->frozen);
  g_return_if_fail (edit != NULL);

  n = gj_edit_get_n_changes (edit);
  for (guint i = 0; i < n; i++)
    make_change (self, gj_edit_get_change (edit, i), FALSE);
  for (guint i = 0; i < n; i++)
    emit_change (self, gj_edit_get_change (edit, i));
}

/**
 * gj_report_revert:
 * @self: a report
 * @edit: the step that was applied last
 *
 * Takes the changes of @edit back.
 */
void
gj_report_revert (GjReport *self,
                  GjEdit   *edit)
{
  guint n;

  g_return_if_fail (GJ_IS_REPORT (self) && !self->frozen);
  g_return_if_fail (edit != NULL);

  n = gj_edit_get_n_changes (edit);
  for (guint i = n; i > 0; i--)
    make_change (self, gj_edit_get_change (edit, i - 1), TRUE);
  for (guint i = n; i > 0; i--)
    emit_change (self, gj_edit_get_change (edit, i - 1));
}
