/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define GJ_ZIP_ERROR (gj_zip_error_quark ())

/**
 * GjZipError:
 * @GJ_ZIP_ERROR_NOT_ZIP: no zip archive at all, or one without its end
 * @GJ_ZIP_ERROR_ENCRYPTED: a part wants a password
 * @GJ_ZIP_ERROR_TOO_LARGE: breaks one of the limits
 * @GJ_ZIP_ERROR_FOREIGN: holds what no honest program writes: a name that leads outside,
 *                        two parts of one name
 * @GJ_ZIP_ERROR_BROKEN: a part cannot be unpacked, or is not what the archive says of it
 * @GJ_ZIP_ERROR_NO_PART: there is no part of this name
 *
 * Every message is half a sentence without full stop, for the caller's sentence to go on
 * with.
 */
typedef enum
{
  GJ_ZIP_ERROR_NOT_ZIP,
  GJ_ZIP_ERROR_ENCRYPTED,
  GJ_ZIP_ERROR_TOO_LARGE,
  GJ_ZIP_ERROR_FOREIGN,
  GJ_ZIP_ERROR_BROKEN,
  GJ_ZIP_ERROR_NO_PART,
} GjZipError;

#define GJ_ZIP_MAX_FILE (64 << 20)
#define GJ_ZIP_MAX_PARTS 4096
#define GJ_ZIP_MAX_PART (32 << 20)
#define GJ_ZIP_MAX_TOTAL (128 << 20)
#define GJ_ZIP_MAX_RATIO 200

/**
 * GjZip:
 *
 * A zip archive in memory whose parts are read by name, within limits. Nothing is ever
 * written to a disk, and what is not asked for is not unpacked.
 */
typedef struct _GjZip GjZip;

GQuark   gj_zip_error_quark (void);

GjZip *  gj_zip_open        (GBytes      *bytes,
                             GError     **error);
void     gj_zip_free        (GjZip       *self);
gboolean gj_zip_has         (GjZip       *self,
                             const char  *name);
GBytes * gj_zip_read        (GjZip       *self,
                             const char  *name,
                             GError     **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GjZip, gj_zip_free)

G_END_DECLS
