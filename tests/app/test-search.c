/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-replace.h"
#include "gj-search.h"

static GjReport *
create_report (void)
{
  GjReport *report = gj_report_new (gj_form_catalogue_find ("guoban-2021"));
  g_autoptr (GjNarrative) text = gj_narrative_new_for_text ("收到申请１２件，办结 12 件。\nABC");
  guint cell = gj_form_find_cell (gj_report_get_form (report), "requests/received/enterprise");

  gj_report_init_narrative (report, 0, text);
  gj_report_init_cell (report, cell, "12");

  return report;
}

typedef struct
{
  const char *words;
  guint       n_hits;
  guint       first_start;
} Case;

static const Case cases[] = {
  { "12", 3, 4 },
  { "１２", 3, 4 },
  { "abc", 1, 17 },
  { "没有这些字", 0, 0 },
  { "", 0, 0 },
};

static void
test_places (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (GjReport) report = create_report ();
  g_autoptr (GArray) hits = gj_search_report (report, c->words);

  g_assert_cmpuint (hits->len, ==, c->n_hits);
  if (c->n_hits > 0)
    g_assert_cmpuint (g_array_index (hits, GjHit, 0).start, ==, c->first_start);
}

static void
test_row_once (void)
{
  g_autoptr (GjReport) report = create_report ();
  g_autoptr (GArray) hits = gj_search_report (report, "予以公开");
  guint n_granted = 0;
  GjForm *form = gj_report_get_form (report);

  for (guint i = 0; i < hits->len; i++)
    {
      const GjHit *hit = &g_array_index (hits, GjHit, i);

      if (hit->cell != GJ_NONE
          && g_str_has_prefix (gj_form_get_cell (form, hit->cell)->id, "requests/granted/"))
        n_granted++;
    }

  g_assert_cmpuint (n_granted, ==, 1);
}

static char *
dup_text (GjSession *session,
          guint      section)
{
  return gj_narrative_dup_text (gj_report_get_narrative (gj_session_get_report (session), section));
}

typedef struct
{
  const char *words;
  const char *replacement;
  guint       n_replaced;
  const char *text;
} ReplaceCase;

static const ReplaceCase replace_cases[] = {
  { "12", "13", 2, "收到申请13件，办结 13 件。\nABC" },
  { "12", "", 2, "收到申请件，办结  件。\nABC" },
  { "12", "1212", 2, "收到申请1212件，办结 1212 件。\nABC" },
  { "abc", "甲", 1, "收到申请１２件，办结 12 件。\n甲" },
  { "没有这些字", "x", 0, "收到申请１２件，办结 12 件。\nABC" },
  { "", "x", 0, "收到申请１２件，办结 12 件。\nABC" },
};

/* Texts only, as one step that can be taken back; the cell keeps its number. */

static void
test_replace_all (gconstpointer data)
{
  const ReplaceCase *c = data;
  g_autoptr (GjReport) report = create_report ();
  g_autoptr (GjSession) session = gj_session_new (report);
  guint cell = gj_form_find_cell (gj_report_get_form (report), "requests/received/enterprise");
  g_autofree char *text = NULL;
  g_autofree char *before = NULL;

  g_assert_cmpuint (gj_session_replace_all (session, 1, c->words, c->replacement), ==, 0);
  g_assert_false (gj_session_can_undo (session));
  g_assert_cmpuint (gj_session_replace_all (session, GJ_NONE, c->words, c->replacement), ==,
                    c->n_replaced);
  text = dup_text (session, 0);
  g_assert_cmpstr (text, ==, c->text);
  g_assert_cmpstr (gj_report_get_cell_text (report, cell), ==, "12");

  g_assert_cmpint (gj_session_undo (session), ==, c->n_replaced > 0);
  g_assert_false (gj_session_can_undo (session));
  before = dup_text (session, 0);
  g_assert_cmpstr (before, ==, "收到申请１２件，办结 12 件。\nABC");
}

static void
test_replace_one (void)
{
  g_autoptr (GjReport) report = create_report ();
  g_autoptr (GjSession) session = gj_session_new (report);
  g_autoptr (GArray) hits = gj_search_report (report, "12");
  g_autofree char *text = NULL;
  guint cell = gj_form_find_cell (gj_report_get_form (report), "requests/received/enterprise");
  const GjHit by_name = { 2, cell, 0, 0 };

  g_assert_true (gj_session_replace_hit (session, &g_array_index (hits, GjHit, 1), "12", "9"));
  text = dup_text (session, 0);
  g_assert_cmpstr (text, ==, "收到申请１２件，办结 9 件。\nABC");
  g_assert_true (gj_session_replace_hit (session, &g_array_index (hits, GjHit, 2), "12", "9"));
  g_assert_cmpstr (gj_report_get_cell_text (report, cell), ==, "9");
  g_assert_false (gj_session_replace_hit (session, &by_name, "新收", "x"));

  /* Places of a report that has changed since are no places. */
  g_assert_false (gj_session_replace_hit (session, &(GjHit) { 0, GJ_NONE, 400, 402 }, "12", "9"));

  gj_session_set_mode (session, GJ_MODE_REVIEWING);
  g_assert_false (gj_session_replace_hit (session, &g_array_index (hits, GjHit, 0), "12", "9"));
  g_assert_cmpuint (gj_session_replace_all (session, GJ_NONE, "12", "9"), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/app/search/places/%u", i);

      g_test_add_data_func (path, &cases[i], test_places);
    }
  g_test_add_func ("/app/search/row-once", test_row_once);

  for (guint i = 0; i < G_N_ELEMENTS (replace_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/app/search/replace-all/%u", i);

      g_test_add_data_func (path, &replace_cases[i], test_replace_all);
    }
  g_test_add_func ("/app/search/replace-one", test_replace_one);

  return g_test_run ();
}
