/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-go-dialog.h"

#include <string.h>

#include "gj-widget-compat.h"

/**
 * GjGoDialog:
 *
 * A list of all cells by name that gets shorter while words are typed; several words may
 * be given in any order.
 */
struct _GjGoDialog
{
  AdwWindow           parent_instance;

  GtkSearchEntry     *entry;
  GtkListView        *list;

  GjSession          *session;
  GtkStringList      *names;
  GArray             *cells;
  GtkCustomFilter    *filter;
  GtkSingleSelection *selection;
  char              **words;
};

G_DEFINE_FINAL_TYPE (GjGoDialog, gj_go_dialog, ADW_TYPE_WINDOW)

static gboolean
match (gpointer item,
       gpointer user_data)
{
  GjGoDialog *self = user_data;
  g_autofree char *name = g_utf8_casefold (gtk_string_object_get_string (item), -1);

  for (guint i = 0; self->words != NULL && self->words[i] != NULL; i++)
    if (strstr (name, self->words[i]) == NULL)
      return FALSE;

  return TRUE;
}

static void
search_changed_cb (GjGoDialog *self)
{
  g_autofree char *folded = g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (self->entry)),
                                             -1);

  g_strfreev (self->words);
  self->words = g_strsplit (folded, " ", -1);
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
}

static guint
find_cell (GjGoDialog *self,
           gpointer    item)
{
  for (guint i = 0; i < self->cells->len; i++)
    {
      g_autoptr (GObject) other = g_list_model_get_item (G_LIST_MODEL (self->names), i);

      if (other == item)
        return g_array_index (self->cells, guint, i);
    }

  return GJ_NONE;
}

static void
go (GjGoDialog *self)
{
  gpointer item = gtk_single_selection_get_selected_item (self->selection);
  guint cell = item != NULL ? find_cell (self, item) : GJ_NONE;
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (cell == GJ_NONE)
    return;

  gj_selection_set_cell (gj_session_get_selection (self->session), cell);
  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "report.focus-place", NULL);
  gtk_window_close (GTK_WINDOW (self));
}

static void
activate_cb (GjGoDialog *self,
             guint       position)
{
  gtk_single_selection_set_selected (self->selection, position);
  go (self);
}

/* A search entry keeps Escape to itself. */
static void
stop_cb (GjGoDialog *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

/* Up and Down walk through the list while the words keep the keyboard. */
static gboolean
key_pressed_cb (GjGoDialog      *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  guint selected = gtk_single_selection_get_selected (self->selection);
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  if (n_items == 0 || (keyval != GDK_KEY_Down && keyval != GDK_KEY_Up))
    return FALSE;

  if (keyval == GDK_KEY_Down)
    selected = MIN (selected + 1, n_items - 1);
  else
    selected = selected > 0 ? selected - 1 : 0;
  gtk_single_selection_set_selected (self->selection, selected);
  gj_list_view_scroll_to (self->list, selected);

  return TRUE;
}

static void
setup_cb (GjGoDialog  *self,
          GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GjGoDialog  *self,
         GtkListItem *item)
{
  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)),
                       gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

static void
gj_go_dialog_dispose (GObject *object)
{
  GjGoDialog *self = GJ_GO_DIALOG (object);

  g_clear_object (&self->session);
  g_clear_object (&self->selection);
  g_clear_object (&self->names);
  g_clear_object (&self->filter);
  g_clear_pointer (&self->cells, g_array_unref);
  g_clear_pointer (&self->words, g_strfreev);

  G_OBJECT_CLASS (gj_go_dialog_parent_class)->dispose (object);
}

static void
gj_go_dialog_class_init (GjGoDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gj_go_dialog_dispose;

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/gouji/Gouji/ui/gj-go-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GjGoDialog, entry);
  gtk_widget_class_bind_template_child (widget_class, GjGoDialog, list);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, go);
}

static void
create_list (GjGoDialog *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkFilterListModel *filtered;

  self->filter = gtk_custom_filter_new (match, self, NULL);
  filtered = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->names)),
                                        g_object_ref (GTK_FILTER (self->filter)));
  self->selection = gtk_single_selection_new (G_LIST_MODEL (filtered));

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->list, factory);
  g_object_unref (factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
}

static void
gj_go_dialog_init (GjGoDialog *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);

  self->names = gtk_string_list_new (NULL);
  self->cells = g_array_new (FALSE, FALSE, sizeof (guint));
  create_list (self);
}

static void
add_cells (GjGoDialog *self)
{
  GjReport *report = gj_session_get_report (self->session);
  GjForm *form = gj_report_get_form (report);

  for (guint i = 0; i < gj_form_get_n_cells (form); i++)
    if (gj_report_has_cell (report, i))
      {
        g_autofree char *name = gj_form_dup_cell_name (form, i, gj_report_get_variant (report),
                                                       gj_language_get_current ());

        gtk_string_list_append (self->names, name);
        g_array_append_val (self->cells, i);
      }
}

GjGoDialog *
gj_go_dialog_new (GjSession *session)
{
  GjGoDialog *self;

  g_return_val_if_fail (GJ_IS_SESSION (session), NULL);

  self = g_object_new (GJ_TYPE_GO_DIALOG, NULL);
  self->session = g_object_ref (session);
  add_cells (self);

  return self;
}

void
gj_go_dialog_present (GtkWindow *parent,
                      GjSession *session)
{
  GjGoDialog *dialog = gj_go_dialog_new (session);

  gtk_window_set_transient_for (GTK_WINDOW (dialog), parent);
  gtk_window_present (GTK_WINDOW (dialog));
}
