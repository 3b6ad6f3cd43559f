/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-report-view-private.h"

#include <glib/gi18n-lib.h>

#include "gj-comment-dialog.h"
#include "gj-comments.h"
#include "gj-cover-page.h"
#include "gj-pane.h"
#include "gj-section-page.h"

/**
 * GjReportView:
 *
 * One open report. Pages are made when they are first looked at, so that a report is on
 * the screen as soon as its first one is.
 */
G_DEFINE_FINAL_TYPE (GjReportView, gj_report_view, GJ_TYPE_SESSION_VIEW)

enum { NOTICE, TOTALS_REQUESTED, N_SIGNALS };
static guint signals[N_SIGNALS];

static GjSession *
get_session (GjReportView *self)
{
  return gj_session_view_get_session (GJ_SESSION_VIEW (self));
}

GtkWidget *
_gj_report_view_get_page (GjReportView *self)
{
  return gtk_stack_get_visible_child (self->pages);
}

void
_gj_report_view_say (GjReportView *self,
                     const char   *message)
{
  g_signal_emit (self, signals[NOTICE], 0, message);
}

static void
totals_cb (GjReportView *self)
{
  g_signal_emit (self, signals[TOTALS_REQUESTED], 0);
}

static GtkWidget *
create_page (GjReportView *self,
             guint         section)
{
  GtkWidget *page;

  if (self->compare != NULL)
    return _gj_report_view_create_compare_page (self, section);
  if (section == GJ_COVER)
    return gj_cover_page_new (get_session (self));

  page = gj_section_page_new (get_session (self), section);
  g_signal_connect_object (page, "notice", G_CALLBACK (_gj_report_view_say), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "totals-requested", G_CALLBACK (totals_cb), self,
                           G_CONNECT_SWAPPED);

  return page;
}

void
_gj_report_view_show_section (GjReportView *self)
{
  guint section = gj_selection_get_section (gj_session_get_selection (get_session (self)));
  char name[16];

  if (section == GJ_COVER)
    g_strlcpy (name, "cover", sizeof name);
  else
    g_snprintf (name, sizeof name, "%u", section);

  gj_report_view_commit (self);
  if (gtk_stack_get_child_by_name (self->pages, name) == NULL)
    gtk_stack_add_named (self->pages, create_page (self, section), name);
  gtk_stack_set_visible_child_name (self->pages, name);
}

static void
severity_chosen_cb (GjReportView *self,
                    guint         severity)
{
  gtk_widget_set_visible (self->side, TRUE);
  gtk_stack_set_visible_child_name (self->side_stack, "findings");
  gj_findings_pane_set_filter (self->findings, GJ_FINDINGS_ERRORS + severity);
}

static void
focus_side (GjReportView *self)
{
  GtkWidget *pane = gtk_stack_get_visible_child (self->side_stack);

  if (!gtk_widget_grab_focus (pane))
    gtk_widget_child_focus (pane, GTK_DIR_TAB_FORWARD);
}

static void
hide_message_cb (GjReportView *self)
{
  if (gtk_widget_get_focus_child (GTK_WIDGET (self->message_revealer)) != NULL)
    gj_report_view_focus_page (self);
  gtk_revealer_set_reveal_child (self->message_revealer, FALSE);
}

static void
text_found_cb (GjReportView *self,
               guint         start,
               guint         end)
{
  _gj_report_view_reveal_text (self, start, end);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

/* The search is made when it is first asked for. */
static void
ensure_search (GjReportView *self)
{
  if (self->search != NULL)
    return;

  self->search = GJ_SEARCH_BAR (gj_search_bar_new ());
  gj_session_view_set_session (GJ_SESSION_VIEW (self->search), get_session (self));
  gj_search_bar_set_compare (self->search, self->compare);
  g_signal_connect_object (self->search, "text-found", G_CALLBACK (text_found_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "old-found", G_CALLBACK (_gj_report_view_show_old), self,
                           G_CONNECT_SWAPPED);
  gtk_box_insert_child_after (self->content, GTK_WIDGET (self->search),
                              GTK_WIDGET (self->message_revealer));
}

/* The keyboard does not go away with the pane. */
static void
side_visible_cb (GjReportView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (get_session (self) != NULL && root != NULL && !gtk_widget_get_visible (self->side)
      && (focus == NULL || gtk_widget_is_ancestor (focus, self->side)))
    gj_report_view_focus_page (self);
}

static void
comment_chosen_cb (GjReportView *self,
                   const char   *id)
{
  GjReport *report = gj_session_get_report (get_session (self));
  GjSelection *selection = gj_session_get_selection (get_session (self));
  GjComment *comment = gj_comments_find (report, id);
  guint cell;

  if (comment == NULL)
    return;

  cell = gj_form_find_cell (gj_report_get_form (report), comment->place);
  if (cell != GJ_NONE)
    gj_selection_set_cell (selection, cell);
  else
    gj_selection_set_section (selection, gj_comments_find_section (report, comment));

  if (!gj_comment_has_words (comment) || !_gj_report_view_reveal_text (self, comment->start, comment->end))
    gj_report_view_focus_page (self);
}

static void
show_comment_count_cb (GjReportView *self)
{
  guint n_open = gj_comments_pane_get_n_open (self->comments);
  g_autofree char *title = NULL;

  /* Translators: the tab of the comments, with how many of them are not done. */
  title = n_open > 0 ? g_strdup_printf (_("Comments %u"), n_open) : g_strdup (_("Comments"));
  gtk_stack_page_set_title (self->comments_page, title);
}

void
_gj_report_view_clear_pages (GjReportView *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->pages))) != NULL)
    gtk_stack_remove (self->pages, child);
}

