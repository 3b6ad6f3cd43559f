/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gj-grid-private.h"

/* The commands of a table as actions. Each changes the report by one named step. */

static void
push (GjGrid *self,
      GjEdit *edit)
{
  if (!gj_edit_is_empty (edit))
    gj_session_push (self->session, edit);
}

static GArray *
list_selected (GjGrid *self)
{
  GjGridRange range = _gj_grid_get_range (self);

  return gj_grid_model_list_range (self->model, &range);
}

void
_gj_grid_clear_cells (GjGrid     *self,
                      const char *label)
{
  GjReport *report = _gj_grid_get_report (self);
  g_autoptr (GjEdit) edit = gj_edit_new (label);
  g_autoptr (GArray) cells = list_selected (self);

  for (guint i = 0; i < cells->len; i++)
    {
      guint cell = g_array_index (cells, guint, i);

      if (gj_report_has_cell (report, cell))
        gj_edit_set_cell (edit, report, cell, "");
    }

  push (self, edit);
}

static void
clear_cb (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  GjGrid *self = GJ_GRID (widget);

  if (_gj_grid_require_editable (self))
    _gj_grid_clear_cells (self, _("Clear cells"));
}

/* Where a filled cell takes its text from: the first line or column of the range; with
 * one cell selected, its neighbour. */

static const GjSlot *
find_fill_source (GjGrid            *self,
                  const GjGridRange *range,
                  const GjSlot      *slot,
                  gboolean           down)
{
  guint goal = GJ_NONE;
  guint cell;

  if (_gj_grid_has_range (self))
    return down ? gj_grid_model_get_slot (self->model, range->first_line, slot->position)
                : gj_grid_model_get_slot (self->model, slot->line, range->first_position);

  cell = gj_grid_model_move (self->model, slot->cell, down ? GJ_GRID_MOVE_UP : GJ_GRID_MOVE_LEFT, &goal);

  return gj_grid_model_find_cell (self->model, cell);
}

static void
fill (GjGrid   *self,
      gboolean  down)
{
  GjReport *report;
  GjGridRange range = _gj_grid_get_range (self);
  g_autoptr (GArray) cells = NULL;
  g_autoptr (GjEdit) edit = NULL;

  if (!_gj_grid_require_editable (self) || self->active == GJ_NONE)
    return;

  report = _gj_grid_get_report (self);
  cells = list_selected (self);
  edit = gj_edit_new (down ? _("Fill down") : _("Fill to the right"));

  for (guint i = 0; i < cells->len; i++)
    {
      const GjSlot *slot = gj_grid_model_find_cell (self->model, g_array_index (cells, guint, i));
      const GjSlot *source = find_fill_source (self, &range, slot, down);

      if (source != NULL && source->kind == GJ_SLOT_CELL && source != slot &&
          gj_report_has_cell (report, source->cell) && gj_report_has_cell (report, slot->cell))
        gj_edit_set_cell (edit, report, slot->cell, gj_report_get_cell_text (report, source->cell));
    }

  push (self, edit);
}

static void
fill_down_cb (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  fill (GJ_GRID (widget), TRUE);
}

static void
fill_right_cb (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  fill (GJ_GRID (widget), FALSE);
}

static void
fill_blanks_cb (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  gj_grid_fill_blanks (GJ_GRID (widget));
}

static void
total_cell_cb (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  GjGrid *self = GJ_GRID (widget);
  GjReport *report;
  g_autofree char *total = NULL;
  g_autofree char *cell_name = NULL;
  g_autofree char *label = NULL;
  g_autoptr (GjEdit) edit = NULL;

  if (!_gj_grid_require_editable (self) || self->active == GJ_NONE)
    return;

  report = _gj_grid_get_report (self);
  cell_name = _gj_grid_dup_cell_name (self, self->active);

  if (!gj_totals_is_total (gj_report_get_form (report), self->active))
    {
      g_autofree char *message = g_strdup_printf (_("%s is no total: nothing to add up"), cell_name);

      _gj_grid_notice (self, message);
      return;
    }

  total = gj_totals_compute_cell (report, self->active);

  if (total == NULL)
    {
      _gj_grid_notice (self, _("The total cannot be computed: its parts are blank or cannot be read"));
      return;
    }

  label = g_strdup_printf (_("Compute %s"), cell_name);
  edit = gj_edit_new (label);
  gj_edit_set_cell (edit, report, self->active, total);
  push (self, edit);
}

