/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gtk/gtk.h>
#include <locale.h>
#include <string.h>

#include "gj-narrative-lines.h"
#include "gj-narrative-marks.h"
#include "gj-tag-ranges.h"

static const char start_text[] = "2025年，全年收到申请49件。\n（一）主动公开情况\n\n办结44件。";

static GjBlock *
create_picture (void)
{
  static const guchar png[] = {
    0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R', 0, 0, 0, 1,
    0, 0, 0, 1, 8, 6, 0, 0, 0, 0x1f, 0x15, 0xc4, 0x89, 0, 0, 0, 13, 'I', 'D', 'A', 'T', 0x78,
    0x9c, 0x63, 0xf8, 0xcf, 0xc0, 0xf0, 0x1f, 0, 5, 0, 1, 0xff, 0x89, 0x99, 0x3d, 0x1d, 0, 0,
    0, 0, 'I', 'E', 'N', 'D', 0xae, 0x42, 0x60, 0x82,
  };
  g_autoptr (GBytes) bytes = g_bytes_new_static (png, sizeof png);

  return gj_block_new_picture (bytes, "image/png", 1, 1, NULL);
}

static GjSession *
create_session (gboolean with_picture)
{
  g_autoptr (GjReport) report = gj_report_new (gj_form_catalogue_find ("guoban-2021"));
  g_autoptr (GjNarrative) text = gj_narrative_new_for_text (start_text);

  if (with_picture)
    {
      g_autoptr (GjBlock) picture = create_picture ();
      GjBlock *const added[] = { picture };
      g_autoptr (GjNarrative) longer = gj_narrative_splice (text, 2, 0, added, 1);

      gj_report_init_narrative (report, 0, longer);
    }
  else
    {
      gj_report_init_narrative (report, 0, text);
    }

  return gj_session_new (report);
}

static char *
dup_report_text (GjSession *session)
{
  return gj_narrative_dup_text (gj_report_get_narrative (gj_session_get_report (session), 0));
}

static char *
dup_buffer_text (GtkTextBuffer *buffer)
{
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

static void
assert_same (GjSession     *session,
             GtkTextBuffer *buffer)
{
  g_autofree char *report = dup_report_text (session);
  g_autofree char *shown = dup_buffer_text (buffer);

  g_assert_cmpstr (report, ==, shown);
}

static void
random_edit (GtkTextBuffer *buffer)
{
  static const char *const pieces[] = {
    "a", "件", "\n", "甲\n乙", "\r\n", "（二）", "", "\n\n", "49", "\xe2\x80\xa9", "𠮷",
  };
  int length = gtk_text_buffer_get_char_count (buffer);
  int from = g_test_rand_int_range (0, length + 1);
  GtkTextIter start;
  GtkTextIter end;
  gboolean action = g_test_rand_bit ();

  gtk_text_buffer_get_iter_at_offset (buffer, &start, from);
  if (action)
    gtk_text_buffer_begin_user_action (buffer);
  if (g_test_rand_bit ())
    {
      gtk_text_buffer_get_iter_at_offset (buffer, &end,
                                          MIN (length, from + g_test_rand_int_range (0, 9)));
      gtk_text_buffer_delete (buffer, &start, &end);
    }
  if (action || g_test_rand_bit ())
    {
      gtk_text_buffer_get_iter_at_offset (buffer, &start,
                                          MIN (from, gtk_text_buffer_get_char_count (buffer)));
      gtk_text_buffer_insert (buffer, &start,
                              pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))], -1);
    }
  if (action)
    gtk_text_buffer_end_user_action (buffer);
}

