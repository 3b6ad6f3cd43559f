/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reports that nobody should write, on paper: nothing stands outside the type area, nothing
 * on top of something else, and nothing is lost. */

#include "config.h"

#include "gj-export.h"

#include <math.h>
#include <string.h>
#include <time.h>

#include "gj-sample-report.h"
#include "gj-sheet.h"

typedef PopplerDocument Document;
typedef PopplerPage Page;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Document, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Page, g_object_unref)

/* In mm. */
#define LEFT 28.0
#define TOP 37.0
#define RIGHT 184.0
#define BOTTOM 262.0
#define TOLERANCE 1.0

/* In s of the processor, for 40,000 characters; ten times what it takes. */
#define TIME_MAX 0.5

static char *
repeat (const char *part,
        guint       n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (text, part);
  return g_string_free (text, FALSE);
}

/* What is read back */

static void
count_characters (GHashTable *counts,
                  const char *text,
                  int         step)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gpointer key = GUINT_TO_POINTER (g_utf8_get_char (p));

      if (!g_unichar_isspace (g_utf8_get_char (p)))
        g_hash_table_insert (counts, key, GINT_TO_POINTER (GPOINTER_TO_INT (g_hash_table_lookup (counts, key)) + step));
    }
}

/* Whether two characters stand on top of one another: half of the smaller one is covered. */
static gboolean
do_overlap (const GjSheetChar *a,
            const GjSheetChar *b)
{
  double width = MIN (a->right, b->right) - MAX (a->left, b->left);
  double height = MIN (a->bottom, b->bottom) - MAX (a->top, b->top);

  return width > 0.5 * MIN (a->right - a->left, b->right - b->left) && width > 0.3 &&
         height > 0.5 * MIN (a->bottom - a->top, b->bottom - b->top);
}

/* Other scripts may well stand under and over one another. */
static gboolean
is_plain (const GjSheetChar *found)
{
  return g_ascii_isdigit (found->character) || (found->character >= 0x3000 && found->character <= 0x9fff);
}

static void
check_overlaps (GjSheet *sheet)
{
  GArray *chars = gj_sheet_get_chars (sheet);

  for (guint i = 0; i < chars->len; i++)
    {
      const GjSheetChar *found = &g_array_index (chars, GjSheetChar, i);

      for (guint j = i + 1; is_plain (found) && j < chars->len; j++)
        {
          const GjSheetChar *other = &g_array_index (chars, GjSheetChar, j);

          if (is_plain (other) && do_overlap (found, other))
            g_error ("U+%04X stands on U+%04X at (%.1f, %.1f)", found->character, other->character, found->left,
                     found->top);
        }
    }
}

static void
check_sheet (GjSheet *sheet,
             guint    number)
{
  GjInk ink = gj_sheet_find_ink (sheet, 0, 0, 210, BOTTOM + 4);
  GjInk rest = gj_sheet_find_ink (sheet, 0, 275, 210, 297);

  if (ink.right > ink.left &&
      (ink.left < LEFT - TOLERANCE || ink.right > RIGHT + TOLERANCE || ink.top < TOP - TOLERANCE ||
       ink.bottom > BOTTOM + TOLERANCE))
    g_error ("Sheet %u: ink from (%.1f, %.1f) to (%.1f, %.1f)", number, ink.left, ink.top, ink.right, ink.bottom);
  g_assert_cmpfloat (rest.right, <, rest.left);
  check_overlaps (sheet);
}

