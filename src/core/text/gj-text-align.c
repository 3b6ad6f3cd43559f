/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-text-alignment.h"

#include "gj-text-compare-private.h"
#include "gj-text-groups.h"
#include "gj-text-moves.h"

#include <string.h>

/* Paragraphs that belong together become passages, with the changes inside them. */

typedef struct
{
  const char *const *paragraphs;
  guint              n;
  GPtrArray         *tokens;
} Side;

typedef struct
{
  GjTextWords *words;
  GPtrArray   *joined_texts;
  GPtrArray   *joined_tokens;
  GPtrArray   *passages;
  GArray      *pairs;
  Side         old_side;
  Side         new_side;
} Alignment;

static void
passage_free (gpointer data)
{
  GjPassage *passage = data;

  g_array_unref (passage->changes);
  g_free (passage);
}

static void
tokenize (GjTextWords *words,
          Side        *side)
{
  side->tokens = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  for (guint i = 0; i < side->n; i++)
    g_ptr_array_add (side->tokens, _gj_text_words_tokenize (words, side->paragraphs[i]));
}

/* The tokens of some paragraphs as those of one text. */

static const GArray *
get_tokens (Alignment  *self,
            const Side *side,
            guint       first,
            guint       n)
{
  g_autoptr (GString) text = NULL;

  if (n == 1)
    return side->tokens->pdata[first];

  text = g_string_new (NULL);
  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append_c (text, '\n');
      g_string_append (text, side->paragraphs[first + i]);
    }

  g_ptr_array_add (self->joined_texts, g_string_free (g_steal_pointer (&text), FALSE));
  g_ptr_array_add (self->joined_tokens,
                   _gj_text_words_tokenize (self->words, self->joined_texts->pdata[self->joined_texts->len - 1]));
  return self->joined_tokens->pdata[self->joined_tokens->len - 1];
}

static void
add_passage (Alignment *self,
             GjPassage  found)
{
  GjPassage *passage = g_memdup2 (&found, sizeof found);
  GjTextMoves pair = {
    .old_tokens = get_tokens (self, &self->old_side, found.old_first, found.n_old),
    .new_tokens = get_tokens (self, &self->new_side, found.new_first, found.n_new),
  };

  pair.changes = _gj_text_compare_tokens (pair.old_tokens, pair.new_tokens);
  g_array_append_val (self->pairs, pair);
  g_ptr_array_add (self->passages, passage);
}

static void
add_removed (Alignment *self,
             guint      start,
             guint      end,
             guint      new_first)
{
  for (guint i = start; i < end; i++)
    add_passage (self, (GjPassage) { GJ_PASSAGE_REMOVED, FALSE, i, 1, new_first, 0, NULL });
}

static void
add_group (Alignment         *self,
           const GjTextGroup *group)
{
  gboolean is_same = group->n_a == 1 && group->n_b == 1 &&
                     strcmp (self->old_side.paragraphs[group->a], self->new_side.paragraphs[group->b]) == 0;

  add_passage (self, (GjPassage) { is_same ? GJ_PASSAGE_SAME : GJ_PASSAGE_CHANGED, group->is_moved,
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
  g_autofree gboolean *is_kept = list_kept (groups, self->old_side.n);
  guint a = add_lost (self, is_kept, 0, find_next_in_order (groups, 0, self->old_side.n), 0);
  guint b = 0;

  for (guint i = 0; i <= groups->len; i++)
    {
      const GjTextGroup *group = i < groups->len ? &g_array_index (groups, GjTextGroup, i) : NULL;
      guint end = group != NULL ? group->b : self->new_side.n;

      for (; b < end; b++)
        add_passage (self, (GjPassage) { GJ_PASSAGE_ADDED, FALSE, a, 0, b, 1, NULL });
      if (group == NULL)
        break;

      add_group (self, group);
      b = group->b + group->n_b;
      if (!group->is_moved)
        a = add_lost (self, is_kept, group->a + group->n_a, find_next_in_order (groups, i + 1, self->old_side.n), b);
    }
}

static void
compare_passages (Alignment *self)
{
  _gj_text_moves_find ((GjTextMoves *) self->pairs->data, self->pairs->len);

  for (guint i = 0; i < self->passages->len; i++)
    ((GjPassage *) self->passages->pdata[i])->changes = g_array_index (self->pairs, GjTextMoves, i).changes;
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
  g_autoptr (GjTextWords) words = _gj_text_words_new ();
  g_autoptr (GPtrArray) joined_texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) joined_tokens = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (GjTextMoves));
  g_autoptr (GjTextLikes) likes = NULL;
  g_autoptr (GArray) groups = NULL;
  Alignment self = {
    .words = words,
    .joined_texts = joined_texts,
    .joined_tokens = joined_tokens,
    .passages = g_ptr_array_new_with_free_func (passage_free),
    .pairs = pairs,
    .old_side = { .paragraphs = old_paragraphs, .n = n_old },
    .new_side = { .paragraphs = new_paragraphs, .n = n_new },
  };

  tokenize (words, &self.old_side);
  tokenize (words, &self.new_side);
  likes = _gj_text_likes_new (self.old_side.tokens, self.new_side.tokens);
  groups = _gj_text_groups_find (likes, old_paragraphs, n_old, new_paragraphs, n_new);
  add_passages (&self, groups);
  compare_passages (&self);
  g_ptr_array_unref (self.old_side.tokens);
  g_ptr_array_unref (self.new_side.tokens);

  return self.passages;
}
