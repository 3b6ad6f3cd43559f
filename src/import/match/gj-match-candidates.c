/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-match-aligner-private.h"

#include <string.h>

/* Which lines of the form a row may be: the lines that have its label; only a row without
 * such a line is compared by likeness, and one without words by its values. */

#define LEAST_ALIKE 600
#define MAX_ALIKE_ROWS 1500
#define MAX_CANDIDATES 20000

/* The group labels that the rows before this one stood under; an outer one ends the
 * inner ones. */
static void
note_groups (GjAligner          *self,
             const GjMatchRow   *row)
{
  for (guint i = 0; i < row->n_words; i++)
    {
      const GjSlot *slot;
      guint level;

      if (row->words[i].text == NULL)
        continue;
      slot = gj_expectation_find_slot (self->out->expectation, row->words[i].text, NULL);
      if (slot == NULL || slot->row != GJ_NONE ||
          (slot->kind != GJ_SLOT_LABEL && slot->kind != GJ_SLOT_TITLE))
        continue;
      level = slot->kind == GJ_SLOT_TITLE ? 0 : 1 + MIN (slot->position, 2);
      self->groups[level] = row->words[i].text;
      for (guint j = level + 1; j < G_N_ELEMENTS (self->groups); j++)
        self->groups[j] = NULL;
    }
}

static guint
count_shared_groups (GjAligner              *self,
                     const GjExpectedLine   *line)
{
  guint n = 0;

  for (guint i = 0; i < line->n_groups; i++)
    for (guint j = 0; j < G_N_ELEMENTS (self->groups); j++)
      if (self->groups[j] != NULL && strcmp (line->groups[i], self->groups[j]) == 0)
        {
          n++;
          break;
        }

  return n;
}

/* Words between a label and the numbers may be values, but more likely another label. */
static guint
count_words_after (const GjMatchRow *row,
                   guint             own)
{
  guint n = 0;

  for (guint i = own + 1; i < row->n_words; i++)
    n += row->words[i].text != NULL;

  return n;
}

static void
add_candidate (GjAligner *self,
               guint      row_index,
               guint      line_index,
               guint      own,
               guint      alike)
{
  const GjMatchRow *row = gj_match_row (self->match, row_index);
  const GjExpectedLine *line = _gj_aligner_get_line (self, line_index);
  guint n_fields = row->n_fields - (own == GJ_NONE ? 0 : own + 1);
  GjCandidate candidate = { .row = row_index, .line = line_index, .own = own, .alike = alike };

  if (self->candidates->len >= MAX_CANDIDATES)
    return;

  candidate.score = alike + 40 * MIN (count_shared_groups (self, line), 3);
  if (row->n_numbers == line->n_cells || n_fields == line->n_cells)
    candidate.score += 100;
  else
    candidate.score -= 200;
  if (own != GJ_NONE && count_words_after (row, own) > 0 &&
      count_words_after (row, own) + row->n_numbers > line->n_cells)
    candidate.score -= 400;
  candidate.score = MAX (candidate.score, 1);
  g_array_append_val (self->candidates, candidate);
}

static gboolean
add_same (GjAligner *self,
          guint      row_index)
{
  const GjMatchRow *row = gj_match_row (self->match, row_index);
  gboolean found = FALSE;

  for (guint i = 0; i < row->n_words; i++)
    {
      const GArray *lines;

      if (row->words[i].text == NULL)
        continue;
      lines = gj_expectation_find_lines (self->out->expectation, row->words[i].text);
      for (guint j = 0; lines != NULL && j < lines->len; j++)
        {
          add_candidate (self, row_index, g_array_index (lines, guint, j), i, GJ_WORDS_SAME);
          found = TRUE;
        }
    }

  return found;
}

static void
add_alike (GjAligner       *self,
           guint            row_index,
           guint            own,
           const GjWords   *words)
{
  for (guint i = 0; i < gj_expectation_get_n_lines (self->out->expectation); i++)
    {
      guint alike = _gj_aligner_compare (self, words, i);

      if (alike >= LEAST_ALIKE)
        add_candidate (self, row_index, i, own, alike);
    }
}

static void
add_by_likeness (GjAligner *self,
                 guint      row_index)
{
  const GjMatchRow *row = gj_match_row (self->match, row_index);
  guint own = _gj_match_row_find_own (row);
  guint alike;

  if (self->n_alike_rows++ >= MAX_ALIKE_ROWS)
    return;

  alike = own != GJ_NONE ? _gj_aligner_compare_all (self, &row->words[own]) : 0;
  if (_gj_aligner_join_label (self, row_index, own, alike))
    {
      GjWords words;

      gj_words_init (&words, self->out->labels[row_index]);
      add_alike (self, row_index, own, &words);
      gj_words_clear (&words);
      return;
    }

  for (guint i = 0; i < row->n_words; i++)
    if (row->words[i].text != NULL && !_gj_aligner_is_printed (self, &row->words[i]))
      add_alike (self, row_index, i, &row->words[i]);
}

/* A row of values only, or with nothing but heads before them. */
static gboolean
add_without_label (GjAligner *self,
                   guint      row_index)
{
  const GjMatchRow *row = gj_match_row (self->match, row_index);
  gboolean found = FALSE;

  for (guint i = 0; i < row->n_words; i++)
    if (row->words[i].text != NULL && !_gj_aligner_is_printed (self, &row->words[i]))
      return FALSE;

  for (guint i = 0; i < gj_expectation_get_n_lines (self->out->expectation); i++)
    {
      guint n_cells = _gj_aligner_get_line (self, i)->n_cells;

      if (_gj_aligner_get_line (self, i)->n_labels > 0 || row->n_numbers * 2 < n_cells || row->n_numbers > 2 * n_cells)
        continue;
      add_candidate (self, row_index, i, GJ_NONE, row->n_numbers == n_cells ? GJ_ALIGNER_SURE : 500);
      found = TRUE;
    }

  return found;
}

/* A blank row just as wide as a line without label. */
static void
add_blank (GjAligner *self,
           guint      row_index)
{
  const GjMatchRow *row = gj_match_row (self->match, row_index);

  for (guint i = 0; i < row->n_fields; i++)
    if (!_gj_text_is_blank (row->fields[i]))
      return;

  for (guint i = 0; i < gj_expectation_get_n_lines (self->out->expectation); i++)
    {
      const GjExpectedLine *line = _gj_aligner_get_line (self, i);

      if (line->n_labels == 0 && line->n_cells == row->n_fields)
        add_candidate (self, row_index, i, GJ_NONE, 500);
    }
}

void
_gj_aligner_find_candidates (GjAligner *self)
{
  for (guint i = 0; i < self->match->rows->len; i++)
    {
      const GjMatchRow *row = gj_match_row (self->match, i);

      note_groups (self, row);
      if (row->loose || self->out->parts[i] != GJ_NONE)
        continue;
      if (add_same (self, i))
        continue;
      if (row->n_numbers == 0)
        add_blank (self, i);
      else if (!add_without_label (self, i))
        add_by_likeness (self, i);
    }
}
