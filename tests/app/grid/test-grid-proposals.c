/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>
#include <string.h>

#include "gj-grid-copy.h"
#include "grid-support.h"

/* What follows from last year's report, in the cells that wait for it. */

#define ENTERPRISE "requests/carried-in/enterprise"
#define RESEARCH "requests/carried-in/research"
#define TOTAL "requests/carried-in/total"
#define IN_FORCE "disclosure/normative-documents/in-force"

static void
set_past (GridFixture *fixture,
          GjEdit      *edit,
          const char  *id,
          const char  *text)
{
  g_autofree char *name = g_strconcat (GJ_LAST_YEAR_SETTING_CELL, id, NULL);

  gj_edit_set_setting (edit, fixture->report, name, text);
}

static GridFixture *
open_table (const char *table)
{
  static const char *const blanks[] = { ENTERPRISE, RESEARCH, TOTAL, IN_FORCE,
                                        "disclosure/normative-documents/issued",
                                        "disclosure/normative-documents/repealed" };
  GridFixture *fixture = grid_fixture_new (table);
  g_autoptr (GjEdit) edit = gj_edit_new ("Test");

  for (guint i = 0; i < G_N_ELEMENTS (blanks); i++)
    gj_edit_set_cell (edit, fixture->report, grid_find_cell (fixture, blanks[i]), "");
  gj_edit_set_setting (edit, fixture->report, GJ_LAST_YEAR_SETTING_YEAR, "2023");
  set_past (fixture, edit, "requests/carried-out/enterprise", "5");
  set_past (fixture, edit, "requests/carried-out/research", "0");
  set_past (fixture, edit, "requests/carried-out/total", "5");
  set_past (fixture, edit, IN_FORCE, "47");
  gj_session_push (fixture->session, edit);
  grid_settle (fixture);

  return fixture;
}

static const char *
get_proposed (GridFixture *fixture,
              const char  *id)
{
  return gj_grid_cell_get_proposed (grid_get_item (fixture, id));
}

static void
test_shown (void)
{
  g_autoptr (GridFixture) fixture = open_table ("requests");
  GjGridCell *item = grid_get_item (fixture, ENTERPRISE);

  g_assert_cmpstr (get_proposed (fixture, ENTERPRISE), ==, "5");
  g_assert_cmpstr (get_proposed (fixture, RESEARCH), ==, "0");
  g_assert_null (get_proposed (fixture, "requests/carried-in/natural-person"));
  g_assert_null (get_proposed (fixture, "requests/received/enterprise"));

  /* Where it comes from is said and heard. */
  g_assert_nonnull (strstr (gj_grid_cell_get_source (item), "Ctrl+Enter"));
  g_assert_nonnull (strstr (gj_grid_cell_get_source (item), "In the report of 2023"));
  g_assert_nonnull (strstr (gj_grid_cell_get_label (item), gj_grid_cell_get_source (item)));
  g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION));

  /* What is typed stands in its place, and goes again. */
  grid_set (fixture, ENTERPRISE, "7");
  grid_settle (fixture);
  g_assert_null (get_proposed (fixture, ENTERPRISE));
  g_assert_null (gj_grid_cell_get_source (item));
  gj_session_undo (fixture->session);
  grid_settle (fixture);
  g_assert_cmpstr (get_proposed (fixture, ENTERPRISE), ==, "5");
}

/* It is no number of the report: not its text, not what is copied or edited. */

static void
test_not_of_the_report (void)
{
  g_autoptr (GridFixture) fixture = open_table ("requests");
  GjGridRange range;
  g_autofree char *copied = NULL;

  grid_go (fixture, ENTERPRISE);
  range = _gj_grid_get_range (fixture->grid);
  copied = gj_grid_copy_text (fixture->grid->model, fixture->report, &range);
  g_assert_cmpstr (g_strstrip (copied), ==, "");
  g_assert_cmpstr (grid_get (fixture, ENTERPRISE), ==, "");
  g_assert_cmpstr (gj_grid_item_get_text (GJ_GRID_ITEM (grid_get_item (fixture, ENTERPRISE))), ==, "");

  grid_press (fixture, GDK_KEY_F2, 0);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (fixture->grid->editor)), ==, "");
  grid_press (fixture, GDK_KEY_Return, 0);
  g_assert_cmpstr (grid_get (fixture, ENTERPRISE), ==, "");
}

