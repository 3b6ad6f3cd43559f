/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-form-reader-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Reads <relation>. One with "*" in a side is made once for each row or column that the
 * side goes over; {row} or {column} in its words is that row's or column's name. */

static const char *const kinds[] = { "equal", "at-most", "zero-together", "zero-implies", NULL };
static const char *const severities[] = { "error", "warning", "hint", NULL };

typedef struct
{
  GjRelation  relation;
  xmlNode    *node;
  const char *key;
  const char *left;
  const char *right;
  const char *when;
} RelationReading;

static gboolean
read_title (GjFormReader *reader,
            xmlNode      *node,
            gpointer      data)
{
  RelationReading *reading = data;

  return _gj_form_reader_label (reader, node, &reading->relation.title);
}

static gboolean
read_subject (GjFormReader *reader,
              xmlNode      *node,
              gpointer      data)
{
  RelationReading *reading = data;

  return _gj_form_reader_label (reader, node, &reading->relation.subject);
}

static gboolean
read_rule (GjFormReader *reader,
           xmlNode      *node,
           gpointer      data)
{
  RelationReading *reading = data;

  return _gj_form_reader_label (reader, node, &reading->relation.rule);
}

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

/* Adds the relation for the row or column @each, or the only one when @each is %NULL. */
static gboolean
add_relation (GjFormReader          *reader,
              const RelationReading *reading,
              const char            *each,
              const char            *line,
              const GjLabel         *name)
{
  GjForm *form = reader->form;
  GjRelation relation = reading->relation;
  g_autofree char *key = g_strjoin ("/", relation.check,
                                    reading->key != NULL ? reading->key : each,
                                    reading->key != NULL ? each : NULL, NULL);

  relation.key = _gj_form_intern (form, key);
  if (!g_hash_table_add (reader->keys, (char *) relation.key))
    return _gj_form_reader_fail (reader, reading->node, _("the id “%s” is there already"), key);

  relation.left = _gj_form_reader_resolve (reader, reading->node, reading->left, each);
  if (relation.left == NULL)
    return FALSE;
  relation.right = _gj_form_reader_resolve (reader, reading->node, reading->right, each);
  if (relation.right == NULL)
    return FALSE;
  if (reading->when != NULL)
    {
      relation.when = _gj_form_reader_resolve (reader, reading->node, reading->when, each);
      if (relation.when == NULL)
        return FALSE;
    }

  if (each != NULL)
    {
      fill_label (form, &relation.title, line, name);
      fill_label (form, &relation.subject, line, name);
      fill_label (form, &relation.rule, line, name);
    }

  list_cells (form, &relation);
  if (relation.n_cells == 0)
    return _gj_form_reader_fail (reader, reading->node, _("the relation has no cells"));

  reader->n_terms += relation.n_cells;
  if (reader->n_terms > GJ_FORM_MAX_TERMS)
    return _gj_form_reader_fail (reader, reading->node, _("the form has too many relations"));

  g_array_append_val (form->relations, relation);
  return TRUE;
}

static gboolean
add_each_relation (GjFormReader          *reader,
                   const RelationReading *reading,
                   const GjFormSet       *set)
{
  const GjTable *table;

  if (set->n_indices == 0)
    return _gj_form_reader_fail (reader, reading->node, _("the relation has no cells"));

  table = gj_form_get_table (reader->form, set->table);
  for (guint i = 0; i < set->n_indices; i++)
    {
      guint index = set->indices[i];
      gboolean good = set->is_rows
        ? add_relation (reader, reading, table->rows[index].id, "row", &table->rows[index].name)
        : add_relation (reader, reading, table->columns[index].id, "column",
                        &table->columns[index].name);

      if (!good)
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_attributes (GjFormReader    *reader,
                 xmlNode         *node,
                 RelationReading *reading)
{
  guint kind = 0;
  guint severity = 0;

  if (!_gj_form_reader_get_choice (reader, node, "kind", kinds, &kind) ||
      !_gj_form_reader_get_choice (reader, node, "severity", severities, &severity) ||
      !_gj_form_reader_get_flag (reader, node, "mandatory", &reading->relation.mandatory) ||
      !_gj_form_reader_get_flag (reader, node, "remark", &reading->relation.remark))
    return FALSE;

  reading->relation.kind = kind;
  reading->relation.severity = severity;
  reading->relation.check = _gj_form_reader_get (reader, node, "check");
  reading->relation.source = _gj_form_reader_get (reader, node, "source");
  reading->node = node;
  reading->key = _gj_form_reader_get (reader, node, "key");
  reading->left = _gj_form_reader_get (reader, node, "left");
  reading->right = _gj_form_reader_get (reader, node, "right");
  reading->when = _gj_form_reader_get (reader, node, "when");
  return TRUE;
}

gboolean
_gj_form_read_relation (GjFormReader *reader,
                        xmlNode      *node,
                        gpointer      data)
{
  static const GjFormElement elements[] = {
    { "title", "zh en", read_title },
    { "subject", "zh en", read_subject },
    { "rule", "zh en", read_rule },
    { NULL },
  };
  RelationReading reading = { 0 };
  const GjFormSet *set;

  if (!read_attributes (reader, node, &reading) ||
      !_gj_form_reader_walk (reader, node, elements, &reading))
    return FALSE;

  if (reading.relation.title.zh == NULL || reading.relation.subject.zh == NULL ||
      reading.relation.rule.zh == NULL)
    return _gj_form_reader_fail (reader, node, _("a relation has a title, a subject and a rule"));

  /* A family says which rows or columns are meant; a plain row of cells has them all. */
  set = _gj_form_reader_list_each (reader, reading.left);
  if (set == NULL)
    set = _gj_form_reader_list_each (reader, reading.right);

  if (set == NULL)
    return add_relation (reader, &reading, NULL, NULL, NULL);

  return add_each_relation (reader, &reading, set);
}
