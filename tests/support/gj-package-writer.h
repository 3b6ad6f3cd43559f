/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GjPackageWriter:
 *
 * Writes zip packages for the tests: as they should be, and as they should not.
 */
typedef struct _GjPackageWriter GjPackageWriter;

GjPackageWriter *gj_package_writer_new       (void);
GjPackageWriter *gj_package_writer_new_docx  (const char       *body);
void             gj_package_writer_free      (GjPackageWriter  *self);
void             gj_package_writer_add       (GjPackageWriter  *self,
                                              const char       *name,
                                              const char       *text);
void             gj_package_writer_add_bytes (GjPackageWriter  *self,
                                              const char       *name,
                                              gconstpointer     data,
                                              gsize             size);
void             gj_package_writer_relate    (GjPackageWriter  *self,
                                              const char       *id,
                                              const char       *kind,
                                              const char       *target);
void             gj_package_writer_relate_to (GjPackageWriter  *self,
                                              const char       *url);
GBytes *         gj_package_writer_end       (GjPackageWriter  *self);

char *           gj_package_dup_document     (const char       *body);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GjPackageWriter, gj_package_writer_free)

G_END_DECLS
