/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-form.h"

G_BEGIN_DECLS

/* Strings and blocks live as long as the form, so that everything in it may point at
 * everything else. Quantities are blocks of their own: they are pointed at while the
 * arrays still grow. */

struct _GjForm
{
  gatomicrefcount  ref_count;
  GStringChunk    *strings;
  GPtrArray       *blocks;

  const char      *id;
  GjLabel          name;
  const char      *basis;
  int              first_year;
  int              last_year;
  const char      *title;
  const char      *preface;

  GArray          *sections;
  GArray          *tables;
  GArray          *variants;
  GArray          *cells;
  GArray          *relations;
  GArray          *phrases;
  GArray          *equivalents;
  GArray          *money_rules;
  GArray          *figures;
  GArray          *boilerplate;
  GHashTable      *cell_index;
  GHashTable      *quantities;
  guint          **cell_relations;
  guint           *n_cell_relations;
};

GjForm *    _gj_form_new             (void);
gpointer    _gj_form_alloc           (GjForm         *self,
                                      gsize           size);
gpointer    _gj_form_take_array      (GjForm         *self,
                                      GArray         *array,
                                      guint          *length);
const char *_gj_form_intern          (GjForm         *self,
                                      const char     *text);
void        _gj_form_index_relations (GjForm         *self);
char *      _gj_form_fill_template   (const char     *text,
                                      const char     *name,
                                      const char     *value);

G_END_DECLS
