/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "gj-grid-head.h"
#include "gj-grid-label.h"
#include "grid-support.h"

static GjCellMarks
get_marks (GridFixture *fixture,
           const char  *id)
{
  return gj_grid_cell_get_marks (grid_get_item (fixture, id));
}

static GjFinding *
find_finding (GridFixture *fixture,
              const char  *check)
{
  GListModel *findings = gj_checker_get_findings (gj_session_get_checker (fixture->session));

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (GjFinding) finding = g_list_model_get_item (findings, i);

      if (g_str_equal (gj_finding_get_check (finding), check))
        return g_steal_pointer (&finding);
    }

  return NULL;
}

/* A slip marks the cell that the finding points at, and undoing it clears the mark. */

static void
test_wrong (void)
{
  g_autoptr (GridFixture) fixture = grid_fixture_new ("cases");
  GjGridCell *total = grid_get_item (fixture, "cases/review/total");

  g_assert_false (get_marks (fixture, "cases/review/total") & GJ_CELL_WRONG);
  g_assert_null (gj_grid_cell_get_problem (total));

  grid_set (fixture, "cases/review/total", "8");
  grid_settle (fixture);
  g_assert_true (get_marks (fixture, "cases/review/total") & GJ_CELL_WRONG);
  g_assert_nonnull (strstr (gj_grid_cell_get_label (total), "8"));
  g_assert_nonnull (strstr (gj_grid_cell_get_label (total), gj_grid_cell_get_problem (total)));
  gtk_test_accessible_assert_state (total, GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);
  g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (total), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION));

  gj_history_undo (gj_session_get_history (fixture->session));
  grid_settle (fixture);
  g_assert_false (get_marks (fixture, "cases/review/total") & GJ_CELL_WRONG);
  g_assert_null (gj_grid_cell_get_problem (total));
  gtk_test_accessible_assert_state (total, GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_FALSE);
}

static void
test_doubtful (void)
{
  g_autoptr (GridFixture) fixture = grid_fixture_new ("requests");

  grid_set (fixture, "requests/granted/research", "");
  grid_settle (fixture);
  g_assert_true (get_marks (fixture, "requests/granted/research") & GJ_CELL_DOUBTFUL);
  g_assert_false (get_marks (fixture, "requests/granted/research") & GJ_CELL_WRONG);
}

/* A part of the table that nobody has begun waits quietly; a gap in a row that has
 * numbers is doubtful. */

static void
test_untouched (void)
{
  g_autoptr (GridFixture) fixture = grid_fixture_new ("requests");
  static const char *const rows[] = { "denied-state-secret", "denied-by-law", "denied-security",
                                      "denied-third-party", "denied-internal", "denied-process",
                                      "denied-enforcement-file", "denied-inquiry" };
  static const char *const columns[] = { "natural-person", "enterprise", "research",
                                         "public-welfare", "legal-service",
                                         "other-organisation", "total" };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    for (guint j = 0; j < G_N_ELEMENTS (columns); j++)
      {
        g_autofree char *id = g_strdup_printf ("requests/%s/%s", rows[i], columns[j]);

        grid_set (fixture, id, "");
      }
  grid_set (fixture, "requests/granted/research", "");
  grid_settle (fixture);
  g_assert_cmpuint (get_marks (fixture, "requests/denied-internal/research") &
                    (GJ_CELL_DOUBTFUL | GJ_CELL_REMARKED), ==, GJ_CELL_REMARKED);
  g_assert_true (get_marks (fixture, "requests/granted/research") & GJ_CELL_DOUBTFUL);

  grid_set (fixture, "requests/denied-internal/enterprise", "0");
  grid_settle (fixture);
  g_assert_true (get_marks (fixture, "requests/denied-internal/research") & GJ_CELL_DOUBTFUL);
}

/* The selected finding lights up all its cells; so does a cell that is in one. */

