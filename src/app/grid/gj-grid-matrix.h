/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define GJ_GRID_MATRIX_MAX_BYTES (4 * 1024 * 1024)
#define GJ_GRID_MATRIX_MAX_ROWS 1000
#define GJ_GRID_MATRIX_MAX_COLUMNS 256

/**
 * GjGridMatrix:
 *
 * The rectangle of texts that a clipboard held. A place that a merged cell covers, other
 * than its first, has no text at all (%NULL).
 */
typedef struct _GjGridMatrix GjGridMatrix;

GjGridMatrix *gj_grid_matrix_new           (void);
GjGridMatrix *gj_grid_matrix_new_for_text  (const char          *text);
GjGridMatrix *gj_grid_matrix_new_for_html  (const char          *html,
                                            gsize                length);
void          gj_grid_matrix_free          (GjGridMatrix        *self);
guint         gj_grid_matrix_get_n_rows    (const GjGridMatrix  *self);
guint         gj_grid_matrix_get_n_columns (const GjGridMatrix  *self);
const char *  gj_grid_matrix_get_text      (const GjGridMatrix  *self,
                                            guint                row,
                                            guint                column);
gboolean      gj_grid_matrix_is_covered    (const GjGridMatrix  *self,
                                            guint                row,
                                            guint                column);
gboolean      gj_grid_matrix_take          (GjGridMatrix        *self,
                                            guint                row,
                                            guint                column,
                                            char                *text);
void          gj_grid_matrix_cover         (GjGridMatrix        *self,
                                            guint                row,
                                            guint                column,
                                            guint                n_rows,
                                            guint                n_columns);
void          gj_grid_matrix_cut           (GjGridMatrix        *self,
                                            guint                n_rows);

char *        gj_grid_trim                 (const char          *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GjGridMatrix, gj_grid_matrix_free)

G_END_DECLS
