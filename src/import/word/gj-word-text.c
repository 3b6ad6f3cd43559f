/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-word-text.h"

#include <string.h>

/* A heading that no style declares. */
#define SHORT_HEADING 40

/**
 * gj_word_dup_page_text:
 * @text: a text of a page's head or foot
 *
 * Returns: (transfer full) (nullable): @text, or %NULL when it is a page number only
 */
char *
gj_word_dup_page_text (const char *text)
{
  static const char *const furniture[] = { "—", "–", "－", "第", "页", "共", "　", "·", NULL };

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      char letter[8] = { 0 };

      memcpy (letter, p, (gsize) (g_utf8_next_char (p) - p));
      if (!g_ascii_isdigit (*p) && !g_ascii_isspace (*p) && *p != '-' && *p != '/' &&
          !g_strv_contains (furniture, letter))
        return g_strdup (text);
    }

  return NULL;
}

/**
 * gj_word_is_heading:
 * @text: a paragraph whose number was counted by the document
 * @n_characters: how long it is
 *
 * Returns: whether it looks like a heading, though no style says so
 */
gboolean
gj_word_is_heading (const char *text,
                    glong       n_characters)
{
  return n_characters <= SHORT_HEADING && !g_str_has_suffix (text, "。") && !g_str_has_suffix (text, "；");
}
