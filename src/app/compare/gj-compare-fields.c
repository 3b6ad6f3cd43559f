/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-compare-fields.h"

#include <glib/gi18n-lib.h>

/**
 * GjCompareFields:
 *
 * A small table of what is said once in a report. Few lines, so all of them are there.
 */
struct _GjCompareFields
{
  GtkWidget  parent_instance;

  GjCompare *compare;
  GtkGrid   *grid;
  guint      update_id;
};

G_DEFINE_FINAL_TYPE (GjCompareFields, gj_compare_fields, GTK_TYPE_WIDGET)

static GtkWidget *
add_label (GjCompareFields *self,
           const char      *text,
           const char      *css_class,
           int              column,
           int              row)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), column > 0 && row > 0);
  gtk_widget_set_hexpand (label, column > 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_grid_attach (self->grid, label, column, row, 1, 1);

  return label;
}

static void
set_attribute (GtkWidget      *label,
               PangoAttribute *attribute)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, attribute);
  gtk_label_set_attributes (GTK_LABEL (label), attributes);
}

static void
add_line (GjCompareFields *self,
          int              row,
          const char      *name,
          const char      *old_text,
          const char      *new_text)
{
  gboolean swapped = gj_compare_is_swapped (self->compare);
  GtkWidget *old_label;
  GtkWidget *new_label;

  add_label (self, name, "dim-label", 0, row);
  old_label = add_label (self, old_text != NULL ? old_text : _("blank"),
                         old_text != NULL ? "removed" : "dim-label", swapped ? 2 : 1, row);
  new_label = add_label (self, new_text != NULL ? new_text : _("blank"),
                         new_text != NULL ? "added" : "dim-label", swapped ? 1 : 2, row);
  if (old_text != NULL)
    set_attribute (old_label, pango_attr_strikethrough_new (TRUE));
  if (new_text != NULL)
    set_attribute (new_label, pango_attr_underline_new (PANGO_UNDERLINE_SINGLE));
}

static void
clear (GjCompareFields *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
}

static gboolean
update_cb (gpointer user_data)
{
  GjCompareFields *self = user_data;
  GjComparison *comparison = gj_compare_get_comparison (self->compare);
  GPtrArray *fields = gj_comparison_get_fields (comparison);
  GPtrArray *headings = gj_comparison_get_headings (comparison);
  gboolean swapped = gj_compare_is_swapped (self->compare);
  g_autofree char *left = gj_compare_dup_side_name (self->compare, swapped);
  g_autofree char *right = gj_compare_dup_side_name (self->compare, !swapped);
  int row = 0;

  self->update_id = 0;
  clear (self);
  add_label (self, left, "heading", 1, row);
  add_label (self, right, "heading", 2, row++);
  for (guint i = 0; i < fields->len; i++)
    {
      const GjFieldChange *change = g_ptr_array_index (fields, i);

      add_line (self, row++, gj_label_get_current (&change->name), change->old_text,
                change->new_text);
    }
  for (guint i = 0; i < headings->len; i++)
    {
      const GjHeadingChange *change = g_ptr_array_index (headings, i);

      add_line (self, row++, _("Heading"), change->old_text, change->new_text);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), fields->len + headings->len > 0);

  return G_SOURCE_REMOVE;
}

static void
queue_update (GjCompareFields *self)
{
  if (self->update_id == 0)
    self->update_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE + 13, update_cb, self, NULL);
}

static void
changed_cb (GjCompareFields *self,
            guint            section)
{
  if (section == GJ_COVER)
    queue_update (self);
}

static void
gj_compare_fields_dispose (GObject *object)
{
  GjCompareFields *self = GJ_COMPARE_FIELDS (object);
  GtkWidget *grid = GTK_WIDGET (self->grid);

  g_clear_handle_id (&self->update_id, g_source_remove);
  g_clear_pointer (&grid, gtk_widget_unparent);
  self->grid = NULL;
  g_clear_object (&self->compare);

  G_OBJECT_CLASS (gj_compare_fields_parent_class)->dispose (object);
}

static void
gj_compare_fields_class_init (GjCompareFieldsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = gj_compare_fields_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "comparefields");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
gj_compare_fields_init (GjCompareFields *self)
{
  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_row_spacing (self->grid, 6);
  gtk_grid_set_column_spacing (self->grid, 24);
  gtk_widget_set_parent (GTK_WIDGET (self->grid), GTK_WIDGET (self));
}

GtkWidget *
gj_compare_fields_new (GjCompare *compare)
{
  GjCompareFields *self;

  g_return_val_if_fail (GJ_IS_COMPARE (compare), NULL);

  self = g_object_new (GJ_TYPE_COMPARE_FIELDS, NULL);
  self->compare = g_object_ref (compare);
  update_cb (self);
  g_signal_connect_object (compare, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (compare, "notify::swapped", G_CALLBACK (queue_update), self,
                           G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
