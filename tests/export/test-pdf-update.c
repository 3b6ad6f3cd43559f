/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-export.h"

#include <cairo-pdf.h>
#include <glib/gstdio.h>
#include <poppler.h>
#include <string.h>

#include "gj-sample-report.h"

typedef PopplerDocument Document;
typedef PopplerAttachment Attachment;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Document, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Attachment, g_object_unref)

static const char content[] = "<report>一二三</report>\n";

static GjPdfAttachment
make_attachment (GBytes *bytes)
{
  return (GjPdfAttachment) { bytes, "report.gouji", "application/vnd.gouji.report+xml", "源文件", "2024-01-18" };
}

static GBytes *
update (GBytes  *pdf,
        GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (content, strlen (content));
  GjPdfAttachment attachment = make_attachment (bytes);

  return gj_pdf_update (pdf, "zh-CN", &attachment, NULL, NULL, error);
}

/* Files to begin with: one by cairo, and one whose directory and objects are in streams,
 * as newer versions of cairo write them. */

static cairo_status_t
write_cb (void                *closure,
          const unsigned char *data,
          unsigned int         length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static GBytes *
make_by_cairo (void)
{
  g_autoptr (GByteArray) data = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (write_cb, data, 200, 200);
  cairo_t *cr = cairo_create (surface);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, "题");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, "2024-01-18T00:00:00+08:00");
  cairo_rectangle (cr, 10, 10, 50, 50);
  cairo_fill (cr);
  cairo_show_page (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  return g_byte_array_free_to_bytes (g_steal_pointer (&data));
}

static const struct
{
  guint       number;
  const char *value;
} packed[] = {
  { 1, "<< /Type /Catalog /Pages 2 0 R /Names 5 0 R >> " },
  { 2, "<< /Type /Pages /Kids [ 3 0 R ] /Count 1 >> " },
  { 3, "<< /Type /Page /Parent 2 0 R /MediaBox [ 0 0 200 200 ] >> " },
  { 5, "<< /Dests 6 0 R >> " },
  { 6, "<< >>" },
};

static GString *
begin_streams (gsize *at)
{
  GString *out = g_string_new ("%PDF-1.5\n%\xe6\xe6\n");
  g_autoptr (GString) pairs = g_string_new (NULL);
  g_autoptr (GString) values = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (packed); i++)
    {
      g_string_append_printf (pairs, "%u %" G_GSIZE_FORMAT " ", packed[i].number, values->len);
      g_string_append (values, packed[i].value);
    }
  at[4] = out->len;
  g_string_append_printf (out, "4 0 obj\n<< /Type /ObjStm /N %u /First %u /Length 7 0 R >>\nstream\r\n",
                          (guint) G_N_ELEMENTS (packed), (guint) pairs->len);
  g_string_append_printf (out, "%s%s\nendstream\nendobj\n", pairs->str, values->str);
  at[7] = out->len;
  g_string_append_printf (out, "7 0 obj\n%u\nendobj\n", (guint) (pairs->len + values->len));

  return out;
}

static GBytes *
make_with_streams (void)
{
  gsize at[8] = { 0 };
  GString *out = begin_streams (at);
  gsize directory = out->len;

  g_string_append (out, "8 0 obj\n<< /Type /XRef /W [ 1 2 1 ] /Size 9 /Root 1 0 R /Length 36 >>\nstream\n");
  for (guint i = 0; i < 9; i++)
    {
      gboolean in_stream = i == 1 || i == 2 || i == 3 || i == 5 || i == 6;
      gsize place = in_stream ? 4 : i == 8 ? directory : at[i];
      guint index = i > 3 ? i - 2 : i - 1;
      const char entry[] = { (char) (i == 0 ? 0 : in_stream ? 2 : 1), (char) (place >> 8), (char) place,
                             (char) (in_stream ? index : 0) };

      g_string_append_len (out, entry, 4);
    }
  g_string_append_printf (out, "\nendstream\nendobj\nstartxref\n%d\n%%%%EOF", (int) directory);

  return g_string_free_to_bytes (out);
}

