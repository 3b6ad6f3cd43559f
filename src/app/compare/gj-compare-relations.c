/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-compare-relations.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * GjCompareRelations:
 *
 * A line of words below a table. What the checker says of a relation that is broken stands
 * in the pane; here it is seen that the others were looked at, and with which numbers.
 */
struct _GjCompareRelations
{
  GtkWidget  parent_instance;

  GjCompare *compare;
  guint      section;
  GtkLabel  *label;
  guint      update_id;
};

G_DEFINE_FINAL_TYPE (GjCompareRelations, gj_compare_relations, GTK_TYPE_WIDGET)

/* A side of a relation with its number; unknown as long as one of its cells has none. */

typedef struct
{
  GjSum    sum;
  gboolean is_known;
} Side;

static const GjCellPair *
find_pair (GPtrArray *pairs,
           guint      cell)
{
  for (guint i = 0; i < pairs->len; i++)
    {
      const GjCellPair *pair = g_ptr_array_index (pairs, i);

      if (pair->new_cell == cell)
        return pair;
    }

  return NULL;
}

static const char *
find_text (GjCompareRelations *self,
           const GjTerm       *term)
{
  GjReport *report = gj_compare_get_report (self->compare, TRUE);
  guint table = gj_form_get_cell (gj_report_get_form (report), term->cell)->table;
  const GjCellPair *pair;

  if (!term->last_year)
    return gj_report_get_cell_text (report, term->cell);

  pair = find_pair (gj_comparison_get_pairs (gj_compare_get_comparison (self->compare), table),
                    term->cell);

  return pair != NULL && pair->change != GJ_CELL_INCOMPARABLE ? pair->old_text : NULL;
}

static void
evaluate (GjCompareRelations *self,
          const GjQuantity   *quantity,
          Side               *side)
{
  gj_sum_init (&side->sum);
  gj_sum_add_int (&side->sum, quantity->constant);
  side->is_known = TRUE;

  for (guint i = 0; i < quantity->n_terms; i++)
    {
      const char *text = find_text (self, &quantity->terms[i]);
      GjNumberText number;

      gj_number_text_read (text != NULL ? text : "", &number);
      if (number.state == GJ_NUMBER_READ)
        gj_sum_add (&side->sum, &number.value, quantity->terms[i].factor);
      else
        side->is_known = FALSE;
    }
}

static gboolean
is_across_years (const GjQuantity *quantity)
{
  for (guint i = 0; i < quantity->n_terms; i++)
    if (quantity->terms[i].last_year)
      return TRUE;

  return FALSE;
}

static gboolean
is_own (GjCompareRelations *self,
        const GjRelation   *relation)
{
  GjForm *form = gj_report_get_form (gj_compare_get_report (self->compare, TRUE));
  const GjCell *cell;

  if (relation->n_cells == 0
      || (!is_across_years (relation->left) && !is_across_years (relation->right)))
    return FALSE;

  cell = gj_form_get_cell (form, relation->cells[0]);

  return gj_form_get_table (form, cell->table)->section == self->section;
}

static gboolean
holds (const GjRelation *relation,
       const Side       *left,
       const Side       *right)
{
  int order = gj_sum_compare (&left->sum, &right->sum);

  return relation->kind == GJ_RELATION_AT_MOST ? order <= 0 : order == 0;
}

static void
append (GjCompareRelations *self,
        GString            *words,
        const GjRelation   *relation,
        const Side         *left,
        const Side         *right)
{
  gboolean is_equal = relation->kind != GJ_RELATION_AT_MOST;
  gboolean is_held = holds (relation, left, right);
  g_autofree char *left_number = gj_sum_to_string (&left->sum);
  g_autofree char *right_number = gj_sum_to_string (&right->sum);
  const char *sign = is_equal ? (is_held ? "=" : "≠") : (is_held ? "≤" : ">");

  if (words->len > 0)
    g_string_append (words, "\n");
  g_string_append_printf (words, "%s  %s · %s: %s %s %s %s %s", is_held ? "✓" : "✕",
                          gj_label_get_current (&relation->title),
                          gj_label_get_current (&relation->subject),
                          gj_label_get_current (&relation->left->name), left_number, sign,
                          gj_label_get_current (&relation->right->name), right_number);
}

static gboolean
is_same_rule (const GjRelation *a,
              const GjRelation *b)
{
  const char *end = strchr (a->key, '/');
  gsize length = end != NULL ? (gsize) (end - a->key) : strlen (a->key);

  return strncmp (a->key, b->key, length) == 0
         && (b->key[length] == '/' || b->key[length] == '\0');
}

