/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-import-private.h"

#include <glib/gi18n-lib.h>

#include "gj-pdf-reader.h"
#include "gj-pdf-text.h"

/* The reader of PDF, which only its own worker and the tests link. A report inside says
 * more than the pages, but people see the pages: where the two differ is told. */

#define MAX_DIFFERENCES 20

#define MAX_DIGESTS 8

/* As the paper has it. */
#define SIGNING_LINE "负责人（签字）"

typedef struct
{
  GjReport        *report;
  GjSourceBuilder *builder;
} Notes;

/* What the report's source says already stays. */
static void
notes_begin (Notes    *self,
             GjReport *report,
             GBytes   *bytes)
{
  GjSource *source = gj_report_get_source (report);

  self->report = report;
  if (source == NULL)
    {
      g_autofree char *digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);

      self->builder = gj_source_builder_new ("pdf", digest);
      gj_source_builder_set_unit (self->builder, GJ_SOURCE_UNIT_PAGE);
      return;
    }

  self->builder = gj_source_builder_new (gj_source_get_format (source), gj_source_get_digest (source));
  _gj_import_copy_source (self->builder, source);
}

static void
notes_end (Notes *self)
{
  g_autoptr (GjSource) source = gj_source_builder_end (self->builder);

  gj_report_init_source (self->report, source);
  g_clear_pointer (&self->builder, gj_source_builder_free);
}

static void
add_signed (Notes *self)
{
  gj_source_builder_add_note (self->builder, GJ_SEVERITY_HINT, "signed", "",
                              "这份 PDF 有电子签名。修改后另存的文件不再带有签名，原文件保持不变。",
                              "This PDF is digitally signed. What you change is saved as another file without the "
                              "signature; the PDF itself stays as it is.",
                              NULL, 0);
}

static const char *
show (const char *fragment,
      const char *nothing)
{
  return fragment != NULL && *fragment != '\0' ? fragment : nothing;
}

static void
add_difference (Notes              *self,
                const GjDifference *zh,
                const GjDifference *en)
{
  g_autofree char *chinese = g_strdup_printf ("%s：页面上是“%s”，PDF 所附数据是“%s”，请核实以哪个为准。", zh->name,
                                              show (zh->right, "空白"), show (zh->left, "空白"));
  g_autofree char *english = g_strdup_printf ("%s: the page says “%s”, the report inside the PDF “%s”. Find out which "
                                              "is right.",
                                              en->name, show (en->right, "nothing"), show (en->left, "nothing"));

  gj_source_builder_add_note (self->builder, GJ_SEVERITY_WARNING, "source-differs",
                              g_str_equal (zh->place, "form") ? "" : zh->place, chinese, english, zh->right, 0);
}

static void
add_differences (Notes    *self,
                 GjReport *attached,
                 GjReport *pages)
{
  g_autoptr (GPtrArray) zh = gj_report_list_differences (attached, pages, GJ_DIFFERENCE_VISIBLE, GJ_LANGUAGE_ZH);
  g_autoptr (GPtrArray) en = gj_report_list_differences (attached, pages, GJ_DIFFERENCE_VISIBLE, GJ_LANGUAGE_EN);

  for (guint i = 0; i < MIN (zh->len, MAX_DIFFERENCES); i++)
    add_difference (self, g_ptr_array_index (zh, i), g_ptr_array_index (en, i));
  if (zh->len > MAX_DIFFERENCES)
    {
      g_autofree char *chinese = g_strdup_printf ("页面与 PDF 所附数据还有 %u 处不同。", zh->len - MAX_DIFFERENCES);
      g_autofree char *english = g_strdup_printf ("There are more differences between the pages and the report inside "
                                                  "the PDF: %u.",
                                                  zh->len - MAX_DIFFERENCES);

      gj_source_builder_add_note (self->builder, GJ_SEVERITY_WARNING, "source-differs", "", chinese, english, NULL, 0);
    }
}

static void
add_unseen (Notes *self)
{
  gj_source_builder_add_note (self->builder, GJ_SEVERITY_WARNING, "source-unseen", "",
                              "PDF 的页面无法辨认，未能与所附数据核对。",
                              "The pages of the PDF cannot be read, so that the report inside it could not be compared "
                              "with them.",
                              NULL, 0);
}

