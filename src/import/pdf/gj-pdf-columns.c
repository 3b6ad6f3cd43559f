/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-pdf-columns.h"

#include "gj-pdf-enumerator.h"

/* Tables without lines. A line with wide gaps is cut into parts; lines of three parts and
 * more, or of a label and numbers, that follow each other are a table. Its columns are
 * told by the lines with the most parts. A line that has only a label belongs to the
 * nearest row, or to the next one when it begins an item. */

#define WIDE_GAP 1.3
#define MOST_LABELS 3
#define FEWEST_ROWS 3
#define NEAR 1.6

typedef struct
{
  GjPdfLine line;    /* a part of a line */
  gboolean  is_numeric;
} Part;

typedef struct
{
  guint    index;
  GArray  *parts;
  gboolean is_row;
  gboolean is_taken;
} Row;

typedef struct
{
  double start;
  double end;
} Span;

static void
row_clear (gpointer data)
{
  g_array_unref (((Row *) data)->parts);
}

static const GjPdfLine *
line_at (const GjPdfLines *lines,
         guint             i)
{
  return &g_array_index (lines->lines, GjPdfLine, i);
}

static void
add_part (const GjPdfLines *lines,
          const GjPdfLine  *line,
          guint             first,
          guint             end,
          GArray           *parts)
{
  const GjPdfGlyph *glyphs = (const GjPdfGlyph *) (void *) lines->glyphs->data;
  Part part = { .line = *line };
  g_autofree char *text = NULL;

  part.line.first = first;
  part.line.n = end - first;
  part.line.box.x0 = glyphs[first].box.x0;
  part.line.box.x1 = glyphs[end - 1].box.x1;
  text = gj_pdf_lines_dup_text (lines, &part.line);
  part.is_numeric = gj_pdf_is_numeric (text);
  g_array_append_val (parts, part);
}

static GArray *
cut_line (const GjPdfLines *lines,
          const GjPdfLine  *line)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (Part));
  const GjPdfGlyph *glyphs = (const GjPdfGlyph *) (void *) lines->glyphs->data;
  guint first = line->first;

  for (guint i = line->first + 1; i < line->first + line->n; i++)
    if (glyphs[i].box.x0 - glyphs[i - 1].box.x1 > WIDE_GAP * line->em)
      {
        add_part (lines, line, first, i, parts);
        first = i;
      }
  add_part (lines, line, first, line->first + line->n, parts);

  return parts;
}

static gboolean
is_row (const GArray *parts)
{
  if (parts->len >= 3)
    return TRUE;

  return parts->len == 2 && g_array_index (parts, Part, 1).is_numeric;
}

static GArray *
cut_lines (const GjPdfLines *lines,
           const gboolean   *taken)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (Row));

  g_array_set_clear_func (rows, row_clear);
  for (guint i = 0; i < lines->lines->len; i++)
    {
      Row row = { .index = i, .is_taken = taken[i] };

      row.parts = cut_line (lines, line_at (lines, i));
      row.is_row = !row.is_taken && is_row (row.parts);
      g_array_append_val (rows, row);
    }

  return rows;
}

static Row *
row_at (const GArray *rows,
        guint         i)
{
  return &g_array_index (rows, Row, i);
}

static const GjPdfBox *
box_at (const GArray *rows,
        guint         i)
{
  return &g_array_index (row_at (rows, i)->parts, Part, 0).line.box;
}

/* Where the run of rows that begins at @first ends. */
static guint
find_end (const GArray *rows,
          guint         first)
{
  guint end = first + 1;
  guint n_labels = 0;

  for (guint i = first + 1; i < rows->len && !row_at (rows, i)->is_taken && n_labels <= MOST_LABELS; i++)
    {
      const GjPdfBox *above = box_at (rows, i - 1);
      const GjPdfBox *below = box_at (rows, i);

      if (below->y0 - above->y1 > 2 * NEAR * (above->y1 - above->y0))
        break;
      n_labels = row_at (rows, i)->is_row ? 0 : n_labels + 1;
      if (row_at (rows, i)->is_row)
        end = i + 1;
    }

  return end;
}

static guint
count_rows (const GArray *rows,
            guint         first,
            guint         end,
            guint        *most)
{
  guint n = 0;

  *most = 0;
  for (guint i = first; i < end; i++)
    if (row_at (rows, i)->is_row)
      {
        n++;
        *most = MAX (*most, row_at (rows, i)->parts->len);
      }

  return n;
}

