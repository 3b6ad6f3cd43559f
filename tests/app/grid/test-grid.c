/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "grid-support.h"

typedef struct
{
  const char      *name;
  const char      *from;
  guint            key;
  GdkModifierType  modifiers;
  const char      *to;
} KeyCase;

static const KeyCase key_cases[] = {
  { "right", "requests/granted/research", GDK_KEY_Right, 0, "requests/granted/public-welfare" },
  { "left", "requests/granted/research", GDK_KEY_Left, 0, "requests/granted/enterprise" },
  { "keypad", "requests/granted/research", GDK_KEY_KP_Up, 0, "requests/carried-in/research" },
  { "down", "requests/granted/research", GDK_KEY_Down, 0, "requests/granted-in-part/research" },
  { "tab", "requests/granted/total", GDK_KEY_Tab, 0, "requests/granted-in-part/natural-person" },
  { "shift-tab", "requests/granted/natural-person", GDK_KEY_ISO_Left_Tab, GDK_SHIFT_MASK, "requests/carried-in/total" },
  { "enter", "requests/granted/research", GDK_KEY_Return, 0, "requests/granted-in-part/research" },
  { "enter-at-bottom", "requests/carried-out/research", GDK_KEY_Return, 0, "requests/carried-out/research" },
  { "shift-enter", "requests/granted/research", GDK_KEY_KP_Enter, GDK_SHIFT_MASK, "requests/carried-in/research" },
  { "home", "requests/granted/research", GDK_KEY_Home, 0, "requests/granted/natural-person" },
  { "end", "requests/granted/research", GDK_KEY_End, 0, "requests/granted/total" },
  { "ctrl-home", "requests/granted/research", GDK_KEY_Home, GDK_CONTROL_MASK, "requests/received/natural-person" },
  { "ctrl-end", "requests/granted/research", GDK_KEY_End, GDK_CONTROL_MASK, "requests/carried-out/total" },
  { "ctrl-down", "requests/granted/research", GDK_KEY_Down, GDK_CONTROL_MASK, "requests/carried-out/research" },
  { "ctrl-left", "requests/granted/research", GDK_KEY_Left, GDK_CONTROL_MASK, "requests/granted/natural-person" },
};

static void
test_key (gconstpointer data)
{
  const KeyCase *test = data;
  g_autoptr (GridFixture) fixture = grid_fixture_new ("requests");

  grid_go (fixture, test->from);
  g_assert_true (grid_press (fixture, test->key, test->modifiers));
  g_assert_cmpstr (grid_get_active (fixture), ==, test->to);
  g_assert_true (gtk_widget_is_focus (GTK_WIDGET (grid_get_item (fixture, test->to))));
}

/* Tab leaves the grid at its ends: the keyboard is nowhere trapped. */

static void
test_tab_leaves (void)
{
  g_autoptr (GridFixture) fixture = grid_fixture_new ("requests");

  grid_go (fixture, "requests/carried-out/total");
  g_assert_false (grid_press (fixture, GDK_KEY_Tab, 0));
  grid_go (fixture, "requests/received/natural-person");
  g_assert_false (grid_press (fixture, GDK_KEY_ISO_Left_Tab, GDK_SHIFT_MASK));
}

static void
test_type (void)
{
  g_autoptr (GridFixture) fixture = grid_fixture_new ("requests");
  GjHistory *history = gj_session_get_history (fixture->session);

  grid_go (fixture, "requests/granted/natural-person");
  grid_type (fixture, "27");
  g_assert_true (gj_grid_is_editing (fixture->grid));
  g_assert_cmpstr (grid_get (fixture, "requests/granted/natural-person"), ==, "0");
  grid_press (fixture, GDK_KEY_Return, 0);

  g_assert_false (gj_grid_is_editing (fixture->grid));
  g_assert_cmpstr (grid_get (fixture, "requests/granted/natural-person"), ==, "27");
  g_assert_cmpstr (gj_grid_item_get_text (GJ_GRID_ITEM (grid_get_item (fixture, "requests/granted/natural-person"))),
                   ==, "27");
  g_assert_cmpstr (grid_get_active (fixture), ==, "requests/granted-in-part/natural-person");
  g_assert_nonnull (strstr (gj_history_get_undo_label (history), "natural persons"));

  gj_history_undo (history);
  g_assert_cmpstr (grid_get (fixture, "requests/granted/natural-person"), ==, "0");
  g_assert_cmpstr (gj_grid_item_get_text (GJ_GRID_ITEM (grid_get_item (fixture, "requests/granted/natural-person"))),
                   ==, "0");
  g_assert_false (gj_history_can_undo (history));
}

