/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-import-private.h"

#include "gj-pdf-reader.h"

/* The reader of PDF, which only its own worker and the tests link. */

/* The native file that a PDF of this program carries with it says more than its pages. */
static GjReport *
read_attached (GBytes *bytes)
{
  g_autoptr (GBytes) attached = gj_pdf_read_source (bytes);

  return attached != NULL ? gj_store_read (attached, NULL) : NULL;
}

/* gj_import_bytes() for PDF only. */
GjReport *
_gj_import_pdf (GBytes        *bytes,
                const char    *name,
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
  attached = read_attached (bytes);
  if (attached != NULL)
    return g_steal_pointer (&attached);

  return _gj_import_with (gj_pdf_read, "pdf", bytes, cancellable, error);
}
