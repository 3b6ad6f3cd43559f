/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-session-private.h"

#include <glib/gi18n-lib.h>

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

enum { CAN_UNDO_CHANGED, N_SIGNALS };
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

/* A reviewer may decide and remark, but not change what is published. */
static gboolean
is_allowed (GjSession *self,
            GjEdit    *edit)
{
  if (self->mode == GJ_MODE_DRAFTING)
    return TRUE;

  for (guint i = 0; i < gj_edit_get_n_changes (edit); i++)
    {
      GjChangeKind kind = gj_edit_get_change (edit, i)->kind;

      if (kind != GJ_CHANGE_DECISION && kind != GJ_CHANGE_COMMENT
          && kind != GJ_CHANGE_SETTING)
        return FALSE;
    }

  return TRUE;
}

static gboolean
finding_has_cell (GjFinding *finding,
                  guint      cell)
{
  guint n_cells;
  const guint *cells = gj_finding_get_cells (finding, &n_cells);

  for (guint i = 0; i < n_cells; i++)
    if (cells[i] == cell)
      return TRUE;

  return FALSE;
}

static GjFinding *
pick_open (GPtrArray *findings)
{
  for (guint i = 0; i < findings->len; i++)
    {
      GjFinding *finding = g_ptr_array_index (findings, i);

      if (!gj_finding_is_decided (finding))
        return finding;
    }

  return findings->len > 0 ? g_ptr_array_index (findings, 0) : NULL;
}

/* The finding follows the cell, unless it is about that cell already. */
static void
cell_changed_cb (GjSession *self)
{
  guint cell = gj_selection_get_cell (self->selection);
  GjFinding *finding = gj_selection_get_finding (self->selection);
  g_autoptr (GPtrArray) findings = NULL;

  if (cell == GJ_NONE)
    return;
  if (finding != NULL && finding_has_cell (finding, cell))
    return;

  findings = gj_checker_dup_cell_findings (self->checker, cell);
  gj_selection_set_finding (self->selection, pick_open (findings));
}

static GjFinding *
dup_finding_with_key (GListModel *findings,
                      const char *key)
{
  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (GjFinding) finding = g_list_model_get_item (findings, i);

      if (g_strcmp0 (gj_finding_get_key (finding), key) == 0)
        return g_steal_pointer (&finding);
    }

  return NULL;
}

/* An edit replaces findings by newer ones of the same key; the selection goes along, or
 * on to another finding of the same cell. */
static gboolean
renew_finding_cb (gpointer user_data)
{
  GjSession *self = user_data;
  GjFinding *old = gj_selection_get_finding (self->selection);
  g_autoptr (GjFinding) renewed = NULL;
  guint section;

  self->renew_id = 0;
  if (old == NULL)
    {
      cell_changed_cb (self);
      return G_SOURCE_REMOVE;
    }

  section = gj_selection_get_section (self->selection);
  renewed = dup_finding_with_key (gj_checker_get_findings (self->checker),
                                  gj_finding_get_key (old));
  gj_selection_set_finding (self->selection, renewed);
  gj_selection_set_section (self->selection, section);
  if (renewed == NULL)
    cell_changed_cb (self);

  return G_SOURCE_REMOVE;
}

static void
findings_changed_cb (GjSession *self)
{
  if (self->renew_id == 0)
    self->renew_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, renew_finding_cb, self, NULL);
}

static void
emit_can_undo_changed (GjSession *self)
{
  g_signal_emit (self, signals[CAN_UNDO_CHANGED], 0);
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

  g_signal_connect_object (self->selection, "notify::cell", G_CALLBACK (cell_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gj_checker_get_findings (self->checker), "items-changed",
                           G_CALLBACK (findings_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->history, "notify", G_CALLBACK (emit_can_undo_changed),
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
  emit_can_undo_changed (self);
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

static gboolean
push (GjSession *self,
      GjEdit    *edit,
      gboolean   joined)
{
  if (gj_edit_is_empty (edit) || !is_allowed (self, edit))
    return FALSE;

  self->n_review_undo++;
  self->n_review_redo = 0;

  if (joined)
    gj_history_push_joined (self->history, edit);
  else
    gj_history_push (self->history, edit);

  emit_can_undo_changed (self);

  return TRUE;
}

gboolean
gj_session_push (GjSession *self,
                 GjEdit    *edit)
{
  g_return_val_if_fail (GJ_IS_SESSION (self), FALSE);
  g_return_val_if_fail (edit != NULL, FALSE);

  return push (self, edit, FALSE);
}

gboolean
gj_session_push_joined (GjSession *self,
                        GjEdit    *edit)
{
  g_return_val_if_fail (GJ_IS_SESSION (self), FALSE);
  g_return_val_if_fail (edit != NULL, FALSE);

  return push (self, edit, TRUE);
}

gboolean
gj_session_can_undo (GjSession *self)
{
  g_return_val_if_fail (GJ_IS_SESSION (self), FALSE);

  return gj_history_can_undo (self->history)
         && (self->mode == GJ_MODE_DRAFTING || self->n_review_undo > 0);
}

gboolean
gj_session_can_redo (GjSession *self)
{
  g_return_val_if_fail (GJ_IS_SESSION (self), FALSE);

  return gj_history_can_redo (self->history)
         && (self->mode == GJ_MODE_DRAFTING || self->n_review_redo > 0);
}

gboolean
gj_session_undo (GjSession *self)
{
  g_return_val_if_fail (GJ_IS_SESSION (self), FALSE);

  if (!gj_session_can_undo (self) || !gj_history_undo (self->history))
    return FALSE;

  if (self->n_review_undo > 0)
    self->n_review_undo--;
  self->n_review_redo++;
  emit_can_undo_changed (self);

  return TRUE;
}

gboolean
gj_session_redo (GjSession *self)
{
  g_return_val_if_fail (GJ_IS_SESSION (self), FALSE);

  if (!gj_session_can_redo (self) || !gj_history_redo (self->history))
    return FALSE;

  if (self->n_review_redo > 0)
    self->n_review_redo--;
  self->n_review_undo++;
  emit_can_undo_changed (self);

  return TRUE;
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
