/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-core.h"

G_BEGIN_DECLS

void gj_report_write_json (GString    *out,
                           const char *path,
                           GjReport   *report);
void gj_report_write_text (GString    *out,
                           const char *path,
                           GjReport   *report,
                           GjLanguage  language,
                           guint       width);

G_END_DECLS
