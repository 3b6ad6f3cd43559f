/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-trend-table.h"

#include <glib/gi18n-lib.h>

#include "gj-trend-words.h"

#define LEAST_CHART_HEIGHT 160

/**
 * GjTrendTable:
 *
 * The names of the figures stay where they are, the years scroll beside them. Rows of both
 * are as high as each other. Made anew when there are other years; a number that changes
 * is written into its place.
 */
struct _GjTrendTable
{
  GtkWidget     parent_instance;

  GtkWidget    *names;
  GtkWidget    *scroller;
  GtkWidget    *numbers;
  GjTrendChart *chart;

  GjTrendList  *list;
  GHashTable   *chosen;
  GPtrArray    *values;
  GPtrArray    *changes;
  char         *shape;
  gboolean      is_new;
  guint         show_last_id;
};

G_DEFINE_FINAL_TYPE (GjTrendTable, gj_trend_table, GTK_TYPE_WIDGET)

/* What must be the same for the widgets to stay. */
static char *
dup_shape (GjTrendTable *self)
{
  const GjTrend *trend = gj_trend_list_get_trend (self->list);
  GString *shape = g_string_new (NULL);

  for (guint i = 0; i < gj_trend_get_n_columns (trend); i++)
    {
      const GjTrendColumn *column = gj_trend_get_column (trend, i);

      g_string_append_printf (shape, "%d %u %d %d %d %s\n", column->year, column->index, column->is_double,
                              column->is_other_body, gj_trend_list_can_remove (self->list, i),
                              column->name != NULL ? column->name : "");
    }
  for (guint i = 0; i < gj_trend_get_n_figures (trend); i++)
    g_string_append_printf (shape, "%s\n", gj_trend_get_figure (trend, i)->id);

  return g_string_free (shape, FALSE);
}

static GtkWidget *
create_label (const char *text,
              const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);

  return label;
}

static GtkWidget *
create_cell (const char *style)
{
  GtkWidget *cell = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (cell, "trend-cell");
  if (style != NULL)
    gtk_widget_add_css_class (cell, style);

  return cell;
}

static void
update_chart (GjTrendTable *self)
{
  gj_trend_chart_set_chart (self->chart,
                            g_hash_table_size (self->chosen) > 0
                            ? gj_trend_dup_chart (gj_trend_list_get_trend (self->list), self->chosen)
                            : NULL);
}

static void
toggled_cb (GjTrendTable   *self,
            GtkCheckButton *check)
{
  gj_trend_table_choose (self, g_object_get_data (G_OBJECT (check), "figure"), gtk_check_button_get_active (check));
}

static void
remove_cb (GjTrendTable *self,
           GtkWidget    *button)
{
  gj_trend_list_remove (self->list, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "column")));
}

static gboolean
show_last_cb (gpointer user_data)
{
  GjTrendTable *self = user_data;
  GtkAdjustment *adjustment = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->scroller));

  self->show_last_id = 0;
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));

  return G_SOURCE_REMOVE;
}

/* The newest years are what one looks for first. Not while they are given their places. */
static void
queue_show_last (GjTrendTable  *self,
                 GtkAdjustment *adjustment)
{
  gboolean fits = gtk_adjustment_get_upper (adjustment) <= gtk_adjustment_get_page_size (adjustment);

  if (!self->is_new || fits)
    return;

  self->is_new = FALSE;
  if (self->show_last_id == 0)
    self->show_last_id = g_idle_add (show_last_cb, self);
}

/* Two widgets of one row, which are in two grids. */
static void
add_row (GjTrendTable *self,
         int           row,
         GtkWidget    *name,
         GtkWidget    *beside)
{
  g_autoptr (GtkSizeGroup) group = gtk_size_group_new (GTK_SIZE_GROUP_VERTICAL);

  gtk_size_group_add_widget (group, name);
  gtk_size_group_add_widget (group, beside);
  gtk_grid_attach (GTK_GRID (self->names), name, 0, row, 1, 1);
}

/* Heads */

