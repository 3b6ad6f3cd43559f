/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "paper-dump.h"

#include <stdio.h>
#include <string.h>

static GjFonts *
get_fonts (void)
{
  static GjFonts *fonts;

  if (fonts == NULL)
    {
      g_autoptr (GError) error = NULL;

      fonts = gj_fonts_new (&error);
      g_assert_no_error (error);
    }
  return fonts;
}

/* (array zero-terminated=1): the dump of each page, without its first word */
char **
paper_dump_pages (GjReport             *report,
                  const GjPaperOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GjPages) pages = gj_pages_new (report, get_fonts (), options, NULL, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = gj_pages_dump (pages);
  g_assert_true (g_str_has_prefix (text, "page "));
  return g_strsplit (text + strlen ("page "), "\npage ", -1);
}

guint
paper_count_words (const char *page,
                   const char *words)
{
  guint n = 0;

  for (const char *p = strstr (page, words); p != NULL; p = strstr (p + 1, words))
    n++;
  return n;
}

gboolean
paper_has_words (char       **pages,
                 const char  *words)
{
  for (guint i = 0; pages[i] != NULL; i++)
    if (strstr (pages[i], words) != NULL)
      return TRUE;
  return FALSE;
}

/* The first run of just these words. */
gboolean
paper_find_run (const char *page,
                const char *words,
                double     *x,
                double     *y)
{
  g_auto (GStrv) lines = g_strsplit (page, "\n", -1);
  g_autofree char *quoted = g_strdup_printf (" \"%s\"", words);

  for (guint i = 0; lines[i] != NULL; i++)
    if (g_str_has_suffix (lines[i], quoted) && sscanf (lines[i], "%*s %lf %lf", x, y) == 2)
      return TRUE;
  return FALSE;
}

/* How far down anything reaches, in pt. */
double
paper_get_lowest (const char *page)
{
  g_auto (GStrv) lines = g_strsplit (page, "\n", -1);
  double lowest = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      double x, y, length;

      if (sscanf (lines[i], "text %lf %lf", &x, &y) == 2 || sscanf (lines[i], "drawn %lf %lf", &x, &y) == 2 ||
          sscanf (lines[i], "hline %lf %lf", &x, &y) == 2)
        lowest = MAX (lowest, y);
      else if (sscanf (lines[i], "vline %lf %lf %lf", &x, &y, &length) == 3)
        lowest = MAX (lowest, y + length);
    }
  return lowest;
}

/* What is on a page of the report but for its number, which comes last. */
char *
paper_drop_number (const char *page)
{
  g_auto (GStrv) lines = g_strsplit (page, "\n", -1);
  GString *rest = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0' && strstr (lines[i], " number \"—") == NULL)
      g_string_append_printf (rest, "%s\n", lines[i]);
  return g_string_free (rest, FALSE);
}

static guint
get_order (GjReport   *report,
           const char *section)
{
  guint index = gj_form_find_section (gj_report_get_form (report), section);

  return index != GJ_NONE ? index + 2 : 0;
}

GjFinding *
paper_new_text_finding (GjReport   *report,
                        const char *section,
                        guint       start,
                        guint       end,
                        const char *message,
                        GjSeverity  severity,
                        GjDecision *decision)
{
  g_autoptr (GjFindingBuilder) builder = gj_finding_builder_new ("G01", severity, GJ_OUTCOME_VIOLATED);
  g_autofree char *key = g_strdup_printf ("G01/%s/%u/%s", section, start, message);

  gj_finding_builder_set_key (builder, key);
  gj_finding_builder_set_basis (builder, "词语");
  gj_finding_builder_set_section (builder, section, get_order (report, section));
  gj_finding_builder_set_text (builder, "词语", start, end);
  gj_finding_builder_take_words (builder, g_strdup ("用词"), g_strdup (message), NULL, NULL);
  if (decision != NULL)
    gj_finding_builder_set_decision (builder, decision);
  return gj_finding_builder_end (builder);
}

GjFinding *
paper_new_cell_finding (GjReport          *report,
                        const char *const *cells,
                        const char        *message)
{
  g_autoptr (GjFindingBuilder) builder = gj_finding_builder_new ("A03", GJ_SEVERITY_ERROR, GJ_OUTCOME_VIOLATED);
  g_autofree char *key = g_strdup_printf ("A03/%s", message);
  guint indices[8];
  guint n = 0;

  for (; cells[n] != NULL; n++)
    {
      indices[n] = gj_form_find_cell (gj_report_get_form (report), cells[n]);
      g_assert_cmpuint (indices[n], !=, GJ_NONE);
    }
  gj_finding_builder_set_key (builder, key);
  gj_finding_builder_set_basis (builder, "1;2");
  gj_finding_builder_set_section (builder, "requests", get_order (report, "requests"));
  gj_finding_builder_set_cells (builder, indices, n, indices[0]);
  gj_finding_builder_take_words (builder, g_strdup ("不符"), g_strdup (message), NULL, NULL);
  return gj_finding_builder_end (builder);
}
