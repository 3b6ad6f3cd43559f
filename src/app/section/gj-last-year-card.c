/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-last-year-card.h"

#include <glib/gi18n-lib.h>

/**
 * GjLastYearCard:
 *
 * The list of what must be rewritten, on the cover. It is made again while it can be seen,
 * or when it comes into view.
 */
struct _GjLastYearCard
{
  AdwPreferencesGroup  parent_instance;

  GtkWidget           *list;
  GtkWidget           *renew_button;

  GjSession           *session;
  GPtrArray           *rewrites;
  guint                update_id;
};

G_DEFINE_FINAL_TYPE (GjLastYearCard, gj_last_year_card, ADW_TYPE_PREFERENCES_GROUP)

static const char *const icons[] = {
  [GJ_REWRITE_MISSING] = "x-office-calendar-symbolic",
  [GJ_REWRITE_PROPOSED] = "go-next-symbolic",
  [GJ_REWRITE_BLANK] = "view-grid-symbolic",
  [GJ_REWRITE_EMPTY] = "document-edit-symbolic",
  [GJ_REWRITE_COPIED] = "edit-copy-symbolic",
  [GJ_REWRITE_OLD_YEAR] = "document-open-recent-symbolic",
};

/* To the very words, the cell or the field. */

static void
row_activated_cb (GjLastYearCard *self,
                  GtkListBoxRow  *row)
{
  int index = gtk_list_box_row_get_index (row);
  GtkWidget *widget = GTK_WIDGET (self);
  const GjRewrite *rewrite;

  if (index < 0 || self->rewrites == NULL || index >= (int) self->rewrites->len)
    return;

  rewrite = g_ptr_array_index (self->rewrites, index);
  if (rewrite->field != GJ_NONE)
    {
      gtk_widget_activate_action (widget, "cover.go-to-field", "u", rewrite->field);
      return;
    }

  if (rewrite->cell != GJ_NONE)
    gj_selection_set_cell (gj_session_get_selection (self->session), rewrite->cell);
  gtk_widget_activate_action (widget, "view.go-to-words", "(uuu)", rewrite->section, rewrite->start, rewrite->end);
}

static void
add_row (GjLastYearCard *self,
         const char     *icon,
         const char     *message,
         gboolean        leads_on)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *image = gtk_image_new_from_icon_name (icon);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), message);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), image);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), leads_on);
  if (leads_on)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

static void
fill (GjLastYearCard *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), child);

  for (guint i = 0; i < self->rewrites->len; i++)
    {
      const GjRewrite *rewrite = g_ptr_array_index (self->rewrites, i);

      add_row (self, icons[rewrite->kind], rewrite->message, TRUE);
    }
  if (self->rewrites->len == 0)
    add_row (self, "object-select-symbolic", _("Nothing is left of last year, and nothing is empty"), FALSE);
}

static char *
dup_description (GjLastYearCard *self)
{
  GjReport *report = gj_session_get_report (self->session);
  GjReport *last = gj_session_get_last_year (self->session);
  const char *problem = gj_session_get_last_year_problem (self->session);
  const char *name = gj_session_get_last_year_name (self->session);

  if (problem != NULL)
    return g_strdup_printf (_("%s Choose the file again: without it, nothing is compared with last year."), problem);
  if (last == NULL)
    return NULL;
  if (!gj_report_goes_on_from (report, last))
    return g_strdup_printf (_("%s — its figures are no longer those that were proposed; choose it again to renew them"),
                            name);

  return g_strdup (name);
}

static void
show_title (GjLastYearCard *self)
{
  int year = gj_report_get_last_year (gj_session_get_report (self->session));
  g_autofree char *title = year != 0 ? g_strdup_printf (_("Goes on from the report of %d: still to do"), year)
                                     : g_strdup (_("Goes on from last year's report: still to do"));
  g_autofree char *description = dup_description (self);
  g_autofree char *escaped = description != NULL ? g_markup_escape_text (description, -1) : NULL;

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), title);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), escaped);
}

static gboolean
goes_on (GjLastYearCard *self)
{
  return gj_session_get_last_year (self->session) != NULL
         || gj_report_get_setting (gj_session_get_report (self->session), GJ_LAST_YEAR_SETTING_FILE) != NULL
         || gj_report_get_last_year (gj_session_get_report (self->session)) != 0;
}

static gboolean
update_cb (gpointer user_data)
{
  GjLastYearCard *self = user_data;

  self->update_id = 0;
  gtk_widget_set_visible (GTK_WIDGET (self), goes_on (self));
  if (!goes_on (self))
    return G_SOURCE_REMOVE;

  g_clear_pointer (&self->rewrites, g_ptr_array_unref);
  self->rewrites = gj_report_list_rewrites (gj_session_get_report (self->session),
                                            gj_session_get_last_year (self->session));
  show_title (self);
  fill (self);

  return G_SOURCE_REMOVE;
}

static void
queue_update (GjLastYearCard *self)
{
  if (self->session != NULL && self->update_id == 0)
    self->update_id = g_idle_add_full (G_PRIORITY_LOW, update_cb, self, NULL);
}

static void
edited_cb (GjLastYearCard *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    queue_update (self);
}

static void
gj_last_year_card_dispose (GObject *object)
{
  GjLastYearCard *self = GJ_LAST_YEAR_CARD (object);

  g_clear_handle_id (&self->update_id, g_source_remove);
  g_clear_pointer (&self->rewrites, g_ptr_array_unref);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (gj_last_year_card_parent_class)->dispose (object);
}

static void
gj_last_year_card_class_init (GjLastYearCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = gj_last_year_card_dispose;
}

static void
gj_last_year_card_init (GjLastYearCard *self)
{
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->list);

  self->renew_button = gtk_button_new_with_mnemonic (_("C_hoose…"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->renew_button), "report.last-year");
  gtk_widget_set_valign (self->renew_button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->renew_button, "flat");
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), self->renew_button);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_signal_connect (self, "map", G_CALLBACK (queue_update), NULL);
}

void
gj_last_year_card_set_session (GjLastYearCard *self,
                               GjSession      *session)
{
  g_return_if_fail (GJ_IS_LAST_YEAR_CARD (self));
  g_return_if_fail (GJ_IS_SESSION (session));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (gj_session_get_history (session), "edited", G_CALLBACK (edited_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "last-year-changed", G_CALLBACK (queue_update), self,
                           G_CONNECT_SWAPPED);
  queue_update (self);
}
