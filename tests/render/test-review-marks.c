/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-page-private.h"
#include "paper-dump.h"

#include <string.h>

#include "gj-sample-report.h"

/* The marks of findings in tables whose cells are full: no mark covers a figure, upright or
 * turned, and none is off the sheet. */

typedef struct
{
  double left;
  double right;
  double top;
  double bottom;
} Box;

typedef struct
{
  guint n_marks;
  guint n_marks_turned;
  guint n_in_margin;
  guint n_underlined;
} Seen;

static Box
get_box (const GjTextRun *run,
         double           ascent)
{
  return (Box) { run->x, run->x + run->width, run->y - ascent * run->size, run->y };
}

/* Figures are a little lower than the marks' circles. */
static void
assert_clear (const GjPage    *page,
              const GjTextRun *mark,
              gboolean         turned)
{
  Box box = get_box (mark, 0.8);
  gboolean turned_here = FALSE;

  for (guint i = 0; i < page->ops->len; i++)
    {
      const GjOp *op = &g_array_index (page->ops, GjOp, i);
      Box other;

      if (op->kind == GJ_OP_TURN)
        turned_here = op->turned;
      if (op->kind != GJ_OP_TEXT || op->text.drawn || turned_here != turned)
        continue;
      other = get_box (&op->text, 0.7);
      g_assert_false (box.left < other.right - 0.1 && other.left < box.right - 0.1 && box.top < other.bottom - 0.1 &&
                      other.top < box.bottom - 0.1);
    }
}

static void
look_at_page (const GjPage *page,
              Seen         *seen)
{
  gboolean turned = FALSE;

  for (guint i = 0; i < page->ops->len; i++)
    {
      const GjOp *op = &g_array_index (page->ops, GjOp, i);
      double table_end = GJ_PAPER_BINDING + (turned ? GJ_PAPER_TYPE_HEIGHT : GJ_PAPER_TYPE_WIDTH);
      double sheet_end = turned ? table_end + GJ_PAPER_TOP : GJ_PAPER_WIDTH;

      if (op->kind == GJ_OP_TURN)
        turned = op->turned;
      if (op->kind == GJ_OP_LINE && op->rule.width == 0.6)
        seen->n_underlined++;
      if (op->kind != GJ_OP_TEXT || !op->text.drawn)
        continue;
      assert_clear (page, &op->text, turned);
      g_assert_cmpfloat (op->text.x + op->text.width, <, sheet_end);
      g_assert_cmpfloat (op->text.size, >=, 5);
      seen->n_marks++;
      seen->n_marks_turned += turned;
      seen->n_in_margin += op->text.x > table_end;
    }
}

/* @n findings in each row of the two tables that have the narrowest cells: as many as have
   circled numbers. */
static GPtrArray *
make_findings (GjReport *report,
               guint     n)
{
  static const char *const messages[] = { "甲处不符。", "乙处不符。", "丙处不符。", "丁处不符。" };
  static const char *const rows[] = {
    "requests/received/", "requests/granted/", "requests/denied-security/", "requests/rejected-repeat/",
    "requests/carried-out/", "cases/review/", "cases/suit-direct/", "cases/suit-after-review/",
  };
  GPtrArray *findings = g_ptr_array_new_with_free_func (g_object_unref);
  GjForm *form = gj_report_get_form (report);

  for (guint i = 0; i < G_N_ELEMENTS (rows) * n; i++)
    {
      const char *row = rows[i / n];
      const char *cells[9] = { NULL };
      g_autofree char *message = g_strconcat (row, messages[i % n], NULL);
      guint n_cells = 0;

      for (guint j = 0; j < gj_form_get_n_cells (form); j++)
        if (g_str_has_prefix (gj_form_get_cell (form, j)->id, row))
          cells[n_cells++] = gj_form_get_cell (form, j)->id;
      /* Those of the same cells would be one. */
      cells[n_cells - i % n] = NULL;
      g_ptr_array_add (findings, paper_new_cell_finding (report, cells, message));
    }
  return findings;
}

/* Where the widths of the faces decide what fits, only that nothing is covered is asked. */
typedef enum
{
  ROOM_IN_CELLS,
  ROOM_SOMEWHERE,
  ROOM_BESIDE_ROWS,
} Room;

static const struct
{
  const char *number;
  guint       n;
  Room        room;
} cases[] = {
  { "0", 1, ROOM_IN_CELLS },
  { "123", 2, ROOM_SOMEWHERE },
  { "12345", 1, ROOM_SOMEWHERE },
  { "12345", 4, ROOM_SOMEWHERE },
  { "1234567", 1, ROOM_SOMEWHERE },
  { "1234567", 4, ROOM_SOMEWHERE },
  { "123456789012345", 2, ROOM_BESIDE_ROWS },
  { "123456789012345", 4, ROOM_BESIDE_ROWS },
};

static void
test_full (gconstpointer data)
{
  guint index = GPOINTER_TO_UINT (data);
  g_autoptr (GjReport) report = gj_sample_report_new ();
  g_autoptr (GjFonts) fonts = gj_fonts_new (NULL);
  GjPaperOptions options = { .copy = GJ_COPY_REVIEWED, .copy_date = "2026-01-20" };
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GjPages) pages = NULL;
  Seen seen = { 0 };

  gj_sample_report_fill_cells (report, cases[index].number);
  options.findings = findings = make_findings (report, cases[index].n);
  pages = gj_pages_new (report, fonts, &options, NULL, NULL);
  for (guint i = 0; i < gj_pages_get_n_pages (pages); i++)
    if (gj_page_is_report (gj_pages_get_page (pages, i)))
      look_at_page (gj_pages_get_page (pages, i), &seen);

  g_test_message ("%u marks, %u turned, %u in the margin, %u underlined", seen.n_marks, seen.n_marks_turned,
                  seen.n_in_margin, seen.n_underlined);
  g_assert_cmpuint (seen.n_marks, >, seen.n_in_margin);
  g_assert_cmpint (seen.n_in_margin > 0, ==, seen.n_underlined > 0);
  if (cases[index].room != ROOM_SOMEWHERE)
    {
      g_assert_cmpint (seen.n_in_margin > 0, ==, cases[index].room == ROOM_BESIDE_ROWS);
      g_assert_cmpint (seen.n_marks_turned > 0, ==, cases[index].room == ROOM_BESIDE_ROWS);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/render/review-marks/%s/%u", cases[i].number, cases[i].n);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_full);
    }
  return g_test_run ();
}
