/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report-support.h"

static GjHistory *
new_history (void)
{
  g_autoptr (GjReport) report = report_new ();

  return gj_history_new (report);
}

static void
push_cell (GjHistory  *history,
           const char *label,
           guint       cell,
           const char *text)
{
  g_autoptr (GjEdit) edit = gj_edit_new (label);

  gj_edit_set_cell (edit, gj_history_get_report (history), cell, text);
  gj_history_push (history, edit);
}

static void
type (GjHistory  *history,
      guint       offset,
      const char *text)
{
  g_autoptr (GjEdit) edit = gj_edit_new ("Typing");

  gj_edit_change_text (edit, gj_history_get_report (history), overview, 0, offset, "", text);
  gj_history_push_joined (history, edit);
}

static void
assert_cell (GjHistory  *history,
             guint       cell,
             const char *text)
{
  g_assert_cmpstr (gj_report_get_cell_text (gj_history_get_report (history), cell), ==, text);
}

static void
test_undo_and_redo (void)
{
  g_autoptr (GjHistory) history = new_history ();

  g_assert_false (gj_history_can_undo (history));
  g_assert_false (gj_history_undo (history));
  g_assert_false (gj_history_redo (history));
  g_assert_null (gj_history_get_undo_label (history));

  push_cell (history, "One", 0, "1");
  push_cell (history, "Two", 0, "2");
  g_assert_cmpstr (gj_history_get_undo_label (history), ==, "Two");
  g_assert_null (gj_history_get_redo_label (history));

  g_assert_true (gj_history_undo (history));
  assert_cell (history, 0, "1");
  g_assert_cmpstr (gj_history_get_undo_label (history), ==, "One");
  g_assert_cmpstr (gj_history_get_redo_label (history), ==, "Two");

  g_assert_true (gj_history_redo (history));
  assert_cell (history, 0, "2");
  g_assert_false (gj_history_can_redo (history));

  g_assert_true (gj_history_undo (history));
  g_assert_true (gj_history_undo (history));
  assert_cell (history, 0, "");
  g_assert_false (gj_history_can_undo (history));

  push_cell (history, "Three", 0, "3");
  g_assert_false (gj_history_can_redo (history));
}

static void
test_empty_step_is_dropped (void)
{
  g_autoptr (GjHistory) history = new_history ();

  push_cell (history, "Nothing", 0, "");
  g_assert_false (gj_history_can_undo (history));
  g_assert_false (gj_history_is_modified (history));
}

static GjHistory *
new_history_with_paragraph (void)
{
  g_autoptr (GjReport) report = report_new ();
  g_autoptr (GjNarrative) narrative = gj_narrative_new_for_text ("甲");

  gj_report_init_narrative (report, overview, narrative);

  return gj_history_new (report);
}

static guint
count_undo (GjHistory *history)
{
  guint n = 0;

  while (gj_history_undo (history))
    n++;

  return n;
}

static void
test_typing_is_one_step (void)
{
  g_autoptr (GjHistory) history = new_history_with_paragraph ();

  type (history, 1, "一");
  type (history, 2, "二");
  type (history, 3, "三");
  g_assert_cmpuint (count_undo (history), ==, 1);
}

static void
test_closed_step (void)
{
  g_autoptr (GjHistory) history = new_history_with_paragraph ();

  type (history, 1, "一");
  gj_history_close_step (history);
  type (history, 2, "二");
  type (history, 3, "三");
  g_assert_cmpuint (count_undo (history), ==, 2);
}

static void
test_other_step_ends_typing (void)
{
  g_autoptr (GjHistory) history = new_history_with_paragraph ();

  type (history, 1, "一");
  push_cell (history, "Cell", 0, "1");
  type (history, 2, "二");
  g_assert_true (gj_history_undo (history));
  g_assert_true (gj_history_redo (history));
  type (history, 3, "三");
  g_assert_cmpuint (count_undo (history), ==, 4);
}

/* What somebody else holds, the journal for one, must not change under its hands. */

static void
test_pushed_step_stays_as_it_was (void)
{
  g_autoptr (GjHistory) history = new_history_with_paragraph ();
  g_autoptr (GjEdit) edit = gj_edit_new ("Typing");

  gj_edit_change_text (edit, gj_history_get_report (history), overview, 0, 1, "", "一");
  gj_history_push_joined (history, edit);
  type (history, 2, "二");
  g_assert_cmpstr (gj_edit_get_change (edit, 0)->new_text, ==, "一");
  g_assert_cmpuint (count_undo (history), ==, 1);
}