/* The lines with the most parts show the columns. */
static GArray *
find_spans (const GArray *rows,
            guint         first,
            guint         end,
            guint         most)
{
  GArray *spans = g_array_new (FALSE, TRUE, sizeof (Span));

  g_array_set_size (spans, most);
  for (guint column = 0; column < most; column++)
    {
      Span *span = &g_array_index (spans, Span, column);

      span->start = G_MAXDOUBLE;
      span->end = -G_MAXDOUBLE;
      for (guint i = first; i < end; i++)
        if (row_at (rows, i)->parts->len == most)
          {
            const GjPdfBox *box = &g_array_index (row_at (rows, i)->parts, Part, column).line.box;

            span->start = MIN (span->start, box->x0);
            span->end = MAX (span->end, box->x1);
          }
    }
  for (guint column = 1; column < most; column++)
    if (g_array_index (spans, Span, column).start <= g_array_index (spans, Span, column - 1).end)
      g_array_set_size (spans, 0);

  return spans;
}

static void
find_columns (const GArray   *spans,
              const GjPdfBox *box,
              guint          *first,
              guint          *last)
{
  double best = G_MAXDOUBLE;
  gboolean is_found = FALSE;

  for (guint i = 0; i < spans->len; i++)
    {
      const Span *span = &g_array_index (spans, Span, i);
      double distance = MAX (span->start - box->x1, box->x0 - span->end);

      if (distance < 0)
        {
          *first = is_found ? *first : i;
          *last = i;
          is_found = TRUE;
        }
      if (!is_found && distance < best)
        {
          best = distance;
          *first = *last = i;
        }
    }
}

static gboolean
is_label_line (const GArray *spans,
               const Row    *row)
{
  guint first = 0;
  guint last = 0;

  if (row->is_row || row->is_taken || row->parts->len != 1)
    return FALSE;
  find_columns (spans, &g_array_index (row->parts, Part, 0).line.box, &first, &last);

  return first == 0 && last == 0;
}

/* The first line that is neither a row nor a label. */
static guint
find_stop (const GArray *rows,
           const GArray *spans,
           guint         first,
           guint         end)
{
  guint stop = first;

  for (guint i = first; i < end && (row_at (rows, i)->is_row || is_label_line (spans, row_at (rows, i))); i++)
    if (row_at (rows, i)->is_row)
      stop = i + 1;

  return stop;
}

static gboolean
is_near (const GArray *rows,
         guint         upper,
         guint         lower)
{
  const GjPdfBox *above = box_at (rows, upper);
  const GjPdfBox *below = box_at (rows, lower);

  return below->y0 - above->y1 < 0.6 * (above->y1 - above->y0);
}

/* Whether the label on line @i belongs to the row above it. */
static gboolean
belongs_above (const GjPdfLines *lines,
               const GArray     *rows,
               guint             i,
               guint             first,
               guint             end)
{
  g_autofree char *text = NULL;
  double above;
  double below;

  if (i + 1 >= end)
    return TRUE;
  if (i == first)
    return FALSE;
  text = gj_pdf_lines_dup_text (lines, line_at (lines, row_at (rows, i)->index));
  if (gj_pdf_starts_enumerated (text))
    return FALSE;

  above = box_at (rows, i)->y0 - box_at (rows, i - 1)->y1;
  below = box_at (rows, i + 1)->y0 - box_at (rows, i)->y1;

  return above <= below + 1;
}

static void
put_part (const GjPdfLines *lines,
          const GArray     *spans,
          const Part       *part,
          GjPdfCell       **cells)
{
  guint first = 0;
  guint last = 0;

  find_columns (spans, &part->line.box, &first, &last);
  for (guint i = first + 1; i <= last; i++)
    if (cells[i]->glyphs->len > 0)
      last = i - 1;
  cells[first]->n_columns = MAX (cells[first]->n_columns, last - first + 1);
  cells[first]->box.x1 = MAX (cells[first]->box.x1, g_array_index (spans, Span, last).end);
  g_array_append_vals (cells[first]->glyphs, &g_array_index (lines->glyphs, GjPdfGlyph, part->line.first),
                       part->line.n);
}

static void
add_cells (GjPdfTable   *table,
           const GArray *spans,
           GjPdfCell   **cells)
{
  for (guint i = 0; i < spans->len; i++)
    {
      cells[i] = gj_pdf_table_add_cell (table, table->n_rows, i);
      cells[i]->box = (GjPdfBox) { g_array_index (spans, Span, i).start, 0, g_array_index (spans, Span, i).end, 0 };
    }
  table->n_rows++;
}

