/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-match-private.h"

#include <string.h>

/* The title, over one or several lines. It is known by the words that the form ends its
 * title with; what is left of it names the body and the year. */

#define MAX_TITLE_LINES 4
#define LEAST_ALIKE 640

typedef struct
{
  char *body;
  int   year;
  guint alike;
  guint n_tail;
} Title;

/* The words after the year in the form's title: 政府信息公开工作年度报告. */
static char *
dup_tail (GjForm *form)
{
  g_autofree char *title = gj_form_format_title (form, "", 2021);
  gsize end = 0;

  _gj_match_find_year (title, NULL, &end);

  return gj_words_normalize (title + end);
}

static char *
remove_blanks (const char *text)
{
  GString *out = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (gj_words_fold (c) != 0 || c == '"' || c == '\'' || (c >= 0x2018 && c <= 0x201d))
        g_string_append_unichar (out, c);
    }

  return g_string_free (out, FALSE);
}

static char *
take_year (char *text,
           int  *year)
{
  gsize start = 0;
  gsize end = 0;
  char *rest;

  *year = _gj_match_find_year (text, &start, &end);
  if (*year == 0)
    return text;

  rest = g_strdup_printf ("%.*s%s", (int) start, text, text + end);
  g_free (text);

  return rest;
}

static gboolean
may_be_title (const char *text)
{
  return strlen (text) <= 240 &&
         strstr (text, "。") == NULL && strstr (text, "，") == NULL && strstr (text, "；") == NULL &&
         strstr (text, "：") == NULL && strstr (text, "《") == NULL;
}

/* How well @text ends with the tail, an end in brackets left aside. */
static void
judge_tail (Title      *title,
            const char *text,
            const char *tail)
{
  GjWords wanted;
  GjWords all;
  guint n;

  gj_words_init (&wanted, tail);
  gj_words_init (&all, text);
  n = all.n_core;
  for (guint length = MIN (n, wanted.n_characters + 3); length + 6 >= wanted.n_characters && length > 3; length--)
    {
      GjWords part = { .characters = all.characters + n - length, .n_characters = length };
      guint alike = gj_words_compare_all (&part, &wanted);

      if (alike > title->alike)
        {
          title->alike = alike;
          title->n_tail = length;
        }
    }
  gj_words_clear (&wanted);
  gj_words_clear (&all);
}

static char *
strip_about (char *body)
{
  if (g_str_has_suffix (body, "关于"))
    body[strlen (body) - strlen ("关于")] = '\0';
  if (g_str_has_prefix (body, "关于"))
    memmove (body, body + strlen ("关于"), strlen (body) - strlen ("关于") + 1);

  return body;
}

static void
title_clear (Title *self)
{
  g_clear_pointer (&self->body, g_free);
}

static void
read_title (GjMatch    *self,
            guint       first,
            guint       last,
            const char *tail,
            Title      *out)
{
  g_autoptr (GString) joined = g_string_new (NULL);
  char *rest;
  glong n;
  glong n_body;

  memset (out, 0, sizeof *out);
  for (guint i = first; i <= last; i++)
    {
      const GjMatchItem *item = gj_match_item (self, i);

      if (item->text == NULL || !may_be_title (item->text))
        return;
      g_string_append (joined, item->text);
    }

  rest = take_year (remove_blanks (joined->str), &out->year);
  judge_tail (out, rest, tail);
  n = g_utf8_strlen (rest, -1);
  n_body = n - out->n_tail;
  if (g_str_has_suffix (rest, ")") || g_str_has_suffix (rest, "）"))
    {
      const char *open = g_strrstr (rest, "（") != NULL ? g_strrstr (rest, "（") : g_strrstr (rest, "(");

      if (open != NULL)
        n_body = g_utf8_strlen (rest, open - rest) - out->n_tail;
    }
  *g_utf8_offset_to_pointer (rest, CLAMP (n_body, 0, n)) = '\0';
  out->body = strip_about (rest);
}

static gboolean
may_be_body (const char *text)
{
  GjWords words;
  gboolean result;

  if (!may_be_title (text) || _gj_match_is_document_number (text) || strchr (text, '[') != NULL)
    return FALSE;

  gj_words_init (&words, text);
  result = words.n_characters <= 40 && words.n_characters >= 2 && words.n_ordinal == 0 &&
           _gj_match_find_year (text, NULL, NULL) == 0;
  gj_words_clear (&words);

  return result;
}

/* A title without the body's name has it on the line before, a short one on two. */
static void
extend_to_body (GjMatch *self,
                Title   *title)
{
  guint n_characters = title->body != NULL ? (guint) g_utf8_strlen (title->body, -1) : G_MAXUINT;

  for (guint n = 0; n < 2 && self->title_first > 0 && n_characters < 4; n++)
    {
      const GjMatchItem *item = gj_match_item (self, self->title_first - 1);
      g_autofree char *line = remove_blanks (item->text);
      char *body;

      if (!may_be_body (item->text) || item->said == GJ_RAW_ROLE_NUMBER)
        break;
      body = g_strconcat (line, title->body, NULL);
      g_free (title->body);
      title->body = body;
      n_characters = (guint) g_utf8_strlen (body, -1);
      self->title_first--;
    }
}

