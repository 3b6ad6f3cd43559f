/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-narrative-lines.h"

#include <string.h>

#include "gj-picture-paintable.h"

#define OBJECT_CHARACTER 0xfffc
#define OBJECT_TEXT "\xef\xbf\xbc"

/* What a text buffer would take for the end of a line, and what no file can hold. */
static gboolean
is_break (gunichar character)
{
  return character == '\n' || character == '\r' || character == '\v' || character == '\f'
         || character == 0x85 || character == 0x2028 || character == 0x2029;
}

static gboolean
is_dropped (gunichar character)
{
  return (character < 0x20 && character != '\t') || character == OBJECT_CHARACTER
         || character == 0xfffe || character == 0xffff;
}

/* The text as a buffer can hold it: breaks are LF, or blanks when they are not to be
 * kept; the two characters CR LF are one break. */
char *
gj_lines_dup_clean (const char *text,
                    gssize      length,
                    gboolean    keep_breaks)
{
  const char *end = text + (length < 0 ? (gssize) strlen (text) : length);
  GString *clean = g_string_sized_new (end - text);

  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      if (character == '\r' && p + 1 < end && p[1] == '\n')
        continue;
      if (is_break (character))
        g_string_append_c (clean, keep_breaks ? '\n' : ' ');
      else if (!is_dropped (character))
        g_string_append_unichar (clean, character);
    }

  return g_string_free (clean, FALSE);
}

static void
add_paragraph (GPtrArray         *lines,
               const GtkTextIter *start,
               const GtkTextIter *end)
{
  g_autofree char *text = gtk_text_iter_get_slice (start, end);

  g_ptr_array_add (lines, gj_block_new_paragraph (text));
}

/* Pictures with the words between them. */
static void
list_pictures (GPtrArray   *lines,
               GtkTextIter  start,
               GtkTextIter  end)
{
  GtkTextIter iter = start;

  while (gtk_text_iter_compare (&iter, &end) < 0)
    {
      GdkPaintable *paintable = gtk_text_iter_get_paintable (&iter);

      if (GJ_IS_PICTURE_PAINTABLE (paintable))
        {
          GjPicturePaintable *picture = GJ_PICTURE_PAINTABLE (paintable);

          if (!gtk_text_iter_equal (&start, &iter))
            add_paragraph (lines, &start, &iter);
          g_ptr_array_add (lines, gj_block_ref (gj_picture_paintable_get_block (picture)));
          gtk_text_iter_forward_char (&iter);
          start = iter;
        }
      else
        {
          gtk_text_iter_forward_char (&iter);
        }
    }

  if (!gtk_text_iter_equal (&start, &end))
    add_paragraph (lines, &start, &end);
}

/* A picture is an object among the characters. */
static void
list_line (GPtrArray         *lines,
           const GtkTextIter *start,
           const GtkTextIter *end)
{
  g_autofree char *text = gtk_text_iter_get_slice (start, end);

  if (strstr (text, OBJECT_TEXT) != NULL)
    list_pictures (lines, *start, *end);
  else
    g_ptr_array_add (lines, gj_block_new_paragraph (text));
}

/* Adds what stands in @n_lines lines from @first on to @lines (element-type GjBlock): for
 * each of them at least one block. */
void
gj_lines_list_buffer (GtkTextBuffer *buffer,
                      guint          first,
                      guint          n_lines,
                      GPtrArray     *lines)
{
  GtkTextIter start;

  gtk_text_buffer_get_iter_at_line (buffer, &start, first);
  for (guint i = 0; i < n_lines; i++)
    {
      GtkTextIter end = start;

      if (!gtk_text_iter_ends_line (&end))
        gtk_text_iter_forward_to_line_end (&end);
      list_line (lines, &start, &end);
      gtk_text_iter_forward_line (&start);
    }
}

/* Whether a line shows the block: a paragraph with characters that no buffer holds is
 * the same as long as the rest of it is. */
