/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-docx-reader-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "gj-import.h"

#include "gj-docx-text.h"
#include "gj-word-text.h"

/* A document of Word or WPS, from its package to neutral blocks. It knows the format and
 * no form. What is left out, taken for granted or put elsewhere is a note. */

#define MAX_PAGE_PARTS 30

static void
bytes_free (gpointer data)
{
  if (data != NULL)
    g_bytes_unref (data);
}

static void
reader_init (GjDocxReader *self,
             GCancellable *cancellable)
{
  memset (self, 0, sizeof *self);
  self->cancellable = cancellable;
  self->out = gj_raw_document_new (GJ_RAW_UNIT_PARAGRAPH);
  self->fields = _gj_docx_new_fields ();
  self->held = g_string_new (NULL);
  self->pictures = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, bytes_free);
  gj_word_tally_init (&self->deletions, GJ_RAW_NOTE_DELETED);
  gj_word_tally_init (&self->insertions, GJ_RAW_NOTE_INSERTED);
  gj_word_tally_init (&self->footnotes, GJ_RAW_NOTE_FOOTNOTE);
  gj_word_tally_init (&self->rubies, GJ_RAW_NOTE_RUBY);
}

static void
reader_clear (GjDocxReader *self)
{
  g_clear_pointer (&self->numbering, gj_docx_numbering_free);
  g_clear_pointer (&self->styles, gj_docx_styles_free);
  g_clear_pointer (&self->comments, gj_docx_comments_free);
  g_clear_pointer (&self->package, gj_docx_package_free);
  g_clear_pointer (&self->out, gj_raw_document_free);
  g_clear_error (&self->error);
  g_array_unref (self->fields);
  g_hash_table_unref (self->pictures);
  g_string_free (self->held, TRUE);
  gj_word_tally_clear (&self->deletions);
  gj_word_tally_clear (&self->insertions);
  gj_word_tally_clear (&self->footnotes);
  gj_word_tally_clear (&self->rubies);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GjDocxReader, reader_clear)

/* Notes and errors */

void
_gj_docx_note (GjDocxReader  *self,
               GjRawNoteKind  kind,
               const char    *text,
               guint          line)
{
  gj_raw_document_add_note (self->out, kind, text, 1, line);
}

/* @text is nullable when the tally has gathered it. */
void
_gj_docx_count (GjDocxReader *self,
                GjWordTally  *tally,
                const char   *text)
{
  gj_word_tally_count (tally, text, self->n_paragraphs);
}

/* @message is half a sentence. Only the first counts. */
void
_gj_docx_fail (GjDocxReader *self,
               const char   *message)
{
  if (self->error == NULL)
    self->error = g_error_new (GJ_IMPORT_ERROR, GJ_IMPORT_ERROR_UNREADABLE,
                               _("This Word document is too large to be read: %s. "
                                 "Take out what is no part of the report, save it and open it again."),
                               message);
}

void
_gj_docx_count_bytes (GjDocxReader *self,
                      gsize         n)
{
  self->n_bytes += n;
  if (self->n_bytes > GJ_DOCX_MAX_TEXT)
    _gj_docx_fail (self, _("it holds more than 4 MiB of text"));
}

gboolean
_gj_docx_is_stopped (GjDocxReader *self)
{
  return self->error != NULL || g_cancellable_set_error_if_cancelled (self->cancellable, &self->error);
}

