/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib.h>

#include "gj-job-pool.h"

typedef struct
{
  guint next;
  int   waiting;
  int   most_waiting;
} Count;

/* Every 50th job is slow, so that the others run ahead of it. */

static gpointer
work (guint    index,
      gpointer data)
{
  Count *count = data;
  int waiting;

  if (index % 50 == 0)
    g_usleep (5000);
  waiting = g_atomic_int_add (&count->waiting, 1) + 1;
  for (int most = g_atomic_int_get (&count->most_waiting); waiting > most;
       most = g_atomic_int_get (&count->most_waiting))
    if (g_atomic_int_compare_and_exchange (&count->most_waiting, most, waiting))
      break;

  return GUINT_TO_POINTER (index + 1);
}

static void
done (guint    index,
      gpointer result,
      gpointer data)
{
  Count *count = data;

  g_atomic_int_add (&count->waiting, -1);
  g_assert_cmpuint (index, ==, count->next);
  g_assert_cmpuint (GPOINTER_TO_UINT (result), ==, index + 1);
  count->next++;
}

static const struct
{
  guint n_jobs;
  guint n_threads;
} pool_cases[] = {
  { 0, 4 }, { 1, 4 }, { 3, 1 }, { 3, 8 }, { 256, 2 }, { 257, 3 }, { 3000, 7 }, { 1000, 1000 },
};

static void
test_order (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (pool_cases); i++)
    {
      Count count = { 0 };

      gj_job_pool_run (pool_cases[i].n_jobs, pool_cases[i].n_threads, work, done, &count);
      g_assert_cmpuint (count.next, ==, pool_cases[i].n_jobs);
    }
}

/* While the first job is slow the others may run ahead, but not without end. */

static gpointer
work_after_the_first (guint    index,
                      gpointer data)
{
  if (index == 0)
    g_usleep (200000);

  return work (index + 1, data);
}

static void
done_plus_one (guint    index,
               gpointer result,
               gpointer data)
{
  done (index, GUINT_TO_POINTER (GPOINTER_TO_UINT (result) - 1), data);
}

static void
test_bounded (void)
{
  Count count = { 0 };

  gj_job_pool_run (5000, 4, work_after_the_first, done_plus_one, &count);
  g_assert_cmpuint (count.next, ==, 5000);
  g_assert_cmpint (count.most_waiting, <=, 256);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cli/job-pool/order", test_order);
  g_test_add_func ("/cli/job-pool/bounded", test_bounded);

  return g_test_run ();
}
