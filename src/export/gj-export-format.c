/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-export-format.h"

#include <glib/gi18n-lib.h>

#include "gj-docx-export.h"
#include "gj-export-private.h"
#include "gj-html-export.h"
#include "gj-pdf-export.h"
#include "gj-xlsx-export.h"

/* The one table of what a report can be written as, in the order in which people are
 * offered the formats: the program's own first. */

static GBytes *
write_gouji (GjReport      *report,
             GCancellable  *cancellable,
             GError       **error)
{
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  return gj_store_write (report);
}

/* Finding the faces takes longer than setting a report in them: each thread keeps its
 * own. */

static void
fonts_free (gpointer fonts)
{
  gj_fonts_free (fonts);
}

GjFonts *
_gj_export_get_fonts (GError **error)
{
  static GPrivate fonts_of_thread = G_PRIVATE_INIT (fonts_free);
  GjFonts *fonts = g_private_get (&fonts_of_thread);

  if (fonts == NULL)
    {
      fonts = gj_fonts_new (error);
      g_private_set (&fonts_of_thread, fonts);
    }

  return fonts;
}

/**
 * gj_export_paper:
 * @report: a report that this thread may read
 * @options: (nullable): what was chosen about the paper; without it the PDF is the report
 *           as it is published
 * @missing: (out) (optional) (transfer container) (element-type utf8): a sentence about
 *           each character that no face has and that is printed as a box with its number;
 *           set when there is a file
 *
 * Makes a PDF of a report with the faces of this thread.
 *
 * Returns: (transfer full): the file, or %NULL with an error
 */
GBytes *
gj_export_paper (GjReport              *report,
                 const GjPaperOptions  *options,
                 GPtrArray            **missing,
                 GCancellable          *cancellable,
                 GError               **error)
{
  GjFonts *fonts = _gj_export_get_fonts (error);
  g_autoptr (GjPages) pages = fonts != NULL ? gj_pages_new (report, fonts, options, cancellable, error) : NULL;
  GBytes *pdf = pages != NULL ? gj_pdf_export_pages_of (report, pages, options, cancellable, error) : NULL;

  if (pdf != NULL && missing != NULL)
    *missing = gj_pages_list_missing (pages, report);
  return pdf;
}

static GBytes *
write_pdf (GjReport      *report,
           GCancellable  *cancellable,
           GError       **error)
{
  return gj_export_paper (report, NULL, NULL, cancellable, error);
}

static const GjExportFormat formats[] = {
  { "gouji", N_("Gouji report"), "application/vnd.gouji.report+xml", write_gouji },
  { "docx", N_("Word document"), "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    gj_docx_export },
  { "pdf", N_("PDF document"), "application/pdf", write_pdf },
  { "html", N_("Web page"), "text/html", gj_html_export },
  { "xlsx", N_("Spreadsheet of the tables"), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    gj_xlsx_export },
};

/**
 * gj_export_format_list:
 * @n_formats: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_formats): every format, in the order in which
 *          they are offered
 */
const GjExportFormat *
gj_export_format_list (guint *n_formats)
{
  g_return_val_if_fail (n_formats != NULL, NULL);

  *n_formats = G_N_ELEMENTS (formats);
  return formats;
}

/**
 * gj_export_format_find:
 * @suffix: a suffix without its dot, in letters of any size
 *
 * Returns: (transfer none) (nullable): the format of such files, %NULL when reports are
 *          not written in it
 */
const GjExportFormat *
gj_export_format_find (const char *suffix)
{
  g_return_val_if_fail (suffix != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_ascii_strcasecmp (suffix, formats[i].suffix) == 0)
      return &formats[i];

  return NULL;
}

/**
 * gj_export_format_get_name:
 *
 * Returns: (transfer none): what people call the format, in their language
 */
const char *
gj_export_format_get_name (const GjExportFormat *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return _(self->name);
}

/**
 * gj_export_format_dup_suffixes:
 *
 * Returns: (transfer full): every suffix with its dot, as a sentence lists them
 */
char *
gj_export_format_dup_suffixes (void)
{
  g_autofree char *list = g_strconcat (".", formats[0].suffix, NULL);

  for (guint i = 1; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *first = g_steal_pointer (&list);
      g_autofree char *next = g_strconcat (".", formats[i].suffix, NULL);

      if (i + 1 == G_N_ELEMENTS (formats))
        list = g_strdup_printf (_("%s or %s"), first, next);
      else
        list = g_strdup_printf (_("%s, %s"), first, next);
    }

  return g_steal_pointer (&list);
}
