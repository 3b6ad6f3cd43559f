/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-comparison-text.h"

#include <math.h>
#include <string.h>

/* The words of two sections for programs. Places count Unicode code points of the section's
 * text, end exclusive. */

#define MARK_EVERY 1024

/**
 * CodePoints:
 * @text: a section's text
 * @marks: (element-type guint): how many code points begin before every %MARK_EVERY bytes
 *
 * Finds the code point of a byte without counting a long text from its beginning.
 */
typedef struct
{
  char   *text;
  GArray *marks;
} CodePoints;

static void
code_points_init (CodePoints *self,
                  char      **paragraphs)
{
  guint n = 0;
  gsize length;

  self->text = g_strjoinv ("\n", paragraphs);
  self->marks = g_array_new (FALSE, FALSE, sizeof (guint));
  length = strlen (self->text);

  for (gsize i = 0; i <= length; i++)
    {
      if (i % MARK_EVERY == 0)
        g_array_append_val (self->marks, n);
      n += (self->text[i] & 0xc0) != 0x80;
    }
}

static void
code_points_clear (CodePoints *self)
{
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->marks, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CodePoints, code_points_clear)

static guint
count_code_points (const CodePoints *self,
                   gsize             byte)
{
  gsize mark = byte / MARK_EVERY;
  guint n = g_array_index (self->marks, guint, mark);

  for (gsize i = mark * MARK_EVERY; i < byte; i++)
    n += (self->text[i] & 0xc0) != 0x80;

  return n;
}

static void
write_range (GjJsonWriter     *writer,
             const char       *name,
             const CodePoints *points,
             gsize             start,
             gsize             end)
{
  gj_json_writer_begin_line (writer, name, '{');
  gj_json_writer_int (writer, "start", count_code_points (points, start));
  gj_json_writer_int (writer, "end", count_code_points (points, end));
  gj_json_writer_take_string (writer, "text", g_strndup (points->text + start, end - start));
  gj_json_writer_end_object (writer);
}

static gsize
find_paragraph (char  **paragraphs,
                guint   index)
{
  gsize offset = 0;

  for (guint i = 0; i < index && paragraphs[i] != NULL; i++)
    offset += strlen (paragraphs[i]) + 1;

  return offset;
}

static gsize
find_passage_end (char  **paragraphs,
                  guint   first,
                  guint   n)
{
  gsize end = find_paragraph (paragraphs, first + n);

  return n > 0 ? end - 1 : end;
}

typedef struct
{
  char       **old_paragraphs;
  char       **new_paragraphs;
  CodePoints   old_points;
  CodePoints   new_points;
} SectionTexts;

static const char *
get_kind_id (GjTextChangeKind kind)
{
  static const char *const ids[] = {
    [GJ_TEXT_SAME] = "moved",
    [GJ_TEXT_REMOVED] = "removed",
    [GJ_TEXT_ADDED] = "added",
    [GJ_TEXT_MOVED_AWAY] = "moved-away",
    [GJ_TEXT_MOVED_HERE] = "moved-here",
  };

  return ids[kind];
}

/* @change: places are bytes of the sections' texts */
static void
write_change (GjJsonWriter       *writer,
              const SectionTexts *texts,
              const GjTextChange *change)
{
  gj_json_writer_begin_line (writer, NULL, '{');
  gj_json_writer_string (writer, "kind", get_kind_id (change->kind));
  if (change->old_end > change->old_start)
    write_range (writer, "old", &texts->old_points, change->old_start, change->old_end);
  if (change->new_end > change->new_start)
    write_range (writer, "new", &texts->new_points, change->new_start, change->new_end);
  gj_json_writer_boolean (writer, "number", change->is_number);
  if (change->is_moved_year)
    gj_json_writer_boolean (writer, "moved_year", TRUE);
  if (change->move > 0)
    gj_json_writer_int (writer, "move", change->move);
  gj_json_writer_end_object (writer);
}

