/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-pdf-update.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "gj-base.h"
#include "gj-export-error.h"

/* What cairo cannot write is appended as an incremental update (ISO 32000-1, 7.5.6): not a
 * byte before it changes. The directory of the update is of the kind that the file has. */

typedef struct
{
  guint number;
  gsize at;
} Entry;

typedef struct
{
  GjPdfStructure *structure;
  GString        *out;
  GArray         *entries;
  guint           n_objects;
  gsize           start;
} Update;

static gboolean
refuse (GError     **error,
        const char  *reason)
{
  g_set_error (error, GJ_EXPORT_ERROR, GJ_EXPORT_ERROR_FAILED,
               _("The report could not be put into the PDF: %s."), reason);

  return FALSE;
}

/* Begins an object; 0 stands for a new one. */
static guint
begin_object (Update *self,
              guint   number)
{
  Entry entry = { number > 0 ? number : self->n_objects++, self->out->len };

  g_array_append_val (self->entries, entry);
  g_string_append_printf (self->out, "%u 0 obj\n", entry.number);

  return entry.number;
}

static void
end_object (Update *self)
{
  g_string_append (self->out, "\nendobj\n");
}

static void
append_span (GString   *out,
             GjPdfSpan  span)
{
  g_string_append_len (out, span.start, span.end - span.start);
}

static void
append_hexadecimal (GString      *out,
                    const guint8 *data,
                    gsize         size)
{
  g_string_append_c (out, '<');
  for (gsize i = 0; i < size; i++)
    g_string_append_printf (out, "%02x", data[i]);
  g_string_append_c (out, '>');
}

/* Text of any language: UTF-16 with a mark before it. */
static void
append_text (GString    *out,
             const char *text)
{
  gsize size = 0;
  g_autofree char *wide = g_convert (text, -1, "UTF-16BE", "UTF-8", NULL, &size, NULL);
  g_autofree guint8 *marked = g_malloc (size + 2);

  marked[0] = 0xfe;
  marked[1] = 0xff;
  if (size > 0)
    memcpy (marked + 2, wide, size);
  append_hexadecimal (out, marked, size + 2);
}

/* A name may hold anything; what is no plain character is written as #2F. */
static void
append_name (GString    *out,
             const char *name)
{
  g_string_append_c (out, '/');
  for (const char *p = name; *p != '\0'; p++)
    {
      if (g_ascii_isalnum (*p) || strchr ("+-._", *p) != NULL)
        g_string_append_c (out, *p);
      else
        g_string_append_printf (out, "#%02X", (guint8) *p);
    }
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
  append_hexadecimal (out, digest, digest_size);
  append_date (out, "CreationDate", attachment->date);
  append_date (out, "ModDate", attachment->date);
  g_string_append (out, " >>");
}

static guint
append_content (Update                *self,
                const GjPdfAttachment *attachment,
                GBytes                *deflated)
{
  guint number = begin_object (self, 0);
  gsize size;
  const char *data = g_bytes_get_data (deflated, &size);

  g_string_append (self->out, "<< /Type /EmbeddedFile /Subtype ");
  append_name (self->out, attachment->mime_type);
  g_string_append_printf (self->out, " /Filter /FlateDecode /Length %" G_GSIZE_FORMAT "\n   ", size);
  append_parameters (self->out, attachment);
  g_string_append (self->out, " >>\nstream\n");
  g_string_append_len (self->out, data, (gssize) size);
  g_string_append (self->out, "\nendstream");
  end_object (self);

  return number;
}

/* ISO 19005-3, 6.8 and Annex E: a file that is the source of the document. */
static guint
append_specification (Update                *self,
                      const GjPdfAttachment *attachment,
                      guint                  content)
{
  guint number = begin_object (self, 0);

  g_string_append_printf (self->out, "<< /Type /Filespec /F (%s) /UF (%s) /AFRelationship /Source\n   /Desc ",
                          attachment->name, attachment->name);
  append_text (self->out, attachment->description);
  g_string_append_printf (self->out, "\n   /EF << /F %u 0 R /UF %u 0 R >> >>", content, content);
  end_object (self);

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
      append_span (out, key);
      g_string_append_c (out, ' ');
      append_span (out, value);
      g_string_append (out, "\n   ");
    }
}

