/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-search-bar.h"

#include <glib/gi18n-lib.h>

#include "gj-replace.h"
#include "gj-search.h"
#include "gj-widget-compat.h"

/**
 * GjSearchBar:
 *
 * The interface of the search: words, how many places, next and previous; below it, when
 * it is asked for, what to put in their place.
 */
struct _GjSearchBar
{
  GjSessionView   parent_instance;

  GtkSearchBar   *content;
  GtkSearchEntry *entry;
  GtkLabel       *count;
  GtkWidget      *previous_button;
  GtkWidget      *next_button;
  GtkWidget      *replace_toggle;
  GtkWidget      *replace_row;
  GtkEntry       *replacement;
  GtkWidget      *replace_button;
  GtkWidget      *replace_all_button;
  GtkDropDown    *scope_choice;
  GtkLabel       *replace_hint;

  GjCompare      *compare;
  GArray         *hits;
  guint           n_own;
  guint           position;
  gboolean        outdated;
  gboolean        replacing;
};

G_DEFINE_FINAL_TYPE (GjSearchBar, gj_search_bar, GJ_TYPE_SESSION_VIEW)

enum { TEXT_FOUND, OLD_FOUND, N_SIGNALS };
static guint signals[N_SIGNALS];

static GjSession *
get_session (GjSearchBar *self)
{
  return gj_session_view_get_session (GJ_SESSION_VIEW (self));
}

static guint
count_hits (GjSearchBar *self)
{
  return self->hits != NULL ? self->hits->len : 0;
}

/* An entry that turns grey must not hold the keyboard. */
static void
save_focus (GjSearchBar *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus != NULL && gtk_widget_is_ancestor (focus, self->replace_row))
    gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

/* What may be replaced, and why not. */
static void
show_replacing (GjSearchBar *self)
{
  gboolean can_edit = get_session (self) != NULL && gj_session_can_edit (get_session (self));
  gboolean can_replace = can_edit && count_hits (self) > 0 && self->n_own > 0;

  if (!can_edit)
    save_focus (self);
  gtk_widget_set_sensitive (GTK_WIDGET (self->replacement), can_edit);
  gtk_widget_set_sensitive (self->replace_button, can_replace);
  gtk_widget_set_sensitive (self->replace_all_button, can_replace);
  gtk_label_set_label (self->replace_hint,
                       can_edit || get_session (self) == NULL
                       ? _("“Replace All” changes the text only. Cells of tables are replaced one at a time.")
                       : _("While reviewing, the report cannot be changed"));
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
  show_replacing (self);
}

/* After those of the report itself, those of the one beside it, as far as its sections are
 * to be seen. */
static void
add_old_hits (GjSearchBar *self)
{
  g_autoptr (GArray) found =
    gj_search_report (gj_compare_get_report (self->compare, FALSE),
                      gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  guint n_sections = gj_report_get_preface (gj_compare_get_report (self->compare, TRUE)) + 1;

  for (guint i = 0; i < found->len; i++)
    {
      GjHit hit = g_array_index (found, GjHit, i);

      for (guint section = 0; section < n_sections; section++)
        if (gj_compare_find_old_section (self->compare, section) == hit.section)
          {
            hit.section = section;
            g_array_append_val (self->hits, hit);
            break;
          }
    }
}

static void
search (GjSearchBar *self)
{
  g_clear_pointer (&self->hits, g_array_unref);
  self->position = GJ_NONE;
  self->outdated = FALSE;
  if (get_session (self) != NULL)
    self->hits = gj_search_report (gj_session_get_report (get_session (self)),
                                   gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  self->n_own = count_hits (self);
  if (self->hits != NULL && self->compare != NULL)
    add_old_hits (self);
  show_count (self);
}

static void
go_to_hit (GjSearchBar *self)
{
  GjSelection *selection = gj_session_get_selection (get_session (self));
  const GjHit *hit = &g_array_index (self->hits, GjHit, self->position);
  GjReport *report = gj_session_get_report (get_session (self));
  gboolean is_own = self->position < self->n_own;

  if (is_own && hit->cell != GJ_NONE)
    {
      gj_selection_set_cell (selection, hit->cell);
      return;
    }

  gj_selection_set_section (selection, hit->section == gj_report_get_preface (report)
                                       ? GJ_COVER : hit->section);
  if (is_own)
    g_signal_emit (self, signals[TEXT_FOUND], 0, hit->start, hit->end);
  else
    g_signal_emit (self, signals[OLD_FOUND], 0, hit->cell, hit->start, hit->end);
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
say (GjSearchBar *self,
     const char  *message)
{
  gtk_label_set_label (self->count, message);
  gj_widget_announce (GTK_WIDGET (self), message);
}

/* On to the place that follows; what was put in may hold the words itself. */
static void
go_on (GjSearchBar *self,
       guint        position,
       guint        n_before)
{
  guint n_hits;

  search (self);
  n_hits = count_hits (self);
  if (n_hits == 0)
    return;

  if (n_hits >= n_before)
    position += n_hits - n_before + 1;
  self->position = position % n_hits;
  show_count (self);
  go_to_hit (self);
}

/* The first press goes to a place, so that nothing is replaced unseen. */
static void
replace_cb (GjSearchBar *self)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  const char *replacement = gtk_editable_get_text (GTK_EDITABLE (self->replacement));
  guint position = self->position;
  guint n_before = count_hits (self);

  if (get_session (self) == NULL || !gj_session_can_edit (get_session (self)))
    return;

  self->replacing = TRUE;
  if (position < self->n_own && !self->outdated
      && gj_session_replace_hit (get_session (self), &g_array_index (self->hits, GjHit, position),
                                 words, replacement))
    go_on (self, position, n_before);
  else
    step (self, 1);
  self->replacing = FALSE;
  gtk_widget_grab_focus (GTK_WIDGET (self->replacement));
}

/* GJ_NONE for all sections; the preface stands on the cover. */
static guint
get_scope (GjSearchBar *self)
{
  guint section = gj_selection_get_section (gj_session_get_selection (get_session (self)));

  if (gtk_drop_down_get_selected (self->scope_choice) == 1)
    return GJ_NONE;

  return section == GJ_COVER ? gj_report_get_preface (gj_session_get_report (get_session (self)))
                             : section;
}

static void
replace_all_cb (GjSearchBar *self)
{
  g_autofree char *message = NULL;
  guint n_replaced;

  if (get_session (self) == NULL || !gj_session_can_edit (get_session (self)))
    return;

  n_replaced = gj_session_replace_all (get_session (self), get_scope (self),
                                       gtk_editable_get_text (GTK_EDITABLE (self->entry)),
                                       gtk_editable_get_text (GTK_EDITABLE (self->replacement)));
  search (self);
  message = n_replaced > 0
            ? g_strdup_printf (ngettext ("%u place replaced", "%u places replaced", n_replaced),
                               n_replaced)
            : g_strdup (_("Nothing to replace here"));
  say (self, message);
}

/* Places that were found stand elsewhere when the report has changed since. */
static void
edited_cb (GjSearchBar *self)
{
  if (!self->replacing)
    self->outdated = TRUE;
}

static void
replace_toggled_cb (GjSearchBar *self)
{
  if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->replace_toggle)))
    gtk_widget_grab_focus (GTK_WIDGET (self->replacement));
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
replacement_key_cb (GjSearchBar     *self,
                    guint            keyval,
                    guint            keycode,
                    GdkModifierType  state)
{
  if (keyval != GDK_KEY_Escape)
    return FALSE;

  stop_cb (self);

  return TRUE;
}

