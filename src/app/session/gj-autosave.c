/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-autosave.h"

#include "gj-journal-thread.h"

/* The longest that work waits for the disk; three seconds are promised. */
#define SYNC_DELAY_MS 1500

/**
 * GjAutosave:
 *
 * Carries the steps of a history to its journal. Knows no file of the person's and never
 * changes the report.
 */
struct _GjAutosave
{
  GObject          parent_instance;

  GjHistory       *history;
  GjJournalThread *thread;
  char            *problem;
  guint            sync_id;
  guint            serial;
  gboolean         kept;
  gboolean         discarded;
};

G_DEFINE_FINAL_TYPE (GjAutosave, gj_autosave, G_TYPE_OBJECT)

enum { PROP_0, PROP_KEPT, PROP_PROBLEM, N_PROPS };
static GParamSpec *properties[N_PROPS];

static void
report_cb (gpointer    owner,
           const char *problem,
           guint       synced)
{
  GjAutosave *self = owner;

  if (g_strcmp0 (self->problem, problem) != 0)
    {
      g_free (self->problem);
      self->problem = g_strdup (problem);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROBLEM]);
    }

  if (!self->kept && synced == self->serial && self->problem == NULL)
    {
      self->kept = TRUE;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_KEPT]);
    }
}

static gboolean
sync_cb (gpointer user_data)
{
  GjAutosave *self = user_data;

  self->sync_id = 0;
  gj_journal_thread_sync (self->thread, self->serial);

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
  if (self->discarded)
    return;

  schedule_sync (self);
  gj_journal_thread_append (self->thread, edit, reverted, self->serial);
}

static void
gj_autosave_dispose (GObject *object)
{
  GjAutosave *self = GJ_AUTOSAVE (object);

  g_clear_handle_id (&self->sync_id, g_source_remove);
  g_clear_object (&self->history);
  g_clear_pointer (&self->thread, gj_journal_thread_free);

  G_OBJECT_CLASS (gj_autosave_parent_class)->dispose (object);
}

static void
gj_autosave_finalize (GObject *object)
{
  GjAutosave *self = GJ_AUTOSAVE (object);

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
  self->thread = gj_journal_thread_new (directory, G_OBJECT (self), report_cb);

  gj_journal_thread_start (self->thread, gj_history_get_report (history), file_uri,
                           self->serial);
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
  g_return_if_fail (GJ_IS_AUTOSAVE (self));

  if (self->discarded)
    return;

  schedule_sync (self);
  gj_journal_thread_set_draft (self->thread, cell, text, self->serial);
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
  gj_journal_thread_start (self->thread, base, file_uri, self->serial);
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

  gj_journal_thread_wait (self->thread);
}

void
gj_autosave_discard (GjAutosave *self)
{
  g_return_if_fail (GJ_IS_AUTOSAVE (self));

  if (self->discarded)
    return;

  self->discarded = TRUE;
  g_clear_handle_id (&self->sync_id, g_source_remove);
  gj_journal_thread_discard (self->thread, self->serial);
}

char *
gj_autosave_dup_directory (void)
{
  return g_build_filename (g_get_user_state_dir (), "gouji", "journal", NULL);
}
