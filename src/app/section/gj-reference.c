/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-reference.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "gj-narrative-buffer.h"

#define WIDTH 320
#define LINE_MOST 60
#define HEIGHT_MOST 130

/**
 * GjReference:
 *
 * Last year's text of a section, read-only, behind a button that folds it away. Beside a
 * page to write on it is open by itself where nothing has been written yet; above a table
 * it is folded, and its button stands where the page wants it.
 */
struct _GjReference
{
  GtkBox           parent_instance;

  GtkToggleButton *toggle;
  GtkWidget       *frame;
  GtkWidget       *scrolled;
  GtkLabel        *title;
  GtkBox          *list;
  gboolean         is_above;

  GjSession       *session;
  guint            section;
};

G_DEFINE_FINAL_TYPE (GjReference, gj_reference, GTK_TYPE_BOX)

/* The section of last year's report that has the same name in its form. */
static GjNarrative *
get_narrative (GjReference *self)
{
  GjReport *last = gj_session_get_last_year (self->session);
  GjForm *form = gj_report_get_form (gj_session_get_report (self->session));
  guint section;

  if (last == NULL)
    return NULL;

  section = gj_form_find_section (gj_report_get_form (last), gj_form_get_section (form, self->section)->id);

  return section != GJ_NONE ? gj_report_get_narrative (last, section) : NULL;
}

static guint
get_n_blocks (GjReference *self)
{
  GjNarrative *narrative = get_narrative (self);

  return narrative != NULL ? gj_narrative_get_n_blocks (narrative) : 0;
}

static const char *
get_text (GjReference *self,
          guint        block)
{
  return gj_block_get_text (gj_narrative_get_block (get_narrative (self), block));
}

static GjNarrativePart
find_part (GjReference *self,
           guint        block)
{
  guint n_blocks;

  gj_narrative_part_find (get_narrative (self), GJ_NARRATIVE_BEFORE, &n_blocks);

  return block < n_blocks ? GJ_NARRATIVE_BEFORE : GJ_NARRATIVE_AFTER;
}

static gboolean
is_one_empty_line (GjNarrative *narrative,
                   guint        first,
                   guint        n_blocks)
{
  const char *text = n_blocks == 1 ? gj_block_get_text (gj_narrative_get_block (narrative, first)) : NULL;

  return text != NULL && *text == '\0';
}

/* Behind what has been written. It is marked by what it says, not by having come this way. */
void
gj_reference_copy (GjReference *self,
                   guint        block)
{
  g_autoptr (GjEdit) edit = NULL;
  GjReport *report;
  GjNarrative *narrative;
  GjBlock *copied;
  guint n_blocks;
  guint first;
  guint n_removed;

  g_return_if_fail (GJ_IS_REFERENCE (self));

  if (block >= get_n_blocks (self) || get_text (self, block) == NULL)
    return;

  report = gj_session_get_report (self->session);
  narrative = gj_report_get_narrative (report, self->section);
  first = gj_narrative_part_find (narrative, find_part (self, block), &n_blocks);
  n_removed = is_one_empty_line (narrative, first, n_blocks);
  copied = gj_narrative_get_block (get_narrative (self), block);

  edit = gj_edit_new (_("Copy from Last Year"));
  gj_edit_change_blocks (edit, report, self->section, first + n_blocks - n_removed, n_removed, &copied, 1);
  gj_session_push (self->session, edit);
}

static void
copy_clicked_cb (GjReference *self,
                 GtkButton   *button)
{
  gj_reference_copy (self, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "block")));
}

static GtkWidget *
create_copy_button (GjReference *self,
                    guint        block)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("edit-copy-symbolic");

  gtk_widget_set_tooltip_text (button, _("Take this paragraph over; it stays marked until it is rewritten"));
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data (G_OBJECT (button), "block", GUINT_TO_POINTER (block));
  g_object_bind_property (self->list, "sensitive", button, "visible", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (button, "clicked", G_CALLBACK (copy_clicked_cb), self, G_CONNECT_SWAPPED);

  return button;
}

static GtkWidget *
create_paragraph (GjReference *self,
                  guint        block)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (get_text (self, block));

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (label), 12);
  gtk_label_set_max_width_chars (GTK_LABEL (label), self->is_above ? LINE_MOST : 12);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), create_copy_button (self, block));

  return row;
}

/* Returns how many paragraphs have words. */
static guint
fill (GjReference *self)
{
  GtkWidget *child;
  guint n = 0;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_box_remove (self->list, child);

  for (guint i = 0; i < get_n_blocks (self); i++)
    {
      const char *text = get_text (self, i);

      if (text == NULL || *text == '\0')
        continue;

      gtk_box_append (self->list, create_paragraph (self, i));
      n++;
    }

  return n;
}

