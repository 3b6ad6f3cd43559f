/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "nasty.h"

#include <string.h>

/* What offices do to the report itself, whatever they write it with. A mar changes the
 * document and, where the cells must then be read otherwise, the expected report.
 * Long because every mar is used by the one table at the end. */

#define ROW "本年新收"
#define NEXT "上年结转"

/* Tables */

static guint
find_row (DocumentFixture *self,
          const char      *text,
          guint           *cell)
{
  return document_find_row (document_get_grid (self, 1), text, cell);
}

static void
set_text (GjRawCell  *cell,
          const char *text)
{
  g_free (cell->text);
  cell->text = g_strdup (text);
}

static void
expect (DocumentFixture *self,
        const char      *id,
        const char      *text)
{
  guint cell = gj_form_find_cell (gj_report_get_form (self->expected), id);

  g_assert_cmpuint (cell, !=, GJ_NONE);
  gj_report_init_cell (self->expected, cell, text);
}

/* The row's cells, all with one text. */
static void
expect_row (DocumentFixture *self,
            const char      *row,
            const char      *text)
{
  GjForm *form = gj_report_get_form (self->expected);

  for (guint i = 0; i < gj_form_get_n_cells (form); i++)
    if (g_str_has_prefix (gj_form_get_cell (form, i)->id, row) &&
        gj_form_get_cell (form, i)->id[strlen (row)] == '/')
      gj_report_init_cell (self->expected, i, text);
}

static void
expect_column (DocumentFixture *self,
               const char      *table,
               const char      *column,
               const char      *text)
{
  GjForm *form = gj_report_get_form (self->expected);

  for (guint i = 0; i < gj_form_get_n_cells (form); i++)
    if (g_str_has_prefix (gj_form_get_cell (form, i)->id, table) &&
        g_str_has_suffix (gj_form_get_cell (form, i)->id, column))
      gj_report_init_cell (self->expected, i, text);
}

static void
copy_rows (const GjRawBlock *from,
           guint             first,
           guint             n,
           GjRawBlock       *to,
           gboolean          are_heads)
{
  for (guint r = first; r < first + n; r++)
    {
      const GjRawRow *old = from->rows->pdata[r];
      GjRawRow *row = gj_raw_block_add_row (to);

      row->is_head = are_heads;
      row->n_before = old->n_before;
      for (guint c = 0; c < old->cells->len; c++)
        {
          const GjRawCell *cell = old->cells->pdata[c];
          GjRawCell *copy = gj_raw_row_add_cell (row, cell->text, -1, cell->line);

          copy->n_lines = cell->n_lines;
          copy->n_positions = cell->n_positions;
        }
    }
}

/* The requests' table goes on in another one, behind @between, from the row of 不予公开 on. */
static void
split (DocumentFixture *self,
       const char      *between,
       gboolean         with_head)
{
  GjRawBlock *grid = document_get_grid (self, 1);
  GjRawBlock *rest = gj_raw_block_new_grid (1);
  guint at = self->grids[1] + 1;
  guint row = 5;

  if (with_head)
    copy_rows (grid, 0, 3, rest, FALSE);
  while (grid->rows->len > row)
    g_ptr_array_add (rest->rows, g_ptr_array_steal_index (grid->rows, (int) row));
  if (between != NULL)
    g_ptr_array_insert (self->document->blocks, (int) at++, gj_raw_block_new_paragraph (between, -1, 1));
  g_ptr_array_insert (self->document->blocks, (int) at, rest);
  self->grids[2] += between != NULL ? 2 : 1;
}

static void
split_with_head (DocumentFixture *self)
{
  split (self, "续表", TRUE);
}

static void
split_with_blank (DocumentFixture *self)
{
  split (self, "", FALSE);
}

static void
repeat_head (DocumentFixture *self)
{
  GjRawBlock *grid = document_get_grid (self, 1);
  GjRawBlock *heads = gj_raw_block_new_grid (1);

  copy_rows (grid, 0, 3, heads, FALSE);
  for (guint i = 0; i < 3; i++)
    g_ptr_array_insert (grid->rows, (int) (5 + i), g_ptr_array_steal_index (heads->rows, 0));
  gj_raw_block_free (heads);
}

