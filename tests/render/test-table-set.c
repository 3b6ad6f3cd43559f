/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-paper.h"
#include "gj-render.h"
#include "gj-sample-report.h"
#include "gj-table-set-private.h"

#include <math.h>
#include <string.h>

/* An invented table: two heads, then @n groups of four lines with a label over each. */
typedef struct
{
  GArray       *slots;
  guint         widths[3];
  GjPart        part;
  GjTableLayout layout;
  GjTable       table;
} Tall;

static void
add_slot (Tall       *tall,
          GjSlotKind  kind,
          guint       line,
          guint       position,
          guint       n_lines,
          guint       n_positions,
          const char *text)
{
  GjSlot slot = {
    .kind = kind, .line = line, .position = position, .n_lines = n_lines, .n_positions = n_positions,
    .text = { text, text }, .row = GJ_NONE, .column = GJ_NONE, .cell = GJ_NONE,
  };

  g_array_append_val (tall->slots, slot);
}

/* 五号 with room in its lines, and what a whole page of table three is set in. */
#define LOOSE 2
#define TIGHT 4

static Tall *
make_tall (guint n_groups)
{
  Tall *tall = g_new0 (Tall, 1);

  tall->slots = g_array_new (FALSE, TRUE, sizeof (GjSlot));
  add_slot (tall, GJ_SLOT_HEAD, 0, 0, 2, 2, "事项");
  add_slot (tall, GJ_SLOT_HEAD, 0, 2, 1, 1, "件数");
  add_slot (tall, GJ_SLOT_HEAD, 1, 2, 1, 1, "本年");
  for (guint i = 0; i < n_groups; i++)
    {
      add_slot (tall, GJ_SLOT_LABEL, 2 + 4 * i, 0, 4, 1, "（一）组别");
      for (guint j = 0; j < 4; j++)
        {
          add_slot (tall, GJ_SLOT_LABEL, 2 + 4 * i + j, 1, 1, 1, "1.一个事项的名称");
          add_slot (tall, GJ_SLOT_CELL, 2 + 4 * i + j, 2, 1, 1, NULL);
        }
    }
  tall->widths[0] = 1;
  tall->widths[1] = 2;
  tall->widths[2] = 2;
  tall->part = (GjPart) { 0, 2, 2 + 4 * n_groups };
  tall->layout = (GjTableLayout) {
    NULL, 2 + 4 * n_groups, 3, tall->widths, (GjSlot *) tall->slots->data, tall->slots->len, &tall->part, 1,
  };
  tall->table = (GjTable) { .id = "tall", .layouts = &tall->layout, .n_layouts = 1 };
  return tall;
}

static void
free_tall (Tall *tall)
{
  g_array_unref (tall->slots);
  g_free (tall);
}

static void
open_job (GjJob *job)
{
  job->fonts = gj_fonts_new (NULL);
  g_assert_nonnull (job->fonts);
  for (guint i = 0; i < GJ_N_FONT_ROLES; i++)
    job->borrowed[i] = g_hash_table_new (NULL, NULL);
}

static void
close_job (GjJob *job)
{
  for (guint i = 0; i < GJ_N_FONT_ROLES; i++)
    g_hash_table_unref (job->borrowed[i]);
  gj_fonts_free (job->fonts);
}

static guint
count (const char *text,
       const char *part)
{
  guint n = 0;

  for (const char *p = strstr (text, part); p != NULL; p = strstr (p + 1, part))
    n++;
  return n;
}

/* A table of several pages: each portion fits, begins with the heads, holds whole lines
 * and, where it can, whole groups; together they hold every line once. */
