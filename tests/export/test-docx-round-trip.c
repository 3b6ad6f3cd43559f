/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-export.h"
#include "gj-import.h"

#include <string.h>

#include "gj-report-diff.h"
#include "gj-sample-report.h"

/* A report that goes out to Word and comes back is the same report: its fields, headings,
 * texts, pictures and cells. */

static GjReport *
go_and_return (GjReport *report)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = gj_docx_export (report, NULL, &error);
  GjReport *again;

  g_assert_no_error (error);
  again = gj_import_bytes (bytes, NULL, NULL, &error);
  g_assert_no_error (error);
  return again;
}

static void
check (GjReport *report)
{
  g_autoptr (GjReport) again = go_and_return (report);
  g_autofree char *differences = gj_report_diff (report, again);

  g_assert_cmpstr (differences, ==, "");
}

/* What is as it should be gives nobody anything to look at. */
static void
check_quiet (GjReport *report)
{
  g_autoptr (GjReport) again = go_and_return (report);
  g_autofree char *notes = gj_report_list_notes (again);

  check (report);
  g_assert_cmpstr (notes, ==, "");
}

/* Whole reports */

static void
test_file (gconstpointer path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GjReport) report = NULL;
  char *data;
  gsize length;

  g_assert_true (g_file_get_contents (path, &data, &length, NULL));
  bytes = g_bytes_new_take (data, length);
  if (gj_import_sniff (bytes) == GJ_IMPORT_KIND_GOUJI)
    report = gj_store_read (bytes, &error);
  else
    report = gj_import_bytes (bytes, path, NULL, &error);
  g_assert_no_error (error);
  if (g_str_has_suffix (path, ".gouji"))
    check_quiet (report);
  else
    check (report);
}

/* Nasty reports */

static void
set_overview (GjReport   *report,
              const char *first,
              const char *second,
              const char *third)
{
  const char *const paragraphs[] = { first, second, third, NULL };

  gj_sample_report_set_text (report, "overview", paragraphs);
}

static void
make_cells (GjReport *report)
{
  static const char *const texts[] = {
    "", "/", "—", "无", "999999999999999", "134.8万元", "１２３", " 12 ", "1,234", "0", "-3", "12\n件", "〇", "12 34",
    "不适用", "5953.02496",
  };

  for (guint i = 0; i < gj_form_get_n_cells (gj_report_get_form (report)); i++)
    gj_report_init_cell (report, i, texts[i % G_N_ELEMENTS (texts)]);
}

static void
make_blank_cells (GjReport *report)
{
  gj_sample_report_fill_cells (report, "");
}

static void
make_long_numbers (GjReport *report)
{
  gj_sample_report_fill_cells (report, "123456789012345");
}

/* Rows that the report does not have. */
static void
make_absent_rows (GjReport *report)
{
  static const char *const rows[] = { "disclosure/coercion/", "requests/denied-internal/", "requests/carried-out/",
                                      "disclosure/fees/", "requests/other-unpaid/" };
  GjForm *form = gj_report_get_form (report);

  for (guint i = 0; i < gj_form_get_n_cells (form); i++)
    for (guint j = 0; j < G_N_ELEMENTS (rows); j++)
      if (g_str_has_prefix (gj_form_get_cell (form, i)->id, rows[j]))
        gj_report_init_cell (report, i, NULL);
}

static void
make_old_row (GjReport *report)
{
  GjForm *form = gj_report_get_form (report);
  const GjVariant *variant = gj_form_find_variant (form, "old-row");
  const GjTable *table = gj_form_get_table (form, variant->table);

  gj_report_init_variant (report, "old-row");
  for (guint i = 0; i < variant->n_absent_rows; i++)
    for (guint j = 0; j < table->n_columns; j++)
      gj_report_init_cell (report, gj_table_find_cell (table, variant->absent_rows[i], j), NULL);
}

static void
make_long_title (GjReport *report)
{
  gj_report_init_field (report, GJ_FIELD_TITLE,
                        "云溪市文化和旅游局（云溪市文物保护和考古研究管理局）关于2025年政府信息公开工作年度报告");
}

static void
make_title_of_lines (GjReport *report)
{
  gj_report_init_field (report, GJ_FIELD_TITLE, "云溪市\n文化和旅游局\n2025年\n政府信息公开工作\n年度报告");
}

static void
make_own_title (GjReport *report)
{
  gj_report_init_field (report, GJ_FIELD_TITLE, "云溪市文化和旅游局2025年政务公开总结");
}

static void
make_document_number (GjReport *report)
{
  gj_report_init_field (report, GJ_FIELD_DOCUMENT_NUMBER, "云文旅〔2026〕1号");
}

