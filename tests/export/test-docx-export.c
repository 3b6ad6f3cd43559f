/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-export.h"
#include "gj-import.h"

#include <string.h>

#include "gj-docx-validity.h"
#include "gj-sample-report.h"

/* What stands in a document of Word, and that it is one. */

static GBytes *
export (GjReport            *report,
        const GjDocxOptions *options)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = gj_docx_export_with_options (report, options, NULL, &error);

  g_assert_no_error (error);
  return bytes;
}

/* The tests */

static GjReport *
new_report_with_pictures (void)
{
  static const guint8 png[] = {
    0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R', 0, 0, 8, 0, 0, 0, 4, 0, 8, 2, 0, 0, 0,
  };
  GjReport *report = gj_sample_report_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static (png, sizeof png);
  g_autoptr (GjBlock) picture = gj_block_new_picture (bytes, "image/png", 2048, 1024, "图");
  GjBlock *blocks[] = { picture, picture };
  g_autoptr (GjNarrative) narrative = gj_narrative_new (blocks, G_N_ELEMENTS (blocks));

  gj_report_init_narrative (report, 0, narrative);
  return report;
}

static void
test_valid (void)
{
  g_autoptr (GjReport) report = gj_sample_report_new ();
  g_autoptr (GjReport) empty = gj_sample_report_new_empty ();
  g_autoptr (GjReport) with_pictures = new_report_with_pictures ();
  g_autoptr (GBytes) bytes = export (report, NULL);
  g_autoptr (GBytes) bytes_of_empty = export (empty, NULL);
  g_autoptr (GBytes) bytes_with_pictures = export (with_pictures, NULL);

  gj_docx_check_valid (bytes, 3);
  gj_docx_check_valid (bytes_of_empty, 3);
  gj_docx_check_valid (bytes_with_pictures, 3);
}

static void
test_long_numbers (void)
{
  g_autoptr (GjReport) report = gj_sample_report_new ();
  g_autoptr (GBytes) bytes = NULL;

  gj_sample_report_fill_cells (report, "123456789012345");
  bytes = export (report, NULL);
  gj_docx_check_valid (bytes, 3);
}

static void
test_other_form (void)
{
  GjForm *form = gj_form_catalogue_find_year (2020);
  g_autoptr (GjReport) report = gj_report_new_for_year (form, "云溪市文化和旅游局", 2020);
  g_autoptr (GBytes) bytes = export (report, NULL);

  gj_docx_check_valid (bytes, 3);
}

/* Without any of its rows a table is not there, and without some it is smaller. */
static void
test_absent_rows (void)
{
  g_autoptr (GjReport) report = gj_sample_report_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (xmlDoc) doc = NULL;
  GjForm *form = gj_report_get_form (report);

  for (guint i = 0; i < gj_form_get_n_cells (form); i++)
    {
      const char *id = gj_form_get_cell (form, i)->id;

      if (g_str_has_prefix (id, "cases/") || g_str_has_prefix (id, "requests/denied-") ||
          g_str_has_prefix (id, "disclosure/fees/") || g_str_has_prefix (id, "requests/rejected-petition/"))
        gj_report_init_cell (report, i, NULL);
    }
  bytes = export (report, NULL);
  gj_docx_check_valid (bytes, 2);
  doc = gj_docx_read_part (bytes, "word/document.xml");
  g_assert_cmpuint (gj_docx_count (doc, "//w:t[contains(.,'不予公开')][ancestor::w:tbl]"), ==, 0);
  g_assert_cmpuint (gj_docx_count (doc, "//w:t[.='第二十条第（八）项']"), ==, 0);
  g_assert_cmpuint (gj_docx_count (doc, "//w:t[.='不予处理']"), ==, 1);
}

static void
test_same_bytes (void)
{
  g_autoptr (GjReport) report = new_report_with_pictures ();
  g_autoptr (GBytes) one = export (report, NULL);
  g_autoptr (GBytes) other = export (report, NULL);

  g_assert_true (g_bytes_equal (one, other));
}

/* A picture that is shown twice is there once, and no larger than the type area. */
static void
test_pictures (void)
{
  g_autoptr (GjReport) report = new_report_with_pictures ();
  g_autoptr (GBytes) bytes = export (report, NULL);
  g_autoptr (GjZip) zip = gj_zip_open (bytes, NULL);
  g_autofree char *document = gj_docx_dup_part (bytes, "word/document.xml");

  g_assert_true (gj_zip_has (zip, "word/media/image1.png"));
  g_assert_false (gj_zip_has (zip, "word/media/image2.png"));
  g_assert_nonnull (strstr (document, "<wp:extent cx=\"5616000\" cy=\"2808000\"/>"));
}

