/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-comparison-text.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "gj-findings-text.h"
#include "gj-terminal.h"

/* A comparison for people, in columns: what changed, the largest change first, and what
 * cannot be compared only as a count with its reason. */

#define MIN_NAME_WIDTH 16
#define GAP 2

typedef enum
{
  COLUMN_ROW,
  COLUMN_COLUMN,
  COLUMN_OLD,
  COLUMN_NEW,
  COLUMN_DIFFERENCE,
  COLUMN_RATIO,
  COLUMN_MARK,
  N_COLUMNS,
} Column;

typedef struct
{
  char *texts[N_COLUMNS];
} Line;

static void
line_clear (gpointer data)
{
  Line *line = data;

  for (guint i = 0; i < N_COLUMNS; i++)
    g_free (line->texts[i]);
}

static gboolean
is_changed (const GjCellPair *pair)
{
  return pair->change != GJ_CELL_SAME && pair->change != GJ_CELL_INCOMPARABLE;
}

/* The largest change first; what has no size, a word or a missing number, before all. */
static int
compare_size (gconstpointer a,
              gconstpointer b)
{
  const GjCellPair *left = *(GjCellPair *const *) a;
  const GjCellPair *right = *(GjCellPair *const *) b;
  GjDecimal sizes[2] = { { 0 }, { 0 } };

  if (is_changed (left) != is_changed (right))
    return is_changed (left) ? -1 : 1;
  if (left->is_jump != right->is_jump)
    return left->is_jump ? -1 : 1;
  if ((left->difference == NULL) != (right->difference == NULL))
    return left->difference == NULL ? -1 : 1;
  if (left->difference == NULL)
    return 0;

  gj_decimal_parse (left->difference + strspn (left->difference, "+-"), -1, &sizes[0]);
  gj_decimal_parse (right->difference + strspn (right->difference, "+-"), -1, &sizes[1]);

  return gj_decimal_compare (&sizes[1], &sizes[0]);
}

static const char *
say_cell (const char *text)
{
  if (text == NULL)
    return _("none");

  return *text != '\0' ? text : _("blank");
}

static char *
format_percent (double ratio)
{
  if (!isfinite (ratio))
    return g_strdup ("");

  return g_strdup_printf (ratio > 0 ? "+%.1f%%" : "%.1f%%", ratio * 100);
}

static const char *
get_mark (const GjCellPair *pair)
{
  if (pair->is_jump)
    return _("jump");
  if (pair->is_repeated)
    return _("as last year");

  return "";
}

static void
add_line (GArray           *lines,
          const GjCellPair *pair,
          GjLanguage        language)
{
  Line line = {
    {
      [COLUMN_ROW] = g_strdup (gj_label_get (&pair->row, language)),
      [COLUMN_COLUMN] = g_strdup (gj_label_get (&pair->column, language)),
      [COLUMN_OLD] = g_strdup (say_cell (pair->old_text)),
      [COLUMN_NEW] = g_strdup (say_cell (pair->new_text)),
      [COLUMN_DIFFERENCE] = g_strdup (pair->difference != NULL && is_changed (pair) ? pair->difference : ""),
      [COLUMN_RATIO] = is_changed (pair) ? format_percent (pair->ratio) : g_strdup (""),
      [COLUMN_MARK] = g_strdup (get_mark (pair)),
    },
  };

  g_array_append_val (lines, line);
}

/* Cuts the beginning off: the end of a name tells it from its neighbours. */
static char *
cut_name (const char *text,
          guint       width)
{
  const char *at = text;

  if (gj_text_get_width (text) <= width)
    return g_strdup (text);

  while (*at != '\0' && gj_text_get_width (at) + 1 > width)
    at = g_utf8_next_char (at);

  return g_strconcat ("…", at, NULL);
}

static void
write_lines (GString *out,
             GArray  *lines,
             guint    terminal_width)
{
  guint widths[N_COLUMNS] = { 0 };
  guint others = 2;

  for (guint i = 0; i < lines->len; i++)
    for (guint j = 0; j < N_COLUMNS; j++)
      widths[j] = MAX (widths[j], gj_text_get_width (g_array_index (lines, Line, i).texts[j]));
  for (guint j = 1; j < N_COLUMNS; j++)
    others += widths[j] + GAP;
  if (terminal_width > 0 && others + widths[COLUMN_ROW] > terminal_width)
    widths[COLUMN_ROW] = terminal_width > others + MIN_NAME_WIDTH ? terminal_width - others : MIN_NAME_WIDTH;

  for (guint i = 0; i < lines->len; i++)
    {
      const Line *line = &g_array_index (lines, Line, i);
      g_autofree char *name = cut_name (line->texts[COLUMN_ROW], widths[COLUMN_ROW]);
      gsize start = out->len;

      g_string_append (out, "  ");
      gj_text_pad (out, name, (int) widths[COLUMN_ROW]);
      for (guint j = 1; j < N_COLUMNS; j++)
        {
          g_string_append_printf (out, "%*s", GAP, "");
          gj_text_pad (out, line->texts[j],
                       j >= COLUMN_OLD && j <= COLUMN_RATIO ? -(int) widths[j] : (int) widths[j]);
        }
      while (out->len > start && out->str[out->len - 1] == ' ')
        g_string_truncate (out, out->len - 1);
      g_string_append_c (out, '\n');
    }
}

