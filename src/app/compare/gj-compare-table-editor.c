/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-compare-table-private.h"

#include <glib/gi18n-lib.h>

/* One entry over the list, not in it: a list of GTK 4.8 takes the keyboard away from
 * entries in its lines. */

static void
close_editor (GjCompareTable *self)
{
  GjCompareItem *item = _gj_compare_table_get_item (self);
  GjCompareRow *line = item != NULL ? _gj_compare_table_get_line (self, item) : NULL;
  GtkRoot *root = gtk_widget_get_root (self->editor);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean had_focus = focus != NULL && gtk_widget_is_ancestor (focus, self->editor);

  self->edited = GJ_NONE;
  self->composing = FALSE;
  gtk_widget_set_visible (self->editor, FALSE);
  if (had_focus && line != NULL)
    gtk_widget_grab_focus (gtk_widget_get_parent (GTK_WIDGET (line)));
}

static void
push (GjCompareTable *self,
      guint           cell,
      const char     *text)
{
  GjSession *session = gj_compare_get_session (self->compare);
  GjReport *report = gj_session_get_report (session);
  const char *old_text = gj_report_get_cell_text (report, cell);
  g_autofree char *name = gj_form_dup_cell_name (gj_report_get_form (report), cell,
                                                 gj_report_get_variant (report),
                                                 gj_language_get_current ());
  g_autofree char *label = g_strdup_printf (_("Change %s"), name);
  g_autoptr (GjEdit) edit = NULL;

  if (g_strcmp0 (old_text != NULL ? old_text : "", text) == 0)
    return;

  edit = gj_edit_new (label);
  gj_edit_set_cell (edit, report, cell, text);
  if (!gj_edit_is_empty (edit))
    gj_session_push (session, edit);
}

void
gj_compare_table_commit (GjCompareTable *self)
{
  g_autofree char *text = NULL;
  guint cell;

  g_return_if_fail (GJ_IS_COMPARE_TABLE (self));

  cell = self->edited;
  if (cell == GJ_NONE)
    return;

  text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->editor)));
  close_editor (self);
  push (self, cell, text);
  gj_session_set_draft (gj_compare_get_session (self->compare), cell, NULL);
}

void
_gj_compare_table_restore (GjCompareTable *self)
{
  guint cell = self->edited;

  if (cell == GJ_NONE)
    return;

  close_editor (self);
  gj_session_set_draft (gj_compare_get_session (self->compare), cell, NULL);
}

/* Why the number cannot be written, or NULL. */
static const char *
find_obstacle (GjCompareTable *self,
               GjCompareItem  *item)
{
  const GjCellPair *pair = gj_compare_item_get_pair (item);

  if (!gj_session_can_edit (gj_compare_get_session (self->compare)))
    return _("While reviewing, the report cannot be changed");
  if (pair->new_cell == GJ_NONE && pair->new_text != NULL)
    return _("This number is a sum; change the cells that it is made of.");
  if (pair->new_cell == GJ_NONE)
    return _("The newer report has no such cell.");

  return NULL;
}

/* @text: (nullable): what is typed, or what stands there. */
gboolean
gj_compare_table_edit (GjCompareTable *self,
                       const char     *text)
{
  GjCompareItem *item;
  const char *obstacle;
  const GjCellPair *pair;

  g_return_val_if_fail (GJ_IS_COMPARE_TABLE (self), FALSE);

  item = _gj_compare_table_get_item (self);
  if (item == NULL)
    return FALSE;
  if (self->edited != GJ_NONE)
    gj_compare_table_commit (self);

  obstacle = find_obstacle (self, item);
  if (obstacle != NULL)
    {
      g_signal_emit_by_name (self, "notice", obstacle);
      return FALSE;
    }

  pair = gj_compare_item_get_pair (item);
  if (text == NULL)
    text = pair->new_text != NULL ? pair->new_text : "";
  gtk_editable_set_text (GTK_EDITABLE (self->editor), text);
  self->edited = pair->new_cell;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->editor), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gj_label_get_current (&pair->row), -1);
  gtk_widget_set_visible (self->editor, TRUE);
  gtk_widget_queue_allocate (self->overlay);
  gtk_widget_grab_focus (self->editor);
  gtk_editable_set_position (GTK_EDITABLE (self->editor), -1);

  return TRUE;
}

