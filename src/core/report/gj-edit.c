/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-edit-private.h"
#include "gj-report-private.h"

/* A step is built against a report that it does not change. A cell, field, heading,
 * decision, comment or setting is changed at most once in a step: a second change goes
 * into the first. */

void
_gj_change_clear (gpointer data)
{
  GjChange *change = data;

  g_free (change->name);
  g_free (change->old_text);
  g_free (change->new_text);
  g_clear_pointer (&change->old_blocks, g_ptr_array_unref);
  g_clear_pointer (&change->new_blocks, g_ptr_array_unref);
  g_clear_pointer (&change->old_decision, gj_decision_unref);
  g_clear_pointer (&change->new_decision, gj_decision_unref);
  g_clear_pointer (&change->old_comment, gj_comment_unref);
  g_clear_pointer (&change->new_comment, gj_comment_unref);
}

static void
edit_clear (gpointer data)
{
  GjEdit *self = data;

  g_free (self->label);
  g_array_unref (self->changes);
  g_clear_pointer (&self->drafts, g_ptr_array_unref);
}

static gboolean
is_text (const char *text)
{
  return text != NULL && g_utf8_validate (text, -1, NULL);
}

static gboolean
is_text_or_null (const char *text)
{
  return text == NULL || g_utf8_validate (text, -1, NULL);
}

static GjChange *
change_at (const GjEdit *self,
           guint         index)
{
  return &g_array_index (self->changes, GjChange, index);
}

/* The place of the change of this thing in the step, or the end. */

static guint
find_change (const GjEdit *self,
             GjChangeKind  kind,
             guint         index,
             const char   *name)
{
  guint i;

  for (i = 0; i < self->changes->len; i++)
    {
      const GjChange *change = change_at (self, i);

      if (change->kind == kind && change->index == index &&
          g_strcmp0 (change->name, name) == 0)
        break;
    }

  return i;
}

static void
set_text (GjEdit       *self,
          GjChangeKind  kind,
          guint         index,
          const char   *name,
          const char   *old_text,
          const char   *new_text)
{
  guint at = find_change (self, kind, index, name);

  if (at < self->changes->len)
    {
      GjChange *change = change_at (self, at);

      g_free (change->new_text);
      change->new_text = g_strdup (new_text);
      if (g_strcmp0 (change->old_text, new_text) == 0)
        g_array_remove_index (self->changes, at);
    }
  else if (g_strcmp0 (old_text, new_text) != 0)
    {
      GjChange change = { kind, index, g_strdup (name) };

      change.old_text = g_strdup (old_text);
      change.new_text = g_strdup (new_text);
      g_array_append_val (self->changes, change);
    }
}

/**
 * gj_edit_new:
 * @label: what the step does, in words for a person ("Edit cell")
 *
 * Returns: (transfer full): a step without any change
 */
GjEdit *
gj_edit_new (const char *label)
{
  GjEdit *self;

  g_return_val_if_fail (is_text (label), NULL);

  self = g_atomic_rc_box_new0 (GjEdit);
  self->label = g_strdup (label);
  self->changes = g_array_sized_new (FALSE, FALSE, sizeof (GjChange), 1);
  g_array_set_clear_func (self->changes, _gj_change_clear);

  return self;
}

/**
 * gj_edit_ref:
 * @self: a step
 *
 * Returns: (transfer full): @self
 */
GjEdit *
gj_edit_ref (GjEdit *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

/**
 * gj_edit_unref:
 * @self: (transfer full): a step
 */
void
gj_edit_unref (GjEdit *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, edit_clear);
}

/**
 * gj_edit_get_label:
 * @self: a step
 *
 * Returns: what the step does, in words
 */
const char *
gj_edit_get_label (const GjEdit *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->label;
}

/**
 * gj_edit_get_n_changes:
 * @self: a step
 *
 * Returns: how many changes it makes
 */
guint
gj_edit_get_n_changes (const GjEdit *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->changes->len;
}

/**
 * gj_edit_get_change:
 * @self: a step
 * @index: which change
 *
 * Returns: the change
 */
const GjChange *
gj_edit_get_change (const GjEdit *self,
                    guint         index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->changes->len, NULL);

  return change_at (self, index);
}

/**
 * gj_edit_is_empty:
 * @self: a step
 *
 * Returns: whether the step changes nothing
 */
gboolean
gj_edit_is_empty (const GjEdit *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return self->changes->len == 0;
}

/**
 * gj_edit_set_cell:
 * @self: a step
 * @report: the report that it is built for
 * @cell: index of a cell in the form
 * @text: (nullable): its new text, %NULL to make the cell absent
 */
