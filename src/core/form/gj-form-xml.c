/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-form-reader-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

gboolean
_gj_form_reader_fail (GjFormReader  *reader,
                      const xmlNode *node,
                      const char    *format,
                      ...)
{
  g_autofree char *reason = NULL;
  va_list arguments;

  va_start (arguments, format);
  reason = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  g_set_error (reader->error, GJ_FORM_ERROR, GJ_FORM_ERROR_INVALID,
               _("%s, line %ld: %s"), reader->origin, xmlGetLineNo ((xmlNode *) node), reason);
  return FALSE;
}

static gboolean
is_blank_text (const xmlNode *node)
{
  return node->content == NULL ||
         strspn ((const char *) node->content, " \t\r\n") == strlen ((const char *) node->content);
}

/* Whether @name is one of the blank-separated @words; "!" after a word is not part of it. */
static gboolean
has_word (const char *words,
          const char *name)
{
  gsize length = strlen (name);

  for (const char *word = words; *word != '\0';)
    {
      gsize end = strcspn (word, " ");
      gsize size = end - (end > 0 && word[end - 1] == '!');

      if (size == length && strncmp (word, name, length) == 0)
        return TRUE;

      word += end + strspn (word + end, " ");
    }

  return FALSE;
}

static gboolean
check_attributes (GjFormReader *reader,
                  xmlNode      *node,
                  const char   *attributes)
{
  for (const xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next)
    if (attribute->ns != NULL || !has_word (attributes, (const char *) attribute->name))
      return _gj_form_reader_fail (reader, node, _("“%s” has no attribute “%s”"),
                                   (const char *) node->name, (const char *) attribute->name);

  for (const char *word = attributes; *word != '\0';)
    {
      gsize end = strcspn (word, " ");

      if (end > 0 && word[end - 1] == '!')
        {
          g_autofree char *name = g_strndup (word, end - 1);

          if (xmlHasProp (node, (const xmlChar *) name) == NULL)
            return _gj_form_reader_fail (reader, node, _("“%s” lacks the attribute “%s”"),
                                         (const char *) node->name, name);
        }

      word += end + strspn (word + end, " ");
    }

  return TRUE;
}

static gboolean
read_element (GjFormReader        *reader,
              xmlNode             *node,
              const GjFormElement *elements,
              gpointer             data)
{
  if (node->ns == NULL || g_strcmp0 ((const char *) node->ns->href, GJ_FORM_NAMESPACE) != 0)
    return _gj_form_reader_fail (reader, node, _("“%s” does not belong to a form"),
                                 (const char *) node->name);

  for (const GjFormElement *element = elements; element->name != NULL; element++)
    if (g_str_equal (element->name, (const char *) node->name))
      return check_attributes (reader, node, element->attributes) &&
             element->read (reader, node, data);

  return _gj_form_reader_fail (reader, node, _("“%s” has no place here"),
                               (const char *) node->name);
}

/* Reads the children of @parent by a table of the elements that may stand there. */
gboolean
_gj_form_reader_walk (GjFormReader        *reader,
                      xmlNode             *parent,
                      const GjFormElement *elements,
                      gpointer             data)
{
  for (xmlNode *node = parent->children; node != NULL; node = node->next)
    {
      if (node->type == XML_ELEMENT_NODE)
        {
          if (!read_element (reader, node, elements, data))
            return FALSE;
        }
      else if (node->type != XML_COMMENT_NODE && !is_blank_text (node))
        {
          return _gj_form_reader_fail (reader, node, _("“%s” holds text where none belongs"),
                                       (const char *) parent->name);
        }
    }

  return TRUE;
}

const char *
_gj_form_reader_get (GjFormReader  *reader,
                     const xmlNode *node,
                     const char    *name)
{
  xmlChar *value = xmlGetNoNsProp ((xmlNode *) node, (const xmlChar *) name);
  const char *kept = _gj_form_intern (reader->form, (const char *) value);

  xmlFree (value);
  return kept;
}

/* An id is made of small letters, digits and hyphens. */
gboolean
_gj_form_reader_get_id (GjFormReader   *reader,
                        const xmlNode  *node,
                        const char     *name,
                        const char    **out)
{
  const char *id = _gj_form_reader_get (reader, node, name);

  if (id == NULL || *id == '\0' || strlen (id) > 64 ||
      strspn (id, "abcdefghijklmnopqrstuvwxyz0123456789-") != strlen (id))
    return _gj_form_reader_fail (reader, node, _("“%s” is no id for “%s”"),
                                 id != NULL ? id : "", name);

  *out = id;
  return TRUE;
}

/* Leaves @out as it is when the attribute is missing. */
gboolean
_gj_form_reader_get_number (GjFormReader  *reader,
                            const xmlNode *node,
                            const char    *name,
                            gint64         least,
                            gint64         most,
                            gint64        *out)
{
  const char *text = _gj_form_reader_get (reader, node, name);

  if (text == NULL || g_ascii_string_to_signed (text, 10, least, most, out, NULL))
    return TRUE;

  return _gj_form_reader_fail (reader, node,
                               _("“%s” must be a number from %lld to %lld, not “%s”"),
                               name, (long long) least, (long long) most, text);
}

