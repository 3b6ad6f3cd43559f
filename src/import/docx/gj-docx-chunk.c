/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-docx-reader-private.h"

#include <string.h>

#include "gj-import-private.h"

/* Another document that this one takes in where it stands: web pages made into documents
 * consist of nothing else. What it is, its bytes say; a Word document is read here, for the
 * rest there is a reader or there is none. */

static GjRawDocument *
read_bytes (GjDocxReader *self,
            GBytes       *bytes)
{
  GjImportKind kind = gj_import_sniff (bytes);
  GjReader read = _gj_import_find_reader (kind);
  g_autoptr (GError) error = NULL;

  /* One that takes in others in its turn is not gone after. */
  if (self->is_inner || read == NULL)
    return NULL;
  if (kind == GJ_IMPORT_KIND_DOCX)
    return _gj_docx_read_inner (bytes, self->cancellable, &error);

  return read (bytes, self->cancellable, &error);
}

/* Places inside count on from the place where it stands. */
static guint
move_lines (GjRawDocument *document,
            guint          by)
{
  guint last = 0;

  for (guint i = 0; i < document->blocks->len; i++)
    {
      GjRawBlock *block = document->blocks->pdata[i];

      last = MAX (last, block->line);
      block->line += by;
      for (guint r = 0; block->rows != NULL && r < block->rows->len; r++)
        {
          GPtrArray *cells = ((GjRawRow *) block->rows->pdata[r])->cells;

          for (guint c = 0; c < cells->len; c++)
            {
              GjRawCell *cell = cells->pdata[c];

              last = MAX (last, cell->line);
              cell->line += by;
            }
        }
    }

  return last;
}

static void
take_notes (GjDocxReader        *self,
            const GjRawDocument *document,
            guint                by)
{
  for (guint i = 0; i < document->notes->len; i++)
    {
      const GjRawNote *note = document->notes->pdata[i];

      gj_raw_document_add_note (self->out, note->kind, note->text, note->n, note->line > 0 ? note->line + by : 0);
    }
}

static gsize
count_bytes (const GjRawDocument *document)
{
  gsize n = 0;

  for (guint i = 0; i < document->blocks->len; i++)
    {
      const GjRawBlock *block = document->blocks->pdata[i];

      n += block->text != NULL ? strlen (block->text) : 0;
      for (guint r = 0; block->rows != NULL && r < block->rows->len; r++)
        {
          const GPtrArray *cells = ((const GjRawRow *) block->rows->pdata[r])->cells;

          for (guint c = 0; c < cells->len; c++)
            n += strlen (((const GjRawCell *) cells->pdata[c])->text);
        }
    }

  return n;
}

static void
take (GjDocxReader  *self,
      GjDocxFlow    *flow,
      GjRawDocument *document)
{
  guint by = self->n_paragraphs;
  guint n = move_lines (document, by);

  _gj_docx_note (self, GJ_RAW_NOTE_PART_READ, NULL, by + 1);
  self->n_paragraphs += MAX (n, 1);
  take_notes (self, document, by);
  _gj_docx_count_bytes (self, count_bytes (document));
  gj_docx_comments_take (self->comments, document);
  gj_raw_blocks_move (flow->blocks, document->blocks);
}

/* "HTML" for "afchunk.html". */
static char *
dup_kind (const GjDocxRelation *relation)
{
  const char *part = relation != NULL ? relation->target : NULL;
  const char *dot = part != NULL ? strrchr (part, '.') : NULL;

  return dot != NULL && strlen (dot) <= 6 ? g_ascii_strup (dot + 1, -1) : g_strdup ("?");
}

/**
 * _gj_docx_read_chunk:
 * @node: a w:altChunk or w:subDoc
 */
void
_gj_docx_read_chunk (GjDocxReader  *self,
                     GjDocxFlow    *flow,
                     const xmlNode *node)
{
  const char *id = gj_docx_get_relation (node, "id");
  const GjDocxRelation *relation = self->package != NULL ? gj_docx_package_find (self->package, id) : NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GjRawDocument) document = NULL;

  if (self->n_in_deletion > 0)
    return;
  if (relation != NULL && relation->target != NULL && self->n_chunks++ < GJ_DOCX_MAX_CHUNKS)
    bytes = gj_docx_package_read (self->package, relation->target, NULL);
  if (bytes != NULL)
    document = read_bytes (self, bytes);

  if (document != NULL)
    {
      take (self, flow, document);
    }
  else
    {
      g_autofree char *kind = dup_kind (relation);

      _gj_docx_note (self, GJ_RAW_NOTE_PART_LEFT_OUT, kind, self->n_paragraphs + 1);
    }
}
