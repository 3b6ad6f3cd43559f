/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * GjAlertLook:
 * @GJ_ALERT_PLAIN: an answer like any other
 * @GJ_ALERT_SUGGESTED: the one that is safe and meant
 * @GJ_ALERT_DESTRUCTIVE: something is lost by it
 */
typedef enum
{
  GJ_ALERT_PLAIN,
  GJ_ALERT_SUGGESTED,
  GJ_ALERT_DESTRUCTIVE,
} GjAlertLook;

typedef struct
{
  const char  *id;
  const char  *label;
  GjAlertLook  look;
} GjAlertAnswer;

/* The first answer is the one that Esc gives; @extra is shown below the body. */

void  gj_alert_ask_async  (GtkWindow            *parent,
                           const char           *heading,
                           const char           *body,
                           const GjAlertAnswer  *answers,
                           guint                 n_answers,
                           const char           *default_answer,
                           GtkWidget            *extra,
                           GAsyncReadyCallback   callback,
                           gpointer              user_data);
char *gj_alert_ask_finish (GAsyncResult         *result);

G_END_DECLS
