/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-window-private.h"

#include <glib/gi18n-lib.h>

#include "gj-export-job.h"
#include "gj-go-dialog.h"
#include "gj-new-dialog.h"
#include "gj-preview.h"
#include "gj-totals-dialog.h"
#include "gj-verify-dialog.h"

/* The commands of the window: win.* concern the window, report.* the report in it. */

static void
open_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  _gj_window_choose_file (GJ_WINDOW (widget));
}

static void
cancel_reading_cb (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  _gj_window_cancel_reading (GJ_WINDOW (widget));
}

static void
created_cb (GjWindow    *self,
            GjReport    *report,
            GjNewDialog *dialog)
{
  g_autoptr (GjSession) session = gj_session_new (report);
  g_autofree char *directory = gj_autosave_dup_directory ();
  GjWindow *window = self;

  if (self->session != NULL)
    window = gj_window_new (gtk_window_get_application (GTK_WINDOW (self)));

  gj_session_set_years (session, gj_new_dialog_get_years (dialog));
  gj_session_follow_last_year (session);
  gj_session_keep (session, directory);
  gj_history_mark_unsaved (gj_session_get_history (session));
  gj_window_set_session (window, session);
  gtk_window_present (GTK_WINDOW (window));
}

static void
new_cb (GtkWidget  *widget,
        const char *action,
        GVariant   *parameter)
{
  GjNewDialog *dialog = gj_new_dialog_new (GTK_WINDOW (widget));
  const char *kind = g_variant_get_string (parameter, NULL);

  gj_new_dialog_set_all_zero (dialog, g_str_equal (kind, "zero"));
  g_signal_connect_object (dialog, "created", G_CALLBACK (created_cb), widget,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
  if (g_str_equal (kind, "last-year"))
    gj_new_dialog_begin_from_last_year (dialog, NULL);
}

static void
compare_files_cb (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  _gj_window_choose_pair (GJ_WINDOW (widget));
}

static void
paste_report_cb (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  _gj_window_paste_report (GJ_WINDOW (widget));
}

static void
menu_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  gtk_menu_button_popup (GJ_WINDOW (widget)->menu_button);
}

static void
save_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  _gj_window_save (GJ_WINDOW (widget), g_str_equal (action, "report.save-as"));
}

static void
keep_beside_cb (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  _gj_window_keep_beside (GJ_WINDOW (widget));
}

static void
reload_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  _gj_window_reload (GJ_WINDOW (widget));
}

static void
undo_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  GjWindow *self = GJ_WINDOW (widget);

  gj_report_view_commit (self->view);
  gj_session_undo (self->session);
}

static void
redo_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  GjWindow *self = GJ_WINDOW (widget);

  gj_report_view_commit (self->view);
  gj_session_redo (self->session);
}

static void
section_cb (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  GjWindow *self = GJ_WINDOW (widget);
  int number = g_variant_get_int32 (parameter);
  GjForm *form = gj_report_get_form (gj_session_get_report (self->session));

  if (number < 0 || number > (int) gj_form_get_n_sections (form))
    return;

  gj_report_view_commit (self->view);
  gj_selection_set_section (gj_session_get_selection (self->session),
                            number == 0 ? GJ_COVER : (guint) number - 1);
  gj_report_view_focus_page (self->view);
}

static void
step_finding_cb (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  GjWindow *self = GJ_WINDOW (widget);
  int direction = g_str_equal (action, "report.next-finding") ? 1 : -1;

  gj_report_view_commit (self->view);
  if (gj_session_step_finding (self->session, direction))
    gj_report_view_focus_place (self->view);
  else
    gj_window_notice (self, _("No findings"));
}

static void
focus_place_cb (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  gj_report_view_focus_place (GJ_WINDOW (widget)->view);
}

static void
next_pane_cb (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  gj_report_view_focus_next_pane (GJ_WINDOW (widget)->view);
}

static void
find_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  gj_report_view_begin_search (GJ_WINDOW (widget)->view, g_str_equal (action, "report.replace"));
}

static void
go_to_cell_cb (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  gj_go_dialog_present (GTK_WINDOW (widget), GJ_WINDOW (widget)->session);
}

static void
notes_cb (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  gj_report_view_show_notes (GJ_WINDOW (widget)->view);
}

static void
comment_cb (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  gj_report_view_add_comment (GJ_WINDOW (widget)->view);
}

static void
fill_blanks_cb (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  GjWindow *self = GJ_WINDOW (widget);

  gj_report_view_commit (self->view);
  if (!gj_report_view_fill_blanks (self->view))
    gj_window_notice (self, _("There is no blank cell here."));
}

static void
totals_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  GjWindow *self = GJ_WINDOW (widget);

  gj_report_view_commit (self->view);
  gj_totals_dialog_present (GTK_WINDOW (self), self->session);
}

/* Whoever would rather mend an error is led to it. */
static void
finding_chosen_cb (GjWindow  *self,
                   GjFinding *finding,
                   GtkWindow *preview)
{
  if (preview != NULL)
    gtk_window_close (preview);
  if (self->session == NULL)
    return;

  gj_session_go_to_finding (self->session, finding);
  gj_report_view_focus_place (self->view);
}

