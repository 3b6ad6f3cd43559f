/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-export.h"

#include <glib/gstdio.h>
#include <math.h>
#include <poppler.h>
#include <string.h>

#include "gj-sample-report.h"

/* Whether poppler has these for its own names differs from version to version. */
typedef PopplerDocument Document;
typedef PopplerPage Page;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Document, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Page, g_object_unref)

static GBytes *
export (GjReport *report)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = gj_pdf_export_report (report, NULL, &error);

  g_assert_no_error (error);
  return bytes;
}

static PopplerDocument *
open_pdf (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  PopplerDocument *document = poppler_document_new_from_bytes (bytes, NULL, &error);

  g_assert_no_error (error);
  return document;
}

/* All text of the document, without blanks and line ends. */
static char *
read_text (PopplerDocument *document)
{
  GString *text = g_string_new (NULL);

  for (int i = 0; i < poppler_document_get_n_pages (document); i++)
    {
      g_autoptr (Page) page = poppler_document_get_page (document, i);
      g_autofree char *part = poppler_page_get_text (page);

      for (const char *p = part; *p != '\0'; p++)
        if (!g_ascii_isspace (*p))
          g_string_append_c (text, *p);
    }
  return g_string_free (text, FALSE);
}

static void
test_text (void)
{
  g_autoptr (GjReport) report = gj_sample_report_new ();
  g_autoptr (GBytes) bytes = export (report);
  g_autoptr (Document) document = open_pdf (bytes);
  g_autofree char *text = read_text (document);
  static const char *const expected[] = {
    "云溪市文化和旅游局2025年政府信息公开工作年度报告", "一、总体情况", "（二）依申请公开情况。全年收到政府信息公开申请49件",
    "本年制发件数", "行政事业性收费", "六、其他需要报告的事项", "2026年1月8日",
  };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    if (strstr (text, expected[i]) == NULL)
      g_error ("“%s” is not in: %s", expected[i], text);
}