static GtkWidget *
create_remove_button (GjTrendTable *self,
                      guint         column)
{
  const GjTrendColumn *of = gj_trend_get_column (gj_trend_list_get_trend (self->list), column);
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");
  g_autofree char *words = g_strdup_printf (_("Take “%s” out of the Table"), of->name != NULL ? of->name : "");

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_object_set_data (G_OBJECT (button), "column", GUINT_TO_POINTER (column));
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);

  return button;
}

static GtkWidget *
create_year (GjTrendTable *self,
             guint         column)
{
  const GjTrend *trend = gj_trend_list_get_trend (self->list);
  g_autofree char *year = gj_trend_dup_year (trend, column);
  GtkWidget *line = gtk_center_box_new ();
  GtkWidget *label = create_label (year, "heading");

  gtk_widget_add_css_class (line, "trend-year");
  gtk_center_box_set_center_widget (GTK_CENTER_BOX (line), label);
  if (gj_trend_list_can_remove (self->list, column))
    gtk_center_box_set_end_widget (GTK_CENTER_BOX (line), create_remove_button (self, column));

  return line;
}

/* What a person should know comes before the name of the file. */
static GtkWidget *
create_note (GjTrendTable *self,
             guint         column)
{
  const GjTrend *trend = gj_trend_list_get_trend (self->list);
  const GjTrendColumn *of = gj_trend_get_column (trend, column);
  g_autofree char *note = gj_trend_dup_note (trend, column);
  g_autofree char *marked = note != NULL ? g_strconcat ("⚠ ", note, NULL) : NULL;
  const char *quiet = gj_trend_list_is_own (self->list, column) ? _("This report") : of->name;
  GtkWidget *label = create_label (marked != NULL ? marked : quiet, marked != NULL ? "doubt" : "trend-quiet");

  gtk_label_set_xalign (GTK_LABEL (label), 0.5);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 10);

  return label;
}

static GtkWidget *
create_head (GjTrendTable *self,
             guint         column)
{
  const GjTrendColumn *of = gj_trend_get_column (gj_trend_list_get_trend (self->list), column);
  GtkWidget *head = create_cell ("trend-head");

  gtk_orientable_set_orientation (GTK_ORIENTABLE (head), GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_hexpand (head, TRUE);
  gtk_box_append (GTK_BOX (head), create_year (self, column));
  gtk_box_append (GTK_BOX (head), create_note (self, column));
  if (of->report != NULL)
    {
      g_autofree char *words = g_strdup_printf ("%s\n%s", of->name != NULL ? of->name : "",
                                                gj_report_get_field (of->report, GJ_FIELD_BODY));

      gtk_widget_set_tooltip_text (head, words);
    }

  return head;
}

static void
add_heads (GjTrendTable *self)
{
  GtkWidget *name = create_cell ("trend-head");
  GtkWidget *hint = create_label (_("Ticked: shown in the chart"), "trend-quiet");

  gtk_widget_set_valign (hint, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (name), hint);
  for (guint i = 0; i < gj_trend_get_n_columns (gj_trend_list_get_trend (self->list)); i++)
    {
      GtkWidget *head = create_head (self, i);

      if (i == 0)
        add_row (self, 0, name, head);
      gtk_grid_attach (GTK_GRID (self->numbers), head, (int) i, 0, 1, 1);
    }
}

/* Numbers */

static GtkWidget *
create_number (GjTrendTable *self)
{
  GtkWidget *cell = create_cell (NULL);
  GtkWidget *pair = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *value = create_label (NULL, "numeric");
  GtkWidget *change = create_label (NULL, "trend-quiet");

  gtk_label_set_xalign (GTK_LABEL (value), 1);
  gtk_widget_add_css_class (change, "numeric");
  gtk_widget_set_hexpand (pair, TRUE);
  gtk_widget_set_halign (pair, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (pair), value);
  gtk_box_append (GTK_BOX (pair), change);
  gtk_box_append (GTK_BOX (cell), pair);
  g_ptr_array_add (self->values, value);
  g_ptr_array_add (self->changes, change);

  return cell;
}

static GtkWidget *
create_name (GjTrendTable *self,
             guint         figure)
{
  const GjTrendFigure *of = gj_trend_get_figure (gj_trend_list_get_trend (self->list), figure);
  GtkWidget *cell = create_cell (NULL);
  GtkWidget *check = gtk_check_button_new_with_label (gj_label_get_current (&of->name));

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), g_hash_table_contains (self->chosen, of->id));
  gtk_widget_set_tooltip_text (check, _("Show in the chart"));
  g_object_set_data (G_OBJECT (check), "figure", (gpointer) of->id);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (cell), check);

  return cell;
}

