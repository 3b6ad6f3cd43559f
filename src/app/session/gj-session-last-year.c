/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-session-private.h"

#include <glib/gi18n-lib.h>

/* The report of the year before, which the open one goes on from and is checked against.
 * It is another file and never changed from here. The open report names it in its
 * settings; what they name is what is read. */

static void
set_problem (GjSession  *self,
             const char *problem)
{
  g_free (self->last_year_problem);
  self->last_year_problem = g_strdup (problem);
}

static void
stop_reading (GjSession *self)
{
  if (self->last_year_reading != NULL)
    g_cancellable_cancel (self->last_year_reading);
  g_clear_object (&self->last_year_reading);
}

void
_gj_session_clear_last_year (GjSession *self)
{
  stop_reading (self);
  g_clear_pointer (&self->years, g_ptr_array_unref);
  g_clear_pointer (&self->last_year_problem, g_free);
}

static const GjYearFile *
get_year (GjSession *self)
{
  return self->years != NULL && self->years->len > 0 ? g_ptr_array_index (self->years, 0) : NULL;
}

/* Takes over @years, which may be NULL. */
static void
take_years (GjSession *self,
            GPtrArray *years)
{
  const GjYearFile *year;

  stop_reading (self);
  set_problem (self, NULL);
  g_clear_pointer (&self->years, g_ptr_array_unref);
  self->years = years;

  year = get_year (self);
  gj_checker_set_last_year (self->checker, year != NULL ? year->report : NULL,
                            year != NULL ? year->name : NULL);
  _gj_session_emit_last_year_changed (self);
}

/* @last: (nullable): what was read from @file, which may be NULL. The report does not
 * remember it. */
void
gj_session_set_last_year (GjSession *self,
                          GjReport  *last,
                          GFile     *file)
{
  g_autoptr (GPtrArray) years = NULL;
  const GjYearFile *year;

  g_return_if_fail (GJ_IS_SESSION (self));
  g_return_if_fail (last == NULL || GJ_IS_REPORT (last));
  g_return_if_fail (file == NULL || G_IS_FILE (file));

  year = get_year (self);
  if (year == NULL && last == NULL)
    return;
  if (year != NULL && last == year->report && file == year->file)
    return;

  if (last != NULL)
    {
      years = g_ptr_array_new_with_free_func ((GDestroyNotify) gj_year_file_free);
      g_ptr_array_add (years, gj_year_file_new (file, last));
    }
  take_years (self, g_steal_pointer (&years));
}

/* (nullable): a snapshot. */
GjReport *
gj_session_get_last_year (GjSession *self)
{
  const GjYearFile *year;

  g_return_val_if_fail (GJ_IS_SESSION (self), NULL);

  year = get_year (self);

  return year != NULL ? year->report : NULL;
}

/* (nullable): where it was read from. */
GFile *
gj_session_get_last_year_file (GjSession *self)
{
  const GjYearFile *year;

  g_return_val_if_fail (GJ_IS_SESSION (self), NULL);

  year = get_year (self);

  return year != NULL ? year->file : NULL;
}

/* (nullable): the name of that file, for words. */
const char *
gj_session_get_last_year_name (GjSession *self)
{
  const GjYearFile *year;

  g_return_val_if_fail (GJ_IS_SESSION (self), NULL);

  year = get_year (self);

  return year != NULL ? year->name : NULL;
}

/* (nullable) (element-type GjYearFile): the reports of the years before, as far as each
 * names the next, the latest first. */
GPtrArray *
gj_session_get_years (GjSession *self)
{
  g_return_val_if_fail (GJ_IS_SESSION (self), NULL);

  return self->years;
}

/* (nullable): why the report that is named could not be read. */
const char *
gj_session_get_last_year_problem (GjSession *self)
{
  g_return_val_if_fail (GJ_IS_SESSION (self), NULL);

  return self->last_year_problem;
}

