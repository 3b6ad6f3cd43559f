/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-text-alignment.h"

#include "gj-text-compare-private.h"
#include "gj-text-groups.h"
#include "gj-text-moves.h"
#include "gj-text-pairing.h"

#include <string.h>

/* Paragraphs that belong together become passages, with the changes inside them.
 *
 * An aligner keeps what it has read: the old side for good, of the new side what it was
 * given last. Paragraphs that are still there are not read again, and changes inside two
 * paragraphs that were each other's before are not looked for again. What is kept never
 * changes what is found. */

#define MAX_GROWTH 4u
#define LEAST_FEATURES 65536u

struct _GjTextAligner
{
  GjTextWords    *words;
  GjTextFeatures *features;
  GjTextLikes    *likes;
  GPtrArray      *old_side;
  GPtrArray      *new_side;
  GHashTable     *pairings;
  guint           max_features;
};

typedef struct
{
  GjTextAligner *aligner;
  GHashTable    *pairings;
  GArray        *nothing;
  GPtrArray     *passages;
  GArray        *moves;
} Alignment;

static void
passage_free (gpointer data)
{
  GjPassage *passage = data;

  g_array_unref (passage->changes);
  g_free (passage);
}

static GArray *
list_same (const GjTextParagraph *paragraph)
{
  GArray *changes = g_array_new (FALSE, FALSE, sizeof (GjTextChange));
  gsize length = strlen (paragraph->text);
  GjTextChange same = { .kind = GJ_TEXT_SAME, .old_end = length, .new_end = length };

  if (length > 0)
    g_array_append_val (changes, same);

  return changes;
}

static void
add_passage (Alignment *self,
             GjPassage  found)
{
  GjTextRow old_row = { (GjTextParagraph **) self->aligner->old_side->pdata + found.old_first, found.n_old };
  GjTextRow new_row = { (GjTextParagraph **) self->aligner->new_side->pdata + found.new_first, found.n_new };
  GjTextMoves moves = { self->nothing, self->nothing, NULL };

  if (found.kind == GJ_PASSAGE_CHANGED)
    {
      const GjTextPairing *pairing = _gj_text_pairings_find (self->pairings, self->aligner->pairings,
                                                             self->aligner->words, old_row, new_row);

      moves = (GjTextMoves) { pairing->tokens[0], pairing->tokens[1], g_array_ref (pairing->changes) };
    }
  else
    {
      if (found.n_old > 0)
        moves.old_tokens = old_row.paragraphs[0]->tokens;
      if (found.n_new > 0)
        moves.new_tokens = new_row.paragraphs[0]->tokens;
      moves.changes = found.kind == GJ_PASSAGE_SAME ? list_same (new_row.paragraphs[0])
                      : _gj_text_compare_tokens (moves.old_tokens, moves.new_tokens);
    }

  g_array_append_val (self->moves, moves);
  g_ptr_array_add (self->passages, g_memdup2 (&found, sizeof found));
}

static void
add_removed (Alignment *self,
             guint      start,
             guint      end,
             guint      new_first)
{
  for (guint i = start; i < end; i++)
    add_passage (self, (GjPassage) { GJ_PASSAGE_REMOVED, FALSE, FALSE, i, 1, new_first, 0, NULL });
}

static void
add_group (Alignment         *self,
           const GjTextGroup *group)
{
  gboolean is_same = group->n_a == 1 && group->n_b == 1 &&
                     _gj_text_likes_are_same (self->aligner->likes, group->a, group->b);

  add_passage (self, (GjPassage) { is_same ? GJ_PASSAGE_SAME : GJ_PASSAGE_CHANGED, group->is_moved, FALSE,
                                   group->a, group->n_a, group->b, group->n_b, NULL });
}

/* Old paragraphs of no group, from @a up to the next group that stands in order. Returns
 * where that one begins. */

static guint
add_lost (Alignment      *self,
          const gboolean *is_kept,
          guint           a,
          guint           end,
          guint           new_first)
{
  for (; a < end; a++)
    if (!is_kept[a])
      add_removed (self, a, a + 1, new_first);

  return a;
}

