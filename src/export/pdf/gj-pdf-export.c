/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-pdf-export.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "gj-pdf-update.h"

/* The same pages and options give the same bytes: cairo's output is fixed once the
 * creation date is. */

static cairo_status_t
write_cb (void                *closure,
          const unsigned char *data,
          unsigned int         length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
set_metadata (cairo_surface_t      *surface,
              cairo_pdf_metadata_t  key,
              const char           *value)
{
  if (value != NULL && *value != '\0')
    cairo_pdf_surface_set_metadata (surface, key, value);
}

static void
describe (cairo_surface_t    *surface,
          const GjPdfOptions *options)
{
  set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Gouji");
  if (options == NULL)
    return;

  set_metadata (surface, CAIRO_PDF_METADATA_TITLE, options->title);
  set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, options->author);
  set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, options->subject);
  set_metadata (surface, CAIRO_PDF_METADATA_KEYWORDS, options->keywords);
  if (options->date != NULL)
    {
      g_autofree char *date = g_strconcat (options->date, "T00:00:00+08:00", NULL);

      cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, date);
    }
}

static void
add_outline (cairo_surface_t *surface,
             GjPages         *pages)
{
  guint n_entries;
  const GjOutlineEntry *entries = gj_pages_get_outline (pages, &n_entries);
  int section = CAIRO_PDF_OUTLINE_ROOT;

  for (guint i = 0; i < n_entries; i++)
    {
      char y[G_ASCII_DTOSTR_BUF_SIZE];
      g_autofree char *link = NULL;
      int id;

      g_ascii_formatd (y, sizeof y, "%.2f", entries[i].y);
      link = g_strdup_printf ("page=%u pos=[0 %s]", entries[i].page + 1, y);
      id = cairo_pdf_surface_add_outline (surface,
                                          entries[i].level > 0 ? section : CAIRO_PDF_OUTLINE_ROOT,
                                          entries[i].title, link,
                                          entries[i].level > 0 ? 0 : CAIRO_PDF_OUTLINE_FLAG_OPEN);
      if (entries[i].level == 0)
        section = id;
    }
}

/* Pages numbered from 1 need no labels: cairo 1.16 would write an empty list of them. And
   where one page needs one, all do: it would leave out those before. */
static gboolean
needs_labels (GjPages *pages)
{
  for (guint i = 0; i < gj_pages_get_n_pages (pages); i++)
    {
      const GjPage *page = gj_pages_get_page (pages, i);

      if (!gj_page_is_report (page) || gj_page_get_number (page) != i + 1)
        return TRUE;
    }
  return FALSE;
}

/* The sheet before the report and the list behind it have a label in words: whoever compares
   the pages with the report inside knows by it that they are no part of it. */
static void
label_page (cairo_surface_t *surface,
            const GjPage    *page)
{
  guint number = gj_page_get_number (page);
  g_autofree char *label = g_strdup_printf ("%u", number);

  if (!gj_page_is_report (page))
    cairo_pdf_surface_set_page_label (surface, number > 0 ? "问题清单" : "签发单");
  else
    cairo_pdf_surface_set_page_label (surface, label);
}

/* A file has one outermost tag. The sheet before the report and the list behind it have
   tags of their own below it, and then so has the report. */
static guint
count_report_pages (GjPages *pages)
{
  guint n = 0;

  for (guint i = 0; i < gj_pages_get_n_pages (pages); i++)
    n += gj_page_is_report (gj_pages_get_page (pages, i));
  return n;
}

/* A tag ends on the last page that has it: cairo 1.18 would begin another for its end. */
static gboolean
draw_pages (cairo_surface_t  *surface,
            cairo_t          *cr,
            GjPages          *pages,
            GCancellable     *cancellable,
            GError          **error)
{
  guint n_pages = gj_pages_get_n_pages (pages);
  guint n_report = count_report_pages (pages);
  gboolean parted = n_report < n_pages;
  gboolean labelled = needs_labels (pages);
  guint n_drawn = 0;

  cairo_tag_begin (cr, "Document", NULL);
  for (guint i = 0; i < n_pages; i++)
    {
      const GjPage *page = gj_pages_get_page (pages, i);

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (labelled)
        label_page (surface, page);
      if (parted && gj_page_is_report (page) && n_drawn++ == 0)
        cairo_tag_begin (cr, "Part", NULL);
      gj_page_draw (page, cr);
      if (parted && gj_page_is_report (page) && n_drawn == n_report)
        cairo_tag_end (cr, "Part");
      if (i + 1 == n_pages)
        cairo_tag_end (cr, "Document");
      cairo_show_page (cr);
    }
  return TRUE;
}

