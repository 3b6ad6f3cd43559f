/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "gj-html-reader.h"
#include "import-support.h"
#include "raw-dump.h"

/* What the pages of offices do to a reader, each in the smallest page that shows it, with
 * the blocks and notes that must come out; raw-dump.c says how they are written. */

typedef struct
{
  const char *name;
  const char *page;
  const char *blocks;
  const char *notes;
  const char *comments;
} Case;

#define ROWS "<tr><td>甲<td>1<td>2</tr><tr><td>乙<td>3<td>4</tr>"
#define GRID "{\n|甲|1|2|\n|乙|3|4|\n}\n"
#define SENTENCE "全年各项工作平稳有序，制度更加健全，渠道更加畅通，群众更加满意，取得了明显的成效。"

/* As Word writes them; [A1] is for browsers that know no comments. */
#define WORD_ANCHOR(n) \
  "<span class=MsoCommentReference><![if !supportAnnotations]><a class=msocomanchor id=\"_anchor_" n "\" href=\"#_msocom_" n "\">[A" n "]</a>" \
  "<![endif]><span style='mso-special-character:comment'>&nbsp;</span></span>"
#define WORD_COMMENT(who, n, text) \
  "<div style='mso-element:comment'><![if !supportAnnotations]><div id=\"_com_" n "\" class=msocomtxt><![endif]>" \
  "<span style='mso-comment-author:\"" who "\"'><a name=\"_msocom_" n "\"></a></span><p class=MsoCommentText>" \
  "<a href=\"#_msoanchor_" n "\" class=msocomoff>[A" n "]</a><span style='mso-special-character:comment'>&nbsp;</span>" text "</p></div></div>"
#define WORD_COMMENTS(list) "<div style='mso-element:comment-list'><hr class=msocomoff>" list "</div>"

