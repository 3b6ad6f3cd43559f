/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "cli-support.h"

static JsonObject *
get_report (JsonObject *root,
            guint       index)
{
  return json_array_get_object_element (json_object_get_array_member (root, "reports"), index);
}

static JsonObject *
get_finding (JsonObject *root,
             guint       report,
             guint       index)
{
  JsonArray *findings = json_object_get_array_member (get_report (root, report), "findings");

  return json_array_get_object_element (findings, index);
}

static void
assert_summary (JsonObject *root,
                int         reports,
                int         errors,
                int         unreadable)
{
  JsonObject *summary = json_object_get_object_member (root, "summary");

  g_assert_cmpint (json_object_get_int_member (summary, "reports"), ==, reports);
  g_assert_cmpint (json_object_get_int_member (summary, "errors"), ==, errors);
  g_assert_cmpint (json_object_get_int_member (summary, "unreadable"), ==, unreadable);
  g_assert_true (json_object_has_member (summary, "warnings"));
  g_assert_true (json_object_has_member (summary, "hints"));
}

static void
test_good (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (Run) run = NULL;

  write_good_report (folder, "a.gouji");
  run = run_cli (folder, "C.UTF-8", "check", "--checks", "A,B", "a.gouji", NULL);
  assert_status (run, 0);
  assert_says (run->out, "a.gouji");
  assert_says (run->out, "云溪市民政局, 2022");
  assert_says (run->out, "1 report checked: 0 errors, 0 warnings, 0 hints.");
  g_assert_cmpstr (run->err, ==, "");
}

static void
test_wrong (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (Run) run = NULL;

  write_wrong_report (folder, "a.gouji");
  run = run_cli (folder, "C.UTF-8", "check", "a.gouji", NULL);
  assert_status (run, 1);
  assert_says (run->out, "Error");
  assert_says (run->out, "1 report checked: 1 error,");
}

static void
test_json (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (Run) run = NULL;
  JsonObject *root;
  JsonObject *report;
  JsonObject *finding;
  JsonObject *place;

  write_wrong_report (folder, "a.gouji");
  run = run_cli (folder, "C.UTF-8", "check", "--json", "--checks", "A04", "a.gouji", NULL);
  assert_status (run, 1);
  root = run_get_json (run);
  assert_summary (root, 1, 1, 0);

  report = get_report (root, 0);
  g_assert_cmpstr (json_object_get_string_member (report, "file"), ==, "a.gouji");
  g_assert_cmpstr (json_object_get_string_member (report, "body"), ==, "云溪市民政局");
  g_assert_cmpint (json_object_get_int_member (report, "year"), ==, 2022);
  g_assert_cmpstr (json_object_get_string_member (report, "form"), ==, "guoban-2021");

  finding = get_finding (root, 0, 0);
  g_assert_cmpstr (json_object_get_string_member (finding, "check"), ==, "A04");
  g_assert_cmpstr (json_object_get_string_member (finding, "severity"), ==, "error");
  g_assert_cmpstr (json_object_get_string_member (finding, "outcome"), ==, "violated");
  g_assert_true (json_object_get_null_member (finding, "decision"));
  g_assert_cmpstr (json_object_get_string_member (finding, "left"), ==, "48");
  g_assert_cmpstr (json_object_get_string_member (finding, "right"), ==, "49");
  assert_says (json_object_get_string_member (finding, "difference"), "1");
  g_assert_nonnull (json_object_get_string_member (finding, "message"));
  g_assert_true (json_object_has_member (finding, "suggestion"));
  assert_says (json_object_get_string_member (finding, "key"), "A04");

  place = json_object_get_object_member (finding, "place");
  g_assert_cmpstr (json_object_get_string_member (place, "section"), ==, "cases");
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (place, "cells")), ==, 5);
}

/* What last year's report says is named with its file and its cells. */

static void
test_last_year (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (GjReport) last = make_report ("云溪市民政局", 2021);
  g_autoptr (Run) run = NULL;
  g_autoptr (Run) text = NULL;
  JsonObject *finding;
  JsonObject *last_year;

  gj_report_init_cell (last, gj_form_find_cell (gj_report_get_form (last), "requests/carried-out/total"), "6");
  write_report (folder, "last.gouji", last);
  write_good_report (folder, "a.gouji");

  run = run_cli (folder, "C.UTF-8", "check", "--json", "--checks", "C01", "--last-year", "last.gouji", "a.gouji",
                 NULL);
  assert_status (run, 1);
  finding = get_finding (run_get_json (run), 0, 0);
  g_assert_cmpstr (json_object_get_string_member (finding, "check"), ==, "C01");
  g_assert_cmpstr (json_object_get_string_member (finding, "key"), ==, "C01/total");
  g_assert_cmpstr (json_object_get_string_member (finding, "right"), ==, "6");
  last_year = json_object_get_object_member (finding, "last_year");
  g_assert_cmpstr (json_object_get_string_member (last_year, "file"), ==, "last.gouji");
  g_assert_cmpstr (json_array_get_string_element (json_object_get_array_member (last_year, "cells"), 0), ==,
                   "requests/carried-out/total");

  text = run_cli (folder, "C.UTF-8", "check", "--checks", "C", "--last-year", "last.gouji", "a.gouji", NULL);
  assert_status (text, 1);
  assert_says (text->out, "2021 report (last.gouji)");
}

