/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-last-year-row.h"

#include <glib/gi18n-lib.h>

#include "gj-file-choice.h"
#include "gj-file-filters.h"

/**
 * GjLastYearRow:
 *
 * A row that names the report of the year before. A file that cannot be read is said in
 * the row, and what was chosen before stays.
 */
struct _GjLastYearRow
{
  AdwActionRow  parent_instance;

  GtkWidget    *choose_button;
  GtkWidget    *clear_button;
  GtkWidget    *spinner;

  GPtrArray    *years;
  GCancellable *reading;
};

G_DEFINE_FINAL_TYPE (GjLastYearRow, gj_last_year_row, ADW_TYPE_ACTION_ROW)

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static char *
dup_description (const GjYearFile *year)
{
  const char *body = gj_report_get_field (year->report, GJ_FIELD_BODY);
  int number = gj_report_get_year (year->report);

  if (number == 0)
    return g_strdup_printf (_("%s · year not stated"), year->name);

  /* Translators: the name of a file, the body and the year of the report in it. */
  return g_strdup_printf (_("%1$s · %2$s, %3$d"), year->name, body, number);
}

static void
show (GjLastYearRow *self)
{
  g_autofree char *description = NULL;

  if (self->reading != NULL)
    description = g_strdup (_("Reading…"));
  else if (self->years != NULL)
    description = dup_description (g_ptr_array_index (self->years, 0));
  else
    description = g_strdup (_("Optional: Word, WPS, PDF, web page, text or .gouji"));

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), description);
  gtk_widget_set_visible (self->spinner, self->reading != NULL);
  gtk_widget_set_visible (self->clear_button, self->years != NULL && self->reading == NULL);
  gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
}

static void
show_failure (GjLastYearRow *self,
              const char    *message)
{
  show (self);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), message);
  gtk_widget_add_css_class (GTK_WIDGET (self), "error");
}

static void
stop (GjLastYearRow *self)
{
  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GjLastYearRow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) years = gj_year_file_read_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->reading);
  if (years == NULL)
    {
      show_failure (self, error->message);
    }
  else
    {
      g_clear_pointer (&self->years, g_ptr_array_unref);
      self->years = g_steal_pointer (&years);
      show (self);
    }
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GjLastYearRow) self = user_data;
  g_autoptr (GFile) file = gj_file_choice_finish (result);

  if (file != NULL && gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    gj_last_year_row_read (self, file);
}

static void
clear_cb (GjLastYearRow *self)
{
  g_clear_pointer (&self->years, g_ptr_array_unref);
  show (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
gj_last_year_row_dispose (GObject *object)
{
  GjLastYearRow *self = GJ_LAST_YEAR_ROW (object);

  stop (self);
  g_clear_pointer (&self->years, g_ptr_array_unref);

  G_OBJECT_CLASS (gj_last_year_row_parent_class)->dispose (object);
}

static void
gj_last_year_row_class_init (GjLastYearRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = gj_last_year_row_dispose;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
gj_last_year_row_init (GjLastYearRow *self)
{
  AdwActionRow *row = ADW_ACTION_ROW (self);

  self->spinner = gtk_spinner_new ();
  gtk_spinner_start (GTK_SPINNER (self->spinner));
  self->clear_button = gtk_button_new_from_icon_name ("edit-clear-symbolic");
  gtk_widget_set_tooltip_text (self->clear_button, _("Begin without it"));
  gtk_widget_set_valign (self->clear_button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->clear_button, "flat");
  self->choose_button = gtk_button_new_with_mnemonic (_("C_hoose…"));
  gtk_widget_set_valign (self->choose_button, GTK_ALIGN_CENTER);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _("Last year's report"));
  adw_action_row_set_subtitle_lines (row, 4);
  adw_action_row_add_suffix (row, self->spinner);
  adw_action_row_add_suffix (row, self->clear_button);
  adw_action_row_add_suffix (row, self->choose_button);
  adw_action_row_set_activatable_widget (row, self->choose_button);
  g_signal_connect_object (self->clear_button, "clicked", G_CALLBACK (clear_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->choose_button, "clicked", G_CALLBACK (gj_last_year_row_choose), self,
                           G_CONNECT_SWAPPED);
  show (self);
}

/* (nullable) (element-type GjYearFile): the chosen report first, then those before it. */
GPtrArray *
gj_last_year_row_get_years (GjLastYearRow *self)
{
  g_return_val_if_fail (GJ_IS_LAST_YEAR_ROW (self), NULL);

  return self->years;
}

gboolean
gj_last_year_row_is_reading (GjLastYearRow *self)
{
  g_return_val_if_fail (GJ_IS_LAST_YEAR_ROW (self), FALSE);

  return self->reading != NULL;
}

void
gj_last_year_row_choose (GjLastYearRow *self)
{
  g_autoptr (GListModel) filters = gj_file_filters_new_readable ();
  GtkRoot *root;

  g_return_if_fail (GJ_IS_LAST_YEAR_ROW (self));

  root = gtk_widget_get_root (GTK_WIDGET (self));
  gj_file_choice_open_async (GTK_WINDOW (root), _("Last Year's Report"), filters, NULL, chosen_cb,
                             g_object_ref (self));
}

void
gj_last_year_row_read (GjLastYearRow *self,
                       GFile         *file)
{
  g_return_if_fail (GJ_IS_LAST_YEAR_ROW (self));
  g_return_if_fail (G_IS_FILE (file));

  stop (self);
  self->reading = g_cancellable_new ();
  show (self);
  g_signal_emit (self, signals[CHANGED], 0);
  gj_year_file_read_async (file, self->reading, read_cb, g_object_ref (self));
}
