/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-docx-export.h"

#include <stdlib.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "gj-docx-export-private.h"
#include "gj-export-error.h"
#include "gj-word-resources.h"

/* The package: what never changes comes from data/word, the document is written, and a
 * list says what is what. Every number and date in it comes from the report, so the same
 * report gives the same bytes, and nothing tells who made it. */

#define HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
#define PACKAGE "http://schemas.openxmlformats.org/package/2006/"
#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/"
#define DRAWING "http://schemas.openxmlformats.org/drawingml/2006/"
#define WORD "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define WORD_TYPE "application/vnd.openxmlformats-officedocument.wordprocessingml."
#define PACKAGE_TYPE "application/vnd.openxmlformats-package."

/* What is written of the report's texts besides their bytes. */
#define SIZE_GUESS (192 << 10)

/* The parts from data/word, with what they are to the document. */
static const struct
{
  const char *resource;
  const char *name;
  const char *type;
  const char *relation;
} parts[] = {
  { "styles.xml", "styles.xml", "styles+xml", "styles" },
  { "settings.xml", "settings.xml", "settings+xml", "settings" },
  { "font-table.xml", "fontTable.xml", "fontTable+xml", "fontTable" },
  { "footer-odd.xml", "footer1.xml", "footer+xml", "footer" },
  { "footer-even.xml", "footer2.xml", "footer+xml", "footer" },
};

/* The page of GB/T 9704-2012, 5: margins, type area, grid of lines and characters; odd
   and even pages have their numbers outside. */
#define SECTION \
  "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"rId4\"/><w:footerReference w:type=\"even\" r:id=\"rId5\"/>" \
  "<w:pgSz w:w=\"11906\" w:h=\"16838\"/>" \
  "<w:pgMar w:top=\"2098\" w:right=\"1468\" w:bottom=\"1984\" w:left=\"1588\" w:header=\"851\" w:footer=\"1389\"" \
  " w:gutter=\"0\"/><w:cols w:space=\"425\"/>" \
  "<w:docGrid w:type=\"linesAndChars\" w:linePitch=\"579\" w:charSpace=\"-849\"/></w:sectPr>"

static gboolean
add_text (GjZipWriter  *zip,
          const char   *name,
          GString      *text,
          GError      **error)
{
  return gj_zip_writer_add (zip, name, text->str, text->len, error);
}

static gboolean
add_resource (GjZipWriter  *zip,
              const char   *name,
              const char   *resource,
              GError      **error)
{
  g_autofree char *path = g_strconcat ("/io/github/gouji/Gouji/word/", resource, NULL);
  g_autoptr (GBytes) bytes = gj_resource_lookup_data (_gj_word_get_resource, path, error);
  gsize size;
  gconstpointer data;

  if (bytes == NULL)
    return FALSE;
  data = g_bytes_get_data (bytes, &size);
  return gj_zip_writer_add (zip, name, data, size, error);
}

/* The list of parts and their relations */

static gboolean
add_types (GjDocxExport  *self,
           GjZipWriter   *zip,
           GError       **error)
{
  g_autoptr (GString) out = g_string_new (HEAD "<Types xmlns=\"" PACKAGE "content-types\">"
                                          "<Default Extension=\"rels\" ContentType=\"" PACKAGE_TYPE
                                          "relationships+xml\"/>"
                                          "<Default Extension=\"xml\" ContentType=\"application/xml\"/>");

  if (self->pictures->len > 0)
    g_string_append (out, "<Default Extension=\"png\" ContentType=\"image/png\"/>"
                     "<Default Extension=\"jpeg\" ContentType=\"image/jpeg\"/>");
  g_string_append (out, "<Override PartName=\"/word/document.xml\" ContentType=\"" WORD_TYPE "document.main+xml\"/>");
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    g_string_append_printf (out, "<Override PartName=\"/word/%s\" ContentType=\"" WORD_TYPE "%s\"/>",
                            parts[i].name, parts[i].type);
  if (self->comments != NULL)
    g_string_append (out, "<Override PartName=\"/word/comments.xml\" ContentType=\"" WORD_TYPE "comments+xml\"/>");
  g_string_append (out, "<Override PartName=\"/docProps/core.xml\" ContentType=\"" PACKAGE_TYPE
                   "core-properties+xml\"/><Override PartName=\"/docProps/app.xml\" ContentType=\"application/"
                   "vnd.openxmlformats-officedocument.extended-properties+xml\"/></Types>");

  return add_text (zip, "[Content_Types].xml", out, error);
}

