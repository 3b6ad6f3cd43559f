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

static gboolean
equals_label (const char *normalised,
              const char *label)
{
  g_autofree char *other = label != NULL ? normalise_label (label) : NULL;

  return other != NULL && *other != '\0' && strcmp (normalised, other) == 0;
}

static gboolean
is_label_of_row (const GjRow *row,
                 const char  *normalised)
{
  if (equals_label (normalised, row->label.zh) || equals_label (normalised, row->label.en) ||
      equals_label (normalised, row->name.zh))
    return TRUE;

  for (guint i = 0; row->aliases != NULL && row->aliases[i] != NULL; i++)
    if (equals_label (normalised, row->aliases[i]))
      return TRUE;

  return FALSE;
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

static gboolean
is_label_printed (const GjTableLayout *layout,
                  guint                row,
                  const char          *normalised)
{
  for (guint i = 0; i < layout->n_slots; i++)
    {
      const GjSlot *slot = &layout->slots[i];

      if (slot->kind == GJ_SLOT_LABEL && slot->row == row && equals_label (normalised, slot->text.zh))
        return TRUE;
    }

  return FALSE;
}

/* The row that a label names. Of several equal labels the first one after the last row
 * found is meant. */

static guint
find_row (const GjGridModel *model,
          const char        *text,
          guint              after)
{
  const GjTable *table = gj_grid_model_get_table (model);
  const GjTableLayout *layout = gj_grid_model_get_layout (model);
  g_autofree char *normalised = normalise_label (text);
  guint found = GJ_NONE;

  for (guint row = 0; *normalised != '\0' && row < table->n_rows; row++)
    {
      if (!is_label_of_row (&table->rows[row], normalised) && !is_label_printed (layout, row, normalised))
        continue;

      if (!has_label (layout, row))
        continue;

      if (after == GJ_NONE || row > after)
        return row;

      if (found == GJ_NONE)
        found = row;
    }

  return found;
}

static gboolean
is_printed (const GjTableLayout *layout,
            const char          *text)
{
  g_autofree char *normalised = normalise_label (text);

  for (guint i = 0; i < layout->n_slots; i++)
    {
      const GjSlot *slot = &layout->slots[i];

      if (slot->kind != GJ_SLOT_CELL &&
          (equals_label (normalised, slot->text.zh) || equals_label (normalised, slot->text.en)))
        return TRUE;
    }

  return FALSE;
}

/* A row of heads holds words that the form prints, and nothing else. */

static gboolean
is_heads (const GjGridModel  *model,
          const GjGridMatrix *matrix,
          guint               line)
{
  const GjTableLayout *layout = gj_grid_model_get_layout (model);
  gboolean found = FALSE;

  for (guint column = 0; column < gj_grid_matrix_get_n_columns (matrix); column++)
    {
      const char *text = gj_grid_matrix_get_text (matrix, line, column);

      if (*text == '\0')
        continue;

      if (!is_printed (layout, text))
        return FALSE;

      found = TRUE;
    }

  return found;
}

static GjGridLine
judge_line (const GjGridModel  *model,
            const GjGridMatrix *matrix,
            guint               line,
            guint               last_row)
{
  GjGridLine judged = { GJ_GRID_LINE_VALUES, GJ_NONE, 0 };

  for (guint column = 0; column < gj_grid_matrix_get_n_columns (matrix); column++)
    {
      guint row = find_row (model, gj_grid_matrix_get_text (matrix, line, column), last_row);

      if (row != GJ_NONE)
        judged = (GjGridLine) { GJ_GRID_LINE_LABELLED, row, column };
    }

  if (judged.kind == GJ_GRID_LINE_VALUES && is_heads (model, matrix, line))
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
  guint last_row = GJ_NONE;

  *n_labelled = 0;

  for (guint i = 0; i < gj_grid_matrix_get_n_rows (matrix); i++)
    {
      GjGridLine line = judge_line (model, matrix, i, last_row);

      if (line.kind == GJ_GRID_LINE_LABELLED)
        {
          last_row = line.row;
          (*n_labelled)++;
        }

      g_array_append_val (lines, line);
    }

  return lines;
}
