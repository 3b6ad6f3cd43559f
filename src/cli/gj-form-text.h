/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-core.h"

G_BEGIN_DECLS

void gj_forms_write_json (GString    *out);
void gj_forms_write_text (GString    *out,
                          GjLanguage  language);
void gj_form_write_json  (GString    *out,
                          GjForm     *form);
void gj_form_write_text  (GString    *out,
                          GjForm     *form,
                          GjLanguage  language,
                          guint       width);

G_END_DECLS
