/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-source.h"

G_BEGIN_DECLS

/* Everything of a source is built once and freed at once: all its strings lie in one
 * chunk. */

struct _GjSource
{
  GStringChunk *strings;
  char         *format;
  char         *digest;
  GjSourceUnit  unit;
  GPtrArray    *title_lines;
  GArray       *notes;
  GArray       *labels;
  GArray       *surpluses;
  GArray       *residues;
};

G_END_DECLS
