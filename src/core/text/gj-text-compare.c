/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-text-compare-private.h"
#include "gj-text-match.h"
#include "gj-text-moves.h"

#include <string.h>

/* From what two texts have in common to the changes between them. */

static gsize
get_byte (const GjTextToken *tokens,
          guint              n_tokens,
          guint              i)
{
  return i < n_tokens ? tokens[i].start : n_tokens > 0 ? tokens[n_tokens - 1].end : 0;
}

static void
add_change (const GjTextPair *self,
            GArray           *changes,
            GjTextChangeKind  kind,
            gboolean          is_number,
            GjTextRange       range)
{
  GjTextChange change = {
    .kind = kind,
    .is_number = is_number,
    .old_start = get_byte (self->a, self->n_a, range.a_start),
    .old_end = get_byte (self->a, self->n_a, range.a_end),
    .new_start = get_byte (self->b, self->n_b, range.b_start),
    .new_end = get_byte (self->b, self->n_b, range.b_end),
  };

  if (range.a_start < range.a_end || range.b_start < range.b_end)
    g_array_append_val (changes, change);
}

static gboolean
are_numbers (const GjTextToken *tokens,
             guint              start,
             guint              end,
             gboolean           with_numerals)
{
  for (guint i = start; i < end; i++)
    if (tokens[i].kind != GJ_TEXT_NUMBER && !(with_numerals && _gj_text_token_is_numeral (&tokens[i])))
      return FALSE;

  return start < end;
}

static void
add_gap (const GjTextPair *self,
         GArray           *changes,
         GjTextRange       range)
{
  gboolean both = range.a_start < range.a_end && range.b_start < range.b_end;
  gboolean old_is_number = are_numbers (self->a, range.a_start, range.a_end, both);
  gboolean new_is_number = are_numbers (self->b, range.b_start, range.b_end, both);
  GjTextRange removed = range, added = range;

  removed.b_end = range.b_start;
  added.a_start = range.a_end;
  add_change (self, changes, GJ_TEXT_REMOVED, both ? old_is_number && new_is_number : old_is_number, removed);
  add_change (self, changes, GJ_TEXT_ADDED, both ? old_is_number && new_is_number : new_is_number, added);
}

/* A match with its numbers that are not the same. */

static void
add_match (const GjTextPair  *self,
           GArray            *changes,
           const GjTextMatch *match)
{
  guint start = 0;

  for (guint i = 0; i <= match->n; i++)
    {
      gboolean is_end = i == match->n;

      if (!is_end && self->a[match->a + i].id == self->b[match->b + i].id)
        continue;

      add_change (self, changes, GJ_TEXT_SAME, FALSE,
                  (GjTextRange) { match->a + start, match->a + i, match->b + start, match->b + i });
      if (!is_end)
        add_gap (self, changes, (GjTextRange) { match->a + i, match->a + i + 1, match->b + i, match->b + i + 1 });
      start = i + 1;
    }
}

GArray *
_gj_text_pair_dup_changes (const GjTextPair *self)
{
  GArray *changes = g_array_new (FALSE, FALSE, sizeof (GjTextChange));
  GjTextRange range = { 0 };

  for (guint i = 0; i < self->matches->len; i++)
    {
      const GjTextMatch *match = &g_array_index (self->matches, GjTextMatch, i);

      range.a_end = match->a;
      range.b_end = match->b;
      add_gap (self, changes, range);
      add_match (self, changes, match);
      range.a_start = match->a + match->n;
      range.b_start = match->b + match->n;
    }

  range.a_end = self->n_a;
  range.b_end = self->n_b;
  add_gap (self, changes, range);

  return changes;
}

/**
 * _gj_text_compare_tokens:
 * @old_tokens: (element-type GjTextToken): of the old text
 * @new_tokens: (element-type GjTextToken): of the new text, numbered by the same words
 *
 * Returns: (transfer full) (element-type GjTextChange): the changes without a move
 */
GArray *
_gj_text_compare_tokens (const GArray *old_tokens,
                         const GArray *new_tokens)
{
  g_autoptr (GArray) matches = g_array_new (FALSE, FALSE, sizeof (GjTextMatch));
  GjTextPair pair = {
    .a = (const GjTextToken *) old_tokens->data,
    .b = (const GjTextToken *) new_tokens->data,
    .n_a = old_tokens->len,
    .n_b = new_tokens->len,
    .matches = g_steal_pointer (&matches),
  };

  _gj_text_pair_match (&pair);
  _gj_text_pair_clean (&pair);
  matches = pair.matches;

  return _gj_text_pair_dup_changes (&pair);
}

/**
 * gj_text_compare:
 * @old_text: what was, valid UTF-8
 * @new_text: what is, valid UTF-8
 *
 * Finds what a reader would call the changes of a text: whole words and phrases, numbers
 * apart from them, and what was moved. An old number and the new one in its place stand
 * side by side.
 *
 * The time grows with the length of the texts, not with their product.
 *
 * Returns: (transfer full) (element-type GjTextChange): the changes, in order; the two ends
 *     of a move say the same, character for character
 */
GArray *
gj_text_compare (const char *old_text,
                 const char *new_text)
{
  g_return_val_if_fail (old_text != NULL && g_utf8_validate (old_text, -1, NULL), NULL);
  g_return_val_if_fail (new_text != NULL && g_utf8_validate (new_text, -1, NULL), NULL);

  g_autoptr (GjTextWords) words = _gj_text_words_new ();
  g_autoptr (GArray) old_tokens = _gj_text_words_tokenize (words, old_text);
  g_autoptr (GArray) new_tokens = _gj_text_words_tokenize (words, new_text);
  GArray *changes = _gj_text_compare_tokens (old_tokens, new_tokens);
  GjTextMoves side = { .old_tokens = old_tokens, .new_tokens = new_tokens, .changes = changes };

  _gj_text_moves_find (&side, 1);
  return side.changes;
}
