/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-alert.h"

#include <string.h>

#include <adwaita.h>

/* libadwaita 1.5 made dialogs out of message windows; names and enums changed, the
 * behaviour did not. */

#if ADW_CHECK_VERSION (1, 5, 0)
typedef AdwAlertDialog Alert;
#define alert_add_response adw_alert_dialog_add_response
#define alert_set_appearance adw_alert_dialog_set_response_appearance
#define alert_set_default adw_alert_dialog_set_default_response
#define alert_set_close adw_alert_dialog_set_close_response
#define alert_set_extra adw_alert_dialog_set_extra_child
#else
typedef AdwMessageDialog Alert;
#define alert_add_response adw_message_dialog_add_response
#define alert_set_appearance adw_message_dialog_set_response_appearance
#define alert_set_default adw_message_dialog_set_default_response
#define alert_set_close adw_message_dialog_set_close_response
#define alert_set_extra adw_message_dialog_set_extra_child
#endif

/* libadwaita 1.5 to 1.7 measure a large heading that does not wrap, and warn when it is
 * wider than the alert: a long one comes in two lines of even length. */

#define LONGEST_HEADING 28

static char *
dup_heading (const char *heading)
{
  g_autofree char *lines = g_strdup (heading);
  glong middle = g_utf8_strlen (heading, -1) / 2;
  glong nearest = G_MAXLONG;
  char *gap = NULL;

  if (middle * 2 <= LONGEST_HEADING)
    return g_steal_pointer (&lines);

  for (char *at = strchr (lines, ' '); at != NULL; at = strchr (at + 1, ' '))
    {
      glong distance = ABS (g_utf8_pointer_to_offset (lines, at) - middle);

      if (distance < nearest)
        {
          nearest = distance;
          gap = at;
        }
    }

  if (gap != NULL)
    *gap = '\n';

  return g_steal_pointer (&lines);
}

static Alert *
create_alert (GtkWindow  *parent,
              const char *heading,
              const char *body)
{
#if ADW_CHECK_VERSION (1, 5, 0)
  return ADW_ALERT_DIALOG (adw_alert_dialog_new (heading, body));
#else
  return ADW_MESSAGE_DIALOG (adw_message_dialog_new (parent, heading, body));
#endif
}

static void
present_alert (Alert     *alert,
               GtkWindow *parent)
{
#if ADW_CHECK_VERSION (1, 5, 0)
  adw_dialog_present (ADW_DIALOG (alert), GTK_WIDGET (parent));
#else
  gtk_window_present (GTK_WINDOW (alert));
#endif
}

static void
response_cb (Alert      *alert,
             const char *response,
             GTask      *task)
{
  g_task_return_pointer (task, g_strdup (response), g_free);
  g_object_unref (task);
}

static AdwResponseAppearance
get_appearance (GjAlertLook look)
{
  if (look == GJ_ALERT_SUGGESTED)
    return ADW_RESPONSE_SUGGESTED;
  if (look == GJ_ALERT_DESTRUCTIVE)
    return ADW_RESPONSE_DESTRUCTIVE;

  return ADW_RESPONSE_DEFAULT;
}

void
gj_alert_ask_async (GtkWindow           *parent,
                    const char          *heading,
                    const char          *body,
                    const GjAlertAnswer *answers,
                    guint                n_answers,
                    const char          *default_answer,
                    GtkWidget           *extra,
                    GAsyncReadyCallback  callback,
                    gpointer             user_data)
{
  g_autofree char *heading_lines = dup_heading (heading);
  Alert *alert;
  GTask *task;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (n_answers > 0);

  alert = create_alert (parent, heading_lines, body);
  task = g_task_new (parent, NULL, callback, user_data);
  g_task_set_source_tag (task, gj_alert_ask_async);

  for (guint i = 0; i < n_answers; i++)
    {
      alert_add_response (alert, answers[i].id, answers[i].label);
      alert_set_appearance (alert, answers[i].id, get_appearance (answers[i].look));
    }

  alert_set_close (alert, answers[0].id);
  if (default_answer != NULL)
    alert_set_default (alert, default_answer);
  if (extra != NULL)
    alert_set_extra (alert, extra);

  g_signal_connect (alert, "response", G_CALLBACK (response_cb), task);
  present_alert (alert, parent);
}

/* The id of the answer. */
char *
gj_alert_ask_finish (GAsyncResult *result)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  return g_task_propagate_pointer (G_TASK (result), NULL);
}