static gboolean
gj_search_bar_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (GJ_SEARCH_BAR (widget)->entry));
}

static void
gj_search_bar_session_changed (GjSessionView *view,
                               GjSession     *session)
{
  if (session != NULL)
    {
      gj_session_view_listen (view, session, "notify::mode", G_CALLBACK (show_replacing));
      gj_session_view_listen (view, gj_session_get_history (session), "edited",
                              G_CALLBACK (edited_cb));
    }
  search (GJ_SEARCH_BAR (view));
}

static void
gj_search_bar_finalize (GObject *object)
{
  g_clear_pointer (&GJ_SEARCH_BAR (object)->hits, g_array_unref);
  g_clear_object (&GJ_SEARCH_BAR (object)->compare);

  G_OBJECT_CLASS (gj_search_bar_parent_class)->finalize (object);
}

static void
gj_search_bar_class_init (GjSearchBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = gj_search_bar_finalize;
  GJ_SESSION_VIEW_CLASS (klass)->session_changed = gj_search_bar_session_changed;
  widget_class->grab_focus = gj_search_bar_grab_focus;

  signals[TEXT_FOUND] =
    g_signal_new ("text-found", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                  NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
  signals[OLD_FOUND] =
    g_signal_new ("old-found", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                  NULL, G_TYPE_NONE, 3, G_TYPE_UINT, G_TYPE_UINT, G_TYPE_UINT);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/gouji/Gouji/ui/gj-search-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, GjSearchBar, content);
  gtk_widget_class_bind_template_child (widget_class, GjSearchBar, entry);
  gtk_widget_class_bind_template_child (widget_class, GjSearchBar, count);
  gtk_widget_class_bind_template_child (widget_class, GjSearchBar, previous_button);
  gtk_widget_class_bind_template_child (widget_class, GjSearchBar, next_button);
  gtk_widget_class_bind_template_child (widget_class, GjSearchBar, replace_toggle);
  gtk_widget_class_bind_template_child (widget_class, GjSearchBar, replace_row);
  gtk_widget_class_bind_template_child (widget_class, GjSearchBar, replacement);
  gtk_widget_class_bind_template_child (widget_class, GjSearchBar, replace_button);
  gtk_widget_class_bind_template_child (widget_class, GjSearchBar, replace_all_button);
  gtk_widget_class_bind_template_child (widget_class, GjSearchBar, scope_choice);
  gtk_widget_class_bind_template_child (widget_class, GjSearchBar, replace_hint);
  gtk_widget_class_bind_template_callback (widget_class, replace_cb);
  gtk_widget_class_bind_template_callback (widget_class, replace_all_cb);
  gtk_widget_class_bind_template_callback (widget_class, replace_toggled_cb);
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

  keys = gtk_event_controller_key_new ();
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (replacement_key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->replacement), keys);
  self->position = GJ_NONE;
}

GtkWidget *
gj_search_bar_new (void)
{
  return g_object_new (GJ_TYPE_SEARCH_BAR, NULL);
}

/* (nullable): the report beside it is looked through, too. */
void
gj_search_bar_set_compare (GjSearchBar *self,
                           GjCompare   *compare)
{
  g_return_if_fail (GJ_IS_SEARCH_BAR (self));
  g_return_if_fail (compare == NULL || GJ_IS_COMPARE (compare));

  if (g_set_object (&self->compare, compare))
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

/* With words to look for at hand the keyboard goes to what to put in their place. */
void
gj_search_bar_begin_replace (GjSearchBar *self)
{
  g_return_if_fail (GJ_IS_SEARCH_BAR (self));

  gj_search_bar_begin (self);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->replace_toggle), TRUE);
  if (*gtk_editable_get_text (GTK_EDITABLE (self->entry)) != '\0')
    gtk_widget_grab_focus (GTK_WIDGET (self->replacement));
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}
