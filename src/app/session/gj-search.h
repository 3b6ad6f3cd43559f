/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-core.h"

G_BEGIN_DECLS

/**
 * GjHit:
 * @section: the section, or the preface's index for the preface
 * @cell: the cell, or %GJ_NONE for a place in the text
 * @start: in the section's text, in code points
 * @end: the same, exclusive
 *
 * A place where the words that were looked for stand.
 */
typedef struct
{
  guint section;
  guint cell;
  guint start;
  guint end;
} GjHit;

/* (element-type GjHit): in reading order. Looks through the texts of sections and cells
 * and the names of rows and columns, without regard to case and width. */

GArray *gj_search_report (GjReport    *report,
                          const char  *words);

/* (element-type guint): the places in one text, in code points, none within another. */

GArray *gj_search_text   (const char  *text,
                          const char  *words);

G_END_DECLS
