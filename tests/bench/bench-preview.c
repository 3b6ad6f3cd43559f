/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <locale.h>
#include <stdlib.h>
#include <time.h>

#include "gj-page-layout.h"
#include "gj-page-strip.h"

/* The preview: from a report to its pages, and from page to page. The processor's time of
 * the window's thread, medians in milliseconds. */

#define N_ROUNDS 5
#define BUDGET_MS 16.0

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  double difference = *(const double *) a - *(const double *) b;

  return (difference > 0) - (difference < 0);
}

static double
get_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);

  return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

static void
take_result_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static GjPages *
lay_out (GjReport *report)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GjPages *pages;

  gj_page_layout_async (NULL, report, NULL, take_result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  pages = gj_page_layout_finish (result, &error);
  g_assert_no_error (error);

  return pages;
}

static void
after_paint_cb (GdkFrameClock *clock,
                gboolean      *is_painted)
{
  *is_painted = TRUE;
}

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
  gint64 end = g_get_monotonic_time () + 60 * 1000;

  while (g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
}

/* To every page and back again; @settled leaves time to draw the neighbours. */
static double
measure_turns (GtkWidget *window,
               GtkWidget *strip,
               guint      n_pages,
               gboolean   settled,
               double    *worst)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint round = 0; round < N_ROUNDS; round++)
    for (guint i = 0; i < n_pages; i++)
      {
        double start;
        double time;

        if (settled)
          settle ();
        start = get_time ();
        gj_page_strip_go_to (GJ_PAGE_STRIP (strip), settled ? i : (i * 3 + round) % n_pages);
        gtk_widget_queue_draw (strip);
        time = wait_for_frame (window, start);
        g_array_append_val (times, time);
      }
  g_array_sort (times, compare_times);
  *worst = g_array_index (times, double, times->len * 95 / 100);

  return g_array_index (times, double, times->len / 2);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GjReport) report = NULL;
  g_autoptr (GjPages) pages = NULL;
  GtkWidget *window;
  GtkWidget *scrolled;
  GtkWidget *strip;
  gint64 start;
  double turn;
  double jump;
  double worst_turn;
  double worst_jump;

  setlocale (LC_ALL, "");
  adw_init ();
  if (argc < 2)
    {
      g_printerr ("bench-preview REPORT.gouji\n");
      return EXIT_FAILURE;
    }

  bytes = gj_file_load (argv[1], GJ_FILE_MAX_SIZE, NULL, &error);
  report = bytes != NULL ? gj_store_read (bytes, &error) : NULL;
  if (report == NULL)
    {
      g_printerr ("%s\n", error->message);
      return EXIT_FAILURE;
    }

  start = g_get_monotonic_time ();
  pages = lay_out (report);
  printf ("%-44s %7.2f ms\n", "laying out, in a thread", (g_get_monotonic_time () - start) / 1e3);

  window = gtk_window_new ();
  scrolled = gtk_scrolled_window_new ();
  strip = gj_page_strip_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), strip);
  gtk_window_set_child (GTK_WINDOW (window), scrolled);
  gtk_window_set_default_size (GTK_WINDOW (window), 900, 700);
  gj_page_strip_set_pages (GJ_PAGE_STRIP (strip), pages);
  gtk_window_present (GTK_WINDOW (window));
  settle ();

  turn = measure_turns (window, strip, gj_pages_get_n_pages (pages), TRUE, &worst_turn);
  jump = measure_turns (window, strip, gj_pages_get_n_pages (pages), FALSE, &worst_jump);
  printf ("%-44s %7.2f ms (95 of 100: %.2f, at most %.0f)\n", "next page to its frame", turn, worst_turn,
          BUDGET_MS);
  printf ("%-44s %7.2f ms (95 of 100: %.2f, at most %.0f)\n", "any page to its frame", jump, worst_jump,
          BUDGET_MS);

  return worst_turn <= BUDGET_MS && worst_jump <= BUDGET_MS ? EXIT_SUCCESS : EXIT_FAILURE;
}