/* The text stays as it was typed; the same text again is no step. */

static void
test_type_exactly (void)
{
  g_autoptr (GridFixture) fixture = grid_fixture_new ("requests");
  GjHistory *history = gj_session_get_history (fixture->session);

  grid_go (fixture, "requests/granted/natural-person");
  grid_type (fixture, "0");
  grid_press (fixture, GDK_KEY_Tab, 0);
  g_assert_false (gj_history_can_undo (history));

  grid_type (fixture, "１,２３４ 件");
  grid_press (fixture, GDK_KEY_Right, 0);
  g_assert_cmpstr (grid_get (fixture, "requests/granted/enterprise"), ==, "１,２３４ 件");
  g_assert_cmpstr (grid_get_active (fixture), ==, "requests/granted/research");
}

static void
test_escape (void)
{
  g_autoptr (GridFixture) fixture = grid_fixture_new ("requests");

  grid_go (fixture, "requests/granted/natural-person");
  grid_type (fixture, "27");
  g_assert_true (grid_press (fixture, GDK_KEY_Escape, 0));
  g_assert_false (gj_grid_is_editing (fixture->grid));
  g_assert_cmpstr (grid_get (fixture, "requests/granted/natural-person"), ==, "0");
  g_assert_cmpstr (grid_get_active (fixture), ==, "requests/granted/natural-person");
  g_assert_true (gtk_widget_is_focus (GTK_WIDGET (grid_get_item (fixture, "requests/granted/natural-person"))));

  /* Undo while typing takes back the typing and nothing else. */
  grid_set (fixture, "requests/granted/natural-person", "5");
  grid_type (fixture, "27");
  g_assert_true (grid_press (fixture, GDK_KEY_z, GDK_CONTROL_MASK));
  g_assert_cmpstr (grid_get (fixture, "requests/granted/natural-person"), ==, "5");
}

static void
test_open (void)
{
  g_autoptr (GridFixture) fixture = grid_fixture_new ("requests");

  grid_set (fixture, "requests/granted/natural-person", "27");
  grid_go (fixture, "requests/granted/natural-person");
  grid_press (fixture, GDK_KEY_F2, 0);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (fixture->grid->editor)), ==, "27");

  /* Now the arrows move the caret; another F2 gives them back to the table. */
  g_assert_false (grid_press (fixture, GDK_KEY_Left, 0));
  g_assert_true (grid_press (fixture, GDK_KEY_F2, 0));
  g_assert_true (grid_press (fixture, GDK_KEY_Right, 0));
  g_assert_cmpstr (grid_get_active (fixture), ==, "requests/granted/enterprise");
}

/* While an input method composes, all keys are its own. */

static void
test_composing (void)
{
  g_autoptr (GridFixture) fixture = grid_fixture_new ("requests");
  GtkEditable *text = gtk_editable_get_delegate (GTK_EDITABLE (fixture->grid->editor));

  grid_go (fixture, "requests/granted/natural-person");
  grid_type (fixture, "2");
  g_signal_emit_by_name (text, "preedit-changed", "wu");
  g_assert_false (grid_press (fixture, GDK_KEY_Return, 0));
  g_assert_false (grid_press (fixture, GDK_KEY_Down, 0));
  g_assert_false (grid_press (fixture, GDK_KEY_Escape, 0));
  g_signal_emit_by_name (text, "preedit-changed", "");
  g_assert_true (grid_press (fixture, GDK_KEY_Return, 0));
  g_assert_cmpstr (grid_get (fixture, "requests/granted/natural-person"), ==, "2");
}

/* Whoever takes the keyboard away does not take what was typed. */

static void
test_leaving_commits (void)
{
  g_autoptr (GridFixture) fixture = grid_fixture_new ("requests");

  grid_go (fixture, "requests/granted/natural-person");
  grid_type (fixture, "27");
  grid_go (fixture, "requests/received/total");
  g_assert_cmpstr (grid_get (fixture, "requests/granted/natural-person"), ==, "27");

  grid_type (fixture, "53");
  gj_grid_set_table (fixture->grid, 0);
  g_assert_cmpstr (grid_get (fixture, "requests/received/total"), ==, "53");
}

