/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-form-reader-private.h"

#include <glib/gi18n-lib.h>

/* Reads <phrase>, <equivalent> and <money>. */

/* The words of an element, parted by blanks. */
static gboolean
read_words (GjFormReader       *reader,
            xmlNode            *node,
            const char *const **out)
{
  xmlChar *content = xmlNodeGetContent (node);
  g_auto (GStrv) parts = g_strsplit_set (content != NULL ? (const char *) content : "", " \t\r\n", -1);
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  xmlFree (content);
  if (xmlFirstElementChild (node) != NULL)
    return _gj_form_reader_fail (reader, node, _("“%s” holds more than text"),
                                 (const char *) node->name);

  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      g_ptr_array_add (words, (gpointer) _gj_form_intern (reader->form, parts[i]));

  *out = _gj_form_reader_take_list (reader, words);
  return TRUE;
}

static gboolean
read_subjects (GjFormReader *reader,
               xmlNode      *node,
               gpointer      data)
{
  GjPhrase *phrase = data;

  return read_words (reader, node, &phrase->subjects);
}

static gboolean
read_verbs (GjFormReader *reader,
            xmlNode      *node,
            gpointer      data)
{
  GjPhrase *phrase = data;

  return read_words (reader, node, &phrase->verbs);
}

static gboolean
read_measures (GjFormReader *reader,
               xmlNode      *node,
               gpointer      data)
{
  GjPhrase *phrase = data;

  return read_words (reader, node, &phrase->measures);
}

static gboolean
read_negations (GjFormReader *reader,
                xmlNode      *node,
                gpointer      data)
{
  GjPhrase *phrase = data;

  return read_words (reader, node, &phrase->negations);
}

static gboolean
read_exceptions (GjFormReader *reader,
                 xmlNode      *node,
                 gpointer      data)
{
  GjPhrase *phrase = data;

  return read_words (reader, node, &phrase->exceptions);
}

static gboolean
resolve_readings (GjFormReader *reader,
                  xmlNode      *node,
                  GjPhrase     *phrase)
{
  g_auto (GStrv) words = _gj_form_reader_get_words (reader, node, "readings");
  guint n_words = g_strv_length (words);
  const GjQuantity **readings = _gj_form_alloc (reader->form, n_words * sizeof (GjQuantity *));

  for (guint i = 0; i < n_words; i++)
    {
      readings[i] = _gj_form_reader_resolve (reader, node, words[i], NULL);
      if (readings[i] == NULL)
        return FALSE;
    }

  phrase->readings = readings;
  phrase->n_readings = n_words;
  return TRUE;
}

static gboolean
read_sections (GjFormReader *reader,
               xmlNode      *node,
               GjPhrase     *phrase)
{
  g_auto (GStrv) words = _gj_form_reader_get_words (reader, node, "sections");
  g_autoptr (GPtrArray) sections = g_ptr_array_new ();

  for (guint i = 0; words[i] != NULL; i++)
    {
      guint section = gj_form_find_section (reader->form, words[i]);

      if (section == GJ_NONE)
        return _gj_form_reader_fail (reader, node, _("the form has no section “%s”"), words[i]);
      g_ptr_array_add (sections, (gpointer) gj_form_get_section (reader->form, section)->id);
    }

  phrase->sections = _gj_form_reader_take_list (reader, sections);
  return TRUE;
}

gboolean
_gj_form_read_phrase (GjFormReader *reader,
                      xmlNode      *node,
                      gpointer      data)
{
  static const GjFormElement elements[] = {
    { "subjects", "", read_subjects },
    { "verbs", "", read_verbs },
    { "measures", "", read_measures },
    { "negations", "", read_negations },
    { "exceptions", "", read_exceptions },
    { NULL },
  };
  static const char *const none[] = { NULL };
  GjPhrase phrase = {
    .subjects = none, .verbs = none, .measures = none, .negations = none, .exceptions = none,
  };

  if (!_gj_form_reader_get_id (reader, node, "id", &phrase.id) ||
      !read_sections (reader, node, &phrase) ||
      !_gj_form_reader_walk (reader, node, elements, &phrase) ||
      !resolve_readings (reader, node, &phrase))
    return FALSE;

  for (guint i = 0; i < reader->form->phrases->len; i++)
    if (g_str_equal (gj_form_get_phrase (reader->form, i)->id, phrase.id))
      return _gj_form_reader_fail (reader, node, _("the id “%s” is there already"), phrase.id);

  phrase.check = _gj_form_reader_get (reader, node, "check");
  phrase.quantity = _gj_form_reader_resolve (reader, node,
                                             _gj_form_reader_get (reader, node, "quantity"), NULL);
  if (phrase.quantity == NULL)
    return FALSE;

  g_array_append_val (reader->form->phrases, phrase);
  return TRUE;
}

typedef struct
{
  GjEquivalent  equivalent;
  xmlNode      *node;
} EquivalentReading;

static gboolean
read_reason (GjFormReader *reader,
             xmlNode      *node,
             gpointer      data)
{
  EquivalentReading *reading = data;

  return _gj_form_reader_label (reader, node, &reading->equivalent.reason);
}

