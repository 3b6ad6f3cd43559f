/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-moved-years.h"

#include <string.h>

#define YEAR_SIGN "年"
#define FIRST_YEAR 1980
#define LAST_YEAR 2099
#define N_FIGURES 4

static char *
join (const char *const *paragraphs,
      guint              first,
      guint              n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append_c (text, '\n');
      g_string_append (text, paragraphs[first + i]);
    }

  return g_string_free (text, FALSE);
}

/* What stands from @start to @end in @text, the sign of the year with it or behind it; 0
 * when it is no year. */
static int
read_year (const char *text,
           gsize       start,
           gsize       end)
{
  const char *rest = text + start + N_FIGURES;
  int year = 0;

  if (end < start + N_FIGURES)
    return 0;

  for (gsize i = start; i < start + N_FIGURES; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return 0;
      year = year * 10 + g_ascii_digit_value (text[i]);
    }

  if (end == start + N_FIGURES)
    while (*rest != '\n' && g_unichar_isspace (g_utf8_get_char (rest)))
      rest = g_utf8_next_char (rest);
  else if (end != start + N_FIGURES + strlen (YEAR_SIGN))
    return 0;

  return g_str_has_prefix (rest, YEAR_SIGN) && year >= FIRST_YEAR && year <= LAST_YEAR ? year : 0;
}

static gboolean
is_moved_year (const GjTextChange *removed,
               const GjTextChange *added,
               const char         *old_text,
               const char         *new_text,
               int                 distance)
{
  int old_year;

  if (removed->kind != GJ_TEXT_REMOVED || added->kind != GJ_TEXT_ADDED
      || !removed->is_number || !added->is_number)
    return FALSE;

  old_year = read_year (old_text, removed->old_start, removed->old_end);

  return old_year > 0
         && read_year (new_text, added->new_start, added->new_end) == old_year + distance;
}

/* The changes are kept by whoever found them: they are written to in a copy. */
static void
mark_passage (GjPassage         *passage,
              const char *const *old_paragraphs,
              const char *const *new_paragraphs,
              int                distance)
{
  g_autofree char *old_text = join (old_paragraphs, passage->old_first, passage->n_old);
  g_autofree char *new_text = join (new_paragraphs, passage->new_first, passage->n_new);
  GArray *changes = g_array_copy (passage->changes);
  GjTextChange *all = (GjTextChange *) changes->data;
  gboolean has_others = FALSE;
  guint n_years = 0;

  for (guint i = 0; i < changes->len; i++)
    {
      if (i + 1 < changes->len && is_moved_year (&all[i], &all[i + 1], old_text, new_text, distance))
        {
          all[i].is_moved_year = TRUE;
          all[i + 1].is_moved_year = TRUE;
          n_years++;
          i++;
          continue;
        }
      has_others |= all[i].kind != GJ_TEXT_SAME;
    }

  if (n_years == 0)
    {
      g_array_unref (changes);
      return;
    }

  g_array_unref (passage->changes);
  passage->changes = changes;
  passage->has_moved_years_only = !has_others;
}

/* @distance: of the years of both reports; nothing is marked when it is not above 0 */
void
_gj_passages_mark_years (GPtrArray         *passages,
                         const char *const *old_paragraphs,
                         const char *const *new_paragraphs,
                         int                distance)
{
  if (distance <= 0)
    return;

  for (guint i = 0; i < passages->len; i++)
    {
      GjPassage *passage = passages->pdata[i];

      if (passage->kind == GJ_PASSAGE_CHANGED && passage->changes != NULL)
        mark_passage (passage, old_paragraphs, new_paragraphs, distance);
    }
}