/* Read anew from the first line to the last, the buffer holds the blocks of the report. */
static void
assert_lines_are_blocks (GjSession     *session,
                         GtkTextBuffer *buffer)
{
  GjNarrative *narrative = gj_report_get_narrative (gj_session_get_report (session), 0);
  g_autoptr (GPtrArray) lines =
    g_ptr_array_new_with_free_func ((GDestroyNotify) gj_block_unref);
  guint n_blocks = gj_narrative_get_n_blocks (narrative);

  gj_lines_list_buffer (buffer, 0, gtk_text_buffer_get_line_count (buffer), lines);
  if (n_blocks == 0)
    {
      g_assert_cmpint (gtk_text_buffer_get_char_count (buffer), ==, 0);
      return;
    }

  g_assert_cmpuint (lines->len, ==, n_blocks);
  for (guint i = 0; i < n_blocks; i++)
    g_assert_true (gj_lines_is_same (gj_narrative_get_block (narrative, i), lines->pdata[i]));
}

static void
test_lines_are_blocks (void)
{
  for (guint round = 0; round < 20; round++)
    {
      g_autoptr (GjSession) session = create_session (TRUE);
      g_autoptr (GjNarrativeBuffer) narrative =
        gj_narrative_buffer_new (session, 0, GJ_NARRATIVE_BEFORE);
      GtkTextBuffer *buffer = GTK_TEXT_BUFFER (narrative);

      for (guint i = 0; i < 60; i++)
        {
          random_edit (buffer);
          assert_lines_are_blocks (session, buffer);
          if (g_test_rand_int_range (0, 5) == 0 && gj_session_undo (session))
            assert_lines_are_blocks (session, buffer);
        }
    }
}

/* Whatever is typed, the report says what the buffer shows; undoing it all gives the
 * beginning back, and redoing it all the end. */
static void
test_random_edits (void)
{
  for (guint round = 0; round < 20; round++)
    {
      g_autoptr (GjSession) session = create_session (FALSE);
      g_autoptr (GjNarrativeBuffer) narrative =
        gj_narrative_buffer_new (session, 0, GJ_NARRATIVE_BEFORE);
      GtkTextBuffer *buffer = GTK_TEXT_BUFFER (narrative);
      g_autofree char *last = NULL;
      g_autofree char *first = NULL;
      g_autofree char *again = NULL;

      for (guint i = 0; i < 60; i++)
        {
          random_edit (buffer);
          assert_same (session, buffer);
        }
      last = dup_report_text (session);

      while (gj_session_undo (session))
        assert_same (session, buffer);
      first = dup_report_text (session);
      g_assert_cmpstr (first, ==, start_text);

      while (gj_session_redo (session))
        assert_same (session, buffer);
      again = dup_report_text (session);
      g_assert_cmpstr (again, ==, last);
    }
}

static guint
count_pictures (GjSession *session)
{
  GjNarrative *narrative = gj_report_get_narrative (gj_session_get_report (session), 0);
  guint n_pictures = 0;

  for (guint i = 0; i < gj_narrative_get_n_blocks (narrative); i++)
    if (gj_block_get_kind (gj_narrative_get_block (narrative, i)) == GJ_BLOCK_PICTURE)
      n_pictures++;

  return n_pictures;
}

static void
test_pictures_stay (void)
{
  g_autoptr (GjSession) session = create_session (TRUE);
  g_autoptr (GjNarrativeBuffer) narrative =
    gj_narrative_buffer_new (session, 0, GJ_NARRATIVE_BEFORE);
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (narrative);
  GtkTextIter start;
  GtkTextIter end;

  g_assert_cmpuint (count_pictures (session), ==, 1);
  g_assert_cmpint (gtk_text_buffer_get_line_count (buffer), ==, 5);

  /* Words beside a picture become a paragraph of their own. */
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_get_iter_at_line (buffer, &start, 2);
  gtk_text_buffer_insert (buffer, &start, "图一", -1);
  gtk_text_buffer_end_user_action (buffer);
  g_assert_cmpuint (count_pictures (session), ==, 1);
  g_assert_cmpint (gtk_text_buffer_get_line_count (buffer), ==, 6);

  /* A picture that was deleted comes back. */
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_delete (buffer, &start, &end);
  gtk_text_buffer_end_user_action (buffer);
  g_assert_cmpuint (count_pictures (session), ==, 0);
  g_assert_true (gj_session_undo (session));
  g_assert_cmpuint (count_pictures (session), ==, 1);
  g_assert_cmpint (gtk_text_buffer_get_line_count (buffer), ==, 6);
}

