/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-narrative-marks.h"

#include <string.h>

#include "gj-comments.h"
#include "gj-narrative-places.h"
#include "gj-tag-ranges.h"

/**
 * GjNarrativeMarks:
 *
 * The look of a narrative: findings underlined in the colour and shape of their severity,
 * the selected one on a tint, words with a comment under a line of their own on another
 * tint, sentences that are still last year's under a third, headings bold. Touches tags
 * only, never the text.
 */
struct _GjNarrativeMarks
{
  GObject            parent_instance;

  GjNarrativeBuffer *buffer;
  GtkTextTag        *severities[GJ_SEVERITY_HINT + 1];
  GtkTextTag        *selected;
  GtkTextTag        *commented;
  GtkTextTag        *copied;
  GtkTextTag        *heading;
  GjSimilarityMeter *last_words;
  guint              update_id;
};

G_DEFINE_FINAL_TYPE (GjNarrativeMarks, gj_narrative_marks, G_TYPE_OBJECT)

static GjReport *
get_report (GjNarrativeMarks *self)
{
  return gj_session_get_report (gj_narrative_buffer_get_session (self->buffer));
}

gboolean
gj_narrative_marks_get_range (GjNarrativeMarks *self,
                              guint             text_start,
                              guint             text_end,
                              GtkTextIter      *start,
                              GtkTextIter      *end)
{
  g_autoptr (GjNarrativePlaces) places = NULL;

  g_return_val_if_fail (GJ_IS_NARRATIVE_MARKS (self), FALSE);

  places = gj_narrative_places_new (self->buffer);

  return gj_narrative_places_get_range (places, text_start, text_end, start, end);
}

/* A place in the buffer as a place in the section's text. */
guint
gj_narrative_marks_get_place (GjNarrativeMarks  *self,
                              const GtkTextIter *iter)
{
  g_autoptr (GjNarrativePlaces) places = NULL;

  g_return_val_if_fail (GJ_IS_NARRATIVE_MARKS (self), 0);

  places = gj_narrative_places_new (self->buffer);

  return gj_narrative_places_find (places, iter);
}

static gboolean
is_own_section (GjNarrativeMarks *self,
                const char       *id)
{
  GjReport *report = get_report (self);
  guint section = gj_narrative_buffer_get_section (self->buffer);

  if (section == gj_report_get_preface (report))
    return g_strcmp0 (id, "preface") == 0;

  return g_strcmp0 (id, gj_form_get_section (gj_report_get_form (report), section)->id) == 0;
}

static gboolean
find_finding (GjNarrativeMarks  *self,
              GjNarrativePlaces *places,
              GjFinding         *finding,
              GtkTextIter       *start,
              GtkTextIter       *end)
{
  const char *text;
  guint text_start;
  guint text_end;

  return is_own_section (self, gj_finding_get_section (finding))
         && gj_finding_get_text (finding, &text, &text_start, &text_end)
         && gj_narrative_places_get_range (places, text_start, text_end, start, end);
}

gboolean
gj_narrative_marks_find (GjNarrativeMarks *self,
                         GjFinding        *finding,
                         GtkTextIter      *start,
                         GtkTextIter      *end)
{
  g_autoptr (GjNarrativePlaces) places = NULL;

  g_return_val_if_fail (GJ_IS_NARRATIVE_MARKS (self), FALSE);
  g_return_val_if_fail (GJ_IS_FINDING (finding), FALSE);

  places = gj_narrative_places_new (self->buffer);

  return find_finding (self, places, finding, start, end);
}

static GListModel *
get_findings (GjNarrativeMarks *self)
{
  GjSession *session = gj_narrative_buffer_get_session (self->buffer);

  return gj_checker_get_findings (gj_session_get_checker (session));
}

/* (nullable) (transfer full): the finding that speaks of this place. */
GjFinding *
gj_narrative_marks_dup_at (GjNarrativeMarks  *self,
                           const GtkTextIter *iter)
{
  g_autoptr (GjNarrativePlaces) places = NULL;
  GListModel *findings;

  g_return_val_if_fail (GJ_IS_NARRATIVE_MARKS (self), NULL);

  places = gj_narrative_places_new (self->buffer);
  findings = get_findings (self);
  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (GjFinding) finding = g_list_model_get_item (findings, i);
      GtkTextIter start;
      GtkTextIter end;

      if (find_finding (self, places, finding, &start, &end)
          && gtk_text_iter_compare (&start, iter) <= 0
          && gtk_text_iter_compare (iter, &end) <= 0)
        return g_steal_pointer (&finding);
    }

  return NULL;
}

