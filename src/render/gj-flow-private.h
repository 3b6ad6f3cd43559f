/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-box-private.h"
#include "gj-pages.h"
#include "gj-paper.h"

G_BEGIN_DECLS

/* Puts boxes on pages. @line is the first free line of the grid on the last page, which
   may be @turned. */
typedef struct
{
  GjJob                *job;
  const GjPaperOptions *options;
  GPtrArray            *pages;
  GArray               *outline;
  guint                 line;
  gboolean              turned;
} GjFlow;

gboolean _gj_flow_run (GjFlow        *self,
                       GPtrArray     *boxes,
                       GCancellable  *cancellable,
                       GError       **error);

G_END_DECLS