static void
test_typing_is_one_step (void)
{
  g_autoptr (GjSession) session = create_session (FALSE);
  g_autoptr (GjNarrativeBuffer) narrative =
    gj_narrative_buffer_new (session, 0, GJ_NARRATIVE_BEFORE);
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (narrative);
  g_autofree char *text = NULL;
  GtkTextIter iter;

  gtk_text_buffer_get_start_iter (buffer, &iter);
  gtk_text_buffer_place_cursor (buffer, &iter);
  for (guint i = 0; i < 5; i++)
    gtk_text_buffer_insert_interactive_at_cursor (buffer, "字", -1, TRUE);
  g_assert_true (gj_session_undo (session));
  text = dup_report_text (session);
  g_assert_cmpstr (text, ==, start_text);
}

static void
test_caret_stays (void)
{
  g_autoptr (GjSession) session = create_session (FALSE);
  g_autoptr (GjNarrativeBuffer) narrative =
    gj_narrative_buffer_new (session, 0, GJ_NARRATIVE_BEFORE);
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (narrative);
  g_autoptr (GjEdit) edit = gj_edit_new ("elsewhere");
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_line_offset (buffer, &iter, 3, 2);
  gtk_text_buffer_place_cursor (buffer, &iter);
  gj_edit_change_text (edit, gj_session_get_report (session), 0, 0, 0, "2025", "二〇二五");
  gj_session_push (session, edit);

  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  g_assert_cmpint (gtk_text_iter_get_line (&iter), ==, 3);
  g_assert_cmpint (gtk_text_iter_get_line_offset (&iter), ==, 2);
  assert_same (session, buffer);
}

static void
test_reviewer_changes_nothing (void)
{
  g_autoptr (GjSession) session = create_session (FALSE);
  g_autoptr (GjNarrativeBuffer) narrative =
    gj_narrative_buffer_new (session, 0, GJ_NARRATIVE_BEFORE);
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (narrative);
  g_autofree char *text = NULL;

  gj_session_set_mode (session, GJ_MODE_REVIEWING);
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_insert_at_cursor (buffer, "改", -1);
  gtk_text_buffer_end_user_action (buffer);
  text = dup_buffer_text (buffer);
  g_assert_cmpstr (text, ==, start_text);
  assert_same (session, buffer);
}

/* Text before and after a table is one narrative in two buffers. */
static void
test_parts (void)
{
  g_autoptr (GjSession) session = create_session (FALSE);
  GjReport *report = gj_session_get_report (session);
  guint section = gj_form_find_section (gj_report_get_form (report), "requests");
  g_autoptr (GjNarrativeBuffer) before =
    gj_narrative_buffer_new (session, section, GJ_NARRATIVE_BEFORE);
  g_autoptr (GjNarrativeBuffer) after =
    gj_narrative_buffer_new (session, section, GJ_NARRATIVE_AFTER);
  g_autofree char *text = NULL;
  g_autofree char *shown = NULL;

  gtk_text_buffer_insert_at_cursor (GTK_TEXT_BUFFER (after), "表后", -1);
  gtk_text_buffer_insert_at_cursor (GTK_TEXT_BUFFER (before), "表前\n两段", -1);
  text = gj_narrative_dup_text (gj_report_get_narrative (report, section));
  g_assert_cmpstr (text, ==, "表前\n两段\n表后");
  shown = dup_buffer_text (GTK_TEXT_BUFFER (after));
  g_assert_cmpstr (shown, ==, "表后");
}

static void
count_cb (GtkTextBuffer *buffer,
          GtkTextTag    *tag,
          GtkTextIter   *start,
          GtkTextIter   *end,
          guint         *n_touched)
{
  ++*n_touched;
}

