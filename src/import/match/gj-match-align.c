/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-match-aligner-private.h"

#include <string.h>

/* Which row of the document is which line of the form. All rows of all grids are set
 * against all lines of all tables at once, so that it does not matter where a table was
 * cut or which heading it stands under.
 *
 * A row's candidates are the lines that have its label; only a row without such a line is
 * compared by likeness. The best chain of candidates in which both the rows and the lines
 * go forward is found in one pass: best[l] is the best chain that ends at or before line
 * l. What is left over is then placed out of order, or by its neighbours. */

#define LEAST_ALIKE 600
#define SURE 900
#define MAX_ALIKE_ROWS 1500
#define MAX_CANDIDATES 20000

/* A row of values that no line takes says more against a form than a line that no row
 * takes: rows are left out, but not made up. */
#define LOSS_OF_ROW 300
#define LOSS_OF_LINE 30

typedef struct
{
  guint  row;
  guint  line;
  guint  own;
  gint64 score;
  guint  alike;
  gint64 best;
  int    before;
} Candidate;

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
  Candidate candidate = { .row = row_index, .line = line_index, .own = own, .alike = alike, .before = -1 };

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
      add_candidate (self, row_index, i, GJ_NONE, row->n_numbers == n_cells ? SURE : 500);
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

static void
find_candidates (GjAligner *self)
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

static void
take (GjAligner         *self,
      const Candidate   *candidate)
{
  self->out->lines[candidate->row] = candidate->line;
  self->out->owns[candidate->row] = candidate->own;
  self->out->rows[candidate->line] = candidate->row;
}

static void
find_chain (GjAligner *self)
{
  guint n_lines = gj_expectation_get_n_lines (self->out->expectation);
  g_autofree int *best = g_new (int, n_lines + 1);
  int last;

  /* best[l]: the candidate that ends the best chain over the lines before l. */
  for (guint l = 0; l <= n_lines; l++)
    best[l] = -1;

  for (guint i = 0; i < self->candidates->len;)
    {
      guint row = g_array_index (self->candidates, Candidate, i).row;
      guint end = i;

      for (; end < self->candidates->len && g_array_index (self->candidates, Candidate, end).row == row; end++)
        {
          Candidate *candidate = &g_array_index (self->candidates, Candidate, end);
          int before = best[candidate->line];

          candidate->before = before;
          candidate->best = candidate->score +
                            (before < 0 ? 0 : g_array_index (self->candidates, Candidate, before).best);
        }
      for (; i < end; i++)
        {
          const Candidate *candidate = &g_array_index (self->candidates, Candidate, i);

          for (guint l = candidate->line + 1; l <= n_lines; l++)
            if (best[l] < 0 || g_array_index (self->candidates, Candidate, best[l]).best < candidate->best)
              best[l] = (int) i;
        }
    }

  for (last = best[n_lines]; last >= 0; last = g_array_index (self->candidates, Candidate, last).before)
    {
      const Candidate *candidate = &g_array_index (self->candidates, Candidate, last);

      take (self, candidate);
      self->out->score += candidate->score;
    }
}

/* Rows out of order: only where the label leaves no doubt. */
static void
place_moved (GjAligner *self)
{
  for (guint i = 0; i < self->candidates->len; i++)
    {
      const Candidate *candidate = &g_array_index (self->candidates, Candidate, i);

      if (candidate->alike < SURE || candidate->own == GJ_NONE ||
          self->out->lines[candidate->row] != GJ_NONE || self->out->rows[candidate->line] != GJ_NONE)
        continue;
      take (self, candidate);
      self->out->moved[candidate->row] = TRUE;
      self->out->score += candidate->score / 2;
    }
}

static gboolean
fits (GjAligner *self,
      guint      row_index,
      guint      line_index)
{
  const GjMatchRow *row = gj_match_row (self->match, row_index);

  return row->n_numbers == _gj_aligner_get_line (self, line_index)->n_cells;
}

/* One row with the right number of values between two rows that are known, and one line
 * between the two lines: its place names it. */
