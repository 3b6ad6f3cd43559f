/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "gj-core.h"

static GjReport *
make_report (void)
{
  GjReport *report = gj_report_new (gj_form_catalogue_find ("guoban-2021"));
  g_autoptr (GjNarrative) overview = gj_narrative_new_for_text ("全年主动公开信息12条，其中规章1件。\n受理申请49件。");

  gj_report_init_field (report, GJ_FIELD_TITLE, "某局\n2023年政府信息公开工作年度报告");
  gj_report_init_field (report, GJ_FIELD_BODY, "某局");
  gj_report_init_field (report, GJ_FIELD_DATE, "2024-01-18");
  gj_report_init_narrative (report, 0, overview);
  gj_report_init_cell (report, 0, "12");
  gj_report_init_cell (report, 11, NULL);
  return report;
}

static char *
list (GjReport          *left,
      GjReport          *right,
      GjDifferenceFlags  flags)
{
  g_autoptr (GPtrArray) differences = gj_report_list_differences (left, right, flags, GJ_LANGUAGE_ZH);
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < differences->len; i++)
    {
      const GjDifference *difference = g_ptr_array_index (differences, i);

      g_string_append_printf (out, "%s|%s|%s|%s;", difference->place, difference->name,
                              difference->left != NULL ? difference->left : "-",
                              difference->right != NULL ? difference->right : "-");
    }

  return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
change_nothing (GjReport *report)
{
  g_autoptr (GjDecision) decision = gj_decision_new ("k", GJ_DECISION_FIXED, "因", "张", NULL, "");

  gj_report_init_decision (report, decision);
  gj_report_init_setting (report, "paper-copy", "final");
}

static void
change_blanks (GjReport *report)
{
  g_autoptr (GjNarrative) narrative = gj_narrative_new_for_text ("全年主动公开 信息12条，其中规章1件。受理\u200b申请49件。");

  gj_report_init_field (report, GJ_FIELD_TITLE, "某局2023年政府信息公开\n工作年度报告");
  gj_report_init_cell (report, 0, " 12　");
  gj_report_init_cell (report, 11, "");
  gj_report_init_narrative (report, 0, narrative);
}

static void
change_text (GjReport *report)
{
  g_autoptr (GjNarrative) narrative = gj_narrative_new_for_text ("全年主动公开信息12条，其中规章3件。\n受理申请49件。");

  gj_report_init_narrative (report, 0, narrative);
}

static void
change_end (GjReport *report)
{
  g_autoptr (GjNarrative) narrative = gj_narrative_new_for_text ("全年主动公开信息12条，其中规章1件。\n受理申请49件。无。");

  gj_report_init_narrative (report, 0, narrative);
}

static void
change_order (GjReport *report)
{
  g_autoptr (GjBlock) table = gj_block_new_table ();
  GjNarrative *old = gj_report_get_narrative (report, 0);
  GjBlock *blocks[] = { gj_narrative_get_block (old, 0), gj_narrative_get_block (old, 1), table };
  g_autoptr (GjNarrative) narrative = gj_narrative_new (blocks, 3);

  gj_report_init_narrative (report, 0, narrative);
}

static void
change_cells (GjReport *report)
{
  gj_report_init_cell (report, 0, "21");
  gj_report_init_cell (report, 1, "0");
}

static void
change_heading (GjReport *report)
{
  gj_report_init_heading (report, 1, "二、主动公开情况");
}

static void
change_body (GjReport *report)
{
  gj_report_init_field (report, GJ_FIELD_BODY, "某厅");
}

typedef struct
{
  const char *name;
  void      (*change)(GjReport *report);
  const char *exact;
  const char *visible;
} Case;

