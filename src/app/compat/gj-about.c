/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-about.h"

#include <adwaita.h>

#if ADW_CHECK_VERSION (1, 5, 0)
#define ABOUT_TYPE ADW_TYPE_ABOUT_DIALOG
#else
#define ABOUT_TYPE ADW_TYPE_ABOUT_WINDOW
#endif

/* Both classes have the same properties. */
void
gj_about_present (GtkWindow  *parent,
                  const char *name,
                  const char *comments,
                  const char *translators)
{
  GObject *about;

  about = g_object_new (ABOUT_TYPE,
                        "application-name", name,
                        "application-icon", GJ_APPLICATION_ID,
                        "version", GJ_VERSION,
                        "comments", comments,
                        "license-type", GTK_LICENSE_GPL_3_0,
                        "translator-credits", translators,
                        NULL);

#if ADW_CHECK_VERSION (1, 5, 0)
  adw_dialog_present (ADW_DIALOG (about), parent != NULL ? GTK_WIDGET (parent) : NULL);
#else
  gtk_window_set_transient_for (GTK_WINDOW (about), parent);
  gtk_window_set_modal (GTK_WINDOW (about), TRUE);
  gtk_window_present (GTK_WINDOW (about));
#endif
}