static gboolean
find_run (GjMatch    *self,
          guint       last,
          const char *tail,
          Title      *out)
{
  guint best = 0;

  for (guint n = 0; n < MAX_TITLE_LINES && n <= last; n++)
    {
      Title title;

      read_title (self, last - n, last, tail, &title);
      if (title.alike >= LEAST_ALIKE &&
          (title.alike > best || (title.alike == best && out->year == 0 && title.year != 0)))
        {
          title_clear (out);
          *out = title;
          best = title.alike;
          self->title_first = last - n;
          self->title_last = last;
        }
      else
        {
          title_clear (&title);
        }
    }

  return best > 0;
}

/* The line after the title is no part of it when the title fits better without. */
static void
shorten (GjMatch    *self,
         const char *tail,
         Title      *title)
{
  guint first = self->title_first;
  guint last = self->title_last;
  Title shorter = { 0 };

  if (last > first && find_run (self, last - 1, tail, &shorter) && shorter.alike > title->alike)
    {
      title_clear (title);
      *title = shorter;
      return;
    }
  title_clear (&shorter);
  self->title_first = first;
  self->title_last = last;
}

/* The last lines before the first heading that the source says are the title. */
static gboolean
find_said (GjMatch *self,
           guint   *first,
           guint   *last)
{
  guint i = _gj_match_get_front_end (self);

  while (i > 0 && gj_match_item (self, i - 1)->said != GJ_RAW_ROLE_TITLE)
    i--;
  if (i == 0)
    return FALSE;

  *last = i - 1;
  while (i > 1 && gj_match_item (self, i - 2)->said == GJ_RAW_ROLE_TITLE)
    i--;
  *first = i - 1;

  return TRUE;
}

/* What the source calls the title is it when its words are those of a title, or when no
 * other words are. */
static void
take_said (GjMatch    *self,
           const char *tail,
           Title      *title)
{
  guint first;
  guint last;
  Title said;

  if (!find_said (self, &first, &last) || (self->title_first == first && self->title_last == last))
    return;

  read_title (self, first, last, tail, &said);
  if (said.alike < LEAST_ALIKE)
    {
      title_clear (&said);
      said.n_tail = 0;
      if (self->title_first != GJ_NONE)
        return;
    }
  title_clear (title);
  *title = said;
  self->title_first = first;
  self->title_last = last;
}

/**
 * _gj_match_find_title:
 * @self: a match whose form and headings are settled
 *
 * Looks for the last title before the first heading: an earlier one is that of a cover.
 *
 * Returns: whether there is one
 */
gboolean
_gj_match_find_title (GjMatch *self)
{
  g_autofree char *tail = dup_tail (self->form);
  guint end = _gj_match_get_front_end (self);
  Title title = { 0 };

  self->title_first = GJ_NONE;
  for (guint i = end; i > 0 && self->title_first == GJ_NONE; i--)
    if (find_run (self, i - 1, tail, &title))
      shorten (self, tail, &title);
  take_said (self, tail, &title);
  if (self->title_first == GJ_NONE)
    return FALSE;

  extend_to_body (self, &title);
  self->year = title.year;
  self->n_tail = title.n_tail;
  self->body = title.body != NULL && *title.body != '\0' ? g_steal_pointer (&title.body) : NULL;
  title_clear (&title);

  return TRUE;
}

/**
 * _gj_match_keep_title:
 * @self: a match with a title
 *
 * Gives the report its title as it stood, line by line.
 */
void
_gj_match_keep_title (GjMatch *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *last = NULL;
  int year;

  for (guint i = self->title_first; i <= self->title_last; i++)
    {
      const char *as_it_stood = gj_match_item (self, i)->text;
      g_autofree char *line = gj_words_strip (as_it_stood, strlen (as_it_stood));

      gj_match_item (self, i)->role = GJ_MATCH_ROLE_TITLE;
      gj_source_builder_add_title_line (self->source, line);
      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", line);
    }
  gj_report_init_field (self->report, GJ_FIELD_TITLE, text->str);

  /* The last line begins inside the words that belong together. */
  last = take_year (remove_blanks (gj_match_item (self, self->title_last)->text), &year);
  if (self->title_first < self->title_last && g_utf8_strlen (last, -1) < (glong) self->n_tail)
    {
      GjMatchNote note = { .place = "title", .line = gj_match_item (self, self->title_first)->line,
                           .text = text->str };

      gj_match_note_add (self->source, GJ_MATCH_NOTE_TITLE_BROKEN, &note);
    }
}

/**
 * _gj_match_drop_repeated_titles:
 * @self: a match with a title
 *
 * Keeps the titles before the title, which are those of covers, as residues.
 */
void
_gj_match_drop_repeated_titles (GjMatch *self)
{
  g_autofree char *tail = dup_tail (self->form);
  guint first = self->title_first;
  guint last = self->title_last;

  for (guint i = first; i > 0;)
    {
      g_auto (GjMatchResidue) residue = { 0 };
      Title title = { 0 };

      if (!find_run (self, i - 1, tail, &title))
        {
          i--;
          continue;
        }
      extend_to_body (self, &title);
      title_clear (&title);
      for (guint j = self->title_first; j <= self->title_last; j++)
        _gj_residue_take (&residue, gj_match_item (self, j));
      _gj_residue_keep (&residue, self->source, "title", GJ_MATCH_NOTE_TITLE_REPEATED);
      i = self->title_first;
    }
  self->title_first = first;
  self->title_last = last;
}
