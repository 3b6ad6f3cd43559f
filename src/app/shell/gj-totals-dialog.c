/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-totals-dialog.h"

#include <glib/gi18n-lib.h>

/**
 * GjTotalsDialog:
 *
 * The totals of the table in view, or of every table when there is none, that differ from
 * the sum of their parts. Nothing changes until a person says so, then all in one step.
 * What is not ticked is held: it counts with the text that it has. Held from the start is
 * a total of which a finding says that a part is likelier wrong.
 */
struct _GjTotalsDialog
{
  AdwWindow   parent_instance;

  GtkStack   *stack;
  GtkLabel   *summary;
  GtkListBox *list;
  GtkWidget  *apply_button;

  GjSession  *session;
  GHashTable *held;
  GPtrArray  *totals;
  guint       refill_id;
  guint       toggled;
};

G_DEFINE_FINAL_TYPE (GjTotalsDialog, gj_totals_dialog, ADW_TYPE_WINDOW)

static GPtrArray *
compute (GjSession  *session,
         GHashTable *held)
{
  GjReport *report = gj_session_get_report (session);
  GjForm *form = gj_report_get_form (report);
  guint section = gj_selection_get_section (gj_session_get_selection (session));
  GPtrArray *totals;

  if (section != GJ_COVER && gj_form_get_section (form, section)->table != GJ_NONE)
    return gj_totals_compute_rest (report, gj_form_get_section (form, section)->table, held);

  totals = gj_totals_compute_rest (report, 0, held);
  for (guint i = 1; i < gj_form_get_n_tables (form); i++)
    g_ptr_array_extend_and_steal (totals, gj_totals_compute_rest (report, i, held));

  return totals;
}

static GListModel *
get_findings (GjTotalsDialog *self)
{
  return gj_checker_get_findings (gj_session_get_checker (self->session));
}

static void
hold_doubtful (GjTotalsDialog *self)
{
  g_autoptr (GPtrArray) all = compute (self->session, NULL);

  for (guint i = 0; i < all->len; i++)
    {
      const GjTotal *total = g_ptr_array_index (all, i);
      g_autoptr (GjFinding) doubt = gj_totals_find_doubt (all, total->cell, get_findings (self));

      if (doubt != NULL)
        g_hash_table_add (self->held, GUINT_TO_POINTER (total->cell));
    }
}

static const char *
get_words (const char *text)
{
  return text != NULL && *text != '\0' ? text : _("blank");
}

static char *
dup_name (GjTotalsDialog *self,
          guint           cell)
{
  GjReport *report = gj_session_get_report (self->session);

  return gj_form_dup_cell_name (gj_report_get_form (report), cell,
                                gj_report_get_variant (report), gj_language_get_current ());
}

/* Why a total is not ticked, or NULL. */
static char *
dup_doubt (GjTotalsDialog *self,
           GPtrArray      *totals,
           guint           cell)
{
  g_autoptr (GjFinding) doubt = gj_totals_find_doubt (totals, cell, get_findings (self));
  g_autofree char *name = NULL;
  const char *text;
  guint other;

  if (doubt == NULL || !gj_finding_get_remedy (doubt, &other, &text))
    return NULL;

  name = dup_name (self, other);

  return g_strdup_printf (_("The total may be right: rather change “%1$s” from %2$s to %3$s."),
                          name,
                          get_words (gj_report_get_cell_text (
                                       gj_session_get_report (self->session), other)),
                          text);
}

/* A total of the preview, written or held; what it is one of tells whether it is in doubt. */
typedef struct
{
  const GjTotal *total;
  GPtrArray     *totals;
  gboolean       is_written;
} Row;

static void
row_clear (gpointer data)
{
  g_ptr_array_unref (((Row *) data)->totals);
}

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  const Row *first = a;
  const Row *second = b;

  return (first->total->cell > second->total->cell) - (first->total->cell < second->total->cell);
}

static void toggled_cb (GjTotalsDialog *self,
                        GtkCheckButton *check);

static GtkWidget *
create_check (GjTotalsDialog *self,
              const Row      *row,
              const char     *name,
              const char     *change)
{
  GtkWidget *check = gtk_check_button_new ();
  g_autofree char *spoken = g_strdup_printf ("%s, %s", name, change);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), row->is_written);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_object_set_data (G_OBJECT (check), "cell", GUINT_TO_POINTER (row->total->cell));
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);

  return check;
}

static GtkWidget *
add_row (GjTotalsDialog *self,
         const Row      *row)
{
  g_autofree char *name = dup_name (self, row->total->cell);
  g_autofree char *doubt = dup_doubt (self, row->totals, row->total->cell);
  g_autofree char *change = g_strdup_printf ("%s → %s", get_words (row->total->old_text),
                                             row->total->new_text);
  GtkWidget *widget = adw_action_row_new ();
  GtkWidget *label = gtk_label_new (change);
  GtkWidget *check = create_check (self, row, name, change);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (widget), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (widget), name);
  if (doubt != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (widget), doubt);
  adw_action_row_add_prefix (ADW_ACTION_ROW (widget), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (widget), check);

  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (label, row->is_written ? "heading" : "dim-label");
  adw_action_row_add_suffix (ADW_ACTION_ROW (widget), label);
  gtk_list_box_append (self->list, widget);

  return check;
}

static const GjTotal *
find_total (GPtrArray *totals,
            guint      cell)
{
  for (guint i = 0; i < totals->len; i++)
    {
      const GjTotal *total = g_ptr_array_index (totals, i);

      if (total->cell == cell)
        return total;
    }

  return NULL;
}

