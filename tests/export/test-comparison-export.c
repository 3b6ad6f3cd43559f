/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-export.h"

#include <libxml/HTMLparser.h>
#include <poppler.h>
#include <string.h>

#include "gj-sample-report.h"

static const char *const old_words[] = {
  "（一）主动公开情况。全年主动公开信息196条，制定政策解读材料管理办法，明确解读责任。组织培训2次。",
  "（二）依申请公开情况。全年收到申请41件，均按时答复，没有逾期的申请，也没有收取费用。",
  "（三）监督保障情况。局务会每季度研究一次公开工作，办公室设专人负责，纳入年度考核。",
  NULL
};
static const char *const new_words[] = {
  "（三）监督保障情况。局务会每季度研究一次公开工作，办公室设专人负责，纳入年度考核。",
  "（一）主动公开情况。全年主动公开信息223条。组织培训3次，并对12个镇街开展现场指导。",
  "（二）依申请公开情况。全年收到申请41件，均按时答复，没有逾期的申请，也没有收取费用。",
  "（四）新增的一段，说明数据共享的做法 <a&b>。",
  NULL
};

typedef struct
{
  GjReport *old_report;
  GjReport *new_report;
} Pair;

static void
set_year (GjReport *report,
          int       year)
{
  g_autofree char *number = g_strdup_printf ("%d", year);
  g_autofree char *date = g_strdup_printf ("%d-01-20", year + 1);

  gj_report_init_field (report, GJ_FIELD_YEAR, number);
  gj_report_init_field (report, GJ_FIELD_DATE, date);
}

static void
pair_init (Pair *pair,
           int   old_year,
           int   new_year)
{
  GjForm *form;

  pair->old_report = gj_sample_report_new ();
  pair->new_report = gj_sample_report_new ();
  set_year (pair->old_report, old_year);
  set_year (pair->new_report, new_year);
  gj_sample_report_set_text (pair->old_report, "overview", old_words);
  gj_sample_report_set_text (pair->new_report, "overview", new_words);
  form = gj_report_get_form (pair->new_report);
  gj_report_init_cell (pair->old_report, gj_form_find_cell (form, "requests/received/total"), "41");
  gj_report_init_cell (pair->new_report, gj_form_find_cell (form, "requests/received/total"), "5309");
}

static void
pair_clear (Pair *pair)
{
  g_clear_object (&pair->old_report);
  g_clear_object (&pair->new_report);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Pair, pair_clear)

static GBytes *
export_pair (const Pair *pair,
             const char *suffix)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = gj_comparison_export (pair->old_report, "旧报告.docx", pair->new_report, "新报告.docx", suffix, NULL,
                                        &error);

  g_assert_no_error (error);
  return bytes;
}

static char *
dup_words (PopplerDocument *document)
{
  GString *words = g_string_new (NULL);

  for (int i = 0; i < poppler_document_get_n_pages (document); i++)
    {
      PopplerPage *page = poppler_document_get_page (document, i);
      g_autofree char *text = poppler_page_get_text (page);

      g_string_append (words, text);
      g_object_unref (page);
    }
  g_strdelimit (words->str, "\n", ' ');
  return g_string_free (words, FALSE);
}

static PopplerDocument *
open_pdf (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  PopplerDocument *document = poppler_document_new_from_bytes (bytes, NULL, &error);

  g_assert_no_error (error);
  return document;
}

/* Pages across, numbered, and nothing of today in them. */
static void
test_pdf (void)
{
  g_auto (Pair) pair = { NULL };
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) again = NULL;
  PopplerDocument *document;
  int n;

  pair_init (&pair, 2024, 2025);
  bytes = export_pair (&pair, "pdf");
  again = export_pair (&pair, "pdf");
  g_assert_true (g_bytes_equal (bytes, again));

  document = open_pdf (bytes);
  n = poppler_document_get_n_pages (document);
  g_assert_cmpint (n, >, 2);
  for (int i = 0; i < n; i++)
    {
      PopplerPage *page = poppler_document_get_page (document, i);
      g_autofree char *text = poppler_page_get_text (page);
      g_autofree char *number = g_strdup_printf ("第%d页", i + 1);
      g_autofree char *of = g_strdup_printf ("共%d页", n);
      double width;
      double height;

      poppler_page_get_size (page, &width, &height);
      g_assert_cmpfloat (width, >, height);
      g_assert_nonnull (strstr (text, number));
      g_assert_nonnull (strstr (text, of));
      g_object_unref (page);
    }
  g_object_unref (document);
}

