/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-grid-palette.h"

#include "gj-compare-side.h"
#include "gj-compare-text.h"

G_BEGIN_DECLS

/* Colours of the style sheet: inks of the marks, then papers, then the rest. */

enum
{
  GJ_TINT_MARK,
  GJ_TINT_PAPER = GJ_TINT_MARK + GJ_N_MARKS,
  GJ_TINT_LINE = GJ_TINT_PAPER + GJ_N_MARKS,
  GJ_TINT_CURRENT,
  GJ_N_TINTS,
};

/* What the lines of one side are: the paragraph and the row of each, or %GJ_NONE, and how
 * much of the room below them belongs to rows that this side has nothing of. */

typedef struct
{
  GjCompareSide *side;
  GtkWidget     *frame;
  GArray        *paragraphs;
  GArray        *rows;
  GArray        *tails;
  GPtrArray     *heads;
  guint          first;
  guint          n;
} GjTextHalf;

struct _GjCompareText
{
  GtkWidget         parent_instance;

  GjCompare        *compare;
  guint             section;
  GjNarrativePart   part;

  GjNarrativeView  *view;
  GtkTextView      *old_view;
  GjTextHalf        halves[2];
  GArray           *rows;
  GtkWidget        *tints[GJ_N_TINTS];

  PangoFontDescription *font;
  guint             current;
  int               limit;
  int               content_height;
  int               width;
  guint             update_id;
  guint             align_id;
  gboolean          following;
};

/* gj-compare-text.c */
void       _gj_compare_text_update      (GjCompareText  *self);

/* gj-compare-text-show.c */
void       _gj_compare_text_show        (GjCompareText  *self);
guint      _gj_compare_text_get_caret_line
                                        (GjCompareText  *self);

/* gj-compare-text-align.c */
gboolean   _gj_compare_text_align       (GjCompareText  *self);

/* gj-compare-text-paint.c */
void       _gj_compare_text_paint       (GjCompareText  *self,
                                         GtkSnapshot    *snapshot);
void       _gj_compare_text_forget_heads
                                        (GjCompareText  *self);

/* gj-compare-text-words.c */
char *     _gj_compare_text_dup_place   (GjCompareText  *self,
                                         gboolean        is_new,
                                         guint           paragraph);
char *     _gj_compare_text_dup_state   (GjCompareText  *self,
                                         const GjTextRow *row,
                                         gboolean        is_new,
                                         GjMarkKind     *kind);
char *     _gj_compare_text_dup_spoken  (GjCompareText  *self,
                                         const GjTextRow *row);

G_END_DECLS
