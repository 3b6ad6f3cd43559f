/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-export.h"
#include "gj-import.h"

#include <string.h>

#include "gj-report-diff.h"
#include "gj-sample-report.h"

/* Pages for a site give the report back. */

static GBytes *
export (GjReport *report)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = gj_html_export (report, NULL, &error);

  g_assert_no_error (error);
  return bytes;
}

static GjReport *
read_back (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  GjReport *report = gj_import_bytes (bytes, "report.html", NULL, &error);

  g_assert_no_error (error);
  return report;
}

static void
set_cell (GjReport   *report,
          const char *id,
          const char *text)
{
  guint cell = gj_form_find_cell (gj_report_get_form (report), id);

  g_assert_cmpuint (cell, !=, GJ_NONE);
  gj_report_init_cell (report, cell, text);
}

static void
set_text (GjReport   *report,
          const char *section,
          const char *text)
{
  g_auto (GStrv) paragraphs = g_strsplit (text, "|", -1);

  gj_sample_report_set_text (report, section, (const char *const *) paragraphs);
}

static void
set_heading (GjReport   *report,
             const char *section,
             const char *heading)
{
  gj_report_init_heading (report, gj_form_find_section (gj_report_get_form (report), section), heading);
}

/* Reports that make trouble; each is the sample with one thing changed. */

static void
change_nothing (GjReport *report)
{
}

