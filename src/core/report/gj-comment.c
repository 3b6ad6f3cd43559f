/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-comment.h"

#include "gj-table.h"

static void
comment_clear (gpointer data)
{
  GjComment *self = data;

  g_free (self->id);
  g_free (self->place);
  g_free (self->who);
  g_free (self->when);
  g_free (self->text);
  g_free (self->answers);
}

/**
 * gj_comment_new:
 * @id: unique in the report
 * @place: a cell id, a section id, "title", "preface" or "signature"
 * @who: (nullable): the author
 * @when: (nullable): the date, ISO 8601
 * @text: what is said
 *
 * Returns: (transfer full): a comment of a review on the whole of @place
 */
GjComment *
gj_comment_new (const char *id,
                const char *place,
                const char *who,
                const char *when,
                const char *text)
{
  GjComment *self;

  g_return_val_if_fail (id != NULL, NULL);
  g_return_val_if_fail (place != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  self = g_atomic_rc_box_new0 (GjComment);
  self->id = g_strdup (id);
  self->place = g_strdup (place);
  self->who = g_strdup (who);
  self->when = g_strdup (when);
  self->text = g_strdup (text);
  self->start = GJ_NONE;
  self->end = GJ_NONE;

  return self;
}

static GjComment *
dup_with (const GjComment *self,
          const char      *text)
{
  GjComment *copy = gj_comment_new (self->id, self->place, self->who, self->when, text);

  copy->answers = g_strdup (self->answers);
  copy->start = self->start;
  copy->end = self->end;
  copy->done = self->done;

  return copy;
}

/**
 * gj_comment_dup_with_text:
 * @self: a comment
 * @text: what is said now
 *
 * Returns: (transfer full): the comment with other words
 */
GjComment *
gj_comment_dup_with_text (const GjComment *self,
                          const char      *text)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  return dup_with (self, text);
}

/**
 * gj_comment_dup_as_answer:
 * @self: a comment
 * @answers: (nullable): id of a comment at the same place
 *
 * Returns: (transfer full): the comment, as an answer to that other one
 */
GjComment *
gj_comment_dup_as_answer (const GjComment *self,
                          const char      *answers)
{
  GjComment *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = dup_with (self, self->text);
  g_free (copy->answers);
  copy->answers = g_strdup (answers);

  return copy;
}

/**
 * gj_comment_dup_with_words:
 * @self: a comment on a section or the preface
 * @start: where the words begin that are meant, in code points, or %GJ_NONE
 * @end: where they end, or %GJ_NONE
 *
 * Returns: (transfer full): the comment, on these words or on the whole place
 */
GjComment *
gj_comment_dup_with_words (const GjComment *self,
                           guint            start,
                           guint            end)
{
  GjComment *copy;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (start <= end, NULL);
  g_return_val_if_fail ((start == GJ_NONE) == (end == GJ_NONE), NULL);

  copy = dup_with (self, self->text);
  copy->start = start;
  copy->end = end;

  return copy;
}

/**
 * gj_comment_dup_with_done:
 * @self: a comment
 * @done: whether somebody has seen to it
 *
 * Returns: (transfer full): the comment, done or open
 */
GjComment *
gj_comment_dup_with_done (const GjComment *self,
                          gboolean         done)
{
  GjComment *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = dup_with (self, self->text);
  copy->done = !!done;

  return copy;
}

/**
 * gj_comment_ref:
 * @self: a comment
 *
 * Returns: (transfer full): @self
 */
GjComment *
gj_comment_ref (GjComment *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

/**
 * gj_comment_unref:
 * @self: (transfer full): a comment
 */
void
gj_comment_unref (GjComment *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, comment_clear);
}

/**
 * gj_comment_has_words:
 * @self: a comment
 *
 * Returns: whether words in a text are meant, and not the whole place
 */
gboolean
gj_comment_has_words (const GjComment *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->start != GJ_NONE;
}

/**
 * gj_comment_equal:
 * @a: (nullable): a comment
 * @b: (nullable): another one
 *
 * Returns: whether both say the same in every field
 */
gboolean
gj_comment_equal (const GjComment *a,
                  const GjComment *b)
{
  if (a == b)
    return TRUE;
  if (a == NULL || b == NULL)
    return FALSE;

  return g_str_equal (a->id, b->id) &&
         g_str_equal (a->place, b->place) &&
         g_strcmp0 (a->who, b->who) == 0 &&
         g_strcmp0 (a->when, b->when) == 0 &&
         g_str_equal (a->text, b->text) &&
         g_strcmp0 (a->answers, b->answers) == 0 &&
         a->start == b->start &&
         a->end == b->end &&
         a->done == b->done;
}
