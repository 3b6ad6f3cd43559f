/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "docx-case.h"

/* Tables, boxes and pictures. */

#define GONE(tag, n) "<w:" tag " w:val=\"" n "\"/>"
#define GRID3 GRID (COL COL COL)
#define GRID4 GRID (COL COL COL COL)

static const DocxCase tables[] = {
  { "plain", TBL (GRID (COL COL) TR (TC ("1") TC ("2")) TR (TC ("3") TC ("4"))), "{\n|1|2|\n|3|4|\n}\n" },
  { "empty-cells", TBL (GRID (COL COL) TR ("<w:tc><w:p/></w:tc>" TC ("2"))), "{\n||2|\n}\n" },
  { "no-paragraph", TBL (GRID (COL COL) TR ("<w:tc/>" TC ("2"))), "{\n||2|\n}\n" },
  { "no-rows", P ("前") TBL (GRID (COL)) P ("后"), "前\n后\n" },
  { "grid-span", TBL (GRID4 TR (TC ("1") TCP (SPAN ("3"), P ("2"))) TR (TC ("a") TC ("b") TC ("c") TC ("d"))),
    "{\n|1|2>3|\n|a|b|c|d|\n}\n" },
  { "vertical", TBL (GRID (COL COL) TR (TCP (RESTART, P ("甲")) TC ("1"))
                     TR (TCP ("<w:vMerge w:val=\"continue\"/>", "<w:p/>") TC ("2")) TR (TCP (CONTINUE, "<w:p/>") TC ("3"))),
    "{\n|甲^3|1|\n|2|\n|3|\n}\n" },
  { "vertical-and-wide", TBL (GRID3 TR (TCP (SPAN ("2") RESTART, P ("甲")) TC ("1"))
                              TR (TCP (SPAN ("2") CONTINUE, "<w:p/>") TC ("2"))),
    "{\n|甲>2^2|1|\n|2|\n}\n" },
  { "two-in-one-column", TBL (GRID (COL COL) TR (TCP (RESTART, P ("甲")) TC ("1")) TR (TCP (CONTINUE, "<w:p/>") TC ("2"))
                              TR (TCP (RESTART, P ("乙")) TC ("3")) TR (TCP (CONTINUE, "<w:p/>") TC ("4"))),
    "{\n|甲^2|1|\n|2|\n|乙^2|3|\n|4|\n}\n" },
  { "orphan-first-row", TBL (GRID (COL COL) TR (TCP (CONTINUE, P ("甲")) TC ("1")) TR (TCP (CONTINUE, "<w:p/>") TC ("2"))),
    "{\n|甲^2|1|\n|2|\n}\n", "orphan@1 甲\n" },
  { "orphan-below-plain", TBL (GRID (COL COL) TR (TC ("甲") TC ("1")) TR (TCP (CONTINUE, P ("乙")) TC ("2"))),
    "{\n|甲|1|\n|乙|2|\n}\n", "orphan@3 乙\n" },
  { "orphan-other-width", TBL (GRID3 TR (TCP (SPAN ("2") RESTART, P ("甲")) TC ("1"))
                               TR (TCP (CONTINUE, P ("乙")) TC ("2") TC ("3"))),
    "{\n|甲>2|1|\n|乙|2|3|\n}\n", "orphan@3 乙\n" },
  { "orphan-after-gap", TBL (GRID (COL COL) TR (TCP (RESTART, P ("甲")) TC ("1")) TR (TC ("乙") TC ("2"))
                             TR (TCP (CONTINUE, P ("丙")) TC ("3"))),
    "{\n|甲|1|\n|乙|2|\n|丙|3|\n}\n", "orphan@5 丙\n" },
  { "covered-text", TBL (GRID (COL COL) TR (TCP (RESTART, P ("甲")) TC ("1")) TR (TCP (CONTINUE, P ("藏")) TC ("2"))),
    "{\n|甲^2|1|\n|2|\n}\n", "hidden@3 藏\n" },
  { "before-and-after", TBL (GRID4 TR (TC ("1") TC ("2") TC ("3") TC ("4"))
                             TRP (GONE ("gridBefore", "1") GONE ("gridAfter", "1"), TC ("b") TC ("c"))),
    "{\n|1|2|3|4|\n+1|b|c|\n}\n" },
  { "merge-past-gap-before", TBL (GRID3 TR (TC ("1") TCP (RESTART, P ("2")) TC ("3"))
                                  TRP (GONE ("gridBefore", "1"), TCP (CONTINUE, "<w:p/>") TC ("6"))),
    "{\n|1|2^2|3|\n+1|6|\n}\n" },
  { "no-grid", TBL (TR (TCP (SPAN ("2"), P ("1"))) TR (TC ("a") TC ("b"))), "{\n|1>2|\n|a|b|\n}\n" },
  { "short-grid", TBL (GRID (COL) TR (TCP (SPAN ("4"), P ("1"))) TR (TC ("a") TCP (SPAN ("3"), P ("b")))),
    "{\n|1>4|\n|a|b>3|\n}\n" },
  { "span-beyond", TBL (GRID3 TR (TC ("1") TC ("2") TC ("3")) TR (TC ("a") TCP (SPAN ("99"), P ("b")))),
    "{\n|1|2|3|\n|a|b>2|\n}\n", "cut@5\n" },
  { "span-beyond-in-front", TBL (GRID3 TR (TC ("1") TC ("2") TC ("3")) TR (TCP (SPAN ("60"), P ("a")) TC ("b"))),
    "{\n|1|2|3|\n|a>2|b|\n}\n", "cut@4\n" },
  { "span-nonsense", TBL (GRID (COL COL) TR (TCP (SPAN ("-3"), P ("1")) TCP (SPAN ("x"), P ("2")))), "{\n|1|2|\n}\n" },
  { "before-beyond", TBL (GRID (COL COL) TR (TC ("1") TC ("2")) TRP (GONE ("gridBefore", "500"), TC ("b"))),
    "{\n|1|2|\n+1|b|\n}\n" },
  { "old-horizontal", TBL (GRID3 TR (TCP ("<w:hMerge w:val=\"restart\"/>", P ("1")) TCP ("<w:hMerge/>", "<w:p/>") TC ("3"))
                           TR (TC ("a") TC ("b") TC ("c"))),
    "{\n|1>2|3|\n|a|b|c|\n}\n" },
  { "head-rows", TBL (GRID (COL COL) TRP ("<w:tblHeader/>", TC ("头") TC ("数")) TR (TC ("甲") TC ("1"))
                      TRP ("<w:tblHeader w:val=\"false\"/>", TC ("乙") TC ("2"))),
    "{\n!|头|数|\n|甲|1|\n|乙|2|\n}\n" },
  { "split-by-paragraph", TBL (TR (TC ("1") TC ("2"))) P ("续表") TBL (TR (TC ("3") TC ("4"))),
    "{\n|1|2|\n}\n续表\n{\n|3|4|\n}\n" },
  { "two-numbers-in-a-cell", TBL (TR (TC ("甲") "<w:tc>" P ("3") P ("1") "</w:tc>")), "{\n|甲|3/1|\n}\n" },
  { "line-break-in-a-cell", TBL (TR (TC ("甲") "<w:tc><w:p>" R ("3") "<w:r><w:br/></w:r>" R ("1") "</w:p></w:tc>")),
    "{\n|甲|3/1|\n}\n" },
  { "empty-lines-in-a-cell", TBL (TR (TC ("甲") "<w:tc><w:p/>" P ("3") "<w:p/></w:tc>")), "{\n|甲|3|\n}\n" },
  { "row-control", TBL (GRID (COL COL) "<w:sdt><w:sdtContent>" TR (TC ("1") TC ("2")) "</w:sdtContent></w:sdt>"),
    "{\n|1|2|\n}\n" },
  { "cell-control", TBL (GRID (COL COL) TR (TC ("1") "<w:sdt><w:sdtContent>" TC ("2") "</w:sdtContent></w:sdt>")),
    "{\n|1|2|\n}\n" },
  { "prompt-in-a-cell", TBL (GRID (COL COL) TR (TC ("1") "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" TC ("点击")
                                                "</w:sdtContent></w:sdt>")), "{\n|1||\n}\n", "prompt@2 点击\n" },
  { "custom-xml-row", TBL (GRID (COL COL) "<w:customXml w:element=\"r\">" TR (TC ("1") TC ("2")) "</w:customXml>"),
    "{\n|1|2|\n}\n" },
  { "number-field-in-a-cell", TBL (TR (TC ("甲") "<w:tc><w:p>" FIELD ("begin") CODE ("=SUM(ABOVE)") FIELD ("separate")
                                       R ("14") FIELD ("end") "</w:p></w:tc>")), "{\n|甲|14|\n}\n" },
};

