/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-compare-fields.h"

#include "gj-compare-field.h"

/**
 * GjCompareFields:
 *
 * A line for each field and heading that differs. One that has been made the same stays,
 * so that what one has just written does not vanish; it goes when the same is hidden.
 */
struct _GjCompareFields
{
  GtkWidget     parent_instance;

  GjCompare    *compare;
  GtkWidget    *head;
  GtkWidget    *head_sides;
  GtkWidget    *sides[2];
  GtkWidget    *lines;
  GtkSizeGroup *names;
  guint         update_id;
};

G_DEFINE_FINAL_TYPE (GjCompareFields, gj_compare_fields, GTK_TYPE_WIDGET)

static GjCompareField *
get_first (GjCompareFields *self)
{
  return (GjCompareField *) gtk_widget_get_first_child (self->lines);
}

static GjCompareField *
get_next (GjCompareField *line)
{
  return (GjCompareField *) gtk_widget_get_next_sibling (GTK_WIDGET (line));
}

/* The line, made in its place when there is none. */
static GjCompareField *
ensure_line (GjCompareFields *self,
             GjField          field,
             guint            section)
{
  guint order = field < GJ_N_FIELDS ? field : GJ_N_FIELDS + section;
  GtkWidget *before = NULL;
  GtkWidget *line;

  for (GjCompareField *l = get_first (self); l != NULL; l = get_next (l))
    {
      if (gj_compare_field_get_order (l) == order)
        return l;
      if (gj_compare_field_get_order (l) < order)
        before = GTK_WIDGET (l);
    }

  line = gj_compare_field_new (self->compare, field, section, self->names);
  gtk_box_insert_child_after (GTK_BOX (self->lines), line, before);

  return GJ_COMPARE_FIELD (line);
}

static void
show_head (GjCompareFields *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->sides); i++)
    {
      g_autofree char *name = gj_compare_dup_side_name (self->compare, i);

      gtk_label_set_label (GTK_LABEL (self->sides[i]), name);
    }
  gtk_box_reorder_child_after (GTK_BOX (self->head_sides), self->sides[1],
                               gj_compare_is_swapped (self->compare) ? NULL : self->sides[0]);
}

static GHashTable *
show_changes (GjCompareFields *self)
{
  GjComparison *comparison = gj_compare_get_comparison (self->compare);
  GPtrArray *fields = gj_comparison_get_fields (comparison);
  GPtrArray *headings = gj_comparison_get_headings (comparison);
  GHashTable *changed = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < fields->len; i++)
    {
      const GjFieldChange *change = g_ptr_array_index (fields, i);

      g_hash_table_add (changed, ensure_line (self, change->field, GJ_NONE));
    }
  for (guint i = 0; i < headings->len; i++)
    {
      const GjHeadingChange *change = g_ptr_array_index (headings, i);

      g_hash_table_add (changed, ensure_line (self, GJ_N_FIELDS, change->section));
    }

  return changed;
}

/* Where only numbers are looked at, a field in other words is none of them. */
static gboolean
is_seen (GjCompareFields *self,
         GjCompareField  *line,
         gboolean         is_changed)
{
  if (gj_compare_field_has_focus (line))
    return TRUE;
  if (gj_compare_get_numbers_only (self->compare))
    return is_changed && gj_compare_field_has_number (line);

  return is_changed || !gj_compare_get_hide_same (self->compare);
}

static gboolean
update_cb (gpointer user_data)
{
  GjCompareFields *self = user_data;
  g_autoptr (GHashTable) changed = NULL;
  gboolean has_lines = FALSE;

  self->update_id = 0;
  show_head (self);
  changed = show_changes (self);
  for (GjCompareField *line = get_first (self); line != NULL; line = get_next (line))
    {
      gboolean is_changed = g_hash_table_contains (changed, line);

      gj_compare_field_show (line, is_changed);
      gtk_widget_set_visible (GTK_WIDGET (line), is_seen (self, line, is_changed));
      has_lines |= gtk_widget_get_visible (GTK_WIDGET (line));
    }
  gtk_widget_set_visible (GTK_WIDGET (self), has_lines);

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

  g_clear_handle_id (&self->update_id, g_source_remove);
  g_clear_pointer (&self->head, gtk_widget_unparent);
  g_clear_pointer (&self->lines, gtk_widget_unparent);
  g_clear_object (&self->names);
  g_clear_object (&self->compare);

  G_OBJECT_CLASS (gj_compare_fields_parent_class)->dispose (object);
}

static void
gj_compare_fields_class_init (GjCompareFieldsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = gj_compare_fields_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "comparefields");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
gj_compare_fields_init (GjCompareFields *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  GtkWidget *corner = gtk_label_new (NULL);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  self->names = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  self->head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 24);
  self->head_sides = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 24);
  self->lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_box_set_homogeneous (GTK_BOX (self->head_sides), TRUE);
  gtk_widget_set_hexpand (self->head_sides, TRUE);
  gtk_size_group_add_widget (self->names, corner);
  gtk_box_append (GTK_BOX (self->head), corner);
  gtk_box_append (GTK_BOX (self->head), self->head_sides);
  for (guint i = 0; i < G_N_ELEMENTS (self->sides); i++)
    {
      self->sides[i] = gtk_label_new (NULL);
      gtk_label_set_xalign (GTK_LABEL (self->sides[i]), 0);
      gtk_widget_add_css_class (self->sides[i], "heading");
      gtk_box_append (GTK_BOX (self->head_sides), self->sides[i]);
    }
  gtk_widget_set_parent (self->head, GTK_WIDGET (self));
  gtk_widget_set_parent (self->lines, GTK_WIDGET (self));
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
  g_signal_connect_object (compare, "notify", G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/* What the keys stop at is what one sees. */
static gboolean
is_stop (GjCompareField *line)
{
  return gj_compare_field_is_changed (line) && gtk_widget_get_visible (GTK_WIDGET (line));
}

guint
gj_compare_fields_get_n_changes (GjCompareFields *self)
{
  guint n_changes = 0;

  g_return_val_if_fail (GJ_IS_COMPARE_FIELDS (self), 0);

  if (self->update_id != 0)
    g_source_remove (self->update_id);
  update_cb (self);
  for (GjCompareField *line = get_first (self); line != NULL; line = get_next (line))
    if (is_stop (line))
      n_changes++;

  return n_changes;
}

void
gj_compare_fields_go_to_change (GjCompareFields *self,
                                guint            change)
{
  g_return_if_fail (GJ_IS_COMPARE_FIELDS (self));

  for (GjCompareField *line = get_first (self); line != NULL; line = get_next (line))
    if (is_stop (line) && change-- == 0)
      {
        gj_compare_field_go_to (line);
        return;
      }
}

void
gj_compare_fields_commit (GjCompareFields *self)
{
  g_return_if_fail (GJ_IS_COMPARE_FIELDS (self));

  for (GjCompareField *line = get_first (self); line != NULL; line = get_next (line))
    gj_compare_field_commit (line);
}
