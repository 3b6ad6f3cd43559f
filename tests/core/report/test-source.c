/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-core.h"

static GjSource *
new_source (void)
{
  g_autoptr (GjSourceBuilder) builder = gj_source_builder_new ("text", "abc");
  const char *values[] = { "0", "12", NULL };

  gj_source_builder_add_title_line (builder, "某市某局");
  gj_source_builder_add_title_line (builder, "年度报告");
  gj_source_builder_add_label (builder, "requests/received", "一、本年新收");
  gj_source_builder_add_label (builder, "overview", "一、总体情况");
  gj_source_builder_add_surplus (builder, "requests/carried-out", values);
  gj_source_builder_add_residue (builder, "cases", "（盖章）");
  gj_source_builder_add_note (builder, GJ_SEVERITY_WARNING, "surplus-value",
                              "requests/carried-out", "多出两个数。", "Two numbers too many.",
                              "0 12", 77);
  gj_source_builder_add_note (builder, GJ_SEVERITY_HINT, "heading", "", "甲", "A", NULL, 0);

  return gj_source_builder_end (builder);
}

static void
test_everything_is_kept (void)
{
  g_autoptr (GjSource) source = new_source ();
  const GjSurplus *surplus;

  g_assert_cmpstr (gj_source_get_format (source), ==, "text");
  g_assert_cmpstr (gj_source_get_digest (source), ==, "abc");
  g_assert_cmpstr (gj_source_get_title_lines (source)[0], ==, "某市某局");
  g_assert_cmpstr (gj_source_get_title_lines (source)[1], ==, "年度报告");
  g_assert_null (gj_source_get_title_lines (source)[2]);

  g_assert_cmpuint (gj_source_get_n_labels (source), ==, 2);
  g_assert_cmpstr (gj_source_get_label (source, 1)->place, ==, "overview");
  g_assert_cmpstr (gj_source_find_label (source, "requests/received"), ==, "一、本年新收");
  g_assert_null (gj_source_find_label (source, "requests"));

  g_assert_cmpuint (gj_source_get_n_surpluses (source), ==, 1);
  surplus = gj_source_get_surplus (source, 0);
  g_assert_cmpstr (surplus->place, ==, "requests/carried-out");
  g_assert_cmpstr (surplus->values[1], ==, "12");
  g_assert_null (surplus->values[2]);

  g_assert_cmpuint (gj_source_get_n_residues (source), ==, 1);
  g_assert_cmpstr (gj_source_get_residue (source, 0)->text, ==, "（盖章）");
}

static void
test_notes_are_numbered (void)
{
  g_autoptr (GjSource) source = new_source ();
  const GjNote *note;

  g_assert_cmpuint (gj_source_get_n_notes (source), ==, 2);

  note = gj_source_get_note (source, 0);
  g_assert_cmpstr (note->id, ==, "n1");
  g_assert_cmpint (note->severity, ==, GJ_SEVERITY_WARNING);
  g_assert_cmpstr (note->code, ==, "surplus-value");
  g_assert_cmpstr (note->message_en, ==, "Two numbers too many.");
  g_assert_cmpstr (note->fragment, ==, "0 12");
  g_assert_cmpuint (note->line, ==, 77);

  note = gj_source_get_note (source, 1);
  g_assert_cmpstr (note->id, ==, "n2");
  g_assert_null (note->fragment);
}

static void
test_empty (void)
{
  g_autoptr (GjSourceBuilder) builder = gj_source_builder_new ("text", "");
  g_autoptr (GjSource) source = gj_source_builder_end (builder);

  g_assert_null (gj_source_get_title_lines (source)[0]);
  g_assert_cmpuint (gj_source_get_n_notes (source), ==, 0);
}

static void
test_given_up (void)
{
  g_autoptr (GjSourceBuilder) builder = gj_source_builder_new ("text", "");

  gj_source_builder_add_title_line (builder, "甲");
  g_assert_nonnull (builder);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/source/everything-is-kept", test_everything_is_kept);
  g_test_add_func ("/core/source/notes-are-numbered", test_notes_are_numbered);
  g_test_add_func ("/core/source/empty", test_empty);
  g_test_add_func ("/core/source/given-up", test_given_up);

  return g_test_run ();
}
