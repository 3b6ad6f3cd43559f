/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-base.h"
#include "gj-form.h"

G_BEGIN_DECLS

/**
 * GjTokenKind:
 * @GJ_TOKEN_NUMBER: a number with a measure word behind it
 * @GJ_TOKEN_SUBJECT: what is counted
 * @GJ_TOKEN_VERB: what was done with it
 * @GJ_TOKEN_NEGATION: words that say that nothing was
 * @GJ_TOKEN_EXCEPTION: words that make the clause speak of something else
 * @GJ_TOKEN_THIS_YEAR: the report's year
 * @GJ_TOKEN_OTHER_YEAR: another year
 * @GJ_TOKEN_COMPARISON: what follows is a difference, not a count; its number is the year
 *                       compared with, or 0 for the year before
 * @GJ_TOKEN_DIRECTION: the way a number went: 1 up, -1 down, 0 neither
 * @GJ_TOKEN_DOUBLED: 翻番: the number is how many times as large it became
 * @GJ_TOKEN_PERCENT: a number with a percent sign
 * @GJ_TOKEN_TIMES: a number of 倍
 * @GJ_TOKEN_FIGURE: another number in figures, which counts something else
 * @GJ_TOKEN_SCOPE: whose numbers these are: 全区, 本级
 * @GJ_TOKEN_CLAUSE: the end of a clause
 * @GJ_TOKEN_SENTENCE: the end of a sentence
 * @GJ_TOKEN_OPEN: an opening bracket
 * @GJ_TOKEN_CLOSE: a closing bracket
 */
typedef enum
{
  GJ_TOKEN_NUMBER,
  GJ_TOKEN_SUBJECT,
  GJ_TOKEN_VERB,
  GJ_TOKEN_NEGATION,
  GJ_TOKEN_EXCEPTION,
  GJ_TOKEN_THIS_YEAR,
  GJ_TOKEN_OTHER_YEAR,
  GJ_TOKEN_COMPARISON,
  GJ_TOKEN_DIRECTION,
  GJ_TOKEN_DOUBLED,
  GJ_TOKEN_PERCENT,
  GJ_TOKEN_TIMES,
  GJ_TOKEN_FIGURE,
  GJ_TOKEN_SCOPE,
  GJ_TOKEN_CLAUSE,
  GJ_TOKEN_SENTENCE,
  GJ_TOKEN_OPEN,
  GJ_TOKEN_CLOSE,
} GjTokenKind;

/**
 * GjToken:
 * @start: its first byte in the text that was read
 * @end: the byte after its last
 * @number: the value of a number, its decimals cut off
 * @value: the exact value of a percentage or of 倍
 * @is_rough: whether the number is only about right (20余件)
 *
 * A word or mark that means something to a phrase; all else is passed over.
 */
typedef struct
{
  GjTokenKind  kind;
  const char  *start;
  const char  *end;
  gint64       number;
  GjDecimal    value;
  gboolean     is_rough;
} GjToken;

GArray *    _gj_tokens_read          (const char      *text,
                                      const GjPhrase  *phrase,
                                      int              year);
const char *_gj_chinese_numeral_read (const char      *text,
                                      gint64          *number);
const char *_gj_figures_read         (const char      *text,
                                      gint64          *number,
                                      gboolean        *is_whole);

G_END_DECLS
