/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-growth.h"

#include <string.h>

#include "gj-statements.h"
#include "gj-tokens.h"

/* The grammar, over the tokens of one sentence:
 *
 *   growth  = base comparison [ clause-end ] change { clause-end change }
 *   base    = statement of a number | verb, without a number in its clause
 *   change  = direction [ percent | times | number ] | doubled
 *
 * Between a base and its comparison there is nothing but marks and words such as 数量: what
 * else could stand there would be another subject. A comparison with another year than the
 * one before is none; a percentage point is no percent. */

/* The phrase that counts what its subject names needs no verb: 申请数量同比增长. */
#define CHECK_OF_SUBJECT "D01"

/* Words between 增长 and its number: 了, 约, 幅度为. */
#define MAX_GAP 15

typedef struct
{
  const char     *text;
  const GjPhrase *phrase;
  int             year;
  GArray         *tokens;
  GArray         *statements;
  GArray         *growths;
} GjGrowthReading;

static const GjToken *
get_token (const GjGrowthReading *reading,
           guint                  index)
{
  return index < reading->tokens->len ? &g_array_index (reading->tokens, GjToken, index) : NULL;
}

static gboolean
is_kind (const GjToken *token,
         GjTokenKind    kind)
{
  return token != NULL && token->kind == kind;
}

static const char *
skip_filler (const char *p)
{
  static const char *const fillers[] = {
    "，", "、", ",", "（", "(", "）", ")", " ", "　", "\t", "申请数量", "申请总量", "申请量", "总量",
    "总数", "数量", "件数", "量", "的", "均", "共", "较", "比", "与", "同",
  };

  for (guint i = 0; i < G_N_ELEMENTS (fillers); i++)
    if (g_str_has_prefix (p, fillers[i]))
      return p + strlen (fillers[i]);

  return NULL;
}

static gboolean
is_filled (const char *start,
           const char *end)
{
  while (start != NULL && start < end)
    start = skip_filler (start);

  return start != NULL;
}

/* The statement that ends right before the comparison. */
static const GjStatement *
find_statement (const GjGrowthReading *reading,
                const GjToken         *comparison)
{
  for (guint i = 0; i < reading->statements->len; i++)
    {
      const GjStatement *statement = &g_array_index (reading->statements, GjStatement, i);
      const char *end = reading->text + statement->end;

      if (end <= comparison->start && is_filled (end, comparison->start))
        return statement;
    }

  return NULL;
}

/* The first token of a clause that names what is counted without saying how many. */
static const GjToken *
find_name (const GjGrowthReading *reading,
           guint                  comparison)
{
  const GjToken *first = NULL;
  const GjToken *last = NULL;
  gboolean has_verb = FALSE;

  for (guint i = comparison; i-- > 0;)
    {
      const GjToken *token = get_token (reading, i);

      if (token->kind == GJ_TOKEN_SUBJECT || token->kind == GJ_TOKEN_VERB)
        {
          last = last != NULL ? last : token;
          first = token;
          has_verb = has_verb || token->kind == GJ_TOKEN_VERB;
        }
      else if (token->kind == GJ_TOKEN_CLAUSE || token->kind == GJ_TOKEN_SENTENCE)
        break;
      else if (token->kind != GJ_TOKEN_THIS_YEAR && token->kind != GJ_TOKEN_SCOPE)
        return NULL;
    }

  if (last == NULL || (!has_verb && strcmp (reading->phrase->check, CHECK_OF_SUBJECT) != 0) ||
      !is_filled (last->end, get_token (reading, comparison)->start))
    return NULL;

  return first;
}

static const GjToken *
find_scope (const GjGrowthReading *reading,
            guint                  comparison)
{
  for (guint i = comparison; i-- > 0;)
    {
      const GjToken *token = get_token (reading, i);

      if (token->kind == GJ_TOKEN_SENTENCE)
        return NULL;
      if (token->kind == GJ_TOKEN_SCOPE)
        return token;
    }

  return NULL;
}

