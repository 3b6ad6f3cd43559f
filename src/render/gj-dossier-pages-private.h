/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-dossier.h"
#include "gj-ruled-form-private.h"

G_BEGIN_DECLS

/* A dossier on its way to paper. @y: where the next thing begins on @page. */
typedef struct
{
  GjJob              *job;
  const GjPageFormat *format;
  GPtrArray          *pages;
  GArray             *outline;
  GjPage             *page;
  double              y;
} GjDossierFlow;

/* Where the text of a cell begins and ends, as in a ruled row. */
#define GJ_DOSSIER_PADDING 4.0

void     _gj_dossier_begin_page    (GjDossierFlow        *self);
double   _gj_dossier_get_bottom    (const GjDossierFlow  *self);
gboolean _gj_dossier_need          (GjDossierFlow        *self,
                                    double                height);
void     _gj_dossier_draw_words    (GjDossierFlow        *self,
                                    GjPage               *page,
                                    GjFontRole            role,
                                    const char           *words,
                                    double                size,
                                    double                x,
                                    double                baseline,
                                    double                align);

void     _gj_dossier_draw_table    (GjDossierFlow        *self,
                                    const GjDossierEntry *entry);
void     _gj_dossier_draw_charts   (GjDossierFlow        *self,
                                    const GjDossierEntry *entry);
void     _gj_dossier_draw_chart    (GjDossierFlow        *self,
                                    const GjChart        *chart,
                                    double                x,
                                    double                y,
                                    double                width,
                                    double                height,
                                    double                size);
void     _gj_dossier_draw_passages (GjDossierFlow        *self,
                                    const GjDossierEntry *entry);

gboolean _gj_dossier_lay_out       (const GjDossier      *dossier,
                                    GjJob                *job,
                                    GPtrArray            *pages,
                                    GArray               *outline,
                                    GCancellable         *cancellable,
                                    GError              **error);

G_END_DECLS