static gboolean
has_notes (GjSession *session)
{
  GjSource *source = gj_report_get_source (gj_session_get_report (session));

  return source != NULL && gj_source_get_n_notes (source) > 0;
}

static void
gj_report_view_session_changed (GjSessionView *view,
                                GjSession     *session)
{
  GjReportView *self = GJ_REPORT_VIEW (view);
  gpointer parts[] = { self->tabs, self->findings, self->notes, self->status };

  _gj_report_view_end_comparison (self);
  _gj_report_view_clear_pages (self);
  hide_message_cb (self);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    gj_session_view_set_session (GJ_SESSION_VIEW (parts[i]), session);
  gj_comments_pane_set_session (self->comments, session);
  if (self->search != NULL)
    gj_session_view_set_session (GJ_SESSION_VIEW (self->search), session);
  gtk_stack_set_visible_child_name (self->side_stack, "findings");
  gtk_stack_page_set_visible (self->notes_page, session != NULL && has_notes (session));
  if (session == NULL)
    return;

  gj_session_view_listen (view, gj_session_get_selection (session), "notify::section",
                          G_CALLBACK (_gj_report_view_show_section));
  _gj_report_view_show_section (self);
}

static void
gj_report_view_dispose (GObject *object)
{
  g_clear_object (&GJ_REPORT_VIEW (object)->compare);
  g_clear_object (&GJ_REPORT_VIEW (object)->settings);

  G_OBJECT_CLASS (gj_report_view_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, GjReportView, content);
  gtk_widget_class_bind_template_child (widget_class, GjReportView, tabs);
  gtk_widget_class_bind_template_child (widget_class, GjReportView, message_revealer);
  gtk_widget_class_bind_template_child (widget_class, GjReportView, message);
  gtk_widget_class_bind_template_child (widget_class, GjReportView, message_button);
  gtk_widget_class_bind_template_child (widget_class, GjReportView, pages);
  gtk_widget_class_bind_template_child (widget_class, GjReportView, side);
  gtk_widget_class_bind_template_child (widget_class, GjReportView, side_stack);
  gtk_widget_class_bind_template_child (widget_class, GjReportView, findings);
  gtk_widget_class_bind_template_child (widget_class, GjReportView, comments);
  gtk_widget_class_bind_template_child (widget_class, GjReportView, comments_page);
  gtk_widget_class_bind_template_child (widget_class, GjReportView, notes);
  gtk_widget_class_bind_template_child (widget_class, GjReportView, notes_page);
  gtk_widget_class_bind_template_child (widget_class, GjReportView, status);
  gtk_widget_class_bind_template_callback (widget_class, severity_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, hide_message_cb);
  gtk_widget_class_bind_template_callback (widget_class, comment_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_comment_count_cb);
}

