/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-window-private.h"

#include <glib/gi18n-lib.h>

#include "gj-alert.h"
#include "gj-file-choice.h"
#include "gj-file-filters.h"

/* Which report the open one goes on from: chosen by a person, remembered by the report. */

typedef struct
{
  GjWindow  *window;
  GjSession *session;
} Choice;

static Choice *
choice_new (GjWindow *window)
{
  Choice *self = g_new0 (Choice, 1);

  self->window = g_object_ref (window);
  self->session = g_object_ref (window->session);

  return self;
}

static void
choice_free (Choice *self)
{
  g_object_unref (self->window);
  g_object_unref (self->session);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Choice, choice_free)

static void
explain (GjWindow   *self,
         const char *heading,
         const char *body)
{
  const GjAlertAnswer answers[] = { { "close", _("_Close"), GJ_ALERT_PLAIN } };

  gj_alert_ask_async (GTK_WINDOW (self), heading, body, answers, G_N_ELEMENTS (answers), "close", NULL,
                      NULL, NULL);
}

/* A report cannot go on from one of its own year: that is another version of it. */
static gboolean
refuse_year (GjWindow         *self,
             const GjYearFile *last)
{
  int year = gj_report_get_year (gj_session_get_report (self->session));
  int last_year = gj_report_get_year (last->report);
  g_autofree char *body = NULL;

  if (year == 0 || last_year < year)
    return FALSE;

  body = g_strdup_printf (_("“%1$s” is a report of %2$d; this one is of %3$d. Choose the report of the year before."),
                          last->name, last_year, year);
  explain (self, _("That is not last year's report"), body);

  return TRUE;
}

static void
say_what_follows (GjWindow *self)
{
  GjReport *report = gj_session_get_report (self->session);
  GjReport *last = gj_session_get_last_year (self->session);
  guint n = gj_report_count_proposals (report);
  g_autofree char *message = NULL;

  if (gj_report_match_body (report, last) == GJ_BODY_OTHER)
    message = g_strdup_printf (_("That report is one of %s: it is not compared with this one."),
                               gj_report_get_field (last, GJ_FIELD_BODY));
  else if (n > 0)
    message = g_strdup_printf (ngettext ("%u number follows from last year's report and can be taken over.",
                                         "%u numbers follow from last year's report and can be taken over.", n), n);
  else
    message = g_strdup (_("The report is now checked against last year's."));

  gj_window_notice (self, message);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (Choice) choice = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) years = gj_year_file_read_finish (result, &error);
  GjWindow *self = choice->window;

  /* The window has gone, or shows another report. */
  if (self->cancellable == NULL || g_cancellable_is_cancelled (self->cancellable)
      || self->session != choice->session)
    return;

  if (years == NULL)
    {
      explain (self, _("Last year's report could not be read"), error->message);
      return;
    }
  if (refuse_year (self, g_ptr_array_index (years, 0)))
    return;

  gj_session_remember_last_year (self->session, years);
  gj_session_follow_last_year (self->session);
  say_what_follows (self);
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  GjWindow *self = GJ_WINDOW (source);
  g_autoptr (GFile) file = gj_file_choice_finish (result);

  if (file != NULL && self->session != NULL)
    _gj_window_read_last_year (self, file);
}

void
_gj_window_read_last_year (GjWindow *self,
                           GFile    *file)
{
  gj_year_file_read_async (file, self->cancellable, read_cb, choice_new (self));
}

void
_gj_window_choose_last_year (GjWindow *self)
{
  g_autoptr (GListModel) filters = gj_file_filters_new_readable ();
  g_autoptr (GFile) folder = gj_document_dup_folder (gj_session_get_document (self->session));

  gj_report_view_commit (self->view);
  gj_file_choice_open_async (GTK_WINDOW (self), _("Last Year's Report"), filters, folder, chosen_cb, NULL);
}
