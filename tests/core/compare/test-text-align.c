/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare-samples.h"
#include "compare-support.h"

#include <string.h>

/* Documents edited at random, with known truth: who was whose partner. Both sides are
 * seen as one text of paragraphs joined by LF. */

#define N_CASES 400
#define NOWHERE G_MAXSIZE

/* How many bytes a rewording touches. */
#define MAX_REWORDED 30

typedef struct
{
  char     **paragraphs;
  guint      n;
  gsize     *starts;
  char      *text;
  GPtrArray *document;
} Side;

typedef struct
{
  Side   old_side;
  Side   new_side;
  gsize *from;
  guint  n_sentences;
  guint  n_aligned;
  guint  n_moved;
} Case;

static void
init_side (Side      *side,
           GPtrArray *document)
{
  gsize start = 0;

  side->document = document;
  side->paragraphs = write_document (document);
  side->n = g_strv_length (side->paragraphs);
  side->text = g_strjoinv ("\n", side->paragraphs);
  side->starts = g_new0 (gsize, side->n + 1);
  for (guint i = 0; i < side->n; i++)
    {
      side->starts[i] = start;
      start += strlen (side->paragraphs[i]) + 1;
    }
}

static void
clear_side (Side *side)
{
  g_strfreev (side->paragraphs);
  g_free (side->starts);
  g_free (side->text);
  g_ptr_array_unref (side->document);
}

static gsize
get_length (const Side *side,
            guint       first,
            guint       n)
{
  gsize length = n > 0 ? n - 1 : 0;

  for (guint i = 0; i < n; i++)
    length += strlen (side->paragraphs[first + i]);

  return length;
}

/* Where the old text says what is moved by @move. */

static gsize
find_origin (const Case      *self,
             const GPtrArray *passages,
             guint            move)
{
  for (guint i = 0; i < passages->len; i++)
    {
      const GjPassage *passage = passages->pdata[i];

      for (guint j = 0; j < passage->changes->len; j++)
        {
          const GjTextChange *change = &g_array_index (passage->changes, GjTextChange, j);

          if (change->kind == GJ_TEXT_MOVED_AWAY && change->move == move)
            return self->old_side.starts[passage->old_first] + change->old_start;
        }
    }

  g_assert_not_reached ();
}

/* Reads one passage into the map from new bytes to old ones and holds what it says. */

static void
read_passage (Case            *self,
              const GPtrArray *passages,
              const GjPassage *passage)
{
  gsize old_end = 0, new_end = 0;

  for (guint i = 0; i < passage->changes->len; i++)
    {
      const GjTextChange *change = &g_array_index (passage->changes, GjTextChange, i);
      gsize source = NOWHERE;

      g_assert_cmpuint (change->old_start, ==, old_end);
      g_assert_cmpuint (change->new_start, ==, new_end);
      old_end = change->old_end;
      new_end = change->new_end;

      if (change->kind == GJ_TEXT_SAME)
        source = self->old_side.starts[passage->old_first] + change->old_start;
      else if (change->kind == GJ_TEXT_MOVED_HERE)
        source = find_origin (self, passages, change->move);

      for (gsize j = 0; j < change->new_end - change->new_start; j++)
        {
          gsize place = self->new_side.starts[passage->new_first] + change->new_start + j;

          self->from[place] = source == NOWHERE ? NOWHERE : source + j;
          if (source != NOWHERE)
            g_assert_cmpint (self->new_side.text[place], ==, self->old_side.text[source + j]);
        }
    }

  g_assert_cmpuint (old_end, ==, get_length (&self->old_side, passage->old_first, passage->n_old));
  g_assert_cmpuint (new_end, ==, get_length (&self->new_side, passage->new_first, passage->n_new));
}

