/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-export.h"

#include "gj-arguments.h"

G_BEGIN_DECLS

/* What the command line says about the paper of a PDF. */

typedef struct
{
  GjPaperWishes  wishes;
  char          *copy;
  char          *reason;
  char          *decider;
  char          *source;
} GjPaperArguments;

#define GJ_PAPER_ARGUMENTS_INIT { .wishes = GJ_PAPER_WISHES_INIT }

void     gj_paper_arguments_clear   (GjPaperArguments        *self);
gboolean gj_paper_arguments_check   (GjPaperArguments        *self,
                                     const GjCommand         *command,
                                     const char              *suffix,
                                     GjExitStatus            *status);
gboolean gj_paper_arguments_are_set (const GjPaperArguments  *self);
GBytes * gj_paper_arguments_write   (const GjPaperArguments  *self,
                                     GjReport                *report,
                                     gboolean                *decided,
                                     GPtrArray              **missing,
                                     GError                 **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GjPaperArguments, gj_paper_arguments_clear)

G_END_DECLS
