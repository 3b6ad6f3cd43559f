/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-import-private.h"

#include "gj-match.h"
#include "gj-text-decode.h"
#include "gj-text-reader.h"

/* What every document needs, made before the first. */

/* What the matcher makes of the forms is made with the first text and kept: here with the
 * form's own headings. */
static void
read_headings (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GjReport) report = NULL;
  GjForm *form = gj_form_catalogue_get_form (0);

  for (guint i = 0; i < gj_form_get_n_sections (form); i++)
    g_string_append_printf (text, "%s\n", gj_form_get_section (form, i)->heading.zh);
  bytes = g_string_free_to_bytes (g_steal_pointer (&text));
  report = _gj_import_with (gj_text_read, "text", bytes, NULL, NULL);
}

/**
 * _gj_import_make_ready:
 *
 * Loads and makes whatever is kept from one document to the next, for a process that forks
 * for each document and in which none can open a file.
 */
void
_gj_import_make_ready (void)
{
  gj_text_load_encodings ();
  for (guint i = 0; i < gj_form_catalogue_get_n_forms (); i++)
    gj_form_catalogue_get_form (i);
  gj_match_make_ready ();
  read_headings ();
}