static void
assert_kind (const Case      *self,
             const GjPassage *passage)
{
  gboolean is_same = passage->n_old == 1 && passage->n_new == 1 &&
                     strcmp (self->old_side.paragraphs[passage->old_first],
                             self->new_side.paragraphs[passage->new_first]) == 0;

  g_assert_cmpint (passage->kind == GJ_PASSAGE_REMOVED, ==, passage->n_new == 0);
  g_assert_cmpint (passage->kind == GJ_PASSAGE_ADDED, ==, passage->n_old == 0);
  g_assert_cmpint (passage->kind == GJ_PASSAGE_SAME, ==, is_same);
}

/* Every paragraph is in one passage, and the new ones are in order; so are the old ones but
 * for those that were moved. */

static void
assert_passages (const Case      *self,
                 const GPtrArray *passages)
{
  g_autofree guint8 *seen = g_new0 (guint8, self->old_side.n + 1);
  guint old_next = 0, new_next = 0;

  for (guint i = 0; i < passages->len; i++)
    {
      const GjPassage *passage = passages->pdata[i];

      assert_kind (self, passage);
      g_assert_cmpuint (passage->new_first, ==, new_next);
      new_next += passage->n_new;
      for (guint j = 0; j < passage->n_old; j++)
        g_assert_cmpuint (seen[passage->old_first + j]++, ==, 0);

      if (!passage->is_moved)
        {
          g_assert_cmpuint (passage->old_first, >=, old_next);
          old_next = passage->old_first + passage->n_old;
        }
    }

  g_assert_cmpuint (new_next, ==, self->new_side.n);
  for (guint i = 0; i < self->old_side.n; i++)
    g_assert_cmpuint (seen[i], ==, 1);
}

/* Where a sentence of the old text begins, and in which paragraph. */

static const Sentence *
find_source (const Side *side,
             guint       source,
             gsize      *start,
             guint      *index)
{
  for (guint i = 0; i < side->document->len; i++)
    {
      const GPtrArray *paragraph = side->document->pdata[i];

      *start = side->starts[i];
      *index = i;
      for (guint j = 0; j < paragraph->len; j++)
        {
          const Sentence *sentence = paragraph->pdata[j];

          if (sentence->source == source)
            return sentence;
          *start += strlen (sentence->text);
        }
    }

  return NULL;
}

static void
count_aligned (Case *self)
{
  for (guint i = 0; i < self->new_side.document->len; i++)
    {
      const GPtrArray *paragraph = self->new_side.document->pdata[i];
      gsize place = self->new_side.starts[i];

      for (guint j = 0; j < paragraph->len; j++)
        {
          const Sentence *sentence = paragraph->pdata[j];
          gsize length = strlen (sentence->text);
          gsize start, n = 0;
          guint index;

          if (sentence->source != 0 && !sentence->is_changed &&
              find_source (&self->old_side, sentence->source, &start, &index) != NULL)
            {
              for (gsize k = 0; k < length; k++)
                n += self->from[place + k] == start + k;
              self->n_sentences++;
              self->n_aligned += n * 10 >= length * 9;
            }
          place += length;
        }
    }
}

static const GjPassage *
find_passage (const GPtrArray *passages,
              guint            new_paragraph)
{
  for (guint i = 0; i < passages->len; i++)
    {
      const GjPassage *passage = passages->pdata[i];

      if (new_paragraph >= passage->new_first && new_paragraph < passage->new_first + passage->n_new)
        return passage;
    }

  g_assert_not_reached ();
}

/* Which old paragraph a moved one was, if most of both is the same. */

static guint
find_old_paragraph (const Case *self,
                    guint       new_paragraph)
{
  const GPtrArray *paragraph = self->new_side.document->pdata[new_paragraph];
  gsize new_length = strlen (self->new_side.paragraphs[new_paragraph]);

  for (guint i = 0; i < self->old_side.n; i++)
    {
      gsize common = 0;

      for (guint j = 0; j < paragraph->len; j++)
        {
          const Sentence *sentence = paragraph->pdata[j];
          gsize start;
          guint index;

          if (sentence->source != 0 && strlen (sentence->text) > MAX_REWORDED &&
              find_source (&self->old_side, sentence->source, &start, &index) != NULL && index == i)
            common += strlen (sentence->text) - (sentence->is_changed ? MAX_REWORDED : 0);
        }

      if (common * 3 > new_length * 2 && common * 3 > strlen (self->old_side.paragraphs[i]) * 2)
        return i;
    }

  return G_MAXUINT;
}

