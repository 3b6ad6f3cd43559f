/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-document.h"

#include <glib/gi18n-lib.h>

#include "gj-file-name.h"

/**
 * GjDocument:
 *
 * Where an open report is stored. Watches the file for other programs; never reads or
 * writes it.
 */
struct _GjDocument
{
  GObject       parent_instance;

  GFile        *file;
  GFile        *origin;
  GFileMonitor *monitor;
  GjFileStamp  *stamp;
  GjFileStamp  *origin_stamp;
  GDateTime    *saved_at;
  char         *name;
  guint         check_id;
  guint         serial;
  gboolean      changed_elsewhere;
  gboolean      is_origin_released;
};

G_DEFINE_FINAL_TYPE (GjDocument, gj_document, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_FILE,
  PROP_ORIGIN,
  PROP_NAME,
  PROP_SAVED_AT,
  PROP_CHANGED_ELSEWHERE,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

static void
set_changed_elsewhere (GjDocument *self,
                       gboolean    changed)
{
  if (self->changed_elsewhere == changed)
    return;

  self->changed_elsewhere = changed;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHANGED_ELSEWHERE]);
}

/* The stamp is compared in a thread: a network folder may keep us waiting. */
typedef struct
{
  char        *path;
  GjFileStamp *stamp;
} Comparison;

static void
comparison_free (Comparison *self)
{
  g_free (self->path);
  g_clear_pointer (&self->stamp, gj_file_stamp_free);
  g_free (self);
}

static void
compare_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Comparison *comparison = task_data;

  g_task_return_boolean (task, gj_file_is_changed (comparison->path, comparison->stamp));
}

static void
compare_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  GjDocument *self = GJ_DOCUMENT (source);

  /* A save that ended meanwhile has brought a new stamp with it. */
  if (GPOINTER_TO_UINT (user_data) != self->serial)
    return;

  set_changed_elsewhere (self, g_task_propagate_boolean (G_TASK (result), NULL));
}

static gboolean
check_cb (gpointer user_data)
{
  GjDocument *self = user_data;
  g_autoptr (GTask) task = g_task_new (self, NULL, compare_cb,
                                       GUINT_TO_POINTER (self->serial));
  Comparison *comparison = g_new0 (Comparison, 1);

  self->check_id = 0;
  comparison->path = g_file_get_path (self->file);
  comparison->stamp = gj_file_stamp_copy (self->stamp);
  g_task_set_task_data (task, comparison, (GDestroyNotify) comparison_free);
  g_task_run_in_thread (task, compare_thread);

  return G_SOURCE_REMOVE;
}

static void
monitor_changed_cb (GjDocument *self)
{
  if (self->check_id == 0 && self->stamp != NULL && self->file != NULL)
    self->check_id = g_timeout_add (300, check_cb, self);
}

static void
watch (GjDocument *self)
{
  if (self->monitor != NULL)
    g_file_monitor_cancel (self->monitor);
  g_clear_object (&self->monitor);

  if (self->file == NULL)
    return;

  self->monitor = g_file_monitor_file (self->file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (self->monitor != NULL)
    g_signal_connect_object (self->monitor, "changed", G_CALLBACK (monitor_changed_cb),
                             self, G_CONNECT_SWAPPED);
}

static void
update_name (GjDocument *self)
{
  GFile *file = self->file != NULL ? self->file : self->origin;
  g_autofree char *base = file != NULL ? g_file_get_basename (file) : NULL;
  g_autofree char *name =
    base != NULL ? g_filename_display_name (base) : g_strdup (_("Not saved yet"));

  if (g_strcmp0 (self->name, name) == 0)
    return;

  g_free (self->name);
  self->name = g_steal_pointer (&name);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NAME]);
}

static void
gj_document_dispose (GObject *object)
{
  GjDocument *self = GJ_DOCUMENT (object);

  g_clear_handle_id (&self->check_id, g_source_remove);
  if (self->monitor != NULL)
    g_file_monitor_cancel (self->monitor);
  g_clear_object (&self->monitor);
  g_clear_object (&self->file);
  g_clear_object (&self->origin);

  G_OBJECT_CLASS (gj_document_parent_class)->dispose (object);
}

