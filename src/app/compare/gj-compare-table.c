/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-compare-table-private.h"

#include <glib/gi18n-lib.h>

#include "gj-widget-compat.h"

/**
 * GjCompareTable:
 *
 * Old, new, difference and ratio, a line a number, with what the findings say of the new
 * one. Which lines there are, how they are made, whom they follow and how they are written
 * into stand in files of their own.
 */
G_DEFINE_FINAL_TYPE (GjCompareTable, gj_compare_table, GTK_TYPE_WIDGET)

enum { CHANGED, NOTICE, N_SIGNALS };
static guint signals[N_SIGNALS];

GjCompareItem *
_gj_compare_table_get_item (GjCompareTable *self)
{
  return gtk_single_selection_get_selected_item (self->selection);
}

GjCompareRow *
_gj_compare_table_get_line (GjCompareTable *self,
                            GjCompareItem  *item)
{
  return g_hash_table_lookup (self->lines, item);
}

static const char *
get_column (GjCompareTable *self)
{
  guint chosen = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->column_choice));

  return chosen < self->column_ids->len ? self->column_ids->pdata[chosen] : NULL;
}

static void
update_lines (GjCompareTable *self)
{
  GHashTableIter iter;
  gpointer line;

  gj_compare_row_update (GJ_COMPARE_ROW (self->head));
  g_hash_table_iter_init (&iter, self->lines);
  while (g_hash_table_iter_next (&iter, NULL, &line))
    gj_compare_row_update (line);
}

static void
look_at (GjCompareLook *look,
         GjCompareItem *item)
{
  const GjCellPair *pair = gj_compare_item_get_pair (item);
  g_autofree char *remark = gj_compare_item_dup_remark (item);
  g_autofree char *ratio = gj_compare_item_dup_ratio (item);
  const char *values[] = { pair->old_text, pair->new_text };

  look->longest = MAX (look->longest,
                       gj_compare_look_count_letters (gj_label_get_current (&pair->row)));
  look->longest_ratio = MAX (look->longest_ratio, gj_compare_look_count_letters (ratio));
  look->longest_remark = MAX (look->longest_remark, gj_compare_look_count_letters (remark));
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    look->longest_value = MAX (look->longest_value, gj_compare_look_count_letters (values[i]));
}

/* What the columns are laid out by; whether it is another than before. */
static gboolean
find_look (GjCompareTable *self,
           gboolean        has_column)
{
  GjCompareLook old = self->look;
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->items));

  self->look.has_column = has_column;
  self->look.swapped = gj_compare_is_swapped (self->compare);
  self->look.longest = 0;
  self->look.longest_ratio = 0;
  self->look.longest_remark = 0;
  self->look.longest_value = MAX (gj_compare_look_count_letters (self->look.old_name),
                                  gj_compare_look_count_letters (self->look.new_name));
  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (GjCompareItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      look_at (&self->look, item);
    }

  return old.has_column != self->look.has_column || old.swapped != self->look.swapped
         || old.longest_remark != self->look.longest_remark
         || old.longest_ratio != self->look.longest_ratio || old.longest != self->look.longest
         || old.longest_value != self->look.longest_value;
}

static void
update (GjCompareTable *self)
{
  GjCompareOrder order = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->order_choice));
  const char *column = get_column (self);

  g_clear_handle_id (&self->update_id, g_source_remove);
  self->following = TRUE;
  _gj_compare_table_fill (self, order, column);
  self->following = FALSE;
  if (find_look (self, column == NULL))
    update_lines (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
update_cb (gpointer user_data)
{
  GjCompareTable *self = user_data;

  self->update_id = 0;
  update (self);

  return G_SOURCE_REMOVE;
}

void
_gj_compare_table_queue_update (GjCompareTable *self)
{
  if (self->update_id == 0)
    self->update_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE + 12, update_cb, self, NULL);
}

static void
table_changed_cb (GjCompareTable *self,
                  guint           table)
{
  if (table == self->table)
    _gj_compare_table_queue_update (self);
}

static void
gj_compare_table_dispose (GObject *object)
{
  GjCompareTable *self = GJ_COMPARE_TABLE (object);
  GtkWidget *child;

  g_clear_handle_id (&self->update_id, g_source_remove);
  self->edited = GJ_NONE;
  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  self->list = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->selection);
  g_clear_object (&self->items);
  g_clear_object (&self->compare);

  G_OBJECT_CLASS (gj_compare_table_parent_class)->dispose (object);
}

static void
gj_compare_table_finalize (GObject *object)
{
  GjCompareTable *self = GJ_COMPARE_TABLE (object);

  g_hash_table_unref (self->lines);
  g_ptr_array_unref (self->column_ids);
  g_free (self->look.old_name);
  g_free (self->look.new_name);

  G_OBJECT_CLASS (gj_compare_table_parent_class)->finalize (object);
}

static gboolean
gj_compare_table_grab_focus (GtkWidget *widget)
{
  GjCompareTable *self = GJ_COMPARE_TABLE (widget);
  guint position = gtk_single_selection_get_selected (self->selection);

  if (position == GTK_INVALID_LIST_POSITION)
    return gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);

  _gj_compare_table_select (self, position);

  return TRUE;
}