static void
check_paper (GjReport   *report,
             const char *wanted)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = gj_pdf_export_report (report, NULL, &error);
  g_autoptr (Document) document = NULL;
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer key, value;

  g_assert_no_error (error);
  document = poppler_document_new_from_bytes (pdf, NULL, &error);
  g_assert_no_error (error);
  count_characters (counts, wanted, 1);
  for (int i = 0; i < poppler_document_get_n_pages (document); i++)
    {
      g_autoptr (Page) page = poppler_document_get_page (document, i);
      g_autofree char *text = poppler_page_get_text (page);
      g_autoptr (GjSheet) sheet = gj_sheet_new (page);

      check_sheet (sheet, i + 1);
      count_characters (counts, text, -1);
    }
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (GPOINTER_TO_INT (value) > 0)
      g_error ("U+%04X is lost %d times", GPOINTER_TO_UINT (key), GPOINTER_TO_INT (value));
}

/* Text */

typedef struct
{
  const char *name;
  const char *part;
  guint       n;
} TextCase;

static const TextCase text_cases[] = {
  { "section", "全年主动公开政府信息1234条，办理申请56件。", 1700 },
  { "no-mark", "公", 5000 },
  { "letters", "a", 5000 },
  { "figures", "7", 5000 },
  { "marks", "，", 3000 },
  { "openings", "（", 3000 },
  { "dashes", "—", 1000 },
  { "address", "https://www.yunxi.gov.example/zwgk/2025/", 60 },
  { "numbers", "123456789012345件", 200 },
  { "beyond-bmp", "𠮷野家𬭎𪚥", 200 },
  { "one", "一", 1 },
};

static void
test_text (gconstpointer data)
{
  const TextCase *test = data;
  g_autoptr (GjReport) report = gj_sample_report_new ();
  g_autofree char *text = repeat (test->part, test->n);

  gj_sample_report_set_text (report, "problems", (const char *const[]) { text, NULL });
  check_paper (report, text);
}

/* Scripts that are shaped, private characters, invisible ones. */
static void
test_scripts (void)
{
  static const char *const paragraphs[] = {
    "ئۇيغۇر ئاپتونوم رايونى ئۇيغۇر ئاپتونوم رايونى ئۇيغۇر ئاپتونوم رايونى ئۇيغۇر ئاپتونوم رايونى。",
    "שלום עולם 2025 שלום。",
    "བོད་ཡིག、ᠮᠣᠩᠭᠣᠯ、ꆈꌠꉙ。",
    "\xee\x84\xa3、\xf4\x8f\xbf\xbd。",
    "政\xe2\x80\x8b府\xef\xbb\xbf信\xc2\xad息，e\xcc\x81té。",
    NULL,
  };
  g_autoptr (GjReport) report = gj_sample_report_new ();

  gj_sample_report_set_text (report, "problems", paragraphs);
  check_paper (report, "政府信息。2025、");
}

static void
test_many_paragraphs (void)
{
  g_autoptr (GjReport) report = gj_sample_report_new ();
  g_autoptr (GPtrArray) paragraphs = g_ptr_array_new ();

  for (guint i = 0; i < 1000; i++)
    g_ptr_array_add (paragraphs, (char *) (i % 3 == 0 ? "（一）标题" : i % 3 == 1 ? "1.小标题" : "句。"));
  g_ptr_array_add (paragraphs, NULL);
  gj_sample_report_set_text (report, "problems", (const char *const *) paragraphs->pdata);
  check_paper (report, "标题");
}

/* Fields */

static void
test_fields (gconstpointer data)
{
  guint n = GPOINTER_TO_UINT (data);
  g_autoptr (GjReport) report = gj_sample_report_new ();
  g_autofree char *title = repeat ("云溪市文化和旅游局年度报告", n / 13 + 1);
  g_autofree char *name = repeat ("云溪市文化局", n / 6 + 1);

  gj_report_init_field (report, GJ_FIELD_TITLE, title);
  gj_report_init_field (report, GJ_FIELD_DOCUMENT_NUMBER, name);
  gj_report_init_field (report, GJ_FIELD_SIGNATURE, name);
  gj_report_init_field (report, GJ_FIELD_BODY, "云溪市/文化局");
  check_paper (report, title);
  check_paper (report, name);
}

