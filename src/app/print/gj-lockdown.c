/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-lockdown.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#define SCHEMA "org.gnome.desktop.lockdown"

/* The schema belongs to the desktop and need not be there, nor need every key of it; a
 * sandbox sees its own settings, and its portals obey the desktop's. */
static gboolean
is_locked (const char *key)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;
  g_autoptr (GSettings) settings = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, SCHEMA, TRUE);
  if (schema == NULL || !g_settings_schema_has_key (schema, key))
    return FALSE;

  settings = g_settings_new_full (schema, NULL, NULL);

  return g_settings_get_boolean (settings, key);
}

const char *
gj_lockdown_find_print_reason (void)
{
  return is_locked ("disable-printing")
         ? _("Printing has been switched off by the administrator of this computer.") : NULL;
}

const char *
gj_lockdown_find_save_reason (void)
{
  return is_locked ("disable-save-to-disk")
         ? _("Saving files has been switched off by the administrator of this computer.") : NULL;
}

gboolean
gj_lockdown_has_print_setup (void)
{
  return !is_locked ("disable-print-setup");
}
