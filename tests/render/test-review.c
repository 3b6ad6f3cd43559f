/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "paper-dump.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "gj-sample-report.h"

#define MARGIN (GJ_PAPER_BINDING + GJ_PAPER_TYPE_WIDTH)
/* The width of no other rule. */
#define UNDERLINE 0.6
#define BOTTOM (GJ_PAPER_TOP + GJ_PAPER_TYPE_HEIGHT)

static const char *const one_row[] = {
  "requests/received/total", "requests/received/natural-person", "requests/received/research", NULL,
};

static GPtrArray *
new_findings (void)
{
  return g_ptr_array_new_with_free_func (g_object_unref);
}

/* @n findings, spread over the text of the overview, each with a message of its own. */
static GPtrArray *
make_findings (GjReport *report,
               guint     n)
{
  GPtrArray *findings = new_findings ();

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *message = g_strdup_printf ("第%u处用词有误。", i + 1);

      g_ptr_array_add (findings, paper_new_text_finding (report, "overview", i * 5, i * 5 + 2, message,
                                                         i % 3, NULL));
    }
  return findings;
}

static GjPaperOptions
choose (GjCopyKind  kind,
        GPtrArray  *findings)
{
  return (GjPaperOptions) { .copy = kind, .copy_date = "2026-01-20", .findings = findings };
}

/* The pages of the report begin, operation by operation, like those of the final copy:
   whatever a review copy adds comes after that and moves nothing. */
static void
assert_same_layout (GjReport  *report,
                    GPtrArray *findings)
{
  GjPaperOptions options = choose (GJ_COPY_REVIEWED, findings);
  g_auto (GStrv) final = paper_dump_pages (report, NULL);
  g_auto (GStrv) review = paper_dump_pages (report, &options);

  g_assert_cmpuint (g_strv_length (review), >=, g_strv_length (final));
  for (guint i = 0; final[i] != NULL; i++)
    {
      g_autofree char *page = paper_drop_number (final[i]);

      g_assert_true (g_str_has_prefix (review[i], page));
      g_assert_cmpuint (strlen (review[i]), >, strlen (page));
    }
}

static void
test_layout (void)
{
  g_autoptr (GjReport) report = gj_sample_report_new ();
  g_autoptr (GPtrArray) findings = make_findings (report, 60);

  g_ptr_array_add (findings, paper_new_cell_finding (report, one_row, "一行不符。"));
  assert_same_layout (report, findings);
}

/* How many there are, on how many pages they are listed at least, and the last number. */
static const struct
{
  guint       n;
  guint       least_pages;
  guint       most_pages;
  const char *last;
} counts[] = {
  { 0, 0, 0, NULL },
  { 1, 1, 1, "①" },
  { 5, 1, 1, "⑤" },
  { 6, 1, 1, "⑥" },
  { 25, 2, 4, "㉕" },
  { 60, 3, 8, "(60)" },
};

static void
test_count (gconstpointer data)
{
  guint index = GPOINTER_TO_UINT (data);
  g_autoptr (GjReport) report = gj_sample_report_new ();
  g_autoptr (GPtrArray) findings = make_findings (report, counts[index].n);
  GjPaperOptions options = choose (GJ_COPY_SUBMITTED, findings);
  g_auto (GStrv) final = paper_dump_pages (report, NULL);
  g_auto (GStrv) pages = paper_dump_pages (report, &options);
  guint n_report = g_strv_length (final);
  guint n_pages = g_strv_length (pages);
  g_autofree char *foot = g_strdup_printf ("\"第%u页　共%u页\"", n_pages, n_pages);

  g_assert_cmpuint (n_pages - n_report, >=, counts[index].least_pages);
  g_assert_cmpuint (n_pages - n_report, <=, counts[index].most_pages);
  for (guint i = 0; i < n_pages; i++)
    {
      g_assert_cmpuint (paper_count_words (pages[i], "\"送审稿\""), ==, 1);
      g_assert_cmpuint (paper_count_words (pages[i], "\"2026年1月20日\""), ==, 1);
      g_assert_cmpuint (paper_count_words (pages[i], "\"—"), ==, 0);
    }
  g_assert_nonnull (strstr (pages[n_pages - 1], foot));
  for (guint i = n_report; i < n_pages; i++)
    {
      g_autofree char *page = g_strndup (pages[i], strstr (pages[i], "\"送审稿\"") - pages[i]);

      g_assert_cmpuint (paper_count_words (page, "\"处理情况\""), ==, 1);
      g_assert_cmpfloat (paper_get_lowest (page), <=, BOTTOM + 0.01);
    }
  if (counts[index].last != NULL)
    g_assert_true (paper_has_words (pages + n_report, counts[index].last));
  else
    g_assert_true (paper_has_words (pages, "审核未发现问题"));
}

