/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-form-reader-private.h"

G_BEGIN_DECLS

gboolean _gj_form_make_layout (GjGrid          *self,
                               GjFormReading   *reading,
                               const GjVariant *variant,
                               GjTableLayout   *layout);

G_END_DECLS
