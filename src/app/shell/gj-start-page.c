/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-start-page.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "gj-alert.h"
#include "gj-badge.h"
#include "gj-lost-list.h"
#include "gj-recent-list.h"

/**
 * GjStartPage:
 *
 * Where one begins: open, new, what was worked on lately and in which state it was left,
 * and work that a crash would have lost.
 */
struct _GjStartPage
{
  GtkWidget   parent_instance;

  GtkWidget  *content;
  GtkWidget  *lost_group;
  GtkListBox *lost_list;
  GtkWidget  *recent_group;
  GtkListBox *recent_list;
};

G_DEFINE_FINAL_TYPE (GjStartPage, gj_start_page, GTK_TYPE_WIDGET)

enum { OPEN_URI, RECOVER, OPEN_KEPT, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
clear (GtkListBox *list)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, child);
}

static GtkWidget *
create_row (const char *title,
            const char *subtitle,
            const char *key)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "key", g_strdup (key), g_free);

  return row;
}

static void
add_state (GtkWidget *row,
           GjTally    tally)
{
  gboolean fine = TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (tally.n); i++)
    if (tally.n[i] > 0)
      {
        GtkWidget *badge = gj_badge_new (i);

        fine = FALSE;
        gj_badge_set_count (GJ_BADGE (badge), tally.n[i]);
        adw_action_row_add_suffix (ADW_ACTION_ROW (row), badge);
      }

  if (fine)
    {
      GtkWidget *label = gtk_label_new ("✓");

      gtk_widget_add_css_class (label, "fine");
      gtk_widget_set_tooltip_text (label, _("No findings"));
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
    }
}

static void
add_recent (GjStartPage    *self,
            const GjRecent *recent)
{
  g_autoptr (GFile) file = g_file_new_for_uri (recent->uri);
  g_autofree char *name = g_file_get_parse_name (file);
  g_autofree char *when = gj_lost_dup_when (recent->when);
  g_autofree char *subtitle = g_strdup_printf ("%s · %s", when, name);
  GtkWidget *row = create_row (recent->title, subtitle, recent->uri);

  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  add_state (row, recent->tally);
  gtk_list_box_append (self->recent_list, row);
}

/* Work thrown away is gone for good: asked first. */

typedef struct
{
  GjStartPage *page;
  char        *path;
  gboolean     is_copy;
} Discard;

static void
discard_free (Discard *self)
{
  g_object_unref (self->page);
  g_free (self->path);
  g_free (self);
}

static void
discard_asked_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autofree char *answer = gj_alert_ask_finish (result);
  Discard *discard = user_data;

  if (g_strcmp0 (answer, "discard") == 0)
    {
      if (discard->is_copy)
        gj_file_discard_kept (discard->path);
      else
        gj_journal_discard_lost (discard->path);
      if (discard->page->content != NULL)
        gj_start_page_update (discard->page);
    }

  discard_free (discard);
}

static void
discard_clicked_cb (GjStartPage *self,
                    GtkWidget   *button)
{
  const GjAlertAnswer answers[] = {
    { "keep", _("_Keep"), GJ_ALERT_PLAIN },
    { "discard", _("_Throw Away"), GJ_ALERT_DESTRUCTIVE },
  };
  Discard *discard = g_new0 (Discard, 1);

  discard->page = g_object_ref (self);
  discard->path = g_strdup (g_object_get_data (G_OBJECT (button), "key"));
  discard->is_copy = g_object_get_data (G_OBJECT (button), "is-copy") != NULL;
  gj_alert_ask_async (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                      discard->is_copy ? _("Discard this copy?") : _("Discard this work?"),
                      discard->is_copy
                      ? _("What the file held before is lost for good. The file stays as it is now.")
                      : _("What was not saved then is lost for good. The saved file stays as it is."),
                      answers, G_N_ELEMENTS (answers), "keep", NULL, discard_asked_cb, discard);
}

static void
add_discard (GjStartPage *self,
             GtkWidget   *row,
             const char  *path,
             gboolean     is_copy)
{
  const char *words = is_copy ? _("Discard this copy") : _("Discard this work");
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, words);
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data_full (G_OBJECT (button), "key", g_strdup (path), g_free);
  g_object_set_data (G_OBJECT (button), "is-copy", GINT_TO_POINTER (is_copy));
  g_signal_connect_object (button, "clicked", G_CALLBACK (discard_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static void
add_lost (GjStartPage      *self,
          const GjLostWork *lost)
{
  g_autofree char *title = gj_lost_work_dup_title (lost);
  g_autofree char *subtitle = gj_lost_work_dup_subtitle (lost);
  GtkWidget *row = create_row (title, subtitle, lost->path);

  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_label_new (_("Restore")));
  add_discard (self, row, lost->path, FALSE);
  gtk_list_box_append (self->lost_list, row);
}

static void
add_copy (GjStartPage *self,
          GjKeptFile  *copy)
{
  g_autofree char *title = gj_kept_file_dup_title (copy);
  g_autofree char *subtitle = gj_kept_file_dup_subtitle (copy);
  GtkWidget *row = create_row (title, subtitle, copy->path);

  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_label_new (_("Open")));
  add_discard (self, row, copy->path, TRUE);
  g_object_set_data_full (G_OBJECT (row), "copy", copy, (GDestroyNotify) gj_kept_file_free);
  gtk_list_box_append (self->lost_list, row);
}

