/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-grid-private.h"

/* The keyboard of a spreadsheet. Keys are taken on their way down to the focused child,
 * so that the editor gets only what it is meant to have; while an input method composes,
 * it gets all of them. */

typedef struct
{
  guint           key;
  GdkModifierType modifiers;
  GjGridMove      move;
} GjKeyMove;

static const GjKeyMove moves[] = {
  { GDK_KEY_Left, 0, GJ_GRID_MOVE_LEFT },
  { GDK_KEY_Right, 0, GJ_GRID_MOVE_RIGHT },
  { GDK_KEY_Up, 0, GJ_GRID_MOVE_UP },
  { GDK_KEY_Down, 0, GJ_GRID_MOVE_DOWN },
  { GDK_KEY_Home, 0, GJ_GRID_MOVE_LINE_START },
  { GDK_KEY_End, 0, GJ_GRID_MOVE_LINE_END },
  { GDK_KEY_Left, GDK_CONTROL_MASK, GJ_GRID_MOVE_LINE_START },
  { GDK_KEY_Right, GDK_CONTROL_MASK, GJ_GRID_MOVE_LINE_END },
  { GDK_KEY_Up, GDK_CONTROL_MASK, GJ_GRID_MOVE_COLUMN_TOP },
  { GDK_KEY_Down, GDK_CONTROL_MASK, GJ_GRID_MOVE_COLUMN_BOTTOM },
  { GDK_KEY_Home, GDK_CONTROL_MASK, GJ_GRID_MOVE_FIRST },
  { GDK_KEY_End, GDK_CONTROL_MASK, GJ_GRID_MOVE_LAST },
};

static const guint keypad[][2] = {
  { GDK_KEY_KP_Left, GDK_KEY_Left }, { GDK_KEY_KP_Right, GDK_KEY_Right },
  { GDK_KEY_KP_Up, GDK_KEY_Up }, { GDK_KEY_KP_Down, GDK_KEY_Down },
  { GDK_KEY_KP_Home, GDK_KEY_Home }, { GDK_KEY_KP_End, GDK_KEY_End },
  { GDK_KEY_KP_Enter, GDK_KEY_Return }, { GDK_KEY_ISO_Enter, GDK_KEY_Return },
  { GDK_KEY_KP_Delete, GDK_KEY_Delete }, { GDK_KEY_ISO_Left_Tab, GDK_KEY_Tab },
  { GDK_KEY_KP_Tab, GDK_KEY_Tab },
};

static guint
fold_keypad (guint key)
{
  for (guint i = 0; i < G_N_ELEMENTS (keypad); i++)
    if (keypad[i][0] == key)
      return keypad[i][1];

  return key;
}

static const GjKeyMove *
find_move (guint           key,
           GdkModifierType modifiers)
{
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    if (moves[i].key == key && moves[i].modifiers == (modifiers & ~GDK_SHIFT_MASK))
      return &moves[i];

  return NULL;
}

/* Enter and Tab leave a cell in either state. Tab at the end of the table leaves the
 * grid, as everywhere in a window. */

static gboolean
press_leaving_key (GjGrid   *self,
                   guint     key,
                   gboolean  shift)
{
  GjGridMove move;

  if (key == GDK_KEY_Tab)
    return _gj_grid_move (self, shift ? GJ_GRID_MOVE_PREVIOUS : GJ_GRID_MOVE_NEXT, FALSE);

  if (self->enter_right)
    move = shift ? GJ_GRID_MOVE_PREVIOUS : GJ_GRID_MOVE_NEXT;
  else
    move = shift ? GJ_GRID_MOVE_UP : GJ_GRID_MOVE_DOWN;

  _gj_grid_move (self, move, FALSE);

  return TRUE;
}

static gboolean
is_edit_pristine (GjGrid *self)
{
  GjGridCell *item = _gj_grid_get_cell (self, self->edited);

  return g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->editor)),
                    gj_grid_item_get_text (GJ_GRID_ITEM (item))) == 0;
}

static gboolean
press_while_editing (GjGrid          *self,
                     guint            key,
                     GdkModifierType  modifiers)
{
  gboolean shift = (modifiers & GDK_SHIFT_MASK) != 0;
  gboolean plain = (modifiers & ~GDK_SHIFT_MASK) == 0;
  gboolean is_vertical = key == GDK_KEY_Up || key == GDK_KEY_Down;

  if (self->composing)
    return FALSE;

  if (plain && (key == GDK_KEY_Tab || key == GDK_KEY_Return))
    return press_leaving_key (self, key, shift);

  if (plain && key == GDK_KEY_Escape)
    {
      _gj_grid_restore (self);
      return TRUE;
    }

  /* F2 lets the arrow keys move the caret in what was begun by typing. */
  if (plain && key == GDK_KEY_F2)
    {
      self->editing = self->editing == GJ_EDITING_TYPED ? GJ_EDITING_OPENED : GJ_EDITING_TYPED;
      return TRUE;
    }

  /* Undo takes back the typing first. */
  if (modifiers == GDK_CONTROL_MASK && key == GDK_KEY_z && !is_edit_pristine (self))
    {
      _gj_grid_restore (self);
      return TRUE;
    }

  if (modifiers == 0 && (is_vertical || (self->editing == GJ_EDITING_TYPED &&
                                         (key == GDK_KEY_Left || key == GDK_KEY_Right))))
    {
      _gj_grid_move (self, find_move (key, 0)->move, FALSE);
      return TRUE;
    }

  return FALSE;
}