typedef struct
{
  const char *name;
  GBytes   *(*make)(void);
  gboolean    streams;
} Base;

static const Base bases[] = {
  { "table", make_by_cairo, FALSE },
  { "streams", make_with_streams, TRUE },
};

/* What other programs see */

static gboolean
save_cb (const char  *buffer,
         gsize        size,
         gpointer     data,
         GError     **error)
{
  g_string_append_len (data, buffer, (gssize) size);
  return TRUE;
}

static void
assert_attached (GBytes *pdf)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Document) document = poppler_document_new_from_bytes (pdf, NULL, &error);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (Attachment) attachment = NULL;
  GList *attachments;

  g_assert_no_error (error);
  g_assert_cmpint (poppler_document_get_n_pages (document), ==, 1);
  attachments = poppler_document_get_attachments (document);
  g_assert_cmpuint (g_list_length (attachments), ==, 1);
  attachment = attachments->data;
  g_list_free (attachments);
  g_assert_cmpstr (attachment->name, ==, "report.gouji");
  g_assert_cmpstr (attachment->description, ==, "源文件");
  g_assert_cmpuint (attachment->size, ==, strlen (content));
  g_assert_true (poppler_attachment_save_to_callback (attachment, save_cb, text, NULL));
  g_assert_cmpstr (text->str, ==, content);
}

static void
assert_checked (GBytes *pdf)
{
  g_autofree char *program = g_find_program_in_path ("qpdf");
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;
  g_autofree char *output = NULL;
  const char *arguments[] = { program, "--check", NULL, NULL };
  int status;

  if (program == NULL)
    return;

  folder = g_dir_make_tmp ("gouji-update-XXXXXX", NULL);
  path = g_build_filename (folder, "a.pdf", NULL);
  arguments[2] = path;
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (pdf, NULL), (gssize) g_bytes_get_size (pdf), NULL));
  g_assert_true (g_spawn_sync (NULL, (char **) arguments, NULL, 0, NULL, NULL, &output, NULL, &status, NULL));
  g_assert_cmpint (status, ==, 0);
  g_unlink (path);
  g_rmdir (folder);
}

static void
assert_has_key (GjPdfStructure *structure,
                const char     *key,
                const char     *expected)
{
  GjPdfSpan value;

  g_assert_true (gj_pdf_span_find_key (gj_pdf_structure_get_trailer (structure), "/Root", &value));
  g_assert_true (gj_pdf_structure_resolve (structure, &value));
  g_assert_true (gj_pdf_span_find_key (value, key, &value));
  if (!gj_pdf_span_equal (value, expected))
    g_error ("%s is %.*s", key, (int) (value.end - value.start), value.start);
}

/* cairo writes a stream from 1.18 on. */
static gboolean
has_stream (GBytes *pdf)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GjPdfStructure) structure = gj_pdf_structure_new (pdf, &error);

  g_assert_no_error (error);
  return gj_pdf_structure_has_stream (structure);
}

static void
test_update (gconstpointer data)
{
  const Base *base = data;
  g_autoptr (GBytes) pdf = base->make ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) updated = update (pdf, &error);
  g_autoptr (GBytes) again = NULL;
  g_autoptr (GjPdfStructure) structure = NULL;
  gsize size = g_bytes_get_size (pdf);

  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (updated, NULL), size, g_bytes_get_data (pdf, NULL), size);
  assert_attached (updated);
  assert_checked (updated);

  structure = gj_pdf_structure_new (updated, &error);
  g_assert_no_error (error);
  g_assert_cmpint (gj_pdf_structure_has_stream (structure), ==, has_stream (pdf));
  g_assert_true (!base->streams || has_stream (pdf));
  assert_has_key (structure, "/Lang", "(zh-CN)");
  assert_has_key (structure, "/ViewerPreferences", "<< /DisplayDocTitle true >>");
  assert_has_key (structure, "/Type", "/Catalog");

  again = update (pdf, NULL);
  g_assert_true (g_bytes_equal (updated, again));
}

