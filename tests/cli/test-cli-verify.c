/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For memmem (). */
#define _GNU_SOURCE 1

#include "config.h"

#include <string.h>

#include "cli-support.h"

static GjReport *
make (const char *figure)
{
  GjReport *report = make_report ("云溪市民政局", 2022);

  gj_report_init_cell (report, gj_form_find_cell (gj_report_get_form (report), "requests/received/natural-person"),
                       figure);
  gj_report_init_field (report, GJ_FIELD_TITLE, "云溪市民政局2022年政府信息公开工作年度报告");
  return report;
}

static void
make_files (const char *folder)
{
  g_autoptr (GjReport) report = make ("486");
  g_autoptr (GjReport) other = make ("468");
  g_autoptr (Run) run = NULL;

  write_report (folder, "a.gouji", report);
  write_report (folder, "b.gouji", other);
  run = run_cli (folder, "C.UTF-8", "convert", "a.gouji", "-o", "a.pdf", NULL);
  assert_status (run, 0);
}

typedef struct
{
  const char *name;
  const char *arguments;
  int         status;
  const char *words;
} Case;

/* @ stands for the digest of a.gouji, $ for its beginning. */
static const Case cases[] = {
  { "pdf", "a.pdf", 0, "together" },
  { "pdf-and-report", "a.pdf a.gouji", 0, "together" },
  { "code", "--code @ a.pdf", 0, "The digest that was given: agrees" },
  { "code-behind", "a.gouji -c $", 0, "together" },
  { "two-codes", "-c @ -c $ a.gouji", 0, "together" },
  { "other-report", "a.pdf b.gouji", 1, "“486” was expected, “468” stands here" },
  { "other-code", "-c @ b.gouji", 1, "do not belong together: 1 of them differs." },
  { "alone", "a.gouji", 1, "nothing to compare with" },
  { "no-code", "-c zz a.gouji", 2, NULL },
  { "no-file", "-c @", 2, NULL },
  { "missing", "a.pdf none.pdf", 3, NULL },
};

static char *
get_digest (const char *folder)
{
  g_autofree char *text = read_file (folder, "a.gouji");
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GjReport) report = gj_store_read (bytes, NULL);

  return gj_report_dup_digest (report);
}

static void
test_case (gconstpointer data)
{
  const Case *one = data;
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (GString) line = g_string_new ("gouji-cli verify ");
  g_autofree char *digest = NULL;
  g_autofree char *beginning = NULL;
  g_auto (GStrv) arguments = NULL;
  g_autoptr (Run) run = NULL;

  make_files (folder);
  digest = get_digest (folder);
  beginning = g_strndup (digest, 16);
  g_string_append (line, one->arguments);
  g_string_replace (line, "@", digest, 0);
  g_string_replace (line, "$", beginning, 0);
  arguments = g_strsplit (line->str, " ", -1);
  g_free (arguments[0]);
  arguments[0] = g_strdup (g_getenv ("GJ_CLI"));

  run = run_cli_strv (folder, "C.UTF-8", (const char *const *) arguments);
  assert_status (run, one->status);
  if (one->words != NULL)
    assert_says (run->out, one->words);
  else
    g_assert_cmpstr (run->err, !=, "");
}

static void
test_scanned (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autofree char *digest = NULL;
  g_autofree char *scanned = NULL;
  g_autoptr (Run) run = NULL;

  make_files (folder);
  digest = get_digest (folder);
  scanned = g_strdup_printf ("云溪市民政局2022年度报告校验码\ngouji:sha256:%s", digest);
  run = run_cli (folder, "C.UTF-8", "verify", "a.pdf", "--code", scanned, NULL);
  assert_status (run, 0);
}

