/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "gj-grid-item.h"
#include "gj-line-fit.h"

/**
 * GjGridItem:
 *
 * Owns the text of one slot and the layout it is drawn with, which is kept until text or
 * font change. Never decides its own size: the columns and lines of the grid do.
 */
typedef struct
{
  const GjSlot        *slot;
  const GjGridPalette *palette;
  char                *text;
  PangoLayout         *layout;
  int                  natural_width;
  GjGridFlow           flow;
  float                align;
  gboolean             balanced;
  gboolean             is_shared;
  int                  wrapped_width;
} GjGridItemPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (GjGridItem, gj_grid_item, GTK_TYPE_WIDGET)

/* Texts of up to this many bytes have one layout for all items that say the same. */

#define SHARED_BYTES 6

#define get_private(self) \
  ((GjGridItemPrivate *) gj_grid_item_get_instance_private (self))

static void
forget_layout (GjGridItemPrivate *priv)
{
  g_clear_object (&priv->layout);
  priv->natural_width = -1;
}

/* Figures of equal width keep the columns of numbers straight. */

static PangoAttrList *
get_figures (void)
{
  static PangoAttrList *figures;

  if (figures == NULL)
    {
      figures = pango_attr_list_new ();
      pango_attr_list_insert (figures, pango_attr_font_features_new ("tnum=1"));
    }

  return figures;
}

static PangoAlignment
get_alignment (GjGridItemPrivate *priv)
{
  if (priv->flow == GJ_GRID_FLOW_STACKED)
    return PANGO_ALIGN_CENTER;

  return priv->align < 0.25f ? PANGO_ALIGN_LEFT : priv->align > 0.75f ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_CENTER;
}

static PangoLayout *
create_layout (GjGridItem *self)
{
  PangoLayout *layout = gj_grid_item_create_layout (self, get_private (self)->text);

  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_attributes (layout, get_figures ());
  pango_layout_set_alignment (layout, get_alignment (get_private (self)));

  return layout;
}

static PangoLayout *
dup_shared_layout (GjGridItem *self)
{
  GjGridItemPrivate *priv = get_private (self);
  PangoLayout *layout = g_hash_table_lookup (priv->palette->layouts, priv->text);

  if (layout == NULL)
    {
      layout = create_layout (self);
      g_hash_table_insert (priv->palette->layouts, g_strdup (priv->text), layout);
    }

  return g_object_ref (layout);
}

static PangoLayout *
ensure_layout (GjGridItem *self)
{
  GjGridItemPrivate *priv = get_private (self);

  if (priv->layout != NULL)
    return priv->layout;

  priv->wrapped_width = -1;
  priv->is_shared = strlen (priv->text) <= SHARED_BYTES && priv->palette != NULL;
  priv->layout = priv->is_shared ? dup_shared_layout (self) : create_layout (self);

  return priv->layout;
}

/* Before a layout is wrapped or aligned it must be the item's own. */

static PangoLayout *
ensure_own_layout (GjGridItem *self)
{
  GjGridItemPrivate *priv = get_private (self);

  if (priv->layout == NULL || priv->is_shared)
    {
      g_clear_object (&priv->layout);
      priv->wrapped_width = -1;
      priv->is_shared = FALSE;
      priv->layout = create_layout (self);
    }

  return priv->layout;
}

/* A text that has to be wrapped is first set in one line: what it needs is known then,
 * and its lines can be made about equally long. */

static void
set_width (GjGridItem *self,
           int         width)
{
  GjGridItemPrivate *priv = get_private (self);
  int wanted = width < 0 ? -1 : MAX (width - 2 * GJ_GRID_PADDING_X, 1) * PANGO_SCALE;
  PangoLayout *layout = ensure_layout (self);
  int balanced = wanted;

  if (priv->wrapped_width == wanted)
    return;

  layout = ensure_own_layout (self);
  priv->wrapped_width = wanted;

  if (priv->balanced && wanted > 0)
    {
      pango_layout_set_width (layout, -1);
      balanced = gj_line_fit_balance (layout, wanted);
    }

  pango_layout_set_width (layout, balanced);
}

static void
gj_grid_item_snapshot (GtkWidget   *widget,
                       GtkSnapshot *snapshot)
{
  GjGridItem *self = GJ_GRID_ITEM (widget);

  GJ_GRID_ITEM_GET_CLASS (self)->paint (self, snapshot,
                                        gtk_widget_get_width (widget),
                                        gtk_widget_get_height (widget));
}