/* What the file's own list of names says stays. */
static void
test_names (void)
{
  g_autoptr (GBytes) pdf = make_with_streams ();
  g_autoptr (GBytes) updated = update (pdf, NULL);
  g_autoptr (GjPdfStructure) structure = gj_pdf_structure_new (updated, NULL);

  assert_has_key (structure, "/Names",
                  "<< /Dests 6 0 R\n   /EmbeddedFiles << /Names [ (report.gouji) 10 0 R ] >> >>");
}

static void
test_no_source (void)
{
  g_autoptr (GBytes) pdf = make_by_cairo ();
  g_autoptr (GBytes) updated = gj_pdf_update (pdf, "zh-CN", NULL, NULL, NULL, NULL);
  g_autoptr (Document) document = poppler_document_new_from_bytes (updated, NULL, NULL);
  g_autoptr (GjPdfStructure) structure = gj_pdf_structure_new (updated, NULL);

  g_assert_false (poppler_document_has_attachments (document));
  assert_has_key (structure, "/Lang", "(zh-CN)");
}

/* A list of labels begins with the first page, whatever cairo has left out. */
static void
test_labels (void)
{
  g_autoptr (GjReport) report = gj_sample_report_new ();
  g_autoptr (GjFonts) fonts = gj_fonts_new (NULL);
  GjPaperOptions options = { .copy = GJ_COPY_REVIEWED, .copy_date = "2026-01-09" };
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (Document) document = NULL;
  int n_pages;

  gj_report_init_cell (report, 17, "99999");
  findings = gj_paper_find (report);
  options.findings = findings;
  pdf = gj_pdf_export_on_paper (report, fonts, &options, NULL, NULL);
  document = poppler_document_new_from_bytes (pdf, NULL, NULL);
  n_pages = poppler_document_get_n_pages (document);
  for (int i = 0; i < n_pages; i++)
    {
      g_autofree char *expected = i + 1 < n_pages ? g_strdup_printf ("%d", i + 1) : g_strdup ("问题清单");
      PopplerPage *page = poppler_document_get_page (document, i);
      g_autofree char *label = poppler_page_get_label (page);

      g_assert_cmpstr (label, ==, expected);
      g_object_unref (page);
    }
}

/* By another program that compresses its directory with a predictor. */
static void
test_qpdf (void)
{
  g_autofree char *program = g_find_program_in_path ("qpdf");
  g_autofree char *folder = NULL;
  g_autofree char *plain = NULL;
  g_autofree char *target = NULL;
  const char *arguments[] = { program, "--object-streams=generate", "--deterministic-id", NULL, NULL, NULL };
  g_autoptr (GBytes) pdf = make_by_cairo ();
  g_autoptr (GBytes) updated = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gsize size;
  int status;

  if (program == NULL)
    {
      g_test_skip ("qpdf is not installed");
      return;
    }

  folder = g_dir_make_tmp ("gouji-update-XXXXXX", NULL);
  plain = g_build_filename (folder, "plain.pdf", NULL);
  target = g_build_filename (folder, "packed.pdf", NULL);
  arguments[3] = plain;
  arguments[4] = target;
  g_assert_true (g_file_set_contents (plain, g_bytes_get_data (pdf, NULL), (gssize) g_bytes_get_size (pdf), NULL));
  g_assert_true (g_spawn_sync (NULL, (char **) arguments, NULL, 0, NULL, NULL, NULL, NULL, &status, NULL));
  g_assert_cmpint (status, ==, 0);
  g_assert_true (g_file_get_contents (target, &text, &size, NULL));
  g_clear_pointer (&pdf, g_bytes_unref);
  pdf = g_bytes_new (text, size);
  g_assert_null (g_strstr_len (text, (gssize) size, "trailer"));

  updated = update (pdf, &error);
  g_assert_no_error (error);
  assert_attached (updated);
  assert_checked (updated);
  g_unlink (plain);
  g_unlink (target);
  g_rmdir (folder);
}