static void
test_json (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (Run) run = NULL;
  JsonObject *root;
  JsonArray *evidence;
  JsonObject *pages;
  JsonObject *difference;

  make_files (folder);
  run = run_cli (folder, "C.UTF-8", "verify", "--json", "b.gouji", "a.pdf", NULL);
  assert_status (run, 1);
  root = run_get_json (run);
  g_assert_cmpstr (json_object_get_string_member (root, "result"), ==, "apart");
  evidence = json_object_get_array_member (root, "evidence");
  g_assert_cmpuint (json_array_get_length (evidence), ==, 3);
  pages = json_array_get_object_element (evidence, 2);
  g_assert_cmpstr (json_object_get_string_member (pages, "kind"), ==, "pages");
  g_assert_cmpstr (json_object_get_string_member (pages, "file"), ==, "a.pdf");
  g_assert_true (json_object_get_null_member (pages, "digest"));
  g_assert_false (json_object_get_boolean_member (pages, "agrees"));
  g_assert_false (json_object_get_boolean_member (pages, "signed"));
  difference = json_array_get_object_element (json_object_get_array_member (pages, "differences"), 0);
  g_assert_cmpstr (json_object_get_string_member (difference, "place"), ==, "requests/received/natural-person");
  g_assert_cmpstr (json_object_get_string_member (difference, "expected"), ==, "468");
  g_assert_cmpstr (json_object_get_string_member (difference, "found"), ==, "486");
}

static void
test_chinese (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (Run) run = NULL;

  if (!has_locale ("zh_CN.UTF-8"))
    {
      g_test_skip ("there is no Chinese locale");
      return;
    }
  make_files (folder);
  run = run_cli (folder, "zh_CN.UTF-8", "verify", "a.pdf", "b.gouji", NULL);
  assert_status (run, 1);
  assert_says (run->out, "核对不一致：有 1 项不同。");
  assert_says (run->out, "应为“486”，此处为“468”");
}

/* A signature cannot be made again. */
static void
test_signed (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (Run) run = NULL;
  g_autofree char *path = NULL;
  g_autofree char *kept = NULL;
  const char content[] = "%PDF-1.5\n<< /Type /Sig /ByteRange [ 0 1 2 3 ] >>\n";

  make_files (folder);
  path = write_file (folder, "signed.pdf", content, -1);
  run = run_cli (folder, "C.UTF-8", "convert", "a.gouji", "-o", "signed.pdf", NULL);
  assert_status (run, 3);
  assert_says (run->err, "digitally signed");
  kept = read_file (folder, "signed.pdf");
  g_assert_cmpstr (kept, ==, content);
}

/* What other programs say about the PDF */

typedef struct
{
  const char *program;
  const char *arguments;
  const char *words;
} Tool;

static const Tool tools[] = {
  { "qpdf", "--check a.pdf", "No syntax or stream encoding errors found" },
  { "gs", "-q -dNOPAUSE -dBATCH -dSAFER -sDEVICE=nullpage a.pdf", "" },
  { "pdfdetach", "-list a.pdf", "1: report.gouji" },
  { "pdfinfo", "a.pdf", "Tagged:          yes" },
  { "pdfinfo", "-struct-text a.pdf", "三、收到和处理政府信息公开申请情况" },
  { "pdftotext", "a.pdf -", "三、收到和处理政府信息公开申请情况" },
};

static char *
run_tool (const char *folder,
          const char *program,
          const char *arguments)
{
  g_autofree char *line = g_strconcat (program, " ", arguments, NULL);
  g_auto (GStrv) words = g_strsplit (line, " ", -1);
  g_autofree char *err = NULL;
  char *out = NULL;
  int status;

  g_assert_true (g_spawn_sync (folder, words, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &out, &err, &status, NULL));
  g_assert_cmpint (status, ==, 0);
  g_assert_cmpstr (err, ==, "");

  return out;
}

static void
test_tool (gconstpointer data)
{
  const Tool *tool = data;
  g_autofree char *program = g_find_program_in_path (tool->program);
  g_autoptr (Folder) folder = make_folder ();
  g_autofree char *out = NULL;

  if (program == NULL)
    {
      g_test_skip ("the program is not installed");
      return;
    }
  make_files (folder);
  out = run_tool (folder, tool->program, tool->arguments);
  if (*tool->words == '\0')
    g_assert_cmpstr (out, ==, "");
  else
    assert_says (out, tool->words);
}

