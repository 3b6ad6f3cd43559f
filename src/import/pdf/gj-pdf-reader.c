/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-pdf-reader.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <poppler.h>
#include <string.h>

#include "gj-import.h"
#include "gj-pdf-bytes.h"
#include "gj-pdf-layout.h"
#include "gj-pdf-log.h"
#include "gj-pdf-pictures.h"
#include "gj-pdf-strokes.h"

/* Opens a PDF by poppler and takes from every page the characters with their rectangles
 * and the ruling lines. What has no text that can be trusted is refused here. */

#define MAX_BYTES (64 * 1024 * 1024)
#define LONGEST_SIDE 20000.0

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PopplerDocument, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PopplerPage, g_object_unref)

typedef struct
{
  GPtrArray     *pages;
  GjPdfPictures *pictures;
  gboolean       numbered_only;
  guint          n_glyphs;
  guint          n_nameless;
  guint          n_pictures;
  guint          n_damaged;
} Reading;

static void
reading_clear (Reading *self)
{
  g_clear_pointer (&self->pages, g_ptr_array_unref);
  g_clear_pointer (&self->pictures, gj_pdf_pictures_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

static gboolean
refuse (GError     **error,
        const char  *message)
{
  g_set_error_literal (error, GJ_IMPORT_ERROR, GJ_IMPORT_ERROR_UNREADABLE, message);

  return FALSE;
}

static PopplerDocument *
open_document (GBytes  *bytes,
               GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (GBytes) readable = NULL;
  PopplerDocument *document;

  if (g_bytes_get_size (bytes) > MAX_BYTES)
    {
      refuse (error, _("The PDF is larger than 64 MB, which no annual report is. Choose another file."));
      return NULL;
    }

  gj_pdf_log_listen ();
  readable = gj_pdf_bytes_without_groups (bytes);
  document = poppler_document_new_from_bytes (readable, NULL, &local);
  if (document != NULL)
    return document;

  if (g_error_matches (local, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED))
    refuse (error, _("The PDF is protected by a password. Save it without a password and open it again."));
  else
    refuse (error, _("The PDF is damaged and cannot be opened. Export it again, or open the document it was made from."));

  return NULL;
}

static gboolean
is_nameless (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  return c == 0xfffd || type == G_UNICODE_UNASSIGNED ||
         (type == G_UNICODE_CONTROL && c != '\n' && c != '\r' && c != '\t' && c != '\f');
}

/* Bullets are often private characters; a whole text of them says nothing. */
static gboolean
is_strange (gunichar c)
{
  return is_nameless (c) || g_unichar_type (c) == G_UNICODE_PRIVATE_USE;
}

/* A character that nobody can name stands as U+FFFD, so that a number that it belongs to is
 * none. */
static guint
read_glyphs (PopplerPage *poppler_page,
             GjPdfPage   *page)
{
  g_autofree char *text = poppler_page_get_text (poppler_page);
  g_autofree PopplerRectangle *rectangles = NULL;
  guint n_rectangles = 0;
  guint n_strange = 0;
  const char *p = text;

  if (text == NULL || !poppler_page_get_text_layout (poppler_page, &rectangles, &n_rectangles))
    return 0;

  for (guint i = 0; i < n_rectangles && *p != '\0'; i++, p = g_utf8_next_char (p))
    {
      GjPdfBox box = { rectangles[i].x1, rectangles[i].y1, rectangles[i].x2, rectangles[i].y2 };
      gunichar c = g_utf8_get_char (p);

      if (is_strange (c))
        n_strange++;
      if (is_nameless (c))
        {
          page->n_nameless++;
          c = 0xfffd;
        }
      gj_pdf_page_add_glyph (page, c, &box);
    }

  return n_strange;
}

static guint
count_lines (const GjPdfPage *page)
{
  double last = -1;
  guint n = 0;

  for (guint i = 0; i < page->glyphs->len; i++)
    {
      const GjPdfBox *box = &g_array_index (page->glyphs, GjPdfGlyph, i).box;

      if (n == 0 || fabs (box->y0 - last) > box->y1 - box->y0)
        n++;
      last = box->y0;
    }

  return n;
}

/* A scanned page whose text was recognised has that text unpainted or under its picture;
 * what is painted above it is less than a piece a line: a stamp, a page number. */
static gboolean
is_recognised (const GjPdfPage    *page,
               const GjPdfPainted *painted)
{
  guint n_seen = painted->n_texts - painted->n_covered;

  if (page->glyphs->len == 0)
    return FALSE;
  if (painted->is_covered)
    return n_seen * 2 < count_lines (page);

  return n_seen + painted->n_groups + painted->n_shapes == 0;
}

/* Text that is not what one sees is never guessed. */
static void
judge_page (GjPdfPage          *page,
            const GjPdfPainted *painted,
            guint               n_strange)
{
  guint n_glyphs = page->glyphs->len;

  page->has_picture = painted->n_pictures + painted->n_groups > 0;
  page->is_invisible = is_recognised (page, painted);
  page->is_nameless = n_glyphs == 0 ? painted->n_texts > 0 : n_strange * 4 > n_glyphs;
  page->is_blank = n_glyphs + painted->n_texts + painted->n_pictures + painted->n_groups + painted->n_shapes +
                   page->rules->len == 0;
  if (page->is_nameless)
    g_array_set_size (page->glyphs, 0);
}

static gboolean
read_page (Reading      *self,
           PopplerPage  *poppler_page,
           GError      **error)
{
  g_autoptr (GjPdfPage) page = NULL;
  GjPdfPainted painted;
  guint n_strange;
  double width;
  double height;

  poppler_page_get_size (poppler_page, &width, &height);
  if (!(width >= 1 && height >= 1 && width <= LONGEST_SIDE && height <= LONGEST_SIDE))
    return refuse (error, _("The PDF has a page of a size that no paper has. Export it again."));

  page = gj_pdf_page_new (width, height);
  page->is_damaged = !gj_pdf_strokes_read (poppler_page, page, &painted);
  n_strange = read_glyphs (poppler_page, page);
  self->n_glyphs += page->glyphs->len;
  if (self->n_glyphs > GJ_PDF_MAX_GLYPHS)
    return refuse (error, _("The PDF has more text than any annual report. Choose another file."));

  judge_page (page, &painted, n_strange);
  gj_pdf_pictures_load (self->pictures, poppler_page, page);
  gj_pdf_page_straighten (page);
  if (page->is_nameless)
    self->n_nameless++;
  self->n_pictures += painted.n_pictures + painted.n_shapes;
  g_ptr_array_add (self->pages, g_steal_pointer (&page));

  return TRUE;
}

static void
note_damage (Reading  *self,
             gboolean  is_missing)
{
  GjPdfPage *page = g_ptr_array_index (self->pages, self->pages->len - 1);

  if (gj_pdf_log_take () > 0 || is_missing)
    page->is_damaged = TRUE;
  if (page->is_damaged)
    self->n_damaged++;
}

static gboolean
is_numbered (PopplerPage *page)
{
  g_autofree char *label = poppler_page_get_label (page);

  return label == NULL || strspn (label, "0123456789") == strlen (label);
}

static gboolean
read_pages (Reading          *self,
            PopplerDocument  *document,
            GCancellable     *cancellable,
            GError          **error)
{
  int n_pages = poppler_document_get_n_pages (document);

  if (n_pages > GJ_PDF_MAX_PAGES)
    return refuse (error, _("The PDF has more than 500 pages, which no annual report has. Choose another file."));

  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) gj_pdf_page_free);
  for (int i = 0; i < n_pages; i++)
    {
      g_autoptr (PopplerPage) page = NULL;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      gj_pdf_log_take ();
      page = poppler_document_get_page (document, i);
      if (page == NULL || (self->numbered_only && !is_numbered (page)))
        g_ptr_array_add (self->pages, gj_pdf_page_new (1, 1));
      else if (!read_page (self, page, error))
        return FALSE;
      note_damage (self, page == NULL);
    }

  return TRUE;
}

