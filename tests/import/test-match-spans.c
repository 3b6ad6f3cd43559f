/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "document-fixture.h"
#include "gj-match-spans.h"

/* What documents do to tables */

static void
set_text (GjRawCell  *cell,
          const char *text)
{
  g_free (cell->text);
  cell->text = g_strdup (text);
}

typedef void (*Marring) (DocumentFixture *fixture);

typedef struct
{
  const char *name;
  Marring     mar;
  const char *notes;
  const char *cells;
} Marred;

/* The table goes on in another grid behind a page break, with its head once more. */
static void
split_with_head (DocumentFixture *self)
{
  GjRawBlock *grid = document_get_grid (self, 1);
  GjRawBlock *rest = gj_raw_block_new_grid (1);
  guint n = grid->rows->len;

  for (guint r = 0; r < 3; r++)
    {
      GjRawRow *row = gj_raw_block_add_row (rest);

      row->is_head = TRUE;
      for (guint c = 0; c < document_get_row (grid, r)->cells->len; c++)
        {
          const GjRawCell *old = document_get_cell (grid, r, c);
          GjRawCell *cell = gj_raw_row_add_cell (row, old->text, -1, old->line);

          cell->n_lines = old->n_lines;
          cell->n_positions = old->n_positions;
        }
    }
  for (guint r = 12; r < n; r++)
    g_ptr_array_add (rest->rows, g_ptr_array_steal_index (grid->rows, 12));
  g_ptr_array_insert (self->document->blocks, (int) self->grids[1] + 1, rest);
}

/* Two cells of a row became one. */
static void
merge_across (DocumentFixture *self)
{
  GjRawBlock *grid = document_get_grid (self, 1);
  guint cell;
  guint row = document_find_row (grid, "本年新收", &cell);

  document_get_cell (grid, row, cell + 2)->n_positions = 2;
  g_ptr_array_remove_index (document_get_row (grid, row)->cells, cell + 3);
}

/* A cell became one with that below it. */
static void
merge_down (DocumentFixture *self)
{
  GjRawBlock *grid = document_get_grid (self, 1);
  guint cell;
  guint row = document_find_row (grid, "本年新收", &cell);
  guint next;
  guint below = document_find_row (grid, "上年结转", &next);

  g_assert_cmpuint (below, ==, row + 1);
  document_get_cell (grid, row, cell + 2)->n_lines = 2;
  g_ptr_array_remove_index (document_get_row (grid, below)->cells, next + 2);
}

/* The cells of a row begin a column late, as after an odd edit in Word. */
static void
leave_out_first (DocumentFixture *self)
{
  GjRawBlock *grid = document_get_grid (self, 1);
  guint cell;
  guint row = document_find_row (grid, "本年新收", &cell);

  g_ptr_array_remove_index (document_get_row (grid, row)->cells, cell + 1);
  document_get_cell (grid, row, cell)->n_positions++;
}

/* Narrow blank columns between the others. */
static void
add_spacers (DocumentFixture *self)
{
  GjRawBlock *grid = document_get_grid (self, 1);

  for (guint r = 0; r < grid->rows->len; r++)
    {
      GjRawRow *row = document_get_row (grid, r);
      guint n = row->cells->len;

      for (guint c = 0; c < n; c++)
        document_get_cell (grid, r, c)->n_positions *= 2;
      if (n < 7)
        continue;
      for (guint c = 0; c < 7; c++)
        {
          guint at = row->cells->len - 1 - 2 * c;

          document_get_cell (grid, r, at)->n_positions = 1;
          gj_raw_row_add_cell (row, "", -1, 1);
          g_ptr_array_insert (row->cells, (int) at + 1,
                              g_ptr_array_steal_index (row->cells, row->cells->len - 1));
        }
    }
}

static void
transpose (DocumentFixture *self)
{
  GjRawBlock *grid = document_get_grid (self, 1);
  g_autoptr (GjRawBlock) turned = _gj_match_transpose (grid);
  GPtrArray *rows = grid->rows;

  g_assert_nonnull (turned);
  grid->rows = turned->rows;
  turned->rows = rows;
}

/* Everything stands inside a table that only arranges the page. */
static void
arrange (DocumentFixture *self)
{
  for (guint i = 0; i < self->document->blocks->len; i++)
    {
      GjRawBlock *block = self->document->blocks->pdata[i];
      GjRawBlock *grid;

      if (block->kind != GJ_RAW_PARAGRAPH)
        continue;
      grid = gj_raw_block_new_grid (block->line);
      gj_raw_row_add_cell (gj_raw_block_add_row (grid), block->text, -1, block->line);
      self->document->blocks->pdata[i] = grid;
      gj_raw_block_free (block);
    }
}

static void
name_other_basis (DocumentFixture *self)
{
  guint at = document_find_block (self, "统计期限", 0);
  GjRawBlock *block = self->document->blocks->pdata[at];
  char *text = g_strconcat (block->text, "本报告依据国办公开办函〔2019〕60号编制。", NULL);

  g_free (block->text);
  block->text = text;
}

static void
number_both (DocumentFixture *self)
{
  GjRawBlock *grid = document_get_grid (self, 1);
  guint cell;
  guint row = document_find_row (grid, "本年新收", &cell);

  set_text (document_get_cell (grid, row, cell + 1), "12 34");
}

static const Marred marred[] = {
  { "split-with-head", split_with_head, "head-repeated@requests", NULL },
  { "merged-across", merge_across, "value-merged@requests/received",
    "requests/received/enterprise=+ requests/received/research=" },
  { "merged-down", merge_down, "value-merged@requests/carried-in", "requests/carried-in/enterprise=" },
  { "first-left-out", leave_out_first, "value-missing@requests/received", "requests/received/natural-person=" },
  { "spacers", add_spacers, "", NULL },
  { "transposed", transpose, "table-transposed@requests", NULL },
  { "arranged", arrange, "", NULL },
  { "basis", name_other_basis, "form-basis@preface", NULL },
  { "two-numbers", number_both, "", "requests/received/natural-person=12_34" },
};

static void
assert_cells (GjReport   *report,
              GjReport   *expected,
              const char *cells)
{
  g_auto (GStrv) wanted = g_strsplit (cells != NULL ? cells : "", " ", -1);
  GjForm *form = gj_report_get_form (expected);

  for (guint i = 0; i < gj_form_get_n_cells (form); i++)
    {
      const char *id = gj_form_get_cell (form, i)->id;
      const char *text = gj_report_get_cell_text (expected, i);
      g_autofree char *other = NULL;

      for (guint j = 0; wanted[j] != NULL; j++)
        if (g_str_has_prefix (wanted[j], id) && wanted[j][strlen (id)] == '=')
          {
            other = g_strdelimit (g_strdup (wanted[j] + strlen (id) + 1), "_", ' ');
            if (*other != '+')
              text = other;
          }
      import_assert_cell (report, id, text);
    }
}

static void
test_marred (gconstpointer data)
{
  const Marred *c = data;
  g_auto (DocumentFixture) fixture = { 0 };
  g_autoptr (GjReport) report = NULL;

  document_fixture_init (&fixture, "guoban-2021", NULL);
  c->mar (&fixture);
  report = document_fixture_match (&fixture);
  document_assert_notes (report, c->notes);
  assert_cells (report, fixture.expected, c->cells);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (marred); i++)
    {
      g_autofree char *path = g_strconcat ("/import/spans/", marred[i].name, NULL);

      g_test_add_data_func (path, &marred[i], test_marred);
    }

  return g_test_run ();
}
