/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-field-link.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * GjFieldLink:
 *
 * An entry and the words it stands for. A doubtful value is said, never refused: what
 * stands in the document stays until a person changes it.
 */
struct _GjFieldLink
{
  GObject      parent_instance;

  GtkEditable *entry;
  char        *label;
  GjSession   *session;
  GjField      field;
  guint        section;
};

G_DEFINE_FINAL_TYPE (GjFieldLink, gj_field_link, G_TYPE_OBJECT)

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

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

/* A link with no field is about a heading. */
static const char *
get_stored (GjFieldLink *self)
{
  GjReport *report = gj_session_get_report (self->session);

  return self->field < GJ_N_FIELDS ? gj_report_get_field (report, self->field)
                                   : gj_report_get_heading (report, self->section);
}

static void
show_stored (GjFieldLink *self)
{
  const char *text;

  if (self->session == NULL)
    return;

  text = get_stored (self);
  if (g_strcmp0 (text, gtk_editable_get_text (self->entry)) != 0)
    gtk_editable_set_text (self->entry, text != NULL ? text : "");
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
field_changed_cb (GjFieldLink *self,
                  guint        field)
{
  if (field == self->field)
    show_stored (self);
}

static void
heading_changed_cb (GjFieldLink *self,
                    guint        section)
{
  if (self->field == GJ_N_FIELDS && section == self->section)
    show_stored (self);
}

static void
update_editable (GjFieldLink *self)
{
  gtk_editable_set_editable (self->entry, gj_session_can_edit (self->session));
}

void
gj_field_link_commit (GjFieldLink *self)
{
  g_autoptr (GjEdit) edit = NULL;
  GjReport *report;
  const char *text;

  g_return_if_fail (GJ_IS_FIELD_LINK (self));

  if (self->session == NULL)
    return;

  report = gj_session_get_report (self->session);
  text = gtk_editable_get_text (self->entry);
  edit = gj_edit_new (self->label);
  if (self->field < GJ_N_FIELDS)
    gj_edit_set_field (edit, report, self->field, text);
  else
    gj_edit_set_heading (edit, report, self->section, text);
  if (!gj_session_push (self->session, edit))
    show_stored (self);
}

/* Escape with nothing to take back is for others. */
static gboolean
key_pressed_cb (GjFieldLink     *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  const char *stored;

  if (self->session == NULL)
    return FALSE;
  if (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter)
    gj_field_link_commit (self);
  if (keyval != GDK_KEY_Escape)
    return FALSE;

  stored = get_stored (self);
  if (g_strcmp0 (stored != NULL ? stored : "", gtk_editable_get_text (self->entry)) == 0)
    return FALSE;

  show_stored (self);

  return TRUE;
}

static void
typed_cb (GjFieldLink *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
gj_field_link_dispose (GObject *object)
{
  GjFieldLink *self = GJ_FIELD_LINK (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->label, g_free);

  G_OBJECT_CLASS (gj_field_link_parent_class)->dispose (object);
}

static void
gj_field_link_class_init (GjFieldLinkClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = gj_field_link_dispose;

  signals[CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
}

static void
gj_field_link_init (GjFieldLink *self)
{
  self->label = g_strdup ("");
  self->field = GJ_N_FIELDS;
}

GjFieldLink *
gj_field_link_new (GtkEditable *entry)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GjFieldLink *self;

  g_return_val_if_fail (GTK_IS_EDITABLE (entry), NULL);

  self = g_object_new (GJ_TYPE_FIELD_LINK, NULL);
  self->entry = entry;
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (focus, "leave", G_CALLBACK (gj_field_link_commit), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "changed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (entry), focus);
  gtk_widget_add_controller (GTK_WIDGET (entry), keys);
  gtk_editable_set_enable_undo (entry, FALSE);

  return self;
}

void
gj_field_link_set_label (GjFieldLink *self,
                         const char  *label)
{
  g_return_if_fail (GJ_IS_FIELD_LINK (self));
  g_return_if_fail (label != NULL);

  g_free (self->label);
  self->label = g_strdup (label);
}

static void
bind (GjFieldLink *self,
      GjSession   *session,
      GjField      field,
      guint        section)
{
  if (self->session != NULL)
    {
      g_signal_handlers_disconnect_by_data (gj_session_get_report (self->session), self);
      g_signal_handlers_disconnect_by_data (self->session, self);
    }

  g_set_object (&self->session, session);
  self->field = field;
  self->section = section;
  if (session == NULL)
    return;

  g_signal_connect_object (gj_session_get_report (session), "field-changed",
                           G_CALLBACK (field_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gj_session_get_report (session), "heading-changed",
                           G_CALLBACK (heading_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::mode", G_CALLBACK (update_editable), self,
                           G_CONNECT_SWAPPED);
  update_editable (self);
  show_stored (self);
}

void
gj_field_link_bind_field (GjFieldLink *self,
                          GjSession   *session,
                          GjField      field)
{
  g_return_if_fail (GJ_IS_FIELD_LINK (self));
  g_return_if_fail (session == NULL || GJ_IS_SESSION (session));
  g_return_if_fail (field < GJ_N_FIELDS);

  bind (self, session, field, GJ_NONE);
}

void
gj_field_link_bind_heading (GjFieldLink *self,
                            GjSession   *session,
                            guint        section)
{
  g_return_if_fail (GJ_IS_FIELD_LINK (self));
  g_return_if_fail (session == NULL || GJ_IS_SESSION (session));

  bind (self, session, GJ_N_FIELDS, section);
}

GjSession *
gj_field_link_get_session (GjFieldLink *self)
{
  g_return_val_if_fail (GJ_IS_FIELD_LINK (self), NULL);

  return self->session;
}

const char *
gj_field_link_get_doubt (GjFieldLink *self)
{
  g_return_val_if_fail (GJ_IS_FIELD_LINK (self), NULL);

  return gj_field_find_doubt (self->field, gtk_editable_get_text (self->entry));
}
