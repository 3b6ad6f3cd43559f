/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "gj-html-private.h"

/* Which tables hold data and which only arrange the page. One pass over the tree, from the
 * inside out: a table is judged by its own cells, and by the tables in them.
 *
 * GjRawMeasure is another rule and not this one twice: a document of Word is judged when its
 * cells are blocks, and a frame of one cell is all that it uses a table for. A page puts
 * menus and columns beside the article into tables of many short cells, so numbers and
 * prose decide here, and they must be known before the first cell is read. */

#define LONG_CHARACTERS 200
#define SHORT_CHARACTERS 60

typedef struct
{
  guint    n_characters;
  guint    n_sentences;
  guint    n_tables;
  gboolean is_number;
} Cell;

typedef struct
{
  const xmlNode *node;
  Cell           cell;
  gboolean       in_cell;
  guint          n_in_row;
  guint          n_columns;
  guint          n_short;
  guint          n_numbers;
  guint          n_prose;
  guint          n_holders;
  guint          n_mixed;
  guint          n_characters;
  guint          n_sentences;
  guint          n_tables;
} Table;

static void
add_text (Table      *table,
          const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c) || c == 0xa0 || c == 0x3000)
        continue;
      table->cell.n_characters++;
      table->cell.n_sentences += c == 0x3002;
      if (!g_unichar_isdigit (c) && strchr (".,-/", c < 0x80 ? (int) c : '!') == NULL)
        table->cell.is_number = FALSE;
    }
}

static void
end_cell (Table *table)
{
  const Cell *cell = &table->cell;

  if (!table->in_cell)
    return;

  table->in_cell = FALSE;
  table->n_numbers += cell->n_tables == 0 && cell->is_number;
  table->n_short += cell->n_tables == 0 && cell->n_characters > 0 && cell->n_characters <= SHORT_CHARACTERS;
  table->n_prose += cell->n_characters > LONG_CHARACTERS && cell->n_sentences > 1;
  table->n_holders += cell->n_tables > 0;
  table->n_mixed += cell->n_tables > 1 || (cell->n_tables > 0 && cell->n_characters > SHORT_CHARACTERS);
  table->n_characters += cell->n_characters;
  table->n_sentences += cell->n_sentences;
  table->n_tables += cell->n_tables;
}

static void
begin_cell (Table *table)
{
  end_cell (table);
  memset (&table->cell, 0, sizeof table->cell);
  table->cell.is_number = TRUE;
  table->in_cell = TRUE;
  table->n_in_row++;
  table->n_columns = MAX (table->n_columns, table->n_in_row);
}

static gboolean
is_layout (const Table *table)
{
  const char *role = _gj_html_get_attribute (table->node, "role");

  if (role != NULL && (strcmp (role, "presentation") == 0 || strcmp (role, "none") == 0))
    return TRUE;
  if (table->n_columns <= 1)
    return TRUE;
  if (table->n_numbers >= 6 && table->n_mixed == 0)
    return FALSE;

  return table->n_prose > 0 || table->n_mixed > 0 || (table->n_holders > 0 && table->n_short < 4);
}

/* What a layout table holds counts for the cell around it; a table of data is one. */
static void
end_table (Table      *table,
           Table      *outer,
           GHashTable *layouts)
{
  gboolean layout;

  end_cell (table);
  layout = is_layout (table);
  if (layout)
    g_hash_table_add (layouts, (gpointer) table->node);
  if (outer == NULL)
    return;

  outer->cell.n_tables += layout ? table->n_tables : 1;
  outer->cell.n_characters += layout ? table->n_characters : 0;
  outer->cell.n_sentences += layout ? table->n_sentences : 0;
}

static void
survey (const xmlNode *node,
        Table         *table,
        GHashTable    *layouts)
{
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    {
      if (child->type == XML_TEXT_NODE && table != NULL)
        add_text (table, (const char *) child->content);
      if (child->type != XML_ELEMENT_NODE)
        continue;

      if (_gj_html_is (child, "table"))
        {
          Table inner = { .node = child };

          survey (child, &inner, layouts);
          end_table (&inner, table, layouts);
          continue;
        }
      if (table != NULL && _gj_html_is (child, "tr"))
        {
          end_cell (table);
          table->n_in_row = 0;
        }
      if (table != NULL && (_gj_html_is (child, "td") || _gj_html_is (child, "th")))
        begin_cell (table);
      survey (child, table, layouts);
    }
}

/**
 * _gj_html_find_layouts:
 * @root: (nullable): a tree
 *
 * Returns: (transfer full) (element-type xmlNode): the tables that only arrange the page
 */
GHashTable *
_gj_html_find_layouts (const xmlNode *root)
{
  GHashTable *layouts = g_hash_table_new (NULL, NULL);

  if (root != NULL)
    survey (root, NULL, layouts);

  return layouts;
}