/* The page of GB/T 9704-2012, to a twentieth of a point. */
static void
test_page (void)
{
  static const char *const words[] = {
    "<w:pgSz w:w=\"11906\" w:h=\"16838\"/>", "w:top=\"2098\"", "w:left=\"1588\"",
    "<w:docGrid w:type=\"linesAndChars\" w:linePitch=\"579\" w:charSpace=\"-849\"/>",
    "<w:footerReference w:type=\"default\"", "<w:footerReference w:type=\"even\"", "w:val=\"tbRlV\"",
  };
  g_autoptr (GjReport) report = gj_sample_report_new ();
  g_autoptr (GBytes) bytes = export (report, NULL);
  g_autofree char *document = gj_docx_dup_part (bytes, "word/document.xml");
  g_autofree char *settings = gj_docx_dup_part (bytes, "word/settings.xml");

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (document, words[i]) == NULL)
      g_error ("there is no %s", words[i]);
  g_assert_nonnull (strstr (settings, "<w:evenAndOddHeaders/>"));
  g_assert_cmpint (11906 - 1588 - 1468, ==, 8850);
  g_assert_cmpint ((16838 - 2098 - 1984) / 579, ==, 22);
}

static void
test_properties (void)
{
  g_autoptr (GjReport) report = gj_sample_report_new ();
  g_autoptr (GBytes) bytes = export (report, NULL);
  g_autoptr (GBytes) undated = NULL;
  g_autofree char *core = gj_docx_dup_part (bytes, "docProps/core.xml");
  g_autofree char *core_undated = NULL;

  g_assert_nonnull (strstr (core, "<dc:title>云溪市文化和旅游局2025年政府信息公开工作年度报告</dc:title>"));
  g_assert_nonnull (strstr (core, ">2026-01-08T00:00:00Z</dcterms:created>"));
  g_assert_null (strstr (core, "lastModifiedBy"));
  g_assert_null (strstr (core, g_get_user_name ()));

  gj_report_init_field (report, GJ_FIELD_DATE, "年初");
  undated = export (report, NULL);
  core_undated = gj_docx_dup_part (undated, "docProps/core.xml");
  g_assert_nonnull (strstr (core_undated, ">2026-01-31T00:00:00Z</dcterms:modified>"));
}

/* What XML cannot hold shows, and everything else stands as it is. */
static void
test_characters (void)
{
  static const char *const text[] = { "a\001b\013c\xef\xbf\xbe" "d\t<&>\"𠮷\r行", NULL };
  g_autoptr (GjReport) report = gj_sample_report_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *document = NULL;

  gj_sample_report_set_text (report, "overview", text);
  bytes = export (report, NULL);
  gj_docx_check_valid (bytes, 3);
  document = gj_docx_dup_part (bytes, "word/document.xml");
  g_assert_nonnull (strstr (document,
                            "<w:t xml:space=\"preserve\">a�b�c�d</w:t><w:tab/><w:t xml:space=\"preserve\">"
                            "&lt;&amp;&gt;&quot;𠮷</w:t><w:br/><w:t xml:space=\"preserve\">行</w:t>"));
}

/* A paragraph that brings its own blanks is not indented twice. */
static void
test_blanks (void)
{
  static const char *const text[] = { "　　有空格。", "没有空格。", " 半个。", NULL };
  g_autoptr (GjReport) report = gj_sample_report_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (xmlDoc) doc = NULL;

  gj_sample_report_set_text (report, "overview", text);
  bytes = export (report, NULL);
  doc = gj_docx_read_part (bytes, "word/document.xml");
  g_assert_cmpuint (gj_docx_count (doc, "//w:p[w:pPr/w:ind[@w:firstLine='0']][contains(.,'　　有空格。')]"), ==, 1);
  g_assert_cmpuint (gj_docx_count (doc, "//w:p[not(w:pPr/w:ind)][.='没有空格。']"), ==, 1);
  g_assert_cmpuint (gj_docx_count (doc, "//w:p[w:pPr/w:ind[@w:firstLine='474']][.=' 半个。']"), ==, 1);
}

static void
test_levels (void)
{
  static const struct
  {
    const char *style;
    const char *text;
  } cases[] = {
    { "Title", "云溪市文化和旅游局" },
    { "Heading1", "一、总体情况" },
    { "Heading2", "（三）政府信息管理情况" },
    { "Heading3", "1.完善制度" },
    { "Signature", "云溪市文化和旅游局" },
    { "Date", "2026年1月8日" },
  };
  g_autoptr (GjReport) report = gj_sample_report_new ();
  g_autoptr (GBytes) bytes = export (report, NULL);
  g_autoptr (xmlDoc) doc = gj_docx_read_part (bytes, "word/document.xml");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("//w:p[w:pPr/w:pStyle/@w:val='%s'][.='%s']", cases[i].style,
                                               cases[i].text);

      if (gj_docx_count (doc, path) != 1)
        g_error ("%s is no %s", cases[i].text, cases[i].style);
    }
  g_assert_cmpuint (gj_docx_count (doc, "//w:r[w:rPr/w:rStyle/@w:val='Lead2'][.='（一）主动公开情况。']"), ==, 1);
}

