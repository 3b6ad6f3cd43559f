/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <locale.h>

#include "pdf-support.h"

/* Drawn pages with what must be read from them. Long because every drawing stands beside the
 * text that it must give. */

static const double three[] = { 120, 80, 80, 0 };
static const double four[] = { 100, 80, 80, 80, 0 };
static const double label[] = { 20, 100, 60, 60, 0 };

static void
draw_plain (PdfMaker *maker)
{
  pdf_maker_text (maker, 80, 60, "一、总的情况");
  pdf_maker_table (maker, 80, 100, three, 18, "项目|甲|乙\n规章|300|15\n文件|０|３１");
  pdf_maker_text (maker, 80, 180, "表后的话。");
}

static void
draw_merged (PdfMaker *maker)
{
  pdf_maker_table (maker, 80, 100, four, 18, "项目|申请人|<|总计\n^|自然人|法人|^\n新收|2|3|5\n合并|<|<|9");
}

static void
draw_upright (PdfMaker *maker)
{
  pdf_maker_table (maker, 80, 100, label, 20, "|一、新收|1|2\n^|二、办理|3|4\n^|三、其他|5|6\n^|四、合计|7|8");
  pdf_maker_text (maker, 84, 103, "办\n理\n结\n果");
}

static void
draw_page_break (PdfMaker *maker)
{
  pdf_maker_text (maker, 80, 60, "前文。");
  pdf_maker_table (maker, 80, 700, three, 18, "项目|甲|乙\n规章|1|2\n文件|3|4");
  pdf_maker_page (maker);
  pdf_maker_table (maker, 80, 60, three, 18, "许可|5|6\n处罚|7|8");
  pdf_maker_text (maker, 80, 120, "后文。");
}

static void
draw_repeated_head (PdfMaker *maker)
{
  pdf_maker_table (maker, 80, 700, four, 18, "项目|申请人|<|总计\n^|自然人|法人|^\n新收|2|3|5");
  pdf_maker_page (maker);
  pdf_maker_text (maker, 80, 50, "续表");
  pdf_maker_table (maker, 80, 70, four, 18, "项目|申请人|<|总计\n^|自然人|法人|^\n结转|0|1|1");
}

/* The row is as high as its label, and the break goes through the label. */
static void
draw_torn_row (PdfMaker *maker)
{
  pdf_maker_table (maker, 80, 740, three, 18, "项目|甲|乙\n信访举报投诉类的一些|8|9");
  pdf_maker_page (maker);
  pdf_maker_table (maker, 80, 60, three, 18, "申请\n重复申请|1|0");
  pdf_maker_line (maker, 200, 60, 200, 78);
  pdf_maker_line (maker, 280, 60, 280, 78);
  pdf_maker_line (maker, 360, 60, 360, 78);
  pdf_maker_line (maker, 200, 60, 360, 60);
}

/* A label reaches over the break and is only said before it. */
static void
draw_spanning_break (PdfMaker *maker)
{
  pdf_maker_table (maker, 80, 740, four, 18, "不予公开|秘密|1|2\n^|禁止|3|4");
  pdf_maker_page (maker);
  pdf_maker_table (maker, 80, 60, four, 18, "|安全|5|6\n无法提供|不掌握|7|8");
}

static void
draw_numbers (PdfMaker *maker)
{
  static const char *const numbers[] = { "— 1 —", "— 2 —", "— 3 —" };

  for (guint i = 0; i < 3; i++)
    {
      pdf_maker_text (maker, 80, 40, "某市年度文件汇编");
      pdf_maker_text (maker, 80, 100, i == 0 ? "第一页的话。" : i == 1 ? "第二页的话。" : "第三页的话。");
      pdf_maker_text (maker, i % 2 == 0 ? 480 : 80, 790, numbers[i]);
      pdf_maker_page (maker);
    }
}

static void
draw_paragraphs (PdfMaker *maker)
{
  pdf_maker_text (maker, 80, 60, "（一）制度建设情况");
  pdf_maker_paragraph (maker, 80, 80, 420, 21,
                       "全年主动公开信息一百二十八条，其中工作动态九十七条，财政信息三十一条，均已按时限公开，"
                       "没有发生差错，也没有收到投诉。");
  pdf_maker_paragraph (maker, 80, 140, 420, 21,
                       "全年举办培训两次，参加人员共计一百零五人次，效果较好，联系邮箱为"
                       "xinxigongkai@example.gov.example，欢迎来信。");
}

