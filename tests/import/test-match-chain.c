/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-match-chain.h"

/* The chain of the matcher against the best of all chains, found by trying every one. */

#define MAX_LINKS 9
#define N_TO 5

static gint64
find_best_score (const GjChainLink *links,
                 guint              n_links)
{
  gint64 best = 0;

  for (guint set = 0; set < 1u << n_links; set++)
    {
      const GjChainLink *last = NULL;
      gint64 score = 0;
      gboolean forward = TRUE;

      for (guint i = 0; i < n_links && forward; i++)
        if ((set >> i & 1) != 0)
          {
            forward = last == NULL || (last->from < links[i].from && last->to < links[i].to);
            score += links[i].score;
            last = &links[i];
          }
      if (forward)
        best = MAX (best, score);
    }

  return best;
}

static void
assert_chain (const GjChainLink *links,
              guint              n_links)
{
  g_autoptr (GArray) chain = _gj_match_find_chain (links, n_links, N_TO);
  gint64 score = 0;

  for (guint i = 0; i < chain->len; i++)
    {
      const GjChainLink *link = &links[g_array_index (chain, guint, i)];

      score += link->score;
      if (i > 0)
        {
          const GjChainLink *after = &links[g_array_index (chain, guint, i - 1)];

          g_assert_cmpuint (link->from, <, after->from);
          g_assert_cmpuint (link->to, <, after->to);
        }
    }
  g_assert_cmpint (score, ==, find_best_score (links, n_links));
}

static void
test_nothing (void)
{
  g_autoptr (GArray) chain = _gj_match_find_chain (NULL, 0, N_TO);

  g_assert_cmpuint (chain->len, ==, 0);
}

/* Two links of one place are never both in a chain, nor are two that cross. */

static void
test_crossing (void)
{
  static const GjChainLink links[] = {
    { 0, 1, 10 }, { 0, 2, 15 }, { 3, 0, 20 }, { 3, 2, 10 }, { 4, 3, 1 },
  };
  g_autoptr (GArray) chain = _gj_match_find_chain (links, G_N_ELEMENTS (links), N_TO);

  g_assert_cmpuint (chain->len, ==, 2);
  g_assert_cmpuint (g_array_index (chain, guint, 0), ==, 4);
  g_assert_cmpuint (g_array_index (chain, guint, 1), ==, 2);
}

static void
test_random (void)
{
  for (guint round = 0; round < 2000; round++)
    {
      GjChainLink links[MAX_LINKS];
      guint n_links = g_test_rand_int_range (0, MAX_LINKS + 1);
      guint from = 0;

      for (guint i = 0; i < n_links; i++)
        {
          from += g_test_rand_int_range (0, 2);
          links[i] = (GjChainLink) { from, g_test_rand_int_range (0, N_TO),
                                     g_test_rand_int_range (1, 20) };
        }
      assert_chain (links, n_links);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import/match-chain/nothing", test_nothing);
  g_test_add_func ("/import/match-chain/crossing", test_crossing);
  g_test_add_func ("/import/match-chain/random", test_random);

  return g_test_run ();
}