static guint
find_next_in_order (const GArray *groups,
                    guint         i,
                    guint         n_old)
{
  for (; i < groups->len; i++)
    if (!g_array_index (groups, GjTextGroup, i).is_moved)
      return g_array_index (groups, GjTextGroup, i).a;

  return n_old;
}

static gboolean *
list_kept (const GArray *groups,
           guint         n_old)
{
  gboolean *is_kept = g_new0 (gboolean, n_old + 1);

  for (guint i = 0; i < groups->len; i++)
    {
      const GjTextGroup *group = &g_array_index (groups, GjTextGroup, i);

      for (guint j = 0; j < group->n_a; j++)
        is_kept[group->a + j] = TRUE;
    }

  return is_kept;
}

static void
add_passages (Alignment    *self,
              const GArray *groups)
{
  guint n_old = self->aligner->old_side->len;
  g_autofree gboolean *is_kept = list_kept (groups, n_old);
  guint a = add_lost (self, is_kept, 0, find_next_in_order (groups, 0, n_old), 0);
  guint b = 0;

  for (guint i = 0; i <= groups->len; i++)
    {
      const GjTextGroup *group = i < groups->len ? &g_array_index (groups, GjTextGroup, i) : NULL;
      guint end = group != NULL ? group->b : self->aligner->new_side->len;

      for (; b < end; b++)
        add_passage (self, (GjPassage) { GJ_PASSAGE_ADDED, FALSE, FALSE, a, 0, b, 1, NULL });
      if (group == NULL)
        break;

      add_group (self, group);
      b = group->b + group->n_b;
      if (!group->is_moved)
        a = add_lost (self, is_kept, group->a + group->n_a, find_next_in_order (groups, i + 1, n_old), b);
    }
}

static void
find_moves (Alignment *self)
{
  _gj_text_moves_find ((GjTextMoves *) self->moves->data, self->moves->len);

  for (guint i = 0; i < self->passages->len; i++)
    ((GjPassage *) self->passages->pdata[i])->changes = g_array_index (self->moves, GjTextMoves, i).changes;
}

static GjTextParagraph *
read_paragraph (GjTextAligner *self,
                const char    *text,
                gboolean       is_new)
{
  GjTextParagraph *paragraph = _gj_text_paragraph_new (self->words, self->features, text);

  _gj_text_features_count (self->features, paragraph, is_new, 1);
  return paragraph;
}

static GPtrArray *
side_new (guint n)
{
  return g_ptr_array_new_full (n, (GDestroyNotify) _gj_text_paragraph_unref);
}

static void
read_old (GjTextAligner     *self,
          const char *const *paragraphs,
          guint              n)
{
  self->words = _gj_text_words_new ();
  self->features = _gj_text_features_new ();
  self->old_side = side_new (n);
  self->new_side = side_new (0);
  self->pairings = _gj_text_pairings_new ();

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (self->old_side, read_paragraph (self, paragraphs[i], FALSE));

  self->likes = _gj_text_likes_new (self->features, self->old_side);
  self->max_features = _gj_text_features_get_n (self->features) * MAX_GROWTH + LEAST_FEATURES;
}

static void
forget (GjTextAligner *self)
{
  g_hash_table_unref (self->pairings);
  _gj_text_likes_free (self->likes);
  g_ptr_array_unref (self->new_side);
  g_ptr_array_unref (self->old_side);
  _gj_text_features_free (self->features);
  _gj_text_words_free (self->words);
}

/* Features of what is long gone are got rid of by reading all again. */

static void
start_again (GjTextAligner *self)
{
  g_autoptr (GPtrArray) old_side = g_ptr_array_ref (self->old_side);
  g_autofree const char **texts = g_new (const char *, old_side->len + 1);

  for (guint i = 0; i < old_side->len; i++)
    texts[i] = ((GjTextParagraph *) old_side->pdata[i])->text;

  forget (self);
  read_old (self, texts, old_side->len);
}

static gboolean
is_text (const GPtrArray *side,
         guint            paragraph,
         const char      *text)
{
  return strcmp (((GjTextParagraph *) side->pdata[paragraph])->text, text) == 0;
}

/* An edit leaves what stands before and behind it as it was. */

