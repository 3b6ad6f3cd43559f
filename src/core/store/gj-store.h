/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "gj-report.h"

G_BEGIN_DECLS

#define GJ_STORE_ERROR (gj_store_error_quark ())

/**
 * GjStoreError:
 * @GJ_STORE_ERROR_NOT_A_REPORT: the bytes are no .gouji file; the message says what they are
 * @GJ_STORE_ERROR_INVALID: a .gouji file that breaks its schema; line and reason are named
 * @GJ_STORE_ERROR_TOO_NEW: written by a later version of the program
 * @GJ_STORE_ERROR_TOO_LARGE: over 64 MiB
 * @GJ_STORE_ERROR_NOT_A_DIGEST: what was typed is no digest, nor the beginning of one
 */
typedef enum
{
  GJ_STORE_ERROR_NOT_A_REPORT,
  GJ_STORE_ERROR_INVALID,
  GJ_STORE_ERROR_TOO_NEW,
  GJ_STORE_ERROR_TOO_LARGE,
  GJ_STORE_ERROR_NOT_A_DIGEST,
} GjStoreError;

GQuark    gj_store_error_quark (void);

GjReport *gj_store_read        (GBytes      *bytes,
                                GError     **error);
GBytes *  gj_store_write       (GjReport    *report);
GBytes *  gj_store_write_published (GjReport *report);

G_END_DECLS