static void
make_slash_body (GjReport *report)
{
  gj_report_init_field (report, GJ_FIELD_BODY, "云溪市文化和旅游局/文物局");
  gj_report_init_field (report, GJ_FIELD_TITLE, "云溪市文化和旅游局/文物局2025年政府信息公开工作年度报告");
  gj_report_init_field (report, GJ_FIELD_SIGNATURE, "云溪市文化和旅游局/文物局");
}

static void
make_two_signatures (GjReport *report)
{
  gj_report_init_field (report, GJ_FIELD_SIGNATURE, "云溪市文化和旅游局\n云溪市广播电视中心");
}

static void
make_foreign_signature (GjReport *report)
{
  gj_report_init_field (report, GJ_FIELD_SIGNATURE, "联合工作专班");
}

static void
make_signature_only (GjReport *report)
{
  gj_report_init_field (report, GJ_FIELD_DATE, "");
}

static void
make_date_only (GjReport *report)
{
  gj_report_init_field (report, GJ_FIELD_SIGNATURE, "");
}

static void
make_words_for_date (GjReport *report)
{
  gj_report_init_field (report, GJ_FIELD_DATE, "二〇二六年初春");
}

static void
make_no_end (GjReport *report)
{
  gj_report_init_field (report, GJ_FIELD_SIGNATURE, "");
  gj_report_init_field (report, GJ_FIELD_DATE, "");
}

static void
make_like_signature (GjReport *report)
{
  static const char *const paragraphs[] = { "本年度无其他事项。", "云溪市文化和旅游局", "2026年1月5日", NULL };

  gj_sample_report_set_text (report, "others", paragraphs);
}

static void
make_empty_sections (GjReport *report)
{
  static const char *const none[] = { NULL };

  gj_sample_report_set_text (report, "preface", none);
  gj_sample_report_set_text (report, "overview", none);
  gj_sample_report_set_text (report, "problems", none);
  gj_sample_report_set_text (report, "others", none);
}

static void
make_like_headings (GjReport *report)
{
  set_overview (report, "一、夯实基础", "二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况");
}

static void
make_own_headings (GjReport *report)
{
  GjForm *form = gj_report_get_form (report);

  gj_report_init_heading (report, gj_form_find_section (form, "problems"), "五、下一步打算");
  gj_report_init_heading (report, gj_form_find_section (form, "overview"), "第一部分 概述");
}

static void
make_like_title (GjReport *report)
{
  static const char *const paragraphs[] = { "云溪市文化和旅游局2024年政府信息公开工作年度报告", "前言。", NULL };

  gj_sample_report_set_text (report, "preface", paragraphs);
}

static void
make_blanks (GjReport *report)
{
  set_overview (report, "　　开头有两个全角空格，中间  有  空格，末尾也有　", "\t制表符\t在\t中间\t", "  (1) two blanks ");
}

static void
make_marks (GjReport *report)
{
  set_overview (report, "a<b>&amp;\"c'd\"</w:t>]]>", "𠮷𡈽㐂😀\xee\x80\x80 \xe2\x80\x8b零宽", "עברית العربية mixed 中文 ‮反‬");
}

static void
make_levels (GjReport *report)
{
  set_overview (report, "（一）主动公开", "1.法规", "（1）甲：公开；乙：不公开。");
}

static void
make_like_tables (GjReport *report)
{
  set_overview (report, "规章", "行政许可\t12", "信息内容 本年制发件数 本年废止件数 现行有效件数");
}

static void
make_long_text (GjReport *report)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < 40000; i++)
    g_string_append_unichar (text, 0x4e00 + i * 7 % 20000);
  set_overview (report, text->str, "短。", text->str);
  g_string_free (text, TRUE);
}

static void
make_pictures (GjReport *report)
{
  static const guint8 png[] = {
    0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R', 0, 0, 8, 0, 0, 0, 4, 0, 8, 2, 0, 0, 0,
  };
  static const guint8 jpeg[] = {
    0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xc0, 0, 11, 8, 0, 9, 0, 16, 1, 1, 0x11, 0, 0xff, 0xd9,
  };
  g_autoptr (GBytes) one = g_bytes_new_static (png, sizeof png);
  g_autoptr (GBytes) other = g_bytes_new_static (jpeg, sizeof jpeg);
  g_autoptr (GjBlock) text = gj_block_new_paragraph ("图一如下。");
  g_autoptr (GjBlock) first = gj_block_new_picture (one, "image/png", 2048, 1024, "机构图 \"甲\" & <乙>");
  g_autoptr (GjBlock) second = gj_block_new_picture (other, "image/jpeg", 16, 9, NULL);
  g_autoptr (GjBlock) table = gj_block_new_table ();
  GjBlock *overview[] = { text, first, second, text, first };
  GjBlock *disclosure[] = { second, table, text, first };
  g_autoptr (GjNarrative) narrative = gj_narrative_new (overview, G_N_ELEMENTS (overview));
  g_autoptr (GjNarrative) with_table = gj_narrative_new (disclosure, G_N_ELEMENTS (disclosure));

  gj_report_init_narrative (report, 0, narrative);
  gj_report_init_narrative (report, 1, with_table);
}

