/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-doc-sprm.h"

#include <string.h>

/* The changes of properties, one after another, and what they make of a table's row. */

#define CELL_SIZE 20

#define CELL_SIDEWAYS 0x03
#define CELL_GOES_ON 0x20
#define CELL_BEGINS 0x40

/* Tabs that are too many for one byte have their number elsewhere. */
static gsize
get_tabs_size (const GjDocSpan *rest)
{
  gsize n_deleted = gj_doc_span_u8 (rest, 3);
  gsize n_added = gj_doc_span_u8 (rest, 4 + 4 * n_deleted);

  return 3 + 1 + 4 * n_deleted + 1 + 3 * n_added;
}

/**
 * gj_doc_sprm_next:
 * @rest: the changes; those behind the first on return
 * @code: (out): what is changed
 * @operand: (out): to what
 *
 * Returns: whether there was one
 */
gboolean
gj_doc_sprm_next (GjDocSpan *rest,
                  guint     *code,
                  GjDocSpan *operand)
{
  static const guint8 sizes[] = { 1, 1, 2, 4, 2, 2, 0, 3 };
  gsize start = 2;
  gsize end;

  *code = gj_doc_span_u16 (rest, 0);
  if (rest->size < 3 || *code == 0)
    return FALSE;

  end = start + sizes[*code >> 13];
  if (*code == GJ_DOC_SPRM_ROW)
    {
      start = 4;
      end = 3 + (gsize) gj_doc_span_u16 (rest, 2);
    }
  else if (*code == GJ_DOC_SPRM_TABS && gj_doc_span_u8 (rest, 2) == 255)
    {
      start = 3;
      end = get_tabs_size (rest);
    }
  else if (sizes[*code >> 13] == 0)
    {
      start = 3;
      end = 3 + (gsize) gj_doc_span_u8 (rest, 2);
    }

  if (end < start || !gj_doc_span_has (rest, 0, end))
    return FALSE;
  *operand = gj_doc_span_part (rest, start, end - start);
  *rest = gj_doc_span_rest (rest, end);

  return TRUE;
}

/* Rows */

static void
define_row (GjDocShape      *self,
            const GjDocSpan *operand)
{
  guint n = MIN (gj_doc_span_u8 (operand, 0), GJ_DOC_MAX_CELLS);
  gsize cells = 1 + 2 * ((gsize) gj_doc_span_u8 (operand, 0) + 1);

  self->n_cells = n;
  for (guint i = 0; i <= n; i++)
    self->edges[i] = (gint16) gj_doc_span_i16 (operand, 1 + 2 * (gsize) i);
  for (guint i = 0; i < n; i++)
    {
      guint flags = gj_doc_span_u16 (operand, cells + CELL_SIZE * (gsize) i);

      self->sideways[i] = flags & CELL_SIDEWAYS;
      self->merges[i] = flags & CELL_BEGINS ? GJ_DOC_MERGE_BEGINS
                        : flags & CELL_GOES_ON ? GJ_DOC_MERGE_GOES_ON : GJ_DOC_MERGE_NONE;
    }
}

static void
merge_down (GjDocShape      *self,
            const GjDocSpan *operand)
{
  static const guint8 merges[] = { GJ_DOC_MERGE_NONE, GJ_DOC_MERGE_GOES_ON, GJ_DOC_MERGE_NONE, GJ_DOC_MERGE_BEGINS };
  guint cell = gj_doc_span_u8 (operand, 0);

  if (cell < self->n_cells)
    self->merges[cell] = merges[gj_doc_span_u8 (operand, 1) & 3];
}

static void
merge_sideways (GjDocShape *self,
                guint       first,
                guint       end,
                gboolean    is_merge)
{
  for (guint i = first; i < MIN (end, self->n_cells); i++)
    self->sideways[i] = !is_merge ? 0 : i == first ? 1 : 2;
}

static void
insert_cells (GjDocShape *self,
              guint       first,
              guint       n,
              int         width)
{
  gint16 edges[GJ_DOC_MAX_CELLS + 1];
  guint n_behind;

  first = MIN (first, self->n_cells);
  n = MIN (n, GJ_DOC_MAX_CELLS - self->n_cells);
  n_behind = self->n_cells - first;

  memcpy (edges, self->edges, sizeof edges);
  for (guint i = 0; i <= n_behind; i++)
    self->edges[first + n + i] = (gint16) (edges[first + i] + (int) n * width);
  for (guint i = 0; i < n; i++)
    self->edges[first + i] = (gint16) (edges[first] + (int) i * width);
  memmove (self->sideways + first + n, self->sideways + first, n_behind);
  memmove (self->merges + first + n, self->merges + first, n_behind);
  memset (self->sideways + first, 0, n);
  memset (self->merges + first, 0, n);
  self->n_cells += n;
}

static void
delete_cells (GjDocShape *self,
              guint       first,
              guint       end)
{
  int gone;

  end = MIN (end, self->n_cells);
  if (first >= end)
    return;

  gone = self->edges[end] - self->edges[first];
  for (guint i = end; i <= self->n_cells; i++)
    self->edges[first + i - end] = (gint16) (self->edges[i] - gone);
  memmove (self->sideways + first, self->sideways + end, self->n_cells - end);
  memmove (self->merges + first, self->merges + end, self->n_cells - end);
  self->n_cells -= end - first;
}

static void
set_widths (GjDocShape *self,
            guint       first,
            guint       end,
            int         width)
{
  end = MIN (end, self->n_cells);
  for (guint i = first; i < end; i++)
    {
      int change = width - (self->edges[i + 1] - self->edges[i]);

      for (guint j = i + 1; j <= self->n_cells; j++)
        self->edges[j] = (gint16) (self->edges[j] + change);
    }
}

/**
 * gj_doc_shape_change:
 * @code: what is changed
 * @operand: to what
 *
 * Returns: whether that is about a row
 */
gboolean
gj_doc_shape_change (GjDocShape      *self,
                     guint            code,
                     const GjDocSpan *operand)
{
  guint first = gj_doc_span_u8 (operand, 0);
  guint second = gj_doc_span_u8 (operand, 1);

  switch (code)
    {
    case GJ_DOC_SPRM_ROW:
      define_row (self, operand);
      return TRUE;
    case GJ_DOC_SPRM_HEAD_ROW:
      self->is_head = first != 0;
      return TRUE;
    case GJ_DOC_SPRM_MERGE:
      merge_sideways (self, first, second, TRUE);
      return TRUE;
    case GJ_DOC_SPRM_SPLIT:
      merge_sideways (self, first, second, FALSE);
      return TRUE;
    case GJ_DOC_SPRM_MERGE_DOWN:
      merge_down (self, operand);
      return TRUE;
    case GJ_DOC_SPRM_INSERT_CELLS:
      insert_cells (self, first, second, gj_doc_span_i16 (operand, 2));
      return TRUE;
    case GJ_DOC_SPRM_DELETE_CELLS:
      delete_cells (self, first, second);
      return TRUE;
    case GJ_DOC_SPRM_WIDTHS:
      set_widths (self, first, second, gj_doc_span_i16 (operand, 2));
      return TRUE;
    default:
      return FALSE;
    }
}