#define HOLDS_TABLE "<w:tc>" P ("见内表") TBL (TR (TC ("x") TC ("y"))) "<w:p/></w:tc>"

static const DocxCase nested[] = {
  { "in-a-cell", TBL (TR (TC ("甲") TC ("1")) TR (TC ("乙") TC ("2")) TR (TC ("丙") HOLDS_TABLE)) P ("后"),
    "{\n|甲|1|\n|乙|2|\n|丙|见内表|\n}\n{\n|x|y|\n}\n后\n", "nested@7\n" },
  { "around-all", TBL (TR ("<w:tc>" P ("标题") TBL (TR (TC ("1") TC ("2"))) P ("后") "</w:tc>")),
    "标题\n{\n|1|2|\n}\n后\n", "layout@1\n" },
  { "around-two-columns", TBL (TR ("<w:tc>" P ("左") "</w:tc><w:tc>" TBL (TR (TC ("1") TC ("2"))) "<w:p/></w:tc>")),
    "左\n{\n|1|2|\n}\n", "layout@1\n" },
  { "frame", TBL (TR ("<w:tc>" P ("一段") P ("又一段") "</w:tc>")), "一段\n又一段\n", "layout@1\n" },
  { "one-column", TBL (TR (TC ("甲")) TR (TC ("1"))), "{\n|甲|\n|1|\n}\n" },
  { "layout-in-layout", TBL (TR ("<w:tc>" TBL (TR ("<w:tc>" TBL (TR (TC ("1") TC ("2"))) "<w:p/></w:tc>"))
                                 "<w:p/></w:tc>")), "{\n|1|2|\n}\n", "layout@1\nlayout@1\n" },
};

