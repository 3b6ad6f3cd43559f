/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-base.h"

#include "gj-application.h"

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GjApplication) application = NULL;

  gj_locale_init ();
  application = gj_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}