/* What would be written into each held total if it were ticked. One that agrees, because
 * another is held as well, needs no holding. */
static void
collect_held (GjTotalsDialog *self,
              GArray         *rows)
{
  g_autoptr (GList) cells = g_hash_table_get_keys (self->held);

  for (GList *l = cells; l != NULL; l = l->next)
    {
      g_autoptr (GPtrArray) totals = NULL;
      Row row = { 0 };

      g_hash_table_remove (self->held, l->data);
      totals = compute (self->session, self->held);
      row.total = find_total (totals, GPOINTER_TO_UINT (l->data));
      if (row.total == NULL)
        continue;

      g_hash_table_add (self->held, l->data);
      row.totals = g_steal_pointer (&totals);
      g_array_append_val (rows, row);
    }
}

static GArray *
collect_rows (GjTotalsDialog *self)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (Row));

  g_array_set_clear_func (rows, row_clear);
  collect_held (self, rows);
  for (guint i = 0; i < self->totals->len; i++)
    {
      Row row = { g_ptr_array_index (self->totals, i), g_ptr_array_ref (self->totals), TRUE };

      g_array_append_val (rows, row);
    }
  g_array_sort (rows, compare_rows);

  return rows;
}

static void
clear (GtkListBox *list)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, child);
}

static void
show_rows (GjTotalsDialog *self,
           guint           n_rows)
{
  g_autofree char *summary = NULL;

  summary = g_strdup_printf (ngettext ("%u total differs from the sum of its parts:",
                                       "%u totals differ from the sum of their parts:",
                                       n_rows), n_rows);
  gtk_label_set_label (self->summary, summary);
  gtk_stack_set_visible_child_name (self->stack, n_rows > 0 ? "totals" : "fine");
  gtk_widget_set_visible (self->apply_button, n_rows > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.apply", self->totals->len > 0);
  gtk_window_set_default_widget (GTK_WINDOW (self), self->apply_button);
}

/* The keyboard is on what writes, or stays at the total that was ticked last. */
static void
fill (GjTotalsDialog *self)
{
  g_autoptr (GArray) rows = NULL;
  GtkWidget *focus = NULL;

  clear (self->list);
  g_clear_pointer (&self->totals, g_ptr_array_unref);
  self->totals = compute (self->session, self->held);
  rows = collect_rows (self);

  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = &g_array_index (rows, Row, i);
      GtkWidget *check = add_row (self, row);

      if (focus == NULL || row->total->cell == self->toggled)
        focus = check;
    }

  show_rows (self, rows->len);
  if (self->toggled == GJ_NONE && self->totals->len > 0)
    focus = self->apply_button;
  if (focus != NULL)
    gtk_widget_grab_focus (focus);
}

static gboolean
refill_cb (gpointer user_data)
{
  GjTotalsDialog *self = user_data;

  self->refill_id = 0;
  fill (self);

  return G_SOURCE_REMOVE;
}

/* Other totals may follow from this one. The row goes away only when its signal is done. */
static void
toggled_cb (GjTotalsDialog *self,
            GtkCheckButton *check)
{
  gpointer cell = g_object_get_data (G_OBJECT (check), "cell");

  if (gtk_check_button_get_active (check))
    g_hash_table_remove (self->held, cell);
  else
    g_hash_table_add (self->held, cell);

  self->toggled = GPOINTER_TO_UINT (cell);
  if (self->refill_id == 0)
    self->refill_id = g_idle_add (refill_cb, self);
}

static void
apply_cb (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  GjTotalsDialog *self = GJ_TOTALS_DIALOG (widget);
  g_autoptr (GPtrArray) totals = compute (self->session, self->held);
  g_autoptr (GjEdit) edit = NULL;

  edit = gj_totals_make_edit (gj_session_get_report (self->session), totals,
                              _("Compute totals"));
  gj_session_push (self->session, edit);
  gtk_window_close (GTK_WINDOW (self));
}

static void
gj_totals_dialog_dispose (GObject *object)
{
  GjTotalsDialog *self = GJ_TOTALS_DIALOG (object);

  g_clear_handle_id (&self->refill_id, g_source_remove);
  g_clear_object (&self->session);
  g_clear_pointer (&self->held, g_hash_table_unref);
  g_clear_pointer (&self->totals, g_ptr_array_unref);

  G_OBJECT_CLASS (gj_totals_dialog_parent_class)->dispose (object);
}

static void
gj_totals_dialog_class_init (GjTotalsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gj_totals_dialog_dispose;

  gtk_widget_class_install_action (widget_class, "dialog.apply", NULL, apply_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/gouji/Gouji/ui/gj-totals-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GjTotalsDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, GjTotalsDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, GjTotalsDialog, list);
  gtk_widget_class_bind_template_child (widget_class, GjTotalsDialog, apply_button);
}

static void
gj_totals_dialog_init (GjTotalsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->held = g_hash_table_new (NULL, NULL);
  self->toggled = GJ_NONE;
}

GjTotalsDialog *
gj_totals_dialog_new (GjSession *session)
{
  GjTotalsDialog *self;

  g_return_val_if_fail (GJ_IS_SESSION (session), NULL);

  self = g_object_new (GJ_TYPE_TOTALS_DIALOG, NULL);
  self->session = g_object_ref (session);
  hold_doubtful (self);
  fill (self);

  return self;
}

void
gj_totals_dialog_present (GtkWindow *parent,
                          GjSession *session)
{
  GjTotalsDialog *dialog = gj_totals_dialog_new (session);

  gtk_window_set_transient_for (GTK_WINDOW (dialog), parent);
  gtk_window_present (GTK_WINDOW (dialog));
}
