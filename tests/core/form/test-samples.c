/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-core.h"

/* The samples are canonical files, hang together over the years, and give the findings
 * that were planted in them and no others. */

typedef struct
{
  const char *name;
  const char *keys[8];
} SampleCase;

static const SampleCase samples[] = {
  { "yunxi-development-reform-2024" },
  { "yunxi-development-reform-2025",
    { "A02/natural-person", "A03/granted", "A04/review",
      "A08/requests/rejected-publication/research" } },
  { "lanjiang-district-2025" },
};

static GBytes *
load_bytes (const char *name)
{
  g_autofree char *path = g_strdup_printf ("%s/data/samples/%s.gouji", g_getenv ("GJ_SOURCE_ROOT"), name);
  g_autoptr (GError) error = NULL;
  char *text = NULL;
  gsize size;

  g_file_get_contents (path, &text, &size, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (text, size);
}

static GjReport *
load_report (const char *name)
{
  g_autoptr (GBytes) bytes = load_bytes (name);
  g_autoptr (GError) error = NULL;
  GjReport *report = gj_store_read (bytes, &error);

  g_assert_no_error (error);
  return report;
}

static void
test_canonical (gconstpointer data)
{
  const SampleCase *c = data;
  g_autoptr (GBytes) bytes = load_bytes (c->name);
  g_autoptr (GjReport) report = load_report (c->name);
  g_autoptr (GBytes) written = gj_store_write (report);
  const char *path = g_getenv ("GJ_WRITE_SAMPLES");

  if (path != NULL)
    {
      g_autofree char *target = g_strdup_printf ("%s/%s.gouji", path, c->name);

      g_file_set_contents (target, g_bytes_get_data (written, NULL), g_bytes_get_size (written), NULL);
    }

  g_assert_true (g_bytes_equal (bytes, written));
}

static void
test_findings (gconstpointer data)
{
  const SampleCase *c = data;
  g_autoptr (GjReport) report = load_report (c->name);
  g_autoptr (GPtrArray) findings = gj_check_report (report, NULL);

  for (guint i = 0; i < findings->len; i++)
    if (!g_strv_contains (c->keys, gj_finding_get_key (g_ptr_array_index (findings, i))))
      g_test_fail_printf ("not planted: %s, %s", gj_finding_get_key (g_ptr_array_index (findings, i)),
                          gj_finding_get_message (g_ptr_array_index (findings, i)));

  for (guint i = 0; c->keys[i] != NULL; i++)
    {
      gboolean found = FALSE;

      for (guint j = 0; j < findings->len; j++)
        found = found || g_str_equal (gj_finding_get_key (g_ptr_array_index (findings, j)), c->keys[i]);
      if (!found)
        g_test_fail_printf ("not found: %s", c->keys[i]);
    }
}

static gint64
get_number (GjReport   *report,
            const char *id)
{
  guint cell = gj_form_find_cell (gj_report_get_form (report), id);
  const GjNumberText *number = gj_report_get_cell_number (report, cell);

  g_assert_cmpuint (number->state, ==, GJ_NUMBER_READ);
  return number->value.mantissa;
}

/* What last year carried out, this year carries in; documents in force roll forward. */
static void
test_years (void)
{
  g_autoptr (GjReport) old = load_report ("yunxi-development-reform-2024");
  g_autoptr (GjReport) new = load_report ("yunxi-development-reform-2025");
  GjForm *form = gj_report_get_form (new);
  const GjTable *table = gj_form_get_table (form, gj_form_find_table (form, "requests"));

  g_assert_cmpint (gj_report_get_year (old) + 1, ==, gj_report_get_year (new));
  g_assert_cmpstr (gj_report_get_field (old, GJ_FIELD_BODY), ==, gj_report_get_field (new, GJ_FIELD_BODY));

  for (guint i = 0; i < table->n_columns; i++)
    {
      g_autofree char *out = g_strdup_printf ("requests/carried-out/%s", table->columns[i].id);
      g_autofree char *in = g_strdup_printf ("requests/carried-in/%s", table->columns[i].id);

      g_assert_cmpint (get_number (old, out), ==, get_number (new, in));
    }

  g_assert_cmpint (get_number (old, "disclosure/normative-documents/in-force") +
                   get_number (new, "disclosure/normative-documents/issued") -
                   get_number (new, "disclosure/normative-documents/repealed"), ==,
                   get_number (new, "disclosure/normative-documents/in-force"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autofree char *canonical = g_strdup_printf ("/core/samples/canonical/%s", samples[i].name);
      g_autofree char *findings = g_strdup_printf ("/core/samples/findings/%s", samples[i].name);

      g_test_add_data_func (canonical, &samples[i], test_canonical);
      g_test_add_data_func (findings, &samples[i], test_findings);
    }
  g_test_add_func ("/core/samples/years", test_years);

  return g_test_run ();
}
