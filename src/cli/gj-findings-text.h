/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-core.h"

#include "gj-json-writer.h"

G_BEGIN_DECLS

#define GJ_N_SEVERITIES (GJ_SEVERITY_HINT + 1)

const char *gj_severity_get_words  (GjSeverity    severity);
guint       gj_severity_get_width  (void);

void        gj_findings_write_json (GString      *out,
                                    const char   *path,
                                    GjReport     *report,
                                    GjReport     *last,
                                    GPtrArray    *findings);
void        gj_findings_write_text (GString      *out,
                                    const char   *path,
                                    GjReport     *report,
                                    GPtrArray    *groups,
                                    GjLanguage    language,
                                    guint         width);
char *      gj_report_describe     (GjReport     *report,
                                    GjLanguage    language);

G_END_DECLS
