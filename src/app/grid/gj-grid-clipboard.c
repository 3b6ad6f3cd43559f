/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "gj-grid-copy.h"
#include "gj-grid-paste.h"
#include "gj-grid-private.h"

/* Copies as plain text and HTML at once; pastes HTML when the clipboard has a table,
 * otherwise text. */

#define CHUNK (64 * 1024)

typedef struct
{
  GjGrid  *grid;
  GString *bytes;
  char     buffer[CHUNK];
} GjReading;

static void
reading_free (GjReading *reading)
{
  g_object_unref (reading->grid);
  g_string_free (reading->bytes, TRUE);
  g_free (reading);
}

/* Puts the range on the clipboard; returns whether there was one. */

gboolean
_gj_grid_copy (GjGrid *self)
{
  GjGridRange range = _gj_grid_get_range (self);
  GjReport *report;
  g_autofree char *text = NULL;
  GdkContentProvider *providers[2];
  g_autoptr (GdkContentProvider) provider = NULL;

  if (self->active == GJ_NONE)
    return FALSE;

  report = _gj_grid_get_report (self);
  text = gj_grid_copy_text (self->model, report, &range);
  providers[0] = gdk_content_provider_new_typed (G_TYPE_STRING, text);

  /* One cell is a number in a sentence as often as in a table: text alone. */
  if (_gj_grid_has_range (self))
    {
      char *html = gj_grid_copy_html (self->model, report, &range);
      g_autoptr (GBytes) bytes = g_bytes_new_take (html, strlen (html));

      providers[1] = gdk_content_provider_new_for_bytes ("text/html", bytes);
      provider = gdk_content_provider_new_union (providers, 2);
    }
  else
    provider = providers[0];

  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), provider);

  return TRUE;
}

static void
tell_left (GjGrid            *self,
           const GjGridPaste *paste)
{
  guint n_texts = paste->placements->len + paste->n_left;
  g_autofree char *message = NULL;

  if (paste->n_left == 0)
    return;

  message = g_strdup_printf (ngettext ("%u of %u copied values found no cell in this table, the first is “%s”",
                                       "%u of %u copied values found no cell in this table, the first is “%s”",
                                       paste->n_left),
                             paste->n_left, n_texts, paste->first_left);
  _gj_grid_notice (self, message);
}

static void
select_pasted (GjGrid            *self,
               const GjGridPaste *paste)
{
  guint first, last;

  if (paste->placements->len == 0 || _gj_grid_has_range (self))
    return;

  first = g_array_index (paste->placements, GjGridPlacement, 0).cell;
  last = g_array_index (paste->placements, GjGridPlacement, paste->placements->len - 1).cell;
  _gj_grid_go (self, first);
  _gj_grid_extend (self, last);
}

static void
apply (GjGrid             *self,
       const GjGridMatrix *matrix)
{
  GjReport *report = _gj_grid_get_report (self);
  GjGridRange range = _gj_grid_get_range (self);
  g_autoptr (GjGridPaste) paste = gj_grid_paste_new (self->model, matrix, self->active,
                                                     _gj_grid_has_range (self) ? &range : NULL);
  g_autoptr (GjEdit) edit = gj_edit_new (_("Paste"));

  for (guint i = 0; i < paste->placements->len; i++)
    {
      const GjGridPlacement *placement = &g_array_index (paste->placements, GjGridPlacement, i);

      gj_edit_set_cell (edit, report, placement->cell, placement->text);
    }

  if (!gj_edit_is_empty (edit) && !gj_session_push (self->session, edit))
    return;

  select_pasted (self, paste);
  tell_left (self, paste);
}

/* The report may have been put away while the clipboard answered. */

static gboolean
can_still_paste (GjGrid *self)
{
  return self->model != NULL && self->active != GJ_NONE && gj_session_can_edit (self->session);
}

static void
paste_text (GjGrid     *self,
            const char *text)
{
  g_autoptr (GjGridMatrix) matrix = NULL;

  if (text == NULL || *text == '\0' || strlen (text) > GJ_GRID_MATRIX_MAX_BYTES ||
      !g_utf8_validate (text, -1, NULL))
    {
      _gj_grid_notice (self, _("The clipboard holds nothing that can be pasted here"));
      return;
    }

  matrix = gj_grid_matrix_new_for_text (text);
  apply (self, matrix);
}

static void
text_cb (GObject      *clipboard,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GjGrid) self = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);

  if (can_still_paste (self))
    paste_text (self, text);
}

static void
read_text (GjGrid *self)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), NULL, text_cb, g_object_ref (self));
}

/* Some programs hand over UTF-16. */

static GjGridMatrix *
parse_html (const GString *bytes)
{
  gboolean little = bytes->len >= 2 && memcmp (bytes->str, "\xFF\xFE", 2) == 0;
  gboolean big = bytes->len >= 2 && memcmp (bytes->str, "\xFE\xFF", 2) == 0;
  g_autofree char *text = NULL;
  gsize length = bytes->len;

  if (little || big)
    {
      text = g_convert (bytes->str + 2, (gssize) bytes->len - 2, "UTF-8", little ? "UTF-16LE" : "UTF-16BE",
                        NULL, &length, NULL);
      return text != NULL ? gj_grid_matrix_new_for_html (text, length) : NULL;
    }

  if (!g_utf8_validate (bytes->str, (gssize) bytes->len, NULL))
    return NULL;

  return gj_grid_matrix_new_for_html (bytes->str, bytes->len);
}

static void
finish_html (GjReading *reading)
{
  g_autoptr (GjGridMatrix) matrix = parse_html (reading->bytes);

  if (can_still_paste (reading->grid))
    {
      if (matrix != NULL)
        apply (reading->grid, matrix);
      else
        read_text (reading->grid);
    }

  reading_free (reading);
}

static void
chunk_cb (GObject      *stream,
          GAsyncResult *result,
          gpointer      user_data)
{
  GjReading *reading = user_data;
  gssize n = g_input_stream_read_finish (G_INPUT_STREAM (stream), result, NULL);

  if (n > 0)
    g_string_append_len (reading->bytes, reading->buffer, n);

  if (n <= 0 || reading->bytes->len > GJ_GRID_MATRIX_MAX_BYTES)
    {
      finish_html (reading);
      return;
    }

  g_input_stream_read_async (G_INPUT_STREAM (stream), reading->buffer, CHUNK, G_PRIORITY_DEFAULT, NULL,
                             chunk_cb, reading);
}

static void
html_cb (GObject      *clipboard,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GjGrid) self = user_data;
  g_autoptr (GInputStream) stream = gdk_clipboard_read_finish (GDK_CLIPBOARD (clipboard), result, NULL, NULL);
  GjReading *reading;

  if (stream == NULL)
    {
      if (can_still_paste (self))
        read_text (self);

      return;
    }

  reading = g_new0 (GjReading, 1);
  reading->grid = g_steal_pointer (&self);
  reading->bytes = g_string_new (NULL);
  g_input_stream_read_async (stream, reading->buffer, CHUNK, G_PRIORITY_DEFAULT, NULL, chunk_cb, reading);
}

void
_gj_grid_paste (GjGrid *self)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self));
  const char *types[] = { "text/html", NULL };

  if (self->active == GJ_NONE)
    return;

  if (gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (clipboard), "text/html"))
    gdk_clipboard_read_async (clipboard, types, G_PRIORITY_DEFAULT, NULL, html_cb, g_object_ref (self));
  else
    read_text (self);
}
