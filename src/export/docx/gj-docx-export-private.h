/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-render.h"

#include "gj-docx-export.h"

G_BEGIN_DECLS

/* Twentieths of a point, as Word counts. */
#define GJ_DOCX_TWIPS(points) ((int) ((points) * 20 + 0.5))

/* The type area between margins in whole twips, wide enough for 28 characters of 15.8 pt,
   and one of these; 22 lines to a page. */
#define GJ_DOCX_TYPE_WIDTH 8850
#define GJ_DOCX_CHARACTER 316
#define GJ_DOCX_PITCH 579

/* A line break that only lays out: it is not in the words. */
#define GJ_DOCX_BREAK_BY_SENSE "<w:r><w:rPr><w:rStyle w:val=\"LineBreakBySense\"/></w:rPr><w:br/></w:r>"

/**
 * GjDocxExport:
 * @report: the report
 * @form: its form
 * @out: the document so far
 * @pictures: (element-type GjPicture): those that are shown, each once
 * @n_drawings: how many were placed
 * @comments: (nullable) (element-type GjComment): those that are written, by number
 * @places: (nullable): where each of them is put; %NULL for one on words, "" for one that
 *          stands there
 *
 * A report that is being written as a document of Word.
 */
typedef struct
{
  GjReport  *report;
  GjForm    *form;
  GString   *out;
  GPtrArray *pictures;
  guint      n_drawings;
  GPtrArray *comments;
  GPtrArray *places;
} GjDocxExport;

/**
 * GjDocxMark:
 * @at: the byte of the paragraph that it stands before
 * @comment: the number of the comment
 * @is_end: whether the words that are meant end here
 */
typedef struct
{
  gsize    at;
  guint    comment;
  gboolean is_end;
} GjDocxMark;

/**
 * GjDocxSetting:
 * @size: of the table's text, in pt
 * @padding: above and below it, in pt
 * @widths: of the columns, in twips; together as wide as the type area
 * @heights: of the lines, in pt
 * @sizes: of the text of each slot, in pt
 * @is_whole: whether it stands on one page under a heading
 *
 * How a table is set. Word has the last word: the heights are the least ones.
 */
typedef struct
{
  double  size;
  double  padding;
  int    *widths;
  double *heights;
  double *sizes;
  gboolean is_whole;
} GjDocxSetting;

/* Texts */

void            _gj_docx_export_escape        (GString             *out,
                                               const char          *text,
                                               gssize               length);
void            _gj_docx_export_run           (GString             *out,
                                               const char          *properties,
                                               const char          *text,
                                               gssize               length);
double          _gj_docx_export_measure       (const char          *text,
                                               gssize               length);

/* Comments */

void            _gj_docx_export_take_comments (GjDocxExport        *self);
void            _gj_docx_export_open_place    (GjDocxExport        *self,
                                               const char          *place);
void            _gj_docx_export_close_place   (GjDocxExport        *self,
                                               const char          *place);
GArray *        _gj_docx_export_list_marks    (GjDocxExport        *self,
                                               const char          *place,
                                               const char          *text,
                                               guint                offset);
void            _gj_docx_export_mark          (GjDocxExport        *self,
                                               const GjDocxMark    *mark);
void            _gj_docx_export_list_comments (GjDocxExport        *self,
                                               GString             *out);

/* What stands in the document */

void            _gj_docx_export_picture       (GjDocxExport        *self,
                                               const GjPicture     *picture);
void            _gj_docx_export_table         (GjDocxExport        *self,
                                               const GjTable       *table);
gboolean        _gj_docx_export_body          (GjDocxExport        *self,
                                               GCancellable        *cancellable,
                                               GError             **error);

/* Tables */

const char *    _gj_docx_export_get_text      (GjReport            *report,
                                               const GjSlot        *slot);
gboolean        _gj_docx_export_is_left       (const GjSlot        *slot);
GjDocxSetting * _gj_docx_setting_new          (GjReport            *report,
                                               const GjTableLayout *layout);
void            _gj_docx_setting_free         (GjDocxSetting       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GjDocxSetting, _gj_docx_setting_free)

G_END_DECLS
