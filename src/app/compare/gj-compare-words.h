/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-compare.h"

G_BEGIN_DECLS

/* What is looked at when only numbers are: a pair of a table with a number at one side at
 * least, and a field in which a number differs. */

gboolean gj_compare_pair_has_number  (const GjCellPair *pair);
gboolean gj_compare_texts_differ_in_number
  (const char       *old_text,
  const char        *new_text);

/* Whether a section, or the cover, has anything else: without words there is nothing that
 * could be left out. */

gboolean gj_compare_section_has_words
  (GjCompare        *compare,
  guint              section);

G_END_DECLS
