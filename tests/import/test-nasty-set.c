/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <locale.h>
#include <string.h>

#include "nasty.h"

/* The nasty set: whole reports in every format, each damaged in one way, read by the whole
 * of the program. Every cell is compared; in the end each format must have its share right,
 * and no cell may be wrong that no note speaks of. With NASTY_DIR set, the files are
 * written there too; with -m slow, every case is tried together with every shared one. */

typedef struct
{
  const char *name;
  double      share;
  guint       n_cases;
  guint       n_cells;
  guint       n_right;
  guint       n_noted;
  guint       n_silent;
  guint       n_texts;
  guint       n_texts_right;
  guint       n_pair_cells;
  guint       n_pair_right;
} Format;

static Format formats[NASTY_N_FORMATS] = {
  [NASTY_DOCX] = { "docx", 0.995 },
  [NASTY_DOC] = { "doc", 0.995 },
  [NASTY_HTML] = { "html", 0.995 },
  [NASTY_PDF] = { "pdf", 0.97 },
  [NASTY_TEXT] = { "text", 0.995 },
};

typedef struct
{
  NastyFormat      format;
  const NastyCase *nasty;
} Case;

#define ZERO_WIDTH_SPACE 0x200b

/* A PDF knows no blanks, only distances. */
static char *
dup_without_blanks (const char *text)
{
  GString *out = g_string_new (NULL);

  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (!g_unichar_isspace (g_utf8_get_char (text)) && g_utf8_get_char (text) != ZERO_WIDTH_SPACE)
      g_string_append_unichar (out, g_utf8_get_char (text));

  return g_string_free (out, FALSE);
}

static gboolean
is_same (NastyFormat  format,
         const char  *one,
         const char  *other)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  if (format != NASTY_PDF || one == NULL || other == NULL)
    return g_strcmp0 (one, other) == 0;
  first = dup_without_blanks (one);
  second = dup_without_blanks (other);

  return strcmp (first, second) == 0;
}

/* Whether a note speaks of the cell: of itself, its row, its table, or the whole import. */
static gboolean
is_noted (GjReport   *report,
          const char *id)
{
  GjSource *source = gj_report_get_source (report);

  for (guint i = 0; i < gj_source_get_n_notes (source); i++)
    {
      const GjNote *note = gj_source_get_note (source, i);

      if (note->severity != GJ_SEVERITY_HINT && *note->place != '\0' && g_str_has_prefix (id, note->place))
        return TRUE;
    }

  return FALSE;
}

/* What the case says of the cell, or what the report has. */
static char *
dup_expected (const NastyCase *nasty,
              GjReport        *report,
              guint            cell)
{
  const char *id = gj_form_get_cell (gj_report_get_form (report), cell)->id;
  g_auto (GStrv) cells = g_strsplit (nasty->cells != NULL ? nasty->cells : "", " ", -1);

  for (guint i = 0; cells[i] != NULL; i++)
    {
      const char *text = cells[i] + strlen (id) + 1;

      if (!g_str_has_prefix (cells[i], id) || cells[i][strlen (id)] != '=')
        continue;
      return *text == '~' ? NULL : g_strdelimit (g_strdelimit (g_strdup (text), "_", ' '), "^", '\n');
    }

  return gj_report_has_cell (report, cell) ? g_strdup (gj_report_get_cell_text (report, cell)) : NULL;
}

static void
count_cell (Format      *format,
            const Case  *c,
            GjReport    *expected,
            GjReport    *report,
            guint        cell)
{
  const char *id = gj_form_get_cell (gj_report_get_form (expected), cell)->id;
  g_autofree char *text = dup_expected (c->nasty, expected, cell);
  guint found = gj_form_find_cell (gj_report_get_form (report), id);
  const char *read = found != GJ_NONE && gj_report_has_cell (report, found) ?
                     gj_report_get_cell_text (report, found) : NULL;

  format->n_cells++;
  if (is_same (c->format, text, read))
    {
      format->n_right++;
      return;
    }
  g_test_message ("%s: “%s” instead of “%s”", id, read != NULL ? read : "(none)", text != NULL ? text : "(none)");
  if (is_noted (report, id))
    {
      format->n_noted++;
      return;
    }
  format->n_silent++;
  g_test_fail_printf ("%s is wrong and no note says so", id);
}

