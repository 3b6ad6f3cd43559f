/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-dossier.h"

G_BEGIN_DECLS

/* @line: what the foot of every page says */
struct _GjDossier
{
  GPtrArray *entries;
  char      *title;
  char      *body;
  char      *line;
};

/* Two reports on their way into a dossier. @flows: whether the texts follow on the same page
   as what is before them. */
typedef struct
{
  GjDossier    *dossier;
  GjComparison *comparison;
  gboolean      is_years;
  gboolean      flows;
  char         *old_name;
  char         *new_name;
  char         *old_head;
  char         *new_head;
} GjDossierPair;

GjDossier *     _gj_dossier_new_empty     (void);
GjDossierEntry *_gj_dossier_add           (GjDossier            *self,
                                           GjEntryKind           kind,
                                           char                 *text);
void            _gj_dossier_add_item      (GjDossier            *self,
                                           const char           *mark,
                                           char                 *text);
GjDossierEntry *_gj_dossier_add_table     (GjDossier            *self,
                                           char                 *name);
void            _gj_dossier_add_column    (GjDossierEntry       *table,
                                           const char           *head,
                                           double                width,
                                           gboolean              is_number);
/* What is more than there are columns is left out. */
GjDossierRow *  _gj_dossier_add_row       (GjDossierEntry       *table,
                                           ...) G_GNUC_NULL_TERMINATED;
GjDossierRow *  _gj_dossier_take_row      (GjDossierEntry       *table,
                                           char                **texts);
char *          _gj_dossier_format_ratio  (double                ratio);
const char *    _gj_dossier_say           (const char           *text);

void            _gj_dossier_add_tables    (GjDossierPair        *pair);
void            _gj_dossier_add_relations (GjDossierPair        *pair);
void            _gj_dossier_add_passages  (GjDossierPair        *pair);
void            _gj_dossier_add_findings  (GjDossierPair        *pair,
                                           const char           *heading,
                                           GPtrArray            *findings,
                                           guint                 most);
void            _gj_dossier_add_versions  (GjDossierPair        *pair);

G_END_DECLS
