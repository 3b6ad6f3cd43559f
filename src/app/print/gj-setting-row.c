/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-setting-row.h"

/* What is typed becomes a step after this long: it is on paper and in the journal soon,
 * and not every letter lays the pages out anew. */
#define DELAY_MS 1000

/**
 * GjSettingRow:
 *
 * One text of the signing sheet. Typing is joined to one step, as everywhere.
 */
struct _GjSettingRow
{
  AdwEntryRow  parent_instance;

  GjSession   *session;
  char        *name;
  guint        commit_id;
};

G_DEFINE_FINAL_TYPE (GjSettingRow, gj_setting_row, ADW_TYPE_ENTRY_ROW)

enum { PROP_0, PROP_NAME, N_PROPS };
static GParamSpec *properties[N_PROPS];

static const char *
get_setting (GjSettingRow *self)
{
  const char *text = gj_report_get_setting (gj_session_get_report (self->session), self->name);

  return text != NULL ? text : "";
}

static const char *
get_text (GjSettingRow *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self));
}

static void
show_setting (GjSettingRow *self)
{
  if (!g_str_equal (get_setting (self), get_text (self)))
    gtk_editable_set_text (GTK_EDITABLE (self), get_setting (self));
  g_clear_handle_id (&self->commit_id, g_source_remove);
}

static void
setting_changed_cb (GjSettingRow *self,
                    const char   *name)
{
  if (g_str_equal (name, self->name))
    show_setting (self);
}

static void
push (GjSettingRow *self,
      gboolean      typing)
{
  g_autoptr (GjEdit) edit = NULL;

  g_clear_handle_id (&self->commit_id, g_source_remove);
  if (self->session == NULL || g_str_equal (get_setting (self), get_text (self)))
    return;

  edit = gj_edit_new (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)));
  gj_edit_set_setting (edit, gj_session_get_report (self->session), self->name,
                       *get_text (self) != '\0' ? get_text (self) : NULL);
  if (typing)
    gj_session_push_joined (self->session, edit);
  else
    gj_session_push (self->session, edit);
}

static gboolean
commit_cb (gpointer user_data)
{
  GjSettingRow *self = user_data;

  self->commit_id = 0;
  push (self, TRUE);

  return G_SOURCE_REMOVE;
}

static void
changed_cb (GjSettingRow *self)
{
  if (self->session != NULL && self->commit_id == 0 &&
      !g_str_equal (get_setting (self), get_text (self)))
    self->commit_id = g_timeout_add (DELAY_MS, commit_cb, self);
}

static void
gj_setting_row_dispose (GObject *object)
{
  GjSettingRow *self = GJ_SETTING_ROW (object);

  g_clear_handle_id (&self->commit_id, g_source_remove);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (gj_setting_row_parent_class)->dispose (object);
}

static void
gj_setting_row_finalize (GObject *object)
{
  g_free (GJ_SETTING_ROW (object)->name);

  G_OBJECT_CLASS (gj_setting_row_parent_class)->finalize (object);
}

static void
gj_setting_row_get_property (GObject    *object,
                             guint       property_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_NAME:
      g_value_set_string (value, GJ_SETTING_ROW (object)->name);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
gj_setting_row_set_property (GObject      *object,
                             guint         property_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  switch (property_id)
    {
    case PROP_NAME:
      GJ_SETTING_ROW (object)->name = g_value_dup_string (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
gj_setting_row_class_init (GjSettingRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = gj_setting_row_dispose;
  object_class->finalize = gj_setting_row_finalize;
  object_class->get_property = gj_setting_row_get_property;
  object_class->set_property = gj_setting_row_set_property;

  properties[PROP_NAME] =
    g_param_spec_string ("setting", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
gj_setting_row_init (GjSettingRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_swapped (focus, "leave", G_CALLBACK (gj_setting_row_commit), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  gtk_editable_set_enable_undo (GTK_EDITABLE (self), FALSE);
  g_signal_connect (self, "changed", G_CALLBACK (changed_cb), NULL);
  g_signal_connect (self, "entry-activated", G_CALLBACK (gj_setting_row_commit), NULL);
}

void
gj_setting_row_set_session (GjSettingRow *self,
                            GjSession    *session)
{
  g_return_if_fail (GJ_IS_SETTING_ROW (self));
  g_return_if_fail (GJ_IS_SESSION (session));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (gj_session_get_report (session), "setting-changed",
                           G_CALLBACK (setting_changed_cb), self, G_CONNECT_SWAPPED);
  show_setting (self);
}

void
gj_setting_row_commit (GjSettingRow *self)
{
  g_return_if_fail (GJ_IS_SETTING_ROW (self));

  push (self, FALSE);
}
