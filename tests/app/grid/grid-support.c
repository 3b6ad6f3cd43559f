/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <locale.h>

#include "grid-support.h"

/* gtk_test_init () would reset the locale. */

void
grid_init (int    *argc,
           char ***argv)
{
  g_test_init (argc, argv, NULL);
  setlocale (LC_ALL, "");
  gtk_init ();
  adw_init ();
}

/* Long enough for the busiest machine; only a failing test waits for it. */

#define PATIENCE (20 * G_USEC_PER_SEC)

static void
count_cb (guint *n_times)
{
  (*n_times)++;
}

static void
wait_until (const guint *count,
            guint        wanted)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;

  while (*count < wanted && g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (500);
}

/* Lets two frames pass: what is queued is worked out before the first, and what that
 * moves before the second. */

void
grid_settle (GridFixture *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (self->window);
  guint n_frames = 0;
  gulong id;

  if (clock == NULL)
    return;

  id = g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (count_cb), &n_frames);

  for (guint i = 1; i <= 2; i++)
    {
      gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_PAINT);
      wait_until (&n_frames, i);
    }

  g_signal_handler_disconnect (clock, id);
}

/* Pastes and waits for the clipboard's answer: a step or a message. */

void
grid_paste (GridFixture *self)
{
  GjHistory *history = gj_session_get_history (self->session);
  guint n_answers = 0;
  gulong edited = g_signal_connect_swapped (history, "edited", G_CALLBACK (count_cb), &n_answers);
  gulong noticed = g_signal_connect_swapped (self->grid, "notice", G_CALLBACK (count_cb), &n_answers);

  grid_press (self, GDK_KEY_v, GDK_CONTROL_MASK);
  wait_until (&n_answers, 1);
  g_signal_handler_disconnect (history, edited);
  g_signal_handler_disconnect (self->grid, noticed);
}

static void
notice_cb (GridFixture *self,
           const char  *message)
{
  g_string_append_printf (self->notices, "%s\n", message);
}

static void
totals_cb (GridFixture *self)
{
  self->n_totals_requested++;
}

GridFixture *
grid_fixture_new (const char *table)
{
  GridFixture *self = g_new0 (GridFixture, 1);
  GjForm *form = gj_form_catalogue_find ("guoban-2021");
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->notices = g_string_new (NULL);
  self->report = gj_report_new (form);

  for (guint i = 0; i < gj_form_get_n_cells (form); i++)
    gj_report_init_cell (self->report, i, "0");

  self->session = gj_session_new (self->report);
  self->grid = GJ_GRID (gj_grid_new ());
  g_signal_connect_swapped (self->grid, "notice", G_CALLBACK (notice_cb), self);
  g_signal_connect_swapped (self->grid, "totals-requested", G_CALLBACK (totals_cb), self);
  gj_grid_set_session (self->grid, self->session);

  for (guint i = 0; i < gj_form_get_n_tables (form); i++)
    if (g_str_equal (gj_form_get_table (form, i)->id, table))
      gj_grid_set_table (self->grid, i);

  self->window = gtk_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->grid));
  gtk_window_set_child (GTK_WINDOW (self->window), scrolled);
  gtk_window_set_default_size (GTK_WINDOW (self->window), 990, 500);
  gtk_window_present (GTK_WINDOW (self->window));
  gtk_widget_grab_focus (GTK_WIDGET (self->grid));
  grid_settle (self);

  return self;
}

void
grid_fixture_free (GridFixture *self)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  g_object_unref (self->session);
  g_object_unref (self->report);
  g_string_free (self->notices, TRUE);
  g_free (self);
}

guint
grid_find_cell (GridFixture *self,
                const char  *id)
{
  guint cell = gj_form_find_cell (gj_report_get_form (self->report), id);

  g_assert_cmpuint (cell, !=, GJ_NONE);

  return cell;
}

void
grid_go (GridFixture *self,
         const char  *id)
{
  gj_selection_set_cell (gj_session_get_selection (self->session), grid_find_cell (self, id));
}

const char *
grid_get_active (GridFixture *self)
{
  guint cell = gj_selection_get_cell (gj_session_get_selection (self->session));

  g_assert_cmpuint (cell, ==, self->grid->active);

  return cell != GJ_NONE ? gj_form_get_cell (gj_report_get_form (self->report), cell)->id : "";
}

void
grid_set (GridFixture *self,
          const char  *id,
          const char  *text)
{
  g_autoptr (GjEdit) edit = gj_edit_new ("Test");

  gj_edit_set_cell (edit, self->report, grid_find_cell (self, id), text);
  gj_session_push (self->session, edit);
}

const char *
grid_get (GridFixture *self,
          const char  *id)
{
  return gj_report_get_cell_text (self->report, grid_find_cell (self, id));
}

GjGridCell *
grid_get_item (GridFixture *self,
               const char  *id)
{
  return _gj_grid_get_cell (self->grid, grid_find_cell (self, id));
}

gboolean
grid_press (GridFixture     *self,
            guint            key,
            GdkModifierType  modifiers)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (self->grid));
  gboolean was_handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", key, 0, modifiers, &was_handled);
    }

  return was_handled;
}

/* The first key opens the editor, the others go to it. */

void
grid_type (GridFixture *self,
           const char  *text)
{
  int position;

  grid_press (self, gdk_unicode_to_keyval (g_utf8_get_char (text)), 0);

  if (!gj_grid_is_editing (self->grid))
    return;

  position = gtk_editable_get_position (GTK_EDITABLE (self->grid->editor));
  gtk_editable_insert_text (GTK_EDITABLE (self->grid->editor), g_utf8_next_char (text), -1, &position);
}
