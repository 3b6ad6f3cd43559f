/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-render.h"

G_BEGIN_DECLS

gboolean gj_comparison_export_can (const char          *suffix);
GBytes * gj_comparison_export     (GjReport            *old_report,
                                   const char          *old_name,
                                   GjReport            *new_report,
                                   const char          *new_name,
                                   const char          *suffix,
                                   GCancellable        *cancellable,
                                   GError             **error);
GBytes * gj_trend_export          (GjReport *const     *reports,
                                   const char *const   *names,
                                   guint                n_reports,
                                   GjTrendFlags         flags,
                                   const char          *suffix,
                                   GCancellable        *cancellable,
                                   GError             **error);

G_END_DECLS
