/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-text-shift.h"

#include <string.h>

/* Places in a text while the text changes. Moving words forth and back must end where it
 * began, or undoing would leave something behind. That holds for every place but those
 * that a removal swallows; so words are first made to end before it, or to begin after
 * it, by a change of their own that can be taken back. */

GjTextShift
_gj_text_shift_in_block (const GjNarrative *narrative,
                         guint              block,
                         guint              offset,
                         const char        *removed,
                         const char        *added)
{
  guint start = 0;

  for (guint i = 0; i < block; i++)
    {
      const char *text = gj_block_get_text (gj_narrative_get_block (narrative, i));

      if (text != NULL)
        start += g_utf8_strlen (text, -1) + 1;
    }

  return (GjTextShift) { start + offset, g_utf8_strlen (removed, -1), g_utf8_strlen (added, -1) };
}

/* What both texts have in front and at the end has not changed. */

GjTextShift
_gj_text_shift_between (const GjNarrative *before,
                        const GjNarrative *after)
{
  g_autofree char *old_text = gj_narrative_dup_text (before);
  g_autofree char *new_text = gj_narrative_dup_text (after);
  const char *a = old_text;
  const char *b = new_text;
  const char *a_end = a + strlen (a);
  const char *b_end = b + strlen (b);
  guint at = 0;

  while (*a != '\0' && g_utf8_get_char (a) == g_utf8_get_char (b))
    {
      a = g_utf8_next_char (a);
      b = g_utf8_next_char (b);
      at++;
    }

  while (a_end > a && b_end > b &&
         g_utf8_get_char (g_utf8_prev_char (a_end)) == g_utf8_get_char (g_utf8_prev_char (b_end)))
    {
      a_end = g_utf8_prev_char (a_end);
      b_end = g_utf8_prev_char (b_end);
    }

  return (GjTextShift) { at, g_utf8_strlen (a, a_end - a), g_utf8_strlen (b, b_end - b) };
}

static void
fit_point (GjTextShift  self,
           guint       *start,
           guint       *end)
{
  guint after = self.at + self.n_removed;

  if (*start >= self.at && *start < after)
    {
      *start = after;
      *end = after;
    }
}

static void
fit_words (GjTextShift  self,
           guint       *start,
           guint       *end)
{
  guint after = self.at + self.n_removed;
  gboolean replaced = self.n_added > 0;

  if (*start >= self.at && *start < after)
    *start = replaced ? self.at : after;
  if (*end > self.at && *end <= after)
    *end = replaced ? after : MAX (self.at, *start);
}

/* Makes words ready to be moved; returns whether that changed them. */

gboolean
_gj_text_shift_fit (GjTextShift  self,
                    guint       *start,
                    guint       *end)
{
  guint old_start = *start;
  guint old_end = *end;

  if (*start == *end)
    fit_point (self, start, end);
  else if (self.n_removed > 0)
    fit_words (self, start, end);

  return *start != old_start || *end != old_end;
}

/* What is written right before words or right after them is none of them. */

void
_gj_text_shift_move (GjTextShift  self,
                     gboolean     reverted,
                     guint       *start,
                     guint       *end)
{
  guint n_removed = reverted ? self.n_added : self.n_removed;
  guint n_added = reverted ? self.n_removed : self.n_added;
  guint after = self.at + n_removed;
  gboolean is_point = *start == *end;
  gboolean end_moves = n_removed > 0 ? *end >= after : *end > after;

  if (*start >= after)
    *start = *start - n_removed + n_added;
  if (is_point)
    *end = *start;
  else if (end_moves)
    *end = *end - n_removed + n_added;
}
