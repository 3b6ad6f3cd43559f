/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "gj-grid-cell.h"

/**
 * GjGridCell:
 *
 * Draws a cell with its marks. A change of marks only queues drawing: a style class for
 * each would cost three times as much. Owns the words that a screen reader says.
 */
struct _GjGridCell
{
  GjGridItem   parent_instance;

  char        *label;
  char        *problem;
  char        *comment;
  char        *proposed;
  char        *source;
  PangoLayout *proposal;
  PangoLayout *sign;
  GjCellMarks  sign_marks;
  GjCellMarks  marks;
};

G_DEFINE_FINAL_TYPE (GjGridCell, gj_grid_cell, GJ_TYPE_GRID_ITEM)

#define SIGN_MARKS (GJ_CELL_WRONG | GJ_CELL_DOUBTFUL | GJ_CELL_REMARKED)
#define SIGN_X 3
#define SIGN_Y 2
#define SIGN_SCALE 0.8f
#define HATCH_STEP 7.f
#define CORNER 9.f
#define DASH 3.f

static GjInk
get_paper (GjCellMarks marks)
{
  if (marks & GJ_CELL_WRONG)
    return GJ_INK_ERROR_PAPER;

  if (marks & GJ_CELL_DOUBTFUL)
    return GJ_INK_WARNING_PAPER;

  if (marks & GJ_CELL_RELATED)
    return GJ_INK_RELATED;

  return marks & GJ_CELL_TOTAL ? GJ_INK_TOTAL : GJ_INK_PAPER;
}

static GjInk
get_sign_ink (GjCellMarks marks)
{
  if (marks & GJ_CELL_WRONG)
    return GJ_INK_ERROR;

  return marks & GJ_CELL_DOUBTFUL ? GJ_INK_WARNING : GJ_INK_HINT;
}

/* Zeros are pale, but not where something is wrong with them. */

static GjInk
get_text_ink (GjGridCell *self)
{
  gboolean is_zero = strcmp (gj_grid_item_get_text (GJ_GRID_ITEM (self)), "0") == 0;

  return is_zero && (self->marks & (GJ_CELL_WRONG | GJ_CELL_DOUBTFUL)) == 0 ? GJ_INK_PALE : GJ_INK_TEXT;
}

static const char *
get_sign (GjCellMarks marks)
{
  if (marks & GJ_CELL_WRONG)
    return "✕";

  return marks & GJ_CELL_DOUBTFUL ? "!" : "·";
}

static PangoLayout *
ensure_sign (GjGridCell *self)
{
  if (self->sign == NULL || self->sign_marks != (self->marks & SIGN_MARKS))
    {
      g_clear_object (&self->sign);
      self->sign_marks = self->marks & SIGN_MARKS;
      self->sign = gj_grid_item_create_layout (GJ_GRID_ITEM (self), get_sign (self->marks));
    }

  return self->sign;
}

static void
paint_frame (GjGridCell  *self,
             GtkSnapshot *snapshot,
             int          width,
             int          height)
{
  const GdkRGBA *ink = gj_grid_item_get_ink (GJ_GRID_ITEM (self), get_sign_ink (self->marks));
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT (-1, -1, width + 1, height + 1), 0);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]) { 2, 2, 2, 2 },
                              (GdkRGBA[4]) { *ink, *ink, *ink, *ink });
}

static void
paint_sign (GjGridCell  *self,
            GtkSnapshot *snapshot)
{
  const GdkRGBA *ink = gj_grid_item_get_ink (GJ_GRID_ITEM (self), get_sign_ink (self->marks));

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (SIGN_X, SIGN_Y));
  gtk_snapshot_scale (snapshot, SIGN_SCALE, SIGN_SCALE);
  gtk_snapshot_append_layout (snapshot, ensure_sign (self), ink);
  gtk_snapshot_restore (snapshot);
}

static void
paint_hatch (GjGridCell  *self,
             GtkSnapshot *snapshot,
             int          width,
             int          height)
{
  const GdkRGBA *ink = gj_grid_item_get_ink (GJ_GRID_ITEM (self), GJ_INK_HATCH);
  GdkRGBA none = *ink;
  GskColorStop stops[4];

  none.alpha = 0;
  stops[0] = (GskColorStop) { 0.f, *ink };
  stops[1] = (GskColorStop) { 0.15f, *ink };
  stops[2] = (GskColorStop) { 0.15f, none };
  stops[3] = (GskColorStop) { 1.f, none };

  gtk_snapshot_append_repeating_linear_gradient (snapshot,
                                                 &GRAPHENE_RECT_INIT (0, 0, width - 1, height - 1),
                                                 &GRAPHENE_POINT_INIT (0, 0),
                                                 &GRAPHENE_POINT_INIT (HATCH_STEP / 1.4f, HATCH_STEP / 1.4f),
                                                 stops, G_N_ELEMENTS (stops));
}

