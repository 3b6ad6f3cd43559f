/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-core.h"

G_BEGIN_DECLS

/* Two reports of one body in years that follow, and the one check that they break: cells
 * as "id=text;id=text", and the text of a section or of a field in either year. */

typedef struct
{
  const char *check;
  int         old_year;
  const char *old_cells;
  const char *new_cells;
  const char *section;
  const char *old_text;
  const char *new_text;
} GjYearBreak;

/* One for A11 and for each of C01 to C13. */

extern const GjYearBreak gj_year_breaks[];
extern const guint gj_n_year_breaks;

GjReport *gj_year_break_create_report (const GjYearBreak *self,
                                       gboolean           is_new);

G_END_DECLS
