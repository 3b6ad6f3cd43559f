/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-match-private.h"

#include <string.h>

/* What stands at the end: the signing body and the date. Without a date only the body's
 * own name is a signature. */

#define MAX_AFTER 12
#define MAX_SIGNATURE_LINES 3

static gboolean
has_mark (const char *text)
{
  static const char *const marks[] = { "。", "，", "；", "：", "、", "《", "[", ",", ";", ":", "？", "！" };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (strstr (text, marks[i]) != NULL)
      return TRUE;

  return FALSE;
}

static gboolean
may_sign (const char *text)
{
  GjWords words;
  gboolean result;

  if (strlen (text) > 160 || has_mark (text))
    return FALSE;

  gj_words_init (&words, text);
  result = words.n_ordinal == 0 && words.n_characters >= 3 && words.n_characters <= 40;
  gj_words_clear (&words);

  return result;
}

/* Whether one is the other, or a part of it: 某某市人民政府 in 某某市人民政府办公室. */
static gboolean
is_body (const char *text,
         const char *body)
{
  g_autofree char *a = NULL;
  g_autofree char *b = NULL;

  if (body == NULL)
    return FALSE;

  a = gj_words_normalize (text);
  b = gj_words_normalize (body);

  return *a != '\0' && (strstr (b, a) != NULL || strstr (a, b) != NULL);
}

/* What the names of offices end with. */
static gboolean
is_office (const char *text)
{
  static const char ends[] = "局委府厅部院办室心会处所站队司署校区县市镇乡街道社";
  g_autofree char *words = gj_words_normalize (text);
  gsize length = strlen (words);
  const char *last = length > 0 ? g_utf8_prev_char (words + length) : words;

  return length > 0 && strstr (ends, last) != NULL;
}

static gboolean
is_candidate (const GjMatchItem *item,
              guint              section)
{
  return item->text != NULL && item->role == GJ_MATCH_ROLE_NONE && item->section == section;
}

/* The date, or a body and a date on one line: where the date begins. */
static char *
find_date (const char *text,
           gsize      *start,
           gboolean   *is_usual)
{
  char *date = _gj_match_read_date (text, is_usual);
  const char *p;

  *start = 0;
  if (date != NULL || strlen (text) > 240 || has_mark (text))
    return date;

  for (p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (p == text || gj_words_fold (g_utf8_get_char (g_utf8_prev_char (p))) != 0 || gj_words_fold (c) == 0)
        continue;
      date = _gj_match_read_date (p, is_usual);
      if (date == NULL)
        continue;
      *start = (gsize) (p - text);
      return date;
    }

  return NULL;
}

static void
keep_after (GjMatch *self,
            guint    first,
            guint    section)
{
  g_auto (GjMatchResidue) residue = { 0 };

  for (guint i = first; i < self->items->len; i++)
    if (is_candidate (gj_match_item (self, i), section))
      _gj_residue_take (&residue, gj_match_item (self, i));

  _gj_residue_keep (&residue, self->source, "signature", GJ_MATCH_NOTE_AFTER_SIGNATURE);
}

/* The lines right above the date; from the second on only while they name the body. */
static void
keep_signature (GjMatch    *self,
                guint       end,
                guint       section,
                const char *before_date)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) text = g_string_new (NULL);

  if (before_date != NULL)
    g_ptr_array_add (lines, g_strdup (before_date));

  for (guint i = end; i > 0 && lines->len < MAX_SIGNATURE_LINES; i--)
    {
      GjMatchItem *item = gj_match_item (self, i - 1);

      if (!is_candidate (item, section) || !may_sign (item->text) ||
          !(is_body (item->text, self->body) || (lines->len == 0 && is_office (item->text))))
        break;
      item->role = GJ_MATCH_ROLE_SIGNATURE;
      g_ptr_array_add (lines, gj_words_strip (item->text, strlen (item->text)));
    }

  for (guint i = lines->len; i > 0; i--)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", (const char *) lines->pdata[i - 1]);
  if (text->len > 0)
    gj_report_init_field (self->report, GJ_FIELD_SIGNATURE, text->str);
}

