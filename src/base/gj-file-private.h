/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <sys/stat.h>

#include "gj-file.h"

G_BEGIN_DECLS

/* The hash is that of the content; everything else may change without a loss, but saves
 * reading the file to learn that nothing did. */

struct _GjFileStamp
{
  guint64 device;
  guint64 inode;
  gint64  size;
  gint64  mtime;
  gint64  taken;
  guint8  hash[32];
};

GjFileStamp *_gj_file_stamp_new       (const struct stat  *status,
                                       gconstpointer       data,
                                       gsize               size);
gboolean     _gj_file_stamp_same      (const GjFileStamp  *self,
                                       gconstpointer       data,
                                       gsize               size);

int          _gj_file_open            (const char         *path,
                                       int                 flags,
                                       mode_t              mode);
gboolean     _gj_file_read_all        (int                 fd,
                                       gsize               expected_size,
                                       gsize               max_size,
                                       GByteArray         *data);
gboolean     _gj_file_write_all       (int                 fd,
                                       gconstpointer       data,
                                       gsize               size);
gboolean     _gj_file_sync_directory  (const char         *path);

void         _gj_file_set_read_error  (GError            **error,
                                       int                 number,
                                       const char         *path);
void         _gj_file_set_write_error (GError            **error,
                                       int                 number,
                                       const char         *path);

/* Where no temporary file can stand beside the target; gj-file-in-place.c. */

gboolean     _gj_file_write_in_place  (const char         *path,
                                       GBytes             *bytes,
                                       const GjFileStamp  *expected,
                                       GjFileStamp       **stamp,
                                       GError            **error);
gboolean     _gj_file_check_expected  (int                 fd,
                                       const char         *path,
                                       const GjFileStamp  *expected,
                                       GError            **error);

/* What a file held, while it is written in place; gj-file-kept.c. */

typedef struct
{
  char     *path;
  int       fd;
  gboolean  is_needed;
} GjKeptCopy;

gboolean     _gj_kept_copy_begin      (GjKeptCopy         *self,
                                       const char         *path,
                                       GByteArray         *data);
void         _gj_kept_copy_end        (GjKeptCopy         *self);

G_END_DECLS
