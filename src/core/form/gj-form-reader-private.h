/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-base.h"
#include "gj-form-grid.h"
#include "gj-form-private.h"

G_BEGIN_DECLS

#define GJ_FORM_NAMESPACE "https://gouji.github.io/ns/form/1"

/* What a form can ask for is bounded, so that a hostile file ends in an error. */
#define GJ_FORM_MAX_BYTES (4 * 1024 * 1024)
#define GJ_FORM_MAX_ROWS 500
#define GJ_FORM_MAX_COLUMNS 200
#define GJ_FORM_MAX_LINES 1000
#define GJ_FORM_MAX_VARIANTS 16
#define GJ_FORM_MAX_CELLS 20000
#define GJ_FORM_MAX_TERMS 500000

/**
 * GjFormSet:
 * @is_rows: whether @indices are rows; columns otherwise
 *
 * Rows or columns of a table: those that a set names, or those that "*" goes over.
 */
typedef struct
{
  guint        table;
  gboolean     is_rows;
  const guint *indices;
  guint        n_indices;
} GjFormSet;

/**
 * GjFormReading:
 * @xml: the reader; every failure is told to it, the first one counts
 * @line: the line that a failure is blamed on, or 0 for the one that is being read
 * @sets: the sets of the tables, by "table/set", as #GjFormSet
 * @families: what the quantities that are made several times go over, by their id, as
 *            #GjFormSet
 * @keys: the keys of the relations so far
 * @n_terms: what the rules so far are made of: terms, quantities, cells of relations
 * @label: where the words of the element at hand go
 * @words: aliases of the section, row or column at hand
 * @attributes: what the attributes of a rule said, kept until its end
 *
 * What the callbacks that read one form share: the form, and the elements that are open.
 */
typedef struct
{
  GjForm      *form;
  GjXmlReader *xml;
  guint        line;

  GHashTable  *sets;
  GHashTable  *families;
  GHashTable  *keys;
  guint        n_terms;

  GjLabel     *label;
  GPtrArray   *words;

  GjSection    section;
  GjTable     *table;
  guint        table_index;
  GArray      *columns;
  GArray      *rows;
  GjColumn     column;
  GjRow        row;
  GjVariant    variant;
  GjGrid      *grid;

  GjQuantity  *quantity;
  GjRelation   relation;
  GArray      *reasons;
  GjLabel      reason;
  GjPhrase     phrase;
  GjEquivalent equivalent;
  GjFormFigure figure;
  struct
  {
    const char *key;
    const char *left;
    const char *right;
    const char *right_form;
    const char *when;
    const char *table;
    const char *rows;
    const char *columns;
    const char *sum;
    const char *quantity;
    const char *other;
    const char *readings;
  } attributes;
} GjFormReading;

/* Failures and values. What returns a boolean has told the reader when it is FALSE. */

gboolean    _gj_form_fail             (GjFormReading      *reading,
                                       const char         *format,
                                       ...) G_GNUC_PRINTF (2, 3);
gboolean    _gj_form_fail_at          (GjFormReading      *reading,
                                       guint               line,
                                       const char         *format,
                                       ...) G_GNUC_PRINTF (3, 4);
gboolean    _gj_form_fail_known       (GjFormReading      *reading,
                                       const char         *id);
const char *_gj_form_get              (GjFormReading      *reading,
                                       const char         *name);
gboolean    _gj_form_get_id           (GjFormReading      *reading,
                                       const char         *name,
                                       const char        **out);
gboolean    _gj_form_get_number       (GjFormReading      *reading,
                                       const char         *name,
                                       gint64              least,
                                       gint64              most,
                                       gint64             *out);
gboolean    _gj_form_get_choice       (GjFormReading      *reading,
                                       const char         *name,
                                       const char *const  *choices,
                                       guint              *out);
gboolean    _gj_form_get_flag         (GjFormReading      *reading,
                                       const char         *name,
                                       gboolean           *out);
char **     _gj_form_split            (const char         *text);
const char *_gj_form_get_text         (GjFormReading      *reading);
const char *const *
_gj_form_take_words       (GjFormReading      *reading);

/* A text in both languages: from attributes, or from elements. */

