/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GjTextChangeKind:
 * @GJ_TEXT_SAME: both texts say it
 * @GJ_TEXT_REMOVED: only the old text says it
 * @GJ_TEXT_ADDED: only the new text says it
 * @GJ_TEXT_MOVED_AWAY: the old text says it here, the new one elsewhere
 * @GJ_TEXT_MOVED_HERE: the new text says it here, the old one elsewhere
 */
typedef enum
{
  GJ_TEXT_SAME,
  GJ_TEXT_REMOVED,
  GJ_TEXT_ADDED,
  GJ_TEXT_MOVED_AWAY,
  GJ_TEXT_MOVED_HERE,
} GjTextChangeKind;

/**
 * GjTextChange:
 * @is_number: whether what was removed or added is a number, not words
 * @is_moved_year: whether it is one side of a year that moved on with the report: 2024年 in
 *                 last year's, 2025年 in this year's; only set between reports of two years
 * @move: what the two ends of one move have in common, from 1; 0 when nothing moved
 * @old_start: its first byte in the old text
 * @old_end: the byte after its last; @old_start when the old text has nothing here
 * @new_start: its first byte in the new text
 * @new_end: the byte after its last; @new_start when the new text has nothing here
 *
 * A stretch of two texts. The changes of two texts, in order, cover both without a gap:
 * the old text is what is same, removed or moved away, the new one what is same, added or
 * moved here.
 */
typedef struct
{
  GjTextChangeKind kind;
  gboolean         is_number;
  gboolean         is_moved_year;
  guint            move;
  gsize            old_start;
  gsize            old_end;
  gsize            new_start;
  gsize            new_end;
} GjTextChange;

GArray *gj_text_compare (const char *old_text,
                         const char *new_text);

G_END_DECLS
