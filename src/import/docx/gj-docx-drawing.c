/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-docx-reader-private.h"

#include <string.h>

#include "gj-docx-text.h"

/* Pictures, boxes of text, charts and objects of other programs, in the old and the new
 * language of drawings. A picture in a sentence stands before it or after it, so that the
 * sentence stays whole. @is_told says that there is a note already of what the pictures
 * show. */

typedef struct
{
  GjDocxReader *reader;
  GjDocxFlow   *flow;
  const char   *words;
  gboolean      is_told;
} Walk;

static gboolean
begins_with (GBytes     *bytes,
             const char *signature,
             gsize       length)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return size >= length && memcmp (data, signature, length) == 0;
}

static gboolean
is_kept (GBytes *bytes)
{
  return begins_with (bytes, "\x89PNG\r\n\x1a\n", 8) || begins_with (bytes, "\xff\xd8\xff", 3);
}

/* "EMF" for "media/image1.emf". What is linked lies elsewhere. */
static char *
dup_kind (const GjDocxRelation *relation)
{
  const char *part = relation != NULL ? relation->target : NULL;
  const char *dot = part != NULL ? strrchr (part, '.') : NULL;

  if (relation != NULL && part == NULL)
    return g_strdup ("URL");

  return dot != NULL && strlen (dot) <= 6 ? g_ascii_strup (dot + 1, -1) : g_strdup ("?");
}

/* Read once, however often it is shown; %NULL is remembered too. */
static GBytes *
load_picture (GjDocxReader *self,
              const char   *part)
{
  gpointer known = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (g_hash_table_lookup_extended (self->pictures, part, NULL, &known))
    return known;
  if (self->package != NULL && self->n_pictures++ < GJ_DOCX_MAX_PICTURES)
    bytes = gj_docx_package_read (self->package, part, NULL);
  if (bytes != NULL && !is_kept (bytes))
    g_clear_pointer (&bytes, g_bytes_unref);
  g_hash_table_insert (self->pictures, g_strdup (part), bytes != NULL ? g_bytes_ref (bytes) : NULL);

  return g_hash_table_lookup (self->pictures, part);
}

static void
add_picture (Walk       *walk,
             const char *id)
{
  GjDocxReader *self = walk->reader;
  GjDocxFlow *flow = walk->flow;
  const GjDocxRelation *relation = self->package != NULL ? gj_docx_package_find (self->package, id) : NULL;
  const char *part = relation != NULL ? relation->target : NULL;
  GBytes *bytes = part != NULL ? load_picture (self, part) : NULL;

  if (bytes == NULL && !walk->is_told)
    {
      g_autofree char *kind = dup_kind (relation);

      _gj_docx_note (self, GJ_RAW_NOTE_PICTURE_LEFT_OUT, kind, flow->line);
    }
  g_ptr_array_add (flow->text->len > 0 ? flow->after : flow->before,
                   gj_raw_block_new_picture (bytes, walk->words, flow->line));
}

/* What is drawn by a program and not by a person: its words are told, for they may matter. */
static void
add_chart (Walk       *walk,
           const char *id)
{
  GjDocxReader *self = walk->reader;
  const GjDocxRelation *relation = self->package != NULL ? gj_docx_package_find (self->package, id) : NULL;
  const char *part = relation != NULL ? relation->target : NULL;
  g_autoptr (xmlDoc) doc = NULL;
  g_autofree char *words = NULL;

  if (part != NULL && self->n_pictures++ < GJ_DOCX_MAX_PICTURES)
    doc = gj_docx_package_read_xml (self->package, part, NULL);
  if (doc != NULL)
    words = gj_docx_dup_drawn_text (xmlDocGetRootElement (doc));
  _gj_docx_note (self, GJ_RAW_NOTE_CHART_LEFT_OUT, words != NULL && *words != '\0' ? words : walk->words,
                 walk->flow->line);
  walk->is_told = TRUE;
  add_picture (walk, NULL);
}

static void
note_drawn_text (Walk          *walk,
                 const xmlNode *node)
{
  g_autofree char *words = gj_docx_dup_drawn_text (node);

  if (*words != '\0')
    _gj_docx_note (walk->reader, GJ_RAW_NOTE_CHART_LEFT_OUT, words, walk->flow->line);
}

/* Letters drawn along a line: often the title. */
static void
add_drawn_line (Walk          *walk,
                const xmlNode *node)
{
  const char *text = gj_docx_get_attribute (node, "string");

  if (text == NULL || *text == '\0')
    return;
  _gj_docx_note (walk->reader, GJ_RAW_NOTE_TEXT_BOX, text, walk->flow->line);
  _gj_docx_count_bytes (walk->reader, strlen (text));
  g_ptr_array_add (walk->flow->after, gj_raw_block_new_paragraph (text, -1, walk->flow->line));
}

