/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-label.h"

#include <locale.h>
#include <string.h>

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
 * The language of messages, chosen as gettext chooses it: LANGUAGE first, unless the
 * locale is "C", then the locale of messages.
 *
 * Returns: Chinese when the program speaks Chinese, English otherwise
 */
GjLanguage
gj_language_get_current (void)
{
  const char *locale = setlocale (LC_MESSAGES, NULL);
  const char *list = g_getenv ("LANGUAGE");

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
