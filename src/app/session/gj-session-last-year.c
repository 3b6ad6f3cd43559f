/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-session-private.h"

/* The report of the year before, which the open one goes on from and is checked against.
 * It is another file and never changed from here. */

static char *
dup_name (GFile *file)
{
  g_autofree char *name = file != NULL ? g_file_get_basename (file) : NULL;

  return name != NULL ? g_filename_display_name (name) : NULL;
}

void
_gj_session_clear_last_year (GjSession *self)
{
  g_clear_object (&self->last_year);
  g_clear_object (&self->last_year_file);
  g_clear_pointer (&self->last_year_name, g_free);
}

/* @last: (nullable): what was read from @file, which may be NULL. */
void
gj_session_set_last_year (GjSession *self,
                          GjReport  *last,
                          GFile     *file)
{
  g_autoptr (GjReport) snapshot = NULL;

  g_return_if_fail (GJ_IS_SESSION (self));
  g_return_if_fail (last == NULL || GJ_IS_REPORT (last));
  g_return_if_fail (file == NULL || G_IS_FILE (file));

  if (last == self->last_year && file == self->last_year_file)
    return;

  if (last == NULL)
    file = NULL;
  else
    snapshot = gj_report_dup_snapshot (last);
  g_set_object (&self->last_year_file, file);
  g_set_object (&self->last_year, snapshot);
  g_free (self->last_year_name);
  self->last_year_name = dup_name (self->last_year_file);

  _gj_session_emit_last_year_changed (self);
}

/* (nullable): a snapshot. */
GjReport *
gj_session_get_last_year (GjSession *self)
{
  g_return_val_if_fail (GJ_IS_SESSION (self), NULL);

  return self->last_year;
}

/* (nullable): where it was read from. */
GFile *
gj_session_get_last_year_file (GjSession *self)
{
  g_return_val_if_fail (GJ_IS_SESSION (self), NULL);

  return self->last_year_file;
}

/* (nullable): the name of that file, for words. */
const char *
gj_session_get_last_year_name (GjSession *self)
{
  g_return_val_if_fail (GJ_IS_SESSION (self), NULL);

  return self->last_year_name;
}
