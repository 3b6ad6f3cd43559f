/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-word-field.h"

#include <string.h>

/* What the codes of fields mean to a reader, who takes their results as text. */

static gboolean
is_one_of (const char        *code,
           const char *const *names,
           guint              n_names)
{
  gsize length;

  code += strspn (code, " \t");
  length = strcspn (code, " \t\\");
  for (guint i = 0; i < n_names; i++)
    if (strlen (names[i]) == length && g_ascii_strncasecmp (code, names[i], length) == 0)
      return TRUE;

  return FALSE;
}

/**
 * gj_word_field_is_page:
 * @code: a field's code
 *
 * Returns: whether its result is a number of pages, which belongs to the paper
 */
gboolean
gj_word_field_is_page (const char *code)
{
  static const char *const names[] = { "PAGE", "NUMPAGES", "SECTIONPAGES" };

  return is_one_of (code, names, G_N_ELEMENTS (names));
}

/**
 * gj_word_field_shows_more:
 * @code: the code of a field without a result
 *
 * Returns: whether something is to be seen all the same, which is not stored anywhere
 */
gboolean
gj_word_field_shows_more (const char *code)
{
  static const char *const names[] = {
    "EQ", "SYMBOL", "AUTONUM", "AUTONUMLGL", "AUTONUMOUT", "LISTNUM", "INCLUDETEXT", "INCLUDEPICTURE", "LINK",
    "MACROBUTTON", "GOTOBUTTON", "DATABASE", "FORMDROPDOWN", "FORMCHECKBOX",
  };

  return is_one_of (code, names, G_N_ELEMENTS (names));
}
