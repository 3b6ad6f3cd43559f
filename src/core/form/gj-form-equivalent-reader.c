/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-form-reader-private.h"

#include <glib/gi18n-lib.h>

/* Reads <equivalent> and <money>. The other form of an equivalent may not be loaded: its
 * ids are not looked up. */

static void
reason_start (GjXmlReader *xml,
              gpointer     data)
{
  GjFormReading *reading = data;

  _gj_form_label_begin (reading, &reading->equivalent.reason);
}

const char *const _gj_form_equivalent_attributes[] = {
  "form", "table", "rows", "quantity", "other", NULL,
};

const GjXmlElement _gj_form_equivalent_children[] = {
  { "reason", reason_start, _gj_form_label_end, GJ_XML_REQUIRED,
    _gj_form_label_attributes, _gj_form_label_children },
  { NULL },
};

static gboolean
add_equivalent (GjFormReading *reading,
                const char    *quantity,
                const char    *other,
                const char    *each)
{
  GjEquivalent equivalent = reading->equivalent;

  equivalent.quantity = _gj_form_resolve (reading, quantity, each);
  if (equivalent.quantity == NULL)
    return FALSE;

  if (other != NULL)
    {
      g_auto (GStrv) parts = g_strsplit (other, "*", 2);
      g_autofree char *id = g_strjoinv (each != NULL ? each : "*", parts);

      equivalent.other = _gj_form_intern (reading->form, id);
    }

  if (++reading->n_terms > GJ_FORM_MAX_TERMS)
    return _gj_form_fail (reading, _("the form has too many equivalents"));

  g_array_append_val (reading->form->equivalents, equivalent);
  return TRUE;
}

/* Adds the equivalent, for each row or column when there is a "*" in @quantity. */
static gboolean
add_each_equivalent (GjFormReading *reading,
                     const char    *quantity,
                     const char    *other)
{
  const GjFormSet *set = _gj_form_list_each (reading, quantity);

  if (set == NULL)
    return add_equivalent (reading, quantity, other, NULL);

  for (guint i = 0; i < set->n_indices; i++)
    if (!add_equivalent (reading, quantity, other, _gj_form_get_line_id (reading, set, i)))
      return FALSE;

  return set->n_indices > 0 ||
         _gj_form_fail (reading, _("the form has no quantity “%s”"), quantity);
}

/* Adds the equivalent for each row of a list, whose id stands for "{row}". */
static gboolean
add_row_equivalents (GjFormReading *reading)
{
  const char *table = reading->attributes.table;
  const char *other = reading->attributes.other;
  guint index = table != NULL ? gj_form_find_table (reading->form, table) : GJ_NONE;
  const GjFormSet *set;

  if (index == GJ_NONE)
    return _gj_form_fail (reading, _("the form has no table “%s”"), table != NULL ? table : "");

  set = _gj_form_list_lines (reading, index, TRUE, reading->attributes.rows);
  if (set == NULL)
    return FALSE;

  for (guint i = 0; i < set->n_indices; i++)
    {
      const char *row = _gj_form_get_line_id (reading, set, i);
      g_autofree char *own = _gj_form_fill_template (reading->attributes.quantity, "row", row);
      g_autofree char *theirs = other != NULL ? _gj_form_fill_template (other, "row", row) : NULL;

      if (!add_each_equivalent (reading, own, theirs))
        return FALSE;
    }

  return TRUE;
}

void
_gj_form_equivalent_start (GjXmlReader *xml,
                           gpointer     data)
{
  GjFormReading *reading = data;

  reading->line = gj_xml_reader_get_line (xml);
  reading->equivalent = (GjEquivalent) { 0 };
  reading->attributes.table = _gj_form_get (reading, "table");
  reading->attributes.rows = _gj_form_get (reading, "rows");
  reading->attributes.other = _gj_form_get (reading, "other");
  reading->attributes.quantity = _gj_form_intern (reading->form,
                                                  gj_xml_reader_need_attribute (xml, "quantity"));
  _gj_form_get_id (reading, "form", &reading->equivalent.form);
}

void
_gj_form_equivalent_end (GjXmlReader *xml,
                         gpointer     data)
{
  GjFormReading *reading = data;

  if (reading->attributes.rows != NULL)
    add_row_equivalents (reading);
  else
    add_each_equivalent (reading, reading->attributes.quantity, reading->attributes.other);

  reading->line = 0;
}

const char *const _gj_form_money_attributes[] = { "amount", "items", "least", "most", NULL };

static gboolean
find_cell (GjFormReading *reading,
           const char    *id,
           guint         *out)
{
  *out = id != NULL ? gj_form_find_cell (reading->form, id) : GJ_NONE;
  if (id != NULL && *out == GJ_NONE)
    return _gj_form_fail (reading, _("“%s” names no cell of the form"), id);

  return TRUE;
}

void
_gj_form_money_start (GjXmlReader *xml,
                      gpointer     data)
{
  GjFormReading *reading = data;
  GjMoneyRule rule = { 0 };

  gj_xml_reader_need_attribute (xml, "least");
  gj_xml_reader_need_attribute (xml, "most");

  if (!find_cell (reading, gj_xml_reader_need_attribute (xml, "amount"), &rule.amount) ||
      !find_cell (reading, gj_xml_reader_get_attribute (xml, "items"), &rule.items) ||
      !_gj_form_get_number (reading, "least", 0, G_MAXINT64, &rule.least) ||
      !_gj_form_get_number (reading, "most", rule.least, G_MAXINT64, &rule.most))
    return;

  g_array_append_val (reading->form->money_rules, rule);
}