static void
draw_page_paragraph (PdfMaker *maker)
{
  pdf_maker_paragraph (maker, 80, 750, 420, 21,
                       "全年主动公开信息一百二十八条，其中工作动态九十七条，财政信息三十一条，均");
  pdf_maker_page (maker);
  pdf_maker_text (maker, 80, 60, "已按时限公开，没有差错。");
}

static void
draw_twice (PdfMaker *maker)
{
  for (guint i = 0; i < 3; i++)
    pdf_maker_text (maker, 80 + i * 0.3, 60, "加粗的标题2021年");
  pdf_maker_table (maker, 80, 100, three, 18, "项目|甲|乙\n规章|11|22");
  pdf_maker_table (maker, 80.2, 100, three, 18, "项目|甲|乙\n规章|11|22");
}

static void
draw_rotated (PdfMaker *maker)
{
  cairo_translate (maker->cr, 595, 0);
  cairo_rotate (maker->cr, G_PI / 2);
  pdf_maker_table (maker, 80, 100, three, 18, "项目|甲|乙\n规章|1|2");
}

static void
draw_framed (PdfMaker *maker)
{
  cairo_rectangle (maker->cr, 40, 40, 515, 760);
  cairo_stroke (maker->cr);
  pdf_maker_text (maker, 80, 60, "框里的话。");
  pdf_maker_table (maker, 80, 100, three, 18, "项目|甲|乙\n规章|1|2");
}

/* Thin filled boxes for every cell, as Word writes them, and a white line across. */
static void
draw_filled (PdfMaker *maker)
{
  for (guint i = 0; i < 3; i++)
    for (guint j = 0; j < 3; j++)
      {
        if (j < 2)
          cairo_rectangle (maker->cr, 80.5 + j * 80, 100 + i * 20, 79.5, 0.5);
        if (i < 2)
          cairo_rectangle (maker->cr, 80 + j * 80, 100.5 + i * 20, 0.5, 19.5);
        cairo_rectangle (maker->cr, 80 + j * 80, 100 + i * 20, 0.5, 0.5);
      }
  cairo_fill (maker->cr);
  pdf_maker_text (maker, 84, 104, "甲");
  pdf_maker_text (maker, 164, 104, "乙");
  pdf_maker_text (maker, 84, 124, "1");
  pdf_maker_text (maker, 164, 124, "2");
  cairo_set_source_rgb (maker->cr, 1, 1, 1);
  pdf_maker_line (maker, 120, 100, 120, 140);
}

static void
draw_open_sides (PdfMaker *maker)
{
  for (guint i = 0; i < 3; i++)
    pdf_maker_line (maker, 80, 100 + i * 20, 320, 100 + i * 20);
  pdf_maker_line (maker, 160, 100, 160, 140);
  pdf_maker_line (maker, 240, 100, 240, 140);
  pdf_maker_text (maker, 84, 104, "项目");
  pdf_maker_text (maker, 164, 104, "甲");
  pdf_maker_text (maker, 244, 104, "乙");
  pdf_maker_text (maker, 84, 124, "规章");
  pdf_maker_text (maker, 164, 124, "1");
  pdf_maker_text (maker, 244, 124, "2");
}

static void
draw_two_numbers (PdfMaker *maker)
{
  static const double widths[] = { 120, 80, 80, 0 };

  pdf_maker_table (maker, 80, 100, widths, 36, "项目|甲|乙\n规章|3|5");
  pdf_maker_text (maker, 203, 154, "4");
  pdf_maker_text (maker, 320, 138, "6");
}

