/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-text-rows.h"

#include <string.h>

/* From passages, which come in the order of the new side, to rows, of which each side has
 * its paragraphs in its own order. */

static gboolean
is_anchor (const GjPassage *passage,
           guint            old_done,
           guint            new_done)
{
  return passage->n_old > 0 && passage->n_new > 0 && !passage->is_moved
         && passage->old_first >= old_done && passage->new_first >= new_done;
}

/* For each paragraph the passage that has it. */
static const GjPassage **
list_owners (GPtrArray *passages,
             gboolean   is_new,
             guint      n_texts)
{
  const GjPassage **owners = g_new0 (const GjPassage *, n_texts + 1);

  for (guint i = 0; i < passages->len; i++)
    {
      const GjPassage *passage = g_ptr_array_index (passages, i);
      guint first = is_new ? passage->new_first : passage->old_first;
      guint n = is_new ? passage->n_new : passage->n_old;

      for (guint j = first; j < first + n && j < n_texts; j++)
        if (owners[j] == NULL)
          owners[j] = passage;
    }

  return owners;
}

static guint
count_letters (const char *text,
               const char *end)
{
  guint n_letters = 0;

  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      n_letters++;

  return n_letters;
}

/* The paragraphs of a passage as its changes count them: joined by LF. */
static char *
dup_joined (const char *const *texts,
            guint              first,
            guint              n)
{
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < n && texts[first + i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (joined, '\n');
      g_string_append (joined, texts[first + i]);
    }

  return g_string_free (joined, FALSE);
}

static guint
get_percent (const GjPassage   *passage,
             const char *const *new_texts)
{
  g_autofree char *text = dup_joined (new_texts, passage->new_first, passage->n_new);
  gsize length = strlen (text);
  guint n_all = count_letters (text, text + length);
  guint n_same = 0;

  if (passage->kind == GJ_PASSAGE_SAME)
    return 100;
  if (n_all == 0 || passage->changes == NULL || passage->n_old == 0)
    return 0;

  for (guint i = 0; i < passage->changes->len; i++)
    {
      const GjTextChange *change = &g_array_index (passage->changes, GjTextChange, i);

      if (change->kind == GJ_TEXT_SAME || change->kind == GJ_TEXT_MOVED_HERE)
        n_same += count_letters (text + MIN (change->new_start, length),
                                 text + MIN (change->new_end, length));
    }

  return n_same * 100 / n_all;
}

static gboolean
has_numbers (const GjPassage *passage)
{
  for (guint i = 0; passage->changes != NULL && i < passage->changes->len; i++)
    {
      const GjTextChange *change = &g_array_index (passage->changes, GjTextChange, i);

      if (change->is_number && !change->is_moved_year)
        return TRUE;
    }

  return FALSE;
}

static void
add_row (GArray            *rows,
         const GjPassage   *passage,
         gboolean           with_old,
         gboolean           with_new,
         const char *const *new_texts)
{
  GjTextRow row = {
    .kind = passage->has_moved_years_only ? GJ_PASSAGE_SAME : passage->kind,
    .is_moved = passage->is_moved,
    .has_numbers = has_numbers (passage),
    .old_first = passage->old_first,
    .n_old = with_old ? passage->n_old : 0,
    .new_first = passage->new_first,
    .n_new = with_new ? passage->n_new : 0,
    .other = GJ_NONE,
  };

  if (with_old != with_new && passage->n_old > 0 && passage->n_new > 0)
    {
      row.is_moved = TRUE;
      row.other = with_old ? passage->new_first : passage->old_first;
    }
  if (passage->n_new > 0)
    row.percent = get_percent (passage, new_texts);
  g_array_append_val (rows, row);
}

/* The paragraphs of one side up to @end that have nothing beside them. */
static void
flush (GArray            *rows,
       const GjPassage  **owners,
       gboolean           is_new,
       guint             *done,
       guint              end,
       const char *const *new_texts)
{
  while (*done < end)
    {
      const GjPassage *passage = owners[*done];

      if (passage != NULL)
        {
          add_row (rows, passage, !is_new, is_new, new_texts);
          *done = (is_new ? passage->new_first + passage->n_new
                          : passage->old_first + passage->n_old);
        }
      else
        {
          *done += 1;
        }
    }
}

GArray *
gj_text_rows_new (GPtrArray         *passages,
                  const char *const *old_texts,
                  const char *const *new_texts)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (GjTextRow));
  guint n_old = g_strv_length ((char **) old_texts);
  guint n_new = g_strv_length ((char **) new_texts);
  g_autofree const GjPassage **old_owners = list_owners (passages, FALSE, n_old);
  g_autofree const GjPassage **new_owners = list_owners (passages, TRUE, n_new);
  guint old_done = 0;
  guint new_done = 0;

  for (guint i = 0; i < passages->len; i++)
    {
      const GjPassage *passage = g_ptr_array_index (passages, i);

      if (!is_anchor (passage, old_done, new_done))
        continue;

      flush (rows, old_owners, FALSE, &old_done, MIN (passage->old_first, n_old), new_texts);
      flush (rows, new_owners, TRUE, &new_done, MIN (passage->new_first, n_new), new_texts);
      add_row (rows, passage, TRUE, TRUE, new_texts);
      old_done = passage->old_first + passage->n_old;
      new_done = passage->new_first + passage->n_new;
    }
  flush (rows, old_owners, FALSE, &old_done, n_old, new_texts);
  flush (rows, new_owners, TRUE, &new_done, n_new, new_texts);

  return rows;
}

