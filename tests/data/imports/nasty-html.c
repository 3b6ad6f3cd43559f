/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "nasty.h"

#include <string.h>

/* Reports as web pages, and what the sites of offices do to them. */

/* Where the article is */
enum
{
  IN_FIELD = 1,
  IN_SCRIPT = 2,
  IN_JSON = 4,
};

static void
write_text (GString    *out,
            const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *escaped = g_markup_escape_text (lines[i], -1);

      g_string_append_printf (out, "%s%s", i > 0 ? "<br>" : "", escaped);
    }
}

static void
write_grid (GString          *out,
            const GjRawBlock *block)
{
  g_string_append (out, "<table border=\"1\">\n");
  for (guint r = 0; r < block->rows->len; r++)
    {
      const GjRawRow *row = block->rows->pdata[r];

      g_string_append (out, "<tr>");
      for (guint c = 0; c < row->cells->len; c++)
        {
          const GjRawCell *cell = row->cells->pdata[c];

          g_string_append_printf (out, "<td rowspan=\"%u\" colspan=\"%u\"><p>", cell->n_lines, cell->n_positions);
          write_text (out, cell->text);
          g_string_append (out, "</p></td>");
        }
      g_string_append (out, "</tr>\n");
    }
  g_string_append (out, "</table>\n");
}

static char *
write_page (const GjRawDocument *document)
{
  GString *out = g_string_new ("<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>年度报告</title></head>"
                               "<body>\n");

  for (guint i = 0; i < document->blocks->len; i++)
    {
      const GjRawBlock *block = document->blocks->pdata[i];

      if (block->kind == GJ_RAW_GRID)
        {
          write_grid (out, block);
          continue;
        }
      g_string_append (out, "<p>");
      write_text (out, block->text);
      g_string_append (out, "</p>\n");
    }
  g_string_append (out, "</body></html>\n");

  return g_string_free (out, FALSE);
}

/* The article as what a script puts into the page. */
static char *
hide (guint       options,
      const char *page)
{
  const char *body = strstr (page, "<body>") + strlen ("<body>");
  g_autofree char *article = g_strndup (body, (gsize) (strstr (body, "</body>") - body));
  g_autoptr (GString) text = NULL;

  if (options & IN_FIELD)
    {
      g_autofree char *escaped = g_markup_escape_text (article, -1);

      text = g_string_new (escaped);
      g_string_prepend (text, "<textarea id=\"c\" style=\"display:none\">");
      g_string_append (text, "</textarea><div id=\"article\"></div>");
    }
  else
    {
      text = g_string_new (article);
      g_string_replace (text, "\"", "\\\"", 0);
      g_string_replace (text, "\n", "\\n", 0);
      g_string_replace (text, "</", "<\\/", 0);
      g_string_prepend (text, options & IN_JSON ? "<script type=\"application/json\">{\"id\":1,\"content\":\"" :
                        "<div id=\"article\"></div><script>var html = \"");
      g_string_append (text, options & IN_JSON ? "\"}</script>" : "\"; show (html);</script>");
    }

  return g_strdup_printf ("%.*s%s</body></html>\n", (int) (body - page), page, text->str);
}

GBytes *
nasty_write_html (const NastyCase     *nasty,
                  const GjRawDocument *document)
{
  g_autofree char *article = write_page (document);
  g_autofree char *page = nasty->options != 0 ? hide (nasty->options, article) : g_strdup (article);
  g_autofree char *edited = nasty_edit (nasty, page);
  g_autoptr (GError) error = NULL;
  gsize size = strlen (edited);
  char *bytes = NULL;

  if (nasty->encoding == NULL)
    return g_bytes_new (edited, size);

  bytes = g_convert (edited, -1, nasty->encoding, "UTF-8", NULL, &size, &error);
  if (nasty->flags & NASTY_LOOSE && bytes == NULL)
    return NULL;
  g_assert_no_error (error);

  return g_bytes_new_take (bytes, size);
}

/* A cell with a number; \1 is the number, \2 its first digit, \3 the others. */
#define TD "<td rowspan=\"1\" colspan=\"1\"><p>"
#define CELL TD "((\\d)(\\d+))</p></td>"
#define ONCE(pattern) "\\A(.*?)" pattern
#define BODY "<body>\n(.*)</body>"

