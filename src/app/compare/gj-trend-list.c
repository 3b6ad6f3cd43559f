/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-trend-list.h"

#include <glib/gi18n-lib.h>

#include "gj-year-queue.h"

/**
 * GjTrendList:
 *
 * The open report, those that it goes on from, and whatever a person adds. The open one is
 * followed while it is written; the others are snapshots. No file is ever changed.
 */
struct _GjTrendList
{
  GObject       parent_instance;

  GjSession    *session;
  GPtrArray    *chain;
  GPtrArray    *added;
  GPtrArray    *removed;
  GPtrArray    *years;
  GjTrend      *trend;
  guint         update_id;

  GjYearQueue  *queue;
  char         *known;
  char         *problem;
};

G_DEFINE_FINAL_TYPE (GjTrendList, gj_trend_list, G_TYPE_OBJECT)

enum { CHANGED, READING_CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static gboolean
has_file (GPtrArray *files,
          GFile     *file)
{
  for (guint i = 0; i < files->len; i++)
    if (g_file_equal (files->pdata[i], file))
      return TRUE;

  return FALSE;
}

/* The open report is the first of the reports that a trend is made of. */
static void
collect_years (GjTrendList *self)
{
  g_ptr_array_set_size (self->years, 0);
  for (guint i = 0; self->chain != NULL && i < self->chain->len; i++)
    {
      GjYearFile *year = g_ptr_array_index (self->chain, i);

      if (year->file == NULL || !has_file (self->removed, year->file))
        g_ptr_array_add (self->years, year);
    }
  g_ptr_array_extend (self->years, self->added, NULL, NULL);
}

static void
update (GjTrendList *self)
{
  g_autoptr (GPtrArray) reports = g_ptr_array_new ();
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  g_ptr_array_add (reports, gj_session_get_report (self->session));
  g_ptr_array_add (names, (char *) gj_document_get_name (gj_session_get_document (self->session)));
  for (guint i = 0; i < self->years->len; i++)
    {
      GjYearFile *year = g_ptr_array_index (self->years, i);

      g_ptr_array_add (reports, year->report);
      g_ptr_array_add (names, year->name != NULL ? year->name : (char *) _("Last year’s report"));
    }

  g_clear_pointer (&self->trend, gj_trend_free);
  self->trend = gj_trend_new ((GjReport *const *) reports->pdata, (const char *const *) names->pdata,
                              reports->len, GJ_TREND_DEFAULT);
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
update_cb (gpointer user_data)
{
  GjTrendList *self = user_data;

  self->update_id = 0;
  update (self);

  return G_SOURCE_REMOVE;
}

static void
queue_update (GjTrendList *self)
{
  if (self->update_id == 0)
    self->update_id = g_idle_add (update_cb, self);
}

static void
update_years (GjTrendList *self)
{
  GPtrArray *chain = gj_session_get_years (self->session);

  g_clear_pointer (&self->chain, g_ptr_array_unref);
  self->chain = chain != NULL ? g_ptr_array_ref (chain) : NULL;
  collect_years (self);
  g_clear_handle_id (&self->update_id, g_source_remove);
  update (self);
}

/* Reading */

static char *
dup_name (GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);

  return base != NULL ? g_filename_display_name (base) : g_file_get_parse_name (file);
}

/* What could not be read, and what is there already, as one sentence or two. */
static void
update_problem (GjTrendList *self)
{
  g_autofree char *failed = gj_year_queue_dup_failure (self->queue);
  g_autofree char *known =
    self->known != NULL ? g_strdup_printf (_("“%s” is in the table already."), self->known) : NULL;

  g_free (self->problem);
  if (failed != NULL && known != NULL)
    self->problem = g_strconcat (failed, " ", known, NULL);
  else
    self->problem = g_strdup (failed != NULL ? failed : known);
  g_signal_emit (self, signals[READING_CHANGED], 0);
}

static void
read_cb (GjTrendList      *self,
         const GjYearFile *year)
{
  g_ptr_array_add (self->added, gj_year_file_new (year->file, year->report));
  collect_years (self);
  queue_update (self);
}

/* A problem is said when all is read. */
static void
queue_changed_cb (GjTrendList *self)
{
  if (gj_year_queue_is_reading (self->queue))
    g_signal_emit (self, signals[READING_CHANGED], 0);
  else
    update_problem (self);
}

static gboolean
is_known (GjTrendList *self,
          GFile       *file)
{
  GjDocument *document = gj_session_get_document (self->session);
  GFile *own[] = { gj_document_get_file (document), gj_document_get_origin (document) };

  for (guint i = 0; i < G_N_ELEMENTS (own); i++)
    if (own[i] != NULL && g_file_equal (own[i], file))
      return TRUE;
  for (guint i = 0; i < self->years->len; i++)
    {
      GjYearFile *year = g_ptr_array_index (self->years, i);

      if (year->file != NULL && g_file_equal (year->file, file))
        return TRUE;
    }

  return gj_year_queue_contains (self->queue, file);
}

void
gj_trend_list_add_files (GjTrendList *self,
                         GListModel  *files)
{
  g_return_if_fail (GJ_IS_TREND_LIST (self));
  g_return_if_fail (G_IS_LIST_MODEL (files));

  if (!gj_year_queue_is_reading (self->queue))
    g_clear_pointer (&self->known, g_free);
  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);

