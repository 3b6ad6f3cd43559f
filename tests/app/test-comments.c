/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <locale.h>

#include "gj-application.h"
#include "gj-comment-card.h"
#include "gj-comment-dialog.h"
#include "gj-comments-pane.h"
#include "gj-comments.h"
#include "gj-grid-cell.h"
#include "gj-narrative-view.h"
#include "gj-window.h"

/* Comments of a review: written on a cell, on words, on a section, while the report itself
 * is read-only; seen at their place and on their page, answered, done, deleted, undone. */

typedef struct
{
  GtkApplication *application;
  GjWindow       *window;
  GjSession      *session;
  GjReport       *report;
} Fixture;

static const char text[] = "全年收到申请5件。上年结转1件。\n均已办结。";

static void
settle (void)
{
  for (guint i = 0; i < 20; i++)
    {
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_usleep (1000);
    }
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (GjReport) report = gj_report_new (gj_form_catalogue_find ("guoban-2021"));
  g_autoptr (GjNarrative) narrative = gj_narrative_new_for_text (text);

  for (guint i = 0; i < gj_form_get_n_cells (gj_report_get_form (report)); i++)
    gj_report_init_cell (report, i, "0");
  gj_report_init_narrative (report, 0, narrative);

  fixture->application = gtk_application_new ("io.github.gouji.Test", G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (fixture->application), NULL, NULL));
  gj_application_install_keys (fixture->application);
  fixture->window = gj_window_new (fixture->application);
  fixture->session = gj_session_new (report);
  fixture->report = report;
  gj_session_set_mode (fixture->session, GJ_MODE_REVIEWING);
  gj_window_set_session (fixture->window, fixture->session);
  gtk_window_present (GTK_WINDOW (fixture->window));
  settle ();
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_clear_object (&fixture->session);
  settle ();
  g_clear_object (&fixture->application);
}

static void
do_action (Fixture    *fixture,
           const char *name)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), name, NULL));
  settle ();
}

/* The first mapped widget of a type; the count of all mapped ones goes to @n. */

static void
search (GtkWidget  *widget,
        GType       type,
        GtkWidget **found,
        guint      *n)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    {
      if (*found == NULL)
        *found = widget;
      (*n)++;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    search (child, type, found, n);
}

static GtkWidget *
find_widget (gpointer top,
             GType    type)
{
  GtkWidget *found = NULL;
  guint n = 0;

  search (top, type, &found, &n);

  return found;
}

static guint
count_cards (Fixture *fixture)
{
  GtkWidget *found = NULL;
  guint n = 0;

  search (GTK_WIDGET (fixture->window), GJ_TYPE_COMMENT_CARD, &found, &n);

  return n;
}

static GtkWidget *
find_dialog (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (GJ_IS_COMMENT_DIALOG (l->data))
      return l->data;

  return NULL;
}

static void
type_text (const char *words)
{
  GtkWidget *view = find_widget (find_dialog (), GTK_TYPE_TEXT_VIEW);

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), words, -1);
}

static char *
dup_typed (void)
{
  GtkWidget *view = find_widget (find_dialog (), GTK_TYPE_TEXT_VIEW);
  g_autofree char *typed = NULL;

  g_object_get (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "text", &typed, NULL);

  return g_steal_pointer (&typed);
}

static void
accept_dialog (void)
{
  g_assert_true (gtk_widget_activate_action (find_dialog (), "dialog.accept", NULL));
  settle ();
  g_assert_null (find_dialog ());
}

static GjComment *
get_comment (Fixture *fixture,
             guint    index)
{
  GPtrArray *comments = gj_report_get_comments (fixture->report);

  g_assert_cmpuint (index, <, comments->len);

  return g_ptr_array_index (comments, index);
}

static guint
select_cell (Fixture    *fixture,
             const char *id)
{
  guint cell = gj_form_find_cell (gj_report_get_form (fixture->report), id);

  gj_selection_set_cell (gj_session_get_selection (fixture->session), cell);
  settle ();
  do_action (fixture, "report.focus-place");

  return cell;
}