/* What an error of the package means to a person. */
static void
set_unreadable (GError       **error,
                const GError  *reason)
{
  const char *why = reason->message;
  g_autofree char *sentence = NULL;

  if (g_error_matches (reason, GJ_ZIP_ERROR, GJ_ZIP_ERROR_ENCRYPTED))
    sentence = g_strdup_printf (_("This Word document cannot be opened: %s. "
                                  "Open it in WPS or Word, save it without the password and choose that file."),
                                why);
  else if (g_error_matches (reason, GJ_ZIP_ERROR, GJ_ZIP_ERROR_TOO_LARGE))
    sentence = g_strdup_printf (_("This Word document is too large to be read: %s. "
                                  "Take out what is no part of the report, save it and open it again."), why);
  else if (g_error_matches (reason, GJ_ZIP_ERROR, GJ_ZIP_ERROR_NOT_ZIP))
    sentence = g_strdup_printf (_("This Word document was cut off or damaged on its way: %s. "
                                  "Get it once more, or save it again as .docx in WPS or Word."), why);
  else
    sentence = g_strdup_printf (_("This Word document is damaged: %s. "
                                  "Open it in WPS or Word, save it again as .docx and choose that file."), why);
  g_set_error_literal (error, GJ_IMPORT_ERROR, GJ_IMPORT_ERROR_UNREADABLE, sentence);
}

/* Other packages are built alike. */
static gboolean
check_root (const xmlDoc  *doc,
            GError       **error)
{
  const xmlNode *root = xmlDocGetRootElement (doc);
  const char *message;

  if (gj_docx_get_name (root) == GJ_DOCX_DOCUMENT)
    return TRUE;

  if (xmlStrEqual (root->name, BAD_CAST "workbook"))
    message = _("This is a spreadsheet (xlsx). "
                "Copy its tables into the report in WPS or Word, save it as .docx and choose that file.");
  else if (xmlStrEqual (root->name, BAD_CAST "presentation"))
    message = _("This is a presentation (pptx). Choose the report’s Word document.");
  else
    message = _("This is a package of another kind than a Word document. "
                "Save the report as .docx in WPS or Word and choose that file.");
  g_set_error_literal (error, GJ_IMPORT_ERROR, GJ_IMPORT_ERROR_UNREADABLE, message);

  return FALSE;
}

/* Parts beside the document */

/* A part that is named and is not there is not missed. */
static xmlDoc *
read_kind (GjDocxReader  *self,
           const char    *kind,
           GError       **error)
{
  const char *part = gj_docx_package_find_kind (self->package, kind);
  g_autoptr (GError) local = NULL;
  xmlDoc *doc;

  if (part == NULL)
    return NULL;
  doc = gj_docx_package_read_xml (self->package, part, &local);
  if (doc == NULL && !g_error_matches (local, GJ_ZIP_ERROR, GJ_ZIP_ERROR_NO_PART))
    g_propagate_error (error, g_steal_pointer (&local));

  return doc;
}

static gboolean
read_parts (GjDocxReader  *self,
            GError       **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (xmlDoc) styles = read_kind (self, "styles", &local);
  g_autoptr (xmlDoc) numbering = local == NULL ? read_kind (self, "numbering", &local) : NULL;
  g_autoptr (xmlDoc) comments = local == NULL ? read_kind (self, "comments", &local) : NULL;

  if (local != NULL)
    {
      set_unreadable (error, local);
      return FALSE;
    }

  self->styles = gj_docx_styles_new (styles);
  self->numbering = gj_docx_numbering_new (numbering, self->styles);
  self->comments = gj_docx_comments_new (comments);

  return TRUE;
}

static void
note_page_parts (GjDocxReader *self,
                 const char   *kind)
{
  g_autoptr (GPtrArray) parts = gj_docx_package_list_kind (self->package, kind);

  for (guint i = 0; i < parts->len && i < MAX_PAGE_PARTS; i++)
    {
      g_autoptr (xmlDoc) doc = gj_docx_package_read_xml (self->package, parts->pdata[i], NULL);
      g_autofree char *text = doc != NULL ? gj_docx_dup_text (xmlDocGetRootElement (doc)) : NULL;
      g_autofree char *kept = text != NULL ? gj_word_dup_page_text (text) : NULL;

      if (kept != NULL)
        _gj_docx_note (self, GJ_RAW_NOTE_HEADER_FOOTER, kept, 0);
    }
}

/* The document */

