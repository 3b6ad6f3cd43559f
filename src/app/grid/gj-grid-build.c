/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "gj-grid-head.h"
#include "gj-grid-label.h"
#include "gj-grid-private.h"

/* Makes the items of a table and keeps their texts equal to the report's. */

static GType
get_item_type (const GjSlot *slot)
{
  if (slot->kind == GJ_SLOT_CELL)
    return GJ_TYPE_GRID_CELL;

  return slot->kind == GJ_SLOT_LABEL ? GJ_TYPE_GRID_LABEL : GJ_TYPE_GRID_HEAD;
}

static gboolean
is_closing (gunichar c)
{
  return c == 0x3001 || c == 0xFF0C || c == 0x3002 || c == 0xFF09 || c == ')';
}

/* One character under the other; a mark that closes stays beside what it closes. */

static char *
set_vertically (const char *text)
{
  GString *out = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (out->len > 0 && !is_closing (c))
        g_string_append_c (out, '\n');

      g_string_append_unichar (out, c);
    }

  return g_string_free (out, FALSE);
}

/* The label of a whole part of the table stands in the narrowest column, where Chinese
 * has one character to a line. */

static gboolean
is_upright (const GjTableLayout *layout,
            const GjSlot        *slot)
{
  glong n_chars = slot->text.zh != NULL ? g_utf8_strlen (slot->text.zh, -1) : 0;

  if (slot->kind != GJ_SLOT_LABEL || slot->n_positions > 1 || slot->n_lines < n_chars)
    return FALSE;

  for (guint i = 0; i < layout->n_positions; i++)
    if (i != slot->position && layout->widths[i] <= layout->widths[slot->position])
      return FALSE;

  return TRUE;
}

/* A group's number stands above its name, as the form prints it. */

static char *
set_number_above (const char *text)
{
  const char *bracket = g_str_has_prefix (text, "（") ? strstr (text, "）") : NULL;

  if (bracket == NULL || bracket[strlen ("）")] == '\0')
    return NULL;

  bracket += strlen ("）");

  return g_strdup_printf ("%.*s\n%s", (int) (bracket - text), text, bracket);
}