static GFile *
dup_own_folder (GjSession *self)
{
  GFile *file = gj_document_get_file (self->document);

  return file != NULL ? g_file_get_parent (file) : NULL;
}

/* What the report names already, when somebody has read it before. */
void
gj_session_set_years (GjSession *self,
                      GPtrArray *years)
{
  g_return_if_fail (GJ_IS_SESSION (self));

  if (years != self->years)
    take_years (self, years != NULL ? g_ptr_array_ref (years) : NULL);
}

/* The report remembers the first of @years and proposes what follows from it; NULL makes
 * it forget. One step, which undo takes back. */
void
gj_session_remember_last_year (GjSession *self,
                               GPtrArray *years)
{
  g_autoptr (GjEdit) edit = NULL;
  g_autoptr (GFile) folder = NULL;
  g_autofree char *way = NULL;
  const GjYearFile *year;

  g_return_if_fail (GJ_IS_SESSION (self));

  gj_session_set_years (self, years);
  year = get_year (self);
  folder = dup_own_folder (self);
  way = year != NULL ? gj_year_file_dup_way (year, folder) : NULL;
  edit = gj_edit_new (_("Last year's report"));
  gj_edit_set_last_year (edit, self->report, year != NULL ? year->report : NULL, way);
  gj_session_push (self, edit);
}

/* Before @target is written: the report says how to go from there, so that both can be
 * moved together, and no longer where on this computer they are. */
void
_gj_session_settle_last_year (GjSession *self,
                              GFile     *target)
{
  const GjYearFile *year = get_year (self);
  const char *named = gj_report_get_setting (self->report, GJ_LAST_YEAR_SETTING_FILE);
  g_autoptr (GFile) folder = g_file_get_parent (target);
  g_autofree char *way = NULL;
  g_autoptr (GjEdit) edit = NULL;

  if (year == NULL || named == NULL || gj_document_format_of (target) != GJ_DOCUMENT_GOUJI)
    return;

  way = gj_year_file_dup_way (year, folder);
  if (way == NULL)
    return;

  edit = gj_edit_new (_("Last year's report"));
  gj_edit_set_setting (edit, self->report, GJ_LAST_YEAR_SETTING_FILE, way);
  self->settling = TRUE;
  gj_session_push (self, edit);
  self->settling = FALSE;
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GjSession) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) years = gj_year_file_read_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->checker == NULL)
    return;

  take_years (self, g_steal_pointer (&years));
  if (error != NULL)
    {
      set_problem (self, error->message);
      _gj_session_emit_last_year_changed (self);
    }
}

/* Reads the report that the open one names, if it is another than the one that is known. */
static void
look_for_last_year (GjSession *self)
{
  const GjYearFile *year = get_year (self);
  g_autoptr (GFile) folder = dup_own_folder (self);
  g_autoptr (GFile) file = gj_year_file_find_last (self->report, folder);

  if (file == NULL)
    {
      take_years (self, NULL);
      return;
    }
  if (year != NULL && year->file != NULL && g_file_equal (year->file, file))
    return;

  stop_reading (self);
  self->last_year_reading = g_cancellable_new ();
  gj_year_file_read_async (file, self->last_year_reading, read_cb, g_object_ref (self));
}

static void
setting_changed_cb (GjSession  *self,
                    const char *name)
{
  if (g_str_equal (name, GJ_LAST_YEAR_SETTING_FILE) && !self->settling)
    look_for_last_year (self);
}

/* From now on what the report names is read. */
void
gj_session_follow_last_year (GjSession *self)
{
  g_return_if_fail (GJ_IS_SESSION (self));

  if (self->follows_last_year)
    return;

  self->follows_last_year = TRUE;
  g_signal_connect_object (self->report, "setting-changed", G_CALLBACK (setting_changed_cb), self,
                           G_CONNECT_SWAPPED);
  if (gj_report_get_setting (self->report, GJ_LAST_YEAR_SETTING_FILE) != NULL)
    look_for_last_year (self);
}
