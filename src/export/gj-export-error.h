/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * GJ_EXPORT_ERROR:
 *
 * Errors of writing a file for another program.
 */
#define GJ_EXPORT_ERROR (gj_export_error_quark ())

typedef enum
{
  GJ_EXPORT_ERROR_FAILED,
} GjExportError;

GQuark gj_export_error_quark (void);

G_END_DECLS