static void
mark_head (DocumentFixture *self)
{
  for (guint i = 0; i < 3; i++)
    document_get_row (document_get_grid (self, 1), i)->is_head = TRUE;
}

static void
drop_row (DocumentFixture *self)
{
  guint cell;
  guint row = find_row (self, NEXT, &cell);

  g_ptr_array_remove_index (document_get_grid (self, 1)->rows, row);
  expect_row (self, "requests/carried-in", NULL);
}

static void
insert_row (DocumentFixture *self,
            guint            like,
            const char      *label,
            const char      *value)
{
  GjRawBlock *grid = document_get_grid (self, 1);
  GjRawBlock *copy = gj_raw_block_new_grid (1);

  copy_rows (grid, like, 1, copy, FALSE);
  for (guint c = 0; c < document_get_row (copy, 0)->cells->len; c++)
    if (value != NULL || c == 0)
      set_text (document_get_cell (copy, 0, c), c == 0 ? label : value);
  g_ptr_array_insert (grid->rows, (int) like + 1, g_ptr_array_steal_index (copy->rows, 0));
  gj_raw_block_free (copy);
}

static void
add_row (DocumentFixture *self)
{
  guint cell;

  insert_row (self, find_row (self, NEXT, &cell), "其中：网上申请", "4");
}

static void
repeat_row (DocumentFixture *self)
{
  guint cell;

  insert_row (self, find_row (self, ROW, &cell), "一、本年新收政府信息公开申请数量", NULL);
}

static void
swap_rows (DocumentFixture *self)
{
  guint cell;
  guint row = find_row (self, ROW, &cell);
  GPtrArray *rows = document_get_grid (self, 1)->rows;
  gpointer first = rows->pdata[row];

  rows->pdata[row] = rows->pdata[row + 1];
  rows->pdata[row + 1] = first;
}

/* Blank rows between the others, as somebody puts them in to fill a page. */
static void
add_blank_rows (DocumentFixture *self)
{
  guint cell;
  guint row = find_row (self, NEXT, &cell);

  insert_row (self, row, "", "");
}

/* The last cells of the rows, from the first one with values on. */
static void
for_each_value_row (DocumentFixture *self,
                    void           (*change)(GjRawRow *row))
{
  GjRawBlock *grid = document_get_grid (self, 1);
  guint cell;

  for (guint row = find_row (self, ROW, &cell); row < grid->rows->len; row++)
    change (document_get_row (grid, row));
}

/* 科研 and its values are not there. */
static void
drop_value (GjRawRow *row)
{
  g_ptr_array_remove_index (row->cells, row->cells->len - 5);
}

static void
drop_column (DocumentFixture *self)
{
  GjRawBlock *grid = document_get_grid (self, 1);
  guint cell;
  guint row = document_find_row (grid, "科研", &cell);

  g_ptr_array_remove_index (document_get_row (grid, row)->cells, cell);
  row = document_find_row (grid, "法人或其他组织", &cell);
  document_get_cell (grid, row, cell)->n_positions--;
  row = document_find_row (grid, "申请人情况", &cell);
  document_get_cell (grid, row, cell)->n_positions--;
  for_each_value_row (self, drop_value);
  expect_column (self, "requests/", "/research", NULL);
}

static void
add_value (GjRawRow *row)
{
  guint total = row->cells->len - 1;

  gj_raw_row_add_cell (row, "9", -1, 1);
  g_ptr_array_insert (row->cells, (int) total, g_ptr_array_steal_index (row->cells, total + 1));
}

static void
add_column (DocumentFixture *self)
{
  GjRawBlock *grid = document_get_grid (self, 1);
  guint cell;
  guint row = document_find_row (grid, "科研", &cell);

  gj_raw_row_add_cell (document_get_row (grid, row), "媒体", -1, 1);
  row = document_find_row (grid, "法人或其他组织", &cell);
  document_get_cell (grid, row, cell)->n_positions++;
  row = document_find_row (grid, "申请人情况", &cell);
  document_get_cell (grid, row, cell)->n_positions++;
  for_each_value_row (self, add_value);
}

