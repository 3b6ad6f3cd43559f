/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include <libxml/HTMLparser.h>

#include "gj-grid-matrix.h"

/* Reads the first table that holds a row. A table inside a cell is text of the cell. */

typedef struct
{
  GjGridMatrix *matrix;
  guint         row;
} GjHtmlReader;

static gboolean
is_element (const xmlNode *node,
            const char    *name)
{
  return node->type == XML_ELEMENT_NODE && g_ascii_strcasecmp ((const char *) node->name, name) == 0;
}

static gboolean
has_style (const xmlNode *node,
           const char    *words)
{
  xmlChar *style = xmlGetNoNsProp ((xmlNode *) node, BAD_CAST "style");
  gboolean found = FALSE;

  if (style != NULL)
    {
      g_autofree char *lower = g_ascii_strdown ((const char *) style, -1);
      g_auto (GStrv) parts = g_strsplit (lower, " ", -1);
      g_autofree char *tight = g_strjoinv ("", parts);

      found = strstr (tight, words) != NULL;
    }

  xmlFree (style);

  return found;
}

static gboolean
is_hidden (const xmlNode *node)
{
  return is_element (node, "script") || is_element (node, "style") || is_element (node, "del") ||
         is_element (node, "template") || has_style (node, "display:none") ||
         has_style (node, "mso-hide:all");
}

static void
append_collapsed (GString    *text,
                  const char *words)
{
  for (const char *p = words; *p != '\0'; p++)
    {
      gboolean after_blank = text->len == 0 || strchr (" \n", text->str[text->len - 1]) != NULL;

      if (strchr (" \t\r\n\f", *p) == NULL)
        g_string_append_c (text, *p);
      else if (!after_blank)
        g_string_append_c (text, ' ');
    }
}

static void
append_line_end (GString *text)
{
  while (text->len > 0 && text->str[text->len - 1] == ' ')
    g_string_truncate (text, text->len - 1);

  if (text->len > 0)
    g_string_append_c (text, '\n');
}

static gboolean
is_block (const xmlNode *node)
{
  return is_element (node, "p") || is_element (node, "div") || is_element (node, "li") ||
         is_element (node, "tr");
}

/* The parser refuses more than 256 nested elements, which bounds the recursion. */

static void
append_content (GString       *text,
                const xmlNode *node)
{
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    {
      if (child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE)
        append_collapsed (text, (const char *) child->content);
      else if (is_element (child, "br"))
        append_line_end (text);
      else if (child->type == XML_ELEMENT_NODE && !is_hidden (child))
        {
          if (is_block (child) && text->len > 0 && text->str[text->len - 1] != '\n')
            append_line_end (text);

          append_content (text, child);

          if (is_block (child))
            append_line_end (text);
        }
    }
}

static char *
dup_content (const xmlNode *node)
{
  g_autoptr (GString) text = g_string_new (NULL);

  append_content (text, node);

  return gj_grid_trim (text->str);
}

static guint
get_span (const xmlNode *node,
          const char    *name,
          guint          most)
{
  xmlChar *value = xmlGetNoNsProp ((xmlNode *) node, BAD_CAST name);
  guint64 span = value != NULL ? g_ascii_strtoull ((const char *) value, NULL, 10) : 1;

  xmlFree (value);

  return (guint) CLAMP (span, 1, most);
}

static guint
find_free (const GjGridMatrix *matrix,
           guint               row,
           guint               column)
{
  while (column < GJ_GRID_MATRIX_MAX_COLUMNS && gj_grid_matrix_is_covered (matrix, row, column))
    column++;

  return column;
}

static void
read_row (GjHtmlReader  *reader,
          const xmlNode *row)
{
  guint column = 0;

  for (const xmlNode *cell = row->children; cell != NULL; cell = cell->next)
    {
      guint n_rows, n_columns;

      if ((!is_element (cell, "td") && !is_element (cell, "th")) || is_hidden (cell))
        continue;

      column = find_free (reader->matrix, reader->row, column);
      n_rows = get_span (cell, "rowspan", GJ_GRID_MATRIX_MAX_ROWS);
      n_columns = get_span (cell, "colspan", GJ_GRID_MATRIX_MAX_COLUMNS);

      if (!gj_grid_matrix_take (reader->matrix, reader->row, column, dup_content (cell)))
        return;

      gj_grid_matrix_cover (reader->matrix, reader->row, column, n_rows, n_columns);
      column += n_columns;
    }

  reader->row++;
}

static void
read_rows (GjHtmlReader  *reader,
           const xmlNode *node)
{
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    {
      if (child->type != XML_ELEMENT_NODE || is_hidden (child))
        continue;

      if (is_element (child, "tr"))
        read_row (reader, child);
      else if (is_element (child, "thead") || is_element (child, "tbody") || is_element (child, "tfoot"))
        read_rows (reader, child);
    }
}

static gboolean
read_first_table (GjHtmlReader  *reader,
                  const xmlNode *node)
{
  for (; node != NULL; node = node->next)
    {
      if (node->type != XML_ELEMENT_NODE || is_hidden (node))
        continue;

      if (is_element (node, "table"))
        read_rows (reader, node);
      else
        read_first_table (reader, node->children);

      if (reader->row > 0)
        return TRUE;
    }

  return FALSE;
}

/**
 * gj_grid_matrix_new_for_html:
 * @html: HTML in UTF-8
 * @length: its bytes
 *
 * Reads the first table with rows, spans respected. Nothing is loaded from elsewhere and
 * no more than %GJ_GRID_MATRIX_MAX_BYTES are read.
 *
 * Returns: (transfer full) (nullable): the matrix, or %NULL when there is no table
 */
GjGridMatrix *
gj_grid_matrix_new_for_html (const char *html,
                             gsize       length)
{
  const int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                      HTML_PARSE_NONET | HTML_PARSE_COMPACT;
  GjHtmlReader reader = { NULL, 0 };
  htmlDocPtr document;

  if (length > GJ_GRID_MATRIX_MAX_BYTES)
    return NULL;

  document = htmlReadMemory (html, (int) length, NULL, "UTF-8", options);

  if (document == NULL)
    return NULL;

  reader.matrix = gj_grid_matrix_new ();

  if (!read_first_table (&reader, xmlDocGetRootElement (document)))
    g_clear_pointer (&reader.matrix, gj_grid_matrix_free);
  else
    gj_grid_matrix_cut (reader.matrix, reader.row);

  xmlFreeDoc (document);

  return reader.matrix;
}