static void
show_title (GjReference *self)
{
  int year = gj_report_get_year (gj_session_get_last_year (self->session));
  const char *name = gj_session_get_last_year_name (self->session);
  g_autofree char *title = year != 0 ? g_strdup_printf (_("Report of %d"), year)
                                     : g_strdup (_("Last year's report"));

  gtk_label_set_label (self->title, title);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), name);
}

static void
last_year_changed_cb (GjReference *self)
{
  GjReport *report = gj_session_get_report (self->session);
  gboolean has_text = fill (self) > 0;

  gtk_widget_set_visible (GTK_WIDGET (self), has_text);
  if (!has_text)
    return;

  show_title (self);
  if (!self->is_above)
    gtk_toggle_button_set_active (self->toggle,
                                  gj_narrative_is_empty (gj_report_get_narrative (report, self->section)));
}

static void
mode_changed_cb (GjReference *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->list), gj_session_can_edit (self->session));
}

static void
create_list (GjReference *self)
{
  self->scrolled = gtk_scrolled_window_new ();
  self->list = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), GTK_WIDGET (self->list));

  self->title = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->title, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "heading");

  self->frame = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_add_css_class (self->frame, "reference");
  gtk_box_append (GTK_BOX (self->frame), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (self->frame), self->scrolled);
}

static void
gj_reference_dispose (GObject *object)
{
  g_clear_object (&GJ_REFERENCE (object)->toggle);
  g_clear_object (&GJ_REFERENCE (object)->session);

  G_OBJECT_CLASS (gj_reference_parent_class)->dispose (object);
}

static void
gj_reference_class_init (GjReferenceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = gj_reference_dispose;
}

static void
gj_reference_init (GjReference *self)
{
  GtkWidget *toggle = gtk_toggle_button_new ();

  self->toggle = g_object_ref_sink (GTK_TOGGLE_BUTTON (toggle));
  gtk_widget_add_css_class (toggle, "flat");
  create_list (self);
  gtk_box_append (GTK_BOX (self), self->frame);
  g_object_bind_property (toggle, "active", self->frame, "visible", G_BINDING_SYNC_CREATE);
}

static GjReference *
create (GjSession *session,
        guint      section,
        gboolean   is_above)
{
  GjReference *self = g_object_new (GJ_TYPE_REFERENCE, "spacing", 6, NULL);

  self->session = g_object_ref (session);
  self->section = section;
  self->is_above = is_above;
  g_signal_connect_object (session, "last-year-changed", G_CALLBACK (last_year_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::mode", G_CALLBACK (mode_changed_cb), self,
                           G_CONNECT_SWAPPED);
  mode_changed_cb (self);
  last_year_changed_cb (self);

  return self;
}

GtkWidget *
gj_reference_new (GjSession *session,
                  guint      section)
{
  GtkWidget *toggle;
  GjReference *self;

  g_return_val_if_fail (GJ_IS_SESSION (session), NULL);

  self = create (session, section, FALSE);
  toggle = GTK_WIDGET (self->toggle);
  gtk_button_set_icon_name (GTK_BUTTON (toggle), "view-dual-symbolic");
  gtk_widget_set_tooltip_text (toggle, _("Last year's text"));
  gtk_widget_set_valign (toggle, GTK_ALIGN_START);
  gtk_widget_set_size_request (self->frame, WIDTH, -1);
  gtk_widget_set_hexpand (self->frame, FALSE);
  gtk_widget_set_vexpand (self->scrolled, TRUE);
  gtk_box_prepend (GTK_BOX (self), toggle);

  return GTK_WIDGET (self);
}

/* As wide as the page and a few lines high, for where a table needs the room. */
GtkWidget *
gj_reference_new_above (GjSession *session,
                        guint      section)
{
  GjReference *self;
  GtkWidget *content;

  g_return_val_if_fail (GJ_IS_SESSION (session), NULL);

  self = create (session, section, TRUE);
  content = adw_button_content_new ();
  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), "view-dual-symbolic");
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), _("Last year's text"));
  gtk_button_set_child (GTK_BUTTON (self->toggle), content);
  gtk_widget_add_css_class (GTK_WIDGET (self->toggle), "reference-button");
  gtk_widget_set_valign (GTK_WIDGET (self->toggle), GTK_ALIGN_CENTER);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->scrolled), HEIGHT_MOST);
  gtk_widget_set_hexpand (self->frame, TRUE);
  gtk_widget_add_css_class (self->frame, "above");
  g_object_bind_property (self, "visible", self->toggle, "visible", G_BINDING_SYNC_CREATE);

  return GTK_WIDGET (self);
}

/* The button that unfolds it. */
GtkWidget *
gj_reference_get_toggle (GjReference *self)
{
  g_return_val_if_fail (GJ_IS_REFERENCE (self), NULL);

  return GTK_WIDGET (self->toggle);
}

void
gj_reference_set_shown (GjReference *self,
                        gboolean     shown)
{
  g_return_if_fail (GJ_IS_REFERENCE (self));

  gtk_toggle_button_set_active (self->toggle, shown);
}
