/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-html-private.h"

/* What is no text of the article: what is not shown, what was deleted, what Word sets
 * apart. */

static const char *const ignored_names[] = {
  "head", "title", "script", "style", "noscript", "button", "datalist", "audio", "video",
  "canvas", "map", "rp", "rt", "math", "applet", "textarea",
};

/**
 * _gj_html_note_text:
 * @kind: what is done
 * @node: what it is done to
 *
 * Notes it with the text, if there is any.
 */
void
_gj_html_note_text (GjHtmlWalk    *self,
                    GjRawNoteKind  kind,
                    const xmlNode *node)
{
  g_autofree char *text = _gj_html_dup_text (node);

  if (*text != '\0')
    _gj_html_walk_note (self, kind, text, 1);
}

/* What Word sets apart in a page that it wrote. */
static gboolean
leave_out_by_style (GjHtmlWalk    *self,
                    const xmlNode *node)
{
  static const struct
  {
    const char    *words;
    GjRawNoteKind  kind;
  } parts[] = {
    { "mso-element:header", GJ_RAW_NOTE_HEADER_FOOTER },
    { "mso-element:footer", GJ_RAW_NOTE_HEADER_FOOTER },
    { "mso-element:footnote-list", GJ_RAW_NOTE_FOOTNOTE },
    { "mso-element:endnote-list", GJ_RAW_NOTE_FOOTNOTE },
  };

  if (_gj_html_get_attribute (node, "style") == NULL)
    return FALSE;
  if (_gj_html_has_style (node, "mso-footnote-id:") || _gj_html_has_style (node, "mso-endnote-id:") ||
      _gj_html_has_style (node, "mso-special-character:comment"))
    return TRUE;

  if (_gj_html_has_style (node, "mso-element:comment-list"))
    {
      _gj_html_read_comments (self, node);
      return TRUE;
    }

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (_gj_html_has_style (node, parts[i].words))
      {
        _gj_html_note_text (self, parts[i].kind, node);
        return TRUE;
      }

  return FALSE;
}

/**
 * _gj_html_leave_out:
 * @node: an element
 *
 * Returns: whether it is not read; what matters of it has been noted
 */
gboolean
_gj_html_leave_out (GjHtmlWalk    *self,
                    const xmlNode *node)
{
  if (_gj_html_is_one_of (node, ignored_names, G_N_ELEMENTS (ignored_names)) &&
      !(self->cell != NULL && _gj_html_is (node, "textarea")))
    return TRUE;
  if (_gj_html_is (node, "template"))
    {
      _gj_html_note_text (self, GJ_RAW_NOTE_HIDDEN, node);
      return TRUE;
    }
  if (_gj_html_is_comment_mark (node))
    return TRUE;
  if (!self->takes_hidden && _gj_html_is_hidden (node, self->hidden))
    {
      _gj_html_note_text (self, GJ_RAW_NOTE_HIDDEN, node);
      return TRUE;
    }
  if (_gj_html_is (node, "del"))
    {
      _gj_html_note_text (self, GJ_RAW_NOTE_DELETED, node);
      return TRUE;
    }

  return leave_out_by_style (self, node);
}