/* A cell that a wide one covers is none. */
static void
drop_covered (GjPdfTable *table)
{
  for (guint i = table->cells->len; i > 1; i--)
    {
      const GjPdfCell *left = NULL;
      const GjPdfCell *cell = g_ptr_array_index (table->cells, i - 1);

      for (guint j = i - 1; j > 0 && left == NULL; j--)
        {
          const GjPdfCell *other = g_ptr_array_index (table->cells, j - 1);

          if (other->row != cell->row)
            break;
          if (other->n_columns > 1)
            left = other;
        }
      if (left != NULL && cell->glyphs->len == 0 && left->column + left->n_columns > cell->column)
        g_ptr_array_remove_index (table->cells, i - 1);
    }
}

/* Lines go to rows: each line with values is one, its labels come with it. */
static void
fill_table (GjPdfTable       *table,
            const GjPdfLines *lines,
            const GArray     *rows,
            const GArray     *spans,
            guint             first,
            guint             end)
{
  g_autofree GjPdfCell **cells = g_new0 (GjPdfCell *, spans->len);
  gboolean is_open = FALSE;

  for (guint i = first; i < end; i++)
    {
      const Row *row = row_at (rows, i);
      gboolean is_label = is_label_line (spans, row);

      if (!is_label || is_open || table->n_rows == 0 || !belongs_above (lines, rows, i, first, end))
        {
          if (!is_open)
            add_cells (table, spans, cells);
          is_open = is_label;
        }
      for (guint j = 0; j < row->parts->len; j++)
        put_part (lines, spans, &g_array_index (row->parts, Part, j), cells);
    }
}

static GjPdfTable *
make_table (const GjPdfLines *lines,
            const GArray     *rows,
            const GArray     *spans,
            guint             first,
            guint             end,
            guint             page)
{
  const Span *left = &g_array_index (spans, Span, 0);
  const Span *right = &g_array_index (spans, Span, spans->len - 1);
  GjPdfBox box = { left->start, line_at (lines, row_at (rows, first)->index)->box.y0,
                   right->end, line_at (lines, row_at (rows, end - 1)->index)->box.y1 };
  GjPdfTable *table = gj_pdf_table_new (&box, page);

  g_array_append_val (table->edges, left->start);
  for (guint i = 1; i < spans->len; i++)
    {
      double middle = (g_array_index (spans, Span, i - 1).end + g_array_index (spans, Span, i).start) / 2;

      g_array_append_val (table->edges, middle);
    }
  g_array_append_val (table->edges, right->end);
  fill_table (table, lines, rows, spans, first, end);
  drop_covered (table);
  gj_pdf_table_set (table);

  return table;
}

/**
 * gj_pdf_columns_find:
 * @lines: the lines of a page
 * @taken: (inout): for every line whether it is something else; lines of the tables found
 *         are marked
 * @page: the page, counted from 1
 *
 * Finds the tables that are told by the places of their columns only.
 *
 * Returns: (transfer full) (element-type GjPdfTable): the tables, from above
 */
GPtrArray *
gj_pdf_columns_find (const GjPdfLines *lines,
                     gboolean         *taken,
                     guint             page)
{
  GPtrArray *tables = g_ptr_array_new_with_free_func ((GDestroyNotify) gj_pdf_table_free);
  g_autoptr (GArray) rows = cut_lines (lines, taken);
  guint next = 0;

  for (guint i = 0; i < rows->len; i = MAX (next, i + 1))
    {
      g_autoptr (GArray) spans = NULL;
      guint first = i;
      guint most;

      if (!row_at (rows, i)->is_row)
        continue;
      next = find_end (rows, i);
      if (count_rows (rows, i, next, &most) < FEWEST_ROWS || most > GJ_PDF_MAX_COLUMNS ||
          next - i > GJ_PDF_MAX_ROWS)
        continue;
      spans = find_spans (rows, i, next, most);
      if (spans->len == 0)
        continue;
      next = find_stop (rows, spans, i, next);
      if (count_rows (rows, i, next, &most) < FEWEST_ROWS)
        continue;

      while (first > 0 && is_label_line (spans, row_at (rows, first - 1)) && is_near (rows, first - 1, first) &&
             first > i - MIN (i, 2))
        first--;
      while (next < rows->len && is_label_line (spans, row_at (rows, next)) && is_near (rows, next - 1, next))
        next++;
      g_ptr_array_add (tables, make_table (lines, rows, spans, first, next, page));
      for (guint j = first; j < next; j++)
        {
          taken[row_at (rows, j)->index] = TRUE;
          row_at (rows, j)->is_taken = TRUE;
        }
    }

  return tables;
}
