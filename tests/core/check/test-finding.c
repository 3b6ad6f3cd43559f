/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "check-support.h"

static GjFinding *
make_finding (GjSeverity  severity,
              const char *key,
              guint       order,
              guint       cell,
              GjDecision *decision,
              gboolean    mandatory)
{
  g_autoptr (GjFindingBuilder) builder = gj_finding_builder_new ("A03", severity, GJ_OUTCOME_VIOLATED);

  gj_finding_builder_set_key (builder, key);
  gj_finding_builder_set_basis (builder, "1;2;3");
  gj_finding_builder_set_section (builder, "requests", order);
  gj_finding_builder_set_cells (builder, &cell, 1, cell);
  gj_finding_builder_set_mandatory (builder, mandatory);
  gj_finding_builder_take_sides (builder, g_strdup ("1"), g_strdup ("2"), g_strdup ("-1"));
  gj_finding_builder_take_words (builder, g_strdup ("title"), g_strdup ("message"), NULL, NULL);
  gj_finding_builder_take_remedy (builder, g_strdup ("change"), cell, g_strdup ("2"));
  gj_finding_builder_set_decision (builder, decision);

  return gj_finding_builder_end (builder);
}

static void
test_getters (void)
{
  g_autoptr (GjFinding) finding = make_finding (GJ_SEVERITY_ERROR, "A03/x", 4, 7, NULL, FALSE);
  const char *text;
  guint n_cells;
  guint cell;

  g_assert_cmpstr (gj_finding_get_check (finding), ==, "A03");
  g_assert_cmpstr (gj_finding_get_key (finding), ==, "A03/x");
  g_assert_cmpstr (gj_finding_get_basis (finding), ==, "1;2;3");
  g_assert_cmpstr (gj_finding_get_section (finding), ==, "requests");
  g_assert_cmpuint (gj_finding_get_main_cell (finding), ==, 7);
  g_assert_cmpuint (gj_finding_get_cells (finding, &n_cells)[0], ==, 7);
  g_assert_cmpuint (n_cells, ==, 1);
  g_assert_cmpstr (gj_finding_get_left (finding), ==, "1");
  g_assert_cmpstr (gj_finding_get_right (finding), ==, "2");
  g_assert_cmpstr (gj_finding_get_difference (finding), ==, "-1");
  g_assert_cmpstr (gj_finding_get_title (finding), ==, "title");
  g_assert_cmpstr (gj_finding_get_message (finding), ==, "message");
  g_assert_null (gj_finding_get_rule (finding));
  g_assert_null (gj_finding_get_source (finding));
  g_assert_cmpstr (gj_finding_get_suggestion (finding), ==, "change");
  g_assert_true (gj_finding_get_remedy (finding, &cell, &text));
  g_assert_cmpuint (cell, ==, 7);
  g_assert_cmpstr (text, ==, "2");
  g_assert_false (gj_finding_get_text (finding, NULL, NULL, NULL));
  g_assert_null (gj_finding_get_decision (finding));
  g_assert_false (gj_finding_is_decided (finding));
  g_assert_false (gj_finding_is_reopened (finding));
}

static void
test_decision (void)
{
  g_autoptr (GjDecision) fits = gj_decision_new ("k", GJ_DECISION_ACCEPTED, "r", NULL, NULL, "1;2;3");
  g_autoptr (GjDecision) old = gj_decision_new ("k", GJ_DECISION_ACCEPTED, "r", NULL, NULL, "1;2;4");
  g_autoptr (GjFinding) decided = make_finding (GJ_SEVERITY_WARNING, "k", 4, 7, fits, FALSE);
  g_autoptr (GjFinding) reopened = make_finding (GJ_SEVERITY_WARNING, "k", 4, 7, old, FALSE);
  g_autoptr (GjFinding) mandatory = make_finding (GJ_SEVERITY_ERROR, "k", 4, 7, fits, TRUE);

  g_assert_true (gj_finding_is_decided (decided));
  g_assert_false (gj_finding_is_reopened (decided));
  g_assert_false (gj_finding_is_decided (reopened));
  g_assert_true (gj_finding_is_reopened (reopened));
  g_assert_true (gj_finding_get_decision (reopened) == old);
  g_assert_true (gj_finding_is_mandatory (mandatory));
  g_assert_null (gj_finding_get_decision (mandatory));
  g_assert_false (gj_finding_is_decided (mandatory));
}

static void
test_order (void)
{
  static const struct { GjSeverity severity; const char *key; guint order; guint cell; } places[] = {
    { GJ_SEVERITY_WARNING, "a", 2, 9 },
    { GJ_SEVERITY_ERROR, "b", 3, 8 },
    { GJ_SEVERITY_WARNING, "a", 3, 1 },
    { GJ_SEVERITY_WARNING, "b", 3, 1 },
    { GJ_SEVERITY_WARNING, "a", 3, 2 },
  };
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    g_ptr_array_add (findings, make_finding (places[i].severity, places[i].key, places[i].order,
                                             places[i].cell, NULL, FALSE));

  for (guint i = 0; i < findings->len; i++)
    for (guint j = 0; j < findings->len; j++)
      g_assert_true ((gj_finding_compare (findings->pdata[i], findings->pdata[j]) < 0) == (i < j));
}

static void
test_equal (void)
{
  g_autoptr (GjFinding) a = make_finding (GJ_SEVERITY_ERROR, "k", 4, 7, NULL, FALSE);
  g_autoptr (GjFinding) same = make_finding (GJ_SEVERITY_ERROR, "k", 4, 7, NULL, FALSE);
  g_autoptr (GjFinding) key = make_finding (GJ_SEVERITY_ERROR, "l", 4, 7, NULL, FALSE);
  g_autoptr (GjFinding) cell = make_finding (GJ_SEVERITY_ERROR, "k", 4, 8, NULL, FALSE);
  g_autoptr (GjDecision) decision = gj_decision_new ("k", GJ_DECISION_FIXED, "", NULL, NULL, "1;2;3");
  g_autoptr (GjFinding) decided = make_finding (GJ_SEVERITY_ERROR, "k", 4, 7, decision, FALSE);

  g_assert_true (gj_finding_equal (a, same));
  g_assert_false (gj_finding_equal (a, key));
  g_assert_false (gj_finding_equal (a, cell));
  g_assert_false (gj_finding_equal (a, decided));
}

static void
test_ids (void)
{
  g_assert_cmpstr (gj_severity_get_id (GJ_SEVERITY_HINT), ==, "hint");
  g_assert_cmpstr (gj_outcome_get_id (GJ_OUTCOME_OTHER_READING), ==, "other-reading");
  g_assert_cmpstr (gj_outcome_get_id (GJ_OUTCOME_UNASSESSABLE), ==, "unassessable");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/core/finding/getters", test_getters);
  g_test_add_func ("/core/finding/decision", test_decision);
  g_test_add_func ("/core/finding/order", test_order);
  g_test_add_func ("/core/finding/equal", test_equal);
  g_test_add_func ("/core/finding/ids", test_ids);

  return g_test_run ();
}