static void
write_passage (GjJsonWriter       *writer,
               const SectionTexts *texts,
               const GjPassage    *passage)
{
  gsize old_start = find_paragraph (texts->old_paragraphs, passage->old_first);
  gsize new_start = find_paragraph (texts->new_paragraphs, passage->new_first);
  GjTextChange whole = {
    .kind = passage->kind == GJ_PASSAGE_REMOVED ? GJ_TEXT_REMOVED
            : passage->kind == GJ_PASSAGE_ADDED ? GJ_TEXT_ADDED
            : GJ_TEXT_SAME,
    .old_start = old_start,
    .old_end = find_passage_end (texts->old_paragraphs, passage->old_first, passage->n_old),
    .new_start = new_start,
    .new_end = find_passage_end (texts->new_paragraphs, passage->new_first, passage->n_new),
  };

  if (passage->is_moved || passage->kind == GJ_PASSAGE_REMOVED || passage->kind == GJ_PASSAGE_ADDED)
    write_change (writer, texts, &whole);

  for (guint i = 0; passage->kind == GJ_PASSAGE_CHANGED && i < passage->changes->len; i++)
    {
      GjTextChange change = g_array_index (passage->changes, GjTextChange, i);

      change.old_start += old_start;
      change.old_end += old_start;
      change.new_start += new_start;
      change.new_end += new_start;
      if (change.kind != GJ_TEXT_SAME)
        write_change (writer, texts, &change);
    }
}

/**
 * gj_similarity_get_ratio:
 * @similarity: how much of a text was there before
 *
 * Returns: 0 to 1, or no number when nothing counts
 */
double
gj_similarity_get_ratio (const GjSimilarity *similarity)
{
  return similarity->n_counted > 0 ? (double) similarity->n_same / similarity->n_counted : (double) NAN;
}

static void
write_stretches (GjJsonWriter       *writer,
                 const SectionTexts *texts,
                 const GArray       *stretches)
{
  gj_json_writer_begin_array (writer, "same");
  for (guint i = 0; stretches != NULL && i < stretches->len; i++)
    {
      const GjStretch *stretch = &g_array_index (stretches, GjStretch, i);

      gj_json_writer_begin_line (writer, NULL, '{');
      gj_json_writer_int (writer, "start", count_code_points (&texts->new_points, stretch->start));
      gj_json_writer_int (writer, "end", count_code_points (&texts->new_points, stretch->end));
      gj_json_writer_int (writer, "old_start", count_code_points (&texts->old_points, stretch->old_start));
      gj_json_writer_end_object (writer);
    }
  gj_json_writer_end_array (writer);
}

/**
 * gj_section_write_json:
 * @writer: a writer
 * @comparison: a comparison
 * @section: which of its sections
 *
 * Writes how like two sections are, and every change from one to the other.
 */
void
gj_section_write_json (GjJsonWriter *writer,
                       GjComparison *comparison,
                       guint         section)
{
  GjSimilarity similarity = gj_comparison_get_similarity (comparison, section);
  GPtrArray *passages = gj_comparison_get_passages (comparison, section);
  g_auto (GStrv) old_paragraphs = gj_comparison_dup_paragraphs (comparison, FALSE, section);
  g_auto (GStrv) new_paragraphs = gj_comparison_dup_paragraphs (comparison, TRUE, section);
  SectionTexts texts = { old_paragraphs, new_paragraphs, { NULL }, { NULL } };

  code_points_init (&texts.old_points, old_paragraphs);
  code_points_init (&texts.new_points, new_paragraphs);

  gj_json_writer_begin_object (writer, NULL);
  gj_json_writer_string (writer, "id", gj_comparison_get_section_id (comparison, section));
  gj_json_writer_ratio (writer, "similarity", gj_similarity_get_ratio (&similarity));
  gj_json_writer_int (writer, "characters", similarity.n_counted);
  gj_json_writer_begin_array (writer, "changes");
  for (guint i = 0; i < passages->len; i++)
    write_passage (writer, &texts, passages->pdata[i]);
  gj_json_writer_end_array (writer);
  if (gj_comparison_get_kind (comparison) == GJ_COMPARISON_YEARS)
    write_stretches (writer, &texts, gj_comparison_get_stretches (comparison, section));
  gj_json_writer_end_object (writer);

  code_points_clear (&texts.old_points);
  code_points_clear (&texts.new_points);
}