static const Case cases[] = {
  /* Markup */
  { "plain", "<p>甲</p><p>乙</p>", "甲\n乙\n", "" },
  { "missing-end-tags", "<p>甲<p>乙<table><tr><td>丙<td>1<tr><td>丁<td>2</table>", "甲\n乙\n{\n|丙|1|\n|丁|2|\n}\n", "" },
  { "text-in-the-body", "甲<br>乙<b>丙</b><div>丁</div>", "甲\n乙丙\n丁\n", "" },
  { "behind-the-end", "<html><body><p>甲</p></body></html><p>乙</p>", "甲\n乙\n", "" },
  { "wrapped-source", "<p>全年共\n公开 5\n件，  另有A\nB。</p>", "全年共公开 5件， 另有A B。\n", "" },
  { "indented", "<p>　　甲</p><p>&nbsp;&nbsp;乙&nbsp;</p>", "甲\n乙\n", "" },
  { "exact-blanks", "<p data-space='preserve'>　　甲  乙\t丙 </p><p data-space='no'> 丁  </p>"
    "<table><tr><td data-space='preserve'> 甲 <td>1<td>2</tr><tr><td>乙<td>3<td>4</tr></table>",
    "　　甲  乙\t丙 \n丁\n{\n| 甲 |1|2|\n|乙|3|4|\n}\n", "" },
  { "blank-paragraphs", "<p>甲</p><p>&nbsp;</p><p>　</p><p></p><p>乙</p>", "甲\n乙\n", "" },
  { "entities", "<p>&#x4e00;&#20108&nbsp;&middot;&ldquo;三&rdquo;&#8212;&#150;&amp;</p>", "一二\302\240·“三”—–&\n", "" },
  { "unterminated-entities", "<p>A&nbspB &lt5&gt &copy2022 a=1&b=2 &hellip</p>", "A\302\240B <5> ©2022 a=1&b=2 &hellip\n", "" },
  { "bare-less-than", "<p>印发<中华人民共和国格式>的通知，a<5，b < 6</p>", "印发<中华人民共和国格式>的通知，a<5，b < 6\n", "" },
  { "scripts-and-styles", "<style>p{color:red}</style><script>if(a<b)document.write('<p>坏</p>')</script><p>甲</p><script>var x='乙'",
    "甲\n", "" },
  { "comments", "<p>甲<!-- <p>乙</p> --></p><!--><p>丙</p><!-- --><p>丁</p>", "甲\n丙\n丁\n", "" },
  { "endless-comment", "<p>甲</p><!-- 注 ><p>乙</p>", "甲\n乙\n", "" },
  { "headings", "<h1>甲</h1><h2>乙</h2><p style='mso-outline-level: 3'>丙</p><p>丁</p>", "=1 甲\n=2 乙\n=3 丙\n丁\n", "" },
  { "ruby", "<p>喆<ruby>镕<rp>(</rp><rt>róng</rt><rp>)</rp></ruby></p>", "喆镕\n", "" },
  { "doctype-with-entities", "<!DOCTYPE html [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><p>甲&a;</p>", "甲&a;\n", "" },

  /* Word */
  { "word-paragraphs", "<p class=MsoNormal><span lang=EN-US>2022<o:p></o:p></span><span>年<st1:place w:st=\"on\">青禾</st1:place></span></p>"
    "<p class=MsoNormal><o:p>&nbsp;</o:p></p>", "2022年青禾\n", "" },
  { "word-conditional-comments", "<!--[if gte mso 9]><xml><w:WordDocument>坏</w:WordDocument></xml><![endif]-->"
    "<p><![if !supportEmptyParas]>&nbsp;<![endif]>甲<!--[if !mso]><!-->乙<!--<![endif]--></p>", "甲乙\n", "" },
  { "word-nested-comment", "<!--[if gte mso 9]><xml><!-- x --><w:View>Normal</w:View></xml><![endif]--><p>甲</p>", "甲\n", "" },
  { "word-list-number", "<p><![if !supportLists]><span style='mso-list:Ignore'>一、<span>&nbsp;&nbsp;&nbsp; </span></span><![endif]>总体</p>",
    "一、总体\n", "" },
  { "word-spacer-row", "<table>" ROWS "<![if !supportMisalignedColumns]><tr height=0><td width=60></td><td width=60></td><td width=60></td></tr><![endif]></table>",
    GRID, "" },
  { "word-header-footnote", "<p>甲<a style='mso-footnote-id:ftn1' href='#_ftn1'>[1]</a></p>"
    "<div style='mso-element:footnote-list'><p>[1] 注</p></div><div style='mso-element:footer'><p>第1页</p></div>",
    "甲\n", "footnote@1 [1] 注\npage@1 第1页\n" },
  { "word-hidden", "<p>甲<span style='display:none;mso-hide:all'>乙</span></p>", "甲\n", "hidden@1 乙\n" },
  { "word-comment", "<p>收到<a style='mso-comment-reference:张_1;mso-comment-date:20220105T1020'>12件</a>" WORD_ANCHOR ("1") "。</p>"
    WORD_COMMENTS (WORD_COMMENT ("张三", "1", "请<b>核</b>对")), "收到12件。\n", "", "张三 2022-01-05 请核对 @0 2-5\n" },
  { "word-comments-in-a-table", "<table><tr><td>甲<td>1<td>2</tr><tr><td>乙<td><a style='mso-comment-reference:L_2'>3</a>" WORD_ANCHOR ("2")
    "<td><a style='mso-comment-reference:L_1'>4</a></tr></table>"
    WORD_COMMENTS (WORD_COMMENT ("李", "1", "一") WORD_COMMENT ("李", "2", "二")), GRID, "", "李 - 一 @0.1.2 0-1\n李 - 二 @0.1.1 0-1\n" },
  { "word-comment-without-place", "<p>甲</p>" WORD_COMMENTS (WORD_COMMENT ("李", "1", "一")), "甲\n", "", "李 - 一 @0 0-0\n" },
  { "word-comment-without-words", "<p>甲<a style='mso-comment-reference:L_7'>乙</a></p>", "甲乙\n", "" },
  { "tracked", "<p>甲<del>乙</del><ins>丙</ins></p>", "甲丙\n", "deleted@1 乙\ninserted@1 丙\n" },

  /* Tables */
  { "blank-cells", "<table><tr><td>甲<td>&nbsp;<td></tr><tr><td>乙<td>　<td>0</tr></table>", "{\n|甲|||\n|乙||0|\n}\n", "" },
  { "breaks-in-cells", "<table><tr><td>其他<br>处理<td>1<br>2<td><p>3</p><p>4</p></tr></table>", "{\n|其他/处理|1/2|3/4|\n}\n", "" },
  { "spans", "<table><tr><th rowspan=2>甲<th colspan=2>乙</tr><tr><td>1<td>2</tr></table>", "{\n|甲^2|乙>2|\n|1|2|\n}\n", "" },
  { "colspan-beyond", "<table><tr><td>甲<td colspan=9>乙</tr><tr><td>1<td>2<td>3</tr></table>", "{\n|甲|乙>2|\n|1|2|3|\n}\n", "cut@2 乙\n" },
  { "rowspan-beyond", "<table><tr><td rowspan=9>甲<td>1</tr><tr><td>2</tr></table>", "{\n|甲^2|1|\n|2|\n}\n", "cut@1 甲\n" },
  { "rowspan-zero", "<table><tr><td rowspan=0>甲<td>1</tr><tr><td>2</tr><tr><td>3</tr></table>", "{\n|甲^3|1|\n|2|\n|3|\n}\n", "" },
  { "rowspan-out-of-its-group", "<table><thead><tr><th rowspan=3>甲<th>乙</tr></thead><tbody><tr><td>1<td>2</tr></tbody></table>",
    "{\n!|甲|乙|\n|1|2|\n}\n", "cut@1 甲\n" },
  { "absurd-spans", "<table><tr><td colspan=-1>甲<td colspan=x rowspan=99999999999>1</tr></table>", "{\n|甲|1|\n}\n", "cut@2 1\n" },
  { "groups-out-of-order", "<table><tfoot><tr><td>丙<td>3</tfoot><tbody><tr><td>乙<td>2</tbody><thead><tr><th>甲<th>1</thead></table>",
    "{\n!|甲|1|\n|乙|2|\n|丙|3|\n}\n", "" },
  { "caption", "<table><caption>表一</caption>" ROWS "</table>", "表一\n" GRID, "" },
  { "caption-like-the-heading", "<h2>二、办理情况</h2><p>如下：</p><table><caption>办理 情况</caption>" ROWS "</table>"
    "<table><caption>另办理情况</caption>" ROWS "</table>", "=2 二、办理情况\n如下：\n" GRID "另办理情况\n" GRID, "" },
  { "cells-without-row", "<table><td>甲<td>1<td>2<tr><td>乙<td>3<td>4</table>", GRID, "" },
  { "form-in-table", "<table><form><tr><td>甲<td>1<td>2</tr></form><tr><td>乙<td>3<td>4</tr></table>", GRID, "" },
  { "text-between-rows", "<table><tr><td>甲<td>1<td>2</tr>丙<tr><td>乙<td>3<td>4</tr></table>", "丙\n" GRID, "" },
  { "spacer-rows-and-columns", "<table><tr><td>甲<td width=5>&nbsp;<td>1<td>2</tr><tr><td colspan=4 height=1><img src=x.gif width=1 height=1></tr>"
    "<tr><td>乙<td><td>3<td>4</tr></table>", GRID, "" },
  { "blank-column-is-kept", "<table><tr><td>甲<td><td>1</tr><tr><td>乙<td><td>2</tr></table>", "{\n|甲||1|\n|乙||2|\n}\n", "" },
  { "span-over-spacers", "<table><tr><td rowspan=3>甲<td>1<tr style='height:0px'><td>&nbsp;<tr><td>2</table>", "{\n|甲^2|1|\n|2|\n}\n", "" },
  { "layout-table", "<table><tr><td><p>甲。</p><table>" ROWS "</table><p>乙。</p></td></tr></table>", "甲。\n" GRID "乙。\n", "layout@1\n" },
  { "layout-in-layout", "<table><tr><td><table><tr><td><table>" ROWS "</table></table></table>", GRID, "layout*2@1\n" },
  { "page-in-columns", "<table><tr><td>栏目一<br>栏目二</td><td><p>" SENTENCE SENTENCE SENTENCE SENTENCE SENTENCE "</p><table>" ROWS "</table></td></tr></table>",
    "栏目一\n栏目二\n" SENTENCE SENTENCE SENTENCE SENTENCE SENTENCE "\n" GRID, "layout@1\n" },
  { "nested-data-table", "<table><tr><td>甲<td>1<td>2</tr><tr><td>乙<td>3<td><table><tr><td>丙<td>5</tr></table></tr></table>",
    "{\n|甲|1|2|\n|乙|3||\n}\n{\n|丙|5|\n}\n", "nested@5\n" },
  { "one-cell-in-cell", "<table><tr><td><table><tr><td>甲</table><td>1<td>2</tr><tr><td>乙<td>3<td>4</tr></table>", GRID, "layout@1\n" },
  { "hidden-row-and-cell", "<table><tr><td>甲<td style='display:none'>9<td>1<td>2</tr><tr hidden><td>坏<td>7<td>8</tr><tr><td>乙<td>3<td>4</tr></table>",
    GRID, "hidden@1 9\nhidden@1 坏 7 8\n" },
  { "fields", "<table><tr><td>甲<td><input type=text value=1><td><input type=hidden value=9>2</tr><tr><td>乙<td>3<td><textarea>4</textarea></tr></table>",
    GRID, "" },
  { "chosen-in-cells", "<table><tr><td>甲<td><select><option>0<option selected>1</select><td><select><option>2<option>5</select></tr>"
    "<tr><td>乙<td>3<td>4</tr></table><select><option>选</select>", GRID, "" },
  { "picture-in-cell", "<table><tr><td>甲<td>1<td>2<img src='a.png' alt='图'></tr><tr><td>乙<td>3<td>4</tr></table>", GRID "[- 图]\n",
    "no-picture@2 a.png\nmoved@6 图\n" },

  /* What is shown otherwise than it stands */
  { "hidden-copy", "<div style='display: none'><p>旧甲</p></div><p>甲</p><p hidden>丙</p>", "甲\n", "hidden@1 旧甲\nhidden@1 丙\n" },
  { "template", "<p>甲</p><template><p>样子</p></template>", "甲\n", "hidden@1 样子\n" },
  { "page-in-an-attribute", "<p>甲</p><iframe srcdoc=\"<style>.x{display:none}</style><p>乙</p><p class=x>坏</p><table>" ROWS "</table>\"></iframe><p class=x>丙</p>",
    "甲\n乙\n" GRID "丙\n", "part-read@1\nhidden@2 坏\n" },
  { "page-in-a-page", "<iframe srcdoc=\"&lt;p&gt;甲&lt;/p&gt;&lt;iframe srcdoc='&amp;lt;p&amp;gt;乙'>&lt;/iframe>\"></iframe>", "甲\n乙\n",
    "part-read@1\npart-read@1\n" },
  { "shown-document", "<p>甲</p><embed src='/a/年报.pdf?x=1'><iframe src=count.html></iframe>", "甲\n", "no-part@1 /a/年报.pdf?x=1\n" },
  { "hidden-by-sheet", "<style>/* a */ .x , #y{color:red; display : none !important} @media print{.z{display:none}}</style>"
    "<p class='a x'>甲</p><p id=y>乙</p><p class=z>丙</p><p class=x style='display:block'>丁</p>", "丙\n丁\n", "hidden@1 甲\nhidden@1 乙\n" },
  { "list-decimal", "<ol start=3><li>甲</li><li><p>乙</p></li><li value=9>丙<li>丁</ol><ul><li>戊</ul>", "3.甲\n4.乙\n9.丙\n10.丁\n戊\n",
    "numbering@1 3.甲\nnumbering@1 4.乙\nnumbering@2 9.丙\nnumbering@3 10.丁\n" },
  { "list-chinese", "<ol style='list-style-type: cjk-ideographic' start=9><li><h2>甲</h2>乙。</li><li>丙。</li><li>丁。</li></ol>",
    "=2 九、甲\n乙。\n十、丙。\n十一、丁。\n", NULL },
  { "list-letters", "<ol type=a><li>甲。<ol type=I><li>乙。<li>丙。</ol><li>丁。</ol><ol style='list-style:none'><li>1、戊。</ol>",
    "a.甲。\nI.乙。\nII.丙。\nb.丁。\n1、戊。\n", "" },
  { "pre", "<pre>一、甲\n\t乙\t1\t2\n\t丙\t3\t4\n</pre><p>丁</p>", "一、甲\n{\n||乙|1|2|\n||丙|3|4|\n}\n丁\n", "" },
  { "kept-line-ends", "<div style='white-space: pre-wrap'>甲\n乙</div>", "甲\n乙\n", "" },
  { "picture", "<p>甲<img src='http://a/b/tu.jpg?x=1'>乙</p><img src='data:image/gif;base64,R0lG' alt=图><img src=dot.gif width=1 height=9>",
    "甲乙\n[- tu.jpg]\n[- 图]\n", "no-picture@1 tu.jpg\nno-picture@1 image/gif\n" },
  { "picture-without-words", "<img alt='' src='data:image/png;base64,iVBORw0KGgoAAA=='><p>甲</p>", "[png ]\n甲\n", "" },
  { "picture-kept", "<img alt=章 src='data:image/png;base64,iVBORw0KGgoAAA=='><p>甲</p>", "[png 章]\n甲\n", "" },

  /* Around the article */
  { "furniture-by-elements", "<header><a href=/>首页</a><a href=/a>公开</a><a href=/b>服务</a></header><nav><a href=/c>机构</a></nav>"
    "<main><h1>标题</h1><p>" SENTENCE "</p><p>青禾市商务局</p></main><aside>热点</aside><footer>某单位 <a href=/x>甲</a></footer>",
    "=1 标题\n" SENTENCE "\n青禾市商务局\n", "furniture*2@1 首页公开服务 机构\nfurniture@6 热点\nfurniture@7 某单位 甲\n" },
  { "furniture-by-names", "<div class='top-header'><a href=a>一</a><a href=b>二</a><a href=c>三</a></div><div id=breadcrumb>这里</div>"
    "<div class='article-title'>标题</div><div class=content><p>" SENTENCE "</p></div><div class='page footer'>某地</div>",
    "标题\n" SENTENCE "\n", "furniture*2@1 一二三 这里\nfurniture@5 某地\n" },
  { "furniture-by-words", "<p>当前位置：首页 > 公开</p><p>标题</p><p>发布日期：2023-01-20 10:05 来源：商务局 浏览次数：12 次</p>"
    "<p>【字体：大 中 小】 打印 关闭</p><p>" SENTENCE "</p><p>青禾市商务局</p><p>2023年1月20日</p><p>上一篇：没有了</p><p>下一篇：某文</p>"
    "<p>主办：某单位</p><p>版权所有 某地 ICP备1号</p>",
    "标题\n" SENTENCE "\n青禾市商务局\n2023年1月20日\n",
    "furniture@1 当前位置：首页 > 公开\nfurniture*2@3 发布日期：2023-01-20 10:05 来源：商务局 浏览次数：12 次 【字体：大 中 小】 打印 关闭\n"
    "furniture*4@8 上一篇：没有了 下一篇：某文 主办：某单位 版权所有 某地 ICP备1号\n" },
  { "furniture-by-links", "<ul><li><a href=a>首页</a><li><a href=b>新闻</a><li><a href=c>公开</a><li><a href=d>服务</a></ul>"
    "<h2>标题</h2><p>" SENTENCE "</p>", "=2 标题\n" SENTENCE "\n", "furniture*4@1 首页 新闻 公开 服务\n" },
  { "article-called-header", "<div class=header><div class=nav><p>" SENTENCE "</p><table>" ROWS "</table></div></div>", SENTENCE "\n" GRID, "" },
  { "article-with-links", "<p>" SENTENCE "</p><ol style='list-style:none'><li><a href=a>甲</a><li><a href=b>乙</a><li><a href=c>丙</a><li><a href=d>丁</a></ol><p>" SENTENCE "</p>",
    SENTENCE "\n甲\n乙\n丙\n丁\n" SENTENCE "\n", "" },
  { "contents-in-page", "<h1>标题</h1><p><a href='#1'>甲</a> <a href='#2'>乙</a> <a href='#3'>丙</a> <a href='#4'>丁</a></p><p>" SENTENCE "</p>",
    "=1 标题\n甲 乙 丙 丁\n" SENTENCE "\n", "" },
  { "title-before-links", "<h1>标题</h1><p><a href=1>甲</a> <a href=2>乙</a> <a href=3>丙</a> <a href=4>丁</a></p><p>" SENTENCE "</p>",
    "=1 标题\n甲 乙 丙 丁\n" SENTENCE "\n", "" },
  { "attachments", "<p>" SENTENCE "</p><p>附件：</p><p><a href=a.doc>甲</a></p><p><a href=b.pdf>乙</a></p><p><a href=c.xls>丙</a></p><p><a href=d.docx>丁</a></p><p>青禾市商务局</p>",
    SENTENCE "\n附件：\n甲\n乙\n丙\n丁\n青禾市商务局\n", "" },
  { "no-furniture", "<p>标题</p><p>甲</p><p>无。</p>", "标题\n甲\n无。\n", "" },
  { "words-in-a-sentence", "<p>" SENTENCE "</p><p>网站首页设置打印、分享功能，公开网站标识码。</p><p>青禾市</p>",
    SENTENCE "\n网站首页设置打印、分享功能，公开网站标识码。\n青禾市\n", "" },

  /* The article elsewhere */
  { "script-string", "<div id=app></div><script>var s = \"<p>\\u5168\\u5e74" SENTENCE "<\\/p>\" + '<table>" ROWS "</table>'; // x\n</script>",
    "全年" SENTENCE "\n" GRID, "script@1\n" },
  { "script-json", "<div id=app>加载中</div><script type='application/json'>{\"url\":\"http://a/b\",\"data\":\"{\\\"content\\\":\\\"<p>" SENTENCE SENTENCE
    "\\\\n</p><p>\\\\u4e00</p>\\\"}\"}</script>", SENTENCE SENTENCE "\n一\n", "script@1\n" },
  { "script-written", "<script>document.write('<p>" SENTENCE "</p>');\ndocument.write('<p>" SENTENCE "</p>');</script>", SENTENCE "\n" SENTENCE "\n", "script@1\n" },
  { "script-escaped", "<textarea id=content style='display:none'>&lt;p&gt;" SENTENCE SENTENCE "&lt;/p&gt;</textarea>", SENTENCE SENTENCE "\n", "script@1\n" },
  { "script-beside-article", "<p>" SENTENCE SENTENCE SENTENCE "</p><script>var s='<p>别的文章，" SENTENCE SENTENCE SENTENCE SENTENCE "</p>';</script>",
    SENTENCE SENTENCE SENTENCE "\n", "" },
  { "all-hidden", "<div id=c style='display:none'><p>" SENTENCE "</p></div><script>show('c')</script>", SENTENCE "\n", "hidden-read@1\n" },
};