static void
add_section (GjTrendTable *self,
             const char   *section,
             int           row)
{
  guint n = gj_trend_get_n_columns (gj_trend_list_get_trend (self->list));
  GtkWidget *name = create_cell ("trend-section");
  GtkWidget *beside = create_cell ("trend-section");

  gtk_box_append (GTK_BOX (name), create_label (section, NULL));
  gtk_grid_attach (GTK_GRID (self->numbers), beside, 0, row, (int) n, 1);
  add_row (self, row, name, beside);
}

static void
add_figure (GjTrendTable *self,
            guint         figure,
            int           row)
{
  for (guint i = 0; i < gj_trend_get_n_columns (gj_trend_list_get_trend (self->list)); i++)
    {
      GtkWidget *cell = create_number (self);

      gtk_grid_attach (GTK_GRID (self->numbers), cell, (int) i, row, 1, 1);
      if (i == 0)
        add_row (self, row, create_name (self, figure), cell);
    }
}

static int
add_figures (GjTrendTable *self)
{
  const GjTrend *trend = gj_trend_list_get_trend (self->list);
  const char *last = NULL;
  int row = 1;

  for (guint i = 0; i < gj_trend_get_n_figures (trend); i++)
    {
      const char *section = gj_trend_get_section (trend, i);

      if (section != NULL && g_strcmp0 (section, last) != 0)
        add_section (self, section, row++);
      last = section;
      add_figure (self, i, row++);
    }

  return row;
}

static void
say_number (GjTrendTable *self,
            guint         figure,
            guint         column,
            GtkWidget    *value,
            const char   *change)
{
  const GjTrend *trend = gj_trend_list_get_trend (self->list);
  g_autofree char *year = gj_trend_dup_year (trend, column);
  g_autofree char *spoken =
    g_strdup_printf ("%s, %s: %s", gj_label_get_current (&gj_trend_get_figure (trend, figure)->name), year,
                     gtk_label_get_label (GTK_LABEL (value)));

  gtk_accessible_update_property (GTK_ACCESSIBLE (value), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, change != NULL ? change : "", -1);
}

static void
update_number (GjTrendTable *self,
               guint         figure,
               guint         column)
{
  const GjTrend *trend = gj_trend_list_get_trend (self->list);
  guint i = figure * gj_trend_get_n_columns (trend) + column;
  GtkWidget *value = self->values->pdata[i];
  GtkWidget *change = self->changes->pdata[i];
  g_autofree char *number = gj_trend_dup_value (trend, figure, column);
  g_autofree char *words = NULL;
  g_autofree char *more = gj_trend_dup_change (trend, figure, column, &words);

  gtk_label_set_label (GTK_LABEL (value), number);
  gtk_label_set_label (GTK_LABEL (change), more != NULL ? more : "");
  gtk_widget_set_tooltip_text (gtk_widget_get_parent (value), words);
  say_number (self, figure, column, value, words);
}

/* All pairs are as wide as the widest, so that numbers stand below each other. */
static void
even_out (GPtrArray *labels)
{
  glong most = 1;

  for (guint i = 0; i < labels->len; i++)
    most = MAX (most, g_utf8_strlen (gtk_label_get_label (labels->pdata[i]), -1));
  for (guint i = 0; i < labels->len; i++)
    gtk_label_set_width_chars (labels->pdata[i], (int) most);
}

static void
update_numbers (GjTrendTable *self)
{
  const GjTrend *trend = gj_trend_list_get_trend (self->list);

  for (guint i = 0; i < gj_trend_get_n_figures (trend); i++)
    for (guint j = 0; j < gj_trend_get_n_columns (trend); j++)
      update_number (self, i, j);
  even_out (self->values);
  even_out (self->changes);
}