/* A folded corner opposite to the signs of findings: told by place and form. */

static void
paint_corner (GjGridCell  *self,
              GtkSnapshot *snapshot,
              int          width)
{
  const GdkRGBA *ink = gj_grid_item_get_ink (GJ_GRID_ITEM (self), GJ_INK_COMMENT);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (width - 1 - CORNER, 0, CORNER, CORNER);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);

  gdk_cairo_set_source_rgba (cr, ink);
  cairo_move_to (cr, width - 1 - CORNER, 0);
  cairo_line_to (cr, width - 1, 0);
  cairo_line_to (cr, width - 1, CORNER);
  cairo_close_path (cr);
  cairo_fill (cr);
  cairo_destroy (cr);
}

static PangoLayout *
ensure_proposal (GjGridCell *self)
{
  g_autoptr (PangoAttrList) attributes = NULL;

  if (self->proposal != NULL)
    return self->proposal;

  attributes = pango_attr_list_new ();
  pango_attr_list_insert (attributes, pango_attr_style_new (PANGO_STYLE_ITALIC));
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  self->proposal = gj_grid_item_create_layout (GJ_GRID_ITEM (self), self->proposed);
  pango_layout_set_attributes (self->proposal, attributes);
  pango_layout_set_ellipsize (self->proposal, PANGO_ELLIPSIZE_END);

  return self->proposal;
}

/* A number that nobody has taken over: leaning, in an ink of its own and over a broken
 * line, as what is to be filled in stands on a printed form. */

static void
paint_proposal (GjGridCell  *self,
                GtkSnapshot *snapshot,
                int          width,
                int          height)
{
  const GdkRGBA *ink = gj_grid_item_get_ink (GJ_GRID_ITEM (self), GJ_INK_PROPOSED);
  PangoLayout *layout = ensure_proposal (self);
  int room = MAX (width - 2 * GJ_GRID_PADDING_X, 1);
  int text_width, text_height;
  float x, y;

  pango_layout_set_width (layout, -1);
  pango_layout_get_pixel_size (layout, &text_width, &text_height);
  if (text_width > room)
    pango_layout_set_width (layout, room * PANGO_SCALE);

  text_width = MIN (text_width, room);
  x = width - GJ_GRID_PADDING_X - text_width;
  y = (height - text_height) / 2;

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_snapshot_append_layout (snapshot, layout, ink);
  for (float dash = -DASH; dash < text_width + DASH; dash += 2 * DASH)
    gtk_snapshot_append_color (snapshot, ink, &GRAPHENE_RECT_INIT (dash, text_height - 1, DASH, 1));
  gtk_snapshot_restore (snapshot);
}

static void
gj_grid_cell_paint (GjGridItem  *item,
                    GtkSnapshot *snapshot,
                    int          width,
                    int          height)
{
  GjGridCell *self = GJ_GRID_CELL (item);

  gj_grid_item_paint_paper (item, snapshot, width, height, get_paper (self->marks));

  if (self->marks & GJ_CELL_SELECTED)
    gtk_snapshot_append_color (snapshot, gj_grid_item_get_ink (item, GJ_INK_RANGE),
                               &GRAPHENE_RECT_INIT (0, 0, width - 1, height - 1));

  if (self->marks & GJ_CELL_ABSENT)
    paint_hatch (self, snapshot, width, height);
  else if (self->proposed != NULL && *gj_grid_item_get_text (item) == '\0')
    paint_proposal (self, snapshot, width, height);
  else
    gj_grid_item_paint_text (item, snapshot, width, height, get_text_ink (self));

  if (self->marks & (GJ_CELL_WRONG | GJ_CELL_DOUBTFUL))
    paint_frame (self, snapshot, width, height);

  if (self->marks & SIGN_MARKS)
    paint_sign (self, snapshot);

  if (self->marks & GJ_CELL_COMMENTED)
    paint_corner (self, snapshot, width);
}

static void
gj_grid_cell_finalize (GObject *object)
{
  GjGridCell *self = GJ_GRID_CELL (object);

  g_clear_object (&self->sign);
  g_clear_object (&self->proposal);
  g_free (self->proposed);
  g_free (self->source);
  g_free (self->label);
  g_free (self->problem);
  g_free (self->comment);

  G_OBJECT_CLASS (gj_grid_cell_parent_class)->finalize (object);
}

static void
gj_grid_cell_class_init (GjGridCellClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = gj_grid_cell_finalize;
  GJ_GRID_ITEM_CLASS (klass)->paint = gj_grid_cell_paint;

  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "gjgridcell");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GRID_CELL);
}

