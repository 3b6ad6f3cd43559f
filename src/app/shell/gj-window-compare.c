/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-window-private.h"

#include <glib/gi18n-lib.h>

#include "gj-file-choice.h"
#include "gj-file-filters.h"

/* Putting another report beside the open one. It is read as any other, by the worker when
 * it is foreign; it is never written to. The newer of the two is the one that is open: when
 * the other is newer, that one gets a window of its own and this one stands beside it. */

/* Reading takes no time that anybody sees; a slow disk shows that something is under way,
 * and can be thought better of. */
#define SHOW_READING_MS 250

static void
update_button (GjWindow *self)
{
  gboolean is_comparing = self->compare != NULL;

  gtk_button_set_label (GTK_BUTTON (self->compare_button),
                        is_comparing ? _("Leave Comparison") : _("Compare Years"));
  gtk_widget_set_tooltip_text (self->compare_button,
                               is_comparing ? _("Back to the report alone (Esc)")
                                            : _("Put Last Year’s Report beside This One (F7)"));
}

/* While another year is beside it, that is what the report is checked against. */
static void
check_against (GjWindow   *self,
               GjReport   *report,
               const char *name)
{
  GjChecker *checker = gj_session_get_checker (self->session);

  if (gj_checker_get_last_year (checker) != report)
    gj_checker_set_last_year (checker, report, name);
}

void
_gj_window_end_comparison (GjWindow *self)
{
  if (self->compare == NULL)
    return;

  if (gj_compare_is_years (self->compare))
    check_against (self, gj_session_get_last_year (self->session),
                   gj_session_get_last_year_name (self->session));
  g_clear_object (&self->compare);
  gj_report_view_set_compare (self->view, NULL);
  _gj_window_queue_title (self);
  _gj_window_update_actions (self);
}

/* (nullable) */
GjCompare *
gj_window_get_compare (GjWindow *self)
{
  g_return_val_if_fail (GJ_IS_WINDOW (self), NULL);

  return self->compare;
}

/* Puts a report that has been read beside the open one, whatever their years. */
void
gj_window_compare (GjWindow   *self,
                   GjReport   *report,
                   const char *name)
{
  g_autoptr (GjReport) snapshot = NULL;

  g_return_if_fail (GJ_IS_WINDOW (self));
  g_return_if_fail (self->session != NULL);
  g_return_if_fail (GJ_IS_REPORT (report));

  snapshot = gj_report_dup_snapshot (report);
  gj_report_view_commit (self->view);
  _gj_window_end_comparison (self);
  self->compare = gj_compare_new (self->session, snapshot, name);
  g_signal_connect_object (self->compare, "notify::swapped", G_CALLBACK (_gj_window_queue_title),
                           self, G_CONNECT_SWAPPED);
  if (gj_compare_is_years (self->compare))
    check_against (self, snapshot, name);
  else
    gj_selection_set_section (gj_session_get_selection (self->session), GJ_COVER);
  gj_report_view_set_compare (self->view, self->compare);
  _gj_window_queue_title (self);
  _gj_window_update_actions (self);
}

static gboolean
is_newer (GjReport *report,
          GjReport *than)
{
  return gj_report_get_year (report) > 0 && gj_report_get_year (than) > 0
         && gj_report_get_year (report) > gj_report_get_year (than);
}

/* What was open stands beside the newer one, as it is now. */
static void
open_newer (GjWindow  *self,
            GjSession *newer)
{
  GjWindow *window = gj_window_new (gtk_window_get_application (GTK_WINDOW (self)));
  g_autofree char *directory = gj_autosave_dup_directory ();

  gj_session_keep (newer, directory);
  gj_window_set_session (window, newer);
  gj_window_compare (window, gj_session_get_report (self->session),
                     gj_document_get_name (gj_session_get_document (self->session)));
  gtk_window_present (GTK_WINDOW (window));
}

static gboolean
show_reading_cb (gpointer user_data)
{
  GjWindow *self = user_data;

  self->beside_id = 0;
  gtk_stack_set_visible_child_name (self->stack, "loading");

  return G_SOURCE_REMOVE;
}

static void
beside_read_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (GjWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GjSession) other = gj_session_open_finish (result, &error);

  g_clear_handle_id (&self->beside_id, g_source_remove);
  if (self->cancellable == NULL || g_cancellable_is_cancelled (self->cancellable))
    return;

  self->busy = FALSE;
  if (self->session == NULL)
    return;

  gtk_stack_set_visible_child_name (self->stack, "report");
  if (other == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        _gj_window_say_not_opened (self, error);
      return;
    }

  if (is_newer (gj_session_get_report (other), gj_session_get_report (self->session)))
    open_newer (self, other);
  else
    gj_window_compare (self, gj_session_get_report (other),
                       gj_document_get_name (gj_session_get_document (other)));
}

