/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-print-settings.h"

#include <glib/gi18n-lib.h>

#define SETTING "print"

/* The paper is A4 upright whatever a file says. Official documents are printed on both
 * sides (GB/T 9704-2012, 6.2): who wants one side only chooses it. */
static void
set_what_is_fixed (GtkPrintSettings *settings)
{
  GtkPaperSize *paper = gtk_paper_size_new (GTK_PAPER_NAME_A4);

  gtk_print_settings_set_paper_size (settings, paper);
  gtk_print_settings_set_orientation (settings, GTK_PAGE_ORIENTATION_PORTRAIT);
  if (!gtk_print_settings_has_key (settings, GTK_PRINT_SETTINGS_DUPLEX))
    gtk_print_settings_set_duplex (settings, GTK_PRINT_DUPLEX_VERTICAL);
  gtk_paper_size_free (paper);
}

/* (transfer full): what was chosen last for this report, or what is usual. */
GtkPrintSettings *
gj_print_settings_load (GjReport *report)
{
  const char *text;
  g_autoptr (GVariant) variant = NULL;
  GtkPrintSettings *settings;

  g_return_val_if_fail (GJ_IS_REPORT (report), NULL);

  text = gj_report_get_setting (report, SETTING);
  if (text != NULL)
    variant = g_variant_parse (G_VARIANT_TYPE_VARDICT, text, NULL, NULL, NULL);

  settings = variant != NULL ? gtk_print_settings_new_from_gvariant (variant)
                             : gtk_print_settings_new ();
  set_what_is_fixed (settings);

  return settings;
}

/* Where a file was printed to says nothing about the report. */
static gboolean
is_kept (const char *key)
{
  return !g_str_equal (key, GTK_PRINT_SETTINGS_OUTPUT_URI)
         && !g_str_equal (key, GTK_PRINT_SETTINGS_OUTPUT_DIR)
         && !g_str_equal (key, GTK_PRINT_SETTINGS_OUTPUT_BASENAME);
}

static void
add_entry (const char *key,
           const char *value,
           gpointer    user_data)
{
  GTree *entries = user_data;

  if (is_kept (key))
    g_tree_insert (entries, g_strdup (key), g_strdup (value));
}

static gboolean
add_sorted (gpointer key,
            gpointer value,
            gpointer user_data)
{
  g_variant_builder_add (user_data, "{sv}", key, g_variant_new_string (value));

  return FALSE;
}

static int
compare (gconstpointer a,
         gconstpointer b,
         gpointer      user_data)
{
  return g_strcmp0 (a, b);
}

/* In the order of names, so that the same choice is the same file. */
void
gj_print_settings_keep (GjSession        *session,
                        GtkPrintSettings *settings)
{
  g_autoptr (GTree) entries = g_tree_new_full (compare, NULL, g_free, g_free);
  GVariantBuilder builder;
  g_autoptr (GVariant) variant = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GjEdit) edit = NULL;

  g_return_if_fail (GJ_IS_SESSION (session));
  g_return_if_fail (GTK_IS_PRINT_SETTINGS (settings));

  gtk_print_settings_foreach (settings, add_entry, entries);
  g_variant_builder_init (&builder, G_VARIANT_TYPE_VARDICT);
  g_tree_foreach (entries, add_sorted, &builder);
  variant = g_variant_ref_sink (g_variant_builder_end (&builder));
  text = g_variant_print (variant, FALSE);

  edit = gj_edit_new (_("Print settings"));
  gj_edit_set_setting (edit, gj_session_get_report (session), SETTING, text);
  gj_session_push (session, edit);
}
