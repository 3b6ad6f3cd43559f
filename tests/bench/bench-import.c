/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

#include "gj-document-writer.h"
#include "gj-import.h"
#include "gj-sample-report.h"
#include "gj-worker-client.h"

/* Reading the same report in every format: the work itself, in this process, and what a
 * person waits for with a worker that is running and with one that has to be started. */

#define N_RUNS 21
#define N_WARM_RUNS 51

typedef struct
{
  const char *name;
  GBytes     *bytes;
} Document;

static gint64
get_time_of (int who)
{
  struct rusage usage;

  getrusage (who, &usage);

  return (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * G_USEC_PER_SEC + usage.ru_utime.tv_usec +
         usage.ru_stime.tv_usec;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  gint64 one = *(const gint64 *) a;
  gint64 other = *(const gint64 *) b;

  return (one > other) - (one < other);
}

static double
get_median (gint64 *times,
            guint   n)
{
  qsort (times, n, sizeof *times, compare);

  return (double) times[n / 2] / 1000;
}

static double
measure_here (const Document *document)
{
  gint64 times[N_RUNS];

  for (guint i = 0; i < N_RUNS; i++)
    {
      gint64 start = get_time_of (RUSAGE_SELF);
      g_autoptr (GError) error = NULL;
      g_autoptr (GjReport) report = gj_import_bytes (document->bytes, NULL, NULL, &error);

      times[i] = get_time_of (RUSAGE_SELF) - start;
      if (report == NULL)
        return -1;
    }

  return get_median (times, N_RUNS);
}

static gboolean
read_once (GjImportWorker *worker,
           const Document *document,
           gint64         *time)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GjReport) report = gj_import_worker_read (worker, document->bytes, GJ_IMPORT_ALL, NULL, &error);

  *time = g_get_monotonic_time () - start;
  if (report == NULL)
    fprintf (stderr, "%s: %s\n", document->name, error->message);

  return report != NULL;
}

/* The processor's time of a worker and its children is known when they have ended. */

static gboolean
measure_cold (const Document *document,
              double         *wait,
              double         *cpu)
{
  gint64 times[N_RUNS];
  gint64 cpu_times[N_RUNS];

  for (guint i = 0; i < N_RUNS; i++)
    {
      g_autoptr (GjImportWorker) worker = gj_import_worker_new (gj_import_sniff (document->bytes), NULL);
      gint64 before = get_time_of (RUSAGE_CHILDREN);

      if (!read_once (worker, document, &times[i]))
        return FALSE;
      g_clear_pointer (&worker, gj_import_worker_free);
      cpu_times[i] = get_time_of (RUSAGE_CHILDREN) - before;
    }

  *wait = get_median (times, N_RUNS);
  *cpu = get_median (cpu_times, N_RUNS);

  return TRUE;
}

/* The start, which is that of the cold worker, does not count. */
static gboolean
measure_warm (const Document *document,
              double          cold_cpu,
              double         *wait,
              double         *cpu)
{
  g_autoptr (GjImportWorker) worker = gj_import_worker_new (gj_import_sniff (document->bytes), NULL);
  gint64 before = get_time_of (RUSAGE_CHILDREN);
  gint64 times[N_WARM_RUNS];
  gint64 first;

  if (!read_once (worker, document, &first))
    return FALSE;
  for (guint i = 0; i < N_WARM_RUNS; i++)
    if (!read_once (worker, document, &times[i]))
      return FALSE;

  g_clear_pointer (&worker, gj_import_worker_free);
  *wait = get_median (times, N_WARM_RUNS);
  *cpu = ((double) (get_time_of (RUSAGE_CHILDREN) - before) / 1000 - cold_cpu) / N_WARM_RUNS;

  return TRUE;
}

static void
measure (const Document *document)
{
  double here = measure_here (document);
  double warm;
  double cold;
  double warm_cpu;
  double cold_cpu;

  if (here < 0 || !measure_cold (document, &cold, &cold_cpu) || !measure_warm (document, cold_cpu, &warm, &warm_cpu))
    {
      printf ("%-6s  not read\n", document->name);
      return;
    }

  printf ("%-6s %8.1f KiB %10.2f %10.2f %10.2f %10.2f %10.2f\n", document->name,
          (double) g_bytes_get_size (document->bytes) / 1024, here, warm_cpu, warm, cold_cpu, cold);
}

/* The report itself, for a script that needs it in files. */
static int
write_samples (const char *folder)
{
  g_autoptr (GjReport) report = gj_sample_report_new ();
  g_autoptr (GBytes) docx = gj_document_write_docx (report);
  g_autoptr (GBytes) html = gj_document_write_html (report);
  g_autofree char *docx_path = g_build_filename (folder, "sample.docx", NULL);
  g_autofree char *html_path = g_build_filename (folder, "sample.html", NULL);

  if (g_file_set_contents (docx_path, g_bytes_get_data (docx, NULL), (gssize) g_bytes_get_size (docx), NULL) &&
      g_file_set_contents (html_path, g_bytes_get_data (html, NULL), (gssize) g_bytes_get_size (html), NULL))
    return 0;

  return 1;
}

int
main (int   argc,
      char *argv[])
{
  if (argc == 3 && g_str_equal (argv[1], "--write"))
    return write_samples (argv[2]);

  printf ("%-19s %10s %21s %21s\n", "", "here", "warm worker", "cold worker");
  printf ("%-19s %10s %10s %10s %10s %10s\n", "", "CPU, ms", "CPU, ms", "ms", "CPU, ms", "ms");
  for (int i = 1; i < argc; i++)
    {
      Document document = { strrchr (argv[i], '.') != NULL ? strrchr (argv[i], '.') + 1 : argv[i], NULL };
      char *data;
      gsize size;

      if (!g_file_get_contents (argv[i], &data, &size, NULL))
        continue;
      document.bytes = g_bytes_new_take (data, size);
      measure (&document);
      fflush (stdout);
      g_bytes_unref (document.bytes);
    }

  return 0;
}
