/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "document-fixture.h"

#include <string.h>

/* A report as a reader of documents gives it: paragraphs, and the form's own printed tables
 * as grids with real spans. */

static const char digest[] = "0000";

static void
add_paragraph (DocumentFixture    *self,
               const char         *text)
{
  g_ptr_array_add (self->document->blocks, gj_raw_block_new_paragraph (text, -1, ++self->n_paragraphs));
}

static const char *
get_slot_text (GjReport     *report,
               const GjSlot *slot)
{
  return slot->kind == GJ_SLOT_CELL ? gj_report_get_cell_text (report, slot->cell) : slot->text.zh;
}

static void
add_grid (DocumentFixture *self,
          guint            table)
{
  const GjTableLayout *layout = gj_table_get_layout (gj_form_get_table (gj_report_get_form (self->expected), table),
                                                     gj_report_get_variant (self->expected));
  GjRawBlock *grid = gj_raw_block_new_grid (self->n_paragraphs + 1);

  for (guint line = 0; line < layout->n_lines; line++)
    {
      GjRawRow *row = gj_raw_block_add_row (grid);

      for (guint position = 0; position < layout->n_positions; position++)
        for (guint i = 0; i < layout->n_slots; i++)
          {
            const GjSlot *slot = &layout->slots[i];
            GjRawCell *cell;

            if (slot->line != line || slot->position != position)
              continue;
            cell = gj_raw_row_add_cell (row, get_slot_text (self->expected, slot), -1, ++self->n_paragraphs);
            cell->n_lines = slot->n_lines;
            cell->n_positions = slot->n_positions;
          }
    }
  self->grids[self->n_grids++] = self->document->blocks->len;
  g_ptr_array_add (self->document->blocks, grid);
}

static void
add_section (DocumentFixture *self,
             guint            section)
{
  GjNarrative *narrative = gj_report_get_narrative (self->expected, section);

  for (guint i = 0; i < gj_narrative_get_n_blocks (narrative); i++)
    {
      GjBlock *block = gj_narrative_get_block (narrative, i);

      if (gj_block_get_kind (block) == GJ_BLOCK_TABLE)
        add_grid (self, gj_form_get_section (gj_report_get_form (self->expected), section)->table);
      else
        add_paragraph (self, gj_block_get_text (block));
    }
}

void
document_fixture_init (DocumentFixture    *self,
                       const char         *form,
                       const char         *variant)
{
  document_fixture_init_for (self, import_new_report (gj_form_catalogue_find (form), variant));
}

/* A document of @report, which is taken. */
void
document_fixture_init_for (DocumentFixture *self,
                           GjReport        *report)
{
  GjForm *f = gj_report_get_form (report);
  g_auto (GStrv) title = NULL;

  memset (self, 0, sizeof *self);
  self->expected = report;
  self->document = gj_raw_document_new (GJ_RAW_UNIT_PARAGRAPH);
  title = g_strsplit (gj_report_get_field (self->expected, GJ_FIELD_TITLE), "\n", -1);
  for (guint i = 0; title[i] != NULL; i++)
    add_paragraph (self, title[i]);
  add_section (self, gj_report_get_preface (self->expected));
  for (guint s = 0; s < gj_form_get_n_sections (f); s++)
    {
      add_paragraph (self, gj_form_get_section (f, s)->heading.zh);
      add_section (self, s);
    }
  add_paragraph (self, gj_report_get_field (self->expected, GJ_FIELD_SIGNATURE));
  add_paragraph (self, "1992年1月20日");
}

void
document_fixture_clear (DocumentFixture *self)
{
  g_clear_object (&self->expected);
  g_clear_pointer (&self->document, gj_raw_document_free);
}

GjReport *
document_fixture_match (DocumentFixture *self)
{
  g_autoptr (GjSourceBuilder) builder = gj_source_builder_new ("docx", digest);
  g_autoptr (GError) error = NULL;
  GjReport *report = gj_match_document (self->document, builder, NULL, &error);
  g_autoptr (GjSource) source = NULL;

  g_assert_no_error (error);
  source = gj_source_builder_end (builder);
  gj_report_init_source (report, source);

  return report;
}

void
document_assert_notes (GjReport   *report,
                       const char *expected)
{
  g_autofree char *notes = import_list_notes (report);

  g_assert_cmpstr (notes, ==, expected);
}

GjRawBlock *
document_get_grid (DocumentFixture *self,
                   guint            index)
{
  return self->document->blocks->pdata[self->grids[index]];
}

GjRawRow *
document_get_row (GjRawBlock *grid,
                  guint       row)
{
  return grid->rows->pdata[row];
}

GjRawCell *
document_get_cell (GjRawBlock *grid,
                   guint       row,
                   guint       cell)
{
  return document_get_row (grid, row)->cells->pdata[cell];
}

/* The row with this text in one of its cells, and the cell. */
guint
document_find_row (GjRawBlock *grid,
                   const char *text,
                   guint      *cell)
{
  for (guint r = 0; r < grid->rows->len; r++)
    for (guint c = 0; c < document_get_row (grid, r)->cells->len; c++)
      if (strstr (document_get_cell (grid, r, c)->text, text) != NULL)
        {
          *cell = c;
          return r;
        }

  g_assert_not_reached ();
}

guint
document_find_block (DocumentFixture    *self,
                     const char         *text,
                     guint               from)
{
  for (guint i = from; i < self->document->blocks->len; i++)
    {
      const GjRawBlock *block = self->document->blocks->pdata[i];

      if (block->kind == GJ_RAW_PARAGRAPH && strstr (block->text, text) != NULL)
        return i;
    }

  g_assert_not_reached ();
}