static void
count_texts (Format     *format,
             const Case *c,
             GjReport   *expected,
             GjReport   *report)
{
  for (guint i = 0; i < gj_report_get_n_narratives (expected); i++)
    {
      g_autofree char *text = gj_narrative_dup_text (gj_report_get_narrative (expected, i));
      g_autofree char *read = gj_narrative_dup_text (gj_report_get_narrative (report, i));

      format->n_texts++;
      if (is_same (c->format, text, read))
        {
          format->n_texts_right++;
          continue;
        }
      g_test_message ("“%s” instead of “%s”", read, text);
      g_test_fail_printf ("the text of section %u differs", i);
    }
}

static int
compare_codes (gconstpointer one,
               gconstpointer other)
{
  return strcmp (*(const char *const *) one, *(const char *const *) other);
}

/* Each code once, by the alphabet; where a page of a PDF ends is no matter of the case. */
static char *
list_codes (GjReport    *report,
            NastyFormat  format)
{
  GjSource *source = gj_report_get_source (report);
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();

  for (guint i = 0; i < gj_source_get_n_notes (source); i++)
    {
      const char *code = gj_source_get_note (source, i)->code;

      if (format == NASTY_PDF && strcmp (code, "table-joined") == 0)
        continue;
      if (!g_ptr_array_find_with_equal_func (codes, code, g_str_equal, NULL))
        g_ptr_array_add (codes, (gpointer) code);
    }
  g_ptr_array_sort (codes, compare_codes);
  g_ptr_array_add (codes, NULL);

  return g_strjoinv (" ", (char **) codes->pdata);
}

static void
assert_notes (const Case *c,
              GjReport   *report)
{
  const char *expected = c->nasty->format_notes[c->format];
  g_autofree char *codes = list_codes (report, c->format);
  g_autofree char *notes = import_list_notes (report);

  if (expected == NULL)
    expected = c->nasty->notes;
  if (strcmp (codes, expected) == 0 || (*expected == '*' && *codes != '\0'))
    return;
  g_test_message ("%s", notes);
  g_test_fail_printf ("notes “%s” instead of “%s”", codes, expected);
}

static void
save (const Case *c,
      GBytes     *bytes)
{
  const char *folder = g_getenv ("NASTY_DIR");
  g_autofree char *name = g_strdup_printf ("%s.%s", c->nasty->name,
                                           c->format == NASTY_TEXT ? "txt" : formats[c->format].name);
  g_autofree char *path = NULL;

  if (folder == NULL)
    return;
  path = g_build_filename (folder, name, NULL);
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), NULL));
}

static void
init_fixture (DocumentFixture *fixture,
              const NastyCase *nasty)
{
  const char *form = nasty->form != NULL ? nasty->form : "guoban-2021";
  GjReport *report = import_new_report (gj_form_catalogue_find (form), nasty->variant);

  if (nasty->fill != NULL)
    nasty->fill (report);
  document_fixture_init_for (fixture, report);
  if (nasty->mar != NULL)
    nasty->mar (fixture);
}

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  Format *format = &formats[c->format];
  g_auto (DocumentFixture) fixture = { 0 };
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GjReport) report = NULL;
  GjForm *form;

  init_fixture (&fixture, c->nasty);
  bytes = nasty_write (c->format, c->nasty, &fixture);
  save (c, bytes);
  report = gj_import_bytes (bytes, NULL, NULL, &error);
  format->n_cases++;
  form = gj_report_get_form (fixture.expected);
  if (report == NULL)
    {
      format->n_cells += gj_form_get_n_cells (form);
      g_test_fail_printf ("not read: %s", error->message);
      return;
    }
  if (gj_report_get_form (report) != form)
    g_test_fail_printf ("read as %s", gj_form_get_id (gj_report_get_form (report)));
  for (guint i = 0; i < gj_form_get_n_cells (form); i++)
    count_cell (format, c, fixture.expected, report, i);
  if ((c->nasty->flags & NASTY_OTHER_TEXTS) == 0)
    count_texts (format, c, fixture.expected, report);
  assert_notes (c, report);
}