gboolean
gj_lines_is_same (GjBlock *block,
                  GjBlock *line)
{
  g_autofree char *clean = NULL;

  if (block == line || gj_block_equal (block, line))
    return TRUE;
  if (gj_block_get_kind (block) != GJ_BLOCK_PARAGRAPH
      || gj_block_get_kind (line) != GJ_BLOCK_PARAGRAPH)
    return FALSE;

  clean = gj_lines_dup_clean (gj_block_get_text (block), -1, FALSE);

  return strcmp (clean, gj_block_get_text (line)) == 0;
}

GjLineChange
gj_lines_compare (GPtrArray *old_lines,
                  GPtrArray *new_lines)
{
  guint shorter = MIN (old_lines->len, new_lines->len);
  guint first = 0;
  guint last = 0;
  GjLineChange change;

  while (first < shorter
         && gj_lines_is_same (old_lines->pdata[first], new_lines->pdata[first]))
    first++;
  while (last < shorter - first
         && gj_lines_is_same (old_lines->pdata[old_lines->len - 1 - last],
                              new_lines->pdata[new_lines->len - 1 - last]))
    last++;

  change.first = first;
  change.n_old = old_lines->len - first - last;
  change.n_new = new_lines->len - first - last;

  return change;
}

void
gj_typing_find (const char *old_text,
                const char *new_text,
                GjTyping   *typing)
{
  const char *old_end = old_text + strlen (old_text);
  const char *new_end = new_text + strlen (new_text);
  const char *old_start = old_text;
  const char *new_start = new_text;

  while (*old_start != '\0' && *new_start != '\0'
         && g_utf8_get_char (old_start) == g_utf8_get_char (new_start))
    {
      old_start = g_utf8_next_char (old_start);
      new_start = g_utf8_next_char (new_start);
    }

  while (old_end > old_start && new_end > new_start
         && g_utf8_get_char (g_utf8_prev_char (old_end))
         == g_utf8_get_char (g_utf8_prev_char (new_end)))
    {
      old_end = g_utf8_prev_char (old_end);
      new_end = g_utf8_prev_char (new_end);
    }

  typing->offset = g_utf8_pointer_to_offset (old_text, old_start);
  typing->removed = g_strndup (old_start, old_end - old_start);
  typing->inserted = g_strndup (new_start, new_end - new_start);
}

void
gj_typing_clear (GjTyping *typing)
{
  g_clear_pointer (&typing->removed, g_free);
  g_clear_pointer (&typing->inserted, g_free);
}

static void
insert_line (GtkTextBuffer *buffer,
             GtkTextIter   *iter,
             GjBlock       *line)
{
  if (gj_block_get_kind (line) == GJ_BLOCK_PICTURE)
    {
      g_autoptr (GdkPaintable) paintable = gj_picture_paintable_new (line);

      gtk_text_buffer_insert_paintable (buffer, iter, paintable);
    }
  else if (gj_block_get_kind (line) == GJ_BLOCK_PARAGRAPH)
    {
      g_autofree char *clean = gj_lines_dup_clean (gj_block_get_text (line), -1, FALSE);

      gtk_text_buffer_insert (buffer, iter, clean, -1);
    }
}

/* The lines, with breaks between them and none after the last. */
void
gj_lines_insert (GtkTextBuffer *buffer,
                 GtkTextIter   *iter,
                 GPtrArray     *lines,
                 guint          first,
                 guint          n_lines)
{
  for (guint i = 0; i < n_lines; i++)
    {
      if (i > 0)
        gtk_text_buffer_insert (buffer, iter, "\n", 1);
      insert_line (buffer, iter, g_ptr_array_index (lines, first + i));
    }
}

gboolean
gj_lines_is_paragraph (GPtrArray *lines,
                       guint      index)
{
  return gj_block_get_kind (g_ptr_array_index (lines, index)) == GJ_BLOCK_PARAGRAPH;
}
