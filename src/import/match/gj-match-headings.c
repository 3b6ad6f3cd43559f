/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-match-private.h"

#include <string.h>

/* The headings of the sections: the words of the form, a known variant, words that are
 * alike, or a heading that runs into the text. The best chain of candidates that goes
 * forward through document and form is taken. Headings one right after another that come
 * again elsewhere are a table of contents. */

#define LEAST_ALIKE 550
#define LEAST_ALIKE_RENUMBERED 750
#define ALIKE_BARE 950
#define ALIKE_RUN_IN 880
#define MAX_HEADING 40
#define MAX_TRIES 2000

typedef struct
{
  guint    section;
  GjWords *words;
  guint    n_words;
} Wanted;

typedef struct
{
  guint  item;
  guint  section;
  guint  score;
  gsize  length;
  gint64 best;
  int    before;
} Candidate;

typedef struct
{
  GjMatch *match;
  GArray  *candidates;
  Wanted  *wanted;
  guint    n_wanted;
  guint    n_tries;
} Finder;

static void
init_wanted (Wanted          *out,
             const GjSection *section,
             guint            index)
{
  guint n = 1;

  while (section->variants != NULL && section->variants[n - 1] != NULL)
    n++;
  out->section = index;
  out->words = g_new0 (GjWords, n);
  out->n_words = n;
  gj_words_init (&out->words[0], section->heading.zh);
  for (guint i = 1; i < n; i++)
    gj_words_init (&out->words[i], section->variants[i - 1]);
}

/* A full stop or colon after a heading is no other wording. */
static void
drop_end_mark (GjWords *words)
{
  while (words->n_characters > words->n_ordinal + 1)
    {
      gunichar last = words->characters[words->n_characters - 1];

      if (last != 0x3002 && last != ':' && last != '.' && last != ';')
        break;
      words->n_characters--;
    }
  words->n_core = MIN (words->n_core, words->n_characters);
  g_free (words->text);
  words->text = g_ucs4_to_utf8 (words->characters, words->n_characters, NULL, NULL, NULL);
}

static gboolean
is_first_level (const GjWords *words)
{
  return words->n_ordinal > 1 && words->characters[0] != '(';
}

/* The ordinal without its mark: 一总体情况. */
static gboolean
is_unmarked (const GjWords *words,
             const GjWords *wanted)
{
  return wanted->n_ordinal > 1 && words->n_characters + 1 == wanted->n_characters &&
         memcmp (words->characters, wanted->characters,
                 (wanted->n_ordinal - 1) * sizeof (gunichar)) == 0 &&
         memcmp (words->characters + wanted->n_ordinal - 1, wanted->characters + wanted->n_ordinal,
                 (wanted->n_characters - wanted->n_ordinal) * sizeof (gunichar)) == 0;
}

static guint
judge (const GjWords *words,
       const GjWords *wanted)
{
  guint alike;

  if (words->n_ordinal == 0)
    return gj_words_is_same (words, wanted) || is_unmarked (words, wanted) ? ALIKE_BARE : 0;
  if (!is_first_level (words))
    return 0;

  alike = gj_words_compare (words, wanted);
  if (alike == GJ_WORDS_SAME)
    return alike;
  if (words->ordinal != wanted->ordinal)
    return alike >= LEAST_ALIKE_RENUMBERED ? alike - 100 : 0;

  return alike >= LEAST_ALIKE ? alike : 0;
}

static void
add_candidate (Finder *self,
               guint   item,
               guint   section,
               guint   score,
               gsize   length)
{
  Candidate candidate = { .item = item, .section = section, .score = score, .length = length, .before = -1 };

  if (self->candidates->len < MAX_TRIES)
    g_array_append_val (self->candidates, candidate);
}

static gboolean
ends_line (const char *rest)
{
  for (const char *p = rest; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = gj_words_fold (g_utf8_get_char (p));

      if (c != 0 && c != 0x3002 && c != ':' && c != '.' && c != ';')
        return FALSE;
    }

  return TRUE;
}

/* Dots or a page number after a heading: a line of a table of contents. */
static gboolean
is_leader (const char *rest)
{
  gboolean any = FALSE;

  for (const char *p = rest; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = gj_words_fold (g_utf8_get_char (p));

      if (c != 0 && !(c < 0x80 && g_ascii_isdigit ((char) c)) && c != '.' && c != '-' &&
          c != 0x2026 && c != 0xb7 && c != 0x22ef && c != '(' && c != ')')
        return FALSE;
      any = any || c != 0;
    }

  return any;
}

