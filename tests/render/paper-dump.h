/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-render.h"

G_BEGIN_DECLS

/* Pages taken apart for tests: the dump of each, and what stands in it. */

char **  paper_dump_pages     (GjReport             *report,
                               const GjPaperOptions *options);
guint    paper_count_words    (const char           *page,
                               const char           *words);
gboolean paper_has_words      (char                **pages,
                               const char           *words);
gboolean paper_find_run       (const char           *page,
                               const char           *words,
                               double               *x,
                               double               *y);
double   paper_get_lowest     (const char           *page);
char *   paper_drop_number    (const char           *page);

/* A finding in the text of a section, and one of cells. */

GjFinding *paper_new_text_finding (GjReport   *report,
                                   const char *section,
                                   guint       start,
                                   guint       end,
                                   const char *message,
                                   GjSeverity  severity,
                                   GjDecision *decision);
GjFinding *paper_new_cell_finding (GjReport          *report,
                                   const char *const *cells,
                                   const char        *message);

G_END_DECLS