/* After all cases of the format. */
static void
test_share (gconstpointer data)
{
  const Format *format = data;
  double share = format->n_cells > 0 ? (double) format->n_right / format->n_cells : 1;

  g_test_message ("%s: %u cases, %u cells, %u right (%.2f %%), %u wrong with a note, %u wrong without; "
                  "%u of %u texts right",
                  format->name, format->n_cases, format->n_cells, format->n_right, 100 * share,
                  format->n_noted, format->n_silent, format->n_texts_right, format->n_texts);
  if (format->n_pair_cells > 0)
    g_test_message ("%s: of two cases at once %u cells, %u right (%.2f %%)", format->name, format->n_pair_cells,
                    format->n_pair_right, 100.0 * format->n_pair_right / format->n_pair_cells);
  g_assert_cmpuint (format->n_silent, ==, 0);
  g_assert_cmpfloat (share, >=, format->share);
}

static void
add_cases (GPtrArray       *all,
           NastyFormat      format,
           const NastyCase *cases,
           guint            n_cases)
{
  for (guint i = 0; i < n_cases; i++)
    {
      g_autofree char *path = g_strdup_printf ("/import/nasty-set/%s/%s", formats[format].name, cases[i].name);
      Case *c = g_new (Case, 1);

      if (cases[i].not_in & (1 << format))
        {
          g_free (c);
          continue;
        }
      *c = (Case) { format, &cases[i] };
      g_ptr_array_add (all, c);
      g_test_add_data_func (path, c, test_case);
    }
}

/* A case of the format, and one that all share, at once: whatever becomes of the report,
 * no cell may be wrong without a note. Notes and texts are not looked at. */
static void
test_pair (gconstpointer data)
{
  const Case *c = data;
  Format counts = { formats[c->format].name };
  g_auto (DocumentFixture) fixture = { 0 };
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GjReport) report = NULL;
  GjForm *form;

  init_fixture (&fixture, c->nasty);
  bytes = nasty_write (c->format, c->nasty, &fixture);
  /* Not every character is in every encoding. */
  if (bytes == NULL)
    return;
  report = gj_import_bytes (bytes, NULL, NULL, NULL);
  g_assert_nonnull (report);
  form = gj_report_get_form (fixture.expected);
  for (guint i = 0; i < gj_form_get_n_cells (form); i++)
    count_cell (&counts, c, fixture.expected, report, i);
  formats[c->format].n_pair_cells += counts.n_cells;
  formats[c->format].n_pair_right += counts.n_right;
}

static void
add_pairs (GPtrArray       *all,
           GPtrArray       *pairs,
           NastyFormat      format,
           const NastyCase *own)
{
  guint n_shared;
  const NastyCase *shared = nasty_list_shared (&n_shared);

  for (guint i = 0; i < n_shared; i++)
    {
      g_autofree char *path = NULL;
      NastyCase *pair;
      Case *c;

      if (shared[i].not_in & (1 << format) || own->mar != NULL || own->cells != NULL || own->form != NULL ||
          own->variant != NULL)
        continue;
      pair = g_memdup2 (own, sizeof *own);
      pair->form = shared[i].form;
      pair->variant = shared[i].variant;
      pair->fill = shared[i].fill;
      pair->mar = shared[i].mar;
      pair->flags |= NASTY_LOOSE;
      c = g_new (Case, 1);
      *c = (Case) { format, pair };
      path = g_strdup_printf ("/import/nasty-set/%s/%s/%s", formats[format].name, own->name, shared[i].name);
      g_ptr_array_add (all, c);
      g_ptr_array_add (pairs, pair);
      g_test_add_data_func (path, c, test_pair);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) pairs = g_ptr_array_new_with_free_func (g_free);

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_set_nonfatal_assertions ();

  for (NastyFormat format = 0; format < NASTY_N_FORMATS; format++)
    {
      g_autofree char *path = g_strdup_printf ("/import/nasty-set/%s/share", formats[format].name);
      const NastyCase *cases;
      guint n_cases;

      cases = nasty_list_shared (&n_cases);
      add_cases (all, format, cases, n_cases);
      cases = nasty_list (format, &n_cases);
      add_cases (all, format, cases, n_cases);
      for (guint i = 0; i < n_cases && g_test_slow (); i++)
        add_pairs (all, pairs, format, &cases[i]);
      g_test_add_data_func (path, &formats[format], test_share);
    }

  return g_test_run ();
}