void
gj_edit_set_cell (GjEdit     *self,
                  GjReport   *report,
                  guint       cell,
                  const char *text)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (GJ_IS_REPORT (report));
  g_return_if_fail (cell < report->n_cells);
  g_return_if_fail (is_text_or_null (text));

  set_text (self, GJ_CHANGE_CELL, cell, NULL, gj_report_get_cell_text (report, cell), text);
}

/**
 * gj_edit_set_field:
 * @self: a step
 * @report: the report that it is built for
 * @field: a #GjField
 * @value: its new text
 */
void
gj_edit_set_field (GjEdit     *self,
                   GjReport   *report,
                   guint       field,
                   const char *value)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (GJ_IS_REPORT (report));
  g_return_if_fail (field < GJ_N_FIELDS);
  g_return_if_fail (is_text (value));

  set_text (self, GJ_CHANGE_FIELD, field, NULL, gj_report_get_field (report, field), value);
}

/**
 * gj_edit_set_heading:
 * @self: a step
 * @report: the report that it is built for
 * @section: a section; the preface has no heading
 * @heading: its new heading
 */
void
gj_edit_set_heading (GjEdit     *self,
                     GjReport   *report,
                     guint       section,
                     const char *heading)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (GJ_IS_REPORT (report));
  g_return_if_fail (section < report->n_sections);
  g_return_if_fail (is_text (heading));

  set_text (self, GJ_CHANGE_HEADING, section, NULL,
            gj_report_get_heading (report, section), heading);
}

/**
 * gj_edit_set_variant:
 * @self: a step
 * @report: the report that it is built for
 * @variant: (nullable): id of a variant of the form, %NULL for the usual table
 */
void
gj_edit_set_variant (GjEdit     *self,
                     GjReport   *report,
                     const char *variant)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (GJ_IS_REPORT (report));
  g_return_if_fail (is_text_or_null (variant));

  if (variant != NULL && *variant == '\0')
    variant = NULL;

  set_text (self, GJ_CHANGE_VARIANT, 0, NULL, report->variant, variant);
}

/**
 * gj_edit_set_decision:
 * @self: a step
 * @report: the report that it is built for
 * @key: key of a finding, or "note/ID"
 * @decision: (nullable): what is decided, %NULL to take the decision away
 */
void
gj_edit_set_decision (GjEdit     *self,
                      GjReport   *report,
                      const char *key,
                      GjDecision *decision)
{
  GjDecision *old;
  guint at;

  g_return_if_fail (self != NULL);
  g_return_if_fail (GJ_IS_REPORT (report));
  g_return_if_fail (is_text (key));
  g_return_if_fail (decision == NULL || g_str_equal (decision->key, key));

  at = find_change (self, GJ_CHANGE_DECISION, 0, key);
  if (at < self->changes->len)
    g_array_remove_index (self->changes, at);

  old = gj_report_find_decision (report, key);
  if (!gj_decision_equal (old, decision))
    {
      GjChange change = { GJ_CHANGE_DECISION, 0, g_strdup (key) };

      change.old_decision = old != NULL ? gj_decision_ref (old) : NULL;
      change.new_decision = decision != NULL ? gj_decision_ref (decision) : NULL;
      g_array_append_val (self->changes, change);
    }
}

/**
 * gj_edit_set_comment:
 * @self: a step
 * @report: the report that it is built for
 * @id: id of a comment
 * @comment: (nullable): the comment, %NULL to take it away
 */
void
gj_edit_set_comment (GjEdit     *self,
                     GjReport   *report,
                     const char *id,
                     GjComment  *comment)
{
  GjComment *old;
  guint at;

  g_return_if_fail (self != NULL);
  g_return_if_fail (GJ_IS_REPORT (report));
  g_return_if_fail (is_text (id));
  g_return_if_fail (comment == NULL || g_str_equal (comment->id, id));

  at = find_change (self, GJ_CHANGE_COMMENT, 0, id);
  if (at < self->changes->len)
    g_array_remove_index (self->changes, at);

  old = _gj_report_find_comment (report, id);
  if (!gj_comment_equal (old, comment))
    {
      GjChange change = { GJ_CHANGE_COMMENT, 0, g_strdup (id) };

      change.old_comment = old != NULL ? gj_comment_ref (old) : NULL;
      change.new_comment = comment != NULL ? gj_comment_ref (comment) : NULL;
      g_array_append_val (self->changes, change);
    }
}

/**
 * gj_edit_set_setting:
 * @self: a step
 * @report: the report that it is built for
 * @name: name of a setting
 * @value: (nullable): its new value, %NULL to unset it
 */
void
gj_edit_set_setting (GjEdit     *self,
                     GjReport   *report,
                     const char *name,
                     const char *value)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (GJ_IS_REPORT (report));
  g_return_if_fail (is_text (name));
  g_return_if_fail (is_text_or_null (value));

  set_text (self, GJ_CHANGE_SETTING, 0, name, gj_report_get_setting (report, name), value);
}