/* The old side is read before the new one, and the relation that is broken is told. */
static void
test_pdf_words (void)
{
  g_auto (Pair) pair = { NULL };
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *words = NULL;
  PopplerDocument *document;
  const char *old_side;

  pair_init (&pair, 2024, 2025);
  bytes = export_pair (&pair, "pdf");
  document = open_pdf (bytes);
  words = dup_words (document);
  g_object_unref (document);

  g_assert_nonnull (strstr (words, "两年对比"));
  g_assert_nonnull (strstr (words, "旧报告.docx"));
  g_assert_nonnull (strstr (words, "5309"));
  g_assert_nonnull (strstr (words, "+5268"));
  g_assert_nonnull (strstr (words, "变动大"));
  g_assert_nonnull (strstr (words, "←移自第3段"));
  old_side = strstr (words, "公开信息196条");
  g_assert_nonnull (old_side);
  g_assert_nonnull (strstr (old_side, "公开信息223条"));
}

static void
append_figures (PopplerStructureElementIter *iter,
                GPtrArray                   *words)
{
  do
    {
      PopplerStructureElement *element = poppler_structure_element_iter_get_element (iter);
      PopplerStructureElementIter *child = poppler_structure_element_iter_get_child (iter);

      if (poppler_structure_element_get_kind (element) == POPPLER_STRUCTURE_ELEMENT_FIGURE)
        g_ptr_array_add (words, poppler_structure_element_get_alt_text (element));
      if (child != NULL)
        append_figures (child, words);
      g_clear_pointer (&child, poppler_structure_element_iter_free);
      g_object_unref (element);
    }
  while (poppler_structure_element_iter_next (iter));
}

/* The chart is told in words, in Chinese wherever the file is made. */
static void
test_pdf_figure (void)
{
  g_auto (Pair) pair = { NULL };
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  PopplerDocument *document;
  PopplerStructureElementIter *iter;

  pair_init (&pair, 2024, 2025);
  bytes = export_pair (&pair, "pdf");
  document = open_pdf (bytes);
  iter = poppler_structure_element_iter_new (document);
  g_assert_nonnull (iter);
  append_figures (iter, words);
  poppler_structure_element_iter_free (iter);
  g_object_unref (document);

  g_assert_cmpuint (words->len, ==, 1);
  g_assert_nonnull (words->pdata[0]);
  g_assert_nonnull (strstr (words->pdata[0], "本年新收"));
  g_assert_nonnull (strstr (words->pdata[0], "41"));
  g_assert_nonnull (strstr (words->pdata[0], "5309"));
  for (const char *p = words->pdata[0]; *p != '\0'; p++)
    g_assert_false (g_ascii_isalpha (*p));
}

/* Years that moved on with the report are read on both sides, unmarked; the number beside
 * them is marked. */
static void
test_moved_years (void)
{
  static const char *const old_years[] = { "2024年，我局认真贯彻条例。", "2024年收到申请41件。", NULL };
  static const char *const new_years[] = { "2025年，我局认真贯彻条例。", "2025年收到申请55件。", NULL };
  g_auto (Pair) pair = { NULL };
  g_autoptr (GBytes) bytes = NULL;
  const char *page;

  pair_init (&pair, 2024, 2025);
  gj_sample_report_set_text (pair.old_report, "overview", old_years);
  gj_sample_report_set_text (pair.new_report, "overview", new_years);
  bytes = export_pair (&pair, "html");
  page = g_bytes_get_data (bytes, NULL);
  g_assert_nonnull (strstr (page, "仅年份顺延"));
  g_assert_nonnull (strstr (page, "2024年，我局认真贯彻条例。"));
  g_assert_nonnull (strstr (page, "2025年，我局认真贯彻条例。"));
  g_assert_nonnull (strstr (page, "2025年收到申请"));
  g_assert_null (strstr (page, "2025年收到申请55件"));
}