/* Typing into a cell opens the editor empty and hands it this very key, so that an input
 * method gets the first one too. */

static gboolean
type_key (GjGrid                *self,
          GtkEventControllerKey *controller,
          guint                  key)
{
  GtkEditable *text = gtk_editable_get_delegate (GTK_EDITABLE (self->editor));
  gunichar c = gdk_keyval_to_unicode (key);
  char buffer[7] = { 0 };
  int position = 0;

  if (c == 0 || g_unichar_iscntrl (c))
    return FALSE;

  if (!_gj_grid_edit (self, GJ_EDITING_TYPED))
    return TRUE;

  if (gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (controller)) != NULL &&
      gtk_event_controller_key_forward (controller, GTK_WIDGET (text)))
    return TRUE;

  g_unichar_to_utf8 (c, buffer);
  gtk_editable_insert_text (GTK_EDITABLE (self->editor), buffer, -1, &position);
  gtk_editable_set_position (GTK_EDITABLE (self->editor), position);

  return TRUE;
}

static gboolean
press_command_key (GjGrid          *self,
                   guint            key,
                   GdkModifierType  modifiers)
{
  static const struct { guint key; GdkModifierType modifiers; const char *action; } commands[] = {
    { GDK_KEY_F2, 0, "grid.edit" },
    { GDK_KEY_Delete, 0, "grid.clear" },
    { GDK_KEY_BackSpace, 0, "grid.clear" },
    { GDK_KEY_F9, 0, "grid.totals" },
    { GDK_KEY_a, GDK_CONTROL_MASK, "grid.select-all" },
    { GDK_KEY_c, GDK_CONTROL_MASK, "grid.copy" },
    { GDK_KEY_Insert, GDK_CONTROL_MASK, "grid.copy" },
    { GDK_KEY_x, GDK_CONTROL_MASK, "grid.cut" },
    { GDK_KEY_Delete, GDK_SHIFT_MASK, "grid.cut" },
    { GDK_KEY_v, GDK_CONTROL_MASK, "grid.paste" },
    { GDK_KEY_Insert, GDK_SHIFT_MASK, "grid.paste" },
    { GDK_KEY_d, GDK_CONTROL_MASK, "grid.fill-down" },
    { GDK_KEY_r, GDK_CONTROL_MASK, "grid.fill-right" },
    { GDK_KEY_equal, GDK_ALT_MASK, "grid.total-cell" },
    { GDK_KEY_Return, GDK_CONTROL_MASK, "grid.take-proposed" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (commands[i].key == key && commands[i].modifiers == modifiers)
      {
        _gj_grid_activate (self, commands[i].action);
        return TRUE;
      }

  return FALSE;
}

static gboolean
press_in_table (GjGrid                *self,
                GtkEventControllerKey *controller,
                guint                  key,
                GdkModifierType        modifiers)
{
  gboolean shift = (modifiers & GDK_SHIFT_MASK) != 0;
  gboolean plain = (modifiers & ~GDK_SHIFT_MASK) == 0;
  const GjKeyMove *move = find_move (key, modifiers);

  if (plain && (key == GDK_KEY_Tab || key == GDK_KEY_Return))
    return press_leaving_key (self, key, shift);

  if (move != NULL)
    {
      _gj_grid_move (self, move->move, shift);
      return TRUE;
    }

  if (plain && key == GDK_KEY_Escape && _gj_grid_has_range (self))
    {
      _gj_grid_go (self, self->active);
      return TRUE;
    }

  if (key == GDK_KEY_Menu || (key == GDK_KEY_F10 && modifiers == GDK_SHIFT_MASK))
    return _gj_grid_show_menu (self);

  if (press_command_key (self, modifiers & GDK_CONTROL_MASK ? gdk_keyval_to_lower (key) : key, modifiers))
    return TRUE;

  return plain && type_key (self, controller, key);
}

static gboolean
key_pressed_cb (GjGrid                *self,
                guint                  key,
                guint                  code,
                GdkModifierType        state,
                GtkEventControllerKey *controller)
{
  GdkModifierType modifiers = state & (GDK_SHIFT_MASK | GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK);

  if (self->model == NULL || self->active == GJ_NONE)
    return FALSE;

  key = fold_keypad (key);

  if (self->editing != GJ_EDITING_NOT)
    return press_while_editing (self, key, modifiers);

  return press_in_table (self, controller, key, modifiers);
}

void
_gj_grid_init_keys (GjGrid *self)
{
  GtkEventController *controller = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (controller, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}
