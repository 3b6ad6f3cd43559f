/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-match-aligner-private.h"

#include "gj-match-chain.h"

/* Which row of the document is which line of the form. All rows of all grids are set
 * against all lines of all tables at once, so that it does not matter where a table was
 * cut or which heading it stands under.
 *
 * Of the candidates of all rows the best chain is taken in which both the rows and the
 * lines go forward. What is left over is then placed out of order, or by its neighbours. */

/* A row of values that no line takes says more against a form than a line that no row
 * takes: rows are left out, but not made up. */
#define LOSS_OF_ROW 300
#define LOSS_OF_LINE 30

static void
take (GjAligner         *self,
      const GjCandidate *candidate)
{
  self->out->lines[candidate->row] = candidate->line;
  self->out->owns[candidate->row] = candidate->own;
  self->out->rows[candidate->line] = candidate->row;
}

static void
find_chain (GjAligner *self)
{
  guint n_lines = gj_expectation_get_n_lines (self->out->expectation);
  g_autofree GjChainLink *links = g_new (GjChainLink, self->candidates->len + 1);
  g_autoptr (GArray) chain = NULL;

  for (guint i = 0; i < self->candidates->len; i++)
    {
      const GjCandidate *candidate = _gj_aligner_get_candidate (self, i);

      links[i] = (GjChainLink) { candidate->row, candidate->line, candidate->score };
    }

  chain = _gj_match_find_chain (links, self->candidates->len, n_lines);
  for (guint i = 0; i < chain->len; i++)
    {
      const GjCandidate *candidate =
        _gj_aligner_get_candidate (self, g_array_index (chain, guint, i));

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
      const GjCandidate *candidate = _gj_aligner_get_candidate (self, i);

      if (candidate->alike < GJ_ALIGNER_SURE || candidate->own == GJ_NONE ||
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
  const GjExpectation *expectation = self->out->expectation;
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
 * @expectation: what to look for; it stays for good
 *
 * Returns: (transfer full): which row is which line
 */
GjAlignment *
_gj_match_align (GjMatch             *self,
                 const GjExpectation *expectation)
{
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (GjCandidate));
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

  _gj_aligner_find_candidates (&aligner);
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
  g_free (self);
}
