/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-doc-reader.h"
#include "gj-import.h"

/* Any bytes at all: blocks with text in UTF-8, or a sentence. */

int LLVMFuzzerTestOneInput (const guint8 *data,
                            size_t        size);

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        size_t        size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (GjRawDocument) document = gj_doc_read (bytes, NULL, &error);

  if (document == NULL)
    {
      g_assert_error (error, GJ_IMPORT_ERROR, GJ_IMPORT_ERROR_UNREADABLE);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return 0;
    }
  for (guint i = 0; i < document->blocks->len; i++)
    {
      const GjRawBlock *block = document->blocks->pdata[i];

      g_assert_true (block->text == NULL || g_utf8_validate (block->text, -1, NULL));
      g_assert_cmpuint (block->level, <=, 9);
    }
  for (guint i = 0; i < document->comments->len; i++)
    {
      const GjRawComment *comment = document->comments->pdata[i];

      g_assert_cmpuint (comment->block, <, document->blocks->len);
      g_assert_cmpuint (comment->start, <=, comment->end);
    }

  return 0;
}
