/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gj-grid-private.h"

/* Blank cells, and the zeros that are written into them. */

static gboolean
is_blank (GjGrid *self,
          guint   cell)
{
  GjReport *report = _gj_grid_get_report (self);
  const GjNumberText *number = gj_report_has_cell (report, cell) ? gj_report_get_cell_number (report, cell) : NULL;

  return number != NULL && number->state == GJ_NUMBER_BLANK && !_gj_grid_is_proposed (self, cell) &&
         gj_form_get_cell (gj_report_get_form (report), cell)->type != GJ_CELL_TEXT;
}

/* How many cells "fill the blanks" would fill. */

guint
gj_grid_count_blanks (GjGrid *self)
{
  guint n_cells, n_blanks = 0;
  const guint *cells;

  g_return_val_if_fail (GJ_IS_GRID (self), 0);

  if (self->model == NULL)
    return 0;

  cells = gj_grid_model_get_cells (self->model, &n_cells);

  for (guint i = 0; i < n_cells; i++)
    n_blanks += is_blank (self, cells[i]);

  return n_blanks;
}

static void
say_what_is_left (GjGrid *self,
                  guint   n_proposed)
{
  g_autofree char *message = NULL;

  message = g_strdup_printf (ngettext ("%u cell was left blank: a number is proposed for it",
                                       "%u cells were left blank: numbers are proposed for them", n_proposed),
                             n_proposed);
  _gj_grid_notice (self, message);
}

/* Writes 0 into every blank cell of the table, in one step; "/", "-" and 无 are words of
 * the person and stay, and a number that is proposed is not drowned. Returns whether there
 * was a blank cell. */

gboolean
gj_grid_fill_blanks (GjGrid *self)
{
  GjReport *report;
  g_autoptr (GjEdit) edit = NULL;
  guint n_cells, n_proposed = 0;
  const guint *cells;

  g_return_val_if_fail (GJ_IS_GRID (self), FALSE);

  _gj_grid_commit (self);

  if (!_gj_grid_require_editable (self))
    return FALSE;

  _gj_grid_update_proposals (self);
  report = _gj_grid_get_report (self);
  edit = gj_edit_new (_("Fill blanks with 0"));
  cells = gj_grid_model_get_cells (self->model, &n_cells);

  for (guint i = 0; i < n_cells; i++)
    {
      if (is_blank (self, cells[i]))
        gj_edit_set_cell (edit, report, cells[i], "0");
      n_proposed += _gj_grid_is_proposed (self, cells[i]);
    }

  if (!gj_edit_is_empty (edit) && !gj_session_push (self->session, edit))
    return FALSE;

  if (n_proposed > 0)
    say_what_is_left (self, n_proposed);
  else if (gj_edit_is_empty (edit))
    _gj_grid_notice (self, _("No cell of this table is blank"));

  return n_proposed > 0 || !gj_edit_is_empty (edit);
}
