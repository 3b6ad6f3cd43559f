/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gj-grid-private.h"

/* What follows from last year's report is shown in the blank cells that wait for it. It is
 * no number of the report before a person has taken it over. */

#define UNKNOWN "…"

static char *
dup_words (GjReport         *report,
           const GjProposal *proposal)
{
  g_autofree char *source = gj_proposal_dup_source (proposal, report);
  g_autofree char *wait = gj_proposal_dup_wait (proposal, report);

  if (wait != NULL)
    /* Translators: what a number waits for, and where it comes from. */
    return g_strdup_printf (_("Not known yet: %1$s\n%2$s"), wait, source);

  /* Translators: a number, and where it comes from. */
  return g_strdup_printf (_("Proposed: %1$s (Ctrl+Enter takes it over)\n%2$s"), proposal->text, source);
}

static void
set_proposal (GjGrid           *self,
              GjGridCell       *item,
              const GjProposal *proposal)
{
  g_autofree char *words = proposal != NULL ? dup_words (_gj_grid_get_report (self), proposal) : NULL;
  const char *number = NULL;

  if (proposal != NULL)
    number = proposal->text != NULL ? proposal->text : UNKNOWN;
  if (g_strcmp0 (gj_grid_cell_get_source (item), words) == 0)
    return;

  gj_grid_cell_set_proposed (item, number, words);
  _gj_grid_update_words (self, gj_grid_item_get_slot (GJ_GRID_ITEM (item))->cell);
}

static gboolean
is_undecided (const GjProposal *proposal)
{
  return proposal->state == GJ_PROPOSAL_OPEN || proposal->state == GJ_PROPOSAL_WAITING;
}

/* A reviewer sees the report as it is. */

void
_gj_grid_update_proposals (GjGrid *self)
{
  guint first_cell = gj_grid_model_get_table (self->model)->first_cell;
  g_autofree const GjProposal **found = g_new0 (const GjProposal *, self->n_cells);
  g_autoptr (GPtrArray) proposals = NULL;

  if (gj_session_can_edit (self->session))
    proposals = gj_report_list_proposals (_gj_grid_get_report (self));

  for (guint i = 0; proposals != NULL && i < proposals->len; i++)
    {
      const GjProposal *proposal = g_ptr_array_index (proposals, i);

      if (is_undecided (proposal) && _gj_grid_get_cell (self, proposal->cell) != NULL)
        found[proposal->cell - first_cell] = proposal;
    }

  for (guint i = 0; i < self->n_cells; i++)
    if (self->cells[i] != NULL)
      set_proposal (self, self->cells[i], found[i]);
}

/* Whether a number other than 0 is proposed for a blank cell, or will be. */

gboolean
_gj_grid_is_proposed (GjGrid *self,
                      guint   cell)
{
  const char *proposed = gj_grid_cell_get_proposed (_gj_grid_get_cell (self, cell));

  return proposed != NULL && !g_str_equal (proposed, "0");
}

static void
say_why_not (GjGrid           *self,
             const GjProposal *waiting)
{
  g_autofree char *name = NULL;
  g_autofree char *wait = NULL;
  g_autofree char *message = NULL;

  if (waiting == NULL)
    {
      _gj_grid_notice (self, _("No number is proposed here"));
      return;
    }

  name = _gj_grid_dup_cell_name (self, waiting->cell);
  wait = gj_proposal_dup_wait (waiting, _gj_grid_get_report (self));
  /* Translators: the name of a cell, and what its number waits for. */
  message = g_strdup_printf (_("%1$s: %2$s"), name, wait);
  _gj_grid_notice (self, message);
}

static gboolean
is_in_range (GjGrid *self,
             guint   cell)
{
  GjGridRange range = _gj_grid_get_range (self);
  const GjSlot *slot = _gj_grid_get_cell (self, cell) != NULL ? gj_grid_model_find_cell (self->model, cell) : NULL;

  return slot != NULL && gj_grid_range_contains (&range, slot);
}

/* Those of the selected cells, in one step; the numbers that wait for them are not taken
 * with them. */

void
_gj_grid_take_proposed (GjGrid *self)
{
  g_autoptr (GPtrArray) proposals = NULL;
  g_autoptr (GjEdit) edit = NULL;
  const GjProposal *waiting = NULL;

  if (!_gj_grid_require_editable (self))
    return;

  proposals = gj_report_list_proposals (_gj_grid_get_report (self));
  edit = gj_edit_new (_("Take over from last year"));

  for (guint i = 0; i < proposals->len; i++)
    {
      const GjProposal *proposal = g_ptr_array_index (proposals, i);

      if (!is_in_range (self, proposal->cell))
        continue;

      if (proposal->state == GJ_PROPOSAL_WAITING)
        waiting = proposal;
      gj_edit_accept_proposal (edit, _gj_grid_get_report (self), proposal);
    }

  if (gj_edit_is_empty (edit))
    say_why_not (self, waiting);
  else
    gj_session_push (self->session, edit);
}