static void
test_clear (void)
{
  g_autoptr (GridFixture) fixture = grid_fixture_new ("requests");

  grid_go (fixture, "requests/granted/natural-person");
  grid_press (fixture, GDK_KEY_Right, GDK_SHIFT_MASK);
  grid_press (fixture, GDK_KEY_Delete, 0);
  g_assert_cmpstr (grid_get (fixture, "requests/granted/natural-person"), ==, "");
  g_assert_cmpstr (grid_get (fixture, "requests/granted/enterprise"), ==, "");
  g_assert_cmpstr (grid_get (fixture, "requests/granted/research"), ==, "0");
  gj_history_undo (gj_session_get_history (fixture->session));
  g_assert_cmpstr (grid_get (fixture, "requests/granted/enterprise"), ==, "0");
}

static void
test_range (void)
{
  g_autoptr (GridFixture) fixture = grid_fixture_new ("requests");
  GjGridRange range;

  grid_go (fixture, "requests/granted/natural-person");
  grid_press (fixture, GDK_KEY_Right, GDK_SHIFT_MASK);
  grid_press (fixture, GDK_KEY_Down, GDK_SHIFT_MASK);
  range = _gj_grid_get_range (fixture->grid);
  g_assert_cmpuint (range.n_lines, ==, 2);
  g_assert_cmpuint (range.n_positions, ==, 2);
  g_assert_true (gj_grid_cell_get_marks (grid_get_item (fixture, "requests/granted-in-part/enterprise")) &
                 GJ_CELL_SELECTED);
  gtk_test_accessible_assert_state (grid_get_item (fixture, "requests/granted/enterprise"),
                                    GTK_ACCESSIBLE_STATE_SELECTED, TRUE);

  grid_press (fixture, GDK_KEY_Escape, 0);
  g_assert_false (_gj_grid_has_range (fixture->grid));

  grid_press (fixture, GDK_KEY_a, GDK_CONTROL_MASK);
  range = _gj_grid_get_range (fixture->grid);
  g_assert_true (gj_grid_model_is_whole (fixture->grid->model, &range));
}

static void
test_fill (void)
{
  g_autoptr (GridFixture) fixture = grid_fixture_new ("requests");

  grid_set (fixture, "requests/granted/natural-person", "7");
  grid_go (fixture, "requests/granted/natural-person");
  grid_press (fixture, GDK_KEY_Down, GDK_SHIFT_MASK);
  grid_press (fixture, GDK_KEY_Down, GDK_SHIFT_MASK);
  grid_press (fixture, GDK_KEY_d, GDK_CONTROL_MASK);
  g_assert_cmpstr (grid_get (fixture, "requests/granted-in-part/natural-person"), ==, "7");
  g_assert_cmpstr (grid_get (fixture, "requests/denied-state-secret/natural-person"), ==, "7");
  g_assert_cmpstr (grid_get (fixture, "requests/denied-by-law/natural-person"), ==, "0");

  grid_go (fixture, "requests/granted/enterprise");
  grid_press (fixture, GDK_KEY_r, GDK_CONTROL_MASK);
  g_assert_cmpstr (grid_get (fixture, "requests/granted/enterprise"), ==, "7");
}

static void
test_fill_blanks (void)
{
  g_autoptr (GridFixture) fixture = grid_fixture_new ("requests");

  grid_set (fixture, "requests/granted/natural-person", "");
  grid_set (fixture, "requests/granted/enterprise", " ");
  grid_set (fixture, "requests/granted/research", "/");
  grid_set (fixture, "requests/granted/total", NULL);
  grid_set (fixture, "cases/review/total", "");
  g_assert_cmpuint (gj_grid_count_blanks (fixture->grid), ==, 2);
  gtk_widget_activate_action (GTK_WIDGET (fixture->grid), "grid.fill-blanks", NULL);

  g_assert_cmpstr (grid_get (fixture, "requests/granted/natural-person"), ==, "0");
  g_assert_cmpstr (grid_get (fixture, "requests/granted/enterprise"), ==, "0");
  g_assert_cmpstr (grid_get (fixture, "requests/granted/research"), ==, "/");
  g_assert_null (grid_get (fixture, "requests/granted/total"));
  g_assert_cmpstr (grid_get (fixture, "cases/review/total"), ==, "");

  gj_history_undo (gj_session_get_history (fixture->session));
  g_assert_cmpstr (grid_get (fixture, "requests/granted/natural-person"), ==, "");
  g_assert_cmpstr (grid_get (fixture, "requests/granted/enterprise"), ==, " ");
}