static gboolean
add_package_relations (GjZipWriter  *zip,
                       GError      **error)
{
  static const char relations[] =
    HEAD "<Relationships xmlns=\"" PACKAGE "relationships\">"
    "<Relationship Id=\"rId1\" Type=\"" OFFICE "relationships/officeDocument\" Target=\"word/document.xml\"/>"
    "<Relationship Id=\"rId2\" Type=\"" PACKAGE "relationships/metadata/core-properties\""
    " Target=\"docProps/core.xml\"/>"
    "<Relationship Id=\"rId3\" Type=\"" OFFICE "relationships/extended-properties\" Target=\"docProps/app.xml\"/>"
    "</Relationships>";

  return gj_zip_writer_add (zip, "_rels/.rels", relations, strlen (relations), error);
}

static const char *
get_suffix (const GjPicture *picture)
{
  return g_strcmp0 (picture->type, "image/png") == 0 ? "png" : "jpeg";
}

static gboolean
add_document_relations (GjDocxExport  *self,
                        GjZipWriter   *zip,
                        GError       **error)
{
  g_autoptr (GString) out = g_string_new (HEAD "<Relationships xmlns=\"" PACKAGE "relationships\">");

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    g_string_append_printf (out, "<Relationship Id=\"rId%u\" Type=\"" OFFICE "relationships/%s\" Target=\"%s\"/>",
                            i + 1, parts[i].relation, parts[i].name);
  if (self->comments != NULL)
    g_string_append (out, "<Relationship Id=\"rIdComments\" Type=\"" OFFICE "relationships/comments\""
                     " Target=\"comments.xml\"/>");
  for (guint i = 0; i < self->pictures->len; i++)
    g_string_append_printf (out, "<Relationship Id=\"rIdPicture%u\" Type=\"" OFFICE "relationships/image\""
                            " Target=\"media/image%u.%s\"/>", i + 1, i + 1, get_suffix (self->pictures->pdata[i]));
  g_string_append (out, "</Relationships>");

  return add_text (zip, "word/_rels/document.xml.rels", out, error);
}

/* What the document says about itself */

/* The report's date, else 31 January of the next year, by which reports are due
   (政府信息公开条例, 第四十九条). */
static char *
get_date (GjReport *report)
{
  const char *date = gj_report_get_field (report, GJ_FIELD_DATE);
  g_auto (GStrv) parts_of_date = g_strsplit (date != NULL ? date : "", "-", -1);
  int year = gj_report_get_year (report);

  if (g_strv_length (parts_of_date) == 3 && strlen (date) == 10 &&
      g_date_valid_dmy (atoi (parts_of_date[2]), atoi (parts_of_date[1]), atoi (parts_of_date[0])))
    return g_strdup (date);
  return g_strdup_printf ("%04d-01-31", year > 0 ? year + 1 : 2000);
}

static void
add_property (GString    *out,
              const char *name,
              const char *value)
{
  if (value == NULL || *value == '\0')
    return;
  g_string_append_printf (out, "<%s>", name);
  _gj_docx_export_escape (out, value, -1);
  g_string_append_printf (out, "</%s>", name);
}

