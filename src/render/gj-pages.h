/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-core.h"

#include "gj-dossier.h"
#include "gj-font-use.h"
#include "gj-fonts.h"
#include "gj-page.h"
#include "gj-paper.h"

G_BEGIN_DECLS

/**
 * GjOutlineEntry:
 * @title: the heading
 * @level: 0 for a section, 1 for a heading in it
 * @page: index of the page that it stands on
 * @y: the top of its line, in pt from the sheet's top
 *
 * One entry of the outline of a set of pages.
 */
typedef struct
{
  char  *title;
  guint  level;
  guint  page;
  double y;
} GjOutlineEntry;

/**
 * GjCellExtent:
 * @n_rows: how many rows of its table a cell takes
 * @n_columns: how many columns
 *
 * How large one cell of a table is.
 */
typedef struct
{
  guint n_rows;
  guint n_columns;
} GjCellExtent;

/**
 * GjPages:
 *
 * A report on paper. Immutable and counted by reference; made on any thread, drawn on
 * any other.
 */
typedef struct _GjPages GjPages;

#define GJ_TYPE_PAGES (gj_pages_get_type ())

GType                 gj_pages_get_type     (void);
GjPages *             gj_pages_new          (GjReport              *report,
                                             GjFonts               *fonts,
                                             const GjPaperOptions  *options,
                                             GCancellable          *cancellable,
                                             GError               **error);
GjPages *             gj_pages_new_dossier  (const GjDossier       *dossier,
                                             GjFonts               *fonts,
                                             GCancellable          *cancellable,
                                             GError               **error);
GjPages *             gj_pages_ref          (GjPages               *self);
void                  gj_pages_unref        (GjPages               *self);
guint                 gj_pages_get_n_pages  (GjPages               *self);
const GjPage *        gj_pages_get_page     (GjPages               *self,
                                             guint                  index);
const GjOutlineEntry *gj_pages_get_outline  (GjPages               *self,
                                             guint                 *n_entries);
GjPages *             gj_pages_dup_embeddable (GjPages             *self);
GPtrArray *           gj_pages_list_remarks (GjPages               *self);
const GjFontUse *     gj_pages_get_font_uses (GjPages              *self,
                                              guint                *n_uses);
const gunichar *      gj_pages_get_missing  (GjPages               *self,
                                             guint                 *n_characters);
GArray *              gj_pages_list_cells   (GjPages               *self);
GPtrArray *           gj_pages_list_figures (GjPages               *self);
char *                gj_pages_dump         (GjPages               *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GjPages, gj_pages_unref)

G_END_DECLS
