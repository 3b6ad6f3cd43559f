/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-report-view-private.h"

#include "gj-cover-page.h"
#include "gj-section-page.h"

/* Where the keyboard goes: to words, to what is selected, to the page. */

static GjSession *
get_session (GjReportView *self)
{
  return gj_session_view_get_session (GJ_SESSION_VIEW (self));
}

gboolean
_gj_report_view_reveal_text (GjReportView *self,
                             guint         start,
                             guint         end)
{
  GtkWidget *page = _gj_report_view_get_page (self);

  if (GJ_IS_COMPARE_PAGE (page))
    return gj_compare_page_reveal_text (GJ_COMPARE_PAGE (page), start, end, TRUE);
  if (GJ_IS_COVER_PAGE (page))
    return gj_cover_page_reveal_text (GJ_COVER_PAGE (page), start, end);

  return gj_section_page_reveal_text (GJ_SECTION_PAGE (page), start, end);
}

/* The keyboard goes to what is selected: the cell, or the words of the finding. */
void
gj_report_view_focus_place (GjReportView *self)
{
  GjFinding *finding;
  const char *text;
  guint start;
  guint end;

  g_return_if_fail (GJ_IS_REPORT_VIEW (self));

  if (get_session (self) == NULL)
    return;

  finding = gj_selection_get_finding (gj_session_get_selection (get_session (self)));
  if (finding != NULL && gj_finding_get_text (finding, &text, &start, &end)
      && _gj_report_view_reveal_text (self, start, end))
    return;

  gtk_widget_grab_focus (_gj_report_view_get_page (self));
}

void
gj_report_view_focus_page (GjReportView *self)
{
  g_return_if_fail (GJ_IS_REPORT_VIEW (self));

  if (_gj_report_view_get_page (self) != NULL)
    gtk_widget_grab_focus (_gj_report_view_get_page (self));
}

/* Words are counted as findings count them; without words it is the section that is meant. */
static void
go_to_words_cb (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  GjReportView *self = GJ_REPORT_VIEW (widget);
  guint section;
  guint start;
  guint end;

  if (get_session (self) == NULL)
    return;

  g_variant_get (parameter, "(uuu)", &section, &start, &end);
  if (section == gj_report_get_preface (gj_session_get_report (get_session (self))))
    section = GJ_COVER;
  gj_selection_set_section (gj_session_get_selection (get_session (self)), section);

  if (start == GJ_NONE || !_gj_report_view_reveal_text (self, start, end))
    gj_report_view_focus_page (self);
}

void
_gj_report_view_install_places (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "view.go-to-words", "(uuu)", go_to_words_cb);
}
