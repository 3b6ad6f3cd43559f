/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-compare-table-private.h"

#include "gj-widget-compat.h"

/* The selected line is the session's cell: the pane and the normal page follow it, and it
 * follows them. */

static guint
find_position (GjCompareTable *self,
               guint           cell,
               gboolean        is_new)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->items));

  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (GjCompareItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);
      const GjCellPair *pair = gj_compare_item_get_pair (item);

      if ((is_new ? pair->new_cell : pair->old_cell) == cell)
        return i;
    }

  return GJ_NONE;
}

void
_gj_compare_table_select (GjCompareTable *self,
                          guint           position)
{
  GjCompareRow *line;

  gtk_single_selection_set_selected (self->selection, position);
  gj_list_view_scroll_to (self->list, position);
  line = _gj_compare_table_get_line (self, _gj_compare_table_get_item (self));
  if (line != NULL && gtk_widget_get_parent (GTK_WIDGET (line)) != NULL)
    gtk_widget_grab_focus (gtk_widget_get_parent (GTK_WIDGET (line)));
}

static void
selected_cb (GjCompareTable *self)
{
  GjSelection *selection = gj_session_get_selection (gj_compare_get_session (self->compare));
  GjCompareItem *item = _gj_compare_table_get_item (self);

  if (self->following || item == NULL)
    return;

  self->following = TRUE;
  if (gj_compare_item_get_pair (item)->new_cell != GJ_NONE)
    gj_selection_set_cell (selection, gj_compare_item_get_pair (item)->new_cell);
  self->following = FALSE;
}

/* Its line, whatever column is looked at; GJ_NONE when it has none here. */
static guint
find_line (GjCompareTable *self,
           guint           cell,
           gboolean        is_new)
{
  GjForm *form = gj_report_get_form (gj_compare_get_report (self->compare, is_new));
  const char *id = gj_form_get_cell (form, cell)->id;
  const GjTable *table =
    gj_comparison_get_table (gj_compare_get_comparison (self->compare), self->table);
  guint position;

  gj_compare_table_get_n_lines (self);
  position = find_position (self, cell, is_new);
  if (position != GJ_NONE
      || g_strcmp0 (gj_form_get_table (form, gj_form_get_cell (form, cell)->table)->id,
                    table->id) != 0)
    return position;

  gj_compare_table_set_column (self, _gj_compare_table_get_column_of (id));
  gj_compare_table_get_n_lines (self);

  return find_position (self, cell, is_new);
}

static void
show_line (GjCompareTable *self,
           guint           position)
{
  if (position == GJ_NONE)
    return;

  self->following = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  gj_list_view_scroll_to (self->list, position);
  self->following = FALSE;
}

/* Where a finding is seen in this table: the cell that it points at, or the first of those
 * that may be meant. */
static guint
find_own_cell (GjCompareTable *self,
               GjFinding      *finding)
{
  GjForm *form = gj_report_get_form (gj_compare_get_report (self->compare, TRUE));
  guint main_cell = gj_finding_get_main_cell (finding);
  guint n_cells;
  const guint *cells = gj_finding_get_cells (finding, &n_cells);

  if (main_cell != GJ_NONE)
    return gj_form_get_cell (form, main_cell)->table == self->table ? main_cell : GJ_NONE;

  for (guint i = 0; i < n_cells; i++)
    if (gj_form_get_cell (form, cells[i])->table == self->table)
      return cells[i];

  return GJ_NONE;
}

/* The cell is chosen elsewhere, by a finding or by a search. */
static void
cell_changed_cb (GjCompareTable *self)
{
  GjSelection *selection = gj_session_get_selection (gj_compare_get_session (self->compare));
  GjFinding *finding = gj_selection_get_finding (selection);
  guint cell = gj_selection_get_cell (selection);

  if (cell == GJ_NONE && finding != NULL)
    cell = find_own_cell (self, finding);
  _gj_compare_table_queue_update (self);
  if (!self->following && cell != GJ_NONE)
    show_line (self, find_line (self, cell, TRUE));
}

/* What was chosen before the table was there: the totals stay what one looks at first. */
static void
select_known (GjCompareTable *self,
              guint           cell)
{
  if (cell != GJ_NONE)
    show_line (self, find_position (self, cell, TRUE));
}

static gboolean
has_keyboard (GjCompareTable *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
}

/* A finding is chosen in the pane. One that was selected because its line was must not
 * take the person away from that line. */
static void
finding_changed_cb (GjCompareTable *self)
{
  GjSelection *selection = gj_session_get_selection (gj_compare_get_session (self->compare));
  GjFinding *finding = gj_selection_get_finding (selection);
  guint here = gj_selection_get_cell (selection);
  guint cell;

  _gj_compare_table_queue_update (self);
  if (self->following || finding == NULL || has_keyboard (self))
    return;
  if (here != GJ_NONE && gj_finding_has_cell (finding, here)
      && gj_finding_get_main_cell (finding) != here)
    return;

  cell = find_own_cell (self, finding);
  if (cell != GJ_NONE)
    show_line (self, find_line (self, cell, TRUE));
}

void
_gj_compare_table_follow (GjCompareTable *self)
{
  GjSession *session = gj_compare_get_session (self->compare);
  GjSelection *selection = gj_session_get_selection (session);

  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (selection, "notify::cell", G_CALLBACK (cell_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (selection, "notify::finding", G_CALLBACK (finding_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (gj_checker_get_findings (gj_session_get_checker (session)),
                           "items-changed", G_CALLBACK (_gj_compare_table_queue_update), self,
                           G_CONNECT_SWAPPED);
  select_known (self, gj_selection_get_cell (selection));
}

gboolean
gj_compare_table_go_to_cell (GjCompareTable *self,
                             guint           cell,
                             gboolean        is_new)
{
  guint position;

  g_return_val_if_fail (GJ_IS_COMPARE_TABLE (self), FALSE);

  position = find_line (self, cell, is_new);
  if (position == GJ_NONE)
    return FALSE;

  _gj_compare_table_select (self, position);

  return TRUE;
}