static void
swap_values (GjRawRow *row)
{
  GjRawCell **cells = (GjRawCell **) row->cells->pdata + row->cells->len - 6;
  GjRawCell *first = cells[0];

  cells[0] = cells[1];
  cells[1] = first;
}

static void
swap_columns (DocumentFixture *self)
{
  GjRawBlock *grid = document_get_grid (self, 1);
  guint cell;
  guint row = document_find_row (grid, "科研", &cell);
  GjRawRow *heads = document_get_row (grid, row);
  gpointer first = heads->cells->pdata[cell];

  heads->cells->pdata[cell] = heads->cells->pdata[cell - 1];
  heads->cells->pdata[cell - 1] = first;
  for_each_value_row (self, swap_values);
}

/* A blank column behind every value. */
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

/* 法人 and 科研 are one cell: the number stands in the first of the two. */
static void
merge_across (DocumentFixture *self)
{
  guint cell;
  guint row = find_row (self, ROW, &cell);
  GjRawBlock *grid = document_get_grid (self, 1);

  document_get_cell (grid, row, cell + 2)->n_positions = 2;
  g_ptr_array_remove_index (document_get_row (grid, row)->cells, cell + 3);
  expect (self, "requests/received/research", "");
}

static void
merge_down (DocumentFixture *self)
{
  guint cell;
  guint next;
  guint row = find_row (self, ROW, &cell);
  guint below = find_row (self, NEXT, &next);
  GjRawBlock *grid = document_get_grid (self, 1);

  document_get_cell (grid, row, cell + 2)->n_lines = 2;
  g_ptr_array_remove_index (document_get_row (grid, below)->cells, next + 2);
  expect (self, "requests/carried-in/enterprise", "");
}

static guint
find_heading (DocumentFixture *self,
              guint            section)
{
  return document_find_block (self, gj_form_get_section (gj_report_get_form (self->expected), section)->heading.zh, 0);
}

static void
foreign_table (DocumentFixture *self)
{
  GjRawBlock *grid = gj_raw_block_new_grid (1);
  static const char *const texts[][3] = {
    { "信息类别", "条数", "比重" }, { "工作动态", "97", "76%" }, { "财政信息", "31", "24%" },
  };

  for (guint r = 0; r < G_N_ELEMENTS (texts); r++)
    {
      GjRawRow *row = gj_raw_block_add_row (grid);

      for (guint c = 0; c < 3; c++)
        gj_raw_row_add_cell (row, texts[r][c], -1, 1);
    }
  g_ptr_array_insert (self->document->blocks, (int) find_heading (self, 1), grid);
}

static void
move_block (DocumentFixture *self,
            guint            from,
            guint            to)
{
  gpointer block = g_ptr_array_steal_index (self->document->blocks, (int) from);

  g_ptr_array_insert (self->document->blocks, (int) to, block);
}

/* All tables stand at the end, as annexes. */
static void
move_tables (DocumentFixture *self)
{
  for (guint i = 0; i < self->n_grids; i++)
    move_block (self, self->grids[i] - i, self->document->blocks->len - 1);
}

void
nasty_mar_drop_table (DocumentFixture *self)
{
  g_ptr_array_remove_index (self->document->blocks, self->grids[2]);
  expect_row (self, "cases/review", NULL);
  expect_row (self, "cases/suit-direct", NULL);
  expect_row (self, "cases/suit-after-review", NULL);
}

/* Everything stands in a table of one cell a paragraph. */
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
transpose (DocumentFixture *self)
{
  GjRawBlock *grid = document_get_grid (self, 1);
  g_auto (NastyGrid) old = { 0 };
  GjRawBlock *turned = gj_raw_block_new_grid (1);

  nasty_grid_init (&old, grid);
  for (guint c = 0; c < old.n_columns; c++)
    {
      GjRawRow *row = gj_raw_block_add_row (turned);

      for (guint r = 0; r < old.n_rows; r++)
        {
          const NastySlot *slot = nasty_grid_get (&old, r, c);
          GjRawCell *cell;

          if (slot->cell == NULL || slot->row != r || slot->column != c)
            continue;
          cell = gj_raw_row_add_cell (row, slot->cell->text, -1, 1);
          cell->n_lines = slot->cell->n_positions;
          cell->n_positions = slot->cell->n_lines;
        }
    }
  self->document->blocks->pdata[self->grids[1]] = turned;
  gj_raw_block_free (grid);
}

