/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "import-support.h"

/* The real reports, where they are there: every number of the file against every cell,
 * every line of the file against every text of the report. The file is read a second time
 * here, in the simplest way. */

typedef struct
{
  const char *number;
  const char *form;
  const char *variant;
  int         year;
  guint       n_cells;
  guint       n_surplus;
  const char *notes;
} Seed;

static const Seed seeds[] = {
  { "000", "guoban-2021", NULL, 2021, 200, 0, "" },
  { "001", "guoban-2019", NULL, 2020, 198, 0, "title-broken@title heading@disclosure heading@others" },
  { "002", "guoban-2019", NULL, 2020, 198, 0, "" },
  { "003", "guoban-2021", NULL, 2023, 200, 4,
    "label-cut@requests/other-not-corrected surplus-value@requests/other-unpaid "
    "surplus-value@requests/other-else surplus-value@requests/result-total surplus-value@requests/carried-out" },
  { "004", "guoban-2021", "old-row", 2021, 186, 0, "old-row@requests/other-else" },
};

static char *
find_seed (const char *number)
{
  g_autofree char *folder = g_build_filename (g_getenv ("GJ_SOURCE_ROOT"), "..", "shared", "reports", "text", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, number))
      return g_build_filename (folder, name, NULL);

  return NULL;
}

static gboolean
is_number (const char *text)
{
  return g_regex_match_simple ("^[0-9]+(\\.[0-9]+)?(万元)?$", text, 0, 0);
}

/* All numbers of the tables in the order of the file. */
static GPtrArray *
collect_numbers (char **lines)
{
  GPtrArray *numbers = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) fields = strchr (lines[i], '\t') != NULL ? g_strsplit (lines[i], "\t", -1) : NULL;
      guint n = 0;

      for (guint j = 0; fields != NULL && fields[j] != NULL; j++)
        if (is_number (fields[j]) && (n++ < 7 || g_strv_length (fields) > 12))
          g_ptr_array_add (numbers, g_strdup (fields[j]));
    }

  return numbers;
}

static void
check_cells (GjReport *report,
             char    **lines)
{
  g_autoptr (GPtrArray) numbers = collect_numbers (lines);
  GjForm *form = gj_report_get_form (report);
  guint at = 0;

  for (guint i = 0; i < gj_form_get_n_cells (form); i++)
    {
      if (!gj_report_has_cell (report, i))
        continue;
      g_assert_cmpuint (at, <, numbers->len);
      g_assert_cmpstr (gj_report_get_cell_text (report, i), ==, numbers->pdata[at++]);
    }
  g_assert_cmpuint (at, ==, numbers->len);
}

/* Without the blanks around it, those without a break included. */
static char *
dup_stripped (const char *line)
{
  g_autoptr (GRegex) regex = g_regex_new ("^[\\s\\x{a0}]+|[\\s\\x{a0}]+$", 0, 0, NULL);

  return g_regex_replace_literal (regex, line, -1, 0, "", 0, NULL);
}

static void
add_lines (GHashTable *texts,
           const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *line = dup_stripped (lines[i]);

      if (*line == '\0')
        g_free (line);
      else
        g_hash_table_insert (texts, line,
                             GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (texts, line)) + 1));
    }
}

static GHashTable *
collect_texts (GjReport *report)
{
  GHashTable *texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GjForm *form = gj_report_get_form (report);
  GjSource *source = gj_report_get_source (report);

  add_lines (texts, gj_report_get_field (report, GJ_FIELD_TITLE));
  add_lines (texts, gj_report_get_field (report, GJ_FIELD_SIGNATURE));
  for (guint s = 0; s < gj_report_get_n_narratives (report); s++)
    {
      g_autofree char *text = gj_narrative_dup_text (gj_report_get_narrative (report, s));

      add_lines (texts, text);
      if (s < gj_form_get_n_sections (form))
        add_lines (texts, gj_report_get_heading (report, s));
    }
  for (guint i = 0; i < gj_source_get_n_residues (source); i++)
    add_lines (texts, gj_source_get_residue (source, i)->text);

  return texts;
}

