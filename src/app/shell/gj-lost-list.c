/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-lost-list.h"

#include <glib/gi18n-lib.h>

/* Looks on the disk: to be called in a thread. */
GjLostList *
gj_lost_list_new (void)
{
  GjLostList *self = g_new0 (GjLostList, 1);
  g_autofree char *directory = gj_autosave_dup_directory ();

  self->works = gj_journal_list_lost (directory);
  self->copies = gj_file_list_kept ();

  return self;
}

void
gj_lost_list_free (GjLostList *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->works);
  g_ptr_array_unref (self->copies);
  g_free (self);
}

guint
gj_lost_list_count (const GjLostList *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->works->len + self->copies->len;
}

char *
gj_lost_dup_when (gint64 seconds)
{
  g_autoptr (GDateTime) then = g_date_time_new_from_unix_local (seconds);

  return then != NULL ? g_date_time_format (then, "%Y-%m-%d %H:%M") : g_strdup ("");
}

char *
gj_lost_work_dup_title (const GjLostWork *work)
{
  g_return_val_if_fail (work != NULL, NULL);

  if (work->body == NULL || *work->body == '\0')
    return g_strdup (_("Annual report"));

  return g_strdup_printf (_("%s, report of %d"), work->body, work->year);
}

static char *
dup_file_words (const GjLostWork *work)
{
  g_autoptr (GFile) file = NULL;
  g_autofree char *base = NULL;

  if (work->file_uri == NULL || *work->file_uri == '\0')
    return g_strdup (_("never saved to a file"));

  file = g_file_new_for_uri (work->file_uri);
  base = g_file_get_basename (file);

  return g_filename_display_name (base);
}

char *
gj_lost_work_dup_subtitle (const GjLostWork *work)
{
  g_autofree char *file = NULL;
  g_autofree char *when = NULL;
  g_autofree char *steps = NULL;

  g_return_val_if_fail (work != NULL, NULL);

  file = dup_file_words (work);
  when = gj_lost_dup_when (work->modified);
  steps = g_strdup_printf (ngettext ("%u step since the last save, kept %s",
                                     "%u steps since the last save, kept %s",
                                     work->n_edits), work->n_edits, when);

  return g_strdup_printf ("%s · %s", file, steps);
}

char *
gj_kept_file_dup_title (const GjKeptFile *file)
{
  g_autofree char *base = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (file != NULL, NULL);

  base = g_path_get_basename (file->origin);
  name = g_filename_display_name (base);

  return g_strdup_printf (_("“%s” as it was before it was written last"), name);
}

char *
gj_kept_file_dup_subtitle (const GjKeptFile *file)
{
  g_autofree char *when = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (file != NULL, NULL);

  when = gj_lost_dup_when (file->modified);
  if (!g_path_is_absolute (file->origin))
    return g_strdup_printf (_("The writing did not come to an end; kept %s"), when);

  folder = g_path_get_dirname (file->origin);
  name = g_filename_display_name (folder);

  return g_strdup_printf (_("The writing did not come to an end; kept %s, from %s"), when, name);
}

static gboolean
is_work_of (const GjLostWork *work,
            GFile            *own)
{
  g_autoptr (GFile) file = NULL;

  if (own == NULL || work->file_uri == NULL || *work->file_uri == '\0')
    return FALSE;

  file = g_file_new_for_uri (work->file_uri);

  return g_file_equal (file, own);
}

static gboolean
is_copy_of (const GjKeptFile *copy,
            GFile            *own)
{
  g_autoptr (GFile) file = NULL;

  if (own == NULL || !g_path_is_absolute (copy->origin))
    return FALSE;

  file = g_file_new_for_path (copy->origin);

  return g_file_equal (file, own);
}

static char *
dup_work_message (const GjLostWork *work,
                  gboolean          is_own)
{
  g_autofree char *when = gj_lost_dup_when (work->modified);
  g_autofree char *title = NULL;
  g_autofree char *file = NULL;

  if (is_own)
    return g_strdup_printf (ngettext ("This file has work that was not saved when the program ended last: %u step, kept %s. It can be restored.",
                                      "This file has work that was not saved when the program ended last: %u steps, kept %s. It can be restored.",
                                      work->n_edits), work->n_edits, when);

  title = gj_lost_work_dup_title (work);
  file = dup_file_words (work);

  return g_strdup_printf (ngettext ("Another report, not this file, was not saved when the program ended last: %2$s (%3$s), %1$u step, kept %4$s. It can be restored.",
                                    "Another report, not this file, was not saved when the program ended last: %2$s (%3$s), %1$u steps, kept %4$s. It can be restored.",
                                    work->n_edits), work->n_edits, title, file, when);
}

static char *
dup_copy_message (const GjKeptFile *copy,
                  gboolean          is_own)
{
  g_autofree char *when = gj_lost_dup_when (copy->modified);
  g_autofree char *base = g_path_get_basename (copy->origin);
  g_autofree char *name = g_filename_display_name (base);

  if (is_own)
    return g_strdup_printf (_("The last writing of this file did not come to an end. What it held before is kept: %s."),
                            when);

  return g_strdup_printf (_("The last writing of another file, “%s”, did not come to an end. What it held before is kept: %s."),
                          name, when);
}

static char *
dup_first_message (const GjLostList *self,
                   GFile            *own)
{
  for (guint i = 0; i < self->works->len; i++)
    if (is_work_of (g_ptr_array_index (self->works, i), own))
      return dup_work_message (g_ptr_array_index (self->works, i), TRUE);
  for (guint i = 0; i < self->copies->len; i++)
    if (is_copy_of (g_ptr_array_index (self->copies, i), own))
      return dup_copy_message (g_ptr_array_index (self->copies, i), TRUE);

  if (self->works->len > 0)
    return dup_work_message (g_ptr_array_index (self->works, 0), FALSE);

  return dup_copy_message (g_ptr_array_index (self->copies, 0), FALSE);
}

/* (nullable): what to tell whoever has opened @own (NULL: a report without a file) and may
 * not know that other work is waiting. What belongs to the file itself comes first. */

char *
gj_lost_list_dup_message (const GjLostList *self,
                          GFile            *own)
{
  g_autofree char *first = NULL;
  g_autofree char *more = NULL;
  guint n_more;

  g_return_val_if_fail (self != NULL, NULL);

  if (gj_lost_list_count (self) == 0)
    return NULL;

  first = dup_first_message (self, own);
  n_more = gj_lost_list_count (self) - 1;
  if (n_more == 0)
    return g_steal_pointer (&first);

  more = g_strdup_printf (ngettext ("%u more is waiting.", "%u more are waiting.", n_more), n_more);

  /* Translators: two sentences, one after the other. */
  return g_strdup_printf (_("%s %s"), first, more);
}