/* Leaves @out as it is when the attribute is missing. */
gboolean
_gj_form_reader_get_choice (GjFormReader      *reader,
                            const xmlNode     *node,
                            const char        *name,
                            const char *const *choices,
                            guint             *out)
{
  const char *text = _gj_form_reader_get (reader, node, name);

  if (text == NULL)
    return TRUE;

  for (guint i = 0; choices[i] != NULL; i++)
    if (g_str_equal (choices[i], text))
      {
        *out = i;
        return TRUE;
      }

  return _gj_form_reader_fail (reader, node, _("“%s” cannot be “%s”"), name, text);
}

gboolean
_gj_form_reader_get_flag (GjFormReader  *reader,
                          const xmlNode *node,
                          const char    *name,
                          gboolean      *out)
{
  static const char *const choices[] = { "no", "yes", NULL };
  guint choice = *out ? 1 : 0;

  if (!_gj_form_reader_get_choice (reader, node, name, choices, &choice))
    return FALSE;

  *out = choice == 1;
  return TRUE;
}

/* Returns: (transfer full): the blank-separated words of an attribute, none when it is missing */
char **
_gj_form_reader_get_words (GjFormReader  *reader,
                           const xmlNode *node,
                           const char    *name)
{
  const char *text = _gj_form_reader_get (reader, node, name);
  g_auto (GStrv) parts = g_strsplit_set (text != NULL ? text : "", " \t\r\n", -1);
  GPtrArray *words = g_ptr_array_new ();

  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      g_ptr_array_add (words, g_strdup (parts[i]));

  g_ptr_array_add (words, NULL);
  return (char **) g_ptr_array_free (words, FALSE);
}

static gboolean
is_chinese (gunichar c)
{
  return c >= 0x2e80;
}

static void
append_line (GString    *joined,
             const char *line)
{
  if (joined->len > 0)
    {
      const char *last = g_utf8_prev_char (joined->str + joined->len);

      if (!is_chinese (g_utf8_get_char (last)) && !is_chinese (g_utf8_get_char (line)))
        g_string_append_c (joined, ' ');
    }

  g_string_append (joined, line);
}

/* A line break in the source is a blank between Latin words and nothing between Chinese. */
static char *
join_lines (const char *text)
{
  GString *joined = g_string_new (NULL);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *line = g_strstrip (lines[i]);

      if (*line != '\0')
        append_line (joined, line);
    }

  return g_string_free (joined, FALSE);
}

/* Reads the text of an element without children into the const char * at @data. */
gboolean
_gj_form_reader_text (GjFormReader *reader,
                      xmlNode      *node,
                      gpointer      data)
{
  const char **out = data;
  g_autofree char *joined = NULL;
  xmlChar *content;

  for (xmlNode *child = node->children; child != NULL; child = child->next)
    if (child->type != XML_TEXT_NODE && child->type != XML_COMMENT_NODE)
      return _gj_form_reader_fail (reader, child, _("“%s” holds more than text"),
                                   (const char *) node->name);

  content = xmlNodeGetContent (node);
  joined = join_lines (content != NULL ? (const char *) content : "");
  xmlFree (content);

  if (*joined == '\0')
    return _gj_form_reader_fail (reader, node, _("“%s” is empty"), (const char *) node->name);

  *out = _gj_form_intern (reader->form, joined);
  return TRUE;
}

/* Adds the text of an element to the #GPtrArray at @data. */
gboolean
_gj_form_reader_text_list (GjFormReader *reader,
                           xmlNode      *node,
                           gpointer      data)
{
  const char *text;

  if (!_gj_form_reader_text (reader, node, &text))
    return FALSE;

  g_ptr_array_add (data, (gpointer) text);
  return TRUE;
}

static gboolean
read_zh (GjFormReader *reader,
         xmlNode      *node,
         gpointer      data)
{
  GjLabel *label = data;

  return _gj_form_reader_text (reader, node, &label->zh);
}

static gboolean
read_en (GjFormReader *reader,
         xmlNode      *node,
         gpointer      data)
{
  GjLabel *label = data;

  return _gj_form_reader_text (reader, node, &label->en);
}

/* Reads a text in both languages, from attributes or from elements, into the #GjLabel
 * at @data. */
gboolean
_gj_form_reader_label (GjFormReader *reader,
                       xmlNode      *node,
                       gpointer      data)
{
  static const GjFormElement elements[] = {
    { "zh", "", read_zh },
    { "en", "", read_en },
    { NULL },
  };
  GjLabel *label = data;

  label->zh = _gj_form_reader_get (reader, node, "zh");
  label->en = _gj_form_reader_get (reader, node, "en");

  if (!_gj_form_reader_walk (reader, node, elements, label))
    return FALSE;

  if (label->zh == NULL || *label->zh == '\0' || label->en == NULL || *label->en == '\0')
    return _gj_form_reader_fail (reader, node, _("“%s” must be given in Chinese and in English"),
                                 (const char *) node->name);

  return TRUE;
}

/* Returns: (transfer none): the strings of @list as a vector that lives with the form */
const char *const *
_gj_form_reader_take_list (GjFormReader *reader,
                           GPtrArray    *list)
{
  const char **vector = _gj_form_alloc (reader->form, (list->len + 1) * sizeof (char *));

  for (guint i = 0; i < list->len; i++)
    vector[i] = g_ptr_array_index (list, i);

  return vector;
}
