/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-export.h"

#include <libxml/HTMLparser.h>
#include <libxml/xpath.h>
#include <string.h>

#include "gj-sample-report.h"

/* What a page for a site holds, and how. */

typedef xmlXPathContext XPathContext;
typedef xmlXPathObject XPathObject;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (XPathContext, xmlXPathFreeContext)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XPathObject, xmlXPathFreeObject)

static char *
export_text (GjReport *report)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = gj_html_export (report, NULL, &error);
  gsize size;
  const char *data;

  g_assert_no_error (error);
  data = g_bytes_get_data (bytes, &size);
  g_assert_true (g_utf8_validate_len (data, size, NULL));
  return g_strndup (data, size);
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
add_picture (GjReport *report)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("png", 3);
  g_autoptr (GjBlock) block = gj_block_new_picture (bytes, "image/png", 16, 12, "分布图");
  g_autoptr (GjNarrative) narrative = gj_narrative_new (&block, 1);

  gj_report_init_narrative (report, 0, narrative);
}

static XPathContext *
open_page (const char  *text,
           xmlDoc     **document)
{
  XPathContext *context;

  *document = htmlReadMemory (text, (int) strlen (text), NULL, "utf-8",
                              HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING);
  g_assert_nonnull (*document);
  context = xmlXPathNewContext (*document);
  g_assert_nonnull (context);
  return context;
}

static double
count (XPathContext *context,
       const char   *expression)
{
  g_autofree char *call = g_strdup_printf ("count(%s)", expression);
  g_autoptr (XPathObject) result = xmlXPathEvalExpression ((const xmlChar *) call, context);

  g_assert_nonnull (result);
  return result->floatval;
}

static char *
get_string (XPathContext *context,
            const char   *expression)
{
  g_autofree char *call = g_strdup_printf ("string(%s)", expression);
  g_autoptr (XPathObject) result = xmlXPathEvalExpression ((const xmlChar *) call, context);

  g_assert_nonnull (result);
  return g_strdup ((const char *) result->stringval);
}

/* Every name in a headers attribute is the id of a head; every id is there once. */
static void
check_ids (XPathContext *context)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (XPathObject) named = xmlXPathEvalExpression ((const xmlChar *) "//@id", context);
  g_autoptr (XPathObject) used = xmlXPathEvalExpression ((const xmlChar *) "//@headers", context);

  for (int i = 0; i < named->nodesetval->nodeNr; i++)
    g_assert_true (g_hash_table_add (ids, g_strdup ((const char *) named->nodesetval->nodeTab[i]->children->content)));
  g_assert_cmpint (used->nodesetval->nodeNr, >, 100);
  for (int i = 0; i < used->nodesetval->nodeNr; i++)
    {
      g_auto (GStrv) parts = g_strsplit ((const char *) used->nodesetval->nodeTab[i]->children->content, " ", -1);

      for (guint j = 0; parts[j] != NULL; j++)
        g_assert_true (g_hash_table_contains (ids, parts[j]));
    }
}

static void
test_structure (void)
{
  g_autoptr (GjReport) report = gj_sample_report_new ();
  g_autoptr (xmlDoc) document = NULL;
  g_autoptr (XPathContext) context = NULL;
  g_autofree char *text = NULL;
  g_autofree char *title = NULL;
  g_autofree char *article_title = NULL;
  g_autofree char *date = NULL;
  g_autofree char *heads = NULL;
  g_autofree char *head = NULL;

  add_picture (report);
  text = export_text (report);
  context = open_page (text, &document);
  g_assert_true (g_str_has_prefix (text, "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n"));
  g_assert_cmpfloat (count (context, "//h1"), ==, 1);
  g_assert_cmpfloat (count (context, "//h2"), ==, 6);
  g_assert_cmpfloat (count (context, "//table"), ==, 3);
  g_assert_cmpfloat (count (context, "//table/caption"), ==, 3);
  g_assert_cmpfloat (count (context, "//table/colgroup/col"), ==, 4 + 10 + 15);
  g_assert_cmpfloat (count (context, "//td[@headers]"), ==, 10 + 175 + 15);
  g_assert_cmpfloat (count (context, "//th[not(@scope) or not(@id)]"), ==, 0);
  g_assert_cmpfloat (count (context, "//thead"), ==, 2);
  g_assert_cmpfloat (count (context, "//figure/img"), ==, 1);
  check_ids (context);

  /* Nothing runs, nothing is loaded, nobody is named. */
  g_assert_cmpfloat (count (context, "//script | //link | //iframe | //object | //@onload | //@onclick | //@href"), ==, 0);
  g_assert_cmpfloat (count (context, "//@src[not(starts-with(., 'data:image/'))]"), ==, 0);
  g_assert_null (strstr (text, "url("));
  g_assert_null (strstr (text, "@import"));
  g_assert_null (strstr (text, "http"));
  g_assert_null (strstr (text, "generator"));

  title = get_string (context, "//title");
  article_title = get_string (context, "//meta[@name='ArticleTitle']/@content");
  date = get_string (context, "//meta[@name='PubDate']/@content");
  g_assert_cmpstr (title, ==, "云溪市文化和旅游局2025年政府信息公开工作年度报告");
  g_assert_cmpstr (article_title, ==, title);
  g_assert_cmpstr (date, ==, "2026-01-08");

  /* A cell of the second table and what it is headed by. */
  heads = get_string (context, "//section[@aria-labelledby='requests']//tbody/tr[5]/td[2]/@headers");
  g_assert_cmpstr (heads, ==, "requests-2 requests-4 requests-6 requests-27 requests-44 requests-45");
  head = get_string (context, "//th[@id='requests-44']");
  g_assert_cmpstr (head, ==, "（三）不予公开");
}

