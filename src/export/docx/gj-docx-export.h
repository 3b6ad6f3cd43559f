/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-core.h"

G_BEGIN_DECLS

/**
 * GjDocxOptions:
 * @comments: whether the comments of the review go into the document
 *
 * What may be chosen about a document of Word. What is handed in and published must not
 * carry what the reviewers said among themselves, so comments are left out unless they
 * are asked for; a draft that goes on in Word loses them otherwise.
 */
typedef struct
{
  gboolean comments;
} GjDocxOptions;

GBytes *    gj_docx_export              (GjReport             *report,
                                         GCancellable         *cancellable,
                                         GError              **error);
GBytes *    gj_docx_export_with_options (GjReport             *report,
                                         const GjDocxOptions  *options,
                                         GCancellable         *cancellable,
                                         GError              **error);

G_END_DECLS
