/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-import.h"
#include "gj-raw-document.h"

G_BEGIN_DECLS

/**
 * GjReader:
 *
 * Reads the bytes of a format into neutral blocks. Sets %GJ_IMPORT_ERROR_UNREADABLE.
 */
typedef GjRawDocument *(*GjReader) (GBytes        *bytes,
                                    GCancellable  *cancellable,
                                    GError       **error);

void      _gj_import_make_ready  (void);
GjReader  _gj_import_find_reader (GjImportKind   kind);
gboolean  _gj_import_refuse      (GjImportKind   kind,
                                  GError       **error);
gboolean  _gj_import_check_size  (GBytes        *bytes,
                                  GError       **error);
GjReport *_gj_import_with        (GjReader       read,
                                  const char    *format,
                                  GBytes        *bytes,
                                  GCancellable  *cancellable,
                                  GError       **error);
void      _gj_import_copy_source (GjSourceBuilder *builder,
                                  const GjSource  *source);
GjReport *_gj_import_office      (GBytes        *bytes,
                                  GjImportPart   part,
                                  GCancellable  *cancellable,
                                  GError       **error);
GjReport *_gj_import_pdf         (GBytes        *bytes,
                                  GjImportPart   part,
                                  GCancellable  *cancellable,
                                  GError       **error);

G_END_DECLS