static void
test_key (void)
{
  static const struct { guint key; GdkModifierType modifiers; } silent[] = {
    { GDK_KEY_Return, 0 }, { GDK_KEY_Tab, 0 }, { GDK_KEY_Right, 0 }, { GDK_KEY_Return, GDK_SHIFT_MASK },
  };
  g_autoptr (GridFixture) fixture = open_table ("requests");

  for (guint i = 0; i < G_N_ELEMENTS (silent); i++)
    {
      grid_go (fixture, ENTERPRISE);
      grid_press (fixture, silent[i].key, silent[i].modifiers);
      g_assert_cmpstr (grid_get (fixture, ENTERPRISE), ==, "");
    }

  grid_go (fixture, ENTERPRISE);
  g_assert_true (grid_press (fixture, GDK_KEY_Return, GDK_CONTROL_MASK));
  grid_settle (fixture);
  g_assert_cmpstr (grid_get (fixture, ENTERPRISE), ==, "5");
  g_assert_cmpstr (grid_get (fixture, TOTAL), ==, "");
  g_assert_cmpstr (grid_get_active (fixture), ==, ENTERPRISE);
  g_assert_null (get_proposed (fixture, ENTERPRISE));
  gj_session_undo (fixture->session);
  g_assert_cmpstr (grid_get (fixture, ENTERPRISE), ==, "");

  g_assert_true (grid_press (fixture, GDK_KEY_KP_Enter, GDK_CONTROL_MASK));
  g_assert_cmpstr (grid_get (fixture, ENTERPRISE), ==, "5");
}

/* Over a number nothing is taken, and it is said that nothing was. */

static void
test_nothing_to_take (void)
{
  g_autoptr (GridFixture) fixture = open_table ("requests");

  grid_set (fixture, ENTERPRISE, "7");
  grid_go (fixture, ENTERPRISE);
  g_assert_true (grid_press (fixture, GDK_KEY_Return, GDK_CONTROL_MASK));
  g_assert_cmpstr (grid_get (fixture, ENTERPRISE), ==, "7");
  g_assert_nonnull (strstr (fixture->notices->str, "No number is proposed here"));
}

static void
test_range (void)
{
  g_autoptr (GridFixture) fixture = open_table ("requests");

  grid_go (fixture, ENTERPRISE);
  grid_press (fixture, GDK_KEY_End, GDK_SHIFT_MASK);
  grid_press (fixture, GDK_KEY_Return, GDK_CONTROL_MASK);
  g_assert_cmpstr (grid_get (fixture, ENTERPRISE), ==, "5");
  g_assert_cmpstr (grid_get (fixture, RESEARCH), ==, "0");
  g_assert_cmpstr (grid_get (fixture, TOTAL), ==, "5");
  gj_session_undo (fixture->session);
  g_assert_cmpstr (grid_get (fixture, ENTERPRISE), ==, "");
  g_assert_cmpstr (grid_get (fixture, TOTAL), ==, "");
}

/* A number that waits for others says for which, and is there with the last of them. */

static void
test_waiting (void)
{
  g_autoptr (GridFixture) fixture = open_table ("disclosure");
  GjGridCell *item = grid_get_item (fixture, IN_FORCE);

  g_assert_cmpstr (get_proposed (fixture, IN_FORCE), ==, "…");
  g_assert_nonnull (strstr (gj_grid_cell_get_source (item), "waits for"));
  grid_go (fixture, IN_FORCE);
  grid_press (fixture, GDK_KEY_Return, GDK_CONTROL_MASK);
  g_assert_cmpstr (grid_get (fixture, IN_FORCE), ==, "");
  g_assert_nonnull (strstr (fixture->notices->str, "waits for"));

  grid_set (fixture, "disclosure/normative-documents/issued", "11");
  grid_set (fixture, "disclosure/normative-documents/repealed", "4");
  grid_settle (fixture);
  g_assert_cmpstr (get_proposed (fixture, IN_FORCE), ==, "54");
  grid_press (fixture, GDK_KEY_Return, GDK_CONTROL_MASK);
  g_assert_cmpstr (grid_get (fixture, IN_FORCE), ==, "54");
}

/* A reviewer sees the report as it is. */

