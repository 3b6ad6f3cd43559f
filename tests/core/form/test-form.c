/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-form-catalogue.h"

typedef struct
{
  const char *form;
  const char *table;
  guint       n_cells;
  guint       n_layouts;
} TableCase;

static const TableCase tables[] = {
  { "guoban-2019", "disclosure", 22, 1 },
  { "guoban-2019", "requests", 161, 1 },
  { "guoban-2019", "cases", 15, 1 },
  { "guoban-2021", "disclosure", 10, 1 },
  { "guoban-2021", "requests", 175, 2 },
  { "guoban-2021", "cases", 15, 1 },
};

static void
test_table (gconstpointer data)
{
  const TableCase *c = data;
  GjForm *form = gj_form_catalogue_find (c->form);
  const GjTable *table = gj_form_get_table (form, gj_form_find_table (form, c->table));

  g_assert_cmpuint (table->n_cells, ==, c->n_cells);
  g_assert_cmpuint (table->n_layouts, ==, c->n_layouts);

  for (guint i = table->first_cell; i < table->first_cell + table->n_cells; i++)
    {
      const GjCell *cell = gj_form_get_cell (form, i);

      g_assert_cmpuint (cell->index, ==, i);
      g_assert_cmpuint (gj_form_find_cell (form, cell->id), ==, i);
      g_assert_cmpuint (gj_table_find_cell (table, cell->row, cell->column), ==, i);
    }
}

/* Every place of every grid is covered by exactly one slot, in reading order. */
static void
assert_covered (const GjTableLayout *layout)
{
  g_autofree guint *covered = g_new0 (guint, layout->n_lines * layout->n_positions);
  guint n_part_lines = 0;

  for (guint i = 0; i < layout->n_slots; i++)
    {
      const GjSlot *slot = &layout->slots[i];

      if (i > 0)
        g_assert_true (slot->line > slot[-1].line ||
                       (slot->line == slot[-1].line && slot->position > slot[-1].position));
      g_assert_true ((slot->kind == GJ_SLOT_CELL) == (slot->cell != GJ_NONE));
      g_assert_true ((slot->kind == GJ_SLOT_CELL) == (slot->text.zh == NULL));

      for (guint line = slot->line; line < slot->line + slot->n_lines; line++)
        for (guint j = slot->position; j < slot->position + slot->n_positions; j++)
          covered[line * layout->n_positions + j]++;
    }

  for (guint i = 0; i < layout->n_lines * layout->n_positions; i++)
    g_assert_cmpuint (covered[i], ==, 1);

  for (guint i = 0; i < layout->n_parts; i++)
    {
      g_assert_cmpuint (layout->parts[i].first_line, ==, n_part_lines);
      n_part_lines += layout->parts[i].n_lines;
    }
  g_assert_cmpuint (n_part_lines, ==, layout->n_lines);
}

static void
test_layouts (void)
{
  for (guint f = 0; f < gj_form_catalogue_get_n_forms (); f++)
    {
      GjForm *form = gj_form_catalogue_get_form (f);

      for (guint t = 0; t < gj_form_get_n_tables (form); t++)
        for (guint i = 0; i < gj_form_get_table (form, t)->n_layouts; i++)
          assert_covered (&gj_form_get_table (form, t)->layouts[i]);
    }
}

static const char *const section_headings[] = {
  "一、总体情况",
  "二、主动公开政府信息情况",
  "三、收到和处理政府信息公开申请情况",
  "四、政府信息公开行政复议、行政诉讼情况",
  "五、存在的主要问题及改进情况",
  "六、其他需要报告的事项",
};

static void
test_sections (void)
{
  for (guint f = 0; f < gj_form_catalogue_get_n_forms (); f++)
    {
      GjForm *form = gj_form_catalogue_get_form (f);

      g_assert_cmpuint (gj_form_get_n_sections (form), ==, G_N_ELEMENTS (section_headings));
      for (guint i = 0; i < G_N_ELEMENTS (section_headings); i++)
        g_assert_cmpstr (gj_form_get_section (form, i)->heading.zh, ==, section_headings[i]);
    }
}

static void
test_old_row (void)
{
  GjForm *form = gj_form_catalogue_find ("guoban-2021");
  const GjTable *table = gj_form_get_table (form, gj_form_find_table (form, "requests"));
  const GjTableLayout *usual = gj_table_get_layout (table, NULL);
  const GjTableLayout *old = gj_table_get_layout (table, "old-row");
  guint cell = gj_form_find_cell (form, "requests/other-else/total");
  g_autofree char *name = gj_form_dup_cell_name (form, cell, "old-row", GJ_LANGUAGE_ZH);

  g_assert_cmpuint (usual->n_lines, ==, 28);
  g_assert_cmpuint (old->n_lines, ==, 26);
  g_assert_cmpstr (old->variant, ==, "old-row");
  g_assert_cmpstr (name, ==, "（六）其他处理（总计列）");

  for (guint i = 0; i < old->n_slots; i++)
    {
      const GjSlot *slot = &old->slots[i];

      if (slot->kind == GJ_SLOT_LABEL && slot->row == table->n_rows - 3)
        {
          g_assert_cmpstr (slot->text.zh, ==, "（六）其他处理");
          g_assert_cmpuint (slot->n_positions, ==, 2);
          return;
        }
    }

  g_assert_not_reached ();
}

static void
test_years (void)
{
  g_assert_cmpstr (gj_form_get_id (gj_form_catalogue_find_year (2021)), ==, "guoban-2021");
  g_assert_cmpstr (gj_form_get_id (gj_form_catalogue_find_year (2035)), ==, "guoban-2021");
  g_assert_cmpstr (gj_form_get_id (gj_form_catalogue_find_year (2019)), ==, "guoban-2019");
  g_assert_cmpstr (gj_form_get_id (gj_form_catalogue_find_year (2020)), ==, "guoban-2019");
  g_assert_null (gj_form_catalogue_find_year (2018));
  g_assert_null (gj_form_catalogue_find ("no-such-form"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *path = g_strdup_printf ("/core/form/table/%s/%s", tables[i].form,
                                               tables[i].table);

      g_test_add_data_func (path, &tables[i], test_table);
    }

  g_test_add_func ("/core/form/layouts", test_layouts);
  g_test_add_func ("/core/form/sections", test_sections);
  g_test_add_func ("/core/form/old-row", test_old_row);
  g_test_add_func ("/core/form/years", test_years);

  return g_test_run ();
}
