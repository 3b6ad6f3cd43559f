/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-search.h"

/* Full-width letters and digits are found by plain ones and the other way round. Every
 * character becomes exactly one, so that offsets stay. */
static gunichar
fold (gunichar character)
{
  if (character >= 0xff01 && character <= 0xff5e)
    character -= 0xfee0;
  else if (character == 0x3000)
    character = ' ';

  return g_unichar_tolower (character);
}

static GArray *
fold_text (const char *text)
{
  GArray *folded = g_array_new (FALSE, FALSE, sizeof (gunichar));

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = fold (g_utf8_get_char (p));

      g_array_append_val (folded, character);
    }

  return folded;
}

static guint
find (GArray *text,
      GArray *words,
      guint   from)
{
  for (guint i = from; i + words->len <= text->len; i++)
    if (memcmp (&g_array_index (text, gunichar, i), words->data,
                words->len * sizeof (gunichar)) == 0)
      return i;

  return GJ_NONE;
}

static gboolean
contains (const char *text,
          GArray     *words)
{
  g_autoptr (GArray) folded = NULL;

  if (text == NULL)
    return FALSE;

  folded = fold_text (text);

  return find (folded, words, 0) != GJ_NONE;
}

static void
search_text (GjReport *report,
             guint     section,
             GArray   *words,
             GArray   *hits)
{
  g_autofree char *text = gj_narrative_dup_text (gj_report_get_narrative (report, section));
  g_autoptr (GArray) folded = fold_text (text);
  guint at = 0;

  while ((at = find (folded, words, at)) != GJ_NONE)
    {
      const GjHit hit = { section, GJ_NONE, at, at + words->len };

      g_array_append_val (hits, hit);
      at += words->len;
    }
}

/* The row's name finds its first cell only: one place, not seven. */
static gboolean
is_first_of_row (GjForm *form,
                 guint   cell)
{
  const GjCell *here = gj_form_get_cell (form, cell);

  return cell == 0 || gj_form_get_cell (form, cell - 1)->row != here->row
         || gj_form_get_cell (form, cell - 1)->table != here->table;
}

static void
search_table (GjReport *report,
              guint     table_index,
              GArray   *words,
              GArray   *hits)
{
  GjForm *form = gj_report_get_form (report);
  const GjTable *table = gj_form_get_table (form, table_index);

  for (guint i = table->first_cell; i < table->first_cell + table->n_cells; i++)
    {
      const GjRow *row = gj_form_get_row (form, i);
      const GjHit hit = { table->section, i, 0, 0 };

      if (!gj_report_has_cell (report, i))
        continue;
      if (contains (gj_report_get_cell_text (report, i), words)
          || (is_first_of_row (form, i)
              && (contains (row->name.zh, words) || contains (row->name.en, words))))
        g_array_append_val (hits, hit);
    }
}

GArray *
gj_search_report (GjReport   *report,
                  const char *words)
{
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (GjHit));
  g_autoptr (GArray) folded = NULL;
  GjForm *form;

  g_return_val_if_fail (GJ_IS_REPORT (report), hits);
  g_return_val_if_fail (words != NULL, hits);

  if (*words == '\0')
    return hits;

  folded = fold_text (words);
  form = gj_report_get_form (report);
  search_text (report, gj_report_get_preface (report), folded, hits);
  for (guint i = 0; i < gj_form_get_n_sections (form); i++)
    {
      search_text (report, i, folded, hits);
      if (gj_form_get_section (form, i)->table != GJ_NONE)
        search_table (report, gj_form_get_section (form, i)->table, folded, hits);
    }

  return hits;
}

GArray *
gj_search_text (const char *text,
                const char *words)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) folded = NULL;
  g_autoptr (GArray) wanted = NULL;
  guint at = 0;

  g_return_val_if_fail (text != NULL, places);
  g_return_val_if_fail (words != NULL, places);

  if (*words == '\0')
    return places;

  folded = fold_text (text);
  wanted = fold_text (words);
  while ((at = find (folded, wanted, at)) != GJ_NONE)
    {
      g_array_append_val (places, at);
      at += wanted->len;
    }

  return places;
}
