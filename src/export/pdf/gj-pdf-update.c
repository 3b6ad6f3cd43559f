/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-pdf-update.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "gj-base.h"
#include "gj-export-error.h"

#include "gj-pdf-appendix.h"

/* What cairo cannot write is appended as an incremental update (ISO 32000-1, 7.5.6): not a
 * byte before it changes. */

static gboolean
refuse (GError     **error,
        const char  *reason)
{
  g_set_error (error, GJ_EXPORT_ERROR, GJ_EXPORT_ERROR_FAILED,
               _("The report could not be put into the PDF: %s."), reason);

  return FALSE;
}

/* The start of a day in China, as PDF writes it. */
static void
append_date (GString    *out,
             const char *key,
             const char *date)
{
  if (date == NULL)
    return;

  g_string_append_printf (out, " /%s (D:", key);
  for (const char *p = date; *p != '\0'; p++)
    if (g_ascii_isdigit (*p))
      g_string_append_c (out, *p);
  g_string_append (out, "000000+08'00')");
}

static GBytes *
deflate (GBytes  *bytes,
         GError **error)
{
  g_autoptr (GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, 9);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  gsize room = size + size / 1000 + 1024;
  g_autofree char *out = g_malloc (room);
  gsize n_read;
  gsize n_written;

  if (g_converter_convert (G_CONVERTER (compressor), data, size, out, room, G_CONVERTER_INPUT_AT_END, &n_read,
                           &n_written, error) != G_CONVERTER_FINISHED)
    {
      if (error != NULL && *error == NULL)
        refuse (error, _("it could not be compressed"));
      return NULL;
    }

  return g_bytes_new_take (g_steal_pointer (&out), n_written);
}

/* The attached file */

static void
append_parameters (GString               *out,
                   const GjPdfAttachment *attachment)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_MD5);
  gsize size;
  const guint8 *data = g_bytes_get_data (attachment->content, &size);
  guint8 digest[16];
  gsize digest_size = sizeof digest;

  g_checksum_update (checksum, data, (gssize) size);
  g_checksum_get_digest (checksum, digest, &digest_size);
  g_string_append_printf (out, "/Params << /Size %" G_GSIZE_FORMAT " /CheckSum ", size);
  _gj_pdf_append_hexadecimal (out, digest, digest_size);
  append_date (out, "CreationDate", attachment->date);
  append_date (out, "ModDate", attachment->date);
  g_string_append (out, " >>");
}

static guint
append_content (GjPdfAppendix         *self,
                const GjPdfAttachment *attachment,
                GBytes                *deflated)
{
  GString *out = _gj_pdf_appendix_get_out (self);
  guint number = _gj_pdf_appendix_begin (self, 0);
  gsize size;
  const char *data = g_bytes_get_data (deflated, &size);

  g_string_append (out, "<< /Type /EmbeddedFile /Subtype ");
  _gj_pdf_append_name (out, attachment->mime_type);
  g_string_append_printf (out, " /Filter /FlateDecode /Length %" G_GSIZE_FORMAT "\n   ", size);
  append_parameters (out, attachment);
  g_string_append (out, " >>\nstream\n");
  g_string_append_len (out, data, (gssize) size);
  g_string_append (out, "\nendstream");
  _gj_pdf_appendix_end (self);

  return number;
}

/* ISO 19005-3, 6.8 and Annex E: a file that is the source of the document. */
static guint
append_specification (GjPdfAppendix         *self,
                      const GjPdfAttachment *attachment,
                      guint                  content)
{
  GString *out = _gj_pdf_appendix_get_out (self);
  guint number = _gj_pdf_appendix_begin (self, 0);

  g_string_append_printf (out, "<< /Type /Filespec /F (%s) /UF (%s) /AFRelationship /Source\n   /Desc ",
                          attachment->name, attachment->name);
  _gj_pdf_append_text (out, attachment->description);
  g_string_append_printf (out, "\n   /EF << /F %u 0 R /UF %u 0 R >> >>", content, content);
  _gj_pdf_appendix_end (self);

  return number;
}