static void
gj_grid_cell_init (GjGridCell *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gj_grid_item_set_align (GJ_GRID_ITEM (self), 1.f);
}

GjCellMarks
gj_grid_cell_get_marks (GjGridCell *self)
{
  g_return_val_if_fail (GJ_IS_GRID_CELL (self), 0);

  return self->marks;
}

/* Sets those of the marks that are in the mask; returns whether one changed. */

gboolean
gj_grid_cell_set_marks (GjGridCell  *self,
                        GjCellMarks  mask,
                        GjCellMarks  marks)
{
  GjCellMarks old = self->marks;

  g_return_val_if_fail (GJ_IS_GRID_CELL (self), FALSE);

  self->marks = (old & ~mask) | (marks & mask);

  if (self->marks == old)
    return FALSE;

  gj_grid_item_set_align (GJ_GRID_ITEM (self), self->marks & GJ_CELL_WORDS ? 0.f : 1.f);

  if ((self->marks ^ old) & GJ_CELL_SELECTED)
    gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED,
                                 (self->marks & GJ_CELL_SELECTED) != 0, -1);

  if ((self->marks ^ old) & GJ_CELL_WRONG)
    gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_INVALID,
                                 self->marks & GJ_CELL_WRONG ? GTK_ACCESSIBLE_INVALID_TRUE
                                                             : GTK_ACCESSIBLE_INVALID_FALSE, -1);

  gtk_widget_queue_draw (GTK_WIDGET (self));

  return TRUE;
}

const char *
gj_grid_cell_get_label (GjGridCell *self)
{
  g_return_val_if_fail (GJ_IS_GRID_CELL (self), NULL);

  return self->label;
}

/* What a screen reader says: row, column, value and what is wrong. */

void
gj_grid_cell_set_label (GjGridCell *self,
                        const char *label)
{
  g_return_if_fail (GJ_IS_GRID_CELL (self));

  if (g_strcmp0 (self->label, label) == 0)
    return;

  g_free (self->label);
  self->label = g_strdup (label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

const char *
gj_grid_cell_get_problem (GjGridCell *self)
{
  g_return_val_if_fail (GJ_IS_GRID_CELL (self), NULL);

  return self->problem;
}

/* What is wrong with the cell, and what is proposed for it. */

static void
update_description (GjGridCell *self)
{
  g_autofree char *both = NULL;

  if (self->problem != NULL && self->source != NULL)
    both = g_strdup_printf ("%s\n%s", self->source, self->problem);

  if (self->problem != NULL || self->source != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    both != NULL ? both : self->source != NULL ? self->source : self->problem, -1);
  else
    gtk_accessible_reset_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

/* What is wrong with the cell, alone. */

void
gj_grid_cell_set_problem (GjGridCell *self,
                          const char *problem)
{
  g_return_if_fail (GJ_IS_GRID_CELL (self));

  if (g_strcmp0 (self->problem, problem) == 0)
    return;

  g_free (self->problem);
  self->problem = g_strdup (problem);
  update_description (self);
}

const char *
gj_grid_cell_get_comment (GjGridCell *self)
{
  g_return_val_if_fail (GJ_IS_GRID_CELL (self), NULL);

  return self->comment;
}

/* What the open comments on the cell say. */

void
gj_grid_cell_set_comment (GjGridCell *self,
                          const char *comment)
{
  g_return_if_fail (GJ_IS_GRID_CELL (self));

  if (g_strcmp0 (self->comment, comment) == 0)
    return;

  g_free (self->comment);
  self->comment = g_strdup (comment);
}

/* The number that follows from last year's report, as it is shown in a blank cell. */

const char *
gj_grid_cell_get_proposed (GjGridCell *self)
{
  g_return_val_if_fail (GJ_IS_GRID_CELL (self), NULL);

  return self->proposed;
}

/* Where that number comes from, in words. */

const char *
gj_grid_cell_get_source (GjGridCell *self)
{
  g_return_val_if_fail (GJ_IS_GRID_CELL (self), NULL);

  return self->source;
}

/* It is never the text of the cell: what is copied, edited or measured is what the report
 * holds. */

void
gj_grid_cell_set_proposed (GjGridCell *self,
                           const char *number,
                           const char *source)
{
  g_return_if_fail (GJ_IS_GRID_CELL (self));
  g_return_if_fail ((number == NULL) == (source == NULL));

  if (g_strcmp0 (self->proposed, number) == 0 && g_strcmp0 (self->source, source) == 0)
    return;

  g_free (self->proposed);
  g_free (self->source);
  self->proposed = g_strdup (number);
  self->source = g_strdup (source);
  g_clear_object (&self->proposal);
  update_description (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
