/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-statements.h"

#include <string.h>

#include "gj-tokens.h"

/* A statement is a verb and, in the same clause, the first number with a measure word
 * after it. The subject stands anywhere in the clause; or else a clause that did nothing
 * but name it went before, as a heading does (依申请公开情况。全年共收到申请 12 件), and the
 * verb then counts nothing else. A negation, a word of comparison, an exception or another
 * year before the number makes it no statement: when in doubt, the sentence says nothing.
 * Brackets are read by themselves. */

/* Brackets inside brackets inside … are no sentence any more. */
#define MAX_DEPTH 8

typedef struct
{
  const char     *text;
  const GjPhrase *phrase;
  GArray         *tokens;
  GArray         *statements;
  guint           next;
  guint           depth;
  gboolean        is_named;
} GjReading;

/* What is known in the middle of a clause. Tokens are indices, or GJ_NONE. */
typedef struct
{
  guint    subject;
  guint    verb;
  guint    negation;
  gboolean is_exception;
  gboolean is_comparison;
  gboolean is_other_year;
  gboolean had_number;
} GjClause;

static const GjToken *
get_token (const GjReading *reading,
           guint            index)
{
  return &g_array_index (reading->tokens, GjToken, index);
}

static void
clause_start (GjClause *clause)
{
  *clause = (GjClause) { .subject = GJ_NONE, .verb = GJ_NONE, .negation = GJ_NONE };
}

/* A clause that has nothing but the subject names it for those that follow. */
static void
clause_end (GjReading *reading,
            GjClause  *clause)
{
  if (clause->subject != GJ_NONE && clause->verb == GJ_NONE && clause->negation == GJ_NONE &&
      !clause->is_exception && !clause->had_number)
    reading->is_named = TRUE;
}

/* Goes on to the next clause of the same sentence: the year stays. */
static void
clause_continue (GjClause *clause)
{
  gboolean is_other_year = clause->is_other_year;

  clause_start (clause);
  clause->is_other_year = is_other_year;
}

static const char *
skip_fillers (const char *p,
              const char *end)
{
  static const char *const fillers[] = { "共计", "总计", "合计", "共", "了", "的", "各类", " ", "　" };
  guint i = 0;

  while (i < G_N_ELEMENTS (fillers) && p < end)
    {
      gboolean is_filler = g_str_has_prefix (p, fillers[i]);

      p += is_filler ? strlen (fillers[i]) : 0;
      i = is_filler ? 0 : i + 1;
    }

  return p;
}

/* Nothing, or a short form of the subject: 申请 for 政府信息公开申请. */
static gboolean
is_short_subject (const GjReading *reading,
                  const char      *start,
                  const char      *end)
{
  g_autofree char *words = NULL;

  start = skip_fillers (start, end);
  if (start >= end)
    return TRUE;

  words = g_strndup (start, end - start);
  for (guint i = 0; reading->phrase->subjects != NULL && reading->phrase->subjects[i] != NULL; i++)
    if (strstr (reading->phrase->subjects[i], words) != NULL)
      return TRUE;

  return FALSE;
}

static const char *
find_clause_end (const GjReading *reading,
                 guint            index)
{
  for (guint i = index + 1; i < reading->tokens->len; i++)
    {
      const GjToken *token = get_token (reading, i);

      if (token->kind == GJ_TOKEN_CLAUSE || token->kind == GJ_TOKEN_SENTENCE ||
          token->kind == GJ_TOKEN_OPEN || token->kind == GJ_TOKEN_CLOSE)
        return token->start;
    }

  return reading->text + strlen (reading->text);
}

/* 收到 12 件 and 收到申请共 12 件, but not 收到反馈 12 条 nor 收到 12 件来信. */
static gboolean
counts_nothing_else (const GjReading *reading,
                     guint            verb,
                     guint            number)
{
  return is_short_subject (reading, get_token (reading, verb)->end,
                           get_token (reading, number)->start) &&
         is_short_subject (reading, get_token (reading, number)->end,
                           find_clause_end (reading, number));
}

static void
add_statement (GjReading *reading,
               guint      first,
               guint      last,
               gint64     number,
               gboolean   is_rough)
{
  GjStatement statement = { .number = number, .is_rough = is_rough };

  statement.start = get_token (reading, first)->start - reading->text;
  statement.end = get_token (reading, last)->end - reading->text;
  g_array_append_val (reading->statements, statement);
}

/* The subject may also follow: 收到 12 件政府信息公开申请. */
static guint
find_subject_behind (const GjReading *reading,
                     guint            number)
{
  for (guint i = number + 1; i < reading->tokens->len; i++)
    switch (get_token (reading, i)->kind)
      {
      case GJ_TOKEN_SUBJECT:
        return i;

      case GJ_TOKEN_THIS_YEAR:
      case GJ_TOKEN_OTHER_YEAR:
      case GJ_TOKEN_FIGURE:
      case GJ_TOKEN_SCOPE:
        break;

      default:
        return GJ_NONE;
      }

  return GJ_NONE;
}

static gboolean
is_followed_by_exception (const GjReading *reading,
                          guint            number)
{
  guint next = number + 1;

  while (next < reading->tokens->len && (get_token (reading, next)->kind == GJ_TOKEN_FIGURE ||
                                         get_token (reading, next)->kind == GJ_TOKEN_SCOPE))
    next++;

  return next < reading->tokens->len && get_token (reading, next)->kind == GJ_TOKEN_EXCEPTION;
}

