/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-field-row.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * GjFieldRow:
 *
 * One field of the metadata. A doubtful value is said beside it, never refused: what
 * stands in the document stays until a person changes it.
 */
struct _GjFieldRow
{
  AdwEntryRow  parent_instance;

  GtkWidget   *doubt;
  GjSession   *session;
  GjField      field;
};

G_DEFINE_FINAL_TYPE (GjFieldRow, gj_field_row, ADW_TYPE_ENTRY_ROW)

enum { PROP_0, PROP_SESSION, PROP_FIELD, N_PROPS };
static GParamSpec *properties[N_PROPS];

static gboolean
is_date (const char *text)
{
  int year;
  int month;
  int day;
  char rest;

  return strlen (text) == 10 && sscanf (text, "%4d-%2d-%2d%c", &year, &month, &day, &rest) == 3
         && month >= 1 && month <= 12 && day >= 1 && g_date_valid_dmy (day, month, year);
}

static gboolean
is_year (const char *text)
{
  return strlen (text) == 4 && strspn (text, "0123456789") == 4;
}

const char *
gj_field_find_doubt (GjField     field,
                     const char *text)
{
  if (text == NULL || *text == '\0')
    return NULL;

  switch (field)
    {
    case GJ_FIELD_YEAR:
      return is_year (text) ? NULL : _("Four digits, such as 2025");

    case GJ_FIELD_PERIOD_START:
    case GJ_FIELD_PERIOD_END:
    case GJ_FIELD_DATE:
      return is_date (text) ? NULL : _("A date such as 2026-01-15");

    case GJ_FIELD_MAILBOX:
      return strchr (text, '@') != NULL ? NULL : _("No e-mail address");

    case GJ_FIELD_POSTCODE:
      return strlen (text) == 6 && strspn (text, "0123456789") == 6 ? NULL : _("Six digits");

    case GJ_FIELD_TITLE:
    case GJ_FIELD_DOCUMENT_NUMBER:
    case GJ_FIELD_BODY:
    case GJ_FIELD_BODY_KIND:
    case GJ_FIELD_BASIS:
    case GJ_FIELD_ADDRESS:
    case GJ_FIELD_TELEPHONE:
    case GJ_FIELD_WEBSITE:
    case GJ_FIELD_SIGNATURE:
    case GJ_N_FIELDS:
    default:
      return NULL;
    }
}

static const char *
get_text (GjFieldRow *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self));
}

static void
show_doubt (GjFieldRow *self)
{
  const char *doubt = gj_field_find_doubt (self->field, get_text (self));

  gtk_widget_set_visible (self->doubt, doubt != NULL);
  gtk_label_set_label (GTK_LABEL (self->doubt), doubt != NULL ? doubt : "");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_INVALID,
                               doubt != NULL ? GTK_ACCESSIBLE_INVALID_TRUE
                                             : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static void
show_field (GjFieldRow *self)
{
  const char *text;

  if (self->session == NULL)
    return;

  text = gj_report_get_field (gj_session_get_report (self->session), self->field);
  if (g_strcmp0 (text, get_text (self)) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self), text != NULL ? text : "");
  show_doubt (self);
}

static void
field_changed_cb (GjFieldRow *self,
                  guint       field)
{
  if (field == self->field)
    show_field (self);
}

static void
update_editable (GjFieldRow *self)
{
  gtk_editable_set_editable (GTK_EDITABLE (self), gj_session_can_edit (self->session));
}

void
gj_field_row_commit (GjFieldRow *self)
{
  g_autoptr (GjEdit) edit = NULL;
  GjReport *report;

  g_return_if_fail (GJ_IS_FIELD_ROW (self));

  if (self->session == NULL)
    return;

  report = gj_session_get_report (self->session);
  edit = gj_edit_new (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)));
  gj_edit_set_field (edit, report, self->field, get_text (self));
  if (!gj_session_push (self->session, edit))
    show_field (self);
}

static gboolean
key_pressed_cb (GjFieldRow      *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  if (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter)
    gj_field_row_commit (self);
  else if (keyval == GDK_KEY_Escape)
    show_field (self);

  return FALSE;
}

static void
gj_field_row_dispose (GObject *object)
{
  g_clear_object (&GJ_FIELD_ROW (object)->session);

  G_OBJECT_CLASS (gj_field_row_parent_class)->dispose (object);
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
      g_value_set_object (value, self->session);
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
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (gj_field_row_commit), self);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);

  self->doubt = gtk_label_new (NULL);
  gtk_widget_set_visible (self->doubt, FALSE);
  gtk_widget_add_css_class (self->doubt, "doubt");
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self), self->doubt);
  gtk_editable_set_enable_undo (GTK_EDITABLE (self), FALSE);
  g_signal_connect (self, "changed", G_CALLBACK (show_doubt), NULL);
}

void
gj_field_row_set_session (GjFieldRow *self,
                          GjSession  *session)
{
  g_return_if_fail (GJ_IS_FIELD_ROW (self));
  g_return_if_fail (session == NULL || GJ_IS_SESSION (session));

  if (self->session == session)
    return;

  if (self->session != NULL)
    {
      g_signal_handlers_disconnect_by_data (gj_session_get_report (self->session), self);
      g_signal_handlers_disconnect_by_data (self->session, self);
    }

  g_set_object (&self->session, session);
  if (session != NULL)
    {
      g_signal_connect_object (gj_session_get_report (session), "field-changed",
                               G_CALLBACK (field_changed_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (session, "notify::mode", G_CALLBACK (update_editable), self,
                               G_CONNECT_SWAPPED);
      update_editable (self);
      show_field (self);
    }

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}
