/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-section-page.h"

#include <glib/gi18n-lib.h>

#include "gj-grid.h"
#include "gj-guidance.h"
#include "gj-narrative-frame.h"
#include "gj-proposals-bar.h"
#include "gj-reference.h"
#include "gj-section-heading.h"

/**
 * GjSectionPage:
 *
 * One section of the report. A section without a table is all page to write on; one with
 * a table gives it the room and keeps the text before and after it small, or hidden
 * behind a button while there is none.
 */
struct _GjSectionPage
{
  GtkWidget         parent_instance;

  GtkBox           *content;
  GtkEditableLabel *heading;
  GtkLabel         *guidance;
  GtkWidget        *grid_frame;
  GjGrid           *grid;
  GjNarrativeView  *before;
  GjNarrativeView  *after;
  GtkWidget        *text_buttons;
  GtkWidget        *before_button;
  GtkWidget        *after_button;

  GjSession        *session;
  GSettings        *settings;
  guint             section;
};

G_DEFINE_FINAL_TYPE (GjSectionPage, gj_section_page, GTK_TYPE_WIDGET)

enum { PROP_0, PROP_SESSION, PROP_SECTION, N_PROPS };
static GParamSpec *properties[N_PROPS];

enum { NOTICE, TOTALS_REQUESTED, N_SIGNALS };
static guint signals[N_SIGNALS];

static GjForm *
get_form (GjSectionPage *self)
{
  return gj_report_get_form (gj_session_get_report (self->session));
}

static const GjSection *
get_section (GjSectionPage *self)
{
  return gj_form_get_section (get_form (self), self->section);
}

static void
show_guidance (GjSectionPage *self)
{
  guint cell = gj_selection_get_cell (gj_session_get_selection (self->session));
  g_autofree char *source = NULL;
  g_autofree char *text = gj_guidance_dup_text (get_form (self), self->section, cell, &source);

  gtk_widget_set_visible (GTK_WIDGET (self->guidance), text != NULL);
  gtk_label_set_label (self->guidance, text != NULL ? text : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->guidance), source);
}

static gboolean
has_text (GjSectionPage   *self,
          GjNarrativePart  part)
{
  GjReport *report = gj_session_get_report (self->session);
  guint n_blocks;

  gj_narrative_part_find (gj_report_get_narrative (report, self->section), part, &n_blocks);

  return n_blocks > 0;
}

static const char *
get_text_name (GjSectionPage   *self,
               GjNarrativePart  part)
{
  if (!gj_section_page_has_table (self))
    return _("Text of the section");

  return part == GJ_NARRATIVE_BEFORE ? _("Text before the table") : _("Text after the table");
}

/* Made when there is a text or somebody is going to write one. */

static void
ensure_text (GjSectionPage   *self,
             GjNarrativePart  part)
{
  GjNarrativeView **text = part == GJ_NARRATIVE_BEFORE ? &self->before : &self->after;
  GtkWidget *frame;

  if (*text != NULL)
    return;

  *text = GJ_NARRATIVE_VIEW (gj_narrative_view_new ());
  gtk_accessible_update_property (GTK_ACCESSIBLE (*text), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  get_text_name (self, part), -1);
  gj_narrative_view_bind (*text, self->session, self->section, part);

  frame = gj_section_page_has_table (self) ? gj_narrative_frame_new_small (*text)
                                           : gj_narrative_frame_new_large (*text);
  if (part == GJ_NARRATIVE_BEFORE && !gj_section_page_has_table (self))
    frame = gj_narrative_frame_new_beside (frame, gj_reference_new (self->session, self->section));
  if (part == GJ_NARRATIVE_BEFORE)
    gtk_box_insert_child_after (self->content, frame,
                                gtk_widget_get_prev_sibling (self->grid_frame));
  else
    gtk_box_append (self->content, frame);
}

/* A text that has been emptied stays in view until the page is made again: it must not
 * vanish under the caret. */
static void
show_parts (GjSectionPage *self)
{
  gboolean can_edit = gj_session_can_edit (self->session);

  if (!gj_section_page_has_table (self))
    return;

  if (has_text (self, GJ_NARRATIVE_BEFORE))
    ensure_text (self, GJ_NARRATIVE_BEFORE);
  if (has_text (self, GJ_NARRATIVE_AFTER))
    ensure_text (self, GJ_NARRATIVE_AFTER);

  gtk_widget_set_visible (self->before_button, can_edit && self->before == NULL);
  gtk_widget_set_visible (self->after_button, can_edit && self->after == NULL);
  gtk_widget_set_visible (self->text_buttons,
                          gtk_widget_get_visible (self->before_button)
                          || gtk_widget_get_visible (self->after_button));
}

static void
narrative_changed_cb (GjSectionPage *self,
                      guint          section)
{
  if (section == self->section)
    show_parts (self);
}

