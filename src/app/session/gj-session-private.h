/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-session.h"

#include "gj-group-list.h"

/**
 * GjSession:
 *
 * One open report: its history, findings, selection and place on disk. Owns them all and
 * knows no widget.
 */
struct _GjSession
{
  GObject      parent_instance;

  GjReport    *report;
  GjHistory   *history;
  GjChecker   *checker;
  GjGroupList *groups;
  GjSelection *selection;
  GjDocument  *document;
  GjAutosave  *autosave;
  GjMode       mode;
  guint        n_review_undo;
  guint        n_review_redo;
  guint        renew_id;
  gboolean     saving;
  char        *kept_sum;
  GPtrArray   *years;
  GCancellable *last_year_reading;
  char        *last_year_problem;
  gboolean     follows_last_year;
  gboolean     settling;
};

void _gj_session_set_document          (GjSession  *self,
                                        GjDocument *document);
void _gj_session_follow_findings       (GjSession  *self);
void _gj_session_emit_can_undo_changed (GjSession  *self);
void _gj_session_emit_last_year_changed (GjSession *self);

/* gj-session-last-year.c */
void     _gj_session_clear_last_year   (GjSession     *self);
void     _gj_session_settle_last_year  (GjSession     *self,
                                        GFile         *target);

/* gj-session-file.c */
gboolean _gj_session_is_gouji          (const char    *path,
                                        GBytes        *bytes);

/* gj-session-word.c */
gboolean _gj_session_is_own_word       (const char    *path,
                                        GBytes        *bytes);
GBytes * _gj_session_write_word        (GjReport      *snapshot,
                                        char         **changed_places,
                                        GCancellable  *cancellable,
                                        GError       **error);
void     _gj_session_note_kept         (GjSession     *self,
                                        GjReport      *snapshot);
