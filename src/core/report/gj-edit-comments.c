/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-edit-private.h"

#include "gj-report-private.h"

/* Words that a comment is about may be removed or replaced. Then the step that does it
 * first makes the comment fit the change, so that taking the step back finds the words
 * again. Who only writes around the words makes no such change: they are moved along. */

/* Where the comment's words stand after the changes of the step so far; (transfer none)
 * (nullable): the comment as it is then, but for its words. */

static const GjComment *
follow_comment (const GjEdit    *self,
                const GjComment *comment,
                guint            section,
                guint           *start,
                guint           *end)
{
  *start = comment->start;
  *end = comment->end;

  for (guint i = 0; comment != NULL && i < self->changes->len; i++)
    {
      const GjChange *change = gj_edit_get_change (self, i);

      if (change->kind == GJ_CHANGE_COMMENT && g_str_equal (change->name, comment->id))
        {
          comment = change->new_comment;
          *start = comment != NULL ? comment->start : GJ_NONE;
          *end = comment != NULL ? comment->end : GJ_NONE;
        }
      else if ((change->kind == GJ_CHANGE_TEXT || change->kind == GJ_CHANGE_BLOCKS) &&
               change->index == section && *start != GJ_NONE)
        {
          _gj_text_shift_move (change->shift, FALSE, start, end);
        }
    }

  return *start != GJ_NONE ? comment : NULL;
}

static void
fit_comment (GjEdit          *self,
             const GjComment *comment,
             const GjChange  *next)
{
  GjChange change = { GJ_CHANGE_COMMENT, 0 };
  guint old_start, old_end;
  guint start, end;

  comment = follow_comment (self, comment, next->index, &old_start, &old_end);
  if (comment == NULL)
    return;

  start = old_start;
  end = old_end;
  if (!_gj_text_shift_fit (next->shift, &start, &end))
    return;

  change.name = g_strdup (comment->id);
  change.old_comment = gj_comment_dup_with_words (comment, old_start, old_end);
  change.new_comment = gj_comment_dup_with_words (comment, start, end);
  g_array_append_val (self->changes, change);
}

/* Before @next is added: what it will do to words of comments. */

void
_gj_edit_fit_comments (GjEdit         *self,
                       GjReport       *report,
                       const GjChange *next)
{
  const char *place = _gj_report_get_place (report, next->index);
  GPtrArray *comments = gj_report_get_comments (report);

  for (guint i = 0; i < comments->len; i++)
    {
      const GjComment *comment = g_ptr_array_index (comments, i);

      if (gj_comment_has_words (comment) && g_str_equal (comment->place, place))
        fit_comment (self, comment, next);
    }
}
