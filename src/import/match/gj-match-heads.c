/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-match-private.h"

#include <string.h>

/* Which value of a row stands under which head. The form's order holds unless the heads
 * above the row say plainly that the document has another one: the same heads in another
 * order, one more, or one less. */

#define SURE 900
#define LEAST_ALIKE 600

typedef struct
{
  GjMatch              *match;
  const GjExpectedLine *line;
  GArray               *order;
  GjMatchColumns       *out;
} Orderer;

#define order_at(self, i) g_array_index ((self)->order, guint, i)

static GjWords *
new_head_words (const GjExpectedLine *line)
{
  GjWords *words = g_new0 (GjWords, line->n_cells);

  for (guint i = 0; i < line->n_cells; i++)
    gj_words_init (&words[i], line->heads[i] != NULL && line->heads[i]->text.zh != NULL ?
                   line->heads[i]->text.zh : "");

  return words;
}

/**
 * _gj_match_is_head_row:
 * @self: a match that is aligned
 * @row: a row
 *
 * Returns: whether it is a row of the heads of columns
 */
gboolean
_gj_match_is_head_row (GjMatch *self,
                       guint    row)
{
  const GjMatchRow *r = gj_match_row (self, row);
  guint n_heads = 0;
  guint n_others = 0;

  if (r->n_numbers > 0)
    return FALSE;

  for (guint i = 0; i < r->n_words; i++)
    {
      const GjSlot *slot;

      if (r->words[i].text == NULL)
        continue;
      slot = _gj_match_find_printed (self, &r->words[i], NULL);
      if (slot != NULL && slot->kind == GJ_SLOT_HEAD)
        n_heads++;
      else if (slot == NULL)
        n_others++;
    }

  return n_heads >= 2 && n_heads > n_others;
}

/* Which of the columns that are still free has this head, or the one most like it. */
static guint
find_column (const Orderer *self,
             const GjWords *heads,
             const GjWords *words,
             const guint8  *used,
             guint          head_line,
             guint          least_alike)
{
  guint best = GJ_NONE;
  guint most = least_alike - 1;

  for (guint i = 0; i < self->line->n_cells; i++)
    {
      guint alike;

      if (used[i] || self->line->heads[i] == NULL || self->line->heads[i]->line != head_line)
        continue;
      alike = gj_words_compare (&heads[i], words);
      if (alike > most)
        {
          most = alike;
          best = i;
        }
    }

  return best;
}

/* The one column between two that are known, if its head has something of the words. */
static guint
find_between (const Orderer *self,
              const GjWords *heads,
              const GjWords *words,
              const guint8  *used,
              guint          before,
              guint          after)
{
  guint column = before + 1;

  if (before == GJ_NONE || after == GJ_NONE || column + 1 != after || used[column] ||
      gj_words_compare (&heads[column], words) < GJ_MATCH_ALIKE_IN_PLACE)
    return GJ_NONE;

  return column;
}

static guint
count_columns (const Orderer *self,
               guint          head_line)
{
  guint n = 0;

  for (guint i = 0; i < self->line->n_cells; i++)
    n += self->line->heads[i] != NULL && self->line->heads[i]->line == head_line;

  return n;
}

static guint
find_in_order (const Orderer *self,
               guint          column)
{
  for (guint i = 0; i < self->order->len; i++)
    if (order_at (self, i) == column)
      return i;

  return GJ_NONE;
}

static char *
append_head (char       *heads,
             const char *head)
{
  char *joined = heads != NULL ? g_strconcat (heads, "、", head, NULL) : g_strdup (head);

  g_free (heads);

  return joined;
}

/* The columns of one line of heads in the order in which a row names them; GJ_NONE for a
 * head that the form does not know. */
