/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-section-heading.h"

#include <glib/gi18n-lib.h>

#define DATA "gj-section-heading"

/* What a label shows; it belongs to the label. */

typedef struct
{
  GjSession *session;
  guint      section;
} Heading;

static void
heading_free (Heading *self)
{
  g_object_unref (self->session);
  g_free (self);
}

static const Heading *
get_heading (GtkEditableLabel *label)
{
  return g_object_get_data (G_OBJECT (label), DATA);
}

static void
show (GtkEditableLabel *label)
{
  const Heading *heading = get_heading (label);
  GjReport *report = gj_session_get_report (heading->session);
  const char *text = gj_report_get_heading (report, heading->section);

  if (text == NULL || *text == '\0')
    text = gj_form_get_section (gj_report_get_form (report), heading->section)->heading.zh;
  if (!gtk_editable_label_get_editing (label))
    gtk_editable_set_text (GTK_EDITABLE (label), text);
}

static void
changed_cb (GtkEditableLabel *label,
            guint             section)
{
  if (section == get_heading (label)->section)
    show (label);
}

static void
mode_cb (GtkEditableLabel *label)
{
  gtk_editable_set_editable (GTK_EDITABLE (label), gj_session_can_edit (get_heading (label)->session));
}

static void
editing_cb (GtkEditableLabel *label)
{
  const Heading *heading = get_heading (label);
  g_autoptr (GjEdit) edit = NULL;

  if (gtk_editable_label_get_editing (label))
    return;

  edit = gj_edit_new (_("Change heading"));
  gj_edit_set_heading (edit, gj_session_get_report (heading->session), heading->section,
                       gtk_editable_get_text (GTK_EDITABLE (label)));
  gj_session_push (heading->session, edit);
  show (label);
}

/* At 200 % text a long heading must not make the window wider than the screen. The label
 * within GtkEditableLabel has no property for it. */
static void
let_shrink (GtkEditableLabel *label)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (label));

  if (GTK_IS_STACK (child))
    child = gtk_widget_get_first_child (child);
  if (GTK_IS_LABEL (child))
    gtk_label_set_ellipsize (GTK_LABEL (child), PANGO_ELLIPSIZE_END);
}

void
gj_section_heading_bind (GtkEditableLabel *label,
                         GjSession        *session,
                         guint             section)
{
  Heading *heading;

  g_return_if_fail (GTK_IS_EDITABLE_LABEL (label));
  g_return_if_fail (GJ_IS_SESSION (session));
  g_return_if_fail (get_heading (label) == NULL);

  heading = g_new (Heading, 1);
  *heading = (Heading) { g_object_ref (session), section };
  g_object_set_data_full (G_OBJECT (label), DATA, heading, (GDestroyNotify) heading_free);

  g_signal_connect (label, "notify::editing", G_CALLBACK (editing_cb), NULL);
  g_signal_connect_object (gj_session_get_report (session), "heading-changed", G_CALLBACK (changed_cb), label,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::mode", G_CALLBACK (mode_cb), label, G_CONNECT_SWAPPED);
  let_shrink (label);
  show (label);
  mode_cb (label);
}
