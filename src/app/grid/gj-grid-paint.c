/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gj-grid-private.h"

/* Draws four panes, each clipped: heads, labels, the corner of both, and at last the
 * cells, whose frames overlap the lines around them by a pixel. */

typedef enum
{
  PANE_HEADS,
  PANE_LABELS,
  PANE_CORNER,
  PANE_BODY,
  N_PANES,
} GjPane;

#define RING 2

static GjPane
get_pane (GjGrid       *self,
          const GjSlot *slot)
{
  gboolean in_labels = self->columns[slot->position] < _gj_grid_get_fixed_width (self);
  gboolean in_heads = self->lines[slot->line] < _gj_grid_get_fixed_height (self);

  return in_labels ? (in_heads ? PANE_CORNER : PANE_LABELS) : (in_heads ? PANE_HEADS : PANE_BODY);
}

static graphene_rect_t
get_pane_bounds (GjGrid *self,
                 GjPane  pane)
{
  float width = gtk_widget_get_width (GTK_WIDGET (self));
  float height = gtk_widget_get_height (GTK_WIDGET (self));
  float fixed_width = _gj_grid_get_fixed_width (self) + 1;
  float fixed_height = _gj_grid_get_fixed_height (self) + 1;
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, width, height);

  /* The frames of cells overlap the lines beside them by a pixel. */
  if ((pane == PANE_BODY || pane == PANE_HEADS) && fixed_width > 1)
    bounds = GRAPHENE_RECT_INIT (fixed_width - 1, 0, MAX (width - fixed_width + 1, 0), height);

  if ((pane == PANE_BODY || pane == PANE_LABELS) && fixed_height > 1)
    {
      bounds.origin.y = fixed_height - 1;
      bounds.size.height = MAX (height - fixed_height + 1, 0);
    }

  return bounds;
}

static gboolean
is_in_view (GjGrid                *self,
            const GjSlot          *slot,
            const graphene_rect_t *bounds)
{
  GdkRectangle place;

  return _gj_grid_get_rectangle (self, slot, &place) &&
         place.x < bounds->origin.x + bounds->size.width && place.x + place.width > bounds->origin.x &&
         place.y < bounds->origin.y + bounds->size.height && place.y + place.height > bounds->origin.y;
}

/* Says once for a run of missing cells that the document has no such row. */

static void
paint_absent_run (GjGrid       *self,
                  GtkSnapshot  *snapshot,
                  const GjSlot *first,
                  const GjSlot *last)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), _("not in the document"));
  GdkRectangle start, end;
  int width, height, x, y;

  _gj_grid_get_rectangle (self, first, &start);
  _gj_grid_get_rectangle (self, last, &end);
  pango_layout_get_pixel_size (layout, &width, &height);

  if (width + 4 > end.x + end.width - start.x)
    return;

  if (width + 4 <= start.width)
    end = start;

  x = (start.x + end.x + end.width - width) / 2;
  y = start.y + (start.height - height) / 2;

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_snapshot_append_layout (snapshot, layout, &self->palette.colors[GJ_INK_TEXT]);
  gtk_snapshot_restore (snapshot);
}

static gboolean
is_absent (GjGrid       *self,
           const GjSlot *slot)
{
  return slot != NULL && slot->kind == GJ_SLOT_CELL &&
         (gj_grid_cell_get_marks (_gj_grid_get_cell (self, slot->cell)) & GJ_CELL_ABSENT) != 0;
}

static void
paint_absent (GjGrid      *self,
              GtkSnapshot *snapshot)
{
  const GjTableLayout *layout = gj_grid_model_get_layout (self->model);

  for (guint line = 0; line < layout->n_lines; line++)
    {
      const GjSlot *first = NULL;
      const GjSlot *last = NULL;

      for (guint position = 0; position <= layout->n_positions; position++)
        {
          const GjSlot *slot = gj_grid_model_get_slot (self->model, line, position);

          if (is_absent (self, slot))
            {
              first = first != NULL ? first : slot;
              last = slot;
            }
          else if (first != NULL)
            {
              paint_absent_run (self, snapshot, first, last);
              first = NULL;
            }
        }
    }
}