static GArray *
read_heads (const Orderer    *self,
            const GjWords    *heads,
            const GjMatchRow *row,
            guint             head_line,
            guint            *n_known)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree guint8 *used = g_new0 (guint8, self->line->n_cells + 1);

  *n_known = 0;
  for (guint i = 0; i < row->n_words; i++)
    {
      guint column;

      if (row->words[i].text == NULL)
        continue;
      column = find_column (self, heads, &row->words[i], used, head_line, SURE);
      if (column == GJ_NONE && _gj_match_find_printed (self->match, &row->words[i], NULL) != NULL)
        continue;
      if (column != GJ_NONE)
        {
          used[column] = 1;
          (*n_known)++;
        }
      g_array_append_val (found, column);
      g_array_append_val (words, i);
    }

  /* A mistyped head takes what the others have left. */
  for (guint i = 0; i < found->len; i++)
    if (g_array_index (found, guint, i) == GJ_NONE)
      {
        guint column = find_column (self, heads, &row->words[g_array_index (words, guint, i)], used, head_line,
                                    LEAST_ALIKE);

        if (column == GJ_NONE)
          continue;
        used[column] = 1;
        g_array_index (found, guint, i) = column;
      }
  for (guint i = 1; i + 1 < found->len; i++)
    if (g_array_index (found, guint, i) == GJ_NONE)
      {
        guint column = find_between (self, heads, &row->words[g_array_index (words, guint, i)], used,
                                     g_array_index (found, guint, i - 1), g_array_index (found, guint, i + 1));

        if (column == GJ_NONE)
          continue;
        used[column] = 1;
        g_array_index (found, guint, i) = column;
      }

  return found;
}

/* The same columns in another order take each other's places. */
static void
permute (Orderer *self,
         GArray  *found)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (guint));
  guint last = GJ_NONE;
  gboolean moved = FALSE;
  guint at = 0;

  for (guint j = 0; j < found->len; j++)
    {
      guint column = g_array_index (found, guint, j);

      moved = moved || (column != GJ_NONE && last != GJ_NONE && column < last);
      last = column != GJ_NONE ? column : last;
    }
  if (!moved)
    return;

  for (guint i = 0; i < self->order->len; i++)
    for (guint j = 0; j < found->len; j++)
      if (g_array_index (found, guint, j) != GJ_NONE && g_array_index (found, guint, j) == order_at (self, i))
        g_array_append_val (places, i);

  for (guint j = 0; j < found->len; j++)
    {
      guint column = g_array_index (found, guint, j);

      if (column == GJ_NONE)
        continue;
      order_at (self, g_array_index (places, guint, at++)) = column;
      self->out->moved = append_head (self->out->moved, self->line->heads[column]->text.zh);
    }
}

static void
insert_unknown (Orderer *self,
                GArray  *found)
{
  guint before = GJ_NONE;

  for (guint j = 0; j < found->len; j++)
    {
      guint column = g_array_index (found, guint, j);
      guint place;

      if (column != GJ_NONE)
        {
          before = find_in_order (self, column);
          continue;
        }
      place = before == GJ_NONE ? 0 : before + 1;
      g_array_insert_val (self->order, place, column);
      before = place;
    }
}

static void
remove_missing (Orderer *self,
                GArray  *found,
                guint    head_line)
{
  for (guint i = self->order->len; i > 0; i--)
    {
      guint column = order_at (self, i - 1);
      gboolean here = FALSE;

      if (column == GJ_NONE || self->line->heads[column] == NULL || self->line->heads[column]->line != head_line)
        continue;
      for (guint j = 0; j < found->len; j++)
        here = here || g_array_index (found, guint, j) == column;
      if (here)
        continue;
      g_array_remove_index (self->order, i - 1);
      self->out->missing = append_head (self->out->missing, self->line->heads[column]->text.zh);
    }
}

/* Three of five heads make a line of heads, so that one wrong head does not lose it. */
static void
apply_head_line (Orderer       *self,
                 const GjWords *heads,
                 guint          head_line,
                 guint          first,
                 guint          last)
{
  guint n = count_columns (self, head_line);

  if (n < 2)
    return;

  for (guint i = first; i < last; i++)
    {
      const GjMatchRow *row = gj_match_row (self->match, i);
      g_autoptr (GArray) found = NULL;
      guint n_known;

      if (row->n_numbers > 0)
        continue;
      found = read_heads (self, heads, row, head_line, &n_known);
      if (n_known * 5 < n * 3 || n_known < 2)
        continue;
      self->out->line = row->line;
      permute (self, found);
      insert_unknown (self, found);
      remove_missing (self, found, head_line);
      return;
    }
}

