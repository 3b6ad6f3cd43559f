/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report-support.h"

#define BODY "云溪市水务局"

/* What stands in last year's report and in this year's, and what is made of it. */

typedef struct
{
  const char      *name;
  const char      *last_form;
  const char      *form;
  const char      *last[3][2];
  const char      *now[3][2];
  const char      *cell;
  gboolean         is_proposed;
  GjProposalState  state;
  const char      *text;
} Case;

static const Case cases[] = {
  { "carried-in", "guoban-2021", "guoban-2021",
    { { "requests/carried-out/natural-person", "6" } }, { { NULL } },
    "requests/carried-in/natural-person", TRUE, GJ_PROPOSAL_OPEN, "6" },
  { "as-it-reads", "guoban-2021", "guoban-2021",
    { { "requests/carried-out/enterprise", " １,２０６ 件" } }, { { NULL } },
    "requests/carried-in/enterprise", TRUE, GJ_PROPOSAL_OPEN, "1206" },
  { "zero", "guoban-2021", "guoban-2021",
    { { "requests/carried-out/total", "0" } }, { { NULL } },
    "requests/carried-in/total", TRUE, GJ_PROPOSAL_OPEN, "0" },
  { "blank-last-year", "guoban-2021", "guoban-2021",
    { { "requests/carried-out/total", "" } }, { { NULL } }, "requests/carried-in/total" },
  { "dash-last-year", "guoban-2021", "guoban-2021",
    { { "requests/carried-out/total", "/" } }, { { NULL } }, "requests/carried-in/total" },
  { "words-last-year", "guoban-2021", "guoban-2021",
    { { "requests/carried-out/total", "若干" } }, { { NULL } }, "requests/carried-in/total" },
  { "two-numbers-last-year", "guoban-2021", "guoban-2021",
    { { "requests/carried-out/total", "1 2" } }, { { NULL } }, "requests/carried-in/total" },
  { "filled-alike", "guoban-2021", "guoban-2021",
    { { "requests/carried-out/total", "6" } }, { { "requests/carried-in/total", "０6" } },
    "requests/carried-in/total", TRUE, GJ_PROPOSAL_TAKEN, "6" },
  { "filled-otherwise", "guoban-2021", "guoban-2021",
    { { "requests/carried-out/total", "6" } }, { { "requests/carried-in/total", "7" } },
    "requests/carried-in/total", TRUE, GJ_PROPOSAL_OTHER, "6" },
  { "a-dash-is-an-answer", "guoban-2021", "guoban-2021",
    { { "requests/carried-out/total", "6" } }, { { "requests/carried-in/total", "/" } },
    "requests/carried-in/total", TRUE, GJ_PROPOSAL_OTHER, "6" },
  { "in-force-waits", "guoban-2021", "guoban-2021",
    { { "disclosure/normative-documents/in-force", "47" } },
    { { "disclosure/normative-documents/issued", "11" } },
    "disclosure/normative-documents/in-force", TRUE, GJ_PROPOSAL_WAITING, NULL },
  { "in-force", "guoban-2021", "guoban-2021",
    { { "disclosure/normative-documents/in-force", "47" } },
    { { "disclosure/normative-documents/issued", "11" }, { "disclosure/normative-documents/repealed", "4" } },
    "disclosure/normative-documents/in-force", TRUE, GJ_PROPOSAL_OPEN, "54" },
  { "never-below-zero", "guoban-2021", "guoban-2021",
    { { "disclosure/rules/in-force", "1" } },
    { { "disclosure/rules/issued", "0" }, { "disclosure/rules/repealed", "4" } },
    "disclosure/rules/in-force", TRUE, GJ_PROPOSAL_WAITING, NULL },
  { "other-form", "guoban-2019", "guoban-2021",
    { { "requests/carried-out/natural-person", "6" } }, { { NULL } },
    "requests/carried-in/natural-person", TRUE, GJ_PROPOSAL_OPEN, "6" },
  { "not-comparable", "guoban-2019", "guoban-2021",
    { { "disclosure/normative-documents/released-total", "6" } },
    { { "disclosure/normative-documents/issued", "11" }, { "disclosure/normative-documents/repealed", "4" } },
    "disclosure/normative-documents/in-force" },
  { "two-cells", "guoban-2019", "guoban-2019",
    { { "disclosure/licences/items-last-year", "25" }, { "disclosure/licences/items-change", "-3" } },
    { { NULL } },
    "disclosure/licences/items-last-year", TRUE, GJ_PROPOSAL_OPEN, "22" },
  { "one-of-two-cells", "guoban-2019", "guoban-2019",
    { { "disclosure/licences/items-last-year", "25" } }, { { NULL } },
    "disclosure/licences/items-last-year" },
};

