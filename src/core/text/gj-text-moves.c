/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-text-moves.h"

/* What one text lost and another, or the same, gained word for word was moved. Of every
 * few tokens that were removed it is kept where they stand; where they were added, the
 * longest stretch around one of the places is taken.
 *
 * MOVE of a token is the number of its move, or %FREE while it is removed or added and has
 * none, or 0 when it stays. So a stretch of free tokens lies within one change. A side
 * without a free token has no moves at all. */

#define FREE G_MAXUINT
#define WINDOW 6u
#define MAX_TRIED 8
#define MAX_SEEN 64
#define MIN_WEIGHT 120u
#define MIN_CLAUSE_WEIGHT 60u
#define FACTOR G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)

typedef struct
{
  const GjTextToken *tokens;
  guint              n_tokens;
  guint             *moves;
  gboolean           has_moved;
} Side;

typedef struct
{
  guint64 hash;
  guint   pair;
  guint   token;
  guint   next;
} Spot;

typedef struct
{
  Side    *old_sides;
  Side    *new_sides;
  guint    n_pairs;
  GArray  *spots;
  guint   *first;
  guint64  mask;
  guint    n_moves;
} Search;

typedef struct
{
  guint old_token;
  guint new_token;
  guint n;
} Stretch;

static gboolean
is_freeing (const GjTextChange *change,
            GjTextChangeKind    kind)
{
  return change->kind == kind && !change->is_number;
}

static gboolean
has_free (const GArray     *changes,
          GjTextChangeKind  kind)
{
  for (guint i = 0; i < changes->len; i++)
    if (is_freeing (&g_array_index (changes, GjTextChange, i), kind))
      return TRUE;

  return FALSE;
}

static void
init_side (Side             *side,
           const GArray     *tokens,
           const GArray     *changes,
           GjTextChangeKind  kind)
{
  guint token = 0;

  side->tokens = (const GjTextToken *) tokens->data;
  side->n_tokens = tokens->len;
  if (!has_free (changes, kind))
    return;

  side->moves = g_new0 (guint, tokens->len + 1);
  for (guint i = 0; i < changes->len; i++)
    {
      const GjTextChange *change = &g_array_index (changes, GjTextChange, i);
      gsize end = kind == GJ_TEXT_REMOVED ? change->old_end : change->new_end;

      for (; token < tokens->len && side->tokens[token].end <= end; token++)
        if (is_freeing (change, kind))
          side->moves[token] = FREE;
    }
}

static gboolean
is_free (const Side *side,
         guint       token)
{
  return token < side->n_tokens && side->moves != NULL && side->moves[token] == FREE;
}

static gboolean
is_tail (const GjTextToken *token)
{
  return token->kind == GJ_TEXT_BLANK || _gj_text_token_ends_clause (token);
}

/* A window of nothing but what ends clauses is no place to begin: there may be very many. */

static gboolean
hash_window (const Side *side,
             guint       token,
             guint64    *hash)
{
  gboolean is_empty = TRUE;

  *hash = 0;

  for (guint i = token; i < token + WINDOW; i++)
    {
      if (!is_free (side, i))
        return FALSE;

      is_empty = is_empty && is_tail (&side->tokens[i]);
      *hash = (*hash + side->tokens[i].id + 1) * FACTOR;
      *hash ^= *hash >> 31;
    }

  return !is_empty;
}

static void
init_spots (Search *search)
{
  guint64 size = 16;

  search->spots = g_array_new (FALSE, FALSE, sizeof (Spot));

  for (guint i = 0; i < search->n_pairs; i++)
    for (guint j = 0; search->old_sides[i].moves != NULL && j < search->old_sides[i].n_tokens; j++)
      {
        Spot spot = { 0, i, j, G_MAXUINT };

        if (hash_window (&search->old_sides[i], j, &spot.hash))
          g_array_append_val (search->spots, spot);
      }

  while (size < (guint64) search->spots->len * 2)
    size *= 2;

  search->mask = size - 1;
  search->first = g_new (guint, size);
  for (guint64 i = 0; i < size; i++)
    search->first[i] = G_MAXUINT;

  for (guint i = search->spots->len; i > 0; i--)
    {
      Spot *spot = &g_array_index (search->spots, Spot, i - 1);

      spot->next = search->first[spot->hash & search->mask];
      search->first[spot->hash & search->mask] = i - 1;
    }
}

