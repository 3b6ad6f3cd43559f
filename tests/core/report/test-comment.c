/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "report-support.h"

static void
test_fields (void)
{
  g_autoptr (GjComment) comment = gj_comment_new ("c2", "overview", "w", "2022-01-02", "t");
  g_autoptr (GjComment) answer = gj_comment_dup_as_answer (comment, "c1");
  g_autoptr (GjComment) placed = gj_comment_dup_with_words (answer, 3, 5);
  g_autoptr (GjComment) done = gj_comment_dup_with_done (placed, TRUE);
  g_autoptr (GjComment) other = gj_comment_dup_with_text (done, "u");
  g_autoptr (GjComment) open = gj_comment_dup_with_done (done, FALSE);
  g_autoptr (GjComment) whole = gj_comment_dup_with_words (open, GJ_NONE, GJ_NONE);
  g_autoptr (GjComment) back = gj_comment_dup_as_answer (whole, NULL);

  g_assert_false (gj_comment_has_words (comment));
  g_assert_true (gj_comment_has_words (other));
  g_assert_cmpstr (other->answers, ==, "c1");
  g_assert_cmpuint (other->start, ==, 3);
  g_assert_cmpuint (other->end, ==, 5);
  g_assert_true (other->done);
  g_assert_cmpstr (other->text, ==, "u");
  g_assert_cmpstr (other->who, ==, "w");

  g_assert_false (gj_comment_equal (comment, answer));
  g_assert_false (gj_comment_equal (answer, placed));
  g_assert_false (gj_comment_equal (placed, done));
  g_assert_false (gj_comment_equal (done, other));
  g_assert_true (gj_comment_equal (placed, open));
  g_assert_true (gj_comment_equal (comment, back));
}

/* The words of the comment stand between the brackets, before and after the change. A
 * change without a place in a paragraph puts whole paragraphs in the place of all. */

typedef struct
{
  const char *name;
  const char *before;
  guint       offset;
  const char *removed;
  const char *inserted;
  const char *after;
} MoveCase;

#define ALL G_MAXUINT

static const MoveCase move_cases[] = {
  { "write-before", "收到[申请]五件", 0, "", "共", "共收到[申请]五件" },
  { "write-at-the-start", "收到[申请]五件", 2, "", "了", "收到了[申请]五件" },
  { "write-within", "收到[申请]五件", 3, "", "书", "收到[申书请]五件" },
  { "write-at-the-end", "收到[申请]五件", 4, "", "书", "收到[申请]书五件" },
  { "write-after", "收到[申请]五件", 6, "", "。", "收到[申请]五件。" },
  { "remove-before", "收到[申请]五件", 0, "收到", "", "[申请]五件" },
  { "remove-the-start", "收到[申请]五件", 1, "到申", "", "收[请]五件" },
  { "remove-within", "收到[申请书]五件", 3, "请", "", "收到[申书]五件" },
  { "remove-the-end", "收到[申请]五件", 3, "请五", "", "收到[申]件" },
  { "remove-all-words", "收到[申请]五件", 2, "申请", "", "收到[]五件" },
  { "remove-more", "收到[申请]五件", 1, "到申请五", "", "收[]件" },
  { "remove-after", "收到[申请]五件", 4, "五件", "", "收到[申请]" },
  { "replace-all-words", "收到[申请]五件", 2, "申请", "来信", "收到[来信]五件" },
  { "replace-the-start", "收到[申请]五件", 1, "到申", "回来", "收[回来请]五件" },
  { "replace-the-end", "收到[申请]五件", 3, "请五", "报六", "收到[申报六]件" },
  { "replace-before", "收到[申请]五件", 0, "收到", "共", "共[申请]五件" },
  { "replace-after", "收到[申请]五件", 4, "五件", "六", "收到[申请]六" },
  { "caret-write-before", "收到[]五件", 0, "", "共", "共收到[]五件" },
  { "caret-remove-around", "收到[]五件", 1, "到五", "", "收[]件" },
  { "caret-replace-around", "收到[]五件", 1, "到五", "了", "收了[]件" },
  { "break-before", "收到[申请]五件", ALL, NULL, "收\n到申请五件", "收\n到[申请]五件" },
  { "break-within", "收到[申请]五件", ALL, NULL, "收到申\n请五件", "收到[申\n请]五件" },
  { "join", "收\n到[申\n请]五件", ALL, NULL, "收\n到申请五件", "收\n到[申请]五件" },
  { "paragraph-before", "收到[申请]五件", ALL, NULL, "一年\n收到申请五件", "一年\n收到[申请]五件" },
  { "paragraph-goes", "一年\n收到[申请]五件\n完", ALL, NULL, "一年\n完", "一年\n[]完" },
  { "everything-goes", "收到[申请]五件", ALL, NULL, "", "[]" },
};