static void
test_total_cell (void)
{
  g_autoptr (GridFixture) fixture = grid_fixture_new ("requests");

  grid_set (fixture, "requests/granted/natural-person", "7");
  grid_set (fixture, "requests/granted/legal-service", "2");
  grid_go (fixture, "requests/granted/total");
  grid_press (fixture, GDK_KEY_equal, GDK_ALT_MASK);
  g_assert_cmpstr (grid_get (fixture, "requests/granted/total"), ==, "9");

  grid_go (fixture, "requests/granted/natural-person");
  grid_press (fixture, GDK_KEY_equal, GDK_ALT_MASK);
  g_assert_cmpstr (grid_get (fixture, "requests/granted/natural-person"), ==, "7");
  g_assert_cmpuint (fixture->notices->len, >, 0);

  grid_press (fixture, GDK_KEY_F9, 0);
  g_assert_cmpuint (fixture->n_totals_requested, ==, 1);
}

/* Reviewing changes nothing, and says why. */

static void
test_reviewing (void)
{
  static const struct { guint key; GdkModifierType modifiers; } keys[] = {
    { GDK_KEY_5, 0 }, { GDK_KEY_F2, 0 }, { GDK_KEY_Delete, 0 }, { GDK_KEY_d, GDK_CONTROL_MASK },
    { GDK_KEY_v, GDK_CONTROL_MASK }, { GDK_KEY_x, GDK_CONTROL_MASK }, { GDK_KEY_F9, 0 },
    { GDK_KEY_equal, GDK_ALT_MASK },
  };
  g_autoptr (GridFixture) fixture = grid_fixture_new ("requests");

  grid_go (fixture, "requests/granted/natural-person");
  gj_session_set_mode (fixture->session, GJ_MODE_REVIEWING);

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_string_truncate (fixture->notices, 0);
      grid_press (fixture, keys[i].key, keys[i].modifiers);
      g_assert_false (gj_grid_is_editing (fixture->grid));
      g_assert_cmpuint (fixture->notices->len, >, 0);
    }

  g_assert_false (gj_history_can_undo (gj_session_get_history (fixture->session)));
  gtk_test_accessible_assert_property (fixture->grid, GTK_ACCESSIBLE_PROPERTY_READ_ONLY, TRUE);
  g_assert_true (grid_press (fixture, GDK_KEY_Down, 0));
  g_assert_cmpstr (grid_get_active (fixture), ==, "requests/granted-in-part/natural-person");
}

static void
test_clipboard (void)
{
  g_autoptr (GridFixture) fixture = grid_fixture_new ("requests");

  grid_set (fixture, "requests/granted/natural-person", "１２ 件");
  grid_set (fixture, "requests/granted-in-part/enterprise", "3");
  grid_go (fixture, "requests/granted/natural-person");
  grid_press (fixture, GDK_KEY_Right, GDK_SHIFT_MASK);
  grid_press (fixture, GDK_KEY_Down, GDK_SHIFT_MASK);
  grid_press (fixture, GDK_KEY_c, GDK_CONTROL_MASK);
  grid_go (fixture, "requests/rejected-repeat/public-welfare");
  grid_paste (fixture);

  g_assert_cmpstr (grid_get (fixture, "requests/rejected-repeat/public-welfare"), ==, "１２ 件");
  g_assert_cmpstr (grid_get (fixture, "requests/rejected-publication/legal-service"), ==, "3");
  g_assert_cmpstr (fixture->notices->str, ==, "");

  /* One step, and it selects what it wrote. */
  g_assert_true (_gj_grid_has_range (fixture->grid));
  gj_history_undo (gj_session_get_history (fixture->session));
  g_assert_cmpstr (grid_get (fixture, "requests/rejected-repeat/public-welfare"), ==, "0");
  g_assert_cmpstr (grid_get (fixture, "requests/rejected-publication/legal-service"), ==, "0");

  grid_go (fixture, "requests/carried-out/total");
  grid_paste (fixture);
  g_assert_nonnull (strstr (fixture->notices->str, "3 of 4"));
}