      if (is_known (self, file))
        {
          g_free (self->known);
          self->known = dup_name (file);
          continue;
        }
      gj_year_queue_add (self->queue, file);
    }

  gj_year_queue_start (self->queue);
}

/* What has been read stays. */
void
gj_trend_list_cancel (GjTrendList *self)
{
  g_return_if_fail (GJ_IS_TREND_LIST (self));

  gj_year_queue_cancel (self->queue);
}

/* (nullable): what is being read. */
char *
gj_trend_list_dup_progress (GjTrendList *self)
{
  g_return_val_if_fail (GJ_IS_TREND_LIST (self), NULL);

  return gj_year_queue_dup_progress (self->queue);
}

/* (nullable) */
const char *
gj_trend_list_get_problem (GjTrendList *self)
{
  g_return_val_if_fail (GJ_IS_TREND_LIST (self), NULL);

  return self->problem;
}

static GjYearFile *
get_year_of (GjTrendList *self,
             guint        column)
{
  guint index = gj_trend_get_column (self->trend, column)->index;

  return index != 0 && index != GJ_NONE ? g_ptr_array_index (self->years, index - 1) : NULL;
}

gboolean
gj_trend_list_can_remove (GjTrendList *self,
                          guint        column)
{
  GjYearFile *year;

  g_return_val_if_fail (GJ_IS_TREND_LIST (self), FALSE);
  g_return_val_if_fail (column < gj_trend_get_n_columns (self->trend), FALSE);

  year = get_year_of (self, column);

  return year != NULL && (year->file != NULL || g_ptr_array_find (self->added, year, NULL));
}

/* From the table only; the report goes on from what it goes on from. */
void
gj_trend_list_remove (GjTrendList *self,
                      guint        column)
{
  GjYearFile *year;

  g_return_if_fail (GJ_IS_TREND_LIST (self));
  g_return_if_fail (column < gj_trend_get_n_columns (self->trend));

  year = get_year_of (self, column);
  if (year == NULL)
    return;

  if (!g_ptr_array_remove (self->added, year) && year->file != NULL)
    g_ptr_array_add (self->removed, g_object_ref (year->file));
  g_clear_pointer (&self->known, g_free);
  collect_years (self);
  g_clear_handle_id (&self->update_id, g_source_remove);
  update (self);
}

/* Bodies */

static const GjTrendColumn *
find_main (GjTrendList *self)
{
  for (guint i = gj_trend_get_n_columns (self->trend); i > 0; i--)
    {
      const GjTrendColumn *column = gj_trend_get_column (self->trend, i - 1);

      if (column->report != NULL && !column->is_other_body)
        return column;
    }

  return NULL;
}

static gboolean
is_other (GjTrendList         *self,
          const GjTrendColumn *column)
{
  GjReport *own = gj_session_get_report (self->session);

  return column != NULL && column->report != own
         && gj_report_match_body (own, column->report) == GJ_BODY_OTHER;
}

/* Most reports may be of another body than the open one: then that is what it is linked to. */
const char *
gj_trend_list_get_other_body (GjTrendList *self)
{
  g_return_val_if_fail (GJ_IS_TREND_LIST (self), NULL);

  for (guint i = gj_trend_get_n_columns (self->trend); i > 0; i--)
    {
      const GjTrendColumn *column = gj_trend_get_column (self->trend, i - 1);

      if (!column->is_other_body)
        continue;
      if (!is_other (self, column))
        column = find_main (self);
      if (is_other (self, column))
        return gj_report_get_field (column->report, GJ_FIELD_BODY);
    }

  return NULL;
}

gboolean
gj_trend_list_link (GjTrendList *self)
{
  const char *body = gj_trend_list_get_other_body (self);
  GjReport *own = gj_session_get_report (self->session);
  const char *linked = gj_report_get_setting (own, GJ_SETTING_FORMER_BODY);
  g_autoptr (GjEdit) edit = NULL;
  g_autofree char *names = NULL;

  if (body == NULL)
    return FALSE;

  names = linked != NULL && *linked != '\0' ? g_strconcat (linked, "\n", body, NULL) : g_strdup (body);
  edit = gj_edit_new (_("Link to the Former Name"));
  gj_edit_set_setting (edit, own, GJ_SETTING_FORMER_BODY, names);

  return gj_session_push (self->session, edit);
}

