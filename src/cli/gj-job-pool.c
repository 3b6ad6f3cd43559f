/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-job-pool.h"

/* The jobs are numbered. Three numbers say everything: the jobs before @taken are in
 * hand or done, those before @given have been handed to the caller, and no job at or
 * beyond @given + WINDOW is begun, so that what waits for its turn is bounded however
 * slow one job is. A result lies in the slot of its number modulo WINDOW. */

#define WINDOW 256
#define MAX_THREADS 64

typedef struct
{
  GMutex    mutex;
  GCond     result_ready;
  GCond     room_made;
  guint     n_jobs;
  guint     taken;
  guint     given;
  gboolean  ready[WINDOW];
  gpointer  results[WINDOW];
  GjJobFunc work;
  gpointer  data;
} Pool;

static gboolean
take_job (Pool  *pool,
          guint *index)
{
  G_GNUC_UNUSED g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&pool->mutex);

  while (pool->taken < pool->n_jobs && pool->taken >= pool->given + WINDOW)
    g_cond_wait (&pool->room_made, &pool->mutex);
  if (pool->taken == pool->n_jobs)
    return FALSE;

  *index = pool->taken++;

  return TRUE;
}

static void
put_result (Pool     *pool,
            guint     index,
            gpointer  result)
{
  G_GNUC_UNUSED g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&pool->mutex);

  pool->results[index % WINDOW] = result;
  pool->ready[index % WINDOW] = TRUE;
  if (index == pool->given)
    g_cond_signal (&pool->result_ready);
}

static gpointer
take_result (Pool *pool)
{
  G_GNUC_UNUSED g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&pool->mutex);
  guint slot = pool->given % WINDOW;

  while (!pool->ready[slot])
    g_cond_wait (&pool->result_ready, &pool->mutex);

  pool->ready[slot] = FALSE;
  pool->given++;

  /* Waking everybody for each result would cost more than the jobs. */
  if (pool->given % (WINDOW / 4) == 0)
    g_cond_broadcast (&pool->room_made);

  return pool->results[slot];
}

static gpointer
run_worker (gpointer data)
{
  Pool *pool = data;
  guint index;

  while (take_job (pool, &index))
    put_result (pool, index, pool->work (index, pool->data));

  return NULL;
}

/**
 * gj_job_pool_run:
 * @n_jobs: how many jobs there are
 * @n_threads: how many are done at the same time, 64 at most
 * @work: does one
 * @done: takes what came of it
 * @data: for both
 *
 * Does the jobs and hands over what came of them in their order. Memory does not grow
 * with their number.
 */
void
gj_job_pool_run (guint         n_jobs,
                 guint         n_threads,
                 GjJobFunc     work,
                 GjJobDoneFunc done,
                 gpointer      data)
{
  Pool pool = { .n_jobs = n_jobs, .work = work, .data = data };
  g_autofree GThread **threads = NULL;

  g_return_if_fail (n_threads > 0);

  n_threads = MIN (MIN (n_threads, MAX_THREADS), n_jobs);
  if (n_threads <= 1)
    {
      for (guint i = 0; i < n_jobs; i++)
        done (i, work (i, data), data);
      return;
    }

  g_mutex_init (&pool.mutex);
  g_cond_init (&pool.result_ready);
  g_cond_init (&pool.room_made);

  threads = g_new (GThread *, n_threads);
  for (guint i = 0; i < n_threads; i++)
    threads[i] = g_thread_new ("job", run_worker, &pool);
  for (guint i = 0; i < n_jobs; i++)
    done (i, take_result (&pool), data);
  for (guint i = 0; i < n_threads; i++)
    g_thread_join (threads[i]);

  g_mutex_clear (&pool.mutex);
  g_cond_clear (&pool.result_ready);
  g_cond_clear (&pool.room_made);
}
