/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <locale.h>
#include <string.h>

#include "gj-export.h"
#include "gj-import.h"
#include "gj-pdf-reader.h"
#include "pdf-support.h"

/* Drawn pages with what must be read from them, our own exports, and the real reports.
 * Long because every drawing stands beside the text that it must give. */

static GjReport *
read_file (const char  *path,
           GError     **error)
{
  g_autofree char *content = NULL;
  g_autoptr (GBytes) bytes = NULL;
  gsize size;

  if (!g_file_get_contents (path, &content, &size, error))
    return NULL;
  bytes = g_bytes_new (content, size);

  return gj_import_bytes (bytes, NULL, NULL, error);
}

/* Blanks and line breaks are the page's, not the text's. */
static char *
dup_without_blanks (const char *text)
{
  GString *out = g_string_new (NULL);

  for (const char *p = text; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      g_string_append_unichar (out, g_utf8_get_char (p));

  return g_string_free (out, FALSE);
}

static void
assert_same_words (const char *one,
                   const char *other)
{
  g_autofree char *first = dup_without_blanks (one);
  g_autofree char *second = dup_without_blanks (other);

  g_assert_cmpstr (first, ==, second);
}

static void
assert_same_reports (GjReport *one,
                     GjReport *other)
{
  GjForm *form = gj_report_get_form (one);

  g_assert_cmpstr (gj_form_get_id (form), ==, gj_form_get_id (gj_report_get_form (other)));
  for (guint i = 0; i < gj_form_get_n_cells (form); i++)
    {
      g_assert_true (gj_report_has_cell (one, i) == gj_report_has_cell (other, i));
      if (gj_report_has_cell (one, i))
        assert_same_words (gj_report_get_cell_text (one, i), gj_report_get_cell_text (other, i));
    }
  for (guint i = 0; i < gj_form_get_n_sections (form); i++)
    {
      g_autofree char *first = gj_narrative_dup_text (gj_report_get_narrative (one, i));
      g_autofree char *second = gj_narrative_dup_text (gj_report_get_narrative (other, i));

      assert_same_words (first, second);
    }
}

/* The file of a folder of the real reports that begins with the number. */
static char *
find_real (const char *kind,
           const char *number)
{
  g_autofree char *folder = g_build_filename (g_getenv ("GJ_SOURCE_ROOT"), "..", "shared", "reports", kind, NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, number))
      return g_build_filename (folder, name, NULL);

  return NULL;
}

static void
test_real (gconstpointer data)
{
  g_autofree char *pdf_path = find_real ("pdf", data);
  g_autofree char *text_path = find_real ("text", data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GjReport) from_pdf = NULL;
  g_autoptr (GjReport) from_text = NULL;

  if (pdf_path == NULL || text_path == NULL)
    {
      g_test_skip ("the real reports are not here");
      return;
    }

  from_pdf = read_file (pdf_path, &error);
  g_assert_no_error (error);
  from_text = read_file (text_path, &error);
  g_assert_no_error (error);
  assert_same_reports (from_pdf, from_text);
}

typedef struct
{
  const char *name;
  void      (*draw)(PdfMaker *maker);
  const char *expected;
  const char *notes;
} Page;

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

static const Page pages[] = {
  { "plain", draw_plain, "一、总的情况\n#\n项目|甲|乙\n规章|300|15\n文件|０|３１\n表后的话。\n", "" },
  { "merged", draw_merged,
    "#\n项目{2x1}|申请人{1x2}|总计{2x1}\n自然人|法人\n新收|2|3|5\n合并{1x3}|9\n", "" },
  { "upright-label", draw_upright,
    "#\n办理结果{4x1}|一、新收|1|2\n二、办理|3|4\n三、其他|5|6\n四、合计|7|8\n", "" },
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

static const char *const note_names[] = {
  [GJ_RAW_NOTE_HEADER_FOOTER] = "head",
  [GJ_RAW_NOTE_PAGE_NUMBER] = "numbers",
  [GJ_RAW_NOTE_TABLE_JOINED] = "joined",
  [GJ_RAW_NOTE_NESTED_TABLE] = "nested",
  [GJ_RAW_NOTE_NO_RULES] = "no-rules",
  [GJ_RAW_NOTE_SCANNED_PAGE] = "scanned",
  [GJ_RAW_NOTE_RECOGNISED] = "recognised",
  [GJ_RAW_NOTE_BROKEN] = "broken",
};

static char *
list_notes (GjRawDocument *document)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < document->notes->len; i++)
    {
      const GjRawNote *note = document->notes->pdata[i];

      g_string_append_printf (out, "%s%s@%u", i > 0 ? " " : "", note_names[note->kind], note->line);
    }

  return g_string_free (out, FALSE);
}

