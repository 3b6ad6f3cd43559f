/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gj-core.h"

/* What the tests of reports share. */

static inline GjReport *
report_new (void)
{
  GjForm *form = gj_form_catalogue_find ("guoban-2021");

  g_assert_nonnull (form);

  return gj_report_new (form);
}

/* Tests of text type into the first section. */

enum { overview };

static inline GjReport *
report_with_text (const char *text)
{
  GjReport *report = report_new ();
  g_autoptr (GjNarrative) narrative = gj_narrative_new_for_text (text);

  gj_report_init_narrative (report, overview, narrative);

  return report;
}

static inline char *
dup_text (GjReport *report)
{
  return gj_narrative_dup_text (gj_report_get_narrative (report, overview));
}

static inline void
assert_text (GjReport   *report,
             const char *expected)
{
  g_autofree char *text = dup_text (report);

  g_assert_cmpstr (text, ==, expected);
}

static inline void
assert_lists_equal (GPtrArray  *a,
                    GPtrArray  *b,
                    GEqualFunc  equal)
{
  g_assert_cmpuint (a->len, ==, b->len);
  for (guint i = 0; i < a->len; i++)
    g_assert_true (equal (g_ptr_array_index (a, i), g_ptr_array_index (b, i)));
}

static inline void
assert_numbers_equal (const GjNumberText *a,
                      const GjNumberText *b)
{
  g_assert_cmpint (a->state, ==, b->state);
  g_assert_cmpint (a->flags, ==, b->flags);
  g_assert_cmpint (a->value.mantissa, ==, b->value.mantissa);
  g_assert_cmpint (a->value.scale, ==, b->value.scale);
  g_assert_true (a->unit == b->unit);
}

static inline void
assert_reports_equal (GjReport *a,
                      GjReport *b)
{
  guint n_cells = gj_form_get_n_cells (gj_report_get_form (a));
  const char *const *a_names;
  const char *const *b_names;
  guint n_a_names;
  guint n_b_names;

  g_assert_true (gj_report_get_form (a) == gj_report_get_form (b));
  g_assert_cmpstr (gj_report_get_variant (a), ==, gj_report_get_variant (b));
  g_assert_cmpint (gj_report_get_year (a), ==, gj_report_get_year (b));
  for (guint i = 0; i < GJ_N_FIELDS; i++)
    g_assert_cmpstr (gj_report_get_field (a, i), ==, gj_report_get_field (b, i));
  for (guint i = 0; i < gj_report_get_n_narratives (a); i++)
    {
      g_assert_cmpstr (gj_report_get_heading (a, i), ==, gj_report_get_heading (b, i));
      g_assert_true (gj_narrative_equal (gj_report_get_narrative (a, i),
                                         gj_report_get_narrative (b, i)));
    }
  for (guint i = 0; i < n_cells; i++)
    {
      g_assert_cmpstr (gj_report_get_cell_text (a, i), ==, gj_report_get_cell_text (b, i));
      assert_numbers_equal (gj_report_get_cell_number (a, i), gj_report_get_cell_number (b, i));
    }
  g_assert_true (gj_report_get_source (a) == gj_report_get_source (b));
  assert_lists_equal (gj_report_get_decisions (a), gj_report_get_decisions (b),
                      (GEqualFunc) gj_decision_equal);
  assert_lists_equal (gj_report_get_comments (a), gj_report_get_comments (b),
                      (GEqualFunc) gj_comment_equal);

  a_names = gj_report_list_setting_names (a, &n_a_names);
  b_names = gj_report_list_setting_names (b, &n_b_names);
  g_assert_cmpuint (n_a_names, ==, n_b_names);
  for (guint i = 0; i < n_a_names; i++)
    {
      g_assert_cmpstr (a_names[i], ==, b_names[i]);
      g_assert_cmpstr (gj_report_get_setting (a, a_names[i]), ==,
                       gj_report_get_setting (b, b_names[i]));
    }
}
