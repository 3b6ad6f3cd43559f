/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gj-grid-private.h"

/* One entry is moved over the cell that is edited. An entry and not a bare text widget:
 * only the entry is known to screen readers. */

#define LEAST_EDITOR_WIDTH 60

static void
close_editor (GjGrid *self)
{
  GjGridCell *item = _gj_grid_get_cell (self, self->edited);
  gboolean had_focus = _gj_grid_has_keyboard (self);

  self->closing = TRUE;
  self->editing = GJ_EDITING_NOT;
  self->edited = GJ_NONE;
  self->composing = FALSE;

  if (had_focus && item != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (item));

  gtk_widget_set_child_visible (self->editor, FALSE);
  gtk_widget_set_can_focus (self->editor, FALSE);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  self->closing = FALSE;
}

static void
push_cell (GjGrid     *self,
           guint       cell,
           const char *text)
{
  g_autofree char *name = _gj_grid_dup_cell_name (self, cell);
  /* Translators: a step of the undo history; the placeholder is the name of a cell. */
  g_autofree char *label = g_strdup_printf (_("Change %s"), name);
  g_autoptr (GjEdit) edit = gj_edit_new (label);

  gj_edit_set_cell (edit, _gj_grid_get_report (self), cell, text);

  if (!gj_edit_is_empty (edit))
    gj_session_push (self->session, edit);
}

/* Whether the text says the same as the report: an absent cell left empty stays absent. */

static gboolean
is_unchanged (GjGrid     *self,
              guint       cell,
              const char *text)
{
  const char *old = gj_report_get_cell_text (_gj_grid_get_report (self), cell);

  return g_strcmp0 (old != NULL ? old : "", text) == 0;
}

/* Puts the typed text into the report as one step. Returns whether something was open. */

gboolean
_gj_grid_commit (GjGrid *self)
{
  g_autofree char *text = NULL;
  guint cell = self->edited;

  if (self->editing == GJ_EDITING_NOT || self->closing)
    return FALSE;

  text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->editor)));
  close_editor (self);

  if (!is_unchanged (self, cell, text))
    push_cell (self, cell, text);

  gj_session_set_draft (self->session, cell, NULL);

  return TRUE;
}

/* Forgets what was typed. */

void
_gj_grid_restore (GjGrid *self)
{
  guint cell = self->edited;

  if (self->editing == GJ_EDITING_NOT || self->closing)
    return;

  close_editor (self);
  gj_session_set_draft (self->session, cell, NULL);
}

void
_gj_grid_place_editor (GjGrid *self)
{
  const GjSlot *slot;
  GdkRectangle place;
  int least;

  if (self->editing == GJ_EDITING_NOT)
    return;

  slot = gj_grid_model_find_cell (self->model, self->edited);

  if (!_gj_grid_get_rectangle (self, slot, &place))
    return;

  gtk_widget_measure (self->editor, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  least = MAX (least, MIN (LEAST_EDITOR_WIDTH, gtk_widget_get_width (GTK_WIDGET (self))));

  /* A narrow cell lends the editor room at its left, where the number grows. */
  if (place.width < least)
    {
      place.x = MAX (place.x + place.width - least, 0);
      place.width = least;
    }

  gtk_widget_measure (self->editor, GTK_ORIENTATION_VERTICAL, -1, &least, NULL, NULL, NULL);
  place.y -= MAX (least - place.height, 0) / 2;
  place.height = MAX (place.height, least);
  place.width -= 1;
  gtk_widget_size_allocate (self->editor, &place, -1);
}

static void
changed_cb (GjGrid *self)
{
  if (self->editing != GJ_EDITING_NOT)
    gj_session_set_draft (self->session, self->edited, gtk_editable_get_text (GTK_EDITABLE (self->editor)));
}

static void
preedit_cb (GjGrid     *self,
            const char *preedit)
{
  self->composing = preedit != NULL && *preedit != '\0';
}

/* The keyboard went elsewhere, by a click or to another pane. */

static void
left_cb (GjGrid *self)
{
  _gj_grid_commit (self);
}

void
_gj_grid_init_editor (GjGrid *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->editor = gtk_entry_new ();
  gtk_widget_add_css_class (self->editor, "gj-grid-editor");
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->editor), FALSE);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->editor), 1);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->editor), 1);
  gtk_entry_set_has_frame (GTK_ENTRY (self->editor), FALSE);
  gtk_widget_set_can_focus (self->editor, FALSE);
  gtk_widget_set_parent (self->editor, GTK_WIDGET (self));
  gtk_widget_set_child_visible (self->editor, FALSE);

  g_signal_connect_swapped (self->editor, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (gtk_editable_get_delegate (GTK_EDITABLE (self->editor)), "preedit-changed",
                            G_CALLBACK (preedit_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (left_cb), self);
  gtk_widget_add_controller (self->editor, focus);
}

/* Opens the editor over the active cell: empty for what is being typed, or on the text
 * that stands there. Returns whether it could be opened. */

gboolean
_gj_grid_edit (GjGrid    *self,
               GjEditing  editing)
{
  GjGridCell *item = _gj_grid_get_cell (self, self->active);
  gboolean is_words;
  g_autofree char *name = NULL;

  if (item == NULL || !_gj_grid_require_editable (self))
    return FALSE;

  if (self->editing != GJ_EDITING_NOT)
    return TRUE;

  _gj_grid_scroll_to (self, self->active);
  name = _gj_grid_dup_cell_name (self, self->active);
  is_words = (gj_grid_cell_get_marks (item) & GJ_CELL_WORDS) != 0;
  gtk_editable_set_alignment (GTK_EDITABLE (self->editor), is_words ? 0.f : 1.f);
  gtk_editable_set_text (GTK_EDITABLE (self->editor),
                         editing == GJ_EDITING_OPENED ? gj_grid_item_get_text (GJ_GRID_ITEM (item)) : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->editor), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  self->editing = editing;
  self->edited = self->active;
  self->extent = self->active;
  gtk_widget_set_can_focus (self->editor, TRUE);
  gtk_widget_set_child_visible (self->editor, TRUE);
  _gj_grid_place_editor (self);
  gtk_widget_grab_focus (self->editor);
  gtk_editable_set_position (GTK_EDITABLE (self->editor), -1);
  gtk_widget_queue_allocate (GTK_WIDGET (self));

  return TRUE;
}