/* A row of a comparison is as long as it needs to be, over pages when it must. */
static void
test_long (void)
{
  g_auto (Pair) pair = { NULL };
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;
  PopplerDocument *document;

  for (guint i = 0; i < 400; i++)
    g_string_append_printf (words, "第%u句话说明公开工作的做法。", i);
  pair_init (&pair, 2024, 2025);
  gj_sample_report_set_text (pair.new_report, "overview", (const char *const[]) { words->str, NULL });
  bytes = export_pair (&pair, "pdf");
  document = open_pdf (bytes);
  text = dup_words (document);
  g_object_unref (document);
  g_assert_nonnull (strstr (text, "第0句"));
  g_assert_nonnull (strstr (text, "第399句"));
  g_assert_nonnull (strstr (text, "（续）"));
}

/* Two versions: what was changed comes first, and no likeness is reproached. */
static void
test_versions (void)
{
  g_auto (Pair) pair = { NULL };
  g_autoptr (GBytes) bytes = NULL;
  const char *page;

  pair_init (&pair, 2025, 2025);
  bytes = export_pair (&pair, "html");
  page = g_bytes_get_data (bytes, NULL);
  g_assert_nonnull (strstr (page, "版本对比"));
  g_assert_nonnull (strstr (page, "对比结果：两稿不一致"));
  g_assert_null (strstr (page, "与上年"));
  g_assert_null (strstr (page, "逐字相同"));
}

static void
test_same (void)
{
  g_auto (Pair) pair = { NULL };
  g_autoptr (GBytes) bytes = NULL;

  pair_init (&pair, 2025, 2025);
  bytes = gj_comparison_export (pair.old_report, "a", pair.old_report, "b", "html", NULL, NULL);
  g_assert_nonnull (strstr (g_bytes_get_data (bytes, NULL), "对比结果：两稿一致"));
  g_assert_null (strstr (g_bytes_get_data (bytes, NULL), "<del"));
}

/* HTML */

static gboolean
has_class (xmlNode    *node,
           const char *name)
{
  xmlChar *value = xmlGetProp (node, BAD_CAST "class");
  gboolean has = value != NULL && strstr ((const char *) value, name) != NULL;

  xmlFree (value);
  return has;
}

static void
append_content (xmlNode *node,
                GString *out)
{
  for (xmlNode *child = node->children; child != NULL; child = child->next)
    {
      if (child->type == XML_TEXT_NODE)
        g_string_append (out, (const char *) child->content);
      else if (child->type == XML_ELEMENT_NODE && !has_class (child, "note"))
        append_content (child, out);
    }
}

/* The paragraphs of one side, which stand in p.text of its column. */
static void
list_side (xmlNode   *node,
           guint      column,
           GPtrArray *out)
{
  for (xmlNode *child = node->children; child != NULL; child = child->next)
    {
      if (child->type != XML_ELEMENT_NODE)
        continue;
      if (g_str_equal (child->name, "p") && has_class (child, "text"))
        {
          guint at = 0;

          for (xmlNode *cell = node->prev; cell != NULL; cell = cell->prev)
            at += cell->type == XML_ELEMENT_NODE;
          if (at == column)
            {
              GString *text = g_string_new (NULL);

              append_content (child, text);
              g_ptr_array_add (out, g_string_free (text, FALSE));
            }
        }
      list_side (child, column, out);
    }
}

static void
assert_has_all (GPtrArray         *found,
                const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    g_assert_true (g_ptr_array_find_with_equal_func (found, words[i], g_str_equal, NULL));
}

static gboolean
has_element (xmlNode    *node,
             const char *name)
{
  for (xmlNode *child = node; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE && (g_str_equal (child->name, name) || has_element (child->children, name)))
      return TRUE;
  return FALSE;
}