/* One rule for many columns: those that it does not hold in are all named; those that it
 * holds in by the last of them, which is the total, and their number. */
static void
append_rule (GjCompareRelations *self,
             GString            *words,
             guint               first)
{
  GjForm *form = gj_report_get_form (gj_compare_get_report (self->compare, TRUE));
  guint n_relations = gj_form_get_n_relations (form);
  const GjRelation *rule = gj_form_get_relation (form, first);
  const GjRelation *last = NULL;
  Side left;
  Side right;
  guint n_held = 0;
  guint n_known = 0;

  for (guint i = first; i < n_relations; i++)
    {
      const GjRelation *relation = gj_form_get_relation (form, i);

      if (!is_same_rule (rule, relation) || !is_own (self, relation))
        continue;

      evaluate (self, relation->left, &left);
      evaluate (self, relation->right, &right);
      if (!left.is_known || !right.is_known)
        continue;

      n_known++;
      if (holds (relation, &left, &right))
        {
          last = relation;
          n_held++;
        }
      else
        {
          append (self, words, relation, &left, &right);
        }
    }
  if (last == NULL)
    return;

  evaluate (self, last->left, &left);
  evaluate (self, last->right, &right);
  append (self, words, last, &left, &right);
  if (n_held > 1)
    g_string_append_printf (words, n_held == n_known ? _(" (all %u hold)") : _(" (%u hold)"),
                            n_held);
}

static gboolean
is_first_of_rule (GjCompareRelations *self,
                  guint               index)
{
  GjForm *form = gj_report_get_form (gj_compare_get_report (self->compare, TRUE));

  for (guint i = 0; i < index; i++)
    if (is_own (self, gj_form_get_relation (form, i))
        && is_same_rule (gj_form_get_relation (form, i), gj_form_get_relation (form, index)))
      return FALSE;

  return TRUE;
}

static gboolean
update_cb (gpointer user_data)
{
  GjCompareRelations *self = user_data;
  GjForm *form = gj_report_get_form (gj_compare_get_report (self->compare, TRUE));
  g_autoptr (GString) words = g_string_new (NULL);

  self->update_id = 0;
  for (guint i = 0; gj_compare_is_years (self->compare)
       && i < gj_form_get_n_relations (form); i++)
    if (is_own (self, gj_form_get_relation (form, i)) && is_first_of_rule (self, i))
      append_rule (self, words, i);
  gtk_label_set_label (self->label, words->str);
  gtk_widget_set_visible (GTK_WIDGET (self), words->len > 0);

  return G_SOURCE_REMOVE;
}

static void
changed_cb (GjCompareRelations *self,
            guint               section)
{
  if (section == self->section && self->update_id == 0)
    self->update_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE + 13, update_cb, self, NULL);
}

static void
gj_compare_relations_dispose (GObject *object)
{
  GjCompareRelations *self = GJ_COMPARE_RELATIONS (object);
  GtkWidget *label = GTK_WIDGET (self->label);

  g_clear_handle_id (&self->update_id, g_source_remove);
  g_clear_pointer (&label, gtk_widget_unparent);
  self->label = NULL;
  g_clear_object (&self->compare);

  G_OBJECT_CLASS (gj_compare_relations_parent_class)->dispose (object);
}

static void
gj_compare_relations_class_init (GjCompareRelationsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = gj_compare_relations_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "comparerelations");
}

static void
gj_compare_relations_init (GjCompareRelations *self)
{
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->label, 0);
  gtk_label_set_wrap (self->label, TRUE);
  gtk_label_set_wrap_mode (self->label, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (self->label, TRUE);
  gtk_widget_set_can_focus (GTK_WIDGET (self->label), FALSE);
  gtk_widget_set_parent (GTK_WIDGET (self->label), GTK_WIDGET (self));
}

GtkWidget *
gj_compare_relations_new (GjCompare *compare,
                          guint      section)
{
  GjCompareRelations *self;

  g_return_val_if_fail (GJ_IS_COMPARE (compare), NULL);

  self = g_object_new (GJ_TYPE_COMPARE_RELATIONS, NULL);
  self->compare = g_object_ref (compare);
  self->section = section;
  update_cb (self);
  g_signal_connect_object (compare, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

const char *
gj_compare_relations_get_text (GjCompareRelations *self)
{
  g_return_val_if_fail (GJ_IS_COMPARE_RELATIONS (self), NULL);

  return gtk_label_get_label (self->label);
}
