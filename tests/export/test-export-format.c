/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-export.h"

#include <string.h>

#include "gj-sample-report.h"

static void
test_table (void)
{
  guint n_formats;
  const GjExportFormat *formats = gj_export_format_list (&n_formats);
  g_autofree char *suffixes = gj_export_format_dup_suffixes ();

  g_assert_cmpuint (n_formats, >, 1);
  g_assert_cmpstr (formats[0].suffix, ==, "gouji");
  for (guint i = 0; i < n_formats; i++)
    {
      g_autofree char *large = g_ascii_strup (formats[i].suffix, -1);
      g_autofree char *dotted = g_strconcat (".", formats[i].suffix, NULL);

      g_assert_cmpstr (large, !=, formats[i].suffix);
      g_assert_true (gj_export_format_find (large) == &formats[i]);
      g_assert_cmpstr (gj_export_format_get_name (&formats[i]), !=, "");
      g_assert_nonnull (strchr (formats[i].mime_type, '/'));
      g_assert_nonnull (strstr (suffixes, dotted));
    }
}

static void
test_unknown (void)
{
  static const char *const suffixes[] = { "", "txt", ".pdf", "pdf ", "xls" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    g_assert_null (gj_export_format_find (suffixes[i]));
}

/* Every format writes, twice the same, and stops when it is told to. */

static void
test_writers (void)
{
  g_autoptr (GjReport) report = gj_sample_report_new ();
  guint n_formats;
  const GjExportFormat *formats = gj_export_format_list (&n_formats);

  for (guint i = 0; i < n_formats; i++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) first = formats[i].write (report, NULL, &error);
      g_autoptr (GBytes) second = NULL;
      g_autoptr (GBytes) none = NULL;

      g_assert_no_error (error);
      g_assert_nonnull (first);
      second = formats[i].write (report, NULL, &error);
      g_assert_no_error (error);
      g_assert_true (g_bytes_equal (first, second));

      g_cancellable_cancel (cancellable);
      none = formats[i].write (report, cancellable, &error);
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_assert_null (none);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/export/format/table", test_table);
  g_test_add_func ("/export/format/unknown", test_unknown);
  g_test_add_func ("/export/format/writers", test_writers);

  return g_test_run ();
}
