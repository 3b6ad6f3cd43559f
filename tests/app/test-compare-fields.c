/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare-window.h"
#include "gj-compare-bar.h"
#include "gj-compare-field.h"
#include "gj-compare-fields.h"

/* Title, signature and headings of two versions: the newer ones are written into. */

static void
set_up (CompareWindow *self,
        gconstpointer  data)
{
  GjReport *old_report = compare_window_create_report (2025, "云溪市发展和改革局");
  GjReport *new_report = compare_window_create_report (2025, "云溪市发展和改革局");

  gj_report_init_field (old_report, GJ_FIELD_SIGNATURE, "云溪市发展和改革局");
  gj_report_init_field (new_report, GJ_FIELD_SIGNATURE, "云溪市发改局");
  gj_report_init_field (new_report, GJ_FIELD_BODY_KIND, "government");
  gj_report_init_field (new_report, GJ_FIELD_POSTCODE, "99810");
  gj_report_init_heading (new_report, 4, "五、存在的问题");
  compare_window_open (self, old_report, new_report);
  compare_window_go_to (self, GJ_COVER);
}

static void
tear_down (CompareWindow *self,
           gconstpointer  data)
{
  compare_window_close (self);
}

static GjCompareFields *
get_fields (CompareWindow *self)
{
  GtkWidget *fields = compare_window_find (GTK_WIDGET (self->window), GJ_TYPE_COMPARE_FIELDS);

  g_assert_nonnull (fields);

  return GJ_COMPARE_FIELDS (fields);
}

static GtkWidget *
find_line (GtkWidget *widget,
           guint      order)
{
  if (GJ_IS_COMPARE_FIELD (widget))
    return gj_compare_field_get_order (GJ_COMPARE_FIELD (widget)) == order ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_line (child, order);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static GtkWidget *
get_line (CompareWindow *self,
          guint          order)
{
  GtkWidget *line = find_line (GTK_WIDGET (get_fields (self)), order);

  g_assert_nonnull (line);

  return line;
}

static GtkEditable *
get_entry (CompareWindow *self,
           guint          order)
{
  GtkWidget *entry = compare_window_find (get_line (self, order), GTK_TYPE_ENTRY);

  g_assert_nonnull (entry);

  return GTK_EDITABLE (entry);
}

static const char *
get_field (CompareWindow *self,
           GjField        field)
{
  return gj_report_get_field (gj_session_get_report (self->session), field);
}

static void
write_into (CompareWindow *self,
            guint          order,
            const char    *text)
{
  GtkEditable *entry = get_entry (self, order);

  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (entry)));
  gtk_editable_set_text (entry, text);
  gj_compare_fields_commit (get_fields (self));
  compare_window_settle ();
}

static void
test_write (CompareWindow *self,
            gconstpointer  data)
{
  g_assert_cmpuint (gj_compare_fields_get_n_changes (get_fields (self)), ==, 4);
  g_assert_cmpstr (gtk_editable_get_text (get_entry (self, GJ_FIELD_SIGNATURE)), ==, "云溪市发改局");
  write_into (self, GJ_FIELD_SIGNATURE, "云溪市发展改革局");
  g_assert_cmpstr (get_field (self, GJ_FIELD_SIGNATURE), ==, "云溪市发展改革局");

  g_assert_true (compare_window_do (self, "report.undo"));
  g_assert_cmpstr (get_field (self, GJ_FIELD_SIGNATURE), ==, "云溪市发改局");
  g_assert_cmpstr (gtk_editable_get_text (get_entry (self, GJ_FIELD_SIGNATURE)), ==, "云溪市发改局");
}

/* What is made the same is no change any more, but does not vanish while one looks at it. */
static void
test_same (CompareWindow *self,
           gconstpointer  data)
{
  GtkWidget *line = get_line (self, GJ_FIELD_SIGNATURE);

  write_into (self, GJ_FIELD_SIGNATURE, "云溪市发展和改革局");
  g_assert_cmpuint (gj_compare_fields_get_n_changes (get_fields (self)), ==, 3);
  g_assert_true (gtk_widget_get_mapped (line));

  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (get_entry (self, GJ_FIELD_POSTCODE))));
  g_object_set (gj_window_get_compare (self->window), "hide-same", TRUE, NULL);
  compare_window_settle ();
  g_assert_false (gtk_widget_get_mapped (line));
  g_assert_true (compare_window_do (self, "report.undo"));
  g_assert_true (gtk_widget_get_mapped (line));
}

static void
test_heading (CompareWindow *self,
              gconstpointer  data)
{
  GjReport *report = gj_session_get_report (self->session);

  write_into (self, GJ_N_FIELDS + 4, "五、问题和改进");
  g_assert_cmpstr (gj_report_get_heading (report, 4), ==, "五、问题和改进");
  g_assert_true (compare_window_do (self, "report.undo"));
  g_assert_cmpstr (gj_report_get_heading (report, 4), ==, "五、存在的问题");
}

static void
test_kind (CompareWindow *self,
           gconstpointer  data)
{
  GtkWidget *choice = compare_window_find (get_line (self, GJ_FIELD_BODY_KIND), GTK_TYPE_DROP_DOWN);

  g_assert_nonnull (choice);
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (choice)), ==, 2);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), 1);
  compare_window_settle ();
  g_assert_cmpstr (get_field (self, GJ_FIELD_BODY_KIND), ==, "department");
  g_assert_true (compare_window_do (self, "report.undo"));
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (choice)), ==, 2);
}