/* Its name says nothing about whose computer it was on. */
static GBytes *
add_source (GBytes              *pdf,
            GjPages             *pages,
            const GjPdfOptions  *options,
            GError             **error)
{
  g_autoptr (GArray) cells = gj_pages_list_cells (pages);
  g_autoptr (GPtrArray) figures = gj_pages_list_figures (pages);
  const GjPdfAttachment attachment = {
    options != NULL ? options->source : NULL, "report.gouji", "application/vnd.gouji.report+xml",
    "本报告的数据文件，可用“勾稽”打开", options != NULL ? options->date : NULL,
  };

  return gj_pdf_update (pdf, "zh-CN", &attachment, cells, figures, error);
}

/**
 * gj_pdf_export:
 * @pages: the pages
 * @options: (nullable): what the file says about itself
 *
 * Writes pages as a PDF with embedded subsets of their fonts, tags, page labels, an outline
 * and, when one is given, the report inside. Sets %GJ_EXPORT_ERROR_FAILED when a font or
 * picture cannot be written.
 *
 * Returns: (transfer full): the file, or %NULL with an error
 */
GBytes *
gj_pdf_export (GjPages             *pages,
               const GjPdfOptions  *options,
               GCancellable        *cancellable,
               GError             **error)
{
  g_autoptr (GByteArray) data = g_byte_array_new ();
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GjPages) embedded = NULL;
  const GjPage *first;
  cairo_surface_t *surface;
  cairo_t *cr;
  cairo_status_t status;
  gboolean drawn;

  g_return_val_if_fail (pages != NULL, NULL);

  embedded = gj_pages_dup_embeddable (pages);
  first = gj_pages_get_page (pages, 0);
  surface = cairo_pdf_surface_create_for_stream (write_cb, data, gj_page_get_width (first),
                                                 gj_page_get_height (first));
  describe (surface, options);
  if (options == NULL || !options->no_outline)
    add_outline (surface, pages);
  cr = cairo_create (surface);
  drawn = draw_pages (surface, cr, embedded, cancellable, error);
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  if (!drawn)
    return NULL;
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, GJ_EXPORT_ERROR, GJ_EXPORT_ERROR_FAILED,
                   _("The PDF could not be made: %s."), cairo_status_to_string (status));
      return NULL;
    }
  pdf = g_byte_array_free_to_bytes (g_steal_pointer (&data));

  return add_source (pdf, pages, options, error);
}

/* The report's date, else 31 January of the next year, by which reports are due
   (政府信息公开条例, 第四十九条). */
static char *
get_date (GjReport *report)
{
  const char *date = gj_report_get_field (report, GJ_FIELD_DATE);
  g_auto (GStrv) parts = date != NULL ? g_strsplit (date, "-", -1) : NULL;
  int year = gj_report_get_year (report);

  if (parts != NULL && g_strv_length (parts) == 3 && strlen (date) == 10 &&
      g_date_valid_dmy (atoi (parts[2]), atoi (parts[1]), atoi (parts[0])))
    return g_strdup (date);
  return g_strdup_printf ("%04d-01-31", year > 0 ? year + 1 : 2000);
}

static char *
get_title (GjReport *report)
{
  const char *title = gj_report_get_field (report, GJ_FIELD_TITLE);
  g_auto (GStrv) lines = g_strsplit (title != NULL ? title : "", "\n", -1);

  return g_strjoinv ("", lines);
}

static const char *const source_ids[] = {
  [GJ_PDF_SOURCE_FITTING] = "fitting",
  [GJ_PDF_SOURCE_WHOLE] = "whole",
  [GJ_PDF_SOURCE_PUBLISHED] = "published",
  [GJ_PDF_SOURCE_NONE] = "none",
};

/**
 * gj_pdf_source_get_id:
 *
 * Returns: (transfer none): the name of @source in settings and on a command line
 */
const char *
gj_pdf_source_get_id (GjPdfSource source)
{
  g_return_val_if_fail ((guint) source < G_N_ELEMENTS (source_ids), NULL);

  return source_ids[source];
}

/**
 * gj_pdf_source_find:
 * @id: (nullable): a name
 * @source: (out): what it stands for; left alone when there is none
 *
 * Returns: whether there is such a name
 */
gboolean
gj_pdf_source_find (const char  *id,
                    GjPdfSource *source)
{
  g_return_val_if_fail (source != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (source_ids); i++)
    if (g_strcmp0 (id, source_ids[i]) == 0)
      {
        *source = i;
        return TRUE;
      }

  return FALSE;
}

/* What is published, and the decision that it is final despite errors. */
static GBytes *
write_final (GjReport *report)
{
  g_autoptr (GBytes) published = gj_store_write_published (report);
  GjDecision *decision = gj_report_find_decision (report, GJ_FINAL_DESPITE_KEY);
  g_autoptr (GjReport) final = decision != NULL ? gj_store_read (published, NULL) : NULL;

  if (final == NULL)
    return g_steal_pointer (&published);

  gj_report_init_decision (final, decision);
  return gj_store_write (final);
}

