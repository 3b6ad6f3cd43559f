/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-docx-reader-private.h"

#include <stdlib.h>
#include <string.h>

#include "gj-docx-text.h"

/* What stands in a paragraph: runs, and what holds runs. */

static void
read_insertion (GjDocxReader  *self,
                GjDocxFlow    *flow,
                const xmlNode *node)
{
  gsize before = self->n_bytes;

  _gj_docx_read_runs (self, flow, node);
  if (self->n_bytes > before)
    _gj_docx_count (self, &self->insertions, NULL);
}

static void
read_deletion (GjDocxReader  *self,
               GjDocxFlow    *flow,
               const xmlNode *node)
{
  gsize before = self->n_deleted_bytes;

  self->n_in_deletion++;
  _gj_docx_read_runs (self, flow, node);
  self->n_in_deletion--;
  if (self->n_deleted_bytes > before && self->n_in_deletion == 0)
    _gj_docx_count (self, &self->deletions, NULL);
}

static void
read_simple_field (GjDocxReader  *self,
                   GjDocxFlow    *flow,
                   const xmlNode *node)
{
  guint n = self->fields->len;

  _gj_docx_open_simple_field (self, node);
  _gj_docx_read_runs (self, flow, node);
  _gj_docx_close_simple_field (self, n);
}

static void
read_text (GjDocxReader  *self,
           GjDocxFlow    *flow,
           const xmlNode *node,
           gboolean       is_hidden)
{
  g_autofree char *text = gj_docx_dup_run_text (node);

  _gj_docx_append (self, flow, text, is_hidden);
}

/* A character of a font of signs stays what it is. */
static void
read_symbol (GjDocxReader  *self,
             GjDocxFlow    *flow,
             const xmlNode *node,
             gboolean       is_hidden)
{
  const char *value = gj_docx_get_attribute (node, "char");
  char *end = NULL;
  guint64 c = value != NULL ? g_ascii_strtoull (value, &end, 16) : 0;
  char text[8] = { 0 };

  if (c < 0x20 || c > 0x10ffff || !g_unichar_validate ((gunichar) c) || *end != '\0')
    return;
  g_unichar_to_utf8 ((gunichar) c, text);
  _gj_docx_append (self, flow, text, is_hidden);
}

static void
read_footnote (GjDocxReader  *self,
               const xmlNode *node,
               const char    *kind,
               const char    *name)
{
  const char *id = gj_docx_get_attribute (node, "id");
  const char *part = self->package != NULL ? gj_docx_package_find_kind (self->package, kind) : NULL;
  g_autoptr (xmlDoc) doc = NULL;
  g_autofree char *text = NULL;

  if (self->n_in_deletion > 0 || id == NULL)
    return;

  /* Only the first is told. */
  if (self->footnotes.n == 0 && part != NULL)
    doc = gj_docx_package_read_xml (self->package, part, NULL);
  for (const xmlNode *note = doc != NULL ? xmlDocGetRootElement (doc)->children : NULL; note != NULL; note = note->next)
    if (note->type == XML_ELEMENT_NODE && strcmp ((const char *) note->name, name) == 0 &&
        g_strcmp0 (gj_docx_get_attribute (note, "id"), id) == 0)
      {
        text = gj_docx_dup_text (note);
        break;
      }
  _gj_docx_count (self, &self->footnotes, text);
}

/* How the word is spoken stands above it and is no part of the sentence. */
static void
read_ruby (GjDocxReader  *self,
           GjDocxFlow    *flow,
           const xmlNode *node)
{
  const xmlNode *guide = gj_docx_find_child (node, "rt");
  g_autofree char *text = guide != NULL ? gj_docx_dup_text (guide) : NULL;

  if (text != NULL && *text != '\0' && self->n_in_deletion == 0)
    _gj_docx_count (self, &self->rubies, text);
  _gj_docx_read_runs (self, flow, gj_docx_find_child (node, "rubyBase"));
}

/* Where a long title is broken by sense is no matter of its words. */
static gboolean
breaks_by_sense (GjDocxReader  *self,
                 const xmlNode *run)
{
  const char *style = gj_docx_get_value (gj_docx_find_child (run, "rPr"), "rStyle");
  GjDocxStyle named = { .breaks_by_sense = FALSE };

  if (style != NULL)
    gj_docx_styles_look_up (self->styles, style, &named);

  return named.breaks_by_sense;
}