static void
set_label (GjGrid       *self,
           GjGridItem   *item,
           const GjSlot *slot)
{
  gboolean is_chinese = gj_language_get_current () == GJ_LANGUAGE_ZH;
  const char *text = gj_label_get_current (&slot->text);
  g_autofree char *shown = NULL;

  if (text == NULL)
    text = "";

  if (is_chinese && (slot->vertical || is_upright (gj_grid_model_get_layout (self->model), slot)))
    {
      shown = set_vertically (text);
      gj_grid_item_set_flow (item, GJ_GRID_FLOW_STACKED);
    }
  else if (slot->vertical)
    gj_grid_item_set_flow (item, GJ_GRID_FLOW_ROTATED);
  else if (slot->kind == GJ_SLOT_LABEL && slot->n_lines > 2)
    shown = set_number_above (text);

  gj_grid_item_set_text (item, shown != NULL ? shown : text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
add_words (char       **label,
           const char  *words)
{
  g_autofree char *plain = NULL;

  if (words == NULL)
    return;

  plain = g_steal_pointer (label);
  /* Translators: what is said of a cell, and more about it, as the comments on it. */
  *label = g_strdup_printf (C_("cell", "%s. %s"), plain, words);
}

/* Row, column, value, what is wrong, what is proposed, what is remarked. */

void
_gj_grid_update_words (GjGrid *self,
                       guint   cell)
{
  GjGridCell *item = _gj_grid_get_cell (self, cell);
  g_autofree char *name = _gj_grid_dup_cell_name (self, cell);
  const char *text = gj_report_get_cell_text (_gj_grid_get_report (self), cell);
  const char *problem = gj_grid_cell_get_problem (item);
  const char *comment = gj_grid_cell_get_comment (item);
  const char *source = gj_grid_cell_get_source (item);
  g_autofree char *label = NULL;

  if (text == NULL)
    text = _("not in the document");
  else if (*text == '\0')
    text = _("blank");

  /* Translators: what a screen reader says of a cell: its name and what it holds. */
  label = problem != NULL ? g_strdup_printf (C_("cell", "%s: %s. %s"), name, text, problem)
                       : g_strdup_printf (C_("cell", "%s: %s"), name, text);
  add_words (&label, source);
  add_words (&label, comment);
  gj_grid_cell_set_label (item, label);
}

static void
set_cell (GjGrid     *self,
          GjGridCell *item,
          guint       cell)
{
  const char *text = gj_report_get_cell_text (_gj_grid_get_report (self), cell);

  gj_grid_cell_set_marks (item, GJ_CELL_ABSENT, text == NULL ? GJ_CELL_ABSENT : 0);
  gj_grid_item_set_text (GJ_GRID_ITEM (item), text != NULL ? text : "");
  _gj_grid_update_words (self, cell);
}

static void
add_item (GjGrid       *self,
          const GjSlot *slot)
{
  GjGridItem *item = g_object_new (get_item_type (slot), NULL);
  const GjTable *table = gj_grid_model_get_table (self->model);

  gj_grid_item_set_slot (item, slot, &self->palette);
  gtk_widget_insert_before (GTK_WIDGET (item), GTK_WIDGET (self), self->editor);
  g_ptr_array_add (self->items, item);

  if (slot->kind != GJ_SLOT_CELL)
    {
      set_label (self, item, slot);
      return;
    }

  self->cells[slot->cell - table->first_cell] = GJ_GRID_CELL (item);

  if (gj_form_get_cell (_gj_grid_get_form (self), slot->cell)->type == GJ_CELL_TEXT)
    gj_grid_cell_set_marks (GJ_GRID_CELL (item), GJ_CELL_WORDS, GJ_CELL_WORDS);

  set_cell (self, GJ_GRID_CELL (item), slot->cell);
}

/* A total stands alone on one side of an equation. */

static void
mark_totals (GjGrid *self)
{
  const GjForm *form = _gj_grid_get_form (self);
  guint n_cells;
  const guint *cells = gj_grid_model_get_cells (self->model, &n_cells);

  for (guint i = 0; i < n_cells; i++)
    if (gj_totals_is_total (form, cells[i]))
      gj_grid_cell_set_marks (_gj_grid_get_cell (self, cells[i]), GJ_CELL_TOTAL, GJ_CELL_TOTAL);
}

static gboolean
is_table_shown (GjGrid *self)
{
  return self->session != NULL && self->table < gj_form_get_n_tables (_gj_grid_get_form (self));
}

void
_gj_grid_clear (GjGrid *self)
{
  _gj_grid_restore (self);

  for (guint i = 0; i < self->items->len; i++)
    gtk_widget_unparent (g_ptr_array_index (self->items, i));

  g_ptr_array_set_size (self->items, 0);
  g_clear_pointer (&self->cells, g_free);
  g_clear_pointer (&self->least, g_free);
  g_clear_pointer (&self->natural, g_free);
  g_clear_pointer (&self->columns, g_free);
  g_clear_pointer (&self->lines, g_free);
  g_clear_pointer (&self->model, gj_grid_model_free);
  self->n_cells = 0;
  self->active = self->extent = self->goal = self->pressed = GJ_NONE;
}

/* Makes everything anew: for another session, table or variant of the form. */

void
_gj_grid_build (GjGrid *self)
{
  const GjTable *table;
  const GjTableLayout *layout;

  _gj_grid_clear (self);

  if (!is_table_shown (self))
    return;

  table = gj_form_get_table (_gj_grid_get_form (self), self->table);
  self->model = gj_grid_model_new (table, gj_report_get_variant (_gj_grid_get_report (self)));
  layout = gj_grid_model_get_layout (self->model);

  self->n_cells = table->n_cells;
  self->cells = g_new0 (GjGridCell *, table->n_cells);
  self->least = g_new0 (int, layout->n_positions);
  self->natural = g_new0 (int, layout->n_positions);
  self->columns = g_new0 (int, layout->n_positions + 1);
  self->lines = g_new0 (int, layout->n_lines + 1);

  for (guint i = 0; i < layout->n_slots; i++)
    add_item (self, &layout->slots[i]);

  mark_totals (self);
  _gj_grid_forget_sizes (self);
  _gj_grid_update_marks (self);
  _gj_grid_follow_selection (self);
  _gj_grid_update_commands (self);
}

static gboolean
fits (GjGrid     *self,
      GjGridItem *item)
{
  const GjSlot *slot = gj_grid_item_get_slot (item);
  int width = self->columns[slot->position + slot->n_positions] - self->columns[slot->position];

  return gj_grid_item_get_natural_width (item) <= width;
}

void
_gj_grid_update_cell (GjGrid *self,
                      guint   cell)
{
  GjGridCell *item = _gj_grid_get_cell (self, cell);
  gboolean did_fit;

  if (item == NULL)
    return;

  did_fit = fits (self, GJ_GRID_ITEM (item));
  set_cell (self, item, cell);

  if (!did_fit || !fits (self, GJ_GRID_ITEM (item)))
    _gj_grid_forget_sizes (self);
}
