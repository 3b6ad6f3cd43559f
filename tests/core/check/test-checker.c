/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "check-support.h"

/* What a listener has been told must be what is there. */
typedef struct
{
  GPtrArray *mirror;
  guint      n_signals;
} Listener;

static void
items_changed_cb (GListModel *model,
                  guint       position,
                  guint       n_removed,
                  guint       n_added,
                  gpointer    data)
{
  Listener *listener = data;

  listener->n_signals++;
  if (n_removed > 0)
    g_ptr_array_remove_range (listener->mirror, position, n_removed);
  for (guint i = 0; i < n_added; i++)
    g_ptr_array_insert (listener->mirror, position + i, g_list_model_get_item (model, position + i));
}

static void
assert_mirrored (Listener   *listener,
                 GListModel *model)
{
  g_assert_cmpuint (listener->mirror->len, ==, g_list_model_get_n_items (model));

  for (guint i = 0; i < listener->mirror->len; i++)
    {
      g_autoptr (GjFinding) finding = g_list_model_get_item (model, i);

      g_assert_true (listener->mirror->pdata[i] == finding);
    }
}

static void
assert_counts (GjChecker *checker,
               GPtrArray *findings)
{
  guint counts[GJ_SEVERITY_HINT + 1] = { 0 };
  guint in_requests = 0;

  for (guint i = 0; i < findings->len; i++)
    {
      GjFinding *finding = findings->pdata[i];

      if (gj_finding_is_decided (finding))
        continue;
      counts[gj_finding_get_severity (finding)]++;
      in_requests += gj_finding_get_severity (finding) == GJ_SEVERITY_ERROR &&
                     g_str_equal (gj_finding_get_section (finding), "requests");
    }

  for (guint i = 0; i <= GJ_SEVERITY_HINT; i++)
    g_assert_cmpuint (gj_checker_count (checker, NULL, i), ==, counts[i]);
  g_assert_cmpuint (gj_checker_count (checker, "requests", GJ_SEVERITY_ERROR), ==, in_requests);
}

static GPtrArray *
check_again (GjChecker *checker)
{
  return gj_check_report_with_last_year (gj_checker_get_report (checker), NULL,
                                         gj_checker_get_last_year (checker), "last.docx");
}

static void
assert_same_as_batch (GjChecker *checker)
{
  GListModel *model = gj_checker_get_findings (checker);
  g_autoptr (GPtrArray) batch = check_again (checker);

  g_assert_cmpuint (g_list_model_get_n_items (model), ==, batch->len);
  for (guint i = 0; i < batch->len; i++)
    {
      g_autoptr (GjFinding) finding = g_list_model_get_item (model, i);

      if (!gj_finding_equal (finding, batch->pdata[i]))
        g_error ("“%s” (%s) but “%s” (%s)", gj_finding_get_message (finding),
                 gj_finding_get_suggestion (finding), gj_finding_get_message (batch->pdata[i]),
                 gj_finding_get_suggestion (batch->pdata[i]));
    }

  assert_counts (checker, batch);
}

static void
assert_cell_findings (GjChecker *checker,
                      guint      cell)
{
  g_autoptr (GPtrArray) found = gj_checker_dup_cell_findings (checker, cell);
  g_autoptr (GPtrArray) batch = check_again (checker);
  guint n = 0;

  for (guint i = 0; i < batch->len; i++)
    {
      guint n_cells;
      const guint *cells = gj_finding_get_cells (batch->pdata[i], &n_cells);

      for (guint j = 0; j < n_cells; j++)
        if (cells[j] == cell)
          {
            g_assert_cmpuint (n, <, found->len);
            g_assert_true (gj_finding_equal (found->pdata[n++], batch->pdata[i]));
          }
    }

  g_assert_cmpuint (n, ==, found->len);
}

static void
decide_something (GjChecker *checker,
                  GRand     *rand)
{
  GListModel *model = gj_checker_get_findings (checker);
  guint n = g_list_model_get_n_items (model);
  g_autoptr (GjFinding) finding = NULL;
  g_autoptr (GjDecision) decision = NULL;
  g_autoptr (GjEdit) edit = gj_edit_new ("decision");
  GjReport *report = gj_checker_get_report (checker);

  if (n == 0)
    return;

  finding = g_list_model_get_item (model, g_rand_int_range (rand, 0, n));
  if (g_rand_boolean (rand))
    decision = gj_decision_new (gj_finding_get_key (finding), GJ_DECISION_ACCEPTED, "reason", NULL,
                                NULL, gj_finding_get_basis (finding));
  gj_edit_set_decision (edit, report, gj_finding_get_key (finding), decision);
  gj_report_apply (report, edit);
}

