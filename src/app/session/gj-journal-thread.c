/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-journal-thread.h"

typedef enum
{
  TASK_START,
  TASK_EDIT,
  TASK_DRAFT,
  TASK_SYNC,
  TASK_DISCARD,
} TaskKind;

typedef struct
{
  TaskKind  kind;
  gboolean  reverted;
  guint     cell;
  guint     serial;
  char     *text;
  GjEdit   *edit;
  GjReport *base;
} Task;

/* What the thread and the main loop share. It outlives its owner while tasks wait. The
 * mutex guards the problem, the number of tasks and what is synced; the journal belongs to
 * the thread. */
struct _GjJournalThread
{
  gatomicrefcount   count;
  GThreadPool      *pool;
  GjJournal        *journal;
  char             *directory;
  char             *problem;
  GMutex            mutex;
  GCond             done;
  GMainContext     *context;
  GWeakRef          owner;
  GjJournalReport   report;
  guint             n_waiting;
  guint             synced;
};

static GjJournalThread *
thread_ref (GjJournalThread *self)
{
  g_atomic_ref_count_inc (&self->count);

  return self;
}

static void
thread_unref (GjJournalThread *self)
{
  if (!g_atomic_ref_count_dec (&self->count))
    return;

  g_clear_object (&self->journal);
  g_weak_ref_clear (&self->owner);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->done);
  g_main_context_unref (self->context);
  g_free (self->directory);
  g_free (self->problem);
  g_free (self);
}

static void
task_free (Task *task)
{
  g_clear_pointer (&task->edit, gj_edit_unref);
  g_clear_object (&task->base);
  g_free (task->text);
  g_free (task);
}

static gboolean
start_journal (GjJournalThread *self,
               Task            *task,
               GError         **error)
{
  if (self->journal != NULL)
    return gj_journal_rebase (self->journal, task->base, task->text, error);

  self->journal = gj_journal_new (self->directory, task->base, task->text, error);

  return self->journal != NULL;
}

static gboolean
perform (GjJournalThread *self,
         Task            *task,
         GError         **error)
{
  if (task->kind == TASK_START)
    return start_journal (self, task, error);

  if (self->journal == NULL)
    return TRUE;

  switch (task->kind)
    {
    case TASK_EDIT:
      return gj_journal_append (self->journal, task->edit, task->reverted, error);

    case TASK_DRAFT:
      return gj_journal_set_draft (self->journal, task->cell, task->text, error);

    case TASK_SYNC:
      return gj_journal_sync (self->journal, error);

    case TASK_DISCARD:
      gj_journal_discard (self->journal);
      g_clear_object (&self->journal);
      return TRUE;

    case TASK_START:
    default:
      return TRUE;
    }
}

/* Tells the owner how things are, in its own thread. */
static void
tell (GjJournalThread *self)
{
  g_autoptr (GObject) owner = g_weak_ref_get (&self->owner);
  g_autofree char *problem = NULL;
  guint synced;

  if (owner == NULL)
    return;

  g_mutex_lock (&self->mutex);
  problem = g_strdup (self->problem);
  synced = self->synced;
  g_mutex_unlock (&self->mutex);

  self->report (owner, problem, synced);
}

static gboolean
report_cb (gpointer user_data)
{
  tell (user_data);

  return G_SOURCE_REMOVE;
}

/* Never in this thread, even when no loop runs: the object belongs to the main one. */
static void
queue_report (GjJournalThread *self)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, report_cb, thread_ref (self),
                         (GDestroyNotify) thread_unref);
  g_source_attach (source, self->context);
}

/* A first problem stays until a journal begins anew: a lost step is not mended by the next. */
static void
note_result (GjJournalThread *self,
             const Task      *task,
             const GError    *error)
{
  if (error != NULL && self->problem == NULL)
    self->problem = g_strdup (error->message);
  else if (error == NULL && task->kind == TASK_START)
    g_clear_pointer (&self->problem, g_free);

  if (task->kind == TASK_SYNC || error != NULL)
    {
      self->synced = task->serial;
      queue_report (self);
    }
}

static void
task_thread (gpointer data,
             gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  GjJournalThread *self = user_data;
  Task *task = data;

  perform (self, task, &error);

  g_mutex_lock (&self->mutex);
  note_result (self, task, error);
  self->n_waiting--;
  g_cond_broadcast (&self->done);
  g_mutex_unlock (&self->mutex);

  task_free (task);
  thread_unref (self);
}

GjJournalThread *
gj_journal_thread_new (const char      *directory,
                       GObject         *owner,
                       GjJournalReport  report)
{
  GjJournalThread *self;

  g_return_val_if_fail (directory != NULL, NULL);
  g_return_val_if_fail (G_IS_OBJECT (owner), NULL);
  g_return_val_if_fail (report != NULL, NULL);

  self = g_new0 (GjJournalThread, 1);
  g_atomic_ref_count_init (&self->count);
  self->directory = g_strdup (directory);
  self->context = g_main_context_ref_thread_default ();
  self->report = report;
  g_weak_ref_init (&self->owner, owner);
  g_mutex_init (&self->mutex);
  g_cond_init (&self->done);
  self->pool = g_thread_pool_new (task_thread, self, 1, FALSE, NULL);

  return self;
}

/* Waits for the tasks that are under way. */
void
gj_journal_thread_free (GjJournalThread *self)
{
  g_return_if_fail (self != NULL);

  g_thread_pool_free (self->pool, FALSE, TRUE);
  self->pool = NULL;
  thread_unref (self);
}

static Task *
task_new (TaskKind kind,
          guint    serial)
{
  Task *task = g_new0 (Task, 1);

  task->kind = kind;
  task->serial = serial;

  return task;
}

static void
push (GjJournalThread *self,
      Task            *task)
{
  thread_ref (self);

  g_mutex_lock (&self->mutex);
  self->n_waiting++;
  g_mutex_unlock (&self->mutex);

  g_thread_pool_push (self->pool, task, NULL);
}

/* A new journal on the report as it is now, or the old one begun anew. */
void
gj_journal_thread_start (GjJournalThread *self,
                         GjReport        *base,
                         const char      *file_uri,
                         guint            serial)
{
  Task *task = task_new (TASK_START, serial);

  task->base = gj_report_dup_snapshot (base);
  task->text = g_strdup (file_uri);
  push (self, task);
}

void
gj_journal_thread_append (GjJournalThread *self,
                          GjEdit          *edit,
                          gboolean         reverted,
                          guint            serial)
{
  Task *task = task_new (TASK_EDIT, serial);

  task->edit = gj_edit_ref (edit);
  task->reverted = reverted;
  push (self, task);
}

void
gj_journal_thread_set_draft (GjJournalThread *self,
                             guint            cell,
                             const char      *text,
                             guint            serial)
{
  Task *task = task_new (TASK_DRAFT, serial);

  task->cell = cell;
  task->text = g_strdup (text);
  push (self, task);
}

void
gj_journal_thread_sync (GjJournalThread *self,
                        guint            serial)
{
  push (self, task_new (TASK_SYNC, serial));
}

void
gj_journal_thread_discard (GjJournalThread *self,
                           guint            serial)
{
  push (self, task_new (TASK_DISCARD, serial));
}

/* Until nothing waits any more; the owner knows the outcome when this returns. */
void
gj_journal_thread_wait (GjJournalThread *self)
{
  g_mutex_lock (&self->mutex);
  while (self->n_waiting > 0)
    g_cond_wait (&self->done, &self->mutex);
  g_mutex_unlock (&self->mutex);

  tell (self);
}