static void
add_digests (Notes  *self,
             GBytes *bytes)
{
  g_autofree char *text = gj_pdf_read_text (bytes);
  g_autoptr (GPtrArray) digests = gj_digest_find_all (text, MAX_DIGESTS);

  for (guint i = 0; i < digests->len; i++)
    gj_source_builder_add_note (self->builder, GJ_SEVERITY_HINT, "printed-digest", "", "页面上印有校验码。",
                                "A digest is printed on the pages.", g_ptr_array_index (digests, i), 0);
}

/* The native file that a PDF of this program carries with it. */
static GjReport *
read_attached (GBytes *bytes)
{
  g_autoptr (GBytes) attached = gj_pdf_read_source (bytes);

  return attached != NULL ? gj_store_read (attached, NULL) : NULL;
}

/* The line that a paper is signed on is no part of the report. */
static gboolean
is_signing_line (const GjRawBlock *block)
{
  return block->kind == GJ_RAW_PARAGRAPH && block->text != NULL && g_str_has_prefix (block->text, SIGNING_LINE);
}

/* What of the pages the report inside should say too. */
static GjRawDocument *
read_report_pages (GBytes        *bytes,
                   GCancellable  *cancellable,
                   GError       **error)
{
  GjRawDocument *document = gj_pdf_read_numbered (bytes, cancellable, error);

  if (document == NULL)
    return NULL;

  /* They name blocks by their place. */
  g_ptr_array_set_size (document->comments, 0);
  for (guint i = document->blocks->len; i > 0; i--)
    if (is_signing_line (document->blocks->pdata[i - 1]))
      g_ptr_array_remove_index (document->blocks, i - 1);

  return document;
}

/* With its notes only when there is something to tell: else it is what was put in. */
static GjReport *
read_all (GjReport     *attached,
          GBytes       *bytes,
          GCancellable *cancellable)
{
  g_autoptr (GjReport) pages = _gj_import_with (read_report_pages, "pdf", bytes, cancellable, NULL);
  g_autoptr (GPtrArray) differences = NULL;
  Notes notes;

  if (pages != NULL)
    differences = gj_report_list_differences (attached, pages, GJ_DIFFERENCE_VISIBLE, GJ_LANGUAGE_ZH);
  if (differences != NULL && differences->len == 0 && !gj_pdf_is_signed (bytes))
    return g_object_ref (attached);

  notes_begin (&notes, attached, bytes);
  if (gj_pdf_is_signed (bytes))
    add_signed (&notes);
  if (pages != NULL)
    add_differences (&notes, attached, pages);
  else
    add_unseen (&notes);
  notes_end (&notes);

  return g_object_ref (attached);
}

static GjReport *
read_pages (GBytes        *bytes,
            GjImportPart   part,
            GCancellable  *cancellable,
            GError       **error)
{
  GjReader read = part == GJ_IMPORT_PAGES ? read_report_pages : gj_pdf_read;
  GjReport *report = _gj_import_with (read, "pdf", bytes, cancellable, error);
  Notes notes;

  if (report == NULL || (part != GJ_IMPORT_PAGES && !gj_pdf_is_signed (bytes)))
    return report;

  notes_begin (&notes, report, bytes);
  if (gj_pdf_is_signed (bytes))
    add_signed (&notes);
  if (part == GJ_IMPORT_PAGES)
    add_digests (&notes, bytes);
  notes_end (&notes);

  return report;
}

/* gj_import_document_part() for PDF only. */
GjReport *
_gj_import_pdf (GBytes        *bytes,
                GjImportPart   part,
                GCancellable  *cancellable,
                GError       **error)
{
  g_autoptr (GjReport) attached = NULL;
  GjImportKind kind;

  if (!_gj_import_check_size (bytes, error))
    return NULL;

  kind = gj_import_sniff (bytes);
  if (kind != GJ_IMPORT_KIND_PDF)
    {
      _gj_import_refuse (kind, error);
      return NULL;
    }
  attached = part != GJ_IMPORT_PAGES ? read_attached (bytes) : NULL;
  if (attached != NULL)
    return part == GJ_IMPORT_SOURCE ? g_steal_pointer (&attached) : read_all (attached, bytes, cancellable);
  if (part == GJ_IMPORT_SOURCE)
    {
      g_set_error_literal (error, GJ_IMPORT_ERROR, GJ_IMPORT_ERROR_NOT_A_REPORT,
                           _("The PDF carries no report inside."));
      return NULL;
    }

  return read_pages (bytes, part, cancellable, error);
}
