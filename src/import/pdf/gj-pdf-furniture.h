/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-pdf-lines.h"

G_BEGIN_DECLS

/**
 * GjPdfMargin:
 * @lines: the lines of the page
 * @height: the height of the page
 * @top: where the first table begins, or the height of the page
 * @bottom: where the last table ends, or 0
 *
 * What is looked at to tell the head and foot of a page.
 */
typedef struct
{
  const GjPdfLines *lines;
  double            height;
  double            top;
  double            bottom;
} GjPdfMargin;

/**
 * GjPdfFurniture:
 * @GJ_PDF_FURNITURE_NONE: the line belongs to the text
 * @GJ_PDF_FURNITURE_NUMBER: the number of the page
 * @GJ_PDF_FURNITURE_RUNNING: a running head or foot
 * @GJ_PDF_FURNITURE_TABLE: the line went into a table
 */
typedef enum
{
  GJ_PDF_FURNITURE_NONE,
  GJ_PDF_FURNITURE_NUMBER,
  GJ_PDF_FURNITURE_RUNNING,
  GJ_PDF_FURNITURE_TABLE,
} GjPdfFurniture;

GPtrArray *gj_pdf_furniture_find (const GjPdfMargin *pages,
                                  guint              n_pages);

G_END_DECLS
