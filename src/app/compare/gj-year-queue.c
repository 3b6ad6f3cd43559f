/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-year-queue.h"

#include <glib/gi18n-lib.h>

/**
 * GjYearQueue:
 *
 * Reads reports of other years, however many were chosen or dropped at once, and whatever
 * becomes of each.
 */
struct _GjYearQueue
{
  GObject       parent_instance;

  GPtrArray    *waiting;
  GFile        *file;
  GCancellable *cancellable;
  guint         n_all;
  guint         n_done;
  GPtrArray    *failed;
  char         *failure;
};

G_DEFINE_FINAL_TYPE (GjYearQueue, gj_year_queue, G_TYPE_OBJECT)

enum { READ, CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static char *
dup_name (GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);

  return base != NULL ? g_filename_display_name (base) : g_file_get_parse_name (file);
}

static void
gj_year_queue_dispose (GObject *object)
{
  GjYearQueue *self = GJ_YEAR_QUEUE (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->file);

  G_OBJECT_CLASS (gj_year_queue_parent_class)->dispose (object);
}

static void
gj_year_queue_finalize (GObject *object)
{
  GjYearQueue *self = GJ_YEAR_QUEUE (object);

  g_ptr_array_unref (self->waiting);
  g_ptr_array_unref (self->failed);
  g_free (self->failure);

  G_OBJECT_CLASS (gj_year_queue_parent_class)->finalize (object);
}

static void
gj_year_queue_class_init (GjYearQueueClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = gj_year_queue_dispose;
  object_class->finalize = gj_year_queue_finalize;

  signals[READ] = g_signal_new ("read", GJ_TYPE_YEAR_QUEUE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[CHANGED] = g_signal_new ("changed", GJ_TYPE_YEAR_QUEUE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
gj_year_queue_init (GjYearQueue *self)
{
  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
  self->failed = g_ptr_array_new_with_free_func (g_free);
}

GjYearQueue *
gj_year_queue_new (void)
{
  return g_object_new (GJ_TYPE_YEAR_QUEUE, NULL);
}

static void
begin (GjYearQueue *self)
{
  g_ptr_array_set_size (self->failed, 0);
  g_clear_pointer (&self->failure, g_free);
  self->n_all = self->n_done = 0;
  self->cancellable = g_cancellable_new ();
}

void
gj_year_queue_add (GjYearQueue *self,
                   GFile       *file)
{
  g_return_if_fail (GJ_IS_YEAR_QUEUE (self));
  g_return_if_fail (G_IS_FILE (file));

  if (self->cancellable == NULL)
    begin (self);
  g_ptr_array_add (self->waiting, g_object_ref (file));
  self->n_all++;
}

gboolean
gj_year_queue_contains (GjYearQueue *self,
                        GFile       *file)
{
  g_return_val_if_fail (GJ_IS_YEAR_QUEUE (self), FALSE);

  if (self->file != NULL && g_file_equal (self->file, file))
    return TRUE;

  return g_ptr_array_find_with_equal_func (self->waiting, file, (GEqualFunc) g_file_equal, NULL);
}

gboolean
gj_year_queue_is_reading (GjYearQueue *self)
{
  g_return_val_if_fail (GJ_IS_YEAR_QUEUE (self), FALSE);

  return self->file != NULL;
}

static void
end (GjYearQueue *self)
{
  g_ptr_array_set_size (self->waiting, 0);
  g_clear_object (&self->file);
  g_clear_object (&self->cancellable);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void read_next (GjYearQueue *self);

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GjYearQueue) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) years = gj_year_file_read_finish (result, &error);

  if (self->file == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (years != NULL)
    {
      /* What it names as its own last year is not asked for. */
      g_signal_emit (self, signals[READ], 0, years->pdata[0]);
    }
  else
    {
      g_ptr_array_add (self->failed, dup_name (self->file));
      if (self->failure == NULL)
        self->failure = g_strdup (error->message);
    }
  self->n_done++;
  read_next (self);
}

static void
read_next (GjYearQueue *self)
{
  g_clear_object (&self->file);
  if (self->waiting->len == 0)
    {
      end (self);
      return;
    }

  self->file = g_ptr_array_steal_index (self->waiting, 0);
  g_signal_emit (self, signals[CHANGED], 0);
  gj_year_file_read_async (self->file, self->cancellable, read_cb, g_object_ref (self));
}

void
gj_year_queue_start (GjYearQueue *self)
{
  g_return_if_fail (GJ_IS_YEAR_QUEUE (self));

  if (self->cancellable == NULL)
    begin (self);
  if (self->file == NULL)
    read_next (self);
}

/* What has been read stays. */
void
gj_year_queue_cancel (GjYearQueue *self)
{
  g_return_if_fail (GJ_IS_YEAR_QUEUE (self));

  if (self->cancellable == NULL)
    return;

  g_cancellable_cancel (self->cancellable);
  end (self);
}

char *
gj_year_queue_dup_progress (GjYearQueue *self)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (GJ_IS_YEAR_QUEUE (self), NULL);

  if (self->file == NULL)
    return NULL;

  name = dup_name (self->file);
  if (self->n_all < 2)
    return g_strdup_printf (_("Reading “%s”…"), name);

  return g_strdup_printf (_("Reading “%1$s” (%2$u of %3$u)…"), name, self->n_done + 1, self->n_all);
}

char *
gj_year_queue_dup_failure (GjYearQueue *self)
{
  g_autofree char *names = NULL;

  g_return_val_if_fail (GJ_IS_YEAR_QUEUE (self), NULL);

  if (self->failed->len == 0)
    return NULL;
  if (self->failed->len == 1)
    return g_strdup_printf (_("“%1$s” could not be read. %2$s"),
                            (char *) self->failed->pdata[0], self->failure);

  g_ptr_array_add (self->failed, NULL);
  names = g_strjoinv (C_("list", ", "), (char **) self->failed->pdata);
  g_ptr_array_set_size (self->failed, self->failed->len - 1);

  return g_strdup_printf (_("%1$u files could not be read: %2$s."), self->failed->len, names);
}