static void
read_new (GjTextAligner     *self,
          const char *const *paragraphs,
          guint              n)
{
  g_autoptr (GPtrArray) before = g_steal_pointer (&self->new_side);
  guint n_least = MIN (before->len, n);
  guint n_start = 0, n_end = 0;

  while (n_start < n_least && is_text (before, n_start, paragraphs[n_start]))
    n_start++;
  while (n_end < n_least - n_start && is_text (before, before->len - 1 - n_end, paragraphs[n - 1 - n_end]))
    n_end++;

  self->new_side = side_new (n);
  for (guint i = 0; i < n; i++)
    if (i < n_start)
      g_ptr_array_add (self->new_side, _gj_text_paragraph_ref (before->pdata[i]));
    else if (i >= n - n_end)
      g_ptr_array_add (self->new_side, _gj_text_paragraph_ref (before->pdata[before->len - (n - i)]));
    else
      g_ptr_array_add (self->new_side, read_paragraph (self, paragraphs[i], TRUE));

  for (guint i = n_start; i < before->len - n_end; i++)
    _gj_text_features_count (self->features, before->pdata[i], TRUE, -1);
}

/**
 * gj_passage_is_change:
 * @self: a passage
 *
 * Returns: whether it counts as a change: not when both sides say the same, or the same but
 *     for years that moved on with the report
 */
gboolean
gj_passage_is_change (const GjPassage *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->is_moved || (self->kind != GJ_PASSAGE_SAME && !self->has_moved_years_only);
}

/**
 * gj_text_aligner_new:
 * @old_paragraphs: (array length=n_old): valid UTF-8
 *
 * Returns: (transfer full): what puts paragraphs beside @old_paragraphs, again and again
 */
GjTextAligner *
gj_text_aligner_new (const char *const *old_paragraphs,
                     guint              n_old)
{
  GjTextAligner *self = g_new0 (GjTextAligner, 1);

  read_old (self, old_paragraphs, n_old);
  return self;
}

void
gj_text_aligner_free (GjTextAligner *self)
{
  forget (self);
  g_free (self);
}

/**
 * gj_text_aligner_align:
 * @new_paragraphs: (array length=n_new): valid UTF-8
 *
 * Finds what gj_text_align() finds, sooner when little has changed since it was last asked.
 *
 * Returns: (transfer full) (element-type GjPassage): the passages, in order
 */
GPtrArray *
gj_text_aligner_align (GjTextAligner     *self,
                       const char *const *new_paragraphs,
                       guint              n_new)
{
  g_autoptr (GArray) nothing = g_array_new (FALSE, FALSE, sizeof (GjTextToken));
  g_autoptr (GArray) moves = g_array_new (FALSE, FALSE, sizeof (GjTextMoves));
  g_autoptr (GArray) groups = NULL;
  Alignment alignment = {
    .aligner = self,
    .pairings = _gj_text_pairings_new (),
    .nothing = nothing,
    .passages = g_ptr_array_new_with_free_func (passage_free),
    .moves = moves,
  };

  if (_gj_text_features_get_n (self->features) > self->max_features)
    start_again (self);

  read_new (self, new_paragraphs, n_new);
  _gj_text_likes_find (self->likes, self->new_side);
  groups = _gj_text_groups_find (self->likes);
  add_passages (&alignment, groups);
  find_moves (&alignment);
  g_hash_table_unref (self->pairings);
  self->pairings = alignment.pairings;

  return alignment.passages;
}

/**
 * gj_text_align:
 * @old_paragraphs: (array length=n_old): valid UTF-8
 * @new_paragraphs: (array length=n_new): valid UTF-8
 *
 * Puts the paragraphs of two texts side by side: those that say the same, also where they
 * were moved, split, joined or reworded. What changed inside is told as gj_text_compare()
 * does, with the sentences that were moved from one paragraph to another.
 *
 * The time grows with the length of the texts, not with their product.
 *
 * Returns: (transfer full) (element-type GjPassage): the passages, in order
 */
GPtrArray *
gj_text_align (const char *const *old_paragraphs,
               guint              n_old,
               const char *const *new_paragraphs,
               guint              n_new)
{
  g_autoptr (GjTextAligner) aligner = gj_text_aligner_new (old_paragraphs, n_old);

  return gj_text_aligner_align (aligner, new_paragraphs, n_new);
}
