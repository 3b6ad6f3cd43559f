/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-docx-reader-private.h"

#include <string.h>

#include "gj-word-field.h"

/* Fields: of "code, result" the result is text and the code is not, and the result of a
 * page number belongs to the paper. A field may go on over paragraphs, but no code does:
 * one that is still open at a paragraph's end was broken, and what it hid is text. */

#define MAX_FIELDS 64
#define MAX_CODE 64

/* @form is the mark that a field of an old form began with, @result where in all text its
 * result began. */
typedef struct
{
  gboolean       in_result;
  gboolean       is_page;
  const xmlNode *form;
  gsize          result;
  char           code[MAX_CODE];
} Field;

GArray *
_gj_docx_new_fields (void)
{
  return g_array_new (FALSE, TRUE, sizeof (Field));
}

static Field *
get_field (GjDocxReader *self,
           guint         index)
{
  return &g_array_index (self->fields, Field, index);
}

static Field *
get_last (GjDocxReader *self)
{
  return self->fields->len > self->first_field ? get_field (self, self->fields->len - 1) : NULL;
}

gboolean
_gj_docx_is_in_field_code (GjDocxReader *self)
{
  for (guint i = self->first_field; i < self->fields->len; i++)
    if (!get_field (self, i)->in_result)
      return TRUE;

  return FALSE;
}

gboolean
_gj_docx_is_in_page_field (GjDocxReader *self)
{
  for (guint i = self->first_field; i < self->fields->len; i++)
    if (get_field (self, i)->is_page)
      return TRUE;

  return FALSE;
}

/* What was chosen in the field of an old form, which stores it with its code. */
static void
read_form (GjDocxReader  *self,
           GjDocxFlow    *flow,
           const xmlNode *data,
           gboolean       is_hidden)
{
  const xmlNode *list = gj_docx_find_child (data, "ddList");
  const xmlNode *box = gj_docx_find_child (data, "checkBox");
  const xmlNode *chosen = gj_docx_find_child (list, "result");
  const xmlNode *checked = gj_docx_find_child (box, "checked");
  int index;

  if (box != NULL)
    _gj_docx_append (self, flow,
                     gj_docx_is_on (checked != NULL ? checked : gj_docx_find_child (box, "default")) ? "☑" : "☐",
                     is_hidden);
  if (list == NULL)
    return;

  if (chosen == NULL)
    chosen = gj_docx_find_child (list, "default");
  index = chosen != NULL ? gj_docx_get_int (chosen, "val", 0) : 0;
  for (const xmlNode *entry = gj_docx_find_child (list, "listEntry"); entry != NULL; entry = entry->next)
    if (entry->type == XML_ELEMENT_NODE && strcmp ((const char *) entry->name, "listEntry") == 0 && index-- == 0)
      {
        const char *text = gj_docx_get_attribute (entry, "val");

        _gj_docx_append (self, flow, text != NULL ? text : "", is_hidden);
      }
}

static void
end_field (GjDocxReader *self,
           GjDocxFlow   *flow,
           gboolean      is_hidden)
{
  Field ended = *get_last (self);

  g_array_set_size (self->fields, self->fields->len - 1);
  if (ended.form != NULL && (!ended.in_result || ended.result == self->n_bytes))
    read_form (self, flow, ended.form, is_hidden);
  if (ended.form == NULL && !ended.in_result && gj_word_field_shows_more (ended.code) && !is_hidden &&
      self->n_in_deletion == 0 && self->n_in_prompt == 0 && !_gj_docx_is_in_field_code (self))
    {
      g_autofree char *code = g_utf8_make_valid (ended.code, -1);

      _gj_docx_note (self, GJ_RAW_NOTE_FIELD_LEFT_OUT, g_strstrip (code), flow->line);
    }
}

void
_gj_docx_read_field_mark (GjDocxReader  *self,
                          GjDocxFlow    *flow,
                          const xmlNode *node,
                          gboolean       is_hidden)
{
  const char *type = gj_docx_get_attribute (node, "fldCharType");
  Field *last = get_last (self);
  Field field = { .form = gj_docx_find_child (node, "ffData") };

  if (g_strcmp0 (type, "begin") == 0)
    {
      if (self->fields->len < MAX_FIELDS)
        g_array_append_val (self->fields, field);
      return;
    }
  if (last == NULL)
    return;

  if (g_strcmp0 (type, "separate") == 0)
    {
      last->in_result = TRUE;
      last->result = self->n_bytes;
      last->is_page = gj_word_field_is_page (last->code);
    }
  else if (g_strcmp0 (type, "end") == 0)
    {
      end_field (self, flow, is_hidden);
    }
  if (!_gj_docx_is_in_field_code (self))
    g_string_truncate (self->held, 0);
}

void
_gj_docx_read_field_code (GjDocxReader  *self,
                          const xmlNode *node)
{
  Field *last = get_last (self);
  const char *code = node->children != NULL ? (const char *) node->children->content : NULL;

  if (last != NULL && !last->in_result && code != NULL)
    g_strlcat (last->code, code, sizeof last->code);
}

void
_gj_docx_open_simple_field (GjDocxReader  *self,
                            const xmlNode *node)
{
  const char *code = gj_docx_get_attribute (node, "instr");
  Field field = { .in_result = TRUE, .is_page = code != NULL && gj_word_field_is_page (code) };

  g_array_append_val (self->fields, field);
}

/* @n is how many there were before it was opened. */
void
_gj_docx_close_simple_field (GjDocxReader *self,
                             guint         n)
{
  g_array_set_size (self->fields, MIN (n, self->fields->len));
}

/* At the end of a paragraph. */
void
_gj_docx_end_fields (GjDocxReader *self,
                     GjDocxFlow   *flow)
{
  for (guint i = self->fields->len; i > self->first_field; i--)
    if (!get_field (self, i - 1)->in_result || get_field (self, i - 1)->is_page)
      g_array_remove_index (self->fields, i - 1);

  if (self->held->len > 0)
    {
      g_autofree char *held = g_strdup (self->held->str);

      g_string_truncate (self->held, 0);
      _gj_docx_append (self, flow, held, FALSE);
    }
}