static void
edit_text (GjReport *report,
           GRand    *rand)
{
  static const char *const texts[] = {
    "2021年，共收到政府信息公开申请 12 件。", "未收到政府信息公开申请。", "",
    "第一段。\n全年收到政府信息公开申请3件，均已答复。",
    "全年收到政府信息公开申请12件，同比增长20%。比上年增加2件。",
    "（一）存在的主要问题。一是公开的内容偏少，群众关心的事项没有及时更新。二是工作人员更换较多，业务培训没有跟上。"
    "（二）改进情况。一是制定年度公开清单，逐月核对更新进度并通报结果。",
  };

  GjForm *form = gj_report_get_form (report);
  guint section = g_rand_int_range (rand, 0, gj_form_get_n_sections (form));

  narrative_set (report, gj_form_get_section (form, section)->id,
                 texts[g_rand_int_range (rand, 0, G_N_ELEMENTS (texts))]);
}

static void
change_variant (GjReport *report,
                GRand    *rand)
{
  g_autoptr (GjEdit) edit = gj_edit_new ("variant");

  if (gj_form_find_variant (gj_report_get_form (report), "old-row") == NULL)
    return;

  gj_edit_set_variant (edit, report, g_rand_boolean (rand) ? "old-row" : NULL);
  gj_report_apply (report, edit);
}

static void
change_year (GjReport *report,
             GRand    *rand)
{
  g_autoptr (GjEdit) edit = gj_edit_new ("year");

  gj_edit_set_field (edit, report, GJ_FIELD_YEAR, g_rand_boolean (rand) ? "2021" : "2022");
  gj_report_apply (report, edit);
}

static void
change_field (GjReport *report,
              GRand    *rand)
{
  static const GjField fields[] = { GJ_FIELD_BODY, GJ_FIELD_TELEPHONE, GJ_FIELD_ADDRESS };
  static const char *const texts[] = { "", "云溪市财政局", "云溪市教育局", "2777902" };
  g_autoptr (GjEdit) edit = gj_edit_new ("field");

  if (g_rand_boolean (rand))
    gj_edit_set_setting (edit, report, "former-body", g_rand_boolean (rand) ? "云溪市教育局" : NULL);
  else
    gj_edit_set_field (edit, report, fields[g_rand_int_range (rand, 0, G_N_ELEMENTS (fields))],
                       texts[g_rand_int_range (rand, 0, G_N_ELEMENTS (texts))]);
  gj_report_apply (report, edit);
}

static void
fill_table (GjReport   *report,
            GRand      *rand,
            const char *text)
{
  GjForm *form = gj_report_get_form (report);
  const GjTable *table = gj_form_get_table (form, g_rand_int_range (rand, 0, gj_form_get_n_tables (form)));
  g_autoptr (GjEdit) edit = gj_edit_new ("fill");

  for (guint i = 0; i < table->n_cells; i++)
    gj_edit_set_cell (edit, report, table->first_cell + i, text);
  gj_report_apply (report, edit);
}

static void
edit_something (GjChecker *checker,
                GRand     *rand)
{
  static const char *const texts[] = {
    "0", "0", "0", "1", "2", "7", "-3", "12件", "１２", "1,234", "", "/", "无", "两件", "0.5",
    "12.1234567", "3万元", NULL,
  };
  GjReport *report = gj_checker_get_report (checker);
  guint n_cells = gj_form_get_n_cells (gj_report_get_form (report));
  int kind = g_rand_int_range (rand, 0, 100);

  if (kind < 6)
    decide_something (checker, rand);
  else if (kind < 10)
    edit_text (report, rand);
  else if (kind < 12)
    change_variant (report, rand);
  else if (kind < 13)
    change_year (report, rand);
  else if (kind < 14)
    change_field (report, rand);
  else if (kind < 15)
    fill_table (report, rand, "");
  else if (kind < 19)
    fill_table (report, rand, "0");
  else
    cell_set_index (report, g_rand_int_range (rand, 0, n_cells),
                    texts[g_rand_int_range (rand, 0, G_N_ELEMENTS (texts))]);
}

