/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <locale.h>

#include "gj-comment-dialog.h"
#include "gj-comments-pane.h"
#include "gj-compare-bar.h"
#include "gj-compare-page.h"
#include "gj-compare-summary.h"
#include "gj-compare-table.h"
#include "gj-compare-text.h"
#include "gj-copy-pane.h"
#include "gj-cover-page.h"
#include "gj-finding-card.h"
#include "gj-export-dialog.h"
#include "gj-final-dialog.h"
#include "gj-findings-pane.h"
#include "gj-go-dialog.h"
#include "gj-new-dialog.h"
#include "gj-notes-pane.h"
#include "gj-preferences.h"
#include "gj-preview.h"
#include "gj-reason-dialog.h"
#include "gj-report-view.h"
#include "gj-search-bar.h"
#include "gj-section-page.h"
#include "gj-section-tab.h"
#include "gj-section-tabs.h"
#include "gj-start-page.h"
#include "gj-status-bar.h"
#include "gj-totals-dialog.h"
#include "gj-verify-dialog.h"
#include "gj-window.h"

/* A template that names a type or property that the floor does not have fails here, not
 * before the person who opens its window. */

static GjSession *
create_session (void)
{
  g_autoptr (GjReport) report =
    gj_report_new_for_body (gj_form_catalogue_find ("guoban-2021"), "云溪市发展和改革局",
                            "department", 2025, TRUE);

  return gj_session_new (report);
}

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static GtkWidget *
create_comparing (GType      type,
                  GjSession *session)
{
  g_autoptr (GjReport) old_report =
    gj_report_new_for_body (gj_form_catalogue_find ("guoban-2021"), "云溪市发展和改革局",
                            "department", 2024, TRUE);
  g_autoptr (GjCompare) compare = gj_compare_new (session, old_report, "2024.docx");

  if (type == GJ_TYPE_COMPARE_PAGE)
    return gj_compare_page_new (compare, 2);
  if (type == GJ_TYPE_COMPARE_SUMMARY)
    return gj_compare_summary_new (compare);
  if (type == GJ_TYPE_COMPARE_TABLE)
    return gj_compare_table_new (compare, 1);

  return gj_compare_text_new (compare, 0, GJ_NARRATIVE_BEFORE);
}

static GtkWidget *
create (GType      type,
        GjSession *session)
{
  if (type == GJ_TYPE_COMPARE_PAGE || type == GJ_TYPE_COMPARE_SUMMARY
      || type == GJ_TYPE_COMPARE_TABLE || type == GJ_TYPE_COMPARE_TEXT)
    return create_comparing (type, session);
  if (type == GJ_TYPE_COVER_PAGE)
    return gj_cover_page_new (session);
  if (type == GJ_TYPE_SECTION_PAGE)
    return gj_section_page_new (session, 2);
  if (type == GJ_TYPE_SECTION_TAB)
    return gj_section_tab_new (GJ_COVER, "基本信息");

  return g_object_new (type, NULL);
}

static void
give_session (GtkWidget *widget,
              GjSession *session)
{
  GParamSpec *pspec = g_object_class_find_property (G_OBJECT_GET_CLASS (widget), "session");

  if (pspec != NULL && (pspec->flags & G_PARAM_CONSTRUCT_ONLY) == 0)
    {
      g_object_set (widget, "session", session, NULL);
      settle ();
      g_object_set (widget, "session", NULL, NULL);
      g_object_set (widget, "session", session, NULL);
    }
}

static void
test_widget (gconstpointer data)
{
  GType type = (GType) (gsize) data;
  g_autoptr (GjSession) session = create_session ();
  GtkWidget *widget = g_object_ref_sink (create (type, session));
  gpointer weak = widget;

  g_object_add_weak_pointer (G_OBJECT (widget), &weak);
  give_session (widget, session);
  settle ();
  g_object_run_dispose (G_OBJECT (widget));
  g_object_unref (widget);
  settle ();
  g_assert_null (weak);
}

static void
test_dialogs (void)
{
  g_autoptr (GjSession) session = create_session ();
  GListModel *groups = gj_session_get_groups (session);
  g_autoptr (GjFindingGroup) group = NULL;
  GtkWindow *windows[10] = { NULL };

  windows[0] = GTK_WINDOW (gj_go_dialog_new (session));
  windows[1] = GTK_WINDOW (gj_new_dialog_new (NULL));
  windows[2] = GTK_WINDOW (gj_preferences_new (NULL));
  windows[3] = GTK_WINDOW (gj_totals_dialog_new (session));
  windows[6] = GTK_WINDOW (gj_comment_dialog_new (session, "title", GJ_NONE, GJ_NONE));
  windows[4] = GTK_WINDOW (gj_preview_new (NULL, session));
  windows[7] = GTK_WINDOW (gj_export_dialog_new (NULL, session));
  windows[8] = GTK_WINDOW (gj_final_dialog_new (NULL, session));
  windows[9] = GTK_WINDOW (gj_verify_dialog_new (NULL, session));
  if (g_list_model_get_n_items (groups) > 0)
    {
      group = g_list_model_get_item (groups, 0);
      windows[5] = GTK_WINDOW (gj_reason_dialog_new (session, group));
    }

  for (guint i = 0; i < G_N_ELEMENTS (windows); i++)
    if (windows[i] != NULL)
      {
        gtk_window_present (windows[i]);
        settle ();
        gtk_window_destroy (windows[i]);
      }
}

static void
add (GType type)
{
  g_autofree char *path = g_strconcat ("/app/templates/", g_type_name (type), NULL);

  g_test_add_data_func (path, (gconstpointer) (gsize) type, test_widget);
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *state = g_dir_make_tmp ("gouji-state-XXXXXX", NULL);

  /* Not the whole isolation of GLib: icons need the types that the system knows. */
  g_setenv ("XDG_STATE_HOME", state, TRUE);
  g_test_init (&argc, &argv, NULL);
  setlocale (LC_ALL, "");
  adw_init ();

  add (GJ_TYPE_COVER_PAGE);
  add (GJ_TYPE_SECTION_PAGE);
  add (GJ_TYPE_SECTION_TAB);
  add (GJ_TYPE_SECTION_TABS);
  add (GJ_TYPE_FINDING_CARD);
  add (GJ_TYPE_FINDINGS_PANE);
  add (GJ_TYPE_COMMENTS_PANE);
  add (GJ_TYPE_COMPARE_BAR);
  add (GJ_TYPE_COMPARE_PAGE);
  add (GJ_TYPE_COMPARE_SUMMARY);
  add (GJ_TYPE_COMPARE_TABLE);
  add (GJ_TYPE_COMPARE_TEXT);
  add (GJ_TYPE_COPY_PANE);
  add (GJ_TYPE_NOTES_PANE);
  add (GJ_TYPE_SEARCH_BAR);
  add (GJ_TYPE_START_PAGE);
  add (GJ_TYPE_STATUS_BAR);
  add (GJ_TYPE_REPORT_VIEW);
  g_test_add_func ("/app/templates/dialogs", test_dialogs);

  return g_test_run ();
}
