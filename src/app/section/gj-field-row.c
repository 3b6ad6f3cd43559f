/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-field-row.h"

#include "gj-field-link.h"

/**
 * GjFieldRow:
 *
 * One field of the metadata, with what is doubtful about it beside it.
 */
struct _GjFieldRow
{
  AdwEntryRow  parent_instance;

  GtkWidget   *doubt;
  GjFieldLink *link;
  GjField      field;
};

G_DEFINE_FINAL_TYPE (GjFieldRow, gj_field_row, ADW_TYPE_ENTRY_ROW)

enum { PROP_0, PROP_SESSION, PROP_FIELD, N_PROPS };
static GParamSpec *properties[N_PROPS];

static void
show_doubt (GjFieldRow *self)
{
  const char *doubt = gj_field_link_get_doubt (self->link);

  gtk_widget_set_visible (self->doubt, doubt != NULL);
  gtk_label_set_label (GTK_LABEL (self->doubt), doubt != NULL ? doubt : "");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_INVALID,
                               doubt != NULL ? GTK_ACCESSIBLE_INVALID_TRUE
                                             : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static void
title_changed_cb (GjFieldRow *self)
{
  gj_field_link_set_label (self->link,
                           adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)));
}

void
gj_field_row_commit (GjFieldRow *self)
{
  g_return_if_fail (GJ_IS_FIELD_ROW (self));

  gj_field_link_commit (self->link);
}

static void
gj_field_row_dispose (GObject *object)
{
  GjFieldRow *self = GJ_FIELD_ROW (object);

  gj_field_link_bind_field (self->link, NULL, self->field);

  G_OBJECT_CLASS (gj_field_row_parent_class)->dispose (object);
}

static void
gj_field_row_finalize (GObject *object)
{
  g_object_unref (GJ_FIELD_ROW (object)->link);

  G_OBJECT_CLASS (gj_field_row_parent_class)->finalize (object);
}

static void
gj_field_row_get_property (GObject    *object,
                           guint       property_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  GjFieldRow *self = GJ_FIELD_ROW (object);

  switch (property_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, gj_field_link_get_session (self->link));
      break;

    case PROP_FIELD:
      g_value_set_string (value, gj_field_get_id (self->field));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
gj_field_row_set_property (GObject      *object,
                           guint         property_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  GjFieldRow *self = GJ_FIELD_ROW (object);

  switch (property_id)
    {
    case PROP_SESSION:
      gj_field_row_set_session (self, g_value_get_object (value));
      break;

    case PROP_FIELD:
      if (!gj_field_find (g_value_get_string (value), &self->field))
        g_warning ("There is no field “%s”", g_value_get_string (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
gj_field_row_class_init (GjFieldRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = gj_field_row_dispose;
  object_class->finalize = gj_field_row_finalize;
  object_class->get_property = gj_field_row_get_property;
  object_class->set_property = gj_field_row_set_property;

  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, GJ_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_FIELD] =
    g_param_spec_string ("field", NULL, NULL, "title",
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
gj_field_row_init (GjFieldRow *self)
{
  self->doubt = gtk_label_new (NULL);
  gtk_widget_set_visible (self->doubt, FALSE);
  gtk_widget_add_css_class (self->doubt, "doubt");
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self), self->doubt);

  self->link = gj_field_link_new (GTK_EDITABLE (self));
  g_signal_connect_object (self->link, "changed", G_CALLBACK (show_doubt), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::title", G_CALLBACK (title_changed_cb), NULL);
}

void
gj_field_row_set_session (GjFieldRow *self,
                          GjSession  *session)
{
  g_return_if_fail (GJ_IS_FIELD_ROW (self));
  g_return_if_fail (session == NULL || GJ_IS_SESSION (session));

  if (gj_field_link_get_session (self->link) == session)
    return;

  gj_field_link_bind_field (self->link, session, self->field);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}
