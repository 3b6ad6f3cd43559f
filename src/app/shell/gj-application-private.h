/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-application.h"
#include "gj-shot.h"
#include "gj-type-case.h"

G_BEGIN_DECLS

struct _GjApplication
{
  AdwApplication  parent_instance;

  GjShot         *shot;
  GjTypeCase     *type_case;
};

/* gj-application-options.c: what may stand on the command line */
void _gj_application_add_options          (GjApplication *self);
int  _gj_application_handle_local_options (GApplication  *application,
                                           GVariantDict  *options);

G_END_DECLS
