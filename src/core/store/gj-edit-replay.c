/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-edit-record-private.h"

#include <string.h>

/* Makes a step again that was written down. Everything is checked: a record that does not
 * fit the report is the end of what can be recovered. */

typedef struct
{
  GjReport   *report;
  GjForm     *form;
  const char *place;
  guint       block;
  guint       offset;
  const char *removed;
  const char *text;
  guint       n_removed;
  GVariant   *blocks;
  GVariant   *decision;
  GVariant   *comment;
} Change;

static gboolean
find_narrative (const Change *change,
                guint        *section)
{
  *section = strcmp (change->place, "preface") == 0
             ? gj_report_get_preface (change->report)
             : gj_form_find_section (change->form, change->place);
  return *section != GJ_NONE;
}

static gboolean
replay_text (GjEdit       *edit,
             const Change *change)
{
  guint section;

  if (!find_narrative (change, &section) || change->removed == NULL || change->text == NULL
      || strchr (change->text, '\n') != NULL)
    return FALSE;

  GjNarrative *narrative = gj_report_get_narrative (change->report, section);
  const char *text = change->block < gj_narrative_get_n_blocks (narrative)
                     ? gj_block_get_text (gj_narrative_get_block (narrative, change->block))
                     : NULL;

  if (text == NULL || g_utf8_strlen (text, -1) < (glong) change->offset
      || !g_str_has_prefix (g_utf8_offset_to_pointer (text, change->offset), change->removed))
    return FALSE;

  gj_edit_change_text (edit, change->report, section, change->block, change->offset,
                       change->removed, change->text);
  return TRUE;
}

static GjBlock *
block_from_variant (GVariant *variant)
{
  g_autoptr (GVariant) data = NULL;
  const char *text;
  const char *type;
  const char *title;
  guint width;
  guint height;
  guint8 kind;

  g_variant_get (variant, "(y&s&suum&s@ay)", &kind, &text, &type, &width, &height, &title, &data);
  if (kind == GJ_BLOCK_CODE_TABLE)
    return gj_block_new_table ();
  if (kind == GJ_BLOCK_CODE_PARAGRAPH)
    return gj_block_new_paragraph (text);

  g_autoptr (GBytes) bytes = g_variant_get_data_as_bytes (data);

  return gj_block_new_picture (bytes, type, width, height, title);
}

static gboolean
replay_blocks (GjEdit       *edit,
               const Change *change)
{
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) gj_block_unref);
  guint section;

  if (!find_narrative (change, &section))
    return FALSE;

  guint n_blocks = gj_narrative_get_n_blocks (gj_report_get_narrative (change->report, section));

  if (change->block > n_blocks || change->n_removed > n_blocks - change->block)
    return FALSE;

  for (gsize i = 0; i < g_variant_n_children (change->blocks); i++)
    {
      g_autoptr (GVariant) child = g_variant_get_child_value (change->blocks, i);

      g_ptr_array_add (blocks, block_from_variant (child));
    }
  gj_edit_change_blocks (edit, change->report, section, change->block, change->n_removed,
                         (GjBlock *const *) blocks->pdata, blocks->len);
  return TRUE;
}

static gboolean
replay_decision (GjEdit       *edit,
                 const Change *change)
{
  static const char states[] = GJ_DECISION_CODES;
  g_autoptr (GVariant) child = g_variant_get_maybe (change->decision);
  g_autoptr (GjDecision) decision = NULL;
  const char *reason;
  const char *who;
  const char *when;
  const char *basis;
  guint8 state;

  if (child != NULL)
    {
      g_variant_get (child, "(y&sm&sm&s&s)", &state, &reason, &who, &when, &basis);

      const char *found = state != 0 ? strchr (states, state) : NULL;

      if (found == NULL)
        return FALSE;
      decision = gj_decision_new (change->place, (GjDecisionState) (found - states), reason,
                                  who, when, basis);
    }
  gj_edit_set_decision (edit, change->report, change->place, decision);
  return TRUE;
}

static GjComment *
comment_from_variant (const char *id,
                      GVariant   *variant)
{
  g_autoptr (GjComment) comment = NULL;
  g_autoptr (GjComment) answer = NULL;
  g_autoptr (GjComment) placed = NULL;
  const char *place;
  const char *who;
  const char *when;
  const char *answers;
  const char *text;
  guint start;
  guint end;
  gboolean done;

  g_variant_get (variant, "(&sm&sm&sm&suub&s)", &place, &who, &when, &answers, &start, &end,
                 &done, &text);
  if (start > end || (start == GJ_NONE) != (end == GJ_NONE))
    return NULL;

  comment = gj_comment_new (id, place, who, when, text);
  answer = gj_comment_dup_as_answer (comment, answers);
  placed = gj_comment_dup_with_words (answer, start, end);
  return gj_comment_dup_with_done (placed, done);
}