static void
gj_document_finalize (GObject *object)
{
  GjDocument *self = GJ_DOCUMENT (object);

  g_clear_pointer (&self->stamp, gj_file_stamp_free);
  g_clear_pointer (&self->origin_stamp, gj_file_stamp_free);
  g_clear_pointer (&self->saved_at, g_date_time_unref);
  g_free (self->name);

  G_OBJECT_CLASS (gj_document_parent_class)->finalize (object);
}

static void
gj_document_get_property (GObject    *object,
                          guint       property_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  GjDocument *self = GJ_DOCUMENT (object);

  switch (property_id)
    {
    case PROP_FILE:
      g_value_set_object (value, self->file);
      break;

    case PROP_ORIGIN:
      g_value_set_object (value, self->origin);
      break;

    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;

    case PROP_SAVED_AT:
      g_value_set_boxed (value, self->saved_at);
      break;

    case PROP_CHANGED_ELSEWHERE:
      g_value_set_boolean (value, self->changed_elsewhere);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
gj_document_class_init (GjDocumentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = gj_document_dispose;
  object_class->finalize = gj_document_finalize;
  object_class->get_property = gj_document_get_property;

  properties[PROP_FILE] = g_param_spec_object ("file", NULL, NULL, G_TYPE_FILE, flags);
  properties[PROP_ORIGIN] = g_param_spec_object ("origin", NULL, NULL, G_TYPE_FILE, flags);
  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  properties[PROP_SAVED_AT] =
    g_param_spec_boxed ("saved-at", NULL, NULL, G_TYPE_DATE_TIME, flags);
  properties[PROP_CHANGED_ELSEWHERE] =
    g_param_spec_boolean ("changed-elsewhere", NULL, NULL, FALSE, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
gj_document_init (GjDocument *self)
{
}

GjDocumentFormat
gj_document_format_of (GFile *file)
{
  g_autofree char *name = NULL;
  g_autofree char *folded = NULL;

  g_return_val_if_fail (G_IS_FILE (file), GJ_DOCUMENT_GOUJI);

  name = g_file_get_basename (file);
  folded = g_ascii_strdown (name != NULL ? name : "", -1);

  return g_str_has_suffix (folded, ".docx") ? GJ_DOCUMENT_WORD : GJ_DOCUMENT_GOUJI;
}

/* With neither file nor stamp: a report that has never been saved. */
GjDocument *
gj_document_new (GFile       *file,
                 GjFileStamp *stamp)
{
  GjDocument *self = g_object_new (GJ_TYPE_DOCUMENT, NULL);

  g_set_object (&self->file, file);
  self->stamp = stamp != NULL ? gj_file_stamp_copy (stamp) : NULL;
  update_name (self);
  watch (self);

  return self;
}

/* A report read from a foreign file, which is never written to. */
GjDocument *
gj_document_new_imported (GFile       *origin,
                          GjFileStamp *stamp)
{
  GjDocument *self = g_object_new (GJ_TYPE_DOCUMENT, NULL);

  g_set_object (&self->origin, origin);
  self->origin_stamp = stamp != NULL ? gj_file_stamp_copy (stamp) : NULL;
  update_name (self);

  return self;
}

GFile *
gj_document_get_file (GjDocument *self)
{
  g_return_val_if_fail (GJ_IS_DOCUMENT (self), NULL);

  return self->file;
}

GFile *
gj_document_get_origin (GjDocument *self)
{
  g_return_val_if_fail (GJ_IS_DOCUMENT (self), NULL);

  return self->origin;
}

GjDocumentFormat
gj_document_get_format (GjDocument *self)
{
  g_return_val_if_fail (GJ_IS_DOCUMENT (self), GJ_DOCUMENT_GOUJI);

  return self->file != NULL ? gj_document_format_of (self->file) : GJ_DOCUMENT_GOUJI;
}

void
gj_document_release_origin (GjDocument *self)
{
  g_return_if_fail (GJ_IS_DOCUMENT (self));

  self->is_origin_released = TRUE;
}

gboolean
gj_document_is_origin_released (GjDocument *self)
{
  g_return_val_if_fail (GJ_IS_DOCUMENT (self), FALSE);

  return self->is_origin_released;
}

const GjFileStamp *
gj_document_get_origin_stamp (GjDocument *self)
{
  g_return_val_if_fail (GJ_IS_DOCUMENT (self), NULL);

  return self->origin_stamp;
}

const char *
gj_document_get_name (GjDocument *self)
{
  g_return_val_if_fail (GJ_IS_DOCUMENT (self), NULL);

  return self->name;
}

GFile *
gj_document_dup_folder (GjDocument *self)
{
  GFile *file;

  g_return_val_if_fail (GJ_IS_DOCUMENT (self), NULL);

  file = self->file != NULL ? self->file : self->origin;

  return file != NULL ? g_file_get_parent (file) : NULL;
}

GDateTime *
gj_document_get_saved_at (GjDocument *self)
{
  g_return_val_if_fail (GJ_IS_DOCUMENT (self), NULL);

  return self->saved_at;
}

gboolean
gj_document_is_changed_elsewhere (GjDocument *self)
{
  g_return_val_if_fail (GJ_IS_DOCUMENT (self), FALSE);

  return self->changed_elsewhere;
}

const GjFileStamp *
gj_document_get_stamp (GjDocument *self)
{
  g_return_val_if_fail (GJ_IS_DOCUMENT (self), NULL);

  return self->stamp;
}

void
gj_document_set_stored (GjDocument        *self,
                        GFile             *file,
                        const GjFileStamp *stamp)
{
  gboolean moved;

  g_return_if_fail (GJ_IS_DOCUMENT (self));
  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (stamp != NULL);

  g_clear_pointer (&self->stamp, gj_file_stamp_free);
  self->stamp = gj_file_stamp_copy (stamp);
  self->serial++;
  g_clear_pointer (&self->saved_at, g_date_time_unref);
  self->saved_at = g_date_time_new_now_local ();

  moved = g_set_object (&self->file, file);
  update_name (self);
  watch (self);
  set_changed_elsewhere (self, FALSE);

  if (moved)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILE]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SAVED_AT]);
}

static char *
dup_stem (const char *name)
{
  const char *dot = strrchr (name, '.');

  return dot != NULL && dot != name ? g_strndup (name, dot - name) : g_strdup (name);
}

static char *
dup_name (const char *stem,
          const char *suffix)
{
  g_autofree char *safe = gj_file_name_dup_safe (stem);

  return g_strconcat (*safe != '\0' ? safe : _("Annual report"), suffix, NULL);
}

char *
gj_document_dup_proposed_name (GjDocument *self,
                               GjReport   *report,
                               const char *suffix)
{
  g_autofree char *stem = NULL;
  const char *body;

  g_return_val_if_fail (GJ_IS_DOCUMENT (self), NULL);
  g_return_val_if_fail (GJ_IS_REPORT (report), NULL);

  body = gj_report_get_field (report, GJ_FIELD_BODY);

  if (self->file != NULL || self->origin != NULL)
    stem = dup_stem (self->name);
  else if (body != NULL && *body != '\0')
    stem = g_strdup_printf ("%s%s", body, gj_report_get_field (report, GJ_FIELD_YEAR));
  else
    stem = g_strdup (_("Annual report"));

  return dup_name (stem, suffix);
}

/* What a report is called that leaves the program: the name is part of what is handed in,
 * so it is Chinese whatever the language of the window. */
static const char *
get_copy_words (GjReport *report)
{
  const char *kind = gj_report_get_setting (report, "paper-copy");

  if (g_strcmp0 (kind, "submitted") == 0)
    return "（送审稿）";
  if (g_strcmp0 (kind, "reviewed") == 0)
    return "（审核稿）";

  return "";
}

char *
gj_document_dup_export_name (GjReport   *report,
                             const char *suffix)
{
  g_autofree char *stem = NULL;
  const char *body;
  const char *year;

  g_return_val_if_fail (GJ_IS_REPORT (report), NULL);
  g_return_val_if_fail (suffix != NULL, NULL);

  body = gj_report_get_field (report, GJ_FIELD_BODY);
  year = gj_report_get_field (report, GJ_FIELD_YEAR);
  stem = g_strconcat (body != NULL ? body : "", year != NULL ? year : "",
                      year != NULL && *year != '\0' ? "年" : "", "政府信息公开工作年度报告",
                      g_str_equal (suffix, ".pdf") ? get_copy_words (report) : "", NULL);

  return dup_name (stem, suffix);
}
