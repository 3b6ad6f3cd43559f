/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-match-note.h"

#include <string.h>

/* The sentences of the notes. A note is stored in both languages, for it is read again
 * long after the import, in whatever language the window then speaks: so they stand here
 * side by side. {where}, {name}, {text}, {other} and {n} are filled in; {where} is
 * 第 5 行, line 5; {in} is in line 5, on page 5. Long because every note has its two
 * sentences here. */

typedef struct
{
  GjSeverity  severity;
  const char *code;
  const char *zh;
  const char *en;
} Sentence;

#define HINT GJ_SEVERITY_HINT
#define WARNING GJ_SEVERITY_WARNING

static const Sentence sentences[] = {
  [GJ_MATCH_NOTE_ENCODING] = {
    HINT, "encoding",
    "文件不是 UTF-8 编码，已按 {text} 读入。",
    "The file is not in UTF-8 and was read as {text}.",
  },
  [GJ_MATCH_NOTE_CHARSET_WRONG] = {
    WARNING, "charset",
    "文件声明的编码“{text}”与内容不符，已按内容辨认的编码读入。",
    "The file says that it is in “{text}” but is not; it was read in the encoding of its content.",
  },
  [GJ_MATCH_NOTE_DROPPED_CHARACTERS] = {
    WARNING, "dropped-characters",
    "去掉了 {n} 个不能显示的控制字符。",
    "Control characters that cannot be shown were left out: {n}.",
  },
  [GJ_MATCH_NOTE_TITLE_MISSING] = {
    WARNING, "title-missing",
    "没有找到报告的标题，请填写。",
    "No title was found; please fill it in.",
  },
  [GJ_MATCH_NOTE_TITLE_BROKEN] = {
    HINT, "title-broken",
    "标题在词语中间换行（“{text}”），已连起来辨认，换行保留。",
    "The title is broken inside a word (“{text}”); it was recognised as one, the break is kept.",
  },
  [GJ_MATCH_NOTE_TITLE_REPEATED] = {
    HINT, "title-repeated",
    "{where}起的标题在后面又出现，以后面的为准，这一处没有读入正文。",
    "The title {in} comes again later; the later one counts, this one was left out of the text.",
  },
  [GJ_MATCH_NOTE_BEFORE_TITLE] = {
    WARNING, "before-title",
    "标题之前的文字（{where}起）没有读入正文：“{text}”。",
    "The text before the title, from {where} on, was left out of the report: “{text}”.",
  },
  [GJ_MATCH_NOTE_BODY_GUESSED] = {
    WARNING, "body",
    "标题里没有单位名称，单位“{text}”取自署名。",
    "The title names no body; “{text}” was taken from the signature.",
  },
  [GJ_MATCH_NOTE_BODY_MISSING] = {
    WARNING, "body",
    "没有找到单位名称，请填写。",
    "The name of the body was not found; please fill it in.",
  },
  [GJ_MATCH_NOTE_YEAR_GUESSED] = {
    WARNING, "year",
    "标题里没有年份，年份 {n} 取自“{text}”。",
    "The title names no year; {n} was taken from “{text}”.",
  },
  [GJ_MATCH_NOTE_YEAR_MISSING] = {
    WARNING, "year",
    "没有找到报告的年份，请填写。",
    "The year of the report was not found; please fill it in.",
  },
  [GJ_MATCH_NOTE_FORM_YEAR] = {
    WARNING, "form-year",
    "表格的样式是“{name}”，与 {n} 年度应当使用的格式不同。",
    "The tables are those of “{name}”, which is not the form for the year {n}.",
  },
  [GJ_MATCH_NOTE_FORM_BASIS] = {
    WARNING, "form-basis",
    "文中写的依据是“{text}”，表格的样式却是“{name}”。",
    "The text names “{text}” as its basis, but the tables are those of “{name}”.",
  },
  [GJ_MATCH_NOTE_FORM_GUESSED] = {
    WARNING, "form-guess",
    "没有找到表格，报告格式暂定为“{name}”。",
    "No table was found; the form was assumed to be “{name}”.",
  },
  [GJ_MATCH_NOTE_HEADING] = {
    WARNING, "heading",
    "{where}的标题“{text}”与规定的“{name}”不同，已按后者辨认，原标题保留。",
    "The heading “{text}” {in} differs from the form’s “{name}”; it was taken for it and "
    "kept as it stood.",
  },
  [GJ_MATCH_NOTE_HEADING_RUN_IN] = {
    HINT, "heading-run-in",
    "{where}的标题“{text}”后面连着正文，已在标题之后分开。",
    "The heading “{text}” {in} runs into the text; the two were parted.",
  },
  [GJ_MATCH_NOTE_HEADING_MISSING] = {
    WARNING, "heading-missing",
    "没有找到标题“{name}”，这一部分没有文字。",
    "The heading “{name}” was not found; the section has no text.",
  },
  [GJ_MATCH_NOTE_HEADING_INFERRED] = {
    WARNING, "heading-missing",
    "没有找到标题“{name}”，从{where}的表格起算作这一部分。",
    "The heading “{name}” was not found; the section was begun at the table {in}.",
  },
  [GJ_MATCH_NOTE_HEADING_ORDER] = {
    WARNING, "heading-order",
    "{where}的标题“{text}”不在规定的次序上，仍按标题读入。",
    "The heading “{text}” {in} is out of order; it was read as the heading all the same.",
  },
  [GJ_MATCH_NOTE_HEADING_REPEATED] = {
    WARNING, "heading-repeated",
    "{where}又出现了标题“{text}”，作为文字保留。",
    "The heading “{text}” comes again {in}; it was kept as text.",
  },
  [GJ_MATCH_NOTE_CONTENTS] = {
    HINT, "contents",
    "{where}起的目录没有读入正文。",
    "The table of contents {in} was left out of the text.",
  },
  [GJ_MATCH_NOTE_TABLE_MISSING] = {
    WARNING, "table-missing",
    "没有找到“{name}”的表格。",
    "The table of “{name}” was not found.",
  },
  [GJ_MATCH_NOTE_TABLE_MOVED] = {
    WARNING, "table-moved",
    "“{name}”的表格在{where}，不在这一部分里，已移到这一部分。",
    "The table of “{name}” stands {in}, outside its section; it was moved there.",
  },
  [GJ_MATCH_NOTE_TABLE_FOREIGN] = {
    WARNING, "table-foreign",
    "{where}的表格不是报告格式中的表格，没有读入，原文保存在导入记录里。",
    "The table {in} is none of the form’s; it was not read in, its text is kept with the import.",
  },
  [GJ_MATCH_NOTE_TABLE_TRANSPOSED] = {
    WARNING, "table-transposed",
    "{where}的表格行列互换了，已按行名和列名读入。",
    "The table {in} has its rows as columns; it was read by the labels.",
  },
  [GJ_MATCH_NOTE_VARIANT] = {
    WARNING, "",
    "{where}仍是旧格式的单行“{text}”，其数值代表整组，记在“{name}”名下。",
    "{Where} still has the single old row “{text}”; its values stand for the whole group and "
    "were put under “{name}”.",
  },
  [GJ_MATCH_NOTE_ROW_MISSING] = {
    WARNING, "row-missing",
    "没有找到“{name}”一行。",
    "The row “{name}” was not found.",
  },
  [GJ_MATCH_NOTE_ROW_EXTRA] = {
    WARNING, "row-extra",
    "{where}“{text}”不是报告格式中的行，没有读入，原文保存在导入记录里。",
    "{Where} (“{text}”) is no row of the form; it was not read in, its text is kept with the import.",
  },
  [GJ_MATCH_NOTE_ROW_REPEATED] = {
    WARNING, "row-repeated",
    "{where}又出现了“{name}”一行，以先出现的为准，这一行保存在导入记录里。",
    "The row “{name}” comes again {in}; the first one counts, this one is kept with the import.",
  },
  [GJ_MATCH_NOTE_ROW_MOVED] = {
    WARNING, "row-moved",
    "{where}“{name}”不在规定的位置，已按行名读入。",
    "The row “{name}” {in} is out of place; it was read by its label.",
  },
  [GJ_MATCH_NOTE_ROW_CUT] = {
    WARNING, "row-cut",
    "“{name}”一行的数被切成两截，已与{where}的合在一起。",
    "The values of the row “{name}” are cut in two; those of {where} were joined to them.",
  },
  [GJ_MATCH_NOTE_ROW_WORDS] = {
    HINT, "row-words",
    "表格里{where}的文字“{text}”没有读入，保存在导入记录里。",
    "The words “{text}” inside the table, {in}, were not read in; they are kept with the import.",
  },
  [GJ_MATCH_NOTE_LABEL] = {
    WARNING, "label",
    "{where}的行名“{text}”与规定的“{other}”不同，已按后者读入。",
    "The label “{text}” {in} differs from the form’s “{other}”; it was taken for it.",
  },
  [GJ_MATCH_NOTE_LABEL_GUESSED] = {
    WARNING, "label-guess",
    "{where}的行名“{text}”无法辨认，按次序读作“{name}”。",
    "The label “{text}” {in} was not recognised; by its place it was read as “{name}”.",
  },
  [GJ_MATCH_NOTE_LABEL_CUT] = {
    HINT, "label-cut",
    "{where}的行名被切断，已与“{other}”连起来读入。",
    "The label {in} is cut; it was joined with “{other}”.",
  },
  [GJ_MATCH_NOTE_GROUP] = {
    WARNING, "label",
    "{where}的分组名“{text}”与规定的“{other}”不同，已按后者读入。",
    "The group label “{text}” {in} differs from the form’s “{other}”; it was taken for it.",
  },
  [GJ_MATCH_NOTE_HEAD] = {
    WARNING, "label",
    "{where}的列名“{text}”与规定的“{other}”不同，已按后者读入。",
    "The column head “{text}” {in} differs from the form’s “{other}”; it was taken for it.",
  },
  [GJ_MATCH_NOTE_HEAD_REPEATED] = {
    HINT, "head-repeated",
    "{where}重复了表头，已略去。",
    "The head of the table comes again {in}; it was left out.",
  },
  [GJ_MATCH_NOTE_COLUMN_MOVED] = {
    WARNING, "column-moved",
    "{where}的列名次序与规定的不同（“{text}”），各行的数已按列名读入。",
    "The columns {in} are in another order (“{text}”); the values were read by their heads.",
  },
  [GJ_MATCH_NOTE_COLUMN_EXTRA] = {
    WARNING, "column-extra",
    "{where}的表头多出“{text}”，不是报告格式中的列，它下面的数没有读入表格，保存在导入记录里。",
    "The head {in} has “{text}”, which is no column of the form; the values under it were not "
    "read into the table, they are kept with the import.",
  },
  [GJ_MATCH_NOTE_COLUMN_MISSING] = {
    WARNING, "column-missing",
    "{where}的表头没有“{text}”一列，这一列的单元格没有数。",
    "The head {in} lacks the column “{text}”; its cells have no values.",
  },
  [GJ_MATCH_NOTE_SURPLUS] = {
    WARNING, "surplus-value",
    "{where}“{name}”比应有的多 {n} 个数，末尾的“{text}”没有读入表格。",
    "{Where} (“{name}”) has {n} more values than cells; “{text}” at its end was not read into the table.",
  },
  [GJ_MATCH_NOTE_VALUE_MISSING] = {
    WARNING, "value-missing",
    "{where}“{name}”只有 {n} 个数，已从左到右读入，其余单元格没有数。",
    "{Where} (“{name}”) has only {n} values; they were read from left to right, the other cells have none.",
  },
  [GJ_MATCH_NOTE_VALUES_MISSING] = {
    WARNING, "value-missing",
    "{where}“{name}”没有数，按空白读入。",
    "{Where} (“{name}”) has no values; they were read as blank.",
  },
  [GJ_MATCH_NOTE_VALUES_GUESSED] = {
    WARNING, "value-guess",
    "{where}“{name}”有空白，哪一列空着不能确定，请核对。",
    "{Where} (“{name}”) has blanks and it is not certain in which columns; please compare it "
    "with the document.",
  },
  [GJ_MATCH_NOTE_VALUE_MERGED] = {
    WARNING, "value-merged",
    "{where}“{name}”有合并的单元格“{text}”，其中的数记在第一格，其余按空白读入，请核对。",
    "{Where} (“{name}”) has a merged cell, “{text}”; its value was put into the first of its cells and the "
    "others were read as blank, please compare it with the document.",
  },
  [GJ_MATCH_NOTE_VALUE_GAP] = {
    WARNING, "value-missing",
    "{where}“{name}”少 {n} 个单元格，缺少的按空白读入，请核对。",
    "{Where} (“{name}”) lacks {n} cells; they were read as blank, please compare it with the document.",
  },
  [GJ_MATCH_NOTE_PAGE_NUMBER] = {
    HINT, "page-number",
    "{where}的页码“{text}”没有读入正文。",
    "The page number “{text}” {in} was left out of the text.",
  },
  [GJ_MATCH_NOTE_AFTER_SIGNATURE] = {
    WARNING, "after-signature",
    "署名和日期之后的文字（{where}起）没有读入正文：“{text}”。",
    "The text after signature and date, from {where} on, was left out of the report: “{text}”.",
  },
  [GJ_MATCH_NOTE_DATE_FORM] = {
    HINT, "date",
    "日期“{text}”读作 {other}。",
    "The date “{text}” was read as {other}.",
  },
  [GJ_MATCH_NOTE_INSERTED] = {
    WARNING, "tracked-insertion",
    "文档带有修订：新增的 {n} 处文字（{where}起）已当作正文读入。",
    "The document has tracked changes: its {n} insertions, from {where} on, were read as text.",
  },
  [GJ_MATCH_NOTE_DELETED] = {
    WARNING, "tracked-deletion",
    "文档带有修订：删去的 {n} 处文字（{where}起，如“{text}”）没有读入。",
    "The document has tracked changes: its {n} deletions, from {where} on, were left out, such as “{text}”.",
  },
  [GJ_MATCH_NOTE_TEXT_BOX] = {
    HINT, "text-box",
    "{where}有文本框，其中的文字“{text}”已读在所处的位置。",
    "There is a text box {in}; its text, “{text}”, was read where the box stands.",
  },
  [GJ_MATCH_NOTE_HIDDEN] = {
    WARNING, "hidden-text",
    "{where}隐藏的文字“{text}”没有读入。",
    "The hidden text “{text}” {in} was left out.",
  },
  [GJ_MATCH_NOTE_HIDDEN_READ] = {
    WARNING, "hidden-read",
    "网页没有显示正文，读入的是网页中隐藏的文字，请核对。",
    "The page shows no article; what was read is hidden in it. Please check it.",
  },
  [GJ_MATCH_NOTE_NUMBERING] = {
    HINT, "numbering",
    "{where}“{text}”的编号是自动编号，已作为文字读入。",
    "The number of “{text}” {in} is counted by the document; it was read as text.",
  },
  [GJ_MATCH_NOTE_NESTED_TABLE] = {
    WARNING, "nested-table",
    "{where}的单元格里还有表格，已放在外层表格之后读入。",
    "A cell {in} holds a table; it was read after the table around it.",
  },
  [GJ_MATCH_NOTE_LAYOUT_TABLE] = {
    HINT, "layout-table",
    "{where}的表格只用于排版，其中的内容已按先后读入。",
    "The table {in} only arranges the page; what it holds was read in order.",
  },
  [GJ_MATCH_NOTE_SPAN_CUT] = {
    WARNING, "span-cut",
    "{where}的单元格合并得超出了表格，已在表格边上截住，请核对这一行。",
    "A merged cell {in} reaches beyond its table and was cut back; please compare this row.",
  },
  [GJ_MATCH_NOTE_SPAN_ORPHAN] = {
    WARNING, "span-orphan",
    "{where}的单元格标为与上面合并，但上面没有这一格，已单独读入，请核对这一行。",
    "A cell {in} is marked as merged with one above that does not exist; it was read as a cell of its own, "
    "please compare this row.",
  },
  [GJ_MATCH_NOTE_PICTURE_LEFT_OUT] = {
    WARNING, "picture",
    "{where}的图片（{text}）不能保留，没有读入。",
    "The picture {in} ({text}) could not be kept and was left out.",
  },
  [GJ_MATCH_NOTE_PICTURE_MOVED] = {
    HINT, "picture-moved",
    "{where}的图片原在表格里，已放到表格之后。",
    "A picture inside the table {in} was put after it.",
  },
  [GJ_MATCH_NOTE_TABLE_CUT] = {
    WARNING, "table-cut",
    "{where}的表格太大，有 {n} 行或单元格没有读入。",
    "The table {in} is too large; rows or cells of it that were left out: {n}.",
  },
  [GJ_MATCH_NOTE_FOOTNOTE] = {
    WARNING, "footnote",
    "{n} 条脚注或尾注没有读入（{where}起，如“{text}”）。",
    "Foot- or endnotes were left out: {n}, from {where} on, such as “{text}”.",
  },
  [GJ_MATCH_NOTE_HEADER_FOOTER] = {
    HINT, "header-footer",
    "页眉或页脚“{text}”没有读入。",
    "The page header or footer “{text}” was left out.",
  },
  [GJ_MATCH_NOTE_FURNITURE] = {
    HINT, "page-furniture",
    "网页上正文以外的 {n} 段文字（如“{text}”）没有读入。",
    "Paragraphs of the page around the article were left out: {n}, such as “{text}”.",
  },
  [GJ_MATCH_NOTE_SCRIPT_TEXT] = {
    HINT, "script-text",
    "正文藏在网页的脚本里，已从中取出读入。",
    "The article stands inside a script of the page and was read from there.",
  },
  [GJ_MATCH_NOTE_PAGE_NUMBERS] = {
    HINT, "page-number",
    "{n} 个页码没有读入。",
    "Page numbers were left out: {n}.",
  },
  [GJ_MATCH_NOTE_TABLE_JOINED] = {
    HINT, "table-joined",
    "{where}的表格是上一页表格的接续，已连起来读入。",
    "The table {in} goes on from the page before; the two were joined.",
  },
  [GJ_MATCH_NOTE_NO_RULES] = {
    WARNING, "no-rules",
    "{where}的表格没有框线，已按各列的位置读入，请核对。",
    "The table {in} has no lines and was read by the positions of its columns; please compare it with the document.",
  },
  [GJ_MATCH_NOTE_SCANNED_PAGE] = {
    WARNING, "scanned-page",
    "{where}只是一张图片，没有文字，未能读入，请对照原文补录。",
    "{Where} is only a picture without text and was not read; please add what stands there by hand.",
  },
  [GJ_MATCH_NOTE_RECOGNISED] = {
    WARNING, "recognised",
    "{where}的文字是由其他软件从扫描图片中识别出来的，可能有误，请逐项核对。",
    "The text of {where} was recognised from a scanned picture by another program and may be wrong; "
    "please compare every figure.",
  },
  [GJ_MATCH_NOTE_BROKEN] = {
    WARNING, "damaged",
    "文件在{where}之后已损坏，只读到这里，请向报送单位重新索取。",
    "The file is damaged after {where} and was read up to there; please get a whole copy of it.",
  },
  [GJ_MATCH_NOTE_PART_READ] = {
    HINT, "part",
    "{where}插入了另一份文档，其内容已读在所处的位置。",
    "Another document is inserted {in}; it was read where it stands.",
  },
  [GJ_MATCH_NOTE_PART_LEFT_OUT] = {
    WARNING, "part",
    "{where}插入的另一份文档（{text}）没有读入，请在 WPS 或 Word 中打开，另存后重新导入。",
    "Another document is inserted {in} ({text}) and was not read; open this one in WPS or Word, save it again "
    "and import that file.",
  },
  [GJ_MATCH_NOTE_OBJECT_LEFT_OUT] = {
    WARNING, "object",
    "{where}嵌入的对象（{text}）没有读入；其中如有报告的表格，请在 WPS 或 Word 中改为普通表格。",
    "An object of another program ({text}) is embedded {in} and was not read; if it is a table of the report, "
    "make it a plain table in WPS or Word.",
  },
  [GJ_MATCH_NOTE_CHART_LEFT_OUT] = {
    WARNING, "chart",
    "{where}的图表或图示没有读入，请对照原文。",
    "A chart or diagram {in} was not read; please compare it with the document.",
  },
  [GJ_MATCH_NOTE_FORMULA] = {
    WARNING, "formula",
    "{where}的公式读作“{text}”，请核对。",
    "The formula {in} was read as “{text}”; please check it.",
  },
  [GJ_MATCH_NOTE_FIELD_LEFT_OUT] = {
    WARNING, "field",
    "{where}的域“{text}”显示的文字没有存在文档里，没有读入，请对照原文。",
    "What the field “{text}” {in} shows is not stored in the document and was not read; please compare it.",
  },
  [GJ_MATCH_NOTE_PROMPT] = {
    WARNING, "prompt",
    "{where}的“{text}”是模板里的提示文字，没有读入。",
    "“{text}” {in} is a prompt of the template and was left out.",
  },
  [GJ_MATCH_NOTE_RUBY] = {
    HINT, "ruby",
    "{n} 处拼音（{where}起，如“{text}”）没有读入。",
    "Phonetic guides were left out: {n}, from {where} on, such as “{text}”.",
  },
  [GJ_MATCH_NOTE_TEXT_BOX_MOVED] = {
    WARNING, "text-box",
    "文本框里的文字“{text}”原在何处不明，已放在{where}，请核对。",
    "It is not known where the text box with “{text}” stood; it was put at {where}, please check it.",
  },
  [GJ_MATCH_NOTE_TABLE_PARTED] = {
    WARNING, "table-parted",
    "{where}的表格紧接前一张表格，已按列的不同分成两张，请核对。",
    "The table {in} follows another without anything between; the two were parted by their columns, please check "
    "them.",
  },
  [GJ_MATCH_NOTE_PAGE_DAMAGED] = {
    WARNING, "page-damaged",
    "{where}已损坏，只读入了能读出的部分，请对照原文逐项核对，或向报送单位重新索取文件。",
    "{Where} is damaged; only what is left of it was read. Please compare every figure, or get a whole copy.",
  },
  [GJ_MATCH_NOTE_FILE_DAMAGED] = {
    WARNING, "file-damaged",
    "文件内部有损坏，能读出的都已读入，可能有缺漏或错误，请逐项核对，或向报送单位重新索取文件。",
    "The file is damaged inside; all that could be found was read, but something may be missing or wrong. "
    "Please compare every figure, or get a whole copy.",
  },
  [GJ_MATCH_NOTE_PAGE_BLANK] = {
    HINT, "page-blank",
    "{where}是空白页，没有读到内容；如果原文这一页有内容，请补录。",
    "{Where} is blank; if something stands on it in the document, please add it by hand.",
  },
  [GJ_MATCH_NOTE_PAGE_NAMELESS] = {
    WARNING, "page-nameless",
    "{where}的文字所用字体没有注明是哪些字，不能读入，请对照原文补录。",
    "The fonts of {where} do not say which characters they draw, so it was not read; please add what stands there by hand.",
  },
  [GJ_MATCH_NOTE_NAMELESS] = {
    WARNING, "nameless",
    "{where}有 {n} 个字的字体没有注明是哪个字，以“�”代替，请对照原文改正。",
    "{Where} has characters whose font does not say which they are ({n}); each stands as “�”, please correct them.",
  },
  [GJ_MATCH_NOTE_COLUMNS] = {
    HINT, "columns",
    "{where}分栏排版，已逐栏读入（从“{text}”起），请核对次序。",
    "The text {in} stands in columns and was read one column after the other, from “{text}” on; please check the order.",
  },
  [GJ_MATCH_NOTE_COLUMNS_UNSURE] = {
    WARNING, "columns-unsure",
    "{where}可能分栏排版，已逐行读入（从“{text}”起），请核对次序。",
    "The text {in} may stand in columns; it was read line by line from “{text}” on; please check the order.",
  },
};

