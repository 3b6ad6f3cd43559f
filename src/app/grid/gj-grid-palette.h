/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * GjInk:
 *
 * What a colour of the table is for. Each is the text colour of a node "gjink" of the
 * class of the same name, so that all colours stand in the style sheets.
 */
typedef enum
{
  GJ_INK_PAPER,
  GJ_INK_LINE,
  GJ_INK_HEAD,
  GJ_INK_LABEL,
  GJ_INK_TOTAL,
  GJ_INK_TEXT,
  GJ_INK_PALE,
  GJ_INK_RELATED,
  GJ_INK_ERROR,
  GJ_INK_ERROR_PAPER,
  GJ_INK_WARNING,
  GJ_INK_WARNING_PAPER,
  GJ_INK_HINT,
  GJ_INK_RANGE,
  GJ_INK_RING,
  GJ_INK_HATCH,
  GJ_INK_COMMENT,
  GJ_INK_PROPOSED,
  GJ_N_INKS,
} GjInk;

#define GJ_TYPE_GRID_INK (gj_grid_ink_get_type ())

/* A node of the style sheet without a picture of its own: it lends its colour. Signal
 * "changed" when the style sheet gives it another one. */

G_DECLARE_FINAL_TYPE (GjGridInk, gj_grid_ink, GJ, GRID_INK, GtkWidget)

GtkWidget *    gj_grid_ink_new       (GjInk       ink);
const GdkRGBA *gj_grid_ink_get_color (GjGridInk  *self);

/**
 * GjGridPalette:
 * @colors: the colour of each use
 * @layouts: (element-type utf8 PangoLayout): unwrapped layouts of short texts. Most cells
 *           of a table hold the same few numbers; each is shaped once.
 *
 * What the items of one grid are drawn with. Belongs to the grid.
 */
typedef struct
{
  GdkRGBA     colors[GJ_N_INKS];
  GHashTable *layouts;
} GjGridPalette;

G_END_DECLS
