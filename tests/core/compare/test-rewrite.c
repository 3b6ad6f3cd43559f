/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-core.h"

#define BODY "云溪市水务局"
#define COPIED "一是健全制度，完善信息发布审核流程，明确专人负责，做到应公开尽公开。"

/* In the order of the form. */

enum { OVERVIEW, DISCLOSURE, REQUESTS, CASES, PROBLEMS, OTHERS, PREFACE };

static GjReport *
make_report (int         year,
             guint       section,
             const char *text)
{
  GjForm *form = gj_form_catalogue_find_year (year);
  GjReport *report = gj_report_new_for_year (form, BODY, year);
  g_autoptr (GjNarrative) narrative = gj_narrative_new_for_text (text);

  for (guint i = 0; i < gj_form_get_n_cells (form); i++)
    gj_report_init_cell (report, i, "0");
  gj_report_init_field (report, GJ_FIELD_DATE, "2024-01-20");
  for (guint i = 0; i <= OTHERS; i++)
    if (gj_form_get_section (form, i)->table == GJ_NONE)
      {
        g_autoptr (GjNarrative) written = gj_narrative_new_for_text ("本年另有安排。");

        gj_report_init_narrative (report, i, written);
      }
  gj_report_init_narrative (report, section, narrative);

  return report;
}

static void
assert_rewrites (GjReport      *report,
                 GjReport      *last,
                 GjRewriteKind  kind,
                 guint          section)
{
  g_autoptr (GPtrArray) rewrites = gj_report_list_rewrites (report, last);
  const GjRewrite *rewrite;

  g_assert_cmpuint (rewrites->len, ==, 1);
  rewrite = g_ptr_array_index (rewrites, 0);
  g_test_message ("%s", rewrite->message);
  g_assert_cmpint (rewrite->kind, ==, kind);
  g_assert_cmpuint (rewrite->section, ==, section);
}

static void
test_done (void)
{
  g_autoptr (GjReport) last = make_report (2022, PROBLEMS, COPIED);
  g_autoptr (GjReport) report = make_report (2023, PROBLEMS, "本年改进了三个方面的工作，详见附件。");
  g_autoptr (GPtrArray) rewrites = gj_report_list_rewrites (report, last);

  g_assert_cmpuint (rewrites->len, ==, 0);
}

static void
test_fresh (void)
{
  g_autoptr (GjReport) last = make_report (2022, PROBLEMS, COPIED);
  g_autoptr (GjReport) report = gj_report_new_for_next_year (gj_form_catalogue_find_year (2023), NULL, 2023,
                                                             last, NULL);
  g_autoptr (GPtrArray) rewrites = gj_report_list_rewrites (report, last);
  guint n[GJ_REWRITE_OLD_YEAR + 1] = { 0 };

  for (guint i = 0; i < rewrites->len; i++)
    {
      const GjRewrite *rewrite = g_ptr_array_index (rewrites, i);

      n[rewrite->kind]++;
      g_assert_cmpint (rewrite->cell != GJ_NONE, ==,
                       rewrite->kind == GJ_REWRITE_BLANK || rewrite->kind == GJ_REWRITE_PROPOSED);
      g_assert_cmpint (rewrite->field != GJ_NONE, ==, rewrite->section == GJ_NONE);
    }
  g_assert_cmpuint (n[GJ_REWRITE_MISSING], ==, 1);
  g_assert_cmpuint (n[GJ_REWRITE_PROPOSED], ==, 1);
  g_assert_cmpuint (n[GJ_REWRITE_BLANK], ==, 3);
  g_assert_cmpuint (n[GJ_REWRITE_EMPTY], ==, 3);
  g_assert_cmpuint (n[GJ_REWRITE_COPIED], ==, 0);
  g_assert_cmpuint (n[GJ_REWRITE_OLD_YEAR], ==, 0);
}

static void
test_copied (void)
{
  g_autoptr (GjReport) last = make_report (2022, PROBLEMS, "我局还有不足。" COPIED);
  g_autoptr (GjReport) report = make_report (2023, OVERVIEW, "本年工作如下。" COPIED);
  g_autoptr (GjSimilarityMeter) last_words = gj_report_read_last_words (report, last);
  g_autoptr (GArray) passages = gj_report_find_copied (report, last_words, OVERVIEW);

  assert_rewrites (report, last, GJ_REWRITE_COPIED, OVERVIEW);
  g_assert_cmpuint (passages->len, ==, 1);
  g_assert_cmpuint (g_array_index (passages, GjCopiedPassage, 0).start, ==, 7);
}

static const struct
{
  const char *text;
  gboolean    is_old;
} years[] = {
  { "2022年，我局主动公开信息12条。", TRUE },
  { "本年比2022年增长两成，较2022年的12条多3条。", FALSE },
  { "按照国办公开办函〔2022〕3号要求。", FALSE },
  { "2023年，我局主动公开信息12条。", FALSE },
  { "自2022年起施行。", FALSE },
  { "比2022年好。2022年12月底。", TRUE },
};

static void
test_old_year (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (years); i++)
    {
      g_autoptr (GjReport) report = make_report (2023, OVERVIEW, years[i].text);
      g_autoptr (GPtrArray) rewrites = gj_report_list_rewrites (report, NULL);

      g_test_message ("%s", years[i].text);
      g_assert_cmpuint (rewrites->len, ==, years[i].is_old);
      if (years[i].is_old)
        assert_rewrites (report, NULL, GJ_REWRITE_OLD_YEAR, OVERVIEW);
    }
}

static void
test_cover (void)
{
  g_autoptr (GjReport) report = make_report (2023, OVERVIEW, "本年工作如下。");

  gj_report_init_field (report, GJ_FIELD_TITLE, BODY "2022年政府信息公开工作年度报告");
  assert_rewrites (report, NULL, GJ_REWRITE_OLD_YEAR, GJ_NONE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/rewrite/done", test_done);
  g_test_add_func ("/core/rewrite/fresh", test_fresh);
  g_test_add_func ("/core/rewrite/copied", test_copied);
  g_test_add_func ("/core/rewrite/old-year", test_old_year);
  g_test_add_func ("/core/rewrite/cover", test_cover);

  return g_test_run ();
}
