/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-session.h"

G_BEGIN_DECLS

#define GJ_TYPE_YEAR_QUEUE (gj_year_queue_get_type ())

/* Files that are read one after the other. Signals "read" (GjYearFile, which the receiver
 * copies) for each that could be, "changed" when one is begun or the last is done. */

G_DECLARE_FINAL_TYPE (GjYearQueue, gj_year_queue, GJ, YEAR_QUEUE, GObject)

GjYearQueue * gj_year_queue_new          (void);

/* A queue that has come to its end begins anew with the first file that is added, or when
 * it is started without any, and forgets what could not be read before. */

void          gj_year_queue_add          (GjYearQueue  *self,
                                          GFile        *file);
gboolean      gj_year_queue_contains     (GjYearQueue  *self,
                                          GFile        *file);
gboolean      gj_year_queue_is_reading   (GjYearQueue  *self);
void          gj_year_queue_start        (GjYearQueue  *self);
void          gj_year_queue_cancel       (GjYearQueue  *self);

/* In words: what is being read; what could not be. NULL when nothing is, or was. */

char *        gj_year_queue_dup_progress (GjYearQueue  *self);
char *        gj_year_queue_dup_failure  (GjYearQueue  *self);

G_END_DECLS
