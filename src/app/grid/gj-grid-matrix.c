/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "gj-grid-matrix.h"

/* Rows are arrays of texts that may end before the matrix does: what is missing is
 * covered by nothing and says nothing. */

struct _GjGridMatrix
{
  GPtrArray *rows;
  guint      n_columns;
};

/* Marks a place inside a merged cell. */

static char covered_mark[] = "";

static void
free_text (gpointer text)
{
  if (text != covered_mark)
    g_free (text);
}

GjGridMatrix *
gj_grid_matrix_new (void)
{
  GjGridMatrix *self = g_new0 (GjGridMatrix, 1);

  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  return self;
}

void
gj_grid_matrix_free (GjGridMatrix *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->rows);
  g_free (self);
}

guint
gj_grid_matrix_get_n_rows (const GjGridMatrix *self)
{
  return self->rows->len;
}

guint
gj_grid_matrix_get_n_columns (const GjGridMatrix *self)
{
  return self->n_columns;
}

static char **
get_place (const GjGridMatrix *self,
           guint               row,
           guint               column)
{
  GPtrArray *texts;

  if (row >= self->rows->len)
    return NULL;

  texts = g_ptr_array_index (self->rows, row);

  return column < texts->len ? (char **) &g_ptr_array_index (texts, column) : NULL;
}

static char **
ensure_place (GjGridMatrix *self,
              guint         row,
              guint         column)
{
  GPtrArray *texts;

  if (row >= GJ_GRID_MATRIX_MAX_ROWS || column >= GJ_GRID_MATRIX_MAX_COLUMNS)
    return NULL;

  while (self->rows->len <= row)
    g_ptr_array_add (self->rows, g_ptr_array_new_with_free_func (free_text));

  texts = g_ptr_array_index (self->rows, row);

  while (texts->len <= column)
    g_ptr_array_add (texts, NULL);

  self->n_columns = MAX (self->n_columns, column + 1);

  return (char **) &g_ptr_array_index (texts, column);
}

/* The text of a place; "" where nothing is, also inside a merged cell. */

const char *
gj_grid_matrix_get_text (const GjGridMatrix *self,
                         guint               row,
                         guint               column)
{
  char **place = get_place (self, row, column);

  return place != NULL && *place != NULL ? *place : "";
}

gboolean
gj_grid_matrix_is_covered (const GjGridMatrix *self,
                           guint               row,
                           guint               column)
{
  char **place = get_place (self, row, column);

  return place != NULL && *place == covered_mark;
}

/* Puts a text into a place that is still free. A matrix that is full drops the text and
 * says so. */

gboolean
gj_grid_matrix_take (GjGridMatrix *self,
                     guint         row,
                     guint         column,
                     char         *text)
{
  char **place = ensure_place (self, row, column);

  if (place == NULL || *place != NULL)
    {
      g_free (text);
      return FALSE;
    }

  *place = text;

  return TRUE;
}

/* Marks the places of a merged cell as covered, but for the first. */

void
gj_grid_matrix_cover (GjGridMatrix *self,
                      guint         row,
                      guint         column,
                      guint         n_rows,
                      guint         n_columns)
{
  for (guint i = 0; i < n_rows; i++)
    for (guint j = 0; j < n_columns; j++)
      {
        char **place = ensure_place (self, row + i, column + j);

        if (place != NULL && *place == NULL && i + j > 0)
          *place = covered_mark;
      }
}

/* Drops the rows from n_rows on: those that only a merged cell reached into. */

void
gj_grid_matrix_cut (GjGridMatrix *self,
                    guint         n_rows)
{
  if (self->rows->len > n_rows)
    g_ptr_array_set_size (self->rows, (int) n_rows);
}

static gboolean
is_blank_char (gunichar c)
{
  return g_unichar_isspace (c) || c == 0x00A0 || c == 0x3000 || c == 0x200B || c == 0xFEFF;
}

/* The text without the blanks around it; inside nothing changes. */

char *
gj_grid_trim (const char *text)
{
  const char *start = text;
  const char *end = text + strlen (text);

  while (*start != '\0' && is_blank_char (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);

  while (end > start)
    {
      const char *before = g_utf8_prev_char (end);

      if (!is_blank_char (g_utf8_get_char (before)))
        break;

      end = before;
    }

  return g_strndup (start, (gsize) (end - start));
}

/* A field in quotes runs to the quote that a tab, a line end or the end follows; a
 * doubled quote inside stands for one. Returns NULL when it is no such field: then the
 * quotes are part of the text. */

static char *
read_quoted (const char  *text,
             const char **end)
{
  g_autoptr (GString) field = g_string_new (NULL);

  for (const char *p = text + 1; *p != '\0'; p++)
    {
      if (*p != '"')
        g_string_append_c (field, *p);
      else if (p[1] == '"')
        g_string_append_c (field, *p++);
      else if (strchr ("\t\r\n", p[1]) != NULL)
        {
          *end = p + 1;
          return g_string_free (g_steal_pointer (&field), FALSE);
        }
      else
        return NULL;
    }

  return NULL;
}

static char *
read_field (const char  *text,
            const char **end)
{
  if (*text == '"')
    {
      char *quoted = read_quoted (text, end);

      if (quoted != NULL)
        return quoted;
    }

  *end = text + strcspn (text, "\t\r\n");

  return g_strndup (text, (gsize) (*end - text));
}

static const char *
skip_line_end (const char *text)
{
  if (text[0] == '\r' && text[1] == '\n')
    return text + 2;

  return text + 1;
}

/**
 * gj_grid_matrix_new_for_text:
 * @text: tab-separated values in UTF-8, as spreadsheets copy them
 *
 * Reads rows parted by CR, LF or both and fields parted by tabs; one line end at the end
 * adds no row.
 */
GjGridMatrix *
gj_grid_matrix_new_for_text (const char *text)
{
  GjGridMatrix *self = gj_grid_matrix_new ();
  guint row = 0;
  guint column = 0;

  if (g_str_has_prefix (text, "\xEF\xBB\xBF"))
    text += 3;

  while (*text != '\0')
    {
      g_autofree char *field = read_field (text, &text);

      if (!gj_grid_matrix_take (self, row, column, gj_grid_trim (field)))
        break;

      if (*text == '\t')
        {
          column++;
          text++;

          if (*text == '\0' || *text == '\r' || *text == '\n')
            gj_grid_matrix_take (self, row, column, g_strdup (""));
        }

      if (*text == '\r' || *text == '\n')
        {
          text = skip_line_end (text);
          row++;
          column = 0;
        }
    }

  return self;
}
