/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-base.h"

G_BEGIN_DECLS

/**
 * GjDocxRelation:
 * @kind: the last word of its type, such as "styles"
 * @target: (nullable): the part's name; %NULL when it lies outside of the package
 */
typedef struct
{
  char *kind;
  char *target;
} GjDocxRelation;

/**
 * GjDocxPackage:
 *
 * The parts of a package, found by relationships only: no name of a part is known here
 * but that of the first list of relationships.
 */
typedef struct _GjDocxPackage GjDocxPackage;

GjDocxPackage *       gj_docx_package_open      (GBytes         *bytes,
                                                 GError        **error);
void                  gj_docx_package_free      (GjDocxPackage  *self);
xmlDoc *              gj_docx_package_read_main (GjDocxPackage  *self,
                                                 GError        **error);
const GjDocxRelation *gj_docx_package_find      (GjDocxPackage  *self,
                                                 const char     *id);
const char *          gj_docx_package_find_kind (GjDocxPackage  *self,
                                                 const char     *kind);
GPtrArray *           gj_docx_package_list_kind (GjDocxPackage  *self,
                                                 const char     *kind);
xmlDoc *              gj_docx_parse             (gconstpointer   data,
                                                 gsize           size,
                                                 GError        **error);
xmlDoc *              gj_docx_package_read_xml  (GjDocxPackage  *self,
                                                 const char     *part,
                                                 GError        **error);
GBytes *              gj_docx_package_read      (GjDocxPackage  *self,
                                                 const char     *part,
                                                 GError        **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GjDocxPackage, gj_docx_package_free)

G_END_DECLS