extern const char *const  _gj_form_id_attributes[];
extern const char *const  _gj_form_label_attributes[];
extern const char *const  _gj_form_guidance_attributes[];
extern const GjXmlElement _gj_form_label_children[];

void        _gj_form_label_begin      (GjFormReading      *reading,
                                       GjLabel            *label);
void        _gj_form_label_end        (GjXmlReader        *xml,
                                       gpointer            data);
void        _gj_form_alias_end        (GjXmlReader        *xml,
                                       gpointer            data);

/* Elements, by the files that read them */

extern const GjXmlElement _gj_form_table_children[];
extern const char *const  _gj_form_grid_attributes[];
extern const GjXmlElement _gj_form_grid_children[];
extern const char *const  _gj_form_set_attributes[];
extern const char *const  _gj_form_quantity_attributes[];
extern const char *const  _gj_form_relation_attributes[];
extern const GjXmlElement _gj_form_relation_children[];
extern const char *const  _gj_form_phrase_attributes[];
extern const GjXmlElement _gj_form_phrase_children[];
extern const char *const  _gj_form_equivalent_attributes[];
extern const GjXmlElement _gj_form_equivalent_children[];
extern const char *const  _gj_form_money_attributes[];
extern const char *const  _gj_form_figure_attributes[];

void        _gj_form_table_start      (GjXmlReader        *xml,
                                       gpointer            data);
void        _gj_form_table_end        (GjXmlReader        *xml,
                                       gpointer            data);
void        _gj_form_grid_start       (GjXmlReader        *xml,
                                       gpointer            data);
void        _gj_form_grid_end         (GjXmlReader        *xml,
                                       gpointer            data);
void        _gj_form_set_start        (GjXmlReader        *xml,
                                       gpointer            data);
void        _gj_form_quantity_start   (GjXmlReader        *xml,
                                       gpointer            data);
void        _gj_form_quantity_end     (GjXmlReader        *xml,
                                       gpointer            data);
void        _gj_form_relation_start   (GjXmlReader        *xml,
                                       gpointer            data);
void        _gj_form_relation_end     (GjXmlReader        *xml,
                                       gpointer            data);
void        _gj_form_phrase_start     (GjXmlReader        *xml,
                                       gpointer            data);
void        _gj_form_phrase_end       (GjXmlReader        *xml,
                                       gpointer            data);
void        _gj_form_equivalent_start (GjXmlReader        *xml,
                                       gpointer            data);
void        _gj_form_equivalent_end   (GjXmlReader        *xml,
                                       gpointer            data);
void        _gj_form_money_start      (GjXmlReader        *xml,
                                       gpointer            data);
void        _gj_form_figure_start     (GjXmlReader        *xml,
                                       gpointer            data);
void        _gj_form_figure_end       (GjXmlReader        *xml,
                                       gpointer            data);
void        _gj_form_standard_end     (GjXmlReader        *xml,
                                       gpointer            data);
void        _gj_form_collect_boilerplate
                                      (GjForm             *self);

/* Rows, columns and quantities that references name */

gboolean    _gj_form_find_line        (GjFormReading      *reading,
                                       const GjTable      *table,
                                       gboolean            is_row,
                                       const char         *id,
                                       guint              *out);
const GjFormSet *
_gj_form_find_set         (GjFormReading      *reading,
                           guint               table,
                           const char         *name);
const GjFormSet *
_gj_form_list_lines       (GjFormReading      *reading,
                           guint               table,
                           gboolean            is_rows,
                           const char         *text);
const char *_gj_form_get_line_id      (GjFormReading      *reading,
                                       const GjFormSet    *set,
                                       guint               i);
gboolean    _gj_form_add_cell_quantities (GjFormReading   *reading);
gboolean    _gj_form_read_sum         (GjFormReading      *reading,
                                       guint               table,
                                       const char         *text,
                                       const char         *each,
                                       GjQuantity         *quantity);
const GjFormSet *
_gj_form_list_each        (GjFormReading      *reading,
                           const char         *reference);
const GjQuantity *
_gj_form_resolve          (GjFormReading      *reading,
                           const char         *reference,
                           const char         *each);

G_END_DECLS
