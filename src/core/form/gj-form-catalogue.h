/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-form.h"

G_BEGIN_DECLS

guint   gj_form_catalogue_get_n_forms (void);
GjForm *gj_form_catalogue_get_form    (guint        index);
GjForm *gj_form_catalogue_find        (const char  *id);
GjForm *gj_form_catalogue_find_year   (int          year);
void    gj_form_catalogue_add         (GjForm      *form);

G_END_DECLS
