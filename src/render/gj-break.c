/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-line-breaker-private.h"

#include <string.h>

/* Where a line may be broken and where it may be spread: kinsoku, numbers with what they
 * count, addresses. */

static gboolean
is_word (const GjCluster *self)
{
  return self->character < 0x80 &&
         (self->class == GJ_CHAR_DIGIT || self->class == GJ_CHAR_LATIN ||
          strchr (".,:;/-_@&=?#+%~!*'\"<>\\|()[]{}$", (int) self->character) != NULL);
}

static gboolean
is_alphanumeric (const GjCluster *self)
{
  return self->class == GJ_CHAR_DIGIT || self->class == GJ_CHAR_LATIN;
}

/* A full-width mark, half of which is blank. */
gboolean
_gj_cluster_is_mark (const GjCluster *self)
{
  return (self->class == GJ_CHAR_OPENING || self->class == GJ_CHAR_CLOSING) &&
         self->character > 0x80 && self->advance > 0.8 * self->size &&
         self->character != 0x2014 && self->character != 0x2026;
}

/* Whether room may be put between @index and the cluster before it. */
gboolean
_gj_cluster_has_gap (const GjCluster *clusters,
                     guint            index)
{
  const GjCluster *left = clusters + index - 1;
  const GjCluster *right = clusters + index;

  return !(is_word (left) && is_word (right)) && right->class != GJ_CHAR_SPACE &&
         !(left->class == GJ_CHAR_LATIN && right->class == GJ_CHAR_LATIN) &&
         !(left->character == right->character && (left->character == 0x2014 || left->character == 0x2026));
}

/* An address, of the net or of a person, is so long at least, and is looked at so far. */
#define ADDRESS_MIN 10
#define ADDRESS_REACH 80

/* Letters that stay together on either side when an address is broken within a word. */
#define LETTERS_MIN 3

/* How many ASCII characters without a space follow one another from @from on, and how
   many letters and figures in front. */
static guint
count_word (const GjCluster *clusters,
            guint            n_clusters,
            guint            from,
            int              step,
            guint           *n_letters)
{
  guint n = 0;
  gboolean joined = FALSE;

  *n_letters = 0;
  for (guint i = from; i < n_clusters && n < ADDRESS_REACH && is_word (clusters + i); i += step)
    {
      joined |= !is_alphanumeric (clusters + i);
      if (!joined)
        (*n_letters)++;
      n++;
    }
  return n;
}

/* Between two letters of a long address, where that leaves a few on either side. */
static GjBreak
get_address_break (const GjCluster *clusters,
                   guint            n_clusters,
                   guint            after)
{
  guint before_letters, after_letters;
  guint n_before, n_after;

  if (clusters[after].class == GJ_CHAR_DIGIT || clusters[after + 1].class == GJ_CHAR_DIGIT)
    return GJ_BREAK_EMERGENCY;
  n_before = count_word (clusters, n_clusters, after, -1, &before_letters);
  n_after = count_word (clusters, n_clusters, after + 1, 1, &after_letters);
  if (before_letters < LETTERS_MIN || after_letters < LETTERS_MIN || n_before + n_after < ADDRESS_MIN ||
      before_letters + after_letters == n_before + n_after)
    return GJ_BREAK_EMERGENCY;
  return GJ_BREAK_ADDRESS;
}

/* Between two ASCII characters without a space: at the joints of an address only, and
   within its words where a line would be too loose. */
static GjBreak
get_word_break (const GjCluster *clusters,
                guint            n_clusters,
                guint            after)
{
  const GjCluster *left = clusters + after;
  const GjCluster *right = left + 1;

  if (is_alphanumeric (left) && is_alphanumeric (right))
    return get_address_break (clusters, n_clusters, after);
  if (strchr ("/?&=-_@.", (int) left->character) == NULL || !is_alphanumeric (right))
    return GJ_BREAK_EMERGENCY;
  if (after > 0 && left[-1].class == GJ_CHAR_DIGIT && right->class == GJ_CHAR_DIGIT)
    return GJ_BREAK_EMERGENCY;
  return GJ_BREAK_SOFT;
}

static gboolean
is_many (gunichar character)
{
  return g_utf8_strchr ("万亿千百余多几", -1, character) != NULL;
}

/* 2021|年, 134.8|万, 134.8万|元, 第|3 */
static gboolean
is_number_joint (const GjCluster *clusters,
                 guint            left,
                 guint            right)
{
  if (clusters[right].class == GJ_CHAR_DIGIT)
    return clusters[left].character == 0x7b2c;
  if (clusters[left].class == GJ_CHAR_DIGIT)
    return _gj_char_is_measure (clusters[right].character);
  return left > 0 && clusters[left - 1].class == GJ_CHAR_DIGIT && is_many (clusters[left].character) &&
         _gj_char_is_measure (clusters[right].character);
}

static GjBreak
get_break_after_space (const GjCluster *clusters,
                       guint            after)
{
  guint left = after;

  while (left > 0 && clusters[left].class == GJ_CHAR_SPACE)
    left--;
  if (clusters[left].class == GJ_CHAR_SPACE)
    return GJ_BREAK_FREE;
  if (clusters[after + 1].class == GJ_CHAR_CLOSING || clusters[left].class == GJ_CHAR_OPENING ||
      is_number_joint (clusters, left, after + 1))
    return GJ_BREAK_EMERGENCY;
  return GJ_BREAK_FREE;
}

/* How well the line may be broken after cluster @after. */
GjBreak
_gj_break_get (const GjCluster *clusters,
               guint            n_clusters,
               guint            after)
{
  const GjCluster *left = clusters + after;
  const GjCluster *right = left + 1;

  if (left->class == GJ_CHAR_NEWLINE)
    return GJ_BREAK_FORCED;
  if (after + 1 >= n_clusters)
    return GJ_BREAK_FREE;
  if (right->class == GJ_CHAR_SPACE || right->class == GJ_CHAR_NEWLINE)
    return GJ_BREAK_NEVER;
  if (left->class == GJ_CHAR_SPACE)
    return get_break_after_space (clusters, after);
  if (right->class == GJ_CHAR_CLOSING || left->class == GJ_CHAR_OPENING)
    return GJ_BREAK_EMERGENCY;
  if (is_word (left) && is_word (right))
    return get_word_break (clusters, n_clusters, after);
  if (left->class == GJ_CHAR_LATIN && right->class == GJ_CHAR_LATIN)
    return GJ_BREAK_EMERGENCY;
  if (is_number_joint (clusters, after, after + 1))
    return GJ_BREAK_EMERGENCY;
  /* 〔2021〕|30号 */
  return left->character == 0x3015 && right->class == GJ_CHAR_DIGIT ? GJ_BREAK_SOFT : GJ_BREAK_FREE;
}
