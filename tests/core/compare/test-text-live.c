/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare-samples.h"

/* A text that is edited at random, step by step: what is found by going on from what was
 * read before is what is found afresh. */

#define N_TEXTS 30
#define N_STEPS 25

static const char *const boilerplate[] = { "政府信息公开", "年度报告", "件，", "公开", NULL };

static const char *const pieces[] = {
  "公开", "政府信息", "，", "。", "12件", "3.5%", " ", "年", "一、总体情况\n", "\n", "\n\n", "7", ".", "新", "a", "公开，主动",
};

static char *
describe_passages (const GPtrArray *passages)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < passages->len; i++)
    {
      const GjPassage *passage = passages->pdata[i];

      g_string_append_printf (text, "%d%s %u+%u %u+%u:", passage->kind, passage->is_moved ? " moved" : "",
                              passage->old_first, passage->n_old, passage->new_first, passage->n_new);
      for (guint j = 0; j < passage->changes->len; j++)
        {
          const GjTextChange *change = &g_array_index (passage->changes, GjTextChange, j);

          g_string_append_printf (text, " %d %d %u %zu-%zu %zu-%zu", change->kind, change->is_number, change->move,
                                  change->old_start, change->old_end, change->new_start, change->new_end);
        }
      g_string_append_c (text, '\n');
    }

  return g_string_free (text, FALSE);
}

static char *
describe_similarity (GjSimilarity  similarity,
                     const GArray *stretches)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%u of %u:", similarity.n_same, similarity.n_counted);
  for (guint i = 0; i < stretches->len; i++)
    {
      const GjStretch *stretch = &g_array_index (stretches, GjStretch, i);

      g_string_append_printf (text, " %zu-%zu %zu-%zu", stretch->start, stretch->end, stretch->old_start,
                              stretch->old_end);
    }

  return g_string_free (text, FALSE);
}

static void
assert_passages (GjTextAligner *aligner,
                 const char    *old_text,
                 const char    *new_text)
{
  g_auto (GStrv) old_paragraphs = g_strsplit (old_text, "\n", -1);
  g_auto (GStrv) new_paragraphs = g_strsplit (new_text, "\n", -1);
  guint n_new = g_strv_length (new_paragraphs);
  g_autoptr (GPtrArray) live = gj_text_aligner_align (aligner, (const char *const *) new_paragraphs, n_new);
  g_autoptr (GPtrArray) fresh = gj_text_align ((const char *const *) old_paragraphs, g_strv_length (old_paragraphs),
                                               (const char *const *) new_paragraphs, n_new);
  g_autofree char *found = describe_passages (live);
  g_autofree char *expected = describe_passages (fresh);

  g_assert_cmpstr (found, ==, expected);
}

static void
assert_similarity (GjSimilarityMeter *meter,
                   const char        *old_text,
                   const char        *new_text)
{
  g_autoptr (GArray) live = NULL;
  g_autoptr (GArray) fresh = NULL;
  GjSimilarity measured = gj_similarity_meter_measure (meter, new_text, &live);
  GjSimilarity afresh = gj_similarity_measure (old_text, new_text, boilerplate, &fresh);
  g_autofree char *found = describe_similarity (measured, live);
  g_autofree char *expected = describe_similarity (afresh, fresh);

  g_assert_cmpstr (found, ==, expected);
}

/* Takes some characters away and puts in a word or what stands elsewhere in the text. */

static void
edit_text (GRand   *rand,
           GString *text)
{
  guint n = g_utf8_strlen (text->str, -1);
  guint start = g_rand_int_range (rand, 0, n + 1);
  guint n_removed = g_rand_int_range (rand, 0, g_rand_boolean (rand) ? 80 : 4);
  guint end = MIN (n, start + n_removed);
  g_autofree char *added = g_strdup (pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);

  if (g_rand_int_range (rand, 0, 6) == 0)
    {
      guint from = g_rand_int_range (rand, 0, n + 1);
      guint length = g_rand_int_range (rand, 0, 60);

      g_free (added);
      added = g_utf8_substring (text->str, from, MIN (n, from + length));
    }

  gssize first = g_utf8_offset_to_pointer (text->str, start) - text->str;

  g_string_erase (text, first, g_utf8_offset_to_pointer (text->str, end) - text->str - first);
  g_string_insert (text, first, added);
}

static void
run_text (GRand      *rand,
          const char *old_text)
{
  g_auto (GStrv) old_paragraphs = g_strsplit (old_text, "\n", -1);
  g_autoptr (GjTextAligner) aligner = gj_text_aligner_new ((const char *const *) old_paragraphs,
                                                           g_strv_length (old_paragraphs));
  g_autoptr (GjSimilarityMeter) meter = gj_similarity_meter_new (old_text, boilerplate);
  g_autoptr (GString) text = g_string_new (old_text);

  for (guint i = 0; i < N_STEPS; i++)
    {
      assert_passages (aligner, old_text, text->str);
      assert_similarity (meter, old_text, text->str);
      edit_text (rand, text);
      if (g_rand_int_range (rand, 0, 12) == 0)
        g_string_assign (text, g_rand_boolean (rand) ? "" : old_text);
    }
}

static void
test_documents (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (31);
  g_autoptr (GPtrArray) sentences = read_samples ();

  for (guint i = 0; i < N_TEXTS; i++)
    {
      GPtrArray *document = make_document (rand, sentences, g_rand_int_range (rand, 1, 12));
      g_auto (GStrv) paragraphs = write_document (document);
      g_autofree char *text = g_strjoinv ("\n", paragraphs);

      run_text (rand, text);
      g_ptr_array_unref (document);
    }
}

/* Few words, many times: everything is like everything. */

static void
test_repetitive (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (32);

  for (guint i = 0; i < N_TEXTS; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      guint n_kinds = g_rand_int_range (rand, 2, G_N_ELEMENTS (pieces) + 1);

      for (guint n = g_rand_int_range (rand, 0, 200); n > 0; n--)
        g_string_append (text, pieces[g_rand_int_range (rand, 0, n_kinds)]);
      run_text (rand, text->str);
    }
}

/* So many new words that what was read is given up in between. */

static void
test_long (void)
{
  static const char *const old_paragraphs[] = { "全年主动公开政府信息十二件。", "一、收到申请三件。" };
  g_autoptr (GjTextAligner) aligner = gj_text_aligner_new (old_paragraphs, G_N_ELEMENTS (old_paragraphs));

  for (guint i = 0; i < 5; i++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (i);
      g_autoptr (GString) text = g_string_new ("全年主动公开政府信息十三件。\n");

      for (guint j = 0; j < 30000; j++)
        g_string_append_unichar (text, 0x4e00 + g_rand_int_range (rand, 0, 20000));
      assert_passages (aligner, "全年主动公开政府信息十二件。\n一、收到申请三件。", text->str);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/core/text-live/documents", test_documents);
  g_test_add_func ("/core/text-live/repetitive", test_repetitive);
  g_test_add_func ("/core/text-live/long", test_long);

  return g_test_run ();
}
