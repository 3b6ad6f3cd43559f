/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-compare-field.h"

#include <glib/gi18n-lib.h>

#include "gj-compare-words.h"
#include "gj-field-link.h"
#include "gj-kind-choice.h"
#include "gj-widget-compat.h"

/* In letters: both sides ask for the same and share what is left alike. */
#define SIDE_WIDTH 24

/**
 * GjCompareField:
 *
 * One line of what is said once in a report. While the report can be changed the new side
 * is an entry, or a choice; otherwise it is words that are read in full.
 */
struct _GjCompareField
{
  GtkWidget    parent_instance;

  GjCompare   *compare;
  GjField      field;
  guint        section;
  gboolean     is_changed;
  gboolean     showing;

  GtkWidget   *name;
  GtkWidget   *sides;
  GtkWidget   *old_label;
  GtkWidget   *new_side;
  GtkWidget   *new_label;
  GtkWidget   *editor;
  GtkWidget   *doubt;
  GjFieldLink *link;
};

G_DEFINE_FINAL_TYPE (GjCompareField, gj_compare_field, GTK_TYPE_WIDGET)

static GjSession *
get_session (GjCompareField *self)
{
  return gj_compare_get_session (self->compare);
}

static const char *
get_text (GjCompareField *self,
          gboolean        is_new)
{
  GjReport *report = gj_compare_get_report (self->compare, is_new);
  guint section = self->section;
  const char *text;

  if (self->field < GJ_N_FIELDS)
    text = gj_report_get_field (report, self->field);
  else
    {
      if (!is_new)
        section = gj_compare_find_old_section (self->compare, self->section);
      text = section != GJ_NONE ? gj_report_get_heading (report, section) : NULL;
    }
  if (text == NULL || *text == '\0')
    return NULL;

  return self->field == GJ_FIELD_BODY_KIND ? gj_kind_choice_get_name (text) : text;
}

static const char *
get_name (GjCompareField *self)
{
  return self->field < GJ_N_FIELDS ? gj_label_get_current (gj_field_get_name (self->field))
                                   : _("Heading");
}

static PangoAttrList *
create_attributes (PangoAttribute *attribute)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, attribute);

  return attributes;
}

static void
set_class (GtkWidget  *widget,
           const char *name,
           gboolean    has)
{
  if (has)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static void
show_side (GtkWidget  *label,
           const char *text,
           const char *css_class,
           gboolean    is_changed)
{
  gboolean is_marked = is_changed && text != NULL;
  g_autoptr (PangoAttrList) attributes = NULL;

  if (is_marked)
    attributes = create_attributes (g_str_equal (css_class, "removed")
                                    ? pango_attr_strikethrough_new (TRUE)
                                    : pango_attr_underline_new (PANGO_UNDERLINE_SINGLE));
  gtk_label_set_label (GTK_LABEL (label), text != NULL ? text : _("blank"));
  gtk_label_set_attributes (GTK_LABEL (label), attributes);
  set_class (label, css_class, is_marked);
  set_class (label, "dim-label", !is_marked);
}

static void
show_editor (GjCompareField *self,
             const char     *text)
{
  gboolean is_marked = self->is_changed && text != NULL;
  g_autoptr (PangoAttrList) attributes = NULL;

  set_class (self->editor, "added", is_marked);
  if (GTK_IS_DROP_DOWN (self->editor))
    {
      self->showing = TRUE;
      gtk_drop_down_set_selected (GTK_DROP_DOWN (self->editor),
                                  gj_kind_choice_find (gj_compare_get_report (self->compare,
                                                                              TRUE)));
      self->showing = FALSE;
      return;
    }

  if (is_marked)
    attributes = create_attributes (pango_attr_underline_new (PANGO_UNDERLINE_SINGLE));
  gtk_entry_set_attributes (GTK_ENTRY (self->editor), attributes);
  gtk_widget_set_tooltip_text (self->editor, text);
}

void
gj_compare_field_show (GjCompareField *self,
                       gboolean        is_changed)
{
  const char *new_text;
  gboolean can_edit;

  g_return_if_fail (GJ_IS_COMPARE_FIELD (self));

  self->is_changed = is_changed;
  can_edit = gj_session_can_edit (get_session (self));
  new_text = get_text (self, TRUE);
  show_side (self->old_label, get_text (self, FALSE), "removed", is_changed);
  show_side (self->new_label, new_text, "added", is_changed);
  show_editor (self, new_text);
  gtk_widget_set_visible (self->new_label, !can_edit);
  gtk_widget_set_visible (self->editor, can_edit);
  gtk_box_reorder_child_after (GTK_BOX (self->sides), self->new_side,
                               gj_compare_is_swapped (self->compare) ? NULL : self->old_label);
}

static void
show_doubt (GjCompareField *self)
{
  const char *doubt = gj_field_link_get_doubt (self->link);

  gtk_widget_set_visible (self->doubt, doubt != NULL);
  gtk_label_set_label (GTK_LABEL (self->doubt), doubt != NULL ? doubt : "");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->editor), GTK_ACCESSIBLE_STATE_INVALID,
                               doubt != NULL ? GTK_ACCESSIBLE_INVALID_TRUE
                                             : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static void
show_again (GjCompareField *self)
{
  gj_compare_field_show (self, self->is_changed);
}

static void
kind_selected_cb (GjCompareField *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->editor));

  if (self->showing || selected == GTK_INVALID_LIST_POSITION)
    return;

  if (!gj_kind_choice_push (get_session (self), selected))
    show_again (self);
}

