/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-match-private.h"

#include <string.h>

/* What stands before the first heading: the document number, the title over one or several
 * lines, the preface. The title is known by the words that the form ends its title with;
 * what is left of it names the body and the year. */

#define MAX_TITLE_LINES 4
#define MAX_FRONT 64
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

static guint
get_front_end (GjMatch *self)
{
  guint end = MIN (self->items->len, MAX_FRONT);

  for (guint i = 0; i < gj_form_get_n_sections (self->form); i++)
    if (self->headings[i].item != GJ_NONE)
      end = MIN (end, self->headings[i].item);
  for (guint i = 0; i < end; i++)
    if (gj_match_item (self, i)->text == NULL)
      end = i;

  return end;
}

static gboolean
is_document_number (const char *text)
{
  g_autofree char *words = NULL;

  if (strlen (text) > 120)
    return FALSE;

  words = gj_words_normalize (text);

  return g_str_has_suffix (words, "号") && strstr (words, "(20") != NULL && strchr (words, ')') != NULL;
}

static gboolean
may_be_body (const char *text)
{
  GjWords words;
  gboolean result;

  if (!may_be_title (text) || is_document_number (text) || strchr (text, '[') != NULL)
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
  guint n_characters = (guint) g_utf8_strlen (title->body, -1);

  for (guint n = 0; n < 2 && self->title_first > 0 && n_characters < 4; n++)
    {
      const GjMatchItem *item = gj_match_item (self, self->title_first - 1);
      g_autofree char *line = remove_blanks (item->text);
      char *body;

      if (!may_be_body (item->text))
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

static void
drop_repeated (GjMatch *self,
               guint    first,
               guint    last)
{
  GjMatchNote note = { .place = "title", .line = gj_match_item (self, first)->line };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = first; i <= last; i++)
    {
      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", gj_match_item (self, i)->text);
      gj_match_item (self, i)->role = GJ_MATCH_ROLE_RESIDUE;
    }
  note.text = text->str;
  gj_source_builder_add_residue (self->source, "title", text->str);
  gj_match_note_add (self->source, GJ_MATCH_NOTE_TITLE_REPEATED, &note);
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
  guint end = get_front_end (self);
  Title title = { 0 };

  self->title_first = GJ_NONE;
  for (guint i = end; i > 0 && self->title_first == GJ_NONE; i--)
    if (find_run (self, i - 1, tail, &title))
      shorten (self, tail, &title);
  if (self->title_first == GJ_NONE)
    return FALSE;

  extend_to_body (self, &title);
  self->year = title.year;
  self->n_tail = title.n_tail;
  self->body = *title.body != '\0' ? g_steal_pointer (&title.body) : NULL;
  title_clear (&title);

  return TRUE;
}

static void
find_repeated (GjMatch *self)
{
  g_autofree char *tail = dup_tail (self->form);
  guint first = self->title_first;
  guint last = self->title_last;

  for (guint i = first; i > 0;)
    {
      Title title = { 0 };

      if (!find_run (self, i - 1, tail, &title))
        {
          i--;
          continue;
        }
      extend_to_body (self, &title);
      title_clear (&title);
      drop_repeated (self, self->title_first, self->title_last);
      i = self->title_first;
    }
  self->title_first = first;
  self->title_last = last;
}

static char *
dup_stripped (const char *text)
{
  const char *start = text;
  const char *end = text + strlen (text);

  while (*start != '\0' && gj_words_fold (g_utf8_get_char (start)) == 0)
    start = g_utf8_next_char (start);
  while (end > start && gj_words_fold (g_utf8_get_char (g_utf8_prev_char (end))) == 0)
    end = g_utf8_prev_char (end);

  return g_strndup (start, (gsize) (end - start));
}

static void
keep_title (GjMatch *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *last = NULL;
  int year;

  for (guint i = self->title_first; i <= self->title_last; i++)
    {
      g_autofree char *line = dup_stripped (gj_match_item (self, i)->text);

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

static void
settle_before_title (GjMatch *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  GjMatchNote note = { .place = "title" };

  for (guint i = 0; i < self->title_first; i++)
    {
      GjMatchItem *item = gj_match_item (self, i);

      if (item->role != GJ_MATCH_ROLE_NONE || item->text == NULL)
        continue;
      if (is_document_number (item->text) && gj_report_get_field (self->report, GJ_FIELD_DOCUMENT_NUMBER)[0] == '\0')
        {
          g_autofree char *number = dup_stripped (item->text);

          item->role = GJ_MATCH_ROLE_DOCUMENT_NUMBER;
          gj_report_init_field (self->report, GJ_FIELD_DOCUMENT_NUMBER, number);
          continue;
        }
      if (note.line == 0)
        note.line = item->line;
      item->role = GJ_MATCH_ROLE_RESIDUE;
      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", item->text);
    }
  if (text->len == 0)
    return;

  note.text = text->str;
  gj_source_builder_add_residue (self->source, "title", text->str);
  gj_match_note_add (self->source, GJ_MATCH_NOTE_BEFORE_TITLE, &note);
}

static gboolean
is_contents_line (GjMatch    *self,
                  const char *text)
{
  gboolean found = FALSE;

  if (strlen (text) > 240)
    return FALSE;

  for (guint i = 0; i < gj_form_get_n_sections (self->form) && !found; i++)
    {
      GjWords words;

      gj_words_init (&words, gj_form_get_section (self->form, i)->heading.zh);
      found = gj_words_find_prefix (&words, text) >= 0;
      gj_words_clear (&words);
    }

  return found;
}

static gboolean
is_contents_title (const char *text)
{
  g_autofree char *words = strlen (text) <= 60 ? gj_words_normalize (text) : NULL;

  return words != NULL && strcmp (words, "目录") == 0;
}

/* Three headings one after another before the first section: a table of contents. */
static void
drop_contents (GjMatch *self,
               guint    end)
{
  g_autoptr (GString) text = g_string_new (NULL);
  GjMatchNote note = { .place = "preface" };
  guint n = 0;

  for (guint i = 0; i < end; i++)
    if (gj_match_item (self, i)->role == GJ_MATCH_ROLE_NONE)
      n += is_contents_line (self, gj_match_item (self, i)->text);
  if (n < 3)
    return;

  for (guint i = 0; i < end; i++)
    {
      GjMatchItem *item = gj_match_item (self, i);

      if (item->role != GJ_MATCH_ROLE_NONE ||
          !(is_contents_line (self, item->text) || is_contents_title (item->text)))
        continue;
      if (note.line == 0)
        note.line = item->line;
      item->role = GJ_MATCH_ROLE_RESIDUE;
      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", item->text);
    }
  note.text = text->str;
  gj_source_builder_add_residue (self->source, "preface", text->str);
  gj_match_note_add (self->source, GJ_MATCH_NOTE_CONTENTS, &note);
}

/**
 * _gj_match_read_front:
 * @self: a match whose title was looked for
 *
 * Gives the report its title and document number, and says what the other lines before
 * the first heading are.
 */
void
_gj_match_read_front (GjMatch *self)
{
  if (self->title_first == GJ_NONE)
    {
      GjMatchNote note = { .place = "title" };

      gj_match_note_add (self->source, GJ_MATCH_NOTE_TITLE_MISSING, &note);
    }
  else
    {
      keep_title (self);
      find_repeated (self);
      settle_before_title (self);
    }
  drop_contents (self, get_front_end (self));
}
