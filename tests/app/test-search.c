/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

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

  return g_test_run ();
}
