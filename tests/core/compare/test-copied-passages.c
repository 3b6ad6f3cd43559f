/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-core.h"

/* Which sentences of a new text were taken over from last year's. A passage is written as
 * what it says. */

#define LAST \
  "全年共主动公开各类信息126条，通过门户网站发布98条。\n" \
  "一是健全制度，完善信息发布审核流程，明确专人负责，做到应公开尽公开。二是加强培训，组织业务骨干参加市里的学习。\n" \
  "（三）政府信息管理"

static const struct
{
  const char *name;
  const char *text;
  const char *passages[3];
} cases[] = {
  { "nothing", "", { NULL } },
  { "own-words", "今年新建了两处政务公开专区，群众可以就近查询办理。", { NULL } },
  { "a-sentence", "今年很忙。一是健全制度，完善信息发布审核流程，明确专人负责，做到应公开尽公开。完了。",
    { "一是健全制度，完善信息发布审核流程，明确专人负责，做到应公开尽公开。" } },
  { "two-sentences-are-one-passage",
    "一是健全制度，完善信息发布审核流程，明确专人负责，做到应公开尽公开。二是加强培训，组织业务骨干参加市里的学习。",
    { "一是健全制度，完善信息发布审核流程，明确专人负责，做到应公开尽公开。二是加强培训，组织业务骨干参加市里的学习。" } },
  { "two-paragraphs",
    "一是健全制度，完善信息发布审核流程，明确专人负责，做到应公开尽公开。\n二是加强培训，组织业务骨干参加市里的学习。",
    { "一是健全制度，完善信息发布审核流程，明确专人负责，做到应公开尽公开。", "二是加强培训，组织业务骨干参加市里的学习。" } },
  { "figures-copied", "全年共主动公开各类信息126条，通过门户网站发布98条。",
    { "全年共主动公开各类信息126条，通过门户网站发布98条。" } },
  { "figures-renewed", "全年共主动公开各类信息131条，通过门户网站发布102条。", { NULL } },
  { "one-figure-renewed", "全年共主动公开各类信息131条，通过门户网站发布98条。", { NULL } },
  { "a-word-changed", "一是健全制度，完善信息发布审查流程，明确专人负责，做到应公开尽公开。",
    { "一是健全制度，完善信息发布审查流程，明确专人负责，做到应公开尽公开。" } },
  { "rewritten", "一是修订审核办法，重新划分信息发布审核流程，由办公室统一负责，做到应公开尽公开。", { NULL } },
  { "a-heading-is-none", "（三）政府信息管理", { NULL } },
  { "without-a-stop", "二是加强培训，组织业务骨干参加市里的学习",
    { "二是加强培训，组织业务骨干参加市里的学习" } },
};

static void
test_case (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  const char *text = cases[i].text;
  g_autoptr (GjSimilarityMeter) last_words = gj_similarity_meter_new (LAST, NULL);
  g_autoptr (GArray) passages = gj_copied_passages_find (last_words, text);
  guint n;

  for (n = 0; n < passages->len; n++)
    {
      const GjCopiedPassage *passage = &g_array_index (passages, GjCopiedPassage, n);
      g_autofree char *words = g_utf8_substring (text, passage->start, passage->end);

      g_assert_cmpuint (n, <, G_N_ELEMENTS (cases[i].passages));
      g_assert_cmpstr (words, ==, cases[i].passages[n]);
    }
  if (n < G_N_ELEMENTS (cases[i].passages))
    g_assert_cmpstr (cases[i].passages[n], ==, NULL);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/core/copied-passages/", cases[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_case);
    }

  return g_test_run ();
}