/**
 * gj_pdf_dup_source:
 * @report: a report
 * @copy: what the copy is for
 * @source: what it is to carry
 *
 * The native file for the inside of a PDF. The final copy is published: what colleagues said
 * about the report, how findings were explained, what an import found and who is named on
 * the signing sheet is nobody else's business, so that it carries only what is published
 * unless more is asked for; and that it was made despite open errors, when somebody
 * decided so, for a final copy must not hide that.
 *
 * Returns: (transfer full) (nullable): the native file, %NULL for none
 */
GBytes *
gj_pdf_dup_source (GjReport    *report,
                   GjCopyKind   copy,
                   GjPdfSource  source)
{
  g_return_val_if_fail (GJ_IS_REPORT (report), NULL);

  if (source == GJ_PDF_SOURCE_NONE)
    return NULL;
  if (source == GJ_PDF_SOURCE_WHOLE || (source == GJ_PDF_SOURCE_FITTING && copy != GJ_COPY_FINAL))
    return gj_store_write (report);

  return source == GJ_PDF_SOURCE_FITTING ? write_final (report) : gj_store_write_published (report);
}

/**
 * gj_pdf_export_pages_of:
 * @report: a report that this thread may read
 * @pages: the report on paper
 * @paper: (nullable): what was chosen about the paper
 *
 * Writes a report that is already laid out as a PDF that says whose it is and carries the
 * report inside: the same report and options, the same bytes.
 *
 * Returns: (transfer full): the file, or %NULL with an error
 */
GBytes *
gj_pdf_export_pages_of (GjReport              *report,
                        GjPages               *pages,
                        const GjPaperOptions  *paper,
                        GCancellable          *cancellable,
                        GError               **error)
{
  g_autoptr (GBytes) source = NULL;
  g_autofree char *title = NULL;
  g_autofree char *date = NULL;
  GjPdfSource kind = GJ_PDF_SOURCE_FITTING;
  GjPdfOptions options = { 0 };

  g_return_val_if_fail (GJ_IS_REPORT (report), NULL);
  g_return_val_if_fail (pages != NULL, NULL);

  title = get_title (report);
  date = get_date (report);
  options.title = title;
  options.author = gj_report_get_field (report, GJ_FIELD_BODY);
  options.subject = "政府信息公开工作年度报告";
  options.keywords = gj_report_get_field (report, GJ_FIELD_YEAR);
  options.date = date;
  gj_pdf_source_find (gj_report_get_setting (report, GJ_PDF_SETTING_SOURCE), &kind);
  source = gj_pdf_dup_source (report, paper != NULL ? paper->copy : GJ_COPY_FINAL, kind);
  options.source = source;
  return gj_pdf_export (pages, &options, cancellable, error);
}

/**
 * gj_pdf_export_on_paper:
 * @report: a report that this thread may read
 * @fonts: the faces of this thread
 * @paper: (nullable): what was chosen about the paper
 *
 * Lays a report out and writes it as such a PDF.
 *
 * Returns: (transfer full): the file, or %NULL with an error
 */
GBytes *
gj_pdf_export_on_paper (GjReport              *report,
                        GjFonts               *fonts,
                        const GjPaperOptions  *paper,
                        GCancellable          *cancellable,
                        GError               **error)
{
  g_autoptr (GjPages) pages = NULL;

  g_return_val_if_fail (GJ_IS_REPORT (report), NULL);
  g_return_val_if_fail (fonts != NULL, NULL);

  pages = gj_pages_new (report, fonts, paper, cancellable, error);
  return pages != NULL ? gj_pdf_export_pages_of (report, pages, paper, cancellable, error) : NULL;
}

/**
 * gj_pdf_export_with_fonts:
 * @report: a report that this thread may read
 * @fonts: the faces of this thread
 *
 * The same with nothing chosen: the report as it is published.
 *
 * Returns: (transfer full): the file, or %NULL with an error
 */
GBytes *
gj_pdf_export_with_fonts (GjReport      *report,
                          GjFonts       *fonts,
                          GCancellable  *cancellable,
                          GError       **error)
{
  return gj_pdf_export_on_paper (report, fonts, NULL, cancellable, error);
}

/**
 * gj_pdf_export_report:
 * @report: a report that this thread may read
 *
 * The same with faces chosen for this one report.
 *
 * Returns: (transfer full): the file, or %NULL with an error
 */
GBytes *
gj_pdf_export_report (GjReport      *report,
                      GCancellable  *cancellable,
                      GError       **error)
{
  g_autoptr (GjFonts) fonts = NULL;

  g_return_val_if_fail (GJ_IS_REPORT (report), NULL);

  fonts = gj_fonts_new (error);
  return fonts != NULL ? gj_pdf_export_with_fonts (report, fonts, cancellable, error) : NULL;
}