static void
draw_no_lines (PdfMaker *maker)
{
  static const char *const labels[] = { "一、本年新收申请数量", "二、上年结转申请数量", "三、本年度办理结果，包括各种", "情形的办理",
                                        "四、结转下年度继续办理" };
  static const char *const values[] = { "12", "0", "1034", NULL, "5" };

  pdf_maker_text (maker, 80, 60, "三、收到的申请");
  pdf_maker_text (maker, 100, 90, "项目");
  pdf_maker_text (maker, 300, 90, "自然人");
  pdf_maker_text (maker, 400, 90, "总计");
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      pdf_maker_text (maker, 80, 110 + i * 18, labels[i]);
      if (values[i] == NULL)
        continue;
      pdf_maker_text (maker, 310, 110 + i * 18, values[i]);
      pdf_maker_text (maker, 405, 110 + i * 18, values[i]);
    }
  pdf_maker_text (maker, 80, 230, "表后的话说明以上数据。");
}

static void
draw_nested (PdfMaker *maker)
{
  static const double outer[] = { 60, 300, 0 };
  static const double inner[] = { 80, 80, 0 };

  pdf_maker_table (maker, 80, 100, outer, 80, "外|\n下|7");
  pdf_maker_table (maker, 160, 110, inner, 20, "甲|乙\n1|2");
}

static void
draw_steps (PdfMaker *maker)
{
  pdf_maker_table (maker, 160, 100, three + 1, 18, "甲|乙");
  pdf_maker_table (maker, 40, 118, three, 18, "规章|1|2\n文件|3|4");
}

static void
draw_dashed (PdfMaker *maker)
{
  static const double dashes[] = { 2, 2 };

  cairo_set_dash (maker->cr, dashes, 2, 0);
  pdf_maker_table (maker, 80, 100, three, 18, "项目|甲|乙\n规章|1|2");
}

static void
draw_double_lines (PdfMaker *maker)
{
  pdf_maker_table (maker, 80, 100, three, 18, "项目|甲|乙\n规章|1|2");
  cairo_rectangle (maker->cr, 77.5, 97.5, 285, 41);
  cairo_stroke (maker->cr);
  for (guint i = 1; i < 3; i++)
    pdf_maker_line (maker, 122 + i * 80, 100, 122 + i * 80, 136);
}

static void
draw_underlined (PdfMaker *maker)
{
  pdf_maker_text (maker, 80, 60, "地址：某路七号");
  pdf_maker_line (maker, 110, 76, 200, 76);
  pdf_maker_table (maker, 80, 100, three, 30, "项目|甲|乙\n规章|1|2");
  pdf_maker_line (maker, 84, 118, 110, 118);
}

static void
draw_outside (PdfMaker *maker)
{
  draw_plain (maker);
  pdf_maker_text (maker, 700, 60, "页外的字");
  pdf_maker_text (maker, 80, 900, "页下的字");
}

static void
draw_number_in_table (PdfMaker *maker)
{
  pdf_maker_table (maker, 80, 760, three, 18, "项目|甲|乙\n规章|1|2");
  pdf_maker_text (maker, 300, 810, "1");
  pdf_maker_page (maker);
  pdf_maker_text (maker, 80, 60, "下一页的话。");
  pdf_maker_text (maker, 300, 810, "2");
}

static void
draw_wrapped_label (PdfMaker *maker)
{
  static const double widths[] = { 90, 60, 60, 0 };

  pdf_maker_table (maker, 80, 100, widths, 40, "项目|甲|乙\n信访举报投诉类申请的件数|8|9");
}

/* The label runs up its cell, each character turned. */
static void
draw_turned_label (PdfMaker *maker)
{
  pdf_maker_table (maker, 80, 100, label, 20, "|一、新收|1|2\n^|二、办理|3|4\n^|三、其他|5|6\n^|四、合计|7|8");
  cairo_save (maker->cr);
  cairo_translate (maker->cr, 84, 168);
  cairo_rotate (maker->cr, -G_PI / 2);
  pdf_maker_text (maker, 0, 0, "办理结果");
  cairo_restore (maker->cr);
}