/* What a page may not hold is shown, wherever it stands. */
static void
test_forbidden_characters (void)
{
  g_autoptr (GjReport) report = gj_sample_report_new ();
  g_autofree char *text = NULL;

  set_text (report, "overview", "响铃\a，换页\f，删除\177，控制\302\201，非字符\357\277\277。");
  gj_report_init_field (report, GJ_FIELD_TITLE, "甲\a<乙>&\n丙");
  set_cell (report, "disclosure/rules/issued", "\b5\r\n6\r7");
  text = export_text (report);

  g_assert_nonnull (strstr (text, "响铃<span title=\"U+0007\">␇</span>，换页<span title=\"U+000C\">␌</span>，"
                            "删除<span title=\"U+007F\">␡</span>，控制<span title=\"U+0081\">\357\277\275</span>，"
                            "非字符<span title=\"U+FFFF\">\357\277\275</span>。"));
  g_assert_nonnull (strstr (text, "<title>甲␇&lt;乙&gt;&amp;丙</title>"));
  g_assert_nonnull (strstr (text, "<h1>甲<span title=\"U+0007\">␇</span>&lt;乙&gt;&amp;<br>丙</h1>"));
  g_assert_nonnull (strstr (text, "<span title=\"U+0008\">␈</span>5<br>6<br>7</td>"));
}

static void
test_bare_report (void)
{
  g_autoptr (GjReport) report = gj_sample_report_new_empty ();
  g_autoptr (xmlDoc) document = NULL;
  g_autoptr (XPathContext) context = NULL;
  g_autofree char *text = export_text (report);

  context = open_page (text, &document);
  g_assert_cmpfloat (count (context, "//h2"), ==, 6);
  g_assert_cmpfloat (count (context, "//table"), ==, 3);
  g_assert_cmpfloat (count (context, "//meta[@content='']"), ==, 0);
  g_assert_cmpfloat (count (context, "//time | //p[@class='signature']"), ==, 0);
}

static void
test_right_to_left (void)
{
  g_autoptr (GjReport) report = gj_sample_report_new ();
  g_autofree char *text = NULL;

  set_text (report, "overview", "ئۇچۇر|甲");
  text = export_text (report);
  g_assert_nonnull (strstr (text, "<p dir=\"auto\">ئۇچۇر</p>\n<p>甲</p>"));
}

/* In every column of every table a cell begins: as many columns as the widest row has. */
static void
check_columns (const char *text)
{
  g_auto (GStrv) tables = g_strsplit (text, "<table", -1);

  for (guint i = 1; tables[i] != NULL; i++)
    {
      g_auto (GStrv) columns = g_strsplit (tables[i], "<col ", -1);
      g_auto (GStrv) rows = g_strsplit (tables[i], "<tr>", -1);
      g_autofree gboolean *begins = g_new0 (gboolean, g_strv_length (columns) + 1);
      g_autofree guint *reach = g_new0 (guint, g_strv_length (columns) + 1);

      for (guint r = 1; rows[r] != NULL; r++)
        {
          g_auto (GStrv) cells = g_strsplit_set (rows[r], "<", -1);
          guint column = 0;

          for (guint c = 0; cells[c] != NULL; c++)
            {
              const char *span = strstr (cells[c], "colspan=\"");
              const char *deep = strstr (cells[c], "rowspan=\"");
              guint n = span != NULL ? (guint) g_ascii_strtoull (span + 9, NULL, 10) : 1;

              if (!g_str_has_prefix (cells[c], "td") && !g_str_has_prefix (cells[c], "th"))
                continue;
              while (reach[column] > r)
                column++;
              g_assert_cmpuint (column + n, <=, g_strv_length (columns) - 1);
              begins[column] = TRUE;
              for (guint k = 0; k < n; k++)
                reach[column + k] = r + (deep != NULL ? (guint) g_ascii_strtoull (deep + 9, NULL, 10) : 1);
              column += n;
            }
        }
      for (guint c = 0; c + 1 < g_strv_length (columns); c++)
        g_assert_true (begins[c]);
    }
}

static void
test_columns (void)
{
  for (guint i = 0; i < gj_form_catalogue_get_n_forms (); i++)
    {
      GjForm *form = gj_form_catalogue_get_form (i);
      g_autoptr (GjReport) report = gj_report_new_for_year (form, "云溪市文化和旅游局", gj_form_get_first_year (form));
      g_autofree char *text = export_text (report);

      check_columns (text);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/export/html-page/structure", test_structure);
  g_test_add_func ("/export/html-page/columns", test_columns);
  g_test_add_func ("/export/html-page/forbidden-characters", test_forbidden_characters);
  g_test_add_func ("/export/html-page/bare-report", test_bare_report);
  g_test_add_func ("/export/html-page/right-to-left", test_right_to_left);

  return g_test_run ();
}
