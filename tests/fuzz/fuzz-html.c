/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-html-reader.h"
#include "gj-import.h"
#include "gj-mhtml.h"

/* Any bytes at all: they are refused with a sentence, or they become blocks whose texts
 * are UTF-8, whose tables keep to their limits, and comments whose places are there. What
 * says that it is an archive is read as one. */

int LLVMFuzzerTestOneInput (const guint8 *data,
                            size_t        size);

static void
check_row (const GjRawRow *row,
           guint           n_rows_left)
{
  g_assert_cmpuint (row->cells->len, <=, 64);
  for (guint i = 0; i < row->cells->len; i++)
    {
      const GjRawCell *cell = row->cells->pdata[i];

      g_assert_true (g_utf8_validate (cell->text, -1, NULL));
      g_assert_cmpuint (cell->n_lines, >=, 1);
      g_assert_cmpuint (cell->n_lines, <=, n_rows_left);
      g_assert_cmpuint (cell->n_positions, >=, 1);
      g_assert_cmpuint (cell->n_positions, <=, 64);
    }
}

static void
check_comment (const GjRawDocument *document,
               const GjRawComment  *comment)
{
  const GjRawBlock *block;
  const char *text;

  g_assert_cmpuint (comment->block, <, document->blocks->len);
  block = document->blocks->pdata[comment->block];
  text = block->text;
  if (block->kind == GJ_RAW_GRID && comment->row < block->rows->len)
    {
      const GjRawRow *row = block->rows->pdata[comment->row];

      text = comment->cell < row->cells->len ? ((const GjRawCell *) row->cells->pdata[comment->cell])->text : NULL;
    }
  g_assert_cmpuint (comment->start, <=, comment->end);
  g_assert_cmpuint (comment->end, <=, text != NULL ? (guint) g_utf8_strlen (text, -1) : 0);
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        size_t        size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (GError) error = NULL;
  gboolean is_archive = gj_import_sniff (bytes) == GJ_IMPORT_KIND_MHTML;
  g_autoptr (GjRawDocument) document = is_archive ? gj_mhtml_read (bytes, NULL, &error)
                                                  : gj_html_read (bytes, NULL, &error);

  if (document == NULL)
    {
      g_assert_nonnull (error);
      g_assert_true (error->domain == GJ_IMPORT_ERROR);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return 0;
    }

  for (guint i = 0; i < document->blocks->len; i++)
    {
      const GjRawBlock *block = document->blocks->pdata[i];

      g_assert_true (block->text == NULL || g_utf8_validate (block->text, -1, NULL));
      for (guint r = 0; block->rows != NULL && r < block->rows->len; r++)
        check_row (block->rows->pdata[r], block->rows->len - r);
    }
  for (guint i = 0; i < document->comments->len; i++)
    check_comment (document, document->comments->pdata[i]);
  for (guint i = 0; i < document->notes->len; i++)
    {
      const GjRawNote *note = document->notes->pdata[i];

      g_assert_true (note->text == NULL || g_utf8_validate (note->text, -1, NULL));
    }

  return 0;
}
