/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "gj-export.h"
#include "gj-import.h"
#include "gj-sample-report.h"

/* Papers that belong together, and such that do not. */

static GjReport *
make_changed (void)
{
  GjReport *report = gj_sample_report_new ();

  gj_report_init_cell (report, gj_form_find_cell (gj_report_get_form (report), "requests/received/natural-person"),
                       "4711");
  return report;
}

/* A PDF that shows one report and carries another. */
static GBytes *
make_pdf (GjReport *shown,
          GjReport *carried)
{
  g_autoptr (GjFonts) fonts = gj_fonts_new (NULL);
  g_autoptr (GjPages) pages = gj_pages_new (shown, fonts, NULL, NULL, NULL);
  g_autoptr (GBytes) source = carried != NULL ? gj_store_write_published (carried) : NULL;
  GjPdfOptions options = { .date = "2026-01-08", .source = source };
  GBytes *pdf = gj_pdf_export (pages, &options, NULL, NULL);

  g_assert_nonnull (pdf);
  return pdf;
}

static GBytes *
sign (GBytes *pdf)
{
  GByteArray *data = g_byte_array_new ();
  const char mark[] = "% /ByteRange [ 0 1 2 3 ]\n";

  g_byte_array_append (data, g_bytes_get_data (pdf, NULL), (guint) g_bytes_get_size (pdf));
  g_byte_array_append (data, (const guint8 *) mark, sizeof mark - 1);

  return g_byte_array_free_to_bytes (data);
}

static void
add_pdf (GjVerification *verification,
         GBytes         *pdf)
{
  g_autoptr (GError) error = NULL;
  gboolean added = gj_verification_add_file (verification, "a.pdf", pdf, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (added);
}

static void
add_code (GjVerification *verification,
          GjReport       *report,
          guint           length)
{
  g_autofree char *digest = gj_report_dup_digest (report);

  digest[length] = '\0';
  g_assert_true (gj_verification_add_code (verification, digest, NULL));
}

/* "source+ pages- typed+ " and the first place that differs. */
static void
assert_evidence (GjVerification *verification,
                 const char     *expected)
{
  static const char *const kinds[] = { "report", "source", "pages", "printed", "typed" };
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < gj_verification_get_n_evidence (verification); i++)
    {
      const GjEvidence *evidence = gj_verification_get_evidence (verification, i);
      GPtrArray *differences = gj_verification_get_differences (verification, i);

      g_string_append_printf (found, "%s%s%s", i > 0 ? " " : "", kinds[evidence->kind],
                              evidence->is_unread ? "?" : evidence->agrees ? "+" : "-");
      for (guint j = 0; j < differences->len; j++)
        g_string_append_printf (found, "(%s)", ((const GjDifference *) g_ptr_array_index (differences, j))->place);
    }
  g_assert_cmpstr (found->str, ==, expected);
}

typedef struct
{
  const char           *name;
  const char           *given;
  GjVerificationResult  result;
  const char           *evidence;
} Case;

/* Each letter adds one thing: r the report, R another one, p its PDF, n that without a
 * report inside, P the PDF of the other, m one that shows the other and carries it not, c its
 * digest, C that of the other, b the beginning of its digest. */
static const Case cases[] = {
  { "report", "r", GJ_VERIFICATION_UNPROVEN, "report+" },
  { "code", "c", GJ_VERIFICATION_UNPROVEN, "typed+" },
  { "pdf", "p", GJ_VERIFICATION_TOGETHER, "source+ pages+" },
  { "all", "rpcb", GJ_VERIFICATION_TOGETHER, "report+ source+ pages+ typed+ typed+" },
  { "code-first", "cr", GJ_VERIFICATION_TOGETHER, "typed+ report+" },
  { "beginning", "pb", GJ_VERIFICATION_TOGETHER, "source+ pages+ typed+" },
  { "pdf-without", "n", GJ_VERIFICATION_UNPROVEN, "pages+" },
  { "pdf-without-and-report", "nr", GJ_VERIFICATION_TOGETHER, "pages+ report+" },
  { "pdf-without-and-code", "nc", GJ_VERIFICATION_UNPROVEN, "pages+ typed+" },
  { "two-pdfs-without", "nn", GJ_VERIFICATION_TOGETHER, "pages+ pages+" },
  { "two-codes", "cC", GJ_VERIFICATION_APART, "typed- typed-" },
  { "other-code", "rC", GJ_VERIFICATION_APART, "report+ typed-" },
  { "other-report", "rR", GJ_VERIFICATION_APART, "report+ report-(requests/received/natural-person)" },
  { "other-pdf", "rP", GJ_VERIFICATION_APART,
    "report+ source-(requests/received/natural-person) pages-(requests/received/natural-person)" },
  { "manipulated", "m", GJ_VERIFICATION_APART, "source+ pages-(requests/received/natural-person)" },
  { "manipulated-and-code", "mc", GJ_VERIFICATION_APART,
    "source+ pages-(requests/received/natural-person) typed+" },
};