static void
totals_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  _gj_grid_commit (GJ_GRID (widget));
  _gj_grid_request_totals (GJ_GRID (widget));
}

static void
take_proposed_cb (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  _gj_grid_take_proposed (GJ_GRID (widget));
}

static void
edit_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  _gj_grid_edit (GJ_GRID (widget), GJ_EDITING_OPENED);
}

static void
select_all_cb (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  _gj_grid_select_all (GJ_GRID (widget));
}

static void
copy_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  _gj_grid_copy (GJ_GRID (widget));
}

static void
cut_cb (GtkWidget  *widget,
        const char *name,
        GVariant   *parameter)
{
  GjGrid *self = GJ_GRID (widget);

  if (_gj_grid_require_editable (self) && _gj_grid_copy (self))
    _gj_grid_clear_cells (self, _("Cut cells"));
}

static void
paste_cb (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  GjGrid *self = GJ_GRID (widget);

  if (_gj_grid_require_editable (self))
    _gj_grid_paste (self);
}

static const struct
{
  const char                    *name;
  GtkWidgetActionActivateFunc    activate;
  gboolean                       changes;
} commands[] = {
  { "grid.edit", edit_cb, TRUE },
  { "grid.cut", cut_cb, TRUE },
  { "grid.copy", copy_cb, FALSE },
  { "grid.paste", paste_cb, TRUE },
  { "grid.clear", clear_cb, TRUE },
  { "grid.select-all", select_all_cb, FALSE },
  { "grid.fill-down", fill_down_cb, TRUE },
  { "grid.fill-right", fill_right_cb, TRUE },
  { "grid.fill-blanks", fill_blanks_cb, TRUE },
  { "grid.total-cell", total_cell_cb, TRUE },
  { "grid.totals", totals_cb, TRUE },
  { "grid.take-proposed", take_proposed_cb, TRUE },
};

void
_gj_grid_install_commands (GtkWidgetClass *klass)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    gtk_widget_class_install_action (klass, commands[i].name, NULL, commands[i].activate);
}

/* A button or menu item of a command is grey while the report is being reviewed; a key
 * still says why it does nothing. */

void
_gj_grid_update_commands (GjGrid *self)
{
  gboolean can_edit = self->model != NULL && gj_session_can_edit (self->session);

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), commands[i].name,
                                   commands[i].changes ? can_edit : self->model != NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_READ_ONLY, !can_edit, -1);
}

void
_gj_grid_activate (GjGrid     *self,
                   const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i].name, name))
      commands[i].activate (GTK_WIDGET (self), name, NULL);
}

static void
append_section (GMenu             *menu,
                const char *const *labels,
                const char *const *actions,
                guint              n)
{
  g_autoptr (GMenu) section = g_menu_new ();

  for (guint i = 0; i < n; i++)
    g_menu_append (section, labels[i], actions[i]);

  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

GMenuModel *
_gj_grid_create_menu (void)
{
  GMenu *menu = g_menu_new ();

  append_section (menu, (const char *[]) { _("_Edit") }, (const char *[]) { "grid.edit" }, 1);
  append_section (menu,
                  (const char *[]) { _("Cu_t"), _("_Copy"), _("_Paste"), _("C_lear") },
                  (const char *[]) { "grid.cut", "grid.copy", "grid.paste", "grid.clear" }, 4);
  append_section (menu,
                  (const char *[]) { _("Fill _Down"), _("Fill to the _Right"), _("Fill _Blanks with 0"),
                                     _("Compute This T_otal") },
                  (const char *[]) { "grid.fill-down", "grid.fill-right", "grid.fill-blanks",
                                     "grid.total-cell" }, 4);
  append_section (menu, (const char *[]) { _("Take Over the _Proposed Number") },
                  (const char *[]) { "grid.take-proposed" }, 1);
  append_section (menu, (const char *[]) { _("Add Co_mment…") }, (const char *[]) { "report.comment" }, 1);

  return G_MENU_MODEL (menu);
}