static void
test_reviewing (void)
{
  g_autoptr (GridFixture) fixture = open_table ("requests");

  grid_go (fixture, ENTERPRISE);
  gj_session_set_mode (fixture->session, GJ_MODE_REVIEWING);
  grid_settle (fixture);
  g_assert_null (get_proposed (fixture, ENTERPRISE));
  grid_press (fixture, GDK_KEY_Return, GDK_CONTROL_MASK);
  g_assert_cmpstr (grid_get (fixture, ENTERPRISE), ==, "");

  gj_session_set_mode (fixture->session, GJ_MODE_DRAFTING);
  grid_settle (fixture);
  g_assert_cmpstr (get_proposed (fixture, ENTERPRISE), ==, "5");
}

/* "Fill the blanks with 0" drowns no proposed number. */

static void
test_fill_blanks (void)
{
  g_autoptr (GridFixture) fixture = open_table ("requests");

  grid_set (fixture, "requests/granted/total", "");
  g_assert_cmpuint (gj_grid_count_blanks (fixture->grid), ==, 2);
  g_assert_true (gj_grid_fill_blanks (fixture->grid));
  g_assert_cmpstr (grid_get (fixture, "requests/granted/total"), ==, "0");
  g_assert_cmpstr (grid_get (fixture, RESEARCH), ==, "0");
  g_assert_cmpstr (grid_get (fixture, ENTERPRISE), ==, "");
  g_assert_cmpstr (grid_get (fixture, TOTAL), ==, "");
  g_assert_nonnull (strstr (fixture->notices->str, "2 cells were left blank"));
  g_assert_true (gj_grid_fill_blanks (fixture->grid));
}

typedef struct
{
  const char *name;
  const char *sheets[3];
} ThemeCase;

static const ThemeCase theme_cases[] = {
  { "light", { "grid.css" } },
  { "dark", { "grid-dark.css", "grid.css" } },
  { "high-contrast", { "grid-hc.css", "grid.css" } },
  { "high-contrast-dark", { "grid-hc-dark.css", "grid-dark.css", "grid.css" } },
};

/* The colour of a node in the first sheet that gives it one. */

static GdkRGBA
find_color (const ThemeCase *test,
            const char      *node)
{
  g_autofree char *start = g_strdup_printf ("gjink.%s { color: ", node);
  GdkRGBA color = { 0, 0, 0, 0 };

  for (guint i = 0; i < G_N_ELEMENTS (test->sheets) && test->sheets[i] != NULL && color.alpha == 0; i++)
    {
      g_autofree char *path = g_build_filename (g_getenv ("GJ_SOURCE_ROOT"), "ui", test->sheets[i], NULL);
      g_autofree char *sheet = NULL;
      g_autofree char *value = NULL;
      const char *found;

      g_assert_true (g_file_get_contents (path, &sheet, NULL, NULL));
      found = strstr (sheet, start);
      if (found == NULL)
        continue;

      value = g_strndup (found + strlen (start), 7);
      g_assert_true (gdk_rgba_parse (&color, value));
    }

  g_assert_cmpfloat (color.alpha, ==, 1);

  return color;
}

static double
get_light (float channel)
{
  return channel <= 0.03928 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

static double
get_luminance (GdkRGBA color)
{
  return 0.2126 * get_light (color.red) + 0.7152 * get_light (color.green) + 0.0722 * get_light (color.blue);
}

static void
test_contrast (gconstpointer data)
{
  static const char *const papers[] = { "paper", "total", "related", "wrong-paper", "doubtful-paper" };
  double ink = get_luminance (find_color (data, "proposed"));

  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      double paper = get_luminance (find_color (data, papers[i]));

      g_assert_cmpfloat ((MAX (ink, paper) + 0.05) / (MIN (ink, paper) + 0.05), >=, 4.5);
    }
}

int
main (int    argc,
      char **argv)
{
  grid_init (&argc, &argv);

  g_test_add_func ("/app/grid-proposals/shown", test_shown);
  g_test_add_func ("/app/grid-proposals/not-of-the-report", test_not_of_the_report);
  g_test_add_func ("/app/grid-proposals/key", test_key);
  g_test_add_func ("/app/grid-proposals/nothing-to-take", test_nothing_to_take);
  g_test_add_func ("/app/grid-proposals/range", test_range);
  g_test_add_func ("/app/grid-proposals/waiting", test_waiting);
  g_test_add_func ("/app/grid-proposals/reviewing", test_reviewing);
  g_test_add_func ("/app/grid-proposals/fill-blanks", test_fill_blanks);
  for (guint i = 0; i < G_N_ELEMENTS (theme_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/app/grid-proposals/contrast/", theme_cases[i].name, NULL);

      g_test_add_data_func (path, &theme_cases[i], test_contrast);
    }

  return g_test_run ();
}
