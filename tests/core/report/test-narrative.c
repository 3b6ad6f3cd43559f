/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-core.h"

typedef struct
{
  const char *name;
  const char *text;
  guint       n_blocks;
  const char *joined;
  gboolean    empty;
} TextCase;

static const TextCase text_cases[] = {
  { "nothing", "", 0, "", TRUE },
  { "one-line", "一、总体情况", 1, "一、总体情况", FALSE },
  { "two-lines", "甲\n乙", 2, "甲\n乙", FALSE },
  { "blank-line-between", "甲\n\n乙", 3, "甲\n\n乙", FALSE },
  { "line-feed-at-the-end", "甲\n", 2, "甲\n", FALSE },
  { "only-line-feeds", "\n\n", 3, "\n\n", TRUE },
  { "carriage-returns", "甲\r\n乙\r\n", 3, "甲\n乙\n", FALSE },
  { "carriage-return-inside", "甲\r乙", 1, "甲\r乙", FALSE },
};

static void
test_text (gconstpointer data)
{
  const TextCase *test = data;
  g_autoptr (GjNarrative) narrative = gj_narrative_new_for_text (test->text);
  g_autofree char *joined = gj_narrative_dup_text (narrative);

  g_assert_cmpuint (gj_narrative_get_n_blocks (narrative), ==, test->n_blocks);
  g_assert_cmpstr (joined, ==, test->joined);
  g_assert_true (gj_narrative_is_empty (narrative) == test->empty);
}

static GjBlock *
new_picture (void)
{
  g_autoptr (GBytes) data = g_bytes_new_static ("x", 1);

  return gj_block_new_picture (data, "image/png", 10, 10, NULL);
}

static void
test_blocks_without_text (void)
{
  g_autoptr (GjBlock) table = gj_block_new_table ();
  g_autoptr (GjBlock) picture = new_picture ();
  g_autoptr (GjBlock) first = gj_block_new_paragraph ("甲");
  g_autoptr (GjBlock) second = gj_block_new_paragraph ("乙");
  GjBlock *blocks[] = { table, first, picture, second };
  g_autoptr (GjNarrative) only_table = gj_narrative_new (blocks, 1);
  g_autoptr (GjNarrative) all = gj_narrative_new (blocks, 4);
  g_autofree char *text = gj_narrative_dup_text (all);

  g_assert_true (gj_narrative_is_empty (only_table));
  g_assert_false (gj_narrative_is_empty (all));
  g_assert_cmpstr (text, ==, "甲\n乙");
}

static void
test_picture_is_no_empty_narrative (void)
{
  g_autoptr (GjBlock) picture = new_picture ();
  g_autoptr (GjNarrative) narrative = gj_narrative_new (&picture, 1);

  g_assert_false (gj_narrative_is_empty (narrative));
}

typedef struct
{
  const char *name;
  guint       position;
  guint       n_removed;
  const char *added;
  const char *result;
} SpliceCase;

static const SpliceCase splice_cases[] = {
  { "insert-first", 0, 0, "x", "x\na\nb\nc" },
  { "insert-last", 3, 0, "x\ny", "a\nb\nc\nx\ny" },
  { "replace", 1, 1, "x", "a\nx\nc" },
  { "remove", 1, 2, "", "a" },
  { "remove-all", 0, 3, "", "" },
  { "nothing", 2, 0, "", "a\nb\nc" },
};

static void
test_splice (gconstpointer data)
{
  const SpliceCase *test = data;
  g_autoptr (GjNarrative) narrative = gj_narrative_new_for_text ("a\nb\nc");
  g_autoptr (GjNarrative) more = gj_narrative_new_for_text (test->added);
  g_autoptr (GjNarrative) result = NULL;
  g_autofree char *text = NULL;
  g_autofree char *unchanged = NULL;
  GjBlock *added[2] = { NULL, NULL };
  guint n_added = gj_narrative_get_n_blocks (more);

  for (guint i = 0; i < n_added; i++)
    added[i] = gj_narrative_get_block (more, i);

  result = gj_narrative_splice (narrative, test->position, test->n_removed, added, n_added);
  text = gj_narrative_dup_text (result);
  unchanged = gj_narrative_dup_text (narrative);
  g_assert_cmpstr (text, ==, test->result);
  g_assert_cmpstr (unchanged, ==, "a\nb\nc");
  g_assert_true (gj_narrative_equal (result, narrative) ==
                 g_str_equal (test->result, "a\nb\nc"));
}

static void
test_splice_shares_blocks (void)
{
  g_autoptr (GjNarrative) narrative = gj_narrative_new_for_text ("a\nb\nc");
  g_autoptr (GjNarrative) shorter = gj_narrative_splice (narrative, 1, 1, NULL, 0);

  g_assert_true (gj_narrative_get_block (shorter, 0) == gj_narrative_get_block (narrative, 0));
  g_assert_true (gj_narrative_get_block (shorter, 1) == gj_narrative_get_block (narrative, 2));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (text_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/core/narrative/text/", text_cases[i].name, NULL);

      g_test_add_data_func (path, &text_cases[i], test_text);
    }
  for (guint i = 0; i < G_N_ELEMENTS (splice_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/core/narrative/splice/", splice_cases[i].name, NULL);

      g_test_add_data_func (path, &splice_cases[i], test_splice);
    }
  g_test_add_func ("/core/narrative/blocks-without-text", test_blocks_without_text);
  g_test_add_func ("/core/narrative/picture-is-content", test_picture_is_no_empty_narrative);
  g_test_add_func ("/core/narrative/splice-shares-blocks", test_splice_shares_blocks);

  return g_test_run ();
}
