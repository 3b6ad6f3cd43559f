/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-edit-record-private.h"

/* Writes a step down: only what is so afterwards, and what is needed to find the place. A
 * step that is taken back is written down as the step that has the same outcome. */

static const char codes[] = {
  [GJ_CHANGE_CELL] = GJ_CHANGE_CODE_CELL,
  [GJ_CHANGE_FIELD] = GJ_CHANGE_CODE_FIELD,
  [GJ_CHANGE_HEADING] = GJ_CHANGE_CODE_HEADING,
  [GJ_CHANGE_TEXT] = GJ_CHANGE_CODE_TEXT,
  [GJ_CHANGE_BLOCKS] = GJ_CHANGE_CODE_BLOCKS,
  [GJ_CHANGE_VARIANT] = GJ_CHANGE_CODE_VARIANT,
  [GJ_CHANGE_DECISION] = GJ_CHANGE_CODE_DECISION,
  [GJ_CHANGE_COMMENT] = GJ_CHANGE_CODE_COMMENT,
  [GJ_CHANGE_SETTING] = GJ_CHANGE_CODE_SETTING,
};

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
  guint8 kind = text != NULL ? GJ_BLOCK_CODE_PARAGRAPH
                : picture != NULL ? GJ_BLOCK_CODE_PICTURE : GJ_BLOCK_CODE_TABLE;
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

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a" GJ_BLOCK_FORMAT));
  for (guint i = 0; blocks != NULL && i < blocks->len; i++)
    g_variant_builder_add_value (&builder, block_to_variant (g_ptr_array_index (blocks, i)));
  return g_variant_builder_end (&builder);
}

static GVariant *
decision_to_variant (const GjDecision *decision)
{
  GVariant *child = NULL;

  if (decision != NULL)
    child = g_variant_new (GJ_DECISION_FORMAT, GJ_DECISION_CODES[decision->state], decision->reason,
                           decision->who, decision->when, decision->basis);
  return g_variant_new_maybe (G_VARIANT_TYPE (GJ_DECISION_FORMAT), child);
}

static GVariant *
comment_to_variant (const GjComment *comment)
{
  GVariant *child = NULL;

  if (comment != NULL)
    child = g_variant_new (GJ_COMMENT_FORMAT, comment->place, comment->who, comment->when,
                           comment->answers, comment->start, comment->end, comment->done,
                           comment->text);
  return g_variant_new_maybe (G_VARIANT_TYPE (GJ_COMMENT_FORMAT), child);
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

  return g_variant_new ("(ysuumsmsu@a" GJ_BLOCK_FORMAT "@m" GJ_DECISION_FORMAT "@m" GJ_COMMENT_FORMAT ")",
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

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a" GJ_CHANGE_FORMAT));
  for (guint i = 0; i < n_changes; i++)
    {
      guint index = reverted ? n_changes - 1 - i : i;

      g_variant_builder_add_value (&builder,
                                   change_to_variant (form, gj_edit_get_change (edit, index),
                                                      reverted));
    }
  return g_variant_new ("(s@a" GJ_CHANGE_FORMAT ")", gj_edit_get_label (edit),
                        g_variant_builder_end (&builder));
}