/* A tag stands where it was asked to, each time, and what stood right is left alone. */
static void
test_tag_ranges (void)
{
  g_autoptr (GtkTextBuffer) buffer = gtk_text_buffer_new (NULL);
  GtkTextTag *tag = gtk_text_buffer_create_tag (buffer, NULL, "weight", 700, NULL);
  guint n_touched = 0;

  gtk_text_buffer_set_text (buffer, "甲乙\n丙丁戊\n\n己庚辛壬癸", -1);
  g_signal_connect (buffer, "apply-tag", G_CALLBACK (count_cb), &n_touched);
  g_signal_connect (buffer, "remove-tag", G_CALLBACK (count_cb), &n_touched);
  for (guint round = 0; round < 400; round++)
    {
      gboolean is_wanted[13] = { FALSE };
      guint n_characters = gtk_text_buffer_get_char_count (buffer);

      g_assert_cmpuint (n_characters, ==, G_N_ELEMENTS (is_wanted));
      for (guint pass = 0; pass < 2; pass++)
        {
          g_autoptr (GArray) ranges = gj_tag_ranges_new ();

          for (int i = pass == 0 ? g_test_rand_int_range (0, 5) : 0; i > 0; i--)
            {
              guint from = g_test_rand_int_range (0, n_characters + 1);
              guint to = g_test_rand_int_range (from, n_characters + 1);

              for (guint j = from; j < to; j++)
                is_wanted[j] = TRUE;
            }
          for (guint i = 0; i < n_characters; i++)
            {
              GtkTextIter start;
              GtkTextIter end;

              gtk_text_buffer_get_iter_at_offset (buffer, &start, n_characters - 1 - i);
              gtk_text_buffer_get_iter_at_offset (buffer, &end, n_characters - i);
              if (is_wanted[n_characters - 1 - i])
                gj_tag_ranges_add (ranges, &start, &end);
            }
          n_touched = 0;
          gj_tag_ranges_apply (ranges, buffer, tag);
          g_assert_true (pass == 0 || n_touched == 0);
          for (guint i = 0; i < n_characters; i++)
            {
              GtkTextIter iter;

              gtk_text_buffer_get_iter_at_offset (buffer, &iter, i);
              g_assert_cmpint (gtk_text_iter_has_tag (&iter, tag), ==, is_wanted[i]);
            }
        }
    }
}

static void
test_places (void)
{
  g_autoptr (GjSession) session = create_session (TRUE);
  g_autoptr (GjNarrativeBuffer) narrative =
    gj_narrative_buffer_new (session, 0, GJ_NARRATIVE_BEFORE);
  g_autoptr (GjNarrativeMarks) marks = gj_narrative_marks_new (narrative);
  g_autofree char *text = dup_report_text (session);
  const char *found = strstr (text, "44");
  guint offset = g_utf8_pointer_to_offset (text, found);
  g_autofree char *shown = NULL;
  GtkTextIter start;
  GtkTextIter end;

  g_assert_true (gj_narrative_marks_get_range (marks, offset, offset + 2, &start, &end));
  shown = gtk_text_iter_get_text (&start, &end);
  g_assert_cmpstr (shown, ==, "44");
  g_assert_false (gj_narrative_marks_get_range (marks, 9000, 9002, &start, &end));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  setlocale (LC_ALL, "");
  gtk_init ();

  g_test_add_func ("/app/narrative/random-edits", test_random_edits);
  g_test_add_func ("/app/narrative/lines-are-blocks", test_lines_are_blocks);
  g_test_add_func ("/app/narrative/tag-ranges", test_tag_ranges);
  g_test_add_func ("/app/narrative/pictures-stay", test_pictures_stay);
  g_test_add_func ("/app/narrative/typing-is-one-step", test_typing_is_one_step);
  g_test_add_func ("/app/narrative/caret-stays", test_caret_stays);
  g_test_add_func ("/app/narrative/reviewer", test_reviewer_changes_nothing);
  g_test_add_func ("/app/narrative/parts", test_parts);
  g_test_add_func ("/app/narrative/places", test_places);

  return g_test_run ();
}
