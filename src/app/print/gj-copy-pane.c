/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-copy-pane.h"

#include <glib/gi18n-lib.h>

#include "gj-setting-row.h"

/**
 * GjCopyPane:
 *
 * Which copy is wanted, and what stands on its signing sheet. Nothing here is part of
 * what is published, so a reviewer may choose as well.
 */
struct _GjCopyPane
{
  AdwBin               parent_instance;

  AdwComboRow         *kind;
  GtkSwitch           *sheet;
  GtkSwitch           *line;
  GtkSwitch           *digest;
  AdwPreferencesGroup *sheet_group;
  GjSettingRow        *drafter;
  GjSettingRow        *telephone;
  GjSettingRow        *date;
  GjSettingRow        *publication;

  GjSession           *session;
  gboolean             showing;
};

G_DEFINE_FINAL_TYPE (GjCopyPane, gj_copy_pane, ADW_TYPE_BIN)

/* In the order of the choices in the template. */
static const char *const kinds[] = { "final", "submitted", "reviewed" };

typedef struct
{
  const char *name;
  GtkSwitch  *widget;
  const char *label;
} Choice;

/* The three that are on or off. */
static void
get_choices (GjCopyPane *self,
             Choice      choices[3])
{
  choices[0] = (Choice) { "paper-signing-sheet", self->sheet, _("Signing sheet") };
  choices[1] = (Choice) { "paper-signing-line", self->line, _("Signing line") };
  choices[2] = (Choice) { "paper-digest", self->digest, _("Digest") };
}

static void
get_rows (GjCopyPane   *self,
          GjSettingRow *rows[4])
{
  rows[0] = self->drafter;
  rows[1] = self->telephone;
  rows[2] = self->date;
  rows[3] = self->publication;
}

static void
show_settings (GjCopyPane *self)
{
  GjReport *report = gj_session_get_report (self->session);
  const char *kind = gj_report_get_setting (report, "paper-copy");
  guint selected = 0;
  Choice choices[3];

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kind, kinds[i]) == 0)
      selected = i;

  self->showing = TRUE;
  adw_combo_row_set_selected (self->kind, selected);
  get_choices (self, choices);
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    gtk_switch_set_active (choices[i].widget,
                           g_strcmp0 (gj_report_get_setting (report, choices[i].name),
                                      "yes") == 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->sheet_group),
                            gtk_switch_get_active (self->sheet));
  self->showing = FALSE;
}

static void
setting_changed_cb (GjCopyPane *self,
                    const char *name)
{
  if (g_str_has_prefix (name, "paper-"))
    show_settings (self);
}

static void
push (GjCopyPane *self,
      const char *name,
      const char *label,
      const char *value)
{
  g_autoptr (GjEdit) edit = gj_edit_new (label);

  gj_edit_set_setting (edit, gj_session_get_report (self->session), name, value);
  gj_session_push (self->session, edit);
}

/* What is usual is not written down. */
static void
kind_selected_cb (GjCopyPane *self)
{
  guint selected = adw_combo_row_get_selected (self->kind);

  if (!self->showing && self->session != NULL && selected < G_N_ELEMENTS (kinds))
    push (self, "paper-copy", _("Kind of copy"), selected > 0 ? kinds[selected] : NULL);
}

static void
switched_cb (GjCopyPane *self,
             GParamSpec *pspec,
             GtkSwitch  *widget)
{
  Choice choices[3];

  if (self->showing || self->session == NULL)
    return;

  get_choices (self, choices);
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    if (choices[i].widget == widget)
      push (self, choices[i].name, choices[i].label,
            gtk_switch_get_active (widget) ? "yes" : NULL);
}

static void
gj_copy_pane_dispose (GObject *object)
{
  GjCopyPane *self = GJ_COPY_PANE (object);

  g_clear_object (&self->session);

  G_OBJECT_CLASS (gj_copy_pane_parent_class)->dispose (object);
}

static void
gj_copy_pane_class_init (GjCopyPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gj_copy_pane_dispose;

  g_type_ensure (GJ_TYPE_SETTING_ROW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/gouji/Gouji/ui/gj-copy-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, GjCopyPane, kind);
  gtk_widget_class_bind_template_child (widget_class, GjCopyPane, sheet);
  gtk_widget_class_bind_template_child (widget_class, GjCopyPane, line);
  gtk_widget_class_bind_template_child (widget_class, GjCopyPane, digest);
  gtk_widget_class_bind_template_child (widget_class, GjCopyPane, sheet_group);
  gtk_widget_class_bind_template_child (widget_class, GjCopyPane, drafter);
  gtk_widget_class_bind_template_child (widget_class, GjCopyPane, telephone);
  gtk_widget_class_bind_template_child (widget_class, GjCopyPane, date);
  gtk_widget_class_bind_template_child (widget_class, GjCopyPane, publication);
  gtk_widget_class_bind_template_callback (widget_class, kind_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, switched_cb);
}

static void
gj_copy_pane_init (GjCopyPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
gj_copy_pane_new (void)
{
  return g_object_new (GJ_TYPE_COPY_PANE, NULL);
}

void
gj_copy_pane_set_session (GjCopyPane *self,
                          GjSession  *session)
{
  GjSettingRow *rows[4];

  g_return_if_fail (GJ_IS_COPY_PANE (self));
  g_return_if_fail (GJ_IS_SESSION (session));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  get_rows (self, rows);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    gj_setting_row_set_session (rows[i], session);
  g_signal_connect_object (gj_session_get_report (session), "setting-changed",
                           G_CALLBACK (setting_changed_cb), self, G_CONNECT_SWAPPED);
  show_settings (self);
}

void
gj_copy_pane_commit (GjCopyPane *self)
{
  GjSettingRow *rows[4];

  g_return_if_fail (GJ_IS_COPY_PANE (self));

  get_rows (self, rows);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    gj_setting_row_commit (rows[i]);
}