static void
assert_reads (GBytes     *bytes,
              const char *expected,
              const char *notes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GjRawDocument) document = gj_pdf_read (bytes, NULL, &error);
  g_autofree char *dump = NULL;
  g_autofree char *found = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (document->unit, ==, GJ_RAW_UNIT_PAGE);
  dump = pdf_dump (document);
  g_assert_cmpstr (dump, ==, expected);
  found = list_notes (document);
  g_assert_cmpstr (found, ==, notes);
}

static void
test_page (gconstpointer data)
{
  const Page *page = data;
  PdfMaker *maker = pdf_maker_new ();
  g_autoptr (GBytes) bytes = NULL;

  page->draw (maker);
  bytes = pdf_maker_end (maker);
  assert_reads (bytes, page->expected, page->notes);
}

/* Replaces every occurrence in the file by something of the same length, so that its table
 * of places stays right. */
static GBytes *
replace_bytes (GBytes     *bytes,
               const char *from,
               const char *to)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  char *changed = g_memdup2 (data, size);
  gsize length = strlen (from);

  g_assert_cmpuint (strlen (to), ==, length);
  for (gsize i = 0; i + length <= size; i++)
    if (memcmp (changed + i, from, length) == 0)
      memcpy (changed + i, to, length);

  return g_bytes_new_take (changed, size);
}

#define TAIL 160

/* Objects behind the end of a file, and a new root that knows them. */
static GBytes *
append_attachment (GBytes     *bytes,
                   const char *name,
                   const char *content)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  GString *out = g_string_new_len (data, (gssize) size);
  g_autofree char *tail = g_strndup (data + size - TAIL, TAIL);
  const char *trailer = strstr (tail, "trailer");
  const char *start = strstr (trailer, "startxref") + strlen ("startxref");
  guint n = (guint) atoi (strstr (trailer, "/Size") + 5);
  guint root = (guint) atoi (strstr (trailer, "/Root") + 5);
  gsize places[4];

  places[0] = out->len;
  g_string_append_printf (out, "%u 0 obj\n<< /Type /EmbeddedFile /Length %zu >>\nstream\n%s\nendstream\nendobj\n",
                          n, strlen (content), content);
  places[1] = out->len;
  g_string_append_printf (out, "%u 0 obj\n<< /Type /Filespec /F (%s) /UF (%s) /EF << /F %u 0 R >> >>\nendobj\n",
                          n + 1, name, name, n);
  places[2] = out->len;
  g_string_append_printf (out, "%u 0 obj\n<< /Type /Catalog /Pages 1 0 R "
                          "/Names << /EmbeddedFiles << /Names [ (%s) %u 0 R ] >> >> >>\nendobj\n",
                          root, name, n + 1);
  places[3] = out->len;
  g_string_append_printf (out, "xref\n%u 1\n%010zu 00000 n \n%u 2\n%010zu 00000 n \n%010zu 00000 n \n",
                          root, places[2], n, places[0], places[1]);
  g_string_append_printf (out, "trailer\n<< /Size %u /Root %u 0 R /Prev %ld >>\nstartxref\n%zu\n%%%%EOF\n",
                          n + 2, root, atol (start), places[3]);

  return g_string_free_to_bytes (out);
}

static GBytes *
make_page (void (*draw)(PdfMaker *maker))
{
  PdfMaker *maker = pdf_maker_new ();

  draw (maker);

  return pdf_maker_end (maker);
}

static void
assert_refused (GBytes     *bytes,
                const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GjRawDocument) document = gj_pdf_read (bytes, NULL, &error);

  g_assert_null (document);
  g_assert_error (error, GJ_IMPORT_ERROR, GJ_IMPORT_ERROR_UNREADABLE);
  g_assert_nonnull (strstr (error->message, words));
  g_assert_true (g_str_has_suffix (error->message, "."));
}

static void
draw_picture (PdfMaker *maker)
{
  cairo_surface_t *picture = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 100, 140);

  cairo_save (maker->cr);
  cairo_scale (maker->cr, 5.95, 6);
  cairo_set_source_surface (maker->cr, picture, 0, 0);
  cairo_paint (maker->cr);
  cairo_restore (maker->cr);
  cairo_surface_destroy (picture);
}

static void
test_scanned (void)
{
  g_autoptr (GBytes) bytes = make_page (draw_picture);

  assert_refused (bytes, "scanned");
}

static void
draw_half_scanned (PdfMaker *maker)
{
  draw_plain (maker);
  pdf_maker_page (maker);
  draw_picture (maker);
}

static void
test_half_scanned (void)
{
  g_autoptr (GBytes) bytes = make_page (draw_half_scanned);

  assert_reads (bytes, pages[0].expected, "scanned@2");
}

static void
draw_nothing (PdfMaker *maker)
{
  pdf_maker_page (maker);
}

static void
test_blank (void)
{
  g_autoptr (GBytes) bytes = make_page (draw_nothing);

  assert_refused (bytes, "blank");
}

static void
test_nameless_font (void)
{
  g_autoptr (GBytes) bytes = make_page (draw_plain);
  g_autoptr (GBytes) nameless = replace_bytes (bytes, "/ToUnicode", "/TuUnicode");

  assert_refused (nameless, "fonts");
}

