/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-core.h"

static void
test_states (void)
{
  static const char *const ids[] = { "accepted", "fixed", "not-a-problem" };
  GjDecisionState state;

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_assert_true (gj_decision_state_find (ids[i], &state));
      g_assert_cmpint (state, ==, (int) i);
      g_assert_cmpstr (gj_decision_state_get_id (state), ==, ids[i]);
    }

  g_assert_false (gj_decision_state_find ("", &state));
  g_assert_false (gj_decision_state_find ("Accepted", &state));
}

typedef struct
{
  const char *name;
  const char *fields[6];
  gboolean    equal;
} EqualCase;

static const EqualCase equal_cases[] = {
  { "same", { "A08/x", "r", "w", "2022-01-02", "1", "accepted" }, TRUE },
  { "key", { "A08/y", "r", "w", "2022-01-02", "1", "accepted" }, FALSE },
  { "reason", { "A08/x", "s", "w", "2022-01-02", "1", "accepted" }, FALSE },
  { "who", { "A08/x", "r", "v", "2022-01-02", "1", "accepted" }, FALSE },
  { "nobody", { "A08/x", "r", NULL, "2022-01-02", "1", "accepted" }, FALSE },
  { "when", { "A08/x", "r", "w", "2022-01-03", "1", "accepted" }, FALSE },
  { "basis", { "A08/x", "r", "w", "2022-01-02", "2", "accepted" }, FALSE },
  { "state", { "A08/x", "r", "w", "2022-01-02", "1", "fixed" }, FALSE },
};

static void
test_equal (gconstpointer data)
{
  const EqualCase *test = data;
  g_autoptr (GjDecision) first = NULL;
  g_autoptr (GjDecision) second = NULL;
  GjDecisionState state;

  g_assert_true (gj_decision_state_find (test->fields[5], &state));
  first = gj_decision_new ("A08/x", GJ_DECISION_ACCEPTED, "r", "w", "2022-01-02", "1");
  second = gj_decision_new (test->fields[0], state, test->fields[1], test->fields[2],
                            test->fields[3], test->fields[4]);

  g_assert_true (gj_decision_equal (first, second) == test->equal);
  g_assert_true (gj_decision_equal (second, first) == test->equal);
  g_assert_false (gj_decision_equal (first, NULL));
  g_assert_true (gj_decision_equal (NULL, NULL));
}

static void
test_missing_words (void)
{
  g_autoptr (GjDecision) decision = gj_decision_new ("k", GJ_DECISION_FIXED, NULL, NULL, NULL, NULL);

  g_assert_cmpstr (decision->reason, ==, "");
  g_assert_cmpstr (decision->basis, ==, "");
  g_assert_null (decision->who);
  g_assert_null (decision->when);
}

static void
test_comment (void)
{
  g_autoptr (GjComment) comment = gj_comment_new ("c1", "overview", "w", "2022-01-02", "t");
  g_autoptr (GjComment) same = gj_comment_new ("c1", "overview", "w", "2022-01-02", "t");
  g_autoptr (GjComment) other = gj_comment_new ("c1", "overview", NULL, NULL, "t");

  g_assert_true (gj_comment_equal (comment, same));
  g_assert_false (gj_comment_equal (comment, other));
  g_assert_false (gj_comment_equal (NULL, other));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/decision/states", test_states);
  for (guint i = 0; i < G_N_ELEMENTS (equal_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/core/decision/equal/", equal_cases[i].name, NULL);

      g_test_add_data_func (path, &equal_cases[i], test_equal);
    }
  g_test_add_func ("/core/decision/missing-words", test_missing_words);
  g_test_add_func ("/core/decision/comment", test_comment);

  return g_test_run ();
}