static gboolean
is_date (GjReport   *report,
         const char *line)
{
  int year = 0;
  int month = 0;
  int day = 0;
  g_autoptr (GRegex) regex = g_regex_new ("^\\s*(\\d+)年(\\d+)月(\\d+)日\\s*$", 0, 0, NULL);
  g_autoptr (GMatchInfo) info = NULL;
  g_autofree char *date = NULL;

  if (!g_regex_match (regex, line, 0, &info))
    return FALSE;
  for (int i = 1; i <= 3; i++)
    {
      g_autofree char *part = g_match_info_fetch (info, i);

      *(i == 1 ? &year : i == 2 ? &month : &day) = (int) g_ascii_strtoll (part, NULL, 10);
    }
  date = g_strdup_printf ("%04d-%02d-%02d", year, month, day);

  return g_str_equal (gj_report_get_field (report, GJ_FIELD_DATE), date);
}

/* Every line outside the tables stands in exactly one place of the report. */
static void
check_lines (GjReport *report,
             char    **lines)
{
  g_autoptr (GHashTable) texts = collect_texts (report);
  GHashTableIter iter;
  gpointer text;
  gpointer n;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *line = dup_stripped (lines[i]);
      gboolean in_cell = i > 0 && lines[i - 1][0] == '\t';
      guint count = GPOINTER_TO_UINT (g_hash_table_lookup (texts, line));

      for (guint j = i; j > 0 && *lines[j - 1] != '\0' && !in_cell; j--)
        in_cell = lines[j - 1][0] == '\t';
      if (*line == '\0' || strchr (lines[i], '\t') != NULL || is_date (report, lines[i]) ||
          (in_cell && count == 0))
        continue;
      if (count == 0)
        g_test_message ("lost, line %u: %s", i + 1, line);
      g_assert_cmpuint (count, >, 0);
      g_hash_table_insert (texts, g_strdup (line), GUINT_TO_POINTER (count - 1));
    }

  g_hash_table_iter_init (&iter, texts);
  while (g_hash_table_iter_next (&iter, &text, &n))
    {
      if (GPOINTER_TO_UINT (n) != 0)
        g_test_message ("in two places: %s", (const char *) text);
      g_assert_cmpuint (GPOINTER_TO_UINT (n), ==, 0);
    }
}

/* The title is what stands before the year on the first lines. */
static void
check_body (GjReport *report,
            char    **lines)
{
  g_autoptr (GString) body = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *year = strstr (lines[i], "20");

      g_string_append_len (body, lines[i], year != NULL ? year - lines[i] : (gssize) strlen (lines[i]));
      if (year != NULL)
        break;
    }
  g_assert_cmpstr (gj_report_get_field (report, GJ_FIELD_BODY), ==, g_strstrip (body->str));
}

static void
test_seed (gconstpointer data)
{
  const Seed *seed = data;
  g_autofree char *path = find_seed (seed->number);
  g_autofree char *text = NULL;
  g_autofree char *notes = NULL;
  g_autoptr (GjReport) report = NULL;
  g_auto (GStrv) lines = NULL;
  GjForm *form;
  guint n_cells = 0;

  if (path == NULL)
    {
      g_test_skip ("the real reports are not there");
      return;
    }

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  report = import_read_text (text);
  lines = g_strsplit (text, "\n", -1);
  form = gj_report_get_form (report);
  notes = import_list_notes (report);

  g_assert_cmpstr (gj_form_get_id (form), ==, seed->form);
  g_assert_cmpstr (gj_report_get_variant (report), ==, seed->variant);
  g_assert_cmpint (gj_report_get_year (report), ==, seed->year);
  for (guint i = 0; i < gj_form_get_n_cells (form); i++)
    n_cells += gj_report_has_cell (report, i);
  g_assert_cmpuint (n_cells, ==, seed->n_cells);
  g_assert_cmpuint (gj_source_get_n_surpluses (gj_report_get_source (report)), ==, seed->n_surplus);
  g_assert_cmpstr (notes, ==, seed->notes);

  check_body (report, lines);
  check_cells (report, lines);
  check_lines (report, lines);
  g_assert_cmpstr (gj_report_get_field (report, GJ_FIELD_PERIOD_START) + 4, ==, "-01-01");
  g_assert_cmpstr (gj_report_get_field (report, GJ_FIELD_PERIOD_END) + 4, ==, "-12-31");
  for (guint s = 0; s < gj_form_get_n_sections (form); s++)
    if (gj_form_get_section (form, s)->table == GJ_NONE)
      g_assert_false (gj_narrative_is_empty (gj_report_get_narrative (report, s)));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (seeds); i++)
    {
      g_autofree char *path = g_strconcat ("/import/seed/", seeds[i].number, NULL);

      g_test_add_data_func (path, &seeds[i], test_seed);
    }

  return g_test_run ();
}
