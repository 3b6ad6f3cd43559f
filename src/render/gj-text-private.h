/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-fonts-private.h"
#include "gj-line-breaker-private.h"
#include "gj-page-private.h"

G_BEGIN_DECLS

/* What one setting of a report shares: the faces, and the characters that they lack
   (character → the face that lent its glyph, %NULL when none could). */
typedef struct
{
  GjFonts    *fonts;
  GHashTable *borrowed[GJ_N_FONT_ROLES];
} GjJob;

/* A string shaped in one or more styles, ready to be broken into lines. */
typedef struct _GjText GjText;

GjText *         _gj_text_new           (GjJob        *job);
GjText *         _gj_text_new_scaled    (const GjText *other,
                                         double        scale);
void             _gj_text_free          (GjText       *self);
void             _gj_text_append        (GjText       *self,
                                         GjFontRole    role,
                                         double        size,
                                         double        tracking,
                                         const char   *string,
                                         gssize        length);
char *           _gj_text_dup_string    (const GjText *self);
double           _gj_text_get_width     (const GjText *self);
double           _gj_text_get_widest    (const GjText *self);
const GjCluster *_gj_text_get_clusters  (const GjText *self,
                                         guint        *n_clusters);
guint            _gj_text_count_characters (const GjText *self,
                                            guint         start,
                                            guint         end);
GArray *         _gj_text_break         (const GjText *self,
                                         double        indent,
                                         double        width,
                                         gboolean      justify);
GArray *         _gj_text_break_evenly  (const GjText *self,
                                         double        width);
GArray *         _gj_text_break_loosely (const GjText *self,
                                         double        width);
double *         _gj_text_list_places   (const GjText *self,
                                         const GjLine *line,
                                         double        x);
void             _gj_text_draw_line     (const GjText *self,
                                         const GjLine *line,
                                         double        x,
                                         double        y,
                                         GjPage       *page);
void             _gj_text_draw_upright  (const GjText *self,
                                         double        x,
                                         double        y,
                                         double        step,
                                         GjPage       *page);
double           _gj_text_get_upright_steps (const GjText *self);
double           _gj_text_get_baseline  (double        size,
                                         double        height);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GjText, _gj_text_free)

G_END_DECLS