static void
mark_findings (GjNarrativeMarks  *self,
               GjNarrativePlaces *places)
{
  GListModel *findings = get_findings (self);

  for (guint i = 0; i < G_N_ELEMENTS (self->severities); i++)
    {
      g_autoptr (GArray) ranges = gj_tag_ranges_new ();

      for (guint j = 0; j < g_list_model_get_n_items (findings); j++)
        {
          g_autoptr (GjFinding) finding = g_list_model_get_item (findings, j);
          GtkTextIter start;
          GtkTextIter end;

          if (gj_finding_get_severity (finding) == i && !gj_finding_is_decided (finding)
              && find_finding (self, places, finding, &start, &end))
            gj_tag_ranges_add (ranges, &start, &end);
        }
      gj_tag_ranges_apply (ranges, GTK_TEXT_BUFFER (self->buffer), self->severities[i]);
    }
}

static void
mark_comments (GjNarrativeMarks  *self,
               GjNarrativePlaces *places)
{
  g_autoptr (GPtrArray) threads = gj_comments_list_threads (get_report (self));
  g_autoptr (GArray) ranges = gj_tag_ranges_new ();

  for (guint i = 0; i < threads->len; i++)
    {
      const GjComment *comment = g_ptr_array_index (threads, i);
      GtkTextIter start;
      GtkTextIter end;

      if (!comment->done && gj_comment_has_words (comment)
          && is_own_section (self, comment->place)
          && gj_narrative_places_get_range (places, comment->start, comment->end, &start, &end))
        gj_tag_ranges_add (ranges, &start, &end);
    }
  gj_tag_ranges_apply (ranges, GTK_TEXT_BUFFER (self->buffer), self->commented);
}

/* What was copied is known by what it says: it makes no difference whether it came from the
 * reference or was pasted, and the mark goes when the words are others. */
static void
mark_copied (GjNarrativeMarks  *self,
             GjNarrativePlaces *places)
{
  GjReport *last = gj_session_get_last_year (gj_narrative_buffer_get_session (self->buffer));
  guint section = gj_narrative_buffer_get_section (self->buffer);
  g_autoptr (GArray) passages = NULL;
  g_autoptr (GArray) ranges = gj_tag_ranges_new ();

  if (last != NULL && self->last_words == NULL)
    self->last_words = gj_report_read_last_words (get_report (self), last);
  if (self->last_words != NULL)
    passages = gj_report_find_copied (get_report (self), self->last_words, section);
  for (guint i = 0; passages != NULL && i < passages->len; i++)
    {
      const GjCopiedPassage *passage = &g_array_index (passages, GjCopiedPassage, i);
      GtkTextIter start;
      GtkTextIter end;

      if (gj_narrative_places_get_range (places, passage->start, passage->end, &start, &end))
        gj_tag_ranges_add (ranges, &start, &end);
    }
  gj_tag_ranges_apply (ranges, GTK_TEXT_BUFFER (self->buffer), self->copied);
}

gboolean
gj_narrative_marks_is_copied (GjNarrativeMarks  *self,
                              const GtkTextIter *iter)
{
  g_return_val_if_fail (GJ_IS_NARRATIVE_MARKS (self), FALSE);

  return gtk_text_iter_has_tag (iter, self->copied);
}

static void
mark_selected (GjNarrativeMarks *self)
{
  GjSession *session = gj_narrative_buffer_get_session (self->buffer);
  GjFinding *finding = gj_selection_get_finding (gj_session_get_selection (session));
  g_autoptr (GArray) ranges = gj_tag_ranges_new ();
  GtkTextIter start;
  GtkTextIter end;

  if (finding != NULL && gj_narrative_marks_find (self, finding, &start, &end))
    gj_tag_ranges_add (ranges, &start, &end);
  gj_tag_ranges_apply (ranges, GTK_TEXT_BUFFER (self->buffer), self->selected);
}

/* A short line that begins like （一） or 1. and is no sentence. */
static gboolean
is_heading (const char *line)
{
  gunichar first = g_utf8_get_char (line);
  gboolean numbered;

  numbered = (first == 0xff08 && strstr (line, "）") != NULL
              && g_utf8_pointer_to_offset (line, strstr (line, "）")) <= 4)
             || (g_unichar_isdigit (first)
                 && (strstr (line, ".") == line + 1 || g_str_has_prefix (line + 1, "．")
                     || g_str_has_prefix (line + 1, "、")));

  return numbered && g_utf8_strlen (line, -1) <= 40
         && !g_str_has_suffix (line, "。") && !g_str_has_suffix (line, "；");
}

static void
mark_headings (GjNarrativeMarks *self)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self->buffer);
  GjNarrative *narrative =
    gj_report_get_narrative (get_report (self), gj_narrative_buffer_get_section (self->buffer));
  g_autoptr (GArray) ranges = gj_tag_ranges_new ();
  guint n_blocks;
  guint first = gj_narrative_buffer_get_first_block (self->buffer, &n_blocks);

  for (guint i = 0; i < n_blocks; i++)
    {
      GjBlock *block = gj_narrative_get_block (narrative, first + i);
      GtkTextIter start;
      GtkTextIter end;

      if (gj_block_get_kind (block) != GJ_BLOCK_PARAGRAPH || !is_heading (gj_block_get_text (block)))
        continue;

      gtk_text_buffer_get_iter_at_line (buffer, &start, i);
      end = start;
      if (!gtk_text_iter_ends_line (&end))
        gtk_text_iter_forward_to_line_end (&end);
      gj_tag_ranges_add (ranges, &start, &end);
    }
  gj_tag_ranges_apply (ranges, buffer, self->heading);
}

