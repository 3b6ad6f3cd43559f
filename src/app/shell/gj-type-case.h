/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _GjTypeCase GjTypeCase;

GjTypeCase *gj_type_case_new  (GtkSettings *settings);
void        gj_type_case_use  (GjTypeCase  *self);
void        gj_type_case_free (GjTypeCase  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GjTypeCase, gj_type_case_free)

G_END_DECLS
