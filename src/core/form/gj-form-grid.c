/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-form-grid.h"

static void
clear_line (gpointer data)
{
  GjGridLine *line = data;

  g_array_unref (line->slots);
}

GjGrid *
_gj_grid_new (GjTable *table,
              guint    table_index)
{
  GjGrid *self = g_new0 (GjGrid, 1);

  self->table = table;
  self->table_index = table_index;
  self->lines = g_array_new (FALSE, TRUE, sizeof (GjGridLine));
  g_array_set_clear_func (self->lines, clear_line);

  return self;
}

void
_gj_grid_free (GjGrid *self)
{
  g_array_unref (self->lines);
  g_free (self);
}

GjGridLine *
_gj_grid_get_line (GjGrid *self,
                   guint   index)
{
  return &g_array_index (self->lines, GjGridLine, index);
}

/* Returns: (transfer none): a new line at the end; valid until the next one is added */
GjGridLine *
_gj_grid_add_line (GjGrid *self)
{
  GjGridLine line = { .slots = g_array_new (FALSE, TRUE, sizeof (GjGridSlot)) };

  g_array_append_val (self->lines, line);
  return _gj_grid_get_line (self, self->lines->len - 1);
}