/* Objects of other programs. Their picture stays where it can be kept. */

/* "Excel" for "Excel.Sheet.12". */
static char *
dup_program (const xmlNode *node)
{
  const char *names[] = { "ProgID", "progId", "name" };
  const char *id = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names) && id == NULL; i++)
    id = gj_docx_get_attribute (node, names[i]);

  return id != NULL && *id != '\0' ? g_strndup (id, strcspn (id, ".")) : g_strdup ("?");
}

static void
note_object (Walk          *walk,
             const xmlNode *object)
{
  for (const xmlNode *node = object->children; node != NULL; node = node->next)
    {
      GjDocxName name = gj_docx_get_name (node);

      if (name == GJ_DOCX_OLE_OBJECT || name == GJ_DOCX_OBJECT_EMBED || name == GJ_DOCX_CONTROL)
        {
          g_autofree char *program = dup_program (node);

          _gj_docx_note (walk->reader, GJ_RAW_NOTE_OBJECT_LEFT_OUT, program, walk->flow->line);
          walk->is_told = TRUE;
          return;
        }
    }
}

static const char *
find_first_text (GPtrArray *blocks)
{
  for (guint i = 0; i < blocks->len; i++)
    if (((const GjRawBlock *) blocks->pdata[i])->kind == GJ_RAW_PARAGRAPH)
      return ((const GjRawBlock *) blocks->pdata[i])->text;

  return NULL;
}

static void
add_box (Walk          *walk,
         const xmlNode *node)
{
  guint line = walk->flow->line;
  g_autoptr (GPtrArray) blocks = _gj_docx_read_flow (walk->reader, node);

  if (blocks->len == 0)
    return;
  _gj_docx_note (walk->reader, GJ_RAW_NOTE_TEXT_BOX, find_first_text (blocks), line);
  gj_raw_blocks_move (walk->flow->after, blocks);
}

static void
take_words (Walk          *walk,
            const xmlNode *node)
{
  static const char *const names[] = { "descr", "title", "alt" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *words = gj_docx_get_attribute (node, names[i]);

      if (words != NULL && *words != '\0')
        {
          walk->words = words;
          return;
        }
    }
}

static void
walk_drawing (Walk          *walk,
              const xmlNode *parent)
{
  for (const xmlNode *node = parent != NULL ? parent->children : NULL; node != NULL; node = node->next)
    switch (gj_docx_get_name (node))
      {
      case GJ_DOCX_ALTERNATE:
        walk_drawing (walk, gj_docx_choose (node));
        break;
      case GJ_DOCX_TXBX_CONTENT:
        add_box (walk, node);
        break;
      case GJ_DOCX_BLIP:
        add_picture (walk, gj_docx_get_relation (node, "embed") != NULL ? gj_docx_get_relation (node, "embed")
                                                                        : gj_docx_get_relation (node, "link"));
        break;
      case GJ_DOCX_IMAGE_DATA:
        add_picture (walk, gj_docx_get_relation (node, "id"));
        break;
      case GJ_DOCX_CHART:
        add_chart (walk, gj_docx_get_relation (node, "id"));
        break;
      case GJ_DOCX_DIAGRAM:
        add_chart (walk, gj_docx_get_relation (node, "dm"));
        break;
      case GJ_DOCX_DRAWING_TEXT:
        note_drawn_text (walk, node);
        break;
      case GJ_DOCX_TEXT_PATH:
        add_drawn_line (walk, node);
        break;
      case GJ_DOCX_DOC_PR:
      case GJ_DOCX_SHAPE:
        take_words (walk, node);
        walk_drawing (walk, node);
        break;
      case GJ_DOCX_OTHER:
      default:
        walk_drawing (walk, node);
        break;
      }
}

/**
 * _gj_docx_read_drawing:
 * @node: a w:drawing, w:pict or w:object
 * @is_hidden: whether it is hidden
 */
void
_gj_docx_read_drawing (GjDocxReader  *self,
                       GjDocxFlow    *flow,
                       const xmlNode *node,
                       gboolean       is_hidden)
{
  Walk walk = { .reader = self, .flow = flow };

  if (self->n_in_deletion > 0 || is_hidden || self->n_in_prompt > 0 || _gj_docx_is_in_field_code (self))
    return;

  note_object (&walk, node);
  walk_drawing (&walk, node);
}
