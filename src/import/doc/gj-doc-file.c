/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-doc-file.h"

#include <glib/gi18n-lib.h>

#include "gj-import.h"

#include "gj-doc-compound.h"

/* The compound file around a document of Word 97 to 2003, and the head of the document. */

#define MAGIC_97 0xa5ec
#define MAGIC_95 0xa5dc
#define FIRST_VERSION 0xc0

#define FLAG_ENCRYPTED 0x0100
#define FLAG_TABLE_1 0x0200

#define HEAD_BASE 32
#define N_LENGTHS_LEAST 11
#define MAX_CHARACTERS (8 * 1024 * 1024)

/* What else such a file may hold, by its streams. */
typedef struct
{
  const char *stream;
  const char *sentence;
} Other;

static const Other others[] = {
  { "EncryptedPackage",
    N_("The document is protected by a password. "
       "Open it in WPS or Word, take the password off, save it and open it again.") },
  { "Workbook",
    N_("This is a spreadsheet. "
       "Open the Word document of the report, or copy the table from the sheet and paste it into the report.") },
  { "Book",
    N_("This is a spreadsheet. "
       "Open the Word document of the report, or copy the table from the sheet and paste it into the report.") },
  { "PowerPoint Document",
    N_("This is a presentation. Choose the report’s Word document.") },
  { "MatOST",
    N_("This is a document of Microsoft Works. "
       "Save it as a Word document (.docx) in Works or Word and open that.") },
  { "CONTENTS",
    N_("This is a document of Microsoft Works. "
       "Save it as a Word document (.docx) in Works or Word and open that.") },
};

static void
set_error (GError     **error,
           const char  *sentence)
{
  g_set_error_literal (error, GJ_IMPORT_ERROR, GJ_IMPORT_ERROR_UNREADABLE, sentence);
}

/**
 * gj_doc_file_set_damaged:
 *
 * Says what to do with a document that cannot be understood.
 */
void
gj_doc_file_set_damaged (GError **error)
{
  set_error (error, _("This Word document is damaged or was cut off on its way. "
                      "Get it once more, or open it in WPS or Word and save it as a Word document (.docx)."));
}

static void
set_other (GjDocCompound  *compound,
           GError        **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (gj_doc_compound_has (compound, others[i].stream))
      {
        set_error (error, _(others[i].sentence));
        return;
      }

  set_error (error, _("This is an old Office file, but no Word document. "
                      "Save the report as a Word document (.docx) in WPS or Word and open that."));
}

/* The head */

static gboolean
check_version (const GjDocFile  *self,
               GError          **error)
{
  guint magic = gj_doc_span_u16 (&self->main, 0);
  guint version = gj_doc_span_u16 (&self->main, 2);

  if (magic == MAGIC_95 || (magic == MAGIC_97 && version < FIRST_VERSION))
    set_error (error, _("This is a document of Word 6 or Word 95, which is too old to be read here. "
                        "Save it as a Word document (.docx) in WPS or Word and open that."));
  else if (magic != MAGIC_97)
    gj_doc_file_set_damaged (error);
  else if (gj_doc_span_u16 (&self->main, 10) & FLAG_ENCRYPTED)
    set_error (error, _("The document is protected by a password. "
                        "Open it in WPS or Word, take the password off, save it and open it again."));
  else
    return TRUE;

  return FALSE;
}