static const PdfPage pages[] = {
  { "plain", draw_plain, "一、总的情况\n#\n项目|甲|乙\n规章|300|15\n文件|０|３１\n表后的话。\n", "" },
  { "merged", draw_merged,
    "#\n项目{2x1}|申请人{1x2}|总计{2x1}\n自然人|法人\n新收|2|3|5\n合并{1x3}|9\n", "" },
  { "upright-label", draw_upright,
    "#\n办理结果{4x1}|一、新收|1|2\n二、办理|3|4\n三、其他|5|6\n四、合计|7|8\n", "" },
  { "turned-label", draw_turned_label,
    "#\n办理结果{4x1}|一、新收|1|2\n二、办理|3|4\n三、其他|5|6\n四、合计|7|8\n", "" },
  { "wrapped-label", draw_wrapped_label, "#\n项目|甲|乙\n信访举报投诉类申请的件数|8|9\n", "" },
  { "page-break", draw_page_break,
    "前文。\n#\n项目|甲|乙\n规章|1|2\n文件|3|4\n许可|5|6\n处罚|7|8\n后文。\n", "joined@2" },
  { "repeated-head", draw_repeated_head,
    "#\n项目{2x1}|申请人{1x2}|总计{2x1}\n自然人|法人\n新收|2|3|5\n结转|0|1|1\n", "head@2 joined@2" },
  { "torn-row", draw_torn_row, "#\n项目|甲|乙\n信访举报投诉类的一些申请|8|9\n重复申请|1|0\n", "joined@2" },
  { "spanning-break", draw_spanning_break,
    "#\n不予公开{3x1}|秘密|1|2\n禁止|3|4\n安全|5|6\n无法提供|不掌握|7|8\n", "joined@2" },
  { "page-numbers", draw_numbers, "第一页的话。\n第二页的话。\n第三页的话。\n", "numbers@0 head@1 head@2 head@3" },
  { "paragraphs", draw_paragraphs,
    "（一）制度建设情况\n全年主动公开信息一百二十八条，其中工作动态九十七条，财政信息三十一条，均已按时限公开，"
    "没有发生差错，也没有收到投诉。\n"
    "全年举办培训两次，参加人员共计一百零五人次，效果较好，联系邮箱为"
    "xinxigongkai@example.gov.example，欢迎来信。\n", "" },
  { "paragraph-over-pages", draw_page_paragraph,
    "全年主动公开信息一百二十八条，其中工作动态九十七条，财政信息三十一条，均已按时限公开，没有差错。\n", "" },
  { "drawn-twice", draw_twice, "加粗的标题2021年\n#\n项目|甲|乙\n规章|11|22\n", "" },
  { "rotated", draw_rotated, "#\n项目|甲|乙\n规章|1|2\n", "" },
  { "framed", draw_framed, "框里的话。\n#\n项目|甲|乙\n规章|1|2\n", "" },
  { "filled-lines", draw_filled, "#\n甲|乙\n1|2\n", "" },
  { "open-sides", draw_open_sides, "#\n项目|甲|乙\n规章|1|2\n", "" },
  { "no-lines", draw_no_lines,
    "三、收到的申请\n#\n项目|自然人|总计\n一、本年新收申请数量|12|12\n二、上年结转申请数量|0|0\n"
    "三、本年度办理结果，包括各种情形的办理|1034|1034\n四、结转下年度继续办理|5|5\n表后的话说明以上数据。\n", "no-rules@1" },
  { "nested", draw_nested, "#\n外|\n下|7\n#\n甲|乙\n1|2\n", "nested@1" },
  { "steps", draw_steps, "#\n~|甲|乙\n规章|1|2\n文件|3|4\n", "" },
  { "dashed", draw_dashed, "#\n项目|甲|乙\n规章|1|2\n", "" },
  { "double-lines", draw_double_lines, "#\n项目|甲|乙\n规章|1|2\n", "" },
  { "underlined", draw_underlined, "地址：某路七号\n#\n项目|甲|乙\n规章|1|2\n", "" },
  { "outside-the-page", draw_outside, "一、总的情况\n#\n项目|甲|乙\n规章|300|15\n文件|０|３１\n表后的话。\n", "" },
  { "number-under-table", draw_number_in_table, "#\n项目|甲|乙\n规章|1|2\n下一页的话。\n", "numbers@0" },
  { "two-numbers-in-a-cell", draw_two_numbers, "#\n项目|甲|乙\n规章|3¶4|5 6\n", "" },
};

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  pdf_add_pages ("/import/pdf-pages", pages, G_N_ELEMENTS (pages));

  return g_test_run ();
}
