/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-compare-item.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/**
 * GjCompareItem:
 *
 * A pair of numbers as lists hold it. Owns its texts; the words of rows and columns belong
 * to the forms.
 */
struct _GjCompareItem
{
  GObject    parent_instance;

  GjCellPair pair;
  gboolean   follows;
  guint      severity;
  char      *problem;
  char      *elsewhere;
  gboolean   is_related;
};

G_DEFINE_FINAL_TYPE (GjCompareItem, gj_compare_item, G_TYPE_OBJECT)

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
clear (GjCompareItem *self)
{
  g_clear_pointer (&self->pair.id, g_free);
  g_clear_pointer (&self->pair.old_text, g_free);
  g_clear_pointer (&self->pair.new_text, g_free);
  g_clear_pointer (&self->pair.difference, g_free);
}

static void
take_copy (GjCompareItem    *self,
           const GjCellPair *pair)
{
  clear (self);
  self->pair = *pair;
  self->pair.id = g_strdup (pair->id);
  self->pair.old_text = g_strdup (pair->old_text);
  self->pair.new_text = g_strdup (pair->new_text);
  self->pair.difference = g_strdup (pair->difference);
}

static void
gj_compare_item_finalize (GObject *object)
{
  clear (GJ_COMPARE_ITEM (object));
  g_free (GJ_COMPARE_ITEM (object)->problem);
  g_free (GJ_COMPARE_ITEM (object)->elsewhere);

  G_OBJECT_CLASS (gj_compare_item_parent_class)->finalize (object);
}

