/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define GJ_FILE_MAX_SIZE (64 * 1024 * 1024)

#define GJ_FILE_ERROR (gj_file_error_quark ())

/**
 * GjFileError:
 * @GJ_FILE_ERROR_CHANGED: another program has changed the target since it was loaded
 * @GJ_FILE_ERROR_TOO_LARGE: the file is larger than %GJ_FILE_MAX_SIZE
 * @GJ_FILE_ERROR_NOT_VERIFIED: what was written does not read back the same
 */
typedef enum
{
  GJ_FILE_ERROR_CHANGED,
  GJ_FILE_ERROR_TOO_LARGE,
  GJ_FILE_ERROR_NOT_VERIFIED,
} GjFileError;

GQuark gj_file_error_quark (void);

/**
 * GjFileStamp:
 *
 * What a file was when it was loaded or saved: device, inode, size, time and a hash of
 * its content. By it a change by another program is noticed before it is overwritten.
 */
typedef struct _GjFileStamp GjFileStamp;

GjFileStamp *gj_file_stamp_copy  (const GjFileStamp  *self);
void         gj_file_stamp_free  (GjFileStamp        *self);
gint64       gj_file_stamp_get_modified (const GjFileStamp *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GjFileStamp, gj_file_stamp_free)

char *       gj_file_dup_target_path (GFile          *file,
                                      GError        **error);
GBytes *     gj_file_load        (const char         *path,
                                  gsize               max_size,
                                  GjFileStamp       **stamp,
                                  GError            **error);
gboolean     gj_file_is_changed  (const char         *path,
                                  const GjFileStamp  *stamp);
gboolean     gj_file_replace     (const char         *path,
                                  GBytes             *bytes,
                                  const GjFileStamp  *expected,
                                  GjFileStamp       **stamp,
                                  GError            **error);

/**
 * GjKeptFile:
 * @path: (type filename): the copy
 * @origin: (type filename): the file that it was made of; a bare name when its place is
 *          not known
 * @modified: when, in seconds since 1970
 *
 * What a file held before it was written in place and the writing did not come to an end.
 */
typedef struct
{
  char   *path;
  char   *origin;
  gint64  modified;
} GjKeptFile;

void         gj_kept_file_free    (GjKeptFile         *self);
GPtrArray *  gj_file_list_kept    (void);
void         gj_file_discard_kept (const char         *path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GjKeptFile, gj_kept_file_free)

G_END_DECLS