static void
gj_compare_field_dispose (GObject *object)
{
  GjCompareField *self = GJ_COMPARE_FIELD (object);
  GtkWidget *child;

  g_clear_object (&self->link);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->compare);

  G_OBJECT_CLASS (gj_compare_field_parent_class)->dispose (object);
}

static void
gj_compare_field_class_init (GjCompareFieldClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gj_compare_field_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "comparefield");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
create_label (int width)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), width > 0);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), width);
  gtk_label_set_selectable (GTK_LABEL (label), width > 0);

  return label;
}

static void
gj_compare_field_init (GjCompareField *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 24);
  self->name = create_label (-1);
  gtk_widget_add_css_class (self->name, "dim-label");
  gtk_widget_set_parent (self->name, GTK_WIDGET (self));

  self->sides = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 24);
  gtk_box_set_homogeneous (GTK_BOX (self->sides), TRUE);
  gtk_widget_set_hexpand (self->sides, TRUE);
  gtk_widget_set_parent (self->sides, GTK_WIDGET (self));

  self->old_label = create_label (SIDE_WIDTH);
  self->new_label = create_label (SIDE_WIDTH);
  self->new_side = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  gtk_widget_set_valign (self->new_side, GTK_ALIGN_CENTER);
  self->doubt = create_label (-1);
  gtk_widget_add_css_class (self->doubt, "doubt");
  gtk_widget_set_visible (self->doubt, FALSE);
  gtk_box_append (GTK_BOX (self->sides), self->old_label);
  gtk_box_append (GTK_BOX (self->sides), self->new_side);
  gtk_box_append (GTK_BOX (self->new_side), self->new_label);
  gtk_box_append (GTK_BOX (self->new_side), self->doubt);
}

