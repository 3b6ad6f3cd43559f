/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gj-export.h"

#include "gj-session.h"

G_BEGIN_DECLS

/**
 * GjTargetWriter:
 * @owner: what is written, as it is now
 *
 * Begins to write it into @target; what it calls back is finished by
 * gj_export_file_finish().
 */
typedef void (*GjTargetWriter) (GObject              *owner,
                                const GjExportFormat *format,
                                GFile                *target,
                                gboolean              force,
                                GCancellable         *cancellable,
                                GAsyncReadyCallback   callback,
                                gpointer              user_data);

/**
 * GjTargetKind:
 * @write: what writes it
 * @find_refusal: (nullable): says why a file cannot be written to, or %NULL
 *
 * Something that can be written into a file that a person chooses.
 */
typedef struct
{
  GjTargetWriter   write;
  const char    *(*find_refusal)(GObject *owner,
                                 GFile   *target);
} GjTargetKind;

/* Asks for a file, @name being proposed, writes @owner into it in one of the formats, the
 * first unless the file's name says another, and says on @toasts how it went. */

void gj_target_job_begin   (GtkWindow                   *parent,
                            GjSession                   *session,
                            AdwToastOverlay             *toasts,
                            const GjTargetKind          *kind,
                            GObject                     *owner,
                            const GjExportFormat *const *formats,
                            const char                  *name);
void gj_target_job_explain (GtkWindow                   *parent,
                            const char                  *body);

G_END_DECLS
