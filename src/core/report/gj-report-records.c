/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-report.h"

#include <string.h>

#include "gj-report-private.h"

/* What is kept with a report beside its content. */

/* Decisions are kept in the order of their keys, comments in that of their ids (shorter
 * ones first, so that c10 follows c9), settings in that of their names: taking a change
 * back then leaves nothing behind, and a file has one order. */

static int
compare_ids (const char *a,
             const char *b)
{
  gsize a_length = strlen (a);
  gsize b_length = strlen (b);

  if (a_length != b_length)
    return a_length < b_length ? -1 : 1;

  return strcmp (a, b);
}

static gboolean
decisions_search (GPtrArray  *decisions,
                  const char *key,
                  guint      *index)
{
  guint low = 0;
  guint high = decisions != NULL ? decisions->len : 0;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      const GjDecision *decision = g_ptr_array_index (decisions, middle);
      int order = strcmp (decision->key, key);

      if (order == 0)
        {
          *index = middle;
          return TRUE;
        }
      if (order < 0)
        low = middle + 1;
      else
        high = middle;
    }

  *index = low;
  return FALSE;
}

static gboolean
comments_search (GPtrArray  *comments,
                 const char *id,
                 guint      *index)
{
  guint n = comments != NULL ? comments->len : 0;
  guint i;

  for (i = 0; i < n; i++)
    {
      const GjComment *comment = g_ptr_array_index (comments, i);
      int order = compare_ids (comment->id, id);

      if (order >= 0)
        {
          *index = i;
          return order == 0;
        }
    }

  *index = n;
  return FALSE;
}

static gboolean
settings_search (GjReport   *self,
                 const char *name,
                 guint      *index)
{
  guint n = self->setting_values->len;
  guint i;

  for (i = 0; i < n; i++)
    {
      int order = strcmp (g_ptr_array_index (self->setting_names, i), name);

      if (order >= 0)
        {
          *index = i;
          return order == 0;
        }
    }

  *index = n;
  return FALSE;
}

static void
sorted_set (GPtrArray *array,
            gboolean   found,
            guint      index,
            gpointer   value)
{
  if (found)
    g_ptr_array_remove_index (array, index);
  if (value != NULL)
    g_ptr_array_insert (array, index, value);
}

/**
 * gj_report_get_source:
 * @self: a report
 *
 * Returns: (transfer none) (nullable): what the import found, %NULL for a report that was
 *          not imported
 */
GjSource *
gj_report_get_source (GjReport *self)
{
  g_return_val_if_fail (GJ_IS_REPORT (self), NULL);

  return self->source;
}

/**
 * gj_report_get_decisions:
 * @self: a report
 *
 * Returns: (transfer none) (element-type GjDecision): the decisions in the order of their
 *          keys
 */
GPtrArray *
gj_report_get_decisions (GjReport *self)
{
  g_return_val_if_fail (GJ_IS_REPORT (self), NULL);

  return self->decisions;
}

/**
 * gj_report_find_decision:
 * @self: a report
 * @key: key of a finding, or "note/ID"
 *
 * Returns: (transfer none) (nullable): what was decided on it
 */
GjDecision *
gj_report_find_decision (GjReport   *self,
                         const char *key)
{
  guint index;

  g_return_val_if_fail (GJ_IS_REPORT (self), NULL);
  g_return_val_if_fail (key != NULL, NULL);

  if (!decisions_search (self->decisions, key, &index))
    return NULL;

  return g_ptr_array_index (self->decisions, index);
}

/**
 * gj_report_get_comments:
 * @self: a report
 *
 * Returns: (transfer none) (element-type GjComment): the comments in the order of their ids
 */
GPtrArray *
gj_report_get_comments (GjReport *self)
{
  g_return_val_if_fail (GJ_IS_REPORT (self), NULL);

  return self->comments;
}

/**
 * gj_report_get_setting:
 * @self: a report
 * @name: name of a setting
 *
 * Returns: (nullable): its value, %NULL when it is not set
 */
const char *
gj_report_get_setting (GjReport   *self,
                       const char *name)
{
  guint index;

  g_return_val_if_fail (GJ_IS_REPORT (self), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  if (!settings_search (self, name, &index))
    return NULL;

  return g_ptr_array_index (self->setting_values, index);
}

/**
 * gj_report_list_setting_names:
 * @self: a report
 * @n_names: (out): how many
 *
 * Returns: (array length=n_names) (transfer none): the names of the settings that are
 *          set, in order
 */
const char *const *
gj_report_list_setting_names (GjReport *self,
                              guint    *n_names)
{
  g_return_val_if_fail (GJ_IS_REPORT (self), NULL);
  g_return_val_if_fail (n_names != NULL, NULL);

  *n_names = self->setting_names->len;

  return (const char *const *) self->setting_names->pdata;
}
void
_gj_report_set_decision (GjReport   *self,
                         const char *key,
                         GjDecision *decision)
{
  guint index;
  gboolean found = decisions_search (self->decisions, key, &index);

  sorted_set (self->decisions, found, index,
              decision != NULL ? gj_decision_ref (decision) : NULL);
}

GjComment *
_gj_report_find_comment (GjReport   *self,
                         const char *id)
{
  guint index;

  if (!comments_search (self->comments, id, &index))
    return NULL;

  return g_ptr_array_index (self->comments, index);
}

void
_gj_report_set_comment (GjReport   *self,
                        const char *id,
                        GjComment  *comment)
{
  guint index;
  gboolean found = comments_search (self->comments, id, &index);

  sorted_set (self->comments, found, index,
              comment != NULL ? gj_comment_ref (comment) : NULL);
}

/* What comments call the place of a section or of the preface. */

const char *
_gj_report_get_place (GjReport *self,
                      guint     section)
{
  if (section == self->n_sections)
    return "preface";

  return gj_form_get_section (self->form, section)->id;
}

void
_gj_report_move_comments (GjReport    *self,
                          guint        section,
                          GjTextShift  shift,
                          gboolean     reverted)
{
  const char *place = _gj_report_get_place (self, section);

  for (guint i = 0; i < self->comments->len; i++)
    {
      GjComment *comment = g_ptr_array_index (self->comments, i);
      guint start = comment->start;
      guint end = comment->end;

      if (!gj_comment_has_words (comment) || !g_str_equal (comment->place, place))
        continue;

      _gj_text_shift_move (shift, reverted, &start, &end);
      if (start == comment->start && end == comment->end)
        continue;

      self->comments->pdata[i] = gj_comment_dup_with_words (comment, start, end);
      gj_comment_unref (comment);
    }
}

void
_gj_report_set_setting (GjReport   *self,
                        const char *name,
                        const char *value)
{
  guint index;
  gboolean found = settings_search (self, name, &index);
  char *new_name = value != NULL ? g_ref_string_new (name) : NULL;

  sorted_set (self->setting_names, found, index, new_name);
  sorted_set (self->setting_values, found, index,
              value != NULL ? g_ref_string_new (value) : NULL);
}