static void
add_heads (GArray                  *lines,
           const GjComparisonPrint *print)
{
  gboolean is_years = gj_comparison_get_kind (print->comparison) == GJ_COMPARISON_YEARS;
  int old_year = gj_report_get_year (print->old_file->report);
  int new_year = gj_report_get_year (print->new_file->report);
  Line line = {
    {
      [COLUMN_ROW] = g_strdup (_("Row")),
      [COLUMN_COLUMN] = g_strdup (_("Column")),
      [COLUMN_OLD] = is_years && old_year > 0 ? g_strdup_printf ("%d", old_year) : g_strdup (_("Old")),
      [COLUMN_NEW] = is_years && new_year > 0 ? g_strdup_printf ("%d", new_year) : g_strdup (_("New")),
      [COLUMN_DIFFERENCE] = g_strdup (_("Difference")),
      [COLUMN_RATIO] = g_strdup (_("Ratio")),
      [COLUMN_MARK] = g_strdup (""),
    },
  };

  g_array_append_val (lines, line);
}

/* Each reason once: it holds for whole rows. */
static void
write_incomparable (GString                 *out,
                    GPtrArray               *pairs,
                    const GjComparisonPrint *print)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint n = 0;

  for (guint i = 0; i < pairs->len; i++)
    n += ((GjCellPair *) pairs->pdata[i])->change == GJ_CELL_INCOMPARABLE;
  if (n == 0)
    return;

  g_string_append_printf (out, ngettext ("  %u number cannot be compared:\n", "  %u numbers cannot be compared:\n", n),
                          n);
  for (guint i = 0; i < pairs->len; i++)
    {
      const GjCellPair *pair = pairs->pdata[i];
      const char *reason = gj_label_get (&pair->reason, print->language);

      if (pair->change != GJ_CELL_INCOMPARABLE || reason == NULL || !g_hash_table_add (seen, (gpointer) reason))
        continue;

      g_string_append (out, "    · ");
      gj_text_wrap (out, reason, 6, print->width);
      g_string_append_c (out, '\n');
    }
}

static void
write_table (GString                 *out,
             const GjComparisonPrint *print,
             guint                    table)
{
  GPtrArray *pairs = gj_comparison_get_pairs (print->comparison, table);
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  g_autoptr (GArray) lines = g_array_new (FALSE, TRUE, sizeof (Line));
  const char *id = gj_comparison_get_table (print->comparison, table)->id;
  guint n_changed = gj_comparison_count_changed (print->comparison, table);
  const char *name = id;

  for (guint i = 0; i < gj_comparison_get_n_sections (print->comparison); i++)
    if (g_str_equal (gj_comparison_get_section_id (print->comparison, i), id))
      name = gj_label_get (gj_comparison_get_section_name (print->comparison, i), print->language);

  g_array_set_clear_func (lines, line_clear);
  for (guint i = 0; i < pairs->len; i++)
    {
      GjCellPair *pair = pairs->pdata[i];

      if (is_changed (pair) || pair->is_repeated || (print->all && pair->change != GJ_CELL_INCOMPARABLE))
        g_ptr_array_add (rows, pair);
    }
  if (!print->sort_by_form)
    g_ptr_array_sort (rows, compare_size);

  g_string_append_printf (out, "\n%s\n", name);
  g_string_append_printf (out, ngettext ("  %1$u of %2$u number changed\n", "  %1$u of %2$u numbers changed\n", pairs->len),
                          n_changed, pairs->len);
  if (rows->len > 0)
    add_heads (lines, print);
  for (guint i = 0; i < rows->len; i++)
    add_line (lines, rows->pdata[i], print->language);
  write_lines (out, lines, print->width);
  write_incomparable (out, pairs, print);
}

static void
write_section (GString                 *out,
               const GjComparisonPrint *print,
               guint                    section,
               guint                    name_width)
{
  GjSimilarity similarity = gj_comparison_get_similarity (print->comparison, section);
  GPtrArray *passages = gj_comparison_get_passages (print->comparison, section);
  const GjLabel *name = gj_comparison_get_section_name (print->comparison, section);
  guint n[GJ_PASSAGE_ADDED + 1] = { 0 };
  guint n_moved = 0;

  if (passages->len == 0)
    return;

  for (guint i = 0; i < passages->len; i++)
    {
      const GjPassage *passage = passages->pdata[i];

      n[passage->has_moved_years_only ? GJ_PASSAGE_SAME : passage->kind]++;
      n_moved += passage->is_moved;
    }

  g_string_append (out, "  ");
  gj_text_pad (out, gj_label_get (name, print->language), (int) name_width);
  if (similarity.n_counted > 0)
    g_string_append_printf (out, "  %4u%%", gj_similarity_get_percent (&similarity));
  else
    g_string_append (out, "      —");
  g_string_append_printf (out, _("  paragraphs: %1$u the same, %2$u changed, %3$u added, %4$u taken out, %5$u moved\n"),
                          n[GJ_PASSAGE_SAME], n[GJ_PASSAGE_CHANGED], n[GJ_PASSAGE_ADDED], n[GJ_PASSAGE_REMOVED],
                          n_moved);
}