static GjReport *
report_with_comment (const char *marked)
{
  g_auto (GStrv) head = g_strsplit (marked, "[", 2);
  g_auto (GStrv) tail = g_strsplit (head[1], "]", 2);
  g_autofree char *text = g_strconcat (head[0], tail[0], tail[1], NULL);
  g_autoptr (GjNarrative) narrative = gj_narrative_new_for_text (text);
  g_autoptr (GjComment) comment = gj_comment_new ("c1", "overview", "张", "2022-01-02", "请核实");
  guint start = g_utf8_strlen (head[0], -1);
  g_autoptr (GjComment) placed =
    gj_comment_dup_with_words (comment, start, start + g_utf8_strlen (tail[0], -1));
  GjReport *report = report_new ();

  gj_report_init_narrative (report, overview, narrative);
  gj_report_init_comment (report, placed);

  return report;
}

static char *
dup_marked (GjReport *report)
{
  g_autofree char *text = gj_narrative_dup_text (gj_report_get_narrative (report, overview));
  GjComment *comment = g_ptr_array_index (gj_report_get_comments (report), 0);
  g_autofree char *before = g_utf8_substring (text, 0, comment->start);
  g_autofree char *words = g_utf8_substring (text, comment->start, comment->end);
  g_autofree char *after = g_utf8_substring (text, comment->end, -1);

  return g_strdup_printf ("%s[%s]%s", before, words, after);
}

static void
assert_marked (GjReport   *report,
               const char *expected)
{
  g_autofree char *marked = dup_marked (report);

  g_assert_cmpstr (marked, ==, expected);
}

static void
add_move (GjEdit         *edit,
          GjReport       *report,
          const MoveCase *c)
{
  g_autoptr (GjNarrative) narrative = NULL;
  g_autoptr (GPtrArray) blocks = g_ptr_array_new ();
  guint n_blocks = gj_narrative_get_n_blocks (gj_report_get_narrative (report, overview));

  if (c->offset != ALL)
    {
      gj_edit_change_text (edit, report, overview, 0, c->offset, c->removed, c->inserted);
      return;
    }

  narrative = gj_narrative_new_for_text (c->inserted);
  for (guint i = 0; i < gj_narrative_get_n_blocks (narrative); i++)
    g_ptr_array_add (blocks, gj_narrative_get_block (narrative, i));
  gj_edit_change_blocks (edit, report, overview, 0, n_blocks,
                         (GjBlock *const *) blocks->pdata, blocks->len);
}

static void
test_move (gconstpointer data)
{
  const MoveCase *c = data;
  g_autoptr (GjReport) report = report_with_comment (c->before);
  g_autoptr (GjReport) before = gj_report_dup_snapshot (report);
  g_autoptr (GjEdit) edit = gj_edit_new ("Edit");

  add_move (edit, report, c);
  assert_reports_equal (report, before);

  gj_report_apply (report, edit);
  assert_marked (report, c->after);
  assert_marked (before, c->before);
  gj_report_revert (report, edit);
  assert_reports_equal (report, before);
  gj_report_apply (report, edit);
  assert_marked (report, c->after);
}

/* Two changes in one step: the second one meets what the first has left. */

