/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-label.h"

#include <locale.h>
#include <string.h>

#include "gj-messages.h"

/* The language that a thread speaks instead of the locale's, plus 1. */
static GPrivate spoken;

/**
 * gj_language_begin:
 * @language: a language
 *
 * Lets this thread find the words of findings in @language, whatever the locale is, up
 * to gj_language_end(). What is printed is Chinese everywhere.
 */
void
gj_language_begin (GjLanguage language)
{
  g_private_set (&spoken, GUINT_TO_POINTER (language + 1));
}

/**
 * gj_language_end:
 *
 * Lets this thread speak the language of the locale again.
 */
void
gj_language_end (void)
{
  g_private_set (&spoken, NULL);
}

/* Whether this thread speaks @language and not the locale's. */
gboolean
_gj_language_is_set (GjLanguage *language)
{
  guint value = GPOINTER_TO_UINT (g_private_get (&spoken));

  if (value == 0)
    return FALSE;

  *language = value - 1;
  return TRUE;
}

static gboolean
is_language (const char *name,
             gsize       length,
             const char *language)
{
  return length >= 2 && strncmp (name, language, 2) == 0 &&
         (length == 2 || strchr ("_-.@", name[2]) != NULL);
}

/**
 * gj_language_get_current:
 *
 * The language of messages: the one that gj_language_begin() named, or chosen as
 * gettext chooses it: LANGUAGE first, unless the
 * locale is "C", then the locale of messages.
 *
 * Returns: Chinese when the program speaks Chinese, English otherwise
 */
GjLanguage
gj_language_get_current (void)
{
  const char *locale = setlocale (LC_MESSAGES, NULL);
  const char *list = g_getenv ("LANGUAGE");
  GjLanguage language;

  if (_gj_language_is_set (&language))
    return language;
  if (locale == NULL || g_str_equal (locale, "C") || g_str_equal (locale, "POSIX"))
    return GJ_LANGUAGE_EN;

  if (list == NULL || *list == '\0')
    return is_language (locale, strlen (locale), "zh") ? GJ_LANGUAGE_ZH : GJ_LANGUAGE_EN;

  while (*list != '\0')
    {
      gsize length = strcspn (list, ":");

      if (is_language (list, length, "zh"))
        return GJ_LANGUAGE_ZH;
      if (is_language (list, length, "en"))
        return GJ_LANGUAGE_EN;

      list += length + (list[length] == ':');
    }

  return GJ_LANGUAGE_EN;
}

/**
 * gj_label_get:
 * @self: a label
 * @language: the language wanted
 *
 * Returns: (nullable): the words in @language, or in the other one where they are missing
 */
const char *
gj_label_get (const GjLabel *self,
              GjLanguage     language)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (language == GJ_LANGUAGE_EN && self->en != NULL)
    return self->en;

  return self->zh != NULL ? self->zh : self->en;
}

/**
 * gj_label_get_current:
 * @self: a label
 *
 * Returns: (nullable): the words in the language of messages
 */
const char *
gj_label_get_current (const GjLabel *self)
{
  return gj_label_get (self, gj_language_get_current ());
}