/* Labels */

static void
change_label (DocumentFixture *self,
              guint            table,
              const char      *from,
              const char      *to)
{
  GjRawBlock *grid = document_get_grid (self, table);
  guint cell;
  guint row = document_find_row (grid, from, &cell);

  set_text (document_get_cell (grid, row, cell), to);
}

static void
mistype_labels (DocumentFixture *self)
{
  change_label (self, 1, NEXT, "二、上年接转政府信息公开申请数");
  change_label (self, 1, "（一）予以公开", "（一）予已公开");
  change_label (self, 1, "科研", "科研院所");
  change_label (self, 0, "行政许可", "行政许 可");
}

/* Without the numbers that stand before them, and with other brackets. */
static void
reshape_labels (DocumentFixture *self)
{
  change_label (self, 1, ROW, "本年新收政府信息公开申请数量");
  change_label (self, 1, NEXT, "2. 上年结转政府信息公开申请数量");
  change_label (self, 1, "（一）予以公开", "(一) 予以 公开");
  change_label (self, 1, "（七）总计", "总　计");
}

void
nasty_mar_break_labels (DocumentFixture *self)
{
  change_label (self, 1, ROW, "一、本年新收政府\n信息公开申请数量");
  change_label (self, 1, "科研", "科\n研\n机\n构");
  change_label (self, 2, "未经复议直接起诉", "未经复议\n直接起诉");
}

static void
lose_label (DocumentFixture *self)
{
  change_label (self, 1, NEXT, "");
}

/* Cells */

static void
change_value (DocumentFixture *self,
              const char      *column,
              guint            offset,
              const char      *text)
{
  g_autofree char *id = g_strconcat ("requests/received/", column, NULL);
  guint cell;
  guint row = find_row (self, ROW, &cell);

  set_text (document_get_cell (document_get_grid (self, 1), row, cell + offset), text);
  expect (self, id, text);
}

static void
two_numbers (DocumentFixture *self)
{
  change_value (self, "natural-person", 1, "12 34");
  change_value (self, "research", 3, "5（6）");
}

void
nasty_mar_break_number (DocumentFixture *self)
{
  change_value (self, "natural-person", 1, "12\n34");
  change_value (self, "total", 7, "7\n件");
}

static void
words (DocumentFixture *self)
{
  change_value (self, "natural-person", 1, "约五件");
  change_value (self, "enterprise", 2, "见附件");
  change_value (self, "research", 3, "无");
  change_value (self, "public-welfare", 4, "/");
  change_value (self, "legal-service", 5, "-");
  change_value (self, "other-organisation", 6, "—");
  change_value (self, "total", 7, "〇");
}

static void
odd_numbers (DocumentFixture *self)
{
  change_value (self, "natural-person", 1, "１２８");
  change_value (self, "enterprise", 2, "12,345");
  change_value (self, "research", 3, "1，234");
  change_value (self, "public-welfare", 4, "12件");
  change_value (self, "legal-service", 5, "-3");
  change_value (self, "other-organisation", 6, "0.50");
  change_value (self, "total", 7, "007");
}

static void
blanks_in_numbers (DocumentFixture *self)
{
  change_value (self, "natural-person", 1, "12 345");
  change_value (self, "enterprise", 2, "12\xc2\xa0" "345");
  change_value (self, "research", 3, "1\xe2\x80\x8b" "2");
  change_value (self, "public-welfare", 4, "5\xe3\x80\x80" "6");
}

static void
rare_characters (DocumentFixture *self)
{
  change_value (self, "natural-person", 1, "12\xee\x80\x80");
  change_value (self, "enterprise", 2, "\xf0\xa0\xae\xb7" "3");
  change_value (self, "research", 3, "镕喆堃");
}

/* Fills */

static void
fill_all (GjReport   *report,
          const char *text)
{
  for (guint i = 0; i < gj_form_get_n_cells (gj_report_get_form (report)); i++)
    if (gj_report_has_cell (report, i))
      gj_report_init_cell (report, i, text);
}

