/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-zip.h"

G_BEGIN_DECLS

/**
 * GjZipWriter:
 *
 * Makes a zip archive in memory. The same parts in the same order give the same bytes:
 * every part bears the first day that an archive can name.
 */
typedef struct _GjZipWriter GjZipWriter;

GjZipWriter *gj_zip_writer_new    (void);
void         gj_zip_writer_free   (GjZipWriter    *self);
gboolean     gj_zip_writer_add    (GjZipWriter    *self,
                                   const char     *name,
                                   gconstpointer   data,
                                   gsize           size,
                                   GError        **error);
gboolean     gj_zip_writer_store  (GjZipWriter    *self,
                                   const char     *name,
                                   gconstpointer   data,
                                   gsize           size,
                                   GError        **error);
GBytes *     gj_zip_writer_end    (GjZipWriter    *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GjZipWriter, gj_zip_writer_free)

G_END_DECLS