static void
test_cut (void)
{
  g_autoptr (GridFixture) fixture = grid_fixture_new ("requests");

  grid_set (fixture, "requests/granted/natural-person", "7");
  grid_go (fixture, "requests/granted/natural-person");
  grid_press (fixture, GDK_KEY_x, GDK_CONTROL_MASK);
  g_assert_cmpstr (grid_get (fixture, "requests/granted/natural-person"), ==, "");

  grid_go (fixture, "requests/received/natural-person");
  grid_press (fixture, GDK_KEY_Right, GDK_SHIFT_MASK);
  grid_paste (fixture);
  g_assert_cmpstr (grid_get (fixture, "requests/received/natural-person"), ==, "7");
  g_assert_cmpstr (grid_get (fixture, "requests/received/enterprise"), ==, "7");
}

static void
test_variant (void)
{
  g_autoptr (GridFixture) fixture = grid_fixture_new ("requests");
  g_autoptr (GjEdit) edit = gj_edit_new ("Test");

  grid_go (fixture, "requests/other-unpaid/total");
  gj_edit_set_variant (edit, fixture->report, "old-row");
  gj_session_push (fixture->session, edit);
  grid_settle (fixture);
  g_assert_null (grid_get_item (fixture, "requests/other-unpaid/total"));
  g_assert_nonnull (grid_get_item (fixture, "requests/other-else/total"));

  gj_history_undo (gj_session_get_history (fixture->session));
  grid_settle (fixture);
  g_assert_nonnull (grid_get_item (fixture, "requests/other-unpaid/total"));
}

static void
test_properties (void)
{
  g_autoptr (GtkWidget) grid = g_object_ref_sink (gj_grid_new ());
  g_autoptr (GjSession) session = NULL;
  guint table;
  guint n_notified = 0;

  g_object_get (grid, "session", &session, "table", &table, NULL);
  g_assert_null (session);
  g_assert_cmpuint (table, ==, GJ_NONE);
  g_assert_false (gtk_widget_grab_focus (grid));
  g_assert_cmpuint (gj_grid_count_blanks (GJ_GRID (grid)), ==, 0);

  g_signal_connect_swapped (grid, "notify::table", G_CALLBACK (g_atomic_int_inc), &n_notified);
  g_object_set (grid, "table", 1, NULL);
  g_object_set (grid, "table", 1, NULL);
  g_assert_cmpuint (n_notified, ==, 1);
}

static void
test_finalize (void)
{
  GridFixture *fixture = grid_fixture_new ("requests");
  GtkWidget *grid = g_object_ref (GTK_WIDGET (fixture->grid));
  GjSession *session = g_object_ref (fixture->session);

  grid_go (fixture, "requests/granted/natural-person");
  grid_type (fixture, "27");
  grid_fixture_free (fixture);

  while (g_main_context_iteration (NULL, FALSE))
    ;

  g_assert_finalize_object (grid);
  g_assert_finalize_object (session);
}

int
main (int   argc,
      char *argv[])
{
  grid_init (&argc, &argv);

  for (guint i = 0; i < G_N_ELEMENTS (key_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/app/grid/key/%s", key_cases[i].name);

      g_test_add_data_func (path, &key_cases[i], test_key);
    }

  g_test_add_func ("/app/grid/tab-leaves", test_tab_leaves);
  g_test_add_func ("/app/grid/type", test_type);
  g_test_add_func ("/app/grid/type-exactly", test_type_exactly);
  g_test_add_func ("/app/grid/escape", test_escape);
  g_test_add_func ("/app/grid/open", test_open);
  g_test_add_func ("/app/grid/composing", test_composing);
  g_test_add_func ("/app/grid/leaving-commits", test_leaving_commits);
  g_test_add_func ("/app/grid/clear", test_clear);
  g_test_add_func ("/app/grid/range", test_range);
  g_test_add_func ("/app/grid/fill", test_fill);
  g_test_add_func ("/app/grid/fill-blanks", test_fill_blanks);
  g_test_add_func ("/app/grid/total-cell", test_total_cell);
  g_test_add_func ("/app/grid/reviewing", test_reviewing);
  g_test_add_func ("/app/grid/clipboard", test_clipboard);
  g_test_add_func ("/app/grid/cut", test_cut);
  g_test_add_func ("/app/grid/variant", test_variant);
  g_test_add_func ("/app/grid/properties", test_properties);
  g_test_add_func ("/app/grid/finalize", test_finalize);

  return g_test_run ();
}
