/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-text-match.h"

/* What two texts have in common by accident only disturbs who reads what changed: one
 * character that stands in both of two different clauses is given up, and a change that may
 * as well begin a little earlier or later begins where a clause does. */

#define LETTER_WEIGHT 10
#define LITTLE 25
#define RELATION 4
#define MAX_SHIFT 200

typedef struct
{
  guint removed;
  guint added;
} Loss;

static guint
sum_weights (const GjTextToken *tokens,
             guint              start,
             guint              end)
{
  guint sum = 0;

  for (guint i = start; i < end; i++)
    sum += tokens[i].weight;

  return sum;
}

static guint
get_match_weight (const GjTextPair  *self,
                  const GjTextMatch *match)
{
  guint sum = 0;

  for (guint i = 0; i < match->n; i++)
    if (self->a[match->a + i].id == self->b[match->b + i].id)
      sum += self->a[match->a + i].weight;
    else
      sum += self->a[match->a + i].weight / 3;

  return sum;
}

/* What is lost between two matches; %NULL stands for the beginning or the end. */

static Loss
measure_gap (const GjTextPair  *self,
             const GjTextMatch *before,
             const GjTextMatch *after)
{
  guint a = before != NULL ? before->a + before->n : 0;
  guint b = before != NULL ? before->b + before->n : 0;

  Loss loss = {
    sum_weights (self->a, a, after != NULL ? after->a : self->n_a),
    sum_weights (self->b, b, after != NULL ? after->b : self->n_b),
  };

  return loss;
}

static gboolean
is_boundary (const GjTextToken *tokens,
             guint              n_tokens,
             guint              i)
{
  return i == 0 || i == n_tokens ||
         tokens[i - 1].kind <= GJ_TEXT_MARK || tokens[i].kind <= GJ_TEXT_MARK;
}

/* Whole clauses are hardly an accident, and nothing is that is not much less than what
 * changes on either side of it. */

static gboolean
is_accident (const GjTextPair  *self,
             const GjTextMatch *match,
             const Loss        *before,
             const Loss        *after)
{
  guint weight = get_match_weight (self, match);
  guint change_before = MAX (before->removed, before->added);
  guint change_after = MAX (after->removed, after->added);
  guint replaced = MIN (before->removed + after->removed, before->added + after->added);
  gboolean is_start = match->a == 0 && match->b == 0;
  gboolean is_end = match->a + match->n == self->n_a && match->b + match->n == self->n_b;
  gboolean is_whole = is_boundary (self->a, self->n_a, match->a) &&
                      is_boundary (self->a, self->n_a, match->a + match->n);

  if (is_start || is_end)
    return weight < LITTLE && !is_whole && replaced > weight * RELATION;

  if (replaced <= weight * RELATION)
    return weight < LITTLE && !(is_whole && weight >= 2 * LETTER_WEIGHT);

  return weight < LITTLE || MIN (change_before, change_after) > weight * (is_whole ? 2 * RELATION : RELATION);
}

static Loss
add_losses (const Loss *a,
            const Loss *b)
{
  return (Loss) { a->removed + b->removed, a->added + b->added };
}

/* What is swallowed is lost with what was lost before and after it. */

static void
swallow_accidents (GjTextPair *self)
{
  g_autoptr (GArray) found = g_steal_pointer (&self->matches);
  Loss before = measure_gap (self, NULL, found->len > 0 ? &g_array_index (found, GjTextMatch, 0) : NULL);

  self->matches = g_array_sized_new (FALSE, FALSE, sizeof (GjTextMatch), found->len);

  for (guint i = 0; i < found->len; i++)
    {
      const GjTextMatch *match = &g_array_index (found, GjTextMatch, i);
      Loss after = measure_gap (self, match, i + 1 < found->len ? match + 1 : NULL);

      if (is_accident (self, match, &before, &after))
        {
          Loss own = { sum_weights (self->a, match->a, match->a + match->n),
                       sum_weights (self->b, match->b, match->b + match->n) };

          before = add_losses (&before, &own);
          before = add_losses (&before, &after);
        }
      else
        {
          _gj_text_pair_add_match (self, match->a, match->b, match->n);
          before = after;
        }
    }
}

static gboolean
is_opening (const GjTextToken *token)
{
  GUnicodeType type = token->id < 0x110000 ? g_unichar_type (token->id) : G_UNICODE_UNASSIGNED;

  return type == G_UNICODE_OPEN_PUNCTUATION || type == G_UNICODE_INITIAL_PUNCTUATION;
}

static gboolean
is_closing (const GjTextToken *token)
{
  GUnicodeType type = token->id < 0x110000 ? g_unichar_type (token->id) : G_UNICODE_UNASSIGNED;

  return type == G_UNICODE_CLOSE_PUNCTUATION || type == G_UNICODE_FINAL_PUNCTUATION;
}

/* How many tokens at the end of a match belong to the words that were replaced behind it:
 * one character that begins a clause, with the quote before it. */