/* What is not understood */

/* The last place counts. (nullable): there is none. */
static GBytes *
replace (GBytes     *bytes,
         const char *old,
         const char *new)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  gsize at = size - strlen (old);
  GString *text;

  while (at > 0 && memcmp (data + at, old, strlen (old)) != 0)
    at--;
  if (at == 0)
    return NULL;

  text = g_string_new_len (data, (gssize) size);
  g_string_erase (text, (gssize) at, (gssize) strlen (old));
  g_string_insert (text, (gssize) at, new);
  return g_string_free_to_bytes (text);
}

typedef struct
{
  const char *name;
  const char *old;
  const char *new;
  const char *message;
} Refused;

static const Refused refused_cases[] = {
  { "no-directory", "startxref", "startxxxx", "no directory" },
  { "directory-elsewhere", "startxref\n", "startxref1", "directory is damaged" },
  { "broken-table", "0000000000 65535", "000000000a 65535", "directory is damaged" },
  { "no-root", "/Root", "/Ruin", "catalogue is missing" },
  { "no-trailer", "trailer", "trailor", "directory is damaged" },
  { "encrypted", "/Info ", "/Encrypt ", "password" },
};

static void
test_refused (gconstpointer data)
{
  const Refused *refused = data;
  g_autoptr (GBytes) pdf = make_by_cairo ();
  g_autoptr (GBytes) damaged = replace (pdf, refused->old, refused->new);
  g_autoptr (GBytes) updated = NULL;
  g_autoptr (GError) error = NULL;

  if (damaged == NULL)
    {
      g_assert_true (has_stream (pdf));
      g_test_skip ("this cairo writes its directory as a stream");
      return;
    }
  updated = update (damaged, &error);
  g_assert_null (updated);
  g_assert_error (error, GJ_EXPORT_ERROR, GJ_EXPORT_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, refused->message));
}

static void
test_twice (void)
{
  g_autoptr (GBytes) pdf = make_by_cairo ();
  g_autoptr (GBytes) updated = update (pdf, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) twice = update (updated, &error);

  g_assert_null (twice);
  g_assert_nonnull (strstr (error->message, "carries files already"));
}

static void
test_signed (void)
{
  g_autoptr (GBytes) pdf = make_by_cairo ();
  gsize size = g_bytes_get_size (pdf);
  g_autoptr (GString) text = g_string_new_len (g_bytes_get_data (pdf, NULL), (gssize) size);
  g_autoptr (GBytes) signed_pdf = NULL;
  g_autoptr (GBytes) other = g_bytes_new_static ("not /ByteRange", 14);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) updated = NULL;

  g_string_append (text, "% /ByteRange [ 0 100 200 300 ]\n");
  signed_pdf = g_string_free_to_bytes (g_steal_pointer (&text));
  g_assert_false (gj_pdf_is_signed (pdf));
  g_assert_false (gj_pdf_is_signed (other));
  g_assert_true (gj_pdf_is_signed (signed_pdf));
  updated = update (signed_pdf, &error);
  g_assert_null (updated);
  g_assert_nonnull (strstr (error->message, "signed"));
}

/* No byte that is changed, and no end that is lost, does more than be refused. */
static void
test_damage (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (bases); i++)
    {
      g_autoptr (GBytes) pdf = bases[i].make ();
      g_autoptr (GRand) rand = g_rand_new_with_seed (7);
      gsize size = g_bytes_get_size (pdf);

      for (gsize at = 0; at < size; at++)
        {
          g_autofree char *data = g_memdup2 (g_bytes_get_data (pdf, NULL), size);
          g_autoptr (GBytes) damaged = NULL;
          g_autoptr (GBytes) cut = g_bytes_new_from_bytes (pdf, 0, at);
          g_autoptr (GBytes) first = NULL;
          g_autoptr (GBytes) second = NULL;

          data[at] = (char) g_rand_int_range (rand, 0, 256);
          damaged = g_bytes_new (data, size);
          first = update (damaged, NULL);
          second = update (cut, NULL);
          g_assert_true (second == NULL || at > size - 12);
        }
    }
}