/* Without text there is nothing to read; the reason is told. */
static gboolean
check_text (const Reading  *self,
            GError        **error)
{
  guint n_glyphs = 0;

  for (guint i = 0; i < self->pages->len; i++)
    n_glyphs += ((const GjPdfPage *) g_ptr_array_index (self->pages, i))->glyphs->len;
  if (n_glyphs > 0)
    return TRUE;

  if (self->pages->len == 0)
    return refuse (error, _("The PDF is damaged: it has no pages. Export it again, or open the document it was made "
                            "from."));
  if (self->n_nameless > 0)
    return refuse (error, _("The fonts of the PDF do not say which characters they draw, so its text cannot be read. "
                            "Open the document it was made from."));
  if (self->n_pictures > 0)
    return refuse (error, _("The PDF is scanned: it has pictures of pages and no text. Open the document it was made "
                            "from, or have the text recognised and checked first."));
  if (self->n_damaged > 0)
    return refuse (error, _("The PDF is damaged and nothing on its pages can be read. Export it again, or open the "
                            "document it was made from."));

  return refuse (error, _("The PDF is blank. Choose another file."));
}

static void
note_pages (const Reading *self,
            GjRawDocument *document)
{
  for (guint i = 0; i < self->pages->len; i++)
    {
      const GjPdfPage *page = g_ptr_array_index (self->pages, i);

      if (page->is_damaged)
        gj_raw_document_add_note (document, GJ_RAW_NOTE_PAGE_DAMAGED, NULL, 1, i + 1);
      if (page->is_nameless)
        gj_raw_document_add_note (document, GJ_RAW_NOTE_PAGE_NAMELESS, NULL, 1, i + 1);
      else if (page->glyphs->len == 0 && page->has_picture)
        gj_raw_document_add_note (document, GJ_RAW_NOTE_SCANNED_PAGE, NULL, 1, i + 1);
      else if (page->n_nameless > 0)
        gj_raw_document_add_note (document, GJ_RAW_NOTE_NAMELESS, NULL, page->n_nameless, i + 1);
      if (page->is_invisible)
        gj_raw_document_add_note (document, GJ_RAW_NOTE_RECOGNISED, NULL, 1, i + 1);
      if (page->is_blank && !page->is_damaged)
        gj_raw_document_add_note (document, GJ_RAW_NOTE_PAGE_BLANK, NULL, 1, i + 1);
    }
}

