/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-session.h"

/* What is shown as one finding is counted, stepped through and answered as one. */

static GjSession *
create_session (void)
{
  g_autoptr (GjReport) report = gj_report_new (gj_form_catalogue_find ("guoban-2021"));

  gj_report_init_field (report, GJ_FIELD_BODY, "云溪市发展和改革局");
  gj_report_init_field (report, GJ_FIELD_YEAR, "2025");

  return gj_session_new (report);
}

static guint
find_cell (GjSession  *session,
           const char *id)
{
  return gj_form_find_cell (gj_report_get_form (gj_session_get_report (session)), id);
}

static gboolean
set_cell (GjSession  *session,
          const char *id,
          const char *text)
{
  g_autoptr (GjEdit) edit = gj_edit_new ("test");

  gj_edit_set_cell (edit, gj_session_get_report (session), find_cell (session, id), text);

  return gj_session_push (session, edit);
}

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
break_row (GjSession *session)
{
  static const char *const columns[] = {
    "natural-person", "enterprise", "research", "public-welfare", "legal-service",
    "other-organisation",
  };

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autofree char *id = g_strconcat ("requests/received/", columns[i], NULL);

      set_cell (session, id, "1");
    }
  set_cell (session, "requests/received/total", "9");
}

static guint
count_stops (GjSession *session)
{
  GListModel *groups = gj_session_get_groups (session);
  guint n_stops = 0;

  for (guint i = 0; i < g_list_model_get_n_items (groups); i++)
    {
      g_autoptr (GjFindingGroup) group = g_list_model_get_item (groups, i);

      n_stops += gj_finding_group_get_n_stops (group);
    }

  return n_stops;
}

static void
test_stepping_goes_round (void)
{
  g_autoptr (GjSession) session = create_session ();
  GjSelection *selection = gj_session_get_selection (session);
  g_autoptr (GjFinding) first = NULL;
  guint n_open;

  set_cell (session, "requests/received/natural-person", "1");
  set_cell (session, "requests/received/total", "9");
  settle ();
  n_open = count_stops (session);
  g_assert_cmpuint (n_open, >, 0);

  g_assert_true (gj_session_step_finding (session, 1));
  first = g_object_ref (gj_selection_get_finding (selection));
  for (guint i = 0; i < n_open; i++)
    g_assert_true (gj_session_step_finding (session, 1));
  g_assert_true (gj_selection_get_finding (selection) == first);
  gj_session_step_finding (session, 1);
  gj_session_step_finding (session, -1);
  g_assert_true (gj_selection_get_finding (selection) == first);
}

static void
test_mandatory_is_not_explained (void)
{
  g_autoptr (GjSession) session = create_session ();
  GListModel *groups;
  guint n_mandatory = 0;

  break_row (session);
  settle ();
  groups = gj_session_get_groups (session);

  for (guint i = 0; i < g_list_model_get_n_items (groups); i++)
    {
      g_autoptr (GjFindingGroup) group = g_list_model_get_item (groups, i);

      if (gj_finding_is_mandatory (gj_finding_group_get_lead (group)))
        {
          n_mandatory++;
          g_assert_false (gj_session_decide (session, group, GJ_DECISION_ACCEPTED, "理由",
                                             NULL));
        }
    }
  g_assert_cmpuint (n_mandatory, >, 0);
}

static char *
dup_state (GjSession *session)
{
  GListModel *groups = gj_session_get_groups (session);
  GString *state = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (groups); i++)
    {
      g_autoptr (GjFindingGroup) group = g_list_model_get_item (groups, i);

      g_string_append_printf (state, "%s\n", gj_finding_group_get_message (group));
    }

  return g_string_free (state, FALSE);
}

/* Follows "items-changed" as a view does: what it was told must be what is there. */
static void
follow_cb (GListModel *groups,
           guint       position,
           guint       n_removed,
           guint       n_added,
           GPtrArray  *seen)
{
  g_ptr_array_remove_range (seen, position, n_removed);
  for (guint i = position; i < position + n_added; i++)
    g_ptr_array_insert (seen, i, g_list_model_get_item (groups, i));
}

