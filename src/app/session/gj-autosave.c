/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-autosave.h"

/* The longest that work waits for the disk; three seconds are promised. */
#define SYNC_DELAY_MS 1500

typedef enum
{
  TASK_START,
  TASK_EDIT,
  TASK_DRAFT,
  TASK_SYNC,
  TASK_DISCARD,
} TaskKind;

/* Whatever touches the disk is done by one thread, in order, so that neither a slow
 * disk nor a full one is felt while typing. */
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

/* What the thread and the main loop share. It outlives the object while tasks wait. */
typedef struct
{
  gatomicrefcount  count;
  GjJournal       *journal;
  char            *directory;
  char            *problem;
  GMutex           mutex;
  GCond            done;
  GMainContext    *context;
  GWeakRef         owner;
  guint            n_waiting;
  guint            synced;
} Shared;

/**
 * GjAutosave:
 *
 * Carries the steps of a history to its journal. Knows no file of the person's and never
 * changes the report.
 */
struct _GjAutosave
{
  GObject      parent_instance;

  GjHistory   *history;
  GThreadPool *pool;
  Shared      *shared;
  char        *problem;
  guint        sync_id;
  guint        serial;
  gboolean     kept;
  gboolean     discarded;
};

G_DEFINE_FINAL_TYPE (GjAutosave, gj_autosave, G_TYPE_OBJECT)

enum { PROP_0, PROP_KEPT, PROP_PROBLEM, N_PROPS };
static GParamSpec *properties[N_PROPS];

static Shared *
shared_new (GjAutosave *owner,
            const char *directory)
{
  Shared *shared = g_new0 (Shared, 1);

  g_atomic_ref_count_init (&shared->count);
  shared->directory = g_strdup (directory);
  shared->context = g_main_context_ref_thread_default ();
  g_weak_ref_init (&shared->owner, owner);
  g_mutex_init (&shared->mutex);
  g_cond_init (&shared->done);

  return shared;
}

static Shared *
shared_ref (Shared *shared)
{
  g_atomic_ref_count_inc (&shared->count);

  return shared;
}

static void
shared_unref (Shared *shared)
{
  if (!g_atomic_ref_count_dec (&shared->count))
    return;

  g_clear_object (&shared->journal);
  g_weak_ref_clear (&shared->owner);
  g_mutex_clear (&shared->mutex);
  g_cond_clear (&shared->done);
  g_main_context_unref (shared->context);
  g_free (shared->directory);
  g_free (shared->problem);
  g_free (shared);
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
start_journal (Shared  *shared,
               Task    *task,
               GError **error)
{
  if (shared->journal != NULL)
    return gj_journal_rebase (shared->journal, task->base, task->text, error);

  shared->journal = gj_journal_new (shared->directory, task->base, task->text, error);

  return shared->journal != NULL;
}

static gboolean
perform (Shared  *shared,
         Task    *task,
         GError **error)
{
  if (task->kind == TASK_START)
    return start_journal (shared, task, error);

  if (shared->journal == NULL)
    return TRUE;

  switch (task->kind)
    {
    case TASK_EDIT:
      return gj_journal_append (shared->journal, task->edit, task->reverted, error);

    case TASK_DRAFT:
      return gj_journal_set_draft (shared->journal, task->cell, task->text, error);

    case TASK_SYNC:
      return gj_journal_sync (shared->journal, error);

    case TASK_DISCARD:
      gj_journal_discard (shared->journal);
      g_clear_object (&shared->journal);
      return TRUE;

    case TASK_START:
    default:
      return TRUE;
    }
}

static gboolean
report_cb (gpointer user_data)
{
  Shared *shared = user_data;
  g_autoptr (GjAutosave) self = g_weak_ref_get (&shared->owner);
  g_autofree char *problem = NULL;
  guint synced;

  if (self == NULL)
    return G_SOURCE_REMOVE;

  g_mutex_lock (&shared->mutex);
  problem = g_strdup (shared->problem);
  synced = shared->synced;
  g_mutex_unlock (&shared->mutex);

  if (g_strcmp0 (self->problem, problem) != 0)
    {
      g_free (self->problem);
      self->problem = g_steal_pointer (&problem);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROBLEM]);
    }

  if (!self->kept && synced == self->serial && self->problem == NULL)
    {
      self->kept = TRUE;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_KEPT]);
    }

  return G_SOURCE_REMOVE;
}

/* Never in this thread, even when no loop runs: the object belongs to the main one. */
static void
queue_report (Shared *shared)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, report_cb, shared_ref (shared),
                         (GDestroyNotify) shared_unref);
  g_source_attach (source, shared->context);
}

/* A first problem stays until a sync succeeds: a lost step is not mended by the next. */
static void
note_result (Shared       *shared,
             const Task   *task,
             const GError *error)
{
  if (error != NULL && shared->problem == NULL)
    shared->problem = g_strdup (error->message);
  else if (error == NULL && task->kind == TASK_START)
    g_clear_pointer (&shared->problem, g_free);

  if (task->kind == TASK_SYNC || error != NULL)
    {
      shared->synced = task->serial;
      queue_report (shared);
    }
}

static void
task_thread (gpointer data,
             gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  Shared *shared = user_data;
  Task *task = data;

  perform (shared, task, &error);

  g_mutex_lock (&shared->mutex);
  note_result (shared, task, error);
  shared->n_waiting--;
  g_cond_broadcast (&shared->done);
  g_mutex_unlock (&shared->mutex);

  task_free (task);
  shared_unref (shared);
}

static void
push (GjAutosave *self,
      Task       *task)
{
  task->serial = self->serial;
  shared_ref (self->shared);

  g_mutex_lock (&self->shared->mutex);
  self->shared->n_waiting++;
  g_mutex_unlock (&self->shared->mutex);

  g_thread_pool_push (self->pool, task, NULL);
}