static void
test_two_changes (void)
{
  g_autoptr (GjReport) report = report_with_comment ("收到[申请]五件");
  g_autoptr (GjReport) before = gj_report_dup_snapshot (report);
  g_autoptr (GjEdit) edit = gj_edit_new ("Replace");

  gj_edit_change_text (edit, report, overview, 0, 0, "收", "一共收");
  gj_edit_change_text (edit, report, overview, 0, 5, "请", "");
  gj_report_apply (report, edit);
  assert_marked (report, "一共收到[申]五件");
  gj_report_revert (report, edit);
  assert_reports_equal (report, before);
}

/* Taking words away one by one is one typing, also out of the words of a comment. */

static void
test_backspace (void)
{
  g_autoptr (GjReport) report = report_with_comment ("收到[申请]五件");
  g_autoptr (GjReport) before = gj_report_dup_snapshot (report);
  g_autoptr (GjReport) after = NULL;
  g_autoptr (GjHistory) history = gj_history_new (report);
  const char *const gone[] = { "件", "五", "请", "申", "到" };

  for (guint i = 0; i < G_N_ELEMENTS (gone); i++)
    {
      g_autoptr (GjEdit) edit = gj_edit_new ("Typing");

      gj_edit_change_text (edit, report, overview, 0, 5 - i, gone[i], "");
      gj_history_push_joined (history, edit);
    }
  assert_marked (report, "收[]");
  after = gj_report_dup_snapshot (report);

  g_assert_true (gj_history_undo (history));
  assert_reports_equal (report, before);
  g_assert_false (gj_history_can_undo (history));
  g_assert_true (gj_history_redo (history));
  assert_reports_equal (report, after);
}

/* So is writing in the place of words, sign by sign. */

static void
test_overtype (void)
{
  g_autoptr (GjReport) report = report_with_comment ("收到[申请]五件");
  g_autoptr (GjReport) before = gj_report_dup_snapshot (report);
  g_autoptr (GjHistory) history = gj_history_new (report);
  const char *const written[] = { "来", "信", "者" };

  for (guint i = 0; i < G_N_ELEMENTS (written); i++)
    {
      g_autoptr (GjEdit) edit = gj_edit_new ("Typing");

      gj_edit_change_text (edit, report, overview, 0, 2 + i, i == 0 ? "申请" : "", written[i]);
      gj_history_push_joined (history, edit);
    }
  assert_marked (report, "收到[来]信者五件");

  g_assert_true (gj_history_undo (history));
  assert_reports_equal (report, before);
  g_assert_false (gj_history_can_undo (history));
  g_assert_true (gj_history_redo (history));
  assert_marked (report, "收到[来]信者五件");
}

/* Other places have nothing to do with it. */

static void
test_other_places (void)
{
  g_autoptr (GjReport) report = report_with_comment ("收到[申请]五件");
  g_autoptr (GjComment) cell = gj_comment_new ("c2", "requests/received/total", NULL, NULL, "？");
  g_autoptr (GjComment) whole = gj_comment_new ("c3", "overview", NULL, NULL, "太短");
  g_autoptr (GjEdit) edit = gj_edit_new ("Edit");
  g_autoptr (GjBlock) block = gj_block_new_paragraph ("前言");

  gj_report_init_comment (report, cell);
  gj_report_init_comment (report, whole);
  gj_edit_change_blocks (edit, report, gj_report_get_preface (report), 0, 0, &block, 1);
  gj_edit_change_text (edit, report, overview, 0, 0, "收到申请五件", "");
  gj_report_apply (report, edit);

  assert_marked (report, "[]");
  g_assert_true (g_ptr_array_index (gj_report_get_comments (report), 1) == cell);
  g_assert_true (g_ptr_array_index (gj_report_get_comments (report), 2) == whole);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/core/comment/fields", test_fields);
  for (guint i = 0; i < G_N_ELEMENTS (move_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/core/comment/move/", move_cases[i].name, NULL);

      g_test_add_data_func (path, &move_cases[i], test_move);
    }
  g_test_add_func ("/core/comment/two-changes", test_two_changes);
  g_test_add_func ("/core/comment/backspace", test_backspace);
  g_test_add_func ("/core/comment/overtype", test_overtype);
  g_test_add_func ("/core/comment/other-places", test_other_places);

  return g_test_run ();
}
