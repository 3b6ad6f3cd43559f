/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The two ends of the program: results go to the standard output, what is said about them
 * and the progress go to the standard error. Main thread only, but for the widths. */

void     gj_terminal_set_quiet   (gboolean     quiet);

void     gj_terminal_say         (const char  *format,
                                  ...) G_GNUC_PRINTF (1, 2);
void     gj_terminal_complain    (const char  *format,
                                  ...) G_GNUC_PRINTF (1, 2);
void     gj_terminal_print       (const char  *text);
void     gj_terminal_print_bytes (const char  *bytes,
                                  gsize        length);
gboolean gj_terminal_flush       (void);
void     gj_terminal_progress    (guint        done,
                                  guint        total);
guint    gj_terminal_get_width   (void);

/* Text in columns: a Chinese character is two columns wide. */

guint    gj_text_get_width       (const char  *text);
void     gj_text_pad             (GString     *out,
                                  const char  *text,
                                  int          width);
void     gj_text_wrap            (GString     *out,
                                  const char  *text,
                                  guint        indent,
                                  guint        width);

G_END_DECLS
