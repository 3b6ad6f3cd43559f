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
  GHashTable *labels;
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
               guint       line,
               guint       level)
{
  GjMatchItem item = { .text = text, .line = line, .level = level, .first_row = self->match->rows->len };

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

static void
add_block (Flattener        *self,
           const GjRawBlock *block)
{
  guint n = self->match->items->len;

  add_paragraph (self, block->text, block->line, block->level);
  if (self->match->items->len > n)
    gj_match_item (self->match, n)->said = block->role;
}

/* Blanks around a text that was a cell and is a paragraph. */
static const char *
strip (Flattener  *self,
       const char *text)
{
  char *copy = g_strstrip (g_strdup (text));

  g_ptr_array_add (self->match->strings, copy);
  _gj_match_lend_text (self->match, text, copy);

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

static GjMatchSpan *
dup_spans (GArray *spans)
{
  return g_memdup2 (spans->data, spans->len * sizeof (GjMatchSpan));
}

static void
add_row (Flattener          *self,
         GjMatchItem        *item,
         const GjRawRow     *raw,
         const GjSpanWalker *walker)
{
  GjMatchRow row = { .item = self->match->items->len };

  add_fields (&row, raw);
  if (self->match->document->unit != GJ_RAW_UNIT_LINE)
    {
      row.spans = dup_spans (walker->spans);
      row.covers = dup_spans (walker->covers);
      row.n_covers = walker->covers->len;
    }
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

      add_paragraph (self, strip (self, cell->text), cell->line, 0);
    }
}

/* Turned by a quarter, the labels of the rows stand side by side. No row of the form has
 * two of them. */

#define LEAST_TURNED 4

static gboolean
is_transposed (Flattener        *self,
               const GjRawBlock *block)
{
  for (guint i = 0; i < block->rows->len && i < 8; i++)
    {
      const GjRawRow *row = block->rows->pdata[i];
      g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

      for (guint j = 0; j < row->cells->len; j++)
        {
          const char *text = ((const GjRawCell *) row->cells->pdata[j])->text;
          g_autofree char *words = strlen (text) <= MAX_LABEL_BYTES ? gj_words_normalize (text) : NULL;

          if (words != NULL && g_hash_table_contains (self->labels, words))
            g_hash_table_add (seen, g_steal_pointer (&words));
        }
      if (g_hash_table_size (seen) >= LEAST_TURNED)
        return TRUE;
    }

  return FALSE;
}

/* A comment is known by the text that it is about, which the turned grid has anew. */
static void
lend_texts (Flattener        *self,
            const GjRawBlock *block,
            const GjRawBlock *turned)
{
  g_autoptr (GHashTable) texts = g_hash_table_new (g_str_hash, g_str_equal);

  if (self->match->document->comments->len == 0)
    return;

  for (guint i = 0; i < block->rows->len; i++)
    {
      const GjRawRow *row = block->rows->pdata[i];

      for (guint j = 0; j < row->cells->len; j++)
        {
          char *text = ((GjRawCell *) row->cells->pdata[j])->text;

          /* The same text twice: neither is known by it. */
          g_hash_table_insert (texts, text, g_hash_table_contains (texts, text) ? NULL : text);
        }
    }
  for (guint i = 0; i < turned->rows->len; i++)
    {
      const GjRawRow *row = turned->rows->pdata[i];

      for (guint j = 0; j < row->cells->len; j++)
        {
          const char *text = ((const GjRawCell *) row->cells->pdata[j])->text;
          const char *original = g_hash_table_lookup (texts, text);

          if (original != NULL)
            _gj_match_lend_text (self->match, original, text);
        }
    }
}

static const GjRawBlock *
turn_back (Flattener        *self,
           const GjRawBlock *block)
{
  GjRawBlock *turned = _gj_match_transpose (block);

  g_ptr_array_add (self->match->turned, turned);
  lend_texts (self, block, turned);

  return turned;
}

static void
add_grid (Flattener        *self,
          const GjRawBlock *given)
{
  gboolean transposed = is_transposed (self, given);
  const GjRawBlock *block = transposed ? turn_back (self, given) : given;
  gboolean all_paragraphs = is_paragraph_grid (self, block);
  g_auto (GjSpanWalker) walker = { 0 };
  GjMatchItem item = { 0 };

  _gj_span_walker_init (&walker);
  for (guint i = 0; i < block->rows->len; i++)
    {
      const GjRawRow *row = block->rows->pdata[i];

      _gj_span_walker_step (&walker, row);
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
              item.transposed = transposed;
            }
          add_row (self, &item, row, &walker);
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
  g_autoptr (GHashTable) labels = gj_known_forms_ref_labels ();
  Flattener flattener = { .match = self, .printed = printed, .headings = headings, .labels = labels };

  for (guint i = 0; i < blocks->len; i++)
    {
      const GjRawBlock *block = blocks->pdata[i];

      if (block->kind == GJ_RAW_GRID)
        add_grid (&flattener, block);
      else if (block->kind == GJ_RAW_PICTURE)
        _gj_match_add_picture (self, block);
      else if (block->text != NULL)
        add_block (&flattener, block);
    }
}