/* A mark in the margin stands beside the line in which its words begin. */
static void
test_beside_line (void)
{
  g_autoptr (GjReport) report = gj_sample_report_new_empty ();
  const char *paragraphs[] = {
    "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥天地玄黄",
    "　　第二段从这里开始，有一个错字在后面。",
    NULL,
  };
  g_autoptr (GPtrArray) findings = new_findings ();
  GjPaperOptions options;
  g_auto (GStrv) pages = NULL;
  double x, y, mark_x, mark_y;

  gj_sample_report_set_text (report, "preface", paragraphs);
  g_ptr_array_add (findings, paper_new_text_finding (report, "preface", 40, 42, "错字。", GJ_SEVERITY_ERROR, NULL));
  options = choose (GJ_COPY_REVIEWED, findings);
  pages = paper_dump_pages (report, &options);
  g_assert_true (paper_find_run (pages[0], "第二段从这里开始，有一个错字在后面。", &x, &y));
  g_assert_true (paper_find_run (pages[0], "①", &mark_x, &mark_y));
  g_assert_cmpfloat (mark_x, >, MARGIN);
  g_assert_cmpfloat (fabs (mark_y - y), <, 4);
}

/* The words themselves are underlined, over the end of a line too. */
static void
test_underline (void)
{
  g_autoptr (GjReport) report = gj_sample_report_new_empty ();
  const char *paragraphs[] = { "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥天地玄黄宇宙洪荒日月盈昃", NULL };
  g_autoptr (GPtrArray) findings = new_findings ();
  GjPaperOptions options;
  g_auto (GStrv) pages = NULL;
  g_auto (GStrv) lines = NULL;
  guint n = 0;

  gj_sample_report_set_text (report, "preface", paragraphs);
  g_ptr_array_add (findings, paper_new_text_finding (report, "preface", 24, 29, "五个字。", GJ_SEVERITY_ERROR, NULL));
  options = choose (GJ_COPY_REVIEWED, findings);
  pages = paper_dump_pages (report, &options);
  lines = g_strsplit (pages[0], "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      double x, y, length, width;

      if (sscanf (lines[i], "hline %lf %lf %lf %lf", &x, &y, &length, &width) != 4 || width != UNDERLINE)
        continue;
      /* Two characters at the end of the first line, after two blank ones and 24, three in the next. */
      g_assert_cmpfloat (fabs (x - (n == 0 ? MARGIN - 2 * GJ_PAPER_CELL : GJ_PAPER_BINDING)), <, 1);
      g_assert_cmpfloat (fabs (length - (n == 0 ? 2 : 3) * GJ_PAPER_CELL), <, 1);
      n++;
    }
  g_assert_cmpuint (n, ==, 2);
}

/* The numbers rise as one reads, whatever the order of the findings. */
static void
test_order (void)
{
  g_autoptr (GjReport) report = gj_sample_report_new ();
  g_autoptr (GPtrArray) findings = new_findings ();
  GjPaperOptions options;
  g_auto (GStrv) pages = NULL;
  guint last_page = 0;
  double last_y = 0;
  static const char *const marks[] = { "①", "②", "③", "④" };

  g_ptr_array_add (findings, paper_new_text_finding (report, "overview", 300, 302, "丙", GJ_SEVERITY_ERROR, NULL));
  g_ptr_array_add (findings, paper_new_text_finding (report, "overview", 4, 6, "乙", GJ_SEVERITY_HINT, NULL));
  g_ptr_array_add (findings, paper_new_text_finding (report, "title", 0, 2, "甲", GJ_SEVERITY_HINT, NULL));
  g_ptr_array_add (findings, paper_new_text_finding (report, "signature", 0, 2, "丁", GJ_SEVERITY_ERROR, NULL));
  options = choose (GJ_COPY_REVIEWED, findings);
  pages = paper_dump_pages (report, &options);
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      double x, y;
      guint page = last_page;

      while (!paper_find_run (pages[page], marks[i], &x, &y))
        page++;
      g_assert_cmpfloat (x, >, MARGIN);
      g_assert_true (page > last_page || y > last_y);
      last_page = page;
      last_y = y;
    }
}

/* Every cell of a finding carries the same number, and its figures stay where they are, for
   the eye and for whoever copies them. */
static void
test_cells (void)
{
  g_autoptr (GjReport) report = gj_sample_report_new ();
  g_autoptr (GPtrArray) findings = new_findings ();
  GjPaperOptions options;
  g_auto (GStrv) pages = NULL;
  guint n = 0;
  guint n_drawn = 0;

  g_ptr_array_add (findings, paper_new_cell_finding (report, one_row, "一行不符。"));
  options = choose (GJ_COPY_REVIEWED, findings);
  pages = paper_dump_pages (report, &options);
  for (guint i = 0; pages[i] != NULL; i++)
    if (strstr (pages[i], "审核问题清单") == NULL)
      {
        n += paper_count_words (pages[i], "\"①\"");
        n_drawn += paper_count_words (pages[i], "\ndrawn ");
      }
  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpuint (n_drawn, ==, 3);
  g_assert_true (paper_has_words (pages, "一行不符。"));
  assert_same_layout (report, findings);
}