static GjRawDocument *
read_bytes (const char  *data,
            gsize        size,
            GError     **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);

  return gj_html_read (bytes, NULL, error);
}

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GjRawDocument) document = read_bytes (c->page, strlen (c->page), &error);
  g_autofree char *blocks = NULL;
  g_autofree char *notes = NULL;
  g_autofree char *comments = NULL;

  g_assert_no_error (error);
  blocks = raw_dump_blocks (document);
  notes = raw_dump_notes (document);
  comments = raw_dump_comments (document);
  g_assert_cmpstr (blocks, ==, c->blocks);
  if (c->notes != NULL)
    g_assert_cmpstr (notes, ==, c->notes);
  g_assert_cmpstr (comments, ==, c->comments != NULL ? c->comments : "");
}

typedef struct
{
  const char *name;
  const char *declared;
  const char *codec;
  const char *notes;
} Encoding;

/* 镕 and 喆 are in GBK only; a parser that believes "gb2312" loses what follows. */
static const Encoding encodings[] = {
  { "utf-8", "utf-8", "UTF-8", "" },
  { "undeclared", NULL, "UTF-8", "" },
  { "gb2312", "gb2312", "GBK", "encoding@0 GB18030\n" },
  { "gbk", "GBK", "GBK", "encoding@0 GB18030\n" },
  { "undeclared-gbk", NULL, "GBK", "encoding@0 GB18030\n" },
  { "gbk-says-utf-8", "utf-8", "GBK", "encoding@0 GB18030\ncharset@0 utf-8\n" },
  { "utf-8-says-gb2312", "gb2312", "UTF-8", "charset@0 gb2312\n" },
  { "gbk-says-latin", "iso-8859-1", "GBK", "encoding@0 GB18030\ncharset@0 iso-8859-1\n" },
  { "big5", "big5", "BIG5-HKSCS", "encoding@0 Big5\n" },
  { "utf-16le", NULL, "UTF-16LE", "encoding@0 UTF-16\n" },
  { "utf-16be", "gb2312", "UTF-16BE", "encoding@0 UTF-16\n" },
};

