/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-package-writer.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#define RELATIONS "http://schemas.openxmlformats.org/package/2006/relationships"
#define PACKAGE "application/vnd.openxmlformats-package."
#define WORD_PROCESSING "application/vnd.openxmlformats-officedocument.wordprocessingml."
#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

struct _GjPackageWriter
{
  GByteArray     *out;
  struct archive *archive;
  GString        *relations;
};

static la_ssize_t
write_cb (struct archive *archive,
          void           *data,
          const void     *bytes,
          size_t          size)
{
  g_byte_array_append (data, bytes, (guint) size);

  return (la_ssize_t) size;
}

GjPackageWriter *
gj_package_writer_new (void)
{
  GjPackageWriter *self = g_new0 (GjPackageWriter, 1);

  self->out = g_byte_array_new ();
  self->archive = archive_write_new ();
  archive_write_set_format_zip (self->archive);
  archive_write_set_bytes_per_block (self->archive, 0);
  g_assert_cmpint (archive_write_open (self->archive, self->out, NULL, write_cb, NULL), ==, ARCHIVE_OK);

  return self;
}

void
gj_package_writer_free (GjPackageWriter *self)
{
  if (self == NULL)
    return;

  archive_write_free (self->archive);
  g_byte_array_unref (self->out);
  if (self->relations != NULL)
    g_string_free (self->relations, TRUE);
  g_free (self);
}

void
gj_package_writer_add_bytes (GjPackageWriter *self,
                             const char      *name,
                             gconstpointer    data,
                             gsize            size)
{
  struct archive_entry *entry = archive_entry_new ();

  archive_entry_set_pathname (entry, name);
  archive_entry_set_size (entry, (la_int64_t) size);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  archive_entry_set_mtime (entry, 946684800, 0);
  g_assert_cmpint (archive_write_header (self->archive, entry), ==, ARCHIVE_OK);
  g_assert_cmpint (archive_write_data (self->archive, data, size), ==, (la_ssize_t) size);
  archive_entry_free (entry);
}

void
gj_package_writer_add (GjPackageWriter *self,
                       const char      *name,
                       const char      *text)
{
  gj_package_writer_add_bytes (self, name, text, strlen (text));
}

/* A @body in a document with all the namespaces that Word declares. */
char *
gj_package_dup_document (const char *body)
{
  return g_strconcat (
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>"
    "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
    " xmlns:r=\"" OFFICE "\""
    " xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\""
    " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""
    " xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\""
    " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""
    " xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\""
    " xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\""
    " xmlns:dgm=\"http://schemas.openxmlformats.org/drawingml/2006/diagram\""
    " xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\""
    " xmlns:new=\"http://example.org/not-yet-known\""
    " xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\">"
    "<w:body>", body, "</w:body></w:document>", NULL);
}

/* A package with a document; its own relations are written at the end. */
GjPackageWriter *
gj_package_writer_new_docx (const char *body)
{
  GjPackageWriter *self = gj_package_writer_new ();
  g_autofree char *document = gj_package_dup_document (body);

  self->relations = g_string_new (NULL);
  gj_package_writer_add (self, "[Content_Types].xml",
                         "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                         "<Default Extension=\"rels\" ContentType=\"" PACKAGE "relationships+xml\"/>"
                         "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                         "<Override PartName=\"/word/document.xml\" ContentType=\"" WORD_PROCESSING
                         "document.main+xml\"/></Types>");
  gj_package_writer_add (self, "_rels/.rels",
                         "<Relationships xmlns=\"" RELATIONS "\"><Relationship Id=\"rId1\" "
                         "Type=\"" OFFICE "/officeDocument\" Target=\"word/document.xml\"/></Relationships>");
  gj_package_writer_add (self, "word/document.xml", document);

  return self;
}

/* Of the document to a part; @target is told from its folder. */
void
gj_package_writer_relate (GjPackageWriter *self,
                          const char      *id,
                          const char      *kind,
                          const char      *target)
{
  g_string_append_printf (self->relations, "<Relationship Id=\"%s\" Type=\"" OFFICE "/%s\" Target=\"%s\"/>",
                          id, kind, target);
}

/* Of the document to a picture elsewhere. */
void
gj_package_writer_relate_to (GjPackageWriter *self,
                             const char      *url)
{
  g_string_append_printf (self->relations, "<Relationship Id=\"rIdOut\" Type=\"" OFFICE "/image\" "
                          "Target=\"%s\" TargetMode=\"External\"/>", url);
}

GBytes *
gj_package_writer_end (GjPackageWriter *self)
{
  if (self->relations != NULL)
    {
      g_autofree char *relations = g_strconcat ("<Relationships xmlns=\"" RELATIONS "\">", self->relations->str,
                                                "</Relationships>", NULL);

      gj_package_writer_add (self, "word/_rels/document.xml.rels", relations);
    }
  g_assert_cmpint (archive_write_close (self->archive), ==, ARCHIVE_OK);

  return g_bytes_new (self->out->data, self->out->len);
}