static GjGridCell *
find_cell (GtkWidget *widget,
           guint      cell)
{
  if (GJ_IS_GRID_CELL (widget) && gj_grid_item_get_slot (GJ_GRID_ITEM (widget))->cell == cell)
    return GJ_GRID_CELL (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GjGridCell *found = find_cell (child, cell);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
test_cell (Fixture      *fixture,
           gconstpointer data)
{
  guint cell = select_cell (fixture, "requests/received/natural-person");
  GjGridCell *item = find_cell (GTK_WIDGET (fixture->window), cell);

  g_assert_false (gj_grid_cell_get_marks (item) & GJ_CELL_COMMENTED);
  do_action (fixture, "report.comment");
  type_text ("  请核对台账\n");
  accept_dialog ();

  g_assert_cmpstr (get_comment (fixture, 0)->place, ==, "requests/received/natural-person");
  g_assert_cmpstr (get_comment (fixture, 0)->text, ==, "请核对台账");
  g_assert_nonnull (get_comment (fixture, 0)->who);
  g_assert_cmpuint (strlen (get_comment (fixture, 0)->when), ==, strlen ("2026-01-02"));
  g_assert_false (gj_comment_has_words (get_comment (fixture, 0)));
  g_assert_cmpuint (count_cards (fixture), ==, 1);

  g_assert_true (gj_grid_cell_get_marks (item) & GJ_CELL_COMMENTED);
  g_assert_nonnull (strstr (gj_grid_cell_get_label (item), "请核对台账"));

  do_action (fixture, "report.undo");
  g_assert_cmpuint (gj_report_get_comments (fixture->report)->len, ==, 0);
  g_assert_cmpuint (count_cards (fixture), ==, 0);
  g_assert_false (gj_grid_cell_get_marks (item) & GJ_CELL_COMMENTED);
  g_assert_null (strstr (gj_grid_cell_get_label (item), "请核对台账"));
  do_action (fixture, "report.redo");
  g_assert_true (gj_grid_cell_get_marks (item) & GJ_CELL_COMMENTED);
}

/* What was typed outlives Escape, also an empty dialog leaves nothing. */

static void
test_draft (Fixture      *fixture,
            gconstpointer data)
{
  g_autofree char *typed = NULL;
  g_autofree char *nothing = NULL;

  select_cell (fixture, "cases/review/upheld");
  do_action (fixture, "report.comment");
  type_text ("写了一半");
  gtk_window_close (GTK_WINDOW (find_dialog ()));
  settle ();
  g_assert_null (find_dialog ());
  g_assert_cmpuint (gj_report_get_comments (fixture->report)->len, ==, 0);

  do_action (fixture, "report.comment");
  typed = dup_typed ();
  g_assert_cmpstr (typed, ==, "写了一半");
  accept_dialog ();

  do_action (fixture, "report.comment");
  nothing = dup_typed ();
  g_assert_cmpstr (nothing, ==, "");
  gtk_window_close (GTK_WINDOW (find_dialog ()));
  settle ();
  g_assert_cmpuint (gj_report_get_comments (fixture->report)->len, ==, 1);
}

static GtkTextView *
find_narrative (Fixture *fixture)
{
  GtkWidget *view = NULL;

  gj_selection_set_section (gj_session_get_selection (fixture->session), 0);
  settle ();
  do_action (fixture, "report.focus-place");
  view = gtk_root_get_focus (GTK_ROOT (fixture->window));
  g_assert_true (GJ_IS_NARRATIVE_VIEW (view));

  return GTK_TEXT_VIEW (view);
}

static gboolean
has_overline (GtkTextView *view,
              int          offset)
{
  GtkTextIter iter;
  g_autoptr (GSList) tags = NULL;

  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (view), &iter, offset);
  tags = gtk_text_iter_get_tags (&iter);
  for (GSList *l = tags; l != NULL; l = l->next)
    {
      PangoOverline overline;

      g_object_get (l->data, "overline", &overline, NULL);
      if (overline != PANGO_OVERLINE_NONE)
        return TRUE;
    }

  return FALSE;
}

static void
test_words (Fixture      *fixture,
            gconstpointer data)
{
  GtkTextView *view = find_narrative (fixture);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter start, end;
  GtkWidget *pane = find_widget (fixture->window, GJ_TYPE_COMMENTS_PANE);

  /* The sentence at the caret, then a selection in the second paragraph. */
  gtk_text_buffer_get_iter_at_offset (buffer, &start, 11);
  gtk_text_buffer_place_cursor (buffer, &start);
  do_action (fixture, "report.comment");
  type_text ("与表三不一致");
  accept_dialog ();
  g_assert_cmpuint (get_comment (fixture, 0)->start, ==, 9);
  g_assert_cmpuint (get_comment (fixture, 0)->end, ==, 16);

  gtk_text_buffer_get_iter_at_offset (buffer, &start, 17);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, 19);
  gtk_text_buffer_select_range (buffer, &start, &end);
  do_action (fixture, "report.comment");
  type_text ("多余");
  accept_dialog ();
  g_assert_cmpuint (get_comment (fixture, 1)->start, ==, 17);
  g_assert_cmpuint (get_comment (fixture, 1)->end, ==, 19);

  g_assert_false (has_overline (view, 8));
  g_assert_true (has_overline (view, 9));
  g_assert_true (has_overline (view, 18));
  g_assert_false (has_overline (view, 19));

  /* The clerk writes in front of them; the comments go along. */
  gj_session_set_mode (fixture->session, GJ_MODE_DRAFTING);
  settle ();
  gtk_text_buffer_get_start_iter (buffer, &start);
  gtk_text_buffer_insert (buffer, &start, "本局", -1);
  settle ();
  g_assert_cmpuint (get_comment (fixture, 0)->start, ==, 11);
  g_assert_true (has_overline (view, 11));
  g_assert_false (has_overline (view, 10));

  /* Its card leads to the words. */
  gj_selection_set_section (gj_session_get_selection (fixture->session), GJ_COVER);
  settle ();
  g_signal_emit_by_name (pane, "comment-chosen", get_comment (fixture, 1)->id);
  settle ();
  g_assert_cmpuint (gj_selection_get_section (gj_session_get_selection (fixture->session)), ==, 0);
  g_assert_true (gtk_text_buffer_get_selection_bounds (buffer, &start, &end));
  g_assert_cmpint (gtk_text_iter_get_offset (&start), ==, 19);
  g_assert_cmpint (gtk_text_iter_get_offset (&end), ==, 21);
}

