/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-locale.h"

#include <locale.h>

#include <glib/gi18n-lib.h>

/**
 * gj_locale_get_directory:
 *
 * The folder of message catalogues. The environment variable `GJ_LOCALE_DIR` names
 * another one, for a program that is not installed.
 *
 * Returns: (type filename) (transfer none): the folder
 */
const char *
gj_locale_get_directory (void)
{
  const char *directory = g_getenv ("GJ_LOCALE_DIR");

  return directory != NULL ? directory : GJ_LOCALE_DIR;
}

/**
 * gj_locale_init:
 *
 * Sets the person's locale and finds the program's words. Called once, first of all, by
 * each program.
 */
void
gj_locale_init (void)
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, gj_locale_get_directory ());
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}