/* A quotation shows what it is about, not all of it. */
#define MAX_QUOTED 60

static void
append_quoted (GString    *out,
               const char *text)
{
  guint n = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (n++ == MAX_QUOTED)
        {
          g_string_append (out, "…");
          return;
        }
      if (c == '\n' || c == '\t')
        g_string_append_c (out, ' ');
      else
        g_string_append_unichar (out, c);
    }
}

static gboolean
is_field (const char *name,
          gsize       length,
          const char *field)
{
  return strlen (field) == length && strncmp (name, field, length) == 0;
}

typedef struct
{
  const char *zh;
  const char *where;
  const char *Where;
  const char *in;
} UnitWords;

static const UnitWords unit_words[] = {
  [GJ_SOURCE_UNIT_LINE] = { "行", "line", "Line", "in line" },
  [GJ_SOURCE_UNIT_PARAGRAPH] = { "段", "paragraph", "Paragraph", "in paragraph" },
  [GJ_SOURCE_UNIT_PAGE] = { "页", "page", "Page", "on page" },
};

static void
append_where (GString      *out,
              const char   *name,
              GjSourceUnit  unit,
              guint         line,
              GjLanguage    language)
{
  const UnitWords *words = &unit_words[unit];
  const char *word = *name == 'i' ? words->in : *name == 'W' ? words->Where : words->where;

  if (language == GJ_LANGUAGE_ZH)
    g_string_append_printf (out, "第 %u %s", line, words->zh);
  else
    g_string_append_printf (out, "%s %u", word, line);
}

