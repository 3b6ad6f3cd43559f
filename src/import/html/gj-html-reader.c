/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-html-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "gj-html-private.h"
#include "gj-import.h"
#include "gj-text-decode.h"

/* A web page: decoded by us, sorted, parsed, walked, and cut down to its article. When the
 * page shows none, the article is looked for in its scripts, then in what is hidden. */

#define MIN_ARTICLE 120
#define MIN_FOUND 40

static void
note_encoding (GjRawDocument       *document,
               const GjTextDecoded *decoded,
               const char          *declared)
{
  GjTextEncoding said;
  gboolean plain = decoded->encoding == GJ_TEXT_ENCODING_UTF8 && g_str_is_ascii (decoded->text);

  if (decoded->encoding != GJ_TEXT_ENCODING_UTF8)
    gj_raw_document_add_note (document, GJ_RAW_NOTE_ENCODING, gj_text_encoding_get_name (decoded->encoding), 1, 0);
  if (declared != NULL && !plain && gj_text_encoding_find (declared, &said) && said != decoded->encoding)
    gj_raw_document_add_note (document, GJ_RAW_NOTE_CHARSET_WRONG, declared, 1, 0);
  if (decoded->n_dropped > 0)
    gj_raw_document_add_note (document, GJ_RAW_NOTE_DROPPED_CHARACTERS, NULL, decoded->n_dropped, 0);
}

static gboolean
walk_source (GjHtmlWalk         *walk,
             GjHtmlSource       *source,
             gboolean            takes_hidden,
             const GjHtmlFiles  *files,
             GCancellable       *cancellable,
             GError            **error)
{
  g_autoptr (xmlDoc) tree = _gj_html_parse (source->markup, cancellable, error);
  const xmlNode *root;

  _gj_html_walk_init (walk, cancellable);
  if (tree == NULL)
    return FALSE;

  root = xmlDocGetRootElement (tree);
  walk->takes_hidden = takes_hidden;
  walk->files = files;
  walk->hidden = _gj_html_find_hidden (source->styles->str);
  walk->layouts = _gj_html_find_layouts (root);
  for (; root != NULL; root = root->next)
    _gj_html_walk_node (walk, root);
  _gj_html_end_line (walk);
  if (walk->error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&walk->error));

  return FALSE;
}

static gboolean
walk_text (GjHtmlWalk    *walk,
           const char    *text,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autoptr (GjHtmlSource) source = _gj_html_source_new (text, strlen (text), error);

  return source != NULL && walk_source (walk, source, FALSE, NULL, cancellable, error);
}

static void
take_other (GjHtmlWalk    *walk,
            GjHtmlWalk    *other,
            GjRawNoteKind  kind)
{
  GjHtmlNote note = { .kind = kind, .n = 1, .line = 1 };

  _gj_html_walk_clear (walk);
  *walk = *other;
  memset (other, 0, sizeof *other);
  g_array_prepend_val (walk->notes, note);
}

/* Much more text than the page shows must be won for it. */
static gboolean
is_worth_it (GjHtmlWalk *other,
             guint       shown)
{
  guint found = _gj_html_weigh_article (other);

  return found >= MIN_FOUND && found > 2 * shown;
}

static gboolean
find_elsewhere (GjHtmlWalk    *walk,
                GjHtmlSource  *source,
                GCancellable  *cancellable,
                GError       **error)
{
  g_autofree char *string = _gj_html_find_article (source);
  guint shown = _gj_html_weigh_article (walk);
  g_auto (GjHtmlWalk) other = { 0 };
  g_auto (GjHtmlWalk) bare = { 0 };

  if (string != NULL)
    {
      if (!walk_text (&other, string, cancellable, error))
        return FALSE;
      if (is_worth_it (&other, shown))
        {
          take_other (walk, &other, GJ_RAW_NOTE_SCRIPT_TEXT);
          return TRUE;
        }
    }

  if (shown > 0)
    return TRUE;
  if (!walk_source (&bare, source, TRUE, walk->files, cancellable, error))
    return FALSE;
  if (is_worth_it (&bare, shown))
    take_other (walk, &bare, GJ_RAW_NOTE_HIDDEN_READ);

  return TRUE;
}

