/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-table-set-private.h"

G_BEGIN_DECLS

typedef enum
{
  GJ_BOX_TEXT,
  GJ_BOX_TABLE,
  GJ_BOX_PICTURE,
  GJ_BOX_GAP,
} GjBoxKind;

typedef enum
{
  GJ_ALIGN_TEXT,
  GJ_ALIGN_CENTRE,
  GJ_ALIGN_OFFSETS,
} GjAlign;

/* What is put on the pages one after the other. All heights are in lines of the grid.
   @whole: never parted; @keep: the next box begins on the page on which this one ends;
   @follows: this one begins on the page on which the one before it ends (a signature never
   stands alone on a page); @turned: on a page that is turned, for what is too wide;
   @offsets: (GJ_ALIGN_OFFSETS) where each line begins, in pt; @place, @place_start: where in
   the report the text begins, as a spot of the page says it. */
typedef struct
{
  GjBoxKind   kind;
  const char *tag;
  gboolean    whole;
  gboolean    keep;
  gboolean    follows;
  gboolean    turned;
  GjAlign     align;
  GjText     *text;
  GArray     *lines;
  double      size;
  double      indent;
  GArray     *offsets;
  GjTableSets *table;
  GjPlate     plate;
  guint       n_lines;
  char       *outline;
  guint       outline_level;
  guint       place;
  guint       place_start;
  gboolean    is_heading;
} GjBox;

GjBox *_gj_box_new           (GjBoxKind         kind);
void   _gj_box_free          (GjBox            *self);
GjBox *_gj_box_new_gap       (guint             n_lines);
GjBox *_gj_box_new_title     (GjJob            *job,
                              GjFontRole        role,
                              double            size,
                              const char       *lines);
GjBox *_gj_box_new_heading   (GjJob            *job,
                              const char       *heading);
GjBox *_gj_box_new_paragraph (GjJob            *job,
                              const char       *text);
GjBox *_gj_box_new_signature (GjJob            *job,
                              const char       *signature,
                              const char       *date);
GjBox *_gj_box_new_signing_line (GjJob         *job);
GjBox *_gj_box_new_picture   (GjJob            *job,
                              const GjPicture  *picture);

GPtrArray *_gj_boxes_new     (GjJob            *job,
                              GjReport         *report,
                              gboolean          signing_line);

char * _gj_title_break       (const char       *title,
                              const char       *body);
char * _gj_date_format       (const char       *date);
guint  _gj_paragraph_get_lead (const char      *text,
                               GjFontRole      *role);
gboolean _gj_paragraph_is_heading (const char  *text,
                               guint            lead);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GjBox, _gj_box_free)

G_END_DECLS
