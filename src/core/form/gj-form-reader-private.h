/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libxml/tree.h>

#include "gj-form-private.h"

G_BEGIN_DECLS

#define GJ_FORM_NAMESPACE "https://gouji.github.io/ns/form/1"

/* What a form can ask for is bounded, so that a hostile file ends in an error. */
#define GJ_FORM_MAX_BYTES (4 * 1024 * 1024)
#define GJ_FORM_MAX_ROWS 500
#define GJ_FORM_MAX_COLUMNS 200
#define GJ_FORM_MAX_LINES 1000
#define GJ_FORM_MAX_CELLS 20000
#define GJ_FORM_MAX_TERMS 500000

/**
 * GjFormReader:
 * @sets: named rows or columns of a table ("requests/outcomes"), as #GjFormSet
 * @families: the rows or columns over which a quantity was declared, by its id, as
 *            #GjFormSet
 * @keys: the keys of the relations so far
 * @n_terms: terms of all quantities so far
 *
 * What the functions that read one form share. The first error wins; nobody reads on
 * after it.
 */
typedef struct
{
  GjForm      *form;
  const char  *origin;
  GError     **error;
  GHashTable  *sets;
  GHashTable  *families;
  GHashTable  *keys;
  guint        n_terms;
} GjFormReader;

/**
 * GjFormSet:
 * @is_rows: whether @indices are rows; columns otherwise
 */
typedef struct
{
  guint        table;
  gboolean     is_rows;
  const guint *indices;
  guint        n_indices;
} GjFormSet;

typedef gboolean (*GjFormElementFunc) (GjFormReader *reader,
                                       xmlNode      *node,
                                       gpointer      data);

/**
 * GjFormElement:
 * @attributes: the attributes that the element may have, "!" after one that it must have
 */
typedef struct
{
  const char        *name;
  const char        *attributes;
  GjFormElementFunc  read;
} GjFormElement;

gboolean    _gj_form_reader_fail       (GjFormReader        *reader,
                                        const xmlNode       *node,
                                        const char          *format,
                                        ...) G_GNUC_PRINTF (3, 4);
gboolean    _gj_form_reader_walk       (GjFormReader        *reader,
                                        xmlNode             *parent,
                                        const GjFormElement *elements,
                                        gpointer             data);
const char *_gj_form_reader_get        (GjFormReader        *reader,
                                        const xmlNode       *node,
                                        const char          *name);
gboolean    _gj_form_reader_get_id     (GjFormReader        *reader,
                                        const xmlNode       *node,
                                        const char          *name,
                                        const char         **out);
gboolean    _gj_form_reader_get_number (GjFormReader        *reader,
                                        const xmlNode       *node,
                                        const char          *name,
                                        gint64               least,
                                        gint64               most,
                                        gint64              *out);
gboolean    _gj_form_reader_get_choice (GjFormReader        *reader,
                                        const xmlNode       *node,
                                        const char          *name,
                                        const char *const   *choices,
                                        guint               *out);
gboolean    _gj_form_reader_get_flag   (GjFormReader        *reader,
                                        const xmlNode       *node,
                                        const char          *name,
                                        gboolean            *out);
char **     _gj_form_reader_get_words  (GjFormReader        *reader,
                                        const xmlNode       *node,
                                        const char          *name);
gboolean    _gj_form_reader_text       (GjFormReader        *reader,
                                        xmlNode             *node,
                                        gpointer             data);
gboolean    _gj_form_reader_text_list  (GjFormReader        *reader,
                                        xmlNode             *node,
                                        gpointer             data);
gboolean    _gj_form_reader_label      (GjFormReader        *reader,
                                        xmlNode             *node,
                                        gpointer             data);
const char *const *
_gj_form_reader_take_list  (GjFormReader        *reader,
                            GPtrArray           *list);

gboolean    _gj_form_read_table        (GjFormReader        *reader,
                                        xmlNode             *node,
                                        gpointer             data);
gboolean    _gj_form_read_grid         (GjFormReader        *reader,
                                        xmlNode             *node,
                                        gpointer             data);
gboolean    _gj_form_read_set          (GjFormReader        *reader,
                                        xmlNode             *node,
                                        gpointer             data);
const GjFormSet *
_gj_form_read_lines        (GjFormReader        *reader,
                            const xmlNode       *node,
                            guint                table,
                            gboolean             is_rows,
                            const char          *attribute);
const GjFormSet *
_gj_form_reader_find_set   (GjFormReader        *reader,
                            guint                table,
                            const char          *name);
gboolean    _gj_form_read_sum          (GjFormReader        *reader,
                                        const xmlNode       *node,
                                        guint                table,
                                        const char          *text,
                                        const char          *each,
                                        GjQuantity          *quantity);
const GjFormSet *
_gj_form_reader_list_each  (GjFormReader        *reader,
                            const char          *reference);
const GjQuantity *
_gj_form_reader_resolve    (GjFormReader        *reader,
                            const xmlNode       *node,
                            const char          *reference,
                            const char          *each);
gboolean    _gj_form_add_cell_quantities (GjFormReader      *reader,
                                          const xmlNode     *node);
gboolean    _gj_form_read_quantity     (GjFormReader        *reader,
                                        xmlNode             *node,
                                        gpointer             data);
gboolean    _gj_form_read_relation     (GjFormReader        *reader,
                                        xmlNode             *node,
                                        gpointer             data);
gboolean    _gj_form_read_phrase       (GjFormReader        *reader,
                                        xmlNode             *node,
                                        gpointer             data);
gboolean    _gj_form_read_equivalent   (GjFormReader        *reader,
                                        xmlNode             *node,
                                        gpointer             data);
gboolean    _gj_form_read_money        (GjFormReader        *reader,
                                        xmlNode             *node,
                                        gpointer             data);

G_END_DECLS
