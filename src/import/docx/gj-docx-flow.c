/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-docx-reader-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "gj-word-text.h"

/* Paragraphs and tables, one after another. A line break ends a paragraph as far as the
 * report is concerned: offices part paragraphs that way when they paste from a web page. */

static void
raw_block_free (gpointer data)
{
  gj_raw_block_free (data);
}

static GPtrArray *
new_blocks (void)
{
  return g_ptr_array_new_with_free_func (raw_block_free);
}

static void
flow_init (GjDocxFlow   *self,
           GjDocxReader *reader)
{
  memset (self, 0, sizeof *self);
  self->blocks = new_blocks ();
  self->before = new_blocks ();
  self->after = new_blocks ();
  self->text = g_string_new (NULL);
  self->hidden = g_string_new (NULL);
  self->prompt = g_string_new (NULL);
  self->number = g_string_new (NULL);
  self->first_place = gj_docx_comments_get_n_places (reader->comments);
}

static void
flow_clear (GjDocxFlow *self)
{
  g_ptr_array_unref (self->blocks);
  g_ptr_array_unref (self->before);
  g_ptr_array_unref (self->after);
  g_string_free (self->text, TRUE);
  g_string_free (self->hidden, TRUE);
  g_string_free (self->prompt, TRUE);
  g_string_free (self->number, TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GjDocxFlow, flow_clear)

/* The end of a paragraph */

/* A @piece of the paragraph, from the code point @first to @end. */
static void
add_piece (GjDocxReader *self,
           GjDocxFlow   *flow,
           const char   *piece,
           gsize         length,
           glong         first,
           glong         end)
{
  GjRawBlock *block;

  if (length == 0 && !gj_docx_comments_are_in (self->comments, flow->first_place, first, end))
    return;

  block = gj_raw_block_new_paragraph (piece, (gssize) length, flow->line);
  block->level = (guint) MAX (flow->style.level, 0);
  block->role = flow->style.role;
  g_ptr_array_add (flow->blocks, block);
  gj_docx_comments_settle (self->comments, block, flow->first_place, first, end);
}

static void
add_pieces (GjDocxReader *self,
            GjDocxFlow   *flow)
{
  const char *piece = flow->text->str;
  glong first = 0;

  while (TRUE)
    {
      const char *feed = strchr (piece, '\n');
      gsize length = feed != NULL ? (gsize) (feed - piece) : strlen (piece);
      glong end = first + g_utf8_strlen (piece, (gssize) length);

      add_piece (self, flow, piece, length, first, end);
      if (feed == NULL)
        return;
      piece = feed + 1;
      first = end + 1;
    }
}

static void
note_paragraph (GjDocxReader *self,
                GjDocxFlow   *flow)
{
  gboolean is_heading = flow->style.level > 0 ||
                        (flow->style.num_level <= 0 && gj_word_is_heading (flow->text->str, flow->n_characters));

  if (flow->hidden->len > 0)
    _gj_docx_note (self, GJ_RAW_NOTE_HIDDEN, flow->hidden->str, flow->line);
  if (flow->prompt->len > 0)
    _gj_docx_note (self, GJ_RAW_NOTE_PROMPT, flow->prompt->str, flow->line);
  if (flow->number->len > 0 && is_heading && flow->text->len > flow->number->len)
    _gj_docx_note (self, GJ_RAW_NOTE_NUMBERING, flow->text->str, flow->line);
}

void
_gj_docx_end_paragraph (GjDocxReader *self,
                        GjDocxFlow   *flow)
{
  gj_raw_blocks_move (flow->blocks, flow->before);
  add_pieces (self, flow);
  gj_raw_blocks_move (flow->blocks, flow->after);
  note_paragraph (self, flow);

  g_string_truncate (flow->text, 0);
  g_string_truncate (flow->hidden, 0);
  g_string_truncate (flow->prompt, 0);
  g_string_truncate (flow->number, 0);
  flow->n_characters = 0;
  flow->goes_on = FALSE;
  flow->first_place = gj_docx_comments_get_n_places (self->comments);
}

/* A paragraph */

/**
 * _gj_docx_append:
 * @text: a text, which may hold line feeds
 * @is_hidden: whether it is hidden
 *
 * Appends to the paragraph what is to be seen of it.
 */
void
_gj_docx_append (GjDocxReader *self,
                 GjDocxFlow   *flow,
                 const char   *text,
                 gboolean      is_hidden)
{
  gsize length = strlen (text);

  if (self->n_in_deletion > 0)
    {
      if (self->deletions.n == 0)
        g_string_append_len (self->deletions.text, text, (gssize) length);
      self->n_deleted_bytes += length;
      return;
    }
  if (_gj_docx_is_in_field_code (self))
    {
      g_string_append (self->held, text);
      return;
    }
  if (_gj_docx_is_in_page_field (self))
    return;
  if (is_hidden || self->n_in_prompt > 0)
    {
      g_string_append (is_hidden ? flow->hidden : flow->prompt, text);
      return;
    }

  g_string_append_len (flow->text, text, (gssize) length);
  flow->n_characters += g_utf8_strlen (text, (gssize) length);
  _gj_docx_count_bytes (self, length);
}

static void
read_properties (GjDocxReader  *self,
                 GjDocxFlow    *flow,
                 const xmlNode *properties)
{
  const char *name = gj_docx_get_value (properties, "pStyle");
  GjDocxStyle inherited;

  gj_docx_style_read (&flow->style, properties);
  gj_docx_styles_look_up (self->styles, name, &inherited);
  flow->style.hidden = inherited.hidden;
  flow->style.role = inherited.role;
  if (flow->style.level == GJ_DOCX_UNSET)
    flow->style.level = inherited.level;
  if (flow->style.num_level == GJ_DOCX_UNSET)
    flow->style.num_level = inherited.num_level;
  if (flow->style.num_id == GJ_DOCX_UNSET)
    flow->style.num_id = inherited.num_id;
}

/* A paragraph that goes on has no number of its own, nor has a hidden or a deleted one. */
static void
add_number (GjDocxReader  *self,
            GjDocxFlow    *flow,
            const xmlNode *properties,
            const xmlNode *mark)
{
  if (flow->style.num_id <= 0 || self->n_in_deletion > 0 || flow->style.hidden == TRUE ||
      gj_docx_is_on (gj_docx_find_child (mark, "vanish")))
    return;

  if (!gj_docx_numbering_next (self->numbering, flow->style.num_id, flow->style.num_level,
                               gj_docx_get_value (properties, "pStyle"), flow->number))
    return;
  g_string_prepend (flow->text, flow->number->str);
  flow->n_characters += g_utf8_strlen (flow->number->str, -1);
  self->n_bytes += flow->number->len;
}

static void
read_paragraph (GjDocxReader  *self,
                GjDocxFlow    *flow,
                const xmlNode *node)
{
  const xmlNode *properties = gj_docx_find_child (node, "pPr");
  const xmlNode *mark = gj_docx_find_child (properties, "rPr");
  gboolean loses_end = gj_docx_find_child (mark, "del") != NULL || gj_docx_find_child (mark, "moveFrom") != NULL;

  self->n_paragraphs++;
  if (!flow->goes_on)
    flow->line = self->n_paragraphs;
  read_properties (self, flow, properties);
  if (!loses_end)
    add_number (self, flow, properties, mark);

  _gj_docx_read_runs (self, flow, node);
  _gj_docx_end_fields (self, flow);
  flow->goes_on = loses_end;
  if (!loses_end)
    _gj_docx_end_paragraph (self, flow);
}

/* Flows */

/**
 * _gj_docx_read_mark:
 * @node: an element
 *
 * Reads what may stand anywhere between and in paragraphs.
 *
 * Returns: whether it was one of these
 */
gboolean
_gj_docx_read_mark (GjDocxReader  *self,
                    GjDocxFlow    *flow,
                    const xmlNode *node)
{
  const char *id;

  switch (gj_docx_get_name (node))
    {
    case GJ_DOCX_COMMENT_RANGE_START:
      id = gj_docx_get_attribute (node, "id");
      gj_docx_comments_start (self->comments, id, flow->n_characters);
      return TRUE;
    case GJ_DOCX_COMMENT_RANGE_END:
      id = gj_docx_get_attribute (node, "id");
      gj_docx_comments_end (self->comments, id, flow->n_characters);
      return TRUE;
    case GJ_DOCX_COMMENT_REFERENCE:
      id = gj_docx_get_attribute (node, "id");
      gj_docx_comments_refer (self->comments, id, flow->n_characters);
      return TRUE;
    case GJ_DOCX_OTHER:
    default:
      return FALSE;
    }
}

/**
 * _gj_docx_read_control:
 * @node: a w:sdt
 * @read: reads what it holds
 *
 * A content control that nobody has filled in shows a prompt, which is no text.
 */
void
_gj_docx_read_control (GjDocxReader  *self,
                       GjDocxFlow    *flow,
                       const xmlNode *node,
                       GjDocxRead     read)
{
  gboolean is_prompt = gj_docx_is_prompt (node);

  self->n_in_prompt += is_prompt;
  read (self, flow, gj_docx_find_child (node, "sdtContent"));
  self->n_in_prompt -= is_prompt;
}

static void
read_table (GjDocxReader  *self,
            GjDocxFlow    *flow,
            const xmlNode *node)
{
  if (flow->goes_on)
    _gj_docx_end_paragraph (self, flow);
  _gj_docx_read_table (self, flow, node);
}

static void
read_deleted_blocks (GjDocxReader  *self,
                     GjDocxFlow    *flow,
                     const xmlNode *node)
{
  gsize before = self->n_deleted_bytes;

  self->n_in_deletion++;
  _gj_docx_read_blocks (self, flow, node);
  self->n_in_deletion--;
  if (self->n_deleted_bytes > before)
    _gj_docx_count (self, &self->deletions, NULL);
}

void
_gj_docx_read_blocks (GjDocxReader  *self,
                      GjDocxFlow    *flow,
                      const xmlNode *parent)
{
  for (const xmlNode *node = parent != NULL ? parent->children : NULL; node != NULL; node = node->next)
    {
      if (_gj_docx_is_stopped (self))
        return;

      switch (gj_docx_get_name (node))
        {
        case GJ_DOCX_P:
          read_paragraph (self, flow, node);
          break;
        case GJ_DOCX_TBL:
          read_table (self, flow, node);
          break;
        case GJ_DOCX_SDT:
          _gj_docx_read_control (self, flow, node, _gj_docx_read_blocks);
          break;
        case GJ_DOCX_ALT_CHUNK:
        case GJ_DOCX_SUB_DOC:
          _gj_docx_read_chunk (self, flow, node);
          break;
        case GJ_DOCX_ALTERNATE:
          _gj_docx_read_blocks (self, flow, gj_docx_choose (node));
          break;
        case GJ_DOCX_WRAPPER:
        case GJ_DOCX_INS:
        case GJ_DOCX_MOVE_TO:
          _gj_docx_read_blocks (self, flow, node);
          break;
        case GJ_DOCX_DEL:
        case GJ_DOCX_MOVE_FROM:
          read_deleted_blocks (self, flow, node);
          break;
        case GJ_DOCX_OTHER:
        default:
          _gj_docx_read_mark (self, flow, node);
          break;
        }
    }
}

/**
 * _gj_docx_read_flow:
 * @parent: what holds paragraphs and tables
 *
 * Fields that are open around it do not reach into it.
 *
 * Returns: (transfer full) (element-type GjRawBlock): what was read
 */
GPtrArray *
_gj_docx_read_flow (GjDocxReader  *self,
                    const xmlNode *parent)
{
  g_auto (GjDocxFlow) flow = { 0 };
  guint first_field = self->first_field;

  flow_init (&flow, self);
  self->first_field = self->fields->len;
  if (++self->depth > GJ_DOCX_MAX_DEPTH)
    _gj_docx_fail (self, _("its tables and boxes are nested too deep"));

  _gj_docx_read_blocks (self, &flow, parent);
  if (flow.goes_on || flow.text->len > 0)
    _gj_docx_end_paragraph (self, &flow);
  else
    add_piece (self, &flow, "", 0, 0, 0);

  self->depth--;
  g_array_set_size (self->fields, self->first_field);
  self->first_field = first_field;

  return g_ptr_array_ref (flow.blocks);
}
