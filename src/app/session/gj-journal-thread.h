/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-core.h"

G_BEGIN_DECLS

/**
 * GjJournalThread:
 *
 * Whatever touches the journal is done by one thread, in order, so that neither a slow
 * disk nor a full one is felt while typing. Every task carries a serial number; the owner
 * is told which one is on disk, and why one is not.
 */
typedef struct _GjJournalThread GjJournalThread;

/* Called in the owner's thread: what went wrong, or NULL, and the serial number up to
 * which everything was synced. */

typedef void (*GjJournalReport) (gpointer    owner,
                                 const char *problem,
                                 guint       synced);

GjJournalThread *gj_journal_thread_new       (const char      *directory,
                                              GObject         *owner,
                                              GjJournalReport  report);
void             gj_journal_thread_free      (GjJournalThread *self);
void             gj_journal_thread_start     (GjJournalThread *self,
                                              GjReport        *base,
                                              const char      *file_uri,
                                              guint            serial);
void             gj_journal_thread_append    (GjJournalThread *self,
                                              GjEdit          *edit,
                                              gboolean         reverted,
                                              guint            serial);
void             gj_journal_thread_set_draft (GjJournalThread *self,
                                              guint            cell,
                                              const char      *text,
                                              guint            serial);
void             gj_journal_thread_sync      (GjJournalThread *self,
                                              guint            serial);
void             gj_journal_thread_discard   (GjJournalThread *self,
                                              guint            serial);
void             gj_journal_thread_wait      (GjJournalThread *self);

G_END_DECLS