static void
test_encoding (gconstpointer data)
{
  const Encoding *c = data;
  const char *text = strcmp (c->codec, "BIG5-HKSCS") == 0 ? "全市一二三四五" : "全市朱镕基、陶喆一二三四五";
  const char *mark = g_str_has_prefix (c->codec, "UTF-16") ? "\xef\xbb\xbf" : "";
  g_autofree char *meta = c->declared == NULL ? g_strdup ("") :
                          g_strdup_printf ("<meta http-equiv=Content-Type content=\"text/html; charset=%s\">", c->declared);
  g_autofree char *page = g_strdup_printf ("%s<html><head>%s</head><body><p>%s</p></body></html>", mark, meta, text);
  g_autofree char *expected = g_strconcat (text, "\n", NULL);
  g_autofree char *blocks = NULL;
  g_autofree char *notes = NULL;
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GjRawDocument) document = NULL;
  gsize size;

  bytes = g_convert (page, -1, c->codec, "UTF-8", NULL, &size, &error);
  g_assert_no_error (error);
  document = read_bytes (bytes, size, &error);
  g_assert_no_error (error);
  blocks = raw_dump_blocks (document);
  notes = raw_dump_notes (document);
  g_assert_cmpstr (blocks, ==, expected);
  if (g_str_has_prefix (c->codec, "UTF-16"))
    g_assert_true (g_str_has_prefix (notes, c->notes));
  else
    g_assert_cmpstr (notes, ==, c->notes);
}