static void
test_saved_mark (void)
{
  g_autoptr (GjHistory) history = new_history_with_paragraph ();

  g_assert_false (gj_history_is_modified (history));
  push_cell (history, "One", 0, "1");
  g_assert_true (gj_history_is_modified (history));
  gj_history_mark_saved (history);
  g_assert_false (gj_history_is_modified (history));

  push_cell (history, "Two", 0, "2");
  gj_history_undo (history);
  g_assert_false (gj_history_is_modified (history));
  gj_history_undo (history);
  g_assert_true (gj_history_is_modified (history));
  gj_history_redo (history);
  g_assert_false (gj_history_is_modified (history));

  gj_history_undo (history);
  push_cell (history, "Other", 0, "3");
  g_assert_true (gj_history_is_modified (history));
  gj_history_undo (history);
  g_assert_true (gj_history_is_modified (history));

  gj_history_mark_saved (history);
  gj_history_mark_unsaved (history);
  g_assert_true (gj_history_is_modified (history));
}

static void
test_typing_after_save (void)
{
  g_autoptr (GjHistory) history = new_history_with_paragraph ();

  type (history, 1, "一");
  gj_history_mark_saved (history);
  type (history, 2, "二");
  g_assert_true (gj_history_is_modified (history));
  gj_history_undo (history);
  g_assert_false (gj_history_is_modified (history));
}

static void
test_editing_during_save (void)
{
  g_autoptr (GjHistory) history = new_history_with_paragraph ();

  type (history, 1, "一");
  gj_history_begin_save (history);
  type (history, 2, "二");
  gj_history_end_save (history, TRUE);
  g_assert_true (gj_history_is_modified (history));
  gj_history_undo (history);
  g_assert_false (gj_history_is_modified (history));

  gj_history_begin_save (history);
  gj_history_undo (history);
  type (history, 1, "三");
  gj_history_end_save (history, TRUE);
  g_assert_true (gj_history_is_modified (history));
  gj_history_undo (history);
  g_assert_true (gj_history_is_modified (history));

  gj_history_begin_save (history);
  gj_history_end_save (history, FALSE);
  g_assert_true (gj_history_is_modified (history));
}

static void
test_memory_is_bounded (void)
{
  g_autoptr (GjHistory) history = new_history ();

  for (guint i = 1; i <= 10005; i++)
    {
      g_autofree char *text = g_strdup_printf ("%u", i);

      push_cell (history, "Count", 0, text);
    }
  gj_history_mark_saved (history);
  push_cell (history, "Count", 0, "x");
  gj_history_undo (history);
  g_assert_false (gj_history_is_modified (history));
  g_assert_cmpuint (count_undo (history), ==, 9999);
  assert_cell (history, 0, "6");
  g_assert_true (gj_history_is_modified (history));
}

static void
notify_cb (GjHistory  *history,
           GParamSpec *pspec,
           GString    *names)
{
  g_string_append_printf (names, "%s ", pspec->name);
}

static void
assert_notified (GString    *names,
                 const char *expected)
{
  g_assert_cmpstr (names->str, ==, expected);
  g_string_truncate (names, 0);
}

static void
test_notify (void)
{
  g_autoptr (GjHistory) history = new_history ();
  g_autoptr (GString) names = g_string_new (NULL);
  gboolean modified;
  g_autofree char *label = NULL;

  g_signal_connect (history, "notify", G_CALLBACK (notify_cb), names);

  push_cell (history, "One", 0, "1");
  assert_notified (names, "can-undo undo-label modified ");
  push_cell (history, "One", 0, "2");
  assert_notified (names, "");
  push_cell (history, "Two", 0, "3");
  assert_notified (names, "undo-label ");
  gj_history_undo (history);
  assert_notified (names, "can-redo undo-label redo-label ");
  gj_history_mark_saved (history);
  assert_notified (names, "modified ");
  gj_history_mark_saved (history);
  assert_notified (names, "");

  g_object_get (history, "modified", &modified, "redo-label", &label, NULL);
  g_assert_false (modified);
  g_assert_cmpstr (label, ==, "Two");
}

