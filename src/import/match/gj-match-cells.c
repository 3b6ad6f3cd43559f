/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-match-private.h"

/* The values of the rows that are known. They keep the text that stood there. Where a row
 * has as many fields as cells, each goes into its own; where blanks are left over, as a
 * PDF leaves them, complete rows of the same shape say which of them are cells; values
 * beyond the cells are surplus and are kept, never read. */

typedef struct
{
  GjMatch              *match;
  guint                 row;
  const GjExpectedLine *line;
  const char           *place;
  GPtrArray            *fields;
  guint                 first;
  guint                 last;
  guint                 n_filled;
} Filler;

static const char *
get_field (const Filler *self,
           guint         i)
{
  return self->fields->pdata[i];
}

static void
add_note (Filler          *self,
          GjMatchNoteKind  kind,
          const char      *text,
          guint            n)
{
  const GjTable *table = gj_form_get_table (self->match->form, self->line->table);
  GjMatchNote note = { .place = self->place, .line = gj_match_row (self->match, self->row)->line,
                       .text = text, .n = n };

  if (self->line->row != GJ_NONE)
    note.name = table->rows[self->line->row].name;
  else
    note.name = gj_form_get_section (self->match->form, table->section)->tab;
  gj_match_note_add (self->match->source, kind, &note);
}

static void
collect_fields (Filler *self)
{
  const GjAlignment *alignment = self->match->alignment;

  for (guint r = self->row; r < alignment->n_rows; r++)
    {
      const GjMatchRow *row = gj_match_row (self->match, r);
      gboolean mine = r == self->row || (alignment->parts[r] == self->row && row->n_numbers > 0);

      if (r > self->row && alignment->lines[r] != GJ_NONE)
        break;
      if (!mine)
        continue;
      for (guint i = r == self->row ? _gj_match_get_first_value (self->match, r) : 0; i < row->n_fields; i++)
        if (r == self->row || !_gj_text_is_blank (row->fields[i]))
          g_ptr_array_add (self->fields, (gpointer) row->fields[i]);
    }

  self->first = self->fields->len;
  for (guint i = 0; i < self->fields->len; i++)
    {
      if (_gj_text_is_blank (get_field (self, i)))
        continue;
      self->first = MIN (self->first, i);
      self->last = i;
      self->n_filled++;
    }
}

static guint
get_span (const Filler *self)
{
  return self->n_filled > 0 ? self->last - self->first + 1 : 0;
}

/* Where the values begin when there are @n of them, or GJ_NONE. */
static guint
find_start (const Filler *self,
            guint         n)
{
  if (self->fields->len == n)
    return 0;
  if (self->n_filled > 0 && get_span (self) == n)
    return self->first;
  if (self->n_filled == 0 && self->fields->len > n)
    return 0;

  return GJ_NONE;
}

static void
set_cell (Filler     *self,
          guint       column,
          const char *text)
{
  guint cell = self->line->cells[column];

  gj_report_init_cell (self->match->report, cell, text);
  _gj_match_send_text (self->match, text, gj_form_get_cell (self->match->form, cell)->id, GJ_NONE);
}

static void
keep_surplus (Filler    *self,
              GPtrArray *values)
{
  g_ptr_array_add (values, NULL);
  gj_source_builder_add_surplus (self->match->source, self->place, (const char *const *) values->pdata);
}

static void
fill_in_order (Filler               *self,
               const GjMatchColumns *columns,
               guint                 start)
{
  g_autoptr (GPtrArray) extra = g_ptr_array_new ();

  for (guint i = 0; i < columns->n; i++)
    {
      if (columns->order[i] != GJ_NONE)
        set_cell (self, columns->order[i], get_field (self, start + i));
      else
        g_ptr_array_add (extra, self->fields->pdata[start + i]);
    }
  if (extra->len > 0)
    keep_surplus (self, extra);
}

static void
drop_blanks (Filler *self)
{
  guint n = 0;

  for (guint i = 0; i < self->fields->len; i++)
    if (!_gj_text_is_blank (get_field (self, i)))
      self->fields->pdata[n++] = self->fields->pdata[i];
  g_ptr_array_set_size (self->fields, (int) n);
  self->first = 0;
  self->last = self->fields->len - 1;
}

static void
fill_surplus (Filler *self)
{
  g_autoptr (GPtrArray) surplus = g_ptr_array_new ();
  g_autofree char *text = NULL;
  guint n = self->line->n_cells;

  drop_blanks (self);
  for (guint i = 0; i < n; i++)
    set_cell (self, i, get_field (self, i));
  for (guint i = n; i < self->fields->len; i++)
    g_ptr_array_add (surplus, self->fields->pdata[i]);

  keep_surplus (self, surplus);
  text = g_strjoinv ("、", (char **) surplus->pdata);
  add_note (self, GJ_MATCH_NOTE_SURPLUS, text, self->n_filled - n);
}

static gboolean
fill_as_recalled (Filler               *self,
                  const GjMatchColumns *columns,
                  GArray               *shapes)
{
  const GjMatchRow *row = gj_match_row (self->match, self->row);
  guint64 places;

  if (columns->n != self->line->n_cells || self->n_filled == 0 || self->n_filled >= columns->n)
    return FALSE;
  places = _gj_match_recall_places (self->match, shapes, self->row, self->line);
  if (places == 0)
    return FALSE;

  g_ptr_array_set_size (self->fields, 0);
  for (guint i = 0; i < MIN (row->n_fields, GJ_MATCH_MAX_PLACES); i++)
    if ((places >> i & 1) != 0)
      g_ptr_array_add (self->fields, (gpointer) row->fields[i]);
  fill_in_order (self, columns, 0);

  return TRUE;
}