gboolean
gj_text_row_is_change (const GjTextRow *row,
                       gboolean         numbers_only)
{
  if (numbers_only)
    return row->has_numbers;

  return row->kind != GJ_PASSAGE_SAME || row->is_moved;
}

static gboolean
get_mark_kind (const GjTextChange *change,
               gboolean            is_new,
               gboolean            numbers_only,
               GjMarkKind         *kind)
{
  if (change->is_moved_year)
    return FALSE;

  switch (change->kind)
    {
    case GJ_TEXT_REMOVED:
      *kind = change->is_number ? GJ_MARK_NUMBER : GJ_MARK_REMOVED;
      return !is_new && (change->is_number || !numbers_only);

    case GJ_TEXT_ADDED:
      *kind = change->is_number ? GJ_MARK_NUMBER : GJ_MARK_ADDED;
      return is_new && (change->is_number || !numbers_only);

    case GJ_TEXT_MOVED_AWAY:
      *kind = GJ_MARK_MOVED;
      return !is_new && !numbers_only;

    case GJ_TEXT_MOVED_HERE:
      *kind = GJ_MARK_MOVED;
      return is_new && !numbers_only;

    case GJ_TEXT_SAME:
    default:
      return FALSE;
    }
}

/* Where each paragraph begins in all of them joined by LF, and where they end. */
static gsize *
list_starts (const char *const *texts,
             guint              n_texts)
{
  gsize *starts = g_new (gsize, n_texts + 1);

  starts[0] = 0;
  for (guint i = 0; i < n_texts; i++)
    starts[i + 1] = starts[i] + strlen (texts[i]) + 1;

  return starts;
}

/* Bytes of all paragraphs, joined by LF, as marks of each of them. @first: one that is not
 * behind the beginning. */
static void
add_mark (GPtrArray         *marks,
          const char *const *texts,
          const gsize       *starts,
          guint              first,
          GjMarkKind         kind,
          gsize              start,
          gsize              end)
{
  for (guint i = first; i < marks->len && starts[i] < end; i++)
    {
      gsize length = starts[i + 1] - starts[i] - 1;
      gsize from = start > starts[i] ? start - starts[i] : 0;
      gsize to = MIN (end - starts[i], length);

      if (from < to)
        {
          GjTextMark mark = {
            .kind = kind,
            .start = g_utf8_pointer_to_offset (texts[i], texts[i] + from),
            .end = g_utf8_pointer_to_offset (texts[i], texts[i] + to),
          };

          g_array_append_val (g_ptr_array_index (marks, i), mark);
        }
    }
}

static void
add_passage (GPtrArray         *marks,
             const GjPassage   *passage,
             gboolean           is_new,
             const char *const *texts,
             const gsize       *starts,
             gboolean           numbers_only)
{
  guint first = is_new ? passage->new_first : passage->old_first;
  guint n = is_new ? passage->n_new : passage->n_old;

  if (n == 0 || first + n > marks->len)
    return;

  if (passage->kind == GJ_PASSAGE_SAME)
    {
      add_mark (marks, texts, starts, first, GJ_MARK_QUIET, starts[first], starts[first + n] - 1);
      return;
    }

  for (guint i = 0; passage->changes != NULL && i < passage->changes->len; i++)
    {
      const GjTextChange *change = &g_array_index (passage->changes, GjTextChange, i);
      GjMarkKind kind;

      if (get_mark_kind (change, is_new, numbers_only, &kind))
        add_mark (marks, texts, starts, first, kind,
                  starts[first] + (is_new ? change->new_start : change->old_start),
                  starts[first] + (is_new ? change->new_end : change->old_end));
    }
}

/* They come in order: none begins before the last one did. */
static void
add_stretches (GPtrArray         *marks,
               const GArray      *stretches,
               const char *const *texts,
               const gsize       *starts)
{
  guint first = 0;

  for (guint i = 0; i < stretches->len; i++)
    {
      const GjStretch *stretch = &g_array_index (stretches, GjStretch, i);

      while (first > 0 && starts[first] > stretch->start)
        first--;
      while (first + 1 < marks->len && starts[first + 1] <= stretch->start)
        first++;
      add_mark (marks, texts, starts, first, GJ_MARK_QUIET, stretch->start, stretch->end);
    }
}

GPtrArray *
gj_text_rows_list_marks (GPtrArray         *passages,
                         gboolean           is_new,
                         const char *const *texts,
                         const GArray      *stretches,
                         gboolean           numbers_only)
{
  guint n_texts = g_strv_length ((char **) texts);
  GPtrArray *marks = g_ptr_array_new_full (n_texts, (GDestroyNotify) g_array_unref);
  g_autofree gsize *starts = list_starts (texts, n_texts);

  for (guint i = 0; i < n_texts; i++)
    g_ptr_array_add (marks, g_array_new (FALSE, FALSE, sizeof (GjTextMark)));

  if (stretches != NULL)
    add_stretches (marks, stretches, texts, starts);
  for (guint i = 0; i < passages->len; i++)
    add_passage (marks, g_ptr_array_index (passages, i), is_new, texts, starts, numbers_only);

  return marks;
}