static void
test_tall (void)
{
  g_autoptr (GjReport) report = gj_sample_report_new ();
  Tall *tall = make_tall (30);
  GjJob job;
  g_autoptr (GjTableTexts) texts = NULL;
  GjTableSet *set;
  guint n_portions = 0;
  guint n_torn = 0;
  GjPortion portion;

  open_job (&job);
  texts = _gj_table_texts_new (&job, report, &tall->table);
  set = _gj_table_set_new (texts, LOOSE, GJ_PAPER_TYPE_WIDTH);
  for (guint start = 0; start < tall->layout.n_lines; start = portion.end)
    {
      GjPage *page = _gj_page_new (1);
      GString *text = g_string_new (NULL);

      _gj_table_set_continue (set, start, &portion);
      g_assert_true (_gj_table_set_fill (set, GJ_PAPER_TYPE_HEIGHT, FALSE, &portion));
      g_assert_cmpuint (portion.end, >, start);
      g_assert_cmpfloat (_gj_table_set_get_portion_height (set, &portion), <=, GJ_PAPER_TYPE_HEIGHT);
      g_assert_cmpuint (portion.n_heads, ==, start == 0 ? 0 : 2);
      n_torn += (portion.end - 2) % 4 != 0;

      _gj_table_set_draw (set, &job, &portion, 0, 0, page);
      _gj_page_dump (page, text);
      g_assert_cmpuint (count (text->str, "\"件数\""), ==, 1);
      g_assert_cmpuint (count (text->str, "\"续表\""), ==, start > 0);
      g_assert_cmpuint (count (text->str, "begin TR"), ==,
                        portion.n_heads + portion.end - portion.start);
      g_string_free (text, TRUE);
      _gj_page_free (page);
      n_portions++;
    }
  g_assert_cmpuint (n_portions, >=, 3);
  g_assert_cmpuint (n_torn, ==, 0);
  _gj_table_set_free (set);
  g_clear_pointer (&texts, _gj_table_texts_free);
  close_job (&job);
  free_tall (tall);
}

/* What does not fit is not put there, unless there is no other place. */
static void
test_no_room (void)
{
  g_autoptr (GjReport) report = gj_sample_report_new ();
  Tall *tall = make_tall (2);
  GjJob job;
  g_autoptr (GjTableTexts) texts = NULL;
  GjTableSet *set;
  GjPortion portion;

  open_job (&job);
  texts = _gj_table_texts_new (&job, report, &tall->table);
  set = _gj_table_set_new (texts, LOOSE, GJ_PAPER_TYPE_WIDTH);
  _gj_table_set_continue (set, 0, &portion);
  g_assert_false (_gj_table_set_fill (set, 30, FALSE, &portion));
  /* Both heads fit, but nothing under them. */
  g_assert_false (_gj_table_set_fill (set, set->tops[2] + 5, FALSE, &portion));
  g_assert_true (_gj_table_set_fill (set, 30, TRUE, &portion));
  g_assert_cmpuint (portion.end, ==, 3);
  _gj_table_set_free (set);
  g_clear_pointer (&texts, _gj_table_texts_free);
  close_job (&job);
  free_tall (tall);
}

/* Each table of each form fits the type area, and stands on one page under its heading. */
static void
test_forms (void)
{
  GjJob job;

  open_job (&job);
  for (guint i = 0; i < gj_form_catalogue_get_n_forms (); i++)
    {
      GjForm *form = gj_form_catalogue_get_form (i);
      g_autoptr (GjReport) report = gj_report_new (form);

      for (guint j = 0; j < gj_form_get_n_tables (form); j++)
        {
          g_autoptr (GjTableTexts) texts = _gj_table_texts_new (&job, report, gj_form_get_table (form, j));
          g_autoptr (GjTableSet) set = _gj_table_set_new (texts, TIGHT, GJ_PAPER_TYPE_WIDTH);

          g_assert_cmpfloat (fabs (set->columns[texts->layout->n_positions] - GJ_PAPER_TYPE_WIDTH), <, 0.01);
          g_assert_cmpfloat (_gj_table_set_get_height (set), <=, GJ_PAPER_TYPE_HEIGHT - GJ_PAPER_PITCH);
          g_assert_cmpfloat (_gj_table_set_get_least_number (set), ==, GJ_PAPER_SIZE_5);
        }
    }
  close_job (&job);
}

/* A number is never torn: the column gets wider, or the number smaller. */
static void
test_numbers (gconstpointer data)
{
  const char *number = data;
  g_autoptr (GjReport) report = gj_sample_report_new ();
  GjForm *form = gj_report_get_form (report);
  GjJob job;

  open_job (&job);
  /* Five figures everywhere, and the number in the first cell of each table. */
  gj_sample_report_fill_cells (report, "12345");
  for (guint i = 0; i < gj_form_get_n_tables (form); i++)
    gj_report_init_cell (report, gj_form_get_table (form, i)->first_cell, number);
  for (guint i = 0; i < gj_form_get_n_tables (form); i++)
    {
      g_autoptr (GjTableTexts) texts = _gj_table_texts_new (&job, report, gj_form_get_table (form, i));
      g_autoptr (GjTableSet) set = _gj_table_set_new (texts, TIGHT, GJ_PAPER_TYPE_WIDTH);

      for (guint j = 0; j < texts->layout->n_slots; j++)
        {
          const GjSlotSet *slot = set->slots + j;
          const GjSlot *place = slot->text->slot;

          if (place->kind != GJ_SLOT_CELL)
            continue;
          g_assert_cmpuint (slot->lines->len, ==, 1);
          g_assert_cmpfloat (slot->size, >=, 5);
          g_assert_cmpfloat (g_array_index (slot->lines, GjLine, 0).width, <=,
                             set->columns[place->position + place->n_positions] - set->columns[place->position]);
        }
    }
  close_job (&job);
}

