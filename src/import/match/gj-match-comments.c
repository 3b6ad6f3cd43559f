/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-match-private.h"

#include <string.h>

/* The comments of a document become comments of the report, at the place where the text
 * went that they are about. What went where is known by the text itself: every text of the
 * document is one string, which the matcher only lends. */

typedef struct
{
  char  *place;
  guint  start;
} Destination;

static void
destination_free (gpointer data)
{
  Destination *self = data;

  g_free (self->place);
  g_free (self);
}

/**
 * _gj_match_lend_text:
 * @self: a match
 * @original: a text of the document
 * @text: a copy of it without the blanks around it
 *
 * Remembers which text of the document @text is.
 */
void
_gj_match_lend_text (GjMatch    *self,
                     const char *original,
                     const char *text)
{
  if (self->document->comments->len == 0)
    return;

  if (self->originals == NULL)
    self->originals = g_hash_table_new (NULL, NULL);
  g_hash_table_insert (self->originals, (gpointer) text, (gpointer) original);
}

/* How many characters the copy lacks at its beginning. */
static guint
count_lead (const char *original,
            const char *text)
{
  const char *at = strstr (original, text);

  return at != NULL ? (guint) g_utf8_strlen (original, at - original) : 0;
}

/**
 * _gj_match_send_text:
 * @self: a match
 * @text: (nullable): a text of the document, or a copy of one
 * @place: the place in the report that it went to
 * @start: where it begins in the text of that place, in code points; %GJ_NONE when the
 *         place has no words
 */
void
_gj_match_send_text (GjMatch    *self,
                     const char *text,
                     const char *place,
                     guint       start)
{
  Destination *destination;
  const char *original = NULL;

  if (text == NULL || self->document->comments->len == 0)
    return;

  if (self->destinations == NULL)
    self->destinations = g_hash_table_new_full (NULL, NULL, NULL, destination_free);
  if (self->originals != NULL)
    original = g_hash_table_lookup (self->originals, text);

  destination = g_new0 (Destination, 1);
  destination->place = g_strdup (place);
  destination->start = start;
  if (original != NULL && start != GJ_NONE && count_lead (original, text) <= start)
    destination->start -= count_lead (original, text);
  g_hash_table_replace (self->destinations, (gpointer) (original != NULL ? original : text), destination);
}

static const char *
find_text (const GjRawDocument *document,
           const GjRawComment  *raw,
           guint               *line)
{
  const GjRawBlock *block;
  const GjRawRow *row;
  const GjRawCell *cell;

  *line = 0;
  if (raw->block >= document->blocks->len)
    return NULL;
  block = document->blocks->pdata[raw->block];
  *line = block->line;
  if (block->kind != GJ_RAW_GRID)
    return block->text;
  if (raw->row >= block->rows->len)
    return NULL;
  row = block->rows->pdata[raw->row];
  if (raw->cell >= row->cells->len)
    return NULL;
  cell = row->cells->pdata[raw->cell];
  *line = cell->line;

  return cell->text;
}

/* A row of a table is no place for a comment; its section is. */
static char *
find_section_place (GjMatch *self,
                    guint    line)
{
  char *place = _gj_match_find_place (self, line);
  char *slash = strchr (place, '/');

  if (slash != NULL)
    *slash = '\0';
  if (*place != '\0')
    return place;

  g_free (place);

  return g_strdup ("title");
}

static gboolean
is_date (const char *when)
{
  GDate date;

  g_date_clear (&date, 1);
  if (when != NULL && strlen (when) == 10)
    g_date_set_parse (&date, when);

  return g_date_valid (&date);
}

static void
keep_comment (GjMatch            *self,
              const GjRawComment *raw,
              guint               number)
{
  guint line;
  const char *text = find_text (self->document, raw, &line);
  const Destination *destination = NULL;
  g_autoptr (GjComment) comment = NULL;
  g_autofree char *id = g_strdup_printf ("c%u", number);
  g_autofree char *place = NULL;

  if (text != NULL && self->destinations != NULL)
    destination = g_hash_table_lookup (self->destinations, text);
  place = destination != NULL ? g_strdup (destination->place) : find_section_place (self, line);
  comment = gj_comment_new (id, place, raw->who != NULL && *raw->who != '\0' ? raw->who : NULL,
                            is_date (raw->when) ? raw->when : NULL, raw->text);

  if (destination != NULL && destination->start != GJ_NONE && raw->start < raw->end)
    {
      guint length = (guint) g_utf8_strlen (text, -1);
      g_autoptr (GjComment) placed = NULL;

      if (raw->end <= length)
        placed = gj_comment_dup_with_words (comment, destination->start + raw->start,
                                            destination->start + raw->end);
      if (placed != NULL)
        {
          gj_comment_unref (comment);
          comment = g_steal_pointer (&placed);
        }
    }
  gj_report_init_comment (self->report, comment);
}

/**
 * _gj_match_keep_comments:
 * @self: a match that is done
 *
 * Gives the report the comments of the document.
 */
void
_gj_match_keep_comments (GjMatch *self)
{
  guint number = 0;

  for (guint i = 0; i < self->document->comments->len; i++)
    {
      const GjRawComment *raw = self->document->comments->pdata[i];

      if (!_gj_text_is_blank (raw->text))
        keep_comment (self, raw, ++number);
    }
}
