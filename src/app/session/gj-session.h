/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-core.h"
#include "gj-selection.h"

G_BEGIN_DECLS

/**
 * GjMode:
 * @GJ_MODE_DRAFTING: 编制: everything can be edited
 * @GJ_MODE_REVIEWING: 审核: the report is read-only; findings can be decided
 */
typedef enum
{
  GJ_MODE_DRAFTING,
  GJ_MODE_REVIEWING,
} GjMode;

#define GJ_TYPE_SESSION (gj_session_get_type ())

/* One open report, without a widget: properties report, history, checker, selection,
 * document (where it is stored) and mode. What views bind to. */

G_DECLARE_FINAL_TYPE (GjSession, gj_session, GJ, SESSION, GObject)

GjSession *  gj_session_new           (GjReport    *report);
GjReport *   gj_session_get_report    (GjSession   *self);
GjHistory *  gj_session_get_history   (GjSession   *self);
GjChecker *  gj_session_get_checker   (GjSession   *self);
GjSelection *gj_session_get_selection (GjSession   *self);
GjMode       gj_session_get_mode      (GjSession   *self);
void         gj_session_set_mode      (GjSession   *self,
                                       GjMode       mode);
gboolean     gj_session_can_edit      (GjSession   *self);

/* Pushes the step when the mode allows it; an empty step is dropped. */

gboolean     gj_session_push          (GjSession   *self,
                                       GjEdit      *edit);

/* The text being typed into a cell and not yet committed: kept by the journal only. */

void         gj_session_set_draft     (GjSession   *self,
                                       guint        cell,
                                       const char  *text);

G_END_DECLS