static void
preview_cb (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  GjWindow *self = GJ_WINDOW (widget);
  GjPreview *preview;

  gj_report_view_commit (self->view);
  preview = gj_preview_new (GTK_WINDOW (self), self->session);
  g_signal_connect_object (preview, "finding-chosen", G_CALLBACK (finding_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (preview));
  if (g_str_equal (action, "report.print"))
    gj_preview_print (preview);
}

static void
export_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  GjWindow *self = GJ_WINDOW (widget);

  gj_report_view_commit (self->view);
  gj_export_job_begin (GTK_WINDOW (self), self->session, self->toasts);
}

static void
last_year_cb (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  _gj_window_choose_last_year (GJ_WINDOW (widget));
}

static void
trend_cb (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  _gj_window_show_trend (GJ_WINDOW (widget));
}

/* It stays beside the report, whose places it leads to. */
static void
verify_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  GjWindow *self = GJ_WINDOW (widget);
  GjVerifyDialog *dialog;

  gj_report_view_commit (self->view);
  dialog = gj_verify_dialog_new (GTK_WINDOW (self), self->session);
  g_signal_connect_object (dialog, "place-chosen", G_CALLBACK (gj_report_view_focus_page),
                           self->view, G_CONNECT_SWAPPED);
  g_signal_connect_object (self, "notify::session", G_CALLBACK (gtk_window_destroy), dialog,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Made when it is asked for: at every start it would cost as much as the report. */
static void
shortcuts_cb (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  g_autoptr (GtkBuilder) builder =
    gtk_builder_new_from_resource ("/io/github/gouji/Gouji/shortcuts.ui");
  GtkWindow *shortcuts = GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts"));

  gtk_window_set_transient_for (shortcuts, GTK_WINDOW (widget));
  gtk_window_present (shortcuts);
}

/* What needs a report, and what needs one that may be changed. */
static const char *const report_actions[] = {
  "report.save", "report.save-as", "report.keep-beside", "report.section", "report.next-finding",
  "report.previous-finding", "report.focus-place", "report.next-pane", "report.find", "report.replace",
  "report.go-to-cell", "report.notes", "report.comment", "report.preview", "report.print", "report.export",
  "report.verify", "report.last-year", "report.trend",
};

static const char *const editing_actions[] = { "report.fill-blanks", "report.totals" };

void
_gj_window_update_actions (GjWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean has_report = self->session != NULL;
  gboolean can_edit = has_report && gj_session_can_edit (self->session);

  for (guint i = 0; i < G_N_ELEMENTS (report_actions); i++)
    gtk_widget_action_set_enabled (widget, report_actions[i], has_report);
  for (guint i = 0; i < G_N_ELEMENTS (editing_actions); i++)
    gtk_widget_action_set_enabled (widget, editing_actions[i], can_edit);

  gtk_widget_action_set_enabled (widget, "report.undo",
                                 has_report && gj_session_can_undo (self->session));
  gtk_widget_action_set_enabled (widget, "report.redo",
                                 has_report && gj_session_can_redo (self->session));
  gtk_widget_action_set_enabled (widget, "report.reload", has_report);
  _gj_window_update_compare_actions (self);
  gtk_widget_action_set_enabled (widget, "win.paste-report", !has_report);
}

void
_gj_window_install_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char                  *name;
    const char                  *type;
    GtkWidgetActionActivateFunc  activate;
  } entries[] = {
    { "win.open", NULL, open_cb },
    { "win.cancel-reading", NULL, cancel_reading_cb },
    { "win.new", "s", new_cb },
    { "win.compare-files", NULL, compare_files_cb },
    { "win.paste-report", NULL, paste_report_cb },
    { "win.menu", NULL, menu_cb },
    { "win.shortcuts", NULL, shortcuts_cb },
    { "report.save", NULL, save_cb },
    { "report.save-as", NULL, save_cb },
    { "report.keep-beside", NULL, keep_beside_cb },
    { "report.reload", NULL, reload_cb },
    { "report.undo", NULL, undo_cb },
    { "report.redo", NULL, redo_cb },
    { "report.section", "i", section_cb },
    { "report.next-finding", NULL, step_finding_cb },
    { "report.previous-finding", NULL, step_finding_cb },
    { "report.focus-place", NULL, focus_place_cb },
    { "report.next-pane", NULL, next_pane_cb },
    { "report.find", NULL, find_cb },
    { "report.replace", NULL, find_cb },
    { "report.go-to-cell", NULL, go_to_cell_cb },
    { "report.notes", NULL, notes_cb },
    { "report.comment", NULL, comment_cb },
    { "report.fill-blanks", NULL, fill_blanks_cb },
    { "report.totals", NULL, totals_cb },
    { "report.preview", NULL, preview_cb },
    { "report.print", NULL, preview_cb },
    { "report.export", NULL, export_cb },
    { "report.verify", NULL, verify_cb },
    { "report.last-year", NULL, last_year_cb },
    { "report.trend", NULL, trend_cb },
  };

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    gtk_widget_class_install_action (widget_class, entries[i].name, entries[i].type,
                                     entries[i].activate);
}