/* The catalogue */

static gboolean
is_replaced (GjPdfSpan key,
             guint     specification)
{
  return gj_pdf_span_equal (key, "/Lang") || gj_pdf_span_equal (key, "/ViewerPreferences") ||
         (specification > 0 && (gj_pdf_span_equal (key, "/AF") || gj_pdf_span_equal (key, "/Names")));
}

static void
append_entries (GString   *out,
                GjPdfSpan  dictionary)
{
  GjPdfSpan rest = gj_pdf_span_enter (dictionary);
  GjPdfSpan key;
  GjPdfSpan value;

  while (gj_pdf_span_next_entry (&rest, &key, &value))
    {
      _gj_pdf_append_span (out, key);
      g_string_append_c (out, ' ');
      _gj_pdf_append_span (out, value);
      g_string_append (out, "\n   ");
    }
}

static gboolean
append_names (GjPdfAppendix         *self,
              GjPdfSpan              catalogue,
              const GjPdfAttachment *attachment,
              guint                  specification,
              GError               **error)
{
  GString *out = _gj_pdf_appendix_get_out (self);
  GjPdfSpan names;
  GjPdfSpan files;

  g_string_append (out, "/Names << ");
  if (gj_pdf_span_find_key (catalogue, "/Names", &names))
    {
      if (!gj_pdf_structure_resolve (_gj_pdf_appendix_get_structure (self), &names) ||
          !gj_pdf_span_is_dictionary (names))
        return refuse (error, _("its list of names is damaged"));
      if (gj_pdf_span_find_key (names, "/EmbeddedFiles", &files))
        return refuse (error, _("it carries files already"));
      append_entries (out, names);
    }
  g_string_append_printf (out, "/EmbeddedFiles << /Names [ (%s) %u 0 R ] >> >>\n   /AF [ %u 0 R ]\n   ",
                          attachment->name, specification, specification);

  return TRUE;
}

/* cairo 1.16 leaves out the label of the first page when that is 1, which every reader
 * needs: a list of labels begins with the first page. */
static void
append_labels (GjPdfAppendix *self,
               GjPdfSpan      value)
{
  GString *out = _gj_pdf_appendix_get_out (self);
  GjPdfSpan labels = value;
  GjPdfSpan numbers = { NULL, NULL };
  GjPdfSpan first;

  if (gj_pdf_structure_resolve (_gj_pdf_appendix_get_structure (self), &labels) &&
      gj_pdf_span_find_key (labels, "/Nums", &numbers))
    {
      GjPdfSpan rest = gj_pdf_span_enter (numbers);

      if (gj_pdf_span_next_value (&rest, &first) && !gj_pdf_span_equal (first, "0"))
        {
          g_string_append (out, "<< /Nums [ 0 << /S /D /St 1 >>");
          _gj_pdf_append_span (out, gj_pdf_span_enter (numbers));
          g_string_append (out, "] >>");
          return;
        }
    }
  _gj_pdf_append_span (out, value);
}

