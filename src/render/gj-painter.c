/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-code-private.h"
#include "gj-page-private.h"
#include "gj-paper.h"

/* The one painter: screen, printer and PDF show the same because they all come here. */

static void
paint_text (const GjTextRun *run,
            cairo_t         *cr)
{
  cairo_set_font_face (cr, run->face->cairo);
  cairo_set_font_size (cr, run->size);
  if (run->drawn)
    {
      cairo_new_path (cr);
      cairo_glyph_path (cr, run->glyphs, (int) run->n_glyphs);
      cairo_fill (cr);
      return;
    }
  cairo_show_text_glyphs (cr, run->string, -1, run->glyphs, run->n_glyphs,
                          run->clusters, run->n_clusters,
                          run->backward ? CAIRO_TEXT_CLUSTER_FLAG_BACKWARD : 0);
}

static void
paint_rule (const GjRule *rule,
            cairo_t      *cr)
{
  cairo_set_line_width (cr, rule->width);
  cairo_move_to (cr, rule->x, rule->y);
  cairo_rel_line_to (cr, rule->upright ? 0 : rule->length, rule->upright ? rule->length : 0);
  cairo_stroke (cr);
}

static void
paint_fill (const GjFill *fill,
            cairo_t      *cr)
{
  cairo_save (cr);
  cairo_set_source_rgb (cr, fill->grey, fill->grey, fill->grey);
  cairo_rectangle (cr, fill->x, fill->y, fill->width, fill->height);
  cairo_fill (cr);
  cairo_restore (cr);
}

static void
paint_plate (const GjPlate *plate,
             cairo_t       *cr)
{
  if (plate->surface == NULL)
    return;

  cairo_save (cr);
  cairo_translate (cr, plate->x, plate->y);
  cairo_scale (cr, plate->width / cairo_image_surface_get_width (plate->surface),
               plate->height / cairo_image_surface_get_height (plate->surface));
  cairo_set_source_surface (cr, plate->surface, 0, 0);
  cairo_paint (cr);
  cairo_restore (cr);
}

static void
turn (gboolean  turned,
      cairo_t  *cr)
{
  if (!turned)
    {
      cairo_restore (cr);
      return;
    }
  cairo_save (cr);
  cairo_translate (cr, GJ_PAPER_BINDING, GJ_PAPER_TOP + GJ_PAPER_TYPE_HEIGHT);
  cairo_rotate (cr, -G_PI_2);
  cairo_translate (cr, -GJ_PAPER_BINDING, -GJ_PAPER_TOP);
}

static void
paint_op (const GjOp *op,
          cairo_t    *cr)
{
  switch (op->kind)
    {
    case GJ_OP_TEXT:
      paint_text (&op->text, cr);
      break;
    case GJ_OP_LINE:
      paint_rule (&op->rule, cr);
      break;
    case GJ_OP_FILL:
      paint_fill (&op->fill, cr);
      break;
    case GJ_OP_PICTURE:
      paint_plate (&op->plate, cr);
      break;
    case GJ_OP_CODE:
      _gj_code_draw (&op->code, cr);
      break;
    case GJ_OP_TAG_BEGIN:
      cairo_tag_begin (cr, op->tag.name, NULL);
      break;
    case GJ_OP_TAG_END:
      cairo_tag_end (cr, op->tag.name);
      break;
    case GJ_OP_TURN:
      turn (op->turned, cr);
      break;
    }
}

/**
 * gj_page_draw:
 * @self: a page
 * @cr: where to; 1 unit is 1 pt, the origin is the sheet's top left corner
 *
 * Draws the page in black on what is there. Tags are written where the surface keeps
 * them (PDF) and do nothing elsewhere.
 */
void
gj_page_draw (const GjPage *self,
              cairo_t      *cr)
{
  cairo_font_options_t *options;

  g_return_if_fail (self != NULL);
  g_return_if_fail (cr != NULL);

  options = cairo_font_options_create ();
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);

  cairo_save (cr);
  cairo_set_font_options (cr, options);
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_SQUARE);
  for (guint i = 0; i < self->ops->len; i++)
    paint_op (&g_array_index (self->ops, GjOp, i), cr);
  cairo_restore (cr);
  cairo_font_options_destroy (options);
}
