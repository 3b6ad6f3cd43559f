/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-known-forms.h"
#include "gj-match-private.h"

#include <string.h>

/* From blocks to items and rows. A grid may hold what is no table: a heading that a web
 * page set into a cell, paragraphs indented by tabs. Such rows become paragraphs here. */

#define MAX_LABEL_BYTES 300
#define LONG_BYTES 135

typedef struct
{
  GjMatch    *match;
  GHashTable *printed;
  GHashTable *headings;
} Flattener;

static gboolean
is_blank_character (gunichar c)
{
  return gj_words_fold (c) == 0 && c != '"' && c != '\'';
}

/**
 * _gj_text_is_blank:
 * @text: a text
 *
 * Returns: whether nothing but blanks stands in @text
 */
gboolean
_gj_text_is_blank (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!is_blank_character (g_utf8_get_char (p)))
      return FALSE;

  return TRUE;
}

static void
add_paragraph (Flattener  *self,
               const char *text,
               guint       line)
{
  GjMatchItem item = { .text = text, .line = line, .first_row = self->match->rows->len };

  if (_gj_text_is_blank (text))
    return;

  if (strlen (text) <= MAX_LABEL_BYTES)
    {
      GjMatchRow row = { .item = self->match->items->len, .line = line, .loose = TRUE };

      row.fields = g_new (const char *, 1);
      row.fields[0] = text;
      row.n_fields = 1;
      row.n_prefix = 1;
      row.n_words = 1;
      row.words = g_new0 (GjWords, 1);
      gj_words_init (row.words, text);
      g_array_append_val (self->match->rows, row);
      item.n_rows = 1;
    }
  g_array_append_val (self->match->items, item);
}

/* Blanks around a text that was a cell and is a paragraph. */
static const char *
strip (Flattener  *self,
       const char *text)
{
  char *copy = g_strstrip (g_strdup (text));

  g_ptr_array_add (self->match->strings, copy);

  return copy;
}

static const GjRawCell *
find_only_cell (const GjRawRow *row)
{
  const GjRawCell *only = NULL;

  for (guint i = 0; i < row->cells->len; i++)
    {
      const GjRawCell *cell = row->cells->pdata[i];

      if (_gj_text_is_blank (cell->text))
        continue;
      if (only != NULL)
        return NULL;
      only = cell;
    }

  return only;
}

static gboolean
is_printed (Flattener  *self,
            const char *text)
{
  g_autofree char *words = gj_words_normalize (text);

  return g_hash_table_contains (self->printed, words);
}

static gboolean
is_numeral_item (const char *text)
{
  GjWords words;
  gboolean result;

  gj_words_init (&words, text);
  result = words.n_ordinal > 1 && words.characters[0] >= 0x4e00 &&
           words.characters[words.n_ordinal - 1] == 0x3001;
  gj_words_clear (&words);

  return result;
}

/* A row of one text that is a heading of first level, or too long for a label. */
static gboolean
is_paragraph_row (Flattener       *self,
                  const GjRawCell *only)
{
  GjNumberText number;

  if (only == NULL)
    return FALSE;
  if (strlen (only->text) > MAX_LABEL_BYTES)
    return TRUE;
  if (strlen (only->text) <= LONG_BYTES && !is_numeral_item (only->text))
    return FALSE;

  gj_number_text_read (only->text, &number);

  return number.state != GJ_NUMBER_READ && !is_printed (self, only->text);
}

static gboolean
is_paragraph_grid (Flattener        *self,
                   const GjRawBlock *block)
{
  for (guint i = 0; i < block->rows->len; i++)
    {
      const GjRawRow *row = block->rows->pdata[i];
      const GjRawCell *only = find_only_cell (row);
      GjNumberText number;

      if (only == NULL)
        {
          for (guint j = 0; j < row->cells->len; j++)
            if (!_gj_text_is_blank (((const GjRawCell *) row->cells->pdata[j])->text))
              return FALSE;
          continue;
        }
      gj_number_text_read (only->text, &number);
      if (number.state == GJ_NUMBER_READ || is_printed (self, only->text))
        return FALSE;
    }

  return TRUE;
}

/* A cell is one field, however many columns it covers: a merged head is one head, and a
 * value that stands alone in a wide cell is one value. */
