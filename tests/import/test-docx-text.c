/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "docx-case.h"

/* Paragraphs and what stands in them. */

#define BREAK "<w:r><w:br/></w:r>"
#define INS(runs) "<w:ins w:id=\"1\" w:author=\"张\">" runs "</w:ins>"
#define DEL(text) "<w:del w:id=\"2\" w:author=\"张\"><w:r><w:delText xml:space=\"preserve\">" text "</w:delText></w:r></w:del>"
#define HIDDEN(text) RUN ("<w:vanish/>", text)
#define STYLE(id, content) "<w:style w:type=\"paragraph\" w:styleId=\"" id "\">" content "</w:style>"
#define USE(id) "<w:pStyle w:val=\"" id "\"/>"
#define SDT_PROMPT(content) \
  "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" content "</w:sdtContent></w:sdt>"
#define OUTLINE(n) "<w:pPr><w:outlineLvl w:val=\"" n "\"/></w:pPr>"

static const DocxCase characters[] = {
  { "plain", P ("本年新收2件"), "本年新收2件\n" },
  { "split-over-runs", "<w:p>" R ("1") R ("2") R ("8") "件" R ("。") "</w:p>", "128。\n" },
  { "empty-paragraphs", P ("一") "<w:p/><w:p><w:r/></w:p>" P ("二"), "一\n二\n" },
  { "blanks-kept", P ("  两格　全角 "), "  两格　全角 \n" },
  { "blanks-not-kept", "<w:p><w:r><w:t>\n  头 尾 \n</w:t></w:r></w:p>", "头 尾\n" },
  { "line-ends-are-blanks", "<w:p>" R ("头\n尾") "</w:p>", "头 尾\n" },
  { "no-break-space", P ("\xc2\xa0" "5\xc2\xa0" "件"), "\xc2\xa0" "5\xc2\xa0" "件\n" },
  { "zero-width", P ("1\xe2\x80\x8b" "2\xef\xbb\xbf"), "1\xe2\x80\x8b" "2\xef\xbb\xbf\n" },
  { "full-width-digits", P ("１２８件"), "１２８件\n" },
  { "arabic-indic-digits", P ("\xd9\xa1\xd9\xa2" "件"), "\xd9\xa1\xd9\xa2" "件\n" },
  { "private-use", P ("\xee\x80\x80" "件"), "\xee\x80\x80" "件\n" },
  { "beyond-the-plane", P ("\xf0\xa0\xae\xb7" "镕"), "\xf0\xa0\xae\xb7" "镕\n" },
  { "soft-hyphen", "<w:p>" R ("政府") "<w:r><w:softHyphen/></w:r>" R ("\xc2\xad" "信息") "</w:p>",
    "政府\xc2\xad" "信息\n" },
  { "no-break-hyphen", "<w:p>" R ("0799") "<w:r><w:noBreakHyphen/></w:r>" R ("6123456") "</w:p>",
    "0799-6123456\n" },
  { "symbol", "<w:p><w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/></w:r>" R ("是") "</w:p>",
    "\xef\x83\xbe" "是\n" },
  { "symbol-broken", "<w:p><w:r><w:sym w:font=\"Wingdings\" w:char=\"D800\"/><w:sym/><w:sym w:char=\"zz\"/></w:r>"
    R ("是") "</w:p>", "是\n" },
  { "tabs", "<w:p>" R ("甲") "<w:r><w:tab/><w:ptab/></w:r>" R ("乙") "</w:p>", "甲\t\t乙\n" },
  { "line-break", "<w:p>" R ("一、总体情况") BREAK R ("全年公开2件。") "</w:p>", "一、总体情况\n全年公开2件。\n" },
  { "page-break", "<w:p><w:r><w:br w:type=\"page\"/></w:r>" R ("二、") "</w:p>", "二、\n" },
  { "rendered-break", "<w:p>" R ("全") "<w:r><w:lastRenderedPageBreak/></w:r>" R ("年") "</w:p>", "全年\n" },
  { "ruby", "<w:p><w:r><w:ruby><w:rt>" R ("yao") "</w:rt><w:rubyBase>" R ("垚") "</w:rubyBase></w:ruby></w:r></w:p>",
    "垚\n", "ruby@1 yao\n" },
  { "math", "<w:p>" R ("占") "<m:oMath><m:r><m:t>100</m:t></m:r><m:r><m:t>%</m:t></m:r></m:oMath></w:p>", "占100%\n",
    "formula@1 100%\n" },
  { "fraction", "<w:p>" R ("占") "<m:oMathPara><m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t>"
    "</m:r></m:den></m:f></m:oMath></m:oMathPara></w:p>", "占1/2\n", "formula@1 1/2\n" },
  { "power", "<w:p><m:oMath><m:sSup><m:e><m:r><m:t>10</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup>"
    "</m:oMath></w:p>", "10^2\n", "formula@1 10^2\n" },
  { "math-deleted", "<w:p>" R ("占") "<m:oMath><w:del w:id=\"1\"><m:r><m:t>9</m:t></m:r></w:del><m:r><m:t>8</m:t></m:r>"
    "</m:oMath></w:p>", "占8\n", "formula@1 8\n" },
  { "comment-in-xml", "<w:p><w:r><w:t>1<!-- x -->28</w:t></w:r></w:p>", "128\n" },
  { "cdata", "<w:p><w:r><w:t><![CDATA[<2>&]]></w:t></w:r></w:p>", "<2>&\n" },
  { "entities", P ("&lt;2&gt;&amp;&#x4E00;"), "<2>&一\n" },
};

