/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-proposals-bar.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define LIST_MOST 220
#define DETAIL_LINES 3

/**
 * GjProposalsBar:
 *
 * A line above a table, with the single proposals below it when it is unfolded. It asks
 * the report again after every step that may change the answer.
 */
struct _GjProposalsBar
{
  GtkBox      parent_instance;

  GtkLabel   *summary;
  GtkLabel   *detail;
  GtkWidget  *accept_button;
  GtkListBox *list;

  GjSession  *session;
  guint       table;
  GPtrArray  *proposals;
  guint       update_id;
};

G_DEFINE_FINAL_TYPE (GjProposalsBar, gj_proposals_bar, GTK_TYPE_BOX)

static GjReport *
get_report (GjProposalsBar *self)
{
  return gj_session_get_report (self->session);
}

static GPtrArray *
list_undecided (GjProposalsBar *self)
{
  GPtrArray *proposals = gj_report_list_proposals (get_report (self));
  GjForm *form = gj_report_get_form (get_report (self));

  for (guint i = proposals->len; i > 0; i--)
    {
      const GjProposal *proposal = g_ptr_array_index (proposals, i - 1);

      if (gj_form_get_cell (form, proposal->cell)->table != self->table
          || (proposal->state != GJ_PROPOSAL_OPEN && proposal->state != GJ_PROPOSAL_WAITING))
        g_ptr_array_remove_index (proposals, i - 1);
    }

  return proposals;
}

static guint
count_open (GjProposalsBar *self)
{
  guint n = 0;

  for (guint i = 0; i < self->proposals->len; i++)
    n += ((const GjProposal *) g_ptr_array_index (self->proposals, i))->state == GJ_PROPOSAL_OPEN;

  return n;
}

static const GjProposal *
get_proposal (GjProposalsBar *self,
              GtkWidget      *button)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, GTK_TYPE_LIST_BOX_ROW);
  int index = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));

  return index >= 0 && index < (int) self->proposals->len ? g_ptr_array_index (self->proposals, index) : NULL;
}

static void
accept_clicked_cb (GjProposalsBar *self,
                   GtkWidget      *button)
{
  const GjProposal *proposal = get_proposal (self, button);
  g_autoptr (GjEdit) edit = gj_edit_new (_("Take over from last year"));

  if (proposal == NULL)
    return;

  gj_edit_accept_proposal (edit, get_report (self), proposal);
  gj_session_push (self->session, edit);
}

static void
decline_clicked_cb (GjProposalsBar *self,
                    GtkWidget      *button)
{
  const GjProposal *proposal = get_proposal (self, button);
  g_autoptr (GjEdit) edit = gj_edit_new (_("Decline last year's number"));

  if (proposal == NULL)
    return;

  gj_edit_decline_proposal (edit, get_report (self), proposal);
  gj_session_push (self->session, edit);
}

/* All of this table, as one step. */
void
gj_proposals_bar_accept (GjProposalsBar *self)
{
  g_autoptr (GPtrArray) proposals = NULL;
  g_autoptr (GjEdit) edit = NULL;

  g_return_if_fail (GJ_IS_PROPOSALS_BAR (self));

  proposals = list_undecided (self);
  edit = gj_edit_new (_("Take over from last year"));
  for (guint i = 0; i < proposals->len; i++)
    gj_edit_accept_proposal (edit, get_report (self), g_ptr_array_index (proposals, i));
  gj_session_push (self->session, edit);
}

static void
add_button (GjProposalsBar *self,
            GtkWidget      *row,
            const char     *label,
            gboolean        sensitive,
            GCallback       callback)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_sensitive (button, sensitive);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static void