static void
gj_report_view_class_init (GjReportViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = gj_report_view_dispose;
  GJ_SESSION_VIEW_CLASS (klass)->session_changed = gj_report_view_session_changed;

  signals[NOTICE] =
    g_signal_new ("notice", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[TOTALS_REQUESTED] =
    g_signal_new ("totals-requested", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                  NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (GJ_TYPE_FINDINGS_PANE);
  g_type_ensure (GJ_TYPE_COMMENTS_PANE);
  g_type_ensure (GJ_TYPE_NOTES_PANE);
  g_type_ensure (GJ_TYPE_PANE);
  g_type_ensure (GJ_TYPE_SECTION_TABS);
  g_type_ensure (GJ_TYPE_STATUS_BAR);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/gouji/Gouji/ui/gj-report-view.ui");
  bind_children (widget_class);
  _gj_report_view_install_places (widget_class);
}

static void
gj_report_view_init (GjReportView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  g_signal_connect_object (self->side, "notify::visible", G_CALLBACK (side_visible_cb), self,
                           G_CONNECT_SWAPPED);
  self->settings = g_settings_new (GJ_APPLICATION_ID);
  g_settings_bind (self->settings, "pane-visible", self->side, "visible",
                   G_SETTINGS_BIND_DEFAULT);
}

GtkWidget *
gj_report_view_new (void)
{
  return g_object_new (GJ_TYPE_REPORT_VIEW, NULL);
}

/* What is being typed becomes a step: before saving, undoing, leaving the page. */
void
gj_report_view_commit (GjReportView *self)
{
  GtkWidget *page;

  g_return_if_fail (GJ_IS_REPORT_VIEW (self));

  page = _gj_report_view_get_page (self);
  if (GJ_IS_SECTION_PAGE (page))
    gj_section_page_commit (GJ_SECTION_PAGE (page));
  else if (GJ_IS_COVER_PAGE (page))
    gj_cover_page_commit (GJ_COVER_PAGE (page));
  else if (GJ_IS_COMPARE_PAGE (page))
    gj_compare_page_commit (GJ_COMPARE_PAGE (page));
}

gboolean
gj_report_view_fill_blanks (GjReportView *self)
{
  GtkWidget *page;

  g_return_val_if_fail (GJ_IS_REPORT_VIEW (self), FALSE);

  page = _gj_report_view_get_page (self);

  return GJ_IS_SECTION_PAGE (page) && gj_section_page_fill_blanks (GJ_SECTION_PAGE (page));
}

/* Round the panes: page, findings, tabs, and the message while one is there. */
void
gj_report_view_focus_next_pane (GjReportView *self)
{
  GtkWidget *focus;

  g_return_if_fail (GJ_IS_REPORT_VIEW (self));

  focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->pages))
      && gtk_widget_get_visible (self->side))
    focus_side (self);
  else if (focus != NULL && gtk_widget_is_ancestor (focus, self->side))
    gtk_widget_grab_focus (GTK_WIDGET (self->tabs));
  else if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->tabs))
           && gtk_revealer_get_reveal_child (self->message_revealer))
    gtk_widget_child_focus (GTK_WIDGET (self->message_revealer), GTK_DIR_TAB_FORWARD);
  else
    gtk_widget_grab_focus (_gj_report_view_get_page (self));
}

void
gj_report_view_begin_search (GjReportView *self,
                             gboolean      replace)
{
  g_return_if_fail (GJ_IS_REPORT_VIEW (self));

  ensure_search (self);
  if (replace)
    gj_search_bar_begin_replace (self->search);
  else
    gj_search_bar_begin (self->search);
}

static char *
dup_comment_place (GtkWidget *page,
                   guint     *start,
                   guint     *end)
{
  if (GJ_IS_COMPARE_PAGE (page))
    return gj_compare_page_dup_comment_place (GJ_COMPARE_PAGE (page), start, end);
  if (GJ_IS_COVER_PAGE (page))
    return gj_cover_page_dup_comment_place (GJ_COVER_PAGE (page), start, end);

  return gj_section_page_dup_comment_place (GJ_SECTION_PAGE (page), start, end);
}

/* What is being typed becomes a step first: the comment is about what will stand there. */
void
gj_report_view_add_comment (GjReportView *self)
{
  GtkWidget *page;
  g_autofree char *place = NULL;
  guint start;
  guint end;

  g_return_if_fail (GJ_IS_REPORT_VIEW (self));

  if (get_session (self) == NULL)
    return;

  gj_report_view_commit (self);
  page = _gj_report_view_get_page (self);
  place = dup_comment_place (page, &start, &end);

  gtk_widget_set_visible (self->side, TRUE);
  gtk_stack_set_visible_child_name (self->side_stack, "comments");
  gj_comment_dialog_present (gj_comment_dialog_new (get_session (self), place, start, end),
                             GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
}

void
gj_report_view_show_notes (GjReportView *self)
{
  g_return_if_fail (GJ_IS_REPORT_VIEW (self));

  gtk_widget_set_visible (self->side, TRUE);
  gtk_stack_set_visible_child_name (self->side_stack, "notes");
  hide_message_cb (self);
  focus_side (self);
}

/* A line under the tabs that stays until it is read, with one button. */
void
gj_report_view_show_message (GjReportView *self,
                             const char   *message,
                             const char   *label,
                             const char   *action)
{
  g_return_if_fail (GJ_IS_REPORT_VIEW (self));

  gtk_label_set_label (self->message, message);
  gtk_widget_set_visible (GTK_WIDGET (self->message_button), label != NULL);
  if (label != NULL)
    {
      gtk_button_set_label (self->message_button, label);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->message_button), action);
    }
  gtk_revealer_set_reveal_child (self->message_revealer, TRUE);
}

/* Every message is about this report and answered by saving it, but the one about lost
 * work, which leads to the start page. */
void
gj_report_view_note_saved (GjReportView *self)
{
  g_return_if_fail (GJ_IS_REPORT_VIEW (self));

  if (gtk_widget_get_visible (GTK_WIDGET (self->message_button)) &&
      g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (self->message_button)),
                 "app.start") == 0)
    return;

  hide_message_cb (self);
}
