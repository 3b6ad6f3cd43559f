/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-base.h"

#include "gj-raw-block.h"

G_BEGIN_DECLS

#define GJ_DOCX_UNSET (-1)

/**
 * GjDocxStyle:
 * @level: how deep a heading, counted from 1, 0 for none; %GJ_DOCX_UNSET
 * @num_id: the numbering, 0 for none; %GJ_DOCX_UNSET
 * @num_level: the level of the numbering, counted from 0; %GJ_DOCX_UNSET
 * @hidden: whether its text is hidden; %GJ_DOCX_UNSET
 * @role: what a paragraph of the style is; %GJ_RAW_ROLE_NONE
 * @breaks_by_sense: whether a line break in it only lays the line out
 *
 * What the reader wants to know of a style, with what it inherits.
 */
typedef struct
{
  int       level;
  int       num_id;
  int       num_level;
  int       hidden;
  GjRawRole role;
  gboolean  breaks_by_sense;
} GjDocxStyle;

/**
 * GjDocxStyles:
 *
 * The styles of a document. One may be asked for that does not exist: it says nothing.
 */
typedef struct _GjDocxStyles GjDocxStyles;

GjDocxStyles *gj_docx_styles_new      (const xmlDoc  *doc);
void          gj_docx_styles_free     (GjDocxStyles  *self);
void          gj_docx_styles_look_up  (GjDocxStyles  *self,
                                       const char    *id,
                                       GjDocxStyle   *out);
void          gj_docx_style_read      (GjDocxStyle   *self,
                                       const xmlNode *paragraph_properties);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GjDocxStyles, gj_docx_styles_free)

G_END_DECLS
