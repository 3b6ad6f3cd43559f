/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-replace.h"

#include <glib/gi18n-lib.h>

/* The paragraph that a place of the section's text stands in, and the place in it. */
static guint
find_block (GjNarrative *narrative,
            guint        place,
            guint       *offset)
{
  guint start = 0;

  for (guint i = 0; i < gj_narrative_get_n_blocks (narrative); i++)
    {
      const char *text = gj_block_get_text (gj_narrative_get_block (narrative, i));
      guint length = text != NULL ? g_utf8_strlen (text, -1) : 0;

      if (text == NULL)
        continue;
      if (place < start + length)
        {
          *offset = place - start;
          return i;
        }
      start += length + 1;
    }

  return GJ_NONE;
}

/* Places are counted in the report as it is; the step must not have changed the text in
 * front of this one yet. */
static gboolean
replace_text (GjEdit      *edit,
              GjReport    *report,
              const GjHit *hit,
              const char  *replacement)
{
  GjNarrative *narrative = gj_report_get_narrative (report, hit->section);
  g_autofree char *removed = NULL;
  const char *text;
  guint offset = 0;
  guint block = find_block (narrative, hit->start, &offset);

  if (block == GJ_NONE)
    return FALSE;

  text = gj_block_get_text (gj_narrative_get_block (narrative, block));
  if (offset + hit->end - hit->start > (guint) g_utf8_strlen (text, -1))
    return FALSE;

  removed = g_utf8_substring (text, offset, offset + hit->end - hit->start);
  gj_edit_change_text (edit, report, hit->section, block, offset, removed, replacement);

  return TRUE;
}

static void
replace_cell (GjEdit     *edit,
              GjReport   *report,
              guint       cell,
              const char *words,
              const char *replacement)
{
  const char *text = gj_report_get_cell_text (report, cell);
  g_autoptr (GArray) places = gj_search_text (text != NULL ? text : "", words);
  g_autoptr (GString) changed = g_string_new (text);
  guint length = g_utf8_strlen (words, -1);

  for (guint i = places->len; i > 0; i--)
    {
      guint place = g_array_index (places, guint, i - 1);
      const char *start = g_utf8_offset_to_pointer (changed->str, place);
      const char *end = g_utf8_offset_to_pointer (start, length);
      gsize at = start - changed->str;

      g_string_erase (changed, at, end - start);
      g_string_insert (changed, at, replacement);
    }

  if (places->len > 0)
    gj_edit_set_cell (edit, report, cell, changed->str);
}

/* Whether anything was replaced: a cell may have been found by its name alone. */
gboolean
gj_session_replace_hit (GjSession   *self,
                        const GjHit *hit,
                        const char  *words,
                        const char  *replacement)
{
  g_autoptr (GjEdit) edit = NULL;

  g_return_val_if_fail (GJ_IS_SESSION (self), FALSE);
  g_return_val_if_fail (hit != NULL, FALSE);
  g_return_val_if_fail (words != NULL, FALSE);
  g_return_val_if_fail (replacement != NULL, FALSE);

  edit = gj_edit_new (_("Replace"));
  if (hit->cell != GJ_NONE)
    replace_cell (edit, gj_session_get_report (self), hit->cell, words, replacement);
  else
    replace_text (edit, gj_session_get_report (self), hit, replacement);

  return gj_session_push (self, edit);
}

/* In the texts of one section or, with GJ_NONE, of all; how many places. From the last
 * place to the first one, so that no place moves before its turn. */
guint
gj_session_replace_all (GjSession  *self,
                        guint       section,
                        const char *words,
                        const char *replacement)
{
  g_autoptr (GArray) hits = NULL;
  g_autoptr (GjEdit) edit = NULL;
  guint n_replaced = 0;

  g_return_val_if_fail (GJ_IS_SESSION (self), 0);
  g_return_val_if_fail (words != NULL, 0);
  g_return_val_if_fail (replacement != NULL, 0);

  edit = gj_edit_new (_("Replace all"));
  hits = gj_search_report (gj_session_get_report (self), words);
  for (guint i = hits->len; i > 0; i--)
    {
      const GjHit *hit = &g_array_index (hits, GjHit, i - 1);

      if (hit->cell == GJ_NONE && (section == GJ_NONE || section == hit->section)
          && replace_text (edit, gj_session_get_report (self), hit, replacement))
        n_replaced++;
    }

  return gj_session_push (self, edit) ? n_replaced : 0;
}