static void
fill_zeros (GjReport *report)
{
  fill_all (report, "0");
  for (guint i = 3; i < gj_form_get_n_cells (gj_report_get_form (report)); i += 11)
    if (gj_report_has_cell (report, i))
      gj_report_init_cell (report, i, i % 2 == 0 ? "3" : "17");
}

static void
fill_nothing (GjReport *report)
{
  fill_all (report, "");
}

static void
fill_some (GjReport *report)
{
  for (guint i = 0; i < gj_form_get_n_cells (gj_report_get_form (report)); i += 5)
    if (gj_report_has_cell (report, i))
      gj_report_init_cell (report, i, "");
}

static void
fill_full_width (GjReport *report)
{
  for (guint i = 0; i < gj_form_get_n_cells (gj_report_get_form (report)); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      if (!gj_report_has_cell (report, i))
        continue;
      for (const char *p = gj_report_get_cell_text (report, i); *p != '\0'; p++)
        g_string_append_unichar (text, g_ascii_isdigit (*p) ? 0xff10 + (gunichar) (*p - '0') : (gunichar) *p);
      gj_report_init_cell (report, i, text->str);
    }
}

static void
fill_decimals (GjReport *report)
{
  guint cell = gj_form_find_cell (gj_report_get_form (report), "disclosure/fees/amount");

  gj_report_init_cell (report, cell, "5953.02496万元");
}

/* Headings, title, texts */

static void
change_heading (DocumentFixture *self,
                guint            section,
                const char      *text)
{
  guint at = find_heading (self, section);
  GjRawBlock *block = self->document->blocks->pdata[at];

  if (text == NULL)
    {
      g_ptr_array_remove_index (self->document->blocks, at);
      for (guint i = 0; i < self->n_grids; i++)
        self->grids[i] -= self->grids[i] > at ? 1 : 0;
      return;
    }
  g_free (block->text);
  block->text = g_strdup (text);
}

static void
mistype_headings (DocumentFixture *self)
{
  change_heading (self, 0, "总体情况");
  change_heading (self, 3, "四、政府信息公开行政复义、行政诉讼情况");
  change_heading (self, 5, "六、其它需报告的事项。");
}

static void
drop_headings (DocumentFixture *self)
{
  change_heading (self, 1, NULL);
  change_heading (self, 2, NULL);
}

static void
repeat_heading (DocumentFixture *self)
{
  guint at = find_heading (self, 4);
  GjRawBlock *block = self->document->blocks->pdata[at];

  g_ptr_array_insert (self->document->blocks, (int) at + 2, gj_raw_block_new_paragraph (block->text, -1, 1));
}

/* Two sections have changed their numbers. */
static void
misnumber_headings (DocumentFixture *self)
{
  change_heading (self, 1, "三、主动公开政府信息情况");
  change_heading (self, 2, "二、收到和处理政府信息公开申请情况");
}

static void
add_contents (DocumentFixture *self)
{
  GjForm *form = gj_report_get_form (self->expected);
  guint at = document_find_block (self, "统计期限", 0);

  g_ptr_array_insert (self->document->blocks, (int) at++, gj_raw_block_new_paragraph ("目  录", -1, 1));
  for (guint i = 0; i < gj_form_get_n_sections (form); i++)
    {
      g_autofree char *line = g_strdup_printf ("%s……%u", gj_form_get_section (form, i)->heading.zh, i + 1);

      g_ptr_array_insert (self->document->blocks, (int) at++, gj_raw_block_new_paragraph (line, -1, 1));
    }
}

static void
break_title (DocumentFixture *self)
{
  GjRawBlock *block = self->document->blocks->pdata[1];

  g_assert_true (g_str_has_suffix (block->text, "年政府信息公开工作年度报告"));
  block->text[strlen (block->text) - strlen ("年度报告")] = '\0';
  g_ptr_array_insert (self->document->blocks, 2, gj_raw_block_new_paragraph ("年度报告", -1, 1));
}

static void
drop_title (DocumentFixture *self)
{
  g_ptr_array_remove_range (self->document->blocks, 0, 2);
  for (guint i = 0; i < self->n_grids; i++)
    self->grids[i] -= 2;
}