static GjRawDocument *
read_document (GjDocxReader  *self,
               const xmlDoc  *doc,
               GError       **error)
{
  const xmlNode *body = gj_docx_find_child (xmlDocGetRootElement (doc), "body");
  g_autoptr (GPtrArray) blocks = _gj_docx_read_flow (self, body);

  if (self->error != NULL || g_cancellable_set_error_if_cancelled (self->cancellable, &self->error))
    {
      g_propagate_error (error, g_steal_pointer (&self->error));
      return NULL;
    }

  g_ptr_array_unref (self->out->blocks);
  self->out->blocks = g_steal_pointer (&blocks);
  gj_docx_comments_write (self->comments, self->out);
  gj_word_tally_write (&self->deletions, self->out);
  gj_word_tally_write (&self->insertions, self->out);
  gj_word_tally_write (&self->footnotes, self->out);
  gj_word_tally_write (&self->rubies, self->out);
  gj_raw_document_sort_notes (self->out);

  return g_steal_pointer (&self->out);
}

static GjRawDocument *
read_package (GBytes        *bytes,
              gboolean       is_inner,
              GCancellable  *cancellable,
              GError       **error)
{
  g_auto (GjDocxReader) self = { 0 };
  g_autoptr (GError) local = NULL;
  g_autoptr (xmlDoc) doc = NULL;

  reader_init (&self, cancellable);
  self.is_inner = is_inner;
  self.package = gj_docx_package_open (bytes, &local);
  if (self.package != NULL)
    doc = gj_docx_package_read_main (self.package, &local);
  if (doc == NULL)
    {
      set_unreadable (error, local);
      return NULL;
    }
  if (!check_root (doc, error) || !read_parts (&self, error))
    return NULL;

  note_page_parts (&self, "header");
  note_page_parts (&self, "footer");

  return read_document (&self, doc, error);
}

/* What another document takes in. */
GjRawDocument *
_gj_docx_read_inner (GBytes        *bytes,
                     GCancellable  *cancellable,
                     GError       **error)
{
  return read_package (bytes, TRUE, cancellable, error);
}

/**
 * gj_docx_read:
 * @bytes: a file
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for a #GError
 *
 * Reads a document of Word 2007 or later, transitional or strict.
 *
 * Sets %GJ_IMPORT_ERROR_UNREADABLE with a sentence that says what the file is and what to
 * do when it is none, is damaged, is protected or breaks a limit.
 *
 * Returns: (transfer full): what stands in it
 */
GjRawDocument *
gj_docx_read (GBytes        *bytes,
              GCancellable  *cancellable,
              GError       **error)
{
  g_return_val_if_fail (bytes != NULL, NULL);

  return read_package (bytes, FALSE, cancellable, error);
}

/**
 * gj_docx_read_main:
 * @main_part: the part that holds the text
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for a #GError
 *
 * Reads a document without the package around it: styles, lists, comments and pictures are
 * not there.
 *
 * Returns: (transfer full): what stands in it
 */
GjRawDocument *
gj_docx_read_main (GBytes        *main_part,
                   GCancellable  *cancellable,
                   GError       **error)
{
  g_auto (GjDocxReader) self = { 0 };
  g_autoptr (GError) local = NULL;
  g_autoptr (xmlDoc) doc = NULL;
  gsize size;
  const void *data;

  g_return_val_if_fail (main_part != NULL, NULL);

  reader_init (&self, cancellable);
  data = g_bytes_get_data (main_part, &size);
  doc = gj_docx_parse (data, size, &local);
  if (doc == NULL)
    {
      set_unreadable (error, local);
      return NULL;
    }
  if (!check_root (doc, error))
    return NULL;

  self.styles = gj_docx_styles_new (NULL);
  self.numbering = gj_docx_numbering_new (NULL, self.styles);
  self.comments = gj_docx_comments_new (NULL);

  return read_document (&self, doc, error);
}
