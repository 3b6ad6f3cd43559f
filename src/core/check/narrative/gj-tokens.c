/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-tokens.h"

#include <string.h>

/* Sentences as rows of tokens. The words of the subject, the verbs and so on come from
 * the form's phrase; here is only what belongs to the language: figures, years, brackets,
 * ends of clauses, words of comparison. The longest word wins, so that 未收到 is not 收到. */

typedef struct
{
  const char *words;
  GjTokenKind kind;
  gint64      number;
} GjWord;

static const GjWord language[] = {
  { "。", GJ_TOKEN_SENTENCE }, { "！", GJ_TOKEN_SENTENCE }, { "？", GJ_TOKEN_SENTENCE },
  { "；", GJ_TOKEN_SENTENCE }, { "!", GJ_TOKEN_SENTENCE }, { "?", GJ_TOKEN_SENTENCE },
  { ";", GJ_TOKEN_SENTENCE }, { "\n", GJ_TOKEN_SENTENCE },
  { "，", GJ_TOKEN_CLAUSE }, { ",", GJ_TOKEN_CLAUSE }, { "：", GJ_TOKEN_CLAUSE },
  { ":", GJ_TOKEN_CLAUSE },
  { "（", GJ_TOKEN_OPEN }, { "(", GJ_TOKEN_OPEN },
  { "）", GJ_TOKEN_CLOSE }, { ")", GJ_TOKEN_CLOSE },
  { "上年", GJ_TOKEN_OTHER_YEAR }, { "去年", GJ_TOKEN_OTHER_YEAR },
  { "上一年", GJ_TOKEN_OTHER_YEAR }, { "往年", GJ_TOKEN_OTHER_YEAR },
  { "历年", GJ_TOKEN_OTHER_YEAR }, { "施行以来", GJ_TOKEN_OTHER_YEAR },
  { "实施以来", GJ_TOKEN_OTHER_YEAR }, { "成立以来", GJ_TOKEN_OTHER_YEAR },
  { "近年", GJ_TOKEN_OTHER_YEAR }, { "今年", GJ_TOKEN_THIS_YEAR },
  { "本年", GJ_TOKEN_THIS_YEAR }, { "全年", GJ_TOKEN_THIS_YEAR },
  { "同比", GJ_TOKEN_COMPARISON },
  { "比上年", GJ_TOKEN_COMPARISON }, { "比上年度", GJ_TOKEN_COMPARISON },
  { "比去年", GJ_TOKEN_COMPARISON }, { "比上一年", GJ_TOKEN_COMPARISON },
  { "比上一年度", GJ_TOKEN_COMPARISON }, { "比去年同期", GJ_TOKEN_COMPARISON },
  { "比上年同期", GJ_TOKEN_COMPARISON },
  { "较上年", GJ_TOKEN_COMPARISON }, { "较上年度", GJ_TOKEN_COMPARISON },
  { "较去年", GJ_TOKEN_COMPARISON }, { "较上一年", GJ_TOKEN_COMPARISON },
  { "较上一年度", GJ_TOKEN_COMPARISON }, { "较去年同期", GJ_TOKEN_COMPARISON },
  { "较上年同期", GJ_TOKEN_COMPARISON },
  { "与上年", GJ_TOKEN_COMPARISON }, { "与上年度", GJ_TOKEN_COMPARISON },
  { "与去年", GJ_TOKEN_COMPARISON }, { "与上一年", GJ_TOKEN_COMPARISON },
  { "与上年相比", GJ_TOKEN_COMPARISON }, { "与去年相比", GJ_TOKEN_COMPARISON },
  { "与上一年相比", GJ_TOKEN_COMPARISON }, { "与上年度相比", GJ_TOKEN_COMPARISON },
  { "同上年相比", GJ_TOKEN_COMPARISON }, { "同去年相比", GJ_TOKEN_COMPARISON },
  { "增长", GJ_TOKEN_DIRECTION, 1 }, { "增加", GJ_TOKEN_DIRECTION, 1 },
  { "上升", GJ_TOKEN_DIRECTION, 1 },
  { "下降", GJ_TOKEN_DIRECTION, -1 }, { "减少", GJ_TOKEN_DIRECTION, -1 },
  { "持平", GJ_TOKEN_DIRECTION, 0 },
  { "翻番", GJ_TOKEN_DOUBLED, 2 }, { "翻一番", GJ_TOKEN_DOUBLED, 2 },
  { "翻了一番", GJ_TOKEN_DOUBLED, 2 }, { "翻两番", GJ_TOKEN_DOUBLED, 4 },
  { "翻了两番", GJ_TOKEN_DOUBLED, 4 },
  { "全省", GJ_TOKEN_SCOPE }, { "全市", GJ_TOKEN_SCOPE }, { "全区", GJ_TOKEN_SCOPE },
  { "全县", GJ_TOKEN_SCOPE }, { "全州", GJ_TOKEN_SCOPE }, { "全旗", GJ_TOKEN_SCOPE },
  { "全系统", GJ_TOKEN_SCOPE }, { "本级", GJ_TOKEN_SCOPE }, { "本机关", GJ_TOKEN_SCOPE },
};