static void
clear_grid (GtkWidget *grid)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (grid)) != NULL)
    gtk_grid_remove (GTK_GRID (grid), child);
}

static void
rebuild (GjTrendTable *self)
{
  guint n = gj_trend_get_n_columns (gj_trend_list_get_trend (self->list));
  int row;

  self->is_new = TRUE;
  g_ptr_array_set_size (self->values, 0);
  g_ptr_array_set_size (self->changes, 0);
  clear_grid (self->names);
  clear_grid (self->numbers);
  add_heads (self);
  row = add_figures (self);
  gtk_grid_attach (GTK_GRID (self->numbers), GTK_WIDGET (self->chart), 0, row, (int) n, 1);
}

static void
update (GjTrendTable *self)
{
  g_autofree char *shape = dup_shape (self);

  if (g_strcmp0 (shape, self->shape) != 0)
    {
      g_free (self->shape);
      self->shape = g_steal_pointer (&shape);
      rebuild (self);
    }
  update_numbers (self);
  update_chart (self);
}

static void
gj_trend_table_dispose (GObject *object)
{
  GjTrendTable *self = GJ_TREND_TABLE (object);

  g_clear_handle_id (&self->show_last_id, g_source_remove);
  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  g_clear_object (&self->list);
  g_clear_pointer (&self->names, gtk_widget_unparent);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->chart);

  G_OBJECT_CLASS (gj_trend_table_parent_class)->dispose (object);
}

static void
gj_trend_table_finalize (GObject *object)
{
  GjTrendTable *self = GJ_TREND_TABLE (object);

  g_hash_table_unref (self->chosen);
  g_ptr_array_unref (self->values);
  g_ptr_array_unref (self->changes);
  g_free (self->shape);

  G_OBJECT_CLASS (gj_trend_table_parent_class)->finalize (object);
}

static void
gj_trend_table_class_init (GjTrendTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = gj_trend_table_dispose;
  object_class->finalize = gj_trend_table_finalize;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "trendtable");
}

static void
gj_trend_table_init (GjTrendTable *self)
{
  self->chosen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->values = g_ptr_array_new ();
  self->changes = g_ptr_array_new ();
  g_hash_table_add (self->chosen, g_strdup ("received"));
  g_hash_table_add (self->chosen, g_strdup ("handled"));

  self->names = gtk_grid_new ();
  self->numbers = gtk_grid_new ();
  self->chart = GJ_TREND_CHART (g_object_ref_sink (gj_trend_chart_new ()));
  self->scroller = gtk_scrolled_window_new ();
  gtk_grid_set_column_homogeneous (GTK_GRID (self->numbers), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->numbers);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_widget_set_hexpand (self->scroller, TRUE);
  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->scroller)), "changed",
                           G_CALLBACK (queue_show_last), self, G_CONNECT_SWAPPED);
  gtk_widget_set_vexpand (GTK_WIDGET (self->chart), TRUE);
  gtk_widget_set_size_request (GTK_WIDGET (self->chart), -1, LEAST_CHART_HEIGHT);
  gtk_widget_set_parent (self->names, GTK_WIDGET (self));
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

void
gj_trend_table_set_list (GjTrendTable *self,
                         GjTrendList  *list)
{
  g_return_if_fail (GJ_IS_TREND_TABLE (self));
  g_return_if_fail (GJ_IS_TREND_LIST (list));
  g_return_if_fail (self->list == NULL);

  self->list = g_object_ref (list);
  g_signal_connect_object (list, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

void
gj_trend_table_choose (GjTrendTable *self,
                       const char   *id,
                       gboolean      is_chosen)
{
  g_return_if_fail (GJ_IS_TREND_TABLE (self));
  g_return_if_fail (id != NULL);

  if (is_chosen)
    g_hash_table_add (self->chosen, g_strdup (id));
  else
    g_hash_table_remove (self->chosen, id);
  update_chart (self);
}

GjTrendChart *
gj_trend_table_get_chart (GjTrendTable *self)
{
  g_return_val_if_fail (GJ_IS_TREND_TABLE (self), NULL);

  return self->chart;
}
