/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-core.h"

G_BEGIN_DECLS

/**
 * GJ_CLI_ERROR:
 *
 * Errors that only the command line has.
 */
#define GJ_CLI_ERROR (gj_cli_error_quark ())

typedef enum
{
  GJ_CLI_ERROR_FORMAT,
  GJ_CLI_ERROR_INPUT,
  GJ_CLI_ERROR_OPEN,
} GjCliError;

GQuark      gj_cli_error_quark         (void);

GjReport *  gj_report_file_load        (const char  *path,
                                        GError     **error);
char *      gj_report_file_dup_refusal (const char  *suffix);
gboolean    gj_report_file_save        (GjReport    *report,
                                        const char  *path,
                                        GError     **error);
const char *gj_report_file_get_suffix  (const char  *path);
char *      gj_report_file_dup_identity (const char *path);
char *      gj_report_file_describe    (const char  *path,
                                        const GError *error);

G_END_DECLS
