/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "gj-relation.h"
#include "gj-table.h"

G_BEGIN_DECLS

/**
 * GJ_FORM_ERROR:
 *
 * Errors of reading a form.
 */
#define GJ_FORM_ERROR (gj_form_error_quark ())

typedef enum
{
  GJ_FORM_ERROR_INVALID,
  GJ_FORM_ERROR_UNKNOWN,
} GjFormError;

GQuark gj_form_error_quark (void);

/**
 * GjSection:
 * @id: the section's id
 * @ordinal: its number as printed ("一")
 * @heading: the whole heading ("一、总体情况")
 * @tab: the short name on a tab ("总体情况")
 * @guidance: what belongs into the section; its members may be %NULL
 * @guidance_source: (nullable): where the guidance comes from
 * @variants: (array zero-terminated=1): known other wordings of the heading
 * @table: index of the section's table in the form, or %GJ_NONE
 */
typedef struct
{
  const char        *id;
  const char        *ordinal;
  GjLabel            heading;
  GjLabel            tab;
  GjLabel            guidance;
  const char        *guidance_source;
  const char *const *variants;
  guint              table;
} GjSection;

/**
 * GjVariant:
 * @id: the variant's id ("old-row")
 * @table: index of the table that it changes
 * @absent_rows: indices of the rows that the variant does not have
 * @row: index of the row that stands for the whole group
 * @label: the label that the row then carries ("（六）其他处理")
 * @name: the words by which findings then name the row
 *
 * A known deviation of real reports from the form's table.
 */
typedef struct
{
  const char  *id;
  guint        table;
  const guint *absent_rows;
  guint        n_absent_rows;
  guint        row;
  GjLabel      label;
  GjLabel      name;
} GjVariant;

/**
 * GjForm:
 *
 * What a report of a year must hold: sections, tables, cells, relations, phrases. Read
 * from XML, never changed afterwards, shared by threads; every pointer handed out lives
 * as long as the form.
 */
typedef struct _GjForm GjForm;

#define GJ_TYPE_FORM (gj_form_get_type ())

GType   gj_form_get_type       (void);
GjForm *gj_form_new_from_bytes (GBytes      *bytes,
                                const char  *origin,
                                GError     **error);
GjForm *gj_form_ref            (GjForm      *self);
void    gj_form_unref          (GjForm      *self);

const char *   gj_form_get_id         (const GjForm *self);
const GjLabel *gj_form_get_name       (const GjForm *self);
const char *   gj_form_get_basis      (const GjForm *self);
int            gj_form_get_first_year (const GjForm *self);
int            gj_form_get_last_year  (const GjForm *self);
char *         gj_form_format_title   (const GjForm *self,
                                       const char   *body,
                                       int           year);
char *         gj_form_format_preface (const GjForm *self,
                                       const char   *body,
                                       int           year);

guint            gj_form_get_n_sections (const GjForm *self);
const GjSection *gj_form_get_section    (const GjForm *self,
                                         guint         index);
guint            gj_form_find_section   (const GjForm *self,
                                         const char   *id);

guint          gj_form_get_n_tables (const GjForm *self);
const GjTable *gj_form_get_table    (const GjForm *self,
                                     guint         index);
guint          gj_form_find_table   (const GjForm *self,
                                     const char   *id);

guint             gj_form_get_n_variants (const GjForm *self);
const GjVariant * gj_form_get_variant    (const GjForm *self,
                                          guint         index);
const GjVariant * gj_form_find_variant   (const GjForm *self,
                                          const char   *id);

guint           gj_form_get_n_cells (const GjForm *self);
const GjCell *  gj_form_get_cell    (const GjForm *self,
                                     guint         index);
guint           gj_form_find_cell   (const GjForm *self,
                                     const char   *id);
const GjRow *   gj_form_get_row     (const GjForm *self,
                                     guint         cell);
const GjColumn *gj_form_get_column  (const GjForm *self,
                                     guint         cell);
char *          gj_form_dup_cell_name (const GjForm *self,
                                       guint         cell,
                                       const char   *variant,
                                       GjLanguage    language);

guint             gj_form_get_n_relations       (const GjForm  *self);
const GjRelation *gj_form_get_relation          (const GjForm  *self,
                                                 guint          index);
const guint *     gj_form_get_relations_of_cell (const GjForm  *self,
                                                 guint          cell,
                                                 guint         *n_relations);

const GjQuantity *   gj_form_find_quantity     (const GjForm *self,
                                                const char   *id);
guint                gj_form_get_n_phrases     (const GjForm *self);
const GjPhrase *     gj_form_get_phrase        (const GjForm *self,
                                                guint         index);
guint                gj_form_get_n_equivalents (const GjForm *self);
const GjEquivalent * gj_form_get_equivalent    (const GjForm *self,
                                                guint         index);
guint                gj_form_get_n_money_rules (const GjForm *self);
const GjMoneyRule *  gj_form_get_money_rule    (const GjForm *self,
                                                guint         index);
guint                gj_form_get_n_figures     (const GjForm *self);
const GjFormFigure * gj_form_get_figure        (const GjForm *self,
                                                guint         index);
const char *const *  gj_form_get_boilerplate   (const GjForm *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GjForm, gj_form_unref)

G_END_DECLS