static void
gj_compare_table_class_init (GjCompareTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gj_compare_table_dispose;
  G_OBJECT_CLASS (klass)->finalize = gj_compare_table_finalize;
  widget_class->grab_focus = gj_compare_table_grab_focus;

  signals[CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
  signals[NOTICE] =
    g_signal_new ("notice", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "comparetable");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
create_choice (GjCompareTable *self,
               const char     *name)
{
  GtkWidget *label = gtk_label_new (name);
  GtkWidget *choice = gtk_drop_down_new (NULL, NULL);

  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (GTK_BOX (self->tools), label);
  gtk_box_append (GTK_BOX (self->tools), choice);
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_bind_property (choice, "visible", label, "visible", G_BINDING_SYNC_CREATE);

  return choice;
}

static void
gj_compare_table_init (GjCompareTable *self)
{
  static const char *const orders[] = {
    N_("Order of the form"), N_("Largest difference first"), N_("Largest ratio first"), NULL,
  };
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
  self->lines = g_hash_table_new (NULL, NULL);
  self->column_ids = g_ptr_array_new_with_free_func (g_free);
  self->tools = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  gtk_widget_add_css_class (self->tools, "compare-tools");
  gtk_widget_set_halign (self->tools, GTK_ALIGN_END);
  self->column_choice = create_choice (self, _("Column"));
  self->order_choice = create_choice (self, _("Order"));
  for (guint i = 0; orders[i] != NULL; i++)
    gtk_string_list_append (names, _(orders[i]));
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->order_choice), G_LIST_MODEL (names));
  _gj_compare_table_init_list (self);
  self->head = gj_compare_row_new (&self->look);
  gtk_widget_add_css_class (self->head, "head");
  gtk_widget_set_parent (self->tools, GTK_WIDGET (self));
  gtk_widget_set_parent (self->head, GTK_WIDGET (self));
  gtk_widget_set_parent (self->overlay, GTK_WIDGET (self));
  _gj_compare_table_init_editor (self);
}

GtkWidget *
gj_compare_table_new (GjCompare *compare,
                      guint      table)
{
  GjCompareTable *self;

  g_return_val_if_fail (GJ_IS_COMPARE (compare), NULL);

  self = g_object_new (GJ_TYPE_COMPARE_TABLE, NULL);
  self->compare = g_object_ref (compare);
  self->table = table;
  self->look.old_name = gj_compare_dup_side_name (compare, FALSE);
  self->look.new_name = gj_compare_dup_side_name (compare, TRUE);
  _gj_compare_table_list_columns (self);
  update (self);
  update_lines (self);

  g_signal_connect_object (gj_compare_get_comparison (compare), "table-changed",
                           G_CALLBACK (table_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (compare, "notify", G_CALLBACK (_gj_compare_table_queue_update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->column_choice, "notify::selected",
                           G_CALLBACK (_gj_compare_table_queue_update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->order_choice, "notify::selected",
                           G_CALLBACK (_gj_compare_table_queue_update), self, G_CONNECT_SWAPPED);
  _gj_compare_table_follow (self);

  return GTK_WIDGET (self);
}

static gboolean
is_change (GjCompareTable *self,
           guint           position)
{
  g_autoptr (GjCompareItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), position);
  GjCellChange change = gj_compare_item_get_pair (item)->change;

  return change != GJ_CELL_SAME && change != GJ_CELL_INCOMPARABLE;
}

guint
gj_compare_table_get_n_lines (GjCompareTable *self)
{
  g_return_val_if_fail (GJ_IS_COMPARE_TABLE (self), 0);

  if (self->update_id != 0)
    update (self);

  return g_list_model_get_n_items (G_LIST_MODEL (self->items));
}

guint
gj_compare_table_get_n_changes (GjCompareTable *self)
{
  guint n_lines;
  guint n_changes = 0;

  g_return_val_if_fail (GJ_IS_COMPARE_TABLE (self), 0);

  n_lines = gj_compare_table_get_n_lines (self);
  for (guint i = 0; i < n_lines; i++)
    if (is_change (self, i))
      n_changes++;

  return n_changes;
}

void
gj_compare_table_go_to_change (GjCompareTable *self,
                               guint           change)
{
  guint n_lines;

  g_return_if_fail (GJ_IS_COMPARE_TABLE (self));

  n_lines = gj_compare_table_get_n_lines (self);
  for (guint i = 0; i < n_lines; i++)
    if (is_change (self, i) && change-- == 0)
      {
        g_autofree char *words = NULL;

        _gj_compare_table_select (self, i);
        words = gj_compare_item_dup_spoken (_gj_compare_table_get_item (self),
                                            self->look.old_name, self->look.new_name);
        gj_widget_announce (GTK_WIDGET (self), words);
        return;
      }
}

void
gj_compare_table_set_column (GjCompareTable *self,
                             const char     *id)
{
  g_return_if_fail (GJ_IS_COMPARE_TABLE (self));

  for (guint i = 0; i < self->column_ids->len; i++)
    if (g_strcmp0 (self->column_ids->pdata[i], id) == 0)
      gtk_drop_down_set_selected (GTK_DROP_DOWN (self->column_choice), i);
}