static void
test_case (gconstpointer data)
{
  const Case *one = data;
  g_autoptr (GjReport) report = gj_sample_report_new ();
  g_autoptr (GjReport) other = make_changed ();
  g_autoptr (GjVerification) verification = gj_verification_new ();
  g_autofree char *summary = NULL;

  for (const char *p = one->given; *p != '\0'; p++)
    {
      GjReport *shown = *p == 'p' || *p == 'n' ? report : other;
      GjReport *carried = *p == 'p' || *p == 'm' ? report : *p == 'P' ? other : NULL;
      g_autoptr (GBytes) pdf = strchr ("pnPm", *p) != NULL ? make_pdf (shown, carried) : NULL;

      if (pdf != NULL)
        add_pdf (verification, pdf);
      else if (*p == 'r' || *p == 'R')
        gj_verification_add_report (verification, "a.gouji", *p == 'r' ? report : other);
      else
        add_code (verification, *p == 'C' ? other : report, *p == 'b' ? 20 : 64);
    }

  g_assert_cmpint (gj_verification_end (verification), ==, one->result);
  g_assert_cmpint (gj_verification_get_result (verification), ==, one->result);
  assert_evidence (verification, one->evidence);
  summary = gj_verification_dup_summary (verification);
  g_assert_cmpstr (summary, !=, "");
}

/* Sheets, lists, marks and lines to sign on are no part of what is compared; the digest on
 * the paper is. */
static void
test_copies (void)
{
  g_autoptr (GjFonts) fonts = gj_fonts_new (NULL);

  for (int kind = GJ_COPY_FINAL; kind <= GJ_COPY_REVIEWED; kind++)
    for (guint wrong = 0; wrong < 2; wrong++)
      {
        g_autoptr (GjReport) report = wrong ? make_changed () : gj_sample_report_new ();
        g_autoptr (GPtrArray) findings = gj_paper_find (report);
        GjPaperOptions options = {
          .copy = kind, .copy_date = "2026-01-09", .signing_sheet = TRUE, .signing_line = TRUE, .digest = TRUE,
          .findings = findings,
        };
        g_autoptr (GBytes) pdf = gj_pdf_export_on_paper (report, fonts, &options, NULL, NULL);
        g_autoptr (GjVerification) verification = gj_verification_new ();

        add_pdf (verification, pdf);
        gj_verification_end (verification);
        assert_evidence (verification, "source+ pages+ printed+");
      }
}