static void
make_text_around_tables (GjReport *report)
{
  g_autoptr (GjBlock) before = gj_block_new_paragraph ("本表数据由各处室提供。");
  g_autoptr (GjBlock) table = gj_block_new_table ();
  g_autoptr (GjBlock) after = gj_block_new_paragraph ("注：数据截至年底。");
  GjBlock *blocks[] = { before, table, after };

  for (guint i = 1; i < 4; i++)
    {
      g_autoptr (GjNarrative) narrative = gj_narrative_new (blocks, G_N_ELEMENTS (blocks));

      gj_report_init_narrative (report, i, narrative);
    }
}

static const struct
{
  const char *name;
  void      (*make) (GjReport *report);
} nasty[] = {
  { "cells", make_cells },
  { "blank-cells", make_blank_cells },
  { "long-numbers", make_long_numbers },
  { "absent-rows", make_absent_rows },
  { "old-row", make_old_row },
  { "long-title", make_long_title },
  { "title-of-lines", make_title_of_lines },
  { "own-title", make_own_title },
  { "document-number", make_document_number },
  { "slash-body", make_slash_body },
  { "two-signatures", make_two_signatures },
  { "foreign-signature", make_foreign_signature },
  { "signature-only", make_signature_only },
  { "date-only", make_date_only },
  { "words-for-date", make_words_for_date },
  { "no-end", make_no_end },
  { "like-signature", make_like_signature },
  { "empty-sections", make_empty_sections },
  { "like-headings", make_like_headings },
  { "own-headings", make_own_headings },
  { "like-title", make_like_title },
  { "blanks", make_blanks },
  { "marks", make_marks },
  { "levels", make_levels },
  { "like-tables", make_like_tables },
  { "long-text", make_long_text },
  { "pictures", make_pictures },
  { "text-around-tables", make_text_around_tables },
};

static void
test_nasty (gconstpointer data)
{
  guint index = GPOINTER_TO_UINT (data);
  g_autoptr (GjReport) report = gj_sample_report_new ();

  nasty[index].make (report);
  check (report);
}

static void
test_sample (void)
{
  g_autoptr (GjReport) report = gj_sample_report_new ();

  check_quiet (report);
}

/* A form filled in by nobody: it has the form's title then. */
static void
test_empty (void)
{
  g_autoptr (GjReport) report = gj_sample_report_new_empty ();
  g_autoptr (GjReport) again = NULL;
  g_autofree char *title = gj_form_format_title (gj_report_get_form (report), "", 0);
  g_autofree char *differences = NULL;

  again = go_and_return (report);
  gj_report_init_field (report, GJ_FIELD_TITLE, title);
  differences = gj_report_diff (report, again);
  g_assert_cmpstr (differences, ==, "");
}

static void
add_folder (const char *root,
            const char *folder,
            const char *suffix)
{
  g_autofree char *path = g_build_filename (root, folder, NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *test_path = g_strconcat ("/export/docx-round-trip/", name, NULL);

      if (g_str_has_suffix (name, suffix))
        g_test_add_data_func_full (test_path, g_build_filename (path, name, NULL), test_file, g_free);
    }
}

int
main (int   argc,
      char *argv[])
{
  const char *root;

  g_test_init (&argc, &argv, NULL);

  root = g_getenv ("GJ_SOURCE_ROOT");
  g_assert_nonnull (root);
  add_folder (root, "data/samples", ".gouji");
  add_folder (root, "../shared/reports/text", ".txt");
  add_folder (root, "../shared/reports/html", ".html");
  add_folder (root, "../shared/reports/docx", ".docx");
  for (guint i = 0; i < G_N_ELEMENTS (nasty); i++)
    {
      g_autofree char *path = g_strconcat ("/export/docx-round-trip/nasty/", nasty[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_nasty);
    }
  g_test_add_func ("/export/docx-round-trip/sample", test_sample);
  g_test_add_func ("/export/docx-round-trip/empty", test_empty);
  return g_test_run ();
}
