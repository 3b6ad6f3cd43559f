/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-match-private.h"

/* The values of a row that has merged cells, or lacks some: a row of the same grid that
 * has all of them says which columns they stand in. */

static guint
count_fields (GjMatch *self,
              guint    row)
{
  guint first = _gj_match_get_first_value (self, row);

  return gj_match_row (self, row)->n_fields - MIN (first, gj_match_row (self, row)->n_fields);
}

/* A complete row of the same item, the nearest one. */
static guint
find_template (GjMatch              *self,
               guint                 row,
               const GjExpectedLine *line,
               guint                 n)
{
  const GjMatchItem *item = gj_match_item (self, gj_match_row (self, row)->item);
  guint end = item->first_row + item->n_rows;
  guint best = GJ_NONE;

  for (guint r = item->first_row; r < end; r++)
    {
      guint index = self->alignment->lines[r];
      const GjExpectedLine *other;

      if (r == row || index == GJ_NONE || gj_match_row (self, r)->spans == NULL || count_fields (self, r) != n)
        continue;
      other = gj_expectation_get_line (self->alignment->expectation, index);
      if (other->table != line->table || other->n_cells != line->n_cells || other->heads[0] != line->heads[0])
        continue;
      if (best == GJ_NONE || ABS ((int) r - (int) row) < ABS ((int) best - (int) row))
        best = r;
    }

  return best;
}

static gboolean
overlaps (const GjMatchSpan *a,
          const GjMatchSpan *b)
{
  return a->start < b->end && b->start < a->end;
}

typedef struct
{
  const GjMatchRow *row;
  guint             first;
  GjMatchPlaces    *out;
  guint             last;
} Placer;

/* What of the row stands under a column: one field, or none; several only when all but one
 * of them are blank. */
static gboolean
find_field (const Placer      *self,
            const GjMatchSpan *column,
            guint             *field)
{
  *field = GJ_NONE;
  for (guint i = self->first; i < self->row->n_fields; i++)
    {
      if (!overlaps (&self->row->spans[i], column))
        continue;
      if (*field == GJ_NONE || _gj_text_is_blank (self->row->fields[*field]))
        *field = i;
      else if (!_gj_text_is_blank (self->row->fields[i]))
        return FALSE;
    }

  return TRUE;
}

static const char *
find_cover (const GjMatchRow  *row,
            const GjMatchSpan *column)
{
  for (guint i = 0; i < row->n_covers; i++)
    if (overlaps (&row->covers[i], column))
      return row->covers[i].text;

  return NULL;
}

static void
place_column (Placer            *self,
              const GjMatchSpan *column,
              guint              field)
{
  const char *text = "";
  const char *merged = NULL;

  if (field != GJ_NONE && field != self->last)
    text = self->row->fields[field];
  else if (field != GJ_NONE)
    merged = self->row->fields[field];
  else
    merged = find_cover (self->row, column);

  if (merged != NULL && !_gj_text_is_blank (merged))
    self->out->merged = merged;
  if (field == GJ_NONE && merged == NULL)
    self->out->n_gaps++;
  if (field != GJ_NONE)
    self->last = field;
  g_ptr_array_add (self->out->fields, (gpointer) text);
}

/**
 * _gj_match_place_fields:
 * @self: a match
 * @row: a row that has not as many fields as columns
 * @line: the line that it is
 * @n: how many columns there are
 * @out: (out caller-allocates): the fields column by column
 *
 * A merged cell goes to the first of its columns; the others are blank.
 *
 * Returns: whether another row of the grid tells the columns
 */
gboolean
_gj_match_place_fields (GjMatch              *self,
                        guint                 row,
                        const GjExpectedLine *line,
                        guint                 n,
                        GjMatchPlaces        *out)
{
  Placer placer = { .row = gj_match_row (self, row), .out = out, .last = GJ_NONE };
  const GjMatchRow *complete;
  guint template_row;
  guint first;

  out->fields = g_ptr_array_new ();
  out->merged = NULL;
  out->n_gaps = 0;
  if (placer.row->spans == NULL)
    return FALSE;
  template_row = find_template (self, row, line, n);
  if (template_row == GJ_NONE)
    return FALSE;

  complete = gj_match_row (self, template_row);
  first = _gj_match_get_first_value (self, template_row);
  placer.first = _gj_match_get_first_value (self, row);
  for (guint i = 0; i < n; i++)
    {
      guint field;

      if (!find_field (&placer, &complete->spans[first + i], &field))
        return FALSE;
      place_column (&placer, &complete->spans[first + i], field);
    }

  /* A field beside all columns has no place among them. */
  for (guint i = placer.first; i < placer.row->n_fields; i++)
    {
      gboolean placed = _gj_text_is_blank (placer.row->fields[i]);

      for (guint j = 0; j < n && !placed; j++)
        placed = overlaps (&placer.row->spans[i], &complete->spans[first + j]);
      if (!placed)
        return FALSE;
    }

  return TRUE;
}

void
_gj_match_places_clear (GjMatchPlaces *self)
{
  g_clear_pointer (&self->fields, g_ptr_array_unref);
}
