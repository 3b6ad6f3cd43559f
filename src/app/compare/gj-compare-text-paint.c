/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-compare-text-private.h"

#define BAR_WIDTH 3
#define BAR_INDENT 9
#define HEAD_DOWN 8
#define STATE_GAP 20

/* Over the two texts, at the lines that are seen: what each paragraph is, a bar beside
 * what differs, a tint over where one stands. */

typedef struct
{
  PangoLayout *place;
  PangoLayout *state;
  GjMarkKind   kind;
} Head;

static void
head_free (gpointer data)
{
  Head *head = data;

  if (head == NULL)
    return;

  g_clear_object (&head->place);
  g_clear_object (&head->state);
  g_free (head);
}

void
_gj_compare_text_forget_heads (GjCompareText *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->halves); i++)
    {
      g_clear_pointer (&self->halves[i].heads, g_ptr_array_unref);
      self->halves[i].heads = g_ptr_array_new_with_free_func (head_free);
      g_ptr_array_set_size (self->halves[i].heads, self->halves[i].rows->len);
    }
}

static const GdkRGBA *
get_tint (GjCompareText *self,
          guint          tint)
{
  return gj_grid_ink_get_color (GJ_GRID_INK (self->tints[tint]));
}

static PangoLayout *
create_layout (GjCompareText *self,
               const char    *text,
               gboolean       is_bold)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (0.85));
  if (is_bold)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attributes);

  return layout;
}

static guint
get_number (GArray *numbers,
            guint   line)
{
  return line < numbers->len ? g_array_index (numbers, guint, line) : GJ_NONE;
}

/* Made when it is first seen. */
static const Head *
get_head (GjCompareText *self,
          gboolean       is_new,
          guint          line)
{
  GjTextHalf *half = &self->halves[is_new];
  guint paragraph = get_number (half->paragraphs, line);
  guint number = get_number (half->rows, line);
  const GjTextRow *row;
  g_autofree char *place = NULL;
  g_autofree char *state = NULL;
  Head *head;

  if (paragraph == GJ_NONE || number == GJ_NONE || line >= half->heads->len)
    return NULL;
  if (half->heads->pdata[line] != NULL)
    return half->heads->pdata[line];

  row = &g_array_index (self->rows, GjTextRow, number);
  head = g_new0 (Head, 1);
  place = _gj_compare_text_dup_place (self, is_new, paragraph);
  head->place = create_layout (self, place, FALSE);
  pango_layout_set_ellipsize (head->place, PANGO_ELLIPSIZE_MIDDLE);
  if (paragraph == (is_new ? row->new_first : row->old_first))
    state = _gj_compare_text_dup_state (self, row, is_new, &head->kind);
  if (state != NULL)
    head->state = create_layout (self, state, head->kind != GJ_MARK_QUIET);
  half->heads->pdata[line] = head;

  return head;
}

static void
paint_layout (GtkSnapshot   *snapshot,
              PangoLayout   *layout,
              const GdkRGBA *color,
              int            x,
              int            y)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}

/* The words of the state have their room first; the place is shortened. */
static void
paint_head (GjCompareText *self,
            GtkSnapshot   *snapshot,
            const Head    *head,
            int            x,
            int            y,
            int            width)
{
  int state_width = 0;
  int place_width;

  if (head->state != NULL)
    pango_layout_get_pixel_size (head->state, &state_width, NULL);
  pango_layout_set_width (head->place, -1);
  pango_layout_get_pixel_size (head->place, &place_width, NULL);
  place_width = CLAMP (place_width, 0, MAX (width - state_width - STATE_GAP, 40));
  pango_layout_set_width (head->place, place_width * PANGO_SCALE);

  paint_layout (snapshot, head->place, get_tint (self, GJ_TINT_MARK + GJ_MARK_QUIET), x, y);
  if (head->state != NULL)
    paint_layout (snapshot, head->state, get_tint (self, GJ_TINT_MARK + head->kind),
                  x + place_width + STATE_GAP, y);
}

static void
paint_bar (GjCompareText         *self,
           GtkSnapshot           *snapshot,
           const GjTextRow       *row,
           const graphene_rect_t *box)
{
  guint tint = GJ_TINT_MARK;

  if (row->is_moved)
    tint += GJ_MARK_MOVED;
  else if (row->kind == GJ_PASSAGE_REMOVED)
    tint += GJ_MARK_REMOVED;
  else if (row->kind == GJ_PASSAGE_ADDED)
    tint += GJ_MARK_ADDED;
  else
    tint += GJ_MARK_NUMBER;

  gtk_snapshot_append_color (snapshot, get_tint (self, tint),
                             &GRAPHENE_RECT_INIT (box->origin.x + BAR_INDENT, box->origin.y + 6,
                                                  BAR_WIDTH, MAX (box->size.height - 12, 4)));
}

static void
paint_line (GjCompareText         *self,
            GtkSnapshot           *snapshot,
            gboolean               is_new,
            guint                  line,
            const graphene_rect_t *box)
{
  GjTextHalf *half = &self->halves[is_new];
  GtkTextView *view = gj_compare_side_get_view (half->side);
  const Head *head = get_head (self, is_new, line);
  guint number = get_number (half->rows, line);
  int margin = gtk_text_view_get_left_margin (view);

  if (number == GJ_NONE)
    return;

  if (number == self->current)
    gtk_snapshot_append_color (snapshot, get_tint (self, GJ_TINT_CURRENT), box);
  if (gj_text_row_is_change (&g_array_index (self->rows, GjTextRow, number),
                             gj_compare_get_numbers_only (self->compare)))
    paint_bar (self, snapshot, &g_array_index (self->rows, GjTextRow, number), box);
  if (head != NULL)
    paint_head (self, snapshot, head, box->origin.x + margin, box->origin.y + HEAD_DOWN,
                box->size.width - 2 * margin);
}

static void
paint_half (GjCompareText *self,
            GtkSnapshot   *snapshot,
            gboolean       is_new)
{
  GjCompareSide *side = self->halves[is_new].side;
  GArray *tails = self->halves[is_new].tails;
  GtkTextView *view = gj_compare_side_get_view (side);
  GdkRectangle seen;
  graphene_rect_t frame;
  GtkTextIter iter;
  int y;
  int height;

  if (!gtk_widget_compute_bounds (GTK_WIDGET (view), GTK_WIDGET (self), &frame))
    return;

  gtk_snapshot_push_clip (snapshot, &frame);
  gtk_text_view_get_visible_rect (view, &seen);
  gtk_text_view_get_line_at_y (view, &iter, seen.y, NULL);
  do
    {
      guint line = gtk_text_iter_get_line (&iter);

      int tail = line < tails->len ? g_array_index (tails, int, line) : 0;

      gtk_text_view_get_line_yrange (view, &iter, &y, &height);
      if (!gj_compare_side_is_hidden (side, line))
        paint_line (self, snapshot, is_new, line,
                    &GRAPHENE_RECT_INIT (frame.origin.x, frame.origin.y + y - seen.y,
                                         frame.size.width, MAX (height - tail, 0)));
    }
  while (y + height < seen.y + seen.height && gtk_text_iter_forward_line (&iter));
  gtk_snapshot_pop (snapshot);
}

void
_gj_compare_text_paint (GjCompareText *self,
                        GtkSnapshot   *snapshot)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));

  paint_half (self, snapshot, FALSE);
  paint_half (self, snapshot, TRUE);
  gtk_snapshot_append_color (snapshot, get_tint (self, GJ_TINT_LINE),
                             &GRAPHENE_RECT_INIT (width / 2, 0, 1, height));
}