/* The beginning of a text, without its blanks: a page may end further on. */
static char *
begin_of (const char *text)
{
  g_autoptr (GString) begin = g_string_new (NULL);

  for (const char *p = text; *p != '\0' && g_utf8_strlen (begin->str, -1) < 10; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      g_string_append_unichar (begin, g_utf8_get_char (p));
  return g_string_free (g_steal_pointer (&begin), FALSE);
}

static const char *
find_next (const char *from,
           const char *text)
{
  g_autofree char *begin = begin_of (text);
  const char *found = strstr (from, begin);

  if (found == NULL)
    g_error ("“%s” does not come behind: %.60s", begin, from);
  return found + strlen (begin);
}

/* Who has the pages read aloud hears them as they are read. */
static void
test_order (void)
{
  g_autoptr (GjReport) report = gj_sample_report_new ();
  g_autoptr (GBytes) bytes = export (report);
  g_autoptr (Document) document = open_pdf (bytes);
  g_autofree char *text = read_text (document);
  const char *at = find_next (text, gj_report_get_field (report, GJ_FIELD_TITLE));
  GjForm *form = gj_report_get_form (report);

  for (guint i = 0; i < gj_form_get_n_sections (form); i++)
    {
      GjNarrative *narrative = gj_report_get_narrative (report, i);

      at = find_next (at, gj_report_get_heading (report, i));
      for (guint j = 0; j < gj_narrative_get_n_blocks (narrative); j++)
        {
          const GjBlock *block = gj_narrative_get_block (narrative, j);

          if (gj_block_get_kind (block) == GJ_BLOCK_PARAGRAPH)
            at = find_next (at, gj_block_get_text (block));
        }
    }
  find_next (at, "2026年1月8日");
}

static void
test_page (void)
{
  g_autoptr (GjReport) report = gj_sample_report_new ();
  g_autoptr (GBytes) bytes = export (report);
  g_autoptr (Document) document = open_pdf (bytes);
  g_autoptr (GjFonts) fonts = gj_fonts_new (NULL);
  g_autoptr (GjPages) pages = gj_pages_new (report, fonts, NULL, NULL, NULL);
  g_autoptr (Page) page = poppler_document_get_page (document, 0);
  g_autofree char *label = NULL;
  double width, height;

  g_assert_cmpint (poppler_document_get_n_pages (document), ==, gj_pages_get_n_pages (pages));
  poppler_page_get_size (page, &width, &height);
  g_assert_cmpfloat (fabs (width - 210 * 72 / 25.4), <, 0.01);
  g_assert_cmpfloat (fabs (height - 297 * 72 / 25.4), <, 0.01);
  g_object_get (page, "label", &label, NULL);
  g_assert_cmpstr (label, ==, "1");
}

static void
test_fonts (void)
{
  g_autoptr (GjReport) report = gj_sample_report_new ();
  g_autoptr (GBytes) bytes = export (report);
  g_autoptr (Document) document = open_pdf (bytes);
  PopplerFontInfo *info = poppler_font_info_new (document);
  PopplerFontsIter *iter = NULL;
  guint n_fonts = 0;

  while (poppler_font_info_scan (info, 20, &iter))
    {
      if (iter == NULL)
        continue;
      do
        {
          g_assert_true (poppler_fonts_iter_is_embedded (iter));
          g_assert_true (poppler_fonts_iter_is_subset (iter));
          n_fonts++;
        }
      while (poppler_fonts_iter_next (iter));
      poppler_fonts_iter_free (iter);
    }
  g_assert_cmpuint (n_fonts, >=, 2);
  g_object_unref (info);
}

static void
test_metadata (void)
{
  g_autoptr (GjReport) report = gj_sample_report_new ();
  g_autoptr (GBytes) bytes = export (report);
  g_autoptr (Document) document = open_pdf (bytes);
  g_autofree char *title = poppler_document_get_title (document);
  g_autofree char *author = poppler_document_get_author (document);
  g_autofree char *creator = poppler_document_get_creator (document);
  g_autoptr (GDateTime) date = poppler_document_get_creation_date_time (document);
  g_autoptr (GTimeZone) zone = g_time_zone_new_offset (8 * 3600);
  g_autoptr (GDateTime) local = g_date_time_to_timezone (date, zone);
  g_autofree char *day = g_date_time_format (local, "%F");

  g_assert_cmpstr (title, ==, "云溪市文化和旅游局2025年政府信息公开工作年度报告");
  g_assert_cmpstr (author, ==, "云溪市文化和旅游局");
  g_assert_cmpstr (creator, ==, "Gouji");
  g_assert_cmpstr (day, ==, "2026-01-08");
}

static void
test_labels (void)
{
  g_autoptr (GjReport) report = gj_sample_report_new ();
  g_autoptr (GjFonts) fonts = gj_fonts_new (NULL);
  GjPaperOptions options = { .first_number = 5 };
  g_autoptr (GjPages) pages = gj_pages_new (report, fonts, &options, NULL, NULL);
  g_autoptr (GBytes) bytes = gj_pdf_export (pages, NULL, NULL, NULL);
  g_autoptr (Document) document = open_pdf (bytes);

  for (int i = 0; i < poppler_document_get_n_pages (document); i++)
    {
      g_autoptr (Page) page = poppler_document_get_page (document, i);
      g_autofree char *label = NULL;
      g_autofree char *expected = g_strdup_printf ("%d", i + 5);

      g_object_get (page, "label", &label, NULL);
      g_assert_cmpstr (label, ==, expected);
    }
}

/* Without a date of its own a report is dated the day by which it is due. */
static void
test_due_date (void)
{
  g_autoptr (GjReport) report = gj_sample_report_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (Document) document = NULL;
  g_autoptr (GDateTime) date = NULL;
  g_autoptr (GTimeZone) zone = g_time_zone_new_offset (8 * 3600);
  g_autoptr (GDateTime) local = NULL;
  g_autofree char *day = NULL;

  gj_report_init_field (report, GJ_FIELD_DATE, "二〇二六年一月");
  bytes = export (report);
  document = open_pdf (bytes);
  date = poppler_document_get_creation_date_time (document);
  local = g_date_time_to_timezone (date, zone);
  day = g_date_time_format (local, "%F");
  g_assert_cmpstr (day, ==, "2026-01-31");
}

static void
test_outline (void)
{
  g_autoptr (GjReport) report = gj_sample_report_new ();
  g_autoptr (GBytes) bytes = export (report);
  g_autoptr (Document) document = open_pdf (bytes);
  PopplerIndexIter *iter = poppler_index_iter_new (document);
  GString *titles = g_string_new (NULL);

  g_assert_nonnull (iter);
  do
    {
      PopplerAction *action = poppler_index_iter_get_action (iter);

      g_string_append_printf (titles, "%s|", action->any.title);
      poppler_action_free (action);
    }
  while (poppler_index_iter_next (iter));
  poppler_index_iter_free (iter);
  g_assert_cmpstr (titles->str, ==,
                   "一、总体情况|二、主动公开政府信息情况|三、收到和处理政府信息公开申请情况|"
                   "四、政府信息公开行政复议、行政诉讼情况|五、存在的主要问题及改进情况|六、其他需要报告的事项|");
  g_string_free (titles, TRUE);
}

static guint
count_elements (PopplerStructureElementIter *iter,
                PopplerStructureElementKind  kind)
{
  guint n = 0;

  do
    {
      PopplerStructureElement *element = poppler_structure_element_iter_get_element (iter);
      PopplerStructureElementIter *child = poppler_structure_element_iter_get_child (iter);

      n += poppler_structure_element_get_kind (element) == kind;
      if (child != NULL)
        {
          n += count_elements (child, kind);
          poppler_structure_element_iter_free (child);
        }
      g_object_unref (element);
    }
  while (poppler_structure_element_iter_next (iter));
  return n;
}

static void
test_tags (void)
{
  static const struct
  {
    PopplerStructureElementKind kind;
    guint                       least;
    guint                       most;
  } expected[] = {
    { POPPLER_STRUCTURE_ELEMENT_DOCUMENT, 1, 1 },
    { POPPLER_STRUCTURE_ELEMENT_HEADING_1, 1, 1 },
    { POPPLER_STRUCTURE_ELEMENT_HEADING_2, 6, 6 },
    { POPPLER_STRUCTURE_ELEMENT_PARAGRAPH, 16, 40 },
    { POPPLER_STRUCTURE_ELEMENT_TABLE, 3, 6 },
    { POPPLER_STRUCTURE_ELEMENT_TABLE_DATA, 200, 200 },
  };
  g_autoptr (GjReport) report = gj_sample_report_new ();
  g_autoptr (GBytes) bytes = export (report);
  g_autoptr (Document) document = open_pdf (bytes);

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      PopplerStructureElementIter *iter = poppler_structure_element_iter_new (document);
      guint n;

      g_assert_nonnull (iter);
      n = count_elements (iter, expected[i].kind);
      g_assert_cmpuint (n, >=, expected[i].least);
      g_assert_cmpuint (n, <=, expected[i].most);
      poppler_structure_element_iter_free (iter);
    }
}