static gboolean
has_word_before (const char *text,
                 const char *p,
                 const char *word)
{
  gsize length = strlen (word);

  return (gsize) (p - text) >= length && memcmp (p - length, word, length) == 0;
}

static gboolean
is_rough (const GjGrowthReading *reading,
          const GjToken         *amount)
{
  static const char *const before[] = { "约", "近", "超", "逾", "超过", "将近", "接近", "达到" };
  static const char *const behind[] = { "左右", "以上", "多", "余" };

  for (guint i = 0; i < G_N_ELEMENTS (before); i++)
    if (has_word_before (reading->text, amount->start, before[i]))
      return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (behind); i++)
    if (g_str_has_prefix (amount->end, behind[i]))
      return TRUE;

  return amount->is_rough;
}

/* What stands right behind a direction; 0 tokens for none. */
static guint
read_amount (const GjGrowthReading *reading,
             const GjToken         *direction,
             guint                  next,
             GjGrowth              *growth)
{
  const GjToken *amount = get_token (reading, next);

  growth->kind = GJ_GROWTH_WAY;
  if (amount == NULL || amount->start > direction->end + MAX_GAP)
    return 0;

  if (amount->kind == GJ_TOKEN_PERCENT)
    growth->kind = GJ_GROWTH_PERCENT;
  else if (amount->kind == GJ_TOKEN_TIMES)
    growth->kind = GJ_GROWTH_TIMES;
  else if (amount->kind == GJ_TOKEN_NUMBER)
    growth->kind = GJ_GROWTH_COUNT;
  else
    return 0;

  growth->amount = amount->kind == GJ_TOKEN_NUMBER ? gj_decimal_from_int (amount->number)
                                                   : amount->value;
  growth->is_rough = is_rough (reading, amount);
  growth->end = amount->end - reading->text;

  return 1;
}

/* Reads a change at @index. Returns how many tokens it took, 0 when there is none. A number
 * of something else behind a direction makes it say nothing. */
static guint
read_change (GjGrowthReading *reading,
             guint            index,
             GjGrowth        *growth)
{
  const GjToken *token = get_token (reading, index);
  const GjToken *next = get_token (reading, index + 1);
  guint n;

  if (is_kind (token, GJ_TOKEN_DOUBLED))
    {
      growth->kind = GJ_GROWTH_MULTIPLE;
      growth->way = 1;
      growth->amount = gj_decimal_from_int (token->number);
      growth->is_rough = TRUE;
      growth->end = token->end - reading->text;
      g_array_append_val (reading->growths, *growth);
      return 1;
    }

  if (!is_kind (token, GJ_TOKEN_DIRECTION))
    return 0;

  growth->way = (int) token->number;
  growth->is_rough = has_word_before (reading->text, token->start, "基本");
  growth->end = token->end - reading->text;
  if (is_kind (next, GJ_TOKEN_FIGURE) && next->start <= token->end + MAX_GAP)
    return 0;

  n = growth->way != 0 ? read_amount (reading, token, index + 1, growth) : 0;
  if (growth->way == 0)
    growth->kind = GJ_GROWTH_WAY;
  g_array_append_val (reading->growths, *growth);

  return 1 + n;
}