/* The report inside */

static GBytes *
read_attached (GBytes *pdf)
{
  g_autoptr (Document) document = poppler_document_new_from_bytes (pdf, NULL, NULL);
  GString *text = g_string_new (NULL);
  GList *attachments = poppler_document_get_attachments (document);

  if (attachments == NULL)
    {
      g_string_free (text, TRUE);
      return NULL;
    }
  g_assert_true (poppler_attachment_save_to_callback (attachments->data, save_cb, text, NULL));
  g_list_free_full (attachments, g_object_unref);

  return g_string_free_to_bytes (text);
}

typedef struct
{
  const char *copy;
  const char *source;
  int         whole;
} Inside;

/* 1: everything, 0: what is published, -1: nothing. */
static const Inside insides[] = {
  { NULL, NULL, 0 },
  { "final", NULL, 0 },
  { "submitted", NULL, 1 },
  { "reviewed", "fitting", 1 },
  { "final", "whole", 1 },
  { "submitted", "published", 0 },
  { "final", "none", -1 },
};

static void
test_inside (gconstpointer data)
{
  const Inside *inside = data;
  g_autoptr (GjReport) report = gj_sample_report_new ();
  g_autoptr (GjComment) comment = gj_comment_new ("c1", "overview", NULL, NULL, "此处须请示");
  g_autoptr (GjFonts) fonts = gj_fonts_new (NULL);
  GjPaperOptions options = { .copy_date = "2026-01-09" };
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GBytes) attached = NULL;
  g_autoptr (GBytes) expected = NULL;

  gj_report_init_comment (report, comment);
  gj_report_init_setting (report, "sheet-drafter", "张三");
  /* Kept for other copies, and not asked for here. */
  gj_report_init_setting (report, GJ_PAPER_SETTING_COPY, "submitted");
  if (inside->copy != NULL)
    gj_copy_kind_find (inside->copy, &options.copy);
  if (inside->source != NULL)
    gj_report_init_setting (report, GJ_PDF_SETTING_SOURCE, inside->source);
  pdf = gj_pdf_export_on_paper (report, fonts, inside->copy != NULL ? &options : NULL, NULL, NULL);
  attached = read_attached (pdf);
  if (inside->whole < 0)
    {
      g_assert_null (attached);
      return;
    }
  expected = inside->whole > 0 ? gj_store_write (report) : gj_store_write_published (report);
  g_assert_true (g_bytes_equal (attached, expected));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (bases); i++)
    {
      g_autofree char *name = g_strdup_printf ("/export/pdf-update/%s", bases[i].name);

      g_test_add_data_func (name, &bases[i], test_update);
    }
  g_test_add_func ("/export/pdf-update/names", test_names);
  g_test_add_func ("/export/pdf-update/no-source", test_no_source);
  g_test_add_func ("/export/pdf-update/labels", test_labels);
  g_test_add_func ("/export/pdf-update/qpdf", test_qpdf);
  for (gsize i = 0; i < G_N_ELEMENTS (refused_cases); i++)
    {
      g_autofree char *name = g_strdup_printf ("/export/pdf-update/refused/%s", refused_cases[i].name);

      g_test_add_data_func (name, &refused_cases[i], test_refused);
    }
  g_test_add_func ("/export/pdf-update/twice", test_twice);
  g_test_add_func ("/export/pdf-update/signed", test_signed);
  g_test_add_func ("/export/pdf-update/damage", test_damage);
  for (gsize i = 0; i < G_N_ELEMENTS (insides); i++)
    {
      g_autofree char *name = g_strdup_printf ("/export/pdf-update/inside/%" G_GSIZE_FORMAT, i);

      g_test_add_data_func (name, &insides[i], test_inside);
    }

  return g_test_run ();
}