static void
test_same_bytes (void)
{
  g_autoptr (GjReport) report = gj_sample_report_new ();
  g_autoptr (GBytes) first = export (report);
  g_autoptr (GBytes) second = NULL;

  g_usleep (1100000);
  second = export (report);
  g_assert_true (g_bytes_equal (first, second));
}

static void
test_size (void)
{
  g_autoptr (GjReport) report = gj_sample_report_new ();
  g_autoptr (GBytes) bytes = export (report);

  g_assert_cmpuint (g_bytes_get_size (bytes), <, 300000);
}

/* Many reports with the faces of one thread: each the same as alone. */
static void
test_many (void)
{
  g_autoptr (GjReport) report = gj_sample_report_new ();
  g_autoptr (GBytes) alone = export (report);
  g_autoptr (GjFonts) fonts = gj_fonts_new (NULL);

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (GBytes) bytes = gj_pdf_export_with_fonts (report, fonts, NULL, NULL);

      g_assert_true (g_bytes_equal (alone, bytes));
    }
}

static void
test_empty (void)
{
  g_autoptr (GjReport) report = gj_sample_report_new_empty ();
  g_autoptr (GBytes) bytes = export (report);
  g_autoptr (Document) document = open_pdf (bytes);

  g_assert_cmpint (poppler_document_get_n_pages (document), >=, 1);
}

static void
test_cancelled (void)
{
  g_autoptr (GjReport) report = gj_sample_report_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (gj_pdf_export_report (report, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* What another program finds wrong with the file. */
static void
test_qpdf (void)
{
  g_autofree char *program = g_find_program_in_path ("qpdf");
  g_autoptr (GjReport) report = gj_sample_report_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *path = NULL;
  g_autofree char *output = NULL;
  const char *arguments[] = { program, "--check", NULL, NULL };
  int status;
  int fd;

  if (program == NULL)
    {
      g_test_skip ("qpdf is not installed");
      return;
    }
  fd = g_file_open_tmp ("gouji-XXXXXX.pdf", &path, NULL);
  g_close (fd, NULL);
  bytes = export (report);
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL));
  arguments[2] = path;
  g_assert_true (g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL,
                               &output, NULL, &status, NULL));
  g_assert_cmpint (status, ==, 0);
  g_remove (path);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/export/pdf/text", test_text);
  g_test_add_func ("/export/pdf/order", test_order);
  g_test_add_func ("/export/pdf/page", test_page);
  g_test_add_func ("/export/pdf/fonts", test_fonts);
  g_test_add_func ("/export/pdf/metadata", test_metadata);
  g_test_add_func ("/export/pdf/labels", test_labels);
  g_test_add_func ("/export/pdf/due-date", test_due_date);
  g_test_add_func ("/export/pdf/outline", test_outline);
  g_test_add_func ("/export/pdf/tags", test_tags);
  g_test_add_func ("/export/pdf/same-bytes", test_same_bytes);
  g_test_add_func ("/export/pdf/size", test_size);
  g_test_add_func ("/export/pdf/many", test_many);
  g_test_add_func ("/export/pdf/empty", test_empty);
  g_test_add_func ("/export/pdf/cancelled", test_cancelled);
  g_test_add_func ("/export/pdf/qpdf", test_qpdf);
  return g_test_run ();
}
