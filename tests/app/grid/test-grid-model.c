/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-grid-model.h"

static GjForm *
get_form (void)
{
  return gj_form_catalogue_find ("guoban-2021");
}

static GjGridModel *
create_model (const char *cell,
              const char *variant)
{
  guint index = gj_form_find_cell (get_form (), cell);

  g_assert_cmpuint (index, !=, GJ_NONE);

  return gj_grid_model_new (gj_form_get_table (get_form (), gj_form_get_cell (get_form (), index)->table), variant);
}

static const char *
get_id (guint cell)
{
  return cell == GJ_NONE ? "" : gj_form_get_cell (get_form (), cell)->id;
}

typedef struct
{
  const char *name;
  const char *variant;
  const char *from;
  GjGridMove  moves[4];
  guint       n_moves;
  const char *to;
} MoveCase;

static const MoveCase move_cases[] = {
  { "right", NULL, "requests/received/natural-person", { GJ_GRID_MOVE_RIGHT }, 1, "requests/received/enterprise" },
  { "right-at-end", NULL, "requests/received/total", { GJ_GRID_MOVE_RIGHT }, 1, "" },
  { "left-at-labels", NULL, "requests/granted/natural-person", { GJ_GRID_MOVE_LEFT }, 1, "" },
  { "down", NULL, "requests/carried-in/total", { GJ_GRID_MOVE_DOWN }, 1, "requests/granted/total" },
  { "up-at-heads", NULL, "requests/received/total", { GJ_GRID_MOVE_UP }, 1, "" },
  { "next-wraps", NULL, "requests/received/total", { GJ_GRID_MOVE_NEXT }, 1, "requests/carried-in/natural-person" },
  { "previous-wraps", NULL, "requests/carried-in/natural-person", { GJ_GRID_MOVE_PREVIOUS }, 1,
    "requests/received/total" },
  { "next-at-last", NULL, "requests/carried-out/total", { GJ_GRID_MOVE_NEXT }, 1, "" },
  { "previous-at-first", NULL, "requests/received/natural-person", { GJ_GRID_MOVE_PREVIOUS }, 1, "" },
  { "line-end", NULL, "requests/granted/research", { GJ_GRID_MOVE_LINE_END }, 1, "requests/granted/total" },
  { "line-start", NULL, "requests/granted/research", { GJ_GRID_MOVE_LINE_START }, 1,
    "requests/granted/natural-person" },
  { "column-bottom", NULL, "requests/granted/research", { GJ_GRID_MOVE_COLUMN_BOTTOM }, 1,
    "requests/carried-out/research" },
  { "column-top", NULL, "requests/granted/research", { GJ_GRID_MOVE_COLUMN_TOP }, 1, "requests/received/research" },
  { "first", NULL, "requests/granted/research", { GJ_GRID_MOVE_FIRST }, 1, "requests/received/natural-person" },
  { "last", NULL, "requests/granted/research", { GJ_GRID_MOVE_LAST }, 1, "requests/carried-out/total" },
  { "over-heads", NULL, "disclosure/normative-documents/in-force", { GJ_GRID_MOVE_DOWN }, 1,
    "disclosure/licences/decisions" },
  { "goal-is-kept", NULL, "disclosure/normative-documents/in-force", { GJ_GRID_MOVE_DOWN, GJ_GRID_MOVE_UP }, 2,
    "disclosure/normative-documents/in-force" },
  { "goal-is-forgotten", NULL, "disclosure/normative-documents/in-force",
    { GJ_GRID_MOVE_DOWN, GJ_GRID_MOVE_NEXT, GJ_GRID_MOVE_PREVIOUS, GJ_GRID_MOVE_UP }, 4,
    "disclosure/normative-documents/issued" },
  { "through-all-parts", NULL, "disclosure/rules/repealed", { GJ_GRID_MOVE_COLUMN_BOTTOM, GJ_GRID_MOVE_COLUMN_TOP }, 2,
    "disclosure/rules/repealed" },
  { "one-line", NULL, "cases/review/total", { GJ_GRID_MOVE_RIGHT }, 1, "cases/suit-direct/upheld" },
  { "one-line-down", NULL, "cases/review/total", { GJ_GRID_MOVE_DOWN }, 1, "" },
  { "old-row", "old-row", "requests/rejected-confirmation/total", { GJ_GRID_MOVE_DOWN }, 1,
    "requests/other-else/total" },
};

static void
test_move (gconstpointer data)
{
  const MoveCase *test = data;
  g_autoptr (GjGridModel) model = create_model (test->from, test->variant);
  guint cell = gj_form_find_cell (get_form (), test->from);
  guint goal = GJ_NONE;

  for (guint i = 0; i < test->n_moves; i++)
    cell = gj_grid_model_move (model, cell, test->moves[i], &goal);

  g_assert_cmpstr (get_id (cell), ==, test->to);
}

