/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-export.h"
#include "gj-import.h"

#include <glib/gstdio.h>
#include <string.h>

#include "gj-sample-report.h"

/* Workbooks: what stands in their parts, and what LibreOffice makes of them. */

#define DISCLOSURE "xl/worksheets/sheet1.xml"
#define REQUESTS "xl/worksheets/sheet2.xml"
#define CASES "xl/worksheets/sheet3.xml"
#define CHECKS "xl/worksheets/sheet4.xml"

typedef struct
{
  GBytes *bytes;
  GjZip  *zip;
} Book;

static void
book_free (Book *self)
{
  gj_zip_free (self->zip);
  g_bytes_unref (self->bytes);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Book, book_free)

static Book *
export (GjReport *report)
{
  g_autoptr (GError) error = NULL;
  Book *self = g_new0 (Book, 1);

  self->bytes = gj_xlsx_export (report, NULL, &error);
  g_assert_no_error (error);
  self->zip = gj_zip_open (self->bytes, &error);
  g_assert_no_error (error);
  return self;
}

static char *
read_part (Book       *self,
           const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = gj_zip_read (self->zip, name, &error);

  g_assert_no_error (error);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static char *
between (const char *text,
         const char *start,
         const char *end)
{
  const char *first = strstr (text, start);
  const char *last = first != NULL ? strstr (first + strlen (start), end) : NULL;

  return last != NULL ? g_strndup (first + strlen (start), (gsize) (last - first) - strlen (start)) : NULL;
}

/* The string of the shared ones. */
static char *
read_string (Book  *self,
             guint  index)
{
  g_autofree char *strings = read_part (self, "xl/sharedStrings.xml");
  g_auto (GStrv) parts = g_strsplit (strings, "<si>", -1);
  char *text;

  g_assert_cmpuint (index + 1, <, g_strv_length (parts));
  text = between (parts[index + 1], "<t>", "</t>");
  return text != NULL ? text : between (parts[index + 1], "<t xml:space=\"preserve\">", "</t>");
}

/* "formula=value", "value", "'text" or "" of a cell, as the sheet has it. */
static char *
read_cell (Book       *self,
           const char *sheet,
           const char *place)
{
  g_autofree char *xml = read_part (self, sheet);
  g_autofree char *start = g_strdup_printf ("<c r=\"%s\"", place);
  const char *found = strstr (xml, start);
  g_autofree char *tag = found != NULL ? between (found, "<c", ">") : NULL;
  g_autofree char *cell = NULL;
  g_autofree char *formula = NULL;
  g_autofree char *value = NULL;

  if (tag == NULL)
    return g_strdup ("(none)");
  if (g_str_has_suffix (tag, "/"))
    return g_strdup ("");
  cell = between (found, ">", "</c>");
  formula = between (cell, "<f>", "</f>");
  value = between (cell, "<v>", "</v>");
  if (strstr (tag, "t=\"s\"") != NULL)
    {
      g_autofree char *text = read_string (self, (guint) g_ascii_strtoull (value, NULL, 10));

      return g_strconcat ("'", text, NULL);
    }

  return formula != NULL ? g_strdup_printf ("%s=%s", formula, value) : g_steal_pointer (&value);
}

static void
assert_cell (Book       *self,
             const char *sheet,
             const char *place,
             const char *wanted)
{
  g_autofree char *is = read_cell (self, sheet, place);

  g_assert_cmpstr (is, ==, wanted);
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

/* One request in each of three columns, granted in full, and totals that agree. */
static GjReport *
make_report (void)
{
  static const char *const cells[][2] = {
    { "natural-person", "3" }, { "enterprise", "2" }, { "research", "1" }, { "total", "6" },
  };
  static const char *const rows[] = { "received", "granted", "result-total" };
  GjReport *report = gj_sample_report_new ();

  for (guint r = 0; r < G_N_ELEMENTS (rows); r++)
    for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
      {
        g_autofree char *id = g_strdup_printf ("requests/%s/%s", rows[r], cells[i][0]);

        set_cell (report, id, cells[i][1]);
      }

  return report;
}

static void
test_formulas (void)
{
  g_autoptr (GjReport) report = make_report ();
  g_autoptr (Book) book = export (report);
  g_autofree char *workbook = read_part (book, "xl/workbook.xml");

  g_assert_nonnull (strstr (workbook, "name=\"主动公开\""));
  g_assert_nonnull (strstr (workbook, "name=\"依申请公开\""));
  g_assert_nonnull (strstr (workbook, "name=\"复议诉讼\""));
  g_assert_nonnull (strstr (workbook, "name=\"勾稽核对\""));

  assert_cell (book, REQUESTS, "A1", "'云溪市文化和旅游局2025年政府信息公开工作年度报告");
  assert_cell (book, REQUESTS, "A2", "'三、收到和处理政府信息公开申请情况");
  assert_cell (book, REQUESTS, "D6", "3");
  assert_cell (book, REQUESTS, "J6", "SUM(D6:I6)=6");
  assert_cell (book, REQUESTS, "J8", "SUM(D8:I8)=6");
  assert_cell (book, REQUESTS, "D29", "SUM(D8:D28)=3");
  assert_cell (book, REQUESTS, "J29", "SUM(J8:J28)=6");
  assert_cell (book, CASES, "E6", "SUM(A6:D6)=0");
  assert_cell (book, CASES, "J6", "SUM(F6:I6)=0");
  assert_cell (book, CASES, "O6", "SUM(K6:N6)=0");
  g_assert_false (gj_zip_has (book->zip, "xl/comments1.xml"));
}

/* No number is changed: what is no plain number of at most 15 digits stays text. */
static void
test_values (void)
{
  static const struct { const char *text; const char *written; } values[] = {
    { "0", "0" }, { "5953.02496", "5953.02496" }, { "0.50", "0.5" }, { "294000.00", "294000" }, { "9.95", "9.949999999999999" },
    { "123456789012345", "123456789012345" }, { "1234567890123456", "'1234567890123456" },
    { "123456789012345678901", "'123456789012345678901" }, { "12345678901.12345", "'12345678901.12345" },
    { "", "" }, { "/", "'/" }, { "无", "'无" }, { "134.8万元", "'134.8万元" }, { "１２", "'１２" }, { "1,234", "'1,234" },
    { "00012", "'00012" }, { "+5", "'+5" }, { "-5", "-5" }, { " 5", "' 5" }, { "1e5", "'1e5" }, { "=1+1", "'=1+1" },
    { "<b>&", "'&lt;b&gt;&amp;" }, { "甲\a乙\357\277\277", "'甲␇乙\357\277\275" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autoptr (GjReport) report = gj_sample_report_new ();
      g_autoptr (Book) book = NULL;

      set_cell (report, "disclosure/rules/issued", values[i].text);
      book = export (report);
      assert_cell (book, DISCLOSURE, "B5", values[i].written);
      if (g_ascii_isdigit (*values[i].written))
        g_assert_true (g_ascii_strtod (values[i].written, NULL) == g_ascii_strtod (values[i].text, NULL));
    }
}

/* Decimals are shown as they were written. */
static void
test_scale (void)
{
  g_autoptr (GjReport) report = gj_sample_report_new ();
  g_autoptr (Book) book = NULL;
  g_autofree char *styles = NULL;

  set_cell (report, "disclosure/fees/amount", "294000.00");
  book = export (report);
  styles = read_part (book, "xl/styles.xml");
  g_assert_nonnull (strstr (styles, "formatCode=\"0.00\""));
}

static void
test_wrong_total (void)
{
  g_autoptr (GjReport) report = make_report ();
  g_autoptr (Book) book = NULL;
  g_autofree char *comments = NULL;
  g_autofree char *summary = NULL;

  set_cell (report, "requests/granted/total", "5");
  set_cell (report, "cases/review/total", "2");
  book = export (report);
  assert_cell (book, REQUESTS, "J8", "5");
  /* The total of the column held before; now both its sums are something else. */
  assert_cell (book, REQUESTS, "J29", "6");
  assert_cell (book, REQUESTS, "J6", "SUM(D6:I6)=6");
  assert_cell (book, CASES, "E6", "2");

  comments = read_part (book, "xl/comments1.xml");
  g_assert_nonnull (strstr (comments, "ref=\"J8\""));
  g_assert_nonnull (strstr (comments, "各类申请人之和为6，报告填报5。"));
  g_assert_nonnull (strstr (comments, "“三、本年度办理结果”（一）至（六）之和为5，报告填报6。"));
  summary = read_cell (book, CHECKS, "A2");
  g_assert_true (g_str_has_suffix (summary, "=共核对69项，不符3项。"));
}

/* Blanks and strokes count as nothing; text that means a number stops the sum. */
static void
test_text_in_sums (void)
{
  g_autoptr (GjReport) report = make_report ();
  g_autoptr (Book) book = NULL;
  g_autofree char *result = NULL;

  set_cell (report, "requests/received/legal-service", "/");
  set_cell (report, "requests/received/other-organisation", "");
  set_cell (report, "requests/granted/natural-person", "3件");
  book = export (report);
  assert_cell (book, REQUESTS, "J6", "SUM(D6:I6)=6");
  assert_cell (book, REQUESTS, "J8", "6");
  assert_cell (book, REQUESTS, "D29", "3");
  g_assert_false (gj_zip_has (book->zip, "xl/comments1.xml"));

  /* A02 of the first column. */
  result = read_cell (book, CHECKS, "J12");
  g_assert_cmpstr (result, ==,
                   "IF(AND(ISNUMBER('依申请公开'!D8)),IF(I12=0,\"✓\",\"✗\"),\"须人工核对\")=须人工核对");
}

static void
test_checks (void)
{
  g_autoptr (GjReport) report = make_report ();
  g_autoptr (Book) book = NULL;

  set_cell (report, "disclosure/rules/issued", "4");
  set_cell (report, "disclosure/rules/repealed", "1");
  set_cell (report, "disclosure/rules/in-force", "2");
  book = export (report);
  assert_cell (book, CHECKS, "B5", "'收办数量");
  assert_cell (book, CHECKS, "C5", "'自然人一列");
  assert_cell (book, CHECKS, "F5", "SUM('依申请公开'!D6:D7)=3");
  assert_cell (book, CHECKS, "H5", "SUM('依申请公开'!D29:D30)=3");
  assert_cell (book, CHECKS, "I5", "ROUND(F5-H5,6)=0");
  assert_cell (book, CHECKS, "J5", "IF(I5=0,\"✓\",\"✗\")=✓");

  /* At most: 4 − 1 is more than 2. */
  assert_cell (book, CHECKS, "F72", "SUM('主动公开'!B5)-SUM('主动公开'!C5)=3");
  assert_cell (book, CHECKS, "H72", "SUM('主动公开'!D5)=2");
  assert_cell (book, CHECKS, "J72", "IF(I72&lt;=0,\"✓\",\"✗\")=✗");
}

static void
test_rows_left_out (void)
{
  g_autoptr (GjReport) report = gj_sample_report_new ();
  g_autoptr (Book) book = NULL;
  GjForm *form = gj_report_get_form (report);

  for (guint i = 0; i < gj_form_get_n_cells (form); i++)
    if (g_str_has_prefix (gj_form_get_cell (form, i)->id, "requests/denied-security/") ||
        g_str_has_prefix (gj_form_get_cell (form, i)->id, "cases/"))
      gj_report_init_cell (report, i, NULL);
  book = export (report);
  assert_cell (book, REQUESTS, "C12", "'4.保护第三方合法权益");
  assert_cell (book, REQUESTS, "D28", "SUM(D8:D27)=0");
  /* The sheet of checks comes right after the two that are left. */
  assert_cell (book, CASES, "B5", "'收办数量");
  g_assert_false (gj_zip_has (book->zip, CHECKS));
}

static void
test_old_row (void)
{
  g_autoptr (GjReport) report = gj_sample_report_new ();
  g_autoptr (Book) book = NULL;
  GjForm *form = gj_report_get_form (report);

  gj_report_init_variant (report, "old-row");
  for (guint i = 0; i < gj_form_get_n_cells (form); i++)
    if (g_str_has_prefix (gj_form_get_cell (form, i)->id, "requests/other-unpaid/") ||
        g_str_has_prefix (gj_form_get_cell (form, i)->id, "requests/other-not-corrected/"))
      gj_report_init_cell (report, i, NULL);
  book = export (report);
  assert_cell (book, REQUESTS, "B26", "'（六）其他处理");
  assert_cell (book, REQUESTS, "D27", "SUM(D8:D26)=0");
}

static void
test_nothing (void)
{
  g_autoptr (GjReport) report = gj_sample_report_new_empty ();
  g_autoptr (Book) book = export (report);
  GjForm *form = gj_report_get_form (report);
  g_autoptr (Book) bare = NULL;

  assert_cell (book, REQUESTS, "J6", "");
  assert_cell (book, CHECKS, "J5", "IF(I5=0,\"✓\",\"✗\")=✓");

  for (guint i = 0; i < gj_form_get_n_cells (form); i++)
    gj_report_init_cell (report, i, NULL);
  bare = export (report);
  g_assert_false (gj_zip_has (bare->zip, DISCLOSURE) && gj_zip_has (bare->zip, REQUESTS));
}

static void
test_too_long (void)
{
  g_autoptr (GjReport) report = gj_sample_report_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *text = g_strnfill (40000, 'x');
  g_autoptr (GBytes) bytes = NULL;

  set_cell (report, "disclosure/rules/issued", text);
  bytes = gj_xlsx_export (report, NULL, &error);
  g_assert_error (error, GJ_EXPORT_ERROR, GJ_EXPORT_ERROR_FAILED);
  g_assert_null (bytes);
}

/* What was needed on the way is gone, also when nothing came of it. */
static void
test_folder_is_left_clean (void)
{
  g_autoptr (GjReport) report = gj_sample_report_new ();
  g_autoptr (Book) first = export (report);
  g_autoptr (Book) second = export (report);
  g_autoptr (GDir) dir = NULL;

  g_assert_true (g_bytes_equal (first->bytes, second->bytes));
  dir = g_dir_open (g_get_tmp_dir (), 0, NULL);
  g_assert_nonnull (dir);
  g_assert_null (g_dir_read_name (dir));
}

/* LibreOffice, told to compute every formula anew. */

static const char always[] =
  "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
  "<oor:items xmlns:oor=\"http://openoffice.org/2001/registry\">\n"
  "<item oor:path=\"/org.openoffice.Office.Calc/Formula/Load\">"
  "<prop oor:name=\"OOXMLRecalcMode\" oor:op=\"fuse\"><value>0</value></prop></item>\n"
  "</oor:items>\n";

static gboolean
run_office (const char *folder,
            const char *source)
{
  g_autofree char *profile = g_build_filename (folder, "profile", "user", NULL);
  g_autofree char *settings = g_build_filename (profile, "registrymodifications.xcu", NULL);
  g_autofree char *installation = g_strconcat ("-env:UserInstallation=file://", folder, "/profile", NULL);
  const char *arguments[] = {
    "soffice", installation, "--headless", "--convert-to",
    "csv:Text - txt - csv (StarCalc):9,0,76,1,,0,false,true,false,false,false,-1", "--outdir", folder, source, NULL,
  };

  g_assert_cmpint (g_mkdir_with_parents (profile, 0700), ==, 0);
  g_assert_true (g_file_set_contents (settings, always, -1, NULL));
  return g_spawn_sync (folder, (char **) arguments, NULL,
                       G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, NULL,
                       NULL, NULL, NULL);
}

static const char *
get_field (char       **lines,
           const char  *place,
           GPtrArray   *owned)
{
  guint column = (guint) (place[0] - 'A');
  guint row = (guint) g_ascii_strtoull (place + 1, NULL, 10);
  char **fields;

  g_assert_cmpuint (row, <=, g_strv_length (lines));
  fields = g_strsplit (lines[row - 1], "\t", -1);
  g_ptr_array_add (owned, fields);
  g_assert_cmpuint (column, <, g_strv_length (fields));
  return fields[column];
}

/* Every formula of the sheet gives what the workbook says that it gives. */
static guint
compare_sheet (Book       *book,
               const char *sheet,
               char      **lines)
{
  g_autofree char *xml = read_part (book, sheet);
  g_auto (GStrv) cells = g_strsplit (xml, "<c r=\"", -1);
  g_autoptr (GPtrArray) owned = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  guint n = 0;

  for (guint i = 1; cells[i] != NULL; i++)
    {
      g_autofree char *place = g_strndup (cells[i], strcspn (cells[i], "\""));
      g_autofree char *value = between (cells[i], "<v>", "</v>");

      if (strstr (cells[i], "<f>") == NULL)
        continue;
      g_assert_cmpstr (get_field (lines, place, owned), ==, value);
      n++;
    }

  return n;
}

static void
test_office (void)
{
  static const struct { const char *part; const char *name; guint n_least; } sheets[] = {
    { REQUESTS, "依申请公开", 25 }, { CASES, "复议诉讼", 2 }, { CHECKS, "勾稽核对", 200 },
  };
  g_autofree char *program = g_find_program_in_path ("soffice");
  g_autofree char *folder = g_dir_make_tmp ("book-XXXXXX", NULL);
  g_autofree char *source = g_build_filename (folder, "book.xlsx", NULL);
  g_autoptr (GjReport) report = make_report ();
  g_autoptr (Book) book = NULL;

  if (program == NULL)
    {
      g_test_skip ("LibreOffice is not installed");
      return;
    }
  set_cell (report, "requests/granted/total", "5");
  set_cell (report, "requests/carried-out/total", "/");
  set_cell (report, "requests/carried-in/natural-person", "");
  set_cell (report, "cases/review/total", "2");
  book = export (report);
  g_assert_true (g_file_set_contents (source, g_bytes_get_data (book->bytes, NULL),
                                      (gssize) g_bytes_get_size (book->bytes), NULL));
  g_assert_true (run_office (folder, source));

  for (guint i = 0; i < G_N_ELEMENTS (sheets); i++)
    {
      g_autofree char *name = g_strdup_printf ("book-%s.csv", sheets[i].name);
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *text = NULL;
      g_auto (GStrv) lines = NULL;

      if (!g_file_get_contents (path, &text, NULL, NULL))
        {
          g_test_skip ("LibreOffice cannot read workbooks here");
          return;
        }
      lines = g_strsplit (text, "\n", -1);
      g_assert_cmpuint (compare_sheet (book, sheets[i].part, lines), >=, sheets[i].n_least);
    }
}

static void
delete (const char *path)
{
  g_autoptr (GDir) dir = g_file_test (path, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      delete (child);
    }
  g_remove (path);
}

int
main (int    argc,
      char **argv)
{
  char folder[] = "/tmp/gouji-test-XXXXXX";
  int status;

  /* A folder of our own for temporary files, to see what is left in it. */
  g_assert_nonnull (g_mkdtemp (folder));
  g_setenv ("TMPDIR", folder, TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/export/xlsx/formulas", test_formulas);
  g_test_add_func ("/export/xlsx/values", test_values);
  g_test_add_func ("/export/xlsx/scale", test_scale);
  g_test_add_func ("/export/xlsx/wrong-total", test_wrong_total);
  g_test_add_func ("/export/xlsx/text-in-sums", test_text_in_sums);
  g_test_add_func ("/export/xlsx/checks", test_checks);
  g_test_add_func ("/export/xlsx/rows-left-out", test_rows_left_out);
  g_test_add_func ("/export/xlsx/old-row", test_old_row);
  g_test_add_func ("/export/xlsx/nothing", test_nothing);
  g_test_add_func ("/export/xlsx/too-long", test_too_long);
  g_test_add_func ("/export/xlsx/folder-is-left-clean", test_folder_is_left_clean);
  g_test_add_func ("/export/xlsx/office", test_office);

  status = g_test_run ();
  delete (folder);

  return status;
}