static void
make_cells_odd (GjReport *report)
{
  static const struct { const char *cell; const char *text; } odd[] = {
    { "disclosure/rules/issued", "" },
    { "disclosure/rules/repealed", "/" },
    { "disclosure/rules/in-force", "-" },
    { "disclosure/normative-documents/issued", "无" },
    { "disclosure/licences/decisions", "123456789012345" },
    { "disclosure/penalties/decisions", "1234567890123456789" },
    { "disclosure/coercion/decisions", "１２" },
    { "disclosure/fees/amount", "134.8万元" },
    { "requests/received/natural-person", "1,234" },
    { "requests/received/enterprise", "" },
    { "requests/received/research", "3（含上年1件）" },
    { "requests/received/total", "<b>&amp;\"'" },
    { "requests/carried-in/total", "00012" },
    { "requests/granted/total", "0.50" },
    { "cases/review/upheld", "-3" },
    { "cases/suit-after-review/total", "1 2" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (odd); i++)
    set_cell (report, odd[i].cell, odd[i].text);
}

static void
make_cells_blank (GjReport *report)
{
  gj_sample_report_fill_cells (report, "");
}

static void
make_cells_strokes (GjReport *report)
{
  gj_sample_report_fill_cells (report, "/");
}

static void
make_cells_long (GjReport *report)
{
  gj_sample_report_fill_cells (report, "123456789012345");
}

static void
leave_rows_out (GjReport *report)
{
  GjForm *form = gj_report_get_form (report);

  for (guint i = 0; i < gj_form_get_n_cells (form); i++)
    {
      const char *id = gj_form_get_cell (form, i)->id;

      if (g_str_has_prefix (id, "requests/denied-security/") || g_str_has_prefix (id, "requests/rejected-repeat/") ||
          g_str_has_prefix (id, "disclosure/coercion/"))
        gj_report_init_cell (report, i, NULL);
    }
}

static void
use_old_row (GjReport *report)
{
  GjForm *form = gj_report_get_form (report);

  gj_report_init_variant (report, "old-row");
  for (guint i = 0; i < gj_form_get_n_cells (form); i++)
    {
      const char *id = gj_form_get_cell (form, i)->id;

      if (g_str_has_prefix (id, "requests/other-unpaid/") || g_str_has_prefix (id, "requests/other-not-corrected/"))
        gj_report_init_cell (report, i, NULL);
    }
}

static void
break_title (GjReport *report)
{
  gj_report_init_field (report, GJ_FIELD_TITLE, "云溪市文化和旅游局\n关于2025年\n政府信息公开工作年度报告");
  gj_report_init_field (report, GJ_FIELD_DOCUMENT_NUMBER, "云文旅〔2026〕3号");
}

static void
use_long_name (GjReport *report)
{
  gj_report_init_field (report, GJ_FIELD_BODY, "云溪市/澜江区行政审批服务局");
  gj_report_init_field (report, GJ_FIELD_TITLE, "云溪市/澜江区行政审批服务局2025年政府信息公开工作年度报告");
  gj_report_init_field (report, GJ_FIELD_SIGNATURE, "云溪市/澜江区行政审批服务局");
}

static void
empty_sections (GjReport *report)
{
  static const char *const sections[] = {
    "preface", "overview", "disclosure", "requests", "cases", "problems", "others",
  };

  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    gj_sample_report_set_text (report, sections[i], (const char *const[]) { NULL });
}

static void
use_markup (GjReport *report)
{
  set_text (report, "overview",
            "<script>alert(1)</script>&amp;<!-- 注 --> a<b>c</b> ]]> &#x4e00; \"引\" '号'。|<table><tr><td>1</table>全年公开信息三百条。");
  set_text (report, "problems", "甲&乙<丙>丁，问题不少。|-->");
}

static void
use_blanks (GjReport *report)
{
  set_text (report, "overview",
            "　　2025年，工作有序。|\t缩进一格\t再缩进。|两个  空格，三个   空格。|末尾有空格。 |\302\240不换行\302\240空格。\302\240|甲 乙。");
}

static void
begin_like_headings (GjReport *report)
{
  set_text (report, "overview", "一、健全制度。全年制定制度三项。|二、加强培训。全年培训四次。|三、其他。|1.公开内容。|（一）主动公开。");
  set_text (report, "problems", "一、存在的问题。解读形式不够丰富。|二、改进情况。丰富解读形式。");
}

static void
repeat_headings (GjReport *report)
{
  set_text (report, "overview", "本年度工作有序推进。|二、主动公开政府信息情况|全年公开信息三百条。");
}

static void
change_headings (GjReport *report)
{
  set_heading (report, "overview", "一、概述");
  set_heading (report, "problems", "五、存在的问题及改进情况");
}

static void
write_before_tables (GjReport *report)
{
  GjBlock *blocks[] = {
    gj_block_new_paragraph ("本年度收到申请49件，具体如下。"),
    gj_block_new_table (),
    gj_block_new_paragraph ("以上数据含上年结转。"),
  };
  g_autoptr (GjNarrative) narrative = gj_narrative_new (blocks, G_N_ELEMENTS (blocks));

  gj_report_init_narrative (report, gj_form_find_section (gj_report_get_form (report), "requests"), narrative);
  for (guint i = 0; i < G_N_ELEMENTS (blocks); i++)
    gj_block_unref (blocks[i]);
}

static GBytes *
make_picture (void)
{
  static const guint8 png[] = {
    0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R', 0, 0, 0, 16, 0,
    0, 0, 12, 8, 0, 0, 0, 0, 0x1c, 0x4f, 0x1d, 0x06, 0, 0, 0, 17, 'I', 'D', 'A', 'T', 0x78, 0x9c,
    0x63, 0x60, 0x18, 0x05, 0xa3, 0x60, 0x14, 0x0c, 0x77, 0, 0, 3, 0x0c, 0, 1, 0, 0, 0, 0, 0, 0, 0,
    0, 'I', 'E', 'N', 'D', 0xae, 0x42, 0x60, 0x82,
  };

  return g_bytes_new_static (png, sizeof png);
}

static void
add_pictures (GjReport *report)
{
  g_autoptr (GBytes) bytes = make_picture ();
  GjBlock *blocks[] = {
    gj_block_new_paragraph ("全年公开信息如图。"),
    gj_block_new_picture (bytes, "image/png", 16, 12, "公开信息\"分布\"图"),
    gj_block_new_picture (bytes, "image/png", 16, 12, NULL),
    gj_block_new_paragraph ("图后还有一段文字。"),
  };
  g_autoptr (GjNarrative) narrative = gj_narrative_new (blocks, G_N_ELEMENTS (blocks));

  gj_report_init_narrative (report, 0, narrative);
  for (guint i = 0; i < G_N_ELEMENTS (blocks); i++)
    gj_block_unref (blocks[i]);
}

static void
use_other_scripts (GjReport *report)
{
  set_text (report, "overview",
            "公开网站有维吾尔文版：ئۇچۇر ئاشكارىلاش。|ئۇچۇر ئاشكارىلاش خىزمىتى。|生僻字：𠮷田、𬍛、堃、喆、镕。|表情😀和组合字符é̂。");
}

static void
write_much (GjReport *report)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < 4000; i++)
    g_string_append (text, i % 3 == 2 ? "全年公开政府信息事。" : "全年公开政府信息事，");
  set_text (report, "overview", text->str);
}

static void
sign_otherwise (GjReport *report)
{
  gj_report_init_field (report, GJ_FIELD_SIGNATURE, "云溪市文化和旅游局\n云溪市文化和旅游局办公室");
}

static void
sign_nothing (GjReport *report)
{
  gj_report_init_field (report, GJ_FIELD_SIGNATURE, "");
  gj_report_init_field (report, GJ_FIELD_DATE, "");
}

typedef struct
{
  const char *name;
  void      (*change)(GjReport *report);
  const char *notes;
} Case;

