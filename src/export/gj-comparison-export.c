/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-comparison-export.h"

#include <glib/gi18n-lib.h>

#include "gj-export-error.h"
#include "gj-export-private.h"
#include "gj-export-words.h"
#include "gj-html-dossier.h"
#include "gj-pdf-export.h"

/* A comparison put on file, as paper or as a page. Both are written from one dossier and
 * say the same. Nothing in them is of today: the same reports, the same bytes. */

/**
 * gj_comparison_export_can:
 * @suffix: a suffix without its dot, in letters of any size
 *
 * Returns: whether comparisons are written in files of that kind
 */
gboolean
gj_comparison_export_can (const char *suffix)
{
  g_return_val_if_fail (suffix != NULL, FALSE);

  return g_ascii_strcasecmp (suffix, "pdf") == 0 || g_ascii_strcasecmp (suffix, "html") == 0;
}

static GBytes *
write_pdf (const GjDossier  *dossier,
           const char       *date,
           GCancellable     *cancellable,
           GError          **error)
{
  GjFonts *fonts = _gj_export_get_fonts (error);
  g_autoptr (GjPages) pages = NULL;
  const GjPdfOptions options = {
    .title = gj_dossier_get_title (dossier),
    .author = gj_dossier_get_body (dossier),
    .subject = gj_dossier_get_line (dossier),
    .date = date,
  };

  pages = fonts != NULL ? gj_pages_new_dossier (dossier, fonts, cancellable, error) : NULL;
  return pages != NULL ? gj_pdf_export (pages, &options, cancellable, error) : NULL;
}

static GBytes *
write_dossier (const GjDossier  *dossier,
               const char       *date,
               const char       *suffix,
               GCancellable     *cancellable,
               GError          **error)
{
  if (g_ascii_strcasecmp (suffix, "pdf") == 0)
    return write_pdf (dossier, date, cancellable, error);
  if (g_ascii_strcasecmp (suffix, "html") == 0)
    return gj_html_export_dossier (dossier, cancellable, error);

  g_set_error (error, GJ_EXPORT_ERROR, GJ_EXPORT_ERROR_FAILED,
               _("A comparison is written as .pdf or .html, not as “%s”."), suffix);
  return NULL;
}

/**
 * gj_comparison_export:
 * @old_report: the older report, or the first version
 * @old_name: what people call it, as a file's name
 * @new_report: the newer report, or the second version
 * @new_name: what people call it
 * @suffix: "pdf" or "html"
 *
 * Compares two reports, which this thread may read, and makes a file of the comparison, in
 * Chinese whatever the locale is.
 *
 * Returns: (transfer full): the file, or %NULL with an error
 */
GBytes *
gj_comparison_export (GjReport      *old_report,
                      const char    *old_name,
                      GjReport      *new_report,
                      const char    *new_name,
                      const char    *suffix,
                      GCancellable  *cancellable,
                      GError       **error)
{
  g_autoptr (GjDossier) dossier = NULL;
  g_autofree char *date = NULL;

  g_return_val_if_fail (GJ_IS_REPORT (old_report) && GJ_IS_REPORT (new_report), NULL);
  g_return_val_if_fail (old_name != NULL && new_name != NULL && suffix != NULL, NULL);

  dossier = gj_dossier_new (old_report, old_name, new_report, new_name);
  date = gj_export_dup_made_on (new_report);
  return write_dossier (dossier, date, suffix, cancellable, error);
}

/**
 * gj_trend_export:
 * @reports: (array length=n_reports): reports of several years
 * @names: (array length=n_reports): what people call them
 * @suffix: "pdf" or "html"
 *
 * Makes a file of several years, in Chinese whatever the locale is.
 *
 * Returns: (transfer full): the file, or %NULL with an error
 */
GBytes *
gj_trend_export (GjReport *const    *reports,
                 const char *const  *names,
                 guint               n_reports,
                 GjTrendFlags        flags,
                 const char         *suffix,
                 GCancellable       *cancellable,
                 GError            **error)
{
  g_autoptr (GjDossier) dossier = NULL;
  g_autofree char *date = NULL;
  GjReport *newest;

  g_return_val_if_fail (reports != NULL && names != NULL && n_reports > 0 && suffix != NULL, NULL);

  newest = reports[0];
  for (guint i = 1; i < n_reports; i++)
    if (gj_report_get_year (reports[i]) > gj_report_get_year (newest))
      newest = reports[i];
  dossier = gj_dossier_new_for_trend (reports, names, n_reports, flags);
  date = gj_export_dup_made_on (newest);
  return write_dossier (dossier, date, suffix, cancellable, error);
}
