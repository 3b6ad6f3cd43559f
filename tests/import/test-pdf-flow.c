/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <locale.h>

#include "pdf-support.h"

/* Text in columns, and what looks like it and is a table. */

static const double narrow[] = { 80, 60, 60, 0 };
static const double wide[] = { 240, 90, 90, 0 };

#define LEFT "全年主动公开信息一百二十八条，其中工作动态九十七条，财政信息三十一条，均已按时限公开，没有发生差错，也没有收到投诉，各项工作平稳有序开展。"
#define RIGHT "全年举办培训两次，参加人员共计一百零五人次，效果较好，下一年度将继续加强队伍建设，完善制度，提高公开质量，主动接受监督，回应关切。"
#define ONE(S) "一是加强组织领导明确责任分工把各项" S "任务落实到岗到人定期检查进度及时发" S "现问题并督促整改二是完善工作机制规" S "范各类事项受理答复审查送达归档全过"
#define TWO(S) "办理流程做到件件有着落事事有回音三" S "是强化业务培训邀请专家授课组织交流" S "学习不断提升工作人员的能力和水平更" S "好服务群众。"

static void
draw_columns (PdfMaker *maker)
{
  pdf_maker_text (maker, 80, 60, "（一）制度建设情况");
  pdf_maker_paragraph (maker, 80, 90, 200, 21, LEFT);
  pdf_maker_paragraph (maker, 310, 90, 200, 21, RIGHT);
  pdf_maker_paragraph (maker, 80, 300, 430, 21, LEFT);
}

/* The columns do not stand on the same lines. */
static void
draw_staggered (PdfMaker *maker)
{
  pdf_maker_paragraph (maker, 80, 90, 200, 21, LEFT);
  pdf_maker_paragraph (maker, 310, 97.5, 200, 21, RIGHT);
}

/* A paragraph goes on at the top of the other column. */
static void
draw_going_on (PdfMaker *maker)
{
  pdf_maker_text (maker, 80, 90, ONE ("\n"));
  pdf_maker_text (maker, 310, 90, TWO ("\n"));
}

static void
draw_around_table (PdfMaker *maker)
{
  pdf_maker_paragraph (maker, 80, 60, 200, 21, LEFT);
  pdf_maker_paragraph (maker, 310, 60, 200, 21, RIGHT);
  pdf_maker_table (maker, 80, 220, wide, 18, "项目|甲|乙\n规章|300|15");
  pdf_maker_paragraph (maker, 80, 280, 200, 21, RIGHT);
  pdf_maker_paragraph (maker, 310, 280, 200, 21, LEFT);
}

static void
draw_table_in_column (PdfMaker *maker)
{
  pdf_maker_paragraph (maker, 80, 60, 200, 21, LEFT);
  pdf_maker_table (maker, 80, 150, narrow, 18, "项目|甲|乙\n规章|300|15");
  pdf_maker_paragraph (maker, 310, 60, 200, 21, RIGHT);
  pdf_maker_paragraph (maker, 310, 135, 200, 21, LEFT);
}

static void
draw_numbered (PdfMaker *maker)
{
  for (guint i = 0; i < 2; i++)
    {
      pdf_maker_paragraph (maker, 80, 90, 200, 21, LEFT);
      pdf_maker_paragraph (maker, 310, 90, 200, 21, RIGHT);
      pdf_maker_text (maker, 290, 800, i == 0 ? "1" : "2");
      pdf_maker_page (maker);
    }
}

/* Labels and words about them, without lines: not read as columns. */
static void
draw_words_table (PdfMaker *maker)
{
  static const char *const labels[] = { "规章", "行政许可", "行政处罚和行政强制", "收费" };
  static const char *const words[] = { "按照规定向社会主动公开有关的内容和解读", "按照规定公开", "按照规定公开有关的事项", "全部公开" };

  pdf_maker_paragraph (maker, 80, 50, 430, 21, LEFT);
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      pdf_maker_text (maker, 80, 100 + i * 18, labels[i]);
      pdf_maker_text (maker, 250, 100 + i * 18, words[i]);
    }
}

/* Neither side is full, and both say much. */
static void
draw_unsure (PdfMaker *maker)
{
  static const char *const left[] = { "主动公开政府信息的具体情况", "收到和处理申请情况", "因政府信息公开工作被申请复议情况",
                                      "存在的主要问题以及改进" };
  static const char *const right[] = { "由办公室负责逐项落实好", "由法制部门会同各科室办理并答复完毕", "由法制部门负责应对办理",
                                       "由办公室会同有关科室汇总分析提出" };

  pdf_maker_paragraph (maker, 80, 50, 450, 21, LEFT);
  for (guint i = 0; i < G_N_ELEMENTS (left); i++)
    {
      pdf_maker_text (maker, 80, 100 + i * 18, left[i]);
      pdf_maker_text (maker, 310, 100 + i * 18, right[i]);
    }
}

static const PdfPage pages[] = {
  { "columns", draw_columns, "（一）制度建设情况\n" LEFT "\n" RIGHT "\n" LEFT "\n", "columns@1" },
  { "staggered", draw_staggered, LEFT "\n" RIGHT "\n", "columns@1" },
  { "going-on", draw_going_on, ONE ("") TWO ("") "\n", "columns@1" },
  { "around-table", draw_around_table,
    LEFT "\n" RIGHT "\n#\n项目|甲|乙\n规章|300|15\n" RIGHT "\n" LEFT "\n", "columns@1 columns@1" },
  { "table-in-column", draw_table_in_column, LEFT "\n#\n项目|甲|乙\n规章|300|15\n" RIGHT "\n" LEFT "\n", "columns@1" },
  { "numbered", draw_numbered, LEFT "\n" RIGHT "\n" LEFT "\n" RIGHT "\n", "numbers@0 columns@1 columns@2" },
  { "words-table", draw_words_table,
    LEFT "\n规章 按照规定向社会主动公开有关的内容和解读\n行政许可 按照规定公开\n行政处罚和行政强制 按照规定公开有关的事项\n"
    "收费 全部公开\n", "columns-unsure@1" },
  { "unsure", draw_unsure,
    LEFT "\n主动公开政府信息的具体情况 由办公室负责逐项落实好\n"
    "收到和处理申请情况 由法制部门会同各科室办理并答复完毕\n"
    "因政府信息公开工作被申请复议情况 由法制部门负责应对办理\n"
    "存在的主要问题以及改进 由办公室会同有关科室汇总分析提出\n", "columns-unsure@1" },
};

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  pdf_add_pages ("/import/pdf-flow", pages, G_N_ELEMENTS (pages));

  return g_test_run ();
}
