/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-box-private.h"
#include "gj-paper.h"

/* (nullable): lines that stand in the middle; %NULL when there are none */
GjBox *
_gj_box_new_title (GjJob      *job,
                   GjFontRole  role,
                   double      size,
                   const char *lines)
{
  GjBox *box;

  if (*lines == '\0')
    return NULL;

  box = _gj_box_new (GJ_BOX_TEXT);
  box->text = _gj_text_new (job);
  _gj_text_append (box->text, role, size, 0, lines, -1);
  box->lines = _gj_text_break_evenly (box->text, GJ_PAPER_TYPE_WIDTH);
  box->n_lines = box->lines->len;
  box->size = size;
  box->align = GJ_ALIGN_CENTRE;
  box->tag = role == GJ_FONT_TITLE ? "H1" : "P";
  box->whole = box->n_lines <= GJ_PAPER_LINES / 2;
  box->keep = TRUE;
  return box;
}
