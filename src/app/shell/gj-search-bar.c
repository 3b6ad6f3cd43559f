/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-search-bar.h"

#include <glib/gi18n-lib.h>

#include "gj-search.h"

/**
 * GjSearchBar:
 *
 * The interface of the search: words, how many places, next and previous.
 */
struct _GjSearchBar
{
  GtkWidget       parent_instance;

  GtkSearchBar   *content;
  GtkSearchEntry *entry;
  GtkLabel       *count;
  GtkWidget      *previous_button;
  GtkWidget      *next_button;

  GjSession      *session;
  GArray         *hits;
  guint           position;
};

G_DEFINE_FINAL_TYPE (GjSearchBar, gj_search_bar, GTK_TYPE_WIDGET)

enum { TEXT_FOUND, N_SIGNALS };
static guint signals[N_SIGNALS];

static guint
count_hits (GjSearchBar *self)
{
  return self->hits != NULL ? self->hits->len : 0;
}

static void
show_count (GjSearchBar *self)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  guint n_hits = count_hits (self);
  g_autofree char *text = NULL;

  if (*words == '\0')
    text = g_strdup ("");
  else if (n_hits == 0)
    text = g_strdup (_("Not found"));
  else if (self->position < n_hits)
    text = g_strdup_printf (_("%u of %u"), self->position + 1, n_hits);
  else
    text = g_strdup_printf (ngettext ("%u place", "%u places", n_hits), n_hits);

  gtk_label_set_label (self->count, text);
  gtk_widget_set_sensitive (self->previous_button, n_hits > 0);
  gtk_widget_set_sensitive (self->next_button, n_hits > 0);
}

static void
search (GjSearchBar *self)
{
  g_clear_pointer (&self->hits, g_array_unref);
  self->position = GJ_NONE;
  if (self->session != NULL)
    self->hits = gj_search_report (gj_session_get_report (self->session),
                                   gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  show_count (self);
}

static void
go_to_hit (GjSearchBar *self)
{
  GjSelection *selection = gj_session_get_selection (self->session);
  const GjHit *hit = &g_array_index (self->hits, GjHit, self->position);
  GjReport *report = gj_session_get_report (self->session);

  if (hit->cell != GJ_NONE)
    {
      gj_selection_set_cell (selection, hit->cell);
      return;
    }

  gj_selection_set_section (selection, hit->section == gj_report_get_preface (report)
                                       ? GJ_COVER : hit->section);
  g_signal_emit (self, signals[TEXT_FOUND], 0, hit->start, hit->end);
}

/* The report may have been edited since: the places are looked for again. */
static void
step (GjSearchBar *self,
      int          direction)
{
  guint old = self->position;
  guint n_hits;

  search (self);
  n_hits = count_hits (self);
  if (n_hits == 0)
    return;

  if (old == GJ_NONE)
    self->position = direction > 0 ? 0 : n_hits - 1;
  else
    self->position = (MIN (old, n_hits - 1) + n_hits + direction) % n_hits;

  show_count (self);
  go_to_hit (self);
}

static void
search_changed_cb (GjSearchBar *self)
{
  search (self);
}

static void
next_cb (GjSearchBar *self)
{
  step (self, 1);
}

static void
previous_cb (GjSearchBar *self)
{
  step (self, -1);
}

static void
stop_cb (GjSearchBar *self)
{
  gtk_search_bar_set_search_mode (self->content, FALSE);
  gtk_widget_activate_action (GTK_WIDGET (self), "report.focus-place", NULL);
}

static gboolean
key_pressed_cb (GjSearchBar     *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  if ((keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter) && (state & GDK_SHIFT_MASK) != 0)
    {
      step (self, -1);
      return TRUE;
    }

  return FALSE;
}

static gboolean
gj_search_bar_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (GJ_SEARCH_BAR (widget)->entry));
}

static void
gj_search_bar_dispose (GObject *object)
{
  GjSearchBar *self = GJ_SEARCH_BAR (object);
  GtkWidget *content = GTK_WIDGET (self->content);

  g_clear_pointer (&content, gtk_widget_unparent);
  self->content = NULL;
  g_clear_pointer (&self->hits, g_array_unref);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (gj_search_bar_parent_class)->dispose (object);
}

static void
gj_search_bar_class_init (GjSearchBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gj_search_bar_dispose;
  widget_class->grab_focus = gj_search_bar_grab_focus;

  signals[TEXT_FOUND] =
    g_signal_new ("text-found", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                  NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/gouji/Gouji/ui/gj-search-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, GjSearchBar, content);
  gtk_widget_class_bind_template_child (widget_class, GjSearchBar, entry);
  gtk_widget_class_bind_template_child (widget_class, GjSearchBar, count);
  gtk_widget_class_bind_template_child (widget_class, GjSearchBar, previous_button);
  gtk_widget_class_bind_template_child (widget_class, GjSearchBar, next_button);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
}

static void
gj_search_bar_init (GjSearchBar *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->content, GTK_EDITABLE (self->entry));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
  self->position = GJ_NONE;
}

GtkWidget *
gj_search_bar_new (void)
{
  return g_object_new (GJ_TYPE_SEARCH_BAR, NULL);
}

GjSession *
gj_search_bar_get_session (GjSearchBar *self)
{
  g_return_val_if_fail (GJ_IS_SEARCH_BAR (self), NULL);

  return self->session;
}

void
gj_search_bar_set_session (GjSearchBar *self,
                           GjSession   *session)
{
  g_return_if_fail (GJ_IS_SEARCH_BAR (self));
  g_return_if_fail (session == NULL || GJ_IS_SESSION (session));

  if (g_set_object (&self->session, session))
    search (self);
}

void
gj_search_bar_begin (GjSearchBar *self)
{
  g_return_if_fail (GJ_IS_SEARCH_BAR (self));

  gtk_search_bar_set_search_mode (self->content, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}
