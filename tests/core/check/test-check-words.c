/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <libintl.h>
#include <locale.h>

#include "check-support.h"

/* What people read: names, never codes, in either language. */

static void
spoil (GjReport *report,
       GRand    *rand)
{
  static const char *const texts[] = {
    "0", "7", "-3", "0.5", "12件", "１２", "1,234", "", "/", "两件", "3万元", "99元", "1\n2", NULL,
  };
  guint n_cells = gj_form_get_n_cells (gj_report_get_form (report));

  for (guint i = 0; i < 40; i++)
    cell_set_index (report, g_rand_int_range (rand, 0, n_cells),
                    texts[g_rand_int_range (rand, 0, G_N_ELEMENTS (texts))]);
}

static void
assert_plain (const char *words)
{
  g_assert_true (words == NULL || g_utf8_validate (words, -1, NULL));
  g_assert_true (words == NULL || *words != '\0');
  if (words != NULL && g_regex_match_simple ("\\b[A-H][0-9]{2}\\b|[a-z]/[a-z]|%[0-9s]", words, 0, 0))
    g_error ("%s", words);
}

static void
assert_all_plain (const char *form_id)
{
  GjForm *form = gj_form_catalogue_find (form_id);
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);

  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (GjReport) report = i % 2 ? zero_report_new (form) : filled_report_new (form, i);
      g_autoptr (GPtrArray) findings = NULL;

      narrative_set (report, "overview", "共收到政府信息公开申请12件。");
      if (i != 1)
        spoil (report, rand);
      findings = gj_check_report (report, NULL);
      g_assert_cmpuint (findings->len, >, 0);
      for (guint j = 0; j < findings->len; j++)
        {
          g_assert_nonnull (gj_finding_get_title (findings->pdata[j]));
          g_assert_nonnull (gj_finding_get_message (findings->pdata[j]));
          assert_plain (gj_finding_get_title (findings->pdata[j]));
          assert_plain (gj_finding_get_message (findings->pdata[j]));
          assert_plain (gj_finding_get_rule (findings->pdata[j]));
          assert_plain (gj_finding_get_suggestion (findings->pdata[j]));
        }
    }
}

static void
test_english (void)
{
  assert_all_plain (FORM_2021);
  assert_all_plain (FORM_2019);
}

/* The catalogue as the build made it, where it knows these words. */
static void
test_chinese (void)
{
  g_autofree char *folder = g_build_filename (g_getenv ("G_TEST_BUILDDIR"), "..", "po", NULL);
  g_autoptr (GjReport) report = filled_report_new (gj_form_catalogue_find (FORM_2021), 1);
  g_autoptr (GPtrArray) findings = NULL;

  g_setenv ("LANGUAGE", "zh_CN", TRUE);
  setlocale (LC_ALL, "C.UTF-8");
  bindtextdomain (GETTEXT_PACKAGE, folder);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");

  if (g_str_equal (g_dgettext (GETTEXT_PACKAGE, "%s does not agree"), "%s does not agree"))
    {
      g_test_skip ("the catalogue is not there");
      return;
    }

  cell_set (report, "cases/review/total", "99");
  findings = gj_check_report (report, NULL);
  g_assert_cmpuint (findings->len, ==, 1);
  g_assert_nonnull (strstr (gj_finding_get_message (findings->pdata[0]), "“总计”为 99，相差 "));
  g_assert_true (g_str_has_suffix (gj_finding_get_title (findings->pdata[0]), "不符"));

  assert_all_plain (FORM_2021);
  assert_all_plain (FORM_2019);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/core/check-words/english", test_english);
  g_test_add_func ("/core/check-words/chinese", test_chinese);

  return g_test_run ();
}
