/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-session-private.h"

G_DEFINE_FINAL_TYPE (GjSession, gj_session, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_REPORT,
  PROP_HISTORY,
  PROP_CHECKER,
  PROP_SELECTION,
  PROP_DOCUMENT,
  PROP_MODE,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

enum { CAN_UNDO_CHANGED, LAST_YEAR_CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

GType
gj_mode_get_type (void)
{
  static gsize type;

  if (g_once_init_enter (&type))
    {
      static const GEnumValue values[] = {
        { GJ_MODE_DRAFTING, "GJ_MODE_DRAFTING", "drafting" },
        { GJ_MODE_REVIEWING, "GJ_MODE_REVIEWING", "reviewing" },
        { 0, NULL, NULL },
      };

      g_once_init_leave (&type, g_enum_register_static ("GjMode", values));
    }

  return type;
}

void
_gj_session_emit_can_undo_changed (GjSession *self)
{
  g_signal_emit (self, signals[CAN_UNDO_CHANGED], 0);
}

void
_gj_session_emit_last_year_changed (GjSession *self)
{
  g_signal_emit (self, signals[LAST_YEAR_CHANGED], 0);
}

static void
gj_session_constructed (GObject *object)
{
  GjSession *self = GJ_SESSION (object);

  G_OBJECT_CLASS (gj_session_parent_class)->constructed (object);

  self->history = gj_history_new (self->report);
  self->checker = gj_checker_new (self->report, NULL);
  self->groups = gj_group_list_new (self->checker);
  self->selection = gj_selection_new (self->report);
  self->document = gj_document_new (NULL, NULL);

  _gj_session_follow_findings (self);
  g_signal_connect_object (self->history, "notify", G_CALLBACK (_gj_session_emit_can_undo_changed),
                           self, G_CONNECT_SWAPPED);
}

static void
gj_session_dispose (GObject *object)
{
  GjSession *self = GJ_SESSION (object);

  g_clear_handle_id (&self->renew_id, g_source_remove);
  g_clear_object (&self->autosave);
  g_clear_object (&self->document);
  g_clear_object (&self->selection);
  g_clear_object (&self->groups);
  g_clear_object (&self->checker);
  g_clear_object (&self->history);
  g_clear_object (&self->report);
  _gj_session_clear_last_year (self);
  g_clear_pointer (&self->kept_sum, g_free);

  G_OBJECT_CLASS (gj_session_parent_class)->dispose (object);
}

static void
gj_session_get_property (GObject    *object,
                         guint       property_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  GjSession *self = GJ_SESSION (object);

  switch (property_id)
    {
    case PROP_REPORT:
      g_value_set_object (value, self->report);
      break;

    case PROP_HISTORY:
      g_value_set_object (value, self->history);
      break;

    case PROP_CHECKER:
      g_value_set_object (value, self->checker);
      break;

    case PROP_SELECTION:
      g_value_set_object (value, self->selection);
      break;

    case PROP_DOCUMENT:
      g_value_set_object (value, self->document);
      break;

    case PROP_MODE:
      g_value_set_enum (value, self->mode);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
gj_session_set_property (GObject      *object,
                         guint         property_id,
                         const GValue *value,
                         GParamSpec   *pspec)
{
  GjSession *self = GJ_SESSION (object);

  switch (property_id)
    {
    case PROP_REPORT:
      self->report = g_value_dup_object (value);
      break;

    case PROP_MODE:
      gj_session_set_mode (self, g_value_get_enum (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
gj_session_class_init (GjSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->constructed = gj_session_constructed;
  object_class->dispose = gj_session_dispose;
  object_class->get_property = gj_session_get_property;
  object_class->set_property = gj_session_set_property;

  properties[PROP_REPORT] =
    g_param_spec_object ("report", NULL, NULL, GJ_TYPE_REPORT,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_HISTORY] =
    g_param_spec_object ("history", NULL, NULL, GJ_TYPE_HISTORY, readable);
  properties[PROP_CHECKER] =
    g_param_spec_object ("checker", NULL, NULL, GJ_TYPE_CHECKER, readable);
  properties[PROP_SELECTION] =
    g_param_spec_object ("selection", NULL, NULL, GJ_TYPE_SELECTION, readable);
  properties[PROP_DOCUMENT] =
    g_param_spec_object ("document", NULL, NULL, GJ_TYPE_DOCUMENT, readable);
  properties[PROP_MODE] =
    g_param_spec_enum ("mode", NULL, NULL, GJ_TYPE_MODE, GJ_MODE_DRAFTING,
                       G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CAN_UNDO_CHANGED] =
    g_signal_new ("can-undo-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[LAST_YEAR_CHANGED] =
    g_signal_new ("last-year-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
gj_session_init (GjSession *self)
{
}

GjSession *
gj_session_new (GjReport *report)
{
  g_return_val_if_fail (GJ_IS_REPORT (report), NULL);

  return g_object_new (GJ_TYPE_SESSION, "report", report, NULL);
}

GjReport *
gj_session_get_report (GjSession *self)
{
  g_return_val_if_fail (GJ_IS_SESSION (self), NULL);

  return self->report;
}

GjHistory *
gj_session_get_history (GjSession *self)
{
  g_return_val_if_fail (GJ_IS_SESSION (self), NULL);

  return self->history;
}

GjChecker *
gj_session_get_checker (GjSession *self)
{
  g_return_val_if_fail (GJ_IS_SESSION (self), NULL);

  return self->checker;
}

/* What is shown as one finding, as GjFindingGroup; renewed once after an edit. */
GListModel *
gj_session_get_groups (GjSession *self)
{
  g_return_val_if_fail (GJ_IS_SESSION (self), NULL);

  return G_LIST_MODEL (self->groups);
}

GjSelection *
gj_session_get_selection (GjSession *self)
{
  g_return_val_if_fail (GJ_IS_SESSION (self), NULL);

  return self->selection;
}

GjDocument *
gj_session_get_document (GjSession *self)
{
  g_return_val_if_fail (GJ_IS_SESSION (self), NULL);

  return self->document;
}

GjMode
gj_session_get_mode (GjSession *self)
{
  g_return_val_if_fail (GJ_IS_SESSION (self), GJ_MODE_DRAFTING);

  return self->mode;
}

void
gj_session_set_mode (GjSession *self,
                     GjMode     mode)
{
  g_return_if_fail (GJ_IS_SESSION (self));

  if (self->mode == mode)
    return;

  self->mode = mode;
  self->n_review_undo = 0;
  self->n_review_redo = 0;
  gj_history_close_step (self->history);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODE]);
  _gj_session_emit_can_undo_changed (self);
}

gboolean
gj_session_can_edit (GjSession *self)
{
  g_return_val_if_fail (GJ_IS_SESSION (self), FALSE);

  return self->mode == GJ_MODE_DRAFTING;
}

gboolean
gj_session_is_modified (GjSession *self)
{
  g_return_val_if_fail (GJ_IS_SESSION (self), FALSE);

  return gj_history_is_modified (self->history);
}

/* For opening and recovering, before anybody looks. */
void
_gj_session_set_document (GjSession  *self,
                          GjDocument *document)
{
  if (g_set_object (&self->document, document))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DOCUMENT]);
}

void
gj_session_set_draft (GjSession  *self,
                      guint       cell,
                      const char *text)
{
  g_return_if_fail (GJ_IS_SESSION (self));

  if (self->autosave != NULL)
    gj_autosave_set_draft (self->autosave, cell, text);
}

void
gj_session_keep (GjSession  *self,
                 const char *directory)
{
  g_autofree char *uri = NULL;
  GFile *file;

  g_return_if_fail (GJ_IS_SESSION (self));
  g_return_if_fail (directory != NULL);

  if (self->autosave != NULL)
    return;

  file = gj_document_get_file (self->document);
  uri = file != NULL ? g_file_get_uri (file) : NULL;
  self->autosave = gj_autosave_new (self->history, directory, uri);
}

GjAutosave *
gj_session_get_autosave (GjSession *self)
{
  g_return_val_if_fail (GJ_IS_SESSION (self), NULL);

  return self->autosave;
}