typedef struct
{
  const char *name;
  const char *anchor;
  const char *cell;
  guint       n_cells;
  guint       n_lines;
  gboolean    is_whole;
} RangeCase;

static const RangeCase range_cases[] = {
  { "one", "requests/granted/research", "requests/granted/research", 1, 1, FALSE },
  { "line", "requests/granted/natural-person", "requests/granted/total", 7, 1, FALSE },
  { "backwards", "requests/granted/total", "requests/received/legal-service", 9, 3, FALSE },
  { "whole", "requests/received/natural-person", "requests/carried-out/total", 175, 25, TRUE },
  { "merged-cells-are-not-torn", "disclosure/normative-documents/issued", "disclosure/licences/decisions", 4, 4, FALSE },
  { "whole-over-parts", "disclosure/rules/issued", "disclosure/fees/amount", 10, 12, TRUE },
};

static void
test_range (gconstpointer data)
{
  const RangeCase *test = data;
  g_autoptr (GjGridModel) model = create_model (test->anchor, NULL);
  GjGridRange range = gj_grid_model_get_range (model, gj_form_find_cell (get_form (), test->anchor),
                                               gj_form_find_cell (get_form (), test->cell));
  g_autoptr (GArray) cells = gj_grid_model_list_range (model, &range);

  g_assert_cmpuint (cells->len, ==, test->n_cells);
  g_assert_cmpuint (range.n_lines, ==, test->n_lines);
  g_assert_cmpint (gj_grid_model_is_whole (model, &range), ==, test->is_whole);
}

/* Every cell is reached from the first one by Tab, and by Shift+Tab on the way back. */

static void
test_order (gconstpointer data)
{
  const char *first = data;
  g_autoptr (GjGridModel) model = create_model (first, NULL);
  guint cell = gj_form_find_cell (get_form (), first);
  guint goal = GJ_NONE;
  guint n_cells, seen;
  guint next;

  gj_grid_model_get_cells (model, &n_cells);

  for (seen = 1; (next = gj_grid_model_move (model, cell, GJ_GRID_MOVE_NEXT, &goal)) != GJ_NONE; seen++)
    {
      g_assert_cmpuint (gj_grid_model_move (model, next, GJ_GRID_MOVE_PREVIOUS, &goal), ==, cell);
      cell = next;
    }

  g_assert_cmpuint (seen, ==, n_cells);
  g_assert_cmpuint (n_cells, ==, gj_grid_model_get_table (model)->n_cells);
}

static void
test_fixed (void)
{
  g_autoptr (GjGridModel) requests = create_model ("requests/received/total", NULL);
  g_autoptr (GjGridModel) disclosure = create_model ("disclosure/rules/issued", NULL);
  g_autoptr (GjGridModel) cases = create_model ("cases/review/total", NULL);

  g_assert_cmpuint (gj_grid_model_get_n_fixed_lines (requests), ==, 3);
  g_assert_cmpuint (gj_grid_model_get_n_fixed_positions (requests), ==, 3);
  g_assert_cmpuint (gj_grid_model_get_n_fixed_lines (disclosure), ==, 0);
  g_assert_cmpuint (gj_grid_model_get_n_fixed_positions (disclosure), ==, 1);
  g_assert_cmpuint (gj_grid_model_get_n_fixed_positions (cases), ==, 0);
}

/* A cell of another table, and places outside, are answered with nothing. */

static void
test_outside (void)
{
  g_autoptr (GjGridModel) model = create_model ("requests/received/total", NULL);
  guint other = gj_form_find_cell (get_form (), "cases/review/total");
  guint goal = GJ_NONE;

  g_assert_null (gj_grid_model_find_cell (model, other));
  g_assert_null (gj_grid_model_find_cell (model, GJ_NONE));
  g_assert_null (gj_grid_model_get_slot (model, 1000, 0));
  g_assert_null (gj_grid_model_get_slot (model, 0, 1000));
  g_assert_cmpuint (gj_grid_model_get_range (model, other, other).n_lines, ==, 0);
  g_assert_cmpstr (get_id (gj_grid_model_move (model, other, GJ_GRID_MOVE_DOWN, &goal)), ==,
                   "requests/received/natural-person");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (move_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/app/grid/model/move/%s", move_cases[i].name);

      g_test_add_data_func (path, &move_cases[i], test_move);
    }

  for (guint i = 0; i < G_N_ELEMENTS (range_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/app/grid/model/range/%s", range_cases[i].name);

      g_test_add_data_func (path, &range_cases[i], test_range);
    }

  g_test_add_data_func ("/app/grid/model/order/disclosure", "disclosure/rules/issued", test_order);
  g_test_add_data_func ("/app/grid/model/order/requests", "requests/received/natural-person", test_order);
  g_test_add_data_func ("/app/grid/model/order/cases", "cases/review/upheld", test_order);
  g_test_add_func ("/app/grid/model/fixed", test_fixed);
  g_test_add_func ("/app/grid/model/outside", test_outside);

  return g_test_run ();
}
