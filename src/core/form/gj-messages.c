/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-messages.h"

#include <string.h>

#include "gj-messages-resource.h"

/* A catalogue of messages as msgfmt writes it: a head, then two tables of strings, the
 * words of the source in the order of strcmp() and what they are in the other language.
 * gettext knows one language for the whole process, and only if the system has it; paper
 * needs Chinese in one thread of any process, so that the catalogue is compiled in. */

#define MAGIC 0x950412deu
#define PATH "/io/github/gouji/Gouji/messages/gj-messages.mo"

typedef struct
{
  const char *data;
  gsize       size;
  guint32     n_strings;
  guint32     originals;
  guint32     translations;
} Catalogue;

static guint32
get_number (const Catalogue *self,
            gsize            offset)
{
  guint32 number = 0;

  if (offset <= self->size && self->size - offset >= sizeof number)
    memcpy (&number, self->data + offset, sizeof number);
  return GUINT32_FROM_LE (number);
}

/* (nullable): a string of one of the tables; %NULL when it does not lie in the file */
static const char *
get_string (const Catalogue *self,
            guint32          table,
            guint32          index)
{
  gsize entry = table + (gsize) 8 * index;
  gsize length = get_number (self, entry);
  gsize offset = get_number (self, entry + 4);

  if (offset >= self->size || length >= self->size - offset || self->data[offset + length] != '\0')
    return NULL;
  return self->data + offset;
}

/* Found once; the bytes stay in the program. */
static const Catalogue *
get_catalogue (void)
{
  static Catalogue catalogue;
  static gsize once;

  if (g_once_init_enter (&once))
    {
      g_autoptr (GBytes) bytes = NULL;

      gj_messages_register_resource ();
      bytes = g_resource_lookup_data (gj_messages_get_resource (), PATH, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
      if (bytes != NULL)
        {
          catalogue.data = g_bytes_get_data (bytes, &catalogue.size);
          if (get_number (&catalogue, 0) == MAGIC)
            {
              catalogue.n_strings = get_number (&catalogue, 8);
              catalogue.originals = get_number (&catalogue, 12);
              catalogue.translations = get_number (&catalogue, 16);
            }
        }
      g_once_init_leave (&once, 1);
    }
  return &catalogue;
}

/* (nullable): @words in Chinese */
static const char *
translate (const char *words)
{
  const Catalogue *catalogue = get_catalogue ();
  guint32 low = 0;
  guint32 high = catalogue->n_strings;

  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;
      const char *found = get_string (catalogue, catalogue->originals, middle);
      int order;

      if (found == NULL)
        return NULL;
      order = strcmp (words, found);
      if (order == 0)
        return get_string (catalogue, catalogue->translations, middle);
      if (order < 0)
        high = middle;
      else
        low = middle + 1;
    }
  return NULL;
}

/**
 * _gj_messages_get:
 * @words: words in English
 *
 * Returns: (transfer none): the same in the language that this thread speaks
 */
const char *
_gj_messages_get (const char *words)
{
  GjLanguage language;
  const char *translation;

  if (!_gj_language_is_set (&language))
    return g_dgettext (GETTEXT_PACKAGE, words);

  translation = language == GJ_LANGUAGE_ZH ? translate (words) : NULL;
  return translation != NULL ? translation : words;
}

/**
 * _gj_messages_get_in:
 * @words: a context, EOT and words in English
 * @context: bytes before the words
 *
 * Returns: (transfer none): the words in the language that this thread speaks
 */
const char *
_gj_messages_get_in (const char *words,
                     gsize       context)
{
  GjLanguage language;
  const char *translation;

  if (!_gj_language_is_set (&language))
    return g_dpgettext (GETTEXT_PACKAGE, words, context);

  translation = language == GJ_LANGUAGE_ZH ? translate (words) : NULL;
  return translation != NULL ? translation : words + context;
}

/**
 * _gj_messages_get_plural:
 * @one: words in English for one
 * @many: and for more
 * @n: how many there are
 *
 * Returns: (transfer none): the words for so many in the language that this thread
 *          speaks; Chinese has the same for all
 */
const char *
_gj_messages_get_plural (const char *one,
                         const char *many,
                         gulong      n)
{
  GjLanguage language;
  const char *translation;

  if (!_gj_language_is_set (&language))
    return g_dngettext (GETTEXT_PACKAGE, one, many, n);

  translation = language == GJ_LANGUAGE_ZH ? translate (one) : NULL;
  if (translation != NULL)
    return translation;
  return n == 1 ? one : many;
}