static gboolean
place_cb (GjCompareTable *self,
          GtkWidget      *child,
          GdkRectangle   *place)
{
  GjCompareItem *item = _gj_compare_table_get_item (self);
  GjCompareRow *line = item != NULL ? _gj_compare_table_get_line (self, item) : NULL;
  graphene_rect_t box;
  GtkAllocation own;
  int least;

  if (child != self->editor || line == NULL
      || !gtk_widget_compute_bounds (GTK_WIDGET (line), self->overlay, &box))
    return FALSE;

  gj_compare_row_get_place (line, GJ_PLACE_NEW, &own);
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  place->width = MAX (own.width, least);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, -1, &least, NULL, NULL, NULL);
  place->height = MAX (own.height, least);
  place->x = box.origin.x + own.x;
  place->y = box.origin.y + own.y - (place->height - own.height) / 2;

  return TRUE;
}

static void
move_on (GjCompareTable *self,
         int             direction)
{
  guint position = gtk_single_selection_get_selected (self->selection);
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->items));

  gj_compare_table_commit (self);
  if ((direction < 0 && position == 0) || position + direction >= n_items)
    return;

  _gj_compare_table_select (self, position + direction);
}

static gboolean
editor_key_cb (GjCompareTable  *self,
               guint            key,
               guint            code,
               GdkModifierType  state)
{
  if (self->composing)
    return FALSE;

  switch (key)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_Tab:
    case GDK_KEY_Down:
      move_on (self, state & GDK_SHIFT_MASK ? -1 : 1);
      return TRUE;

    case GDK_KEY_ISO_Left_Tab:
    case GDK_KEY_Up:
      move_on (self, -1);
      return TRUE;

    case GDK_KEY_Escape:
      _gj_compare_table_restore (self);
      return TRUE;

    default:
      return FALSE;
    }
}

/* The first key typed opens the editor and is handed on to it, for input methods too. */
static gboolean
list_key_cb (GjCompareTable        *self,
             guint                  key,
             guint                  code,
             GdkModifierType        state,
             GtkEventControllerKey *controller)
{
  GtkEditable *text = gtk_editable_get_delegate (GTK_EDITABLE (self->editor));
  gunichar c = gdk_keyval_to_unicode (key);
  char buffer[7] = { 0 };

  if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK))
    return FALSE;
  if (key == GDK_KEY_F2 || key == GDK_KEY_Return || key == GDK_KEY_KP_Enter)
    return gj_compare_table_edit (self, NULL) || TRUE;
  if (c == 0 || c == ' ' || g_unichar_iscntrl (c))
    return FALSE;

  if (!gj_compare_table_edit (self, ""))
    return TRUE;
  if (gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (controller)) != NULL
      && gtk_event_controller_key_forward (controller, GTK_WIDGET (text)))
    return TRUE;

  g_unichar_to_utf8 (c, buffer);
  gtk_editable_set_text (GTK_EDITABLE (self->editor), buffer);
  gtk_editable_set_position (GTK_EDITABLE (self->editor), -1);

  return TRUE;
}

static void
changed_cb (GjCompareTable *self)
{
  if (self->edited != GJ_NONE)
    gj_session_set_draft (gj_compare_get_session (self->compare), self->edited,
                          gtk_editable_get_text (GTK_EDITABLE (self->editor)));
}

static void
preedit_cb (GjCompareTable *self,
            const char     *preedit)
{
  self->composing = preedit != NULL && *preedit != '\0';
}

static GtkEventController *
add_keys (GjCompareTable *self,
          GtkWidget      *widget,
          GCallback       callback)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", callback, self);
  gtk_widget_add_controller (widget, keys);

  return keys;
}

void
_gj_compare_table_init_editor (GjCompareTable *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->edited = GJ_NONE;
  self->editor = gtk_entry_new ();
  gtk_widget_add_css_class (self->editor, "gj-grid-editor");
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->editor), FALSE);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->editor), 1);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->editor), 1);
  gtk_editable_set_alignment (GTK_EDITABLE (self->editor), 1);
  gtk_entry_set_has_frame (GTK_ENTRY (self->editor), FALSE);
  gtk_widget_set_visible (self->editor, FALSE);
  gtk_overlay_add_overlay (GTK_OVERLAY (self->overlay), self->editor);
  gtk_overlay_set_clip_overlay (GTK_OVERLAY (self->overlay), self->editor, TRUE);

  g_signal_connect_swapped (self->overlay, "get-child-position", G_CALLBACK (place_cb), self);
  g_signal_connect_swapped (self->editor, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (gtk_editable_get_delegate (GTK_EDITABLE (self->editor)),
                            "preedit-changed", G_CALLBACK (preedit_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (gj_compare_table_commit), self);
  gtk_widget_add_controller (self->editor, focus);
  add_keys (self, self->editor, G_CALLBACK (editor_key_cb));
  add_keys (self, GTK_WIDGET (self->list), G_CALLBACK (list_key_cb));
}