static void
add_surplus (GjReport *report)
{
  g_autoptr (GjSourceBuilder) builder = gj_source_builder_new ("text", "0");
  const char *zero[] = { "0", NULL };
  const char *seven[] = { "7", "0", NULL };

  gj_source_builder_add_surplus (builder, "requests/result-total", zero);
  gj_source_builder_add_surplus (builder, "requests/received", seven);
  g_autoptr (GjSource) source = gj_source_builder_end (builder);
  gj_report_init_source (report, source);
}

static GjReport *
last_report_new (GjForm *form)
{
  g_autoptr (GjReport) report = filled_report_new (form, 2);

  gj_report_init_field (report, GJ_FIELD_YEAR, "2020");
  gj_report_init_field (report, GJ_FIELD_BODY, "云溪市财政局");
  gj_report_init_field (report, GJ_FIELD_TELEPHONE, "2777903");
  narrative_set (report, "problems",
                 "（一）存在的主要问题。一是公开的内容偏少，群众关心的事项没有及时更新。"
                 "（二）改进情况。一是制定年度公开清单，逐月核对更新进度并通报结果。");

  return gj_report_dup_snapshot (report);
}

static void
run_edits (GjForm *form,
           GjForm *last_form,
           guint   n_edits)
{
  g_autoptr (GjReport) last = last_form != NULL ? last_report_new (last_form) : NULL;
  g_autoptr (GRand) rand = g_rand_new_with_seed (g_test_rand_int ());
  g_autoptr (GjReport) report = form == test_form_get () ? zero_report_new (form)
                                                         : filled_report_new (form, 1);
  g_autoptr (GPtrArray) mirror = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GjChecker) checker = NULL;
  Listener listener = { mirror, 0 };
  GListModel *model;

  if (form != test_form_get ())
    add_surplus (report);

  checker = gj_checker_new (report, NULL);
  model = gj_checker_get_findings (checker);
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    g_ptr_array_add (mirror, g_list_model_get_item (model, i));
  g_signal_connect (model, "items-changed", G_CALLBACK (items_changed_cb), &listener);

  for (guint i = 0; i < n_edits; i++)
    {
      if (last != NULL && i % 100 == 0)
        gj_checker_set_last_year (checker, i % 400 == 300 ? NULL : last, "last.docx");
      edit_something (checker, rand);
      assert_same_as_batch (checker);
      assert_mirrored (&listener, model);
      if (i % 16 == 0)
        assert_cell_findings (checker, g_rand_int_range (rand, 0, gj_form_get_n_cells (form)));
    }

  g_signal_handlers_disconnect_by_data (model, &listener);
}

static void
test_like_batch_2021 (void)
{
  run_edits (gj_form_catalogue_find (FORM_2021), NULL, g_test_slow () ? 20000 : 2000);
}

static void
test_like_batch_2019 (void)
{
  GjForm *form = gj_form_catalogue_find (FORM_2019);

  if (form == NULL)
    g_test_skip ("the form of 2019 is not there");
  else
    run_edits (form, NULL, g_test_slow () ? 20000 : 2000);
}

static void
test_like_batch_small (void)
{
  run_edits (test_form_get (), NULL, g_test_slow () ? 50000 : 5000);
}