static void
edited_cb (GjHistory *history,
           GjEdit    *edit,
           gboolean   reverted,
           GString   *log)
{
  g_string_append_printf (log, "%c%s ", reverted ? '-' : '+', gj_edit_get_label (edit));
}

static void
test_edited (void)
{
  g_autoptr (GjHistory) history = new_history_with_paragraph ();
  g_autoptr (GString) log = g_string_new (NULL);

  g_signal_connect (history, "edited", G_CALLBACK (edited_cb), log);
  push_cell (history, "One", 0, "1");
  type (history, 1, "一");
  type (history, 2, "二");
  gj_history_undo (history);
  gj_history_redo (history);
  g_assert_cmpstr (log->str, ==, "+One +Typing +Typing -Typing +Typing ");
}

/* The random walk: steps of every kind, with undo and redo between them. */

static char *
random_text (GRand *rand)
{
  static const char *const words[] = { "甲", "0", "12", "１３", "𠮷", " ", "无", "b", "/" };
  GString *text = g_string_new (NULL);

  for (int n = g_rand_int_range (rand, 0, 5); n > 0; n--)
    g_string_append (text, words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))]);

  return g_string_free (text, FALSE);
}

static void
random_text_change (GRand    *rand,
                    GjReport *report,
                    GjEdit   *edit,
                    guint     section)
{
  GjNarrative *narrative = gj_report_get_narrative (report, section);
  guint n_blocks = gj_narrative_get_n_blocks (narrative);
  guint block = n_blocks > 0 ? (guint) g_rand_int_range (rand, 0, n_blocks) : 0;
  const char *text = n_blocks > 0 ? gj_block_get_text (gj_narrative_get_block (narrative, block)) : NULL;
  g_autofree char *inserted = random_text (rand);
  g_autofree char *removed = NULL;
  glong length;
  int start;

  if (text == NULL)
    return;

  length = g_utf8_strlen (text, -1);
  start = g_rand_int_range (rand, 0, length + 1);
  removed = g_utf8_substring (text, start, g_rand_int_range (rand, start, length + 1));
  gj_edit_change_text (edit, report, section, block, start, removed, inserted);
}

static void
random_block_change (GRand    *rand,
                     GjReport *report,
                     GjEdit   *edit,
                     guint     section)
{
  guint n_blocks = gj_narrative_get_n_blocks (gj_report_get_narrative (report, section));
  guint position = g_rand_int_range (rand, 0, n_blocks + 1);
  guint n_removed = g_rand_int_range (rand, 0, MIN (n_blocks - position, 2) + 1);
  g_autofree char *text = random_text (rand);
  g_autoptr (GjBlock) paragraph = gj_block_new_paragraph (text);
  g_autoptr (GjBlock) table = gj_block_new_table ();
  GjBlock *added[] = { paragraph, table };

  gj_edit_change_blocks (edit, report, section, position, n_removed, added,
                         g_rand_int_range (rand, 0, 3));
}

static void
random_record_change (GRand    *rand,
                      GjReport *report,
                      GjEdit   *edit)
{
  g_autofree char *text = random_text (rand);
  g_autofree char *name = g_strdup_printf ("k%d", g_rand_int_range (rand, 0, 12));
  g_autoptr (GjDecision) decision = gj_decision_new (name, GJ_DECISION_FIXED, text, NULL, NULL, "");
  g_autoptr (GjComment) remark = gj_comment_new (name, "overview", NULL, NULL, text);
  guint comment_start = g_rand_int_range (rand, 0, 12);
  g_autoptr (GjComment) comment =
    gj_comment_dup_with_words (remark, comment_start, comment_start + g_rand_int_range (rand, 0, 6));
  gboolean away = g_rand_int_range (rand, 0, 3) == 0;

  switch (g_rand_int_range (rand, 0, 3))
    {
    case 0:
      gj_edit_set_decision (edit, report, name, away ? NULL : decision);
      break;
    case 1:
      gj_edit_set_comment (edit, report, name, away ? NULL : comment);
      break;
    default:
      gj_edit_set_setting (edit, report, name, away ? NULL : text);
    }
}