static const DocxCase wrappers[] = {
  { "hyperlink", "<w:p>" R ("见") "<w:hyperlink r:id=\"rId9\">" R ("网站") "</w:hyperlink></w:p>", "见网站\n" },
  { "bookmark", "<w:p><w:bookmarkStart w:id=\"0\" w:name=\"_Toc\"/>" R ("一、") "<w:bookmarkEnd w:id=\"0\"/></w:p>",
    "一、\n" },
  { "smart-tag", "<w:p><w:smartTag w:element=\"date\">" R ("2021年") "</w:smartTag>" R ("底") "</w:p>", "2021年底\n" },
  { "run-control", "<w:p><w:sdt><w:sdtPr><w:alias w:val=\"单位\"/></w:sdtPr><w:sdtContent>" R ("商务局")
    "</w:sdtContent></w:sdt></w:p>", "商务局\n" },
  { "block-control", "<w:sdt><w:sdtContent>" P ("一") P ("二") "</w:sdtContent></w:sdt>", "一\n二\n" },
  { "prompt", "<w:p>" R ("公开") SDT_PROMPT (R ("单击此处输入文字")) R ("件") "</w:p>", "公开件\n",
    "prompt@1 单击此处输入文字\n" },
  { "prompt-block", P ("前") SDT_PROMPT (P ("点击此处")) P ("后"), "前\n后\n", "prompt@2 点击此处\n" },
  { "prompt-over", "<w:sdt><w:sdtPr><w:showingPlcHdr w:val=\"0\"/></w:sdtPr><w:sdtContent>" P ("填好的") "</w:sdtContent>"
    "</w:sdt>", "填好的\n" },
  { "custom-xml", "<w:customXml w:element=\"x\">" P ("一") "</w:customXml>", "一\n" },
  { "alternate-once",
    "<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\">" T ("一次") "</mc:Choice>"
    "<mc:Fallback>" T ("一次") "</mc:Fallback></mc:AlternateContent></w:r></w:p>", "一次\n" },
  { "alternate-unknown",
    "<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"new\">" T ("新") "</mc:Choice>"
    "<mc:Fallback>" T ("旧") "</mc:Fallback></mc:AlternateContent></w:r></w:p>", "旧\n" },
  { "alternate-paragraph",
    "<mc:AlternateContent><mc:Choice Requires=\"wps\">" P ("一") "</mc:Choice><mc:Fallback>" P ("二")
    "</mc:Fallback></mc:AlternateContent>", "一\n" },
  { "foreign-namespace", "<w:p><new:r><new:t>别的</new:t></new:r>" R ("是") "</w:p>", "是\n" },
};

#define FORM(data) \
  "<w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData>" data "</w:ffData></w:fldChar></w:r>"