/* One bad byte among many characters, and a last character cut in two, cost no more. */
static void
test_damage (void)
{
  g_autoptr (GString) page = g_string_new ("<meta charset=utf-8><p>\xe5\x85");
  g_autofree char *notes = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GjRawDocument) document = NULL;
  g_autoptr (GjRawDocument) cut = NULL;

  for (guint i = 0; i < 10; i++)
    g_string_append (page, SENTENCE);
  document = read_bytes (page->str, page->len, &error);
  g_assert_no_error (error);
  notes = raw_dump_notes (document);
  g_assert_cmpstr (notes, ==, "dropped*2@0\n");
  g_assert_cmpuint (g_utf8_strlen (((GjRawBlock *) document->blocks->pdata[0])->text, -1), ==,
                    10 * g_utf8_strlen (SENTENCE, -1));

  cut = read_bytes ("<p>一二\xe4\xb8", strlen ("<p>一二\xe4\xb8"), &error);
  g_assert_no_error (error);
  g_free (notes);
  notes = raw_dump_notes (cut);
  g_assert_cmpstr (notes, ==, "broken@1\n");
}

static const struct
{
  const char *page;
  const char *word;
} refused[] = {
  { "<html><body></body></html>", "no text" },
  { "<html><head><title>甲</title></head><body><iframe src='http://a/b.html'></iframe></body></html>", "http://a/b.html" },
  { "<frameset cols='20%,*'><frame src=menu.html><frame src=main.html></frameset>", "menu.html" },
  { "<meta http-equiv=refresh content='0;url=b.html'><p></p>", "leads to another page" },
  { "<script>load()</script><noscript>请打开脚本</noscript>", "no text" },
  { "<img src=a.jpg>", "no text" },
};

