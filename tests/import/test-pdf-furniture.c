/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <locale.h>

#include "pdf-support.h"

/* Page numbers of all forms, heads and feet, and what looks like them and is text. */

static const char *const numbers[][3] = {
  { "1", "2", "3" },
  { "- 1 -", "- 2 -", "- 3 -" },
  { "-1-", "-2-", "-3-" },
  { "— 1 —", "— 2 —", "— 3 —" },
  { "—1—", "—2—", "—3—" },
  { "－ 8 －", "－ 9 －", "－ 10 －" },
  { "第 1 页", "第 2 页", "第 3 页" },
  { "第1页共3页", "第2页共3页", "第3页共3页" },
  { "第 1 页 共 3 页", "第 2 页 共 3 页", "第 3 页 共 3 页" },
  { "第 1 页，共 3 页", "第 2 页，共 3 页", "第 3 页，共 3 页" },
  { "第1页/共3页", "第2页/共3页", "第3页/共3页" },
  { "共 3 页 第 1 页", "共 3 页 第 2 页", "共 3 页 第 3 页" },
  { "共3页，第1页", "共3页，第2页", "共3页，第3页" },
  { "第一页", "第二页", "第三页" },
  { "1/3", "2/3", "3/3" },
  { "1 / 3", "2 / 3", "3 / 3" },
  { "１", "２", "３" },
  { "Page 1 of 3", "Page 2 of 3", "Page 3 of 3" },
  { "· 1 ·", "· 2 ·", "· 3 ·" },
  { "~ 1 ~", "~ 2 ~", "~ 3 ~" },
  { "[1]", "[2]", "[3]" },
  { "（1）", "（2）", "（3）" },
};

static void
test_number (gconstpointer data)
{
  const char *const *forms = data;
  PdfMaker *maker = pdf_maker_new ();
  g_autoptr (GBytes) bytes = NULL;

  for (guint i = 0; i < 3; i++)
    {
      pdf_maker_text (maker, 80, 100, i == 0 ? "甲页的话。" : i == 1 ? "乙页的话。" : "丙页的话。");
      pdf_maker_text (maker, i % 2 == 0 ? 440 : 80, 790, forms[i]);
      pdf_maker_page (maker);
    }
  bytes = pdf_maker_end (maker);
  pdf_assert_reads (bytes, "甲页的话。\n乙页的话。\n丙页的话。\n", "numbers@0");
}

/* The same words at the same height, but in the middle of the page. */
static void
draw_same_words (PdfMaker *maker)
{
  for (guint i = 0; i < 2; i++)
    {
      pdf_maker_text (maker, 80, 100, i == 0 ? "甲页的话。" : "乙页的话。");
      pdf_maker_text (maker, 80, 300, "情况如下：");
      pdf_maker_page (maker);
    }
}

/* Left and right pages have heads of their own. */
static void
draw_two_heads (PdfMaker *maker)
{
  static const char *const words[] = { "甲页的话。", "乙页的话。", "丙页的话。", "丁页的话。" };

  for (guint i = 0; i < 4; i++)
    {
      pdf_maker_text (maker, i % 2 == 0 ? 400 : 80, 40, i % 2 == 0 ? "某某市人民政府" : "年度报告");
      pdf_maker_text (maker, 80, 100, words[i]);
      pdf_maker_page (maker);
    }
}

/* Numbers that stand alone in the text, at different heights. */
static void
draw_numbers_in_text (PdfMaker *maker)
{
  pdf_maker_text (maker, 80, 100, "2024");
  pdf_maker_text (maker, 80, 200, "甲页的话。");
  pdf_maker_page (maker);
  pdf_maker_text (maker, 80, 300, "2026");
  pdf_maker_text (maker, 80, 400, "乙页的话。");
}

static const PdfPage pages[] = {
  { "same-words-in-text", draw_same_words, "甲页的话。\n情况如下：\n乙页的话。\n情况如下：\n", "" },
  { "two-heads", draw_two_heads, "甲页的话。\n乙页的话。\n丙页的话。\n丁页的话。\n", "head@1 head@2 head@3 head@4" },
  { "numbers-in-text", draw_numbers_in_text, "2024\n甲页的话。\n2026\n乙页的话。\n", "" },
};

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autofree char *path = g_strdup_printf ("/import/pdf-furniture/number/%u", i);

      g_test_add_data_func (path, numbers[i], test_number);
    }
  pdf_add_pages ("/import/pdf-furniture", pages, G_N_ELEMENTS (pages));

  return g_test_run ();
}
