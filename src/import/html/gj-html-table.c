/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "gj-html-private.h"
#include "gj-import.h"

/* The rows of a table in the order in which a browser shows them, and their cells. */

typedef struct
{
  GPtrArray *heads;
  GPtrArray *bodies;
  GPtrArray *feet;
  GPtrArray *target;
  GjHtmlRow *open;
  guint      n_groups;
  gboolean   is_head;
} Collector;

static void
row_free (gpointer data)
{
  GjHtmlRow *self = data;

  g_ptr_array_unref (self->nodes);
  g_free (self);
}

static GjHtmlRow *
add_row (Collector     *self,
         const xmlNode *node)
{
  GjHtmlRow *row = g_new0 (GjHtmlRow, 1);

  row->node = node;
  row->nodes = g_ptr_array_new ();
  row->group = self->n_groups;
  row->is_head = self->is_head;
  g_ptr_array_add (self->target, row);

  return row;
}

static gboolean
is_cell (const xmlNode *node)
{
  return _gj_html_is (node, "td") || _gj_html_is (node, "th");
}

static void
note_hidden (GjHtmlWalk    *walk,
             const xmlNode *node)
{
  g_autofree char *text = _gj_html_dup_text (node);

  if (*text != '\0')
    _gj_html_walk_note (walk, GJ_RAW_NOTE_HIDDEN, text, 1);
}

static const char *
skip_blanks_back (const char *start,
                  const char *end)
{
  while (end > start && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);

  return end;
}

/* A caption that says again what the heading above the table says, with or without its
 * number, is there for those who hear the table. */
static gboolean
repeats_heading (GjHtmlWalk    *walk,
                 const xmlNode *node)
{
  g_autofree char *text = _gj_html_dup_text (node);
  const char *heading = walk->heading;
  const char *a = text + strlen (text);
  const char *b = heading != NULL ? heading + strlen (heading) : NULL;

  if (heading == NULL || *text == '\0')
    return FALSE;

  for (;;)
    {
      a = skip_blanks_back (text, a);
      b = skip_blanks_back (heading, b);
      if (a == text || b == heading)
        return a == text;
      a = g_utf8_prev_char (a);
      b = g_utf8_prev_char (b);
      if (g_utf8_get_char (a) != g_utf8_get_char (b))
        return FALSE;
    }
}

static void
collect (GjHtmlWalk    *walk,
         Collector     *self,
         const xmlNode *node);

static void
collect_group (GjHtmlWalk    *walk,
               Collector     *self,
               const xmlNode *node)
{
  self->n_groups++;
  self->open = NULL;
  self->is_head = _gj_html_is (node, "thead");
  self->target = self->is_head ? self->heads : _gj_html_is (node, "tfoot") ? self->feet : self->bodies;
  collect (walk, self, node);
  self->n_groups++;
  self->open = NULL;
  self->is_head = FALSE;
  self->target = self->bodies;
}

static void
collect_element (GjHtmlWalk    *walk,
                 Collector     *self,
                 const xmlNode *node)
{
  static const char *const groups[] = { "thead", "tbody", "tfoot" };
  static const char *const nothing[] = { "col", "colgroup", "script", "style", "template" };

  if (_gj_html_is_one_of (node, nothing, G_N_ELEMENTS (nothing)))
    return;
  if (!walk->takes_hidden && _gj_html_is_hidden (node, walk->hidden))
    {
      note_hidden (walk, node);
      return;
    }

  if (_gj_html_is_one_of (node, groups, G_N_ELEMENTS (groups)))
    {
      collect_group (walk, self, node);
    }
  else if (_gj_html_is (node, "tr"))
    {
      self->open = add_row (self, node);
      collect (walk, self, node);
      self->open = NULL;
    }
  else if (is_cell (node))
    {
      if (self->open == NULL)
        self->open = add_row (self, node);
      g_ptr_array_add (self->open->nodes, (gpointer) node);
    }
  else if (_gj_html_is (node, "caption"))
    {
      _gj_html_end_line (walk);
      if (!repeats_heading (walk, node))
        _gj_html_walk_children (walk, node);
      _gj_html_end_line (walk);
    }
  else if (_gj_html_is (node, "table"))
    {
      g_ptr_array_add (walk->deferred, (gpointer) node);
    }
  else
    {
      collect (walk, self, node);
    }
}

/* Text between the cells stands before the table, as browsers have it. */
static void
collect (GjHtmlWalk    *walk,
         Collector     *self,
         const xmlNode *node)
{
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    {
      if (child->type == XML_ELEMENT_NODE)
        collect_element (walk, self, child);
      else if (child->type == XML_TEXT_NODE)
        _gj_html_add_text (walk, (const char *) child->content);
    }
}

static GPtrArray *
collect_rows (GjHtmlWalk    *walk,
              const xmlNode *table)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (row_free);
  Collector self = { .heads = rows, .bodies = g_ptr_array_new (), .feet = g_ptr_array_new () };

  self.target = self.bodies;
  collect (walk, &self, table);
  g_ptr_array_extend_and_steal (rows, self.bodies);
  g_ptr_array_extend_and_steal (rows, self.feet);
  _gj_html_end_line (walk);

  return rows;
}