add_row (GjProposalsBar   *self,
         const GjProposal *proposal)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *name = gj_form_dup_cell_name (gj_report_get_form (get_report (self)), proposal->cell, NULL,
                                                 gj_language_get_current ());
  g_autofree char *source = gj_proposal_dup_source (proposal, get_report (self));
  g_autofree char *title = NULL;

  if (proposal->text != NULL)
    /* Translators: a cell and the number that is proposed for it. */
    title = g_strdup_printf (_("%1$s: %2$s"), name, proposal->text);
  else
    title = g_strdup_printf (_("%1$s: last year %2$s"), name, proposal->base);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), source);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  add_button (self, row, _("Take Over"), proposal->state == GJ_PROPOSAL_OPEN, G_CALLBACK (accept_clicked_cb));
  add_button (self, row, _("Decline"), TRUE, G_CALLBACK (decline_clicked_cb));
  gtk_list_box_append (self->list, row);
}

static void
activated_cb (GjProposalsBar *self,
              GtkListBoxRow  *row)
{
  guint index = (guint) gtk_list_box_row_get_index (row);
  const GjProposal *proposal;

  if (index >= self->proposals->len)
    return;

  proposal = g_ptr_array_index (self->proposals, index);
  gj_selection_set_cell (gj_session_get_selection (self->session), proposal->cell);
}

static char *
dup_open_words (guint n,
                int   year)
{
  if (year != 0)
    return g_strdup_printf (ngettext ("%1$u number follows from the report of %2$d",
                                      "%1$u numbers follow from the report of %2$d", n), n, year);

  return g_strdup_printf (ngettext ("%u number follows from last year's report",
                                    "%u numbers follow from last year's report", n), n);
}

static char *
dup_waiting_words (guint n,
                   int   year)
{
  if (year != 0)
    return g_strdup_printf (ngettext ("%1$u number will follow from the report of %2$d and this year's",
                                      "%1$u numbers will follow from the report of %2$d and this year's", n),
                            n, year);

  return g_strdup_printf (ngettext ("%u number will follow from last year's report and this year's",
                                    "%u numbers will follow from last year's report and this year's", n), n);
}

/* Only what can be taken over now counts as proposed. */

static char *
dup_summary (GjProposalsBar *self)
{
  int year = gj_report_get_last_year (get_report (self));
  guint n_open = count_open (self);
  guint n_waiting = self->proposals->len - n_open;
  g_autofree char *open = NULL;

  if (n_open == 0)
    return dup_waiting_words (n_waiting, year);

  open = dup_open_words (n_open, year);
  if (n_waiting == 0)
    return g_steal_pointer (&open);

  return g_strdup_printf (ngettext ("%1$s, and %2$u more is not known yet",
                                    "%1$s, and %2$u more are not known yet", n_waiting), open, n_waiting);
}

/* How to take over what is known, and what each of the others waits for. */

static char *
dup_detail (GjProposalsBar *self)
{
  GString *text = g_string_new (NULL);

  if (count_open (self) > 0)
    g_string_append (text, _("They stand leaning in the table. Ctrl+Enter takes over those of the selected cells."));

  for (guint i = 0; i < self->proposals->len; i++)
    {
      const GjProposal *proposal = g_ptr_array_index (self->proposals, i);
      g_autofree char *wait = gj_proposal_dup_wait (proposal, get_report (self));
      g_autofree char *name = NULL;

      if (wait == NULL)
        continue;

      name = gj_form_dup_cell_name (gj_report_get_form (get_report (self)), proposal->cell, NULL,
                                    gj_language_get_current ());
      if (text->len > 0)
        g_string_append_c (text, '\n');
      /* Translators: a cell, and what its number waits for. */
      g_string_append_printf (text, _("“%1$s” %2$s"), name, wait);
    }

  return g_string_free (text, FALSE);
}

static void
show_summary (GjProposalsBar *self)
{
  g_autofree char *summary = dup_summary (self);
  g_autofree char *detail = dup_detail (self);

  gtk_label_set_label (self->summary, summary);
  gtk_label_set_label (self->detail, detail);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->detail), detail);
  gtk_widget_set_visible (self->accept_button, count_open (self) > 0);
}