static guint
find_cell (GjReport   *report,
           const char *id)
{
  guint cell = gj_form_find_cell (gj_report_get_form (report), id);

  g_assert_cmpuint (cell, !=, GJ_NONE);

  return cell;
}

static void
init_cells (GjReport   *report,
            const char *const (*cells)[2],
            guint       n_cells)
{
  for (guint i = 0; i < n_cells && cells[i][0] != NULL; i++)
    gj_report_init_cell (report, find_cell (report, cells[i][0]), cells[i][1]);
}

static GjReport *
make_last (const char *form,
           int         year)
{
  return gj_report_new_for_year (gj_form_catalogue_find (form), BODY, year);
}

static const GjProposal *
find_proposal (GPtrArray *proposals,
               guint      cell)
{
  for (guint i = 0; i < proposals->len; i++)
    {
      const GjProposal *proposal = g_ptr_array_index (proposals, i);

      if (proposal->cell == cell)
        return proposal;
    }

  return NULL;
}

static GjReport *
make_next (const char *form,
           GjReport   *last)
{
  return gj_report_new_for_next_year (gj_form_catalogue_find (form), NULL,
                                      gj_report_get_year (last) + 1, last, "上年.gouji");
}

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (GjReport) last = make_last (test->last_form, 2022);
  g_autoptr (GjReport) report = NULL;
  g_autoptr (GPtrArray) proposals = NULL;
  const GjProposal *proposal;

  init_cells (last, test->last, G_N_ELEMENTS (test->last));
  report = make_next (test->form, last);
  for (guint i = 0; i < gj_form_get_n_cells (gj_report_get_form (report)); i++)
    g_assert_cmpstr (gj_report_get_cell_text (report, i), ==, "");

  init_cells (report, test->now, G_N_ELEMENTS (test->now));
  proposals = gj_report_list_proposals (report);
  proposal = find_proposal (proposals, find_cell (report, test->cell));
  g_assert_cmpint (proposal != NULL, ==, test->is_proposed);
  if (proposal == NULL)
    return;

  g_assert_cmpint (proposal->state, ==, test->state);
  g_assert_cmpstr (proposal->text, ==, test->text);
  g_assert_cmpuint (gj_report_count_proposals (report), ==, test->state == GJ_PROPOSAL_OPEN);
}

/* What has still to be filled in is named, and no other cell. */

static void
test_wait (void)
{
  g_autoptr (GjReport) last = make_last ("guoban-2021", 2022);
  g_autoptr (GjReport) report = NULL;
  const char *const cells[][2] = { { "disclosure/normative-documents/issued", "11" },
                                   { "disclosure/normative-documents/repealed", "60" } };

  gj_report_init_cell (last, find_cell (last, "disclosure/normative-documents/in-force"), "47");
  gj_report_init_cell (last, find_cell (last, "requests/carried-out/total"), "6");
  report = make_next ("guoban-2021", last);
  for (guint i = 0; i <= G_N_ELEMENTS (cells); i++)
    {
      g_autoptr (GPtrArray) proposals = gj_report_list_proposals (report);
      const GjProposal *open = find_proposal (proposals, find_cell (report, "requests/carried-in/total"));
      const GjProposal *waiting = find_proposal (proposals,
                                                 find_cell (report, "disclosure/normative-documents/in-force"));
      g_autofree char *none = gj_proposal_dup_wait (open, report);
      g_autofree char *wait = gj_proposal_dup_wait (waiting, report);

      g_assert_null (none);
      g_assert_cmpint (strstr (wait, "issued") != NULL, ==, i < 1);
      g_assert_cmpint (strstr (wait, "repealed") != NULL, ==, i < 2);
      g_assert_cmpint (strstr (wait, "less than zero") != NULL, ==, i == 2);
      if (i < G_N_ELEMENTS (cells))
        init_cells (report, &cells[i], 1);
    }
}

