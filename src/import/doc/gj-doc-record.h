/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-doc-span.h"

G_BEGIN_DECLS

#define GJ_DOC_RECORD_STORE 0xf001
#define GJ_DOC_RECORD_DRAWING 0xf002
#define GJ_DOC_RECORD_GROUP 0xf003
#define GJ_DOC_RECORD_SHAPE 0xf004
#define GJ_DOC_RECORD_PICTURE 0xf007
#define GJ_DOC_RECORD_ID 0xf00a
#define GJ_DOC_RECORD_PROPERTIES 0xf00b
#define GJ_DOC_RECORD_HEAD 8

/**
 * GjDocRecord:
 * @kind: what it is
 * @n: a number whose meaning depends on that
 * @content: its bytes; empty when they reach beyond the file
 *
 * A record of the tree of drawings.
 */
typedef struct
{
  guint     kind;
  guint     n;
  GjDocSpan content;
} GjDocRecord;

/* Reads the record at @at and moves on behind it. */
static inline gboolean
gj_doc_record_next (const GjDocSpan *span,
                    gsize           *at,
                    GjDocRecord     *record)
{
  if (!gj_doc_span_has (span, *at, GJ_DOC_RECORD_HEAD))
    return FALSE;

  record->n = gj_doc_span_u16 (span, *at) >> 4;
  record->kind = gj_doc_span_u16 (span, *at + 2);
  record->content = gj_doc_span_part (span, *at + GJ_DOC_RECORD_HEAD, gj_doc_span_u32 (span, *at + 4));
  *at += GJ_DOC_RECORD_HEAD + (gsize) gj_doc_span_u32 (span, *at + 4);

  return TRUE;
}

G_END_DECLS
