/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-import.h"

#include "gj-docx-reader.h"

/* Any bytes as a Word document: refused with a sentence, or blocks. */

int LLVMFuzzerTestOneInput (const guint8 *data,
                            size_t        size);

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        size_t        size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (GjRawDocument) document = gj_docx_read (bytes, NULL, &error);

  g_assert_true ((document != NULL) != (error != NULL));
  if (error != NULL)
    {
      g_assert_error (error, GJ_IMPORT_ERROR, GJ_IMPORT_ERROR_UNREADABLE);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
    }

  return 0;
}
