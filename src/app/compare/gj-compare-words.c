/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-compare-words.h"

static gboolean
has_digit (const char *text)
{
  for (const char *p = text; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isdigit (g_utf8_get_char (p)))
      return TRUE;

  return FALSE;
}

static gboolean
is_blank (const char *text)
{
  return text == NULL || *text == '\0';
}

/* What nobody has written yet is to be a number. */
gboolean
gj_compare_pair_has_number (const GjCellPair *pair)
{
  g_return_val_if_fail (pair != NULL, FALSE);

  return pair->difference != NULL || has_digit (pair->old_text) || has_digit (pair->new_text)
         || (is_blank (pair->old_text) && is_blank (pair->new_text));
}

gboolean
gj_compare_texts_differ_in_number (const char *old_text,
                                   const char *new_text)
{
  g_autoptr (GArray) changes = gj_text_compare (old_text != NULL ? old_text : "",
                                                new_text != NULL ? new_text : "");

  for (guint i = 0; i < changes->len; i++)
    {
      const GjTextChange *change = &g_array_index (changes, GjTextChange, i);

      if (change->kind != GJ_TEXT_SAME && change->is_number)
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_text (GjCompare *compare,
          gboolean   is_new,
          guint      section)
{
  GjReport *report = gj_compare_get_report (compare, is_new);
  guint own = is_new ? section : gj_compare_find_old_section (compare, section);
  GjNarrative *narrative = own != GJ_NONE ? gj_report_get_narrative (report, own) : NULL;
  guint n_blocks = narrative != NULL ? gj_narrative_get_n_blocks (narrative) : 0;

  for (guint i = 0; i < n_blocks; i++)
    if (gj_block_get_text (gj_narrative_get_block (narrative, i)) != NULL)
      return TRUE;

  return FALSE;
}

static gboolean
has_words_in_table (GjCompare *compare,
                    guint      table)
{
  GPtrArray *pairs = gj_comparison_get_pairs (gj_compare_get_comparison (compare), table);

  for (guint i = 0; i < pairs->len; i++)
    if (!gj_compare_pair_has_number (g_ptr_array_index (pairs, i)))
      return TRUE;

  return FALSE;
}

/* A section that is written always has its text, also before there is one. */
gboolean
gj_compare_section_has_words (GjCompare *compare,
                              guint      section)
{
  GjForm *form;
  guint table;

  g_return_val_if_fail (GJ_IS_COMPARE (compare), TRUE);

  if (section == GJ_COVER || section == GJ_NONE)
    return TRUE;

  form = gj_report_get_form (gj_compare_get_report (compare, TRUE));
  table = gj_form_get_section (form, section)->table;

  return table == GJ_NONE || has_text (compare, FALSE, section) || has_text (compare, TRUE, section)
         || has_words_in_table (compare, table);
}