static void
test_metadata (void)
{
  g_autoptr (GjReport) last = make_last ("guoban-2019", 2020);
  g_autoptr (GjReport) report = NULL;
  g_autoptr (GjReport) other = NULL;
  GjForm *form = gj_form_catalogue_find_year (2021);

  gj_report_init_field (last, GJ_FIELD_TELEPHONE, "0999-5550123");
  gj_report_init_field (last, GJ_FIELD_SIGNATURE, BODY);
  gj_report_init_field (last, GJ_FIELD_DATE, "2021-01-20");
  gj_report_init_field (last, GJ_FIELD_DOCUMENT_NUMBER, "云水〔2021〕3号");

  report = gj_report_new_for_next_year (form, NULL, 2021, last, "2020.docx");
  g_assert_cmpstr (gj_report_get_field (report, GJ_FIELD_BODY), ==, BODY);
  g_assert_cmpstr (gj_report_get_field (report, GJ_FIELD_TITLE), ==,
                   BODY "2021年政府信息公开工作年度报告");
  g_assert_cmpstr (gj_report_get_field (report, GJ_FIELD_BASIS), ==, gj_form_get_basis (form));
  g_assert_cmpstr (gj_report_get_field (report, GJ_FIELD_PERIOD_START), ==, "2021-01-01");
  g_assert_cmpstr (gj_report_get_field (report, GJ_FIELD_PERIOD_END), ==, "2021-12-31");
  g_assert_cmpstr (gj_report_get_field (report, GJ_FIELD_TELEPHONE), ==, "0999-5550123");
  g_assert_cmpstr (gj_report_get_field (report, GJ_FIELD_SIGNATURE), ==, BODY);
  g_assert_cmpstr (gj_report_get_field (report, GJ_FIELD_DATE), ==, "");
  g_assert_cmpstr (gj_report_get_field (report, GJ_FIELD_DOCUMENT_NUMBER), ==, "");
  g_assert_cmpint (gj_report_get_last_year (report), ==, 2020);
  g_assert_cmpstr (gj_report_get_setting (report, GJ_LAST_YEAR_SETTING_FILE), ==, "2020.docx");

  other = gj_report_new_for_next_year (form, "云溪市司法局", 2021, last, NULL);
  g_assert_cmpstr (gj_report_get_field (other, GJ_FIELD_BODY), ==, "云溪市司法局");
  g_assert_cmpstr (gj_report_get_field (other, GJ_FIELD_TELEPHONE), ==, "");
  g_assert_cmpstr (gj_report_get_field (other, GJ_FIELD_SIGNATURE), ==, "");
}

static void
test_no_text_is_copied (void)
{
  g_autoptr (GjReport) last = make_last ("guoban-2021", 2022);
  g_autoptr (GjReport) report = NULL;
  g_autoptr (GjNarrative) narrative = gj_narrative_new_for_text ("上年做了很多工作。");

  gj_report_init_narrative (last, overview, narrative);
  report = make_next ("guoban-2021", last);
  assert_text (report, "");
}

