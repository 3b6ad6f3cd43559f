/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <locale.h>
#include <string.h>

#include "gj-text-rows.h"

/* Rows of two texts: each side keeps its own order, whatever was moved. */

static GPtrArray *
align (const char *const *old_texts,
       const char *const *new_texts)
{
  return gj_text_align (old_texts, g_strv_length ((char **) old_texts), new_texts,
                        g_strv_length ((char **) new_texts));
}

/* Every paragraph stands in one row of its side, in order. */
static void
assert_complete (GArray            *rows,
                 const char *const *old_texts,
                 const char *const *new_texts)
{
  guint old_done = 0;
  guint new_done = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      const GjTextRow *row = &g_array_index (rows, GjTextRow, i);

      if (row->n_old > 0)
        g_assert_cmpuint (row->old_first, ==, old_done);
      if (row->n_new > 0)
        g_assert_cmpuint (row->new_first, ==, new_done);
      old_done += row->n_old;
      new_done += row->n_new;
    }
  g_assert_cmpuint (old_done, ==, g_strv_length ((char **) old_texts));
  g_assert_cmpuint (new_done, ==, g_strv_length ((char **) new_texts));
}

static const char *const first[] = {
  "2024年，我局主动公开政府信息196条，政务新媒体发布310条。",
  "制定政策解读材料管理办法，明确解读责任，压实工作要求。",
  "全年收到政府信息公开申请41件，均按时答复，没有逾期。",
  "组织政务公开业务培训2次，参训人员达到一百二十人次。",
  NULL,
};

static const char *const second[] = {
  "组织政务公开业务培训2次，参训人员达到一百二十人次。",
  "2025年，我局主动公开政府信息223条，政务新媒体发布357条。",
  "全年收到政府信息公开申请55件，均按时答复，没有逾期。",
  "并对十二个镇街开展现场指导，逐一反馈存在的问题。",
  NULL,
};

static void
test_complete (void)
{
  static const char *const nothing[] = { NULL };
  const char *const *const texts[] = { first, second, nothing };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (guint j = 0; j < G_N_ELEMENTS (texts); j++)
      {
        g_autoptr (GPtrArray) passages = align (texts[i], texts[j]);
        g_autoptr (GArray) rows = gj_text_rows_new (passages, texts[i], texts[j]);

        assert_complete (rows, texts[i], texts[j]);
      }
}

static void
test_moved (void)
{
  g_autoptr (GPtrArray) passages = align (first, second);
  g_autoptr (GArray) rows = gj_text_rows_new (passages, first, second);
  guint n_moved = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      const GjTextRow *row = &g_array_index (rows, GjTextRow, i);

      if (!row->is_moved)
        continue;

      n_moved++;
      g_assert_cmpuint (row->n_old + row->n_new, ==, 1);
      g_assert_cmpuint (row->other, ==, row->n_new > 0 ? 3 : 0);
    }
  g_assert_cmpuint (n_moved, ==, 2);
}

static guint
count_marks (GPtrArray  *marks,
             GjMarkKind  kind)
{
  guint n = 0;

  for (guint i = 0; i < marks->len; i++)
    {
      GArray *own = marks->pdata[i];

      for (guint j = 0; j < own->len; j++)
        if (g_array_index (own, GjTextMark, j).kind == kind)
          n++;
    }

  return n;
}

static void
test_marks (void)
{
  g_autoptr (GPtrArray) passages = align (first, second);
  g_autoptr (GPtrArray) old_marks = gj_text_rows_list_marks (passages, FALSE, first, NULL, FALSE);
  g_autoptr (GPtrArray) new_marks = gj_text_rows_list_marks (passages, TRUE, second, NULL, FALSE);
  g_autoptr (GPtrArray) numbers = gj_text_rows_list_marks (passages, TRUE, second, NULL, TRUE);

  g_assert_cmpuint (count_marks (old_marks, GJ_MARK_ADDED), ==, 0);
  g_assert_cmpuint (count_marks (new_marks, GJ_MARK_REMOVED), ==, 0);
  g_assert_cmpuint (count_marks (old_marks, GJ_MARK_REMOVED), >, 0);
  g_assert_cmpuint (count_marks (new_marks, GJ_MARK_ADDED), >, 0);
  g_assert_cmpuint (count_marks (new_marks, GJ_MARK_NUMBER), >=, 3);
  g_assert_cmpuint (count_marks (numbers, GJ_MARK_ADDED), ==, 0);
  g_assert_cmpuint (count_marks (numbers, GJ_MARK_NUMBER), ==,
                    count_marks (new_marks, GJ_MARK_NUMBER));
}

