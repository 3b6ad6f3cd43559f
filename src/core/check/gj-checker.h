/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-finding.h"
#include "gj-report.h"

G_BEGIN_DECLS

/**
 * GJ_CHECK_ERROR:
 *
 * Errors of asking for checks.
 */
#define GJ_CHECK_ERROR (gj_check_error_quark ())

/**
 * GjCheckError:
 * @GJ_CHECK_ERROR_UNKNOWN: the catalogue of checks has no such group or id
 */
typedef enum
{
  GJ_CHECK_ERROR_UNKNOWN,
} GjCheckError;

GQuark gj_check_error_quark (void);

/**
 * GjCheckSet:
 *
 * Which checks are asked for: all, or groups ("A") and ids ("D07").
 */
typedef struct _GjCheckSet GjCheckSet;

GjCheckSet *gj_check_set_new      (const char        *list,
                                   GError           **error);
GjCheckSet *gj_check_set_copy     (const GjCheckSet  *self);
void        gj_check_set_free     (GjCheckSet        *self);
gboolean    gj_check_set_contains (const GjCheckSet  *self,
                                   const char        *check);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GjCheckSet, gj_check_set_free)

#define GJ_TYPE_CHECKER (gj_checker_get_type ())

/* Keeps the findings of one report up to date: an edit re-evaluates only what it
 * touches. Lives in the thread of its report. */

G_DECLARE_FINAL_TYPE (GjChecker, gj_checker, GJ, CHECKER, GObject)

GjChecker * gj_checker_new               (GjReport          *report,
                                          const GjCheckSet  *checks);
GjReport *  gj_checker_get_report        (GjChecker         *self);
void        gj_checker_set_last_year     (GjChecker         *self,
                                          GjReport          *last,
                                          const char        *file_name);
GjReport *  gj_checker_get_last_year     (GjChecker         *self);
GListModel *gj_checker_get_findings      (GjChecker         *self);
GPtrArray * gj_checker_dup_cell_findings (GjChecker         *self,
                                          guint              cell);
guint       gj_checker_count             (GjChecker         *self,
                                          const char        *section,
                                          GjSeverity         severity);

GPtrArray * gj_check_report              (GjReport          *report,
                                          const GjCheckSet  *checks);
GPtrArray * gj_check_report_with_last_year
                                         (GjReport          *report,
                                          const GjCheckSet  *checks,
                                          GjReport          *last,
                                          const char        *file_name);

G_END_DECLS