#define BOX(content) "<wps:wsp><wps:txbx><w:txbxContent>" content "</w:txbxContent></wps:txbx></wps:wsp>"
#define DRAWING(words, content) \
  "<w:r><w:drawing><wp:inline><wp:docPr id=\"1\" name=\"图片 1\" descr=\"" words "\"/><a:graphic><a:graphicData>" \
  content "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
#define PICTURE(words, id) \
  DRAWING (words, "<pic:pic><pic:blipFill><a:blip r:embed=\"" id "\"/></pic:blipFill></pic:pic>")

static const DocxCase drawings[] = {
  { "box", "<w:p>" R ("前") DRAWING ("", BOX (P ("框内"))) R ("后") "</w:p>", "前后\n框内\n", "box@1 框内\n" },
  { "box-once", "<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing>" BOX (P ("框内"))
    "</w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>" P ("框内")
    "</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>",
    "框内\n", "box@1 框内\n" },
  { "old-box", "<w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent>" P ("框内")
    "</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>", "框内\n", "box@1 框内\n" },
  { "table-in-a-box", "<w:p>" R ("前") DRAWING ("", BOX (TBL (TR (TC ("1") TC ("2"))) "<w:p/>")) "</w:p>" P ("后"),
    "前\n{\n|1|2|\n}\n后\n", "box@1\n" },
  { "box-in-a-cell", TBL (TR (TC ("甲") "<w:tc><w:p>" DRAWING ("", BOX (P ("5"))) "</w:p></w:tc>")),
    "{\n|甲|5|\n}\n", "box@2 5\n" },
  { "box-in-a-field", "<w:p>" FIELD ("begin") CODE ("TOC") FIELD ("separate") R ("一") DRAWING ("", BOX (P ("框")))
    R ("二") FIELD ("end") R ("三") "</w:p>", "一二三\n框\n", "box@1 框\n" },
  { "picture", P ("前") "<w:p>" PICTURE ("网站", "rIdPng") "</w:p>" P ("后"), "前\n[png 网站]\n后\n" },
  { "picture-in-a-sentence", "<w:p>" R ("如图") PICTURE ("图", "rIdPng") R ("所示") "</w:p>", "如图所示\n[png 图]\n" },
  { "picture-before-a-sentence", "<w:p>" PICTURE ("图", "rIdPng") R ("如上图") "</w:p>", "[png 图]\n如上图\n" },
  { "picture-twice", "<w:p>" PICTURE ("一", "rIdPng") PICTURE ("二", "rIdPng") "</w:p>", "[png 一]\n[png 二]\n" },
  { "old-picture", "<w:p><w:r><w:pict><v:shape alt=\"旧图\"><v:imagedata r:id=\"rIdPng\"/></v:shape></w:pict></w:r></w:p>",
    "[png 旧图]\n" },
  { "picture-of-another-kind", "<w:p>" PICTURE ("矢量", "rIdEmf") "</w:p>", "[- 矢量]\n", "no-picture@1 EMF\n" },
  { "picture-elsewhere", "<w:p>" PICTURE ("网上", "rIdOut") "</w:p>", "[- 网上]\n", "no-picture@1 URL\n" },
  { "picture-missing", "<w:p>" PICTURE ("无", "rIdGone") "</w:p>", "[- 无]\n", "no-picture@1 PNG\n" },
  { "picture-without-relation", "<w:p>" PICTURE ("无", "rIdNone") "</w:p>", "[- 无]\n", "no-picture@1 ?\n" },
  { "chart", "<w:p>" DRAWING ("统计图", "<c:chart r:id=\"rId7\"/>") "</w:p>", "[- 统计图]\n", "chart@1 统计图\n" },
  { "chart-with-words", "<w:p>" DRAWING ("统计图", "<c:chart r:id=\"rIdChart\"/>") "</w:p>", "[- 统计图]\n",
    "chart@1 受理情况/件数\n" },
  { "diagram", "<w:p>" R ("流程") DRAWING ("", "<dgm:relIds r:dm=\"rIdChart\" r:lo=\"rId8\"/>") "</w:p>", "流程\n[- ]\n",
    "chart@1 受理情况/件数\n" },
  { "drawn-text", "<w:p>" R ("甲") DRAWING ("", "<a:sp><a:txBody><a:p><a:r><a:t>图中字</a:t></a:r></a:p></a:txBody></a:sp>")
    "</w:p>", "甲\n", "chart@1 图中字\n" },
  { "drawn-line", "<w:p>" R ("甲") "<w:r><w:pict><v:shape><v:textpath string=\"年度报告\"/></v:shape></w:pict></w:r></w:p>",
    "甲\n年度报告\n", "box@1 年度报告\n" },
  { "object", "<w:p>" R ("见表") "<w:r><w:object><v:shape><v:imagedata r:id=\"rIdEmf\"/></v:shape>"
    "<o:OLEObject Type=\"Embed\" ProgID=\"Excel.Sheet.12\" r:id=\"rId9\"/></w:object></w:r></w:p>", "见表\n[- ]\n",
    "object@1 Excel\n" },
  { "object-with-picture", "<w:p><w:r><w:object><v:shape><v:imagedata r:id=\"rIdPng\"/></v:shape>"
    "<o:OLEObject Type=\"Embed\" ProgID=\"Visio.Drawing.11\" r:id=\"rId9\"/></w:object></w:r></w:p>", "[png ]\n",
    "object@1 Visio\n" },
  { "control", "<w:p><w:r><w:object><v:shape/><w:control r:id=\"rId9\" w:name=\"TextBox1\"/></w:object></w:r></w:p>", "",
    "object@1 TextBox1\n" },
  { "picture-in-a-cell", TBL (TR (TC ("甲") "<w:tc><w:p>" PICTURE ("章", "rIdPng") "</w:p></w:tc>")) P ("后"),
    "{\n|甲||\n}\n[png 章]\n后\n", "moved@2 章\n" },
  { "picture-deleted", "<w:p><w:del w:id=\"1\">" PICTURE ("章", "rIdPng") "</w:del>" R ("甲") "</w:p>", "甲\n" },
};