static void
name_other_basis (DocumentFixture *self)
{
  GjRawBlock *block = self->document->blocks->pdata[document_find_block (self, "统计期限", 0)];
  char *text = g_strconcat (block->text, "本报告依据国办公开办函〔2019〕60号编制。", NULL);

  g_free (block->text);
  block->text = text;
}

static void
add_blank_paragraphs (DocumentFixture *self)
{
  for (guint i = self->document->blocks->len; i > 0; i--)
    g_ptr_array_insert (self->document->blocks, (int) i, gj_raw_block_new_paragraph ("　 ", -1, 1));
}

#define FORMAT(format) (1 << NASTY_ ## format)

static const NastyCase shared[] = {
  { "plain", "" },
  { "plain-2019", "", .form = "guoban-2019" },
  { "old-row", "old-row", .variant = "old-row" },
  { "zeros", "", .fill = fill_zeros },
  { "nothing-filled-in", "", .fill = fill_nothing },
  { "some-blank", "", .fill = fill_some },
  { "full-width", "", .fill = fill_full_width },
  { "decimals", "", .fill = fill_decimals },
  { "split-with-head", "head-repeated", .mar = split_with_head, .flags = NASTY_OTHER_TEXTS },
  { "split-with-blank", "", .mar = split_with_blank },
  { "head-repeated", "head-repeated", .mar = repeat_head },
  { "head-marked", "", .mar = mark_head },
  { "row-missing", "row-missing", .mar = drop_row },
  { "row-extra", "row-extra", .mar = add_row },
  { "row-repeated", "row-repeated", .mar = repeat_row },
  { "rows-swapped", "row-moved", .mar = swap_rows },
  { "rows-blank", "", .mar = add_blank_rows },
  { "column-missing", "column-missing", .mar = drop_column },
  { "column-extra", "column-extra", .mar = add_column },
  { "columns-swapped", "column-moved", .mar = swap_columns },
  { "columns-spaced", "", .mar = add_spacers },
  { "merged-across", "value-merged", .mar = merge_across, .not_in = FORMAT (TEXT) },
  { "merged-down", "value-merged", .mar = merge_down, .not_in = FORMAT (TEXT) },
  { "table-foreign", "table-foreign", .mar = foreign_table },
  { "tables-at-the-end", "table-moved", .mar = move_tables },
  { "table-missing", "table-missing", .mar = nasty_mar_drop_table },
  { "transposed", "table-transposed", .mar = transpose },
  { "arranged", "layout-table", .mar = arrange, .not_in = FORMAT (PDF),
    .format_notes = { [NASTY_TEXT] = "" } },
  { "labels-mistyped", "label", .mar = mistype_labels },
  { "labels-reshaped", "label-guess", .mar = reshape_labels },
  { "labels-broken", "", .mar = nasty_mar_break_labels, .not_in = FORMAT (TEXT) },
  { "label-lost", "label-guess", .mar = lose_label },
  { "two-numbers", "", .mar = two_numbers },
  { "number-broken", "", .mar = nasty_mar_break_number, .not_in = FORMAT (TEXT) },
  { "words-in-cells", "", .mar = words },
  { "odd-numbers", "", .mar = odd_numbers },
  { "blanks-in-numbers", "", .mar = blanks_in_numbers },
  { "rare-characters", "", .mar = rare_characters, .not_in = FORMAT (PDF) },
  { "headings-mistyped", "heading", .mar = mistype_headings },
  { "headings-missing", "heading-missing", .mar = drop_headings, .flags = NASTY_OTHER_TEXTS },
  { "heading-repeated", "heading-repeated", .mar = repeat_heading, .flags = NASTY_OTHER_TEXTS },
  { "headings-misnumbered", "heading", .mar = misnumber_headings },
  { "contents", "contents", .mar = add_contents },
  { "title-broken", "title-broken", .mar = break_title },
  { "title-missing", "body title-missing year", .mar = drop_title },
  { "basis", "form-basis", .mar = name_other_basis, .flags = NASTY_OTHER_TEXTS },
  { "paragraphs-blank", "", .mar = add_blank_paragraphs },
};

const NastyCase *
nasty_list_shared (guint *n_cases)
{
  *n_cases = G_N_ELEMENTS (shared);

  return shared;
}