static void
test_incomparable (void)
{
  g_autoptr (GjReport) last = make_last ("guoban-2019", 2020);
  g_autoptr (GjReport) same = make_last ("guoban-2021", 2021);
  g_autoptr (GjReport) report = make_next ("guoban-2021", last);
  g_autoptr (GPtrArray) reasons = gj_report_list_incomparable (report, last);
  g_autoptr (GPtrArray) none = gj_report_list_incomparable (report, same);

  g_assert_cmpuint (reasons->len, ==, 1);
  g_assert_nonnull (strstr (g_ptr_array_index (reasons, 0), "in force"));
  g_assert_cmpuint (none->len, ==, 0);
}

static void
test_source (void)
{
  g_autoptr (GjReport) last = make_last ("guoban-2021", 2022);
  g_autoptr (GjReport) report = NULL;
  g_autoptr (GPtrArray) proposals = NULL;
  g_autofree char *source = NULL;

  gj_report_init_cell (last, find_cell (last, "disclosure/rules/in-force"), "47");
  report = make_next ("guoban-2021", last);
  gj_report_init_cell (report, find_cell (report, "disclosure/rules/issued"), "3");
  proposals = gj_report_list_proposals (report);
  g_assert_cmpuint (proposals->len, ==, 1);
  source = gj_proposal_dup_source (g_ptr_array_index (proposals, 0), report);
  g_test_message ("%s", source);
  g_assert_nonnull (strstr (source, "2022"));
  g_assert_nonnull (strstr (source, "47"));
  g_assert_nonnull (strstr (source, "plus this year's"));
  g_assert_nonnull (strstr (source, "(still blank)"));
}

static GjReport *
make_with_two_proposals (GjReport **last)
{
  *last = make_last ("guoban-2021", 2022);
  gj_report_init_cell (*last, find_cell (*last, "requests/carried-out/enterprise"), "3");
  gj_report_init_cell (*last, find_cell (*last, "requests/carried-out/total"), "3");

  return make_next ("guoban-2021", *last);
}

static void
test_accept_and_decline (void)
{
  g_autoptr (GjReport) last = NULL;
  g_autoptr (GjReport) report = make_with_two_proposals (&last);
  g_autoptr (GjHistory) history = gj_history_new (report);
  g_autoptr (GPtrArray) proposals = gj_report_list_proposals (report);
  g_autoptr (GjEdit) accept = gj_edit_new ("accept");
  g_autoptr (GjEdit) decline = gj_edit_new ("decline");
  g_autoptr (GjEdit) all = gj_edit_new ("all");
  guint enterprise = find_cell (report, "requests/carried-in/enterprise");
  guint total = find_cell (report, "requests/carried-in/total");

  g_assert_cmpuint (gj_report_count_proposals (report), ==, 2);
  gj_edit_decline_proposal (decline, report, find_proposal (proposals, enterprise));
  gj_history_push (history, decline);
  g_assert_cmpuint (gj_report_count_proposals (report), ==, 1);

  gj_edit_accept_proposal (accept, report, find_proposal (proposals, total));
  gj_history_push (history, accept);
  g_assert_cmpstr (gj_report_get_cell_text (report, total), ==, "3");
  g_assert_cmpuint (gj_report_count_proposals (report), ==, 0);
  g_assert_cmpuint (gj_edit_accept_proposals (all, report), ==, 0);
  g_assert_true (gj_edit_is_empty (all));

  gj_history_undo (history);
  g_assert_cmpstr (gj_report_get_cell_text (report, total), ==, "");
  g_assert_cmpuint (gj_report_count_proposals (report), ==, 1);
  gj_history_undo (history);
  g_assert_cmpuint (gj_report_count_proposals (report), ==, 2);
}

/* The list may be older than what a person typed meanwhile. */

static void
test_never_over_a_number (void)
{
  g_autoptr (GjReport) last = NULL;
  g_autoptr (GjReport) report = make_with_two_proposals (&last);
  g_autoptr (GPtrArray) proposals = gj_report_list_proposals (report);
  g_autoptr (GjEdit) accept = gj_edit_new ("accept");
  guint total = find_cell (report, "requests/carried-in/total");

  gj_report_init_cell (report, total, "7");
  gj_edit_accept_proposal (accept, report, find_proposal (proposals, total));
  g_assert_true (gj_edit_is_empty (accept));

  gj_report_init_cell (report, total, "/");
  gj_edit_accept_proposal (accept, report, find_proposal (proposals, total));
  g_assert_true (gj_edit_is_empty (accept));

  gj_report_init_cell (report, total, NULL);
  gj_edit_accept_proposal (accept, report, find_proposal (proposals, total));
  g_assert_true (gj_edit_is_empty (accept));
}