static gboolean
add_run_in (Finder     *self,
            guint       item,
            const char *text)
{
  for (guint i = 0; i < self->n_wanted; i++)
    for (guint j = 0; j < self->wanted[i].n_words; j++)
      {
        gssize length = gj_words_find_prefix (&self->wanted[i].words[j], text);

        if (length < 0 || ends_line (text + length) || is_leader (text + length))
          continue;
        add_candidate (self, item, self->wanted[i].section, ALIKE_RUN_IN, (gsize) length);
        return TRUE;
      }

  return FALSE;
}

static void
add_whole (Finder  *self,
           guint    item,
           GjWords *words,
           gsize    length)
{
  drop_end_mark (words);
  for (guint i = 0; i < self->n_wanted; i++)
    {
      guint best = 0;

      for (guint j = 0; j < self->wanted[i].n_words; j++)
        best = MAX (best, judge (words, &self->wanted[i].words[j]));
      if (best > 0)
        add_candidate (self, item, self->wanted[i].section, best, length);
    }
}

static gboolean
may_be_heading (const char *text)
{
  gunichar c = 0;

  for (const char *p = text; *p != '\0' && c == 0; p = g_utf8_next_char (p))
    c = gj_words_fold (g_utf8_get_char (p));

  return c != 0 && c != '(';
}

static void
try_item (Finder *self,
          guint   index)
{
  const GjMatchItem *item = gj_match_item (self->match, index);
  GjWords words;
  guint n_before = self->candidates->len;

  if (item->text == NULL || !may_be_heading (item->text) || self->n_tries >= MAX_TRIES)
    return;

  if (strlen (item->text) <= MAX_HEADING * 4)
    {
      self->n_tries++;
      gj_words_init (&words, item->text);
      if (words.n_characters <= MAX_HEADING)
        add_whole (self, index, &words, strlen (item->text));
      gj_words_clear (&words);
    }
  if (self->candidates->len == n_before ||
      g_array_index (self->candidates, Candidate, n_before).score < 850)
    add_run_in (self, index, item->text);
}

static const Candidate *
get_candidate (Finder *self,
               guint   index)
{
  return &g_array_index (self->candidates, Candidate, index);
}

/* After the candidates of one item. */
static guint
skip_item (Finder *self,
           guint   index)
{
  guint item = get_candidate (self, index)->item;

  while (index < self->candidates->len && get_candidate (self, index)->item == item)
    index++;

  return index;
}

static guint
get_section (Finder *self,
             guint   index)
{
  guint end = skip_item (self, index);
  guint best = index;

  for (guint i = index; i < end; i++)
    if (get_candidate (self, i)->score > get_candidate (self, best)->score)
      best = i;

  return get_candidate (self, best)->section;
}

static gboolean
comes_again (Finder *self,
             guint   section,
             guint   first,
             guint   end)
{
  for (guint i = 0; i < self->candidates->len; i++)
    if ((i < first || i >= end) && get_candidate (self, i)->section == section &&
        get_candidate (self, i)->score >= ALIKE_RUN_IN)
      return TRUE;

  return FALSE;
}

static void
drop_contents (Finder *self)
{
  for (guint first = 0; first < self->candidates->len;)
    {
      guint end = skip_item (self, first);
      guint last = first;
      guint n = 1;
      guint n_again = comes_again (self, get_section (self, first), first, end);

      while (end < self->candidates->len &&
             get_candidate (self, end)->item == get_candidate (self, last)->item + 1 &&
             get_section (self, end) > get_section (self, last))
        {
          last = end;
          end = skip_item (self, end);
          n++;
        }
      for (guint i = skip_item (self, first); i < end; i = skip_item (self, i))
        n_again += comes_again (self, get_section (self, i), first, end);
      if (n >= 3 && n_again * 2 > n)
        g_array_remove_range (self->candidates, first, end - first);
      else
        first = end;
    }
}

static void
find_chain (Finder         *self,
            GjMatchHeading *out,
            guint           n_sections)
{
  g_autofree int *best = g_new (int, n_sections + 1);

  for (guint s = 0; s <= n_sections; s++)
    best[s] = -1;

  for (guint i = 0; i < self->candidates->len;)
    {
      guint item = g_array_index (self->candidates, Candidate, i).item;
      guint end = i;

      for (; end < self->candidates->len && g_array_index (self->candidates, Candidate, end).item == item; end++)
        {
          Candidate *candidate = &g_array_index (self->candidates, Candidate, end);

          candidate->before = best[candidate->section];
          candidate->best = candidate->score +
                            (candidate->before < 0 ? 0 :
                             g_array_index (self->candidates, Candidate, candidate->before).best);
        }
      for (; i < end; i++)
        for (guint s = g_array_index (self->candidates, Candidate, i).section + 1; s <= n_sections; s++)
          if (best[s] < 0 || g_array_index (self->candidates, Candidate, best[s]).best <
              g_array_index (self->candidates, Candidate, i).best)
            best[s] = (int) i;
    }

  for (int i = best[n_sections]; i >= 0; i = g_array_index (self->candidates, Candidate, i).before)
    {
      const Candidate *candidate = &g_array_index (self->candidates, Candidate, i);

      out[candidate->section] = (GjMatchHeading) { candidate->item, candidate->score, candidate->length, TRUE };
    }
}

