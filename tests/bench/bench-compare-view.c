/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <locale.h>
#include <stdlib.h>
#include <time.h>

#include <adwaita.h>

#include "gj-compare-page.h"
#include "gj-compare-text.h"

/* Two reports beside each other: to the first frame, from a key to the frame with its marks,
 * and from one step of scrolling to the next. A usual section, and a very long one.
 * Medians and the worst, in milliseconds of the processor. */

#define N_STARTS 5
#define N_KEYS 60
#define N_STEPS 120
#define STEP 48
#define FRAME_MS 16.7

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  double difference = *(const double *) a - *(const double *) b;

  return (difference > 0) - (difference < 0);
}

static void
say (const char *what,
     double     *times,
     guint       n)
{
  qsort (times, n, sizeof *times, compare_times);
  g_print ("%-34s median %6.1f   95 %% %6.1f   worst %6.1f ms   of %.1f allowed: %.2f\n", what,
           times[n / 2], times[n * 95 / 100], times[n - 1], FRAME_MS, times[n / 2] / FRAME_MS);
}

static double
get_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);

  return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
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
settle (guint milliseconds)
{
  gint64 end = g_get_monotonic_time () + milliseconds * 1000;

  while (g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
}

/* Sentences of the usual words with numbers; every fifth paragraph differs altogether. */
static char *
dup_text (GRand *random,
          guint  n_paragraphs,
          int    year)
{
  static const char *const words[] = {
    "主动公开", "政府信息", "依申请公开", "平台建设", "监督保障", "重点领域", "政策解读", "办理答复",
    "回应关切", "优化流程", "规范管理", "业务培训", "专题研究", "信息发布", "制度建设", "沟通协调",
  };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_paragraphs; i++)
    {
      g_string_append_printf (text, "%s（%u）%d年", i > 0 ? "\n" : "", i + 1, year);
      for (guint j = 0; j < 8; j++)
        {
          guint word = i % 5 == 4 ? (guint) g_rand_int_range (random, 0, 16) : (i * 7 + j * 3) % 16;

          g_string_append_printf (text, "%s%s工作，共计%d件。", j % 3 == 0 ? "扎实推进" : "持续加强",
                                  words[word], g_rand_int_range (random, 1, 900));
        }
    }

  return g_string_free (text, FALSE);
}

static GjReport *
create_report (GRand *random,
               guint  n_paragraphs,
               int    year)
{
  GjReport *report = gj_report_new_for_year (gj_form_catalogue_find ("guoban-2021"),
                                             "云溪市发展和改革局", year);
  GjForm *form = gj_report_get_form (report);
  g_autofree char *text = dup_text (random, n_paragraphs, year);
  g_autoptr (GjNarrative) narrative = gj_narrative_new_for_text (text);

  gj_report_init_narrative (report, 0, narrative);
  for (guint i = 0; i < gj_form_get_n_cells (form); i++)
    {
      g_autofree char *number = g_strdup_printf ("%d", g_rand_int_range (random, 0, 200));

      gj_report_init_cell (report, i, number);
    }

  return report;
}

static GtkWidget *
open_window (GtkWidget *page)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_child (GTK_WINDOW (window), page);
  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  gtk_window_present (GTK_WINDOW (window));

  return window;
}

static GtkWidget *
find (GtkWidget *widget,
      GType      type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
measure_start (GjCompare *compare,
               guint      section)
{
  double times[N_STARTS];

  for (guint i = 0; i < N_STARTS; i++)
    {
      double start = get_time ();
      GtkWidget *window = open_window (gj_compare_page_new (compare, section));

      times[i] = wait_for_frame (window, start);
      gtk_window_destroy (GTK_WINDOW (window));
      settle (50);
    }
  say (section == 0 ? "text to the first frame" : "table to the first frame", times, N_STARTS);
}

static void
measure_keys (GtkWidget *window)
{
  GjCompareText *text = GJ_COMPARE_TEXT (find (window, GJ_TYPE_COMPARE_TEXT));
  GtkTextView *view = GTK_TEXT_VIEW (gj_compare_text_get_view (text));
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  double times[N_KEYS];
  GtkTextIter iter;

  gtk_widget_grab_focus (GTK_WIDGET (view));
  gtk_text_buffer_get_iter_at_line_offset (buffer, &iter, 2, 30);
  gtk_text_buffer_place_cursor (buffer, &iter);
  settle (300);
  for (guint i = 0; i < N_KEYS; i++)
    {
      double start = get_time ();

      gtk_text_buffer_insert_interactive_at_cursor (buffer, i % 7 == 0 ? "，" : "新", -1, TRUE);
      times[i] = wait_for_frame (window, start);
      settle (20);
    }
  say ("key to the frame with its marks", times, N_KEYS);
}

static void
measure_scrolling (GtkWidget *window,
                   GType      type)
{
  GtkWidget *part = find (window, type);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (
    GTK_SCROLLED_WINDOW (find (part, GTK_TYPE_SCROLLED_WINDOW)));
  double times[N_STEPS];

  settle (300);
  for (guint i = 0; i < N_STEPS; i++)
    {
      double start = get_time ();
      double room = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);

      gtk_adjustment_set_value (adjustment, room > 0 ? (guint) (i * STEP) % (guint) room : 0);
      gtk_widget_queue_draw (part);
      times[i] = wait_for_frame (window, start);
    }
  say (type == GJ_TYPE_COMPARE_TEXT ? "scrolling both texts, a step" : "scrolling the table, a step",
       times, N_STEPS);
}

static void
measure (guint n_paragraphs)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20260101);
  g_autoptr (GjReport) old_report = create_report (random, n_paragraphs, 2024);
  g_autoptr (GjReport) report = create_report (random, n_paragraphs, 2025);
  g_autoptr (GjSession) session = gj_session_new (report);
  g_autoptr (GjCompare) compare = gj_compare_new (session, old_report, "2024.docx");
  GtkWidget *window;

  gj_checker_set_last_year (gj_session_get_checker (session), old_report, "2024.docx");
  g_print ("-- %u paragraphs a side\n", n_paragraphs);
  measure_start (compare, 0);
  window = open_window (gj_compare_page_new (compare, 0));
  settle (300);
  measure_keys (window);
  measure_scrolling (window, GJ_TYPE_COMPARE_TEXT);
  gtk_window_destroy (GTK_WINDOW (window));
  settle (50);

  measure_start (compare, 2);
  window = open_window (gj_compare_page_new (compare, 2));
  settle (300);
  measure_scrolling (window, g_type_from_name ("GjCompareTable"));
  gtk_window_destroy (GTK_WINDOW (window));
  settle (50);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GtkCssProvider) provider = NULL;

  setlocale (LC_ALL, "");
  gtk_init ();
  adw_init ();
  provider = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (provider, "/io/github/gouji/Gouji/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);

  measure (24);
  measure (280);

  return 0;
}