static void
mode_changed_cb (GjSectionPage *self)
{
  show_parts (self);
}

static void
write_before_cb (GjSectionPage *self)
{
  ensure_text (self, GJ_NARRATIVE_BEFORE);
  show_parts (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->before));
}

static void
write_after_cb (GjSectionPage *self)
{
  ensure_text (self, GJ_NARRATIVE_AFTER);
  show_parts (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->after));
}

static void
notice_cb (GjSectionPage *self,
           const char    *message)
{
  g_signal_emit (self, signals[NOTICE], 0, message);
}

static void
totals_cb (GjSectionPage *self)
{
  g_signal_emit (self, signals[TOTALS_REQUESTED], 0);
}

static void
settings_changed_cb (GjSectionPage *self)
{
  g_autofree char *moves = g_settings_get_string (self->settings, "enter-moves");

  gj_grid_set_enter_right (self->grid, g_str_equal (moves, "right"));
}

/* Last year's text is read above the table, and unfolded by a button beside those that
 * write this year's. */
static void
show_reference (GjSectionPage *self,
                GtkWidget     *head)
{
  GtkWidget *reference = gj_reference_new_above (self->session, self->section);

  gtk_box_insert_child_after (self->content, reference, head);
  gtk_box_insert_child_after (GTK_BOX (gtk_widget_get_parent (self->text_buttons)),
                              gj_reference_get_toggle (GJ_REFERENCE (reference)), GTK_WIDGET (self->heading));
}

static void
show_table (GjSectionPage *self)
{
  GtkWidget *head = gtk_widget_get_first_child (GTK_WIDGET (self->content));

  show_reference (self, head);
  gtk_widget_set_visible (self->grid_frame, TRUE);
  gtk_box_insert_child_after (self->content, gj_proposals_bar_new (self->session, get_section (self)->table),
                              head);
  gj_grid_set_table (self->grid, get_section (self)->table);
  gj_grid_set_session (self->grid, self->session);

  self->settings = g_settings_new (GJ_APPLICATION_ID);
  g_signal_connect_object (self->settings, "changed::enter-moves",
                           G_CALLBACK (settings_changed_cb), self, G_CONNECT_SWAPPED);
  settings_changed_cb (self);
}

static gboolean
gj_section_page_grab_focus (GtkWidget *widget)
{
  GjSectionPage *self = GJ_SECTION_PAGE (widget);

  if (gj_section_page_has_table (self))
    return gtk_widget_grab_focus (GTK_WIDGET (self->grid));

  return gtk_widget_grab_focus (GTK_WIDGET (self->before));
}

