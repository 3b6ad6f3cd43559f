/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "gj-grid-labels.h"

/* Labels are compared without blanks, with full-width characters as half-width ones and
 * with one kind of full stop and bracket. */

static char *
normalise_label (const char *text)
{
  g_autofree char *folded = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);
  GString *out = g_string_new (NULL);

  for (const char *p = folded != NULL ? folded : ""; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c) || c == 0x200B || c == 0xFEFF || c == '.' || c == 0x3001 || c == ',')
        continue;

      g_string_append_unichar (out, g_unichar_tolower (c));
    }

  return g_string_free (out, FALSE);
}

/* What the form prints, as it is compared: made once for a clipboard, whose cells may be
 * many thousands. */

typedef struct
{
  GHashTable *rows;
  GHashTable *printed;
} Labels;

static void
labels_clear (Labels *self)
{
  g_hash_table_unref (self->rows);
  g_hash_table_unref (self->printed);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Labels, labels_clear)

/* Rows are added in their order, each once for a label. */

static void
add_row (Labels     *self,
         const char *label,
         guint       row)
{
  g_autofree char *normalised = label != NULL ? normalise_label (label) : NULL;
  GArray *rows;

  if (normalised == NULL || *normalised == '\0')
    return;

  rows = g_hash_table_lookup (self->rows, normalised);
  if (rows == NULL)
    {
      rows = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (self->rows, g_steal_pointer (&normalised), rows);
    }
  if (rows->len == 0 || g_array_index (rows, guint, rows->len - 1) != row)
    g_array_append_val (rows, row);
}

static void
add_printed (Labels     *self,
             const char *text)
{
  g_autofree char *normalised = text != NULL ? normalise_label (text) : NULL;

  if (normalised != NULL && *normalised != '\0')
    g_hash_table_add (self->printed, g_steal_pointer (&normalised));
}

/* Table four sets its rows beside each other under heads: such a row has no label. */

static gboolean
has_label (const GjTableLayout *layout,
           guint                row)
{
  for (guint i = 0; i < layout->n_slots; i++)
    if (layout->slots[i].kind == GJ_SLOT_LABEL && layout->slots[i].row == row)
      return TRUE;

  return FALSE;
}

static void
add_labels_of_row (Labels              *self,
                   const GjRow         *row,
                   const GjTableLayout *layout,
                   guint                index)
{
  add_row (self, row->label.zh, index);
  add_row (self, row->label.en, index);
  add_row (self, row->name.zh, index);
  for (guint i = 0; row->aliases != NULL && row->aliases[i] != NULL; i++)
    add_row (self, row->aliases[i], index);
  for (guint i = 0; i < layout->n_slots; i++)
    if (layout->slots[i].kind == GJ_SLOT_LABEL && layout->slots[i].row == index)
      add_row (self, layout->slots[i].text.zh, index);
}

static void
labels_init (Labels            *self,
             const GjGridModel *model)
{
  const GjTable *table = gj_grid_model_get_table (model);
  const GjTableLayout *layout = gj_grid_model_get_layout (model);

  self->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  self->printed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint row = 0; row < table->n_rows; row++)
    if (has_label (layout, row))
      add_labels_of_row (self, &table->rows[row], layout, row);

  for (guint i = 0; i < layout->n_slots; i++)
    if (layout->slots[i].kind != GJ_SLOT_CELL)
      {
        add_printed (self, layout->slots[i].text.zh);
        add_printed (self, layout->slots[i].text.en);
      }
}

/* The row that a label names. Of several equal labels the first one after the last row
 * found is meant. */

static guint
find_row (const Labels *labels,
          const char   *text,
          guint         after)
{
  g_autofree char *normalised = normalise_label (text);
  GArray *rows = g_hash_table_lookup (labels->rows, normalised);

  if (rows == NULL)
    return GJ_NONE;

  for (guint i = 0; i < rows->len; i++)
    if (after == GJ_NONE || g_array_index (rows, guint, i) > after)
      return g_array_index (rows, guint, i);

  return g_array_index (rows, guint, 0);
}

static gboolean
is_printed (const Labels *labels,
            const char   *text)
{
  g_autofree char *normalised = normalise_label (text);

  return g_hash_table_contains (labels->printed, normalised);
}

/* A row of heads holds words that the form prints, and nothing else. */

static gboolean
is_heads (const Labels       *labels,
          const GjGridMatrix *matrix,
          guint               line)
{
  gboolean found = FALSE;

  for (guint column = 0; column < gj_grid_matrix_get_n_columns (matrix); column++)
    {
      const char *text = gj_grid_matrix_get_text (matrix, line, column);

      if (*text == '\0')
        continue;

      if (!is_printed (labels, text))
        return FALSE;

      found = TRUE;
    }

  return found;
}

static GjGridLine
judge_line (const Labels       *labels,
            const GjGridMatrix *matrix,
            guint               line,
            guint               last_row)
{
  GjGridLine judged = { GJ_GRID_LINE_VALUES, GJ_NONE, 0 };

  for (guint column = 0; column < gj_grid_matrix_get_n_columns (matrix); column++)
    {
      guint row = find_row (labels, gj_grid_matrix_get_text (matrix, line, column), last_row);

      if (row != GJ_NONE)
        judged = (GjGridLine) { GJ_GRID_LINE_LABELLED, row, column };
    }

  if (judged.kind == GJ_GRID_LINE_VALUES && is_heads (labels, matrix, line))
    judged.kind = GJ_GRID_LINE_HEADS;

  return judged;
}

/* (element-type GjGridLine): every row of the clipboard, and how many have a label. */

GArray *
gj_grid_judge_lines (const GjGridModel  *model,
                     const GjGridMatrix *matrix,
                     guint              *n_labelled)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (GjGridLine));
  g_auto (Labels) labels;
  guint last_row = GJ_NONE;

  labels_init (&labels, model);
  *n_labelled = 0;

  for (guint i = 0; i < gj_grid_matrix_get_n_rows (matrix); i++)
    {
      GjGridLine line = judge_line (&labels, matrix, i, last_row);

      if (line.kind == GJ_GRID_LINE_LABELLED)
        {
          last_row = line.row;
          (*n_labelled)++;
        }

      g_array_append_val (lines, line);
    }

  return lines;
}