static const DocxCase fields[] = {
  { "result", "<w:p>" FIELD ("begin") CODE (" DATE ") FIELD ("separate") R ("2022年") FIELD ("end") R ("底") "</w:p>",
    "2022年底\n" },
  { "page-out", "<w:p>" R ("第") FIELD ("begin") CODE (" PAGE \\* MERGEFORMAT ") FIELD ("separate") R ("3")
    FIELD ("end") R ("页") "</w:p>", "第页\n" },
  { "without-result", "<w:p>" R ("甲") FIELD ("begin") CODE ("XE 甲") FIELD ("end") R ("乙") "</w:p>", "甲乙\n" },
  { "nested", "<w:p>" FIELD ("begin") CODE ("IF ") FIELD ("begin") CODE ("REF a") FIELD ("separate") R ("内")
    FIELD ("end") FIELD ("separate") R ("外") FIELD ("end") "</w:p>", "外\n" },
  { "over-paragraphs", "<w:p>" FIELD ("begin") CODE ("TOC \\o") FIELD ("separate") R ("一、") "</w:p>"
    P ("二、") "<w:p>" FIELD ("end") R ("三、") "</w:p>", "一、\n二、\n三、\n" },
  { "simple", "<w:p><w:fldSimple w:instr=\" SEQ 表 \">" R ("1") "</w:fldSimple>" R ("表") "</w:p>", "1表\n" },
  { "simple-page", "<w:p><w:fldSimple w:instr=\" NUMPAGES \">" R ("9") "</w:fldSimple>" R ("页") "</w:p>", "页\n" },
  { "enclosed-number", "<w:p>" R ("其中") FIELD ("begin") CODE (" EQ \\o\\ac(○,1)") FIELD ("end") R ("收到") "</w:p>",
    "其中收到\n", "field@1 EQ \\o\\ac(○,1)\n" },
  { "list-number", "<w:p>" FIELD ("begin") CODE ("LISTNUM") FIELD ("end") R ("收到") "</w:p>", "收到\n", "field@1 LISTNUM\n" },
  { "drop-down", "<w:p>" FORM ("<w:ddList><w:result w:val=\"1\"/><w:listEntry w:val=\"市\"/><w:listEntry w:val=\"县\"/></w:ddList>")
    CODE ("FORMDROPDOWN") FIELD ("end") R ("政府") "</w:p>", "县政府\n" },
  { "drop-down-with-result", "<w:p>" FORM ("<w:ddList><w:listEntry w:val=\"市\"/></w:ddList>") CODE ("FORMDROPDOWN")
    FIELD ("separate") R ("市") FIELD ("end") R ("政府") "</w:p>", "市政府\n" },
  { "check-box", "<w:p>" FORM ("<w:checkBox><w:default w:val=\"0\"/><w:checked/></w:checkBox>") CODE ("FORMCHECKBOX")
    FIELD ("end") R ("是") FORM ("<w:checkBox><w:default w:val=\"0\"/></w:checkBox>") CODE ("FORMCHECKBOX") FIELD ("end")
    R ("否") "</w:p>", "☑是☐否\n" },
  { "never-ended", "<w:p>" R ("甲") FIELD ("begin") R ("128件") "</w:p>" P ("乙"), "甲128件\n乙\n" },
  { "never-begun", "<w:p>" FIELD ("separate") R ("甲") FIELD ("end") "</w:p>", "甲\n" },
  { "page-never-ended", "<w:p>" FIELD ("begin") CODE ("PAGE") FIELD ("separate") R ("1") "</w:p>" P ("乙"), "乙\n" },
};

static const DocxCase changes[] = {
  { "inserted", "<w:p>" R ("收到") INS (R ("2")) R ("件") "</w:p>", "收到2件\n", "inserted@1\n" },
  { "deleted", "<w:p>" R ("收到") DEL ("3") R ("件") "</w:p>", "收到件\n", "deleted@1 3\n" },
  { "replaced-twice", "<w:p>" DEL ("3") INS (R ("2")) "</w:p><w:p>" DEL ("9") INS (R ("8")) "</w:p>", "2\n8\n",
    "deleted*2@1 3\ninserted*2@1\n" },
  { "inserted-then-deleted", "<w:p>" R ("甲") INS (DEL ("乙")) "</w:p>", "甲\n", "deleted@1 乙\n" },
  { "moved", "<w:p><w:moveFrom w:id=\"1\">" R ("旧处") "</w:moveFrom></w:p><w:p><w:moveTo w:id=\"2\">" R ("旧处")
    "</w:moveTo></w:p>", "旧处\n", "deleted@1 旧处\ninserted@2\n" },
  { "mark-deleted", PP ("<w:rPr><w:del w:id=\"1\"/></w:rPr>", R ("前半")) P ("后半"), "前半后半\n" },
  { "paragraph-deleted", P ("一") PP ("<w:rPr><w:del w:id=\"1\"/></w:rPr>", DEL ("删去的一段")) P ("二"), "一\n二\n",
    "deleted@2 删去的一段\n" },
  { "mark-deleted-at-table", PP ("<w:rPr><w:del w:id=\"1\"/></w:rPr>", R ("前")) TBL (TR (TC ("1") TC ("2"))),
    "前\n{\n|1|2|\n}\n" },
  { "row-deleted", TBL (TR (TC ("1") TC ("2")) TRP ("<w:del w:id=\"1\"/>", TC ("3") TC ("4"))),
    "{\n|1|2|\n}\n", "deleted@4 34\n" },
  { "row-inserted", TBL (TR (TC ("1") TC ("2")) TRP ("<w:ins w:id=\"1\"/>", TC ("3") TC ("4"))),
    "{\n|1|2|\n|3|4|\n}\n", "inserted@4\n" },
  { "cell-deleted", TBL (TR (TC ("1") TC ("2") TCP ("<w:cellDel w:id=\"1\"/>", P ("3")))), "{\n|1|2|\n}\n",
    "deleted@3 3\n" },
  { "cell-inserted", TBL (TR (TC ("1") TCP ("<w:cellIns w:id=\"1\"/>", P ("2")))), "{\n|1|2|\n}\n", "inserted@2\n" },
  { "cell-merged", TBL (TR (TCP ("<w:cellMerge w:id=\"1\" w:vMerge=\"rest\"/>", P ("甲")) TC ("1"))
                        TR (TCP ("<w:cellMerge w:id=\"2\" w:vMerge=\"cont\"/>", "<w:p/>") TC ("2"))),
    "{\n|甲^2|1|\n|2|\n}\n" },
  { "old-properties", TBL (TR (TCP ("<w:tcPrChange w:id=\"1\"><w:tcPr>" SPAN ("3") "</w:tcPr></w:tcPrChange>", P ("1"))
                               TC ("2"))), "{\n|1|2|\n}\n" },
};

