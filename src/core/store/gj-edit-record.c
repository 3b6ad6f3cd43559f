/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-journal-private.h"

#include <string.h>

/* An edit as it is written down: only what is so afterwards, and what is needed to find
 * the place. A step that is taken back is written down as the step that has the same
 * outcome. */

#define CHANGE_TYPE "(ysuumsmsua(yssuumsay)m(ysmsmss)m(smsmss))"
#define BLOCK_TYPE "(yssuumsay)"

static const char codes[] = {
  [GJ_CHANGE_CELL] = 'c',
  [GJ_CHANGE_FIELD] = 'f',
  [GJ_CHANGE_HEADING] = 'h',
  [GJ_CHANGE_TEXT] = 't',
  [GJ_CHANGE_BLOCKS] = 'b',
  [GJ_CHANGE_VARIANT] = 'v',
  [GJ_CHANGE_DECISION] = 'd',
  [GJ_CHANGE_COMMENT] = 'm',
  [GJ_CHANGE_SETTING] = 's',
};

/* Writing */

static const char *
get_place (GjForm         *form,
           const GjChange *change)
{
  switch (change->kind)
    {
    case GJ_CHANGE_CELL:
      return gj_form_get_cell (form, change->index)->id;
    case GJ_CHANGE_FIELD:
      return gj_field_get_id (change->index);
    case GJ_CHANGE_HEADING:
    case GJ_CHANGE_TEXT:
    case GJ_CHANGE_BLOCKS:
      return change->index < gj_form_get_n_sections (form)
             ? gj_form_get_section (form, change->index)->id : "preface";
    case GJ_CHANGE_VARIANT:
      return "";
    case GJ_CHANGE_DECISION:
    case GJ_CHANGE_COMMENT:
    case GJ_CHANGE_SETTING:
    default:
      return change->name;
    }
}

static GVariant *
block_to_variant (const GjBlock *block)
{
  const GjPicture *picture = gj_block_get_picture (block);
  const char *text = gj_block_get_text (block);
  guint8 kind = gj_block_get_kind (block) == GJ_BLOCK_PARAGRAPH ? 'p' : picture != NULL ? 'i' : 't';
  g_autoptr (GBytes) none = g_bytes_new_static ("", 0);
  GVariant *bytes = g_variant_new_from_bytes (G_VARIANT_TYPE_BYTESTRING,
                                              picture != NULL ? picture->bytes : none, TRUE);

  return g_variant_new ("(yssuums@ay)", kind, text != NULL ? text : "",
                        picture != NULL ? picture->type : "",
                        picture != NULL ? picture->width : 0,
                        picture != NULL ? picture->height : 0,
                        picture != NULL ? picture->title : NULL, bytes);
}

static GVariant *
blocks_to_variant (GPtrArray *blocks)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a" BLOCK_TYPE));
  for (guint i = 0; blocks != NULL && i < blocks->len; i++)
    g_variant_builder_add_value (&builder, block_to_variant (g_ptr_array_index (blocks, i)));
  return g_variant_builder_end (&builder);
}

static GVariant *
decision_to_variant (const GjDecision *decision)
{
  GVariant *child = NULL;

  if (decision != NULL)
    child = g_variant_new ("(ysmsmss)", "afn"[decision->state], decision->reason,
                           decision->who, decision->when, decision->basis);
  return g_variant_new_maybe (G_VARIANT_TYPE ("(ysmsmss)"), child);
}

static GVariant *
comment_to_variant (const GjComment *comment)
{
  GVariant *child = NULL;

  if (comment != NULL)
    child = g_variant_new ("(smsmss)", comment->place, comment->who, comment->when,
                           comment->text);
  return g_variant_new_maybe (G_VARIANT_TYPE ("(smsmss)"), child);
}

static GVariant *
change_to_variant (GjForm         *form,
                   const GjChange *change,
                   gboolean        reverted)
{
  const char *before = reverted ? change->new_text : change->old_text;
  const char *after = reverted ? change->old_text : change->new_text;
  GPtrArray *removed = reverted ? change->new_blocks : change->old_blocks;
  GPtrArray *added = reverted ? change->old_blocks : change->new_blocks;

  return g_variant_new ("(ysuumsmsu@a" BLOCK_TYPE "@m(ysmsmss)@m(smsmss))",
                        codes[change->kind], get_place (form, change),
                        change->block, change->offset,
                        change->kind == GJ_CHANGE_TEXT ? before : NULL, after,
                        removed != NULL ? removed->len : 0, blocks_to_variant (added),
                        decision_to_variant (reverted ? change->old_decision
                                                      : change->new_decision),
                        comment_to_variant (reverted ? change->old_comment
                                                     : change->new_comment));
}

/**
 * _gj_edit_record_new:
 * @form: the form of the report
 * @edit: a step
 * @reverted: whether the step was taken back
 *
 * Returns: (transfer floating): the step as a record
 */
GVariant *
_gj_edit_record_new (GjForm   *form,
                     GjEdit   *edit,
                     gboolean  reverted)
{
  GVariantBuilder builder;
  guint n_changes = gj_edit_get_n_changes (edit);

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a" CHANGE_TYPE));
  for (guint i = 0; i < n_changes; i++)
    {
      guint index = reverted ? n_changes - 1 - i : i;

      g_variant_builder_add_value (&builder,
                                   change_to_variant (form, gj_edit_get_change (edit, index),
                                                      reverted));
    }
  return g_variant_new ("(s@a" CHANGE_TYPE ")", gj_edit_get_label (edit),
                        g_variant_builder_end (&builder));
}

/* Replaying. Everything is checked: a record that does not fit the report is the end of
 * what can be recovered. */

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
  if (kind == 't')
    return gj_block_new_table ();
  if (kind == 'p')
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
  static const char states[] = "afn";
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

static gboolean
replay_comment (GjEdit       *edit,
                const Change *change)
{
  g_autoptr (GVariant) child = g_variant_get_maybe (change->comment);
  g_autoptr (GjComment) comment = NULL;
  const char *place;
  const char *who;
  const char *when;
  const char *text;

  if (child != NULL)
    {
      g_variant_get (child, "(&sm&sm&s&s)", &place, &who, &when, &text);
      comment = gj_comment_new (change->place, place, who, when, text);
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
    case 'c':
      return replay_cell (edit, change);
    case 'f':
      return replay_field (edit, change);
    case 'h':
      return replay_heading (edit, change);
    case 't':
      return replay_text (edit, change);
    case 'b':
      return replay_blocks (edit, change);
    case 'v':
      return replay_variant (edit, change);
    case 'd':
      return replay_decision (edit, change);
    case 'm':
      return replay_comment (edit, change);
    case 's':
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

  g_variant_get (variant, "(y&suum&sm&su@a" BLOCK_TYPE "@m(ysmsmss)@m(smsmss))",
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

  g_variant_get (record, "(&s@a" CHANGE_TYPE ")", &label, &changes);
  for (gsize i = 0; i < g_variant_n_children (changes); i++)
    {
      g_autoptr (GVariant) change = g_variant_get_child_value (changes, i);

      if (!replay_change (change, report, label))
        return FALSE;
    }
  return TRUE;
}
