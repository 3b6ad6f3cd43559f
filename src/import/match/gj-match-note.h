/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-core.h"

G_BEGIN_DECLS

/**
 * GjMatchNoteKind:
 *
 * What there is to say about an import. Several kinds may share a code.
 */
typedef enum
{
  GJ_MATCH_NOTE_GB18030,
  GJ_MATCH_NOTE_UTF16,
  GJ_MATCH_NOTE_DROPPED_CHARACTERS,
  GJ_MATCH_NOTE_TITLE_MISSING,
  GJ_MATCH_NOTE_TITLE_BROKEN,
  GJ_MATCH_NOTE_TITLE_REPEATED,
  GJ_MATCH_NOTE_BEFORE_TITLE,
  GJ_MATCH_NOTE_BODY_GUESSED,
  GJ_MATCH_NOTE_BODY_MISSING,
  GJ_MATCH_NOTE_YEAR_GUESSED,
  GJ_MATCH_NOTE_YEAR_MISSING,
  GJ_MATCH_NOTE_FORM_YEAR,
  GJ_MATCH_NOTE_FORM_GUESSED,
  GJ_MATCH_NOTE_HEADING,
  GJ_MATCH_NOTE_HEADING_RUN_IN,
  GJ_MATCH_NOTE_HEADING_MISSING,
  GJ_MATCH_NOTE_HEADING_INFERRED,
  GJ_MATCH_NOTE_HEADING_ORDER,
  GJ_MATCH_NOTE_HEADING_REPEATED,
  GJ_MATCH_NOTE_CONTENTS,
  GJ_MATCH_NOTE_TABLE_MISSING,
  GJ_MATCH_NOTE_TABLE_MOVED,
  GJ_MATCH_NOTE_TABLE_FOREIGN,
  GJ_MATCH_NOTE_VARIANT,
  GJ_MATCH_NOTE_ROW_MISSING,
  GJ_MATCH_NOTE_ROW_EXTRA,
  GJ_MATCH_NOTE_ROW_REPEATED,
  GJ_MATCH_NOTE_ROW_MOVED,
  GJ_MATCH_NOTE_ROW_CUT,
  GJ_MATCH_NOTE_ROW_WORDS,
  GJ_MATCH_NOTE_LABEL,
  GJ_MATCH_NOTE_LABEL_GUESSED,
  GJ_MATCH_NOTE_LABEL_CUT,
  GJ_MATCH_NOTE_GROUP,
  GJ_MATCH_NOTE_HEAD,
  GJ_MATCH_NOTE_HEAD_REPEATED,
  GJ_MATCH_NOTE_COLUMN_MOVED,
  GJ_MATCH_NOTE_COLUMN_EXTRA,
  GJ_MATCH_NOTE_COLUMN_MISSING,
  GJ_MATCH_NOTE_SURPLUS,
  GJ_MATCH_NOTE_VALUE_MISSING,
  GJ_MATCH_NOTE_VALUES_MISSING,
  GJ_MATCH_NOTE_VALUES_GUESSED,
  GJ_MATCH_NOTE_PAGE_NUMBER,
  GJ_MATCH_NOTE_AFTER_SIGNATURE,
  GJ_MATCH_NOTE_DATE_FORM,
} GjMatchNoteKind;

/**
 * GjMatchNote:
 * @place: where it went
 * @line: the line of the source, or 0
 * @name: what it is about, in both languages; its Chinese also stands in for the English
 * @text: (nullable): what stood there; it is the note's fragment
 * @other: (nullable): another text that the sentence quotes
 * @n: a number that the sentence names
 *
 * What the sentence of a note is filled with.
 */
typedef struct
{
  const char *place;
  guint       line;
  GjLabel     name;
  const char *text;
  const char *other;
  guint       n;
} GjMatchNote;

void gj_match_note_add (GjSourceBuilder   *builder,
                        GjMatchNoteKind    kind,
                        const GjMatchNote *note);

G_END_DECLS