static void
random_change (GRand    *rand,
               GjReport *report,
               GjEdit   *edit)
{
  g_autofree char *text = random_text (rand);
  guint n_cells = gj_form_get_n_cells (gj_report_get_form (report));
  guint n_sections = gj_report_get_preface (report);

  switch (g_rand_int_range (rand, 0, 8))
    {
    case 0:
      gj_edit_set_field (edit, report, g_rand_int_range (rand, 0, GJ_N_FIELDS), text);
      break;
    case 1:
      gj_edit_set_heading (edit, report, g_rand_int_range (rand, 0, n_sections), text);
      break;
    case 2:
      random_text_change (rand, report, edit, g_rand_int_range (rand, 0, n_sections + 1));
      break;
    case 3:
      random_block_change (rand, report, edit, g_rand_int_range (rand, 0, n_sections + 1));
      break;
    case 4:
      gj_edit_set_variant (edit, report, g_rand_boolean (rand) ? "old-row" : NULL);
      break;
    case 5:
      random_record_change (rand, report, edit);
      break;
    default:
      gj_edit_set_cell (edit, report, g_rand_int_range (rand, 0, n_cells),
                        g_rand_int_range (rand, 0, 6) == 0 ? NULL : text);
    }
}

/* One step changes several cells, or one thing of any kind: changes of one narrative are
 * drawn from the report as it stands. */

static void
random_step (GRand     *rand,
             GjHistory *history)
{
  GjReport *report = gj_history_get_report (history);
  g_autoptr (GjEdit) edit = gj_edit_new ("Random");

  if (g_rand_int_range (rand, 0, 10) == 0)
    for (guint cell = 0; cell < 50; cell++)
      gj_edit_set_cell (edit, report, cell, g_rand_boolean (rand) ? "0" : "x");
  else
    random_change (rand, report, edit);

  if (g_rand_boolean (rand))
    gj_history_push (history, edit);
  else
    gj_history_push_joined (history, edit);

  for (int n = g_rand_int_range (rand, -8, 4); n > 0; n--)
    gj_history_undo (history);
  for (int n = g_rand_int_range (rand, -8, 4); n > 0; n--)
    gj_history_redo (history);
}

static void
test_random_walk (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (g_test_rand_int ());
  g_autoptr (GjHistory) history = new_history_with_paragraph ();
  GjReport *report = gj_history_get_report (history);
  g_autoptr (GjReport) start = gj_report_dup_snapshot (report);
  g_autoptr (GjReport) end = NULL;
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < 5000; i++)
    random_step (rand, history);
  while (gj_history_redo (history))
    ;
  end = gj_report_dup_snapshot (report);

  do
    g_ptr_array_add (states, gj_report_dup_snapshot (report));
  while (states->len < 200 && gj_history_undo (history));
  while (gj_history_undo (history))
    ;
  assert_reports_equal (report, start);
  while (gj_history_redo (history))
    ;
  assert_reports_equal (report, end);

  for (guint i = 0; i < states->len; i++)
    {
      assert_reports_equal (report, g_ptr_array_index (states, i));
      gj_history_undo (history);
    }
}

static void
test_finalize (void)
{
  GjReport *report = report_new ();
  GjHistory *history = gj_history_new (report);

  push_cell (history, "One", 0, "1");
  g_assert_finalize_object (history);
  g_assert_finalize_object (report);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/history/undo-and-redo", test_undo_and_redo);
  g_test_add_func ("/core/history/empty-step-is-dropped", test_empty_step_is_dropped);
  g_test_add_func ("/core/history/typing-is-one-step", test_typing_is_one_step);
  g_test_add_func ("/core/history/closed-step", test_closed_step);
  g_test_add_func ("/core/history/other-step-ends-typing", test_other_step_ends_typing);
  g_test_add_func ("/core/history/pushed-step-stays", test_pushed_step_stays_as_it_was);
  g_test_add_func ("/core/history/saved-mark", test_saved_mark);
  g_test_add_func ("/core/history/typing-after-save", test_typing_after_save);
  g_test_add_func ("/core/history/editing-during-save", test_editing_during_save);
  g_test_add_func ("/core/history/memory-is-bounded", test_memory_is_bounded);
  g_test_add_func ("/core/history/notify", test_notify);
  g_test_add_func ("/core/history/edited", test_edited);
  g_test_add_func ("/core/history/random-walk", test_random_walk);
  g_test_add_func ("/core/history/finalize", test_finalize);

  return g_test_run ();
}