static void
test_goes_on_from (void)
{
  g_autoptr (GjReport) last = NULL;
  g_autoptr (GjReport) report = make_with_two_proposals (&last);
  g_autoptr (GjHistory) history = gj_history_new (report);
  g_autoptr (GjEdit) again = gj_edit_new ("again");
  g_autoptr (GjEdit) forget = gj_edit_new ("forget");

  g_assert_true (gj_report_goes_on_from (report, last));
  gj_report_init_cell (last, find_cell (last, "requests/carried-out/total"), "4");
  g_assert_false (gj_report_goes_on_from (report, last));

  gj_edit_set_last_year (again, report, last, "2022.gouji");
  gj_history_push (history, again);
  g_assert_true (gj_report_goes_on_from (report, last));
  gj_history_undo (history);
  g_assert_false (gj_report_goes_on_from (report, last));
  g_assert_cmpstr (gj_report_get_setting (report, GJ_LAST_YEAR_SETTING_FILE), ==, "上年.gouji");

  gj_edit_set_last_year (forget, report, NULL, NULL);
  gj_history_push (history, forget);
  g_assert_cmpuint (gj_report_count_proposals (report), ==, 0);
  g_assert_cmpint (gj_report_get_last_year (report), ==, 0);
}

/* What somebody else wrote into the file. */

static void
test_nonsense (void)
{
  g_autoptr (GjReport) report = report_new ();
  g_autoptr (GPtrArray) proposals = NULL;

  gj_report_init_setting (report, GJ_LAST_YEAR_SETTING_YEAR, "last");
  gj_report_init_setting (report, GJ_LAST_YEAR_SETTING_CELL "requests/carried-out/total", "many");
  gj_report_init_setting (report, GJ_LAST_YEAR_SETTING_CELL "requests/carried-out/enterprise", "");
  gj_report_init_setting (report, GJ_LAST_YEAR_SETTING_CELL "no/such/cell", "1");
  proposals = gj_report_list_proposals (report);
  g_assert_cmpuint (proposals->len, ==, 0);
  g_assert_cmpint (gj_report_get_last_year (report), ==, 0);
}

static void
test_file (void)
{
  g_autoptr (GjReport) last = NULL;
  g_autoptr (GjReport) report = make_with_two_proposals (&last);
  g_autoptr (GBytes) bytes = gj_store_write (report);
  g_autoptr (GError) error = NULL;
  g_autoptr (GjReport) read = gj_store_read (bytes, &error);
  g_autoptr (GBytes) again = NULL;

  g_assert_no_error (error);
  assert_reports_equal (report, read);
  g_assert_cmpuint (gj_report_count_proposals (read), ==, 2);
  again = gj_store_write (read);
  g_assert_true (g_bytes_equal (bytes, again));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/core/proposal/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/core/proposal/wait", test_wait);
  g_test_add_func ("/core/proposal/metadata", test_metadata);
  g_test_add_func ("/core/proposal/no-text-is-copied", test_no_text_is_copied);
  g_test_add_func ("/core/proposal/incomparable", test_incomparable);
  g_test_add_func ("/core/proposal/source", test_source);
  g_test_add_func ("/core/proposal/accept-and-decline", test_accept_and_decline);
  g_test_add_func ("/core/proposal/never-over-a-number", test_never_over_a_number);
  g_test_add_func ("/core/proposal/goes-on-from", test_goes_on_from);
  g_test_add_func ("/core/proposal/nonsense", test_nonsense);
  g_test_add_func ("/core/proposal/file", test_file);

  return g_test_run ();
}