static gboolean
update_cb (gpointer user_data)
{
  GjNarrativeMarks *self = user_data;
  g_autoptr (GjNarrativePlaces) places = gj_narrative_places_new (self->buffer);

  self->update_id = 0;
  mark_headings (self);
  mark_copied (self, places);
  mark_comments (self, places);
  mark_findings (self, places);
  mark_selected (self);

  return G_SOURCE_REMOVE;
}

static void
queue_update (GjNarrativeMarks *self)
{
  if (self->update_id == 0)
    self->update_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE + 15, update_cb, self, NULL);
}

static void
last_year_changed_cb (GjNarrativeMarks *self)
{
  g_clear_pointer (&self->last_words, gj_similarity_meter_free);
  queue_update (self);
}

static GtkTextTag *
create_severity_tag (GtkTextBuffer  *buffer,
                     const char     *color,
                     PangoUnderline  underline)
{
  GdkRGBA rgba;

  gdk_rgba_parse (&rgba, color);

  return gtk_text_buffer_create_tag (buffer, NULL, "underline", underline,
                                     "underline-rgba", &rgba, NULL);
}

/* The line over the words has the colour of the text: GTK 4.8 frees the colour of an
 * underline twice where an overline has one of its own. */
static GtkTextTag *
create_comment_tag (GtkTextBuffer *buffer)
{
  const GdkRGBA tint = { 0.62, 0.36, 0.73, 0.16 };

  return gtk_text_buffer_create_tag (buffer, NULL, "overline", PANGO_OVERLINE_SINGLE,
                                     "background-rgba", &tint, NULL);
}

/* The line is of the text's own colour, a tint alone would say nothing to some. */
static GtkTextTag *
create_copied_tag (GtkTextBuffer *buffer)
{
  const GdkRGBA tint = { 0.21, 0.52, 0.89, 0.14 };

  return gtk_text_buffer_create_tag (buffer, NULL, "underline", PANGO_UNDERLINE_LOW,
                                     "background-rgba", &tint, NULL);
}

static void
create_tags (GjNarrativeMarks *self)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self->buffer);
  const GdkRGBA tint = { 0.95, 0.68, 0.1, 0.28 };

  self->copied = create_copied_tag (buffer);
  self->commented = create_comment_tag (buffer);
  self->heading = gtk_text_buffer_create_tag (buffer, NULL, "weight", PANGO_WEIGHT_BOLD, NULL);
  self->severities[GJ_SEVERITY_HINT] =
    create_severity_tag (buffer, "#77767b", PANGO_UNDERLINE_SINGLE);
  self->severities[GJ_SEVERITY_WARNING] =
    create_severity_tag (buffer, "#c88800", PANGO_UNDERLINE_DOUBLE);
  self->severities[GJ_SEVERITY_ERROR] =
    create_severity_tag (buffer, "#e01b24", PANGO_UNDERLINE_ERROR);
  self->selected = gtk_text_buffer_create_tag (buffer, NULL, "background-rgba", &tint, NULL);
}

static void
gj_narrative_marks_dispose (GObject *object)
{
  GjNarrativeMarks *self = GJ_NARRATIVE_MARKS (object);

  g_clear_handle_id (&self->update_id, g_source_remove);
  g_clear_pointer (&self->last_words, gj_similarity_meter_free);
  g_clear_object (&self->buffer);

  G_OBJECT_CLASS (gj_narrative_marks_parent_class)->dispose (object);
}

static void
gj_narrative_marks_class_init (GjNarrativeMarksClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = gj_narrative_marks_dispose;
}

static void
gj_narrative_marks_init (GjNarrativeMarks *self)
{
}

GjNarrativeMarks *
gj_narrative_marks_new (GjNarrativeBuffer *buffer)
{
  GjNarrativeMarks *self;
  GjSession *session;

  g_return_val_if_fail (GJ_IS_NARRATIVE_BUFFER (buffer), NULL);

  self = g_object_new (GJ_TYPE_NARRATIVE_MARKS, NULL);
  self->buffer = g_object_ref (buffer);
  session = gj_narrative_buffer_get_session (buffer);
  create_tags (self);

  g_signal_connect_object (get_findings (self), "items-changed",
                           G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gj_session_get_selection (session), "notify::finding",
                           G_CALLBACK (mark_selected), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (buffer, "changed", G_CALLBACK (queue_update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (get_report (self), "comment-changed", G_CALLBACK (queue_update),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "last-year-changed", G_CALLBACK (last_year_changed_cb),
                           self, G_CONNECT_SWAPPED);
  update_cb (self);

  return self;
}
