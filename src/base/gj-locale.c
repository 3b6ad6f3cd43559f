/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-locale.h"

#include <locale.h>

#include <glib/gi18n-lib.h>

/**
 * gj_locale_init:
 *
 * Sets the person's locale and finds the program's words. Called once, first of all, by
 * each program. The environment variable `GJ_LOCALE_DIR` names another folder of
 * message catalogues, for a program that is not installed.
 */
void
gj_locale_init (void)
{
  const char *directory = g_getenv ("GJ_LOCALE_DIR");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, directory != NULL ? directory : GJ_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}
