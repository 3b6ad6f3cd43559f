/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-compare-relations.h"

#include <glib/gi18n-lib.h>

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

static void
append (GString          *words,
        const GjRuleLine *line)
{
  if (words->len > 0)
    g_string_append_c (words, '\n');
  g_string_append_printf (words, "%s  %s", line->is_held ? "✓" : "✕", line->words);
  if (line->n_others > 0)
    g_string_append_printf (words, ngettext (" (also in %u other column)", " (also in %u other columns)",
                                             line->n_others), line->n_others);
}

static gboolean
update_cb (gpointer user_data)
{
  GjCompareRelations *self = user_data;
  g_autoptr (GPtrArray) lines = gj_comparison_list_rule_lines (gj_compare_get_comparison (self->compare));
  g_autoptr (GString) words = g_string_new (NULL);

  self->update_id = 0;
  for (guint i = 0; i < lines->len; i++)
    {
      const GjRuleLine *line = lines->pdata[i];

      if (line->section == self->section)
        append (words, line);
    }
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