static void
keep_date (GjMatch    *self,
           guint       index,
           const char *date,
           gboolean    is_usual)
{
  GjMatchItem *item = gj_match_item (self, index);
  GjMatchNote note = { .place = "signature", .line = item->line, .text = item->text, .other = date };

  item->role = GJ_MATCH_ROLE_DATE;
  gj_report_init_field (self->report, GJ_FIELD_DATE, date);
  if (!is_usual)
    gj_match_note_add (self->source, GJ_MATCH_NOTE_DATE_FORM, &note);
}

/* A date with sentences after it is a line of the text. */
static gboolean
is_followed_by_text (GjMatch *self,
                     guint    index,
                     guint    section)
{
  for (guint i = index + 1; i < self->items->len; i++)
    {
      const GjMatchItem *item = gj_match_item (self, i);

      if (is_candidate (item, section) && (strstr (item->text, "。") != NULL || strlen (item->text) > 180))
        return TRUE;
    }

  return FALSE;
}

static gboolean
try_date (GjMatch *self,
          guint    index,
          guint    section)
{
  const GjMatchItem *item = gj_match_item (self, index);
  g_autofree char *date = NULL;
  g_autofree char *body = NULL;
  gboolean is_usual = TRUE;
  gsize start = 0;

  date = find_date (item->text, &start, &is_usual);
  if (date == NULL || is_followed_by_text (self, index, section))
    return FALSE;
  body = start > 0 ? gj_words_strip (item->text, start) : NULL;
  if (body != NULL && !may_sign (body))
    return FALSE;

  keep_date (self, index, date, is_usual);
  keep_signature (self, index, section, body);
  keep_after (self, index + 1, section);

  return TRUE;
}

/* What the source says at the very end: who signs, in any words, and a date in any form. */
static gboolean
try_said (GjMatch *self,
          guint    section)
{
  g_autoptr (GString) signature = g_string_new (NULL);
  gboolean has_any = FALSE;

  for (guint i = self->items->len; i > 0; i--)
    {
      GjMatchItem *item = gj_match_item (self, i - 1);
      g_autofree char *text = NULL;
      g_autofree char *date = NULL;
      gboolean is_usual = TRUE;

      if (!is_candidate (item, section) || item->said < GJ_RAW_ROLE_SIGNATURE ||
          (item->said == GJ_RAW_ROLE_DATE && has_any))
        break;
      text = gj_words_strip (item->text, strlen (item->text));
      has_any = TRUE;
      if (item->said == GJ_RAW_ROLE_DATE)
        {
          date = _gj_match_read_date (text, &is_usual);
          keep_date (self, i - 1, date != NULL ? date : text, date == NULL || is_usual);
          continue;
        }
      item->role = GJ_MATCH_ROLE_SIGNATURE;
      if (signature->len > 0)
        g_string_prepend_c (signature, '\n');
      g_string_prepend (signature, text);
    }
  if (signature->len > 0)
    gj_report_init_field (self->report, GJ_FIELD_SIGNATURE, signature->str);

  return has_any;
}

/* A last line that is the body's name, without a date. */
static void
try_body (GjMatch *self,
          guint    index,
          guint    section)
{
  const GjMatchItem *item = gj_match_item (self, index);

  if (may_sign (item->text) && is_body (item->text, self->body) && strlen (item->text) >= strlen (self->body))
    keep_signature (self, index + 1, section, NULL);
}

/**
 * _gj_match_read_back:
 * @self: a match whose items have their sections
 *
 * Gives the report its signature and date.
 */
void
_gj_match_read_back (GjMatch *self)
{
  guint section;
  guint last = GJ_NONE;
  guint n = 0;

  if (self->items->len == 0)
    return;

  section = gj_match_item (self, self->items->len - 1)->section;
  if (section == gj_form_get_n_sections (self->form) || try_said (self, section))
    return;

  for (guint i = self->items->len; i > 0 && n < MAX_AFTER; i--)
    {
      if (!is_candidate (gj_match_item (self, i - 1), section))
        continue;
      if (last == GJ_NONE)
        last = i - 1;
      n++;
      if (try_date (self, i - 1, section))
        return;
    }
  if (last != GJ_NONE)
    try_body (self, last, section);
}
