/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-code-private.h"
#include "gj-page-private.h"
#include "gj-paper.h"

static void
op_clear (gpointer data)
{
  GjOp *op = data;

  if (op->kind == GJ_OP_TEXT)
    {
      _gj_face_unref (op->text.face);
      g_free (op->text.string);
      g_free (op->text.glyphs);
      g_free (op->text.clusters);
    }
  else if (op->kind == GJ_OP_PICTURE)
    {
      g_clear_pointer (&op->plate.surface, cairo_surface_destroy);
      g_free (op->plate.title);
    }
  else if (op->kind == GJ_OP_CODE)
    {
      _gj_code_clear (&op->code);
    }
  else if (op->kind == GJ_OP_TAG_BEGIN)
    {
      g_free (op->tag.words);
    }
}

/* The page of an official document. */
const GjPageFormat _gj_page_format_document = {
  GJ_PAPER_WIDTH, GJ_PAPER_HEIGHT, GJ_PAPER_BINDING, GJ_PAPER_TOP, GJ_PAPER_TYPE_WIDTH, GJ_PAPER_TYPE_HEIGHT,
};

/* A4 across, for what stands side by side; the upper edge may be bound. */
const GjPageFormat _gj_page_format_landscape = {
  GJ_PAPER_HEIGHT, GJ_PAPER_WIDTH, 18 * GJ_PAPER_MM, 20 * GJ_PAPER_MM, 261 * GJ_PAPER_MM, 170 * GJ_PAPER_MM,
};

GjPage *
_gj_page_new_on (const GjPageFormat *format,
                 guint               number)
{
  GjPage *self = g_new0 (GjPage, 1);

  self->format = format;
  self->number = number;
  self->ops = g_array_new (FALSE, TRUE, sizeof (GjOp));
  g_array_set_clear_func (self->ops, op_clear);
  return self;
}

GjPage *
_gj_page_new (guint number)
{
  return _gj_page_new_on (&_gj_page_format_document, number);
}

static void
op_dup (GjOp *op)
{
  if (op->kind == GJ_OP_TEXT)
    {
      _gj_face_ref (op->text.face);
      op->text.string = g_strdup (op->text.string);
      op->text.glyphs = g_memdup2 (op->text.glyphs, op->text.n_glyphs * sizeof (cairo_glyph_t));
      op->text.clusters = g_memdup2 (op->text.clusters, op->text.n_clusters * sizeof (cairo_text_cluster_t));
    }
  else if (op->kind == GJ_OP_PICTURE)
    {
      cairo_surface_reference (op->plate.surface);
      op->plate.title = g_strdup (op->plate.title);
    }
  else if (op->kind == GJ_OP_CODE)
    {
      op->code.modules = g_memdup2 (op->code.modules, (gsize) op->code.n * op->code.n);
      op->code.text = g_strdup (op->code.text);
    }
  else if (op->kind == GJ_OP_TAG_BEGIN)
    {
      op->tag.words = g_strdup (op->tag.words);
    }
}

GjPage *
_gj_page_dup (const GjPage *self)
{
  GjPage *copy = _gj_page_new_on (self->format, self->number);

  copy->part = self->part;
  g_array_append_vals (copy->ops, self->ops->data, self->ops->len);
  for (guint i = 0; i < copy->ops->len; i++)
    op_dup (&g_array_index (copy->ops, GjOp, i));
  return copy;
}

void
_gj_page_free (GjPage *self)
{
  g_array_unref (self->ops);
  g_clear_pointer (&self->spots, g_array_unref);
  g_free (self);
}

/* Takes over what @run points to. */
void
_gj_page_add_text (GjPage          *self,
                   const GjTextRun *run)
{
  GjOp op = { .kind = GJ_OP_TEXT, .text = *run };

  g_array_append_val (self->ops, op);
}

void
_gj_page_add_rule (GjPage   *self,
                   double    x,
                   double    y,
                   double    length,
                   double    width,
                   gboolean  upright)
{
  GjOp op = { .kind = GJ_OP_LINE, .rule = { x, y, length, width, upright } };

  g_array_append_val (self->ops, op);
}

void
_gj_page_add_fill (GjPage       *self,
                   const GjFill *fill)
{
  GjOp op = { .kind = GJ_OP_FILL, .fill = *fill };

  g_array_append_val (self->ops, op);
}

/* Takes over what @plate points to. */
void
_gj_page_add_plate (GjPage        *self,
                    const GjPlate *plate)
{
  GjOp op = { .kind = GJ_OP_PICTURE, .plate = *plate };

  g_array_append_val (self->ops, op);
}

/* @tag is a static string. */
void
_gj_page_begin_tag (GjPage     *self,
                    const char *tag)
{
  GjOp op = { .kind = GJ_OP_TAG_BEGIN, .tag = { .name = tag } };

  g_array_append_val (self->ops, op);
}

/* @words: what is to be seen, for who does not see it */
void
_gj_page_begin_figure (GjPage     *self,
                       const char *words)
{
  GjOp op = { .kind = GJ_OP_TAG_BEGIN, .tag = { .name = "Figure", .words = g_strdup (words) } };

  g_array_append_val (self->ops, op);
}

/* A cell of a table, over so many of its rows and columns. */
void
_gj_page_begin_cell (GjPage     *self,
                     const char *tag,
                     guint       n_rows,
                     guint       n_columns)
{
  GjOp op = { .kind = GJ_OP_TAG_BEGIN, .tag = { .name = tag, .n_rows = n_rows, .n_columns = n_columns } };

  g_array_append_val (self->ops, op);
}

void
_gj_page_end_tag (GjPage     *self,
                  const char *tag)
{
  GjOp op = { .kind = GJ_OP_TAG_END, .tag = { .name = tag } };

  g_array_append_val (self->ops, op);
}

/* From here on the page is written on turned by a quarter, or upright again. Turned, the
   type area's corner stays where it is in the measures of what is written, but the top is
   at the left edge of the sheet: bound on an odd page, cut on an even one (GB/T 9704-2012,
   clause 8). */
void
_gj_page_turn (GjPage   *self,
               gboolean  turned)
{
  GjOp op = { .kind = GJ_OP_TURN, .turned = turned };

  g_array_append_val (self->ops, op);
  self->turned = turned;
}

void
_gj_page_add_spot (GjPage       *self,
                   const GjSpot *spot)
{
  if (self->spots == NULL)
    self->spots = g_array_new (FALSE, FALSE, sizeof (GjSpot));
  g_array_append_val (self->spots, *spot);
  g_array_index (self->spots, GjSpot, self->spots->len - 1).turned = self->turned;
}

/**
 * gj_page_get_width:
 *
 * Returns: the width of the sheet, in pt
 */
double
gj_page_get_width (const GjPage *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->format->width;
}

/**
 * gj_page_get_height:
 *
 * Returns: the height of the sheet, in pt
 */
double
gj_page_get_height (const GjPage *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->format->height;
}

/**
 * gj_page_get_number:
 *
 * Returns: the number that the page carries, 0 for the signing sheet, which has none
 */
guint
gj_page_get_number (const GjPage *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->number;
}

/**
 * gj_page_is_report:
 *
 * Returns: whether the page is one of the report, not the signing sheet before it nor the
 *          list of findings behind it
 */
gboolean
gj_page_is_report (const GjPage *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->part == GJ_PART_REPORT;
}