static guint
count_loose_end (const GjTextToken *tokens,
                 const GjTextMatch *match)
{
  const GjTextToken *last = tokens + match->a + match->n - 1;

  if (match->n < 3 || last->kind != GJ_TEXT_LETTER || last[-1].kind != GJ_TEXT_MARK)
    return 0;

  return is_opening (last - 1) ? 2 : 1;
}

static guint
count_loose_start (const GjTextToken *tokens,
                   const GjTextMatch *match)
{
  const GjTextToken *first = tokens + match->a;

  if (match->n < 3 || first->kind != GJ_TEXT_LETTER || first[1].kind != GJ_TEXT_MARK)
    return 0;

  return is_closing (first + 1) ? 2 : 1;
}

/* Where words were replaced, one character that both have by accident is replaced with
 * them, up to the next mark. */

static void
trim_gap (GjTextPair  *self,
          GjTextMatch *before,
          GjTextMatch *after)
{
  Loss loss = measure_gap (self, before, after);
  guint n;

  if (MIN (loss.removed, loss.added) < 2 * LETTER_WEIGHT)
    return;

  before->n -= count_loose_end (self->a, before);
  n = count_loose_start (self->a, after);
  after->a += n;
  after->b += n;
  after->n -= n;
}

/* Two numbers of one unit at the same end of what was replaced stand for each other. */

static void
pair_numbers (GjTextPair  *self,
              GjTextMatch *before,
              GjTextMatch *after)
{
  guint a = before->a + before->n, b = before->b + before->n;

  if (a < after->a && b < after->b && self->a[after->a - 1].kind == GJ_TEXT_NUMBER &&
      self->a[after->a - 1].shape == self->b[after->b - 1].shape)
    {
      after->a--;
      after->b--;
      after->n++;
    }

  if (a < after->a && b < after->b && self->a[a].kind == GJ_TEXT_NUMBER && self->a[a].shape == self->b[b].shape)
    before->n++;
}

/* How well a reader takes tokens @start to @end for one piece. */

static guint
rate_piece (const GjTextToken *tokens,
            guint              n_tokens,
            guint              start,
            guint              end)
{
  const GjTextToken *last = &tokens[end - 1];
  const GjTextToken *before = start > 0 ? &tokens[start - 1] : NULL;
  const GjTextToken *after = end < n_tokens ? &tokens[end] : NULL;

  if ((before == NULL || _gj_text_token_ends_sentence (before)) && _gj_text_token_ends_sentence (last))
    return 5;
  if ((before == NULL || _gj_text_token_ends_clause (before)) && _gj_text_token_ends_clause (last))
    return 4;
  if (_gj_text_token_ends_clause (&tokens[start]) && (after == NULL || _gj_text_token_ends_clause (after)))
    return 3;
  if (before == NULL || before->kind <= GJ_TEXT_MARK)
    return 2;
  if (after == NULL || after->kind <= GJ_TEXT_MARK)
    return 1;

  return 0;
}

/* Moves a piece of one text that lies between two matches to where it reads best: a piece
 * can move over what is equal before it and at its end, or after it and at its beginning.
 * Returns how far, negative to the left. */

static int
find_shift (const GjTextToken *tokens,
            guint              n_tokens,
            guint              start,
            guint              end,
            guint              max_left,
            guint              max_right)
{
  guint best = rate_piece (tokens, n_tokens, start, end);
  int shift = 0;

  for (guint i = 1; i <= MIN (max_right, MAX_SHIFT) && tokens[start + i - 1].id == tokens[end + i - 1].id; i++)
    if (rate_piece (tokens, n_tokens, start + i, end + i) > best)
      {
        best = rate_piece (tokens, n_tokens, start + i, end + i);
        shift = i;
      }

  for (guint i = 1; i <= MIN (max_left, MAX_SHIFT) && tokens[start - i].id == tokens[end - i].id; i++)
    if (rate_piece (tokens, n_tokens, start - i, end - i) > best)
      {
        best = rate_piece (tokens, n_tokens, start - i, end - i);
        shift = -(int) i;
      }

  return shift;
}

static void
shift_gap (GjTextPair  *self,
           GjTextMatch *before,
           GjTextMatch *after)
{
  guint a = before->a + before->n;
  guint b = before->b + before->n;
  int shift;

  if (a == after->a)
    shift = find_shift (self->b, self->n_b, b, after->b, before->n - 1, after->n - 1);
  else if (b == after->b)
    shift = find_shift (self->a, self->n_a, a, after->a, before->n - 1, after->n - 1);
  else
    return;

  before->n += shift;
  after->a += shift;
  after->b += shift;
  after->n -= shift;
}

void
_gj_text_pair_clean (GjTextPair *self)
{
  swallow_accidents (self);

  for (guint i = 1; i < self->matches->len; i++)
    {
      GjTextMatch *before = &g_array_index (self->matches, GjTextMatch, i - 1);

      trim_gap (self, before, before + 1);
      pair_numbers (self, before, before + 1);
      shift_gap (self, before, before + 1);
    }
}