/* A heading out of order is one only when its words leave no doubt. */
static void
add_out_of_order (Finder         *self,
                  GjMatchHeading *out)
{
  for (guint i = 0; i < self->candidates->len; i++)
    {
      const Candidate *candidate = &g_array_index (self->candidates, Candidate, i);
      gboolean taken = FALSE;

      if (candidate->score < 950 || out[candidate->section].item != GJ_NONE)
        continue;
      for (guint s = 0; s < self->n_wanted; s++)
        taken = taken || out[s].item == candidate->item;
      if (!taken)
        out[candidate->section] = (GjMatchHeading) { candidate->item, candidate->score, candidate->length, FALSE };
    }
}

static void
clear_wanted (Finder *self)
{
  for (guint i = 0; i < self->n_wanted; i++)
    {
      for (guint j = 0; j < self->wanted[i].n_words; j++)
        gj_words_clear (&self->wanted[i].words[j]);
      g_free (self->wanted[i].words);
    }
}

/**
 * _gj_match_find_headings:
 * @self: a match with its items
 * @form: a form
 * @n_found: (out): how many of its headings were found
 *
 * Returns: (transfer full) (array): the heading of each section of @form
 */
GjMatchHeading *
_gj_match_find_headings (GjMatch *self,
                         GjForm  *form,
                         guint   *n_found)
{
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  guint n = gj_form_get_n_sections (form);
  g_autofree Wanted *wanted = g_new0 (Wanted, n + 1);
  GjMatchHeading *out = g_new0 (GjMatchHeading, n + 1);
  Finder finder = { .match = self, .candidates = candidates, .wanted = wanted, .n_wanted = n };

  for (guint i = 0; i < n; i++)
    {
      init_wanted (&wanted[i], gj_form_get_section (form, i), i);
      out[i].item = GJ_NONE;
    }

  for (guint i = 0; i < self->items->len; i++)
    try_item (&finder, i);
  drop_contents (&finder);
  find_chain (&finder, out, n);
  add_out_of_order (&finder, out);
  clear_wanted (&finder);

  *n_found = 0;
  for (guint i = 0; i < n; i++)
    *n_found += out[i].item != GJ_NONE;

  return out;
}

static gboolean
is_known (const GjSection *section,
          const char      *heading)
{
  Wanted wanted;
  GjWords words;
  gboolean known = FALSE;

  init_wanted (&wanted, section, 0);
  gj_words_init (&words, heading);
  drop_end_mark (&words);
  for (guint i = 0; i < wanted.n_words; i++)
    {
      known = known || g_str_equal (words.text, wanted.words[i].text);
      gj_words_clear (&wanted.words[i]);
    }
  gj_words_clear (&words);
  g_free (wanted.words);

  return known;
}

static void
note_heading (GjMatch *self,
              guint    index)
{
  const GjSection *section = gj_form_get_section (self->form, index);
  const GjMatchHeading *heading = &self->headings[index];
  GjMatchItem *item = gj_match_item (self, heading->item);
  g_autofree char *text = g_strstrip (g_strndup (item->text, heading->length));
  GjMatchNote note = { .place = section->id, .line = item->line, .name = section->heading, .text = text };

  gj_report_init_heading (self->report, index, text);
  if (strcmp (text, section->heading.zh) != 0)
    gj_source_builder_add_label (self->source, section->id, text);
  if (!is_known (section, text))
    gj_match_note_add (self->source, GJ_MATCH_NOTE_HEADING, &note);
  if (item->rest != NULL)
    gj_match_note_add (self->source, GJ_MATCH_NOTE_HEADING_RUN_IN, &note);
  if (!heading->in_order)
    gj_match_note_add (self->source, GJ_MATCH_NOTE_HEADING_ORDER, &note);
}

/**
 * _gj_match_note_headings:
 * @self: a match whose headings are settled
 *
 * Gives the report its headings as they stood, and says where they differ.
 */
void
_gj_match_note_headings (GjMatch *self)
{
  for (guint i = 0; i < gj_form_get_n_sections (self->form); i++)
    if (self->headings[i].item != GJ_NONE)
      note_heading (self, i);
}