static gboolean
update_cb (gpointer user_data)
{
  GjProposalsBar *self = user_data;
  GtkWidget *child;

  self->update_id = 0;
  g_clear_pointer (&self->proposals, g_ptr_array_unref);
  self->proposals = list_undecided (self);
  gtk_widget_set_visible (GTK_WIDGET (self),
                          self->proposals->len > 0 && gj_session_can_edit (self->session));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  for (guint i = 0; i < self->proposals->len; i++)
    add_row (self, g_ptr_array_index (self->proposals, i));
  if (self->proposals->len > 0)
    show_summary (self);

  return G_SOURCE_REMOVE;
}

/* Not in the middle of a step, and once for a step of many cells. */
static void
queue_update (GjProposalsBar *self)
{
  if (self->update_id == 0)
    self->update_id = g_idle_add (update_cb, self);
}

static void
cell_changed_cb (GjProposalsBar *self,
                 guint           cell)
{
  GjForm *form = gj_report_get_form (get_report (self));

  if (gj_form_get_cell (form, cell)->table == self->table
      && gj_report_get_setting (get_report (self), GJ_LAST_YEAR_SETTING_YEAR) != NULL)
    queue_update (self);
}

static void
setting_changed_cb (GjProposalsBar *self,
                    const char     *name)
{
  if (g_str_has_prefix (name, "last-year-"))
    queue_update (self);
}

static void
gj_proposals_bar_dispose (GObject *object)
{
  GjProposalsBar *self = GJ_PROPOSALS_BAR (object);

  g_clear_handle_id (&self->update_id, g_source_remove);
  g_clear_pointer (&self->proposals, g_ptr_array_unref);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (gj_proposals_bar_parent_class)->dispose (object);
}

static void
gj_proposals_bar_class_init (GjProposalsBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = gj_proposals_bar_dispose;
}

static GtkLabel *
create_label (void)
{
  GtkLabel *label = GTK_LABEL (gtk_label_new (NULL));

  gtk_label_set_xalign (label, 0);
  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD_CHAR);

  return label;
}

static GtkWidget *
create_line (GjProposalsBar *self,
             GtkWidget      *toggle)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  self->summary = create_label ();
  self->detail = create_label ();
  gtk_label_set_lines (self->detail, DETAIL_LINES);
  gtk_label_set_ellipsize (self->detail, PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (GTK_WIDGET (self->detail), "caption");
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (self->summary));
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (self->detail));
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  self->accept_button = gtk_button_new_with_label (_("Take All Over"));
  gtk_widget_set_valign (self->accept_button, GTK_ALIGN_CENTER);
  g_signal_connect_object (self->accept_button, "clicked", G_CALLBACK (gj_proposals_bar_accept), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (line), words);
  gtk_box_append (GTK_BOX (line), toggle);
  gtk_box_append (GTK_BOX (line), self->accept_button);

  return line;
}

static void
gj_proposals_bar_init (GjProposalsBar *self)
{
  GtkWidget *toggle = gtk_toggle_button_new_with_label (_("One by One"));
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 8);
  gtk_widget_add_css_class (GTK_WIDGET (self), "proposals");
  gtk_widget_add_css_class (toggle, "flat");

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), LIST_MOST);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (self), create_line (self, toggle));
  gtk_box_append (GTK_BOX (self), scrolled);
  g_object_bind_property (toggle, "active", scrolled, "visible", G_BINDING_SYNC_CREATE);
}

GtkWidget *
gj_proposals_bar_new (GjSession *session,
                      guint      table)
{
  GjProposalsBar *self;
  GjReport *report;

  g_return_val_if_fail (GJ_IS_SESSION (session), NULL);

  self = g_object_new (GJ_TYPE_PROPOSALS_BAR, NULL);
  self->session = g_object_ref (session);
  self->table = table;
  report = gj_session_get_report (session);
  g_signal_connect_object (report, "cell-changed", G_CALLBACK (cell_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (report, "setting-changed", G_CALLBACK (setting_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::mode", G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);
  update_cb (self);

  return GTK_WIDGET (self);
}
