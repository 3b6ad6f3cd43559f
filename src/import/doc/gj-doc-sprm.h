/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-doc-format.h"

G_BEGIN_DECLS

/* A property is changed by a code and an operand, whose size stands in the code. */

#define GJ_DOC_SPRM_STYLE 0x4600
#define GJ_DOC_SPRM_OUTLINE 0x2640
#define GJ_DOC_SPRM_LIST 0x460b
#define GJ_DOC_SPRM_LIST_LEVEL 0x260a
#define GJ_DOC_SPRM_IN_TABLE 0x2416
#define GJ_DOC_SPRM_ROW_END 0x2417
#define GJ_DOC_SPRM_DEPTH 0x6649
#define GJ_DOC_SPRM_DEEPER 0x664a
#define GJ_DOC_SPRM_INNER_CELL_END 0x244b
#define GJ_DOC_SPRM_INNER_ROW_END 0x244c
#define GJ_DOC_SPRM_HUGE 0x6646
#define GJ_DOC_SPRM_HUGE_OLD 0x6645
#define GJ_DOC_SPRM_TABLE_HUGE 0x646b

#define GJ_DOC_SPRM_ROW 0xd608
#define GJ_DOC_SPRM_HEAD_ROW 0x3404
#define GJ_DOC_SPRM_MERGE 0x5624
#define GJ_DOC_SPRM_SPLIT 0x5625
#define GJ_DOC_SPRM_MERGE_DOWN 0xd62b
#define GJ_DOC_SPRM_INSERT_CELLS 0x7621
#define GJ_DOC_SPRM_DELETE_CELLS 0x5622
#define GJ_DOC_SPRM_WIDTHS 0x7623

#define GJ_DOC_SPRM_TABS 0xc615

#define GJ_DOC_SPRM_DELETED 0x0800
#define GJ_DOC_SPRM_INSERTED 0x0801
#define GJ_DOC_SPRM_HIDDEN 0x083c
#define GJ_DOC_SPRM_SPECIAL 0x0855
#define GJ_DOC_SPRM_PLAIN 0x2a33
#define GJ_DOC_SPRM_LETTER_STYLE 0x4a30
#define GJ_DOC_SPRM_SYMBOL 0x6a09
#define GJ_DOC_SPRM_PICTURE 0x6a03

gboolean gj_doc_sprm_next    (GjDocSpan       *rest,
                              guint           *code,
                              GjDocSpan       *operand);
gboolean gj_doc_shape_change (GjDocShape      *self,
                              guint            code,
                              const GjDocSpan *operand);

G_END_DECLS