static void
write_sections (GString                 *out,
                const GjComparisonPrint *print)
{
  guint n_sections = gj_comparison_get_n_sections (print->comparison);
  GjSimilarity overall = gj_comparison_get_overall (print->comparison);
  guint width = 0;

  for (guint i = 0; i < n_sections; i++)
    width = MAX (width, gj_text_get_width (gj_label_get (gj_comparison_get_section_name (print->comparison, i),
                                                         print->language)));

  g_string_append_printf (out, "\n%s\n", _("Text, and how much of it stood in the older report word for word"));
  for (guint i = 0; i < n_sections; i++)
    write_section (out, print, i, width);
  if (overall.n_counted > 0)
    {
      g_string_append (out, "  ");
      gj_text_pad (out, _("Overall"), (int) width);
      g_string_append_printf (out, "  %4u%%\n", gj_similarity_get_percent (&overall));
    }
}

/* A title that was broken stays in its line. */
static char *
say_line (const char *text)
{
  return g_strdelimit (g_strdup (say_cell (text)), "\n", ' ');
}

static void
write_fields (GString                 *out,
              const GjComparisonPrint *print)
{
  GPtrArray *fields = gj_comparison_get_fields (print->comparison);
  GPtrArray *headings = gj_comparison_get_headings (print->comparison);

  if (fields->len + headings->len > 0)
    g_string_append_printf (out, "\n%s\n", _("Headings, title, signature and contact"));
  for (guint i = 0; i < fields->len; i++)
    {
      const GjFieldChange *change = fields->pdata[i];
      g_autofree char *old_text = say_line (change->old_text);
      g_autofree char *new_text = say_line (change->new_text);

      g_string_append_printf (out, _("  %1$s: %2$s → %3$s\n"), gj_label_get (&change->name, print->language),
                              old_text, new_text);
    }
  for (guint i = 0; i < headings->len; i++)
    {
      const GjHeadingChange *change = headings->pdata[i];

      g_autofree char *old_text = say_line (change->old_text);
      g_autofree char *new_text = say_line (change->new_text);

      g_string_append_printf (out, "  %s → %s\n", old_text, new_text);
    }
}

static void
write_side (GString              *out,
            const GjComparedFile *file,
            GjLanguage            language)
{
  g_autofree char *display = g_filename_display_name (file->path);
  g_autofree char *description = NULL;

  if (file->report != NULL)
    description = gj_report_describe (file->report, language);
  g_string_append_printf (out, "%s\n  %s\n", display, description != NULL ? description : _("could not be read"));
}

static void
write_years (GString                 *out,
             const GjComparisonPrint *print)
{
  guint n;
  const char *const *remarks = gj_comparison_get_remarks (print->comparison, &n);

  for (guint i = 0; i < n; i++)
    {
      g_string_append (out, "! ");
      gj_text_wrap (out, remarks[i], 2, print->width);
      g_string_append_c (out, '\n');
    }

  for (guint i = 0; i < gj_comparison_get_n_tables (print->comparison); i++)
    write_table (out, print, i);
  write_sections (out, print);
  write_fields (out, print);
}

/* The page is written for a wide sheet; a terminal gets its lines broken. */
static void
write_versions (GString                 *out,
                const GjComparisonPrint *print)
{
  g_autofree char *old_name = g_filename_display_basename (print->old_file->path);
  g_autofree char *new_name = g_filename_display_basename (print->new_file->path);
  g_autofree char *text = gj_version_result_dup_text (print->versions, print->comparison, old_name, new_name);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (lines[i + 1] == NULL && *lines[i] == '\0')
        break;
      gj_text_wrap (out, lines[i], *lines[i] == ' ' ? 5 : 2, print->width);
      g_string_append_c (out, '\n');
    }

  if (print->all)
    for (guint i = 0; i < gj_comparison_get_n_tables (print->comparison); i++)
      write_table (out, print, i);
}

/**
 * gj_comparison_write_text:
 * @out: where to
 * @print: what to write
 *
 * Writes a comparison for people: two years as tables, two versions as the page that is
 * put on file.
 */
void
gj_comparison_write_text (GString                 *out,
                          const GjComparisonPrint *print)
{
  if (print->versions != NULL)
    {
      write_versions (out, print);
      return;
    }

  write_side (out, print->old_file, print->language);
  write_side (out, print->new_file, print->language);
  if (print->comparison != NULL)
    write_years (out, print);

  if (print->findings != NULL)
    {
      g_autoptr (GPtrArray) groups = gj_finding_groups_make (print->new_file->report, print->findings);

      g_string_append_c (out, '\n');
      gj_findings_write_text (out, print->new_file->path, print->new_file->report, groups, print->language,
                              print->width);
    }
}
