/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-form-reader-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Reads <relation>. A right side of another form is last year's, in a report of that form;
 * its id is not looked up here, for that form may not be loaded. A relation with "*" in a
 * side is made once for each row or column that the side goes over; {row} or {column} in
 * its words is that row's or column's name. */

static const char *const kinds[] = { "equal", "at-most", "zero-together", "zero-implies", NULL };
static const char *const severities[] = { "error", "warning", "hint", NULL };

static void
title_start (GjXmlReader *xml,
             gpointer     data)
{
  GjFormReading *reading = data;

  _gj_form_label_begin (reading, &reading->relation.title);
}

static void
subject_start (GjXmlReader *xml,
               gpointer     data)
{
  GjFormReading *reading = data;

  _gj_form_label_begin (reading, &reading->relation.subject);
}

static void
rule_start (GjXmlReader *xml,
            gpointer     data)
{
  GjFormReading *reading = data;

  _gj_form_label_begin (reading, &reading->relation.rule);
}

static void
reason_start (GjXmlReader *xml,
              gpointer     data)
{
  GjFormReading *reading = data;

  reading->reason = (GjLabel) { NULL };
  _gj_form_label_begin (reading, &reading->reason);
}

static void
reason_end (GjXmlReader *xml,
            gpointer     data)
{
  GjFormReading *reading = data;

  _gj_form_label_end (xml, reading);
  g_array_append_val (reading->reasons, reading->reason);
}

const char *const _gj_form_relation_attributes[] = {
  "check", "key", "kind", "severity", "mandatory", "remark", "left", "right", "right-form", "when",
  "source", NULL,
};

const GjXmlElement _gj_form_relation_children[] = {
  { "title", title_start, _gj_form_label_end, GJ_XML_REQUIRED,
    _gj_form_label_attributes, _gj_form_label_children },
  { "subject", subject_start, _gj_form_label_end, GJ_XML_REQUIRED,
    _gj_form_label_attributes, _gj_form_label_children },
  { "rule", rule_start, _gj_form_label_end, GJ_XML_REQUIRED,
    _gj_form_label_attributes, _gj_form_label_children },
  { "reason", reason_start, reason_end, GJ_XML_MANY,
    _gj_form_label_attributes, _gj_form_label_children },
  { NULL },
};

static void
add_cells (GjForm           *form,
           const GjQuantity *quantity,
           guint8           *seen,
           GArray           *cells)
{
  for (guint i = 0; quantity != NULL && i < quantity->n_terms; i++)
    {
      guint cell = quantity->terms[i].cell;

      if (quantity->terms[i].last_year || seen[cell])
        continue;
      seen[cell] = TRUE;
      g_array_append_val (cells, cell);
    }
}

static void
list_cells (GjForm     *form,
            GjRelation *relation)
{
  g_autofree guint8 *seen = g_new0 (guint8, form->cells->len + 1);
  GArray *cells = g_array_new (FALSE, FALSE, sizeof (guint));

  add_cells (form, relation->left, seen, cells);
  add_cells (form, relation->right, seen, cells);
  add_cells (form, relation->when, seen, cells);
  relation->cells = _gj_form_take_array (form, cells, &relation->n_cells);
}

static void
fill_label (GjForm        *form,
            GjLabel       *label,
            const char    *line,
            const GjLabel *name)
{
  g_autofree char *zh = _gj_form_fill_template (label->zh, line, name->zh);
  g_autofree char *en = _gj_form_fill_template (label->en, line, name->en);

  label->zh = _gj_form_intern (form, zh);
  label->en = _gj_form_intern (form, en);
}

static gboolean
has_last_year (const GjQuantity *quantity)
{
  for (guint i = 0; quantity != NULL && i < quantity->n_terms; i++)
    if (quantity->terms[i].last_year)
      return TRUE;

  return FALSE;
}

/* Of another form only the id is known; the side itself stays empty. */
static const GjQuantity *
resolve_last_form (GjFormReading *reading,
                   GjRelation    *relation,
                   const char    *each)
{
  g_auto (GStrv) parts = g_strsplit (reading->attributes.right, "*", 2);
  g_autofree char *id = g_strjoinv (each != NULL ? each : "*", parts);
  GjQuantity *empty = _gj_form_alloc (reading->form, sizeof (GjQuantity));

  empty->id = _gj_form_intern (reading->form, id);
  relation->last_form = reading->attributes.right_form;
  relation->last_quantity = empty->id;

  return empty;
}

static gboolean
resolve_sides (GjFormReading *reading,
               GjRelation    *relation,
               const char    *each)
{
  relation->left = _gj_form_resolve (reading, reading->attributes.left, each);
  if (relation->left == NULL)
    return FALSE;

  if (reading->attributes.right_form != NULL)
    relation->right = resolve_last_form (reading, relation, each);
  else
    relation->right = _gj_form_resolve (reading, reading->attributes.right, each);
  if (relation->right == NULL)
    return FALSE;

  if (reading->attributes.when != NULL)
    relation->when = _gj_form_resolve (reading, reading->attributes.when, each);

  relation->across_years = relation->last_form != NULL || has_last_year (relation->left) ||
                           has_last_year (relation->right) || has_last_year (relation->when);

  return reading->attributes.when == NULL || relation->when != NULL;
}