static void
read_comparison (GjGrowthReading *reading,
                 guint            index)
{
  const GjToken *comparison = get_token (reading, index);
  const GjStatement *statement = find_statement (reading, comparison);
  const GjToken *name = statement == NULL ? find_name (reading, index) : NULL;
  const GjToken *scope = find_scope (reading, index);
  GjGrowth growth = { .growth_start = comparison->start - reading->text };
  guint next = index + 1;
  guint n;

  if (statement == NULL && name == NULL)
    return;

  growth.start = statement != NULL ? statement->start : (gsize) (name->start - reading->text);
  growth.has_number = statement != NULL && !statement->is_rough;
  growth.number = growth.has_number ? statement->number : 0;
  growth.scope = scope != NULL ? scope->start : NULL;
  growth.scope_length = scope != NULL ? (gsize) (scope->end - scope->start) : 0;

  /* 同比 and 比上年 may stand together, and 与上年相比 be set off by a comma. */
  while (is_kind (get_token (reading, next), GJ_TOKEN_COMPARISON) ||
         (next == index + 1 && is_kind (get_token (reading, next), GJ_TOKEN_CLAUSE)))
    next++;

  while ((n = read_change (reading, next, &growth)) > 0)
    {
      next += n;
      if (!is_kind (get_token (reading, next), GJ_TOKEN_CLAUSE))
        return;
      next++;
      if (get_token (reading, next) == NULL ||
          !is_filled (get_token (reading, next - 1)->end, get_token (reading, next)->start))
        return;
      growth.growth_start = get_token (reading, next)->start - reading->text;
    }
}

/* Where years are compared next. */
static const char *
find_comparison (const char *text)
{
  static const char *const words[] = {
    "同比", "比上", "较上", "与上", "同上", "去年", "比2", "较2", "与2",
  };
  const char *first = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      const char *p = strstr (text, words[i]);

      if (p != NULL && (first == NULL || p < first))
        first = p;
    }

  return first;
}

static const char *
find_sentence (const char *text,
               const char *p)
{
  while (p > text && !has_word_before (text, p, "。"))
    p--;

  return p;
}

static gboolean
has_any (const char        *text,
         const char *const *words)
{
  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    if (strstr (text, words[i]) != NULL)
      return TRUE;

  return FALSE;
}

/**
 * _gj_growth_is_likely:
 * @text: a paragraph
 *
 * Returns: whether it is worth looking for growth in it
 */
gboolean
_gj_growth_is_likely (const char *text)
{
  return find_comparison (text) != NULL;
}

/**
 * _gj_growth_has_words:
 * @text: a paragraph
 * @phrase: a phrase
 *
 * Reading tokens takes long beside looking for a word.
 *
 * Returns: whether a sentence that compares years has words of @phrase
 */
gboolean
_gj_growth_has_words (const char     *text,
                      const GjPhrase *phrase)
{
  const char *p = text;

  while ((p = find_comparison (p)) != NULL)
    {
      const char *start = find_sentence (text, p);
      const char *end = strstr (p, "。");
      g_autofree char *sentence = end != NULL ? g_strndup (start, end - start) : g_strdup (start);

      if (has_any (sentence, phrase->verbs) ||
          (strcmp (phrase->check, CHECK_OF_SUBJECT) == 0 && has_any (sentence, phrase->subjects)))
        return TRUE;
      if (end == NULL)
        return FALSE;
      p = end;
    }

  return FALSE;
}

/**
 * _gj_growth_find:
 * @text: a paragraph
 * @phrase: what the statements are to be about
 * @year: the report's year
 *
 * Finds every statement that what the phrase names grew, or did not, since the year before.
 *
 * Returns: (transfer full) (element-type GjGrowth): the statements in their order
 */
GArray *
_gj_growth_find (const char     *text,
                 const GjPhrase *phrase,
                 int             year)
{
  GArray *growths = g_array_new (FALSE, FALSE, sizeof (GjGrowth));
  g_autoptr (GArray) tokens = _gj_tokens_read (text, phrase, year);
  g_autoptr (GArray) statements = _gj_statements_read (text, phrase, tokens);
  GjGrowthReading reading = { text, phrase, year, tokens, statements, growths };

  for (guint i = 0; i < tokens->len; i++)
    {
      const GjToken *token = get_token (&reading, i);

      if (token->kind == GJ_TOKEN_COMPARISON && (token->number == 0 || token->number == year - 1) &&
          !is_kind (i > 0 ? get_token (&reading, i - 1) : NULL, GJ_TOKEN_COMPARISON))
        read_comparison (&reading, i);
    }

  return growths;
}
