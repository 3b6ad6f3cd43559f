/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-grid-private.h"

/* The pointer: a click goes, a double click edits, a drag or Shift selects a range, a
 * click on a label or head selects what it stands for, the menu button shows the
 * commands. */

static gboolean
is_on_editor (GjGrid *self,
              double  x,
              double  y)
{
  double inner_x, inner_y;

  return self->editing != GJ_EDITING_NOT &&
         gtk_widget_translate_coordinates (GTK_WIDGET (self), self->editor, x, y, &inner_x, &inner_y) &&
         gtk_widget_contains (self->editor, inner_x, inner_y);
}

static void
press_cell (GjGrid       *self,
            const GjSlot *slot,
            int           n_press,
            gboolean      shift)
{
  if (shift && self->active != GJ_NONE)
    {
      _gj_grid_extend (self, slot->cell);
      return;
    }

  _gj_grid_go (self, slot->cell);
  self->pressed = slot->cell;
  gtk_widget_grab_focus (GTK_WIDGET (self));

  if (n_press == 2)
    _gj_grid_edit (self, GJ_EDITING_OPENED);
}

static void
pressed_cb (GjGrid          *self,
            int              n_press,
            double           x,
            double           y,
            GtkGestureClick *gesture)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  const GjSlot *slot = _gj_grid_find_slot (self, x, y);

  self->pressed = GJ_NONE;

  if (slot == NULL || is_on_editor (self, x, y))
    return;

  self->goal = GJ_NONE;

  if (slot->kind == GJ_SLOT_CELL)
    press_cell (self, slot, n_press, (state & GDK_SHIFT_MASK) != 0);
  else
    {
      _gj_grid_select_slot (self, slot);
      gtk_widget_grab_focus (GTK_WIDGET (self));
    }
}

static void
drag_update_cb (GjGrid         *self,
                double          offset_x,
                double          offset_y,
                GtkGestureDrag *gesture)
{
  const GjSlot *slot;
  double x, y;

  if (self->pressed == GJ_NONE || self->editing != GJ_EDITING_NOT ||
      !gtk_gesture_drag_get_start_point (gesture, &x, &y))
    return;

  slot = _gj_grid_find_slot (self, x + offset_x, y + offset_y);

  if (slot != NULL && slot->kind == GJ_SLOT_CELL && slot->cell != self->extent)
    _gj_grid_extend (self, slot->cell);
}

/* Made when it is first wanted: it costs more than a tenth of the whole table. */

static void
ensure_menu (GjGrid *self)
{
  g_autoptr (GMenuModel) menu = NULL;

  if (self->menu != NULL)
    return;

  menu = _gj_grid_create_menu ();
  self->menu = gtk_popover_menu_new_from_model (menu);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
}

static void
show_menu (GjGrid *self,
           double  x,
           double  y)
{
  GdkRectangle point = { (int) x, (int) y, 1, 1 };

  ensure_menu (self);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &point);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

/* The menu is about the selected range when it is opened inside it. */

static void
menu_pressed_cb (GjGrid          *self,
                 int              n_press,
                 double           x,
                 double           y,
                 GtkGestureClick *gesture)
{
  const GjSlot *slot = _gj_grid_find_slot (self, x, y);
  GjGridRange range = _gj_grid_get_range (self);

  if (slot == NULL || is_on_editor (self, x, y))
    return;

  if (slot->kind == GJ_SLOT_CELL && !gj_grid_range_contains (&range, slot))
    press_cell (self, slot, 1, FALSE);

  show_menu (self, x, y);
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

/* The menu key opens the menu at the active cell. */

gboolean
_gj_grid_show_menu (GjGrid *self)
{
  GdkRectangle place;

  if (!_gj_grid_get_rectangle (self, gj_grid_model_find_cell (self->model, self->active), &place))
    return FALSE;

  show_menu (self, place.x + place.width / 2, place.y + place.height);

  return TRUE;
}

void
_gj_grid_init_pointer (GjGrid *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *menu = gtk_gesture_click_new ();

  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));

  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (menu, "pressed", G_CALLBACK (menu_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (menu));
}
