/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-text-token.h"

#include <string.h>

/* A token of one character has that character's number as its id; longer ones are counted
 * on from the last there is. Shapes of numbers come after all ids. */

#define FIRST_WORD_ID 0x110000u
#define FIRST_NUMBER_SHAPE 0x80000000u

#define LETTER_WEIGHT 10
#define NUMBER_WEIGHT 20
#define MARK_WEIGHT 3
#define BLANK_WEIGHT 1
#define MAX_WORD_WEIGHT 40

#define ZERO_WIDTH_JOINER 0x200d
#define FIRST_EAST_ASIAN 0x2e80

typedef struct
{
  const char *text;
  gsize       length;
} Word;

struct _GjTextWords
{
  GHashTable *ids;
};

static guint
word_hash (gconstpointer data)
{
  const Word *word = data;
  guint32 hash = 2166136261u;

  for (gsize i = 0; i < word->length; i++)
    hash = (hash ^ (guchar) word->text[i]) * 16777619u;

  return hash;
}

static gboolean
word_equal (gconstpointer a,
            gconstpointer b)
{
  const Word *left = a, *right = b;

  return left->length == right->length && memcmp (left->text, right->text, left->length) == 0;
}

GjTextWords *
_gj_text_words_new (void)
{
  GjTextWords *self = g_new0 (GjTextWords, 1);

  self->ids = g_hash_table_new_full (word_hash, word_equal, g_free, NULL);
  return self;
}

void
_gj_text_words_free (GjTextWords *self)
{
  g_hash_table_unref (self->ids);
  g_free (self);
}

static guint32
find_id (GjTextWords *self,
         const char  *text,
         gsize        length)
{
  const Word key = { text, length };
  gpointer id;

  if (!g_hash_table_lookup_extended (self->ids, &key, NULL, &id))
    {
      Word *word = g_malloc (sizeof (Word) + length);

      *word = (Word) { memcpy (word + 1, text, length), length };
      id = GUINT_TO_POINTER (FIRST_WORD_ID + g_hash_table_size (self->ids));
      g_hash_table_insert (self->ids, word, id);
    }

  return GPOINTER_TO_UINT (id);
}

static gboolean
is_joined (gunichar character)
{
  switch (g_unichar_type (character))
    {
    case G_UNICODE_SPACING_MARK:
    case G_UNICODE_ENCLOSING_MARK:
    case G_UNICODE_NON_SPACING_MARK:
      return TRUE;

    default:
      return character == ZERO_WIDTH_JOINER;
    }
}

/* What belongs to the character before it: accents, selectors and what is joined on. */

static const char *
skip_joined (const char *text)
{
  while ((guchar) *text >= 0x80)
    {
      gunichar character = g_utf8_get_char (text);

      if (!is_joined (character))
        break;

      text = g_utf8_next_char (text);
      if (character == ZERO_WIDTH_JOINER && (guchar) *text >= 0x80)
        text = g_utf8_next_char (text);
    }

  return text;
}

static gboolean
is_figure (const char *text)
{
  return g_ascii_isdigit (*text) || ((guchar) *text >= 0x80 && g_unichar_isdigit (g_utf8_get_char (text)));
}

/* The units that belong to a number, by the shape they give it. */

static const struct
{
  const char *unit;
  guint       shape;
} units[] = {
  { "%", 1 }, { "％", 1 }, { "‰", 1 },
  { "万", 0 }, { "亿", 0 },
  { "年", 2 }, { "月", 3 }, { "日", 4 },
};

static const char *
skip_number (const char *text,
             guint32    *shape)
{
  *shape = FIRST_NUMBER_SHAPE;

  while (is_figure (text))
    {
      text = g_utf8_next_char (text);
      if (*text != '\0' && strchr (".,:/-", *text) != NULL && is_figure (text + 1))
        text++;
    }

  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    if (g_str_has_prefix (text, units[i].unit))
      {
        *shape += units[i].shape;
        return text + strlen (units[i].unit);
      }

  return text;
}

static gboolean
is_word_character (gunichar character)
{
  return character < FIRST_EAST_ASIAN && g_unichar_isalpha (character);
}

static const char *
skip_word (const char *text)
{
  while (*text != '\0' && is_word_character (g_utf8_get_char (text)))
    text = skip_joined (g_utf8_next_char (text));

  return text;
}

/* Fills in all but where the token starts and returns where it ends. */

static const char *
read_token (GjTextWords *self,
            const char  *text,
            GjTextToken *token)
{
  gunichar character = g_utf8_get_char (text);
  const char *next = g_utf8_next_char (text);
  const char *end;

  if (is_figure (text))
    {
      end = skip_joined (skip_number (text, &token->shape));
      token->kind = GJ_TEXT_NUMBER;
      token->weight = NUMBER_WEIGHT;
      token->id = find_id (self, text, end - text);
      return end;
    }

  if (is_word_character (character))
    {
      end = skip_word (text);
      token->kind = GJ_TEXT_WORD;
      token->weight = MIN (LETTER_WEIGHT * (1 + (end - text) / 3), MAX_WORD_WEIGHT);
    }
  else
    {
      end = skip_joined (next);
      token->kind = g_unichar_isalpha (character) ? GJ_TEXT_LETTER
                    : g_unichar_isspace (character) || !g_unichar_isgraph (character) ? GJ_TEXT_BLANK : GJ_TEXT_MARK;
      token->weight = token->kind == GJ_TEXT_LETTER ? LETTER_WEIGHT
                      : token->kind == GJ_TEXT_MARK ? MARK_WEIGHT : BLANK_WEIGHT;
    }

  token->id = end == next ? character : find_id (self, text, end - text);
  token->shape = token->id;
  return end;
}

/**
 * _gj_text_words_tokenize:
 * @text: valid UTF-8, at most 4 GiB
 *
 * Cuts a text into tokens, without a gap and without an end within a character and what is
 * joined to it.
 *
 * Returns: (transfer full) (element-type GjTextToken): the tokens, in order
 */
GArray *
_gj_text_words_tokenize (GjTextWords *self,
                         const char  *text)
{
  gsize length = strlen (text);
  GArray *tokens = g_array_sized_new (FALSE, FALSE, sizeof (GjTextToken), length / 3 + 1);

  g_assert (length <= G_MAXUINT32);

  for (const char *start = text; *start != '\0';)
    {
      GjTextToken token = { .start = start - text };

      start = read_token (self, start, &token);
      token.end = start - text;
      g_array_append_val (tokens, token);
    }

  return tokens;
}

gboolean
_gj_text_token_ends_sentence (const GjTextToken *self)
{
  switch (self->id)
    {
    case 0x3002: /* 。 */
    case 0xff01: /* ！ */
    case 0xff1f: /* ？ */
    case 0xff1b: /* ； */
    case ';':
    case '!':
    case '?':
    case '\n':
      return TRUE;

    default:
      return FALSE;
    }
}

gboolean
_gj_text_token_ends_clause (const GjTextToken *self)
{
  switch (self->id)
    {
    case 0xff0c: /* ， */
    case 0xff1a: /* ： */
    case 0x3001: /* 、 */
    case ',':
    case ':':
      return TRUE;

    default:
      return _gj_text_token_ends_sentence (self);
    }
}

/* Whether it says a number in Chinese characters, alone or with others. */

gboolean
_gj_text_token_is_numeral (const GjTextToken *self)
{
  static const char numerals[] = "〇零一二两三四五六七八九十百千万亿半";

  return self->kind == GJ_TEXT_LETTER && self->id < FIRST_WORD_ID &&
         g_utf8_strchr (numerals, -1, self->id) != NULL;
}