static void
test_cancelled (void)
{
  g_autoptr (GjReport) report = gj_sample_report_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (gj_docx_export (report, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Comments */

static void
add_comment (GjReport   *report,
             const char *id,
             const char *place,
             guint       start,
             guint       end,
             const char *text)
{
  g_autoptr (GjComment) comment = gj_comment_new (id, place, "甲 & 乙", "2026-01-05", text);
  g_autoptr (GjComment) placed = end > start ? gj_comment_dup_with_words (comment, start, end) : NULL;

  gj_report_init_comment (report, placed != NULL ? placed : comment);
}

static GjReport *
new_report_with_comments (void)
{
  GjReport *report = gj_sample_report_new ();

  add_comment (report, "c1", "title", 0, 0, "标题请核对");
  add_comment (report, "c2", "preface", 3, 5, "根据");
  add_comment (report, "c3", "overview", 0, 5, "年份\n第二段");
  add_comment (report, "c4", "overview", 2, 8, "交错");
  add_comment (report, "c5", "requests", 0, 0, "整节");
  add_comment (report, "c6", "requests/received/total", 0, 0, "合计？");
  add_comment (report, "c7", "problems", 2, 4, "末句");
  add_comment (report, "c8", "signature", 0, 0, "落款");
  return report;
}

/* Nobody outside sees what was said inside, unless it is asked for. */
static void
test_comments_left_out (void)
{
  g_autoptr (GjReport) report = new_report_with_comments ();
  g_autoptr (GBytes) bytes = export (report, NULL);
  g_autoptr (GjZip) zip = gj_zip_open (bytes, NULL);
  g_autofree char *document = gj_docx_dup_part (bytes, "word/document.xml");

  g_assert_false (gj_zip_has (zip, "word/comments.xml"));
  g_assert_null (strstr (document, "comment"));
}

static void
test_comments (void)
{
  GjDocxOptions options = { .comments = TRUE };
  g_autoptr (GjReport) report = new_report_with_comments ();
  g_autoptr (GBytes) bytes = export (report, &options);
  g_autoptr (GError) error = NULL;
  g_autoptr (GjReport) again = gj_import_bytes (bytes, NULL, NULL, &error);
  GPtrArray *was = gj_report_get_comments (report);
  GPtrArray *is;

  g_assert_no_error (error);
  gj_docx_check_valid (bytes, 3);
  is = gj_report_get_comments (again);
  g_assert_cmpuint (is->len, ==, was->len);
  for (guint i = 0; i < was->len; i++)
    {
      const GjComment *one = was->pdata[i];
      const GjComment *other = is->pdata[i];

      g_assert_cmpstr (one->place, ==, other->place);
      g_assert_cmpstr (one->text, ==, other->text);
      g_assert_cmpstr (one->who, ==, other->who);
      g_assert_cmpstr (one->when, ==, other->when);
      if (gj_comment_has_words (one))
        {
          g_assert_cmpuint (one->start, ==, other->start);
          g_assert_cmpuint (one->end, ==, other->end);
        }
    }
}

/* A comment whose place is not in the document is not lost. */
static void
test_comments_without_place (void)
{
  GjDocxOptions options = { .comments = TRUE };
  g_autoptr (GjReport) report = gj_sample_report_new_empty ();
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *document = NULL;

  gj_report_init_cell (report, 0, NULL);
  add_comment (report, "c1", "signature", 0, 0, "没有落款");
  add_comment (report, "c2", "preface", 0, 0, "没有前言");
  add_comment (report, "c3", "overview", 5, 9, "没有文字");
  add_comment (report, "c4", gj_form_get_cell (gj_report_get_form (report), 0)->id, 0, 0, "没有这一格");
  add_comment (report, "c5", "nowhere", 0, 0, "哪里也不是");
  bytes = export (report, &options);
  document = gj_docx_dup_part (bytes, "word/document.xml");
  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *reference = g_strdup_printf ("<w:commentReference w:id=\"%u\"/>", i);
      const char *at = strstr (document, reference);

      g_assert_nonnull (at);
      g_assert_null (strstr (at + 1, reference));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/export/docx/valid", test_valid);
  g_test_add_func ("/export/docx/long-numbers", test_long_numbers);
  g_test_add_func ("/export/docx/other-form", test_other_form);
  g_test_add_func ("/export/docx/absent-rows", test_absent_rows);
  g_test_add_func ("/export/docx/same-bytes", test_same_bytes);
  g_test_add_func ("/export/docx/pictures", test_pictures);
  g_test_add_func ("/export/docx/page", test_page);
  g_test_add_func ("/export/docx/properties", test_properties);
  g_test_add_func ("/export/docx/characters", test_characters);
  g_test_add_func ("/export/docx/blanks", test_blanks);
  g_test_add_func ("/export/docx/levels", test_levels);
  g_test_add_func ("/export/docx/cancelled", test_cancelled);
  g_test_add_func ("/export/docx/comments-left-out", test_comments_left_out);
  g_test_add_func ("/export/docx/comments", test_comments);
  g_test_add_func ("/export/docx/comments-without-place", test_comments_without_place);

  return g_test_run ();
}