static gboolean
read_head (GjDocFile  *self,
           GError    **error)
{
  static const guint at[GJ_DOC_N_STORIES] = { 3, 4, 5, 6, 7, 8, 9, 10 };
  gsize lengths = HEAD_BASE + 2 + 2 * (gsize) gj_doc_span_u16 (&self->main, HEAD_BASE) + 2;
  guint n_lengths = gj_doc_span_u16 (&self->main, lengths - 2);
  guint64 sum = 0;

  self->pairs = lengths + 4 * (gsize) n_lengths + 2;
  self->n_pairs = gj_doc_span_u16 (&self->main, self->pairs - 2);
  for (guint i = 0; i < GJ_DOC_N_STORIES; i++)
    {
      self->lengths[i] = gj_doc_span_u32 (&self->main, lengths + 4 * at[i]);
      sum += self->lengths[i];
    }
  if (n_lengths < N_LENGTHS_LEAST || self->n_pairs <= GJ_DOC_PART_PIECES || self->lengths[0] == 0 ||
      !gj_doc_span_has (&self->main, self->pairs, 8 * (gsize) self->n_pairs))
    {
      gj_doc_file_set_damaged (error);
      return FALSE;
    }
  if (sum > MAX_CHARACTERS)
    {
      set_error (error, _("This Word document is too large to be read. "
                          "Take out what is no part of the report, save it and open it again."));
      return FALSE;
    }

  return TRUE;
}

/**
 * gj_doc_file_open:
 * @bytes: a file
 *
 * Sets %GJ_IMPORT_ERROR_UNREADABLE with a sentence that says what the file is when it is no
 * document of Word 97 to 2003, is damaged or protected.
 *
 * Returns: (transfer full): the document's streams
 */
GjDocFile *
gj_doc_file_open (GBytes  *bytes,
                  GError **error)
{
  g_autoptr (GjDocFile) self = g_new0 (GjDocFile, 1);
  g_autoptr (GjDocCompound) compound = NULL;
  GjDocSpan file = { NULL, 0 };
  const char *table;

  file.data = g_bytes_get_data (bytes, &file.size);
  compound = gj_doc_compound_open (&file);
  if (compound == NULL || !gj_doc_compound_read (compound, "WordDocument", &self->main))
    {
      gj_doc_file_set_damaged (error);
      return NULL;
    }
  if (self->main.size == 0)
    {
      set_other (compound, error);
      return NULL;
    }
  if (!check_version (self, error))
    return NULL;

  table = gj_doc_span_u16 (&self->main, 10) & FLAG_TABLE_1 ? "1Table" : "0Table";
  if (!gj_doc_compound_read (compound, table, &self->table) || self->table.size == 0)
    {
      gj_doc_file_set_damaged (error);
      return NULL;
    }
  /* Pictures are in there, and few documents are large without it. */
  if (!gj_doc_compound_read (compound, "Data", &self->data))
    self->data = (GjDocSpan) { NULL, 0 };

  return read_head (self, error) ? g_steal_pointer (&self) : NULL;
}

void
gj_doc_file_free (GjDocFile *self)
{
  if (self == NULL)
    return;

  g_free ((gpointer) self->main.data);
  g_free ((gpointer) self->table.data);
  g_free ((gpointer) self->data.data);
  g_free (self);
}

/**
 * gj_doc_file_get_part:
 * @part: a part
 *
 * Returns: its bytes; empty when the document has none
 */
GjDocSpan
gj_doc_file_get_part (const GjDocFile *self,
                      GjDocPart        part)
{
  gsize pair = self->pairs + 8 * (gsize) part;

  if ((guint) part >= self->n_pairs)
    return (GjDocSpan) { NULL, 0 };

  return gj_doc_span_part (&self->table, gj_doc_span_u32 (&self->main, pair), gj_doc_span_u32 (&self->main, pair + 4));
}

/**
 * gj_doc_file_get_behind:
 * @part: a part
 *
 * Returns: the bytes behind it
 */
GjDocSpan
gj_doc_file_get_behind (const GjDocFile *self,
                        GjDocPart        part)
{
  GjDocSpan span = gj_doc_file_get_part (self, part);

  if (span.data == NULL)
    return span;

  return gj_doc_span_rest (&self->table, (gsize) (span.data - self->table.data) + span.size);
}

/**
 * gj_doc_file_get_start:
 * @story: a text of the document
 *
 * Returns: its first character
 */
guint32
gj_doc_file_get_start (const GjDocFile *self,
                       GjDocStory       story)
{
  guint32 start = 0;

  for (guint i = 0; i < (guint) story; i++)
    start += self->lengths[i];

  return start;
}