static void
create_choice (GjCompareField *self)
{
  self->editor = gtk_drop_down_new (gj_kind_choice_create_names (), NULL);
  gtk_widget_set_halign (self->editor, GTK_ALIGN_START);
  g_signal_connect_object (self->editor, "notify::selected", G_CALLBACK (kind_selected_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
create_entry (GjCompareField *self)
{
  g_autofree char *change = g_strdup_printf (_("Change %s"), get_name (self));

  self->editor = gtk_entry_new ();
  gtk_editable_set_width_chars (GTK_EDITABLE (self->editor), SIDE_WIDTH);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->editor), _("blank"));
  self->link = gj_field_link_new (GTK_EDITABLE (self->editor));
  gj_field_link_set_label (self->link, self->field < GJ_N_FIELDS ? change : _("Change heading"));
  g_signal_connect_object (self->link, "changed", G_CALLBACK (show_doubt), self,
                           G_CONNECT_SWAPPED);
  if (self->field < GJ_N_FIELDS)
    gj_field_link_bind_field (self->link, get_session (self), self->field);
  else
    gj_field_link_bind_heading (self->link, get_session (self), self->section);
}

/* The entry is named after the field and the side that it is of. */
static void
create_editor (GjCompareField *self)
{
  g_autofree char *side = gj_compare_dup_side_name (self->compare, TRUE);
  g_autofree char *name = g_strdup_printf ("%s, %s", get_name (self), side);

  if (self->field == GJ_FIELD_BODY_KIND)
    create_choice (self);
  else
    create_entry (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->editor), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
  gtk_box_prepend (GTK_BOX (self->new_side), self->editor);
}

GtkWidget *
gj_compare_field_new (GjCompare    *compare,
                      GjField       field,
                      guint         section,
                      GtkSizeGroup *names)
{
  GjCompareField *self;

  g_return_val_if_fail (GJ_IS_COMPARE (compare), NULL);
  g_return_val_if_fail (field <= GJ_N_FIELDS, NULL);

  self = g_object_new (GJ_TYPE_COMPARE_FIELD, NULL);
  self->compare = g_object_ref (compare);
  self->field = field;
  self->section = section;
  gtk_label_set_label (GTK_LABEL (self->name), get_name (self));
  gtk_size_group_add_widget (names, self->name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  get_name (self), -1);
  create_editor (self);
  g_signal_connect_object (get_session (self), "notify::mode", G_CALLBACK (show_again), self,
                           G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

guint
gj_compare_field_get_order (GjCompareField *self)
{
  g_return_val_if_fail (GJ_IS_COMPARE_FIELD (self), 0);

  return self->field < GJ_N_FIELDS ? self->field : GJ_N_FIELDS + self->section;
}

gboolean
gj_compare_field_is_changed (GjCompareField *self)
{
  g_return_val_if_fail (GJ_IS_COMPARE_FIELD (self), FALSE);

  return self->is_changed;
}

gboolean
gj_compare_field_has_number (GjCompareField *self)
{
  g_return_val_if_fail (GJ_IS_COMPARE_FIELD (self), FALSE);

  return gj_compare_texts_differ_in_number (get_text (self, FALSE), get_text (self, TRUE));
}

gboolean
gj_compare_field_has_focus (GjCompareField *self)
{
  GtkRoot *root;
  GtkWidget *focus;

  g_return_val_if_fail (GJ_IS_COMPARE_FIELD (self), FALSE);

  root = gtk_widget_get_root (GTK_WIDGET (self));
  focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
}

void
gj_compare_field_commit (GjCompareField *self)
{
  g_return_if_fail (GJ_IS_COMPARE_FIELD (self));

  if (self->link != NULL && gj_compare_field_has_focus (self))
    gj_field_link_commit (self->link);
}

void
gj_compare_field_go_to (GjCompareField *self)
{
  g_autofree char *old_name = NULL;
  g_autofree char *new_name = NULL;
  g_autofree char *words = NULL;
  const char *old_text;
  const char *new_text;

  g_return_if_fail (GJ_IS_COMPARE_FIELD (self));

  old_name = gj_compare_dup_side_name (self->compare, FALSE);
  new_name = gj_compare_dup_side_name (self->compare, TRUE);
  old_text = get_text (self, FALSE);
  new_text = get_text (self, TRUE);
  words = g_strdup_printf ("%s: %s %s, %s %s", get_name (self), old_name,
                           old_text != NULL ? old_text : _("blank"), new_name,
                           new_text != NULL ? new_text : _("blank"));
  if (!gtk_widget_get_visible (self->editor))
    gtk_widget_grab_focus (self->new_label);
  else if (GTK_IS_ENTRY (self->editor))
    gtk_entry_grab_focus_without_selecting (GTK_ENTRY (self->editor));
  else
    gtk_widget_grab_focus (self->editor);
  gj_widget_announce (GTK_WIDGET (self), words);
}