static void
read_cell (GjHtmlWalk    *walk,
           GjRawRow      *row,
           const xmlNode *node)
{
  g_autoptr (GString) text = g_string_new (NULL);
  GString *outer = g_steal_pointer (&walk->cell);
  gboolean exact = _gj_html_is_exact (node);
  guint line = walk->n_paragraphs + 1;
  GjRawCell *cell;

  walk->cell = text;
  walk->pre += exact;
  walk->exact += exact;
  _gj_html_walk_children (walk, node);
  _gj_html_end_line (walk);
  walk->exact -= exact;
  walk->pre -= exact;
  walk->cell = outer;

  cell = gj_raw_row_add_cell (row, text->str, (gssize) text->len, line);
  cell->n_lines = _gj_html_get_number (node, "rowspan", 1);
  cell->n_positions = MAX (_gj_html_get_number (node, "colspan", 1), 1);
}

static gboolean
read_cells (GjHtmlWalk *walk,
            GPtrArray  *rows,
            GjRawBlock *grid)
{
  if (rows->len > GJ_HTML_MAX_ROWS)
    {
      _gj_html_fail_for_size (walk);
      return FALSE;
    }

  for (guint r = 0; r < rows->len; r++)
    {
      const GjHtmlRow *source = rows->pdata[r];
      GjRawRow *row = gj_raw_block_add_row (grid);

      if (source->nodes->len > GJ_HTML_MAX_COLUMNS)
        {
          _gj_html_fail_for_size (walk);
          return FALSE;
        }
      row->is_head = source->is_head;
      for (guint i = 0; i < source->nodes->len; i++)
        read_cell (walk, row, source->nodes->pdata[i]);
    }

  return walk->error == NULL;
}

static void
read_deferred (GjHtmlWalk *walk,
               GPtrArray  *tables)
{
  for (guint i = 0; i < tables->len; i++)
    {
      _gj_html_walk_note (walk, GJ_RAW_NOTE_NESTED_TABLE, NULL, 1);
      _gj_html_read_table (walk, tables->pdata[i]);
    }
}

static void
add_grid (GjHtmlWalk *walk,
          GjRawBlock *grid)
{
  guint n_characters = 0;
  guint n_numbers = 0;

  for (guint r = 0; r < grid->rows->len; r++)
    {
      const GjRawRow *row = grid->rows->pdata[r];

      for (guint i = 0; i < row->cells->len; i++)
        {
          const char *text = ((const GjRawCell *) row->cells->pdata[i])->text;

          n_characters += (guint) g_utf8_strlen (text, -1);
          n_numbers += *text == '\0' || g_ascii_isdigit (*text);
        }
    }

  _gj_html_add_piece (walk, grid, n_characters);
  g_array_index (walk->pieces, GjHtmlPiece, walk->pieces->len - 1).n_numbers = n_numbers;
}

/**
 * _gj_html_fail_for_size:
 * @walk: a walk
 *
 * Ends the walk: a table is too large.
 */
void
_gj_html_fail_for_size (GjHtmlWalk *walk)
{
  if (walk->error == NULL)
    g_set_error (&walk->error, GJ_IMPORT_ERROR, GJ_IMPORT_ERROR_UNREADABLE,
                 _("The page holds a table with more than %d rows or %d columns, which no annual report has. "
                   "Copy the report alone and paste it."),
                 GJ_HTML_MAX_ROWS, GJ_HTML_MAX_COLUMNS);
}

/**
 * _gj_html_read_table:
 * @walk: a walk outside any cell
 * @table: a table of data
 *
 * Reads the table as a grid, then the tables in its cells.
 */
void
_gj_html_read_table (GjHtmlWalk    *walk,
                     const xmlNode *table)
{
  g_autoptr (GPtrArray) deferred = g_ptr_array_new ();
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GjRawBlock) grid = NULL;
  GPtrArray *outer = walk->deferred;

  if (walk->error != NULL)
    return;

  _gj_html_end_line (walk);
  walk->deferred = deferred;
  rows = collect_rows (walk, table);
  grid = gj_raw_block_new_grid (walk->n_paragraphs + 1);
  if (read_cells (walk, rows, grid) && _gj_html_place_cells (walk, rows, grid) && grid->rows->len > 0)
    add_grid (walk, g_steal_pointer (&grid));
  walk->deferred = outer;

  for (guint i = 0; i < walk->pictures->len; i++)
    _gj_html_walk_note (walk, GJ_RAW_NOTE_PICTURE_MOVED, ((const GjRawBlock *) walk->pictures->pdata[i])->text, 1);
  _gj_html_end_line (walk);
  if (walk->error == NULL)
    read_deferred (walk, deferred);
}

/**
 * _gj_html_read_layout:
 * @walk: a walk
 * @table: a table that only arranges the page
 *
 * Reads the cells one after the other, as if there were no table.
 */
void
_gj_html_read_layout (GjHtmlWalk    *walk,
                      const xmlNode *table)
{
  g_autoptr (GPtrArray) deferred = g_ptr_array_new ();
  g_autoptr (GPtrArray) rows = NULL;
  GPtrArray *outer = walk->deferred;

  _gj_html_end_line (walk);
  if (walk->line_of_layout == 0)
    walk->line_of_layout = walk->n_paragraphs + 1;
  walk->n_layouts++;

  if (outer == NULL)
    walk->deferred = deferred;
  rows = collect_rows (walk, table);
  for (guint r = 0; r < rows->len && walk->error == NULL; r++)
    {
      const GjHtmlRow *row = rows->pdata[r];

      for (guint i = 0; i < row->nodes->len; i++)
        {
          _gj_html_walk_node (walk, row->nodes->pdata[i]);
          _gj_html_end_line (walk);
        }
    }
  walk->deferred = outer;
  if (outer == NULL)
    read_deferred (walk, deferred);
}