#define LVL(n, format, text) \
  "<w:lvl w:ilvl=\"" n "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" format "\"/><w:lvlText w:val=\"" text "\"/></w:lvl>"
#define ABSTRACT(id, levels) "<w:abstractNum w:abstractNumId=\"" id "\">" levels "</w:abstractNum>"
#define NUM(id, of, rest) "<w:num w:numId=\"" id "\"><w:abstractNumId w:val=\"" of "\"/>" rest "</w:num>"
#define ITEM(level, id, text) \
  PP ("<w:numPr><w:ilvl w:val=\"" level "\"/><w:numId w:val=\"" id "\"/></w:numPr>", R (text))
#define USUAL ABSTRACT ("0", LVL ("0", "chineseCounting", "%1、") LVL ("1", "chineseCounting", "（%2）") \
                        LVL ("2", "decimal", "%3."))
#define USUAL1 USUAL NUM ("1", "0", "")
#define START_AT(n) "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"" n "\"/></w:lvlOverride>"
#define LONG "这是一段很长的文字，长到不会是标题，也不会有人把它当作标题，因为标题总是短的，而这里还在继续写下去。"

static const DocxCase numbering[] = {
  { "levels", ITEM ("0", "1", LONG) ITEM ("1", "1", LONG) ITEM ("1", "1", LONG) ITEM ("2", "1", LONG) ITEM ("0", "1", LONG)
    ITEM ("1", "1", LONG),
    "一、" LONG "\n（一）" LONG "\n（二）" LONG "\n1." LONG "\n二、" LONG "\n（一）" LONG "\n", NULL, NULL, NULL, USUAL1 },
  { "heading-noted", ITEM ("0", "1", "总体情况") P ("文字") ITEM ("0", "1", "主动公开"), "一、总体情况\n文字\n二、主动公开\n",
    "numbering@1 一、总体情况\nnumbering@3 二、主动公开\n", NULL, NULL, USUAL1 },
  { "of-style", PP ("<w:pStyle w:val=\"1\"/>", R (LONG)) PP ("<w:pStyle w:val=\"2\"/>", R (LONG)),
    "=1 一、" LONG "\n=2 （一）" LONG "\n", "numbering@1 一、" LONG "\nnumbering@2 （一）" LONG "\n", NULL,
    "<w:style w:type=\"paragraph\" w:styleId=\"1\"><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr>"
    "<w:outlineLvl w:val=\"0\"/></w:pPr></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"2\"><w:basedOn w:val=\"1\"/><w:pPr><w:numPr><w:ilvl w:val=\"1\"/></w:numPr>"
    "<w:outlineLvl w:val=\"1\"/></w:pPr></w:style>", USUAL1 },
  { "turned-off", PP ("<w:pStyle w:val=\"1\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr>", R (LONG)), LONG "\n", NULL, NULL,
    "<w:style w:type=\"paragraph\" w:styleId=\"1\"><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>",
    USUAL1 },
  { "shared-count", ITEM ("0", "1", LONG) ITEM ("0", "2", LONG), "一、" LONG "\n二、" LONG "\n", NULL, NULL, NULL,
    USUAL1 NUM ("2", "0", "") },
  { "start-override", ITEM ("0", "1", LONG) ITEM ("0", "2", LONG) ITEM ("0", "2", LONG),
    "一、" LONG "\n五、" LONG "\n六、" LONG "\n", NULL, NULL, NULL, USUAL1 NUM ("2", "0", START_AT ("5")) },
  { "level-override", ITEM ("0", "2", LONG), "1）" LONG "\n", NULL, NULL, NULL,
    USUAL NUM ("2", "0", "<w:lvlOverride w:ilvl=\"0\">" LVL ("0", "decimal", "%1）") "</w:lvlOverride>") },
  { "no-restart", ITEM ("0", "1", LONG) ITEM ("1", "1", LONG) ITEM ("0", "1", LONG) ITEM ("1", "1", LONG),
    "一" LONG "\n1." LONG "\n二" LONG "\n2." LONG "\n", NULL, NULL, NULL,
    ABSTRACT ("0", LVL ("0", "chineseCounting", "%1")
              "<w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:lvlRestart w:val=\"0\"/><w:numFmt w:val=\"decimal\"/>"
              "<w:lvlText w:val=\"%2.\"/></w:lvl>") NUM ("1", "0", "") },
  { "two-in-one", ITEM ("1", "1", LONG), "1.1 " LONG "\n", NULL, NULL, NULL,
    ABSTRACT ("0", LVL ("0", "chineseCounting", "%1、")
              "<w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:isLgl/><w:numFmt w:val=\"decimal\"/><w:suff w:val=\"space\"/>"
              "<w:lvlText w:val=\"%1.%2\"/></w:lvl>") NUM ("1", "0", "") },
  { "no-digit-into-text", ITEM ("0", "1", "2021年" LONG), "1 2021年" LONG "\n", NULL, NULL, NULL,
    ABSTRACT ("0", LVL ("0", "decimal", "%1")) NUM ("1", "0", "") },
  { "bullet", ITEM ("0", "1", LONG), LONG "\n", NULL, NULL, NULL,
    ABSTRACT ("0", LVL ("0", "bullet", "\xef\x82\xb7")) NUM ("1", "0", "") },
  { "style-link", ITEM ("0", "2", LONG), "一、" LONG "\n", NULL, NULL,
    "<w:style w:type=\"numbering\" w:styleId=\"n\"><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>",
    USUAL ABSTRACT ("5", "<w:numStyleLink w:val=\"n\"/>") NUM ("1", "0", "") NUM ("2", "5", "") },
  { "style-link-circle", ITEM ("0", "2", LONG), LONG "\n", NULL, NULL,
    "<w:style w:type=\"numbering\" w:styleId=\"n\"><w:pPr><w:numPr><w:numId w:val=\"2\"/></w:numPr></w:pPr></w:style>",
    ABSTRACT ("5", "<w:numStyleLink w:val=\"n\"/>") NUM ("2", "5", "") },
  { "unknown-list", ITEM ("0", "77", LONG), LONG "\n", NULL, NULL, NULL, USUAL1 },
  { "hidden-not-counted", PP ("<w:numPr><w:numId w:val=\"1\"/></w:numPr><w:rPr><w:vanish/></w:rPr>", "") ITEM ("0", "1", LONG),
    "一、" LONG "\n", NULL, NULL, NULL, USUAL1 },
  { "in-cells", TBL (TR ("<w:tc>" ITEM ("2", "1", "") "</w:tc>" TC ("甲")) TR ("<w:tc>" ITEM ("2", "1", "") "</w:tc>" TC ("乙"))),
    "{\n|1.|甲|\n|2.|乙|\n}\n", NULL, NULL, NULL, USUAL1 },
};

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  docx_cases_add ("/import/docx-tables/tables", tables, G_N_ELEMENTS (tables));
  docx_cases_add ("/import/docx-tables/nested", nested, G_N_ELEMENTS (nested));
  docx_cases_add ("/import/docx-tables/drawings", drawings, G_N_ELEMENTS (drawings));
  docx_cases_add ("/import/docx-tables/numbering", numbering, G_N_ELEMENTS (numbering));

  return g_test_run ();
}
