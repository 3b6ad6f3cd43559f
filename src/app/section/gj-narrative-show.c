/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-narrative-lines.h"

/* Writes into a buffer what it does not show yet, and nothing else, so that the caret
 * stays where it was. */

static void
replace_text (GtkTextBuffer *buffer,
              guint          line,
              const char    *old_text,
              GjBlock       *block)
{
  g_autofree char *new_text = gj_lines_dup_clean (gj_block_get_text (block), -1, FALSE);
  g_auto (GjTyping) change = { 0 };
  GtkTextIter start;
  GtkTextIter end;

  gj_typing_find (old_text, new_text, &change);
  gtk_text_buffer_get_iter_at_line_offset (buffer, &start, line, change.offset);
  end = start;
  gtk_text_iter_forward_chars (&end, g_utf8_strlen (change.removed, -1));
  gtk_text_buffer_delete (buffer, &start, &end);
  gtk_text_buffer_insert (buffer, &start, change.inserted, -1);
}

static void
delete_lines (GtkTextBuffer *buffer,
              guint          first,
              guint          n_lines)
{
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_iter_at_line (buffer, &start, first);
  if (first + n_lines < (guint) gtk_text_buffer_get_line_count (buffer))
    {
      gtk_text_buffer_get_iter_at_line (buffer, &end, first + n_lines);
    }
  else
    {
      gtk_text_buffer_get_end_iter (buffer, &end);
      if (first > 0)
        gtk_text_iter_backward_char (&start);
    }

  gtk_text_buffer_delete (buffer, &start, &end);
}

static void
insert_lines (GtkTextBuffer *buffer,
              GPtrArray     *lines,
              guint          first,
              guint          n_lines)
{
  GtkTextIter iter;

  if (first < (guint) gtk_text_buffer_get_line_count (buffer))
    {
      gtk_text_buffer_get_iter_at_line (buffer, &iter, first);
      gj_lines_insert (buffer, &iter, lines, first, n_lines);
      gtk_text_buffer_insert (buffer, &iter, "\n", 1);
    }
  else
    {
      gtk_text_buffer_get_end_iter (buffer, &iter);
      gtk_text_buffer_insert (buffer, &iter, "\n", 1);
      gj_lines_insert (buffer, &iter, lines, first, n_lines);
    }
}

static void
replace_lines (GtkTextBuffer *buffer,
               GPtrArray     *lines,
               GjLineChange   change)
{
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_iter_at_line (buffer, &start, change.first);
  gtk_text_buffer_get_iter_at_line (buffer, &end, change.first + change.n_old - 1);
  if (!gtk_text_iter_ends_line (&end))
    gtk_text_iter_forward_to_line_end (&end);
  gtk_text_buffer_delete (buffer, &start, &end);
  gj_lines_insert (buffer, &start, lines, change.first, change.n_new);
}

static void
update_lines (GtkTextBuffer *buffer,
              GPtrArray     *shown,
              GPtrArray     *wanted)
{
  GjLineChange change = gj_lines_compare (wanted, shown);

  /* Compared the other way round, since a block is asked whether a line shows it. */
  change = (GjLineChange) { change.first, change.n_new, change.n_old };
  if (change.n_old == 0 && change.n_new == 0)
    return;

  if (change.n_old == 1 && change.n_new == 1 && gj_lines_is_paragraph (shown, change.first)
      && gj_lines_is_paragraph (wanted, change.first))
    replace_text (buffer, change.first,
                  gj_block_get_text (g_ptr_array_index (shown, change.first)),
                  g_ptr_array_index (wanted, change.first));
  else if (change.n_new == 0)
    delete_lines (buffer, change.first, change.n_old);
  else if (change.n_old == 0)
    insert_lines (buffer, wanted, change.first, change.n_new);
  else
    replace_lines (buffer, wanted, change);
}

static void
rebuild (GtkTextBuffer *buffer,
         GPtrArray     *wanted)
{
  GtkTextIter start;
  GtkTextIter end;
  int caret;

  g_object_get (buffer, "cursor-position", &caret, NULL);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_delete (buffer, &start, &end);
  gj_lines_insert (buffer, &start, wanted, 0, wanted->len);
  gtk_text_buffer_get_iter_at_offset (buffer, &start, caret);
  gtk_text_buffer_place_cursor (buffer, &start);
}

/* What the report shows when it has nothing is one empty line. */
static void
ensure_line (GPtrArray *lines)
{
  if (lines->len == 0)
    g_ptr_array_add (lines, gj_block_new_paragraph (""));
}

/* The buffer's own lines, one each, whatever stands in them. */
static gboolean
has_one_block_a_line (GtkTextBuffer *buffer,
                      GPtrArray     *lines)
{
  return gtk_text_buffer_get_line_count (buffer) == (int) lines->len;
}

/* Makes @buffer, which shows @shown, show @wanted, which gets a line when it has none. */
void
gj_lines_show (GtkTextBuffer *buffer,
               GPtrArray     *shown,
               GPtrArray     *wanted)
{
  ensure_line (wanted);
  if (has_one_block_a_line (buffer, shown))
    update_lines (buffer, shown, wanted);
  else
    rebuild (buffer, wanted);
}