/* What cannot be read is told, and nothing is added. */
static void
test_errors (void)
{
  g_autoptr (GjVerification) verification = gj_verification_new ();
  g_autoptr (GBytes) native = g_bytes_new_static ("<report", 7);
  g_autoptr (GBytes) pdf = g_bytes_new_static ("%PDF-1.5\nnothing", 16);
  g_autoptr (GError) error = NULL;

  g_assert_false (gj_verification_add_file (verification, "a.gouji", native, NULL, &error));
  g_assert_error (error, GJ_STORE_ERROR, GJ_STORE_ERROR_NOT_A_REPORT);
  g_clear_error (&error);
  g_assert_false (gj_verification_add_file (verification, "a.pdf", pdf, NULL, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_false (gj_verification_add_code (verification, "xyz", &error));
  g_assert_error (error, GJ_STORE_ERROR, GJ_STORE_ERROR_NOT_A_DIGEST);
  g_assert_cmpuint (gj_verification_get_n_evidence (verification), ==, 0);
  g_assert_cmpint (gj_verification_end (verification), ==, GJ_VERIFICATION_UNPROVEN);
}

static void
test_cancelled (void)
{
  g_autoptr (GjReport) report = gj_sample_report_new ();
  g_autoptr (GBytes) pdf = make_pdf (report, report);
  g_autoptr (GjVerification) verification = gj_verification_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (gj_verification_add_file (verification, "a.pdf", pdf, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Opening */

static char *
list_notes (GjReport *report)
{
  GjSource *source = gj_report_get_source (report);
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; source != NULL && i < gj_source_get_n_notes (source); i++)
    {
      const GjNote *note = gj_source_get_note (source, i);

      g_string_append_printf (out, "%s %s;", note->code, note->place);
    }

  return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
assert_opens (GBytes     *pdf,
              GjReport   *expected,
              const char *notes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GjReport) report = gj_import_document (pdf, NULL, &error);
  g_autofree char *digest = NULL;
  g_autofree char *expected_digest = gj_report_dup_digest (expected);
  g_autofree char *found = NULL;

  g_assert_no_error (error);
  digest = gj_report_dup_digest (report);
  found = list_notes (report);
  g_assert_cmpstr (digest, ==, expected_digest);
  g_assert_cmpstr (found, ==, notes);
}

static void
test_open (void)
{
  g_autoptr (GjReport) report = gj_sample_report_new ();
  g_autoptr (GjReport) other = make_changed ();
  g_autoptr (GBytes) pdf = make_pdf (report, report);
  g_autoptr (GBytes) manipulated = make_pdf (other, report);
  g_autoptr (GBytes) signed_pdf = sign (pdf);

  assert_opens (pdf, report, "");
  assert_opens (manipulated, report, "source-differs requests/received/natural-person;");
  assert_opens (signed_pdf, report, "signed ;");
}

/* Everything comes back, to the byte. */
static void
test_exact (void)
{
  g_autoptr (GjReport) report = gj_sample_report_new ();
  g_autoptr (GjComment) comment = gj_comment_new ("c1", "overview", NULL, NULL, "请核");
  g_autoptr (GBytes) written = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GjReport) read = NULL;
  g_autoptr (GBytes) again = NULL;

  gj_report_init_comment (report, comment);
  gj_report_init_setting (report, GJ_PDF_SETTING_SOURCE, "whole");
  written = gj_store_write (report);
  pdf = gj_pdf_export_report (report, NULL, NULL);
  read = gj_import_document (pdf, NULL, NULL);
  again = gj_store_write (read);
  g_assert_true (g_bytes_equal (written, again));
}

static void
test_parts (void)
{
  g_autoptr (GjReport) report = gj_sample_report_new ();
  g_autoptr (GBytes) pdf = make_pdf (report, NULL);
  g_autoptr (GBytes) signed_pdf = sign (pdf);
  g_autoptr (GError) error = NULL;
  g_autoptr (GjReport) source = gj_import_document_part (pdf, GJ_IMPORT_SOURCE, NULL, &error);
  g_autoptr (GjReport) pages = gj_import_document_part (signed_pdf, GJ_IMPORT_PAGES, NULL, NULL);
  g_autoptr (GBytes) text = g_bytes_new_static ("<html><body>x</body></html>", 27);
  g_autofree char *notes = list_notes (pages);

  g_assert_null (source);
  g_assert_error (error, GJ_IMPORT_ERROR, GJ_IMPORT_ERROR_NOT_A_REPORT);
  g_assert_nonnull (strstr (notes, "signed ;"));
  g_clear_error (&error);
  g_assert_null (gj_import_document_part (text, GJ_IMPORT_SOURCE, NULL, &error));
  g_assert_error (error, GJ_IMPORT_ERROR, GJ_IMPORT_ERROR_NOT_A_REPORT);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = g_strdup_printf ("/import/verification/%s", cases[i].name);

      g_test_add_data_func (name, &cases[i], test_case);
    }
  g_test_add_func ("/import/verification/copies", test_copies);
  g_test_add_func ("/import/verification/errors", test_errors);
  g_test_add_func ("/import/verification/cancelled", test_cancelled);
  g_test_add_func ("/import/verification/open", test_open);
  g_test_add_func ("/import/verification/exact", test_exact);
  g_test_add_func ("/import/verification/parts", test_parts);

  return g_test_run ();
}