static void
test_like_batch_years (void)
{
  static const char *const forms[][2] = {
    { FORM_2021, FORM_2021 }, { FORM_2021, FORM_2019 }, { FORM_2019, FORM_2019 }, { FORM_2019, FORM_2021 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    run_edits (gj_form_catalogue_find (forms[i][0]), gj_form_catalogue_find (forms[i][1]),
               g_test_slow () ? 5000 : 500);
}

static void
test_minimal_changes (void)
{
  g_autoptr (GjReport) report = filled_report_new (gj_form_catalogue_find (FORM_2021), 3);
  g_autoptr (GjChecker) checker = gj_checker_new (report, NULL);
  g_autoptr (GPtrArray) mirror = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *model = gj_checker_get_findings (checker);
  Listener listener = { mirror, 0 };

  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 0);
  g_signal_connect (model, "items-changed", G_CALLBACK (items_changed_cb), &listener);

  cell_set (report, "requests/granted/natural-person", "999");
  g_assert_cmpuint (mirror->len, ==, 2);
  g_assert_cmpuint (listener.n_signals, ==, 2);

  cell_set (report, "requests/granted/natural-person", "998");
  g_assert_cmpuint (listener.n_signals, ==, 4);

  cell_set (report, "cases/review/total", "999");
  g_assert_cmpuint (listener.n_signals, ==, 5);

  cell_set (report, "disclosure/rules/in-force", "4");
  g_assert_cmpuint (listener.n_signals, ==, 5);
  g_signal_handlers_disconnect_by_data (model, &listener);
}

static GjFinding *
get_first (GjChecker *checker)
{
  GjFinding *finding = g_list_model_get_item (gj_checker_get_findings (checker), 0);

  g_assert_nonnull (finding);
  g_object_unref (finding);

  return finding;
}

static void
accept_first (GjChecker *checker)
{
  GjReport *report = gj_checker_get_report (checker);
  GjFinding *finding = get_first (checker);
  g_autofree char *key = g_strdup (gj_finding_get_key (finding));
  g_autoptr (GjDecision) decision = gj_decision_new (key, GJ_DECISION_ACCEPTED, "reason", NULL, NULL,
                                                     gj_finding_get_basis (finding));
  g_autoptr (GjEdit) edit = gj_edit_new ("accept");

  gj_edit_set_decision (edit, report, key, decision);
  gj_report_apply (report, edit);
}

static void
test_decisions (void)
{
  g_autoptr (GjReport) report = filled_report_new (gj_form_catalogue_find (FORM_2021), 3);
  g_autoptr (GjChecker) checker = gj_checker_new (report, NULL);

  cell_set (report, "disclosure/licences/decisions", "12件");
  g_assert_cmpuint (gj_checker_count (checker, "disclosure", GJ_SEVERITY_WARNING), ==, 1);
  accept_first (checker);
  g_assert_true (gj_finding_is_decided (get_first (checker)));
  g_assert_cmpuint (gj_checker_count (checker, "disclosure", GJ_SEVERITY_WARNING), ==, 0);

  /* Another cell leaves it alone, its own reopens it, the old value closes it again. */
  cell_set (report, "disclosure/penalties/decisions", "3");
  g_assert_true (gj_finding_is_decided (get_first (checker)));
  cell_set (report, "disclosure/licences/decisions", "13件");
  g_assert_true (gj_finding_is_reopened (get_first (checker)));
  g_assert_cmpuint (gj_checker_count (checker, "disclosure", GJ_SEVERITY_WARNING), ==, 1);
  cell_set (report, "disclosure/licences/decisions", "12件");
  g_assert_true (gj_finding_is_decided (get_first (checker)));
}

static void
test_mandatory (void)
{
  g_autoptr (GjReport) report = filled_report_new (gj_form_catalogue_find (FORM_2021), 3);
  g_autoptr (GjChecker) checker = gj_checker_new (report, NULL);

  cell_set (report, "disclosure/licences/decisions", "-12");
  g_assert_true (gj_finding_is_mandatory (get_first (checker)));
  accept_first (checker);
  g_assert_false (gj_finding_is_decided (get_first (checker)));
  g_assert_cmpuint (gj_checker_count (checker, NULL, GJ_SEVERITY_ERROR), ==, 1);
}

static void
test_finalizes (void)
{
  GjReport *report = filled_report_new (gj_form_catalogue_find (FORM_2021), 3);
  GjChecker *checker = gj_checker_new (report, NULL);

  g_assert_true (gj_checker_get_report (checker) == report);
  g_assert_finalize_object (checker);
  cell_set (report, "disclosure/licences/decisions", "-12");
  g_assert_finalize_object (report);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/core/checker/like-batch/2021", test_like_batch_2021);
  g_test_add_func ("/core/checker/like-batch/2019", test_like_batch_2019);
  g_test_add_func ("/core/checker/like-batch/small", test_like_batch_small);
  g_test_add_func ("/core/checker/like-batch/years", test_like_batch_years);
  g_test_add_func ("/core/checker/minimal-changes", test_minimal_changes);
  g_test_add_func ("/core/checker/decisions", test_decisions);
  g_test_add_func ("/core/checker/mandatory", test_mandatory);
  g_test_add_func ("/core/checker/finalizes", test_finalizes);

  return g_test_run ();
}