const NastyCase nasty_html_cases[] = {
  /* Markup */
  { "cells-without-paragraphs", "", .edits = { { CELL, "<td>\\1</td>" } } },
  { "end-tags-missing", "", .edits = { { "</p>|</td>|</tr>\n", "" } } },
  { "upper-case", "", .edits = { { "<(/?)td", "<\\1TD" }, { "<(/?)tr>", "<\\1TR>" }, { "<(/?)table", "<\\1TABLE" } } },
  { "attributes-bare", "", .edits = { { "=\"(\\d+)\"", "=\\1" } } },
  { "blanks-around", "", .edits = { { CELL, "<td>&nbsp;\\1&nbsp;</td>" }, { "</td>", "\n  </td>\n" } } },
  { "blanks-in-the-source", "", .edits = { { CELL, "<td>\n\t\t<p>\n\t\t\t\\1\n\t\t</p>\n\t</td>" } } },
  { "blank-cells", "", .edits = { { TD "240</p>", TD "&nbsp;</p>" }, { TD "289</p>", TD "　</p>" }, { TD "338</p>", TD "</p>" } },
    .cells = "requests/carried-in/public-welfare= requests/granted/public-welfare= requests/granted-in-part/public-welfare=" },
  { "break-in-a-number", "", .edits = { { TD "184</p>", TD "18<br>4</p>" } }, .cells = "requests/received/research=18^4" },
  { "break-after-a-number", "", .edits = { { CELL, "<td>\\1<br></td>" } } },
  { "digits-in-spans", "", .edits = { { CELL, "<td><span>\\2</span><span lang=EN-US>\\3</span></td>" } } },
  { "digits-as-entities", "", .edits = { { TD "184</p>", TD "&#49;&#x38;&#52;</p>" } } },
  { "commented", "", .edits = { { CELL, "<td><!-- 数 -->\\1<!-- / --></td>" } } },
  { "tables-in-divs", "", .edits = { { "<table", "<div class=\"table\"><div><table" }, { "</table>", "</table></div></div>" } } },
  { "head-and-body", "span-cut", .edits = { { "(<table[^>]*>)\n(<tr>.*?</tr>)", "\\1<thead>\\2</thead><tbody>" },
                                            { "</table>", "</tbody></table>" } } },
  { "caption", "", .edits = { { ONCE ("(<table[^>]*>)"), "\\1\\2<caption>单位：件</caption>" } }, .flags = NASTY_OTHER_TEXTS },
  { "columns-declared", "", .edits = { { "(<table[^>]*>)", "\\1<colgroup><col width=60><col span=3></colgroup>" } } },
  { "cells-as-heads", "", .edits = { { "<td ([^>]*)><p>([^\\d<]*)</p></td>", "<th \\1>\\2</th>" } } },
  { "headings-as-headings", "", .edits = { { "<p>([一二三四五六]、[^<。]*情况|六、[^<]*)</p>\n", "<h2>\\1</h2>\n" } } },
  { "paragraphs-by-breaks", "", .edits = { { "</p>\n<p>", "<br>\n" } } },
  { "paragraphs-as-divs", "", .edits = { { "<p>", "<div>" }, { "</p>", "</div>" } } },
  { "paragraphs-indented", "", .edits = { { "\n<p>", "\n<p>&emsp;&emsp;" } } },
  { "behind-the-end", "", .edits = { { ONCE ("<table"), "\\1</body></html><table" } } },
  { "xhtml", "", .edits = { { "<!DOCTYPE html>\n<html>", "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!DOCTYPE html PUBLIC "
                              "\"-//W3C//DTD XHTML 1.0 Strict//EN\" \"http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd\">\n"
                              "<html xmlns=\"http://www.w3.org/1999/xhtml\">" } } },

  /* Spans */
  { "span-beyond-the-table", "span-cut", .edits = { { "<td rowspan=\"1\" colspan=\"1\">(<p>\\d+</p></td></tr>)",
                                                      "<td colspan=\"99\">\\1" } } },
  { "rowspan-beyond-the-table", "span-cut", .edits = { { "rowspan=\"3\"( colspan=\"1\"><p>（六）其他处理)", "rowspan=\"33\"\\1" } } },
  { "spacer-rows", "", .edits = { { "</tr>\n<tr>", "</tr>\n<tr height=0 style='height:0px'><td></td></tr>\n<tr>" } } },
  { "word-spacer-row", "", .edits = { { "</table>", "<![if !supportMisalignedColumns]><tr height=0><td width=60></td>"
                                        "<td width=60></td></tr><![endif]></table>" } } },

  /* Word */
  { "word", "", .edits = { { "<html>", "<html xmlns:o=\"urn:schemas-microsoft-com:office:office\">" },
                           { "<p>", "<p class=MsoNormal style='mso-pagination:widow-orphan'>" },
                           { "</p>", "<o:p></o:p></p>" },
                           { "(\\d+)<o:p>", "<span lang=EN-US style='font-family:仿宋_GB2312'>\\1</span><o:p>" },
                           { "<body>", "<body lang=ZH-CN><!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View>"
                             "</w:WordDocument></xml><![endif]--><div class=Section0>" },
                           { "</body>", "</div></body>" } } },
  { "word-number-lists", "", .edits = { { "<p>([一二三四五六]、)", "<p><![if !supportLists]><span style='mso-list:Ignore'>\\1"
                                          "<span style='font:7pt'>&nbsp;</span></span><![endif]>" } } },
  { "word-tracked", "tracked-deletion tracked-insertion", .edits = { { CELL, "<td><del>99</del><ins>\\1</ins></td>" } } },
  { "word-hidden", "hidden-text", .edits = { { CELL, "<td>\\1<span style='display:none;mso-hide:all'>7</span></td>" } } },

  /* Layout */
  { "table-around", "layout-table", .edits = { { BODY, "<body><table width=960><tr><td>\\1</td></tr></table></body>" } } },
  { "tables-around", "layout-table", .edits = { { BODY, "<body><table><tr><td><table><tr><td><table><tr><td>\\1</td></tr></table>"
                                                  "</td></tr></table></td></tr></table></body>" } } },
  { "table-around-each", "layout-table", .edits = { { "<table", "<table><tr><td><table" }, { "</table>", "</table></td></tr></table>" } } },
  { "table-in-columns", "layout-table page-furniture", .edits = { { BODY, "<body><table><tr><td width=200><ul><li><a href=a>首页</a>"
                                                                    "<li><a href=b>公开</a><li><a href=c>服务</a><li><a href=d>互动</a></ul></td><td>\\1</td></tr></table></body>" } } },
  { "cells-hold-tables", "layout-table", .edits = { { TD "184</p></td>", "<td><table><tr><td>184</td></tr></table></td>" } } },

  /* What is not shown, and what stands around */
  { "hidden-copy", "hidden-text", .edits = { { BODY, "<body><div style=\"display: none\">旧稿：全年收到申请99件。</div>\\1</body>" } } },
  { "hidden-rows", "hidden-text", .edits = { { "(<tr>(?:(?!</tr>).)*二、上年结转)",
                                               "<tr style='display:none'><td colspan=3>旧数</td><td>1</td><td>2</td></tr>\\1" } } },
  { "furniture", "page-furniture", .edits = { { BODY, "<body><div class=header><a href=/>网站首页</a><a href=a>信息公开</a>"
                                                "<a href=b>办事服务</a><a href=c>互动交流</a></div><div class=location>当前位置：首页 &gt; 年度报告</div>"
                                                "<div class=content>\\1</div><div class=footer>主办：某单位 备案号：某ICP备1号</div></body>" } } },
  { "furniture-without-names", "page-furniture", .edits = { { BODY, "<body><p>当前位置：首页 &gt; 信息公开 &gt; 年报</p>\\1<p>上一篇：没有了</p>"
                                                              "<p>下一篇：某通知</p><p>【打印】【关闭】</p><p>主办单位：某单位 网站标识码：1234</p></body>" } } },
  { "date-line", "page-furniture", .edits = { { ONCE ("<p>根据"), "\\1<p>发布日期：1992-01-20 10:05　来源：商务局　浏览次数：12</p><p>根据" } } },
  { "pictures", "picture", .edits = { { ONCE ("<table"), "\\1<p><img src='/a/tu.jpg' alt='图一'></p><table" } } },
  { "table-as-picture", "picture table-missing", .mar = nasty_mar_drop_table,
    .edits = { { "<p>五、", "<p><img src=\"biao4.png\" width=600 height=200></p>\n<p>五、" } } },
  { "links", "", .edits = { { CELL, "<td><a href=\"javascript:void(0)\">\\1</a></td>" } } },
  { "fields", "", .edits = { { CELL, "<td><input type=text value=\"\\1\"></td>" } } },
  { "styles-and-scripts", "", .edits = { { "<body>", "<body><style>td{color:red}</style><script>var n='<td>9</td>';</script>" },
                                         { ONCE ("</td></tr>"), "\\1<script>count(7)</script></td></tr>" } } },
  { "print-only", "", .edits = { { "<head>", "<head><style>@media print{td{display:none}}</style>" } } },

  /* The article elsewhere */
  { "in-a-hidden-field", "script-text", .options = IN_FIELD },
  { "in-a-script-string", "script-text", .options = IN_SCRIPT },
  { "in-json", "script-text", .options = IN_JSON },
  { "all-hidden", "hidden-read", .edits = { { BODY, "<body><div id=c style='display:none'>\\1</div><script>show('c')</script></body>" } } },

  /* Encodings */
  { "gb2312", "encoding", .edits = { { "charset=\"utf-8\"", "charset=\"gb2312\"" } }, .encoding = "GB18030" },
  { "gb2312-rare", "encoding", .edits = { { "charset=\"utf-8\"", "charset=\"gb2312\"" }, { "一、总体情况</p>", "一、总体情况</p><p>镕喆</p>" } },
    .encoding = "GB18030", .flags = NASTY_OTHER_TEXTS },
  { "gbk-undeclared", "encoding", .edits = { { "<meta charset=\"utf-8\">", "" } }, .encoding = "GBK" },
  { "gbk-says-utf-8", "charset encoding", .encoding = "GBK" },
  { "utf-8-says-gb2312", "charset", .edits = { { "charset=\"utf-8\"", "charset=\"gb2312\"" } } },
  { "utf-16", "encoding", .edits = { { "\\A", "\xef\xbb\xbf" }, { "<meta charset=\"utf-8\">", "" } }, .encoding = "UTF-16LE" },
  { "utf-8-mark", "", .edits = { { "\\A", "\xef\xbb\xbf" } } },
};
const guint nasty_n_html_cases = G_N_ELEMENTS (nasty_html_cases);