static const Case cases[] = {
  { "plain", change_nothing, "" },
  { "odd-cells", make_cells_odd, "" },
  { "blank-cells", make_cells_blank, "" },
  { "stroke-cells", make_cells_strokes, "" },
  { "long-cells", make_cells_long, "" },
  { "rows-left-out", leave_rows_out, NULL },
  { "old-row", use_old_row, "old-row@requests/other-else" },
  { "title-of-three-lines", break_title, "" },
  { "slash-in-name", use_long_name, "" },
  { "empty-sections", empty_sections, "" },
  { "markup", use_markup, "" },
  { "blanks", use_blanks, "" },
  { "like-headings", begin_like_headings, "" },
  { "repeated-heading", repeat_headings, NULL },
  { "other-headings", change_headings, "" },
  { "text-around-table", write_before_tables, "" },
  { "pictures", add_pictures, "" },
  { "other-scripts", use_other_scripts, "" },
  { "40000-characters", write_much, "" },
  { "signature-of-two-lines", sign_otherwise, "" },
  { "no-signature", sign_nothing, "" },
};

static void
test_round_trip (gconstpointer data)
{
  const Case *self = data;
  g_autoptr (GjReport) report = gj_sample_report_new ();
  g_autoptr (GBytes) page = NULL;
  g_autoptr (GjReport) again = NULL;
  g_autofree char *diff = NULL;
  g_autofree char *notes = NULL;

  self->change (report);
  page = export (report);
  again = read_back (page);
  diff = gj_report_diff (report, again);
  g_assert_cmpstr (diff, ==, "");
  notes = gj_report_list_notes (again);
  if (self->notes != NULL)
    g_assert_cmpstr (notes, ==, self->notes);
}

/* Every form, with another number in every cell. */
static void
test_forms (void)
{
  for (guint f = 0; f < gj_form_catalogue_get_n_forms (); f++)
    {
      GjForm *form = gj_form_catalogue_get_form (f);
      g_autoptr (GjReport) report = gj_report_new_for_year (form, "云溪市文化和旅游局", gj_form_get_first_year (form));
      g_autoptr (GBytes) page = NULL;
      g_autoptr (GjReport) again = NULL;
      g_autofree char *diff = NULL;
      g_autofree char *notes = NULL;

      for (guint i = 0; i < gj_form_get_n_cells (form); i++)
        {
          g_autofree char *text = g_strdup_printf ("%u", 1000 + i);

          gj_report_init_cell (report, i, text);
        }
      set_text (report, "overview", "全年工作有序，公开信息三百条。");
      page = export (report);
      again = read_back (page);
      diff = gj_report_diff (report, again);
      g_assert_cmpstr (diff, ==, "");
      notes = gj_report_list_notes (again);
      g_assert_cmpstr (notes, ==, "");
    }
}

/* Whole files: the samples, and the real reports where they are. */

static GjReport *
load (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  GjReport *report;
  char *data;
  gsize length;

  g_assert_true (g_file_get_contents (path, &data, &length, NULL));
  bytes = g_bytes_new_take (data, length);
  if (gj_import_sniff (bytes) == GJ_IMPORT_KIND_GOUJI)
    report = gj_store_read (bytes, &error);
  else
    report = gj_import_bytes (bytes, path, NULL, &error);
  g_assert_no_error (error);
  return report;
}

/* Only what is wrong with the report itself may be noted. */
static void
test_file (gconstpointer data)
{
  g_autoptr (GjReport) report = load (data);
  g_autoptr (GBytes) page = export (report);
  g_autoptr (GBytes) same = export (report);
  g_autoptr (GjReport) again = read_back (page);
  g_autofree char *diff = gj_report_diff (report, again);
  g_autofree char *before = gj_report_list_notes (report);
  g_autofree char *after = gj_report_list_notes (again);
  g_auto (GStrv) notes = g_strsplit (after, " ", -1);

  g_assert_true (g_bytes_equal (page, same));
  g_assert_cmpstr (diff, ==, "");
  for (guint i = 0; notes[i] != NULL; i++)
    if (strstr (before, notes[i]) == NULL)
      g_error ("%s: %s", (const char *) data, notes[i]);
}

static void
add_folder (const char *root,
            const char *folder,
            const char *suffix)
{
  g_autofree char *path = g_build_filename (root, folder, NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *test_path = g_strconcat ("/export/html/file/", name, NULL);

      if (g_str_has_suffix (name, suffix))
        g_test_add_data_func_full (test_path, g_build_filename (path, name, NULL), test_file, g_free);
    }
}

int
main (int    argc,
      char **argv)
{
  const char *root;

  g_test_init (&argc, &argv, NULL);

  root = g_getenv ("GJ_SOURCE_ROOT");
  g_assert_nonnull (root);
  g_test_add_func ("/export/html/forms", test_forms);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/export/html/round-trip/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_round_trip);
    }
  add_folder (root, "data/samples", ".gouji");
  add_folder (root, "../shared/reports/text", ".txt");
  add_folder (root, "../shared/reports/html", ".html");

  return g_test_run ();
}
