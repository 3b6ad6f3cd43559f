/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-text-match.h"

/* Stretches of a given length that stand in each of two texts once are the same stretch
 * with some certainty. Of these, the most that stand in the same order in both are the
 * anchors. All of this takes the time of one reading. */

#define FACTOR G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)
#define MANY 2

typedef struct
{
  guint64 hash;
  guint32 a;
  guint32 b;
  guint8  n_a;
  guint8  n_b;
} Slot;

typedef struct
{
  Slot    *slots;
  guint64  mask;
} Slots;

/* Slots are those of stretches of the old text. */

static Slot *
find_slot (const Slots *slots,
           guint64      hash)
{
  guint64 i = (hash ^ hash >> 29) & slots->mask;

  while (slots->slots[i].n_a != 0 && slots->slots[i].hash != hash)
    i = (i + 1) & slots->mask;

  return &slots->slots[i];
}

static void
init_slots (Slots *slots,
            guint  n)
{
  guint64 size = 16;

  while (size < (guint64) n * 2)
    size *= 2;

  slots->slots = g_new0 (Slot, size);
  slots->mask = size - 1;
}

static guint64
mix (guint32 shape)
{
  guint64 value = (shape + 1) * FACTOR;

  return value ^ value >> 32;
}

/* The hash of every stretch of @length tokens, from one to the next. */

static void
add_stretches (Slots             *slots,
               const GjTextToken *tokens,
               guint              start,
               guint              end,
               guint              length,
               gboolean           is_new)
{
  guint64 hash = 0, last = 1;

  for (guint i = 1; i < length; i++)
    last *= FACTOR;

  for (guint i = start; i < end; i++)
    {
      if (i >= start + length)
        hash -= mix (tokens[i - length].shape) * last;
      hash = hash * FACTOR + mix (tokens[i].shape);
      if (i + 1 < start + length)
        continue;

      Slot *slot = find_slot (slots, hash);

      if (!is_new)
        {
          slot->hash = hash;
          slot->a = i + 1 - length;
          slot->n_a = MIN (slot->n_a + 1, MANY);
        }
      else if (slot->n_a > 0)
        {
          slot->b = i + 1 - length;
          slot->n_b = MIN (slot->n_b + 1, MANY);
        }
    }
}

static gboolean
is_same_stretch (const GjTextPair *self,
                 guint             a,
                 guint             b,
                 guint             length)
{
  for (guint i = 0; i < length; i++)
    if (self->a[a + i].shape != self->b[b + i].shape)
      return FALSE;

  return TRUE;
}

static int
compare_matches (gconstpointer a,
                 gconstpointer b)
{
  const GjTextMatch *left = a, *right = b;

  return (left->b > right->b) - (left->b < right->b);
}

static GArray *
collect (const GjTextPair *self,
         const Slots      *slots,
         guint             length)
{
  GArray *matches = g_array_new (FALSE, FALSE, sizeof (GjTextMatch));

  for (guint64 i = 0; i <= slots->mask; i++)
    {
      const Slot *slot = &slots->slots[i];

      if (slot->n_a == 1 && slot->n_b == 1 && is_same_stretch (self, slot->a, slot->b, length))
        {
          GjTextMatch match = { slot->a, slot->b, length };

          g_array_append_val (matches, match);
        }
    }

  g_array_sort (matches, compare_matches);
  return matches;
}

/* Of matches that are in the order of the new text, the most that are in that of the old
 * one. ENDS[k] is the match with which the best row of k + 1 ends soonest. */

static GArray *
keep_order (const GArray *matches)
{
  const GjTextMatch *all = (const GjTextMatch *) matches->data;
  g_autofree guint *ends = g_new (guint, matches->len + 1);
  g_autofree guint *before = g_new (guint, matches->len + 1);
  GArray *kept = g_array_new (FALSE, TRUE, sizeof (GjTextMatch));
  guint n = 0;

  for (guint i = 0; i < matches->len; i++)
    {
      guint low = 0, high = n;

      while (low < high)
        {
          guint middle = (low + high) / 2;

          if (all[ends[middle]].a < all[i].a)
            low = middle + 1;
          else
            high = middle;
        }

      before[i] = low > 0 ? ends[low - 1] : G_MAXUINT;
      ends[low] = i;
      n = MAX (n, low + 1);
    }

  g_array_set_size (kept, n);
  for (guint i = n > 0 ? ends[n - 1] : G_MAXUINT; i != G_MAXUINT; i = before[i])
    g_array_index (kept, GjTextMatch, --n) = all[i];

  return kept;
}

/**
 * _gj_text_pair_find_anchors:
 * @length: how many tokens an anchor has
 *
 * Returns: (transfer full) (element-type GjTextMatch): stretches that each side of @range
 *     has once, in the order of both; they may overlap
 */
GArray *
_gj_text_pair_find_anchors (const GjTextPair  *self,
                            const GjTextRange *range,
                            guint              length)
{
  g_autoptr (GArray) matches = NULL;
  Slots slots;

  init_slots (&slots, range->a_end - range->a_start);
  add_stretches (&slots, self->a, range->a_start, range->a_end, length, FALSE);
  add_stretches (&slots, self->b, range->b_start, range->b_end, length, TRUE);
  matches = collect (self, &slots, length);
  g_free (slots.slots);

  return keep_order (matches);
}
