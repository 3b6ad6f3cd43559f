/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gj-grid-private.h"

/* Why a cell is marked, missing or read-only. */

static char *
describe_cell (GjGrid     *self,
               GjGridCell *cell)
{
  GString *text = g_string_new (NULL);

  if (gj_grid_cell_get_marks (cell) & GJ_CELL_ABSENT)
    g_string_append (text, _("The document that was read has no such row. Its cells take no part "
                             "in the sums. Type a number to add it."));

  if (gj_grid_cell_get_source (cell) != NULL)
    g_string_append (text, gj_grid_cell_get_source (cell));

  if (gj_grid_cell_get_problem (cell) != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", gj_grid_cell_get_problem (cell));

  if (gj_grid_cell_get_comment (cell) != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", gj_grid_cell_get_comment (cell));

  if (!gj_session_can_edit (self->session))
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "",
                            _("Read-only while the report is being reviewed"));

  return g_string_free (text, FALSE);
}

gboolean
_gj_grid_fill_tooltip (GjGrid     *self,
                       int         x,
                       int         y,
                       gboolean    keyboard,
                       GtkTooltip *tooltip)
{
  g_autofree char *text = NULL;
  GdkRectangle rectangle;
  const GjSlot *slot;

  if (self->model == NULL)
    return FALSE;

  slot = keyboard ? gj_grid_model_find_cell (self->model, self->active) : _gj_grid_find_slot (self, x, y);

  if (slot == NULL || slot->kind != GJ_SLOT_CELL || !_gj_grid_get_rectangle (self, slot, &rectangle))
    return FALSE;

  text = describe_cell (self, _gj_grid_get_cell (self, slot->cell));

  if (*text == '\0')
    return FALSE;

  gtk_tooltip_set_text (tooltip, text);
  gtk_tooltip_set_tip_area (tooltip, &rectangle);

  return TRUE;
}