/* Right before a verb these turn it into its opposite. */
static const char *const opposites[] = {
  "未", "没", "没有", "无", "未曾", "从未", "不", "不予", "未予", "未能",
};

static const char *
skip_blanks (const char *p)
{
  while (*p != '\0' && *p != '\n' && g_unichar_isspace (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);

  return p;
}

/* This is asked at every character of a text for every word: nearly all words differ in
 * the first bytes, which must cost no call. */
static inline gsize
match (const char *p,
       const char *word)
{
  gsize length = 0;

  while (word[length] != '\0' && p[length] == word[length])
    length++;

  return word[length] == '\0' ? length : 0;
}

static gsize
match_any (const char        *p,
           const char *const *words)
{
  gsize longest = 0;

  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    {
      gsize length = match (p, words[i]);

      longest = MAX (longest, length);
    }

  return longest;
}

static gboolean
follows (const char *text,
         const char *p,
         const char *word)
{
  gsize length = strlen (word);

  return (gsize) (p - text) >= length && memcmp (p - length, word, length) == 0;
}

static gboolean
is_opposed (const char *text,
            const char *verb)
{
  while (verb > text && g_ascii_isspace (verb[-1]))
    verb--;

  for (guint i = 0; i < G_N_ELEMENTS (opposites); i++)
    if (follows (text, verb, opposites[i]))
      return TRUE;

  return FALSE;
}

static gboolean
is_compared (const char *text,
             const char *year)
{
  return follows (text, year, "比") || follows (text, year, "较") || follows (text, year, "与");
}

static const char *
read_rough (const char *p,
            gboolean   *is_rough)
{
  static const char *const words[] = { "余", "多", "来", NULL };
  gsize length = match_any (p, words);

  *is_rough = length > 0;

  return skip_blanks (p + length);
}

/* 58.5%, 1.5 倍; a percentage point (个百分点) is neither. */
static const char *
read_share (const char *start,
            const char *end,
            GArray     *tokens)
{
  static const char *const percents[] = { "%", "％", NULL };
  GjToken token = { .kind = GJ_TOKEN_PERCENT, .start = start };
  const char *mark = skip_blanks (end);
  gsize length = match_any (mark, percents);
  GjNumberText number;
  g_autofree char *text = NULL;

  if (length == 0)
    {
      token.kind = GJ_TOKEN_TIMES;
      length = match (mark, "倍");
    }
  if (length == 0)
    return NULL;

  text = g_strndup (start, end - start);
  gj_number_text_read (text, &number);
  if (number.state != GJ_NUMBER_READ)
    return NULL;

  token.value = number.value;
  token.end = mark + length;
  g_array_append_val (tokens, token);

  return token.end;
}

/* 两倍, 百分之五十. */
static const char *
read_chinese_share (const char *start,
                    const char *end,
                    gint64      number,
                    GArray     *tokens)
{
  GjToken token = { .kind = GJ_TOKEN_TIMES, .start = start, .value = gj_decimal_from_int (number) };

  if (match (end, "倍") == 0)
    return NULL;

  token.end = end + strlen ("倍");
  g_array_append_val (tokens, token);

  return token.end;
}

static const char *
read_percent_words (const char *p,
                    GArray     *tokens)
{
  GjToken token = { .kind = GJ_TOKEN_PERCENT, .start = p };
  gsize length = match (p, "百分之");
  gint64 number;

  if (length == 0)
    return NULL;

  token.end = _gj_chinese_numeral_read (p + length, &number);
  if (token.end == NULL)
    return NULL;

  token.value = gj_decimal_from_int (number);
  g_array_append_val (tokens, token);

  return token.end;
}

static const char *
read_figure (const char *start,
             const char *end,
             GArray     *tokens)
{
  GjToken token = { .kind = GJ_TOKEN_FIGURE, .start = start, .end = end };

  g_array_append_val (tokens, token);

  return end;
}

/* A number counts when a measure word of the phrase stands right behind it, and a year
 * when it is one; every other number counts something else. */
static const char *
read_number (const char     *text,
             const char     *p,
             const GjPhrase *phrase,
             int             year,
             GArray         *tokens)
{
  GjToken token = { .kind = GJ_TOKEN_NUMBER, .start = p };
  gboolean is_whole = TRUE;
  const char *end = _gj_figures_read (p, &token.number, &is_whole);
  gboolean is_chinese = end == NULL;
  const char *measure;
  const char *share;
  gsize length;

  if (is_chinese)
    end = _gj_chinese_numeral_read (p, &token.number);
  if (end == NULL)
    return NULL;

  share = is_chinese ? read_chinese_share (p, end, token.number, tokens) : read_share (p, end, tokens);
  if (share != NULL)
    return share;

  measure = skip_blanks (end);
  if (token.number >= 1000 && token.number <= 9999 && g_str_has_prefix (measure, "年"))
    {
      token.kind = GJ_TOKEN_OTHER_YEAR;
      if (year == 0 || token.number == year)
        token.kind = GJ_TOKEN_THIS_YEAR;
      else if (is_compared (text, p))
        token.kind = GJ_TOKEN_COMPARISON;
      token.end = measure + strlen ("年");
      g_array_append_val (tokens, token);
      return token.end;
    }

  measure = read_rough (measure, &token.is_rough);
  length = match_any (measure, phrase->measures);
  if (length == 0 || !is_whole || follows (text, p, "第") || match (measure, "个百分点") > 0)
    return is_chinese ? end : read_figure (p, end, tokens);

  token.end = measure + length;
  g_array_append_val (tokens, token);

  return token.end;
}

static gboolean
take_longer (GjToken     *token,
             gsize        length,
             GjTokenKind  kind)
{
  if (token->start + length <= token->end)
    return FALSE;

  token->end = token->start + length;
  token->kind = kind;
  token->number = 0;

  return TRUE;
}

static const char *
read_word (const char     *text,
           const char     *p,
           const GjPhrase *phrase,
           GArray         *tokens)
{
  GjToken token = { .start = p, .end = p };

  take_longer (&token, match_any (p, phrase->negations), GJ_TOKEN_NEGATION);
  take_longer (&token, match_any (p, phrase->exceptions), GJ_TOKEN_EXCEPTION);
  take_longer (&token, match_any (p, phrase->subjects), GJ_TOKEN_SUBJECT);
  take_longer (&token, match_any (p, phrase->verbs), GJ_TOKEN_VERB);
  for (guint i = 0; i < G_N_ELEMENTS (language); i++)
    if (take_longer (&token, match (p, language[i].words), language[i].kind))
      token.number = language[i].number;

  if (token.end == p)
    return NULL;
  if (token.kind == GJ_TOKEN_VERB && is_opposed (text, p))
    token.kind = GJ_TOKEN_NEGATION;

  g_array_append_val (tokens, token);

  return token.end;
}

/* The titles of documents count nothing. */
static const char *
skip_title (const char *p)
{
  const char *end;

  if (!g_str_has_prefix (p, "《"))
    return NULL;

  end = strstr (p, "》");

  return end != NULL ? end + strlen ("》") : NULL;
}

/**
 * _gj_tokens_read:
 * @text: a paragraph
 * @phrase: the words that matter
 * @year: the report's year, or 0 when it is not known
 *
 * Returns: (transfer full) (element-type GjToken): the tokens in their order
 */
GArray *
_gj_tokens_read (const char     *text,
                 const GjPhrase *phrase,
                 int             year)
{
  GArray *tokens = g_array_new (FALSE, FALSE, sizeof (GjToken));
  const char *p = text;

  while (*p != '\0')
    {
      const char *next = skip_title (p);

      if (next == NULL)
        next = read_word (text, p, phrase, tokens);
      if (next == NULL)
        next = read_percent_words (p, tokens);
      if (next == NULL)
        next = read_number (text, p, phrase, year, tokens);

      p = next != NULL ? next : g_utf8_next_char (p);
    }

  return tokens;
}
