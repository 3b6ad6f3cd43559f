/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-compare-bar.h"

#include <glib/gi18n-lib.h>

#include "gj-compare-words.h"

/**
 * GjCompareBar:
 *
 * Says how much two reports differ, in one line. Its buttons are actions.
 */
struct _GjCompareBar
{
  GtkWidget  parent_instance;

  GtkWidget *content;
  GtkLabel  *summary;
  GtkWidget *numbers_only;

  GjCompare *compare;
  guint      update_id;
};

G_DEFINE_FINAL_TYPE (GjCompareBar, gj_compare_bar, GTK_TYPE_WIDGET)

static GjSelection *
get_selection (GjCompareBar *self)
{
  return gj_session_get_selection (gj_compare_get_session (self->compare));
}

static void
update_numbers_only (GjCompareBar *self)
{
  gboolean has_words =
    gj_compare_section_has_words (self->compare, gj_selection_get_section (get_selection (self)));

  gtk_widget_set_sensitive (self->numbers_only, has_words);
  gtk_widget_set_tooltip_text (self->numbers_only,
                               has_words ? _("Leave out what differs in words only")
                                         : _("There are only numbers here"));
}

static gboolean
update_cb (gpointer user_data)
{
  GjCompareBar *self = user_data;
  guint n_changes = gj_compare_count_changes (self->compare, GJ_NONE);
  g_autofree char *same = gj_compare_dup_same_words (self->compare, GJ_NONE);
  g_autofree char *changes = NULL;
  g_autofree char *words = NULL;

  self->update_id = 0;
  changes = n_changes > 0
            ? g_strdup_printf (ngettext ("%u place has changed", "%u places have changed",
                                         n_changes), n_changes)
            : g_strdup (_("Nothing has changed"));
  words = same != NULL ? g_strdup_printf ("%s · %s", changes, same) : g_strdup (changes);
  gtk_label_set_label (self->summary, words);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->summary), words);
  update_numbers_only (self);

  return G_SOURCE_REMOVE;
}

static void
queue_update (GjCompareBar *self)
{
  if (self->compare != NULL && self->update_id == 0)
    self->update_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE + 13, update_cb, self, NULL);
}

static void
gj_compare_bar_dispose (GObject *object)
{
  GjCompareBar *self = GJ_COMPARE_BAR (object);

  gj_compare_bar_set_compare (self, NULL);
  g_clear_pointer (&self->content, gtk_widget_unparent);

  G_OBJECT_CLASS (gj_compare_bar_parent_class)->dispose (object);
}

static void
gj_compare_bar_class_init (GjCompareBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gj_compare_bar_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/gouji/Gouji/ui/gj-compare-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, GjCompareBar, content);
  gtk_widget_class_bind_template_child (widget_class, GjCompareBar, numbers_only);
  gtk_widget_class_bind_template_child (widget_class, GjCompareBar, summary);
}

/* In large letters the words give way before the window grows beyond the screen; all of
 * them can still be read in the tooltip. */
static void
let_words_shrink (GjCompareBar *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (self->content); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_BUTTON (child) && GTK_IS_LABEL (gtk_button_get_child (GTK_BUTTON (child))))
      {
        gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (child))), PANGO_ELLIPSIZE_END);
        if (gtk_widget_get_tooltip_text (child) == NULL)
          gtk_widget_set_tooltip_text (child, gtk_button_get_label (GTK_BUTTON (child)));
      }
}

static void
gj_compare_bar_init (GjCompareBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  let_words_shrink (self);
}

GtkWidget *
gj_compare_bar_new (void)
{
  return g_object_new (GJ_TYPE_COMPARE_BAR, NULL);
}

void
gj_compare_bar_set_compare (GjCompareBar *self,
                            GjCompare    *compare)
{
  g_return_if_fail (GJ_IS_COMPARE_BAR (self));
  g_return_if_fail (compare == NULL || GJ_IS_COMPARE (compare));

  if (self->compare != NULL)
    {
      g_signal_handlers_disconnect_by_data (get_selection (self), self);
      g_signal_handlers_disconnect_by_data (self->compare, self);
    }
  g_clear_handle_id (&self->update_id, g_source_remove);
  g_set_object (&self->compare, compare);
  if (compare == NULL)
    return;

  g_signal_connect_object (compare, "changed", G_CALLBACK (queue_update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (get_selection (self), "notify::section",
                           G_CALLBACK (update_numbers_only), self, G_CONNECT_SWAPPED);
  update_cb (self);
}

const char *
gj_compare_bar_get_summary (GjCompareBar *self)
{
  g_return_val_if_fail (GJ_IS_COMPARE_BAR (self), NULL);

  return gtk_label_get_label (self->summary);
}