static gboolean
append_names (Update                *self,
              GjPdfSpan              catalogue,
              const GjPdfAttachment *attachment,
              guint                  specification,
              GError               **error)
{
  GjPdfSpan names;
  GjPdfSpan files;

  g_string_append (self->out, "/Names << ");
  if (gj_pdf_span_find_key (catalogue, "/Names", &names))
    {
      if (!gj_pdf_structure_resolve (self->structure, &names) || !gj_pdf_span_is_dictionary (names))
        return refuse (error, _("its list of names is damaged"));
      if (gj_pdf_span_find_key (names, "/EmbeddedFiles", &files))
        return refuse (error, _("it carries files already"));
      append_entries (self->out, names);
    }
  g_string_append_printf (self->out, "/EmbeddedFiles << /Names [ (%s) %u 0 R ] >> >>\n   /AF [ %u 0 R ]\n   ",
                          attachment->name, specification, specification);

  return TRUE;
}

static gboolean
append_catalogue (Update                *self,
                  guint                  number,
                  const char            *language,
                  const GjPdfAttachment *attachment,
                  guint                  specification,
                  GError               **error)
{
  GjPdfSpan catalogue;
  GjPdfSpan rest;
  GjPdfSpan key;
  GjPdfSpan value;

  if (!gj_pdf_structure_find_object (self->structure, number, &catalogue) || !gj_pdf_span_is_dictionary (catalogue))
    return refuse (error, _("its catalogue is missing"));

  begin_object (self, number);
  g_string_append (self->out, "<< ");
  rest = gj_pdf_span_enter (catalogue);
  while (gj_pdf_span_next_entry (&rest, &key, &value))
    if (!is_replaced (key, specification))
      {
        append_span (self->out, key);
        g_string_append_c (self->out, ' ');
        append_span (self->out, value);
        g_string_append (self->out, "\n   ");
      }
  g_string_append_printf (self->out, "/Lang (%s)\n   /ViewerPreferences << /DisplayDocTitle true >>\n   ", language);
  if (specification > 0 && !append_names (self, catalogue, attachment, specification, error))
    return FALSE;
  g_string_append (self->out, ">>");
  end_object (self);

  return TRUE;
}

/* The directory */

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const Entry *first = a;
  const Entry *second = b;

  return (first->number > second->number) - (first->number < second->number);
}

/* How many entries from @index on have numbers in a row. */
static guint
count_run (const Update *self,
           guint         index)
{
  const Entry *first = &g_array_index (self->entries, Entry, index);
  guint n = 1;

  while (index + n < self->entries->len && first[n].number == first->number + n)
    n++;

  return n;
}

/* The first half of the name of a file stays with it for ever; without one it is made of
 * the bytes. The second is of this state of it. */
static void
append_identity (Update    *self,
                 GjPdfSpan  trailer,
                 GBytes    *pdf)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[32];
  gsize digest_size = sizeof digest;
  GjPdfSpan identity = { NULL, NULL };
  GjPdfSpan first;

  if (gj_pdf_span_find_key (trailer, "/ID", &identity))
    identity = gj_pdf_span_enter (identity);
  g_string_append (self->out, "/ID [ ");
  g_checksum_update (checksum, g_bytes_get_data (pdf, NULL), (gssize) g_bytes_get_size (pdf));
  if (identity.start != NULL && gj_pdf_span_next_value (&identity, &first))
    append_span (self->out, first);
  else
    {
      g_autoptr (GChecksum) copy = g_checksum_copy (checksum);

      g_checksum_get_digest (copy, digest, &digest_size);
      append_hexadecimal (self->out, digest, 16);
    }
  g_checksum_update (checksum, (const guchar *) self->out->str, (gssize) self->out->len);
  digest_size = sizeof digest;
  g_checksum_get_digest (checksum, digest, &digest_size);
  g_string_append_c (self->out, ' ');
  append_hexadecimal (self->out, digest, 16);
  g_string_append (self->out, " ]");
}

static void
append_trailer_keys (Update *self,
                     GBytes *pdf)
{
  GjPdfSpan trailer = gj_pdf_structure_get_trailer (self->structure);
  GjPdfSpan value;

  g_string_append_printf (self->out, "/Size %u\n   /Prev %" G_GSIZE_FORMAT "\n   ", self->n_objects,
                          gj_pdf_structure_get_directory (self->structure));
  for (guint i = 0; i < 2; i++)
    {
      const char *key = i == 0 ? "/Root" : "/Info";

      if (!gj_pdf_span_find_key (trailer, key, &value))
        continue;
      g_string_append_printf (self->out, "%s ", key);
      append_span (self->out, value);
      g_string_append (self->out, "\n   ");
    }
  append_identity (self, trailer, pdf);
}