/* Answered, done, reopened and deleted on its card, by the session's steps. */

static void
test_thread (Fixture      *fixture,
             gconstpointer data)
{
  GjGridCell *item;
  guint cell = select_cell (fixture, "requests/received/natural-person");
  GtkWidget *card;
  GjCommentsPane *pane = GJ_COMMENTS_PANE (find_widget (fixture->window, GJ_TYPE_COMMENTS_PANE));

  do_action (fixture, "report.comment");
  type_text ("请核对");
  accept_dialog ();
  item = find_cell (GTK_WIDGET (fixture->window), cell);
  g_assert_cmpuint (gj_comments_pane_get_n_open (pane), ==, 1);

  card = find_widget (fixture->window, GJ_TYPE_COMMENT_CARD);
  g_assert_true (gtk_widget_activate_action (card, "comment.answer", NULL));
  settle ();
  type_text ("已核对");
  accept_dialog ();
  g_assert_cmpstr (get_comment (fixture, 1)->answers, ==, get_comment (fixture, 0)->id);
  g_assert_cmpuint (count_cards (fixture), ==, 1);

  card = find_widget (fixture->window, GJ_TYPE_COMMENT_CARD);
  g_assert_true (gtk_widget_activate_action (card, "comment.edit", "s", get_comment (fixture, 1)->id));
  settle ();
  type_text ("已核对，无误");
  accept_dialog ();
  g_assert_cmpstr (get_comment (fixture, 1)->text, ==, "已核对，无误");

  card = find_widget (fixture->window, GJ_TYPE_COMMENT_CARD);
  g_assert_true (gtk_widget_activate_action (card, "comment.done", NULL));
  settle ();
  g_assert_true (get_comment (fixture, 0)->done);
  g_assert_cmpuint (gj_comments_pane_get_n_open (pane), ==, 0);
  g_assert_false (gj_grid_cell_get_marks (item) & GJ_CELL_COMMENTED);
  g_assert_cmpuint (count_cards (fixture), ==, 1);

  card = find_widget (fixture->window, GJ_TYPE_COMMENT_CARD);
  g_assert_true (gtk_widget_activate_action (card, "comment.delete", "s", get_comment (fixture, 0)->id));
  settle ();
  g_assert_cmpuint (gj_report_get_comments (fixture->report)->len, ==, 0);
  do_action (fixture, "report.undo");
  g_assert_cmpuint (gj_report_get_comments (fixture->report)->len, ==, 2);
  g_assert_cmpuint (count_cards (fixture), ==, 1);
}

static void
add_case (const char *path,
          void      (*test)(Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *state = g_dir_make_tmp ("gouji-state-XXXXXX", NULL);

  /* Not the whole isolation of GLib: icons need the types that the system knows. */
  g_setenv ("XDG_STATE_HOME", state, TRUE);
  g_test_init (&argc, &argv, NULL);
  setlocale (LC_ALL, "");
  adw_init ();

  add_case ("/app/comments/cell", test_cell);
  add_case ("/app/comments/draft", test_draft);
  add_case ("/app/comments/words", test_words);
  add_case ("/app/comments/thread", test_thread);

  return g_test_run ();
}
