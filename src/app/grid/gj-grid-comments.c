/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gj-comments.h"

#include "gj-grid-private.h"

/* Comments that are not done become a corner of their cell, and words for its tooltip and
 * for a screen reader. */

static void
add_words (GString        **words,
           const GjComment *comment)
{
  if (*words == NULL)
    *words = g_string_new (NULL);
  else
    g_string_append_c (*words, '\n');

  /* Translators: who wrote a comment, and what it says. */
  if (comment->who != NULL && *comment->who != '\0')
    g_string_append_printf (*words, _("Comment by %s: %s"), comment->who, comment->text);
  else
    g_string_append_printf (*words, _("Comment: %s"), comment->text);
}

static void
set_comment (GjGrid     *self,
             GjGridCell *item,
             const char *words)
{
  gj_grid_cell_set_marks (item, GJ_CELL_COMMENTED, words != NULL ? GJ_CELL_COMMENTED : 0);
  if (g_strcmp0 (gj_grid_cell_get_comment (item), words) == 0)
    return;

  gj_grid_cell_set_comment (item, words);
  _gj_grid_update_words (self, gj_grid_item_get_slot (GJ_GRID_ITEM (item))->cell);
}

void
_gj_grid_update_comments (GjGrid *self)
{
  g_autoptr (GPtrArray) threads = gj_comments_list_threads (_gj_grid_get_report (self));
  guint first_cell = gj_grid_model_get_table (self->model)->first_cell;
  g_autofree GString **words = g_new0 (GString *, self->n_cells);

  for (guint i = 0; i < threads->len; i++)
    {
      const GjComment *comment = g_ptr_array_index (threads, i);
      guint cell = comment->done ? GJ_NONE : gj_form_find_cell (_gj_grid_get_form (self), comment->place);

      if (cell != GJ_NONE && cell >= first_cell && cell - first_cell < self->n_cells)
        add_words (&words[cell - first_cell], comment);
    }

  for (guint i = 0; i < self->n_cells; i++)
    {
      if (self->cells[i] != NULL)
        set_comment (self, self->cells[i], words[i] != NULL ? words[i]->str : NULL);
      if (words[i] != NULL)
        g_string_free (words[i], TRUE);
    }
}
