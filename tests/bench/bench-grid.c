/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <locale.h>
#include <stdlib.h>
#include <time.h>

#include <adwaita.h>

#include "gj-grid-private.h"

/* The table of 175 cells: from nothing to its first frame, and from a key to the frame in
 * which 50 cells are marked anew. Medians in milliseconds. */

#define N_KEYS 100
#define N_STARTS 9
#define BUDGET_MS 8.0

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  double difference = *(const double *) a - *(const double *) b;

  return (difference > 0) - (difference < 0);
}

static double
get_median (double *times,
            guint   n)
{
  qsort (times, n, sizeof *times, compare_times);

  return times[n / 2];
}

static void
after_paint_cb (GdkFrameClock *clock,
                gboolean      *is_painted)
{
  *is_painted = TRUE;
}

/* The processor's time, in milliseconds: neither the wait for the screen's next frame nor
 * what else the machine does belongs to the table. */

static double
get_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);

  return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

/* Runs the main loop until a frame is drawn; returns the time spent. */

static double
wait_for_frame (GtkWidget *window,
                double     start)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  gboolean is_painted = FALSE;
  gulong id = g_signal_connect (clock, "after-paint", G_CALLBACK (after_paint_cb), &is_painted);

  while (!is_painted)
    g_main_context_iteration (NULL, TRUE);

  g_signal_handler_disconnect (clock, id);

  return get_time () - start;
}

static void
settle (void)
{
  gint64 end = g_get_monotonic_time () + 50 * 1000;

  while (g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
}

static GtkWidget *
open_window (GtkWidget *grid)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), grid);
  gtk_window_set_child (GTK_WINDOW (window), scrolled);
  gtk_window_set_default_size (GTK_WINDOW (window), 990, 800);
  gtk_window_present (GTK_WINDOW (window));

  return window;
}

static double
measure_start (GjSession *session)
{
  double times[N_STARTS];

  for (guint i = 0; i < N_STARTS; i++)
    {
      double start = get_time ();
      GtkWidget *grid = session != NULL ? gj_grid_new () : gtk_label_new ("");
      GtkWidget *window;

      if (session != NULL)
        {
          gj_grid_set_table (GJ_GRID (grid), 1);
          gj_grid_set_session (GJ_GRID (grid), session);
        }

      window = open_window (grid);
      gtk_widget_realize (window);
      times[i] = wait_for_frame (window, start);
      gtk_window_destroy (GTK_WINDOW (window));
      settle ();
    }

  return get_median (times, N_STARTS);
}

/* Marks 50 cells differently each time, as a finding of a long relation would. */

static void
mark_anew (GjGrid   *grid,
           gboolean  is_wrong)
{
  guint n_marked = 0;

  for (guint i = 0; i < grid->n_cells && n_marked < 50; i += 3)
    {
      gj_grid_cell_set_marks (grid->cells[i], GJ_CELL_RELATED, is_wrong ? GJ_CELL_RELATED : 0);
      n_marked++;
    }
}

static double
measure_keys (GjSession *session)
{
  GtkWidget *grid = gj_grid_new ();
  GtkWidget *window;
  double times[N_KEYS];
  guint first = gj_form_get_table (gj_report_get_form (gj_session_get_report (session)), 1)->first_cell;

  gj_grid_set_table (GJ_GRID (grid), 1);
  gj_grid_set_session (GJ_GRID (grid), session);
  window = open_window (grid);
  settle ();
  gtk_widget_grab_focus (grid);

  for (guint i = 0; i < N_KEYS; i++)
    {
      char text[] = { (char) ('0' + i % 10), '\0' };
      double start;

      gj_selection_set_cell (gj_session_get_selection (session), first + i % 40);
      settle ();

      start = get_time ();
      _gj_grid_edit (GJ_GRID (grid), GJ_EDITING_TYPED);
      gtk_editable_set_text (GTK_EDITABLE (GJ_GRID (grid)->editor), text);
      _gj_grid_commit (GJ_GRID (grid));
      mark_anew (GJ_GRID (grid), i % 2 == 0);
      times[i] = wait_for_frame (window, start);
    }

  gtk_window_destroy (GTK_WINDOW (window));

  return get_median (times, N_KEYS);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GjReport) report = gj_report_new (gj_form_catalogue_find ("guoban-2021"));
  g_autoptr (GjSession) session = NULL;
  double empty, full, key;

  setlocale (LC_ALL, "");
  gtk_init ();
  adw_init ();

  for (guint i = 0; i < gj_form_get_n_cells (gj_report_get_form (report)); i++)
    gj_report_init_cell (report, i, "0");

  session = gj_session_new (report);
  empty = measure_start (NULL);
  full = measure_start (session);
  key = measure_keys (session);

  g_print ("empty window to first frame     %6.1f ms\n", empty);
  g_print ("window with table three         %6.1f ms   ratio %.2f\n", full, full / empty);
  g_print ("key to frame, 50 cells marked   %6.1f ms   of %.0f ms allowed: %.2f\n", key, BUDGET_MS, key / BUDGET_MS);

  return 0;
}