static void
assert_moved (Case            *self,
              const GPtrArray *passages,
              const GArray    *moved)
{
  for (guint i = 0; i < moved->len; i++)
    {
      const GjPassage *passage;
      guint old_paragraph, index;

      g_assert_true (g_ptr_array_find (self->new_side.document, g_array_index (moved, GPtrArray *, i), &index));
      old_paragraph = find_old_paragraph (self, index);
      if (old_paragraph == G_MAXUINT)
        continue;

      passage = find_passage (passages, index);
      self->n_moved++;
      g_assert_cmpuint (passage->n_old, >, 0);
      g_assert_cmpuint (old_paragraph, >=, passage->old_first);
      g_assert_cmpuint (old_paragraph, <, passage->old_first + passage->n_old);
    }
}

static void
run_case (GRand     *rand,
          GPtrArray *sentences,
          guint     *n_sentences,
          guint     *n_aligned,
          guint     *n_moved)
{
  Case self = { 0 };
  GPtrArray *document = make_document (rand, sentences, g_rand_int_range (rand, 2, 13));
  GPtrArray *edited = copy_document (document);
  g_autoptr (GArray) moved = g_array_new (FALSE, FALSE, sizeof (GPtrArray *));
  g_autoptr (GPtrArray) passages = NULL;

  edit_document (rand, edited, sentences, g_rand_int_range (rand, 0, 10), moved);
  init_side (&self.old_side, document);
  init_side (&self.new_side, edited);
  self.from = g_new0 (gsize, strlen (self.new_side.text) + 1);
  passages = gj_text_align ((const char *const *) self.old_side.paragraphs, self.old_side.n,
                            (const char *const *) self.new_side.paragraphs, self.new_side.n);

  assert_passages (&self, passages);
  for (guint i = 0; i < passages->len; i++)
    read_passage (&self, passages, passages->pdata[i]);
  count_aligned (&self);
  assert_moved (&self, passages, moved);

  *n_sentences += self.n_sentences;
  *n_aligned += self.n_aligned;
  *n_moved += self.n_moved;
  clear_side (&self.old_side);
  clear_side (&self.new_side);
  g_free (self.from);
}

static void
run_cases (GPtrArray *sentences)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (2025);
  guint n_sentences = 0, n_aligned = 0, n_moved = 0;

  for (guint i = 0; i < N_CASES; i++)
    run_case (rand, sentences, &n_sentences, &n_aligned, &n_moved);

  g_test_message ("%u of %u unchanged sentences aligned, %u moved paragraphs", n_aligned, n_sentences, n_moved);
  g_assert_cmpuint (n_sentences, >, N_CASES * 10);
  g_assert_cmpuint (n_moved, >, N_CASES / 4);
  g_assert_cmpuint (n_aligned * 100, >=, n_sentences * 98);
}

static void
test_samples (void)
{
  g_autoptr (GPtrArray) sentences = read_samples ();

  run_cases (sentences);
}

static void
test_real (void)
{
  g_autofree char *folder = g_build_filename (g_getenv ("GJ_SOURCE_ROOT"), "..", "shared", "reports", "text", NULL);
  g_autoptr (GPtrArray) sentences = read_real (folder);

  if (sentences == NULL)
    g_test_skip ("the real reports are not here");
  else
    run_cases (sentences);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/core/text-align/samples", test_samples);
  g_test_add_func ("/core/text-align/real", test_real);

  return g_test_run ();
}