static gboolean
fail_for_emptiness (const char  *frame,
                    GError     **error)
{
  if (frame != NULL && *frame != '\0')
    g_set_error (error, GJ_IMPORT_ERROR, GJ_IMPORT_ERROR_UNREADABLE,
                 _("The page only shows another page, “%s”. Open that one in a browser, save it and open the file."),
                 frame);
  else
    g_set_error_literal (error, GJ_IMPORT_ERROR, GJ_IMPORT_ERROR_UNREADABLE,
                         _("The page holds no text: it is filled in by the browser or leads to another page. "
                           "Open it in a browser, copy the report and paste it."));

  return FALSE;
}

static gboolean
holds_text (GjRawDocument *document)
{
  for (guint i = 0; i < document->blocks->len; i++)
    if (((const GjRawBlock *) document->blocks->pdata[i])->kind != GJ_RAW_PICTURE)
      return TRUE;

  return FALSE;
}

static gboolean
read_page (GjRawDocument      *document,
           const char         *text,
           gsize               length,
           const GjHtmlFiles  *files,
           GCancellable       *cancellable,
           GError            **error)
{
  g_autoptr (GjHtmlSource) source = _gj_html_source_new (text, length, error);
  g_auto (GjHtmlWalk) walk = { 0 };

  if (source == NULL || !walk_source (&walk, source, FALSE, files, cancellable, error))
    return FALSE;
  if (_gj_html_weigh_article (&walk) < MIN_ARTICLE && !find_elsewhere (&walk, source, cancellable, error))
    return FALSE;

  _gj_html_take_article (&walk, document);
  _gj_html_write_comments (&walk, document);

  return holds_text (document) || fail_for_emptiness (walk.frame, error);
}

/**
 * _gj_html_read_page:
 * @bytes: a page
 * @charset: (nullable): the encoding that is declared outside of it
 * @files: (nullable): the files that came with it
 *
 * Returns: (transfer full): what the page holds
 */
GjRawDocument *
_gj_html_read_page (GBytes             *bytes,
                    const char         *charset,
                    const GjHtmlFiles  *files,
                    GCancellable       *cancellable,
                    GError            **error)
{
  g_autofree char *declared = charset != NULL ? g_ascii_strdown (charset, -1) : NULL;
  g_auto (GjTextDecoded) decoded = { 0 };
  g_autoptr (GjRawDocument) document = NULL;

  if (g_bytes_get_size (bytes) == 0)
    {
      fail_for_emptiness (NULL, error);
      return NULL;
    }
  if (declared == NULL)
    declared = _gj_html_find_charset (bytes);
  if (!gj_text_decode_page (bytes, declared, &decoded, error))
    return NULL;

  document = gj_raw_document_new (GJ_RAW_UNIT_PARAGRAPH);
  note_encoding (document, &decoded, declared);
  if (!read_page (document, decoded.text, decoded.length, files, cancellable, error))
    return NULL;
  if (decoded.is_cut)
    gj_raw_document_add_note (document, GJ_RAW_NOTE_BROKEN, NULL, 1,
                              ((const GjRawBlock *) document->blocks->pdata[document->blocks->len - 1])->line);

  return g_steal_pointer (&document);
}

/**
 * gj_html_read:
 * @bytes: a web page
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for a #GError
 *
 * Reads the article of a page. Nothing is loaded from anywhere and no script is run.
 *
 * Sets %GJ_IMPORT_ERROR_UNREADABLE when the page holds no text of its own, or is larger or
 * nested deeper than any report.
 *
 * Returns: (transfer full): what the page holds
 */
GjRawDocument *
gj_html_read (GBytes        *bytes,
              GCancellable  *cancellable,
              GError       **error)
{
  g_return_val_if_fail (bytes != NULL, NULL);

  return _gj_html_read_page (bytes, NULL, NULL, cancellable, error);
}