static void
recent_activated_cb (GjStartPage   *self,
                     GtkListBoxRow *row)
{
  g_signal_emit (self, signals[OPEN_URI], 0, g_object_get_data (G_OBJECT (row), "key"));
}

static void
lost_activated_cb (GjStartPage   *self,
                   GtkListBoxRow *row)
{
  gpointer copy = g_object_get_data (G_OBJECT (row), "copy");

  if (copy != NULL)
    g_signal_emit (self, signals[OPEN_KEPT], 0, copy);
  else
    g_signal_emit (self, signals[RECOVER], 0, g_object_get_data (G_OBJECT (row), "key"));
}

/* Journals and file names are looked up in a thread: either may be on a slow disk. */
typedef struct
{
  GPtrArray  *recent;
  GjLostList *lost;
} Beginnings;

static void
beginnings_free (Beginnings *self)
{
  g_clear_pointer (&self->recent, g_ptr_array_unref);
  g_clear_pointer (&self->lost, gj_lost_list_free);
  g_free (self);
}

static void
list_thread (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  Beginnings *beginnings = g_new0 (Beginnings, 1);

  beginnings->recent = gj_recent_list ();
  beginnings->lost = gj_lost_list_new ();
  g_task_return_pointer (task, beginnings, (GDestroyNotify) beginnings_free);
}

static void
show_beginnings (GjStartPage *self,
                 Beginnings  *beginnings)
{
  GjLostList *lost = beginnings->lost;

  clear (self->recent_list);
  clear (self->lost_list);
  for (guint i = 0; i < beginnings->recent->len; i++)
    add_recent (self, g_ptr_array_index (beginnings->recent, i));
  gtk_widget_set_visible (self->recent_group, beginnings->recent->len > 0);
  gtk_widget_set_visible (self->lost_group, gj_lost_list_count (lost) > 0);

  for (guint i = 0; i < lost->works->len; i++)
    add_lost (self, g_ptr_array_index (lost->works, i));
  while (lost->copies->len > 0)
    add_copy (self, g_ptr_array_steal_index (lost->copies, 0));
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  GjStartPage *self = GJ_START_PAGE (source);
  Beginnings *beginnings = g_task_propagate_pointer (G_TASK (result), NULL);

  if (self->content != NULL)
    show_beginnings (self, beginnings);

  beginnings_free (beginnings);
}

static void
gj_start_page_dispose (GObject *object)
{
  GjStartPage *self = GJ_START_PAGE (object);

  g_clear_pointer (&self->content, gtk_widget_unparent);

  G_OBJECT_CLASS (gj_start_page_parent_class)->dispose (object);
}

static void
gj_start_page_class_init (GjStartPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gj_start_page_dispose;

  signals[OPEN_URI] =
    g_signal_new ("open-uri", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                  NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[RECOVER] =
    g_signal_new ("recover", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[OPEN_KEPT] =
    g_signal_new ("open-kept", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                  NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/gouji/Gouji/ui/gj-start-page.ui");
  gtk_widget_class_bind_template_child (widget_class, GjStartPage, content);
  gtk_widget_class_bind_template_child (widget_class, GjStartPage, lost_group);
  gtk_widget_class_bind_template_child (widget_class, GjStartPage, lost_list);
  gtk_widget_class_bind_template_child (widget_class, GjStartPage, recent_group);
  gtk_widget_class_bind_template_child (widget_class, GjStartPage, recent_list);
  gtk_widget_class_bind_template_callback (widget_class, recent_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, lost_activated_cb);
}

static void
gj_start_page_init (GjStartPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gj_start_page_update (self);
}

GtkWidget *
gj_start_page_new (void)
{
  return g_object_new (GJ_TYPE_START_PAGE, NULL);
}

void
gj_start_page_update (GjStartPage *self)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, listed_cb, NULL);

  g_return_if_fail (GJ_IS_START_PAGE (self));

  g_task_run_in_thread (task, list_thread);
}
