/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-doc-sprm.h"
#include "gj-doc-styles.h"

/* What runs of changes say about paragraphs and letters. */

#define MAX_HUGE_DEPTH 2

void
gj_doc_paragraph_init (GjDocParagraph *self)
{
  *self = (GjDocParagraph) {
    .level = GJ_DOC_UNSET,
    .list = GJ_DOC_UNSET,
    .list_level = GJ_DOC_UNSET,
    .hidden = GJ_DOC_UNSET,
  };
}

static void change_paragraph (GjDocParagraph  *self,
                              const GjDocFile *file,
                              const GjDocSpan *changes,
                              gsize           *budget,
                              guint            depth);

/* What is too long for its page stands in the stream of data. */
static void
change_by_data (GjDocParagraph  *self,
                const GjDocFile *file,
                guint32          offset,
                gsize           *budget,
                guint            depth)
{
  gsize size = gj_doc_span_u16 (&file->data, offset);
  GjDocSpan changes;

  if (depth >= MAX_HUGE_DEPTH || size > *budget)
    return;

  *budget -= size;
  changes = gj_doc_span_part (&file->data, (gsize) offset + 2, size);
  change_paragraph (self, file, &changes, budget, depth + 1);
}

static void
change_paragraph (GjDocParagraph  *self,
                  const GjDocFile *file,
                  const GjDocSpan *changes,
                  gsize           *budget,
                  guint            depth)
{
  GjDocSpan rest = *changes;
  GjDocSpan operand;
  guint code;

  while (gj_doc_sprm_next (&rest, &code, &operand))
    switch (code)
      {
      case GJ_DOC_SPRM_STYLE:
        self->style = gj_doc_span_u16 (&operand, 0);
        break;
      case GJ_DOC_SPRM_OUTLINE:
        self->level = (int) gj_doc_span_u8 (&operand, 0);
        break;
      case GJ_DOC_SPRM_LIST:
        self->list = gj_doc_span_i16 (&operand, 0);
        break;
      case GJ_DOC_SPRM_LIST_LEVEL:
        self->list_level = (int) gj_doc_span_u8 (&operand, 0);
        break;
      case GJ_DOC_SPRM_IN_TABLE:
        self->in_table = gj_doc_span_u8 (&operand, 0) != 0;
        break;
      case GJ_DOC_SPRM_DEPTH:
        self->depth = MIN (gj_doc_span_u32 (&operand, 0), G_MAXINT);
        break;
      case GJ_DOC_SPRM_DEEPER:
        self->depth += MIN (gj_doc_span_u32 (&operand, 0), G_MAXUINT16);
        break;
      case GJ_DOC_SPRM_ROW_END:
      case GJ_DOC_SPRM_INNER_ROW_END:
        self->ends_row = gj_doc_span_u8 (&operand, 0) != 0;
        break;
      case GJ_DOC_SPRM_INNER_CELL_END:
        self->ends_cell = gj_doc_span_u8 (&operand, 0) != 0;
        break;
      case GJ_DOC_SPRM_HUGE:
      case GJ_DOC_SPRM_HUGE_OLD:
      case GJ_DOC_SPRM_TABLE_HUGE:
        change_by_data (self, file, gj_doc_span_u32 (&operand, 0), budget, depth);
        break;
      default:
        if (self->shape != NULL)
          gj_doc_shape_change (self->shape, code, &operand);
        break;
      }
}

/**
 * gj_doc_paragraph_change:
 * @file: the document
 * @changes: what a run of changes says
 * @budget: how many bytes may still be followed into the stream of data; no document needs
 *          many, and a wicked one could ask for the same ones again and again
 */
void
gj_doc_paragraph_change (GjDocParagraph  *self,
                         const GjDocFile *file,
                         const GjDocSpan *changes,
                         gsize           *budget)
{
  change_paragraph (self, file, changes, budget, 0);
}

void
gj_doc_letters_init (GjDocLetters *self)
{
  *self = (GjDocLetters) { .hidden = GJ_DOC_UNSET, .picture = GJ_DOC_UNSET };
}

/**
 * gj_doc_letters_change:
 * @changes: what a run of changes says
 */
void
gj_doc_letters_change (GjDocLetters    *self,
                       const GjDocSpan *changes)
{
  GjDocSpan rest = *changes;
  GjDocSpan operand;
  guint code;

  while (gj_doc_sprm_next (&rest, &code, &operand))
    switch (code)
      {
      case GJ_DOC_SPRM_DELETED:
        self->is_deleted = gj_doc_span_u8 (&operand, 0) != 0;
        break;
      case GJ_DOC_SPRM_INSERTED:
        self->is_inserted = gj_doc_span_u8 (&operand, 0) != 0;
        break;
      case GJ_DOC_SPRM_HIDDEN:
        self->hidden = (int) gj_doc_span_u8 (&operand, 0);
        break;
      case GJ_DOC_SPRM_PLAIN:
        self->hidden = GJ_DOC_UNSET;
        break;
      case GJ_DOC_SPRM_SPECIAL:
        self->is_special = gj_doc_span_u8 (&operand, 0) != 0;
        break;
      case GJ_DOC_SPRM_LETTER_STYLE:
        self->style = gj_doc_span_u16 (&operand, 0);
        break;
      case GJ_DOC_SPRM_SYMBOL:
        self->symbol = gj_doc_span_u16 (&operand, 2);
        self->is_special = TRUE;
        break;
      case GJ_DOC_SPRM_PICTURE:
        self->picture = gj_doc_span_u32 (&operand, 0);
        self->is_special = TRUE;
        break;
      default:
        break;
      }
}