static void
gj_trend_list_dispose (GObject *object)
{
  GjTrendList *self = GJ_TREND_LIST (object);

  g_clear_handle_id (&self->update_id, g_source_remove);
  if (self->queue != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->queue, self);
      gj_year_queue_cancel (self->queue);
    }
  g_clear_object (&self->queue);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (gj_trend_list_parent_class)->dispose (object);
}

static void
gj_trend_list_finalize (GObject *object)
{
  GjTrendList *self = GJ_TREND_LIST (object);

  g_clear_pointer (&self->trend, gj_trend_free);
  g_clear_pointer (&self->chain, g_ptr_array_unref);
  g_ptr_array_unref (self->years);
  g_ptr_array_unref (self->added);
  g_ptr_array_unref (self->removed);
  g_free (self->known);
  g_free (self->problem);

  G_OBJECT_CLASS (gj_trend_list_parent_class)->finalize (object);
}

static void
gj_trend_list_class_init (GjTrendListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = gj_trend_list_dispose;
  object_class->finalize = gj_trend_list_finalize;

  signals[CHANGED] = g_signal_new ("changed", GJ_TYPE_TREND_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  signals[READING_CHANGED] = g_signal_new ("reading-changed", GJ_TYPE_TREND_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                           NULL, G_TYPE_NONE, 0);
}

static void
gj_trend_list_init (GjTrendList *self)
{
  self->years = g_ptr_array_new ();
  self->added = g_ptr_array_new_with_free_func ((GDestroyNotify) gj_year_file_free);
  self->removed = g_ptr_array_new_with_free_func (g_object_unref);
  self->queue = gj_year_queue_new ();
  g_signal_connect_object (self->queue, "read", G_CALLBACK (read_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->queue, "changed", G_CALLBACK (queue_changed_cb), self, G_CONNECT_SWAPPED);
}

GjTrendList *
gj_trend_list_new (GjSession *session)
{
  static const char *const watched[] = { "cell-changed", "field-changed", "variant-changed", "setting-changed" };
  GjTrendList *self;

  g_return_val_if_fail (GJ_IS_SESSION (session), NULL);

  self = g_object_new (GJ_TYPE_TREND_LIST, NULL);
  self->session = g_object_ref (session);
  for (guint i = 0; i < G_N_ELEMENTS (watched); i++)
    g_signal_connect_object (gj_session_get_report (session), watched[i], G_CALLBACK (queue_update), self,
                             G_CONNECT_SWAPPED);
  g_signal_connect_object (gj_session_get_document (session), "notify::name", G_CALLBACK (queue_update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "last-year-changed", G_CALLBACK (update_years), self, G_CONNECT_SWAPPED);
  update_years (self);

  return self;
}

GjSession *
gj_trend_list_get_session (GjTrendList *self)
{
  g_return_val_if_fail (GJ_IS_TREND_LIST (self), NULL);

  return self->session;
}

const GjTrend *
gj_trend_list_get_trend (GjTrendList *self)
{
  g_return_val_if_fail (GJ_IS_TREND_LIST (self), NULL);

  return self->trend;
}

gboolean
gj_trend_list_is_own (GjTrendList *self,
                      guint        column)
{
  g_return_val_if_fail (GJ_IS_TREND_LIST (self), FALSE);

  return gj_trend_get_column (self->trend, column)->index == 0;
}

GPtrArray *
gj_trend_list_dup_years (GjTrendList *self)
{
  GjDocument *document;
  GPtrArray *years;
  GjYearFile *own;

  g_return_val_if_fail (GJ_IS_TREND_LIST (self), NULL);

  document = gj_session_get_document (self->session);
  years = g_ptr_array_new_with_free_func ((GDestroyNotify) gj_year_file_free);
  own = gj_year_file_new (gj_document_get_file (document) != NULL ? gj_document_get_file (document)
                                                                  : gj_document_get_origin (document),
                          gj_session_get_report (self->session));
  g_free (own->name);
  own->name = g_strdup (gj_document_get_name (document));
  g_ptr_array_add (years, own);
  for (guint i = 0; i < self->years->len; i++)
    {
      GjYearFile *year = g_ptr_array_index (self->years, i);
      GjYearFile *copy = gj_year_file_new (year->file, year->report);

      if (copy->name == NULL)
        copy->name = g_strdup (_("Last year’s report"));
      g_ptr_array_add (years, copy);
    }

  return years;
}