static gboolean
is_same_token (const Side *old_side,
               guint       old_token,
               const Side *new_side,
               guint       new_token)
{
  return is_free (old_side, old_token) && is_free (new_side, new_token) &&
         old_side->tokens[old_token].id == new_side->tokens[new_token].id;
}

/* The whole stretch around a place; what ends the sentence before it is not of it. */

static Stretch
grow (const Side *old_side,
      guint       old_token,
      const Side *new_side,
      guint       new_token)
{
  Stretch stretch = { old_token, new_token, 0 };

  while (is_same_token (old_side, stretch.old_token + stretch.n, new_side, stretch.new_token + stretch.n))
    stretch.n++;

  while (stretch.n > 0 && stretch.old_token > 0 && stretch.new_token > 0 &&
         is_same_token (old_side, stretch.old_token - 1, new_side, stretch.new_token - 1))
    {
      stretch.old_token--;
      stretch.new_token--;
      stretch.n++;
    }

  while (stretch.n > 0 && is_tail (&new_side->tokens[stretch.new_token]))
    {
      stretch.old_token++;
      stretch.new_token++;
      stretch.n--;
    }

  return stretch;
}

static gboolean
is_worth (const Side    *side,
          const Stretch *stretch)
{
  const GjTextToken *first = &side->tokens[stretch->new_token];
  guint weight = 0;

  if (stretch->n == 0)
    return FALSE;

  for (guint i = 0; i < stretch->n; i++)
    weight += first[i].weight;

  return weight >= MIN_WEIGHT ||
         (weight >= MIN_CLAUSE_WEIGHT && _gj_text_token_ends_clause (&first[stretch->n - 1]) &&
          (stretch->new_token == 0 || _gj_text_token_ends_clause (first - 1)));
}

static guint
find_source (const Search *search,
             const Side   *new_side,
             guint         new_token,
             Stretch      *best)
{
  guint best_pair = G_MAXUINT;
  guint n_tried = 0, n_seen = 0;
  guint64 hash;

  best->n = 0;
  if (!hash_window (new_side, new_token, &hash))
    return G_MAXUINT;

  for (guint i = search->first[hash & search->mask]; i != G_MAXUINT && n_tried < MAX_TRIED && n_seen++ < MAX_SEEN;)
    {
      const Spot *spot = &g_array_index (search->spots, Spot, i);

      if (spot->hash == hash)
        {
          Stretch stretch = grow (&search->old_sides[spot->pair], spot->token, new_side, new_token);

          if (stretch.n > best->n && is_worth (new_side, &stretch))
            {
              *best = stretch;
              best_pair = spot->pair;
            }
          n_tried++;
        }

      i = spot->next;
    }

  return best_pair;
}

static void
find_moves (Search *search)
{
  for (guint i = 0; i < search->n_pairs; i++)
    {
      Side *new_side = &search->new_sides[i];

      for (guint j = 0; new_side->moves != NULL && j < new_side->n_tokens;)
        {
          Stretch stretch;
          guint pair = find_source (search, new_side, j, &stretch);

          if (pair == G_MAXUINT)
            {
              j++;
              continue;
            }

          search->n_moves++;
          search->old_sides[pair].has_moved = new_side->has_moved = TRUE;
          for (guint k = 0; k < stretch.n; k++)
            {
              search->old_sides[pair].moves[stretch.old_token + k] = search->n_moves;
              new_side->moves[stretch.new_token + k] = search->n_moves;
            }
          j = stretch.new_token + stretch.n;
        }
    }
}

