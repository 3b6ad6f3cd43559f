/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-text-pairing.h"

#include "gj-text-compare-private.h"

#include <string.h>

/* Pairings are kept from one alignment to the next, so that what changed in paragraphs that
 * are still each other's is not looked for again. */

static guint
pairing_hash (gconstpointer data)
{
  const GjTextPairing *self = data;

  return g_direct_hash (self->rows[0].paragraphs[0]) * 31 + g_direct_hash (self->rows[1].paragraphs[0]);
}

/* A paragraph that was read is told by its address, as long as the pairing holds it. */

static gboolean
pairing_equal (gconstpointer a,
               gconstpointer b)
{
  const GjTextPairing *left = a, *right = b;

  for (guint i = 0; i < 2; i++)
    if (left->rows[i].n != right->rows[i].n ||
        memcmp (left->rows[i].paragraphs, right->rows[i].paragraphs, left->rows[i].n * sizeof (gpointer)) != 0)
      return FALSE;

  return TRUE;
}

static void
pairing_free (gpointer data)
{
  GjTextPairing *self = data;

  for (guint i = 0; i < 2; i++)
    {
      for (guint j = 0; j < self->rows[i].n; j++)
        _gj_text_paragraph_unref (self->rows[i].paragraphs[j]);
      g_free (self->rows[i].paragraphs);
      g_array_unref (self->tokens[i]);
    }
  g_array_unref (self->changes);
  g_free (self);
}

/* The tokens of some paragraphs as those of one text. */

static GArray *
dup_tokens (GjTextWords     *words,
            const GjTextRow *row)
{
  g_autoptr (GString) text = NULL;

  if (row->n == 1)
    return g_array_ref (row->paragraphs[0]->tokens);

  text = g_string_new (NULL);
  for (guint i = 0; i < row->n; i++)
    {
      if (i > 0)
        g_string_append_c (text, '\n');
      g_string_append (text, row->paragraphs[i]->text);
    }

  return _gj_text_words_tokenize (words, text->str);
}

static GjTextPairing *
pairing_new (GjTextWords     *words,
             const GjTextRow *rows)
{
  GjTextPairing *self = g_new0 (GjTextPairing, 1);

  for (guint i = 0; i < 2; i++)
    {
      self->rows[i].n = rows[i].n;
      self->rows[i].paragraphs = g_memdup2 (rows[i].paragraphs, rows[i].n * sizeof (gpointer));
      for (guint j = 0; j < rows[i].n; j++)
        _gj_text_paragraph_ref (rows[i].paragraphs[j]);
      self->tokens[i] = dup_tokens (words, &rows[i]);
    }
  self->changes = _gj_text_compare_tokens (self->tokens[0], self->tokens[1]);

  return self;
}

GHashTable *
_gj_text_pairings_new (void)
{
  return g_hash_table_new_full (pairing_hash, pairing_equal, pairing_free, NULL);
}

/**
 * _gj_text_pairings_find:
 * @known: pairings of an earlier alignment; loses the one that is found there
 *
 * Returns: (transfer none): the pairing of two rows, which @self holds from now on
 */
const GjTextPairing *
_gj_text_pairings_find (GHashTable  *self,
                        GHashTable  *known,
                        GjTextWords *words,
                        GjTextRow    old_row,
                        GjTextRow    new_row)
{
  GjTextPairing key = { .rows = { old_row, new_row } };
  gpointer pairing = NULL;

  if (!g_hash_table_steal_extended (known, &key, &pairing, NULL))
    pairing = pairing_new (words, key.rows);

  g_hash_table_add (self, pairing);
  return pairing;
}