static gboolean
append_catalogue (GjPdfAppendix         *self,
                  guint                  number,
                  const char            *language,
                  const GjPdfAttachment *attachment,
                  guint                  specification,
                  GArray                *cells,
                  GPtrArray             *figures,
                  GError               **error)
{
  GString *out = _gj_pdf_appendix_get_out (self);
  GjPdfSpan catalogue;
  GjPdfSpan rest;
  GjPdfSpan key;
  GjPdfSpan value;

  if (!gj_pdf_structure_find_object (_gj_pdf_appendix_get_structure (self), number, &catalogue) ||
      !gj_pdf_span_is_dictionary (catalogue))
    return refuse (error, _("its catalogue is missing"));

  _gj_pdf_append_cells (self, catalogue, cells);
  _gj_pdf_append_figures (self, catalogue, figures);
  _gj_pdf_appendix_begin (self, number);
  g_string_append (out, "<< ");
  rest = gj_pdf_span_enter (catalogue);
  while (gj_pdf_span_next_entry (&rest, &key, &value))
    if (!is_replaced (key, specification))
      {
        _gj_pdf_append_span (out, key);
        g_string_append_c (out, ' ');
        if (gj_pdf_span_equal (key, "/PageLabels"))
          append_labels (self, value);
        else
          _gj_pdf_append_span (out, value);
        g_string_append (out, "\n   ");
      }
  g_string_append_printf (out, "/Lang (%s)\n   /ViewerPreferences << /DisplayDocTitle true >>\n   ", language);
  if (specification > 0 && !append_names (self, catalogue, attachment, specification, error))
    return FALSE;
  g_string_append (out, ">>");
  _gj_pdf_appendix_end (self);

  return TRUE;
}

/* All of it */

static gboolean
find_root (GjPdfStructure  *structure,
           guint           *root,
           GError         **error)
{
  GjPdfSpan trailer = gj_pdf_structure_get_trailer (structure);
  GjPdfSpan value;

  if (gj_pdf_span_find_key (trailer, "/Encrypt", &value))
    return refuse (error, _("it is protected by a password"));
  if (!gj_pdf_span_find_key (trailer, "/Root", &value) || !gj_pdf_span_get_reference (value, root))
    return refuse (error, _("its catalogue is missing"));

  return TRUE;
}

static gboolean
append_update (GjPdfAppendix         *self,
               const char            *language,
               const GjPdfAttachment *attachment,
               GArray                *cells,
               GPtrArray             *figures,
               GError               **error)
{
  guint specification = 0;
  guint root;

  if (!find_root (_gj_pdf_appendix_get_structure (self), &root, error))
    return FALSE;
  if (attachment != NULL && attachment->content != NULL)
    {
      g_autoptr (GBytes) deflated = deflate (attachment->content, error);

      if (deflated == NULL)
        return FALSE;
      specification = append_specification (self, attachment, append_content (self, attachment, deflated));
    }

  return append_catalogue (self, root, language, attachment, specification, cells, figures, error);
}

/**
 * gj_pdf_update:
 * @pdf: a PDF, without a signature
 * @language: the language of its text, such as "zh-CN"
 * @attachment: (nullable): its source
 * @cells: (nullable) (element-type GjCellExtent): how large the cells of its tables are, in
 *         the order of their tags
 * @figures: (nullable) (element-type utf8): what its figures show, %NULL where nothing is
 *           said, in the order of their tags
 *
 * Appends to a PDF what cairo cannot write: the language, that its title is to be shown,
 * what the headers of tables head, how large the cells of tables are, what figures show,
 * and the attached source. What was there stays as it is, byte for byte; the same PDF and
 * source give the same bytes. Sets %GJ_EXPORT_ERROR_FAILED when the PDF is not understood.
 *
 * Returns: (transfer full): the PDF with the update, or %NULL with an error
 */
GBytes *
gj_pdf_update (GBytes                 *pdf,
               const char             *language,
               const GjPdfAttachment  *attachment,
               GArray                 *cells,
               GPtrArray              *figures,
               GError                **error)
{
  g_autoptr (GError) reason = NULL;
  g_autoptr (GjPdfStructure) structure = NULL;
  g_autoptr (GjPdfAppendix) appendix = NULL;

  g_return_val_if_fail (pdf != NULL && language != NULL, NULL);

  structure = gj_pdf_structure_new (pdf, &reason);
  if (structure == NULL || gj_pdf_is_signed (pdf))
    {
      refuse (error, reason != NULL ? reason->message : _("it is signed"));
      return NULL;
    }

  appendix = _gj_pdf_appendix_new (pdf, structure);
  if (!append_update (appendix, language, attachment, cells, figures, error))
    return NULL;

  return _gj_pdf_appendix_close (appendix);
}