/* A row is never torn: what is longer than a page is cut, and says so. */
static void
test_long (void)
{
  g_autoptr (GjReport) report = gj_sample_report_new ();
  g_autoptr (GPtrArray) findings = new_findings ();
  g_autoptr (GString) message = g_string_new (NULL);
  GjPaperOptions options;
  g_auto (GStrv) final = paper_dump_pages (report, NULL);
  g_auto (GStrv) pages = NULL;

  for (guint i = 0; i < 800; i++)
    g_string_append (message, "很长的说明，");
  g_ptr_array_add (findings, paper_new_text_finding (report, "overview", 0, 2, message->str, GJ_SEVERITY_ERROR, NULL));
  g_ptr_array_add (findings, paper_new_text_finding (report, "overview", 9, 11, "短。", GJ_SEVERITY_ERROR, NULL));
  options = choose (GJ_COPY_REVIEWED, findings);
  pages = paper_dump_pages (report, &options);
  g_assert_cmpuint (g_strv_length (pages) - g_strv_length (final), <=, 2);
  g_assert_true (paper_has_words (pages, "……"));
  for (guint i = g_strv_length (final); pages[i] != NULL; i++)
    {
      g_autofree char *page = g_strndup (pages[i], strstr (pages[i], "\"审核稿\"") - pages[i]);

      g_assert_cmpfloat (paper_get_lowest (page), <=, BOTTOM + 0.01);
    }
}

/* What was decided stands in the last column with its reason; a stale decision does not. */
static void
test_decided (void)
{
  g_autoptr (GjReport) report = gj_sample_report_new ();
  g_autoptr (GPtrArray) findings = new_findings ();
  g_autoptr (GjDecision) kept = gj_decision_new ("k", GJ_DECISION_ACCEPTED, "原文如此", "王一", "2026-01-18", "词语");
  g_autoptr (GjDecision) stale = gj_decision_new ("k", GJ_DECISION_ACCEPTED, "旧理由", NULL, NULL, "别的");
  GjPaperOptions options;
  g_auto (GStrv) pages = NULL;
  g_autofree char *text = NULL;

  g_ptr_array_add (findings, paper_new_text_finding (report, "overview", 0, 2, "甲。", GJ_SEVERITY_ERROR, kept));
  g_ptr_array_add (findings, paper_new_text_finding (report, "overview", 9, 11, "乙。", GJ_SEVERITY_ERROR, stale));
  options = choose (GJ_COPY_REVIEWED, findings);
  pages = paper_dump_pages (report, &options);
  g_assert_true (paper_has_words (pages, "已有处理意见1项"));
  g_assert_true (paper_has_words (pages, "说明情况"));
  g_assert_true (paper_has_words (pages, "王一"));
  g_assert_true (paper_has_words (pages, "请重新"));
  g_assert_false (paper_has_words (pages, "旧理由"));
}

/* A page for the digest alone only where no signing sheet has it. */
static void
test_digest (void)
{
  g_autoptr (GjReport) report = gj_sample_report_new ();
  g_autoptr (GPtrArray) findings = new_findings ();
  GjPaperOptions options = choose (GJ_COPY_REVIEWED, findings);
  g_auto (GStrv) final = paper_dump_pages (report, NULL);
  g_auto (GStrv) bare = NULL;
  g_auto (GStrv) signed_too = NULL;

  options.digest = TRUE;
  bare = paper_dump_pages (report, &options);
  options.signing_sheet = TRUE;
  signed_too = paper_dump_pages (report, &options);
  g_assert_cmpuint (g_strv_length (bare), ==, g_strv_length (final) + 1);
  g_assert_nonnull (strstr (bare[g_strv_length (final)], "\ncode "));
  g_assert_cmpuint (g_strv_length (signed_too), ==, g_strv_length (final) + 1);
  g_assert_nonnull (strstr (signed_too[0], "\ncode "));
}

/* The final copy says nothing of findings, and is what it is without any options. */
static void
test_final (void)
{
  g_autoptr (GjReport) report = gj_sample_report_new ();
  g_autoptr (GPtrArray) findings = make_findings (report, 6);
  GjPaperOptions options = choose (GJ_COPY_FINAL, findings);
  g_auto (GStrv) plain = paper_dump_pages (report, NULL);
  g_auto (GStrv) final = paper_dump_pages (report, &options);

  g_assert_true (g_strv_equal ((const char *const *) plain, (const char *const *) final));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_autofree char *path = g_strdup_printf ("/render/review/count/%u", counts[i].n);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_count);
    }
  g_test_add_func ("/render/review/layout", test_layout);
  g_test_add_func ("/render/review/beside-line", test_beside_line);
  g_test_add_func ("/render/review/underline", test_underline);
  g_test_add_func ("/render/review/order", test_order);
  g_test_add_func ("/render/review/cells", test_cells);
  g_test_add_func ("/render/review/long", test_long);
  g_test_add_func ("/render/review/decided", test_decided);
  g_test_add_func ("/render/review/digest", test_digest);
  g_test_add_func ("/render/review/final", test_final);
  return g_test_run ();
}