static void
test_groups_follow (void)
{
  static const struct { const char *cell; const char *text; } edits[] = {
    { "requests/received/total", "4" },
    { "requests/received/natural-person", "3" },
    { "requests/granted/total", "/" },
    { "requests/denied-by-law/enterprise", "2" },
    { "requests/received/total", "" },
    { "cases/review/total", "0" },
    { "disclosure/rules/issued", "1" },
    { "requests/granted/total", "0" },
    { "cases/review/total", "" },
  };
  g_autoptr (GjReport) report = gj_report_new (gj_form_catalogue_find ("guoban-2021"));
  g_autoptr (GjSession) session = gj_session_new (report);
  GListModel *groups = gj_session_get_groups (session);
  g_autoptr (GPtrArray) seen = g_ptr_array_new_with_free_func (g_object_unref);

  follow_cb (groups, 0, 0, g_list_model_get_n_items (groups), seen);
  g_signal_connect (groups, "items-changed", G_CALLBACK (follow_cb), seen);

  for (guint i = 0; i < G_N_ELEMENTS (edits); i++)
    {
      g_autoptr (GjSession) fresh = NULL;
      g_autofree char *state = NULL;
      g_autofree char *wanted = NULL;

      set_cell (session, edits[i].cell, edits[i].text);
      settle ();

      fresh = gj_session_new (report);
      state = dup_state (session);
      wanted = dup_state (fresh);
      g_assert_cmpstr (state, ==, wanted);

      g_assert_cmpuint (seen->len, ==, g_list_model_get_n_items (groups));
      for (guint j = 0; j < seen->len; j++)
        {
          g_autoptr (GjFindingGroup) group = g_list_model_get_item (groups, j);

          g_assert_true (group == seen->pdata[j]);
        }
    }

  g_signal_handlers_disconnect_by_data (groups, seen);
}

static GjFindingGroup *
dup_row (GjSession *session)
{
  GListModel *groups = gj_session_get_groups (session);

  for (guint i = 0; i < g_list_model_get_n_items (groups); i++)
    {
      g_autoptr (GjFindingGroup) group = g_list_model_get_item (groups, i);

      if (gj_finding_group_get_kind (group) == GJ_GROUP_ROW)
        return g_steal_pointer (&group);
    }

  return NULL;
}

/* A row is counted, decided, taken back and filled as one; stepping goes through its cells. */
static void
test_row_as_one (void)
{
  g_autoptr (GjReport) report = gj_report_new (gj_form_catalogue_find ("guoban-2021"));
  g_autoptr (GjSession) session = NULL;
  g_autoptr (GjFindingGroup) row = NULL;
  g_autoptr (GjFindingGroup) decided = NULL;

  for (guint i = 0; i < gj_form_get_n_cells (gj_report_get_form (report)); i++)
    gj_report_init_cell (report, i, "0");
  session = gj_session_new (report);
  set_cell (session, "disclosure/rules/issued", "");
  set_cell (session, "disclosure/rules/in-force", "");
  settle ();

  g_assert_cmpuint (gj_session_count (session, GJ_NONE).n[GJ_SEVERITY_WARNING], ==, 1);
  for (guint i = 0; i < 4; i++)
    {
      g_assert_true (gj_session_step_finding (session, 1));
      g_assert_cmpuint (gj_selection_get_cell (gj_session_get_selection (session)), ==,
                        find_cell (session, i % 2 == 0 ? "disclosure/rules/issued"
                                                       : "disclosure/rules/in-force"));
    }

  row = dup_row (session);
  g_assert_nonnull (row);
  g_assert_true (gj_session_decide (session, row, GJ_DECISION_ACCEPTED, "理由", NULL));
  settle ();
  g_assert_cmpuint (gj_session_count (session, GJ_NONE).n[GJ_SEVERITY_WARNING], ==, 0);
  g_assert_false (gj_session_step_finding (session, 1));

  decided = dup_row (session);
  g_assert_cmpuint (gj_finding_group_get_n_findings (decided), ==, 2);
  g_assert_true (gj_session_undecide (session, decided));
  settle ();
  g_assert_cmpuint (gj_session_count (session, GJ_NONE).n[GJ_SEVERITY_WARNING], ==, 1);

  g_assert_true (gj_session_apply_remedies (session, row));
  settle ();
  g_assert_cmpuint (gj_session_count (session, GJ_NONE).n[GJ_SEVERITY_WARNING], ==, 0);
  g_assert_cmpstr (gj_report_get_cell_text (report, find_cell (session, "disclosure/rules/in-force")),
                   ==, "0");
  g_assert_true (gj_session_undo (session));
  settle ();
  g_assert_cmpuint (gj_session_count (session, GJ_NONE).n[GJ_SEVERITY_WARNING], ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/app/groups/stepping-goes-round", test_stepping_goes_round);
  g_test_add_func ("/app/groups/mandatory-is-not-explained", test_mandatory_is_not_explained);
  g_test_add_func ("/app/groups/follow", test_groups_follow);
  g_test_add_func ("/app/groups/row-as-one", test_row_as_one);

  return g_test_run ();
}
