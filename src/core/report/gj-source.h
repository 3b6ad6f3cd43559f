/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "gj-relation.h"

G_BEGIN_DECLS

/**
 * GjSourceUnit:
 * @GJ_SOURCE_UNIT_LINE: lines of a text
 * @GJ_SOURCE_UNIT_PARAGRAPH: paragraphs of a document, those in cells too
 * @GJ_SOURCE_UNIT_PAGE: pages
 *
 * What the places in a source count.
 */
typedef enum
{
  GJ_SOURCE_UNIT_LINE,
  GJ_SOURCE_UNIT_PARAGRAPH,
  GJ_SOURCE_UNIT_PAGE,
} GjSourceUnit;

const char *gj_source_unit_get_id (GjSourceUnit  unit);
gboolean    gj_source_unit_find   (const char   *id,
                                   GjSourceUnit *unit);

/**
 * GjNote:
 * @id: unique in the source, kept over saving ("n1", "n2" …)
 * @severity: how much a person should look at it
 * @code: what kind of note: "old-row", "surplus-value", "label-cut", "heading", …
 * @place: where it went: a cell id, "table/row", a section id, "title", "preface",
 *         "signature" or ""
 * @message_zh: one sentence in Chinese
 * @message_en: the same in English
 * @fragment: (nullable): the text as it stood in the source
 * @line: the line, paragraph or page of the source counted from 1, or 0
 *
 * What an import guessed, moved, dropped or did not find.
 */
typedef struct
{
  char       *id;
  GjSeverity  severity;
  char       *code;
  char       *place;
  char       *message_zh;
  char       *message_en;
  char       *fragment;
  guint       line;
} GjNote;

/**
 * GjSourceLabel:
 * @place: "table/row" or "table//column" for a label, a section id for a heading
 * @text: the label as it stood
 */
typedef struct
{
  char *place;
  char *text;
} GjSourceLabel;

/**
 * GjSurplus:
 * @place: "table/row"
 * @values: (array zero-terminated=1): the values beyond the row's cells, as they stood
 */
typedef struct
{
  char  *place;
  char **values;
} GjSurplus;

/**
 * GjSource:
 *
 * What an import found and a check must be able to judge later. Built once by the
 * import, never changed afterwards, counted by reference.
 */
typedef struct _GjSource GjSource;

GjSource *           gj_source_ref               (GjSource            *self);
void                 gj_source_unref             (GjSource            *self);
const char *         gj_source_get_format        (const GjSource      *self);
const char *         gj_source_get_digest        (const GjSource      *self);
GjSourceUnit         gj_source_get_unit          (const GjSource      *self);
const char *const *  gj_source_get_title_lines   (const GjSource      *self);
guint                gj_source_get_n_notes       (const GjSource      *self);
const GjNote *       gj_source_get_note          (const GjSource      *self,
                                                  guint                index);
guint                gj_source_get_n_labels      (const GjSource      *self);
const GjSourceLabel *gj_source_get_label         (const GjSource      *self,
                                                  guint                index);
const char *         gj_source_find_label        (const GjSource      *self,
                                                  const char          *place);
guint                gj_source_get_n_surpluses   (const GjSource      *self);
const GjSurplus *    gj_source_get_surplus       (const GjSource      *self,
                                                  guint                index);
guint                gj_source_get_n_residues    (const GjSource      *self);
const GjSourceLabel *gj_source_get_residue       (const GjSource      *self,
                                                  guint                index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GjSource, gj_source_unref)

typedef struct _GjSourceBuilder GjSourceBuilder;

GjSourceBuilder *gj_source_builder_new            (const char         *format,
                                                   const char         *digest);
void             gj_source_builder_free           (GjSourceBuilder    *self);
void             gj_source_builder_set_unit       (GjSourceBuilder    *self,
                                                   GjSourceUnit        unit);
GjSourceUnit     gj_source_builder_get_unit       (GjSourceBuilder    *self);
void             gj_source_builder_add_title_line (GjSourceBuilder    *self,
                                                   const char         *line);
void             gj_source_builder_add_label      (GjSourceBuilder    *self,
                                                   const char         *place,
                                                   const char         *text);
void             gj_source_builder_add_surplus    (GjSourceBuilder    *self,
                                                   const char         *place,
                                                   const char *const  *values);
void             gj_source_builder_add_residue    (GjSourceBuilder    *self,
                                                   const char         *place,
                                                   const char         *text);
void             gj_source_builder_add_note       (GjSourceBuilder    *self,
                                                   GjSeverity          severity,
                                                   const char         *code,
                                                   const char         *place,
                                                   const char         *message_zh,
                                                   const char         *message_en,
                                                   const char         *fragment,
                                                   guint               line);
GjSource *       gj_source_builder_end            (GjSourceBuilder    *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GjSourceBuilder, gj_source_builder_free)

G_END_DECLS
