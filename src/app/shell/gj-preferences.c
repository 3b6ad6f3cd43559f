/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-preferences.h"

/**
 * GjPreferences:
 *
 * What a person may choose for all reports. Every row is bound to its setting.
 */
struct _GjPreferences
{
  AdwWindow    parent_instance;

  AdwComboRow *enter_row;
  AdwComboRow *mode_row;
  AdwEntryRow *author_row;
  GtkSwitch   *pane_switch;

  GSettings   *settings;
};

G_DEFINE_FINAL_TYPE (GjPreferences, gj_preferences, ADW_TYPE_WINDOW)

/* A choice is stored by its word, shown by its place in the list. */

static const char *const enter_words[] = { "down", "right", NULL };
static const char *const mode_words[] = { "drafting", "reviewing", NULL };

static gboolean
word_to_place (GValue   *value,
               GVariant *variant,
               gpointer  user_data)
{
  const char *const *words = user_data;
  const char *word = g_variant_get_string (variant, NULL);

  for (guint i = 0; words[i] != NULL; i++)
    if (g_str_equal (words[i], word))
      g_value_set_uint (value, i);

  return TRUE;
}

static GVariant *
place_to_word (const GValue       *value,
               const GVariantType *type,
               gpointer            user_data)
{
  const char *const *words = user_data;
  guint place = g_value_get_uint (value);

  return place < 2 ? g_variant_new_string (words[place]) : NULL;
}

static void
bind_choice (GjPreferences     *self,
             const char        *key,
             AdwComboRow       *row,
             const char *const *words)
{
  g_settings_bind_with_mapping (self->settings, key, row, "selected", G_SETTINGS_BIND_DEFAULT,
                                word_to_place, place_to_word, (gpointer) words, NULL);
}

static void
gj_preferences_dispose (GObject *object)
{
  g_clear_object (&GJ_PREFERENCES (object)->settings);

  G_OBJECT_CLASS (gj_preferences_parent_class)->dispose (object);
}

static void
gj_preferences_class_init (GjPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gj_preferences_dispose;

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/gouji/Gouji/ui/gj-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, GjPreferences, enter_row);
  gtk_widget_class_bind_template_child (widget_class, GjPreferences, mode_row);
  gtk_widget_class_bind_template_child (widget_class, GjPreferences, author_row);
  gtk_widget_class_bind_template_child (widget_class, GjPreferences, pane_switch);
}

static void
gj_preferences_init (GjPreferences *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->settings = g_settings_new (GJ_APPLICATION_ID);
  bind_choice (self, "enter-moves", self->enter_row, enter_words);
  bind_choice (self, "start-mode", self->mode_row, mode_words);
  g_settings_bind (self->settings, "author", self->author_row, "text",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "pane-visible", self->pane_switch, "active",
                   G_SETTINGS_BIND_DEFAULT);
}

GjPreferences *
gj_preferences_new (GtkWindow *parent)
{
  GjPreferences *self = g_object_new (GJ_TYPE_PREFERENCES, NULL);

  gtk_window_set_transient_for (GTK_WINDOW (self), parent);

  return self;
}