static void
test_bad_last_year (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (Run) run = NULL;

  write_good_report (folder, "a.gouji");
  run = run_cli (folder, "C.UTF-8", "check", "--last-year", "none.gouji", "a.gouji", NULL);
  assert_status (run, 3);
  assert_says (run->err, "none.gouji");
}

static void
test_other_checks_are_silent (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (Run) run = NULL;

  write_wrong_report (folder, "a.gouji");
  run = run_cli (folder, "C.UTF-8", "check", "--checks", "A01,A08", "a.gouji", NULL);
  assert_status (run, 0);
}

/* What was decided stays listed and does not count any more. A blank cell may be
 * accepted; the finding gives the key and the basis that the decision is bound to. */

static void
test_decided (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (GjReport) report = make_report ("云溪市民政局", 2022);
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GjDecision) decision = NULL;
  g_autoptr (Run) run = NULL;
  JsonObject *root;
  JsonObject *finding;

  gj_report_init_cell (report, 0, "");
  findings = gj_check_report (report, NULL);
  g_assert_cmpuint (findings->len, ==, 1);
  decision = gj_decision_new (gj_finding_get_key (findings->pdata[0]), GJ_DECISION_ACCEPTED, "历史原因",
                              "王", "2023-01-05", gj_finding_get_basis (findings->pdata[0]));
  gj_report_init_decision (report, decision);
  write_report (folder, "a.gouji", report);

  run = run_cli (folder, "C.UTF-8", "check", "--json", "a.gouji", NULL);
  assert_status (run, 0);
  root = run_get_json (run);
  g_assert_cmpint (json_object_get_int_member (json_object_get_object_member (root, "summary"),
                                               "warnings"), ==, 0);
  finding = json_object_get_object_member (get_finding (root, 0, 0), "decision");
  g_assert_cmpstr (json_object_get_string_member (finding, "state"), ==, "accepted");
  g_assert_cmpstr (json_object_get_string_member (finding, "reason"), ==, "历史原因");
  g_assert_false (json_object_get_boolean_member (finding, "reopened"));
}

typedef struct
{
  const char *name;
  const char *file;
  const char *content;
  gssize      length;
} BadCase;

#define BYTES(bytes) bytes, sizeof bytes - 1

static const BadCase bad_cases[] = {
  { "empty", "bad.gouji", BYTES ("") },
  { "no-xml", "bad.gouji", BYTES ("云溪市民政局") },
  { "truncated", "bad.gouji",
    BYTES ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
           "<report xmlns=\"https://gouji.github.io/ns/report/1\" version=\"1\" form=\"guoban-2021\">\n"
           "  <field id=\"title\">") },
  { "dtd", "bad.gouji",
    BYTES ("<?xml version=\"1.0\"?><!DOCTYPE report [<!ENTITY a \"b\">]><report>&a;</report>") },
  { "foreign-xml", "bad.gouji", BYTES ("<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>") },
  { "too-new", "bad.gouji",
    BYTES ("<?xml version=\"1.0\"?>"
           "<report xmlns=\"https://gouji.github.io/ns/report/1\" version=\"999\" form=\"guoban-2021\"/>") },
  { "null-bytes", "bad.txt", BYTES ("云溪市\0民政局\0") },
  { "no-encoding", "bad.txt", BYTES ("\xff\xff\xff\xff\x80\xff") },
  { "picture", "bad.txt", BYTES ("\x89PNG\r\n\x1a\n\0\0\0\rIHDR") },
  { "no-report", "bad.txt", BYTES ("今天天气很好。\n明天也是。\n") },
  { "empty-text", "bad.txt", BYTES ("") },
  { "not-there", NULL, NULL, 0 },
};

static void
test_bad (gconstpointer data)
{
  const BadCase *test = data;
  const char *name = test->file != NULL ? test->file : "bad.gouji";
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (Run) run = NULL;
  g_autofree char *content = NULL;
  g_autofree char *bad = NULL;
  JsonObject *root;

  write_good_report (folder, "a.gouji");
  write_wrong_report (folder, "z.gouji");
  if (test->file != NULL)
    bad = write_file (folder, name, test->content, test->length);

  run = run_cli (folder, "C.UTF-8", "check", "--json", "--checks", "A,B", "a.gouji", name, "z.gouji", NULL);
  assert_status (run, 3);
  assert_says (run->err, name);
  if (strcspn (run->err, "\n") + 1 != strlen (run->err))
    g_test_message ("more than one line: %s", run->err);
  g_assert_cmpuint (strcspn (run->err, "\n") + 1, ==, strlen (run->err));

  root = run_get_json (run);
  assert_summary (root, 2, 1, 1);
  g_assert_cmpstr (json_object_get_string_member (get_report (root, 1), "file"), ==, "z.gouji");

  content = read_file (folder, name);
  if (test->file != NULL)
    g_assert_cmpmem (content, test->length, test->content, test->length);
}

