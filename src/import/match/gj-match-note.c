/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-match-note.h"

#include <string.h>

/* The sentences of the notes. A note is stored in both languages, for it is read again
 * long after the import, in whatever language the window then speaks: so they stand here
 * side by side. {line}, {name}, {text}, {other} and {n} are filled in. */

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
  [GJ_MATCH_NOTE_GB18030] = {
    HINT, "encoding",
    "文件不是 UTF-8 编码，已按 GB18030 读入。",
    "The file is not in UTF-8 and was read as GB18030.",
  },
  [GJ_MATCH_NOTE_UTF16] = {
    HINT, "encoding",
    "文件是 UTF-16 编码，已按此读入。",
    "The file was read as UTF-16.",
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
    "第 {line} 行起的标题在后面又出现，以后面的为准，这一处没有读入正文。",
    "The title at line {line} comes again later; the later one counts, this one was left out of the text.",
  },
  [GJ_MATCH_NOTE_BEFORE_TITLE] = {
    WARNING, "before-title",
    "标题之前的文字（第 {line} 行起）没有读入正文：“{text}”。",
    "The text before the title, from line {line} on, was left out of the report: “{text}”.",
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
  [GJ_MATCH_NOTE_FORM_GUESSED] = {
    WARNING, "form-guess",
    "没有找到表格，报告格式暂定为“{name}”。",
    "No table was found; the form was assumed to be “{name}”.",
  },
  [GJ_MATCH_NOTE_HEADING] = {
    WARNING, "heading",
    "第 {line} 行的标题“{text}”与规定的“{name}”不同，已按后者辨认，原标题保留。",
    "The heading “{text}” in line {line} differs from the form’s “{name}”; it was taken for it and "
    "kept as it stood.",
  },
  [GJ_MATCH_NOTE_HEADING_RUN_IN] = {
    HINT, "heading-run-in",
    "第 {line} 行的标题“{text}”后面连着正文，已在标题之后分开。",
    "The heading “{text}” in line {line} runs into the text; the two were parted.",
  },
  [GJ_MATCH_NOTE_HEADING_MISSING] = {
    WARNING, "heading-missing",
    "没有找到标题“{name}”，这一部分没有文字。",
    "The heading “{name}” was not found; the section has no text.",
  },
  [GJ_MATCH_NOTE_HEADING_INFERRED] = {
    WARNING, "heading-missing",
    "没有找到标题“{name}”，从第 {line} 行的表格起算作这一部分。",
    "The heading “{name}” was not found; the section was begun at the table in line {line}.",
  },
  [GJ_MATCH_NOTE_HEADING_ORDER] = {
    WARNING, "heading-order",
    "第 {line} 行的标题“{text}”不在规定的次序上，仍按标题读入。",
    "The heading “{text}” in line {line} is out of order; it was read as the heading all the same.",
  },
  [GJ_MATCH_NOTE_HEADING_REPEATED] = {
    WARNING, "heading-repeated",
    "第 {line} 行又出现了标题“{text}”，作为文字保留。",
    "The heading “{text}” comes again in line {line}; it was kept as text.",
  },
  [GJ_MATCH_NOTE_CONTENTS] = {
    HINT, "contents",
    "第 {line} 行起的目录没有读入正文。",
    "The table of contents at line {line} was left out of the text.",
  },
  [GJ_MATCH_NOTE_TABLE_MISSING] = {
    WARNING, "table-missing",
    "没有找到“{name}”的表格。",
    "The table of “{name}” was not found.",
  },
  [GJ_MATCH_NOTE_TABLE_MOVED] = {
    WARNING, "table-moved",
    "“{name}”的表格在第 {line} 行，不在这一部分里，已移到这一部分。",
    "The table of “{name}” stands in line {line}, outside its section; it was moved there.",
  },
  [GJ_MATCH_NOTE_TABLE_FOREIGN] = {
    WARNING, "table-foreign",
    "第 {line} 行的表格不是报告格式中的表格，没有读入，原文保存在导入记录里。",
    "The table in line {line} is none of the form’s; it was not read in, its text is kept with the import.",
  },
  [GJ_MATCH_NOTE_VARIANT] = {
    WARNING, "",
    "第 {line} 行仍是旧格式的单行“{text}”，其数值代表整组，记在“{name}”名下。",
    "Line {line} still has the single old row “{text}”; its values stand for the whole group and "
    "were put under “{name}”.",
  },
  [GJ_MATCH_NOTE_ROW_MISSING] = {
    WARNING, "row-missing",
    "没有找到“{name}”一行。",
    "The row “{name}” was not found.",
  },
  [GJ_MATCH_NOTE_ROW_EXTRA] = {
    WARNING, "row-extra",
    "第 {line} 行“{text}”不是报告格式中的行，没有读入，原文保存在导入记录里。",
    "Line {line} (“{text}”) is no row of the form; it was not read in, its text is kept with the import.",
  },
  [GJ_MATCH_NOTE_ROW_REPEATED] = {
    WARNING, "row-repeated",
    "第 {line} 行又出现了“{name}”一行，以先出现的为准，这一行保存在导入记录里。",
    "The row “{name}” comes again in line {line}; the first one counts, this one is kept with the import.",
  },
  [GJ_MATCH_NOTE_ROW_MOVED] = {
    WARNING, "row-moved",
    "第 {line} 行“{name}”不在规定的位置，已按行名读入。",
    "The row “{name}” in line {line} is out of place; it was read by its label.",
  },
  [GJ_MATCH_NOTE_ROW_CUT] = {
    WARNING, "row-cut",
    "“{name}”一行的数被切成两截，已与第 {line} 行的合在一起。",
    "The values of the row “{name}” are cut in two; those of line {line} were joined to them.",
  },
  [GJ_MATCH_NOTE_ROW_WORDS] = {
    HINT, "row-words",
    "表格里第 {line} 行的文字“{text}”没有读入，保存在导入记录里。",
    "The words “{text}” inside the table, in line {line}, were not read in; they are kept with the import.",
  },
  [GJ_MATCH_NOTE_LABEL] = {
    WARNING, "label",
    "第 {line} 行的行名“{text}”与规定的“{other}”不同，已按后者读入。",
    "The label “{text}” in line {line} differs from the form’s “{other}”; it was taken for it.",
  },
  [GJ_MATCH_NOTE_LABEL_GUESSED] = {
    WARNING, "label-guess",
    "第 {line} 行的行名“{text}”无法辨认，按次序读作“{name}”。",
    "The label “{text}” in line {line} was not recognised; by its place it was read as “{name}”.",
  },
  [GJ_MATCH_NOTE_LABEL_CUT] = {
    HINT, "label-cut",
    "第 {line} 行的行名被切断，已与“{other}”连起来读入。",
    "The label in line {line} is cut; it was joined with “{other}”.",
  },
  [GJ_MATCH_NOTE_GROUP] = {
    WARNING, "label",
    "第 {line} 行的分组名“{text}”与规定的“{other}”不同，已按后者读入。",
    "The group label “{text}” in line {line} differs from the form’s “{other}”; it was taken for it.",
  },
  [GJ_MATCH_NOTE_HEAD] = {
    WARNING, "label",
    "第 {line} 行的列名“{text}”与规定的“{other}”不同，已按后者读入。",
    "The column head “{text}” in line {line} differs from the form’s “{other}”; it was taken for it.",
  },
  [GJ_MATCH_NOTE_HEAD_REPEATED] = {
    HINT, "head-repeated",
    "第 {line} 行重复了表头，已略去。",
    "The head of the table comes again in line {line}; it was left out.",
  },
  [GJ_MATCH_NOTE_COLUMN_MOVED] = {
    WARNING, "column-moved",
    "第 {line} 行的列名次序与规定的不同（“{text}”），各行的数已按列名读入。",
    "The columns in line {line} are in another order (“{text}”); the values were read by their heads.",
  },
  [GJ_MATCH_NOTE_COLUMN_EXTRA] = {
    WARNING, "column-extra",
    "第 {line} 行的表头多出“{text}”，不是报告格式中的列，它下面的数没有读入表格，保存在导入记录里。",
    "The head in line {line} has “{text}”, which is no column of the form; the values under it were not "
    "read into the table, they are kept with the import.",
  },
  [GJ_MATCH_NOTE_COLUMN_MISSING] = {
    WARNING, "column-missing",
    "第 {line} 行的表头没有“{text}”一列，这一列的单元格没有数。",
    "The head in line {line} lacks the column “{text}”; its cells have no values.",
  },
  [GJ_MATCH_NOTE_SURPLUS] = {
    WARNING, "surplus-value",
    "第 {line} 行“{name}”比应有的多 {n} 个数，末尾的“{text}”没有读入表格。",
    "Line {line} (“{name}”) has {n} more values than cells; “{text}” at its end was not read into the table.",
  },
  [GJ_MATCH_NOTE_VALUE_MISSING] = {
    WARNING, "value-missing",
    "第 {line} 行“{name}”只有 {n} 个数，已从左到右读入，其余单元格没有数。",
    "Line {line} (“{name}”) has only {n} values; they were read from left to right, the other cells have none.",
  },
  [GJ_MATCH_NOTE_VALUES_MISSING] = {
    WARNING, "value-missing",
    "第 {line} 行“{name}”没有数，按空白读入。",
    "Line {line} (“{name}”) has no values; they were read as blank.",
  },
  [GJ_MATCH_NOTE_VALUES_GUESSED] = {
    WARNING, "value-guess",
    "第 {line} 行“{name}”有空白，哪一列空着不能确定，请核对。",
    "Line {line} (“{name}”) has blanks and it is not certain in which columns; please compare it "
    "with the document.",
  },
  [GJ_MATCH_NOTE_PAGE_NUMBER] = {
    HINT, "page-number",
    "第 {line} 行的页码“{text}”没有读入正文。",
    "The page number “{text}” in line {line} was left out of the text.",
  },
  [GJ_MATCH_NOTE_AFTER_SIGNATURE] = {
    WARNING, "after-signature",
    "署名和日期之后的文字（第 {line} 行起）没有读入正文：“{text}”。",
    "The text after signature and date, from line {line} on, was left out of the report: “{text}”.",
  },
  [GJ_MATCH_NOTE_DATE_FORM] = {
    HINT, "date",
    "日期“{text}”读作 {other}。",
    "The date “{text}” was read as {other}.",
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

static void
append_field (GString           *out,
              const char        *name,
              gsize              length,
              const GjMatchNote *note,
              GjLanguage         language)
{
  const char *label = note->name.zh;

  if (language == GJ_LANGUAGE_EN && note->name.en != NULL)
    label = note->name.en;

  if (is_field (name, length, "line"))
    g_string_append_printf (out, "%u", note->line);
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
      append_field (out, open + 1, (gsize) (close - open - 1), note, language);
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
  g_autofree char *zh = fill (sentence->zh, note, GJ_LANGUAGE_ZH);
  g_autofree char *en = fill (sentence->en, note, GJ_LANGUAGE_EN);

  gj_source_builder_add_note (builder, sentence->severity,
                              kind == GJ_MATCH_NOTE_VARIANT ? note->other : sentence->code,
                              note->place != NULL ? note->place : "",
                              zh, en, note->text, note->line);
}
