/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Where a tag is to stand in a buffer, in characters of the buffer. */

typedef struct
{
  guint start;
  guint end;
} GjTagRange;

GArray * gj_tag_ranges_new   (void);
void     gj_tag_ranges_add   (GArray            *ranges,
                              const GtkTextIter *start,
                              const GtkTextIter *end);
void     gj_tag_ranges_apply (GArray            *ranges,
                              GtkTextBuffer     *buffer,
                              GtkTextTag        *tag);

G_END_DECLS
