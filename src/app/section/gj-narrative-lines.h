/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gj-core.h"

G_BEGIN_DECLS

/* Blocks of a narrative as lines of a text buffer: a paragraph is a line, a picture is a
 * line with a paintable alone. */

/* Which lines differ: from @first on, @n_old of the one list against @n_new of the other. */

typedef struct
{
  guint first;
  guint n_old;
  guint n_new;
} GjLineChange;

/* Which characters of two texts differ, in code points, and the bytes of them. */

typedef struct
{
  guint  offset;
  char  *removed;
  char  *inserted;
} GjTyping;

char *       gj_lines_dup_clean      (const char     *text,
                                      gssize          length,
                                      gboolean        keep_breaks);
void         gj_lines_list_buffer    (GtkTextBuffer  *buffer,
                                      guint           first,
                                      guint           n_lines,
                                      GPtrArray      *lines);
gboolean     gj_lines_is_paragraph   (GPtrArray      *lines,
                                      guint           index);
gboolean     gj_lines_is_same        (GjBlock        *block,
                                      GjBlock        *line);
GjLineChange gj_lines_compare        (GPtrArray      *old_lines,
                                      GPtrArray      *new_lines);
void         gj_typing_find          (const char     *old_text,
                                      const char     *new_text,
                                      GjTyping       *typing);
void         gj_typing_clear         (GjTyping       *typing);
void         gj_lines_insert         (GtkTextBuffer  *buffer,
                                      GtkTextIter    *iter,
                                      GPtrArray      *lines,
                                      guint           first,
                                      guint           n_lines);
void         gj_lines_show           (GtkTextBuffer  *buffer,
                                      GPtrArray      *shown,
                                      GPtrArray      *wanted);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GjTyping, gj_typing_clear)

G_END_DECLS