static void
gj_grid_item_measure (GtkWidget      *widget,
                      GtkOrientation  orientation,
                      int             for_size,
                      int            *minimum,
                      int            *natural,
                      int            *minimum_baseline,
                      int            *natural_baseline)
{
  *minimum = 0;
  *natural = 0;
}

static void
gj_grid_item_finalize (GObject *object)
{
  GjGridItemPrivate *priv = get_private (GJ_GRID_ITEM (object));

  g_clear_object (&priv->layout);
  g_free (priv->text);

  G_OBJECT_CLASS (gj_grid_item_parent_class)->finalize (object);
}

static void
gj_grid_item_class_init (GjGridItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = gj_grid_item_finalize;
  widget_class->snapshot = gj_grid_item_snapshot;
  widget_class->measure = gj_grid_item_measure;
}

static void
gj_grid_item_init (GjGridItem *self)
{
  GjGridItemPrivate *priv = get_private (self);

  priv->text = g_strdup ("");
  priv->natural_width = -1;
}

void
gj_grid_item_set_slot (GjGridItem          *self,
                       const GjSlot        *slot,
                       const GjGridPalette *palette)
{
  GjGridItemPrivate *priv = get_private (self);

  g_return_if_fail (GJ_IS_GRID_ITEM (self));

  priv->slot = slot;
  priv->palette = palette;
}

const GjSlot *
gj_grid_item_get_slot (GjGridItem *self)
{
  g_return_val_if_fail (GJ_IS_GRID_ITEM (self), NULL);

  return get_private (self)->slot;
}

const GdkRGBA *
gj_grid_item_get_ink (GjGridItem *self,
                      GjInk       ink)
{
  g_return_val_if_fail (ink < GJ_N_INKS, NULL);

  return &get_private (self)->palette->colors[ink];
}

/* Returns whether the text differs from the one before. */

gboolean
gj_grid_item_set_text (GjGridItem *self,
                       const char *text)
{
  GjGridItemPrivate *priv = get_private (self);

  g_return_val_if_fail (GJ_IS_GRID_ITEM (self), FALSE);

  if (strcmp (priv->text, text) == 0)
    return FALSE;

  g_free (priv->text);
  priv->text = g_strdup (text);
  forget_layout (priv);
  gtk_widget_queue_draw (GTK_WIDGET (self));

  return TRUE;
}

const char *
gj_grid_item_get_text (GjGridItem *self)
{
  g_return_val_if_fail (GJ_IS_GRID_ITEM (self), NULL);

  return get_private (self)->text;
}

/* All items of a grid share its font: a context for each would take longer to make than
 * everything else about an item. */

PangoLayout *
gj_grid_item_create_layout (GjGridItem *self,
                            const char *text)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));

  g_return_val_if_fail (GJ_IS_GRID_ITEM (self), NULL);

  return gtk_widget_create_pango_layout (parent != NULL ? parent : GTK_WIDGET (self), text);
}

/* The grid's font is another one now. */

