/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GjInputFile:
 * @path: the file, any bytes
 * @relative: the part of @path below the folder that was named, or its last part
 * @found: whether it was found in a folder, not named itself
 */
typedef struct
{
  char       *path;
  const char *relative;
  gboolean    found;
} GjInputFile;

GArray *gj_input_files_new (char     **arguments,
                            gboolean  *complete);

G_END_DECLS
