/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-section-tab.h"

#include <glib/gi18n-lib.h>

#include "gj-badge.h"

/**
 * GjSectionTab:
 *
 * A tab that says where the findings are: errors and warnings each with their count,
 * suggestions while there is nothing graver, a quiet ✓ when there is nothing at all; no ✓
 * where nothing is written that could be right.
 */
struct _GjSectionTab
{
  GtkToggleButton  parent_instance;

  GtkLabel        *name;
  GtkWidget       *errors;
  GtkWidget       *warnings;
  GtkWidget       *hints;
  GtkWidget       *fine;
  GtkLabel        *changes;

  guint            section;
  guint            n_changes;
  GjTally          tally;
  gboolean         empty;
};

G_DEFINE_FINAL_TYPE (GjSectionTab, gj_section_tab, GTK_TYPE_TOGGLE_BUTTON)

static void
show_count (GtkWidget *badge,
            guint      count,
            gboolean   shown)
{
  gj_badge_set_count (GJ_BADGE (badge), count);
  gtk_widget_set_visible (badge, count > 0 && shown);
}

static char *
dup_description (GjSectionTab *self)
{
  const GjTally tally = self->tally;
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tally.n); i++)
    if (tally.n[i] > 0)
      g_string_append_printf (words, "%s%s %u", words->len > 0 ? " · " : "",
                              gj_severity_get_words (i), tally.n[i]);
  if (words->len == 0)
    g_string_append (words, self->empty ? _("Nothing written yet") : _("No findings"));
  if (self->n_changes > 0)
    {
      g_string_append (words, " · ");
      g_string_append_printf (words, ngettext ("%u place has changed", "%u places have changed",
                                               self->n_changes), self->n_changes);
    }

  return g_string_free (words, FALSE);
}

static void
show_description (GjSectionTab *self)
{
  g_autofree char *description = dup_description (self);
  g_autofree char *spoken = g_strdup_printf ("%s, %s", gtk_label_get_label (self->name),
                                             description);

  gtk_widget_set_tooltip_text (GTK_WIDGET (self), spoken);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
gj_section_tab_class_init (GjSectionTabClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (GJ_TYPE_BADGE);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TAB);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/gouji/Gouji/ui/gj-section-tab.ui");
  gtk_widget_class_bind_template_child (widget_class, GjSectionTab, name);
  gtk_widget_class_bind_template_child (widget_class, GjSectionTab, errors);
  gtk_widget_class_bind_template_child (widget_class, GjSectionTab, warnings);
  gtk_widget_class_bind_template_child (widget_class, GjSectionTab, hints);
  gtk_widget_class_bind_template_child (widget_class, GjSectionTab, fine);
  gtk_widget_class_bind_template_child (widget_class, GjSectionTab, changes);
}

static void
gj_section_tab_init (GjSectionTab *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
gj_section_tab_new (guint       section,
                    const char *label)
{
  GjSectionTab *self = g_object_new (GJ_TYPE_SECTION_TAB, NULL);

  self->section = section;
  gtk_label_set_label (self->name, label);

  return GTK_WIDGET (self);
}

guint
gj_section_tab_get_section (GjSectionTab *self)
{
  g_return_val_if_fail (GJ_IS_SECTION_TAB (self), GJ_COVER);

  return self->section;
}

void
gj_section_tab_set_tally (GjSectionTab *self,
                          GjTally       tally)
{
  gboolean grave;
  gboolean none;

  g_return_if_fail (GJ_IS_SECTION_TAB (self));

  grave = tally.n[GJ_SEVERITY_ERROR] + tally.n[GJ_SEVERITY_WARNING] > 0;
  show_count (self->errors, tally.n[GJ_SEVERITY_ERROR], TRUE);
  show_count (self->warnings, tally.n[GJ_SEVERITY_WARNING], TRUE);
  show_count (self->hints, tally.n[GJ_SEVERITY_HINT], !grave);
  none = !grave && tally.n[GJ_SEVERITY_HINT] == 0;
  gtk_widget_set_visible (self->fine, none && !self->empty);

  self->tally = tally;
  show_description (self);
}

/* Whether nothing stands in the section that could be right or wrong. */
void
gj_section_tab_set_empty (GjSectionTab *self,
                          gboolean      empty)
{
  g_return_if_fail (GJ_IS_SECTION_TAB (self));

  if (self->empty == empty)
    return;

  self->empty = empty;
  gj_section_tab_set_tally (self, self->tally);
}

void
gj_section_tab_set_n_changes (GjSectionTab *self,
                              guint         n_changes)
{
  g_autofree char *text = NULL;

  g_return_if_fail (GJ_IS_SECTION_TAB (self));

  if (self->n_changes == n_changes)
    return;

  self->n_changes = n_changes;
  text = g_strdup_printf ("±%u", n_changes);
  gtk_label_set_label (self->changes, text);
  gtk_widget_set_visible (GTK_WIDGET (self->changes), n_changes > 0);
  show_description (self);
}