static void
test_empty (void)
{
  g_autoptr (GjReport) report = gj_sample_report_new_empty ();

  check_paper (report, "一、总体情况六、其他需要报告的事项");
}

/* Tables */

static void
test_cells (gconstpointer text)
{
  g_autoptr (GjReport) report = gj_sample_report_new ();

  gj_sample_report_fill_cells (report, text);
  check_paper (report, text);
}

/* Every label and head of the form in force three times as long. */
static GjForm *
load_long_form (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("GJ_SOURCE_ROOT"), "data", "forms", "guoban-2021.xml", NULL);
  g_autoptr (GRegex) regex = g_regex_new ("(<label zh=\")([^\"]*)(\")", 0, 0, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *contents = NULL;
  char *changed;
  GjForm *form;

  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  changed = g_regex_replace (regex, contents, -1, 0, "\\1\\2\\2\\2\\3", 0, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new_take (changed, strlen (changed));
  form = gj_form_new_from_bytes (bytes, path, &error);
  g_assert_no_error (error);
  return form;
}

static void
test_labels (void)
{
  g_autoptr (GjForm) form = load_long_form ();
  g_autoptr (GjReport) report = gj_report_new (form);

  gj_report_init_field (report, GJ_FIELD_BODY, "云溪市文化和旅游局");
  gj_report_init_field (report, GJ_FIELD_YEAR, "2025");
  gj_sample_report_fill_cells (report, "12345");
  check_paper (report, "社会公益组织社会公益组织社会公益组织");
}

/* The time is in proportion to the length. */

static double
measure (guint n_characters)
{
  g_autoptr (GjReport) report = gj_sample_report_new ();
  g_autoptr (GjFonts) fonts = gj_fonts_new (NULL);
  g_autofree char *text = repeat ("全年主动公开政府信息1234条，办理申请56件，", n_characters / 24);
  double best = G_MAXDOUBLE;

  gj_sample_report_set_text (report, "problems", (const char *const[]) { text, NULL });
  for (guint i = 0; i < 4; i++)
    {
      clock_t start = clock ();
      g_autoptr (GjPages) pages = gj_pages_new (report, fonts, NULL, NULL, NULL);

      g_assert_nonnull (pages);
      best = MIN (best, (double) (clock () - start) / CLOCKS_PER_SEC);
    }
  return best;
}

static void
test_time (void)
{
  double fourth = measure (10000);
  double whole = measure (40000);

  g_test_message ("10,000 characters: %.1f ms, 40,000 characters: %.1f ms", 1000 * fourth, 1000 * whole);
  g_assert_cmpfloat (whole, <, TIME_MAX);
  g_assert_cmpfloat (whole, <, 8 * fourth);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (text_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/export/bad-paper/text/", text_cases[i].name, NULL);

      g_test_add_data_func (path, &text_cases[i], test_text);
    }
  g_test_add_func ("/export/bad-paper/scripts", test_scripts);
  g_test_add_func ("/export/bad-paper/many-paragraphs", test_many_paragraphs);
  g_test_add_data_func ("/export/bad-paper/fields/28", GUINT_TO_POINTER (28), test_fields);
  g_test_add_data_func ("/export/bad-paper/fields/200", GUINT_TO_POINTER (200), test_fields);
  g_test_add_data_func ("/export/bad-paper/fields/700", GUINT_TO_POINTER (700), test_fields);
  g_test_add_func ("/export/bad-paper/empty", test_empty);
  g_test_add_data_func ("/export/bad-paper/cells/figures", "123456789012345", test_cells);
  g_test_add_data_func ("/export/bad-paper/cells/words", "本年度没有此类情况，待核实后补充", test_cells);
  g_test_add_data_func ("/export/bad-paper/cells/thousands", "1,234,567.89万元", test_cells);
  g_test_add_func ("/export/bad-paper/labels", test_labels);
  g_test_add_func ("/export/bad-paper/time", test_time);
  return g_test_run ();
}