/* Rows that the report has not are on no paper; a cell of a row that stands is blank. */
static const struct
{
  const char *name;
  const char *variant;
  const char *absent;
  guint       n_lost;
} absent_cases[] = {
  { "nothing", NULL, "no-such-cell", 0 },
  { "first-row", NULL, "requests/received/", 1 },
  { "first-of-group", NULL, "requests/denied-state-secret/", 1 },
  { "whole-group", NULL, "requests/unavailable-", 3 },
  { "last-row", NULL, "requests/carried-out/", 1 },
  { "one-cell", NULL, "requests/received/natural-person", 0 },
  { "column", NULL, "/total", 0 },
  { "old-row", "old-row", "requests/other-unpaid/", 0 },
  { "table", NULL, "requests/", 28 },
};

static void
test_absent (gconstpointer data)
{
  guint index = GPOINTER_TO_UINT (data);
  g_autoptr (GjReport) report = gj_sample_report_new ();
  GjForm *form = gj_report_get_form (report);
  const GjTable *table = gj_form_get_table (form, gj_form_find_table (form, "requests"));
  const GjTableLayout *layout;
  g_autoptr (GjTableTexts) texts = NULL;
  g_autofree guint *covered = NULL;
  GjJob job;

  gj_report_init_variant (report, absent_cases[index].variant);
  for (guint i = 0; i < gj_form_get_n_cells (form); i++)
    if (strstr (gj_form_get_cell (form, i)->id, absent_cases[index].absent) != NULL)
      gj_report_init_cell (report, i, NULL);

  open_job (&job);
  texts = _gj_table_texts_new (&job, report, table);
  layout = texts->layout;
  covered = g_new0 (guint, (gsize) layout->n_lines * layout->n_positions + 1);
  for (guint i = 0; i < layout->n_slots; i++)
    {
      const GjSlot *slot = layout->slots + i;

      if (i > 0)
        g_assert_true (slot->line > slot[-1].line ||
                       (slot->line == slot[-1].line && slot->position > slot[-1].position));
      for (guint j = slot->line; j < slot->line + slot->n_lines; j++)
        for (guint k = slot->position; k < slot->position + slot->n_positions; k++)
          covered[j * layout->n_positions + k]++;
    }
  for (guint i = 0; i < layout->n_lines * layout->n_positions; i++)
    g_assert_cmpuint (covered[i], ==, 1);
  g_assert_cmpuint (gj_table_get_layout (table, absent_cases[index].variant)->n_lines - layout->n_lines, ==,
                    absent_cases[index].n_lost);
  if (layout->n_lines > 0)
    {
      g_autoptr (GjTableSet) set = _gj_table_set_new (texts, TIGHT, GJ_PAPER_TYPE_WIDTH);

      g_assert_cmpuint (layout->parts[0].n_head_lines, ==, 3);
      g_assert_cmpuint (layout->parts[0].n_lines, ==, layout->n_lines);
      g_assert_cmpfloat (_gj_table_set_get_height (set), <=, GJ_PAPER_TYPE_HEIGHT - GJ_PAPER_PITCH);
    }
  close_job (&job);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/render/table-set/tall", test_tall);
  g_test_add_func ("/render/table-set/no-room", test_no_room);
  g_test_add_func ("/render/table-set/forms", test_forms);
  g_test_add_data_func ("/render/table-set/numbers/0", "0", test_numbers);
  g_test_add_data_func ("/render/table-set/numbers/123456789012345", "123456789012345", test_numbers);
  g_test_add_data_func ("/render/table-set/numbers/1,234,567", "1,234,567", test_numbers);
  g_test_add_data_func ("/render/table-set/numbers/134.8万元", "134.8万元", test_numbers);
  for (guint i = 0; i < G_N_ELEMENTS (absent_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/render/table-set/absent/%s", absent_cases[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_absent);
    }
  return g_test_run ();
}