void
gj_grid_item_forget_font (GjGridItem *self)
{
  g_return_if_fail (GJ_IS_GRID_ITEM (self));

  forget_layout (get_private (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

GjGridFlow
gj_grid_item_get_flow (GjGridItem *self)
{
  g_return_val_if_fail (GJ_IS_GRID_ITEM (self), GJ_GRID_FLOW_LINES);

  return get_private (self)->flow;
}

void
gj_grid_item_set_flow (GjGridItem *self,
                       GjGridFlow  flow)
{
  g_return_if_fail (GJ_IS_GRID_ITEM (self));

  get_private (self)->flow = flow;
}

/* Where between left (0) and right (1) the text stands. A text set one character under the
 * other stands in the middle. */

void
gj_grid_item_set_align (GjGridItem *self,
                        float       align)
{
  GjGridItemPrivate *priv = get_private (self);

  g_return_if_fail (GJ_IS_GRID_ITEM (self));

  if (priv->align == align)
    return;

  priv->align = align;
  if (priv->layout != NULL && !priv->is_shared)
    pango_layout_set_alignment (priv->layout, get_alignment (priv));
}

/* Whether the lines of a wrapped text are made about equally long. */

void
gj_grid_item_set_balanced (GjGridItem *self,
                           gboolean    balanced)
{
  g_return_if_fail (GJ_IS_GRID_ITEM (self));

  get_private (self)->balanced = balanced;
}

/* How many letters the longest word has that should not be broken: Chinese may be
 * broken anywhere. */

guint
gj_grid_item_count_longest_word (GjGridItem *self)
{
  guint longest = 0;
  guint n_letters = 0;

  g_return_val_if_fail (GJ_IS_GRID_ITEM (self), 0);

  for (const char *p = get_private (self)->text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      n_letters = c < 0x2E80 && !g_unichar_isspace (c) ? n_letters + 1 : 0;
      longest = MAX (longest, n_letters);
    }

  return longest;
}

/* The width at which the text needs no wrapping, padding included. */

int
gj_grid_item_get_natural_width (GjGridItem *self)
{
  GjGridItemPrivate *priv = get_private (self);
  int width, height;

  if (priv->natural_width >= 0)
    return priv->natural_width;

  set_width (self, -1);
  pango_layout_get_pixel_size (ensure_layout (self), &width, &height);
  priv->natural_width = priv->flow == GJ_GRID_FLOW_ROTATED ? height + 2 * GJ_GRID_PADDING_Y
                                      : width + 2 * GJ_GRID_PADDING_X;

  return priv->natural_width;
}

int
gj_grid_item_get_height (GjGridItem *self,
                         int         width)
{
  GjGridItemPrivate *priv = get_private (self);
  int text_width, text_height;

  set_width (self, priv->flow != GJ_GRID_FLOW_ROTATED && gj_grid_item_get_natural_width (self) > width ? width : -1);
  pango_layout_get_pixel_size (ensure_layout (self), &text_width, &text_height);

  if (priv->flow == GJ_GRID_FLOW_ROTATED)
    return text_width + 2 * GJ_GRID_PADDING_X;

  return text_height + 2 * GJ_GRID_PADDING_Y;
}

/* Every slot draws the line at its right and the one below; the grid those around. */

void
gj_grid_item_paint_paper (GjGridItem  *self,
                          GtkSnapshot *snapshot,
                          int          width,
                          int          height,
                          GjInk        ink)
{
  const GdkRGBA *line = gj_grid_item_get_ink (self, GJ_INK_LINE);

  gtk_snapshot_append_color (snapshot, gj_grid_item_get_ink (self, ink),
                             &GRAPHENE_RECT_INIT (0, 0, width - 1, height - 1));
  gtk_snapshot_append_color (snapshot, line, &GRAPHENE_RECT_INIT (width - 1, 0, 1, height));
  gtk_snapshot_append_color (snapshot, line, &GRAPHENE_RECT_INIT (0, height - 1, width - 1, 1));
}

static void
paint_rotated (GjGridItem    *self,
               GtkSnapshot   *snapshot,
               int            width,
               int            height,
               const GdkRGBA *color)
{
  int text_width, text_height;

  set_width (self, -1);
  pango_layout_get_pixel_size (ensure_layout (self), &text_width, &text_height);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((width - text_height) / 2,
                                                          (height + text_width) / 2));
  gtk_snapshot_rotate (snapshot, -90);
  gtk_snapshot_append_layout (snapshot, ensure_layout (self), color);
  gtk_snapshot_restore (snapshot);
}

void
gj_grid_item_paint_text (GjGridItem  *self,
                         GtkSnapshot *snapshot,
                         int          width,
                         int          height,
                         GjInk        ink)
{
  GjGridItemPrivate *priv = get_private (self);
  const GdkRGBA *color = gj_grid_item_get_ink (self, ink);
  PangoLayout *layout;
  PangoRectangle extents;
  float align;
  int x, y;

  if (*priv->text == '\0')
    return;

  if (priv->flow == GJ_GRID_FLOW_ROTATED)
    {
      paint_rotated (self, snapshot, width, height, color);
      return;
    }

  set_width (self, gj_grid_item_get_natural_width (self) > width ? width : -1);

  align = priv->flow == GJ_GRID_FLOW_STACKED ? 0.5f : priv->align;
  layout = ensure_layout (self);
  pango_layout_get_pixel_extents (layout, NULL, &extents);

  x = GJ_GRID_PADDING_X + (int) ((width - 2 * GJ_GRID_PADDING_X - extents.width) * align) - extents.x;
  y = (height - extents.height) / 2;

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}