static void
test_refused (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GjRawDocument) document = read_bytes (refused[i].page, strlen (refused[i].page), &error);

      g_assert_error (error, GJ_IMPORT_ERROR, GJ_IMPORT_ERROR_UNREADABLE);
      g_assert_null (document);
      g_assert_nonnull (strstr (error->message, refused[i].word));
    }
}

static char *
repeat (const char *before,
        const char *text,
        guint       n,
        const char *after)
{
  GString *out = g_string_new (before);

  for (guint i = 0; i < n; i++)
    g_string_append (out, text);
  g_string_append (out, after);

  return g_string_free (out, FALSE);
}

typedef struct
{
  const char *name;
  const char *before;
  const char *text;
  guint       n;
  const char *after;
  gboolean    refused;
} Bomb;

static const Bomb bombs[] = {
  { "deep", "", "<div>", 500, "<p>甲", FALSE },
  { "too-deep", "", "<div>", 5000, "<p>甲", TRUE },
  { "deep-lists", "", "<ol><li>甲", 450, "", FALSE },
  { "unmatched-ends", "<p>甲", "</span></div>", 49000, "", FALSE },
  { "many-paragraphs", "", "<p>甲</p>", 4000, "", FALSE },
  { "many-links", "", "<a href=x>甲", 8000, "", FALSE },
  { "too-many-tags", "<p>甲", "<b>", 100001, "", TRUE },
  { "tables-in-tables", "甲", "<table><tr><td>", 90, "1", FALSE },
  { "too-many-tables-in-tables", "甲", "<table><tr><td>", 300, "1", TRUE },
  { "too-many-rows", "<table>", "<tr><td>1<td>2", 2001, "</table>", TRUE },
  { "too-many-columns", "<table><tr>", "<td>1", 65, "</table>", TRUE },
  { "wide-spans", "<table><tr>", "<td colspan=1000 rowspan=1000>1", 60, "</table>", TRUE },
  { "tall-spans", "<table>", "<tr><td rowspan=2000>1<td>2<td>3", 1000, "</table>", TRUE },
  { "text", "<p>", "甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲", 100000, "", TRUE },
  { "open-comments", "<p>甲", "<!--", 200000, "", FALSE },
  { "open-tags", "<p>甲</p>", "<svg ", 200000, "", FALSE },
  { "open-svg", "<p>甲", "<svg>", 900, "", FALSE },
  { "references", "<p>甲", "&", 1000000, "", FALSE },
  { "script-strings", "<p>甲</p><script>", "\"[\\\"", 300000, "</script>", FALSE },
  { "style-rules", "<p>甲</p><style>", ".a,", 500000, "</style>", FALSE },
  { "long-attribute", "<p class=\"", "a ", 2000000, "\">甲</p>", FALSE },
};