static guint
get_move (const Side *side,
          guint       token)
{
  return side->moves != NULL ? side->moves[token] : 0;
}

/* One change becomes as many as it has stretches of one move or of none. */

static void
split_change (GArray             *changes,
              const GjTextChange *change,
              const Side         *side,
              guint              *token)
{
  gboolean is_old = change->kind == GJ_TEXT_REMOVED;
  gsize end = is_old ? change->old_end : change->new_end;

  while (*token < side->n_tokens && side->tokens[*token].end <= end)
    {
      GjTextChange part = *change;
      guint start = *token;
      guint move = get_move (side, start);

      while (*token < side->n_tokens && side->tokens[*token].end <= end && get_move (side, *token) == move)
        (*token)++;

      if (move != 0 && move != FREE)
        {
          part.kind = is_old ? GJ_TEXT_MOVED_AWAY : GJ_TEXT_MOVED_HERE;
          part.move = move;
        }

      *(is_old ? &part.old_start : &part.new_start) = side->tokens[start].start;
      *(is_old ? &part.old_end : &part.new_end) = side->tokens[*token - 1].end;
      g_array_append_val (changes, part);
    }
}

static void
skip_tokens (const Side *side,
             gsize       end,
             guint      *token)
{
  while (*token < side->n_tokens && side->tokens[*token].end <= end)
    (*token)++;
}

static GArray *
split_changes (const GArray *changes,
               const Side   *old_side,
               const Side   *new_side)
{
  GArray *split = g_array_sized_new (FALSE, FALSE, sizeof (GjTextChange), changes->len);
  guint old_token = 0, new_token = 0;

  for (guint i = 0; i < changes->len; i++)
    {
      const GjTextChange *change = &g_array_index (changes, GjTextChange, i);

      if (change->kind == GJ_TEXT_REMOVED)
        split_change (split, change, old_side, &old_token);
      else if (change->kind == GJ_TEXT_ADDED)
        split_change (split, change, new_side, &new_token);
      else
        g_array_append_val (split, *change);

      skip_tokens (old_side, change->old_end, &old_token);
      skip_tokens (new_side, change->new_end, &new_token);
    }

  return split;
}

/**
 * _gj_text_moves_find:
 * @pairs: (array length=n_pairs): pairs of texts whose changes know no move yet
 *
 * Shows what was removed from one text and added to another, or elsewhere in the same, as
 * moved. Moves are numbered from 1 in the order of the new texts.
 *
 * Returns: how many moves there are
 */
guint
_gj_text_moves_find (GjTextMoves *pairs,
                     guint        n_pairs)
{
  g_autofree Side *old_sides = g_new0 (Side, n_pairs);
  g_autofree Side *new_sides = g_new0 (Side, n_pairs);
  Search search = { .old_sides = old_sides, .new_sides = new_sides, .n_pairs = n_pairs };

  for (guint i = 0; i < n_pairs; i++)
    {
      init_side (&old_sides[i], pairs[i].old_tokens, pairs[i].changes, GJ_TEXT_REMOVED);
      init_side (&new_sides[i], pairs[i].new_tokens, pairs[i].changes, GJ_TEXT_ADDED);
    }

  init_spots (&search);
  find_moves (&search);

  for (guint i = 0; i < n_pairs; i++)
    {
      if (old_sides[i].has_moved || new_sides[i].has_moved)
        {
          GArray *split = split_changes (pairs[i].changes, &old_sides[i], &new_sides[i]);

          g_array_unref (pairs[i].changes);
          pairs[i].changes = split;
        }
      g_free (old_sides[i].moves);
      g_free (new_sides[i].moves);
    }

  g_array_unref (search.spots);
  g_free (search.first);

  return search.n_moves;
}