/* A merged cell stands for one of its cells, and nothing says for which. */
static gboolean
fill_by_places (Filler               *self,
                const GjMatchColumns *columns)
{
  g_auto (GjMatchPlaces) places = { 0 };
  const GjMatchRow *row = gj_match_row (self->match, self->row);

  if (self->n_filled == 0 ||
      self->fields->len != row->n_fields - _gj_match_get_first_value (self->match, self->row) ||
      !_gj_match_place_fields (self->match, self->row, self->line, columns->n, &places))
    return FALSE;

  g_ptr_array_set_size (self->fields, 0);
  for (guint i = 0; i < columns->n; i++)
    g_ptr_array_add (self->fields, places.fields->pdata[i]);
  fill_in_order (self, columns, 0);
  if (places.merged != NULL)
    add_note (self, GJ_MATCH_NOTE_VALUE_MERGED, places.merged, 0);
  if (places.n_gaps > 0)
    add_note (self, GJ_MATCH_NOTE_VALUE_GAP, NULL, places.n_gaps);

  return TRUE;
}

/* Fewer values than cells and more fields than cells: some of the blanks are cells, and
 * nothing says which. */
static void
fill_with_blanks (Filler *self)
{
  guint n = self->line->n_cells;
  guint start = self->last + 1 > n ? self->last + 1 - n : 0;

  start = MIN (start, self->first);
  for (guint i = 0; i < n && start + i < self->fields->len; i++)
    set_cell (self, i, get_field (self, start + i));
  add_note (self, GJ_MATCH_NOTE_VALUES_GUESSED, NULL, 0);
}

static void
fill_short (Filler *self)
{
  if (self->n_filled == 0)
    {
      for (guint i = 0; i < self->line->n_cells; i++)
        set_cell (self, i, "");
      add_note (self, GJ_MATCH_NOTE_VALUES_MISSING, NULL, 0);
      return;
    }

  for (guint i = 0; i < self->fields->len; i++)
    set_cell (self, i, get_field (self, i));
  add_note (self, GJ_MATCH_NOTE_VALUE_MISSING, NULL, self->fields->len);
}

static void
fill_row (Filler               *self,
          const GjMatchColumns *columns,
          GArray               *shapes)
{
  guint n = self->line->n_cells;
  guint start;

  if (self->fields->len != columns->n && fill_by_places (self, columns))
    return;
  if (self->fields->len != n && fill_as_recalled (self, columns, shapes))
    return;

  start = find_start (self, columns->n);
  if (start == GJ_NONE && columns->n != n)
    {
      start = find_start (self, n);
      for (guint i = 0; start != GJ_NONE && i < n; i++)
        set_cell (self, i, get_field (self, start + i));
      if (start != GJ_NONE)
        return;
    }

  if (start != GJ_NONE)
    {
      fill_in_order (self, columns, start);
    }
  else if (self->n_filled == columns->n)
    {
      drop_blanks (self);
      fill_in_order (self, columns, 0);
    }
  else if (self->n_filled > n)
    {
      fill_surplus (self);
    }
  else if (self->n_filled > 0 && self->fields->len > n && get_span (self) <= n)
    {
      fill_with_blanks (self);
    }
  else if (self->n_filled > 0 && self->fields->len > n)
    {
      drop_blanks (self);
      fill_short (self);
    }
  else
    {
      fill_short (self);
    }
}

static void
note_columns (GjMatch              *self,
              const GjExpectedLine *line,
              const GjMatchColumns *columns)
{
  const GjTable *table = gj_form_get_table (self->form, line->table);
  GjMatchNote note = { .place = table->id, .line = columns->line };

  if (columns->moved != NULL)
    {
      note.text = columns->moved;
      gj_match_note_add (self->source, GJ_MATCH_NOTE_COLUMN_MOVED, &note);
    }
  if (columns->missing != NULL)
    {
      note.text = columns->missing;
      gj_match_note_add (self->source, GJ_MATCH_NOTE_COLUMN_MISSING, &note);
    }
}

static char *
dup_place (GjMatch              *self,
           const GjExpectedLine *line)
{
  const GjTable *table = gj_form_get_table (self->form, line->table);

  if (line->row == GJ_NONE)
    return g_strdup (table->id);

  return g_strconcat (table->id, "/", table->rows[line->row].id, NULL);
}

/**
 * _gj_match_fill_cells:
 * @self: a match whose rows are settled
 *
 * Gives the report the values of all rows that are known.
 */
void
_gj_match_fill_cells (GjMatch *self)
{
  g_autoptr (GArray) shapes = _gj_match_learn_shapes (self);
  g_auto (GjMatchColumns) columns = { 0 };
  const GjSlot *heads = NULL;
  guint n_cells = 0;

  for (guint r = 0; r < self->rows->len; r++)
    {
      g_autoptr (GPtrArray) fields = NULL;
      g_autofree char *place = NULL;
      const GjExpectedLine *line;
      Filler filler = { .match = self, .row = r };

      if (_gj_match_is_head_row (self, r))
        heads = NULL;
      if (self->alignment->lines[r] == GJ_NONE)
        continue;

      line = gj_expectation_get_line (self->alignment->expectation, self->alignment->lines[r]);
      if (columns.order == NULL || heads == NULL || heads != line->heads[0] || n_cells != line->n_cells)
        {
          _gj_match_columns_clear (&columns);
          _gj_match_order_columns (self, r, line, &columns);
          note_columns (self, line, &columns);
          heads = line->heads[0];
          n_cells = line->n_cells;
        }

      fields = g_ptr_array_new ();
      place = dup_place (self, line);
      filler.line = line;
      filler.place = place;
      filler.fields = fields;
      collect_fields (&filler);
      fill_row (&filler, &columns, shapes);
    }
}
