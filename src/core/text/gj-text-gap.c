/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-text-match.h"

/* The best way to match a short stretch of two texts. What is matched weighs for it, every
 * place where a match ends or begins again costs: so a reader gets few whole phrases and
 * not the most characters. It costs less at a punctuation mark.
 *
 * RUN is the best of all ways that match the last two tokens, BEST that of all ways. The
 * time is the product of the two lengths, which is bounded by their sum. */

#define MAX_CELLS_PER_TOKEN 160u
#define MAX_CELLS (4u << 20)

#define EDGE_COST 15
#define MARKED_EDGE_COST 6
#define OTHER_NUMBER_WEIGHT 6
#define NOTHING (G_MININT / 2)

typedef enum
{
  BEST_IS_RUN = 1 << 0,
  BEST_SKIPS_A = 1 << 1,
  RUN_GOES_ON = 1 << 2,
} Step;

typedef struct
{
  const GjTextToken *a;
  const GjTextToken *b;
  guint              n_a;
  guint              n_b;
  guint8            *steps;
} Gap;

static inline gboolean
is_mark (const GjTextToken *token)
{
  return token->kind == GJ_TEXT_MARK || token->kind == GJ_TEXT_BLANK;
}

/* What it costs that a match ends or begins between the tokens before @i and @j and those
 * at them. */

static inline int
get_edge_cost (const Gap *gap,
               guint      i,
               guint      j)
{
  gboolean after = (i == 0 || is_mark (&gap->a[i - 1])) && (j == 0 || is_mark (&gap->b[j - 1]));
  gboolean before = (i == gap->n_a || is_mark (&gap->a[i])) && (j == gap->n_b || is_mark (&gap->b[j]));

  return after || before ? MARKED_EDGE_COST : EDGE_COST;
}

static inline int
get_weight (const GjTextToken *a,
            const GjTextToken *b)
{
  return a->id == b->id ? a->weight : OTHER_NUMBER_WEIGHT;
}

/* The stretch hangs on what was matched before and after it, so a run costs nothing at
 * its two outer ends. Returns whether the last step is a run. */

static gboolean
fill (Gap *gap)
{
  guint width = gap->n_b + 1;
  g_autofree int *best = g_new (int, width);
  g_autofree int *run = g_new (int, width);

  for (guint j = 0; j < width; j++)
    {
      best[j] = 0;
      run[j] = NOTHING;
    }
  run[0] = 0;

  for (guint i = 1; i <= gap->n_a; i++)
    {
      int diagonal_best = best[0];
      int diagonal_run = run[0];

      run[0] = NOTHING;
      gap->steps[(gsize) i * width] = BEST_SKIPS_A;

      for (guint j = 1; j < width; j++)
        {
          int above = best[j];
          int next_run = NOTHING;
          guint8 step = 0;

          if (gap->a[i - 1].shape == gap->b[j - 1].shape)
            {
              int opened = diagonal_best - get_edge_cost (gap, i - 1, j - 1);

              if (diagonal_run >= opened)
                step |= RUN_GOES_ON;
              next_run = MAX (diagonal_run, opened) + get_weight (&gap->a[i - 1], &gap->b[j - 1]);
            }

          diagonal_best = above;
          diagonal_run = run[j];
          run[j] = next_run;

          best[j] = MAX (above, best[j - 1]);
          if (above >= best[j - 1])
            step |= BEST_SKIPS_A;
          if (next_run > NOTHING && next_run - get_edge_cost (gap, i, j) > best[j])
            {
              best[j] = next_run - get_edge_cost (gap, i, j);
              step |= BEST_IS_RUN;
            }

          gap->steps[(gsize) i * width + j] = step;
        }
    }

  return run[gap->n_b] >= best[gap->n_b];
}

static void
trace (const Gap *gap,
       gboolean   in_run,
       GArray    *matches)
{
  guint i = gap->n_a, j = gap->n_b;

  while (i > 0 && j > 0)
    {
      guint8 step = gap->steps[(gsize) i * (gap->n_b + 1) + j];

      if (!in_run && !(step & BEST_IS_RUN))
        {
          if (step & BEST_SKIPS_A)
            i--;
          else
            j--;
          continue;
        }

      GjTextMatch match = { --i, --j, 1 };

      g_array_append_val (matches, match);
      in_run = step & RUN_GOES_ON;
    }
}

/**
 * _gj_text_pair_match_gap:
 *
 * Matches a short stretch as a reader would.
 *
 * Returns: whether the stretch was short enough
 */
gboolean
_gj_text_pair_match_gap (GjTextPair        *self,
                         const GjTextRange *range)
{
  Gap gap = {
    .a = self->a + range->a_start,
    .b = self->b + range->b_start,
    .n_a = range->a_end - range->a_start,
    .n_b = range->b_end - range->b_start,
  };
  guint64 cells = (guint64) (gap.n_a + 1) * (gap.n_b + 1);
  g_autofree guint8 *steps = NULL;
  g_autoptr (GArray) matches = NULL;

  if (cells > MAX_CELLS || cells > (guint64) MAX_CELLS_PER_TOKEN * (gap.n_a + gap.n_b))
    return FALSE;

  steps = g_malloc (cells);
  matches = g_array_new (FALSE, FALSE, sizeof (GjTextMatch));
  gap.steps = steps;
  trace (&gap, fill (&gap), matches);

  for (guint i = matches->len; i > 0; i--)
    {
      const GjTextMatch *match = &g_array_index (matches, GjTextMatch, i - 1);

      _gj_text_pair_add_match (self, range->a_start + match->a, range->b_start + match->b, 1);
    }

  return TRUE;
}
