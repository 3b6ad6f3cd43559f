/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare-window.h"

#include <locale.h>

#include "gj-application.h"
#include "gj-new-dialog.h"

GjReport *
compare_window_create_report (int         year,
                              const char *body)
{
  GjForm *form = gj_form_catalogue_find ("guoban-2021");
  GjReport *report = gj_report_new_for_body (form, body, "department", year, TRUE);

  gj_report_init_cell (report, compare_window_find_cell ("requests/received/natural-person"), "41");
  gj_report_init_cell (report, compare_window_find_cell ("requests/received/total"), "41");

  return report;
}

guint
compare_window_find_cell (const char *id)
{
  guint cell = gj_form_find_cell (gj_form_catalogue_find ("guoban-2021"), id);

  g_assert_cmpuint (cell, !=, GJ_NONE);

  return cell;
}

void
compare_window_settle (void)
{
  for (guint i = 0; i < 20; i++)
    {
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_usleep (1000);
    }
}

void
compare_window_open (CompareWindow *self,
                     GjReport      *old_report,
                     GjReport      *new_report)
{
  self->old_report = old_report;
  self->application = gtk_application_new ("io.github.gouji.Test", G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (self->application), NULL, NULL));
  gj_application_install_keys (self->application);
  self->window = gj_window_new (self->application);
  self->session = gj_session_new (new_report);
  g_object_unref (new_report);
  gj_window_set_session (self->window, self->session);
  gtk_window_present (GTK_WINDOW (self->window));
  compare_window_settle ();
  gj_window_compare (self->window, self->old_report, "old.docx");
  compare_window_settle ();
}

void
compare_window_close (CompareWindow *self)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  g_clear_object (&self->session);
  g_clear_object (&self->old_report);
  compare_window_settle ();
  g_clear_object (&self->application);
}

gboolean
compare_window_do (CompareWindow *self,
                   const char    *action)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self->window));
  gboolean done = gtk_widget_activate_action_variant (focus != NULL ? focus
                                                      : GTK_WIDGET (self->window), action, NULL);

  compare_window_settle ();

  return done;
}

GtkWidget *
compare_window_find (GtkWidget *widget,
                     GType      type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && gtk_widget_get_mapped (widget))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = compare_window_find (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

void
compare_window_go_to (CompareWindow *self,
                      guint          section)
{
  gj_selection_set_section (gj_session_get_selection (self->session), section);
  compare_window_settle ();
}

/* Not the whole isolation of GLib: icons need the types that the system knows. */
void
compare_window_init_test (int    *argc,
                          char ***argv)
{
  g_autofree char *state = g_dir_make_tmp ("gouji-state-XXXXXX", NULL);

  g_setenv ("XDG_STATE_HOME", state, TRUE);
  g_test_init (argc, argv, NULL);
  setlocale (LC_ALL, "");
  adw_init ();
}
