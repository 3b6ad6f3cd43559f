/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-match-private.h"

/* The shapes of rows. A row that leaves blanks among its values has them where complete
 * rows of the same shape have theirs. */

/* In which fields a row has its values, bit by bit; complete when none of them is blank. */
typedef struct
{
  guint    table;
  guint    own;
  guint    n_fields;
  guint    n_cells;
  guint64  places;
  gboolean complete;
} Shape;

/* The first field of a row that may be a value: behind its label. */

guint
_gj_match_get_first_value (GjMatch *match,
                           guint    row_index)
{
  const GjMatchRow *row = gj_match_row (match, row_index);
  guint own = match->alignment->owns[row_index];

  if (own != GJ_NONE)
    return own + 1;
  for (guint i = 0; i < row->n_prefix; i++)
    if (!_gj_text_is_blank (row->fields[i]))
      return row->n_prefix;

  return 0;
}

static guint64
get_places (const GjMatchRow *row,
            guint             start)
{
  guint64 places = 0;

  for (guint i = start; i < MIN (row->n_fields, GJ_MATCH_MAX_PLACES); i++)
    if (!_gj_text_is_blank (row->fields[i]))
      places |= G_GUINT64_CONSTANT (1) << i;

  return places;
}

/* A row that has blanks only between its values shows where they begin and end. */
static void
close_gaps (Shape *shape)
{
  guint first = GJ_MATCH_MAX_PLACES;
  guint last = 0;
  guint n = 0;

  for (guint i = 0; i < GJ_MATCH_MAX_PLACES; i++)
    if ((shape->places >> i & 1) != 0)
      {
        first = MIN (first, i);
        last = i;
        n++;
      }
  shape->complete = n == shape->n_cells;
  if (!shape->complete && last - first + 1 == shape->n_cells)
    for (guint i = first; i <= last; i++)
      shape->places |= G_GUINT64_CONSTANT (1) << i;
  else if (!shape->complete)
    shape->places = 0;
}

/**
 * _gj_match_learn_shapes:
 * @self: a match whose rows are settled
 *
 * Returns: (transfer full): the shapes of the rows that show where their values are
 */
GArray *
_gj_match_learn_shapes (GjMatch *self)
{
  GArray *shapes = g_array_new (FALSE, FALSE, sizeof (Shape));

  for (guint r = 0; r < self->rows->len && shapes->len < 200; r++)
    {
      const GjMatchRow *row = gj_match_row (self, r);
      guint index = self->alignment->lines[r];
      const GjExpectedLine *line;
      Shape shape;

      if (index == GJ_NONE || row->n_fields > GJ_MATCH_MAX_PLACES)
        continue;
      line = gj_expectation_get_line (self->alignment->expectation, index);
      shape = (Shape) { line->table, self->alignment->owns[r], row->n_fields, line->n_cells,
                        get_places (row, _gj_match_get_first_value (self, r)), FALSE };
      if (shape.places != 0)
        close_gaps (&shape);
      if (shape.places != 0)
        g_array_append_val (shapes, shape);
    }

  return shapes;
}

/* Where rows of the same shape have their values: of the same label column, or all of
 * them at the same places. 0 when they do not say it. */
static guint64
recall_places (GjMatch              *self,
               GArray               *shapes,
               guint                 row_index,
               const GjExpectedLine *line,
               gboolean              complete)
{
  const GjMatchRow *row = gj_match_row (self, row_index);
  guint own = self->alignment->owns[row_index];
  guint64 places = get_places (row, _gj_match_get_first_value (self, row_index));
  guint64 common = 0;
  gboolean agreed = TRUE;

  for (guint i = 0; i < shapes->len; i++)
    {
      const Shape *shape = &g_array_index (shapes, Shape, i);

      if (shape->complete != complete || shape->table != line->table || shape->n_fields != row->n_fields ||
          shape->n_cells != line->n_cells || (places & ~shape->places) != 0)
        continue;
      if (shape->own == own)
        return shape->places;
      agreed = agreed && (common == 0 || common == shape->places);
      common = shape->places;
    }

  return agreed ? common : 0;
}

/**
 * _gj_match_recall_places:
 * @self: a match
 * @shapes: the shapes of its rows
 * @row: a row that has not as many fields as cells
 * @line: the line that it is
 *
 * Returns: the fields that are its cells, bit by bit, or 0 when no other row tells
 */
guint64
_gj_match_recall_places (GjMatch              *self,
                         GArray               *shapes,
                         guint                 row,
                         const GjExpectedLine *line)
{
  guint64 places = recall_places (self, shapes, row, line, TRUE);

  return places != 0 ? places : recall_places (self, shapes, row, line, FALSE);
}
