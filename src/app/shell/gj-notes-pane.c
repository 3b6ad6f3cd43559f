/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-notes-pane.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "gj-badge.h"

/**
 * GjNotesPane:
 *
 * The notes of an import, to be looked at one by one. A note is closed by a decision in
 * the report, never deleted.
 */
struct _GjNotesPane
{
  GjSessionView  parent_instance;

  GtkLabel   *summary;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (GjNotesPane, gj_notes_pane, GJ_TYPE_SESSION_VIEW)

static GjSession *
get_session (GjNotesPane *self)
{
  return gj_session_view_get_session (GJ_SESSION_VIEW (self));
}

static GjSource *
get_source (GjNotesPane *self)
{
  return gj_report_get_source (gj_session_get_report (get_session (self)));
}

static char *
dup_key (const GjNote *note)
{
  return g_strconcat ("note/", note->id, NULL);
}

static gboolean
is_closed (GjNotesPane  *self,
           const GjNote *note)
{
  g_autofree char *key = dup_key (note);

  return gj_report_find_decision (gj_session_get_report (get_session (self)), key) != NULL;
}

static const char *
get_message (const GjNote *note)
{
  const GjLabel label = { note->message_zh, note->message_en };

  return gj_label_get_current (&label);
}

/* A place is a cell, a row of a table ("table/row"), a section, or a part of the cover. */
static void
go_to_place (GjNotesPane *self,
             const char  *place)
{
  GjSelection *selection = gj_session_get_selection (get_session (self));
  GjForm *form = gj_report_get_form (gj_session_get_report (get_session (self)));
  g_auto (GStrv) parts = g_strsplit (place, "/", 3);
  guint cell = gj_form_find_cell (form, place);
  guint section = parts[0] != NULL ? gj_form_find_section (form, parts[0]) : GJ_NONE;

  if (cell == GJ_NONE && parts[0] != NULL && parts[1] != NULL && section != GJ_NONE
      && gj_form_get_section (form, section)->table != GJ_NONE)
    {
      const GjTable *table =
        gj_form_get_table (form, gj_form_get_section (form, section)->table);
      guint row = gj_table_find_row (table, parts[1]);

      for (guint i = 0; row != GJ_NONE && cell == GJ_NONE && i < table->n_columns; i++)
        cell = gj_table_find_cell (table, row, i);
    }

  if (cell != GJ_NONE)
    gj_selection_set_cell (selection, cell);
  else
    gj_selection_set_section (selection, section != GJ_NONE ? section : GJ_COVER);
}

static void
row_activated_cb (GjNotesPane   *self,
                  GtkListBoxRow *row)
{
  const GjNote *note = gj_source_get_note (get_source (self), gtk_list_box_row_get_index (row));

  go_to_place (self, note->place);
  gtk_widget_activate_action (GTK_WIDGET (self), "report.focus-place", NULL);
}

static void
close_toggled_cb (GjNotesPane    *self,
                  GtkCheckButton *button)
{
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "note"));
  const GjNote *note = gj_source_get_note (get_source (self), index);
  g_autofree char *key = dup_key (note);
  gboolean closed = gtk_check_button_get_active (button);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *when = g_date_time_format (now, "%Y-%m-%d");
  g_autoptr (GjDecision) decision = NULL;
  g_autoptr (GjEdit) edit = NULL;

  if (closed == is_closed (self, note))
    return;

  if (closed)
    decision = gj_decision_new (key, GJ_DECISION_NOT_A_PROBLEM, "", NULL, when,
                                note->fragment != NULL ? note->fragment : "");
  edit = gj_edit_new (_("Import note"));
  gj_edit_set_decision (edit, gj_session_get_report (get_session (self)), key, decision);
  gj_session_push (get_session (self), edit);
}

