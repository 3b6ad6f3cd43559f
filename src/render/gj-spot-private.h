/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a spot of a page shows: a section's number in the report, the preface's, or one of
   these. */
#define GJ_PLACE_NONE G_MAXUINT
#define GJ_PLACE_TITLE (G_MAXUINT - 1)
#define GJ_PLACE_SIGNATURE (G_MAXUINT - 2)
#define GJ_PLACE_SIGNING_LINE (G_MAXUINT - 3)

/* Where something of the report stands on a page, so that it can be found again: a line
   with the characters @start … @end - 1 of its place, a heading when both are 0, or a
   cell of the form, with @text of its width taken by what is in it, which goes from
   @text_top below its upper edge to @text_bottom. In pt; on a page that is @turned in the
   measures of what is written. */
typedef struct
{
  guint    place;
  guint    cell;
  guint    start;
  guint    end;
  gboolean turned;
  double   x;
  double   y;
  double   width;
  double   height;
  double   text;
  double   text_top;
  double   text_bottom;
} GjSpot;

G_END_DECLS
