/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-export.h"
#include "gj-import.h"

#include <stdio.h>
#include <string.h>

/* Whole reports: the samples, and the real ones where they are. */

static GjReport *
read_report (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  GjReport *report;
  char *data;
  gsize length;

  g_assert_true (g_file_get_contents (path, &data, &length, NULL));
  bytes = g_bytes_new_take (data, length);
  if (gj_import_sniff (bytes) == GJ_IMPORT_KIND_GOUJI)
    report = gj_store_read (bytes, &error);
  else
    report = gj_import_bytes (bytes, path, NULL, &error);
  g_assert_no_error (error);
  return report;
}

static char *
without_blanks (const char *text)
{
  GString *out = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      g_string_append_unichar (out, g_utf8_get_char (p));
  return g_string_free (out, FALSE);
}

/* The quoted text of all runs, or of those in the tables, joined. */
static char *
collect_text (char     **lines,
              gboolean   tables)
{
  GString *out = g_string_new (NULL);
  gboolean inside = FALSE;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *quote = strchr (lines[i], '"');

      if (g_str_has_suffix (lines[i], " Table"))
        inside = g_str_has_prefix (lines[i], "begin");
      if (g_str_has_prefix (lines[i], "text ") && inside == tables && strstr (lines[i], " number \"") == NULL)
        g_string_append_len (out, quote + 1, strlen (quote) - 2);
    }
  return g_string_free (out, FALSE);
}

/* Every paragraph is on paper, every cell in a table. */
static void
check_text (GjReport  *report,
            char     **lines)
{
  g_autofree char *raw = collect_text (lines, FALSE);
  g_autofree char *text = without_blanks (raw);
  g_autofree char *cells = collect_text (lines, TRUE);
  guint n_cells = gj_form_get_n_cells (gj_report_get_form (report));

  for (guint i = 0; i < gj_report_get_n_narratives (report); i++)
    {
      GjNarrative *narrative = gj_report_get_narrative (report, i);

      for (guint j = 0; narrative != NULL && j < gj_narrative_get_n_blocks (narrative); j++)
        {
          GjBlock *block = gj_narrative_get_block (narrative, j);
          g_autofree char *wanted = NULL;

          if (gj_block_get_kind (block) != GJ_BLOCK_PARAGRAPH)
            continue;
          wanted = without_blanks (gj_block_get_text (block));
          if (strstr (text, wanted) == NULL)
            g_error ("“%s” is not on paper", wanted);
        }
    }
  for (guint i = 0; i < n_cells; i++)
    {
      const char *cell = gj_report_has_cell (report, i) ? gj_report_get_cell_text (report, i) : NULL;

      if (cell != NULL)
        g_assert_nonnull (strstr (cells, cell));
    }
}

/* No page but the last is empty by more than a third, and none ends with a heading. */
static void
check_pages (char **lines,
             guint  n_pages)
{
  double lowest = 0;
  guint n_ended = 0;
  gboolean after_heading = FALSE;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      double x, y, length;

      if (strstr (lines[i], " number \"") != NULL)
        {
          n_ended++;
          g_assert_false (after_heading);
          if (n_ended < n_pages)
            g_assert_cmpfloat (lowest, >=, GJ_PAPER_TOP + GJ_PAPER_TYPE_HEIGHT * 2 / 3 - GJ_PAPER_PITCH);
          lowest = 0;
        }
      else if (sscanf (lines[i], "text %lf %lf", &x, &y) == 2)
        {
          lowest = MAX (lowest, y);
        }
      else if (sscanf (lines[i], "vline %lf %lf %lf", &x, &y, &length) == 3)
        {
          lowest = MAX (lowest, y + length);
        }
      if (g_str_has_prefix (lines[i], "begin ") || g_str_has_prefix (lines[i], "end "))
        after_heading = strcmp (lines[i], "end H2") == 0;
    }
}

static void
test_report (gconstpointer data)
{
  g_autoptr (GjReport) report = read_report (data);
  g_autoptr (GjFonts) fonts = gj_fonts_new (NULL);
  g_autoptr (GjPages) pages = gj_pages_new (report, fonts, NULL, NULL, NULL);
  g_autoptr (GBytes) first = gj_pdf_export_with_fonts (report, fonts, NULL, NULL);
  g_autoptr (GBytes) second = gj_pdf_export_report (report, NULL, NULL);
  g_autofree char *dump = gj_pages_dump (pages);
  g_auto (GStrv) lines = g_strsplit (dump, "\n", -1);

  g_assert_cmpuint (gj_pages_get_n_pages (pages), >=, 4);
  g_assert_cmpuint (gj_pages_get_n_pages (pages), <=, 12);
  check_text (report, lines);
  check_pages (lines, gj_pages_get_n_pages (pages));
  g_assert_true (g_bytes_equal (first, second));
}

static void
add_folder (const char *root,
            const char *folder,
            const char *suffix)
{
  g_autofree char *path = g_build_filename (root, folder, NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *test_path = g_strconcat ("/export/reports/", name, NULL);

      if (g_str_has_suffix (name, suffix))
        g_test_add_data_func_full (test_path, g_build_filename (path, name, NULL), test_report, g_free);
    }
}

int
main (int   argc,
      char *argv[])
{
  const char *root;

  g_test_init (&argc, &argv, NULL);

  root = g_getenv ("GJ_SOURCE_ROOT");
  g_assert_nonnull (root);
  add_folder (root, "data/samples", ".gouji");
  add_folder (root, "../shared/reports/text", ".txt");
  return g_test_run ();
}