static GtkWidget *
create_label (const char *text,
              const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static char *
format_line (GjSourceUnit unit,
             guint        line)
{
  switch (unit)
    {
    case GJ_SOURCE_UNIT_PARAGRAPH:
      return g_strdup_printf (_("Paragraph %u of the source"), line);
    case GJ_SOURCE_UNIT_PAGE:
      return g_strdup_printf (_("Page %u of the source"), line);
    case GJ_SOURCE_UNIT_LINE:
    default:
      return g_strdup_printf (_("Line %u of the source"), line);
    }
}

static GtkWidget *
create_words (const GjNote *note,
              GjSourceUnit  unit)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_widget_set_hexpand (box, TRUE);
  gtk_box_append (GTK_BOX (box), create_label (get_message (note), NULL));
  if (note->fragment != NULL && *note->fragment != '\0')
    {
      g_autofree char *quoted = g_strdup_printf (_("“%s”"), note->fragment);
      GtkWidget *label = create_label (quoted, "dim-label");

      gtk_label_set_lines (GTK_LABEL (label), 3);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_box_append (GTK_BOX (box), label);
    }
  if (note->line > 0)
    {
      g_autofree char *line = format_line (unit, note->line);

      gtk_box_append (GTK_BOX (box), create_label (line, "dim-label"));
    }

  return box;
}

static GtkWidget *
create_row (GjNotesPane *self,
            guint        index)
{
  const GjNote *note = gj_source_get_note (get_source (self), index);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *badge = gj_badge_new (note->severity);
  GtkWidget *check = gtk_check_button_new ();

  gtk_widget_set_valign (badge, GTK_ALIGN_START);
  gtk_widget_set_valign (check, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (check, _("Looked at"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Looked at"), -1);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), is_closed (self, note));
  g_object_set_data (G_OBJECT (check), "note", GUINT_TO_POINTER (index));
  g_signal_connect_object (check, "toggled", G_CALLBACK (close_toggled_cb), self,
                           G_CONNECT_SWAPPED);

  gtk_box_append (GTK_BOX (box), badge);
  gtk_box_append (GTK_BOX (box), create_words (note, gj_source_get_unit (get_source (self))));
  gtk_box_append (GTK_BOX (box), check);
  gtk_widget_add_css_class (box, "note");

  return box;
}

static void
clear (GjNotesPane *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
}

static guint
count_filled (GjReport *report)
{
  guint n_filled = 0;

  for (guint i = 0; i < gj_form_get_n_cells (gj_report_get_form (report)); i++)
    {
      const char *text = gj_report_get_cell_text (report, i);

      if (text != NULL && *text != '\0')
        n_filled++;
    }

  return n_filled;
}

static void
fill (GjNotesPane *self)
{
  GjReport *report = gj_session_get_report (get_session (self));
  GjSource *source = get_source (self);
  guint n_notes = source != NULL ? gj_source_get_n_notes (source) : 0;
  guint n_filled = count_filled (report);
  g_autofree char *summary = NULL;

  for (guint i = 0; i < n_notes; i++)
    gtk_list_box_append (self->list, create_row (self, i));

  summary = g_strdup_printf (ngettext ("%u cell and the text of all sections were read as they stood. "
                                       "Nothing was repaired; what was guessed, moved or left out "
                                       "stands below.",
                                       "%u cells and the text of all sections were read as they stood. "
                                       "Nothing was repaired; what was guessed, moved or left out "
                                       "stands below.",
                                       n_filled), n_filled);
  gtk_label_set_label (self->summary, summary);
}

static void
decision_changed_cb (GjNotesPane *self,
                     const char  *key)
{
  GtkListBoxRow *row;

  if (!g_str_has_prefix (key, "note/"))
    return;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    {
      GtkWidget *box = gtk_list_box_row_get_child (row);
      GtkWidget *check = gtk_widget_get_last_child (box);

      gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                                   is_closed (self, gj_source_get_note (get_source (self), i)));
    }
}

static void
gj_notes_pane_session_changed (GjSessionView *view,
                               GjSession     *session)
{
  GjNotesPane *self = GJ_NOTES_PANE (view);

  clear (self);
  if (session == NULL)
    return;

  gj_session_view_listen (view, gj_session_get_report (session), "decision-changed",
                          G_CALLBACK (decision_changed_cb));
  fill (self);
}

static void
gj_notes_pane_class_init (GjNotesPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  GJ_SESSION_VIEW_CLASS (klass)->session_changed = gj_notes_pane_session_changed;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/gouji/Gouji/ui/gj-notes-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, GjNotesPane, summary);
  gtk_widget_class_bind_template_child (widget_class, GjNotesPane, list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
gj_notes_pane_init (GjNotesPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
gj_notes_pane_new (void)
{
  return g_object_new (GJ_TYPE_NOTES_PANE, NULL);
}