static void
append_field (GString           *out,
              const char        *name,
              gsize              length,
              const GjMatchNote *note,
              GjSourceUnit       unit,
              GjLanguage         language)
{
  const char *label = note->name.zh;

  if (language == GJ_LANGUAGE_EN && note->name.en != NULL)
    label = note->name.en;

  if (is_field (name, length, "where") || is_field (name, length, "Where") || is_field (name, length, "in"))
    append_where (out, name, unit, note->line, language);
  else if (is_field (name, length, "n"))
    g_string_append_printf (out, "%u", note->n);
  else if (is_field (name, length, "name"))
    append_quoted (out, label != NULL ? label : "");
  else if (is_field (name, length, "text"))
    append_quoted (out, note->text != NULL ? note->text : "");
  else
    append_quoted (out, note->other != NULL ? note->other : "");
}

static char *
fill (const char        *sentence,
      const GjMatchNote *note,
      GjSourceUnit       unit,
      GjLanguage         language)
{
  GString *out = g_string_new (NULL);
  const char *p = sentence;

  for (;;)
    {
      const char *open = strchr (p, '{');
      const char *close;

      if (open == NULL)
        break;
      close = strchr (open, '}');
      g_string_append_len (out, p, open - p);
      append_field (out, open + 1, (gsize) (close - open - 1), note, unit, language);
      p = close + 1;
    }
  g_string_append (out, p);

  return g_string_free (out, FALSE);
}

/**
 * gj_match_note_add:
 * @builder: where the note goes
 * @kind: what there is to say
 * @note: what its sentence is filled with
 *
 * Adds a note in both languages. For %GJ_MATCH_NOTE_VARIANT the code is @note->other, the
 * variant's id.
 */
void
gj_match_note_add (GjSourceBuilder   *builder,
                   GjMatchNoteKind    kind,
                   const GjMatchNote *note)
{
  const Sentence *sentence = &sentences[kind];
  GjSourceUnit unit = gj_source_builder_get_unit (builder);
  g_autofree char *zh = fill (sentence->zh, note, unit, GJ_LANGUAGE_ZH);
  g_autofree char *en = fill (sentence->en, note, unit, GJ_LANGUAGE_EN);

  gj_source_builder_add_note (builder, sentence->severity,
                              kind == GJ_MATCH_NOTE_VARIANT ? note->other : sentence->code,
                              note->place != NULL ? note->place : "",
                              zh, en, note->text, note->line);
}