static void
test_related (void)
{
  g_autoptr (GridFixture) fixture = grid_fixture_new ("cases");
  GjSelection *selection = gj_session_get_selection (fixture->session);
  g_autoptr (GjFinding) finding = NULL;

  grid_set (fixture, "cases/review/total", "8");
  grid_go (fixture, "cases/suit-direct/upheld");
  grid_settle (fixture);
  g_assert_false (get_marks (fixture, "cases/review/upheld") & GJ_CELL_RELATED);

  finding = find_finding (fixture, "A04");
  g_assert_nonnull (finding);
  gj_selection_set_finding (selection, finding);
  grid_settle (fixture);
  g_assert_true (get_marks (fixture, "cases/review/upheld") & GJ_CELL_RELATED);
  g_assert_true (get_marks (fixture, "cases/review/pending") & GJ_CELL_RELATED);
  g_assert_false (get_marks (fixture, "cases/suit-direct/upheld") & GJ_CELL_RELATED);

  gj_selection_set_finding (selection, NULL);
  grid_settle (fixture);
  g_assert_false (get_marks (fixture, "cases/review/upheld") & GJ_CELL_RELATED);
  grid_go (fixture, "cases/review/corrected");
  grid_settle (fixture);
  g_assert_true (get_marks (fixture, "cases/review/upheld") & GJ_CELL_RELATED);
}

static void
test_totals_and_absent (void)
{
  g_autoptr (GridFixture) fixture = grid_fixture_new ("requests");

  g_assert_true (get_marks (fixture, "requests/granted/total") & GJ_CELL_TOTAL);
  g_assert_true (get_marks (fixture, "requests/result-total/research") & GJ_CELL_TOTAL);
  g_assert_false (get_marks (fixture, "requests/granted/research") & GJ_CELL_TOTAL);
  g_assert_false (get_marks (fixture, "requests/carried-out/research") & GJ_CELL_TOTAL);

  grid_set (fixture, "requests/granted/research", NULL);
  grid_settle (fixture);
  g_assert_true (get_marks (fixture, "requests/granted/research") & GJ_CELL_ABSENT);
  g_assert_nonnull (strstr (gj_grid_cell_get_label (grid_get_item (fixture, "requests/granted/research")),
                            "not in the document"));
}

/* A finding or cell selected elsewhere is scrolled into view, clear of the heads. */

static void
test_scrolled_into_view (void)
{
  g_autoptr (GridFixture) fixture = grid_fixture_new ("requests");
  GdkRectangle place;

  grid_go (fixture, "requests/carried-out/total");
  grid_settle (fixture);
  _gj_grid_get_rectangle (fixture->grid,
                          gj_grid_item_get_slot (GJ_GRID_ITEM (grid_get_item (fixture, "requests/carried-out/total"))),
                          &place);
  g_assert_cmpint (place.y + place.height, <=, gtk_widget_get_height (GTK_WIDGET (fixture->grid)));

  grid_go (fixture, "requests/received/natural-person");
  grid_settle (fixture);
  _gj_grid_get_rectangle (fixture->grid,
                          gj_grid_item_get_slot (GJ_GRID_ITEM (grid_get_item (fixture,
                                                                              "requests/received/natural-person"))),
                          &place);
  g_assert_cmpint (place.y, >=, _gj_grid_get_fixed_height (fixture->grid));
}

/* Selecting a cell selects its finding, whose main cell may be far away: what the person
 * works on stays in view. */

static void
test_stays_in_view (void)
{
  g_autoptr (GridFixture) fixture = grid_fixture_new ("requests");

  grid_set (fixture, "requests/granted/natural-person", "72");
  grid_go (fixture, "requests/granted/natural-person");
  grid_settle (fixture);
  g_assert_cmpfloat (gtk_adjustment_get_value (fixture->grid->vadjustment), ==, 0);
}

