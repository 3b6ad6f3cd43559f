/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-box-private.h"

GjBox *
_gj_box_new (GjBoxKind kind)
{
  GjBox *self = g_new0 (GjBox, 1);

  self->kind = kind;
  self->place = GJ_PLACE_NONE;
  return self;
}

/* Empty lines; none at the top of a page. */
GjBox *
_gj_box_new_gap (guint n_lines)
{
  GjBox *self = _gj_box_new (GJ_BOX_GAP);

  self->n_lines = n_lines;
  return self;
}

void
_gj_box_free (GjBox *self)
{
  g_clear_pointer (&self->text, _gj_text_free);
  g_clear_pointer (&self->lines, g_array_unref);
  g_clear_pointer (&self->offsets, g_array_unref);
  g_clear_pointer (&self->table, _gj_table_sets_free);
  g_clear_pointer (&self->plate.surface, cairo_surface_destroy);
  g_free (self->plate.title);
  g_free (self->outline);
  g_free (self);
}
