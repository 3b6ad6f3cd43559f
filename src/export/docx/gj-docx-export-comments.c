/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-docx-export-private.h"

#include <stdlib.h>
#include <string.h>

/* The comments of a review as comments of Word, each at the words that it is about. One
 * whose place is not in the document moves to the nearest that is: the section, or the
 * title. */

static const char *
get_section_id (GjDocxExport *self,
                guint         section)
{
  return section < gj_form_get_n_sections (self->form) ? gj_form_get_section (self->form, section)->id : "preface";
}

static guint
find_narrative (GjDocxExport *self,
                const char   *place)
{
  guint section = gj_form_find_section (self->form, place);

  if (section == GJ_NONE && strcmp (place, "preface") == 0)
    section = gj_report_get_preface (self->report);
  return section;
}

/* "requests/received/total": "requests". */
static char *
dup_section (const char *place)
{
  return g_strndup (place, strcspn (place, "/"));
}

static gboolean
is_filled (GjReport *report,
           GjField   field)
{
  const char *value = gj_report_get_field (report, field);

  return value != NULL && *value != '\0';
}

/* Where a comment about @place stands in the document. */
static char *
settle_place (GjDocxExport *self,
              const char   *place)
{
  guint cell = gj_form_find_cell (self->form, place);
  g_autofree char *section = dup_section (place);
  GjNarrative *preface = gj_report_get_narrative (self->report, gj_report_get_preface (self->report));

  if (cell != GJ_NONE && gj_report_has_cell (self->report, cell))
    return g_strdup (place);
  if (gj_form_find_section (self->form, section) != GJ_NONE)
    return g_steal_pointer (&section);
  if (strcmp (place, "signature") == 0 &&
      (is_filled (self->report, GJ_FIELD_SIGNATURE) || is_filled (self->report, GJ_FIELD_DATE)))
    return g_strdup (place);
  if (strcmp (place, "signature") == 0)
    return g_strdup (get_section_id (self, gj_form_get_n_sections (self->form) - 1));
  if (strcmp (place, "preface") == 0 && preface != NULL && !gj_narrative_is_empty (preface))
    return g_strdup (place);
  return g_strdup ("title");
}

/* Whether the words that a comment is about are still there. */
static gboolean
has_words (GjDocxExport    *self,
           const GjComment *comment)
{
  guint section = find_narrative (self, comment->place);
  GjNarrative *narrative = section != GJ_NONE ? gj_report_get_narrative (self->report, section) : NULL;
  g_autofree char *text = narrative != NULL ? gj_narrative_dup_text (narrative) : NULL;

  return text != NULL && gj_comment_has_words (comment) && comment->start < comment->end &&
         comment->end <= (guint) g_utf8_strlen (text, -1);
}

/**
 * _gj_docx_export_take_comments:
 *
 * Decides where every comment of the report goes. A comment on words has no place of its
 * own: its words are found when they are written.
 */
void
_gj_docx_export_take_comments (GjDocxExport *self)
{
  GPtrArray *comments = gj_report_get_comments (self->report);

  self->comments = g_ptr_array_new ();
  self->places = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; comments != NULL && i < comments->len; i++)
    {
      const GjComment *comment = comments->pdata[i];

      g_ptr_array_add (self->comments, (gpointer) comment);
      g_ptr_array_add (self->places, has_words (self, comment) ? NULL : settle_place (self, comment->place));
    }
}

void
_gj_docx_export_mark (GjDocxExport     *self,
                      const GjDocxMark *mark)
{
  if (!mark->is_end)
    g_string_append_printf (self->out, "<w:commentRangeStart w:id=\"%u\"/>", mark->comment);
  else
    g_string_append_printf (self->out,
                            "<w:commentRangeEnd w:id=\"%u\"/><w:r><w:rPr><w:rStyle w:val=\"CommentReference\"/>"
                            "</w:rPr><w:commentReference w:id=\"%u\"/></w:r>", mark->comment, mark->comment);
}

static void
mark_place (GjDocxExport *self,
            const char   *place,
            gboolean      is_end)
{
  for (guint i = 0; self->places != NULL && i < self->places->len; i++)
    {
      GjDocxMark mark = { .comment = i, .is_end = is_end };

      if (g_strcmp0 (self->places->pdata[i], place) != 0)
        continue;
      _gj_docx_export_mark (self, &mark);
      if (is_end)
        {
          g_free (self->places->pdata[i]);
          self->places->pdata[i] = g_strdup ("");
        }
    }
}

