/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <poppler.h>

#include "gj-pdf-page.h"

G_BEGIN_DECLS

/**
 * GjPdfPainted:
 * @n_operations: how often anything was painted
 * @n_texts: how often text was painted
 * @n_pictures: how often a picture was painted
 * @n_groups: how often something was painted in a group of its own, which is not looked
 *            into
 * @n_covered: how often text was painted that a picture covers
 * @is_covered: whether a picture covers most of the page
 * @n_shapes: filled shapes that are no ruling lines
 *
 * What painting a page did beside lines.
 */
typedef struct
{
  guint    n_operations;
  guint    n_texts;
  guint    n_pictures;
  guint    n_groups;
  guint    n_shapes;
  guint    n_covered;
  gboolean is_covered;
} GjPdfPainted;

gboolean gj_pdf_strokes_read (PopplerPage  *poppler_page,
                              GjPdfPage    *page,
                              GjPdfPainted *painted);

G_END_DECLS
