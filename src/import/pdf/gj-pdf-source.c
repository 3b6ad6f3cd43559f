/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <poppler.h>

#include "gj-import.h"
#include "gj-pdf-reader.h"

/* The native file that a PDF of this program may carry with it. A PDF may carry others too:
 * the one that is called its source comes first, and none is believed by its name. */

#define MAX_SOURCE (16 * 1024 * 1024)
#define MAX_ATTACHMENTS 64
#define MAX_ASSOCIATED 64

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PopplerDocument, g_object_unref)

static gboolean
save_cb (const char  *buffer,
         gsize        size,
         gpointer     data,
         GError     **error)
{
  GByteArray *content = data;

  if (size > MAX_SOURCE - content->len)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE, "");
      return FALSE;
    }
  g_byte_array_append (content, (const guint8 *) buffer, (guint) size);

  return TRUE;
}

static GBytes *
read_attachment (PopplerAttachment *attachment)
{
  g_autoptr (GByteArray) content = g_byte_array_new ();
  g_autoptr (GBytes) bytes = NULL;

  if (attachment->name == NULL || !g_str_has_suffix (attachment->name, ".gouji") ||
      !poppler_attachment_save_to_callback (attachment, save_cb, content, NULL))
    return NULL;

  bytes = g_byte_array_free_to_bytes (g_steal_pointer (&content));

  return gj_import_sniff (bytes) == GJ_IMPORT_KIND_GOUJI ? g_steal_pointer (&bytes) : NULL;
}

/* The name of the associated file (ISO 32000-2, 14.13) with the relationship Source. */
static char *
find_source_name (GBytes *bytes)
{
  g_autoptr (GjPdfStructure) structure = gj_pdf_structure_new (bytes, NULL);
  GjPdfSpan value;
  GjPdfSpan rest;
  GjPdfSpan kind;
  guint n = 0;

  if (structure == NULL || !gj_pdf_span_find_key (gj_pdf_structure_get_trailer (structure), "/Root", &value) ||
      !gj_pdf_structure_resolve (structure, &value) || !gj_pdf_span_find_key (value, "/AF", &value) ||
      !gj_pdf_structure_resolve (structure, &value))
    return NULL;

  rest = gj_pdf_span_enter (value);
  while (n++ < MAX_ASSOCIATED && gj_pdf_span_next_value (&rest, &value))
    if (gj_pdf_structure_resolve (structure, &value) && gj_pdf_span_find_key (value, "/AFRelationship", &kind) &&
        gj_pdf_span_equal (kind, "/Source") &&
        (gj_pdf_span_find_key (value, "/UF", &value) || gj_pdf_span_find_key (value, "/F", &value)))
      return gj_pdf_span_dup_string (value);

  return NULL;
}

/* Only those of one name, or those of any. */
static GBytes *
read_attachments (GList      *attachments,
                  const char *name)
{
  guint n = 0;

  for (GList *l = attachments; l != NULL && n < MAX_ATTACHMENTS; l = l->next, n++)
    {
      PopplerAttachment *attachment = l->data;
      GBytes *source = NULL;

      if (name == NULL || g_strcmp0 (attachment->name, name) == 0)
        source = read_attachment (attachment);
      if (source != NULL)
        return source;
    }

  return NULL;
}

/**
 * gj_pdf_read_source:
 * @bytes: the content of a PDF
 *
 * Looks for the native file that this program attaches to its PDF: an embedded file
 * NAME.gouji, before others the one that is called the source. Whether it says the same as the pages is not looked at.
 *
 * Returns: (transfer full) (nullable): the native file, %NULL when there is none or the
 *   PDF can not be opened
 */
GBytes *
gj_pdf_read_source (GBytes *bytes)
{
  g_autoptr (PopplerDocument) document = NULL;
  g_autolist (GObject) attachments = NULL;
  g_autofree char *name = NULL;
  GBytes *source = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);

  document = poppler_document_new_from_bytes (bytes, NULL, NULL);
  if (document == NULL || !poppler_document_has_attachments (document))
    return NULL;

  attachments = poppler_document_get_attachments (document);
  name = find_source_name (bytes);
  if (name != NULL)
    source = read_attachments (attachments, name);

  return source != NULL ? source : read_attachments (attachments, NULL);
}
