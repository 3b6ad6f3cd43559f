/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-core.h"

#include "gj-autosave.h"
#include "gj-document.h"
#include "gj-selection.h"
#include "gj-year-file.h"

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

#define GJ_TYPE_MODE (gj_mode_get_type ())

GType gj_mode_get_type (void);

#define GJ_TYPE_SESSION (gj_session_get_type ())

/* One open report, without a widget: properties report, history, checker, selection,
 * document (where it is stored) and mode. What views bind to. */

G_DECLARE_FINAL_TYPE (GjSession, gj_session, GJ, SESSION, GObject)

GjSession *  gj_session_new (GjReport             *report);
GjReport *   gj_session_get_report    (GjSession            *self);
GjHistory *  gj_session_get_history   (GjSession            *self);
GjChecker *  gj_session_get_checker   (GjSession            *self);
GListModel * gj_session_get_groups    (GjSession            *self);
GjSelection *gj_session_get_selection (GjSession            *self);
GjDocument * gj_session_get_document  (GjSession            *self);
GjMode       gj_session_get_mode      (GjSession            *self);
void         gj_session_set_mode      (GjSession            *self,
                                       GjMode                mode);
gboolean     gj_session_can_edit      (GjSession            *self);
gboolean     gj_session_is_modified   (GjSession            *self);

/* Pushes the step when the mode allows it; an empty step is dropped. Decisions, comments
 * and settings are allowed in both modes. The joined form grows the last step while
 * typing goes on. */

gboolean     gj_session_push          (GjSession            *self,
                                       GjEdit               *edit);
gboolean     gj_session_push_joined   (GjSession            *self,
                                       GjEdit               *edit);

/* In the reviewing mode only what was done in it can be undone: signal "can-undo-changed"
 * tells when the answers may differ. */

gboolean     gj_session_can_undo      (GjSession            *self);
gboolean     gj_session_can_redo      (GjSession            *self);
gboolean     gj_session_undo          (GjSession            *self);
gboolean     gj_session_redo          (GjSession            *self);

/* The text being typed into a cell and not yet committed: kept by the journal only. */

void         gj_session_set_draft     (GjSession            *self,
                                       guint                 cell,
                                       const char           *text);

/* Selects a finding and the cell that it is about; stepping goes round over those that
 * are not decided, and in a group of them over its stops. */

void         gj_session_go_to_finding (GjSession            *self,
                                       GjFinding            *finding);
gboolean     gj_session_step_finding  (GjSession            *self,
                                       int                   direction);

/* The report of the year before, as a snapshot, with the file that it was read from; NULL
 * while none is known. Signal "last-year-changed" when it is another. */

GjReport *   gj_session_get_last_year      (GjSession       *self);
GFile *      gj_session_get_last_year_file (GjSession       *self);
const char * gj_session_get_last_year_name (GjSession       *self);
void         gj_session_set_last_year      (GjSession       *self,
                                            GjReport        *last,
                                            GFile           *file);

/* What the report itself remembers: its settings name last year's report, and that may
 * name the one before. Following reads what is named, now and when it is another. */

GPtrArray *  gj_session_get_years          (GjSession       *self);
void         gj_session_set_years          (GjSession       *self,
                                            GPtrArray       *years);
const char * gj_session_get_last_year_problem (GjSession    *self);
void         gj_session_remember_last_year (GjSession       *self,
                                            GPtrArray       *years);
void         gj_session_follow_last_year   (GjSession       *self);

/* How many findings are not decided, by severity: of a section, of the cover and what is
 * in no section (GJ_COVER), or of all (GJ_NONE). What is shown as one counts as one. */

typedef struct
{
  guint n[GJ_SEVERITY_HINT + 1];
} GjTally;

GjTally      gj_session_count         (GjSession            *self,
                                       guint                 section);

/* Changes cells as the findings of a group suggest; decides them with a written reason, or
 * takes that back. All that is done to a group is one step. */

gboolean     gj_session_apply_remedy  (GjSession            *self,
                                       GjFinding            *finding);
gboolean     gj_session_apply_remedies (GjSession           *self,
                                        GjFindingGroup      *group);
gboolean     gj_session_decide        (GjSession            *self,
                                       GjFindingGroup       *group,
                                       GjDecisionState       state,
                                       const char           *reason,
                                       const char           *who);
gboolean     gj_session_undecide      (GjSession            *self,
                                       GjFindingGroup       *group);

/* Keeps every step in a journal in @directory from now on. */

void         gj_session_keep          (GjSession            *self,
                                       const char           *directory);
GjAutosave * gj_session_get_autosave  (GjSession            *self);

/* Reading and writing happen in a thread over a snapshot. */

void         gj_session_open_async    (GFile                *file,
                                       GCancellable         *cancellable,
                                       GAsyncReadyCallback   callback,
                                       gpointer              user_data);
void         gj_session_open_text_async (const char         *text,
                                         GCancellable       *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer            user_data);
void         gj_session_open_copy_async (GFile              *copy,
                                         GFile              *origin,
                                         GCancellable       *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer            user_data);
GjSession *  gj_session_open_finish   (GAsyncResult         *result,
                                       GError              **error);
void         gj_session_recover_async (const char           *journal,
                                       GCancellable         *cancellable,
                                       GAsyncReadyCallback   callback,
                                       gpointer              user_data);
GjSession *  gj_session_recover_finish (GAsyncResult        *result,
                                        GError             **error);

/* To @target, or to the document's own file when that is NULL, in the format that its name
 * says. Fails with GJ_FILE_ERROR_CHANGED when another program has changed the file, unless
 * @overwrite. Finishing names, for Word, what will not be the same when the document is
 * opened again. */

void         gj_session_save_async    (GjSession            *self,
                                       GFile                *target,
                                       gboolean              overwrite,
                                       GCancellable         *cancellable,
                                       GAsyncReadyCallback   callback,
                                       gpointer              user_data);
gboolean     gj_session_save_finish   (GjSession            *self,
                                       GAsyncResult         *result,
                                       char                **changed_places,
                                       GError              **error);

/* Writes a .gouji beside the document, which stays what it is. */

void         gj_session_write_copy_async  (GjSession            *self,
                                           GFile                *target,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
gboolean     gj_session_write_copy_finish (GjSession            *self,
                                           GAsyncResult         *result,
                                           GError              **error);

/* Whether the document is one of Word and the report has what Word cannot hold and no
 * .gouji has been given; and what Word cannot hold of this report, in words, or NULL. */

gboolean     gj_session_is_unheld        (GjSession *self);
char *       gj_session_dup_unheld_words (GjSession *self);

G_END_DECLS
