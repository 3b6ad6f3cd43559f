/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

#include "gj-core.h"

/* From the edit of one cell to all findings up to date, for every cell in turn: right,
 * wrong, right again; with the form as it is and with ten times as many rules that the
 * cell is not in. And a whole report without a fault, checked in one go. */

#define N_ROUNDS 40
#define N_BATCHES 5000

static gint64
get_nanoseconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_MONOTONIC, &now);

  return now.tv_sec * G_GINT64_CONSTANT (1000000000) + now.tv_nsec;
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  gint64 left = *(const gint64 *) a;
  gint64 right = *(const gint64 *) b;

  return (left > right) - (left < right);
}

static gint64
get_quantile (GArray *times,
              guint   percent)
{
  g_array_sort (times, compare_times);

  return g_array_index (times, gint64, (times->len - 1) * percent / 100);
}

static GjReport *
make_report (GjForm *form)
{
  GjReport *report = gj_report_new (form);

  gj_report_init_field (report, GJ_FIELD_YEAR, "2021");
  for (guint i = 0; i < gj_form_get_n_cells (form); i++)
    gj_report_init_cell (report, i, "0");

  return report;
}

/* The form with many more relations over table four. */
static GjForm *
make_large_form (void)
{
  g_autoptr (GBytes) bytes = g_resources_lookup_data ("/io/github/gouji/Gouji/forms/guoban-2021.xml",
                                                      G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autofree char *xml = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  const char *start = strstr (xml, "<relation check=\"A04\"");
  const char *end = strstr (start, "</relation>") + strlen ("</relation>");
  g_autofree char *relation = g_strndup (start, end - start);
  g_auto (GStrv) parts = g_strsplit (relation, "key=\"review\"", 2);
  g_autoptr (GString) large = g_string_new_len (xml, end - xml);
  g_autoptr (GBytes) large_bytes = NULL;
  g_autoptr (GError) error = NULL;
  GjForm *form;

  for (guint i = 0; i < 9 * gj_form_get_n_relations (gj_form_catalogue_find ("guoban-2021")); i++)
    g_string_append_printf (large, "%skey=\"more-%u\"%s", parts[0], i, parts[1]);
  g_string_append (large, end);

  large_bytes = g_bytes_new (large->str, large->len);
  form = gj_form_new_from_bytes (large_bytes, "large", &error);
  if (form == NULL)
    g_error ("%s", error->message);

  return form;
}

static gint64
time_edit (GjReport   *report,
           guint       cell,
           const char *text)
{
  g_autoptr (GjEdit) edit = gj_edit_new ("edit");
  gint64 start;

  gj_edit_set_cell (edit, report, cell, text);
  start = get_nanoseconds ();
  gj_report_apply (report, edit);

  return get_nanoseconds () - start;
}

/* One report under measurement: its edits are timed in turn with those of the others, so
 * that whatever else the machine does meets all alike. */
typedef struct
{
  const char *name;
  GjForm     *form;
  guint       n_wrong;
  GjReport   *report;
  GjChecker  *checker;
  GArray     *times;
} Subject;

static void
subject_start (Subject *subject)
{
  const GjTable *table = gj_form_get_table (subject->form, gj_form_find_table (subject->form, "requests"));

  subject->report = make_report (subject->form);
  subject->times = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < subject->n_wrong; i++)
    gj_report_init_cell (subject->report, table->first_cell + i * 16, "9");
  subject->checker = gj_checker_new (subject->report, NULL);
}

static void
subject_edit (Subject *subject,
              guint    cell)
{
  const GjTable *table = gj_form_get_table (subject->form, gj_form_find_table (subject->form, "requests"));
  g_autofree char *old = g_strdup (gj_report_get_cell_text (subject->report, table->first_cell + cell));
  gint64 wrong = time_edit (subject->report, table->first_cell + cell, "7");
  gint64 right = time_edit (subject->report, table->first_cell + cell, old);

  g_array_append_val (subject->times, wrong);
  g_array_append_val (subject->times, right);
}

static gint64
subject_end (Subject *subject)
{
  gint64 median = get_quantile (subject->times, 50);

  printf ("%-34s %6u rules  median %7.2f µs  99 %% %7.2f µs\n", subject->name,
          gj_form_get_n_relations (subject->form), median / 1000.0,
          get_quantile (subject->times, 99) / 1000.0);
  g_clear_object (&subject->checker);
  g_clear_object (&subject->report);
  g_clear_pointer (&subject->times, g_array_unref);

  return median;
}

static void
measure_batch (GjForm *form)
{
  g_autoptr (GjReport) report = make_report (form);
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < N_BATCHES; i++)
    {
      gint64 start = get_nanoseconds ();
      G_GNUC_UNUSED g_autoptr (GPtrArray) findings = gj_check_report (report, NULL);
      gint64 time = get_nanoseconds () - start;

      g_array_append_val (times, time);
    }

  printf ("%-34s %6u rules  median %7.2f µs  99 %% %7.2f µs\n", "whole report, no fault",
          gj_form_get_n_relations (form), get_quantile (times, 50) / 1000.0,
          get_quantile (times, 99) / 1000.0);
}

int
main (void)
{
  GjForm *form = gj_form_catalogue_find ("guoban-2021");
  g_autoptr (GjForm) large = make_large_form ();
  Subject subjects[] = {
    { "edit, one fault at a time", form, 0 },
    { "edit, ten times the rules", large, 0 },
    { "edit, among ten faults", form, 10 },
  };
  gint64 medians[G_N_ELEMENTS (subjects)];
  guint n_cells = gj_form_get_table (form, gj_form_find_table (form, "requests"))->n_cells;

  for (guint i = 0; i < G_N_ELEMENTS (subjects); i++)
    subject_start (&subjects[i]);
  for (guint i = 0; i < N_ROUNDS * n_cells; i++)
    for (guint j = 0; j < G_N_ELEMENTS (subjects); j++)
      subject_edit (&subjects[j], i % n_cells);
  for (guint i = 0; i < G_N_ELEMENTS (subjects); i++)
    medians[i] = subject_end (&subjects[i]);
  measure_batch (form);

  printf ("%-34s %.2f (bar: 1.2)\n", "ten times the rules / as it is", (double) medians[1] / medians[0]);
  printf ("%-34s %.2f (bar: 1)\n", "median edit / 50 µs", medians[0] / 50000.0);

  return 0;
}