static const char *
get_each_id (const GjForm    *form,
             const GjFormSet *set,
             guint            i)
{
  const GjTable *table = gj_form_get_table (form, set->table);

  return set->is_rows ? table->rows[set->indices[i]].id : table->columns[set->indices[i]].id;
}

static gboolean
add_equivalent (GjFormReader            *reader,
                const EquivalentReading *reading,
                const char              *quantity,
                const char              *other,
                const char              *each)
{
  GjEquivalent equivalent = reading->equivalent;

  equivalent.quantity = _gj_form_reader_resolve (reader, reading->node, quantity, each);
  if (equivalent.quantity == NULL)
    return FALSE;

  if (other != NULL)
    {
      g_auto (GStrv) parts = g_strsplit (other, "*", 2);
      g_autofree char *id = g_strjoinv (each != NULL ? each : "*", parts);

      equivalent.other = _gj_form_intern (reader->form, id);
    }

  if (++reader->n_terms > GJ_FORM_MAX_TERMS)
    return _gj_form_reader_fail (reader, reading->node, _("the form has too many equivalents"));

  g_array_append_val (reader->form->equivalents, equivalent);
  return TRUE;
}

/* Adds the equivalent, for each row or column when there is a "*" in @quantity. */
static gboolean
add_each_equivalent (GjFormReader            *reader,
                     const EquivalentReading *reading,
                     const char              *quantity,
                     const char              *other)
{
  const GjFormSet *set = _gj_form_reader_list_each (reader, quantity);

  if (set == NULL)
    return add_equivalent (reader, reading, quantity, other, NULL);

  for (guint i = 0; i < set->n_indices; i++)
    if (!add_equivalent (reader, reading, quantity, other, get_each_id (reader->form, set, i)))
      return FALSE;

  return set->n_indices > 0 ||
         _gj_form_reader_fail (reader, reading->node, _("the form has no quantity “%s”"), quantity);
}

/* Adds the equivalent for each row of a list, whose id stands for "{row}". */
static gboolean
add_row_equivalents (GjFormReader            *reader,
                     const EquivalentReading *reading,
                     const char              *quantity,
                     const char              *other)
{
  const char *table = _gj_form_reader_get (reader, reading->node, "table");
  guint index = table != NULL ? gj_form_find_table (reader->form, table) : GJ_NONE;
  const GjFormSet *set;

  if (index == GJ_NONE)
    return _gj_form_reader_fail (reader, reading->node, _("the form has no table “%s”"),
                                 table != NULL ? table : "");

  set = _gj_form_read_lines (reader, reading->node, index, TRUE, "rows");
  if (set == NULL)
    return FALSE;

  for (guint i = 0; i < set->n_indices; i++)
    {
      const char *row = get_each_id (reader->form, set, i);
      g_autofree char *own = _gj_form_fill_template (quantity, "row", row);
      g_autofree char *theirs = other != NULL ? _gj_form_fill_template (other, "row", row) : NULL;

      if (!add_each_equivalent (reader, reading, own, theirs))
        return FALSE;
    }

  return TRUE;
}

/* A quantity of another form. The other form may not be loaded: its ids are not looked up. */
gboolean
_gj_form_read_equivalent (GjFormReader *reader,
                          xmlNode      *node,
                          gpointer      data)
{
  static const GjFormElement elements[] = {
    { "reason", "zh en", read_reason },
    { NULL },
  };
  EquivalentReading reading = { .node = node };
  const char *quantity = _gj_form_reader_get (reader, node, "quantity");
  const char *other = _gj_form_reader_get (reader, node, "other");

  if (!_gj_form_reader_get_id (reader, node, "form", &reading.equivalent.form) ||
      !_gj_form_reader_walk (reader, node, elements, &reading))
    return FALSE;
  if (reading.equivalent.reason.zh == NULL)
    return _gj_form_reader_fail (reader, node, _("an equivalent has a reason"));

  return _gj_form_reader_get (reader, node, "rows") != NULL
           ? add_row_equivalents (reader, &reading, quantity, other)
           : add_each_equivalent (reader, &reading, quantity, other);
}

static gboolean
find_cell (GjFormReader  *reader,
           const xmlNode *node,
           const char    *name,
           guint         *out)
{
  const char *id = _gj_form_reader_get (reader, node, name);

  *out = id != NULL ? gj_form_find_cell (reader->form, id) : GJ_NONE;
  if (id != NULL && *out == GJ_NONE)
    return _gj_form_reader_fail (reader, node, _("“%s” names no cell of the form"), id);

  return TRUE;
}

gboolean
_gj_form_read_money (GjFormReader *reader,
                     xmlNode      *node,
                     gpointer      data)
{
  GjMoneyRule rule = { 0 };

  if (!find_cell (reader, node, "amount", &rule.amount) ||
      !find_cell (reader, node, "items", &rule.items) ||
      !_gj_form_reader_get_number (reader, node, "least", 0, G_MAXINT64, &rule.least) ||
      !_gj_form_reader_get_number (reader, node, "most", rule.least, G_MAXINT64, &rule.most))
    return FALSE;

  g_array_append_val (reader->form->money_rules, rule);
  return TRUE;
}