static const Case cases[] = {
  { "nothing", change_nothing, "", "" },
  { "text", change_text,
    "overview|一、总体情况|…12条，其中规章1件。 受理申请4…|…12条，其中规章3件。 受理申请4…;",
    "overview|一、总体情况|…12条，其中规章1件。受理申请49…|…12条，其中规章3件。受理申请49…;" },
  { "end", change_end,
    "overview|一、总体情况|…受理申请49件。|…受理申请49件。无。;",
    "overview|一、总体情况|…受理申请49件。|…受理申请49件。无。;" },
  { "order", change_order, "overview|一、总体情况 (段落或图片)|2 段、0 幅图片|2 段、0 幅图片;", "" },
  { "cells", change_cells,
    "disclosure/rules/issued|规章—本年制发件数|12|21;disclosure/rules/repealed|规章—本年废止件数||0;",
    "disclosure/rules/issued|规章—本年制发件数|12|21;disclosure/rules/repealed|规章—本年废止件数||0;" },
  { "heading", change_heading,
    "disclosure|二、主动公开政府信息情况|二、主动公开政府信息情况|二、主动公开情况;",
    "disclosure|二、主动公开政府信息情况|二、主动公开政府信息情况|二、主动公开情况;" },
  { "body", change_body, "body|单位|某局|某厅;", "" },
};

static void
test_case (gconstpointer data)
{
  const Case *one = data;
  g_autoptr (GjReport) left = make_report ();
  g_autoptr (GjReport) right = make_report ();
  g_autofree char *exact = NULL;
  g_autofree char *visible = NULL;

  one->change (right);
  exact = list (left, right, GJ_DIFFERENCE_EXACT);
  visible = list (left, right, GJ_DIFFERENCE_VISIBLE);
  g_assert_cmpstr (exact, ==, one->exact);
  g_assert_cmpstr (visible, ==, one->visible);
}

static void
test_blanks (void)
{
  g_autoptr (GjReport) left = make_report ();
  g_autoptr (GjReport) right = make_report ();
  g_autofree char *exact = NULL;
  g_autofree char *visible = NULL;

  change_blanks (right);
  exact = list (left, right, GJ_DIFFERENCE_EXACT);
  visible = list (left, right, GJ_DIFFERENCE_VISIBLE);
  g_assert_nonnull (strstr (exact, "title|"));
  g_assert_nonnull (strstr (exact, "disclosure/rules/issued|"));
  g_assert_nonnull (strstr (exact, "|-|;"));
  g_assert_cmpstr (visible, ==, "");
}

/* Whatever differs in the digest is told, and nothing else. */
static void
test_digest (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GjReport) left = make_report ();
      g_autoptr (GjReport) right = make_report ();
      g_autofree char *left_digest = gj_report_dup_digest (left);
      g_autofree char *right_digest = NULL;
      g_autofree char *exact = NULL;

      cases[i].change (right);
      right_digest = gj_report_dup_digest (right);
      exact = list (left, right, GJ_DIFFERENCE_EXACT);
      g_assert_cmpint (strcmp (left_digest, right_digest) == 0, ==, *exact == '\0');
    }
}

static void
test_forms (void)
{
  g_autoptr (GjReport) left = make_report ();
  g_autoptr (GjReport) right = gj_report_new (gj_form_catalogue_find ("guoban-2019"));
  g_autofree char *there = list (left, right, GJ_DIFFERENCE_EXACT);
  g_autofree char *back = list (right, left, GJ_DIFFERENCE_EXACT);

  g_assert_true (g_str_has_prefix (there, "form|报告格式|"));
  g_assert_nonnull (strstr (there, "disclosure/rules/issued|规章—本年制发件数|12|-;"));
  g_assert_nonnull (strstr (back, "disclosure/rules/issued|规章—本年制发件数|-|12;"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = g_strdup_printf ("/core/difference/%s", cases[i].name);

      g_test_add_data_func (name, &cases[i], test_case);
    }
  g_test_add_func ("/core/difference/blanks", test_blanks);
  g_test_add_func ("/core/difference/digest", test_digest);
  g_test_add_func ("/core/difference/forms", test_forms);

  return g_test_run ();
}