static void
gj_section_page_constructed (GObject *object)
{
  GjSectionPage *self = GJ_SECTION_PAGE (object);
  GjReport *report = gj_session_get_report (self->session);

  G_OBJECT_CLASS (gj_section_page_parent_class)->constructed (object);

  if (gj_section_page_has_table (self))
    show_table (self);
  else
    ensure_text (self, GJ_NARRATIVE_BEFORE);

  g_signal_connect_object (report, "narrative-changed", G_CALLBACK (narrative_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::mode", G_CALLBACK (mode_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (gj_session_get_selection (self->session), "notify::cell",
                           G_CALLBACK (show_guidance), self, G_CONNECT_SWAPPED);
  gj_section_heading_bind (self->heading, self->session, self->section);
  show_guidance (self);
  mode_changed_cb (self);
}

static void
gj_section_page_dispose (GObject *object)
{
  GjSectionPage *self = GJ_SECTION_PAGE (object);
  GtkWidget *content = GTK_WIDGET (self->content);

  g_clear_pointer (&content, gtk_widget_unparent);
  self->content = NULL;
  g_clear_object (&self->settings);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (gj_section_page_parent_class)->dispose (object);
}

static void
gj_section_page_get_property (GObject    *object,
                              guint       property_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  GjSectionPage *self = GJ_SECTION_PAGE (object);

  switch (property_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;

    case PROP_SECTION:
      g_value_set_uint (value, self->section);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
gj_section_page_set_property (GObject      *object,
                              guint         property_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  GjSectionPage *self = GJ_SECTION_PAGE (object);

  switch (property_id)
    {
    case PROP_SESSION:
      self->session = g_value_dup_object (value);
      break;

    case PROP_SECTION:
      self->section = g_value_get_uint (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, GjSectionPage, content);
  gtk_widget_class_bind_template_child (widget_class, GjSectionPage, heading);
  gtk_widget_class_bind_template_child (widget_class, GjSectionPage, guidance);
  gtk_widget_class_bind_template_child (widget_class, GjSectionPage, grid_frame);
  gtk_widget_class_bind_template_child (widget_class, GjSectionPage, grid);
  gtk_widget_class_bind_template_child (widget_class, GjSectionPage, text_buttons);
  gtk_widget_class_bind_template_child (widget_class, GjSectionPage, before_button);
  gtk_widget_class_bind_template_child (widget_class, GjSectionPage, after_button);
  gtk_widget_class_bind_template_callback (widget_class, write_before_cb);
  gtk_widget_class_bind_template_callback (widget_class, write_after_cb);
  gtk_widget_class_bind_template_callback (widget_class, notice_cb);
  gtk_widget_class_bind_template_callback (widget_class, totals_cb);
}

static void
gj_section_page_class_init (GjSectionPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags =
    G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = gj_section_page_constructed;
  object_class->dispose = gj_section_page_dispose;
  object_class->get_property = gj_section_page_get_property;
  object_class->set_property = gj_section_page_set_property;
  widget_class->grab_focus = gj_section_page_grab_focus;

  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, GJ_TYPE_SESSION, flags);
  properties[PROP_SECTION] =
    g_param_spec_uint ("section", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[NOTICE] =
    g_signal_new ("notice", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[TOTALS_REQUESTED] =
    g_signal_new ("totals-requested", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                  NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (GJ_TYPE_GRID);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/gouji/Gouji/ui/gj-section-page.ui");
  bind_children (widget_class);
}

static void
gj_section_page_init (GjSectionPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
gj_section_page_new (GjSession *session,
                     guint      section)
{
  g_return_val_if_fail (GJ_IS_SESSION (session), NULL);

  return g_object_new (GJ_TYPE_SECTION_PAGE, "session", session, "section", section, NULL);
}

GjSession *
gj_section_page_get_session (GjSectionPage *self)
{
  g_return_val_if_fail (GJ_IS_SECTION_PAGE (self), NULL);

  return self->session;
}

guint
gj_section_page_get_section (GjSectionPage *self)
{
  g_return_val_if_fail (GJ_IS_SECTION_PAGE (self), GJ_NONE);

  return self->section;
}

gboolean
gj_section_page_has_table (GjSectionPage *self)
{
  g_return_val_if_fail (GJ_IS_SECTION_PAGE (self), FALSE);

  return get_section (self)->table != GJ_NONE;
}

/* What is being typed becomes a step: before saving, leaving, undoing. */
void
gj_section_page_commit (GjSectionPage *self)
{
  g_return_if_fail (GJ_IS_SECTION_PAGE (self));

  if (gtk_editable_label_get_editing (self->heading))
    gtk_editable_label_stop_editing (self->heading, TRUE);
  if (gj_section_page_has_table (self))
    gj_grid_commit (self->grid);
}

gboolean
gj_section_page_fill_blanks (GjSectionPage *self)
{
  g_return_val_if_fail (GJ_IS_SECTION_PAGE (self), FALSE);

  return gj_section_page_has_table (self) && gj_grid_fill_blanks (self->grid);
}

gboolean
gj_section_page_reveal_text (GjSectionPage *self,
                             guint          text_start,
                             guint          text_end)
{
  GjNarrativeView *views[2];

  g_return_val_if_fail (GJ_IS_SECTION_PAGE (self), FALSE);

  views[0] = self->before;
  views[1] = self->after;
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    if (views[i] != NULL && gj_narrative_view_reveal (views[i], text_start, text_end))
      {
        gtk_widget_grab_focus (GTK_WIDGET (views[i]));
        return TRUE;
      }

  return FALSE;
}

static gboolean
has_keyboard (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

/* What a comment would be about: the selected cell, words of the text, or the section. */
char *
gj_section_page_dup_comment_place (GjSectionPage *self,
                                   guint         *text_start,
                                   guint         *text_end)
{
  GjNarrativeView *views[2];
  guint cell;

  g_return_val_if_fail (GJ_IS_SECTION_PAGE (self), NULL);

  *text_start = GJ_NONE;
  *text_end = GJ_NONE;
  cell = gj_selection_get_cell (gj_session_get_selection (self->session));
  if (cell != GJ_NONE && gj_section_page_has_table (self)
      && gj_form_get_cell (get_form (self), cell)->table == get_section (self)->table
      && has_keyboard (GTK_WIDGET (self->grid)))
    return g_strdup (gj_form_get_cell (get_form (self), cell)->id);

  views[0] = self->before;
  views[1] = self->after;
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    if (views[i] != NULL && gj_narrative_view_get_words (views[i], text_start, text_end))
      return g_strdup (get_section (self)->id);

  *text_start = GJ_NONE;
  *text_end = GJ_NONE;
  if (cell != GJ_NONE && gj_section_page_has_table (self)
      && gj_form_get_cell (get_form (self), cell)->table == get_section (self)->table)
    return g_strdup (gj_form_get_cell (get_form (self), cell)->id);

  return g_strdup (get_section (self)->id);
}
