/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare-reports.h"

/* @cells: "cell=text;…", "~" for a cell that the report does not have; "=0" first fills
 * every cell with 0, "@old-row" gives the report that variant. */
GjReport *
compare_report_new (const char *form_id,
                    int         year,
                    const char *cells)
{
  GjForm *form = gj_form_catalogue_find (form_id);
  GjReport *report = year > 0 ? gj_report_new_for_year (form, "云溪市档案馆", year) : gj_report_new (form);
  g_auto (GStrv) items = g_strsplit (cells, ";", -1);

  for (guint i = 0; items[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (items[i], "=", 2);

      if (*items[i] == '\0')
        continue;
      if (*items[i] == '@')
        {
          gj_report_init_variant (report, items[i] + 1);
          continue;
        }
      if (*words[0] == '\0')
        {
          for (guint j = 0; j < gj_form_get_n_cells (form); j++)
            gj_report_init_cell (report, j, words[1]);
          continue;
        }
      g_assert_cmpuint (gj_form_find_cell (form, words[0]), !=, GJ_NONE);
      gj_report_init_cell (report, gj_form_find_cell (form, words[0]),
                           g_str_equal (words[1], "~") ? NULL : words[1]);
    }

  return report;
}

void
compare_report_write (GjReport   *report,
                      const char *section,
                      const char *text)
{
  g_autoptr (GjNarrative) narrative = gj_narrative_new_for_text (text);
  guint index = g_str_equal (section, "preface") ? gj_report_get_preface (report)
                                                 : gj_form_find_section (gj_report_get_form (report), section);

  gj_report_init_narrative (report, index, narrative);
}

void
compare_report_edit (GjReport   *report,
                     const char *cell,
                     const char *text)
{
  g_autoptr (GjEdit) edit = gj_edit_new ("test");

  gj_edit_set_cell (edit, report, gj_form_find_cell (gj_report_get_form (report), cell), text);
  gj_report_apply (report, edit);
}

GjCellPair *
compare_find_pair (GjComparison *comparison,
                   const char   *id)
{
  for (guint i = 0; i < gj_comparison_get_n_tables (comparison); i++)
    {
      GPtrArray *pairs = gj_comparison_get_pairs (comparison, i);

      for (guint j = 0; j < pairs->len; j++)
        if (g_str_equal (((GjCellPair *) pairs->pdata[j])->id, id))
          return pairs->pdata[j];
    }

  return NULL;
}

/* "old > new difference change marks" */
char *
compare_describe_pair (const GjCellPair *pair)
{
  static const char *const changes[] = { "same", "changed", "only-old", "only-new", "incomparable" };

  if (pair == NULL)
    return g_strdup ("none");

  return g_strdup_printf ("%s > %s %s %s%s%s%s", pair->old_text != NULL ? pair->old_text : "~",
                          pair->new_text != NULL ? pair->new_text : "~",
                          pair->difference != NULL ? pair->difference : "?", changes[pair->change],
                          pair->is_part ? " part" : "", pair->is_jump ? " jump" : "",
                          pair->is_repeated ? " repeated" : "");
}

char *
compare_join_remarks (GjComparison *comparison)
{
  GString *text = g_string_new (NULL);
  guint n;
  const char *const *remarks = gj_comparison_get_remarks (comparison, &n);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s\n", remarks[i]);

  return g_string_free (text, FALSE);
}