/* Adds the relation for the row or column @each, called @name, or the only one when @each
 * is %NULL. */
static gboolean
add_relation (GjFormReading *reading,
              const char    *each,
              const char    *mark,
              const GjLabel *name)
{
  GjForm *form = reading->form;
  GjRelation relation = reading->relation;
  const char *own_key = reading->attributes.key;
  g_autofree char *key = g_strjoin ("/", relation.check, own_key != NULL ? own_key : each,
                                    own_key != NULL ? each : NULL, NULL);

  relation.key = _gj_form_intern (form, key);
  if (!g_hash_table_add (reading->keys, (char *) relation.key))
    return _gj_form_fail_known (reading, key);
  if (!resolve_sides (reading, &relation, each))
    return FALSE;

  if (each != NULL)
    {
      fill_label (form, &relation.title, mark, name);
      fill_label (form, &relation.subject, mark, name);
      fill_label (form, &relation.rule, mark, name);
    }

  list_cells (form, &relation);
  if (relation.n_cells == 0)
    return _gj_form_fail (reading, _("the relation has no cells"));

  reading->n_terms += relation.n_cells;
  if (reading->n_terms > GJ_FORM_MAX_TERMS)
    return _gj_form_fail (reading, _("the form has too many relations"));

  g_array_append_val (form->relations, relation);
  return TRUE;
}

static gboolean
add_each_relation (GjFormReading   *reading,
                   const GjFormSet *set)
{
  const GjTable *table;

  if (set->n_indices == 0)
    return _gj_form_fail (reading, _("the relation has no cells"));

  table = gj_form_get_table (reading->form, set->table);
  for (guint i = 0; i < set->n_indices; i++)
    {
      guint index = set->indices[i];
      const GjLabel *name = set->is_rows ? &table->rows[index].name : &table->columns[index].name;

      if (!add_relation (reading, _gj_form_get_line_id (reading, set, i),
                         set->is_rows ? "row" : "column", name))
        return FALSE;
    }

  return TRUE;
}

/* All relations of a family share their reasons. */
static void
take_reasons (GjFormReading *reading)
{
  GArray *reasons = g_array_new (FALSE, FALSE, sizeof (GjLabel));

  g_array_append_vals (reasons, reading->reasons->data, reading->reasons->len);
  reading->relation.reasons = _gj_form_take_array (reading->form, reasons,
                                                   &reading->relation.n_reasons);
}

void
_gj_form_relation_start (GjXmlReader *xml,
                         gpointer     data)
{
  GjFormReading *reading = data;
  GjForm *form = reading->form;
  GjRelation *relation = &reading->relation;
  guint kind = 0;
  guint severity = 0;

  reading->line = gj_xml_reader_get_line (xml);
  *relation = (GjRelation) { 0 };
  relation->check = _gj_form_intern (form, gj_xml_reader_need_attribute (xml, "check"));
  relation->source = _gj_form_get (reading, "source");
  reading->attributes.key = _gj_form_get (reading, "key");
  reading->attributes.left = _gj_form_intern (form, gj_xml_reader_need_attribute (xml, "left"));
  reading->attributes.right = _gj_form_intern (form, gj_xml_reader_need_attribute (xml, "right"));
  reading->attributes.right_form = _gj_form_get (reading, "right-form");
  reading->attributes.when = _gj_form_get (reading, "when");
  g_array_set_size (reading->reasons, 0);
  gj_xml_reader_need_attribute (xml, "kind");
  gj_xml_reader_need_attribute (xml, "severity");

  if (!_gj_form_get_choice (reading, "kind", kinds, &kind) ||
      !_gj_form_get_choice (reading, "severity", severities, &severity) ||
      !_gj_form_get_flag (reading, "mandatory", &relation->mandatory) ||
      !_gj_form_get_flag (reading, "remark", &relation->remark))
    return;

  relation->kind = kind;
  relation->severity = severity;
}

/* A family says which rows or columns are meant; a plain row of cells has them all. */
void
_gj_form_relation_end (GjXmlReader *xml,
                       gpointer     data)
{
  GjFormReading *reading = data;
  const GjFormSet *set = _gj_form_list_each (reading, reading->attributes.left);

  take_reasons (reading);

  if (set == NULL && reading->attributes.right_form == NULL)
    set = _gj_form_list_each (reading, reading->attributes.right);

  if (set != NULL)
    add_each_relation (reading, set);
  else
    add_relation (reading, NULL, NULL, NULL);

  reading->line = 0;
}