static void
test_cut (void)
{
  g_autoptr (GBytes) bytes = make_page (draw_page_break);
  gsize size = g_bytes_get_size (bytes);

  for (gsize length = 0; length < size; length += MAX (1, size / 97))
    {
      g_autoptr (GBytes) cut = g_bytes_new_from_bytes (bytes, 0, length);
      g_autoptr (GError) error = NULL;
      g_autoptr (GjRawDocument) document = gj_pdf_read (cut, NULL, &error);

      if (document == NULL)
        g_assert_error (error, GJ_IMPORT_ERROR, GJ_IMPORT_ERROR_UNREADABLE);
    }
}

static void
test_flipped (void)
{
  g_autoptr (GBytes) bytes = make_page (draw_page_break);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  for (guint i = 0; i < 150; i++)
    {
      char *changed = g_memdup2 (data, size);
      g_autoptr (GBytes) flipped = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (GjRawDocument) document = NULL;

      for (guint j = 0; j < 8; j++)
        changed[(guint) g_test_rand_int () % size] ^= (char) (1 << g_test_rand_int_range (0, 8));
      flipped = g_bytes_new_take (changed, size);
      document = gj_pdf_read (flipped, NULL, &error);
      if (document == NULL)
        g_assert_error (error, GJ_IMPORT_ERROR, GJ_IMPORT_ERROR_UNREADABLE);
    }
}

static void
test_cancelled (void)
{
  g_autoptr (GBytes) bytes = make_page (draw_plain);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (gj_pdf_read (bytes, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_attached (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("GJ_SOURCE_ROOT"), "data", "samples",
                                            "yunxi-development-reform-2025.gouji", NULL);
  g_autoptr (GBytes) bytes = make_page (draw_plain);
  g_autoptr (GError) error = NULL;
  g_autofree char *content = NULL;
  g_autoptr (GBytes) with_other = NULL;
  g_autoptr (GBytes) with_source = NULL;
  g_autoptr (GBytes) source = NULL;
  g_autoptr (GjReport) report = NULL;

  g_file_get_contents (path, &content, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (gj_pdf_read_source (bytes));
  with_other = append_attachment (bytes, "report.gouji", "something else");
  g_assert_null (gj_pdf_read_source (with_other));
  assert_reads (with_other, pages[0].expected, "");

  with_source = append_attachment (bytes, "report.gouji", content);
  source = gj_pdf_read_source (with_source);
  g_assert_nonnull (source);
  g_assert_cmpmem (g_bytes_get_data (source, NULL), g_bytes_get_size (source), content, strlen (content));
  report = gj_import_bytes (with_source, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (report);
}

/* What this program prints is read back as it was. */
static void
test_own (gconstpointer data)
{
  g_autofree char *path = g_build_filename (g_getenv ("GJ_SOURCE_ROOT"), "data", "samples", data, NULL);
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GjReport) report = NULL;
  g_autoptr (GjReport) again = NULL;
  gsize size;

  g_file_get_contents (path, &content, &size, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new (content, size);
  report = gj_store_read (bytes, &error);
  g_assert_no_error (error);
  pdf = gj_pdf_export_report (report, NULL, &error);
  g_assert_no_error (error);
  again = gj_import_bytes (pdf, NULL, NULL, &error);
  g_assert_no_error (error);
  assert_same_reports (report, again);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autofree char *path = g_strdup_printf ("/import/pdf-reader/page/%s", pages[i].name);

      g_test_add_data_func (path, &pages[i], test_page);
    }
  g_test_add_func ("/import/pdf-reader/scanned", test_scanned);
  g_test_add_func ("/import/pdf-reader/half-scanned", test_half_scanned);
  g_test_add_func ("/import/pdf-reader/blank", test_blank);
  g_test_add_func ("/import/pdf-reader/nameless-font", test_nameless_font);
  g_test_add_func ("/import/pdf-reader/cut", test_cut);
  g_test_add_func ("/import/pdf-reader/flipped", test_flipped);
  g_test_add_func ("/import/pdf-reader/cancelled", test_cancelled);
  g_test_add_func ("/import/pdf-reader/attached", test_attached);
  g_test_add_data_func ("/import/pdf-reader/real/000", "000", test_real);
  g_test_add_data_func ("/import/pdf-reader/real/001", "001", test_real);
  g_test_add_data_func ("/import/pdf-reader/real/002", "002", test_real);
  g_test_add_data_func ("/import/pdf-reader/real/004", "004", test_real);
  g_test_add_data_func ("/import/pdf-reader/own/district", "lanjiang-district-2025.gouji", test_own);
  g_test_add_data_func ("/import/pdf-reader/own/bureau-2024", "yunxi-development-reform-2024.gouji", test_own);
  g_test_add_data_func ("/import/pdf-reader/own/bureau-2025", "yunxi-development-reform-2025.gouji", test_own);

  return g_test_run ();
}