/* How far above a row its heads may stand. */
#define MAX_ABOVE 64

/* Heads that stand above the row each on a line of its own, as copied from a page: only
 * their order can be told. */
static void
apply_loose_heads (Orderer       *self,
                   const GjWords *heads,
                   guint          head_line,
                   guint          row,
                   guint          table)
{
  const GjAlignment *alignment = self->match->alignment;
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree guint8 *used = g_new0 (guint8, self->line->n_cells + 1);
  guint n = count_columns (self, head_line);
  guint first = row;

  while (first > 0 && row - first < MAX_ABOVE &&
         (alignment->lines[first - 1] == GJ_NONE ||
          gj_expectation_get_line (alignment->expectation, alignment->lines[first - 1])->table == table))
    first--;

  for (guint i = first; i < row; i++)
    {
      const GjMatchRow *above = gj_match_row (self->match, i);
      guint column;

      if (above->n_numbers > 0 || above->n_words != 1 || above->words[0].text == NULL)
        continue;
      column = find_column (self, heads, &above->words[0], used, head_line, SURE);
      if (column == GJ_NONE)
        continue;
      used[column] = 1;
      g_array_append_val (found, column);
      self->out->line = above->line;
    }
  if (found->len >= 2 && found->len * 5 >= n * 3)
    permute (self, found);
}

/* The heads above a row: the nearest rows of heads before it. */
static guint
find_first_head (GjMatch *match,
                 guint    row,
                 guint    table,
                 guint   *last)
{
  const GjAlignment *alignment = match->alignment;
  guint at = row;

  while (at > 0 && row - at < MAX_ABOVE && !_gj_match_is_head_row (match, at - 1))
    {
      at--;
      if (alignment->lines[at] != GJ_NONE &&
          gj_expectation_get_line (alignment->expectation, alignment->lines[at])->table != table)
        break;
    }
  *last = at;
  while (at > 0 && *last - at < 5 && alignment->lines[at - 1] == GJ_NONE &&
         gj_match_row (match, at - 1)->n_numbers == 0)
    at--;

  return at;
}

/**
 * _gj_match_order_columns:
 * @self: a match that is aligned
 * @row: a row
 * @line: the line of the form that it is
 * @out: (out caller-allocates): what the heads above the row say
 */
void
_gj_match_order_columns (GjMatch              *self,
                         guint                 row,
                         const GjExpectedLine *line,
                         GjMatchColumns       *out)
{
  g_autoptr (GArray) order = g_array_new (FALSE, FALSE, sizeof (guint));
  Orderer orderer = { .match = self, .line = line, .order = order, .out = out };
  GjWords *heads = new_head_words (line);
  guint last = row;
  guint first = find_first_head (self, row, line->table, &last);
  guint head_line = 0;

  memset (out, 0, sizeof *out);
  for (guint i = 0; i < line->n_cells; i++)
    {
      g_array_append_val (order, i);
      if (line->heads[i] != NULL)
        head_line = MAX (head_line, line->heads[i]->line);
    }

  for (guint l = 0; l <= head_line && first < last; l++)
    apply_head_line (&orderer, heads, l, first, last);
  for (guint l = 0; l <= head_line && (last == 0 || !_gj_match_is_head_row (self, last - 1)); l++)
    apply_loose_heads (&orderer, heads, l, row, line->table);

  for (guint i = 0; i < line->n_cells; i++)
    gj_words_clear (&heads[i]);
  g_free (heads);
  out->n = order->len;
  out->order = (guint *) g_array_free (g_steal_pointer (&order), FALSE);
}

/**
 * _gj_match_columns_clear:
 * @self: columns
 *
 * Frees what @self holds.
 */
void
_gj_match_columns_clear (GjMatchColumns *self)
{
  g_clear_pointer (&self->order, g_free);
  g_clear_pointer (&self->moved, g_free);
  g_clear_pointer (&self->missing, g_free);
}
