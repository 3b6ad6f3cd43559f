/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-compare-text-private.h"

#include <glib/gi18n-lib.h>

/* What is said above a paragraph: where it stands, and what has become of it. */

static const char *
get_heading (GjCompareText *self,
             gboolean       is_new)
{
  GjReport *report = gj_compare_get_report (self->compare, is_new);
  guint section = is_new ? self->section
                         : gj_compare_find_old_section (self->compare, self->section);
  const char *heading;

  if (section == GJ_NONE)
    return "";
  if (section == gj_report_get_preface (report))
    return _("Preface");

  heading = gj_report_get_heading (report, section);
  if (heading != NULL && *heading != '\0')
    return heading;

  return gj_label_get_current (&gj_form_get_section (gj_report_get_form (report),
                                                     section)->heading);
}

char *
_gj_compare_text_dup_place (GjCompareText *self,
                            gboolean       is_new,
                            guint          paragraph)
{
  g_autofree char *side = gj_compare_dup_side_name (self->compare, is_new);
  /* Translators: a paragraph of a section, counted from 1. */
  g_autofree char *number = g_strdup_printf (_("paragraph %u"), paragraph + 1);

  return g_strdup_printf ("%s　%s　%s", side, get_heading (self, is_new), number);
}

static char *
dup_moved (const GjTextRow *row,
           gboolean         is_new)
{
  if (row->other == GJ_NONE)
    return g_strdup (_("↕ Moved"));

  return is_new ? g_strdup_printf (_("↕ Moved from paragraph %u"), row->other + 1)
                : g_strdup_printf (_("↕ Moved to paragraph %u"), row->other + 1);
}

static char *
dup_same (GjCompareText   *self,
          const GjTextRow *row)
{
  if (!gj_compare_is_years (self->compare))
    return row->percent >= 100 ? g_strdup (_("Unchanged"))
                               : g_strdup_printf (_("≠ Changed, %u%% the same"), row->percent);
  if (row->kind == GJ_PASSAGE_SAME && row->percent < 100)
    return g_strdup (_("As last year but for the year"));

  return g_strdup_printf (_("%u%% as last year"), row->percent);
}

/* (nullable): the words and whose colour they have. */
char *
_gj_compare_text_dup_state (GjCompareText   *self,
                            const GjTextRow *row,
                            gboolean         is_new,
                            GjMarkKind      *kind)
{
  if (row->is_moved)
    {
      *kind = GJ_MARK_MOVED;
      return dup_moved (row, is_new);
    }

  switch (row->kind)
    {
    case GJ_PASSAGE_REMOVED:
      *kind = GJ_MARK_REMOVED;
      return g_strdup (_("− Removed"));

    case GJ_PASSAGE_ADDED:
      *kind = GJ_MARK_ADDED;
      return g_strdup (_("+ Added"));

    case GJ_PASSAGE_SAME:
      *kind = GJ_MARK_QUIET;
      return is_new ? dup_same (self, row) : NULL;

    case GJ_PASSAGE_CHANGED:
    default:
      *kind = GJ_MARK_NUMBER;
      return is_new ? dup_same (self, row) : NULL;
    }
}

/* The whole row in words, for those who hear it. */
char *
_gj_compare_text_dup_spoken (GjCompareText   *self,
                             const GjTextRow *row)
{
  gboolean is_new = row->n_new > 0;
  g_autofree char *place =
    _gj_compare_text_dup_place (self, is_new, is_new ? row->new_first : row->old_first);
  GjMarkKind kind;
  g_autofree char *state = _gj_compare_text_dup_state (self, row, is_new, &kind);

  return state != NULL ? g_strdup_printf ("%s, %s", place, state) : g_steal_pointer (&place);
}
