/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include <libxml/parser.h>

#include "gj-core.h"

/* One report of 30 KB between its file and memory, against what libxml2 takes to make a
 * tree of the same bytes. All of them run in turn, each once a round. */

#define N_ROUNDS 2000
#define SIZE (30 * 1024)

typedef struct
{
  const char *name;
  void      (*run)(void);
  gint64      times[N_ROUNDS];
} Task;

static GBytes *file;
static GjReport *report;
static char *path;

static void
parse_tree (void)
{
  gsize size;
  const char *data = g_bytes_get_data (file, &size);

  xmlFreeDoc (xmlReadMemory (data, (int) size, NULL, NULL, XML_PARSE_NONET));
}

static void
read_report (void)
{
  g_object_unref (gj_store_read (file, NULL));
}

static void
load_and_read_report (void)
{
  g_autoptr (GBytes) bytes = gj_file_load (path, GJ_FILE_MAX_SIZE, NULL, NULL);

  g_object_unref (gj_store_read (bytes, NULL));
}

static void
write_report (void)
{
  g_bytes_unref (gj_store_write (report));
}

static void
digest_report (void)
{
  g_free (gj_report_dup_digest (report));
}

static Task tasks[] = {
  { "libxml2 tree", parse_tree },
  { "read", read_report },
  { "load and read", load_and_read_report },
  { "write", write_report },
  { "digest", digest_report },
};

static GjReport *
make_report (void)
{
  GjReport *made = gj_report_new (gj_form_catalogue_find ("guoban-2021"));
  GjForm *form = gj_report_get_form (made);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GjNarrative) narrative = NULL;

  for (guint i = 0; i < gj_form_get_n_cells (form); i++)
    {
      char number[16];

      g_snprintf (number, sizeof number, "%u", i * i % 1237);
      gj_report_init_cell (made, i, number);
    }
  while (text->len < SIZE - 14 * 1024)
    {
      for (int i = 0; i < 8; i++)
        g_string_append (text, "本年度主动公开政府信息1234条，收到申请56件。");
      g_string_append_c (text, '\n');
    }
  narrative = gj_narrative_new_for_text (text->str);
  gj_report_init_narrative (made, 0, narrative);
  return made;
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  gint64 first = *(const gint64 *) a;
  gint64 second = *(const gint64 *) b;

  return (first > second) - (first < second);
}

static gint64
get_nanoseconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_MONOTONIC, &now);
  return (gint64) now.tv_sec * 1000000000 + now.tv_nsec;
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("gouji-XXXXXX", NULL);

  path = g_build_filename (folder, "report.gouji", NULL);
  report = make_report ();
  file = gj_store_write (report);
  if (!gj_file_replace (path, file, NULL, NULL, NULL))
    return 1;

  for (int round = 0; round < N_ROUNDS; round++)
    for (gsize i = 0; i < G_N_ELEMENTS (tasks); i++)
      {
        gint64 start = get_nanoseconds ();

        tasks[i].run ();
        tasks[i].times[round] = get_nanoseconds () - start;
      }

  g_print ("one report of %" G_GSIZE_FORMAT " bytes\n", g_bytes_get_size (file));
  for (gsize i = 0; i < G_N_ELEMENTS (tasks); i++)
    {
      qsort (tasks[i].times, N_ROUNDS, sizeof (gint64), compare_times);
      g_print ("  %-14s %8.1f µs %6.2f ×\n", tasks[i].name,
               (double) tasks[i].times[N_ROUNDS / 2] / 1000,
               (double) tasks[i].times[N_ROUNDS / 2] / (double) tasks[0].times[N_ROUNDS / 2]);
    }

  remove (path);
  remove (folder);
  return 0;
}
