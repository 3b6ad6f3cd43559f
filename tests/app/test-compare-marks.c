/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "compare-window.h"
#include "gj-badge.h"
#include "gj-compare-row.h"
#include "gj-compare-table.h"

/* What the findings say of the newer numbers stands on their lines, and pane and table
 * lead to each other. */

#define REQUESTS 2

static void
set_up (CompareWindow *self,
        gconstpointer  data)
{
  GjReport *old_report = compare_window_create_report (2024, "云溪市发展和改革局");
  GjReport *new_report = compare_window_create_report (2025, "云溪市发展和改革局");

  gj_report_init_cell (old_report, compare_window_find_cell ("requests/received/total"), "53");
  gj_report_init_cell (new_report, compare_window_find_cell ("requests/received/total"), "53");
  compare_window_open (self, old_report, new_report);
  compare_window_go_to (self, REQUESTS);
}

static void
tear_down (CompareWindow *self,
           gconstpointer  data)
{
  compare_window_close (self);
}

static GjCompareTable *
get_table (CompareWindow *self)
{
  GtkWidget *table = compare_window_find (GTK_WIDGET (self->window), GJ_TYPE_COMPARE_TABLE);

  g_assert_nonnull (table);

  return GJ_COMPARE_TABLE (table);
}

static GtkWidget *
find_row (GtkWidget *widget,
          guint      cell)
{
  if (GJ_IS_COMPARE_ROW (widget) && gtk_widget_get_mapped (widget))
    {
      GjCompareItem *item = gj_compare_row_get_item (GJ_COMPARE_ROW (widget));

      return item != NULL && gj_compare_item_get_pair (item)->new_cell == cell ? widget : NULL;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_row (child, cell);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static GtkWidget *
get_row (CompareWindow *self,
         const char    *id)
{
  return find_row (GTK_WIDGET (get_table (self)), compare_window_find_cell (id));
}

static GjFinding *
dup_finding (CompareWindow *self,
             guint          cell)
{
  g_autoptr (GPtrArray) findings =
    gj_checker_dup_cell_findings (gj_session_get_checker (self->session), cell);

  for (guint i = 0; i < findings->len; i++)
    if (gj_finding_get_main_cell (findings->pdata[i]) == cell
        && gj_finding_get_severity (findings->pdata[i]) == GJ_SEVERITY_ERROR)
      return g_object_ref (findings->pdata[i]);

  return NULL;
}

static void
write_into (CompareWindow *self,
            const char    *id,
            const char    *text)
{
  GjCompareTable *table = get_table (self);

  g_assert_true (gj_compare_table_go_to_cell (table, compare_window_find_cell (id), TRUE));
  g_assert_true (gj_compare_table_edit (table, text));
  gj_compare_table_commit (table);
  compare_window_settle ();
}

static GjSelection *
get_selection (CompareWindow *self)
{
  return gj_session_get_selection (self->session);
}

/* The sign, its words on the line, and both gone as soon as the number is right. */
static void
test_live (CompareWindow *self,
           gconstpointer  data)
{
  GtkWidget *row = get_row (self, "requests/received/total");
  g_autoptr (GjFinding) finding = dup_finding (self,
                                               compare_window_find_cell ("requests/received/total"));
  GtkWidget *badge;

  g_assert_nonnull (finding);
  g_assert_nonnull (row);
  badge = compare_window_find (row, GJ_TYPE_BADGE);
  g_assert_nonnull (badge);
  g_assert_cmpuint (gj_badge_get_severity (GJ_BADGE (badge)), ==, GJ_SEVERITY_ERROR);
  g_assert_true (gtk_widget_has_css_class (row, "wrong"));
  g_assert_nonnull (strstr (gtk_widget_get_tooltip_text (row), gj_finding_get_message (finding)));
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       gj_compare_item_get_problem (
                                         gj_compare_row_get_item (GJ_COMPARE_ROW (row))));

  write_into (self, "requests/received/total", "41");
  row = get_row (self, "requests/received/total");
  g_assert_null (compare_window_find (row, GJ_TYPE_BADGE));
  g_assert_false (gtk_widget_has_css_class (row, "wrong"));

  g_assert_true (compare_window_do (self, "report.undo"));
  g_assert_cmpuint (gj_selection_get_cell (get_selection (self)), ==,
                    compare_window_find_cell ("requests/received/total"));
  g_assert_nonnull (compare_window_find (get_row (self, "requests/received/total"),
                                         GJ_TYPE_BADGE));
}

/* Both sides say the same, but what is wrong with it is not hidden with the rest. */
static void
test_hide (CompareWindow *self,
           gconstpointer  data)
{
  guint n_lines = gj_compare_table_get_n_lines (get_table (self));

  g_object_set (gj_window_get_compare (self->window), "hide-same", TRUE, NULL);
  compare_window_settle ();
  g_assert_cmpuint (gj_compare_table_get_n_lines (get_table (self)), <, n_lines);
  g_assert_nonnull (get_row (self, "requests/received/total"));

  /* What only has to be verified is hidden; whoever goes to it sees it. */
  g_assert_null (get_row (self, "requests/denied-inquiry/total"));
  gj_selection_set_cell (get_selection (self),
                         compare_window_find_cell ("requests/denied-inquiry/total"));
  compare_window_settle ();
  g_assert_nonnull (get_row (self, "requests/denied-inquiry/total"));
}

/* What must be fixed in a column that is not looked at is said of its row. */
static void
assert_remark (CompareWindow *self,
               const char    *id,
               const char    *column)
{
  GtkWidget *row = get_row (self, id);
  g_autofree char *remark = NULL;

  g_assert_nonnull (row);
  remark = gj_compare_item_dup_remark (gj_compare_row_get_item (GJ_COMPARE_ROW (row)));
  if (column == NULL)
    g_assert_null (remark);
  else
    g_assert_nonnull (strstr (remark, column));
  g_assert_cmpint (gtk_widget_has_css_class (row, "wrong-elsewhere"), ==, column != NULL);
}

/* A line leads to its finding, and a finding to its line in whatever column. */
static void
test_lead (CompareWindow *self,
           gconstpointer  data)
{
  guint total = compare_window_find_cell ("requests/received/total");
  guint person = compare_window_find_cell ("requests/received/natural-person");
  g_autoptr (GjFinding) finding = dup_finding (self, total);
  GjFinding *selected;

  g_assert_nonnull (finding);
  gj_selection_set_finding (get_selection (self), NULL);
  g_assert_true (gj_compare_table_go_to_cell (get_table (self), total, TRUE));
  compare_window_settle ();
  selected = gj_selection_get_finding (get_selection (self));
  g_assert_nonnull (selected);
  g_assert_true (gj_finding_has_cell (selected, total));

  gj_compare_table_set_column (get_table (self), "natural-person");
  compare_window_settle ();
  g_assert_nonnull (get_row (self, "requests/received/natural-person"));
  g_assert_null (get_row (self, "requests/received/total"));
  assert_remark (self, "requests/received/natural-person", "total");
  assert_remark (self, "requests/carried-in/natural-person", NULL);
  g_assert_true (gj_compare_table_go_to_cell (get_table (self), person, TRUE));
  compare_window_settle ();
  g_assert_cmpuint (gj_selection_get_cell (get_selection (self)), ==, person);
  g_assert_true (gtk_widget_has_css_class (get_row (self, "requests/received/natural-person"),
                                           "related"));

  gj_session_go_to_finding (self->session, finding);
  compare_window_settle ();
  g_assert_nonnull (get_row (self, "requests/received/total"));
  g_assert_cmpuint (gj_selection_get_cell (get_selection (self)), ==, total);
}

/* A line with words at both sides is none where only numbers are looked at. */
static void
test_numbers_only (CompareWindow *self,
                   gconstpointer  data)
{
  g_autoptr (GjReport) other = compare_window_create_report (2024, "云溪市发展和改革局");
  guint n_lines;

  gj_report_init_cell (other, compare_window_find_cell ("requests/denied-process/total"), "略");
  gj_window_compare (self->window, other, "other.docx");
  compare_window_settle ();
  n_lines = gj_compare_table_get_n_lines (get_table (self));
  write_into (self, "requests/denied-process/total", "见附件");
  g_object_set (gj_window_get_compare (self->window), "numbers-only", TRUE, NULL);
  compare_window_settle ();
  g_assert_cmpuint (gj_compare_table_get_n_lines (get_table (self)), ==, n_lines - 1);
  g_assert_nonnull (get_row (self, "requests/received/total"));
  g_object_set (gj_window_get_compare (self->window), "numbers-only", FALSE, NULL);
  compare_window_settle ();
  g_assert_cmpuint (gj_compare_table_get_n_lines (get_table (self)), ==, n_lines);
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *path;
    void      (*test) (CompareWindow *, gconstpointer);
  } tests[] = {
    { "/app/compare-marks/live", test_live },
    { "/app/compare-marks/hide", test_hide },
    { "/app/compare-marks/lead", test_lead },
    { "/app/compare-marks/numbers-only", test_numbers_only },
  };

  compare_window_init_test (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, CompareWindow, NULL, set_up, tests[i].test, tear_down);

  return g_test_run ();
}