static void
take_number (GjReading *reading,
             GjClause  *clause,
             guint      number)
{
  const GjToken *token = get_token (reading, number);
  guint verb = clause->verb;
  guint first = verb;
  guint last = number;

  clause->had_number = TRUE;

  if (clause->verb == GJ_NONE || clause->negation != GJ_NONE || clause->is_exception ||
      clause->is_comparison || clause->is_other_year ||
      is_followed_by_exception (reading, number))
    {
      clause->verb = GJ_NONE;
      return;
    }

  clause->verb = GJ_NONE;

  if (clause->subject != GJ_NONE)
    first = MIN (first, clause->subject);
  else if (find_subject_behind (reading, number) != GJ_NONE)
    last = find_subject_behind (reading, number);
  else if (!reading->is_named || !counts_nothing_else (reading, verb, number))
    return;

  add_statement (reading, first, last, token->number, token->is_rough);
}

/* 未收到政府信息公开申请 states 0. */
static void
take_end (GjReading *reading,
          GjClause  *clause)
{
  if (clause->negation == GJ_NONE || clause->subject == GJ_NONE || clause->is_exception ||
      clause->is_comparison || clause->is_other_year || clause->had_number)
    return;

  add_statement (reading, MIN (clause->negation, clause->subject),
                 MAX (clause->negation, clause->subject), 0, FALSE);
}

/* 被申请行政复议 3 件: the verb has the subject in it. */
static gboolean
names_subject (const GjReading *reading,
               const GjToken   *verb)
{
  g_autofree char *words = g_strndup (verb->start, verb->end - verb->start);

  for (guint i = 0; reading->phrase->subjects != NULL && reading->phrase->subjects[i] != NULL; i++)
    if (strstr (words, reading->phrase->subjects[i]) != NULL)
      return TRUE;

  return FALSE;
}

static void
take_word (GjReading *reading,
           GjClause  *clause,
           guint      index)
{
  switch (get_token (reading, index)->kind)
    {
    case GJ_TOKEN_NUMBER:
      take_number (reading, clause, index);
      break;

    case GJ_TOKEN_SUBJECT:
      if (clause->subject == GJ_NONE)
        clause->subject = index;
      break;

    case GJ_TOKEN_VERB:
      if (clause->verb == GJ_NONE && !clause->had_number)
        clause->verb = index;
      if (clause->subject == GJ_NONE && names_subject (reading, get_token (reading, index)))
        clause->subject = index;
      break;

    case GJ_TOKEN_NEGATION:
      if (clause->negation == GJ_NONE)
        clause->negation = index;
      break;

    case GJ_TOKEN_EXCEPTION:
      clause->is_exception = TRUE;
      break;

    case GJ_TOKEN_COMPARISON:
    case GJ_TOKEN_DIRECTION:
    case GJ_TOKEN_DOUBLED:
      clause->is_comparison = TRUE;
      break;

    case GJ_TOKEN_THIS_YEAR:
      clause->is_other_year = FALSE;
      break;

    case GJ_TOKEN_OTHER_YEAR:
      clause->is_other_year = TRUE;
      break;

    default:
      break;
    }
}

static void read_until_close (GjReading *reading);

static void
read_brackets (GjReading *reading)
{
  reading->depth++;
  read_until_close (reading);
  reading->depth--;
}

static void
read_until_close (GjReading *reading)
{
  GjClause clause;

  clause_start (&clause);

  while (reading->next < reading->tokens->len)
    {
      guint index = reading->next++;

      switch (get_token (reading, index)->kind)
        {
        case GJ_TOKEN_OPEN:
          if (reading->depth < MAX_DEPTH)
            read_brackets (reading);
          break;

        case GJ_TOKEN_CLOSE:
          take_end (reading, &clause);
          return;

        case GJ_TOKEN_CLAUSE:
          take_end (reading, &clause);
          clause_end (reading, &clause);
          clause_continue (&clause);
          break;

        case GJ_TOKEN_SENTENCE:
          take_end (reading, &clause);
          clause_end (reading, &clause);
          clause_start (&clause);
          break;

        default:
          take_word (reading, &clause, index);
          break;
        }
    }

  take_end (reading, &clause);
}

/**
 * _gj_statements_find:
 * @text: a paragraph
 * @phrase: what the statements are to be about
 * @year: the report's year, or 0 when it is not known
 *
 * Finds every statement of a paragraph that is made in the words of a phrase.
 *
 * Returns: (transfer full) (element-type GjStatement): the statements, brackets before
 *          what surrounds them
 */
GArray *
_gj_statements_find (const char     *text,
                     const GjPhrase *phrase,
                     int             year)
{
  g_autoptr (GArray) tokens = _gj_tokens_read (text, phrase, year);

  return _gj_statements_read (text, phrase, tokens);
}

/**
 * _gj_statements_read:
 * @text: a paragraph
 * @phrase: what the statements are to be about
 * @tokens: (element-type GjToken): the tokens of @text for @phrase
 *
 * Does what _gj_statements_find() does with tokens that are there already.
 *
 * Returns: (transfer full) (element-type GjStatement): the statements
 */
GArray *
_gj_statements_read (const char     *text,
                     const GjPhrase *phrase,
                     GArray         *tokens)
{
  GArray *statements = g_array_new (FALSE, FALSE, sizeof (GjStatement));
  GjReading reading = { .text = text, .phrase = phrase, .tokens = tokens,
                        .statements = statements };

  while (reading.next < tokens->len)
    read_until_close (&reading);

  return statements;
}