static gboolean
is_hidden_run (GjDocxReader  *self,
               GjDocxFlow    *flow,
               const xmlNode *properties)
{
  const xmlNode *vanish = gj_docx_find_child (properties, "vanish");
  const char *style = gj_docx_get_value (properties, "rStyle");
  GjDocxStyle named = { .hidden = GJ_DOCX_UNSET };

  if (vanish != NULL)
    return gj_docx_is_on (vanish);
  if (style != NULL)
    gj_docx_styles_look_up (self->styles, style, &named);

  return named.hidden != GJ_DOCX_UNSET ? named.hidden : flow->style.hidden == TRUE;
}

static void
read_run (GjDocxReader  *self,
          GjDocxFlow    *flow,
          const xmlNode *parent,
          gboolean       is_hidden)
{
  for (const xmlNode *node = parent != NULL ? parent->children : NULL; node != NULL; node = node->next)
    switch (gj_docx_get_name (node))
      {
      case GJ_DOCX_T:
        read_text (self, flow, node, is_hidden);
        break;
      case GJ_DOCX_DEL_TEXT:
        self->n_in_deletion++;
        read_text (self, flow, node, is_hidden);
        self->n_in_deletion--;
        break;
      case GJ_DOCX_TAB:
      case GJ_DOCX_PTAB:
        _gj_docx_append (self, flow, "\t", is_hidden);
        break;
      case GJ_DOCX_BR:
      case GJ_DOCX_CR:
        if (!breaks_by_sense (self, parent))
          _gj_docx_append (self, flow, "\n", is_hidden);
        break;
      case GJ_DOCX_NO_BREAK_HYPHEN:
        _gj_docx_append (self, flow, "-", is_hidden);
        break;
      case GJ_DOCX_SYM:
        read_symbol (self, flow, node, is_hidden);
        break;
      case GJ_DOCX_FLD_CHAR:
        _gj_docx_read_field_mark (self, flow, node, is_hidden);
        break;
      case GJ_DOCX_INSTR_TEXT:
        _gj_docx_read_field_code (self, node);
        break;
      case GJ_DOCX_FOOTNOTE_REFERENCE:
        read_footnote (self, node, "footnotes", "footnote");
        break;
      case GJ_DOCX_ENDNOTE_REFERENCE:
        read_footnote (self, node, "endnotes", "endnote");
        break;
      case GJ_DOCX_DRAWING:
      case GJ_DOCX_PICT:
      case GJ_DOCX_OBJECT:
        _gj_docx_read_drawing (self, flow, node, is_hidden);
        break;
      case GJ_DOCX_RUBY:
        read_ruby (self, flow, node);
        break;
      case GJ_DOCX_ALTERNATE:
        read_run (self, flow, gj_docx_choose (node), is_hidden);
        break;
      case GJ_DOCX_OTHER:
      default:
        _gj_docx_read_mark (self, flow, node);
        break;
      }
}

/**
 * _gj_docx_read_runs:
 * @parent: (nullable): a paragraph, or what holds runs in it
 */
void
_gj_docx_read_runs (GjDocxReader  *self,
                    GjDocxFlow    *flow,
                    const xmlNode *parent)
{
  for (const xmlNode *node = parent != NULL ? parent->children : NULL; node != NULL; node = node->next)
    switch (gj_docx_get_name (node))
      {
      case GJ_DOCX_R:
        read_run (self, flow, node, is_hidden_run (self, flow, gj_docx_find_child (node, "rPr")));
        break;
      case GJ_DOCX_INS:
      case GJ_DOCX_MOVE_TO:
        read_insertion (self, flow, node);
        break;
      case GJ_DOCX_DEL:
      case GJ_DOCX_MOVE_FROM:
        read_deletion (self, flow, node);
        break;
      case GJ_DOCX_WRAPPER:
        _gj_docx_read_runs (self, flow, node);
        break;
      case GJ_DOCX_SDT:
        _gj_docx_read_control (self, flow, node, _gj_docx_read_runs);
        break;
      case GJ_DOCX_FLD_SIMPLE:
        read_simple_field (self, flow, node);
        break;
      case GJ_DOCX_ALTERNATE:
        _gj_docx_read_runs (self, flow, gj_docx_choose (node));
        break;
      case GJ_DOCX_MATH:
        _gj_docx_read_math (self, flow, node);
        break;
      case GJ_DOCX_OTHER:
      default:
        _gj_docx_read_mark (self, flow, node);
        break;
      }
}