/**
 * _gj_docx_export_open_place:
 * @place: what is about to be written
 *
 * Begins the comments about it.
 */
void
_gj_docx_export_open_place (GjDocxExport *self,
                            const char   *place)
{
  mark_place (self, place, FALSE);
}

/**
 * _gj_docx_export_close_place:
 * @place: what was written; it does not come again
 */
void
_gj_docx_export_close_place (GjDocxExport *self,
                             const char   *place)
{
  mark_place (self, place, TRUE);
}

static int
compare_marks (gconstpointer a,
               gconstpointer b)
{
  const GjDocxMark *one = a;
  const GjDocxMark *other = b;

  if (one->at != other->at)
    return one->at < other->at ? -1 : 1;
  if (one->is_end != other->is_end)
    return one->is_end ? -1 : 1;
  return one->comment < other->comment ? -1 : one->comment > other->comment;
}

static void
add_mark (GArray     *marks,
          const char *text,
          guint       at,
          guint       comment,
          gboolean    is_end)
{
  GjDocxMark mark = { .at = (gsize) (g_utf8_offset_to_pointer (text, at) - text), .comment = comment,
                      .is_end = is_end };

  g_array_append_val (marks, mark);
}

/**
 * _gj_docx_export_list_marks:
 * @place: the section
 * @text: a paragraph of it
 * @offset: where that begins in the section's text, in code points
 *
 * Returns: (transfer full) (nullable) (element-type GjDocxMark): where in the paragraph
 *          comments begin and end, %NULL for nowhere
 */
GArray *
_gj_docx_export_list_marks (GjDocxExport *self,
                            const char   *place,
                            const char   *text,
                            guint         offset)
{
  GArray *marks;
  guint end;

  if (self->comments == NULL || self->comments->len == 0)
    return NULL;

  marks = g_array_new (FALSE, FALSE, sizeof (GjDocxMark));
  end = offset + (guint) g_utf8_strlen (text, -1);
  for (guint i = 0; i < self->comments->len; i++)
    {
      const GjComment *comment = self->comments->pdata[i];

      if (self->places->pdata[i] != NULL || strcmp (comment->place, place) != 0)
        continue;
      if (comment->start >= offset && comment->start <= end)
        add_mark (marks, text, comment->start - offset, i, FALSE);
      if (comment->end > offset && comment->end <= end + 1)
        add_mark (marks, text, MIN (comment->end, end) - offset, i, TRUE);
    }
  g_array_sort (marks, compare_marks);
  return marks;
}

static void
add_comment (GString         *out,
             const GjComment *comment,
             guint            number)
{
  g_auto (GStrv) lines = g_strsplit (comment->text != NULL ? comment->text : "", "\n", -1);

  g_string_append_printf (out, "<w:comment w:id=\"%u\" w:author=\"", number);
  _gj_docx_export_escape (out, comment->who != NULL ? comment->who : "", -1);
  g_string_append_c (out, '"');
  if (comment->when != NULL && strlen (comment->when) == 10)
    {
      g_string_append (out, " w:date=\"");
      _gj_docx_export_escape (out, comment->when, -1);
      g_string_append (out, "T00:00:00Z\"");
    }
  g_string_append (out, "><w:p><w:pPr><w:pStyle w:val=\"CommentText\"/></w:pPr><w:r><w:rPr>"
                   "<w:rStyle w:val=\"CommentReference\"/></w:rPr><w:annotationRef/></w:r>");
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append (out, "</w:p><w:p><w:pPr><w:pStyle w:val=\"CommentText\"/></w:pPr>");
      _gj_docx_export_run (out, "", lines[i], -1);
    }
  g_string_append (out, "</w:p></w:comment>");
}

/**
 * _gj_docx_export_list_comments:
 * @out: gets the part that says what the comments are
 */
void
_gj_docx_export_list_comments (GjDocxExport *self,
                               GString      *out)
{
  for (guint i = 0; i < self->comments->len; i++)
    add_comment (out, self->comments->pdata[i], i);
}