static void
gj_compare_item_class_init (GjCompareItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = gj_compare_item_finalize;

  signals[CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
}

static void
gj_compare_item_init (GjCompareItem *self)
{
  self->severity = GJ_NONE;
}

GjCompareItem *
gj_compare_item_new (const GjCellPair *pair)
{
  GjCompareItem *self;

  g_return_val_if_fail (pair != NULL, NULL);

  self = g_object_new (GJ_TYPE_COMPARE_ITEM, NULL);
  take_copy (self, pair);

  return self;
}

static gboolean
is_same (const GjCellPair *a,
         const GjCellPair *b)
{
  return g_strcmp0 (a->id, b->id) == 0 && g_strcmp0 (a->old_text, b->old_text) == 0
         && g_strcmp0 (a->new_text, b->new_text) == 0
         && g_strcmp0 (a->difference, b->difference) == 0
         && a->change == b->change && a->is_jump == b->is_jump
         && a->is_repeated == b->is_repeated && a->reason.zh == b->reason.zh;
}

void
gj_compare_item_set_pair (GjCompareItem    *self,
                          const GjCellPair *pair)
{
  g_return_if_fail (GJ_IS_COMPARE_ITEM (self));
  g_return_if_fail (pair != NULL);

  if (is_same (&self->pair, pair))
    return;

  take_copy (self, pair);
  g_signal_emit (self, signals[CHANGED], 0);
}

const GjCellPair *
gj_compare_item_get_pair (GjCompareItem *self)
{
  g_return_val_if_fail (GJ_IS_COMPARE_ITEM (self), NULL);

  return &self->pair;
}

void
gj_compare_item_set_follows (GjCompareItem *self,
                             gboolean       follows)
{
  g_return_if_fail (GJ_IS_COMPARE_ITEM (self));

  if (self->follows == follows)
    return;

  self->follows = follows;
  g_signal_emit (self, signals[CHANGED], 0);
}

gboolean
gj_compare_item_get_follows (GjCompareItem *self)
{
  g_return_val_if_fail (GJ_IS_COMPARE_ITEM (self), FALSE);

  return self->follows;
}

void
gj_compare_item_set_problem (GjCompareItem *self,
                             guint          severity,
                             const char    *words,
                             gboolean       is_related)
{
  g_return_if_fail (GJ_IS_COMPARE_ITEM (self));

  if (self->severity == severity && self->is_related == is_related
      && g_strcmp0 (self->problem, words) == 0)
    return;

  self->severity = severity;
  self->is_related = is_related;
  g_free (self->problem);
  self->problem = g_strdup (words);
  g_signal_emit (self, signals[CHANGED], 0);
}

void
gj_compare_item_set_elsewhere (GjCompareItem *self,
                               const char    *columns)
{
  g_return_if_fail (GJ_IS_COMPARE_ITEM (self));

  if (g_strcmp0 (self->elsewhere, columns) == 0)
    return;

  g_free (self->elsewhere);
  self->elsewhere = g_strdup (columns);
  g_signal_emit (self, signals[CHANGED], 0);
}

guint
gj_compare_item_get_severity (GjCompareItem *self)
{
  g_return_val_if_fail (GJ_IS_COMPARE_ITEM (self), GJ_NONE);

  return self->severity;
}

const char *
gj_compare_item_get_problem (GjCompareItem *self)
{
  g_return_val_if_fail (GJ_IS_COMPARE_ITEM (self), NULL);

  return self->problem;
}

gboolean
gj_compare_item_is_wrong_elsewhere (GjCompareItem *self)
{
  g_return_val_if_fail (GJ_IS_COMPARE_ITEM (self), FALSE);

  return self->elsewhere != NULL;
}

gboolean
gj_compare_item_is_related (GjCompareItem *self)
{
  g_return_val_if_fail (GJ_IS_COMPARE_ITEM (self), FALSE);

  return self->is_related;
}

/* Nothing for what does not differ; a dash where there is nothing to divide by. */
char *
gj_compare_item_dup_ratio (GjCompareItem *self)
{
  g_return_val_if_fail (GJ_IS_COMPARE_ITEM (self), NULL);

  if (self->pair.change != GJ_CELL_CHANGED || self->pair.difference == NULL)
    return g_strdup ("");
  if (isnan (self->pair.ratio))
    return g_strdup ("—");

  return g_strdup_printf ("%+.1f%%", self->pair.ratio * 100);
}

/* Number against number needs no reason why; a sum of several rows does. */
static gboolean
is_sum (const GjCellPair *pair)
{
  return (pair->old_text != NULL && pair->old_cell == GJ_NONE)
         || (pair->new_text != NULL && pair->new_cell == GJ_NONE);
}

static char *
dup_own_remark (GjCompareItem *self)
{
  const GjCellPair *pair = &self->pair;
  const char *reason = gj_label_get_current (&pair->reason);

  if (pair->change == GJ_CELL_INCOMPARABLE)
    return g_strdup_printf (_("∅ Not comparable: %s"), reason != NULL ? reason : "");
  if (pair->is_jump)
    return g_strdup (_("▲ Jump: more than five times, or less than a fifth"));
  if (pair->is_repeated)
    return g_strdup (_("＝ The same as last year: please check"));

  return is_sum (pair) ? g_strdup (reason) : NULL;
}

/* What must be mended goes first. */
char *
gj_compare_item_dup_remark (GjCompareItem *self)
{
  g_autofree char *own = NULL;
  g_autofree char *elsewhere = NULL;

  g_return_val_if_fail (GJ_IS_COMPARE_ITEM (self), NULL);

  own = dup_own_remark (self);
  if (self->elsewhere == NULL)
    return g_steal_pointer (&own);

  /* Translators: the columns of a row in which something is wrong. */
  elsewhere = g_strdup_printf (_("✕ Must be fixed: column %s"), self->elsewhere);
  if (own == NULL)
    return g_steal_pointer (&elsewhere);

  return g_strdup_printf ("%s  %s", elsewhere, own);
}

static const char *
get_text (const char *text)
{
  if (text == NULL)
    return _("no such cell");

  return *text != '\0' ? text : _("blank");
}

char *
gj_compare_item_dup_spoken (GjCompareItem *self,
                            const char    *old_name,
                            const char    *new_name)
{
  const GjCellPair *pair;
  g_autofree char *ratio = NULL;
  g_autofree char *remark = NULL;
  GString *words;

  g_return_val_if_fail (GJ_IS_COMPARE_ITEM (self), NULL);

  pair = &self->pair;
  ratio = gj_compare_item_dup_ratio (self);
  remark = gj_compare_item_dup_remark (self);
  words = g_string_new (NULL);
  g_string_append_printf (words, "%s, %s: %s %s, %s %s", gj_label_get_current (&pair->row),
                          gj_label_get_current (&pair->column), old_name,
                          get_text (pair->old_text), new_name, get_text (pair->new_text));
  if (pair->change == GJ_CELL_SAME)
    g_string_append_printf (words, ", %s", _("unchanged"));
  else if (pair->difference != NULL)
    g_string_append_printf (words, ", %s %s", pair->difference, ratio);
  if (remark != NULL)
    g_string_append_printf (words, ", %s", remark);

  return g_string_free (words, FALSE);
}