/* With all that is removed the old text, with all that is added the new one. */
static void
test_html (void)
{
  g_auto (Pair) pair = { NULL };
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) again = NULL;
  g_autoptr (GPtrArray) old_side = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) new_side = g_ptr_array_new_with_free_func (g_free);
  htmlDocPtr document;
  gsize size;
  const char *page;

  pair_init (&pair, 2024, 2025);
  bytes = export_pair (&pair, "html");
  again = export_pair (&pair, "html");
  g_assert_true (g_bytes_equal (bytes, again));
  page = g_bytes_get_data (bytes, &size);
  g_assert_null (strstr (page, "<script"));
  g_assert_null (strstr (page, "http://"));
  document = htmlReadMemory (page, (int) size, NULL, "UTF-8", HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET);
  g_assert_nonnull (document);
  g_assert_true (has_element (document->children, "del"));
  g_assert_true (has_element (document->children, "ins"));
  g_assert_true (has_element (document->children, "svg"));
  list_side (xmlDocGetRootElement (document), 0, old_side);
  list_side (xmlDocGetRootElement (document), 1, new_side);
  assert_has_all (old_side, old_words);
  assert_has_all (new_side, new_words);
  xmlFreeDoc (document);
}

/* What stands in one stands in the other. */
static void
test_same_words (void)
{
  g_auto (Pair) pair = { NULL };
  g_autoptr (GjDossier) dossier = NULL;
  g_autoptr (GBytes) bytes = NULL;

  pair_init (&pair, 2024, 2025);
  dossier = gj_dossier_new (pair.old_report, "旧报告.docx", pair.new_report, "新报告.docx");
  bytes = export_pair (&pair, "html");
  for (guint i = 0; i < gj_dossier_get_n_entries (dossier); i++)
    {
      const GjDossierEntry *entry = gj_dossier_get_entry (dossier, i);

      if (entry->kind == GJ_ENTRY_HEADING || entry->kind == GJ_ENTRY_SUBHEADING)
        g_assert_nonnull (strstr (g_bytes_get_data (bytes, NULL), entry->text));
    }
}

/* Several years, with one missing. */
static void
test_trend (void)
{
  static const char *const names[] = { "甲.docx", "乙.docx", "丙.docx" };
  static const char *const suffixes[] = { "pdf", "html" };
  GjReport *reports[3];

  for (guint i = 0; i < 3; i++)
    {
      reports[i] = gj_sample_report_new ();
      set_year (reports[i], i < 2 ? 2021 + (int) i : 2024);
    }
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = gj_trend_export (reports, names, 3, GJ_TREND_DEFAULT, suffixes[i], NULL, &error);
      g_autofree char *words = NULL;

      g_assert_no_error (error);
      if (i == 0)
        {
          PopplerDocument *document = open_pdf (bytes);

          words = dup_words (document);
          g_object_unref (document);
        }
      g_assert_nonnull (strstr (i == 0 ? words : g_bytes_get_data (bytes, NULL), "缺这一年的报告"));
      g_assert_nonnull (strstr (i == 0 ? words : g_bytes_get_data (bytes, NULL), "丙.docx"));
    }
  for (guint i = 0; i < 3; i++)
    g_object_unref (reports[i]);
}

static void
test_refusal (void)
{
  g_auto (Pair) pair = { NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  pair_init (&pair, 2024, 2025);
  g_assert_null (gj_comparison_export (pair.old_report, "a", pair.new_report, "b", "docx", NULL, &error));
  g_assert_error (error, GJ_EXPORT_ERROR, GJ_EXPORT_ERROR_FAILED);
  g_clear_error (&error);
  g_cancellable_cancel (cancellable);
  g_assert_null (gj_comparison_export (pair.old_report, "a", pair.new_report, "b", "pdf", cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_true (gj_comparison_export_can ("PDF"));
  g_assert_false (gj_comparison_export_can ("gouji"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export/comparison/pdf", test_pdf);
  g_test_add_func ("/export/comparison/pdf-words", test_pdf_words);
  g_test_add_func ("/export/comparison/pdf-figure", test_pdf_figure);
  g_test_add_func ("/export/comparison/moved-years", test_moved_years);
  g_test_add_func ("/export/comparison/long", test_long);
  g_test_add_func ("/export/comparison/versions", test_versions);
  g_test_add_func ("/export/comparison/same", test_same);
  g_test_add_func ("/export/comparison/html", test_html);
  g_test_add_func ("/export/comparison/same-words", test_same_words);
  g_test_add_func ("/export/comparison/trend", test_trend);
  g_test_add_func ("/export/comparison/refusal", test_refusal);
  return g_test_run ();
}
