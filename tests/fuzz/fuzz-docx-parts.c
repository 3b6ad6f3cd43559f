/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "gj-import.h"

#include "gj-docx-reader.h"
#include "gj-package-writer.h"

/* The parts of a Word document in a package that is sound: the body, and after each U+001F
 * one more part. What is read keeps the limits, and every comment has a place that is
 * there. */

#define WORD "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

int LLVMFuzzerTestOneInput (const guint8 *data,
                            size_t        size);

static void
check_grid (const GjRawBlock *block)
{
  g_assert_cmpuint (block->rows->len, <=, 2000);
  for (guint i = 0; i < block->rows->len; i++)
    {
      const GjRawRow *row = block->rows->pdata[i];
      guint width = row->n_before;

      for (guint j = 0; j < row->cells->len; j++)
        {
          const GjRawCell *cell = row->cells->pdata[j];

          g_assert_cmpuint (cell->n_lines, >=, 1);
          g_assert_cmpuint (i + cell->n_lines, <=, block->rows->len);
          g_assert_cmpuint (cell->n_positions, >=, 1);
          g_assert_true (g_utf8_validate (cell->text, -1, NULL));
          width += cell->n_positions;
        }
      g_assert_cmpuint (width, <=, 64);
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
  if (block->kind == GJ_RAW_GRID)
    {
      const GjRawRow *row;

      g_assert_cmpuint (comment->row, <, block->rows->len);
      row = block->rows->pdata[comment->row];
      g_assert_cmpuint (comment->cell, <, MAX (row->cells->len, 1));
      text = row->cells->len > 0 ? ((const GjRawCell *) row->cells->pdata[comment->cell])->text : "";
    }
  g_assert_cmpuint (comment->start, <=, comment->end);
  g_assert_cmpuint (comment->end, <=, (guint) g_utf8_strlen (text, -1));
}

static GBytes *
write_parts (const char *text)
{
  static const char *const kinds[] = { "styles", "numbering", "comments", "footnotes", "header" };
  g_auto (GStrv) parts = g_strsplit (text, "\x1f", G_N_ELEMENTS (kinds) + 1);
  g_autoptr (GjPackageWriter) writer = gj_package_writer_new_docx (parts[0] != NULL ? parts[0] : "");

  for (guint i = 0; parts[0] != NULL && parts[i + 1] != NULL; i++)
    {
      g_autofree char *name = g_strdup_printf ("word/%s.xml", kinds[i]);
      g_autofree char *xml = g_strdup_printf ("<w:%s xmlns:w=\"" WORD "\">%s</w:%s>", kinds[i], parts[i + 1], kinds[i]);

      gj_package_writer_add (writer, name, xml);
      gj_package_writer_relate (writer, kinds[i], kinds[i], name + strlen ("word/"));
    }

  return gj_package_writer_end (writer);
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        size_t        size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autoptr (GBytes) bytes = write_parts (text);
  g_autoptr (GError) error = NULL;
  g_autoptr (GjRawDocument) document = gj_docx_read (bytes, NULL, &error);

  g_assert_true ((document != NULL) != (error != NULL));
  for (guint i = 0; document != NULL && i < document->blocks->len; i++)
    {
      const GjRawBlock *block = document->blocks->pdata[i];

      if (block->kind == GJ_RAW_GRID)
        check_grid (block);
      else
        g_assert_true (g_utf8_validate (block->text, -1, NULL));
    }
  for (guint i = 0; document != NULL && i < document->comments->len; i++)
    check_comment (document, document->comments->pdata[i]);

  return 0;
}
