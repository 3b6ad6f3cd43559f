/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <poppler.h>

#include "gj-pdf-page.h"

G_BEGIN_DECLS

typedef struct _GjPdfPictures GjPdfPictures;

GjPdfPictures *gj_pdf_pictures_new       (GBytes           *bytes);
void           gj_pdf_pictures_load      (GjPdfPictures    *self,
                                          PopplerPage      *poppler_page,
                                          GjPdfPage        *page);
void           gj_pdf_pictures_free      (GjPdfPictures    *self);

void           gj_pdf_pictures_drop_same (const GPtrArray  *pages);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GjPdfPictures, gj_pdf_pictures_free)

G_END_DECLS
