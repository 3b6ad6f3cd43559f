/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <poppler.h>

G_BEGIN_DECLS

/* A sheet of a PDF as it comes back: what is measured on it, in mm from its top left
 * corner, knows nothing of what it was made from. */

/* A character: the box that it takes on its line, and its size in pt. */
typedef struct
{
  gunichar character;
  double   left;
  double   right;
  double   top;
  double   bottom;
  double   size;
} GjSheetChar;

/* Characters of one size side by side. @top and @bottom are those of the ink of its Han
   characters; @n_han is how many there are. */
typedef struct
{
  char   *text;
  guint   first;
  guint   end;
  guint   n_han;
  double  left;
  double  right;
  double  top;
  double  bottom;
  double  size;
} GjSheetLine;

/* Where there is ink. Empty when @right < @left. */
typedef struct
{
  double left;
  double top;
  double right;
  double bottom;
} GjInk;

typedef struct _GjSheet GjSheet;

GjSheet *gj_sheet_new       (PopplerPage *page);
void     gj_sheet_free      (GjSheet     *self);
double   gj_sheet_get_width (GjSheet     *self);
double   gj_sheet_get_height (GjSheet    *self);
GArray  *gj_sheet_get_lines (GjSheet     *self);
GArray  *gj_sheet_get_chars (GjSheet     *self);
GjInk    gj_sheet_find_ink  (GjSheet     *self,
                             double       left,
                             double       top,
                             double       right,
                             double       bottom);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GjSheet, gj_sheet_free)

G_END_DECLS
