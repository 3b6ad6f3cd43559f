/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * GjShot:
 * @path: where the picture goes
 * @section: (nullable): the section to look at, "cover", or %NULL for where it opens
 * @page: (nullable): a window to open: "start", "new", "preview", "preferences", "totals",
 *        "shortcuts", "go", "reason", "search", "notes"
 * @compare: (nullable): a file to put beside the report
 * @width: of the window
 * @height: of the window
 * @delay: how long to wait once all is quiet, in milliseconds
 * @is_dark: whether it is a dark window
 *
 * A picture of the program, for those who work on it.
 */
typedef struct
{
  char     *path;
  char     *section;
  char     *page;
  char     *compare;
  int       width;
  int       height;
  int       delay;
  gboolean  is_dark;
} GjShot;

void gj_shot_free (GjShot       *self);

/* Waits until the window has its report, opens what is asked for, and saves the picture;
 * then the application quits. Takes the shot. */

void gj_shot_take (GjShot       *self,
                   GApplication *application);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GjShot, gj_shot_free)

G_END_DECLS
