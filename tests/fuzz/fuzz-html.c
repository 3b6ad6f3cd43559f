/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-html-reader.h"
#include "gj-import.h"

/* Any bytes at all: they are refused with a sentence, or they become blocks whose texts
 * are UTF-8 and whose tables keep to their limits. */

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

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        size_t        size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (GjRawDocument) document = gj_html_read (bytes, NULL, &error);

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
  for (guint i = 0; i < document->notes->len; i++)
    {
      const GjRawNote *note = document->notes->pdata[i];

      g_assert_true (note->text == NULL || g_utf8_validate (note->text, -1, NULL));
    }

  return 0;
}
