/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-report-view-private.h"

#include <glib/gi18n-lib.h>

#include "gj-comparison-job.h"

/* The report with another one beside it: the same tabs, pane and message, other pages and
 * another foot. */

/* What two versions have come to, in the words that the card has made of it. */
static void
save_requested_cb (GjReportView *self,
                   const char   *result)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkWidget *window = gtk_widget_get_ancestor (widget, GTK_TYPE_WINDOW);
  GtkWidget *toasts = gtk_widget_get_ancestor (widget, ADW_TYPE_TOAST_OVERLAY);

  if (self->compare != NULL && window != NULL && toasts != NULL)
    gj_comparison_job_begin_result (GTK_WINDOW (window), gj_compare_get_session (self->compare),
                                    ADW_TOAST_OVERLAY (toasts),
                                    gj_compare_get_comparison (self->compare),
                                    gj_compare_get_file_name (self->compare, FALSE), result);
}

GtkWidget *
_gj_report_view_create_compare_page (GjReportView *self,
                                     guint         section)
{
  GtkWidget *page = gj_compare_page_new (self->compare, section);

  g_signal_connect_object (page, "notice", G_CALLBACK (_gj_report_view_say), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "save-requested", G_CALLBACK (save_requested_cb), self,
                           G_CONNECT_SWAPPED);

  return page;
}

/* What a search has found at the other side; the keyboard stays with the search. */
void
_gj_report_view_show_old (GjReportView *self,
                          guint         cell,
                          guint         start,
                          guint         end)
{
  GtkWidget *page = _gj_report_view_get_page (self);

  if (!GJ_IS_COMPARE_PAGE (page))
    return;

  if (cell != GJ_NONE)
    gj_compare_page_go_to_cell (GJ_COMPARE_PAGE (page), cell, FALSE);
  else
    gj_compare_page_reveal_text (GJ_COMPARE_PAGE (page), start, end, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

/* The file says what the person sees, also what has just been typed. */
static void
export_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  GjReportView *self = user_data;
  GtkWidget *widget = GTK_WIDGET (self);
  GtkWidget *window = gtk_widget_get_ancestor (widget, GTK_TYPE_WINDOW);
  GtkWidget *toasts = gtk_widget_get_ancestor (widget, ADW_TYPE_TOAST_OVERLAY);

  if (self->compare == NULL || window == NULL || toasts == NULL)
    return;

  gj_report_view_commit (self);
  gj_comparison_job_begin (GTK_WINDOW (window), gj_compare_get_session (self->compare),
                           ADW_TOAST_OVERLAY (toasts),
                           gj_compare_get_comparison (self->compare),
                           gj_compare_get_file_name (self->compare, FALSE),
                           gj_compare_get_file_name (self->compare, TRUE));
}

static void
insert_options (GjReportView *self)
{
  static const char *const options[] = { "hide-same", "numbers-only", "swapped" };
  static const GActionEntry entries[] = { { "export", export_cb, NULL, NULL, NULL, { 0 } } };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    {
      g_autoptr (GPropertyAction) action =
        g_property_action_new (options[i], self->compare, options[i]);

      g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
    }
  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "compare", G_ACTION_GROUP (group));
}

static void
show_bar (GjReportView *self)
{
  if (self->compare_bar == NULL)
    {
      self->compare_bar = GJ_COMPARE_BAR (gj_compare_bar_new ());
      gtk_box_append (self->content, GTK_WIDGET (self->compare_bar));
    }
  gj_compare_bar_set_compare (self->compare_bar, self->compare);
  gtk_widget_set_visible (GTK_WIDGET (self->compare_bar), self->compare != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->status), self->compare == NULL);
}

/* Before the pages go: they belong to what is shown. */
void
_gj_report_view_end_comparison (GjReportView *self)
{
  if (self->compare == NULL)
    return;

  g_clear_object (&self->compare);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "compare", NULL);
  gj_section_tabs_set_compare (self->tabs, NULL);
  if (self->search != NULL)
    gj_search_bar_set_compare (self->search, NULL);
  show_bar (self);
}

/* What should be known before reading on stands above the pages, in one line or some. */
static void
show_remarks (GjReportView *self)
{
  guint n_remarks;
  const char *const *remarks =
    gj_comparison_get_remarks (gj_compare_get_comparison (self->compare), &n_remarks);
  GString *words = g_string_new (NULL);
  g_autofree char *message = NULL;

  for (guint i = 0; i < n_remarks; i++)
    g_string_append_printf (words, "%s%s", i > 0 ? "\n" : "", remarks[i]);
  message = g_string_free (words, FALSE);
  if (*message != '\0')
    gj_report_view_show_message (self, message, NULL, NULL);
}

GjCompare *
gj_report_view_get_compare (GjReportView *self)
{
  g_return_val_if_fail (GJ_IS_REPORT_VIEW (self), NULL);

  return self->compare;
}

void
gj_report_view_set_compare (GjReportView *self,
                            GjCompare    *compare)
{
  g_return_if_fail (GJ_IS_REPORT_VIEW (self));
  g_return_if_fail (compare == NULL || GJ_IS_COMPARE (compare));

  if (self->compare == compare)
    return;

  gj_report_view_commit (self);
  gtk_revealer_set_reveal_child (self->message_revealer, FALSE);
  _gj_report_view_clear_pages (self);
  _gj_report_view_end_comparison (self);
  if (compare != NULL)
    {
      self->compare = g_object_ref (compare);
      insert_options (self);
      gj_section_tabs_set_compare (self->tabs, compare);
      if (self->search != NULL)
        gj_search_bar_set_compare (self->search, compare);
      show_bar (self);
      show_remarks (self);
    }
  _gj_report_view_show_section (self);
  gj_report_view_focus_page (self);
}

/* In the order of the tabs, the cover first. */
static guint
get_section_at (GjReportView *self,
                guint         index)
{
  return index == 0 ? GJ_COVER : index - 1;
}

gboolean
gj_report_view_step_change (GjReportView *self,
                            int           direction)
{
  GjSelection *selection;
  GjForm *form;
  guint n_tabs;
  guint section;
  guint index;

  g_return_val_if_fail (GJ_IS_REPORT_VIEW (self), FALSE);

  if (self->compare == NULL)
    return FALSE;
  if (gj_compare_page_step (GJ_COMPARE_PAGE (_gj_report_view_get_page (self)), direction, FALSE))
    return TRUE;

  selection = gj_session_get_selection (gj_compare_get_session (self->compare));
  form = gj_report_get_form (gj_compare_get_report (self->compare, TRUE));
  section = gj_selection_get_section (selection);
  n_tabs = gj_form_get_n_sections (form) + 1;
  index = section == GJ_COVER ? 0 : section + 1;
  for (guint i = 0; i < n_tabs; i++)
    {
      index = (index + n_tabs + direction) % n_tabs;
      if (gj_compare_count_changes (self->compare, get_section_at (self, index)) == 0)
        continue;

      gj_selection_set_section (selection, get_section_at (self, index));
      if (gj_compare_page_step (GJ_COMPARE_PAGE (_gj_report_view_get_page (self)), direction,
                                TRUE))
        return TRUE;
    }

  return FALSE;
}