/* A doubtful value is said as on the page of the cover, and written all the same. */
static void
test_doubt (CompareWindow *self,
            gconstpointer  data)
{
  GtkWidget *line = get_line (self, GJ_FIELD_POSTCODE);
  guint n_labels = 0;

  write_into (self, GJ_FIELD_POSTCODE, "99810x");
  g_assert_cmpstr (get_field (self, GJ_FIELD_POSTCODE), ==, "99810x");
  for (GtkWidget *child = gtk_widget_get_first_child (
         gtk_widget_get_parent (GTK_WIDGET (get_entry (self, GJ_FIELD_POSTCODE))));
       child != NULL; child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_has_css_class (child, "doubt") && gtk_widget_get_visible (child))
      n_labels++;
  g_assert_cmpuint (n_labels, ==, 1);
  g_assert_true (gj_compare_field_is_changed (GJ_COMPARE_FIELD (line)));
}

static void
test_reviewing (CompareWindow *self,
                gconstpointer  data)
{
  GtkWidget *line = get_line (self, GJ_FIELD_SIGNATURE);

  gj_session_set_mode (self->session, GJ_MODE_REVIEWING);
  compare_window_settle ();
  g_assert_null (compare_window_find (line, GTK_TYPE_ENTRY));
  g_assert_null (compare_window_find (get_line (self, GJ_FIELD_BODY_KIND), GTK_TYPE_DROP_DOWN));
  g_assert_cmpuint (gj_compare_fields_get_n_changes (get_fields (self)), ==, 4);
  gj_session_set_mode (self->session, GJ_MODE_DRAFTING);
  compare_window_settle ();
  g_assert_nonnull (compare_window_find (line, GTK_TYPE_ENTRY));
}

/* The keys for the next change stop at every field; what is typed is kept on the way. */
static void
test_steps (CompareWindow *self,
            gconstpointer  data)
{
  static const guint orders[] = {
    GJ_FIELD_BODY_KIND, GJ_FIELD_POSTCODE, GJ_FIELD_SIGNATURE, GJ_N_FIELDS + 4,
  };

  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      GjCompareField *line = GJ_COMPARE_FIELD (get_line (self, orders[i]));

      g_assert_true (compare_window_do (self, "report.next-change"));
      g_assert_true (gj_compare_field_has_focus (line));
      if (orders[i] == GJ_FIELD_POSTCODE)
        gtk_editable_set_text (get_entry (self, orders[i]), "998100");
    }
  g_assert_cmpstr (get_field (self, GJ_FIELD_POSTCODE), ==, "998100");
}

/* Of fields there stay those with another number; the switch says where it has no use. */
static void
test_numbers_only (CompareWindow *self,
                   gconstpointer  data)
{
  GtkWidget *bar = compare_window_find (GTK_WIDGET (self->window), GJ_TYPE_COMPARE_BAR);
  GtkWidget *toggle = NULL;

  g_assert_nonnull (bar);
  for (GtkWidget *child = compare_window_find (bar, GTK_TYPE_TOGGLE_BUTTON); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_TOGGLE_BUTTON (child)
        && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (child)),
                      "compare.numbers-only") == 0)
      toggle = child;
  g_assert_nonnull (toggle);

  gtk_widget_grab_focus (GTK_WIDGET (get_entry (self, GJ_FIELD_POSTCODE)));
  g_object_set (gj_window_get_compare (self->window), "numbers-only", TRUE, NULL);
  compare_window_settle ();
  g_assert_true (gtk_widget_get_mapped (get_line (self, GJ_FIELD_POSTCODE)));
  g_assert_false (gtk_widget_get_mapped (get_line (self, GJ_FIELD_SIGNATURE)));
  g_assert_false (gtk_widget_get_mapped (get_line (self, GJ_N_FIELDS + 4)));
  g_assert_cmpuint (gj_compare_fields_get_n_changes (get_fields (self)), ==, 1);
  g_assert_true (gtk_widget_get_sensitive (toggle));

  compare_window_go_to (self, 2);
  g_assert_false (gtk_widget_get_sensitive (toggle));
  g_assert_nonnull (gtk_widget_get_tooltip_text (toggle));
  compare_window_go_to (self, 0);
  g_assert_true (gtk_widget_get_sensitive (toggle));

  g_object_set (gj_window_get_compare (self->window), "numbers-only", FALSE, NULL);
  compare_window_go_to (self, GJ_COVER);
  g_assert_true (gtk_widget_get_mapped (get_line (self, GJ_FIELD_SIGNATURE)));
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
    { "/app/compare-fields/write", test_write },
    { "/app/compare-fields/same", test_same },
    { "/app/compare-fields/heading", test_heading },
    { "/app/compare-fields/kind", test_kind },
    { "/app/compare-fields/doubt", test_doubt },
    { "/app/compare-fields/reviewing", test_reviewing },
    { "/app/compare-fields/steps", test_steps },
    { "/app/compare-fields/numbers-only", test_numbers_only },
  };

  compare_window_init_test (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, CompareWindow, NULL, set_up, tests[i].test, tear_down);

  return g_test_run ();
}
