/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "gj-pdf-layout.h"

/* Any characters, lines and pictures on any pages: they become blocks with valid texts and tables
 * within the limits, and twice the same. Each record is nine bytes: what it is, and four
 * coordinates; their unit is a quarter of a point. */

#define RECORD 9

int LLVMFuzzerTestOneInput (const guint8 *data,
                            size_t        size);

static double
read_length (const guint8 *data)
{
  return (data[0] * 256 + data[1]) / 4.0 - 100;
}

static void
add_picture (GjPdfPage      *page,
             const GjPdfBox *box)
{
  GjPdfPicture *picture;

  gj_pdf_page_add_picture (page, box);
  picture = g_ptr_array_index (page->pictures, page->pictures->len - 1);
  if (box->x0 < 300)
    picture->file = g_bytes_new_static ("x", 1);
}

static GPtrArray *
read_pages (const guint8 *data,
            size_t        size)
{
  GPtrArray *pages = g_ptr_array_new_with_free_func ((GDestroyNotify) gj_pdf_page_free);
  GjPdfPage *page = gj_pdf_page_new (595, 842);

  g_ptr_array_add (pages, page);
  for (; size >= RECORD; data += RECORD, size -= RECORD)
    {
      GjPdfBox box = { read_length (data + 1), read_length (data + 3), read_length (data + 5), read_length (data + 7) };

      if (data[0] == 0 && pages->len < 8)
        {
          page = gj_pdf_page_new (595, 842);
          g_ptr_array_add (pages, page);
        }
      else if (data[0] == 1)
        add_picture (page, &box);
      else if (data[0] < 60)
        {
          box.y1 = box.y0;
          gj_pdf_page_add_rule (page, &box);
        }
      else if (data[0] < 120)
        {
          box.x1 = box.x0;
          gj_pdf_page_add_rule (page, &box);
        }
      else
        {
          box.x1 = box.x0 + 5 + data[5] / 16;
          box.y1 = box.y0 + 10 + data[7] / 16;
          gj_pdf_page_add_glyph (page, data[0] < 180 ? data[0] - 90 : 0x4e00 + data[0], &box);
        }
    }
  for (guint i = 0; i < pages->len; i++)
    gj_pdf_page_straighten (g_ptr_array_index (pages, i));

  return pages;
}

static void
check_grid (const GjRawBlock *block)
{
  g_assert_cmpuint (block->rows->len, <=, 2000);
  for (guint i = 0; i < block->rows->len; i++)
    {
      const GjRawRow *row = block->rows->pdata[i];
      guint n = row->n_before;

      for (guint j = 0; j < row->cells->len; j++)
        {
          const GjRawCell *cell = row->cells->pdata[j];

          g_assert_true (g_utf8_validate (cell->text, -1, NULL));
          g_assert_cmpuint (cell->n_lines, >=, 1);
          g_assert_cmpuint (cell->n_positions, >=, 1);
          g_assert_cmpuint (i + cell->n_lines, <=, block->rows->len);
          n += cell->n_positions;
        }
      g_assert_cmpuint (n, <=, 64);
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        size_t        size)
{
  g_autoptr (GPtrArray) pages = read_pages (data, size);
  g_autoptr (GjRawDocument) document = gj_pdf_layout_read (pages, NULL, NULL);

  g_assert_nonnull (document);
  for (guint i = 0; i < document->blocks->len; i++)
    {
      const GjRawBlock *block = document->blocks->pdata[i];

      if (block->kind == GJ_RAW_GRID)
        check_grid (block);
      else if (block->kind == GJ_RAW_PICTURE)
        g_assert_nonnull (block->picture);
      else
        g_assert_true (g_utf8_validate (block->text, -1, NULL));
    }

  return 0;
}
