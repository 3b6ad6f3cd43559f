/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gj-session.h"

G_BEGIN_DECLS

/* A final copy with errors that nobody has decided on is neither printed nor published
 * before a written reason is recorded in the report. */

gboolean   gj_final_gate_is_closed   (GjSession            *session);
GPtrArray *gj_final_gate_list_open   (GjSession            *session);

/* (nullable): one sentence on what stands against a final copy, or on why it is made all
 * the same; NULL when there is nothing to say. */

char *     gj_final_gate_dup_words   (GjSession            *session);

/* Asks only when the gate is closed; the other one always asks. Finishing gives whether
 * one may go on, and the error that a person would rather look at. */

void       gj_final_gate_pass_async  (GtkWindow            *parent,
                                      GjSession            *session,
                                      GAsyncReadyCallback   callback,
                                      gpointer              user_data);
void       gj_final_gate_ask_async   (GtkWindow            *parent,
                                      GjSession            *session,
                                      GAsyncReadyCallback   callback,
                                      gpointer              user_data);
gboolean   gj_final_gate_pass_finish (GAsyncResult         *result,
                                      GjFinding           **chosen);

G_END_DECLS