static const DocxCase hidden[] = {
  { "run", "<w:p>" R ("5") HIDDEN ("（内部数6）") R ("件") "</w:p>", "5件\n", "hidden@1 （内部数6）\n" },
  { "run-shown", "<w:p>" RUN ("<w:vanish w:val=\"0\"/>", "5") "</w:p>", "5\n" },
  { "paragraph-style", PP (USE ("h"), R ("藏")) P ("露"), "露\n", "hidden@1 藏\n", NULL,
    STYLE ("h", "<w:rPr><w:vanish/></w:rPr>") },
  { "character-style", "<w:p>" RUN ("<w:rStyle w:val=\"h\"/>", "藏") R ("露") "</w:p>", "露\n", "hidden@1 藏\n", NULL,
    "<w:style w:type=\"character\" w:styleId=\"h\"><w:rPr><w:vanish/></w:rPr></w:style>" },
  { "row", TBL (TR (TC ("1") TC ("2")) TRP ("<w:hidden/>", TC ("藏") TC ("4"))), "{\n|1|2|\n}\n", "hidden@1 藏\n" },
};

static const DocxCase headings[] = {
  { "outline", PP ("<w:outlineLvl w:val=\"1\"/>", R ("（一）")), "=2 （一）\n" },
  { "style", PP (USE ("1"), R ("一、")), "=1 一、\n", NULL, NULL, STYLE ("1", OUTLINE ("0")) },
  { "style-name", PP (USE ("a3"), R ("一、")), "=3 一、\n", NULL, NULL, STYLE ("a3", "<w:name w:val=\"heading 3\"/>") },
  { "style-inherited", PP (USE ("b"), R ("一、")), "=1 一、\n", NULL, NULL,
    STYLE ("a", OUTLINE ("0")) STYLE ("b", "<w:basedOn w:val=\"a\"/>") },
  { "style-circle", PP (USE ("a"), R ("一、")), "一、\n", NULL, NULL,
    STYLE ("a", "<w:basedOn w:val=\"b\"/>") STYLE ("b", "<w:basedOn w:val=\"a\"/>") },
  { "style-missing", PP (USE ("none"), R ("一、")), "一、\n" },
  { "body-text-level", PP (USE ("1") "<w:outlineLvl w:val=\"9\"/>", R ("一、")), "一、\n", NULL, NULL,
    STYLE ("1", OUTLINE ("0")) },
};

#define COMMENT(id, text) "<w:comment w:id=\"" id "\" w:author=\"李四\" w:date=\"2022-01-05T10:20:00Z\">" text "</w:comment>"
#define FROM(id) "<w:commentRangeStart w:id=\"" id "\"/>"
#define TO(id) "<w:commentRangeEnd w:id=\"" id "\"/>"
#define ABOUT(text) "<w:p>" FROM ("0") R (text) TO ("0") "</w:p>"
#define MARK(id) "<w:r><w:commentReference w:id=\"" id "\"/></w:r>"

