/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-base.h"

G_BEGIN_DECLS

/**
 * GjDocxName:
 * @GJ_DOCX_OTHER: an element that means nothing here
 *
 * The elements that the reader knows, of whatever namespace; both the transitional and
 * the strict ones are the same to it.
 */
typedef enum
{
  GJ_DOCX_OTHER,

  /* WordprocessingML */
  GJ_DOCX_ABSTRACT_NUM,
  GJ_DOCX_ABSTRACT_NUM_ID,
  GJ_DOCX_ALT_CHUNK,
  GJ_DOCX_BASED_ON,
  GJ_DOCX_BODY,
  GJ_DOCX_BR,
  GJ_DOCX_COMMENT,
  GJ_DOCX_COMMENT_RANGE_END,
  GJ_DOCX_COMMENT_RANGE_START,
  GJ_DOCX_COMMENT_REFERENCE,
  GJ_DOCX_CONTROL,
  GJ_DOCX_CR,
  GJ_DOCX_DEL,
  GJ_DOCX_DEL_TEXT,
  GJ_DOCX_DOCUMENT,
  GJ_DOCX_DRAWING,
  GJ_DOCX_ENDNOTE_REFERENCE,
  GJ_DOCX_FLD_CHAR,
  GJ_DOCX_FLD_SIMPLE,
  GJ_DOCX_FOOTNOTE_REFERENCE,
  GJ_DOCX_GRID_COL,
  GJ_DOCX_INS,
  GJ_DOCX_INSTR_TEXT,
  GJ_DOCX_IS_LGL,
  GJ_DOCX_LVL,
  GJ_DOCX_LVL_OVERRIDE,
  GJ_DOCX_LVL_RESTART,
  GJ_DOCX_LVL_TEXT,
  GJ_DOCX_MOVE_FROM,
  GJ_DOCX_MOVE_TO,
  GJ_DOCX_NAME,
  GJ_DOCX_NO_BREAK_HYPHEN,
  GJ_DOCX_NUM,
  GJ_DOCX_NUM_FMT,
  GJ_DOCX_NUM_STYLE_LINK,
  GJ_DOCX_OBJECT,
  GJ_DOCX_OBJECT_EMBED,
  GJ_DOCX_OUTLINE_LVL,
  GJ_DOCX_P,
  GJ_DOCX_P_PR,
  GJ_DOCX_P_STYLE,
  GJ_DOCX_PICT,
  GJ_DOCX_PTAB,
  GJ_DOCX_R,
  GJ_DOCX_R_PR,
  GJ_DOCX_RUBY,
  GJ_DOCX_SDT,
  GJ_DOCX_SDT_CONTENT,
  GJ_DOCX_START,
  GJ_DOCX_START_OVERRIDE,
  GJ_DOCX_STYLE,
  GJ_DOCX_SUB_DOC,
  GJ_DOCX_SUFF,
  GJ_DOCX_SYM,
  GJ_DOCX_T,
  GJ_DOCX_TAB,
  GJ_DOCX_TBL,
  GJ_DOCX_TBL_GRID,
  GJ_DOCX_TC,
  GJ_DOCX_TR,
  GJ_DOCX_TXBX_CONTENT,
  GJ_DOCX_WRAPPER,

  /* Elsewhere */
  GJ_DOCX_ALTERNATE,
  GJ_DOCX_CHOICE,
  GJ_DOCX_FALLBACK,
  GJ_DOCX_BLIP,
  GJ_DOCX_IMAGE_DATA,
  GJ_DOCX_DOC_PR,
  GJ_DOCX_SHAPE,
  GJ_DOCX_CHART,
  GJ_DOCX_DIAGRAM,
  GJ_DOCX_DRAWING_TEXT,
  GJ_DOCX_OLE_OBJECT,
  GJ_DOCX_TEXT_PATH,
  GJ_DOCX_MATH,
  GJ_DOCX_MATH_TEXT,
} GjDocxName;

GjDocxName    gj_docx_get_name      (const xmlNode *node);
const char *  gj_docx_get_attribute (const xmlNode *node,
                                     const char    *name);
int           gj_docx_get_int       (const xmlNode *node,
                                     const char    *name,
                                     int            fallback);
gboolean      gj_docx_is_on         (const xmlNode *node);
gboolean      gj_docx_is_prompt     (const xmlNode *node);
xmlNode *     gj_docx_find_child    (const xmlNode *node,
                                     const char    *name);
const char *  gj_docx_get_value     (const xmlNode *node,
                                     const char    *child);
const char *  gj_docx_get_relation  (const xmlNode *node,
                                     const char    *name);
xmlNode *     gj_docx_choose        (const xmlNode *alternate);

G_END_DECLS