/* Marks are places in their paragraph, never beyond it. */
static void
test_places (void)
{
  g_autoptr (GPtrArray) passages = align (first, second);
  g_autoptr (GPtrArray) marks = gj_text_rows_list_marks (passages, TRUE, second, NULL, FALSE);

  for (guint i = 0; i < marks->len; i++)
    {
      GArray *own = marks->pdata[i];

      for (guint j = 0; j < own->len; j++)
        {
          const GjTextMark *mark = &g_array_index (own, GjTextMark, j);

          g_assert_cmpuint (mark->start, <, mark->end);
          g_assert_cmpuint (mark->end, <=, g_utf8_strlen (second[i], -1));
        }
    }
}

static GjReport *
create_report (int         year,
               const char *text)
{
  GjReport *report = gj_report_new_for_year (gj_form_catalogue_find ("guoban-2021"), "云溪市档案馆", year);
  g_autoptr (GjNarrative) narrative = gj_narrative_new_for_text (text);

  gj_report_init_narrative (report, 0, narrative);

  return report;
}

/* A paragraph in which only the year moved on is no change and nothing in it is marked;
 * where a number differs, too, that alone is. */
static void
test_moved_years (void)
{
  g_autoptr (GjReport) old_report = create_report (2024, "2024年，我局认真贯彻条例。\n2024年收到申请41件。");
  g_autoptr (GjReport) new_report = create_report (2025, "2025年，我局认真贯彻条例。\n2025年收到申请55件。");
  g_autoptr (GjComparison) comparison = gj_comparison_new (old_report, new_report);
  g_auto (GStrv) old_texts = gj_comparison_dup_paragraphs (comparison, FALSE, 0);
  g_auto (GStrv) new_texts = gj_comparison_dup_paragraphs (comparison, TRUE, 0);
  GPtrArray *passages = gj_comparison_get_passages (comparison, 0);
  g_autoptr (GArray) rows = gj_text_rows_new (passages, (const char *const *) old_texts,
                                              (const char *const *) new_texts);
  g_autoptr (GPtrArray) marks =
    gj_text_rows_list_marks (passages, TRUE, (const char *const *) new_texts, NULL, FALSE);
  GArray *first_marks;
  GArray *second_marks;

  g_assert_cmpuint (rows->len, ==, 2);
  g_assert_false (gj_text_row_is_change (&g_array_index (rows, GjTextRow, 0), FALSE));
  g_assert_false (gj_text_row_is_change (&g_array_index (rows, GjTextRow, 0), TRUE));
  g_assert_true (gj_text_row_is_change (&g_array_index (rows, GjTextRow, 1), FALSE));
  g_assert_true (gj_text_row_is_change (&g_array_index (rows, GjTextRow, 1), TRUE));

  g_assert_cmpuint (marks->len, ==, 2);
  first_marks = marks->pdata[0];
  second_marks = marks->pdata[1];
  g_assert_cmpuint (first_marks->len, ==, 0);
  g_assert_cmpuint (second_marks->len, ==, 1);
  g_assert_cmpint (g_array_index (second_marks, GjTextMark, 0).kind, ==, GJ_MARK_NUMBER);
  g_assert_cmpuint (g_array_index (second_marks, GjTextMark, 0).start, ==, 9);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  setlocale (LC_ALL, "");
  g_test_add_func ("/app/text-rows/complete", test_complete);
  g_test_add_func ("/app/text-rows/moved", test_moved);
  g_test_add_func ("/app/text-rows/marks", test_marks);
  g_test_add_func ("/app/text-rows/places", test_places);
  g_test_add_func ("/app/text-rows/moved-years", test_moved_years);

  return g_test_run ();
}