/* Refused or read, before the harness loses patience. */
static void
test_bomb (gconstpointer data)
{
  const Bomb *c = data;
  g_autofree char *page = repeat (c->before, c->text, c->n, c->after);
  g_autoptr (GError) error = NULL;
  g_autoptr (GjRawDocument) document = read_bytes (page, strlen (page), &error);

  g_assert_true ((document == NULL) == c->refused);
  if (c->refused)
    g_assert_error (error, GJ_IMPORT_ERROR, GJ_IMPORT_ERROR_UNREADABLE);
  else
    g_assert_no_error (error);
}

static void
test_nothing (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new (NULL, 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (GjRawDocument) document = gj_html_read (bytes, NULL, &error);

  g_assert_null (document);
  g_assert_error (error, GJ_IMPORT_ERROR, GJ_IMPORT_ERROR_UNREADABLE);
}

static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static ("<p>甲", strlen ("<p>甲"));
  g_autoptr (GError) error = NULL;
  g_autoptr (GjRawDocument) document = NULL;

  g_cancellable_cancel (cancellable);
  document = gj_html_read (bytes, cancellable, &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static GjReport *
read_seed (const char *folder,
           const char *number)
{
  g_autofree char *path = g_build_filename (g_getenv ("GJ_SOURCE_ROOT"), "..", "shared", "reports", folder, NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, number))
      {
        g_autofree char *file = g_build_filename (path, name, NULL);
        g_autofree char *data = NULL;
        g_autoptr (GError) error = NULL;
        GjReport *report;
        gsize size;

        g_assert_true (g_file_get_contents (file, &data, &size, NULL));
        report = import_read_bytes (data, size, &error);
        g_assert_no_error (error);
        return report;
      }

  return NULL;
}

/* Without the blanks that indent lines or stand at their ends. */
static char *
dup_lines (GjReport *report,
           guint     narrative)
{
  g_autofree char *text = gj_narrative_dup_text (gj_report_get_narrative (report, narrative));
  g_autoptr (GRegex) regex = g_regex_new ("^[\\s\\x{a0}]+|[\\s\\x{a0}]+$", G_REGEX_MULTILINE, 0, NULL);

  return g_regex_replace_literal (regex, text, -1, 0, "", 0, NULL);
}

/* The real reports, where they are there: the same as out of the text. */
static void
test_seed (gconstpointer data)
{
  g_autoptr (GjReport) report = read_seed ("html", data);
  g_autoptr (GjReport) expected = read_seed ("text", data);
  GjForm *form;

  if (report == NULL || expected == NULL)
    {
      g_test_skip ("the real reports are not there");
      return;
    }

  form = gj_report_get_form (expected);
  g_assert_true (gj_report_get_form (report) == form);
  g_assert_cmpstr (gj_report_get_variant (report), ==, gj_report_get_variant (expected));
  for (guint i = 0; i < gj_form_get_n_cells (form); i++)
    import_assert_cell (report, gj_form_get_cell (form, i)->id,
                        gj_report_has_cell (expected, i) ? gj_report_get_cell_text (expected, i) : NULL);
  for (GjField field = 0; field < GJ_N_FIELDS; field++)
    g_assert_cmpstr (gj_report_get_field (report, field), ==, gj_report_get_field (expected, field));
  for (guint i = 0; i < gj_report_get_n_narratives (expected); i++)
    {
      g_autofree char *lines = dup_lines (report, i);
      g_autofree char *expected_lines = dup_lines (expected, i);

      g_assert_cmpstr (lines, ==, expected_lines);
    }
}

int
main (int   argc,
      char *argv[])
{
  static const char *const seeds[] = { "000", "001", "002", "004" };

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/import/html/case/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    {
      g_autofree char *path = g_strconcat ("/import/html/encoding/", encodings[i].name, NULL);

      g_test_add_data_func (path, &encodings[i], test_encoding);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bombs); i++)
    {
      g_autofree char *path = g_strconcat ("/import/html/bomb/", bombs[i].name, NULL);

      g_test_add_data_func (path, &bombs[i], test_bomb);
    }
  for (guint i = 0; i < G_N_ELEMENTS (seeds); i++)
    {
      g_autofree char *path = g_strconcat ("/import/html/seed/", seeds[i], NULL);

      g_test_add_data_func (path, seeds[i], test_seed);
    }
  g_test_add_func ("/import/html/damage", test_damage);
  g_test_add_func ("/import/html/refused", test_refused);
  g_test_add_func ("/import/html/nothing", test_nothing);
  g_test_add_func ("/import/html/cancelled", test_cancelled);

  return g_test_run ();
}