static gboolean
has_role (GjGrid            *grid,
          GType              type,
          GtkAccessibleRole  role)
{
  guint n_found = 0;

  for (guint i = 0; i < grid->items->len; i++)
    {
      GtkAccessible *item = g_ptr_array_index (grid->items, i);

      if (!G_TYPE_CHECK_INSTANCE_TYPE (item, type))
        continue;

      if (!gtk_test_accessible_has_role (item, role) ||
          !gtk_test_accessible_has_property (item, GTK_ACCESSIBLE_PROPERTY_LABEL))
        return FALSE;

      n_found++;
    }

  return n_found > 0;
}

static void
test_roles (void)
{
  g_autoptr (GridFixture) fixture = grid_fixture_new ("requests");

  gtk_test_accessible_assert_role (fixture->grid, GTK_ACCESSIBLE_ROLE_GRID);
  g_assert_true (has_role (fixture->grid, GJ_TYPE_GRID_CELL, GTK_ACCESSIBLE_ROLE_GRID_CELL));
  g_assert_true (has_role (fixture->grid, GJ_TYPE_GRID_HEAD, GTK_ACCESSIBLE_ROLE_COLUMN_HEADER));
  g_assert_true (has_role (fixture->grid, GJ_TYPE_GRID_LABEL, GTK_ACCESSIBLE_ROLE_ROW_HEADER));
}

/* The words about the cell with the keyboard are reachable as a description. */

static void
test_described (void)
{
  g_autoptr (GridFixture) fixture = grid_fixture_new ("cases");
  GjGridCell *total = grid_get_item (fixture, "cases/review/total");

  grid_set (fixture, "cases/review/total", "8");
  grid_go (fixture, "cases/review/total");
  grid_settle (fixture);
  g_assert_true (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (total), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY));
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (fixture->grid->describer)), ==, gj_grid_cell_get_problem (total));

  grid_go (fixture, "cases/suit-direct/total");
  grid_settle (fixture);
  g_assert_false (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (total), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY));
}

/* Table three needs no sideways scrolling beside the findings pane of a small screen, and
 * table four neither. */

static void
test_widths (void)
{
  static const char *const tables[] = { "disclosure", "requests", "cases" };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autoptr (GridFixture) fixture = grid_fixture_new (tables[i]);

      g_assert_cmpfloat (gtk_adjustment_get_upper (fixture->grid->hadjustment), ==,
                         gtk_adjustment_get_page_size (fixture->grid->hadjustment));
      g_assert_cmpint (_gj_grid_get_least_width (fixture->grid), <, 978);
    }
}

/* A number that outgrows its column widens it. */

static void
test_growing (void)
{
  g_autoptr (GridFixture) fixture = grid_fixture_new ("cases");
  const GjSlot *slot = gj_grid_item_get_slot (GJ_GRID_ITEM (grid_get_item (fixture, "cases/review/total")));
  GdkRectangle before, after;

  _gj_grid_get_rectangle (fixture->grid, slot, &before);
  grid_set (fixture, "cases/review/total", "123456789012");
  grid_settle (fixture);
  _gj_grid_get_rectangle (fixture->grid, slot, &after);
  g_assert_cmpint (after.width, >, before.width);
}

int
main (int   argc,
      char *argv[])
{
  grid_init (&argc, &argv);

  g_test_add_func ("/app/grid/marks/wrong", test_wrong);
  g_test_add_func ("/app/grid/marks/doubtful", test_doubtful);
  g_test_add_func ("/app/grid/marks/untouched", test_untouched);
  g_test_add_func ("/app/grid/marks/related", test_related);
  g_test_add_func ("/app/grid/marks/totals-and-absent", test_totals_and_absent);
  g_test_add_func ("/app/grid/marks/scrolled-into-view", test_scrolled_into_view);
  g_test_add_func ("/app/grid/marks/stays-in-view", test_stays_in_view);
  g_test_add_func ("/app/grid/marks/roles", test_roles);
  g_test_add_func ("/app/grid/marks/described", test_described);
  g_test_add_func ("/app/grid/marks/widths", test_widths);
  g_test_add_func ("/app/grid/marks/growing", test_growing);

  return g_test_run ();
}