static void
add_fields (GjMatchRow     *out,
            const GjRawRow *row)
{
  out->n_fields = row->cells->len;
  out->fields = g_new (const char *, MAX (out->n_fields, 1));
  out->line = ((const GjRawCell *) row->cells->pdata[0])->line;
  for (guint i = 0; i < row->cells->len; i++)
    out->fields[i] = ((const GjRawCell *) row->cells->pdata[i])->text;
}

static void
add_words (GjMatchRow *row)
{
  row->n_prefix = row->n_fields;
  for (guint i = 0; i < row->n_fields; i++)
    {
      GjNumberText number;

      gj_number_text_read (row->fields[i], &number);
      if (number.state != GJ_NUMBER_READ && number.state != GJ_NUMBER_NONE)
        continue;
      row->n_prefix = MIN (row->n_prefix, i);
      row->n_numbers++;
    }

  row->n_words = MIN (row->n_prefix, 32);
  row->words = g_new0 (GjWords, MAX (row->n_words, 1));
  for (guint i = 0; i < row->n_words; i++)
    if (!_gj_text_is_blank (row->fields[i]) && strlen (row->fields[i]) <= MAX_LABEL_BYTES)
      gj_words_init (&row->words[i], row->fields[i]);
}

static void
add_row (Flattener      *self,
         GjMatchItem    *item,
         const GjRawRow *raw)
{
  GjMatchRow row = { .item = self->match->items->len };

  add_fields (&row, raw);
  add_words (&row);
  g_array_append_val (self->match->rows, row);
  item->n_rows++;
}

static void
close_grid (Flattener   *self,
            GjMatchItem *item)
{
  if (item->n_rows > 0)
    g_array_append_vals (self->match->items, item, 1);
  memset (item, 0, sizeof *item);
}

/* Paragraphs indented by tabs look like the cells of one row. */
static gboolean
holds_heading (Flattener      *self,
               const GjRawRow *row)
{
  for (guint i = 0; i < row->cells->len; i++)
    {
      const GjRawCell *cell = row->cells->pdata[i];
      g_autofree char *words = NULL;

      if (strlen (cell->text) > LONG_BYTES)
        continue;
      words = gj_words_normalize (cell->text);
      if (g_hash_table_contains (self->headings, words))
        return TRUE;
    }

  return FALSE;
}

static void
add_paragraphs (Flattener      *self,
                const GjRawRow *row)
{
  for (guint i = 0; i < row->cells->len; i++)
    {
      const GjRawCell *cell = row->cells->pdata[i];

      add_paragraph (self, strip (self, cell->text), cell->line);
    }
}

static void
add_grid (Flattener        *self,
          const GjRawBlock *block)
{
  gboolean all_paragraphs = is_paragraph_grid (self, block);
  GjMatchItem item = { 0 };

  for (guint i = 0; i < block->rows->len; i++)
    {
      const GjRawRow *row = block->rows->pdata[i];

      if (all_paragraphs || holds_heading (self, row) || is_paragraph_row (self, find_only_cell (row)))
        {
          close_grid (self, &item);
          add_paragraphs (self, row);
        }
      else if (row->cells->len > 0)
        {
          if (item.n_rows == 0)
            {
              item.first_row = self->match->rows->len;
              item.line = ((const GjRawCell *) row->cells->pdata[0])->line;
            }
          add_row (self, &item, row);
        }
    }
  close_grid (self, &item);
}

/**
 * _gj_match_flatten:
 * @self: a match
 * @blocks: (element-type GjRawBlock): what a reader gave
 *
 * Fills the items and rows of @self. They lend their texts from @blocks.
 */
void
_gj_match_flatten (GjMatch   *self,
                   GPtrArray *blocks)
{
  g_autoptr (GHashTable) printed = gj_known_forms_ref_printed ();
  g_autoptr (GHashTable) headings = gj_known_forms_ref_headings ();
  Flattener flattener = { .match = self, .printed = printed, .headings = headings };

  for (guint i = 0; i < blocks->len; i++)
    {
      const GjRawBlock *block = blocks->pdata[i];

      if (block->kind == GJ_RAW_GRID)
        add_grid (&flattener, block);
      else if (block->text != NULL)
        add_paragraph (&flattener, block->text, block->line);
    }
}
