/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gj-session.h"

G_BEGIN_DECLS

#define GJ_TYPE_SESSION_VIEW (gj_session_view_get_type ())

/* A widget with one property, session: what shows something of one open report. */

G_DECLARE_DERIVABLE_TYPE (GjSessionView, gj_session_view, GJ, SESSION_VIEW, GtkWidget)

/**
 * GjSessionViewClass:
 * @session_changed: another session, or %NULL, is there: what was listened to is no longer
 * @update: what was queued, once for many changes; never called without a session
 */
struct _GjSessionViewClass
{
  GtkWidgetClass parent_class;

  void (*session_changed) (GjSessionView *self,
                           GjSession     *session);
  void (*update)          (GjSessionView *self);
};

GjSession * gj_session_view_get_session  (GjSessionView  *self);
void        gj_session_view_set_session  (GjSessionView  *self,
                                          GjSession      *session);

/* For those who derive from it. The callback gets the view first; it is not called any
 * more once the session has changed. */

void        gj_session_view_listen       (GjSessionView  *self,
                                          gpointer        instance,
                                          const char     *signal,
                                          GCallback       callback);
void        gj_session_view_queue_update (GjSessionView  *self);

G_END_DECLS
