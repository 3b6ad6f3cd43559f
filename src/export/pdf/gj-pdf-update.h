/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * GjPdfAttachment:
 * @content: (nullable): the file that the PDF carries with it; %NULL for none
 * @name: its name, ASCII, without any folder
 * @mime_type: its media type
 * @description: what it is, in words
 * @date: (nullable): the day that it is of, ISO 8601
 *
 * The source of a PDF.
 */
typedef struct
{
  GBytes     *content;
  const char *name;
  const char *mime_type;
  const char *description;
  const char *date;
} GjPdfAttachment;

GBytes *gj_pdf_update (GBytes                 *pdf,
                       const char             *language,
                       const GjPdfAttachment  *attachment,
                       GArray                 *cells,
                       GPtrArray              *figures,
                       GError                **error);

G_END_DECLS
