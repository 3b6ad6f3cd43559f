/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "gj-core.h"

G_BEGIN_DECLS

#define GJ_IMPORT_ERROR (gj_import_error_quark ())

/**
 * GjImportError:
 * @GJ_IMPORT_ERROR_UNREADABLE: the bytes are in no form that is read here; the message
 *                              says what they are and what to do
 * @GJ_IMPORT_ERROR_NOT_A_REPORT: a text, but no annual report; the message says what
 *                                was found
 */
typedef enum
{
  GJ_IMPORT_ERROR_UNREADABLE,
  GJ_IMPORT_ERROR_NOT_A_REPORT,
} GjImportError;

GQuark    gj_import_error_quark (void);

GjReport *gj_import_bytes (GBytes        *bytes,
                           const char    *name,
                           GCancellable  *cancellable,
                           GError       **error);

G_END_DECLS