static const DocxCase comments[] = {
  { "words", "<w:p>" R ("收到") FROM ("0") R ("2件") TO ("0") MARK ("0") R ("。") "</w:p>", "收到2件。\n", NULL,
    "李四 2022-01-05 请核 @0 2-4\n", NULL, NULL, COMMENT ("0", P ("请核")) },
  { "mark-only", P ("前") "<w:p>" R ("收到") MARK ("0") "</w:p>", "前\n收到\n", NULL,
    "李四 2022-01-05 一/二 @1 2-2\n", NULL, NULL, COMMENT ("0", P ("一") P ("二")) },
  { "over-paragraphs", "<w:p>" R ("甲") FROM ("0") R ("乙") "</w:p><w:p>" R ("丙") TO ("0") MARK ("0") "</w:p>",
    "甲乙\n丙\n", NULL, "李四 2022-01-05 请核 @0 1-2\n", NULL, NULL, COMMENT ("0", P ("请核")) },
  { "between-paragraphs", P ("甲") FROM ("0") P ("乙") TO ("0") "<w:p>" MARK ("0") R ("丙") "</w:p>", "甲\n乙\n丙\n", NULL,
    "李四 2022-01-05 请核 @1 0-1\n", NULL, NULL, COMMENT ("0", P ("请核")) },
  { "in-cell", TBL (TR (TC ("甲") "<w:tc>" P ("1") "<w:p>" R ("2") FROM ("0") R ("3") TO ("0") "</w:p></w:tc>")),
    "{\n|甲|1/23|\n}\n", NULL, "李四 2022-01-05 请核 @0.0.1 3-4\n", NULL, NULL, COMMENT ("0", P ("请核")) },
  { "after-line-break", "<w:p>" R ("甲") BREAK R ("乙") FROM ("0") R ("丙") TO ("0") "</w:p>", "甲\n乙丙\n", NULL,
    "李四 2022-01-05 请核 @1 1-2\n", NULL, NULL, COMMENT ("0", P ("请核")) },
  { "on-nothing", P ("甲") "<w:p>" FROM ("0") TO ("0") MARK ("0") "</w:p>", "甲\n\n", NULL,
    "李四 2022-01-05 请核 @1 0-0\n", NULL, NULL, COMMENT ("0", P ("请核")) },
  { "in-covered-cell",
    TBL (TR (TC ("1") TCP (RESTART, P ("甲"))) TR (TC ("2") TCP (CONTINUE, ABOUT ("藏")))),
    "{\n|1|甲^2|\n|2|\n}\n", "hidden@4 藏\n", "李四 2022-01-05 请核 @0.0.1 0-0\n", NULL, NULL, COMMENT ("0", P ("请核")) },
  { "in-deleted-row",
    TBL (TR (TC ("1") TC ("2")) TRP ("<w:del w:id=\"1\"/>", "<w:tc>" ABOUT ("3") "</w:tc>")) P ("后"),
    "{\n|1|2|\n}\n后\n", "deleted@3 3\n", "李四 2022-01-05 请核 @0.0.0 0-0\n", NULL, NULL, COMMENT ("0", P ("请核")) },
  { "without-place", P ("甲"), "甲\n", NULL, "- - 请核 @0 0-0\n", NULL, NULL,
    "<w:comment w:id=\"5\">" P ("请核") "</w:comment>" },
  { "in-order", "<w:p>" R ("甲") FROM ("1") R ("乙") TO ("1") FROM ("0") R ("丙") TO ("0") "</w:p>", "甲乙丙\n", NULL,
    "李四 2022-01-05 一 @0 1-2\n李四 2022-01-05 二 @0 2-3\n", NULL, NULL,
    COMMENT ("0", P ("二")) COMMENT ("1", P ("一")) },
  { "footnote", "<w:p>" R ("甲") "<w:r><w:footnoteReference w:id=\"2\"/></w:r></w:p>", "甲\n", "footnote@1 统计口径\n",
    NULL, NULL, NULL, NULL, "<w:footnote w:id=\"2\">" P ("统计口径") "</w:footnote>" },
};

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  docx_cases_add ("/import/docx-text/characters", characters, G_N_ELEMENTS (characters));
  docx_cases_add ("/import/docx-text/wrappers", wrappers, G_N_ELEMENTS (wrappers));
  docx_cases_add ("/import/docx-text/fields", fields, G_N_ELEMENTS (fields));
  docx_cases_add ("/import/docx-text/changes", changes, G_N_ELEMENTS (changes));
  docx_cases_add ("/import/docx-text/hidden", hidden, G_N_ELEMENTS (hidden));
  docx_cases_add ("/import/docx-text/headings", headings, G_N_ELEMENTS (headings));
  docx_cases_add ("/import/docx-text/comments", comments, G_N_ELEMENTS (comments));

  return g_test_run ();
}