static void
note_file (const Reading    *self,
           const GjPdfState *state,
           GjRawDocument    *document)
{
  if (state->is_cut)
    gj_raw_document_add_note (document, GJ_RAW_NOTE_BROKEN, NULL, 1, self->pages->len);
  else if (self->n_damaged == 0 && state->is_spoilt)
    gj_raw_document_add_note (document, GJ_RAW_NOTE_FILE_DAMAGED, NULL, 1, 0);
}

static int
compare_notes (gconstpointer a,
               gconstpointer b)
{
  const GjRawNote *first = *(GjRawNote *const *) a;
  const GjRawNote *second = *(GjRawNote *const *) b;

  return (first->line > second->line) - (first->line < second->line);
}

static GjRawDocument *
read_document (GBytes        *bytes,
               gboolean       numbered_only,
               GCancellable  *cancellable,
               GError       **error)
{
  g_autoptr (PopplerDocument) document = NULL;
  g_autoptr (GjRawDocument) raw = NULL;
  g_auto (Reading) reading = { .numbered_only = numbered_only };
  GjPdfState state;

  gj_pdf_bytes_inspect (bytes, &state);
  if (state.is_huge)
    {
      refuse (error, _("The PDF has more text than any annual report. Choose another file."));
      return NULL;
    }
  document = open_document (bytes, error);
  reading.pictures = gj_pdf_pictures_new (bytes);
  if (document == NULL || !read_pages (&reading, document, cancellable, error) || !check_text (&reading, error))
    return NULL;

  gj_pdf_pictures_drop_same (reading.pages);
  raw = gj_pdf_layout_read (reading.pages, cancellable, error);
  if (raw == NULL)
    return NULL;
  note_pages (&reading, raw);
  note_file (&reading, &state, raw);
  g_ptr_array_sort (raw->notes, compare_notes);

  return g_steal_pointer (&raw);
}

/**
 * gj_pdf_read:
 * @bytes: the content of a PDF
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for a #GError
 *
 * Rebuilds the tables and paragraphs of a PDF. Places are pages.
 *
 * Sets %GJ_IMPORT_ERROR_UNREADABLE when it is damaged, has a password, or has no text
 * that can be trusted: pictures of pages, or fonts that do not name their characters.
 *
 * Returns: (transfer full): what stands in it
 */
GjRawDocument *
gj_pdf_read (GBytes        *bytes,
             GCancellable  *cancellable,
             GError       **error)
{
  g_return_val_if_fail (bytes != NULL, NULL);

  return read_document (bytes, FALSE, cancellable, error);
}

/**
 * gj_pdf_read_numbered:
 * @bytes: the content of a PDF
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for a #GError
 *
 * gj_pdf_read() without the pages whose label is no number: covers, sheets and lists that
 * somebody put before or behind the document.
 *
 * Returns: (transfer full): what stands on the others
 */
GjRawDocument *
gj_pdf_read_numbered (GBytes        *bytes,
                      GCancellable  *cancellable,
                      GError       **error)
{
  g_return_val_if_fail (bytes != NULL, NULL);

  return read_document (bytes, TRUE, cancellable, error);
}