static void
test_order (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (GPtrArray) arguments = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (Run) run = NULL;
  JsonObject *root;

  g_ptr_array_add (arguments, g_strdup (g_getenv ("GJ_CLI")));
  g_ptr_array_add (arguments, g_strdup ("check"));
  g_ptr_array_add (arguments, g_strdup ("--json"));
  g_ptr_array_add (arguments, g_strdup ("--jobs=7"));
  for (guint i = 600; i > 0; i--)
    {
      char *name = g_strdup_printf ("r%u.gouji", i);

      /* Some are quick to refuse, so that the threads get out of step. */
      if (i % 3 == 0)
        g_free (write_file (folder, name, "x", 1));
      else
        write_good_report (folder, name);
      g_ptr_array_add (arguments, name);
    }
  g_ptr_array_add (arguments, NULL);

  run = run_cli_strv (folder, "C.UTF-8", (const char *const *) arguments->pdata);
  assert_status (run, 3);
  root = run_get_json (run);
  assert_summary (root, 400, 0, 200);
  for (guint i = 0, n = 600; i < 400; i++, n--)
    {
      g_autofree char *name = NULL;

      while (n % 3 == 0)
        n--;
      name = g_strdup_printf ("r%u.gouji", n);
      g_assert_cmpstr (json_object_get_string_member (get_report (root, i), "file"), ==, name);
    }
}

static void
test_name_of_bytes (void)
{
  static const char name[] = "\xd4\xc6\xcf\xaa.gouji";
  g_autoptr (Folder) folder = make_folder ();
  static const char *const locales[] = { "C", "C.UTF-8" };

  write_wrong_report (folder, name);
  for (guint i = 0; i < G_N_ELEMENTS (locales); i++)
    {
      g_autoptr (Run) run = run_cli (folder, locales[i], "check", "--json", name, NULL);
      g_autofree guchar *decoded = NULL;
      JsonObject *report;
      gsize length;

      assert_status (run, 1);
      report = get_report (run_get_json (run), 0);
      decoded = g_base64_decode (json_object_get_string_member (report, "file_base64"), &length);
      g_assert_cmpmem (decoded, length, name, sizeof name - 1);
      assert_says (json_object_get_string_member (report, "file"), ".gouji");
    }
}

/* The words for people follow the locale; everything else is the same everywhere. */

static void
test_locales (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (Run) english = NULL;
  g_autoptr (Run) chinese = NULL;
  g_autoptr (Run) plain = NULL;
  g_autoptr (GList) members = NULL;
  JsonObject *english_finding;
  JsonObject *chinese_finding;

  if (!has_locale ("zh_CN.UTF-8"))
    {
      g_test_skip ("there is no locale zh_CN.UTF-8");
      return;
    }

  write_wrong_report (folder, "a.gouji");
  english = run_cli (folder, "C.UTF-8", "check", "--json", "a.gouji", NULL);
  chinese = run_cli (folder, "zh_CN.UTF-8", "check", "--json", "a.gouji", NULL);
  plain = run_cli (folder, "C", "check", "--json", "a.gouji", NULL);
  assert_status (english, 1);
  assert_status (chinese, 1);
  g_assert_cmpstr (plain->out, ==, english->out);

  english_finding = get_finding (run_get_json (english), 0, 0);
  chinese_finding = get_finding (run_get_json (chinese), 0, 0);
  members = json_object_get_members (english_finding);
  for (GList *l = members; l != NULL; l = l->next)
    {
      gboolean words = g_str_equal (l->data, "message") || g_str_equal (l->data, "suggestion");
      gboolean equal = json_node_equal (json_object_get_member (english_finding, l->data),
                                        json_object_get_member (chinese_finding, l->data));

      g_assert_true (equal == !words);
    }
  assert_says (json_object_get_string_member (chinese_finding, "message"), "行政复议");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cli/check/good", test_good);
  g_test_add_func ("/cli/check/wrong", test_wrong);
  g_test_add_func ("/cli/check/json", test_json);
  g_test_add_func ("/cli/check/other-checks-are-silent", test_other_checks_are_silent);
  g_test_add_func ("/cli/check/decided", test_decided);
  for (guint i = 0; i < G_N_ELEMENTS (bad_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/cli/check/bad/", bad_cases[i].name, NULL);

      g_test_add_data_func (path, &bad_cases[i], test_bad);
    }
  g_test_add_func ("/cli/check/order", test_order);
  g_test_add_func ("/cli/check/name-of-bytes", test_name_of_bytes);
  g_test_add_func ("/cli/check/locales", test_locales);

  g_test_add_func ("/cli/check/last-year", test_last_year);
  g_test_add_func ("/cli/check/bad-last-year", test_bad_last_year);

  return g_test_run ();
}