/* The author is the body that publishes it, never a person. */
static gboolean
add_properties (GjReport     *report,
                GjZipWriter  *zip,
                GError      **error)
{
  g_autoptr (GString) out = g_string_new (HEAD "<cp:coreProperties xmlns:cp=\"" PACKAGE "metadata/core-properties\""
                                          " xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
                                          " xmlns:dcterms=\"http://purl.org/dc/terms/\""
                                          " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">");
  const char *title = gj_report_get_field (report, GJ_FIELD_TITLE);
  g_auto (GStrv) lines = g_strsplit (title != NULL ? title : "", "\n", -1);
  g_autofree char *one_line = g_strjoinv ("", lines);
  g_autofree char *date = get_date (report);

  add_property (out, "dc:title", one_line);
  add_property (out, "dc:subject", "政府信息公开工作年度报告");
  add_property (out, "dc:creator", gj_report_get_field (report, GJ_FIELD_BODY));
  add_property (out, "cp:keywords", gj_report_get_field (report, GJ_FIELD_YEAR));
  g_string_append_printf (out,
                          "<dcterms:created xsi:type=\"dcterms:W3CDTF\">%sT00:00:00Z</dcterms:created>"
                          "<dcterms:modified xsi:type=\"dcterms:W3CDTF\">%sT00:00:00Z</dcterms:modified>"
                          "<dc:language>zh-CN</dc:language></cp:coreProperties>", date, date);

  return add_text (zip, "docProps/core.xml", out, error);
}

/* The package */

static void
export_clear (GjDocxExport *self)
{
  g_clear_pointer (&self->pictures, g_ptr_array_unref);
  g_clear_pointer (&self->comments, g_ptr_array_unref);
  g_clear_pointer (&self->places, g_ptr_array_unref);
  if (self->out != NULL)
    g_string_free (g_steal_pointer (&self->out), TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GjDocxExport, export_clear)

static gboolean
write_document (GjDocxExport  *self,
                GCancellable  *cancellable,
                GError       **error)
{
  g_string_append (self->out, HEAD "<w:document xmlns:w=\"" WORD "\" xmlns:r=\"" OFFICE "relationships\""
                   " xmlns:wp=\"" DRAWING "wordprocessingDrawing\" xmlns:a=\"" DRAWING "main\""
                   " xmlns:pic=\"" DRAWING "picture\"><w:body>");
  if (!_gj_docx_export_body (self, cancellable, error))
    return FALSE;
  g_string_append (self->out, SECTION "</w:body></w:document>");
  return TRUE;
}

static gboolean
add_pictures (GjDocxExport  *self,
              GjZipWriter   *zip,
              GError       **error)
{
  for (guint i = 0; i < self->pictures->len; i++)
    {
      const GjPicture *picture = self->pictures->pdata[i];
      g_autofree char *name = g_strdup_printf ("word/media/image%u.%s", i + 1, get_suffix (picture));
      gsize size;
      gconstpointer data = g_bytes_get_data (picture->bytes, &size);

      if (!gj_zip_writer_store (zip, name, data, size, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_comments (GjDocxExport  *self,
              GjZipWriter   *zip,
              GError       **error)
{
  g_autoptr (GString) out = g_string_new (HEAD "<w:comments xmlns:w=\"" WORD "\">");

  if (self->comments == NULL)
    return TRUE;
  _gj_docx_export_list_comments (self, out);
  g_string_append (out, "</w:comments>");
  return add_text (zip, "word/comments.xml", out, error);
}

static gboolean
add_parts (GjDocxExport  *self,
           GjZipWriter   *zip,
           GError       **error)
{
  if (!add_types (self, zip, error) || !add_package_relations (zip, error) ||
      !add_text (zip, "word/document.xml", self->out, error) || !add_document_relations (self, zip, error))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *name = g_strconcat ("word/", parts[i].name, NULL);

      if (!add_resource (zip, name, parts[i].resource, error))
        return FALSE;
    }

  return add_comments (self, zip, error) && add_pictures (self, zip, error) &&
         add_properties (self->report, zip, error) && add_resource (zip, "docProps/app.xml", "app.xml", error);
}

/**
 * gj_docx_export_with_options:
 * @report: a report that this thread may read
 * @options: (nullable): what was chosen about the document
 *
 * Writes a report as a document of Word in the layout of GB/T 9704-2012: the same report,
 * the same bytes. Sets %GJ_EXPORT_ERROR_FAILED when it is too large for a document.
 *
 * Returns: (transfer full): the file, or %NULL with an error
 */
GBytes *
gj_docx_export_with_options (GjReport             *report,
                             const GjDocxOptions  *options,
                             GCancellable         *cancellable,
                             GError              **error)
{
  g_auto (GjDocxExport) self = { 0 };
  g_autoptr (GjZipWriter) zip = gj_zip_writer_new ();
  g_autoptr (GError) reason = NULL;

  g_return_val_if_fail (GJ_IS_REPORT (report), NULL);

  self.report = report;
  self.form = gj_report_get_form (report);
  self.out = g_string_sized_new (SIZE_GUESS);
  self.pictures = g_ptr_array_new ();
  if (options != NULL && options->comments && gj_report_get_comments (report)->len > 0)
    _gj_docx_export_take_comments (&self);
  if (!write_document (&self, cancellable, error))
    return NULL;
  if (!add_parts (&self, zip, &reason))
    {
      g_set_error (error, GJ_EXPORT_ERROR, GJ_EXPORT_ERROR_FAILED, _("The Word document could not be made: %s."),
                   reason->message);
      return NULL;
    }

  return gj_zip_writer_end (zip);
}

/**
 * gj_docx_export:
 * @report: a report that this thread may read
 *
 * The same as it is handed in: nothing but the report.
 *
 * Returns: (transfer full): the file, or %NULL with an error
 */
GBytes *
gj_docx_export (GjReport      *report,
                GCancellable  *cancellable,
                GError       **error)
{
  return gj_docx_export_with_options (report, NULL, cancellable, error);
}
