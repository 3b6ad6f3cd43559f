/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GjPdfState:
 * @is_cut: whether the mark is missing that a whole file ends with
 * @is_spoilt: whether something is not what was written: the directory is not where it
 *             should be, or compressed data are wrong
 * @is_huge: whether more is compressed in it than any report holds
 */
typedef struct
{
  gboolean is_cut;
  gboolean is_spoilt;
  gboolean is_huge;
} GjPdfState;

void    gj_pdf_bytes_inspect        (GBytes     *bytes,
                                     GjPdfState *state);
GBytes *gj_pdf_bytes_without_groups (GBytes     *bytes);
GBytes *gj_pdf_bytes_find_photo     (GBytes     *bytes,
                                     guint       width,
                                     guint       height);

G_END_DECLS