static Task *
task_new (TaskKind kind)
{
  Task *task = g_new0 (Task, 1);

  task->kind = kind;

  return task;
}

static gboolean
sync_cb (gpointer user_data)
{
  GjAutosave *self = user_data;

  self->sync_id = 0;
  push (self, task_new (TASK_SYNC));

  return G_SOURCE_REMOVE;
}

static void
schedule_sync (GjAutosave *self)
{
  self->serial++;

  if (self->kept)
    {
      self->kept = FALSE;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_KEPT]);
    }

  if (self->sync_id == 0)
    self->sync_id = g_timeout_add (SYNC_DELAY_MS, sync_cb, self);
}

static void
edited_cb (GjAutosave *self,
           GjEdit     *edit,
           gboolean    reverted)
{
  Task *task;

  if (self->discarded)
    return;

  schedule_sync (self);
  task = task_new (TASK_EDIT);
  task->edit = gj_edit_ref (edit);
  task->reverted = reverted;
  push (self, task);
}

static void
start (GjAutosave *self,
       GjReport   *base,
       const char *file_uri)
{
  Task *task = task_new (TASK_START);

  task->base = gj_report_dup_snapshot (base);
  task->text = g_strdup (file_uri);
  push (self, task);
}

static void
gj_autosave_dispose (GObject *object)
{
  GjAutosave *self = GJ_AUTOSAVE (object);

  g_clear_handle_id (&self->sync_id, g_source_remove);
  g_clear_object (&self->history);
  if (self->pool != NULL)
    {
      g_thread_pool_free (self->pool, FALSE, TRUE);
      self->pool = NULL;
    }

  G_OBJECT_CLASS (gj_autosave_parent_class)->dispose (object);
}

static void
gj_autosave_finalize (GObject *object)
{
  GjAutosave *self = GJ_AUTOSAVE (object);

  g_clear_pointer (&self->shared, shared_unref);
  g_free (self->problem);

  G_OBJECT_CLASS (gj_autosave_parent_class)->finalize (object);
}

static void
gj_autosave_get_property (GObject    *object,
                          guint       property_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  GjAutosave *self = GJ_AUTOSAVE (object);

  switch (property_id)
    {
    case PROP_KEPT:
      g_value_set_boolean (value, self->kept);
      break;

    case PROP_PROBLEM:
      g_value_set_string (value, self->problem);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
gj_autosave_class_init (GjAutosaveClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = gj_autosave_dispose;
  object_class->finalize = gj_autosave_finalize;
  object_class->get_property = gj_autosave_get_property;

  properties[PROP_KEPT] = g_param_spec_boolean ("kept", NULL, NULL, TRUE, flags);
  properties[PROP_PROBLEM] = g_param_spec_string ("problem", NULL, NULL, NULL, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
gj_autosave_init (GjAutosave *self)
{
  self->kept = TRUE;
}

GjAutosave *
gj_autosave_new (GjHistory  *history,
                 const char *directory,
                 const char *file_uri)
{
  GjAutosave *self;

  g_return_val_if_fail (GJ_IS_HISTORY (history), NULL);
  g_return_val_if_fail (directory != NULL, NULL);

  self = g_object_new (GJ_TYPE_AUTOSAVE, NULL);
  self->history = g_object_ref (history);
  self->shared = shared_new (self, directory);
  self->pool = g_thread_pool_new (task_thread, self->shared, 1, FALSE, NULL);

  start (self, gj_history_get_report (history), file_uri);
  g_signal_connect_object (history, "edited", G_CALLBACK (edited_cb), self,
                           G_CONNECT_SWAPPED);

  return self;
}

gboolean
gj_autosave_is_kept (GjAutosave *self)
{
  g_return_val_if_fail (GJ_IS_AUTOSAVE (self), FALSE);

  return self->kept;
}

const char *
gj_autosave_get_problem (GjAutosave *self)
{
  g_return_val_if_fail (GJ_IS_AUTOSAVE (self), NULL);

  return self->problem;
}

void
gj_autosave_set_draft (GjAutosave *self,
                       guint       cell,
                       const char *text)
{
  Task *task;

  g_return_if_fail (GJ_IS_AUTOSAVE (self));

  if (self->discarded)
    return;

  schedule_sync (self);
  task = task_new (TASK_DRAFT);
  task->cell = cell;
  task->text = g_strdup (text);
  push (self, task);
}

void
gj_autosave_rebase (GjAutosave *self,
                    GjReport   *base,
                    const char *file_uri)
{
  g_return_if_fail (GJ_IS_AUTOSAVE (self));
  g_return_if_fail (GJ_IS_REPORT (base));

  self->discarded = FALSE;
  schedule_sync (self);
  start (self, base, file_uri);
}

void
gj_autosave_flush (GjAutosave *self)
{
  g_return_if_fail (GJ_IS_AUTOSAVE (self));

  if (self->sync_id != 0)
    {
      g_source_remove (self->sync_id);
      sync_cb (self);
    }

  g_mutex_lock (&self->shared->mutex);
  while (self->shared->n_waiting > 0)
    g_cond_wait (&self->shared->done, &self->shared->mutex);
  g_mutex_unlock (&self->shared->mutex);

  report_cb (self->shared);
}

void
gj_autosave_discard (GjAutosave *self)
{
  g_return_if_fail (GJ_IS_AUTOSAVE (self));

  if (self->discarded)
    return;

  self->discarded = TRUE;
  g_clear_handle_id (&self->sync_id, g_source_remove);
  push (self, task_new (TASK_DISCARD));
}

char *
gj_autosave_dup_directory (void)
{
  return g_build_filename (g_get_user_state_dir (), "gouji", "journal", NULL);
}