void
gj_window_compare_file (GjWindow *self,
                        GFile    *file)
{
  g_autofree char *base = NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (GJ_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  if (self->session == NULL || self->busy)
    return;

  base = g_file_get_basename (file);
  name = base != NULL ? g_filename_display_name (base) : NULL;
  gj_report_view_commit (self->view);
  _gj_window_begin_reading (self, name);
  self->beside_id = g_timeout_add (SHOW_READING_MS, show_reading_cb, self);
  gj_session_open_async (file, self->reading, beside_read_cb, g_object_ref (self));
}

/* Whether a file that is dropped onto the window is one to put beside the report. */
gboolean
_gj_window_take_beside (GjWindow *self,
                        GFile    *file)
{
  if (self->compare == NULL)
    return FALSE;

  gj_window_compare_file (self, file);

  return TRUE;
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GListModel) chosen = gj_file_choice_finish_several (result);
  g_autoptr (GFile) file = NULL;

  if (chosen == NULL || g_list_model_get_n_items (chosen) == 0)
    return;

  file = g_list_model_get_item (chosen, 0);
  gj_window_compare_file (GJ_WINDOW (source), file);
}

static void
choose (GjWindow   *self,
        const char *title)
{
  g_autoptr (GListModel) filters = gj_file_filters_new_readable ();
  g_autoptr (GFile) folder = gj_document_dup_folder (gj_session_get_document (self->session));

  gj_file_choice_open_async (GTK_WINDOW (self), title, filters, folder, chosen_cb, NULL);
}

static void
compare_year (GjWindow *self)
{
  GjReport *last = gj_session_get_last_year (self->session);
  const char *name = gj_session_get_last_year_name (self->session);

  if (last != NULL && self->compare == NULL)
    gj_window_compare (self, last, name != NULL ? name : _("Last year’s report"));
  else
    choose (self, _("Choose Last Year’s Report"));
}

static void
compare_cb (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  GjWindow *self = GJ_WINDOW (widget);

  if (self->compare != NULL)
    _gj_window_end_comparison (self);
  else
    compare_year (self);
}

static void
compare_year_cb (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  compare_year (GJ_WINDOW (widget));
}

static void
compare_version_cb (GtkWidget  *widget,
                    const char *action,
                    GVariant   *parameter)
{
  choose (GJ_WINDOW (widget), _("Choose the Older Version"));
}

static void
leave_cb (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  _gj_window_end_comparison (GJ_WINDOW (widget));
}

static void
step_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  GjWindow *self = GJ_WINDOW (widget);
  int direction = g_str_equal (action, "report.next-change") ? 1 : -1;

  if (!gj_report_view_step_change (self->view, direction))
    gj_window_notice (self, _("Nothing has changed"));
}

void
_gj_window_update_compare_actions (GjWindow *self)
{
  static const char *const comparing[] = {
    "report.leave-comparison", "report.next-change", "report.previous-change",
  };
  static const char *const starting[] = {
    "report.compare", "report.compare-year", "report.compare-version",
  };
  GtkWidget *widget = GTK_WIDGET (self);

  for (guint i = 0; i < G_N_ELEMENTS (comparing); i++)
    gtk_widget_action_set_enabled (widget, comparing[i], self->compare != NULL);
  for (guint i = 0; i < G_N_ELEMENTS (starting); i++)
    gtk_widget_action_set_enabled (widget, starting[i], self->session != NULL);
  update_button (self);
}

void
_gj_window_install_compare_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "report.compare", NULL, compare_cb);
  gtk_widget_class_install_action (widget_class, "report.compare-year", NULL, compare_year_cb);
  gtk_widget_class_install_action (widget_class, "report.compare-version", NULL,
                                   compare_version_cb);
  gtk_widget_class_install_action (widget_class, "report.leave-comparison", NULL, leave_cb);
  gtk_widget_class_install_action (widget_class, "report.next-change", NULL, step_cb);
  gtk_widget_class_install_action (widget_class, "report.previous-change", NULL, step_cb);
  /* Bubbling: whoever is nearer the keyboard takes Esc first. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0,
                                       "report.leave-comparison", NULL);
}
