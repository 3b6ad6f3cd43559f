/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-version-result.h"

#include <string.h>

#include "gj-checker.h"
#include "gj-version-asks.h"

/* What became of a report from one version to the next. Between versions every difference
 * is told, also that of a blank or of how a number is written; likeness is no reproach. */

/* Around changed words stand so many characters; more than this is cut. */
#define AROUND 10
#define MAX_FRAGMENT 80

typedef struct
{
  GjVersionResult *result;
  GjComparison    *comparison;
  GjVersionAsks   *asks;
} Making;

/**
 * Side:
 * @paragraphs: all of the section
 * @text: the paragraphs of the passage at hand, joined by LF
 * @offset: bytes of the section before them
 */
typedef struct
{
  char  **paragraphs;
  char   *text;
  gsize   offset;
} Side;

static void
side_clear (Side *self)
{
  g_clear_pointer (&self->paragraphs, g_strfreev);
  g_clear_pointer (&self->text, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Side, side_clear)

static void
side_go_to (Side  *self,
            guint  first,
            guint  n)
{
  GString *text = g_string_new (NULL);

  self->offset = 0;
  for (guint i = 0; i < first; i++)
    self->offset += strlen (self->paragraphs[i]) + 1;
  for (guint i = first; i < first + n; i++)
    {
      if (i > first)
        g_string_append_c (text, '\n');
      g_string_append (text, self->paragraphs[i]);
    }

  g_free (self->text);
  self->text = g_string_free (text, FALSE);
}

static void
revision_free (gpointer data)
{
  GjRevision *self = data;

  g_free (self->place);
  g_free (self->name);
  g_free (self->old_text);
  g_free (self->new_text);
  g_free (self->difference);
  g_free (self);
}

static GjRevision *
add_revision (Making         *making,
              GjRevisionKind  kind,
              const char     *place,
              char           *name)
{
  GjRevision *revision = g_new0 (GjRevision, 1);

  revision->kind = kind;
  revision->place = g_strdup (place);
  revision->name = name;
  g_ptr_array_add (making->result->revisions, revision);

  return revision;
}

/* Cells */

static char *
name_pair (const GjTable    *table,
           const GjCellPair *pair)
{
  const char *template = gj_label_get_current (&table->cell_name);
  g_auto (GStrv) with_row = g_strsplit (template, "{row}", -1);
  g_autofree char *row = g_strjoinv (gj_label_get_current (&pair->row), with_row);
  g_auto (GStrv) with_column = g_strsplit (row, "{column}", -1);

  return g_strjoinv (gj_label_get_current (&pair->column), with_column);
}

/* Amounts whose units are not stated cannot be compared as numbers, but as words. */
static gboolean
is_changed (const GjCellPair *pair)
{
  if (pair->change != GJ_CELL_INCOMPARABLE)
    return pair->change != GJ_CELL_SAME;

  return pair->old_text != NULL && pair->new_text != NULL && strcmp (pair->old_text, pair->new_text) != 0;
}

static void
add_cells (Making *making)
{
  guint n_tables = gj_comparison_get_n_tables (making->comparison);

  for (guint i = 0; i < n_tables; i++)
    {
      GPtrArray *pairs = gj_comparison_get_pairs (making->comparison, i);
      const GjTable *table = gj_comparison_get_table (making->comparison, i);

      for (guint j = 0; j < pairs->len; j++)
        {
          const GjCellPair *pair = pairs->pdata[j];
          GjRevision *revision;

          making->result->n_cells++;
          if (!is_changed (pair))
            continue;

          revision = add_revision (making, GJ_REVISION_CELL, pair->id, name_pair (table, pair));
          revision->section = table->section;
          revision->old_text = g_strdup (pair->old_text);
          revision->new_text = g_strdup (pair->new_text);
          revision->difference = g_strdup (pair->difference);
          revision->is_asked = _gj_version_asks_cell (making->asks, pair->old_cell);
        }
    }
}

/* Words */

static char *
cut_around (const char *text,
            gsize       start,
            gsize       end)
{
  const char *first = text + start;
  const char *last = text + end;
  g_autofree char *middle = NULL;

  for (guint i = 0; i < AROUND && first > text && first[-1] != '\n'; i++)
    first = g_utf8_prev_char (first);
  for (guint i = 0; i < AROUND && *last != '\0' && *last != '\n'; i++)
    last = g_utf8_next_char (last);

  middle = g_strndup (first, last - first);
  g_strdelimit (middle, "\n", ' ');
  if (g_utf8_strlen (middle, -1) > MAX_FRAGMENT)
    {
      g_autofree char *head = g_utf8_substring (middle, 0, MAX_FRAGMENT);

      return g_strconcat (first > text ? "…" : "", head, "…", NULL);
    }

  return g_strconcat (first > text ? "…" : "", middle, *last != '\0' ? "…" : "", NULL);
}

static guint
count_lines (const char *text,
             gsize       end)
{
  guint n = 0;

  for (gsize i = 0; i < end; i++)
    n += text[i] == '\n';

  return n;
}

static void
add_words (Making          *making,
           guint            section,
           const GjPassage *passage,
           const Side      *old_side,
           const Side      *new_side,
           GjTextChange     span,
           gboolean         is_moved)
{
  const char *id = gj_comparison_get_section_id (making->comparison, section);
  const GjLabel *name = gj_comparison_get_section_name (making->comparison, section);
  GjRevision *revision = add_revision (making, GJ_REVISION_WORDS, id, g_strdup (gj_label_get_current (name)));

  revision->section = section;
  revision->is_moved = is_moved;
  if (passage->n_new > 0)
    revision->paragraph = passage->new_first + count_lines (new_side->text, span.new_start) + 1;
  if (passage->n_old > 0)
    revision->old_text = cut_around (old_side->text, span.old_start, span.old_end);
  if (passage->n_new > 0)
    revision->new_text = cut_around (new_side->text, span.new_start, span.new_end);

  revision->is_asked = _gj_version_asks_words (making->asks, id, old_side->offset + span.old_start,
                                               old_side->offset + span.old_end);
}

/* Changes beside each other are one revision. */
static void
add_changes (Making          *making,
             guint            section,
             const GjPassage *passage,
             const Side      *old_side,
             const Side      *new_side)
{
  const GArray *changes = passage->changes;

  for (guint i = 0; changes != NULL && i < changes->len; i++)
    {
      GjTextChange span = g_array_index (changes, GjTextChange, i);

      if (span.kind == GJ_TEXT_SAME)
        continue;

      for (; i + 1 < changes->len && g_array_index (changes, GjTextChange, i + 1).kind != GJ_TEXT_SAME; i++)
        {
          span.old_end = g_array_index (changes, GjTextChange, i + 1).old_end;
          span.new_end = g_array_index (changes, GjTextChange, i + 1).new_end;
        }
      add_words (making, section, passage, old_side, new_side, span, FALSE);
    }
}

static void
add_passage (Making          *making,
             guint            section,
             const GjPassage *passage,
             Side            *old_side,
             Side            *new_side)
{
  GjTextChange whole = { .kind = GJ_TEXT_SAME };

  if (passage->kind == GJ_PASSAGE_SAME && !passage->is_moved)
    return;

  side_go_to (old_side, passage->old_first, passage->n_old);
  side_go_to (new_side, passage->new_first, passage->n_new);
  whole.old_end = strlen (old_side->text);
  whole.new_end = strlen (new_side->text);

  if (passage->kind == GJ_PASSAGE_CHANGED)
    add_changes (making, section, passage, old_side, new_side);
  else
    add_words (making, section, passage, old_side, new_side, whole, passage->is_moved);
}

static void
add_sections (Making *making)
{
  guint n_sections = gj_comparison_get_n_sections (making->comparison);

  for (guint i = 0; i < n_sections; i++)
    {
      GPtrArray *passages = gj_comparison_get_passages (making->comparison, i);
      g_auto (Side) old_side = { gj_comparison_dup_paragraphs (making->comparison, FALSE, i), NULL, 0 };
      g_auto (Side) new_side = { gj_comparison_dup_paragraphs (making->comparison, TRUE, i), NULL, 0 };

      making->result->n_sections++;
      for (guint j = 0; j < passages->len; j++)
        add_passage (making, i, passages->pdata[j], &old_side, &new_side);
    }
}

/* Headings and fields */

static void
add_headings (Making *making)
{
  GPtrArray *headings = gj_comparison_get_headings (making->comparison);

  for (guint i = 0; i < headings->len; i++)
    {
      const GjHeadingChange *change = headings->pdata[i];
      const char *id = gj_comparison_get_section_id (making->comparison, change->section);
      const GjLabel *name = gj_comparison_get_section_name (making->comparison, change->section);
      GjRevision *revision = add_revision (making, GJ_REVISION_HEADING, id, g_strdup (gj_label_get_current (name)));

      revision->section = change->section;
      revision->old_text = g_strdup (change->old_text);
      revision->new_text = g_strdup (change->new_text);
      revision->is_asked = _gj_version_asks_section (making->asks, id);
    }
}

static void
add_fields (Making *making)
{
  GPtrArray *fields = gj_comparison_get_fields (making->comparison);

  for (guint i = 0; i < fields->len; i++)
    {
      const GjFieldChange *change = fields->pdata[i];
      GjRevision *revision = add_revision (making, GJ_REVISION_FIELD, gj_field_get_id (change->field),
                                           g_strdup (gj_label_get_current (&change->name)));

      revision->old_text = g_strdup (change->old_text);
      revision->new_text = g_strdup (change->new_text);
      revision->is_asked = _gj_version_asks_field (making->asks, change->field);
    }
}

/* Findings: the same key is the same finding. */

static guint
find_key (GPtrArray  *findings,
          const char *key)
{
  for (guint i = 0; i < findings->len; i++)
    if (g_strcmp0 (gj_finding_get_key (findings->pdata[i]), key) == 0)
      return i;

  return GJ_NONE;
}

static void
sort_findings (GjVersionResult *result,
               GPtrArray       *old_findings,
               GPtrArray       *new_findings)
{
  for (guint i = 0; i < old_findings->len; i++)
    g_ptr_array_add (result->gone, g_object_ref (old_findings->pdata[i]));

  for (guint i = 0; i < new_findings->len; i++)
    {
      GjFinding *finding = new_findings->pdata[i];
      guint at = find_key (result->gone, gj_finding_get_key (finding));

      if (at != GJ_NONE)
        g_ptr_array_remove_index (result->gone, at);
      g_ptr_array_add (at != GJ_NONE ? result->kept : result->fresh, g_object_ref (finding));
    }
}

/**
 * gj_version_result_new:
 * @comparison: a comparison of two versions; of two years it says what it can
 * @old_findings: (nullable) (element-type GjFinding): what is wrong with the first version
 * @new_findings: (nullable) (element-type GjFinding): what is wrong with the second
 *
 * Tells what was changed from one version to the next, and what for. Findings that are not
 * given are made here.
 *
 * Returns: (transfer full): the result
 */
GjVersionResult *
gj_version_result_new (GjComparison *comparison,
                       GPtrArray    *old_findings,
                       GPtrArray    *new_findings)
{
  g_autoptr (GPtrArray) made_old = NULL;
  g_autoptr (GPtrArray) made_new = NULL;
  g_autoptr (GjVersionAsks) asks = NULL;
  GjVersionResult *self;
  Making making;

  g_return_val_if_fail (GJ_IS_COMPARISON (comparison), NULL);

  if (old_findings == NULL)
    old_findings = made_old = gj_check_report (gj_comparison_get_old (comparison), NULL);
  if (new_findings == NULL)
    new_findings = made_new = gj_check_report (gj_comparison_get_new (comparison), NULL);

  self = g_new0 (GjVersionResult, 1);
  self->revisions = g_ptr_array_new_with_free_func (revision_free);
  self->gone = g_ptr_array_new_with_free_func (g_object_unref);
  self->fresh = g_ptr_array_new_with_free_func (g_object_unref);
  self->kept = g_ptr_array_new_with_free_func (g_object_unref);

  asks = _gj_version_asks_new (gj_comparison_get_old (comparison), old_findings);
  making = (Making) { self, comparison, asks };
  add_cells (&making);
  add_sections (&making);
  add_headings (&making);
  add_fields (&making);
  sort_findings (self, old_findings, new_findings);

  for (guint i = 0; i < self->revisions->len; i++)
    self->n_besides += !((GjRevision *) self->revisions->pdata[i])->is_asked;

  return self;
}

void
gj_version_result_free (GjVersionResult *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->revisions);
  g_ptr_array_unref (self->gone);
  g_ptr_array_unref (self->fresh);
  g_ptr_array_unref (self->kept);
  g_free (self);
}

/**
 * gj_version_result_count:
 * @self: a result
 * @kind: a kind of revision
 *
 * Returns: how many revisions of that kind there are
 */
guint
gj_version_result_count (const GjVersionResult *self,
                         GjRevisionKind         kind)
{
  guint n = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < self->revisions->len; i++)
    n += ((GjRevision *) self->revisions->pdata[i])->kind == kind;

  return n;
}