static void
paint_ring (GjGrid      *self,
            GtkSnapshot *snapshot)
{
  const GjSlot *slot = gj_grid_model_find_cell (self->model, self->active);
  GdkRGBA ink = self->palette.colors[GJ_INK_RING];
  GskRoundedRect outline;
  GdkRectangle place;

  if (self->editing != GJ_EDITING_NOT || slot == NULL || !_gj_grid_get_rectangle (self, slot, &place))
    return;

  /* Without the keyboard the ring is a reminder only. */
  if (!_gj_grid_has_keyboard (self))
    ink.alpha *= 0.5f;

  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT (place.x - RING, place.y - RING,
                                                                  place.width + 2 * RING - 1,
                                                                  place.height + 2 * RING - 1), RING);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]) { RING, RING, RING, RING },
                              (GdkRGBA[4]) { ink, ink, ink, ink });
}

static void
paint_pane (GjGrid      *self,
            GtkSnapshot *snapshot,
            GjPane       pane)
{
  graphene_rect_t bounds = get_pane_bounds (self, pane);

  gtk_snapshot_push_clip (snapshot, &bounds);

  for (guint i = 0; i < self->items->len; i++)
    {
      GjGridItem *item = g_ptr_array_index (self->items, i);
      const GjSlot *slot = gj_grid_item_get_slot (item);

      if (get_pane (self, slot) == pane && is_in_view (self, slot, &bounds))
        gtk_widget_snapshot_child (GTK_WIDGET (self), GTK_WIDGET (item), snapshot);
    }

  if (pane == PANE_BODY)
    paint_absent (self, snapshot);

  gtk_snapshot_pop (snapshot);
}

/* The ring and the editor lie over everything, but for cells that are scrolled away. */

static void
paint_active (GjGrid      *self,
              GtkSnapshot *snapshot)
{
  graphene_rect_t bounds = get_pane_bounds (self, PANE_BODY);

  graphene_rect_inset (&bounds, -RING, -RING);
  gtk_snapshot_push_clip (snapshot, &bounds);
  paint_ring (self, snapshot);

  if (self->editing != GJ_EDITING_NOT)
    gtk_widget_snapshot_child (GTK_WIDGET (self), self->editor, snapshot);

  gtk_snapshot_pop (snapshot);
}

static void
paint_edges (GjGrid      *self,
             GtkSnapshot *snapshot)
{
  const GjTableLayout *layout = gj_grid_model_get_layout (self->model);
  const GdkRGBA *line = &self->palette.colors[GJ_INK_LINE];
  int width = MIN (self->columns[layout->n_positions] + 1, gtk_widget_get_width (GTK_WIDGET (self)));
  int height = MIN (self->lines[layout->n_lines] + 1, gtk_widget_get_height (GTK_WIDGET (self)));
  int fixed_width = _gj_grid_get_fixed_width (self);
  int fixed_height = _gj_grid_get_fixed_height (self);

  gtk_snapshot_append_color (snapshot, line, &GRAPHENE_RECT_INIT (0, 0, width, 1));
  gtk_snapshot_append_color (snapshot, line, &GRAPHENE_RECT_INIT (0, 0, 1, height));

  /* A stronger line where cells have slid under the heads or labels. */
  if (self->vadjustment != NULL && gtk_adjustment_get_value (self->vadjustment) > 0 && fixed_height > 0)
    gtk_snapshot_append_color (snapshot, line, &GRAPHENE_RECT_INIT (0, fixed_height, width, 2));

  if (self->hadjustment != NULL && gtk_adjustment_get_value (self->hadjustment) > 0 && fixed_width > 0)
    gtk_snapshot_append_color (snapshot, line, &GRAPHENE_RECT_INIT (fixed_width, 0, 2, height));
}

static void
ensure_palette (GjGrid *self)
{
  if (self->has_palette)
    return;

  for (guint i = 0; i < GJ_N_INKS; i++)
    self->palette.colors[i] = *gj_grid_ink_get_color (GJ_GRID_INK (self->inks[i]));

  self->has_palette = TRUE;
}

void
_gj_grid_paint (GjGrid      *self,
                GtkSnapshot *snapshot)
{
  if (self->model == NULL || self->laid_out_width < 0)
    return;

  ensure_palette (self);

  for (GjPane pane = PANE_HEADS; pane < N_PANES; pane++)
    paint_pane (self, snapshot, pane);

  paint_edges (self, snapshot);
  paint_active (self, snapshot);
}

/* The style sheet gives other colours: everything is drawn again. */

void
_gj_grid_forget_palette (GjGrid *self)
{
  if (!self->has_palette)
    return;

  self->has_palette = FALSE;

  for (guint i = 0; i < self->items->len; i++)
    gtk_widget_queue_draw (g_ptr_array_index (self->items, i));

  gtk_widget_queue_draw (GTK_WIDGET (self));
}