static void
test_fonts (void)
{
  g_autofree char *program = g_find_program_in_path ("pdffonts");
  g_autoptr (Folder) folder = make_folder ();
  g_autofree char *out = NULL;
  g_auto (GStrv) lines = NULL;

  if (program == NULL)
    {
      g_test_skip ("pdffonts is not installed");
      return;
    }
  make_files (folder);
  out = run_tool (folder, "pdffonts", "a.pdf");
  lines = g_strsplit (g_strchomp (out), "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), >, 2);
  for (guint i = 2; lines[i] != NULL; i++)
    g_assert_nonnull (strstr (lines[i], "yes yes yes"));
}

static void
test_detach (void)
{
  g_autofree char *program = g_find_program_in_path ("pdfdetach");
  g_autoptr (Folder) folder = make_folder ();
  g_autofree char *out = NULL;
  g_autofree char *detached = NULL;
  g_autofree char *expected = NULL;

  if (program == NULL)
    {
      g_test_skip ("pdfdetach is not installed");
      return;
    }
  make_files (folder);
  out = run_tool (folder, "pdfdetach", "-save 1 -o c.gouji a.pdf");
  detached = read_file (folder, "c.gouji");
  expected = read_file (folder, "a.gouji");
  g_assert_cmpstr (detached, ==, expected);
}

typedef struct
{
  const char *source;
  int         status;
  gboolean    has_comment;
} SourceCase;

/* What of the report goes along, by what was asked for; 1 is for none. */
static const SourceCase source_cases[] = {
  { "fitting", 0, FALSE },
  { "published", 0, FALSE },
  { "whole", 0, TRUE },
  { "none", 1, FALSE },
};

static void
test_source (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (source_cases); i++)
    {
      g_autoptr (Folder) folder = make_folder ();
      g_autoptr (GjReport) report = make ("486");
      g_autoptr (GjComment) comment = gj_comment_new ("c1", "overview", NULL, NULL, "内部意见");
      g_autoptr (Run) made = NULL;
      g_autoptr (Run) verified = NULL;
      g_autoptr (Run) opened = NULL;
      g_autofree char *inside = NULL;

      gj_report_init_comment (report, comment);
      write_report (folder, "a.gouji", report);
      made = run_cli (folder, "C.UTF-8", "convert", "a.gouji", "-o", "a.pdf", "--source", source_cases[i].source, NULL);
      assert_status (made, 0);
      verified = run_cli (folder, "C.UTF-8", "verify", "a.pdf", NULL);
      assert_status (verified, source_cases[i].status);
      opened = run_cli (folder, "C.UTF-8", "convert", "a.pdf", "-o", "b.gouji", NULL);
      assert_status (opened, 0);
      inside = read_file (folder, "b.gouji");
      g_assert_cmpint (strstr (inside, "内部意见") != NULL, ==, source_cases[i].has_comment);
    }
}

/* Neither who made it nor where is told. */
static void
test_private (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autofree char *path = NULL;
  g_autofree char *content = NULL;
  gsize size;

  make_files (folder);
  path = g_build_filename (folder, "a.pdf", NULL);
  g_assert_true (g_file_get_contents (path, &content, &size, NULL));
  g_assert_null (memmem (content, size, folder, strlen (folder)));
  g_assert_null (memmem (content, size, "a.gouji", strlen ("a.gouji")));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = g_strdup_printf ("/cli/verify/%s", cases[i].name);

      g_test_add_data_func (name, &cases[i], test_case);
    }
  g_test_add_func ("/cli/verify/scanned", test_scanned);
  g_test_add_func ("/cli/verify/json", test_json);
  g_test_add_func ("/cli/verify/chinese", test_chinese);
  g_test_add_func ("/cli/verify/signed", test_signed);
  for (gsize i = 0; i < G_N_ELEMENTS (tools); i++)
    {
      g_autofree char *name = g_strdup_printf ("/cli/verify/tool/%s-%" G_GSIZE_FORMAT, tools[i].program, i);

      g_test_add_data_func (name, &tools[i], test_tool);
    }
  g_test_add_func ("/cli/verify/tool/fonts", test_fonts);
  g_test_add_func ("/cli/verify/tool/detach", test_detach);
  g_test_add_func ("/cli/verify/source", test_source);
  g_test_add_func ("/cli/verify/private", test_private);

  return g_test_run ();
}
