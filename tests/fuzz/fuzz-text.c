/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gj-import.h"

/* Any bytes at all: they are refused with a sentence, or they become a report that the
 * native file holds without a change, with its notes and residues. */

int LLVMFuzzerInitialize   (int           *argc,
                            char        ***argv);
int LLVMFuzzerTestOneInput (const guint8 *data,
                            size_t        size);

/* The forms are read before the first text and not within its time. */
int
LLVMFuzzerInitialize (int    *argc,
                      char ***argv)
{
  for (guint i = 0; i < gj_form_catalogue_get_n_forms (); i++)
    g_assert_nonnull (gj_form_catalogue_get_form (i));

  return 0;
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        size_t        size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (GjReport) report = gj_import_bytes (bytes, NULL, NULL, &error);

  if (report == NULL)
    {
      g_assert_nonnull (error);
      g_assert_true (error->domain == GJ_IMPORT_ERROR);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return 0;
    }

  g_autoptr (GBytes) written = gj_store_write (report);
  g_autoptr (GjReport) again = gj_store_read (written, &error);

  g_assert_no_error (error);
  g_autoptr (GBytes) rewritten = gj_store_write (again);

  g_assert_true (g_bytes_equal (written, rewritten));
  return 0;
}
