/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-pdf-text.h"

#include <poppler.h>

/* The text of the pages as it comes, without tables and paragraphs. */

#define MAX_PAGES 500
#define MAX_TEXT (4 * 1024 * 1024)

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PopplerDocument, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PopplerPage, g_object_unref)

/**
 * gj_pdf_read_text:
 * @bytes: the content of a PDF
 *
 * Returns: (transfer full): its text, page after page; "" when there is none
 */
char *
gj_pdf_read_text (GBytes *bytes)
{
  g_autoptr (PopplerDocument) document = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  int n_pages;

  g_return_val_if_fail (bytes != NULL, NULL);

  document = poppler_document_new_from_bytes (bytes, NULL, NULL);
  n_pages = document != NULL ? MIN (poppler_document_get_n_pages (document), MAX_PAGES) : 0;
  for (int i = 0; i < n_pages && text->len < MAX_TEXT; i++)
    {
      g_autoptr (PopplerPage) page = poppler_document_get_page (document, i);
      g_autofree char *part = page != NULL ? poppler_page_get_text (page) : NULL;

      g_string_append (text, part != NULL ? part : "");
      g_string_append_c (text, '\f');
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}
