/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-char-class-private.h"

G_BEGIN_DECLS

/* What stands or falls together on a line: mostly one character.
   @advance and @size are in pt; @start and @end are bytes of the text. */
typedef struct
{
  gunichar    character;
  GjCharClass class;
  double      advance;
  double      size;
  guint       style;
  guint       start;
  guint       end;
  guint       glyph;
  guint       n_glyphs;
} GjCluster;

/* How well two clusters may be parted. */
typedef enum
{
  GJ_BREAK_NEVER,
  GJ_BREAK_EMERGENCY,
  GJ_BREAK_ADDRESS,
  GJ_BREAK_SOFT,
  GJ_BREAK_FREE,
  GJ_BREAK_FORCED,
} GjBreak;

/* Clusters @start … @end - 1. @width is their width as set; @gap is added between
   clusters, @squeeze (in em) taken from the blank half of each punctuation mark. */
typedef struct
{
  guint  start;
  guint  end;
  double width;
  double gap;
  double squeeze;
} GjLine;

GjBreak  _gj_break_get      (const GjCluster *clusters,
                             guint            n_clusters,
                             guint            after);
GArray * _gj_break_lines    (const GjCluster *clusters,
                             guint            n_clusters,
                             double           indent,
                             double           width,
                             gboolean         justify);
gboolean _gj_cluster_has_gap (const GjCluster *clusters,
                              guint            index);
gboolean _gj_cluster_is_mark (const GjCluster *self);

G_END_DECLS
