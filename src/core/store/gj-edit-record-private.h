/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-journal-private.h"

G_BEGIN_DECLS

/* Edits as contents of records: names in place of indices, so that a journal outlives a
 * change of the form's order. */

#define GJ_BLOCK_FORMAT "(yssuumsay)"
#define GJ_DECISION_FORMAT "(ysmsmss)"
#define GJ_COMMENT_FORMAT "(smsmsmsuubs)"
#define GJ_CHANGE_FORMAT \
  "(ysuumsmsua" GJ_BLOCK_FORMAT "m" GJ_DECISION_FORMAT "m" GJ_COMMENT_FORMAT ")"
#define GJ_RECORD_EDIT_TYPE G_VARIANT_TYPE ("(sa" GJ_CHANGE_FORMAT ")")

/* Letters that stand for kinds; a journal outlives the order of the enumerations. */

typedef enum
{
  GJ_CHANGE_CODE_CELL     = 'c',
  GJ_CHANGE_CODE_FIELD    = 'f',
  GJ_CHANGE_CODE_HEADING  = 'h',
  GJ_CHANGE_CODE_TEXT     = 't',
  GJ_CHANGE_CODE_BLOCKS   = 'b',
  GJ_CHANGE_CODE_VARIANT  = 'v',
  GJ_CHANGE_CODE_DECISION = 'd',
  GJ_CHANGE_CODE_COMMENT  = 'm',
  GJ_CHANGE_CODE_SETTING  = 's',
} GjChangeCode;

typedef enum
{
  GJ_BLOCK_CODE_PARAGRAPH = 'p',
  GJ_BLOCK_CODE_PICTURE   = 'i',
  GJ_BLOCK_CODE_TABLE     = 't',
} GjBlockCode;

/* In the order of GjDecisionState: accepted, fixed, not a problem. */

#define GJ_DECISION_CODES "afn"

GVariant * _gj_edit_record_new    (GjForm          *form,
                                   GjEdit          *edit,
                                   gboolean         reverted);
gboolean   _gj_edit_record_replay (GVariant        *record,
                                   GjReport        *report);

G_END_DECLS
