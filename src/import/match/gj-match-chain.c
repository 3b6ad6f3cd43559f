/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-match-chain.h"

/* The best chain of links in which both the document and the form go forward, found in one
 * pass over the document. */

typedef struct
{
  gint64 best;
  int    before;
} Step;

/* The links of one place of the document come after what stands before it, never after
 * each other. */

static void
follow (const GjChainLink *link,
        const Step        *steps,
        const int         *best,
        Step              *out)
{
  out->before = best[link->to];
  out->best = link->score + (out->before < 0 ? 0 : steps[out->before].best);
}

/**
 * _gj_match_find_chain:
 * @links: (array length=n_links): the candidates, in the order of the document
 * @n_links: how many
 * @n_to: how many things of the form there are
 *
 * Returns: (transfer full) (element-type guint): the indices of the links of the chain
 *   with the best score, the last one first
 */
GArray *
_gj_match_find_chain (const GjChainLink *links,
                      guint              n_links,
                      guint              n_to)
{
  GArray *chain = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree Step *steps = g_new (Step, MAX (n_links, 1));
  g_autofree int *best = g_new (int, n_to + 1);

  /* best[t]: the link that ends the best chain over what stands before t. */
  for (guint t = 0; t <= n_to; t++)
    best[t] = -1;

  for (guint i = 0; i < n_links;)
    {
      guint from = links[i].from;
      guint end = i;

      for (; end < n_links && links[end].from == from; end++)
        follow (&links[end], steps, best, &steps[end]);
      for (; i < end; i++)
        for (guint t = links[i].to + 1; t <= n_to; t++)
          if (best[t] < 0 || steps[best[t]].best < steps[i].best)
            best[t] = (int) i;
    }

  for (int i = best[n_to]; i >= 0; i = steps[i].before)
    g_array_append_val (chain, i);

  return chain;
}