static void
append_table (Update *self,
              GBytes *pdf)
{
  gsize at = self->start + self->out->len;
  guint n;

  g_string_append (self->out, "xref\n");
  for (guint i = 0; i < self->entries->len; i += n)
    {
      n = count_run (self, i);
      g_string_append_printf (self->out, "%u %u\n", g_array_index (self->entries, Entry, i).number, n);
      for (guint j = i; j < i + n; j++)
        g_string_append_printf (self->out, "%010" G_GSIZE_FORMAT " 00000 n \n",
                                self->start + g_array_index (self->entries, Entry, j).at);
    }
  g_string_append (self->out, "trailer\n<< ");
  append_trailer_keys (self, pdf);
  g_string_append_printf (self->out, " >>\nstartxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n", at);
}

/* The stream is an object itself, and names itself. */
static void
append_stream (Update *self,
               GBytes *pdf)
{
  gsize at = self->start + self->out->len;
  g_autoptr (GByteArray) data = g_byte_array_new ();
  guint n;

  begin_object (self, 0);
  g_array_sort (self->entries, compare_entries);
  g_string_append (self->out, "<< /Type /XRef /W [ 1 4 2 ]\n   /Index [");
  for (guint i = 0; i < self->entries->len; i += n)
    {
      n = count_run (self, i);
      g_string_append_printf (self->out, " %u %u", g_array_index (self->entries, Entry, i).number, n);
    }
  for (guint i = 0; i < self->entries->len; i++)
    {
      gsize place = self->start + g_array_index (self->entries, Entry, i).at;

      g_byte_array_append (data, (const guint8[]) { 1, (guint8) (place >> 24), (guint8) (place >> 16),
                                                    (guint8) (place >> 8), (guint8) place, 0, 0 }, 7);
    }
  g_string_append_printf (self->out, " ]\n   /Length %u\n   ", data->len);
  append_trailer_keys (self, pdf);
  g_string_append (self->out, " >>\nstream\n");
  g_string_append_len (self->out, (const char *) data->data, data->len);
  g_string_append (self->out, "\nendstream");
  end_object (self);
  g_string_append_printf (self->out, "startxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n", at);
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
append_update (Update                *self,
               GBytes                *pdf,
               const char            *language,
               const GjPdfAttachment *attachment,
               GError               **error)
{
  guint specification = 0;
  guint root;

  if (!find_root (self->structure, &root, error))
    return FALSE;
  if (attachment != NULL && attachment->content != NULL)
    {
      g_autoptr (GBytes) deflated = deflate (attachment->content, error);

      if (deflated == NULL)
        return FALSE;
      specification = append_specification (self, attachment, append_content (self, attachment, deflated));
    }
  if (!append_catalogue (self, root, language, attachment, specification, error))
    return FALSE;

  g_array_sort (self->entries, compare_entries);
  if (gj_pdf_structure_has_stream (self->structure))
    append_stream (self, pdf);
  else
    append_table (self, pdf);

  return TRUE;
}

/**
 * gj_pdf_update:
 * @pdf: a PDF, without a signature
 * @language: the language of its text, such as "zh-CN"
 * @attachment: (nullable): its source
 *
 * Appends to a PDF what cairo cannot write: the language, that its title is to be shown,
 * and the attached source. What was there stays as it is, byte for byte; the same PDF and
 * source give the same bytes. Sets %GJ_EXPORT_ERROR_FAILED when the PDF is not understood.
 *
 * Returns: (transfer full): the PDF with the update, or %NULL with an error
 */
GBytes *
gj_pdf_update (GBytes                 *pdf,
               const char             *language,
               const GjPdfAttachment  *attachment,
               GError                **error)
{
  g_autoptr (GError) reason = NULL;
  g_autoptr (GjPdfStructure) structure = NULL;
  g_autoptr (GString) out = NULL;
  g_autoptr (GArray) entries = NULL;
  Update update;
  gsize size;
  const char *data;

  g_return_val_if_fail (pdf != NULL && language != NULL, NULL);

  structure = gj_pdf_structure_new (pdf, &reason);
  if (structure == NULL || gj_pdf_is_signed (pdf))
    {
      refuse (error, reason != NULL ? reason->message : _("it is signed"));
      return NULL;
    }

  data = g_bytes_get_data (pdf, &size);
  out = g_string_new (size > 0 && data[size - 1] == '\n' ? NULL : "\n");
  entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  update = (Update) { structure, out, entries, gj_pdf_structure_get_n_objects (structure), size };
  if (!append_update (&update, pdf, language, attachment, error))
    return NULL;

  g_string_prepend_len (out, data, (gssize) size);

  return g_string_free_to_bytes (g_steal_pointer (&out));
}