static gboolean
replay_comment (GjEdit       *edit,
                const Change *change)
{
  g_autoptr (GVariant) child = g_variant_get_maybe (change->comment);
  g_autoptr (GjComment) comment = NULL;

  if (child != NULL)
    {
      comment = comment_from_variant (change->place, child);
      if (comment == NULL)
        return FALSE;
    }
  gj_edit_set_comment (edit, change->report, change->place, comment);
  return TRUE;
}

static gboolean
replay_cell (GjEdit       *edit,
             const Change *change)
{
  guint cell = gj_form_find_cell (change->form, change->place);

  if (cell == GJ_NONE)
    return FALSE;
  gj_edit_set_cell (edit, change->report, cell, change->text);
  return TRUE;
}

static gboolean
replay_field (GjEdit       *edit,
              const Change *change)
{
  GjField field;

  if (!gj_field_find (change->place, &field) || change->text == NULL)
    return FALSE;
  gj_edit_set_field (edit, change->report, field, change->text);
  return TRUE;
}

static gboolean
replay_heading (GjEdit       *edit,
                const Change *change)
{
  guint section = gj_form_find_section (change->form, change->place);

  if (section == GJ_NONE || change->text == NULL)
    return FALSE;
  gj_edit_set_heading (edit, change->report, section, change->text);
  return TRUE;
}

static gboolean
replay_variant (GjEdit       *edit,
                const Change *change)
{
  if (change->text != NULL && gj_form_find_variant (change->form, change->text) == NULL)
    return FALSE;
  gj_edit_set_variant (edit, change->report, change->text);
  return TRUE;
}

static gboolean
add_change (GjEdit       *edit,
            guint8        code,
            const Change *change)
{
  switch (code)
    {
    case GJ_CHANGE_CODE_CELL:
      return replay_cell (edit, change);
    case GJ_CHANGE_CODE_FIELD:
      return replay_field (edit, change);
    case GJ_CHANGE_CODE_HEADING:
      return replay_heading (edit, change);
    case GJ_CHANGE_CODE_TEXT:
      return replay_text (edit, change);
    case GJ_CHANGE_CODE_BLOCKS:
      return replay_blocks (edit, change);
    case GJ_CHANGE_CODE_VARIANT:
      return replay_variant (edit, change);
    case GJ_CHANGE_CODE_DECISION:
      return replay_decision (edit, change);
    case GJ_CHANGE_CODE_COMMENT:
      return replay_comment (edit, change);
    case GJ_CHANGE_CODE_SETTING:
      gj_edit_set_setting (edit, change->report, change->place, change->text);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
replay_change (GVariant   *variant,
               GjReport   *report,
               const char *label)
{
  Change change = { .report = report, .form = gj_report_get_form (report) };
  g_autoptr (GjEdit) edit = gj_edit_new (label);
  guint8 code;

  g_variant_get (variant, "(y&suum&sm&su@a" GJ_BLOCK_FORMAT "@m" GJ_DECISION_FORMAT "@m" GJ_COMMENT_FORMAT ")",
                 &code, &change.place, &change.block, &change.offset, &change.removed,
                 &change.text, &change.n_removed, &change.blocks, &change.decision,
                 &change.comment);

  gboolean fits = add_change (edit, code, &change);

  if (fits && !gj_edit_is_empty (edit))
    gj_report_apply (report, edit);
  g_variant_unref (change.blocks);
  g_variant_unref (change.decision);
  g_variant_unref (change.comment);
  return fits;
}

/**
 * _gj_edit_record_replay:
 * @record: a record of a step
 * @report: the report as it was before the step
 *
 * Makes the changes of the step, one after the other.
 *
 * Returns: whether all of them fit the report
 */
gboolean
_gj_edit_record_replay (GVariant *record,
                        GjReport *report)
{
  g_autoptr (GVariant) changes = NULL;
  const char *label;

  g_variant_get (record, "(&s@a" GJ_CHANGE_FORMAT ")", &label, &changes);
  for (gsize i = 0; i < g_variant_n_children (changes); i++)
    {
      g_autoptr (GVariant) change = g_variant_get_child_value (changes, i);

      if (!replay_change (change, report, label))
        return FALSE;
    }
  return TRUE;
}
