/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-store.h"

G_BEGIN_DECLS

#define GJ_TYPE_JOURNAL (gj_journal_get_type ())

/* The edits of one open report since its base, appended to a file in the state directory
 * and synced; after a crash the report is rebuilt from the base and the edits. */

G_DECLARE_FINAL_TYPE (GjJournal, gj_journal, GJ, JOURNAL, GObject)

GjJournal *gj_journal_new        (const char    *directory,
                                  GjReport      *base,
                                  const char    *file_uri,
                                  GError       **error);
gboolean   gj_journal_append     (GjJournal     *self,
                                  GjEdit        *edit,
                                  gboolean       reverted,
                                  GError       **error);
gboolean   gj_journal_set_draft  (GjJournal     *self,
                                  guint          cell,
                                  const char    *text,
                                  GError       **error);
gboolean   gj_journal_sync       (GjJournal     *self,
                                  GError       **error);
gboolean   gj_journal_rebase     (GjJournal     *self,
                                  GjReport      *base,
                                  const char    *file_uri,
                                  GError       **error);
void       gj_journal_discard    (GjJournal     *self);

/**
 * GjLostWork:
 * @path: (type filename): the journal
 * @file_uri: where the report was stored, "" when nowhere
 * @body: the body of the report as it was stored
 * @year: its year, or 0
 * @n_edits: how many steps were made since, a text being typed included
 * @modified: when the last one was written down, in seconds since 1970
 *
 * What a program that has crashed left behind.
 */
typedef struct
{
  char     *path;
  char     *file_uri;
  char     *body;
  int       year;
  guint     n_edits;
  gint64    modified;
} GjLostWork;

void       gj_lost_work_free       (GjLostWork  *self);
GPtrArray *gj_journal_list_lost    (const char  *directory);
GjReport * gj_journal_recover      (const char  *path,
                                    char       **file_uri,
                                    GError     **error);
void       gj_journal_discard_lost (const char  *path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GjLostWork, gj_lost_work_free)

G_END_DECLS
