/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-match-private.h"

#include <string.h>

#include "gj-heading-words.h"
#include "gj-match-chain.h"

/* The headings of the sections: the words of the form, a known variant, words that are
 * alike, or a heading that runs into the text. The best chain of candidates that goes
 * forward through document and form is taken. Headings one right after another that come
 * again elsewhere are a table of contents. Where the source says what a heading is, a plain
 * paragraph with the words of one is none. */

#define ALIKE_RUN_IN 880
#define MAX_HEADING 40
#define MAX_TRIES 2000

typedef struct
{
  guint item;
  guint section;
  guint score;
  gsize length;
} Candidate;

typedef struct
{
  GjMatch        *match;
  GArray         *candidates;
  GjHeadingWords *wanted;
  guint           n_wanted;
  guint           n_tries;
} Finder;

static void
add_candidate (Finder *self,
               guint   item,
               guint   section,
               guint   score,
               gsize   length)
{
  Candidate candidate = { .item = item, .section = section, .score = score, .length = length };

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
        add_candidate (self, item, i, ALIKE_RUN_IN, (gsize) length);
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
  _gj_heading_words_drop_end_mark (words);
  for (guint i = 0; i < self->n_wanted; i++)
    {
      guint score = _gj_heading_words_judge (&self->wanted[i], words);

      /* Of two that say the same the one is the heading that is set as one. */
      if (score > 0)
        add_candidate (self, item, i, score + (gj_match_item (self->match, item)->level > 0), length);
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

/* Whether the source says that there is a heading of @section as good as @score. */
static gboolean
has_said (Finder *self,
          guint   section,
          guint   score)
{
  for (guint i = 0; i < self->candidates->len; i++)
    {
      const Candidate *candidate = get_candidate (self, i);

      if (candidate->section == section && candidate->score >= score &&
          gj_match_item (self->match, candidate->item)->level > 0)
        return TRUE;
    }

  return FALSE;
}

static void
drop_plain (Finder *self)
{
  g_autoptr (GArray) kept = g_array_new (FALSE, FALSE, sizeof (Candidate));

  for (guint i = 0; i < self->candidates->len; i++)
    {
      const Candidate *candidate = get_candidate (self, i);

      if (gj_match_item (self->match, candidate->item)->level > 0 ||
          !has_said (self, candidate->section, candidate->score))
        g_array_append_val (kept, *candidate);
    }
  g_array_set_size (self->candidates, 0);
  g_array_append_vals (self->candidates, kept->data, kept->len);
}

static void
find_chain (Finder         *self,
            GjMatchHeading *out,
            guint           n_sections)
{
  g_autofree GjChainLink *links = g_new (GjChainLink, self->candidates->len + 1);
  g_autoptr (GArray) chain = NULL;

  for (guint i = 0; i < self->candidates->len; i++)
    {
      const Candidate *candidate = get_candidate (self, i);

      links[i] = (GjChainLink) { candidate->item, candidate->section, candidate->score };
    }

  chain = _gj_match_find_chain (links, self->candidates->len, n_sections);
  for (guint i = 0; i < chain->len; i++)
    {
      const Candidate *candidate = get_candidate (self, g_array_index (chain, guint, i));

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
      const Candidate *candidate = get_candidate (self, i);
      gboolean taken = FALSE;

      if (candidate->score < 950 || out[candidate->section].item != GJ_NONE)
        continue;
      for (guint s = 0; s < self->n_wanted; s++)
        taken = taken || out[s].item == candidate->item;
      if (!taken)
        out[candidate->section] = (GjMatchHeading) { candidate->item, candidate->score, candidate->length, FALSE };
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
  g_autofree GjHeadingWords *wanted = g_new0 (GjHeadingWords, n + 1);
  GjMatchHeading *out = g_new0 (GjMatchHeading, n + 1);
  Finder finder = { .match = self, .candidates = candidates, .wanted = wanted, .n_wanted = n };

  for (guint i = 0; i < n; i++)
    {
      _gj_heading_words_init (&wanted[i], gj_form_get_section (form, i));
      out[i].item = GJ_NONE;
    }

  for (guint i = 0; i < self->items->len; i++)
    try_item (&finder, i);
  drop_contents (&finder);
  drop_plain (&finder);
  find_chain (&finder, out, n);
  add_out_of_order (&finder, out);
  _gj_match_infer_headings (self, out, n);

  *n_found = 0;
  for (guint i = 0; i < n; i++)
    {
      _gj_heading_words_clear (&wanted[i]);
      *n_found += out[i].item != GJ_NONE;
    }

  return out;
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
  if (!_gj_heading_words_is_known (section, text))
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