static void
place_by_neighbours (GjAligner *self)
{
  guint n_lines = gj_expectation_get_n_lines (self->out->expectation);
  guint before = GJ_NONE;
  guint open = GJ_NONE;
  guint n_open = 0;

  for (guint i = 0; i < self->match->rows->len; i++)
    {
      const GjMatchRow *row = gj_match_row (self->match, i);
      guint line = self->out->lines[i];

      if (self->out->moved[i] || self->out->parts[i] != GJ_NONE)
        continue;
      if (line == GJ_NONE)
        {
          if (row->n_numbers > 0)
            {
              open = i;
              n_open++;
            }
          continue;
        }
      if (n_open == 1 && before != GJ_NONE && before + 2 == line && before + 1 < n_lines &&
          self->out->rows[before + 1] == GJ_NONE && fits (self, open, before + 1))
        {
          self->out->lines[open] = before + 1;
          self->out->owns[open] = _gj_match_row_find_own (gj_match_row (self->match, open));
          self->out->rows[before + 1] = open;
          self->out->guessed[open] = TRUE;
          self->out->score += 400;
        }
      before = line;
      n_open = 0;
    }
}

/* A table that is not there at all says nothing about the form. */
static void
count_losses (GjAligner *self)
{
  GjExpectation *expectation = self->out->expectation;
  guint n_tables = gj_form_get_n_tables (gj_expectation_get_form (expectation));
  g_autofree guint *n_found = g_new0 (guint, n_tables + 1);
  g_autofree guint *n_lost = g_new0 (guint, n_tables + 1);

  for (guint i = 0; i < gj_expectation_get_n_lines (expectation); i++)
    {
      guint table = _gj_aligner_get_line (self, i)->table;

      if (self->out->rows[i] == GJ_NONE)
        n_lost[table]++;
      else
        n_found[table]++;
    }
  for (guint i = 0; i < n_tables; i++)
    {
      self->out->score -= LOSS_OF_LINE * (n_found[i] > 0 ? n_lost[i] : 1);
      self->out->n_found += n_found[i];
    }

  for (guint i = 0; i < self->match->rows->len; i++)
    if (self->out->lines[i] == GJ_NONE && gj_match_row (self->match, i)->n_numbers > 0)
      self->out->score -= LOSS_OF_ROW;
}

static guint *
new_indices (guint n)
{
  guint *indices = g_new (guint, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    indices[i] = GJ_NONE;

  return indices;
}

/**
 * _gj_match_align:
 * @self: a match
 * @expectation: (transfer full): what to look for
 *
 * Returns: (transfer full): which row is which line
 */
GjAlignment *
_gj_match_align (GjMatch       *self,
                 GjExpectation *expectation)
{
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  GjAlignment *out = g_new0 (GjAlignment, 1);
  GjAligner aligner = { .match = self, .out = out, .candidates = candidates };
  guint n = self->rows->len;

  out->expectation = expectation;
  out->n_rows = n;
  out->lines = new_indices (n);
  out->owns = new_indices (n);
  out->parts = new_indices (n);
  out->rows = new_indices (gj_expectation_get_n_lines (expectation));
  out->labels = g_new0 (char *, n + 1);
  out->moved = g_new0 (gboolean, n + 1);
  out->guessed = g_new0 (gboolean, n + 1);

  find_candidates (&aligner);
  find_chain (&aligner);
  place_moved (&aligner);
  place_by_neighbours (&aligner);
  count_losses (&aligner);

  return out;
}

/**
 * _gj_alignment_free:
 * @self: (transfer full): an alignment
 */
void
_gj_alignment_free (GjAlignment *self)
{
  for (guint i = 0; i < self->n_rows; i++)
    g_free (self->labels[i]);
  g_free (self->labels);
  g_free (self->lines);
  g_free (self->owns);
  g_free (self->rows);
  g_free (self->parts);
  g_free (self->moved);
  g_free (self->guessed);
  gj_expectation_free (self->expectation);
  g_free (self);
}
